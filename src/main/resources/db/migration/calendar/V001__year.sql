-- why:    years of days off and make-up days as imported, every revision kept
-- locks:  none, new tables
-- undo:   drop schema calendar cascade (only before first release)
create schema if not exists calendar;

create table calendar.year (
  year        integer     not null,
  revision    integer     not null,
  status      text        not null,
  origin      text        not null,
  source      text        not null,
  body        text        not null,
  imported_at timestamptz not null,
  constraint year_pk primary key (year, revision),
  constraint year_year_check check (year between 2024 and 2060),
  constraint year_revision_check check (revision >= 1),
  constraint year_status_check check (status in ('published', 'statutory')),
  constraint year_origin_check check (origin in ('national', 'local', 'ours')),
  constraint year_source_check check (source <> ''),
  constraint year_body_check check (length(body) between 1 and 65536)
);

comment on table calendar.year is
  'Calendar years as imported, word for word. The highest revision of a year holds and overrides the shipped file; earlier ones are history. Reference data: no district.';

create table calendar.edition (
  id     smallint not null,
  number bigint   not null,
  constraint edition_pk primary key (id),
  constraint edition_id_check check (id = 1),
  constraint edition_number_check check (number >= 0)
);

comment on table calendar.edition is
  'One row: how many imports changed the calendar. Locked by every import, so imports queue; read by every process to see that its copy is stale.';

insert into calendar.edition (id, number) values (1, 0);
