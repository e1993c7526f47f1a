-- why:    what happened each day, counted as the register grows, so that a board never counts rows
-- locks:  none, new table
-- undo:   drop schema boards cascade (only before first release)
create table boards.tally (
  district integer not null,
  day      date    not null,
  act      text    not null,
  n        bigint  not null,
  constraint tally_pk primary key (district, day, act),
  constraint tally_counts_up check (n >= 0)
);
comment on table boards.tally is
  'How often each act was done on each day, in Chinese days; recomputable from the register.';
