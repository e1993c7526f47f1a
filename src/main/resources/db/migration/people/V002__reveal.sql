-- why:    whoever is shown a person's values in full leaves a row in the same transaction; the log outlives an erased person
-- locks:  none, new table
-- undo:   drop table people.reveal
create table people.reveal (
  district    integer     not null,
  id          uuid        not null,
  person_id   uuid        not null,
  case_number text        not null,
  actor_id    uuid        not null,
  unit        text        not null,
  fields      text[]      not null,
  reason      text        not null,
  came_from   text        not null,
  at          timestamptz not null,
  constraint reveal_pk primary key (district, id),
  constraint reveal_fields_named check (cardinality(fields) between 1 and 10),
  constraint reveal_reason_given check (char_length(reason) between 1 and 500),
  constraint reveal_origin_given check (char_length(came_from) between 1 and 100)
);

comment on table people.reveal is 'Who was shown whose values in full, when, why and from where. [append-only]';

-- what a person is told about who looked
create index reveal_person on people.reveal (district, person_id, id desc);

-- what administrators look for: by colleague, by unit, by matter
create index reveal_actor on people.reveal (district, actor_id, id desc);
create index reveal_unit on people.reveal (district, unit, id desc);
create index reveal_case on people.reveal (district, case_number, id desc);
