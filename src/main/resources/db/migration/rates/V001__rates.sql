-- why:    response, solution, satisfaction and recurrence of appeals, each thing counted once and summed as it is counted
-- locks:  none, new tables
-- undo:   drop schema rates cascade; everything in it is recounted from the register
create table rates.dossier (
  district    integer     not null,
  case_id     uuid        not null,
  unit        text        not null,
  item        text        not null,
  area        text        not null,
  channel     text        not null,
  kind        text        not null,
  opened_at   timestamptz not null,
  answered_by text,        -- absent until a unit answered in this turn
  turn        integer     not null,
  rated       integer     not null,
  run         integer     not null,
  running     boolean     not null,
  late        boolean     not null,
  joined      boolean     not null,
  constraint dossier_pk primary key (district, case_id),
  constraint dossier_counts_up check (turn >= 1 and run >= 0 and rated between 0 and turn)
);
comment on table rates.dossier is
  'How far each appeal has been counted: which order, which turn, whose answer. Recomputable from the register.';

-- the same matter at the same place, by when it was raised
create index dossier_place on rates.dossier (district, item, area, opened_at);

create table rates.fact (
  district integer     not null,
  case_id  uuid        not null,
  rate     text        not null,
  seq      integer     not null,
  standing text        not null,
  reason   text        not null,
  at       timestamptz not null,
  day      date        not null,
  unit     text        not null,
  item     text        not null,
  area     text        not null,
  street   text        not null,
  channel  text        not null,
  kind     text        not null,
  constraint fact_pk primary key (district, case_id, rate, seq),
  constraint fact_rate_known check (rate in ('responded', 'solved', 'satisfied', 'recurred')),
  constraint fact_standing_known check (standing in ('yes', 'no', 'aside', 'out')),
  constraint fact_seq_counts_up check (seq >= 1),
  constraint fact_has_street check (starts_with(area, street))
);
comment on table rates.fact is
  'One line for each thing that counts for a rate: an order to a unit, a turn of a matter. The list behind every figure.';

-- the list behind a figure: of the district, a unit, a matter, a street
create index fact_day on rates.fact (district, rate, day, case_id, seq);
create index fact_unit on rates.fact (district, rate, unit, day, case_id, seq);
create index fact_item on rates.fact (district, rate, item, day, case_id, seq);
create index fact_street on rates.fact (district, rate, street, day, case_id, seq);
-- closings after which the same may have come again, and those after which it has
create index fact_closed on rates.fact (district, item, area, at) where rate = 'recurred';
create index fact_again on rates.fact (district, day, item, area, unit) where rate = 'recurred' and standing = 'yes';

create table rates.cell (
  district        integer not null,
  unit            text    not null, -- empty: the whole district
  face            text    not null,
  grain           text    not null,
  start           date    not null,
  name            text    not null,
  responded_yes   bigint  not null,
  responded_no    bigint  not null,
  responded_aside bigint  not null,
  responded_out   bigint  not null,
  solved_yes      bigint  not null,
  solved_no       bigint  not null,
  solved_aside    bigint  not null,
  solved_out      bigint  not null,
  satisfied_yes   bigint  not null,
  satisfied_no    bigint  not null,
  satisfied_aside bigint  not null,
  satisfied_out   bigint  not null,
  recurred_yes    bigint  not null,
  recurred_no     bigint  not null,
  recurred_aside  bigint  not null,
  recurred_out    bigint  not null,
  constraint cell_pk primary key (district, unit, face, grain, start, name),
  constraint cell_face_known check (face in ('unit', 'item', 'street', 'channel', 'kind')),
  constraint cell_grain_known check (grain in ('day', 'month'))
);
comment on table rates.cell is
  'The lines of rates.fact summed by day and by month, for the district and for each unit; what a board reads.';

create table rates.spot (
  district integer not null,
  item     text    not null,
  area     text    not null,
  seen     bigint  not null,
  constraint spot_pk primary key (district, item, area)
);
comment on table rates.spot is
  'One row for each matter at each place, locked while something is raised or closed there, so that neither misses the other.';
