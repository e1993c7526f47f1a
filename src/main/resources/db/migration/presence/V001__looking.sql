-- why:    two who are about to do the same learn of each other before, not after; nobody is locked out
-- locks:  none, new table
-- undo:   drop schema presence cascade
create schema if not exists presence;

create unlogged table presence.looking (
  district integer     not null,
  case_id  uuid        not null,
  staff    uuid        not null,
  name     text        not null,
  at       timestamptz not null,
  constraint looking_pk primary key (district, case_id, staff)
);
comment on table presence.looking is
  'Who opened an act of a matter and has not sent it. Worth minutes, so that losing it in a crash is no loss.';

-- the sweep of what is old
create index looking_at on presence.looking (district, at);
