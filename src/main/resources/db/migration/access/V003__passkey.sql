-- why:    staff sign in by passkeys; a visit tells whether another house has vouched for both factors
-- locks:  access.visit for a moment, a column with a default
-- undo:   drop table access.passkey; alter table access.visit drop column vouched
create table access.passkey (
  id         uuid        not null,
  staff_id   uuid        not null,
  credential bytea       not null, -- the name its authenticator gave it
  attested   bytea       not null, -- kind of authenticator, name and public key, as WebAuthn writes them
  counter    bigint      not null, -- of the last use; 0 for ever where the authenticator counts nothing
  synced     boolean     not null, -- it may be on several devices of the member
  name       text        not null,
  made_at    timestamptz not null,
  used_at    timestamptz,          -- absent until it was used
  constraint passkey_pk primary key (id),
  constraint passkey_staff_fk foreign key (staff_id) references access.staff (id) on delete cascade,
  constraint passkey_credential_unique unique (credential),
  constraint passkey_credential_length check (octet_length(credential) between 1 and 1023),
  constraint passkey_counter_counted check (counter >= 0),
  constraint passkey_name_given check (char_length(name) between 1 and 60)
);

comment on table access.passkey is 'Public keys by which members sign in; the private ones never leave their devices.';

-- serves: the passkeys of one member, and whether there is any
create index passkey_staff on access.passkey (staff_id, made_at);

alter table access.visit add column vouched boolean not null default false;

comment on column access.visit.vouched is 'True if the house that signed the member in is trusted to have asked for both factors.';
