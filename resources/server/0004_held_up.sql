-- A login that keeps one statement running for minutes keeps what the room's head was from being cleaned up, and each
-- append then takes longer than the one before. The logins' own limit is 60 s, but anybody may switch it off for
-- themselves: the janitor ends what runs twice as long, whether somebody waits for it or not.
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
        a.xact_start < clock_timestamp() - interval '5 seconds' AND a.wait_event_type IS DISTINCT FROM 'Lock' AS is_old,
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

-- An administrator reads no case, and must not learn of one from what EXPLAIN guesses for its id either. What is for
-- administrators they have from api.pull.
REVOKE SELECT ON log.events FROM g_admin;
ALTER POLICY people_read ON log.events TO g_operator, g_supervisor, g_counsellor, g_auditor, g_intake;
