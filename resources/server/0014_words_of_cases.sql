-- What is said in a case lies sealed like what is said of a person: `log.person_keys` holds the keys of both. An erasure takes
-- those of the cases that it names, too.
CREATE OR REPLACE FUNCTION log.erase() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  the_case text;
BEGIN
  INSERT INTO log.erased VALUES (NEW.room, NEW.stream_id, NEW.seq) ON CONFLICT DO NOTHING;
  DELETE FROM log.person_keys k WHERE k.stream_id = NEW.stream_id AND k.room = NEW.room;
  IF json_typeof(NEW.body::json -> 'cases') IS DISTINCT FROM 'array' THEN RETURN NULL; END IF;
  FOR the_case IN SELECT DISTINCT c FROM json_array_elements_text(NEW.body::json -> 'cases') AS c
      WHERE c ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' LOOP
    INSERT INTO log.erased VALUES (NEW.room, the_case::uuid, NEW.seq) ON CONFLICT DO NOTHING;
    DELETE FROM log.person_keys k WHERE k.stream_id = the_case::uuid AND k.room = NEW.room;
    DELETE FROM log.blobs b USING (
      SELECT decode(e.body::json ->> 'mail', 'hex') AS sha FROM log.events e
      WHERE e.stream_id = the_case::uuid AND e.room = NEW.room AND e.kind = 'alert_received'
        AND e.body::json ->> 'mail' ~ '^[0-9a-f]{64}$') AS m
      WHERE b.room = NEW.room AND b.sha = m.sha AND log.is_erased_mail(b.room, b.sha);
  END LOOP;
  RETURN NULL;
END $$;

-- Whether the words of these files and cases were erased: a desk whom no key of them comes to asks.
CREATE FUNCTION api.erased_among(streams uuid[]) RETURNS TABLE (stream_id uuid)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
  SET jit = off AS $$
#variable_conflict use_column
BEGIN
  IF NOT 'case' = ANY (api.my_audiences()) THEN RETURN; END IF;
  RETURN QUERY SELECT e.stream_id FROM log.erased e
    WHERE e.stream_id = ANY (streams[:5000]) AND e.room = api.my_room();
END $$;
ALTER FUNCTION api.erased_among(uuid[]) OWNER TO cr_exec;
REVOKE ALL ON FUNCTION api.erased_among(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.erased_among(uuid[])
  TO g_operator, g_supervisor, g_counsellor, g_auditor, g_admin, g_board, g_intake;

-- The projector folds what every reader of cases reads, and opens it.
GRANT SELECT ON log.person_keys TO cr_projector;
CREATE POLICY projector_read ON log.person_keys FOR SELECT TO cr_projector USING (audience = 'case');
