-- why:    a clock that ran out and whose act cannot be done waits longer each time, then for a person
-- locks:  none, new table
-- undo:   drop table cases.stuck_alarm
create table cases.stuck_alarm (
  district integer     not null,
  case_id  uuid        not null,
  clock    text        not null,
  run      smallint    not null,
  tries    integer     not null,
  reason   text        not null,
  since    timestamptz not null,
  next_at  timestamptz, -- absent: parked until somebody has it tried again
  constraint stuck_alarm_pk primary key (district, case_id, clock, run),
  constraint stuck_alarm_clock_fk foreign key (district, case_id, clock, run)
    references cases.case_clock (district, case_id, clock, run),
  constraint stuck_alarm_was_tried check (tries >= 0)
);
comment on table cases.stuck_alarm is
  'Clocks that ran out and could not be acted on: how often it was tried, why it failed, when it is tried again.';
