-- why:    a bad rating sets a mending going, once; and a rating whose dispute was upheld is left out of the score
-- locks:  none, new table and view
-- undo:   drop view voice.v_rating; drop table voice.redress
create table voice.redress (
  district  integer     not null,
  case_id   uuid        not null,
  version   bigint      not null,
  redress   uuid        not null,
  opened_at timestamptz not null,
  left_out  boolean     not null default false,
  constraint redress_pk primary key (district, case_id, version),
  constraint redress_once unique (district, redress)
);
comment on table voice.redress is
  'The mending that a bad rating set going; left_out once a dispute of the rating was upheld.';

create view voice.v_rating as
  select r.district, r.case_id, r.version, r.grade, r.role, r.at, d.redress,
         coalesce(d.left_out, false) as left_out
    from voice.rating r
    left join voice.redress d
      on d.district = r.district and d.case_id = r.case_id and d.version = r.version;
comment on view voice.v_rating is
  'Every rating as given; left_out ones are shown and not counted in any score. [published]';
