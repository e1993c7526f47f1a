-- why:    a retried request does nothing twice and gets the first answer again
-- locks:  none, new table
-- undo:   drop schema intake cascade (only before first release)
create table intake.request_key (
  district    integer     not null,
  actor       uuid        not null,
  key         text        not null,
  fingerprint bytea       not null,
  status      integer,     -- absent only inside the transaction that claims the key
  answer      text,        -- absent only inside the transaction that claims the key
  at          timestamptz not null,
  constraint request_key_pk primary key (district, actor, key),
  constraint request_key_length check (char_length(key) between 1 and 128)
);
comment on table intake.request_key is
  'What was answered to a request with an Idempotency-Key, by actor and key, with a digest of what was asked.';

-- the sweep of old keys
create index request_key_at on intake.request_key (district, at);
