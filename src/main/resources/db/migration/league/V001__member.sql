-- why:    League organisations, their members, where each belongs at every moment, and the transfers between them
-- locks:  none, new tables
-- undo:   drop schema league cascade (only before first release)
create schema if not exists league;

create table league.organisation (
  district integer not null,
  code     text    not null,
  kind     text    not null,
  parent   text,    -- absent at the top
  zh       text    not null,
  en       text    not null,
  area     text,    -- absent where it looks after no place of its own
  branch   boolean not null,
  origin   text    not null,
  constraint organisation_pk primary key (district, code),
  constraint organisation_parent_fk foreign key (district, parent) references league.organisation (district, code),
  constraint organisation_code_form check (code ~ '^[a-z0-9][a-z0-9-]{1,59}$'),
  constraint organisation_kind_known check (kind in ('committee', 'school', 'class', 'enterprise', 'street', 'association',
    'platform', 'partner', 'special', 'floating', 'abroad', 'delayed', 'branch', 'outside')),
  constraint organisation_origin_known check (origin in ('national', 'local', 'ours')),
  constraint organisation_named check (char_length(zh) between 1 and 100 and char_length(en) between 1 and 200)
);
comment on table league.organisation is 'The tree of League organisations. A branch holds members; the others give them one.';

-- what stands under an organisation
create index organisation_under on league.organisation (district, parent);

create table league.post (
  district     integer     not null,
  organisation text        not null,
  staff        uuid        not null,
  since        timestamptz not null,
  constraint post_pk primary key (district, organisation, staff),
  constraint post_organisation_fk foreign key (district, organisation) references league.organisation (district, code)
);
comment on table league.post is 'Which member of the staff acts for which organisation and all under it.';

-- for what a member of the staff acts
create index post_staff on league.post (district, staff);

create table league.member (
  district      integer     not null,
  id            uuid        not null,
  number        text        not null,
  person        uuid        not null,
  home          text        not null,
  cohort        integer     not null,
  graduated_on  date        not null,
  answers       jsonb       not null,
  print         bytea       not null,
  registered_at timestamptz not null,
  position      integer     not null,
  open          boolean     not null default true,
  constraint member_pk primary key (district, id),
  constraint member_number_once unique (district, number),
  constraint member_home_fk foreign key (district, home) references league.organisation (district, code),
  constraint member_number_form check (number ~ '^[0-9A-Za-z-]{4,30}$'),
  constraint member_cohort_sane check (cohort between 1990 and 2100),
  constraint member_always_somewhere check (open)
);
comment on table league.member is
  'A graduate of the League. Name and phone lie with the person. Position names the one open row of membership: nobody is nowhere.';

-- the members of a person who signed in
create index member_person on league.member (district, person);
-- the graduates of a year by class
create index member_cohort on league.member (district, cohort, home);

create table league.membership (
  district     integer     not null,
  member       uuid        not null,
  n            integer     not null,
  organisation text        not null,
  standing     text        not null,
  transfer     uuid,       -- absent where the member stays as registered, or was marked
  since        timestamptz not null,
  until        timestamptz, -- absent for where the member is now
  open         boolean generated always as (until is null) stored not null,
  constraint membership_pk primary key (district, member, n),
  constraint membership_open_key unique (district, member, n, open),
  constraint membership_member_fk foreign key (district, member) references league.member (district, id),
  constraint membership_organisation_fk foreign key (district, organisation)
    references league.organisation (district, code),
  constraint membership_standing_known check (standing in ('settled', 'under-way', 'holding')),
  constraint membership_moving_by_transfer check (standing = 'settled' or transfer is not null),
  constraint membership_forward check (until >= since)
);
comment on table league.membership is 'Where a member belongs, one row after the other without a gap. A row is closed once and never changed otherwise.';

-- one place at a time
create unique index membership_now on league.membership (district, member) where until is null;
-- who belongs to an organisation now
create index membership_of on league.membership (district, organisation, standing) where until is null;

-- the open row named by the member must exist and be open whenever a transaction ends
alter table league.member add constraint member_position_fk foreign key (district, id, position, open)
  references league.membership (district, member, n, open) deferrable initially deferred;

create table league.transfer (
  district     integer     not null,
  id           uuid        not null,
  number       text        not null,
  code         text        not null,
  member       uuid        not null,
  out          text        not null,
  goes_to      text        not null,
  branch       text,        -- absent until a branch is given, or none is needed
  rule         text        not null,
  started_by   text        not null,
  overridden   text,        -- absent where the rule's destination stands
  phase        text        not null,
  returns      integer     not null,
  ordered      boolean     not null,
  reason       text,        -- absent while nothing was returned or ordered
  submitted_at timestamptz not null,
  reviewed_at  timestamptz, -- absent until reviewed
  ended_at     timestamptz, -- absent while it goes on
  late         text[]      not null,
  constraint transfer_pk primary key (district, id),
  constraint transfer_member_fk foreign key (district, member) references league.member (district, id),
  constraint transfer_out_fk foreign key (district, out) references league.organisation (district, code),
  constraint transfer_in_fk foreign key (district, goes_to) references league.organisation (district, code),
  constraint transfer_branch_fk foreign key (district, branch) references league.organisation (district, code),
  constraint transfer_phase_known check (phase in ('submitted', 'returned', 'assigning', 'holding', 'moved', 'released',
    'withdrawn')),
  constraint transfer_starter_known check (started_by in ('out', 'in', 'member', 'committee')),
  constraint transfer_ends_whole check ((ended_at is null) = (phase in ('submitted', 'returned', 'assigning', 'holding'))),
  constraint transfer_reviewed_before_it_moved check (reviewed_at is not null or phase in ('submitted', 'returned', 'withdrawn')),
  constraint transfer_return_has_reason check (phase <> 'returned' or reason is not null),
  constraint transfer_late_known check (late <@ array['submission', 'review', 'move'])
);
comment on table league.transfer is 'A transfer as the League sees it; the matter of the same id keeps its register.';

-- one transfer under way at a time, and one holding
create unique index transfer_under_way on league.transfer (district, member)
  where phase in ('submitted', 'returned', 'assigning');
create unique index transfer_held on league.transfer (district, member) where phase = 'holding';
-- everything a member went through
create index transfer_of on league.transfer (district, member, phase);
-- who was ever held
create index transfer_ever_held on league.transfer (district, member) where phase in ('holding', 'released');
-- what waits at a receiver, the oldest first; what a school still has out
create index transfer_at_receiver on league.transfer (district, goes_to, phase, submitted_at);
create index transfer_from on league.transfer (district, out, phase, submitted_at);

create table league.returned (
  district     integer     not null,
  transfer     uuid        not null,
  n            integer     not null,
  organisation text        not null,
  at           timestamptz not null,
  constraint returned_pk primary key (district, transfer, n),
  constraint returned_transfer_fk foreign key (district, transfer) references league.transfer (district, id)
);
comment on table league.returned is 'Which receiver returned which transfer, so that none refuses everybody unseen. [append-only]';

create table league.roll (
  district integer     not null,
  id       uuid        not null,
  print    bytea       not null,
  name     text        not null,
  given_by uuid        not null,
  given_at timestamptz not null,
  content  bytea,       -- absent once nobody needs the file any more
  total    integer     not null,
  done     integer     not null,
  added    integer     not null,
  changed  integer     not null,
  same     integer     not null,
  faulty   integer     not null,
  ended_at timestamptz, -- absent while it can go on
  constraint roll_pk primary key (district, id),
  constraint roll_file_once unique (district, print),
  constraint roll_counts check (done = added + changed + same + faulty and done between 0 and total),
  constraint roll_ends_whole check (ended_at is null or done = total),
  constraint roll_goes_on_with_its_file check (ended_at is not null or content is not null)
);
comment on table league.roll is 'A file of members, its content sealed for as long as somebody needs it, and how far it was taken in.';

-- the latest files first
create index roll_given on league.roll (district, given_at);

create table league.roll_fault (
  district integer not null,
  roll     uuid    not null,
  line     integer not null,
  zh       text    not null,
  en       text    not null,
  constraint roll_fault_pk primary key (district, roll, line),
  constraint roll_fault_roll_fk foreign key (district, roll) references league.roll (district, id)
);
comment on table league.roll_fault is 'A line of a file that was not taken in, and why. What stood in it is in the file alone.';

create table league.audit (
  district  integer     not null,
  id        uuid        not null,
  kind      text        not null,
  at        timestamptz not null,
  by        uuid        not null,
  said      text        not null,
  sound     boolean     not null,
  constraint audit_pk primary key (district, id),
  constraint audit_kind_known check (kind in ('conservation', 'export', 'reminder', 'post'))
);
comment on table league.audit is 'Nightly counts, files taken, reminders sent, posts given. [append-only]';

-- the latest of a kind
create index audit_latest on league.audit (district, kind, at);
