-- why:    the district, its streets, communities and grids, as loaded from a versioned file
-- locks:  none, new tables
-- undo:   drop schema places cascade (only before first release)
create schema if not exists places;

create table places.edition (
  version   integer     not null,
  digest    text        not null,
  loaded_at timestamptz not null,
  constraint edition_pk primary key (version),
  constraint edition_version_positive check (version > 0),
  constraint edition_digest_form check (digest ~ '^[0-9a-f]{64}$')
);

comment on table places.edition is 'Which versions of the file of places were loaded, and when.';

create table places.area (
  code    text    not null,
  kind    text    not null,
  name_zh text    not null,
  name_en text    not null,
  parent  text,             -- absent only for the district
  officer text,             -- only grids have an officer
  phone   text,             -- only grids have a supervision phone
  origin  text    not null,
  source  text    not null,
  version integer not null, -- the last edition that named it
  constraint area_pk primary key (code),
  constraint area_parent_fk foreign key (parent) references places.area (code),
  constraint area_version_fk foreign key (version) references places.edition (version),
  constraint area_kind_known check (kind in ('district', 'street', 'community', 'grid')),
  constraint area_origin_known check (origin in ('national', 'local', 'ours')),
  constraint area_code_form check (
    code ~ case kind
      when 'district' then '^\d{6}$'
      when 'street' then '^\d{9}$'
      when 'community' then '^\d{12}$'
      else '^\d{15}$'
    end
  ),
  constraint area_parent_given check ((parent is null) = (kind = 'district')),
  constraint area_grid_card check ((officer is null) = (kind <> 'grid') and (phone is null) = (kind <> 'grid'))
);

comment on table places.area is 'A place; never deleted, because cases keep its code. Current if its version is the newest edition.';
