-- why:    what became of every department that was called, for lists and figures; codes that prove an arrival
-- locks:  none, new tables
-- undo:   drop schema whistles cascade (only before first release)
create schema if not exists whistles;

create table whistles.call (
  district    integer     not null,
  case_id     uuid        not null,
  whistle     uuid        not null,
  street      text        not null,
  unit        text        not null,
  kind        text        not null,
  lead        boolean     not null,
  called_at   timestamptz not null,
  answered_at timestamptz, -- absent: no answer yet
  answer_late boolean     not null default false,
  arrived_at  timestamptz, -- absent: not there yet
  missed_at   timestamptz, -- absent: the limit has not run out before an arrival
  listed_on   date,        -- the working day whose list names it; absent likewise
  refused_at  timestamptz, -- absent: never refused
  ended_at    timestamptz, -- absent while open
  outcome     text,        -- absent while open
  mark        smallint,    -- absent: not rated
  constraint call_pk primary key (district, case_id),
  constraint call_kind_known check (kind in ('appeal', 'enforcement', 'emergency')),
  constraint call_outcome_known check (outcome in ('finished', 'needless', 'excused', 'cancelled')),
  constraint call_ends_whole check ((ended_at is null) = (outcome is null)),
  constraint call_missed_is_listed check ((missed_at is null) = (listed_on is null)),
  constraint call_mark_in_range check (mark between 1 and 5)
);
comment on table whistles.call is 'One department called by one whistle, and what became of it. Kept by a follower of the register.';

-- the whistles of a street, or all of them, the latest first
create index call_street on whistles.call (district, street, called_at);
-- the calls of a department, the latest first
create index call_unit on whistles.call (district, unit, called_at);
-- the departments of one whistle
create index call_whistle on whistles.call (district, whistle);
-- figures of a period over the district
create index call_day on whistles.call (district, called_at);
-- who did not arrive, by the day whose list names them
create index call_missed on whistles.call (district, listed_on) where listed_on is not null;

create table whistles.arrival_code (
  district integer     not null,
  case_id  uuid        not null,
  digest   bytea       not null,
  until    timestamptz not null,
  tries    smallint    not null default 0,
  used_at  timestamptz, -- absent: not used
  constraint arrival_code_pk primary key (district, case_id),
  constraint arrival_code_tries_counted check (tries >= 0)
);
comment on table whistles.arrival_code is 'The latest code the street showed for an arrival; only its digest is kept.';
