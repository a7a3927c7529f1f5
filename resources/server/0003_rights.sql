-- Who may touch what. Tables: row-level security, enabled and forced, one policy a verb; the owner has none, so that
-- not even the owner reads or writes a row. Functions: by name. `matrix.txt` says the same once more, line by line.

GRANT USAGE ON SCHEMA log, people, work TO cr_exec;
GRANT USAGE ON SCHEMA api TO cr_exec;
GRANT USAGE ON SCHEMA api, log TO g_operator, g_supervisor, g_counsellor, g_auditor, g_admin, g_board, g_intake;
GRANT USAGE ON SCHEMA api, log, work TO cr_projector;

GRANT SELECT, INSERT ON log.events, log.blobs, log.blob_holders, log.blob_uses TO cr_exec;
GRANT SELECT, UPDATE ON log.heads TO cr_exec;
GRANT SELECT, INSERT, UPDATE ON log.streams, log.numbers, log.desks TO cr_exec;
GRANT SELECT ON log.rooms, log.kinds, log.writers, log.readers, log.migrations TO cr_exec;
GRANT SELECT, UPDATE (disabled_at) ON people.logins TO cr_exec;
GRANT SELECT ON work.case_index, work.cursors TO cr_exec;
GRANT SELECT, INSERT, UPDATE ON work.presence TO cr_exec;

GRANT SELECT ON log.events TO g_operator, g_supervisor, g_counsellor, g_auditor, g_admin, g_intake;

GRANT SELECT ON log.events, log.rooms, log.heads TO cr_projector;
GRANT SELECT, INSERT, UPDATE ON work.case_index, work.cursors TO cr_projector;
GRANT SELECT, DELETE ON work.presence TO cr_projector;

DO $$
DECLARE t regclass;
BEGIN
  FOR t IN SELECT c.oid FROM pg_class c
    WHERE c.relkind = 'r' AND c.relnamespace IN ('log'::regnamespace, 'people'::regnamespace, 'work'::regnamespace)
  LOOP
    EXECUTE format('ALTER TABLE %s OWNER TO cr_owner', t);
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;

-- People read the log by audience and room, whatever client they use.
CREATE POLICY people_read ON log.events FOR SELECT
  TO g_operator, g_supervisor, g_counsellor, g_auditor, g_admin, g_intake
  USING (room = (SELECT api.my_room()) AND audience = ANY ((SELECT api.my_audiences())::text[]));

-- The functions see what they need; they ask session_user themselves.
CREATE POLICY exec_read ON log.events FOR SELECT TO cr_exec USING (true);
CREATE POLICY exec_append ON log.events FOR INSERT TO cr_exec WITH CHECK (room = (SELECT api.my_room()) AND actor = session_user);
CREATE POLICY exec_read ON log.blobs FOR SELECT TO cr_exec USING (true);
CREATE POLICY exec_append ON log.blobs FOR INSERT TO cr_exec
  WITH CHECK (room = (SELECT api.my_room()));
CREATE POLICY exec_read ON log.blob_holders FOR SELECT TO cr_exec USING (true);
CREATE POLICY exec_append ON log.blob_holders FOR INSERT TO cr_exec
  WITH CHECK (room = (SELECT api.my_room()) AND login = session_user);
CREATE POLICY exec_read ON log.blob_uses FOR SELECT TO cr_exec USING (true);
CREATE POLICY exec_append ON log.blob_uses FOR INSERT TO cr_exec WITH CHECK (room = (SELECT api.my_room()));
CREATE POLICY exec_read ON log.heads FOR SELECT TO cr_exec USING (true);
CREATE POLICY exec_write ON log.heads FOR UPDATE TO cr_exec USING (true);
CREATE POLICY exec_read ON log.streams FOR SELECT TO cr_exec USING (true);
CREATE POLICY exec_append ON log.streams FOR INSERT TO cr_exec WITH CHECK (true);
CREATE POLICY exec_write ON log.streams FOR UPDATE TO cr_exec USING (true);
CREATE POLICY exec_read ON log.numbers FOR SELECT TO cr_exec USING (true);
CREATE POLICY exec_append ON log.numbers FOR INSERT TO cr_exec WITH CHECK (true);
CREATE POLICY exec_write ON log.numbers FOR UPDATE TO cr_exec USING (true);
CREATE POLICY exec_read ON log.desks FOR SELECT TO cr_exec USING (true);
CREATE POLICY exec_append ON log.desks FOR INSERT TO cr_exec WITH CHECK (room = (SELECT api.my_room()) AND login = session_user);
CREATE POLICY exec_write ON log.desks FOR UPDATE TO cr_exec USING (room = (SELECT api.my_room()) AND login = session_user);
CREATE POLICY exec_read ON log.rooms FOR SELECT TO cr_exec USING (true);
CREATE POLICY exec_read ON log.kinds FOR SELECT TO cr_exec USING (true);
CREATE POLICY exec_read ON log.writers FOR SELECT TO cr_exec USING (true);
CREATE POLICY exec_read ON log.readers FOR SELECT TO cr_exec USING (true);
CREATE POLICY exec_read ON log.migrations FOR SELECT TO cr_exec USING (true);
CREATE POLICY exec_read ON people.logins FOR SELECT TO cr_exec USING (true);
CREATE POLICY exec_write ON people.logins FOR UPDATE TO cr_exec USING (room = (SELECT api.my_room()));
CREATE POLICY exec_read ON work.case_index FOR SELECT TO cr_exec USING (true);
CREATE POLICY exec_read ON work.cursors FOR SELECT TO cr_exec USING (true);
CREATE POLICY exec_read ON work.presence FOR SELECT TO cr_exec USING (true);
CREATE POLICY exec_append ON work.presence FOR INSERT TO cr_exec WITH CHECK (login = session_user);
CREATE POLICY exec_write ON work.presence FOR UPDATE TO cr_exec USING (true) WITH CHECK (login = session_user);

-- The projector reads what every operator may read, and keeps the index of cases.
CREATE POLICY projector_read ON log.events FOR SELECT TO cr_projector USING (audience = 'case');
CREATE POLICY projector_read ON log.rooms FOR SELECT TO cr_projector USING (true);
CREATE POLICY projector_read ON log.heads FOR SELECT TO cr_projector USING (true);
CREATE POLICY projector_read ON work.case_index FOR SELECT TO cr_projector USING (true);
CREATE POLICY projector_append ON work.case_index FOR INSERT TO cr_projector WITH CHECK (true);
CREATE POLICY projector_write ON work.case_index FOR UPDATE TO cr_projector USING (true);
CREATE POLICY projector_read ON work.cursors FOR SELECT TO cr_projector USING (true);
CREATE POLICY projector_append ON work.cursors FOR INSERT TO cr_projector WITH CHECK (true);
CREATE POLICY projector_write ON work.cursors FOR UPDATE TO cr_projector USING (true);
CREATE POLICY projector_read ON work.presence FOR SELECT TO cr_projector USING (true);
CREATE POLICY projector_clear ON work.presence FOR DELETE TO cr_projector USING (true);

DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT p.oid FROM pg_proc p WHERE p.pronamespace = 'api'::regnamespace LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO cr_exec', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION log.seen(log.events, text[]), log.looked_at(json, uuid, text[], bigint) TO cr_exec;
REVOKE ALL ON FUNCTION log.never(), log.no_ddl(), log.seen(log.events, text[]),
  log.looked_at(json, uuid, text[], bigint) FROM PUBLIC;
GRANT SELECT ON log.migrations TO cr_projector;
CREATE POLICY projector_read ON log.migrations FOR SELECT TO cr_projector USING (true);

GRANT EXECUTE ON FUNCTION api.my_room(), api.my_roles(), api.my_audiences(), api.cluster(), api.head(),
  api.hello(uuid, text, uuid, uuid, text), api.append_events(json), api.pull(bigint, int),
  api.pull_streams(uuid[], bigint[], int), api.hashes(bigint[]), api.working_set(bigint, int),
  api.search_cases(text[], int), api.case_of_number(text), api.projector_lag(), api.presence(uuid, uuid, boolean),
  api.put_blob(bytea), api.blob(bytea)
  TO g_operator, g_supervisor, g_counsellor, g_auditor, g_admin, g_board, g_intake;
GRANT EXECUTE ON FUNCTION api.disable(text) TO g_admin;
GRANT EXECUTE ON FUNCTION api.tidy() TO cr_projector;
