-- why:    a connection of the application sees the people of its own district, of none if it was not told which
-- locks:  short, nothing is rewritten
-- undo:   alter table … disable row level security, drop policy one_district on …

alter table people.person enable row level security;
create policy one_district on people.person
  using (district = nullif(current_setting('bihuan.district', true), '')::integer);

alter table people.person_key enable row level security;
create policy one_district on people.person_key
  using (district = nullif(current_setting('bihuan.district', true), '')::integer);

alter table people.contact enable row level security;
create policy one_district on people.contact
  using (district = nullif(current_setting('bihuan.district', true), '')::integer);

alter table people.clue enable row level security;
create policy one_district on people.clue
  using (district = nullif(current_setting('bihuan.district', true), '')::integer);

alter table people.reveal enable row level security;
create policy one_district on people.reveal
  using (district = nullif(current_setting('bihuan.district', true), '')::integer);
