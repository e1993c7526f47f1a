-- why:    open clocks are counted anew when the days off of a year are published
-- locks:  none, new table
-- undo:   drop table cases.recount
create table cases.recount (
  district   integer     not null,
  edition    bigint      not null,
  pass       smallint    not null,
  after      uuid,        -- absent: this pass has not begun
  not_before timestamptz not null,
  constraint recount_pk primary key (district),
  constraint recount_edition_counts_up check (edition >= 0),
  constraint recount_pass_known check (pass between 0 and 2)
);
comment on table cases.recount is
  'How far the open clocks of a district have been counted by the newest edition of the calendar.';
