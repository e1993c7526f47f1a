-- why:    the case file, its clocks, its append-only register and the lanes that order it
-- locks:  none, new tables
-- undo:   drop schema cases cascade (only before first release)
create table cases.lane (
  district integer  not null,
  lane     smallint not null,
  last     bigint   not null,
  day      date     not null,
  opened   integer  not null,
  constraint lane_pk primary key (district, lane),
  constraint lane_last_counts_up check (last >= 0),
  constraint lane_opened_counts_up check (opened >= 0)
);
comment on table cases.lane is
  'One counter row for each lane of a district: the last position given, and how many matters were opened on the day.';

create table cases.case_file (
  district  integer     not null,
  id        uuid        not null,
  lane      smallint    not null,
  number    text        not null,
  code      text        not null,
  procedure text        not null,
  revision  integer     not null,
  item      text,        -- absent: the matter names no item of its procedure
  state     text        not null,
  owner     text,        -- absent at an end: nobody has to move
  title     text        not null,
  area      text        not null,
  unit      text        not null,
  handler   uuid,        -- absent: nobody in the unit has taken it on
  applicant uuid        not null,
  channel   text        not null,
  parent    uuid,        -- absent: not opened under another matter
  level     smallint    not null,
  facts     jsonb       not null,
  hands     jsonb       not null,
  moments   jsonb       not null,
  version   bigint      not null,
  digest    bytea       not null,
  opened_at timestamptz not null,
  closed_at timestamptz, -- absent while the matter is open
  due_at    timestamptz, -- absent while no clock runs
  constraint case_file_pk primary key (district, id),
  constraint case_file_number_unique unique (district, number),
  constraint case_file_code_unique unique (district, code),
  constraint case_file_title_length check (char_length(title) between 1 and 200),
  constraint case_file_channel_known check (channel in ('window', 'phone', 'online', 'api', 'grid', 'internal')),
  constraint case_file_level_known check (level between 1 and 3),
  constraint case_file_version_counts_up check (version >= 1),
  constraint case_file_digest_length check (octet_length(digest) = 32),
  constraint case_file_open_has_owner check ((closed_at is null) = (owner is not null))
);
comment on table cases.case_file is 'A matter as it stands now; every column can be recomputed from its entries.';

-- the work list: open matters of a unit, or of the district, by nearest due
create index case_file_unit_due on cases.case_file (district, unit, due_at, id) where closed_at is null;
create index case_file_due on cases.case_file (district, due_at, id) where closed_at is null;
-- children of a matter, and whether one is still open
create index case_file_parent on cases.case_file (district, parent) where parent is not null;
-- what a person has raised
create index case_file_applicant on cases.case_file (district, applicant, opened_at);

create table cases.case_entry (
  district   integer     not null,
  case_id    uuid        not null,
  version    bigint      not null,
  act        text        not null,
  from_state text        not null,
  to_state   text        not null,
  at         timestamptz not null,
  actor      uuid        not null,
  role       text        not null,
  on_behalf  uuid,        -- absent: the actor acted for itself
  note       text,        -- absent: none was given, or it was lawfully erased
  data       jsonb,       -- absent only after lawful erasure
  salt       bytea       not null,
  commitment bytea       not null,
  lane       smallint    not null,
  position   bigint      not null,
  digest     bytea       not null,
  constraint case_entry_pk primary key (district, case_id, version),
  constraint case_entry_position_unique unique (district, lane, position),
  constraint case_entry_case_fk foreign key (district, case_id) references cases.case_file (district, id),
  constraint case_entry_version_counts_up check (version >= 1),
  constraint case_entry_digest_length check (octet_length(digest) = 32)
);
comment on table cases.case_entry is
  'What happened to a matter, in order: the register and the outbox in one. Never updated, never deleted. [append-only]';

create table cases.case_clock (
  district      integer     not null,
  case_id       uuid        not null,
  clock         text        not null,
  run           smallint    not null,
  status        text        not null,
  started_at    timestamptz not null,
  amount        integer     not null,
  unit          text        not null,
  promised      text,        -- absent: nothing was promised; else like "1 workday"
  extended      integer     not null,
  stops         jsonb       not null,
  due_day       date        not null,
  due_at        timestamptz not null,
  promised_day  date,        -- absent: nothing was promised
  provisional   boolean     not null,
  fired_at      timestamptz, -- absent: did not run out
  ended_at      timestamptz, -- absent: not ended
  constraint case_clock_pk primary key (district, case_id, clock, run),
  constraint case_clock_case_fk foreign key (district, case_id) references cases.case_file (district, id),
  constraint case_clock_status_known check (status in ('running', 'stopped', 'ended')),
  constraint case_clock_unit_known check (unit in ('workday', 'day', 'hour', 'workhour')),
  constraint case_clock_ended_has_time check ((status = 'ended') = (ended_at is not null))
);
comment on table cases.case_clock is 'One run of one clock of a matter: its limits, stops, extension and due day.';

-- no clock of a matter runs twice at once
create unique index case_clock_one_open on cases.case_clock (district, case_id, clock) where status <> 'ended';
-- the alarms: clocks that run out next
create index case_clock_alarm on cases.case_clock (district, due_at) where status = 'running' and fired_at is null;

create table cases.follower (
  district integer  not null,
  name     text     not null,
  lane     smallint not null,
  position bigint   not null,
  constraint follower_pk primary key (district, name, lane),
  constraint follower_position_counts_up check (position >= 0)
);
comment on table cases.follower is 'How far each reader of the register has come, lane by lane.';

create table cases.seal (
  district  integer     not null,
  lane      smallint    not null,
  size      bigint      not null,
  root      bytea       not null,
  frontier  bytea       not null,
  at        timestamptz not null,
  key       bytea       not null,
  signature bytea       not null,
  constraint seal_pk primary key (district, lane, size),
  constraint seal_root_length check (octet_length(root) = 32)
);
comment on table cases.seal is
  'Signed checkpoints of each lane: the root of a Merkle tree (RFC 6962) over its first entries. [append-only]';
