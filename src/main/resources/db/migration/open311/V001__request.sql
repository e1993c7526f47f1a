-- why:    requests that came over Open311 are listed by service, day and status without reading every case
-- locks:  none, new table
-- undo:   drop schema open311 cascade (only before first release)
create schema if not exists open311;

create table open311.request (
  district   integer     not null,
  case_id    uuid        not null,
  service    text        not null,
  caller     uuid,        -- absent: sent without a key
  media_url  text,        -- absent: none was sent
  opened_at  timestamptz not null,
  updated_at timestamptz not null,
  closed     boolean     not null default false,
  constraint request_pk primary key (district, case_id),
  constraint request_order check (updated_at >= opened_at),
  constraint request_media_length check (char_length(media_url) <= 500)
);
comment on table open311.request is 'A case that came over Open311: its service, who sent it, and when it last moved.';

-- what came in some days, the latest first; by status and service within them
create index request_days on open311.request (district, opened_at, case_id);
