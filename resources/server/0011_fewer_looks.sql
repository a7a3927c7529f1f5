-- The same answers in less time once more: what an append costs is each statement and each table that it opens. So a desk and
-- a kind are looked up once in a batch, and a stream's last place is read from the log itself. Every check stands.

CREATE INDEX writers_of_kind ON log.writers (kind, role);
CREATE INDEX readers_of_audience ON log.readers (audience, role);

-- What api.my_room() says, without a call.
ALTER POLICY exec_append ON log.events WITH CHECK (actor = session_user
  AND room = (SELECT l.room FROM people.logins l WHERE l.login = session_user AND l.disabled_at IS NULL));

-- What was handed in, looked at one by one: everything that needs no lock. Called by append_events alone, whose path and
-- planner's settings hold here too. A kind's and a desk's rows are asked for when the first of them is seen.
DROP FUNCTION log.looked_at(json, uuid, text[], bigint);
CREATE FUNCTION log.looked_at(batch json, my_room uuid, now_us bigint) RETURNS log.given[]
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
        WHEN btrim((e.body::json -> 'number')::text, '"') !~ ('^\d{4}-' || the_mark || '-\d{4,9}$')
          THEN 'the number is not one of this desk'
        WHEN e.mail !~ '^([0-9a-f]{64})?$' THEN 'that is not a mail'
      END;
    END IF;
    IF e.wrong IS NULL AND get_byte(uuid_send(e.stream_id), 6) >> 4 = 8 THEN
      IF NOT log.may_lie_at(e.stream_id, e.stream, e.kind, e.body::json) THEN
        e.wrong := 'this id is for something else';
      END IF;
    END IF;
    IF e.wrong IS NULL AND e.kind = 'person_erased' THEN
      IF NOT (e.stream = 'person' AND log.was_asked(my_room, e.stream_id)) THEN
        e.wrong := 'another supervisor must have asked for it first';
      END IF;
    END IF;
    ids := ids || e.id;
    looked := looked || e;
  END LOOP;
  RETURN looked;
END $$;
REVOKE ALL ON FUNCTION log.looked_at(json, uuid, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION log.looked_at(json, uuid, bigint) TO cr_exec;

-- A row that is looked up by its id says "(room = ...) IS TRUE": so not even an empty table's planner goes by the room alone.
CREATE OR REPLACE FUNCTION api.append_events(batch json) RETURNS TABLE (
  id uuid, verdict text, why text, seq bigint, stream_seq bigint, recorded_at bigint, number text,
  audience text, salt bytea, digest bytea, hash bytea
) LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
  SET jit = off AS $$
#variable_conflict use_column
DECLARE
  my_room uuid;
  batch_given log.given[];
  head log.heads;
  e log.given;
  given_ids uuid[] := '{}';
  known_ids uuid[];
  rows log.events[] := '{}';
  streams uuid[] := '{}';
  sorts text[] := '{}';
  lasts bigint[] := '{}';
  now_us bigint;
  place int;
  last bigint;
  sort text;
  this_year int;
  next_number int;
  the_salt bytea;
  the_digest bytea;
  the_number text;
  ignored text;
BEGIN
  SELECT l.room INTO my_room FROM people.logins l WHERE l.login = session_user AND l.disabled_at IS NULL;
  IF my_room IS NULL THEN
    RAISE EXCEPTION 'this login has no room' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF octet_length(batch::text) > 2097152 THEN
    RAISE EXCEPTION 'a batch may hold 2 MiB at most' USING ERRCODE = 'program_limit_exceeded';
  END IF;
  IF json_typeof(batch) <> 'array' OR json_array_length(batch) > 200 THEN
    RAISE EXCEPTION 'a batch is an array of 200 events at most' USING ERRCODE = 'program_limit_exceeded';
  END IF;
  batch_given := log.looked_at(batch, my_room, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint);
  FOREACH e IN ARRAY batch_given LOOP
    given_ids := given_ids || e.id;
  END LOOP;
  ignored := set_config('synchronous_commit', 'local', true);
  SELECT * INTO head FROM log.heads h WHERE h.room = my_room FOR UPDATE;
  now_us := greatest((extract(epoch FROM clock_timestamp()) * 1000000)::bigint, head.last_recorded_at);
  PERFORM 1 FROM log.events l WHERE l.id = ANY (given_ids) AND (l.room = my_room) IS TRUE LIMIT 1;
  IF FOUND THEN
    SELECT array_agg(l.id) INTO known_ids FROM log.events l WHERE l.id = ANY (given_ids) AND (l.room = my_room) IS TRUE;
  END IF;
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
    IF e.mail <> '' AND e.wrong IS NULL THEN
      IF NOT EXISTS (
          SELECT 1 FROM log.blob_holders b
          WHERE b.room = my_room AND b.sha = decode(e.mail, 'hex') AND b.login = session_user)
        AND NOT EXISTS (
          SELECT 1 FROM log.blob_uses u JOIN log.readers r ON r.audience = u.audience AND r.role = ANY (api.my_roles())
          WHERE u.room = my_room AND u.sha = decode(e.mail, 'hex')) THEN
        e.wrong := 'the mail was not uploaded';
      END IF;
    END IF;
    IF e.wrong IS NULL THEN
      place := array_position(streams, e.stream_id);
      IF place IS NULL THEN
        SELECT l.stream_seq, l.stream INTO last, sort FROM log.events l
          WHERE l.stream_id = e.stream_id AND (l.room = my_room) IS TRUE ORDER BY l.stream_seq DESC LIMIT 1;
        IF last IS NULL AND e.kind <> 'alert_received' AND (e.stream = 'case'
          OR e.kind <> 'person_opened' AND get_byte(uuid_send(e.stream_id), 6) >> 4 = 8) THEN
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
    IF lasts[place] = 1 AND e.stream = 'case' THEN
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
  RETURN QUERY INSERT INTO log.events AS l SELECT (r).* FROM unnest(rows) AS r
    RETURNING l.id, 'accepted', '', l.seq, l.stream_seq, l.recorded_at, l.number, l.audience, l.salt, l.digest, l.hash;
END $$;

-- The newest files of persons by what last happened to them, and the cases that changed since the projector looked, from the
-- log itself: nothing else has to be kept up to date.
CREATE INDEX events_of_persons ON log.events (room, seq) INCLUDE (stream_id) WHERE stream = 'person';
CREATE OR REPLACE FUNCTION api.working_set(since bigint, most int) RETURNS TABLE (stream_id uuid, is_open boolean) LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
  SET jit = off AS $$
#variable_conflict use_column
DECLARE
  my_room uuid := api.my_room();
  upto bigint := coalesce((SELECT c.seq FROM work.cursors c WHERE c.room = my_room AND c.name = 'projector'), 0);
BEGIN
  IF NOT 'case' = ANY (api.my_audiences()) THEN RETURN; END IF;
  RETURN QUERY
  WITH fresh AS (
    SELECT l.stream_id FROM (SELECT e.stream_id, e.seq FROM log.events e WHERE e.room = my_room AND e.seq > upto
      AND e.stream = 'case' ORDER BY e.seq DESC LIMIT 20 * most) AS l
    GROUP BY l.stream_id ORDER BY max(l.seq) DESC LIMIT most
  ), open AS (
    SELECT i.case_id FROM work.case_index i WHERE i.room = my_room AND i.is_open
    UNION SELECT f.stream_id FROM fresh f
  ), recent AS (
    SELECT i.case_id FROM work.case_index i WHERE i.room = my_room AND NOT i.is_open AND i.received_at >= since
    ORDER BY i.received_at DESC LIMIT most
  ), persons AS (
    SELECT l.stream_id FROM (SELECT e.stream_id, e.seq FROM log.events e WHERE e.room = my_room
      AND e.stream = 'person' ORDER BY e.seq DESC LIMIT 20 * most) AS l
    GROUP BY l.stream_id ORDER BY max(l.seq) DESC LIMIT most
  )
  SELECT o.case_id, true FROM open o
  UNION ALL
  SELECT p.stream_id, false FROM persons p
  UNION ALL
  SELECT r.case_id, false FROM recent r WHERE NOT EXISTS (SELECT 1 FROM open o WHERE o.case_id = r.case_id);
END $$;
DROP TABLE log.streams;

-- One stream is what is asked for most: a case that is opened, a gap.
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
    RETURN QUERY SELECT s.* FROM log.events e CROSS JOIN LATERAL log.seen(e, mine) AS s
      WHERE e.stream_id = streams[1] AND e.stream_seq > after[1] AND (e.room = my_room) IS TRUE AND s.stream_id IS NOT NULL
      ORDER BY e.stream_seq LIMIT least(greatest(most, 1), 5000);
    RETURN;
  END IF;
  RETURN QUERY SELECT s.* FROM unnest(streams, after) WITH ORDINALITY AS w(wanted, beyond, nth)
    CROSS JOIN LATERAL (SELECT * FROM log.events l WHERE l.stream_id = w.wanted AND l.stream_seq > w.beyond OFFSET 0) AS e
    CROSS JOIN LATERAL log.seen(e, mine) AS s
    WHERE e.room = my_room AND s.stream_id IS NOT NULL ORDER BY w.nth, e.stream_seq LIMIT least(greatest(most, 1), 5000);
END $$;
