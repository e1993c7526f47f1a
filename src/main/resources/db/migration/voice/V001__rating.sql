-- why:    what people said of how their matter was handled, silence kept apart from praise
-- locks:  none, new table
-- undo:   drop schema voice cascade (only before first release)
create table voice.rating (
  district integer     not null,
  case_id  uuid        not null,
  version  bigint      not null,
  grade    smallint,    -- absent: asked and not rated; never counted as satisfied
  role     text        not null,
  at       timestamptz not null,
  constraint rating_pk primary key (district, case_id, version),
  constraint rating_grade_known check (grade between 1 and 5)
);
comment on table voice.rating is
  'One row for each time a person could rate: 1 very satisfied to 5 very dissatisfied (GB/T 39046 A.8), or nothing.';
