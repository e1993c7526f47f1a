-- why:    staff find a person's matters by name, phone or its last four digits; nothing plain is kept for it
-- locks:  none, new table
-- undo:   drop table people.clue
create table people.clue (
  district  integer not null,
  blind     bytea   not null,
  person_id uuid    not null,
  version   integer not null, -- of the key the digest was made with
  constraint clue_pk primary key (district, blind, person_id),
  constraint clue_person_fk foreign key (district, person_id) references people.person (district, id),
  constraint clue_blind_form check (octet_length(blind) = 32)
);
comment on table people.clue is
  'Keyed digests of every name and phone a person gave, and of the last four digits: what the desk finds them by.';

-- what there is of one person, for correction and erasure
create index clue_person on people.clue (district, person_id);
