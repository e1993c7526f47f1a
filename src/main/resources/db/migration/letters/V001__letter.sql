-- why:    what people are told, once for each event and way, sent after the commit and tried again
-- locks:  none, new tables
-- undo:   drop schema letters cascade (only before first release)
create schema if not exists letters;

create table letters.letter (
  district   integer     not null,
  id         uuid        not null,
  event      text        not null,
  way        text        not null,
  person_id  uuid        not null,
  case_id    uuid        not null,
  kind       text        not null,
  title_zh   text        not null,
  title_en   text        not null,
  words_zh   text        not null,
  words_en   text        not null,
  state      text        not null,
  tries      integer     not null,
  written_at timestamptz not null,
  next_at    timestamptz,   -- absent once it is sent or given up
  sent_at    timestamptz,   -- absent until it is sent
  address    text,          -- masked; absent until it was tried, and for the inbox
  fault      text,          -- why the last try failed; absent if none did
  constraint letter_pk primary key (district, id),
  constraint letter_once unique (district, event, way),
  constraint letter_way_known check (way in ('inbox', 'sms', 'email')),
  constraint letter_state_known check (state in ('waiting', 'sent', 'given-up')),
  constraint letter_waits_for_something check ((next_at is not null) = (state = 'waiting')),
  constraint letter_sent_once check ((sent_at is not null) = (state = 'sent')),
  constraint letter_tries_count_up check (tries >= 0),
  constraint letter_event_length check (char_length(event) between 1 and 200),
  constraint letter_fault_length check (char_length(fault) <= 300)
);

comment on table letters.letter is
  'One message to one person by one way. The event makes it unique: however often it is asked for, it is written once.';

-- the postman takes what is due
create index letter_due on letters.letter (district, next_at) where state = 'waiting';
-- what a person was told about a matter
create index letter_case on letters.letter (district, case_id, written_at);
-- the outbox page, newest first, by state
create index letter_outbox on letters.letter (district, state, id desc);

-- what there is of one person, for erasure
create index letter_person on letters.letter (district, person_id);

create table letters.address (
  district  integer     not null,
  person_id uuid        not null,
  email     bytea       not null,
  given_at  timestamptz not null,
  constraint address_pk primary key (district, person_id)
);

comment on table letters.address is
  'Where a person also wants to be written to; AES-256-GCM ciphertext.';
