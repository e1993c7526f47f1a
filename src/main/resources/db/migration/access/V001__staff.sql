-- why:    units, staff with their roles, tokens, and the guard against guessing passwords
-- locks:  none, new tables
-- undo:   drop schema access cascade (only before first release)
create schema if not exists access;

create table access.edition (
  version   integer     not null,
  digest    text        not null,
  fallback  text        not null,
  loaded_at timestamptz not null,
  constraint edition_pk primary key (version),
  constraint edition_version_positive check (version > 0),
  constraint edition_digest_form check (digest ~ '^[0-9a-f]{64}$')
);

comment on table access.edition is 'Which versions of the file of units were loaded, and which unit takes what nobody else does.';

create table access.unit (
  code    text    not null,
  kind    text    not null,
  name_zh text    not null,
  name_en text    not null,
  parent  text,             -- absent at the top of the tree
  area    text    not null, -- a code of places
  origin  text    not null,
  version integer not null, -- the last edition that named it
  constraint unit_pk primary key (code),
  constraint unit_parent_fk foreign key (parent) references access.unit (code),
  constraint unit_version_fk foreign key (version) references access.edition (version),
  constraint unit_code_form check (code ~ '^[a-z][a-z0-9-]{1,39}$'),
  constraint unit_kind_known check (kind in ('office', 'desk', 'bureau', 'party', 'street')),
  constraint unit_origin_known check (origin in ('national', 'local', 'ours'))
);

comment on table access.unit is 'A unit of the district; never deleted, because cases keep its code. Current if its version is the newest edition.';

create table access.staff (
  id            uuid        not null,
  login         text        not null,
  name          text        not null,
  unit          text        not null,
  password_hash text        not null,
  stamp         integer     not null, -- counted up to end every session
  active        boolean     not null,
  created_at    timestamptz not null,
  constraint staff_pk primary key (id),
  constraint staff_login_unique unique (login),
  constraint staff_unit_fk foreign key (unit) references access.unit (code),
  constraint staff_login_form check (login ~ '^[a-z][a-z0-9._-]{1,31}$'),
  constraint staff_name_given check (char_length(name) between 1 and 60)
);

comment on table access.staff is 'Staff members and programs. Never deleted: the register keeps their ids.';

create table access.staff_role (
  staff_id uuid not null,
  role     text not null,
  constraint staff_role_pk primary key (staff_id, role),
  constraint staff_role_staff_fk foreign key (staff_id) references access.staff (id),
  constraint staff_role_known check (
    role in ('clerk', 'dispatcher', 'handler', 'approver', 'caller', 'leader', 'admin', 'integrator')
  )
);

comment on table access.staff_role is 'The parts a staff member may play in their unit.';

create table access.token (
  id         uuid        not null,
  staff_id   uuid        not null,
  name       text        not null,
  digest     bytea       not null, -- SHA-256; the token itself is shown once and kept nowhere
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,          -- absent while the token may be used
  constraint token_pk primary key (id),
  constraint token_staff_fk foreign key (staff_id) references access.staff (id),
  constraint token_digest_unique unique (digest),
  constraint token_digest_form check (octet_length(digest) = 32),
  constraint token_name_given check (char_length(name) between 1 and 60)
);

comment on table access.token is 'Bearer tokens; each acts with the roles its owner has at that moment.';

-- serves: the one live token of a name, when it is made or revoked
create unique index token_live_name on access.token (staff_id, name) where revoked_at is null;

create table access.attempt (
  key        text        not null, -- SHA-256 of a login name or an address
  failures   integer     not null,
  last_at    timestamptz not null,
  wait_until timestamptz not null,
  constraint attempt_pk primary key (key),
  constraint attempt_failures_counted check (failures >= 0)
);

comment on table access.attempt is 'Sign-ins that have not succeeded, counted before the password is looked at.';

-- serves: forgetting old attempts
create index attempt_last_at on access.attempt (last_at);
