-- why:    keys are replaced while the house runs: old and new digests stand side by side until the old key is retired
-- locks:  short, constants only
-- undo:   drop the columns
alter table people.cipher_key add column retired_at timestamptz; -- absent while anything is written with it

alter table people.person_key add column version integer not null default 1;

-- as typed with this contact; absent for residents, and for contacts from before it was kept
alter table people.contact add column organisation text;
