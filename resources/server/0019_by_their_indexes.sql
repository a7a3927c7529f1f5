-- Who is signed in is a name, of the collation "C": where the two are compared, in every function and policy, no index of logins
-- was of use, and each event that was appended looked through all of them.
CREATE INDEX logins_by_session ON people.logins (login COLLATE "C");

-- One stream: its events lie in their index in order, so no bitmap of them first and no sorting after it. Nearly every event is for
-- who reads cases: which other audiences a login reads is asked when the first event of another comes.
CREATE OR REPLACE FUNCTION api.pull_streams(streams uuid[], after bigint[], most int) RETURNS TABLE (
  seq bigint, stream text, digest bytea, hash bytea, stream_id uuid, stream_seq bigint,
  id uuid, kind text, version int, happened_at bigint, at bigint, actor text,
  desk uuid, body text, audience text, recorded_at bigint, number text, salt bytea
) LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
  SET enable_bitmapscan = off SET jit = off AS $$
#variable_conflict use_column
DECLARE
  my_room uuid;
  reads_cases boolean;
  mine text[];
  is_whole boolean;
  given int := 0;
  size bigint := 0;
BEGIN
  SELECT l.room, EXISTS (SELECT 1 FROM log.readers r WHERE r.audience = 'case' AND pg_has_role(session_user, 'g_' || r.role, 'member'))
    INTO my_room, reads_cases FROM people.logins l WHERE l.login = session_user::text AND l.disabled_at IS NULL;
  IF cardinality(streams) = 1 THEN
    FOR seq, stream, digest, hash, stream_id, stream_seq, id, kind, version, happened_at, at, actor, desk, body, audience,
        recorded_at, number, salt IN
      SELECT e.seq, e.stream, e.digest, e.hash, e.stream_id, e.stream_seq, e.id, e.kind, e.version, e.happened_at, e.at,
        e.actor, e.desk, e.body, e.audience, e.recorded_at, e.number, e.salt
      FROM log.events e WHERE e.stream_id = streams[1] AND e.stream_seq > after[1] AND (e.room = my_room) IS TRUE
      ORDER BY e.stream_seq
    LOOP
      IF audience = 'case' THEN
        is_whole := reads_cases;
      ELSE
        mine := coalesce(mine, api.my_audiences());
        is_whole := audience = ANY (mine);
      END IF;
      IF is_whole THEN
        size := size + octet_length(body);
      ELSIF stream = 'case' AND reads_cases THEN
        id := NULL; kind := NULL; version := NULL; happened_at := NULL; at := NULL; actor := NULL; desk := NULL; body := NULL;
        audience := NULL; recorded_at := NULL; number := NULL; salt := NULL;
      ELSE
        CONTINUE;
      END IF;
      RETURN NEXT;
      given := given + 1;
      EXIT WHEN size > 4194304 OR given >= least(greatest(most, 1), 5000);
    END LOOP;
    RETURN;
  END IF;
  mine := api.my_audiences();
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
