-- Who is on duty decides at which desks an alert rings: nobody signs another one on or off, or a name that is nobody's, but a
-- supervisor does. Nor does anybody ask to be relieved, or uncover pictures, in another's name; whoever takes over says that
-- the other asks no more. A desk goes by `key` before `person`: it has no place here.
CREATE FUNCTION log.may_say_of(kind text, body json) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT pg_has_role(session_user, 'g_supervisor', 'member')
    OR body -> 'key' IS NULL AND (body ->> 'person' = session_user::text
      OR kind = 'relief_changed' AND body ->> 'on' = 'false') IS TRUE
$$;
REVOKE ALL ON FUNCTION log.may_say_of(text, json) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION log.may_say_of(text, json) TO cr_exec;

-- Called by append_events alone, whose path and planner's settings hold here too. The ids that hold for the whole room (of
-- version 5, and the room's own) are known to everybody: nothing but what is of the room may lie there. Digits are written
-- out: what a backslash means in here a login may set for itself.
CREATE OR REPLACE FUNCTION log.looked_at(batch json, my_room uuid, now_us bigint) RETURNS log.given[]
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
  PERFORM pg_advisory_xact_lock(hashtext('controlroom login'), hashtext(session_user::text));
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
        WHEN btrim((e.body::json -> 'number')::text, '"') !~ ('^[0-9]{4}-' || the_mark || '-[0-9]{4,9}$')
          THEN 'the number is not one of this desk'
        WHEN e.mail !~ '^([0-9a-f]{64})?$' THEN 'that is not a mail'
      END;
    END IF;
    IF e.wrong IS NULL AND e.stream <> 'room' AND (e.stream_id = my_room OR get_byte(uuid_send(e.stream_id), 6) >> 4 = 5) THEN
      e.wrong := 'this id is for something else';
    END IF;
    IF e.wrong IS NULL AND get_byte(uuid_send(e.stream_id), 6) >> 4 = 8 THEN
      IF NOT log.may_lie_at(e.stream_id, e.stream, e.kind, e.body::json) THEN
        e.wrong := 'this id is for something else';
      END IF;
    END IF;
    IF e.wrong IS NULL AND e.kind IN ('duty_changed', 'relief_changed', 'sight_chosen') THEN
      IF NOT log.may_say_of(e.kind, e.body::json) THEN
        e.wrong := 'only a supervisor says this of somebody else';
      END IF;
    END IF;
    IF e.wrong IS NULL AND e.kind = 'person_erased' THEN
      PERFORM pg_advisory_xact_lock(hashtext('controlroom keys'), hashtext(my_room::text));
      IF NOT (e.stream = 'person' AND log.was_asked(my_room, e.stream_id)) THEN
        e.wrong := 'another supervisor must have asked for it first';
      ELSIF NOT log.are_of_person(my_room, e.stream_id, e.body::json -> 'cases') THEN
        e.wrong := 'a case in it was not of this person when it was asked for';
      END IF;
    END IF;
    ids := ids || e.id;
    looked := looked || e;
  END LOOP;
  RETURN looked;
END $$;
