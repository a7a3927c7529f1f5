-- Who fetches the room's mail, and how that goes: a desk that fetches none itself knows when nobody does. Who ends, or dies, stays
-- known for half a day.
CREATE TABLE work.intakes (
  room uuid NOT NULL,
  desk uuid NOT NULL,
  login text NOT NULL,
  state text NOT NULL CHECK (state IN ('ok', 'starting', 'late', 'down', 'off')),
  last_success bigint,
  told_at bigint NOT NULL,
  PRIMARY KEY (room, desk)
) WITH (fillfactor = 30);
ALTER TABLE work.intakes OWNER TO cr_owner;
ALTER TABLE work.intakes ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON work.intakes TO cr_exec;
CREATE POLICY exec_read ON work.intakes FOR SELECT TO cr_exec USING (room = (SELECT api.my_room()));
CREATE POLICY exec_append ON work.intakes FOR INSERT TO cr_exec WITH CHECK (login = session_user);
CREATE POLICY exec_write ON work.intakes FOR UPDATE TO cr_exec USING (true) WITH CHECK (login = session_user);

-- Say how this desk's own mail goes (NULL: it fetches none), hear how everybody's does. Only who may append an alert fetches mail.
CREATE FUNCTION api.mail(desk uuid, state text, last_success bigint) RETURNS TABLE (
  login text, fetching_desk uuid, standing text, success bigint, silent_us bigint
) LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
  SET jit = off AS $$
#variable_conflict use_column
DECLARE
  my_room uuid := api.my_room();
  now_us bigint := api.now_micros();
BEGIN
  IF mail.state IS NOT NULL AND EXISTS (SELECT 1 FROM log.writers w WHERE w.kind = 'alert_received' AND w.role = ANY (api.my_roles())) THEN
    IF NOT EXISTS (SELECT 1 FROM log.desks d WHERE d.room = my_room AND d.desk = mail.desk AND d.login = session_user) THEN
      RAISE EXCEPTION 'the desk is not registered to who is signed in' USING ERRCODE = 'CR001';
    END IF;
    PERFORM set_config('synchronous_commit', 'off', true);
    INSERT INTO work.intakes AS i VALUES (my_room, mail.desk, session_user, mail.state, least(mail.last_success, now_us), now_us)
      ON CONFLICT (room, desk) DO UPDATE SET login = excluded.login, state = excluded.state,
        last_success = excluded.last_success, told_at = excluded.told_at;
  END IF;
  RETURN QUERY SELECT i.login, i.desk, i.state, i.last_success, greatest(now_us - i.told_at, 0) FROM work.intakes i
    WHERE i.room = my_room AND i.told_at > now_us - 43200000000 ORDER BY i.login, i.desk;
END $$;
ALTER FUNCTION api.mail(uuid, text, bigint) OWNER TO cr_exec;
REVOKE ALL ON FUNCTION api.mail(uuid, text, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.mail(uuid, text, bigint)
  TO g_operator, g_supervisor, g_counsellor, g_auditor, g_admin, g_board, g_intake;
