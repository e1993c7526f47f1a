-- why:    lists by kind of appeal; and what reports a unit is left out of that unit's lists
-- locks:  case_file for writing while its indexes are built; the table is small before the first release
-- undo:   drop index cases.case_file_kind, cases.case_file_reported
create index case_file_kind on cases.case_file (district, (facts ->> 'kind'), due_at, id) where closed_at is null;
create index case_file_reported on cases.case_file (district, (facts ->> 'reported'))
  where facts ->> 'reported' is not null;
