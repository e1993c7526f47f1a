-- why:    a work list by any filter reads one range of an index for each owner and state; titles are found by
--         any two characters
-- locks:  case_file for writing while its indexes are built; the table is small before the first release
-- undo:   drop table cases.case_words; drop index cases.case_file_list, cases.case_file_unit_list
create table cases.case_words (
  district integer  not null,
  case_id  uuid     not null,
  words    tsvector not null,
  constraint case_words_pk primary key (district, case_id),
  constraint case_words_case_fk foreign key (district, case_id) references cases.case_file (district, id)
);
comment on table cases.case_words is
  'Every two neighbouring characters of a title, and its last one; written once by a follower, for search.';

-- titles that hold all the characters somebody typed; what is pending would slow every search down
create index case_words_words on cases.case_words using gin (words) with (fastupdate = off);

-- the work list of the district by owner or state, and of a unit by any filter
create index case_file_list on cases.case_file (district, owner, state, due_at, id) where closed_at is null;
create index case_file_unit_list on cases.case_file (district, unit, owner, state, due_at, id) where closed_at is null;
drop index cases.case_file_unit_due;
