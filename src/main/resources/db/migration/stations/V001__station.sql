-- why:    love stations: where they are, when they are open, what works, what is in stock, who visited, what was opened as a matter
-- locks:  none, new tables
-- undo:   drop schema stations cascade (only before first release)
create schema if not exists stations;

create table stations.station (
  district    integer          not null,
  id          uuid             not null,
  code        text             not null,
  name_zh     text             not null,
  name_en     text             not null,
  kind        text             not null,
  area        text             not null,
  address_zh  text             not null,
  address_en  text             not null,
  way_zh      text             not null,
  way_en      text             not null,
  lat         double precision not null,
  lng         double precision not null,
  phone       text             not null,
  unit        text             not null,
  week        text[]           not null,
  special     text[]           not null,
  state       text             not null,
  state_until timestamptz,      -- absent: until somebody says otherwise
  reason_zh   text,             -- absent: nothing to explain
  reason_en   text,             -- absent: nothing to explain
  state_at    timestamptz      not null,
  version     bigint           not null,
  constraint station_pk primary key (district, id),
  constraint station_code_unique unique (district, code),
  constraint station_code_form check (code ~ '^[a-z][a-z0-9-]{1,39}$'),
  constraint station_name_given check (char_length(name_zh) between 1 and 60 and char_length(name_en) between 1 and 120),
  constraint station_place_on_earth check (lat between -90 and 90 and lng between -180 and 180),
  constraint station_week_of_seven check (cardinality(week) = 7),
  constraint station_state_known check (state in ('open', 'full', 'paused', 'retired')),
  constraint station_pause_explained check (state <> 'paused' or reason_zh is not null),
  constraint station_reason_in_both check ((reason_zh is null) = (reason_en is null)),
  constraint station_version_counts check (version >= 1)
);
comment on table stations.station is
  'A love station. Hours are texts of the form 07:00-21:00, a day at a time from Monday; special days replace them.';

create table stations.facility (
  district  integer     not null,
  station   uuid        not null,
  facility  text        not null,
  condition text        not null,
  since     timestamptz not null,
  constraint facility_pk primary key (district, station, facility),
  constraint facility_station_fk foreign key (district, station) references stations.station,
  constraint facility_condition_known check (condition in ('working', 'reported', 'out'))
);
comment on table stations.facility is
  'What a station has and whether it works; reported means that a passer-by said it does not and nobody has looked yet.';

create table stations.change (
  district integer     not null,
  id       uuid        not null,
  station  uuid        not null,
  at       timestamptz not null,
  actor    uuid        not null,
  what     text        not null,
  detail   text        not null,
  constraint change_pk primary key (district, id),
  constraint change_station_fk foreign key (district, station) references stations.station
);
comment on table stations.change is 'Who changed what of a station, and when. [append-only]';

-- the log on the page of a station, the latest first
create index change_station on stations.change (district, station, at, id);

create table stations.photo (
  district integer     not null,
  station  uuid        not null,
  file     uuid        not null,
  words_zh text        not null,
  words_en text        not null,
  shown    boolean     not null,
  added_by uuid        not null,
  added_at timestamptz not null,
  constraint photo_pk primary key (district, station, file),
  constraint photo_station_fk foreign key (district, station) references stations.station,
  constraint photo_words_given check (char_length(words_zh) between 1 and 200 and char_length(words_en) between 1 and 400)
);
comment on table stations.photo is
  'Which pictures of a station everybody may see, and what they show for those who do not see; the files lie with evidence.';

create table stations.trouble (
  district  integer     not null,
  station   uuid        not null,
  case_id   uuid        not null,
  kind      text        not null,
  subject   text        not null,
  opened_at timestamptz not null,
  closed_at timestamptz, -- absent while the matter is being worked
  constraint trouble_pk primary key (district, station, case_id),
  constraint trouble_station_fk foreign key (district, station) references stations.station,
  constraint trouble_kind_known check (kind in ('broken', 'stock'))
);
comment on table stations.trouble is 'The matters opened about a station: something broken, something running out.';

-- one open matter for each thing; whoever comes second finds it. What has no name may be many.
create unique index trouble_open_once on stations.trouble (district, station, kind, subject)
  where closed_at is null and subject <> 'other';
-- the follower asks by matter
create index trouble_case on stations.trouble (district, case_id);

create table stations.stock (
  district integer not null,
  station  uuid    not null,
  supply   text    not null,
  balance  integer not null,
  low_mark integer not null,
  position bigint  not null,
  constraint stock_pk primary key (district, station, supply),
  constraint stock_station_fk foreign key (district, station) references stations.station,
  constraint stock_never_below_zero check (balance >= 0),
  constraint stock_low_mark_counts check (low_mark between 0 and 100000),
  constraint stock_position_counts check (position >= 0)
);
comment on table stations.stock is 'How much of a supply is at a station now, and from what number on it counts as low.';

create table stations.movement (
  district integer     not null,
  station  uuid        not null,
  supply   text        not null,
  position bigint      not null,
  kind     text        not null,
  delta    integer     not null,
  balance  integer     not null,
  people   text,        -- absent: to no group of people
  reason   text        not null,
  undoes   bigint,      -- absent: undoes nothing
  visit    uuid,        -- absent: not given on a visit
  actor    uuid        not null,
  at       timestamptz not null,
  constraint movement_pk primary key (district, station, supply, position),
  constraint movement_stock_fk foreign key (district, station, supply) references stations.stock,
  constraint movement_undone_once unique (district, station, supply, undoes),
  constraint movement_kind_known check (kind in ('received', 'issued', 'counted', 'undone')),
  constraint movement_moves_something check (delta <> 0 or kind = 'counted'),
  constraint movement_balance_never_below_zero check (balance >= 0),
  constraint movement_direction check (
    (kind <> 'received' or delta > 0) and (kind <> 'issued' or delta < 0) and ((kind = 'undone') = (undoes is not null))),
  constraint movement_undoes_earlier check (undoes < position),
  constraint movement_explained check (kind in ('received', 'issued') or char_length(reason) between 1 and 200),
  constraint movement_reason_short check (char_length(reason) <= 200)
);
comment on table stations.movement is
  'What came, went and was counted, in order; the balance after each. A mistake is undone by a further row. [append-only]';

create table stations.visit (
  district integer     not null,
  id       uuid        not null,
  day      date        not null,
  station  uuid,        -- absent: at a company's site that is no station
  site     text        not null,
  area     text        not null,
  units    text[]      not null,
  others   text        not null,
  people   integer     not null,
  met      integer     not null,
  workers  text[]      not null,
  topics   text[]      not null,
  note     text        not null,
  made_by  uuid        not null,
  made_at  timestamptz not null,
  request  uuid        not null,
  constraint visit_pk primary key (district, id),
  constraint visit_station_fk foreign key (district, station) references stations.station,
  constraint visit_once unique (district, request),
  constraint visit_site_named check (char_length(site) between 1 and 100),
  constraint visit_somebody_went check (people between 1 and 500 and cardinality(units) >= 1),
  constraint visit_met_counted check (met between 0 and 5000)
);
comment on table stations.visit is 'A care visit: who went where and when, whom they met, what they asked about. [append-only]';

-- the list, the latest first
create index visit_day on stations.visit (district, day, id);

create table stations.gift (
  district integer not null,
  visit    uuid    not null,
  supply   text    not null,
  quantity integer not null,
  position bigint,  -- absent: brought along, not from a station's stock
  constraint gift_pk primary key (district, visit, supply),
  constraint gift_visit_fk foreign key (district, visit) references stations.visit,
  constraint gift_is_something check (quantity between 1 and 100000)
);
comment on table stations.gift is 'What was given on a visit; from the stock of the station where a movement is named. [append-only]';

create table stations.heard (
  district integer     not null,
  visit    uuid        not null,
  case_id  uuid        not null,
  at       timestamptz not null,
  constraint heard_pk primary key (district, visit, case_id),
  constraint heard_visit_fk foreign key (district, visit) references stations.visit
);
comment on table stations.heard is 'The appeals heard on a visit; each is a matter of its own. [append-only]';
