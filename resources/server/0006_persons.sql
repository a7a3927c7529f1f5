-- A new desk takes the files of persons too, the newest first: a plan runs for eighteen months, and nobody may be
-- forgotten because a desk is new. What of them a login may not read stays out of what it fetches.
CREATE OR REPLACE FUNCTION api.working_set(since bigint, most int) RETURNS TABLE (stream_id uuid, is_open boolean) LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
  SET jit = off AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH looked AS (
    SELECT coalesce((SELECT c.seq FROM work.cursors c WHERE c.room = api.my_room() AND c.name = 'projector'), 0) AS upto
  ), fresh AS (
    SELECT s.stream_id FROM log.streams s, looked WHERE s.room = api.my_room() AND s.stream = 'case'
      AND s.last_seq > looked.upto ORDER BY s.last_seq DESC LIMIT most
  ), open AS (
    SELECT i.case_id FROM work.case_index i WHERE i.room = api.my_room() AND i.is_open
    UNION SELECT f.stream_id FROM fresh f
  ), recent AS (
    SELECT i.case_id FROM work.case_index i WHERE i.room = api.my_room() AND NOT i.is_open AND i.received_at >= since
    ORDER BY i.received_at DESC LIMIT most
  ), persons AS (
    SELECT s.stream_id FROM log.streams s WHERE s.room = api.my_room() AND s.stream = 'person'
    ORDER BY s.last_seq DESC LIMIT most
  )
  SELECT o.case_id, true FROM open o WHERE 'case' = ANY (api.my_audiences())
  UNION ALL
  SELECT p.stream_id, false FROM persons p WHERE 'case' = ANY (api.my_audiences())
  UNION ALL
  SELECT r.case_id, false FROM recent r WHERE 'case' = ANY (api.my_audiences())
    AND NOT EXISTS (SELECT 1 FROM open o WHERE o.case_id = r.case_id);
END $$;
