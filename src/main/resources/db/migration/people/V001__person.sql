-- why:    those who raise matters; numbers and phones are ciphertext, found again by keyed digests
-- locks:  none, new tables
-- undo:   drop schema people cascade (only before first release)
create schema if not exists people;

create table people.person (
  district     integer     not null,
  id           uuid        not null,
  kind         text        not null,
  name         text        not null,
  organisation text,                 -- absent for residents
  id_number    bytea,                -- absent if the person gave none
  credit_code  bytea,                -- absent for residents, and for organisations that gave none
  created_at   timestamptz not null,
  constraint person_pk primary key (district, id),
  constraint person_kind_known check (kind in ('resident', 'organisation')),
  constraint person_name_given check (char_length(name) between 1 and 60),
  constraint person_organisation_given check ((organisation is null) = (kind = 'resident')),
  constraint person_code_of_organisation check (kind = 'organisation' or credit_code is null)
);

comment on table people.person is 'A resident or an organisation. The numbers are AES-256-GCM ciphertext.';

create table people.person_key (
  district  integer not null,
  blind     bytea   not null,
  person_id uuid    not null,
  constraint person_key_pk primary key (district, blind),
  constraint person_key_blind_form check (octet_length(blind) = 32)
);

comment on table people.person_key is 'What makes two registrations the same person: keyed digests of an ID number, a credit code, or name and phone.';

create table people.contact (
  district  integer     not null,
  person_id uuid        not null,
  blind     bytea       not null,
  name      text        not null,
  phone     bytea       not null,
  given_at  timestamptz not null,
  constraint contact_pk primary key (district, person_id, blind),
  constraint contact_person_fk foreign key (district, person_id) references people.person (district, id)
);

comment on table people.contact is 'Every name and phone a person gave, the newest one to be called; phones are ciphertext.';

create table people.cipher_key (
  version integer     not null,
  mark    bytea       not null,
  made_at timestamptz not null,
  constraint cipher_key_pk primary key (version),
  constraint cipher_key_mark_form check (octet_length(mark) = 32)
);

comment on table people.cipher_key is 'The fingerprint of the key the fields are written with, so that a wrong key file is refused.';
