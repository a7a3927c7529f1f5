-- The same answers in less time: who is signed in is asked once a call, what is seldom needed is opened only then (each
-- statement and expression is opened anew in every transaction), and the ticker waits inside the server. Every check stands.

-- Who is signed in: no row for whoever was put out. Inlined where it is called, so that only what is used is looked up.
CREATE FUNCTION log.me() RETURNS TABLE (room uuid, roles text[], audiences text[]) LANGUAGE sql STABLE AS $$
  SELECT l.room,
    ARRAY(SELECT r FROM unnest('{admin,auditor,board,counsellor,intake,operator,supervisor}'::text[]) AS r
      WHERE pg_has_role(session_user, 'g_' || r, 'member')),
    ARRAY(SELECT DISTINCT r.audience FROM log.readers r WHERE pg_has_role(session_user, 'g_' || r.role, 'member'))
  FROM people.logins l WHERE l.login = session_user AND l.disabled_at IS NULL
$$;
REVOKE ALL ON FUNCTION log.me() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION log.me() TO cr_exec;

-- Called by append_events alone, whose path and planner's settings hold here too.
CREATE OR REPLACE FUNCTION log.looked_at(batch json, my_room uuid, my_roles text[], now_us bigint) RETURNS log.given[]
  LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT array_agg(ROW(g.id, g.stream, g.stream_id, g.kind, g.version, g.happened_at, g.at, g.actor, g.desk, g.body,
      m.mail, coalesce(k.audience, 'case'), CASE
        WHEN g.id IS NULL OR g.stream IS NULL OR g.stream_id IS NULL OR g.kind IS NULL OR g.version IS NULL
          OR g.happened_at IS NULL OR g.at IS NULL OR g.actor IS NULL OR g.desk IS NULL OR g.body IS NULL
          THEN 'something is missing in it'
        WHEN g.actor <> session_user THEN 'the actor is not who is signed in'
        WHEN d.login IS DISTINCT FROM session_user::text THEN 'the desk is not registered to who is signed in'
        WHEN g.stream NOT IN ('case', 'person', 'room', 'shift') THEN 'there is no such stream'
        WHEN g.stream = 'case' AND NOT EXISTS (
          SELECT 1 FROM log.readers r WHERE r.audience = 'case' AND r.role = ANY (my_roles))
          THEN 'the role may not append to a case'
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
      END)::log.given ORDER BY g.place)
    FROM ROWS FROM (json_to_recordset(batch) AS (id uuid, stream text, stream_id uuid, kind text, version int,
      happened_at bigint, at bigint, actor text, desk uuid, body json)) WITH ORDINALITY AS g(id, stream, stream_id,
      kind, version, happened_at, at, actor, desk, body, place)
    LEFT JOIN LATERAL (SELECT x.login, x.mark FROM log.desks x WHERE x.room = my_room AND x.desk = g.desk) AS d ON true
    LEFT JOIN LATERAL (SELECT x.audience FROM log.kinds x WHERE x.kind = g.kind) AS k ON true
    LEFT JOIN LATERAL (SELECT btrim((g.body -> 'mail')::text, '"') AS mail,
      btrim((g.body -> 'number')::text, '"') AS own_number WHERE g.kind = 'alert_received') AS m ON true
  );
END $$;

-- Appends in the order given, up to 200 events and 2 MiB: per event accepted, same, conflict, or refused and why.
-- The room's lock is taken once, as late as can be: what follows it is look-ups by id, the chain and three writes.
CREATE OR REPLACE FUNCTION api.append_events(batch json) RETURNS TABLE (
  id uuid, verdict text, why text, seq bigint, stream_seq bigint, recorded_at bigint, number text,
  audience text, salt bytea, digest bytea, hash bytea
) LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
  SET jit = off AS $$
#variable_conflict use_column
DECLARE
  my_room uuid;
  my_roles text[];
  batch_given log.given[];
  known_ids uuid[];
  e log.given;
  head log.heads;
  now_us bigint;
  rows log.events[] := '{}';
  ids uuid[] := '{}';
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
  SELECT m.room, m.roles INTO my_room, my_roles FROM log.me() AS m;
  IF my_room IS NULL THEN
    RAISE EXCEPTION 'this login has no room' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF octet_length(batch::text) > 2097152 THEN
    RAISE EXCEPTION 'a batch may hold 2 MiB at most' USING ERRCODE = 'program_limit_exceeded';
  END IF;
  IF json_typeof(batch) <> 'array' OR json_array_length(batch) > 200 THEN
    RAISE EXCEPTION 'a batch is an array of 200 events at most' USING ERRCODE = 'program_limit_exceeded';
  END IF;
  batch_given := log.looked_at(batch, my_room, my_roles,
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
    IF e.id = ANY (ids) THEN
      e.wrong := 'it stands twice in the batch';
    END IF;
    ids := ids || e.id;
    IF e.wrong IS NULL AND e.mail <> '' THEN
      IF NOT EXISTS (
          SELECT 1 FROM log.blob_holders b WHERE b.room = my_room AND b.sha = decode(e.mail, 'hex') AND b.login = session_user)
        AND NOT EXISTS (
          SELECT 1 FROM log.blob_uses u JOIN log.readers r ON r.audience = u.audience AND r.role = ANY (my_roles)
          WHERE u.room = my_room AND u.sha = decode(e.mail, 'hex')) THEN
        e.wrong := 'the mail was not uploaded';
      END IF;
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
  RETURN QUERY SELECT s.* FROM log.events e CROSS JOIN LATERAL log.seen(e, mine) AS s
    WHERE e.room = my_room AND e.seq > after ORDER BY e.seq LIMIT least(greatest(most, 1), 5000);
END $$;

CREATE OR REPLACE FUNCTION api.head() RETURNS TABLE (
  last_seq bigint, last_hash bytea, written pg_lsn, flushed pg_lsn, standbys int, server_time bigint
) LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
  SET jit = off AS $$
#variable_conflict use_column
BEGIN
  SELECT h.last_seq, h.last_hash, r.standbys INTO last_seq, last_hash, standbys
    FROM log.me() AS m JOIN log.heads h ON h.room = m.room JOIN log.rooms r ON r.room = h.room;
  written := pg_current_wal_insert_lsn();
  IF standbys > 0 THEN
    SELECT p.flush_lsn INTO flushed FROM pg_stat_replication p WHERE p.state = 'streaming' AND p.flush_lsn IS NOT NULL
      ORDER BY p.flush_lsn DESC OFFSET standbys - 1 LIMIT 1;
  END IF;
  server_time := (extract(epoch FROM clock_timestamp()) * 1000000)::bigint;
  RETURN NEXT;
END $$;

-- Waits in the server, so that a look costs no way there and back, until a room's head is another than the one known; says
-- NOTIFY for each such room and tells which. `watched`: these rooms, NULL for all; a room whose known head is NULL rests. Looks
-- every `nap` seconds and gives up after `patience`: never long, for while it waits nothing younger can be cleaned up.
CREATE FUNCTION api.poke(watched uuid[], rooms uuid[], known bigint[], nap float8, patience float8)
  RETURNS TABLE (room uuid, last_seq bigint) LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan SET jit = off AS $$
#variable_conflict use_column
DECLARE
  until timestamptz := clock_timestamp() + least(patience, 1) * interval '1 second';
BEGIN
  PERFORM set_config('synchronous_commit', 'off', true);  -- a poke need not survive anything
  LOOP
    FOR room, last_seq IN
      SELECT h.room, h.last_seq FROM log.heads h LEFT JOIN unnest(rooms, known) AS k(room, head) ON k.room = h.room
        WHERE (watched IS NULL OR h.room = ANY (watched)) AND (k.room IS NULL OR k.head <> h.last_seq)
    LOOP
      PERFORM pg_notify('cr_' || replace(room::text, '-', ''), '');
      RETURN NEXT;
    END LOOP;
    EXIT WHEN FOUND OR clock_timestamp() >= until;
    PERFORM pg_sleep(greatest(nap, 0.0005));
  END LOOP;
END $$;
ALTER FUNCTION api.poke(uuid[], uuid[], bigint[], float8, float8) OWNER TO cr_exec;
REVOKE ALL ON FUNCTION api.poke(uuid[], uuid[], bigint[], float8, float8) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.poke(uuid[], uuid[], bigint[], float8, float8) TO cr_projector;
