-- What is said of a person lies in the log sealed. The keys lie here, apart, are left out of the backup of the log, and go when
-- the person is erased: the log stays whole, and nobody can read those words any more.
CREATE TABLE log.person_keys (
  room uuid NOT NULL,
  id uuid NOT NULL,
  stream_id uuid NOT NULL,
  audience text NOT NULL,
  key bytea NOT NULL,
  PRIMARY KEY (id, room)
) WITH (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);
CREATE INDEX person_keys_of ON log.person_keys (stream_id, room);

-- Files of persons that were erased, and the cases that went with them; `seq` is the number of the event that says so.
CREATE TABLE log.erased (
  room uuid NOT NULL,
  stream_id uuid NOT NULL,
  seq bigint NOT NULL,
  PRIMARY KEY (stream_id, room)
);
CREATE INDEX erased_seq ON log.erased (room, seq);

ALTER TABLE log.person_keys OWNER TO cr_owner;
ALTER TABLE log.erased OWNER TO cr_owner;
ALTER TABLE log.person_keys ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE log.erased ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON log.person_keys TO cr_exec;
GRANT SELECT, INSERT ON log.erased TO cr_exec;
GRANT DELETE ON log.blobs TO cr_exec;
GRANT SELECT ON log.erased TO cr_projector;
CREATE POLICY exec_read ON log.erased FOR SELECT TO cr_exec USING (true);
CREATE POLICY exec_append ON log.erased FOR INSERT TO cr_exec WITH CHECK (room = (SELECT api.my_room()));
CREATE POLICY projector_read ON log.erased FOR SELECT TO cr_projector USING (true);
-- The functions, too, see no key of what the login may not read; whoever erases a file reads all of it.
CREATE POLICY exec_read ON log.person_keys FOR SELECT TO cr_exec
  USING (room = (SELECT api.my_room()) AND audience = ANY ((SELECT api.my_audiences())::text[]));
CREATE POLICY exec_append ON log.person_keys FOR INSERT TO cr_exec WITH CHECK (room = (SELECT api.my_room()));
CREATE POLICY exec_erase ON log.person_keys FOR DELETE TO cr_exec
  USING (EXISTS (SELECT 1 FROM log.erased e WHERE e.stream_id = person_keys.stream_id AND e.room = person_keys.room));

-- The file of a mail belongs to the case that it opened, and to no other: its id is made from the bytes.
CREATE FUNCTION log.is_erased_mail(my_room uuid, name bytea) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM log.erased e
    WHERE e.stream_id = log.derived('controlroom case of mail\000'::bytea || name) AND e.room = my_room)
$$;
CREATE POLICY exec_erase ON log.blobs FOR DELETE TO cr_exec USING (log.is_erased_mail(room, sha));

CREATE FUNCTION log.only_erased() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF log.is_erased_mail(OLD.room, OLD.sha) THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'what is in the log is never changed' USING ERRCODE = 'integrity_constraint_violation';
END $$;
DROP TRIGGER blobs_never_change ON log.blobs;
CREATE TRIGGER blobs_never_change BEFORE UPDATE OR TRUNCATE ON log.blobs
  FOR EACH STATEMENT EXECUTE FUNCTION log.never();
CREATE TRIGGER blobs_go_only_erased BEFORE DELETE ON log.blobs FOR EACH ROW EXECUTE FUNCTION log.only_erased();
ALTER TABLE log.blobs ENABLE ALWAYS TRIGGER blobs_never_change;
ALTER TABLE log.blobs ENABLE ALWAYS TRIGGER blobs_go_only_erased;

-- In the transaction of the event that says it: the keys of the file, and the mails of the cases that it names.
CREATE FUNCTION log.erase() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  the_case text;
BEGIN
  INSERT INTO log.erased VALUES (NEW.room, NEW.stream_id, NEW.seq) ON CONFLICT DO NOTHING;
  DELETE FROM log.person_keys k WHERE k.stream_id = NEW.stream_id AND k.room = NEW.room;
  IF json_typeof(NEW.body::json -> 'cases') IS DISTINCT FROM 'array' THEN RETURN NULL; END IF;
  FOR the_case IN SELECT c FROM json_array_elements_text(NEW.body::json -> 'cases') AS c
    WHERE c ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
  LOOP
    INSERT INTO log.erased VALUES (NEW.room, the_case::uuid, NEW.seq) ON CONFLICT DO NOTHING;
    DELETE FROM log.blobs b USING (
      SELECT decode(e.body::json ->> 'mail', 'hex') AS sha FROM log.events e
      WHERE e.stream_id = the_case::uuid AND e.room = NEW.room AND e.kind = 'alert_received'
        AND e.body::json ->> 'mail' ~ '^[0-9a-f]{64}$') AS m
      WHERE b.room = NEW.room AND b.sha = m.sha AND log.is_erased_mail(b.room, b.sha);
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER events_erase AFTER INSERT ON log.events FOR EACH ROW WHEN (NEW.kind = 'person_erased')
  EXECUTE FUNCTION log.erase();
ALTER TABLE log.events ENABLE ALWAYS TRIGGER events_erase;

-- Keys go in before the events that they seal. What a key is for is in its id, so that nobody passes one off as another's.
CREATE FUNCTION api.put_person_keys(keys json) RETURNS int LANGUAGE plpgsql VOLATILE SECURITY DEFINER
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
  PERFORM 1 FROM log.heads h WHERE h.room = my_room FOR SHARE;  -- not while a file is being erased
  INSERT INTO log.person_keys SELECT my_room, k.id, k.stream_id, k.audience, decode(k.key, 'hex')
    FROM json_to_recordset(keys) AS k(id uuid, stream_id uuid, audience text, key text)
    WHERE k.key ~ '^[0-9a-f]{64}$' AND EXISTS (SELECT 1 FROM log.readers r WHERE r.audience = k.audience)
      AND k.id = log.derived('controlroom person key\000'::bytea || uuid_send(k.stream_id) || decode(k.key, 'hex')
        || convert_to(k.audience, 'UTF8'))
      AND NOT EXISTS (SELECT 1 FROM log.erased e WHERE e.stream_id = k.stream_id AND e.room = my_room)
    ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS kept = ROW_COUNT;
  RETURN kept;
END $$;

CREATE FUNCTION api.person_keys(ids uuid[]) RETURNS TABLE (id uuid, stream_id uuid, audience text, key bytea)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
  SET jit = off AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY SELECT k.id, k.stream_id, k.audience, k.key FROM log.person_keys k
    WHERE k.id = ANY (ids[:5000]) AND k.room = api.my_room() AND k.audience = ANY (api.my_audiences());
END $$;

-- Whether the last word on this file is that it be erased, and somebody else's.
CREATE FUNCTION log.was_asked(my_room uuid, file uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT (SELECT e.kind = 'erasure_asked' AND e.actor <> session_user FROM log.events e
    WHERE e.stream_id = file AND e.room = my_room AND e.kind IN ('erasure_asked', 'retention_reviewed')
    ORDER BY e.stream_seq DESC LIMIT 1) IS TRUE
$$;

REVOKE ALL ON FUNCTION log.is_erased_mail(uuid, bytea), log.only_erased(), log.erase(), log.was_asked(uuid, uuid),
  api.put_person_keys(json), api.person_keys(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION log.is_erased_mail(uuid, bytea), log.was_asked(uuid, uuid) TO cr_exec;
ALTER FUNCTION api.put_person_keys(json) OWNER TO cr_exec;
ALTER FUNCTION api.person_keys(uuid[]) OWNER TO cr_exec;
GRANT EXECUTE ON FUNCTION api.put_person_keys(json), api.person_keys(uuid[])
  TO g_operator, g_supervisor, g_counsellor, g_auditor, g_admin, g_board, g_intake;

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
        WHEN get_byte(uuid_send(g.stream_id), 6) >> 4 = 8 AND NOT log.may_lie_at(g.stream_id, g.stream, g.kind, g.body)
          THEN 'this id is for something else'
        WHEN g.kind = 'person_erased' AND NOT (g.stream = 'person' AND log.was_asked(my_room, g.stream_id))
          THEN 'another supervisor must have asked for it first'
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

-- A mail that was erased is not kept again: who imports it anew may say so, and the bytes fall.
CREATE OR REPLACE FUNCTION api.put_blob(data bytea) RETURNS bytea LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
  SET jit = off AS $$
DECLARE
  my_room uuid := api.my_room();
  name bytea;
  used bigint;
BEGIN
  IF my_room IS NULL OR NOT api.my_roles() && ARRAY['operator', 'supervisor', 'counsellor', 'intake'] THEN
    RAISE EXCEPTION 'the role may not keep files' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF octet_length(data) > 67108864 THEN
    RAISE EXCEPTION 'a file may hold 64 MiB at most' USING ERRCODE = 'CR004';
  END IF;
  name := sha256(data);
  PERFORM set_config('synchronous_commit', 'local', true);
  IF NOT log.is_erased_mail(my_room, name) AND NOT EXISTS (SELECT 1 FROM log.blobs b WHERE b.room = my_room AND b.sha = name) THEN
    INSERT INTO log.blob_days AS d
      VALUES (my_room, session_user, (clock_timestamp() AT TIME ZONE 'Asia/Kolkata')::date, octet_length(data) + 1024)
      ON CONFLICT (room, login, day) DO UPDATE SET bytes = d.bytes + excluded.bytes RETURNING d.bytes INTO used;
    IF used > (SELECT r.file_bytes_a_day FROM log.rooms r WHERE r.room = my_room) THEN
      RAISE EXCEPTION 'this login has kept as much today as one may' USING ERRCODE = 'CR003';
    END IF;
    INSERT INTO log.blobs VALUES (my_room, name, data, api.now_micros()) ON CONFLICT DO NOTHING;
  END IF;
  INSERT INTO log.blob_holders VALUES (my_room, name, session_user) ON CONFLICT DO NOTHING;
  RETURN name;
END $$;
