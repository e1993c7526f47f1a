-- why:    limits of minutes, for those who must come at once
-- locks:  case_clock for a moment; the new check holds for every row the old one held for
-- undo:   put the old check back, once no clock counts minutes
alter table cases.case_clock drop constraint case_clock_unit_known;
alter table cases.case_clock add constraint case_clock_unit_known
  check (unit in ('workday', 'day', 'hour', 'minute', 'workhour'));
