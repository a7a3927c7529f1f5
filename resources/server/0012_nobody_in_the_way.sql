-- One login holds up no other, lays nothing where another's is to come, and reaches nobody through what it appends.

-- A login has one place in the row before the room's lock, however many sessions it has open. The keys of persons have a
-- lock of their own: shared by who puts them in, alone for who erases, and the room's is asked for after it.
GRANT EXECUTE ON FUNCTION pg_catalog.pg_advisory_xact_lock(int, int), pg_catalog.pg_advisory_xact_lock_shared(int, int)
  TO cr_exec;

-- Whether each of these cases was linked to the person, by this file or one joined to it, before it was asked to erase it.
CREATE FUNCTION log.are_of_person(my_room uuid, the_file uuid, cases json) RETURNS boolean LANGUAGE sql STABLE AS $$
  WITH RECURSIVE asked AS (
    SELECT e.seq FROM log.events e WHERE e.stream_id = the_file AND e.room = my_room AND e.kind = 'erasure_asked'
    ORDER BY e.stream_seq DESC LIMIT 1
  ), joined AS (
    SELECT e.stream_id AS one, (e.body::json ->> 'other')::uuid AS other FROM log.events e
    WHERE e.room = my_room AND e.stream = 'person' AND e.seq < (SELECT a.seq FROM asked a) AND CASE
      WHEN e.kind = 'persons_joined' THEN e.body::json ->> 'other' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' END
  ), files AS (
    SELECT the_file AS file
    UNION SELECT CASE WHEN j.one = f.file THEN j.other ELSE j.one END FROM files f JOIN joined j ON f.file IN (j.one, j.other)
  )
  SELECT json_typeof(cases) IS DISTINCT FROM 'array' OR NOT EXISTS (
    SELECT c FROM json_array_elements_text(CASE json_typeof(cases) WHEN 'array' THEN cases ELSE '[]' END) AS c
    EXCEPT
    SELECT e.body::json ->> 'case' FROM files f JOIN log.events e ON e.stream_id = f.file
    WHERE e.room = my_room AND e.kind IN ('person_opened', 'case_linked') AND e.seq < (SELECT a.seq FROM asked a))
$$;
REVOKE ALL ON FUNCTION log.are_of_person(uuid, uuid, json) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION log.are_of_person(uuid, uuid, json) TO cr_exec;

-- Called by append_events alone, whose path and planner's settings hold here too. The ids that hold for the whole room (of
-- version 5, and the room's own) are known to everybody: nothing but what is of the room may lie there. Digits are written
-- out: what a backslash means in here a login may set for itself.
CREATE OR REPLACE FUNCTION log.looked_at(batch json, my_room uuid, now_us bigint) RETURNS log.given[]
  LANGUAGE plpgsql STABLE AS $$
DECLARE
  looked log.given[] := '{}';
  ids uuid[];
  e log.given;
  the_desk uuid;
  the_login text;
  the_mark text;
  kinds text[];
  audiences text[];
  writes boolean[];
  reads_cases boolean;
  the_audience text;
  is_mine boolean;
  nth int;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('controlroom login'), hashtext(session_user::text));
  FOREACH e IN ARRAY ARRAY(SELECT ROW(g.id, g.stream, g.stream_id, g.kind, g.version, g.happened_at, g.at, g.actor, g.desk,
      g.body, NULL, NULL, NULL)::log.given
    FROM json_to_recordset(batch) AS g(id uuid, stream text, stream_id uuid, kind text, version int, happened_at bigint,
      at bigint, actor text, desk uuid, body json)) LOOP
    IF e.desk IS DISTINCT FROM the_desk THEN
      the_desk := e.desk; kinds := NULL; audiences := NULL; writes := NULL;
    END IF;
    nth := array_position(kinds, e.kind);
    IF nth IS NULL THEN
      SELECT d.login, d.mark, (SELECT k.audience FROM log.kinds k WHERE k.kind = e.kind), EXISTS (SELECT 1 FROM log.writers w
          WHERE w.kind = e.kind AND pg_has_role(session_user, 'g_' || w.role, 'member')), EXISTS (SELECT 1 FROM log.readers r
          WHERE r.audience = 'case' AND pg_has_role(session_user, 'g_' || r.role, 'member'))
        INTO the_login, the_mark, the_audience, is_mine, reads_cases
        FROM log.desks d WHERE d.room = my_room AND d.desk = e.desk;
      kinds := kinds || e.kind; audiences := audiences || the_audience; writes := writes || is_mine;
      nth := cardinality(kinds);
    END IF;
    the_audience := audiences[nth];
    e.audience := coalesce(the_audience, 'case');
    e.wrong := CASE
      WHEN e.id = ANY (ids) THEN 'it stands twice in the batch'
      WHEN e.id IS NULL OR e.stream IS NULL OR e.stream_id IS NULL OR e.kind IS NULL OR e.version IS NULL
        OR e.happened_at IS NULL OR e.at IS NULL OR e.actor IS NULL OR e.desk IS NULL OR e.body IS NULL
        THEN 'something is missing in it'
      WHEN e.actor <> session_user THEN 'the actor is not who is signed in'
      WHEN the_login IS DISTINCT FROM session_user::text THEN 'the desk is not registered to who is signed in'
      WHEN e.stream NOT IN ('case', 'person', 'room', 'shift') THEN 'there is no such stream'
      WHEN e.stream = 'case' AND NOT reads_cases THEN 'the role may not append to a case'
      WHEN the_audience IS NOT NULL AND NOT writes[nth] THEN 'the role may not append this kind'
      WHEN e.version NOT BETWEEN 1 AND 1000 THEN 'that is not a version'
      WHEN e.at > now_us + 600000000 THEN 'the clock of the desk is ahead'
      WHEN e.happened_at > e.at THEN 'it happened after it was entered'
      WHEN e.happened_at < 1262304000000000 THEN 'that is too long ago'
      WHEN left(e.body, 1) <> '{' OR octet_length(e.body) > 1048576 THEN 'the body is not an object of 1 MiB at most'
    END;
    IF e.wrong IS NULL AND the_audience IS NULL THEN
      e.wrong := CASE
        WHEN e.kind !~ '^[a-z][a-z0-9_]{2,40}$' THEN 'that is not a kind of event'
        WHEN NOT api.my_roles() && ARRAY['operator', 'supervisor', 'counsellor']
          THEN 'the role may not append an unknown kind'
      END;
    END IF;
    IF e.wrong IS NULL AND e.kind = 'alert_received' THEN
      e.mail := btrim((e.body::json -> 'mail')::text, '"');
      e.wrong := CASE
        WHEN btrim((e.body::json -> 'number')::text, '"') !~ ('^[0-9]{4}-' || the_mark || '-[0-9]{4,9}$')
          THEN 'the number is not one of this desk'
        WHEN e.mail !~ '^([0-9a-f]{64})?$' THEN 'that is not a mail'
      END;
    END IF;
    IF e.wrong IS NULL AND e.stream <> 'room' AND (e.stream_id = my_room OR get_byte(uuid_send(e.stream_id), 6) >> 4 = 5) THEN
      e.wrong := 'this id is for something else';
    END IF;
    IF e.wrong IS NULL AND get_byte(uuid_send(e.stream_id), 6) >> 4 = 8 THEN
      IF NOT log.may_lie_at(e.stream_id, e.stream, e.kind, e.body::json) THEN
        e.wrong := 'this id is for something else';
      END IF;
    END IF;
    IF e.wrong IS NULL AND e.kind = 'person_erased' THEN
      PERFORM pg_advisory_xact_lock(hashtext('controlroom keys'), hashtext(my_room::text));
      IF NOT (e.stream = 'person' AND log.was_asked(my_room, e.stream_id)) THEN
        e.wrong := 'another supervisor must have asked for it first';
      ELSIF NOT log.are_of_person(my_room, e.stream_id, e.body::json -> 'cases') THEN
        e.wrong := 'a case in it was not of this person when it was asked for';
      END IF;
    END IF;
    ids := ids || e.id;
    looked := looked || e;
  END LOOP;
  RETURN looked;
END $$;

CREATE OR REPLACE FUNCTION api.hello(desk uuid, wanted_mark text, token uuid, next uuid, program text) RETURNS TABLE (
  room uuid, room_name text, roles text[], audiences text[], mark text, kinds text[]
) LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
  SET jit = off AS $$
#variable_conflict use_column
DECLARE
  my_room uuid := api.my_room();
  known log.desks;
  free_mark text;
BEGIN
  IF my_room IS NULL THEN
    RAISE EXCEPTION 'this login has no room' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF (hello.desk IS NOT NULL AND hello.token IS NOT NULL AND next IS NOT NULL AND length(program) <= 60
      AND wanted_mark ~ '^[A-Z][2-9]$') IS NOT TRUE THEN
    RAISE EXCEPTION 'that is not a desk' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext('controlroom login'), hashtext(session_user::text));
  PERFORM 1 FROM log.heads h WHERE h.room = my_room FOR UPDATE;
  SELECT * INTO known FROM log.desks d WHERE d.room = my_room AND d.desk = hello.desk;
  IF known.desk IS NULL THEN
    IF (SELECT count(*) FROM log.desks d WHERE d.room = my_room AND d.login = session_user) >= 20 THEN
      RAISE EXCEPTION 'this login has desks enough' USING ERRCODE = 'program_limit_exceeded';
    END IF;
    SELECT m INTO free_mark FROM (
      SELECT wanted_mark AS m, 0 AS place UNION ALL
      SELECT l || n, 1 FROM unnest(string_to_array('A,B,C,D,E,F,G,H,J,K,L,M,N,P,Q,R,S,T,U,V,W,X,Y,Z', ',')) AS l,
        generate_series(2, 9) AS n) AS marks
      WHERE NOT EXISTS (SELECT 1 FROM log.desks d WHERE d.room = my_room AND d.mark = m)
      ORDER BY place, md5(m || hello.desk::text) LIMIT 1;
    IF free_mark IS NULL THEN
      RAISE EXCEPTION 'the room has no mark left for another desk' USING ERRCODE = 'program_limit_exceeded';
    END IF;
    INSERT INTO log.desks VALUES (my_room, hello.desk, session_user, free_mark, next, program,
      api.now_micros(), api.now_micros());
    known.mark := free_mark;
  ELSIF known.login <> session_user THEN
    RAISE EXCEPTION 'the desk is not registered to who is signed in' USING ERRCODE = 'CR001';
  ELSIF known.token <> hello.token AND known.token <> next THEN
    RAISE EXCEPTION 'another copy of this desk is in use' USING ERRCODE = 'CR002';
  ELSE
    UPDATE log.desks d SET token = next, program = hello.program, last_seen_at = api.now_micros()
      WHERE d.room = my_room AND d.desk = hello.desk;
  END IF;
  RETURN QUERY SELECT r.room, r.name, api.my_roles(), api.my_audiences(), known.mark,
    (SELECT array_agg(k.kind ORDER BY k.kind) FROM log.kinds k) FROM log.rooms r WHERE r.room = my_room;
END $$;

-- Likewise. Who may write of an audience may lay down a key for it: else somebody who may not read it could know the key that
-- the others' next words are sealed with.
CREATE OR REPLACE FUNCTION api.put_person_keys(keys json) RETURNS int LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
  SET jit = off AS $$
DECLARE
  my_room uuid := api.my_room();
  kept int;
BEGIN
  IF my_room IS NULL OR NOT 'case' = ANY (api.my_audiences()) THEN
    RAISE EXCEPTION 'the role may not keep keys' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF json_typeof(keys) <> 'array' OR json_array_length(keys) > 200 THEN
    RAISE EXCEPTION 'these are 200 keys at most' USING ERRCODE = 'program_limit_exceeded';
  END IF;
  PERFORM set_config('synchronous_commit', 'local', true);
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'an older view of the log does not know what was erased' USING ERRCODE = 'invalid_transaction_state';
  END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtext('controlroom keys'), hashtext(my_room::text));  -- not while one is erased
  INSERT INTO log.person_keys SELECT my_room, k.id, k.stream_id, k.audience, decode(k.key, 'hex')
    FROM json_to_recordset(keys) AS k(id uuid, stream_id uuid, audience text, key text)
    WHERE k.key ~ '^[0-9a-f]{64}$' AND EXISTS (SELECT 1 FROM log.kinds a JOIN log.writers w ON w.kind = a.kind
        WHERE a.audience = k.audience AND pg_has_role(session_user, 'g_' || w.role, 'member'))
      AND k.id = log.derived('controlroom person key\000'::bytea || uuid_send(k.stream_id) || decode(k.key, 'hex')
        || convert_to(k.audience, 'UTF8'))
      AND NOT EXISTS (SELECT 1 FROM log.erased e WHERE e.stream_id = k.stream_id AND e.room = my_room)
    ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS kept = ROW_COUNT;
  RETURN kept;
END $$;

-- Who holds others up is ended sooner: nobody waits longer than that for the one ahead.
CREATE OR REPLACE FUNCTION api.tidy() RETURNS TABLE (ended_idle int, ended_blocking int, ended_disabled int, unseen_desks int)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  victim record;
BEGIN
  ended_idle := 0; ended_blocking := 0; ended_disabled := 0;
  FOR victim IN
    WITH inside AS (
      SELECT a.pid, l.disabled_at IS NOT NULL OR NOT r.rolcanlogin AS is_out,
        a.state LIKE 'idle in transaction%' AND a.state_change < clock_timestamp() - interval '5 seconds' AS is_idle,
        a.xact_start < clock_timestamp() - interval '3 seconds' AND a.wait_event_type IS DISTINCT FROM 'Lock' AS is_old,
        a.xact_start < clock_timestamp() - interval '120 seconds' AS is_endless
      FROM pg_stat_activity a JOIN pg_roles r ON r.oid = a.usesysid JOIN people.logins l ON l.login = a.usename
      WHERE a.datname = current_database() AND NOT r.rolsuper AND a.backend_type = 'client backend'
    ), waiting AS (
      SELECT unnest(pg_blocking_pids(a.pid)) AS on_pid FROM pg_stat_activity a
      WHERE a.datname = current_database() AND a.wait_event_type = 'Lock'
        AND a.query_start < clock_timestamp() - interval '1 second'
    )
    SELECT i.*, pg_terminate_backend(i.pid) FROM inside i
    WHERE i.is_out OR i.is_idle OR i.is_endless OR (i.is_old AND EXISTS (SELECT 1 FROM waiting w WHERE w.on_pid = i.pid))
  LOOP
    IF victim.is_out THEN ended_disabled := ended_disabled + 1;
    ELSIF victim.is_idle THEN ended_idle := ended_idle + 1;
    ELSE ended_blocking := ended_blocking + 1;
    END IF;
  END LOOP;
  SELECT count(*) INTO unseen_desks FROM log.desks d WHERE d.last_seen_at < api.now_micros() - 30 * 86400000000;
  RETURN NEXT;
END $$;

-- A page ends where it holds 4 MiB, after one event at least: many long ones would be too much for a slow line, and for the
-- memory of a desk.
CREATE OR REPLACE FUNCTION api.pull(after bigint, most int) RETURNS TABLE (
  seq bigint, stream text, digest bytea, hash bytea, stream_id uuid, stream_seq bigint,
  id uuid, kind text, version int, happened_at bigint, at bigint, actor text,
  desk uuid, body text, audience text, recorded_at bigint, number text, salt bytea
) LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
  SET jit = off AS $$
#variable_conflict use_column
DECLARE
  my_room uuid;
  mine text[];
BEGIN
  SELECT m.room, m.audiences INTO my_room, mine FROM log.me() AS m;
  RETURN QUERY SELECT p.seq, p.stream, p.digest, p.hash, p.stream_id, p.stream_seq, p.id, p.kind, p.version, p.happened_at, p.at,
    p.actor, p.desk, p.body, p.audience, p.recorded_at, p.number, p.salt
  FROM (
    SELECT s.*, sum(coalesce(octet_length(s.body), 0)) OVER (ORDER BY s.seq ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS size
    FROM (SELECT * FROM log.events l WHERE l.room = my_room AND l.seq > after ORDER BY l.seq
      LIMIT least(greatest(most, 1), 5000)) AS e CROSS JOIN LATERAL log.seen(e, mine) AS s
  ) AS p WHERE (p.size > 4194304) IS NOT TRUE ORDER BY p.seq;
END $$;

CREATE OR REPLACE FUNCTION api.pull_streams(streams uuid[], after bigint[], most int) RETURNS TABLE (
  seq bigint, stream text, digest bytea, hash bytea, stream_id uuid, stream_seq bigint,
  id uuid, kind text, version int, happened_at bigint, at bigint, actor text,
  desk uuid, body text, audience text, recorded_at bigint, number text, salt bytea
) LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
  SET jit = off AS $$
#variable_conflict use_column
DECLARE
  my_room uuid;
  mine text[];
BEGIN
  SELECT m.room, m.audiences INTO my_room, mine FROM log.me() AS m;
  IF cardinality(streams) = 1 THEN
    RETURN QUERY SELECT p.seq, p.stream, p.digest, p.hash, p.stream_id, p.stream_seq, p.id, p.kind, p.version, p.happened_at, p.at,
    p.actor, p.desk, p.body, p.audience, p.recorded_at, p.number, p.salt
    FROM (
      SELECT q.*, sum(coalesce(octet_length(q.body), 0)) OVER (ORDER BY q.stream_seq ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
        AS size
      FROM (SELECT s.* FROM log.events e CROSS JOIN LATERAL log.seen(e, mine) AS s
        WHERE e.stream_id = streams[1] AND e.stream_seq > after[1] AND (e.room = my_room) IS TRUE AND s.stream_id IS NOT NULL
        ORDER BY e.stream_seq LIMIT least(greatest(most, 1), 5000)) AS q
    ) AS p WHERE (p.size > 4194304) IS NOT TRUE ORDER BY p.stream_seq;
    RETURN;
  END IF;
  RETURN QUERY SELECT p.seq, p.stream, p.digest, p.hash, p.stream_id, p.stream_seq, p.id, p.kind, p.version, p.happened_at, p.at,
    p.actor, p.desk, p.body, p.audience, p.recorded_at, p.number, p.salt
  FROM (
    SELECT q.*, sum(coalesce(octet_length(q.body), 0)) OVER (ORDER BY q.nth, q.stream_seq
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS size
    FROM (SELECT s.*, w.nth FROM unnest(streams, after) WITH ORDINALITY AS w(wanted, beyond, nth)
      CROSS JOIN LATERAL (SELECT * FROM log.events l WHERE l.stream_id = w.wanted AND l.stream_seq > w.beyond OFFSET 0) AS e
      CROSS JOIN LATERAL log.seen(e, mine) AS s
      WHERE e.room = my_room AND s.stream_id IS NOT NULL ORDER BY w.nth, e.stream_seq LIMIT least(greatest(most, 1), 5000)) AS q
  ) AS p WHERE (p.size > 4194304) IS NOT TRUE ORDER BY p.nth, p.stream_seq;
END $$;
