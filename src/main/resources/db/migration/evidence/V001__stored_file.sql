-- why:    files of matters: what was given by whom, where its content lies, who saw it, how much there is
-- locks:  none, new tables
-- undo:   drop schema evidence cascade (only before first release)
create schema if not exists evidence;

create table evidence.stored_file (
  district  integer     not null,
  case_id   uuid        not null,
  id        uuid        not null,
  kind      text        not null,
  name      text        not null,
  bytes     bigint      not null,
  digest    text        not null,
  thumbnail text,        -- absent for papers
  origin    bytea,       -- absent if no camera told anything; ciphertext
  given_by  uuid        not null,
  by_staff  boolean     not null,
  given_at  timestamptz not null,
  constraint stored_file_pk primary key (district, case_id, id),
  constraint stored_file_once unique (district, case_id, digest),
  constraint stored_file_kind_known check (kind in ('jpeg', 'png', 'pdf', 'docx', 'xlsx', 'text')),
  constraint stored_file_name_given check (char_length(name) between 1 and 120),
  constraint stored_file_bytes_counted check (bytes > 0),
  constraint stored_file_digest_form check (digest ~ '^[0-9a-f]{64}$'),
  constraint stored_file_thumbnail_form check (thumbnail ~ '^[0-9a-f]{64}$')
);

comment on table evidence.stored_file is
  'A file of a matter; the content lies in the folder under its digest. Time and place of a photo are AES-256-GCM ciphertext.';

-- the sweep asks which contents are still named
create index stored_file_digest on evidence.stored_file (digest);
create index stored_file_thumbnail on evidence.stored_file (thumbnail) where thumbnail is not null;

-- those that are closed, brought along when the key is replaced
create index stored_file_origin on evidence.stored_file (district, id) where origin is not null;

create table evidence.used (
  district integer not null,
  whose    uuid    not null,
  period   text    not null,
  files    integer not null,
  bytes    bigint  not null,
  constraint used_pk primary key (district, whose, period),
  constraint used_counts_up check (files >= 0 and bytes >= 0),
  constraint used_period_form check (period = 'all' or period ~ '^\d{4}-\d{2}-\d{2}$')
);

comment on table evidence.used is
  'How much was given: of a matter in all, by a person in a day, in the district in a day (whose = zero).';

create table evidence.seen (
  district integer     not null,
  id       uuid        not null,
  case_id  uuid        not null,
  file_id  uuid        not null,
  actor    uuid        not null,
  role     text        not null,
  part     text        not null,
  at       timestamptz not null,
  constraint seen_pk primary key (district, id),
  constraint seen_part_known check (part in ('content', 'thumbnail', 'origin'))
);

comment on table evidence.seen is 'Who was handed which file, before it was handed out. [append-only]';

-- who saw the files of this matter
create index seen_case on evidence.seen (district, case_id, at);
