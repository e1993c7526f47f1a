-- why:    a connection of the application sees the files of its own district, of none if it was not told which
-- locks:  short, nothing is rewritten
-- undo:   alter table … disable row level security, drop policy one_district on …

alter table evidence.stored_file enable row level security;
create policy one_district on evidence.stored_file
  using (district = nullif(current_setting('bihuan.district', true), '')::integer);

alter table evidence.used enable row level security;
create policy one_district on evidence.used
  using (district = nullif(current_setting('bihuan.district', true), '')::integer);

alter table evidence.seen enable row level security;
create policy one_district on evidence.seen
  using (district = nullif(current_setting('bihuan.district', true), '')::integer);
