-- why:    a ruling on who must act becomes a row of the duty list, so that it need not be made twice
-- locks:  none, new table
-- undo:   drop table routing.ruled_duty
create table routing.ruled_duty (
  district  integer     not null,
  id        uuid        not null,
  procedure text        not null,
  item      text        not null,
  area      text        not null,
  unit      text        not null,
  number    text        not null,
  reason    text        not null,
  made_by   uuid        not null,
  made_at   timestamptz not null,
  ended_by  uuid,        -- absent: in force
  ended_at  timestamptz, -- absent: in force
  constraint ruled_duty_pk primary key (district, id),
  constraint ruled_duty_reason_given check (char_length(reason) between 1 and 2000),
  constraint ruled_duty_ended_by_somebody check ((ended_by is null) = (ended_at is null))
);
comment on table routing.ruled_duty is
  'Rows of the duty list that come from rulings: matter and area to unit, from which case. Never deleted, only ended.';

-- one ruling in force for a matter and a place
create unique index ruled_duty_one on routing.ruled_duty (district, procedure, item, area) where ended_at is null;
-- the page of all, the latest first
create index ruled_duty_latest on routing.ruled_duty (district, made_at, id);
