-- why:    staff keep the lists they look at every day, and what leaves as a file is written down
-- locks:  none, new tables
-- undo:   drop schema views cascade (only before first release)
create schema if not exists views;

create table views.view (
  district integer     not null,
  staff    uuid        not null,
  slot     smallint    not null,
  id       uuid        not null,
  name     text        not null,
  queue    text        not null,
  unit     text,        -- absent: all units
  state    text,        -- absent: all states
  due      text,        -- absent: whenever it is due
  q        text,        -- absent: no words
  columns  text[]      not null,
  first    boolean     not null,
  made_at  timestamptz not null,
  constraint view_pk primary key (district, staff, slot),
  constraint view_id_unique unique (district, id),
  constraint view_name_unique unique (district, staff, name),
  constraint view_slot_free check (slot between 1 and 12),
  constraint view_name_given check (char_length(name) between 1 and 30),
  constraint view_q_short check (char_length(q) <= 200)
);
comment on table views.view is
  'The lists a member of the staff keeps, at most twelve: the slot is the limit, so that no two requests pass it.';

-- at most one is what the desk opens with
create unique index view_first on views.view (district, staff) where first;

create table views.export (
  district integer     not null,
  id       uuid        not null,
  staff    uuid        not null,
  at       timestamptz not null,
  asked    text        not null,
  numbers  text[]      not null,
  constraint export_pk primary key (district, id)
);
comment on table views.export is
  'What left the house as a file: who took it, when, what was asked for, which matters were in it. [append-only]';

-- what one member took, the latest first
create index export_staff on views.export (district, staff, at);
