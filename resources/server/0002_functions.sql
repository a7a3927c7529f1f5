-- All that a login may call. Each runs as cr_exec, sees only pg_catalog, and asks session_user, never current_user.
-- Plans are made once and go by index: a plan made while the tables were empty must be right when they are full.
-- Hence OFFSET 0 where a row is looked up by its id: it keeps an empty table's planner from going by the room alone.

CREATE FUNCTION api.now_micros() RETURNS bigint LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN (extract(epoch FROM clock_timestamp()) * 1000000)::bigint;
END $$;

CREATE FUNCTION api.my_room() RETURNS uuid LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
  SET jit = off AS $$
#variable_conflict use_column
BEGIN
  RETURN (
  SELECT room FROM people.logins WHERE login = session_user AND disabled_at IS NULL
  );
END $$;

CREATE FUNCTION api.my_roles() RETURNS text[] LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
  SET jit = off AS $$
DECLARE
  mine text[] := '{}';
  role text;
BEGIN
  IF api.my_room() IS NULL THEN RETURN mine; END IF;
  FOREACH role IN ARRAY ARRAY['admin', 'auditor', 'board', 'counsellor', 'intake', 'operator', 'supervisor'] LOOP
    IF pg_has_role(session_user, 'g_' || role, 'member') THEN mine := mine || role; END IF;
  END LOOP;
  RETURN mine;
END $$;

CREATE FUNCTION api.my_audiences() RETURNS text[] LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
  SET jit = off AS $$
DECLARE
  roles text[] := api.my_roles();
BEGIN
  RETURN (SELECT coalesce(array_agg(DISTINCT r.audience), '{}') FROM log.readers r WHERE r.role = ANY (roles));
END $$;

-- What was handed in, looked at one by one: everything that needs no lock. `wrong` says what speaks against it.
CREATE FUNCTION log.looked_at(batch json, my_room uuid, my_roles text[], now_us bigint) RETURNS log.given[]
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
  SET jit = off AS $$
BEGIN
  RETURN (
    SELECT array_agg(ROW(g.id, g.stream, g.stream_id, g.kind, g.version, g.happened_at, g.at, g.actor, g.desk, g.body,
      m.mail, coalesce(k.audience, 'case'), CASE
        WHEN g.nth > 1 THEN 'it stands twice in the batch'
        WHEN g.id IS NULL OR g.stream IS NULL OR g.stream_id IS NULL OR g.kind IS NULL OR g.version IS NULL
          OR g.happened_at IS NULL OR g.at IS NULL OR g.actor IS NULL OR g.desk IS NULL OR g.body IS NULL
          THEN 'something is missing in it'
        WHEN g.actor <> session_user THEN 'the actor is not who is signed in'
        WHEN d.login IS DISTINCT FROM session_user::text THEN 'the desk is not registered to who is signed in'
        WHEN g.stream NOT IN ('case', 'person', 'room', 'shift') THEN 'there is no such stream'
        WHEN g.kind !~ '^[a-z][a-z0-9_]{2,40}$' THEN 'that is not a kind of event'
        WHEN k.audience IS NULL AND NOT my_roles && ARRAY['operator', 'supervisor', 'counsellor']
          THEN 'the role may not append an unknown kind'
        WHEN k.audience IS NOT NULL AND NOT EXISTS (
          SELECT 1 FROM log.writers w WHERE w.kind = g.kind AND w.role = ANY (my_roles))
          THEN 'the role may not append this kind'
        WHEN g.version NOT BETWEEN 1 AND 1000 THEN 'that is not a version'
        WHEN g.at > now_us + 600000000 THEN 'the clock of the desk is ahead'
        WHEN g.happened_at > g.at THEN 'it happened after it was entered'
        WHEN g.happened_at < 1262304000000000 THEN 'that is too long ago'
        WHEN json_typeof(g.body) <> 'object' OR octet_length(g.body::text) > 1048576
          THEN 'the body is not an object of 1 MiB at most'
        WHEN m.own_number IS NOT NULL AND m.own_number !~ ('^\d{4}-' || d.mark || '-\d{4,9}$')
          THEN 'the number is not one of this desk'
        WHEN m.mail !~ '^([0-9a-f]{64})?$' THEN 'that is not a mail'
        WHEN m.mail <> '' AND NOT EXISTS (
          SELECT 1 FROM log.blob_holders b WHERE b.room = my_room AND b.sha = decode(m.mail, 'hex')
            AND b.login = session_user) AND NOT EXISTS (
          SELECT 1 FROM log.blob_uses u JOIN log.readers r ON r.audience = u.audience AND r.role = ANY (my_roles)
            WHERE u.room = my_room AND u.sha = decode(m.mail, 'hex'))
          THEN 'the mail was not uploaded'
      END)::log.given ORDER BY g.place)
    FROM (
      SELECT *, row_number() OVER (PARTITION BY r.id ORDER BY r.place) AS nth
      FROM ROWS FROM (json_to_recordset(batch) AS (id uuid, stream text, stream_id uuid, kind text, version int,
        happened_at bigint, at bigint, actor text, desk uuid, body json)) WITH ORDINALITY AS r(id, stream, stream_id,
        kind, version, happened_at, at, actor, desk, body, place)
    ) AS g
    LEFT JOIN LATERAL (SELECT x.login, x.mark FROM log.desks x WHERE x.room = my_room AND x.desk = g.desk) AS d ON true
    LEFT JOIN LATERAL (SELECT x.audience FROM log.kinds x WHERE x.kind = g.kind) AS k ON true
    LEFT JOIN LATERAL (SELECT btrim((g.body -> 'mail')::text, '"') AS mail,
      btrim((g.body -> 'number')::text, '"') AS own_number WHERE g.kind = 'alert_received') AS m ON true
  );
END $$;

-- Appends in the order given, up to 200 events and 2 MiB: per event accepted, same, conflict, or refused and why.
-- An event is {"id", "stream", "stream_id", "kind", "version", "happened_at", "at", "actor", "desk", "body": {}}.
-- Any other name in it is not looked at: numbers, clock, audience and hash are the database's own.
-- The room's lock is taken once, as late as can be: what follows it is look-ups by id, the chain and three writes.
CREATE FUNCTION api.append_events(batch json) RETURNS TABLE (
  id uuid, verdict text, why text, seq bigint, stream_seq bigint, recorded_at bigint, number text,
  audience text, salt bytea, digest bytea, hash bytea
) LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
  SET jit = off AS $$
#variable_conflict use_column
DECLARE
  my_room uuid := api.my_room();
  batch_given log.given[];
  known_ids uuid[];
  e log.given;
  head log.heads;
  now_us bigint;
  rows log.events[] := '{}';
  streams uuid[] := '{}';
  sorts text[] := '{}';
  lasts bigint[] := '{}';
  last bigint;
  sort text;
  place int;
  this_year int;
  next_number int;
  the_salt bytea;
  the_digest bytea;
  the_number text;
BEGIN
  IF my_room IS NULL THEN
    RAISE EXCEPTION 'this login has no room' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF octet_length(batch::text) > 2097152 THEN
    RAISE EXCEPTION 'a batch may hold 2 MiB at most' USING ERRCODE = 'program_limit_exceeded';
  END IF;
  IF json_typeof(batch) <> 'array' OR json_array_length(batch) > 200 THEN
    RAISE EXCEPTION 'a batch is an array of 200 events at most' USING ERRCODE = 'program_limit_exceeded';
  END IF;
  batch_given := log.looked_at(batch, my_room, api.my_roles(),
    (extract(epoch FROM clock_timestamp()) * 1000000)::bigint);
  IF batch_given IS NULL THEN RETURN; END IF;
  PERFORM set_config('synchronous_commit', 'local', true);
  SELECT * INTO head FROM log.heads h WHERE h.room = my_room FOR UPDATE;
  now_us := greatest((extract(epoch FROM clock_timestamp()) * 1000000)::bigint, head.last_recorded_at);
  known_ids := (SELECT array_agg(k.id) FROM unnest(batch_given) AS g CROSS JOIN LATERAL
    (SELECT l.id, l.room FROM log.events l WHERE l.id = g.id OFFSET 0) AS k WHERE k.room = my_room);
  FOREACH e IN ARRAY batch_given LOOP
    IF e.id = ANY (known_ids) THEN
      RETURN QUERY SELECT e.id, CASE WHEN k.actor = session_user AND k.desk = e.desk AND k.kind = e.kind
        AND k.actor = e.actor AND k.stream = e.stream AND k.stream_id = e.stream_id AND k.version = e.version
        AND k.happened_at = e.happened_at AND k.at = e.at AND k.body = e.body
        THEN 'same' ELSE 'conflict' END, CASE WHEN k.actor = session_user THEN '' ELSE 'another event has this id' END,
        m.seq, m.stream_seq, m.recorded_at, m.number, m.audience, m.salt, m.digest, m.hash
        FROM (SELECT * FROM log.events l WHERE l.id = e.id OFFSET 0) AS k
        LEFT JOIN LATERAL (SELECT k.*) AS m ON m.actor = session_user WHERE k.room = my_room;
      CONTINUE;
    END IF;
    IF e.wrong IS NULL THEN
      place := array_position(streams, e.stream_id);
      IF place IS NULL THEN
        SELECT s.last_stream_seq, s.stream INTO last, sort
          FROM (SELECT * FROM log.streams s WHERE s.stream_id = e.stream_id OFFSET 0) AS s WHERE s.room = my_room;
        IF last IS NULL AND e.stream = 'case' AND e.kind <> 'alert_received' THEN
          e.wrong := 'there is no such case';
        ELSE
          streams := streams || e.stream_id; lasts := lasts || coalesce(last, 0);
          sorts := sorts || coalesce(sort, e.stream);
          place := cardinality(streams);
        END IF;
      END IF;
      IF sorts[place] <> e.stream THEN
        e.wrong := 'the stream is of another sort';
      END IF;
    END IF;
    IF e.wrong IS NOT NULL THEN
      id := e.id; verdict := 'refused'; why := e.wrong;
      RETURN NEXT;
      CONTINUE;
    END IF;
    head.last_seq := head.last_seq + 1;
    lasts[place] := lasts[place] + 1;
    the_number := '';
    IF e.stream = 'case' AND lasts[place] = 1 THEN
      this_year := extract(year FROM to_timestamp(now_us / 1000000) AT TIME ZONE 'Asia/Kolkata');
      INSERT INTO log.numbers AS n (room, year, last) VALUES (my_room, this_year, 1)
        ON CONFLICT (room, year) DO UPDATE SET last = n.last + 1 RETURNING n.last INTO next_number;
      the_number := this_year || '-' || lpad(next_number::text, greatest(4, length(next_number::text)), '0');
    END IF;
    the_salt := uuid_send(gen_random_uuid());
    the_digest := sha256('controlroom event 2'::bytea || the_salt || convert_to(concat_ws(E'\n', e.id, e.stream,
      e.stream_id, e.kind, e.version, e.happened_at, e.at, e.actor, e.desk, e.audience, now_us, the_number, e.body),
      'UTF8'));
    head.last_hash := sha256('controlroom link 2'::bytea || head.last_hash || int8send(head.last_seq)
      || sha256('controlroom place 2'::bytea || uuid_send(e.stream_id) || int8send(lasts[place]) || the_digest));
    rows := rows || ROW(my_room, head.last_seq, e.id, e.stream, e.stream_id, lasts[place], e.kind, e.version,
      e.happened_at, e.at, e.actor, e.desk, e.body, e.audience, now_us, the_number, the_salt, the_digest,
      head.last_hash)::log.events;
    IF e.mail <> '' THEN
      INSERT INTO log.blob_uses (room, sha, audience) VALUES (my_room, decode(e.mail, 'hex'), e.audience)
        ON CONFLICT DO NOTHING;
    END IF;
  END LOOP;
  IF cardinality(rows) = 0 THEN RETURN; END IF;
  UPDATE log.heads h SET last_seq = head.last_seq, last_hash = head.last_hash, last_recorded_at = now_us
    WHERE h.room = my_room;
  INSERT INTO log.streams AS s (room, stream_id, stream, last_stream_seq, last_seq)
    SELECT my_room, w.stream_id, w.sort, w.last, head.last_seq FROM unnest(streams, sorts, lasts) AS w(stream_id, sort, last)
    ON CONFLICT (stream_id, room) DO UPDATE
      SET last_stream_seq = excluded.last_stream_seq, last_seq = excluded.last_seq;
  RETURN QUERY INSERT INTO log.events AS l SELECT (r).* FROM unnest(rows) AS r
    RETURNING l.id, 'accepted', '', l.seq, l.stream_seq, l.recorded_at, l.number, l.audience, l.salt, l.digest, l.hash;
END $$;

-- A row as its reader may see it: whole, or a stub that keeps chain and gap check unbroken; where even the stream is not
-- shown, the digest is that of the place, which the link is made of. Inlined where it is called.
CREATE FUNCTION log.seen(e log.events, mine text[]) RETURNS TABLE (
  seq bigint, stream text, digest bytea, hash bytea, stream_id uuid, stream_seq bigint,
  id uuid, kind text, version int, happened_at bigint, at bigint, actor text,
  desk uuid, body text, audience text, recorded_at bigint, number text, salt bytea
) LANGUAGE sql IMMUTABLE AS $$
  SELECT (e).seq,
    (e).stream,
    CASE WHEN (e).audience = ANY (mine) OR (e).stream = 'case' AND 'case' = ANY (mine) THEN (e).digest
      ELSE sha256('controlroom place 2'::bytea || uuid_send((e).stream_id) || int8send((e).stream_seq) || (e).digest) END,
    (e).hash,
    CASE WHEN (e).audience = ANY (mine) OR (e).stream = 'case' AND 'case' = ANY (mine) THEN (e).stream_id END,
    CASE WHEN (e).audience = ANY (mine) OR (e).stream = 'case' AND 'case' = ANY (mine) THEN (e).stream_seq END,
    CASE WHEN (e).audience = ANY (mine) THEN (e).id END,
    CASE WHEN (e).audience = ANY (mine) THEN (e).kind END,
    CASE WHEN (e).audience = ANY (mine) THEN (e).version END,
    CASE WHEN (e).audience = ANY (mine) THEN (e).happened_at END,
    CASE WHEN (e).audience = ANY (mine) THEN (e).at END,
    CASE WHEN (e).audience = ANY (mine) THEN (e).actor END,
    CASE WHEN (e).audience = ANY (mine) THEN (e).desk END,
    CASE WHEN (e).audience = ANY (mine) THEN (e).body END,
    CASE WHEN (e).audience = ANY (mine) THEN (e).audience END,
    CASE WHEN (e).audience = ANY (mine) THEN (e).recorded_at END,
    CASE WHEN (e).audience = ANY (mine) THEN (e).number END,
    CASE WHEN (e).audience = ANY (mine) THEN (e).salt END
$$;

-- Everything of the room after a number, in the order of numbers: nothing is missed, stubs included.
CREATE FUNCTION api.pull(after bigint, most int) RETURNS TABLE (
  seq bigint, stream text, digest bytea, hash bytea, stream_id uuid, stream_seq bigint,
  id uuid, kind text, version int, happened_at bigint, at bigint, actor text,
  desk uuid, body text, audience text, recorded_at bigint, number text, salt bytea
) LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
  SET jit = off AS $$
#variable_conflict use_column
DECLARE
  my_room uuid := api.my_room();
  mine text[] := api.my_audiences();
BEGIN
  RETURN QUERY SELECT s.* FROM log.events e CROSS JOIN LATERAL log.seen(e, mine) AS s
    WHERE e.room = my_room AND e.seq > after ORDER BY e.seq LIMIT least(greatest(most, 1), 5000);
END $$;

-- All events of these streams after the given places in them, in order.
CREATE FUNCTION api.pull_streams(streams uuid[], after bigint[], most int) RETURNS TABLE (
  seq bigint, stream text, digest bytea, hash bytea, stream_id uuid, stream_seq bigint,
  id uuid, kind text, version int, happened_at bigint, at bigint, actor text,
  desk uuid, body text, audience text, recorded_at bigint, number text, salt bytea
) LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
  SET jit = off AS $$
#variable_conflict use_column
DECLARE
  my_room uuid := api.my_room();
  mine text[] := api.my_audiences();
BEGIN
  RETURN QUERY SELECT s.* FROM unnest(streams, after) WITH ORDINALITY AS w(wanted, beyond, nth)
    CROSS JOIN LATERAL (SELECT * FROM log.events l WHERE l.stream_id = w.wanted AND l.stream_seq > w.beyond OFFSET 0) AS e
    CROSS JOIN LATERAL log.seen(e, mine) AS s
    WHERE e.room = my_room AND s.stream_id IS NOT NULL ORDER BY w.nth, e.stream_seq LIMIT least(greatest(most, 1), 5000);
END $$;

-- Where the room and the cluster stand. Positions in the write-ahead log: `written` is at or past everything that
-- this answer's head counts; `flushed` is what as many standbys as the room asks for have on disk, NULL with none.
CREATE FUNCTION api.head() RETURNS TABLE (
  last_seq bigint, last_hash bytea, written pg_lsn, flushed pg_lsn, standbys int, server_time bigint
) LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
  SET jit = off AS $$
#variable_conflict use_column
BEGIN
  SELECT h.last_seq, h.last_hash, r.standbys INTO last_seq, last_hash, standbys
    FROM log.heads h JOIN log.rooms r ON r.room = h.room WHERE h.room = api.my_room();
  written := pg_current_wal_insert_lsn();
  IF standbys > 0 THEN
    SELECT p.flush_lsn INTO flushed FROM pg_stat_replication p WHERE p.state = 'streaming' AND p.flush_lsn IS NOT NULL
      ORDER BY p.flush_lsn DESC OFFSET standbys - 1 LIMIT 1;
  END IF;
  server_time := api.now_micros();
  RETURN NEXT;
END $$;

-- Which cluster this is, and on which time line: what a desk remembers so as to refuse one that is behind.
CREATE FUNCTION api.cluster() RETURNS TABLE (
  system bigint, timeline int, is_standby boolean, version_num int, shape int, oldest_program int
) LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
  SET jit = off AS $$
#variable_conflict use_column
BEGIN
  SELECT c.system_identifier INTO system FROM pg_control_system() c;
  is_standby := pg_is_in_recovery();
  IF is_standby THEN
    SELECT c.timeline_id INTO timeline FROM pg_control_checkpoint() c;
  ELSE
    timeline := ('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8))::bit(32)::int;
  END IF;
  version_num := current_setting('server_version_num')::int;
  SELECT max(m.version), max(m.oldest_program) INTO shape, oldest_program FROM log.migrations m;
  RETURN NEXT;
END $$;

-- The hashes at these numbers: how a desk finds where its memory and this server part after a fail-over.
CREATE FUNCTION api.hashes(seqs bigint[]) RETURNS TABLE (seq bigint, hash bytea) LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
  SET jit = off AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT e.seq, e.hash FROM log.events e WHERE e.room = api.my_room() AND e.seq = ANY (seqs[1:2000]);
END $$;

-- A desk presents itself. `token` is the one it had, `next` the one it has already written down: a copy of a desk's
-- folder presents a token that was used up, and is refused. The mark is given to another when it is taken.
CREATE FUNCTION api.hello(desk uuid, wanted_mark text, token uuid, next uuid, program text) RETURNS TABLE (
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

-- The streams a new desk takes: what is open or has changed since the projector last looked, then the newest others.
CREATE FUNCTION api.working_set(since bigint, most int) RETURNS TABLE (stream_id uuid, is_open boolean) LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
  SET jit = off AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH looked AS (
    SELECT coalesce((SELECT c.seq FROM work.cursors c WHERE c.room = api.my_room() AND c.name = 'projector'), 0) AS upto
  ), fresh AS (
    SELECT s.stream_id FROM log.streams s, looked WHERE s.room = api.my_room() AND s.stream = 'case'
      AND s.last_seq > looked.upto ORDER BY s.last_seq DESC LIMIT most
  ), open AS (
    SELECT i.case_id FROM work.case_index i WHERE i.room = api.my_room() AND i.is_open
    UNION SELECT f.stream_id FROM fresh f
  ), recent AS (
    SELECT i.case_id FROM work.case_index i WHERE i.room = api.my_room() AND NOT i.is_open AND i.received_at >= since
    ORDER BY i.received_at DESC LIMIT most
  )
  SELECT o.case_id, true FROM open o WHERE 'case' = ANY (api.my_audiences())
  UNION ALL
  SELECT r.case_id, false FROM recent r WHERE 'case' = ANY (api.my_audiences())
    AND NOT EXISTS (SELECT 1 FROM open o WHERE o.case_id = r.case_id);
END $$;

-- Cases that hold all these words (folded as the desk folds them; the last one may be a beginning), newest first.
CREATE FUNCTION api.search_cases(wanted text[], most int) RETURNS TABLE (case_id uuid, line text, last_seq bigint) LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
  SET jit = off AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT i.case_id, i.line, i.last_seq FROM work.case_index i
  WHERE i.room = api.my_room() AND 'case' = ANY (api.my_audiences()) AND cardinality(wanted) BETWEEN 1 AND 12
    AND i.words @@ (SELECT string_agg('''' || replace(replace(w, '\', '\\'), '''', '''''') || '''' || CASE WHEN n = cardinality(wanted) THEN ':*' ELSE '' END, ' & ')
      FROM unnest(wanted) WITH ORDINALITY AS u(w, n))::tsquery
  ORDER BY i.received_at DESC LIMIT least(greatest(most, 1), 200);
END $$;

CREATE FUNCTION api.case_of_number(wanted text) RETURNS uuid LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
  SET jit = off AS $$
#variable_conflict use_column
BEGIN
  RETURN (
  SELECT i.case_id FROM work.case_index i WHERE i.room = api.my_room() AND 'case' = ANY (api.my_audiences())
    AND i.numbers @> ARRAY[upper(btrim(wanted))] LIMIT 1
  );
END $$;

-- How far the projector is behind the log, in events, and when it last moved; NULL where none ever ran.
CREATE FUNCTION api.projector_lag() RETURNS TABLE (behind bigint, moved_at bigint) LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
  SET jit = off AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT h.last_seq - c.seq, c.moved_at FROM log.heads h JOIN work.cursors c ON c.room = h.room AND c.name = 'projector'
  WHERE h.room = api.my_room();
END $$;

-- Say what this desk has open, hear what the others have. Gone when the backend goes, or after five seconds.
CREATE FUNCTION api.presence(desk uuid, case_id uuid, is_typing boolean) RETURNS TABLE (
  login text, other_desk uuid, open_case uuid, types boolean
) LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
  SET jit = off AS $$
#variable_conflict use_column
DECLARE
  my_room uuid := api.my_room();
BEGIN
  IF NOT EXISTS (SELECT 1 FROM log.desks d
    WHERE d.room = my_room AND d.desk = presence.desk AND d.login = session_user) THEN
    RAISE EXCEPTION 'the desk is not registered to who is signed in' USING ERRCODE = 'CR001';
  END IF;
  PERFORM set_config('synchronous_commit', 'off', true);
  INSERT INTO work.presence AS p VALUES (my_room, presence.desk, session_user, presence.case_id,
    coalesce(presence.is_typing, false), pg_backend_pid(), api.now_micros())
    ON CONFLICT (room, desk) DO UPDATE SET login = excluded.login, case_id = excluded.case_id,
      is_typing = excluded.is_typing, backend = excluded.backend, seen_at = excluded.seen_at;
  IF NOT 'case' = ANY (api.my_audiences()) THEN RETURN; END IF;
  RETURN QUERY SELECT p.login, p.desk, p.case_id, p.is_typing FROM work.presence p
    WHERE p.room = my_room AND p.desk <> presence.desk AND p.seen_at > api.now_micros() - 5000000
      AND EXISTS (SELECT 1 FROM pg_stat_get_activity(p.backend));
END $$;

-- Bytes, named by their SHA-256: kept once, whoever sends them.
CREATE FUNCTION api.put_blob(data bytea) RETURNS bytea LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
  SET jit = off AS $$
DECLARE
  my_room uuid := api.my_room();
BEGIN
  IF my_room IS NULL OR NOT api.my_roles() && ARRAY['operator', 'supervisor', 'counsellor', 'intake'] THEN
    RAISE EXCEPTION 'the role may not keep files' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF octet_length(data) > 67108864 THEN
    RAISE EXCEPTION 'a file may hold 64 MiB at most' USING ERRCODE = 'program_limit_exceeded';
  END IF;
  PERFORM set_config('synchronous_commit', 'local', true);
  INSERT INTO log.blobs VALUES (my_room, sha256(data), data, api.now_micros()) ON CONFLICT DO NOTHING;
  INSERT INTO log.blob_holders VALUES (my_room, sha256(data), session_user) ON CONFLICT DO NOTHING;
  RETURN sha256(data);
END $$;

CREATE FUNCTION api.blob(sha bytea) RETURNS bytea LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
  SET jit = off AS $$
#variable_conflict use_column
BEGIN
  RETURN (
  SELECT b.data FROM log.blobs b WHERE b.room = api.my_room() AND b.sha = blob.sha
    AND (EXISTS (SELECT 1 FROM log.blob_holders o WHERE o.room = b.room AND o.sha = b.sha AND o.login = session_user)
      OR EXISTS (SELECT 1 FROM log.blob_uses u WHERE u.room = b.room AND u.sha = b.sha
        AND u.audience = ANY (api.my_audiences())))
  );
END $$;

-- Puts a login of one's own room out at once. Administrators only; `server disable` also takes its right to log in.
CREATE FUNCTION api.disable(who text) RETURNS int LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
  SET jit = off AS $$
DECLARE
  ended int;
BEGIN
  IF NOT 'admin' = ANY (api.my_roles()) THEN
    RAISE EXCEPTION 'only an administrator may do this' USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE people.logins SET disabled_at = api.now_micros()
    WHERE login = who AND room = api.my_room() AND disabled_at IS NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'there is no such login in this room' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  SELECT count(pg_terminate_backend(a.pid)) INTO ended FROM pg_stat_activity a WHERE a.usename = who;
  RETURN ended;
END $$;

-- What the janitor does every few seconds: nobody holds up the room, nobody disabled stays in.
CREATE FUNCTION api.tidy() RETURNS TABLE (ended_idle int, ended_blocking int, ended_disabled int, unseen_desks int)
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
        a.xact_start < clock_timestamp() - interval '5 seconds' AND a.wait_event_type IS DISTINCT FROM 'Lock' AS is_old
      FROM pg_stat_activity a JOIN pg_roles r ON r.oid = a.usesysid JOIN people.logins l ON l.login = a.usename
      WHERE a.datname = current_database() AND NOT r.rolsuper AND a.backend_type = 'client backend'
    ), waiting AS (
      SELECT unnest(pg_blocking_pids(a.pid)) AS on_pid FROM pg_stat_activity a
      WHERE a.datname = current_database() AND a.wait_event_type = 'Lock'
        AND a.query_start < clock_timestamp() - interval '1 second'
    )
    SELECT i.*, pg_terminate_backend(i.pid) FROM inside i
    WHERE i.is_out OR i.is_idle OR (i.is_old AND EXISTS (SELECT 1 FROM waiting w WHERE w.on_pid = i.pid))
  LOOP
    IF victim.is_out THEN ended_disabled := ended_disabled + 1;
    ELSIF victim.is_idle THEN ended_idle := ended_idle + 1;
    ELSE ended_blocking := ended_blocking + 1;
    END IF;
  END LOOP;
  SELECT count(*) INTO unseen_desks FROM log.desks d WHERE d.last_seen_at < api.now_micros() - 30 * 86400000000;
  RETURN NEXT;
END $$;
