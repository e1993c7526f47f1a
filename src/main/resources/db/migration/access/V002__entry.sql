-- why:    residents sign in by a code, staff by a second factor; sessions can be seen and ended; the
--         first administrator comes by a link
-- locks:  none, new tables
-- undo:   drop table access.link, access.recovery_code, access.factor, access.phone_code, access.visit,
--         access.resident
create table access.resident (
  id         uuid        not null,
  phone_key  bytea       not null, -- keyed digest, by which the same phone is the same resident
  phone      bytea       not null, -- ciphertext
  created_at timestamptz not null,
  constraint resident_pk primary key (id),
  constraint resident_phone_unique unique (phone_key),
  constraint resident_phone_key_form check (octet_length(phone_key) = 32)
);

comment on table access.resident is 'A phone that has signed in by code. Says nothing about who holds it: people does.';

create table access.visit (
  id          uuid        not null,
  staff_id    uuid,                 -- absent for residents
  stamp       integer,              -- absent for residents; of the member when the visit began
  resident_id uuid,                 -- absent for staff
  address     text        not null,
  device      text        not null,
  began_at    timestamptz not null,
  seen_at     timestamptz not null,
  proved_at   timestamptz not null, -- when they last showed who they are
  ended_at    timestamptz,          -- absent while it may go on
  constraint visit_pk primary key (id),
  constraint visit_staff_fk foreign key (staff_id) references access.staff (id) on delete cascade,
  constraint visit_resident_fk foreign key (resident_id) references access.resident (id) on delete cascade,
  constraint visit_of_one check ((staff_id is null) <> (resident_id is null)),
  constraint visit_stamp_of_staff check ((staff_id is null) = (stamp is null)),
  constraint visit_device_length check (char_length(device) <= 200)
);

comment on table access.visit is 'Sign-ins and whether they go on: what a session stands for. Kept for the months the law asks for.';

-- serves: the sessions of one person on the account page, newest first
create index visit_staff on access.visit (staff_id, began_at) where staff_id is not null;
create index visit_resident on access.visit (resident_id, began_at) where resident_id is not null;
-- serves: forgetting old ones
create index visit_seen_at on access.visit (seen_at);

create table access.phone_code (
  asking     uuid        not null, -- known to the browser that asked and to nobody else
  phone_key  bytea       not null,
  phone      bytea       not null, -- ciphertext
  code       bytea       not null, -- keyed digest of asking and code
  tries      integer     not null,
  expires_at timestamptz not null,
  constraint phone_code_pk primary key (asking),
  constraint phone_code_code_form check (octet_length(code) = 32),
  constraint phone_code_tries_counted check (tries >= 0)
);

comment on table access.phone_code is 'Codes on their way to phones; gone once used.';

-- serves: a new code for a phone takes the place of the old one
create index phone_code_phone on access.phone_code (phone_key);
-- serves: forgetting old ones
create index phone_code_expires_at on access.phone_code (expires_at);

create table access.factor (
  staff_id     uuid        not null,
  secret       bytea       not null, -- ciphertext
  last_step    bigint      not null, -- of the last code taken; it and earlier ones are used up
  made_at      timestamptz not null,
  confirmed_at timestamptz,          -- absent until a first code has shown that it works
  constraint factor_pk primary key (staff_id),
  constraint factor_staff_fk foreign key (staff_id) references access.staff (id) on delete cascade
);

comment on table access.factor is 'The second factor of a member: the secret their authenticator shares with us.';

create table access.recovery_code (
  staff_id uuid        not null,
  digest   bytea       not null, -- keyed digest
  used_at  timestamptz,          -- absent while it may be used
  constraint recovery_code_pk primary key (staff_id, digest),
  constraint recovery_code_factor_fk foreign key (staff_id) references access.factor (staff_id) on delete cascade,
  constraint recovery_code_digest_form check (octet_length(digest) = 32)
);

comment on table access.recovery_code is 'Codes for the day the authenticator is lost; each once.';

create table access.link (
  purpose    text        not null,
  digest     bytea       not null, -- keyed digest
  expires_at timestamptz not null,
  constraint link_pk primary key (purpose),
  constraint link_purpose_known check (purpose in ('first-admin')),
  constraint link_digest_form check (octet_length(digest) = 32)
);

comment on table access.link is 'The one link that is good for a purpose at a time; gone once used.';
