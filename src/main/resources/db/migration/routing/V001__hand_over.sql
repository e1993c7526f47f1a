-- why:    who stands in for whom while somebody is away
-- locks:  none, new table
-- undo:   drop schema routing cascade (only before first release)
create schema if not exists routing;

create table routing.hand_over (
  district integer     not null,
  id       uuid        not null,
  absent   uuid        not null,
  deputy   uuid        not null,
  from_day date        not null,
  to_day   date        not null,
  reason   text        not null,
  made_by  uuid        not null,
  made_at  timestamptz not null,
  ended_by uuid,        -- absent: it runs its course
  ended_at timestamptz, -- absent: it runs its course
  constraint hand_over_pk primary key (district, id),
  constraint hand_over_two_people check (absent <> deputy),
  constraint hand_over_days_in_order check (from_day <= to_day),
  constraint hand_over_reason_given check (char_length(reason) between 1 and 200),
  constraint hand_over_ended_by_somebody check ((ended_by is null) = (ended_at is null))
);
comment on table routing.hand_over is
  'Who stands in for whom, from and to which day. Never deleted: it is the warrant of what the deputy did.';

-- what concerns one member, as the one who is away or as the deputy, the latest first
create index hand_over_absent on routing.hand_over (district, absent, to_day);
create index hand_over_deputy on routing.hand_over (district, deputy, to_day);
-- the administrator's list, the latest first
create index hand_over_days on routing.hand_over (district, to_day, id);
