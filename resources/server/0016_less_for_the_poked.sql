-- A poke wakes every desk of the room at once, and each asks for the one event that has come: what this costs is each statement
-- and table that it opens, and each expression that is made ready. So a pull is one statement, and only a row that may not be
-- read whole is looked at again.

-- A login goes by its index: session_user, a name, brings another collation than the index has.
CREATE OR REPLACE FUNCTION log.me() RETURNS TABLE (room uuid, roles text[], audiences text[]) LANGUAGE sql STABLE AS $$
  SELECT l.room,
    ARRAY(SELECT r FROM unnest('{admin,auditor,board,counsellor,intake,operator,supervisor}'::text[]) AS r
      WHERE pg_has_role(session_user, 'g_' || r, 'member')),
    ARRAY(SELECT DISTINCT r.audience FROM log.readers r WHERE pg_has_role(session_user, 'g_' || r.role, 'member'))
  FROM people.logins l WHERE l.login = session_user::text COLLATE "default" AND l.disabled_at IS NULL
$$;

CREATE OR REPLACE FUNCTION api.my_room() RETURNS uuid LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
  SET jit = off AS $$
BEGIN
  RETURN (SELECT l.room FROM people.logins l WHERE l.login = session_user::text COLLATE "default" AND l.disabled_at IS NULL);
END $$;

-- A page ends where it holds 4 MiB, after one event at least. What may not be read is the same stub that log.seen makes.
CREATE OR REPLACE FUNCTION api.pull(after bigint, most int) RETURNS TABLE (
  seq bigint, stream text, digest bytea, hash bytea, stream_id uuid, stream_seq bigint,
  id uuid, kind text, version int, happened_at bigint, at bigint, actor text,
  desk uuid, body text, audience text, recorded_at bigint, number text, salt bytea
) LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
  SET jit = off AS $$
#variable_conflict use_column
DECLARE
  is_whole boolean;
  reads_cases boolean;
  size bigint := 0;
BEGIN
  FOR seq, stream, digest, hash, stream_id, stream_seq, id, kind, version, happened_at, at, actor,
      desk, body, audience, recorded_at, number, salt, is_whole IN
    SELECT e.seq, e.stream, e.digest, e.hash, e.stream_id, e.stream_seq, e.id, e.kind, e.version, e.happened_at, e.at, e.actor,
      e.desk, e.body, e.audience, e.recorded_at, e.number, e.salt, e.audience = ANY (
        ARRAY(SELECT r.audience FROM log.readers r WHERE pg_has_role(session_user, 'g_' || r.role, 'member')))
    FROM log.events e WHERE e.room = (SELECT m.room FROM log.me() AS m) AND e.seq > after
    ORDER BY e.seq LIMIT least(greatest(most, 1), 5000)
  LOOP
    IF is_whole THEN
      size := size + octet_length(body);
    ELSE
      reads_cases := coalesce(reads_cases, 'case' = ANY (api.my_audiences()));
      IF NOT (stream = 'case' AND reads_cases) THEN
        digest := sha256('controlroom place 2'::bytea || uuid_send(stream_id) || int8send(stream_seq) || digest);
        stream_id := NULL; stream_seq := NULL;
      END IF;
      id := NULL; kind := NULL; version := NULL; happened_at := NULL; at := NULL; actor := NULL; desk := NULL; body := NULL;
      audience := NULL; recorded_at := NULL; number := NULL; salt := NULL;
    END IF;
    RETURN NEXT;
    EXIT WHEN size > 4194304;
  END LOOP;
END $$;
