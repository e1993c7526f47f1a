-- The hand-written rival: one call per act that writes the same rows as the product writes. It is what a
-- skilled person would write for these six acts and nothing else: the limits are counted by the caller, the procedure
-- is in the code, nothing is checked but state and version, and a number has no true check digit.
create schema if not exists reference;

create or replace function reference.moment(at timestamptz) returns text language sql immutable as
$$ select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') $$;

create or replace function reference.clock(c cases.case_clock) returns jsonb language plpgsql immutable as $$
begin
  return jsonb_build_object('clock', c.clock, 'run', c.run, 'status', c.status,
    'startedAt', to_char(c.started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'statutory', c.amount || ' ' || c.unit, 'extended', c.extended, 'dueDay', c.due_day,
    'dueAt', to_char(c.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'provisional', c.provisional, 'stops', c.stops)
    || case when c.ended_at is null then '{}'::jsonb
            else jsonb_build_object('endedAt',
                   to_char(c.ended_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) end;
end $$;

-- The tail of every act: the lane's next position, then the entry; gives the digest for the file.
create or replace function reference.append(
  e cases.case_entry, p_before bytea) returns bytea language plpgsql as $$
begin
  update cases.lane set last = last + 1 where district = e.district and lane = e.lane
    returning last into strict e.position;
  e.commitment := sha256(e.salt || convert_to(e.data::text, 'UTF8'));
  e.digest := sha256(p_before || uuid_send(e.case_id) || int8send(e.version)
    || convert_to(e.act || e.from_state || e.to_state || e.role, 'UTF8') || timestamptz_send(e.at)
    || uuid_send(e.actor) || int8send(e.position) || e.commitment);
  insert into cases.case_entry values (e.*);
  return e.digest;
end $$;

create or replace function reference.open(
  p_id uuid, p_code text, p_applicant uuid, p_at timestamptz, p_due_day date, p_due_at timestamptz,
  p_provisional boolean, p_salt bytea, p_title text, p_facts jsonb) returns void language plpgsql as $$
declare
  f cases.case_file;
  c cases.case_clock;
  e cases.case_entry;
  serial integer;
  running text;
  at_lane bigint;
begin
  f.district := 140213; f.id := p_id; f.lane := get_byte(uuid_send(p_id), 15) & 7;
  f.code := p_code; f.procedure := 'appeal'; f.revision := 1; f.item := 'street-lamp';
  f.state := 'received'; f.owner := 'dispatcher'; f.title := p_title; f.area := '140213055';
  f.unit := 'dispatch-centre'; f.applicant := p_applicant; f.channel := 'online'; f.level := 1;
  f.facts := p_facts; f.version := 1; f.opened_at := p_at; f.due_at := p_due_at;
  f.hands := jsonb_build_object(p_applicant, jsonb_build_object('open', 1));
  f.moments := jsonb_build_object('receipt', reference.moment(p_at));
  c := row(140213, p_id, 'acceptance', 1, 'running', p_at, 1, 'workday', null, 0, '[]',
           p_due_day, p_due_at, null, p_provisional, null, null);
  update cases.lane
     set last = last + 1,
         opened = case when day = (p_at at time zone 'Asia/Shanghai')::date then opened + 1 else 1 end,
         day = (p_at at time zone 'Asia/Shanghai')::date
   where district = 140213 and lane = f.lane returning opened, last into strict serial, at_lane;
  running := ((serial - 1) * 8 + f.lane + 1)::text;
  f.number := 'A140213055' || to_char(p_at at time zone 'Asia/Shanghai', 'YYYYMMDD')
    || lpad(running, greatest(5, length(running)), '0') || serial % 10;
  e := row(140213, p_id, 1, 'open', '', 'received', p_at, p_applicant, 'applicant', null, null,
    jsonb_build_object(
      'opened', jsonb_build_object('number', f.number, 'code', f.code, 'procedure', f.procedure,
        'revision', 1, 'item', f.item, 'title', f.title, 'area', f.area, 'unit', f.unit,
        'applicant', p_applicant, 'channel', f.channel, 'level', 1),
      'facts', p_facts, 'owner', 'dispatcher', 'moments', f.moments,
      'clocks', jsonb_build_array(reference.clock(c))),
    p_salt, null, f.lane, at_lane, null);
  e.commitment := sha256(e.salt || convert_to(e.data::text, 'UTF8'));
  e.digest := sha256(uuid_send(p_id) || convert_to('open', 'UTF8') || timestamptz_send(p_at)
    || int8send(e.position) || e.commitment);
  f.digest := e.digest;
  insert into cases.case_file values (f.*);
  insert into cases.case_clock values (c.*);
  insert into cases.case_entry values (e.*);
end $$;

-- An act that moves a matter: ends a clock, begins another, or neither.
create or replace function reference.act(
  p_id uuid, p_version bigint, p_act text, p_from text, p_to text, p_owner text, p_actor uuid,
  p_role text, p_unit text, p_facts jsonb, p_at timestamptz, p_salt bytea, p_moment text,
  p_ends text, p_begins text, p_amount integer, p_measure text, p_due_day date,
  p_due_at timestamptz, p_provisional boolean) returns void language plpgsql as $$
declare
  f cases.case_file;
  c cases.case_clock;
  e cases.case_entry;
  clocks jsonb := '[]';
  was_owner text;
begin
  select * into strict f from cases.case_file
   where district = 140213 and id = p_id and version = p_version and state = p_from for update;
  was_owner := f.owner;
  e.data := '{}';
  if p_facts is not null then
    f.facts := f.facts || p_facts;
    e.data := jsonb_build_object('facts', p_facts);
  end if;
  if p_unit is not null then
    f.unit := p_unit;
    e.data := e.data || jsonb_build_object('unit', p_unit);
  end if;
  if p_act = 'claim' then
    f.handler := p_actor;
    e.data := e.data || jsonb_build_object('handler', p_actor);
  end if;
  if p_owner is distinct from was_owner then
    f.owner := p_owner;
    e.data := e.data || jsonb_build_object('owner', p_owner);
  end if;
  if p_owner is null then
    f.closed_at := p_at;
    e.data := e.data || jsonb_build_object('closedAt', reference.moment(p_at));
  end if;
  if p_moment is not null then
    e.data := e.data || jsonb_build_object('moments', jsonb_build_object(p_moment, reference.moment(p_at)));
    f.moments := f.moments || jsonb_build_object(p_moment, reference.moment(p_at));
  end if;
  if p_ends is not null then
    update cases.case_clock set status = 'ended', ended_at = p_at
     where district = 140213 and case_id = p_id and clock = p_ends and status = 'running'
    returning * into strict c;
    clocks := jsonb_build_array(reference.clock(c));
    f.due_at := null;
  end if;
  if p_begins is not null then
    c := row(140213, p_id, p_begins, 1, 'running', p_at, p_amount, p_measure, null, 0, '[]',
             p_due_day, p_due_at, null, p_provisional, null, null);
    insert into cases.case_clock values (c.*);
    clocks := clocks || jsonb_build_array(reference.clock(c));
    f.due_at := p_due_at;
  end if;
  if clocks <> '[]' then
    e.data := e.data || jsonb_build_object('clocks', clocks);
  end if;
  f.hands := jsonb_set(f.hands, array[p_actor::text],
    coalesce(f.hands -> p_actor::text, '{}') || jsonb_build_object(p_act, 1));
  e.district := 140213; e.case_id := p_id; e.version := p_version + 1; e.act := p_act;
  e.from_state := p_from; e.to_state := p_to; e.at := p_at; e.actor := p_actor; e.role := p_role;
  e.salt := p_salt; e.lane := f.lane;
  f.digest := reference.append(e, f.digest);
  update cases.case_file
     set state = p_to, owner = f.owner, unit = f.unit, handler = f.handler, facts = f.facts,
         hands = f.hands, moments = f.moments, version = p_version + 1, digest = f.digest,
         closed_at = f.closed_at, due_at = f.due_at
   where district = 140213 and id = p_id;
end $$;

-- Opening as a program does it: the person, the key of the request and the matter, in one call.
create or replace function reference.submit(
  p_id uuid, p_code text, p_applicant uuid, p_at timestamptz, p_due_day date, p_due_at timestamptz,
  p_provisional boolean, p_salt bytea, p_title text, p_facts jsonb, p_key text, p_name text,
  p_blind bytea, p_phone bytea, p_answer text) returns void language plpgsql as $$
begin
  insert into intake.request_key (district, actor, key, fingerprint, at, status, answer)
  values (140213, '00000000-0000-7000-8000-000000000009', p_key, p_blind, p_at, 201, p_answer);
  insert into people.person (district, id, kind, name, created_at)
  values (140213, p_applicant, 'resident', p_name, p_at);
  insert into people.person_key (district, blind, person_id) values (140213, p_blind, p_applicant);
  insert into people.contact (district, person_id, blind, name, phone, given_at)
  values (140213, p_applicant, p_blind, p_name, p_phone, p_at);
  perform reference.open(p_id, p_code, p_applicant, p_at, p_due_day, p_due_at, p_provisional,
                         p_salt, p_title, p_facts);
end $$;
