-- why:    who looks after which grid; visits, patrols and reports with every version; edits that met another's
-- locks:  none, new tables
-- undo:   drop schema grids cascade (only before first release)
create schema if not exists grids;

create table grids.post (
  district integer     not null,
  id       uuid        not null,
  grid     text        not null,
  staff    uuid        not null,
  phone    text        not null, -- of the office, published on the card
  since    timestamptz not null,
  until    timestamptz,          -- absent while it is held
  made_by  uuid        not null,
  ended_by uuid,                 -- absent while it is held
  constraint post_pk primary key (district, id),
  constraint post_grid_form check (grid ~ '^\d{15}$'),
  constraint post_phone_length check (char_length(phone) between 5 and 20),
  constraint post_ended_by_somebody check ((until is null) = (ended_by is null)),
  constraint post_ends_after_it_began check (until is null or until >= since)
);
comment on table grids.post is 'Who looks after a grid, and since when; kept after it ended, since the card was public.';

-- one holder of a grid at a time, and the card of a grid
create unique index post_one_holder on grids.post (district, grid) where until is null;
-- the grids of somebody
create index post_staff on grids.post (district, staff) where until is null;

create table grids.content (
  district integer not null,
  id       uuid    not null,
  sealed   bytea   not null,
  constraint content_pk primary key (district, id)
);
comment on table grids.content is 'What was written at a household''s door, as AES-256-GCM ciphertext of its fields. Only the key changes.';

create table grids.record (
  district integer     not null,
  id       uuid        not null,
  grid     text        not null,
  kind     text        not null,
  matter   text        not null,
  state    text        not null,
  again    date,                 -- absent: nobody has to come again
  case_id  uuid,                 -- absent: no matter was opened for it
  worker   uuid        not null,
  at       timestamptz not null, -- when it was written, also without network
  taken_at timestamptz not null, -- when it reached the house
  version  bigint      not null,
  content  uuid        not null,
  constraint record_pk primary key (district, id),
  constraint record_content_fk foreign key (district, content) references grids.content (district, id),
  constraint record_grid_form check (grid ~ '^\d{15}$'),
  constraint record_kind_known check (kind in ('visit', 'patrol', 'report')),
  constraint record_state_known check (state in ('open', 'settled', 'passed')),
  constraint record_open_comes_again check ((state = 'open') = (again is not null)),
  constraint record_passed_has_case check (state <> 'passed' or case_id is not null),
  constraint record_version_counts_up check (version >= 1),
  constraint record_reached_after check (taken_at >= at)
);
comment on table grids.record is 'A visit, patrol or report as it stands; every version of it is in record_version.';

-- where somebody has to come again, the earliest first
create index record_again on grids.record (district, grid, again, id) where state = 'open';
-- the latest of a grid
create index record_grid on grids.record (district, grid, at, id);
-- what somebody passed on
create index record_worker_case on grids.record (district, worker, at, id) where case_id is not null;

create table grids.record_version (
  district  integer     not null,
  record_id uuid        not null,
  version   bigint      not null,
  by        uuid        not null,
  at        timestamptz not null,
  content   uuid        not null,
  constraint record_version_pk primary key (district, record_id, version),
  constraint record_version_record_fk foreign key (district, record_id) references grids.record (district, id),
  constraint record_version_content_fk foreign key (district, content) references grids.content (district, id)
);
comment on table grids.record_version is 'What a record said at each version. [append-only]';

create table grids.clash (
  district   integer     not null,
  id         uuid        not null,
  record_id  uuid        not null,
  base       bigint      not null,
  by         uuid        not null,
  at         timestamptz not null,
  content    uuid        not null,
  settled_at timestamptz,          -- absent while nobody has chosen
  settled_by uuid,                 -- absent while nobody has chosen
  constraint clash_pk primary key (district, id),
  constraint clash_record_fk foreign key (district, record_id) references grids.record (district, id),
  constraint clash_content_fk foreign key (district, content) references grids.content (district, id),
  constraint clash_settled_by_somebody check ((settled_at is null) = (settled_by is null))
);
comment on table grids.clash is 'An edit of a field that somebody else had changed meanwhile, kept whole until somebody chooses.';

-- what waits to be chosen on a record
create index clash_open on grids.clash (district, record_id) where settled_at is null;
