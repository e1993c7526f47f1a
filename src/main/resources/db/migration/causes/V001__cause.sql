-- why:    one problem leads to its class of problem: root causes, and the matters that come of them
-- locks:  none, new tables
-- undo:   drop schema causes cascade (only before first release)
create table causes.cause (
  district      integer     not null,
  id            uuid        not null,
  title         text        not null,
  description   text        not null,
  items         text[]      not null,
  area          text        not null,
  unit          text        not null,
  rectification uuid        not null,
  made_by       uuid        not null,
  made_at       timestamptz not null,
  constraint cause_pk primary key (district, id),
  constraint cause_rectification_unique unique (district, rectification),
  constraint cause_title_length check (char_length(title) between 1 and 200),
  constraint cause_description_length check (char_length(description) between 10 and 4000),
  constraint cause_has_items check (cardinality(items) >= 1)
);
comment on table causes.cause is
  'What lies behind several matters; how far it is put right says the rectification. Never deleted.';

create table causes.cause_link (
  district  integer     not null,
  id        uuid        not null,
  cause     uuid        not null,
  case_id   uuid        not null,
  made_by   uuid        not null,
  made_at   timestamptz not null,
  why       text        not null,
  ended_by  uuid,        -- absent while the link holds
  ended_at  timestamptz, -- absent likewise
  ended_why text,        -- absent likewise
  constraint cause_link_pk primary key (district, id),
  constraint cause_link_cause_fk foreign key (district, cause) references causes.cause (district, id),
  constraint cause_link_why_given check (char_length(why) between 1 and 500),
  constraint cause_link_ends_whole check (
    (ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_why is null)
  )
);
comment on table causes.cause_link is
  'Which matter comes of which cause, who said so and why. Undone by an end with a reason, never deleted.';

-- a matter comes of one cause at a time
create unique index cause_link_matter on causes.cause_link (district, case_id) where ended_at is null;
-- what comes of a cause
create index cause_link_cause on causes.cause_link (district, cause, made_at);
