-- Who reads no case writes into none: the answer told whether a case of this id exists, and what was written stood in its log.
CREATE OR REPLACE FUNCTION log.looked_at(batch json, my_room uuid, my_roles text[], now_us bigint) RETURNS log.given[]
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
  SET jit = off AS $$
DECLARE
  reads_cases boolean := EXISTS (SELECT 1 FROM log.readers r WHERE r.audience = 'case' AND r.role = ANY (my_roles));
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
        WHEN g.stream = 'case' AND NOT reads_cases THEN 'the role may not append to a case'
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
