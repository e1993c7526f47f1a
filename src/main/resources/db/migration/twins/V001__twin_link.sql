-- why:    matters that are the same are found by what they say, and handled together without losing a reporter
-- locks:  none, new tables
-- undo:   drop schema twins cascade (only before first release)
create schema if not exists twins;

create table twins.account (
  district   integer     not null,
  case_id    uuid        not null,
  procedure  text        not null,
  item       text,        -- absent: the matter names no item
  area       text        not null,
  applicant  uuid        not null,
  opened_at  timestamptz not null,
  words      tsvector    not null,
  unit       text,        -- absent until the matter came to an end that its person confirmed
  settled_at timestamptz, -- absent likewise
  constraint account_pk primary key (district, case_id),
  constraint account_settled_by_a_unit check ((unit is null) = (settled_at is null))
);
comment on table twins.account is
  'What a matter says, as pairs of characters, things, troubles and address words; street and month stand among them.';

-- matters of a street and some months that share a rare word
create index account_words on twins.account using gin (words) with (fastupdate = off);
-- the same among those that are settled, for suggestions
create index account_settled on twins.account using gin (words) with (fastupdate = off) where settled_at is not null;

create table twins.twin_link (
  district   integer     not null,
  id         uuid        not null,
  main       uuid        not null,
  follower   uuid        not null,
  made_by    uuid        not null,
  made_at    timestamptz not null,
  why        text        not null,
  score      smallint,    -- absent: nobody compared them
  ended_by   uuid,        -- absent while the follower waits for the main case's answer
  ended_at   timestamptz, -- absent likewise
  ended_how  text,        -- absent likewise
  ended_why  text,        -- absent likewise
  constraint twin_link_pk primary key (district, id),
  constraint twin_link_main_fk foreign key (district, main) references twins.account (district, case_id),
  constraint twin_link_follower_fk foreign key (district, follower) references twins.account (district, case_id),
  constraint twin_link_two_cases check (main <> follower),
  constraint twin_link_why_given check (char_length(why) between 1 and 500),
  constraint twin_link_score_in_hundredths check (score between 0 and 100),
  constraint twin_link_ends_whole check (
    (ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_how is null)
    and (ended_at is null) = (ended_why is null)
  ),
  constraint twin_link_end_known check (ended_how in ('answered', 'parted', 'moved', 'closed'))
);
comment on table twins.twin_link is
  'Which matter waits for the answer of which other, who said so and why. Undone by an end with a reason, never deleted.';

-- a matter follows one other at a time
create unique index twin_link_follower on twins.twin_link (district, follower) where ended_at is null;
-- who follows a matter, the first first; and all there were
create index twin_link_main on twins.twin_link (district, main, made_at);
-- what a matter followed, the latest last
create index twin_link_past on twins.twin_link (district, follower, made_at);
