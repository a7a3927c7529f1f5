-- What comes after a rest pokes by itself, with its own commit: the desks hear of it the millisecond sooner that the ticker takes to
-- look. What follows within 50 ms is left to the ticker, so that there are 40 pokes a second at most and a burst pays for none; and
-- where what was told piles up, unread, so that nobody can keep an event from being taken by filling that.
ALTER TABLE log.heads ADD COLUMN poked_seq bigint NOT NULL DEFAULT 0;  -- up to which number an append has poked

CREATE OR REPLACE FUNCTION api.append_events(batch json) RETURNS TABLE (
  id uuid, verdict text, why text, seq bigint, stream_seq bigint, recorded_at bigint, number text,
  audience text, salt bytea, digest bytea, hash bytea
) LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
  SET jit = off AS $$
#variable_conflict use_column
DECLARE
  my_room uuid;
  batch_given log.given[];
  head log.heads;
  e log.given;
  given_ids uuid[] := '{}';
  known_ids uuid[];
  rows log.events[] := '{}';
  streams uuid[] := '{}';
  sorts text[] := '{}';
  lasts bigint[] := '{}';
  now_us bigint;
  place int;
  last bigint;
  sort text;
  this_year int;
  next_number int;
  the_salt bytea;
  the_digest bytea;
  the_number text;
  ignored text;
  size bigint := octet_length(batch::text);
  today bigint;
BEGIN
  SELECT l.room INTO my_room FROM people.logins l WHERE l.login = session_user AND l.disabled_at IS NULL;
  IF my_room IS NULL THEN
    RAISE EXCEPTION 'this login has no room' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF size > 2097152 THEN
    RAISE EXCEPTION 'a batch may hold 2 MiB at most' USING ERRCODE = 'program_limit_exceeded';
  END IF;
  IF json_typeof(batch) <> 'array' OR json_array_length(batch) > 200 THEN
    RAISE EXCEPTION 'a batch is an array of 200 events at most' USING ERRCODE = 'program_limit_exceeded';
  END IF;
  batch_given := log.looked_at(batch, my_room, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint);
  FOREACH e IN ARRAY batch_given LOOP
    given_ids := given_ids || e.id;
  END LOOP;
  ignored := set_config('synchronous_commit', 'local', true);
  SELECT * INTO head FROM log.heads h WHERE h.room = my_room FOR UPDATE;
  now_us := greatest((extract(epoch FROM clock_timestamp()) * 1000000)::bigint, head.last_recorded_at);
  PERFORM 1 FROM log.events l WHERE l.id = ANY (given_ids) AND (l.room = my_room) IS TRUE LIMIT 1;
  IF FOUND THEN
    SELECT array_agg(l.id) INTO known_ids FROM log.events l WHERE l.id = ANY (given_ids) AND (l.room = my_room) IS TRUE;
  END IF;
  FOREACH e IN ARRAY batch_given LOOP
    IF e.id = ANY (known_ids) THEN
      RETURN QUERY SELECT e.id, CASE WHEN k.actor = session_user AND k.desk = e.desk AND k.kind = e.kind
        AND k.actor = e.actor AND k.stream = e.stream AND k.stream_id = e.stream_id AND k.version = e.version
        AND k.happened_at = e.happened_at AND k.at = e.at AND k.body = e.body
        THEN 'same' ELSE 'conflict' END, CASE WHEN k.actor = session_user THEN '' ELSE 'another event has this id' END,
        m.seq, m.stream_seq, m.recorded_at, m.number, m.audience, m.salt, m.digest, m.hash
        FROM (SELECT * FROM log.events l WHERE l.id = e.id OFFSET 0) AS k
        LEFT JOIN LATERAL (SELECT k.*) AS m ON m.actor = session_user WHERE k.room = my_room;
      CONTINUE;
    END IF;
    IF e.mail <> '' AND e.wrong IS NULL THEN
      IF NOT EXISTS (
          SELECT 1 FROM log.blob_holders b
          WHERE b.room = my_room AND b.sha = decode(e.mail, 'hex') AND b.login = session_user)
        AND NOT EXISTS (
          SELECT 1 FROM log.blob_uses u JOIN log.readers r ON r.audience = u.audience AND r.role = ANY (api.my_roles())
          WHERE u.room = my_room AND u.sha = decode(e.mail, 'hex')) THEN
        e.wrong := 'the mail was not uploaded';
      END IF;
    END IF;
    IF e.wrong IS NULL THEN
      place := array_position(streams, e.stream_id);
      IF place IS NULL THEN
        SELECT l.stream_seq, l.stream INTO last, sort FROM log.events l
          WHERE l.stream_id = e.stream_id AND (l.room = my_room) IS TRUE ORDER BY l.stream_seq DESC LIMIT 1;
        IF last IS NULL AND e.kind <> 'alert_received' AND (e.stream = 'case'
          OR e.kind <> 'person_opened' AND get_byte(uuid_send(e.stream_id), 6) >> 4 = 8) THEN
          e.wrong := 'there is no such case';
        ELSE
          streams := streams || e.stream_id; lasts := lasts || coalesce(last, 0);
          sorts := sorts || coalesce(sort, e.stream);
          place := cardinality(streams);
        END IF;
      END IF;
      IF sorts[place] <> e.stream THEN
        e.wrong := 'the stream is of another sort';
      END IF;
    END IF;
    IF e.wrong IS NOT NULL THEN
      id := e.id; verdict := 'refused'; why := e.wrong;
      RETURN NEXT;
      CONTINUE;
    END IF;
    head.last_seq := head.last_seq + 1;
    lasts[place] := lasts[place] + 1;
    the_number := '';
    IF lasts[place] = 1 AND e.stream = 'case' THEN
      this_year := extract(year FROM to_timestamp(now_us / 1000000) AT TIME ZONE 'Asia/Kolkata');
      INSERT INTO log.numbers AS n (room, year, last) VALUES (my_room, this_year, 1)
        ON CONFLICT (room, year) DO UPDATE SET last = n.last + 1 RETURNING n.last INTO next_number;
      the_number := this_year || '-' || lpad(next_number::text, greatest(4, length(next_number::text)), '0');
    END IF;
    the_salt := uuid_send(gen_random_uuid());
    the_digest := sha256('controlroom event 2'::bytea || the_salt || convert_to(concat_ws(E'\n', e.id, e.stream,
      e.stream_id, e.kind, e.version, e.happened_at, e.at, e.actor, e.desk, e.audience, now_us, the_number, e.body),
      'UTF8'));
    head.last_hash := sha256('controlroom link 2'::bytea || head.last_hash || int8send(head.last_seq)
      || sha256('controlroom place 2'::bytea || uuid_send(e.stream_id) || int8send(lasts[place]) || the_digest));
    rows := rows || ROW(my_room, head.last_seq, e.id, e.stream, e.stream_id, lasts[place], e.kind, e.version,
      e.happened_at, e.at, e.actor, e.desk, e.body, e.audience, now_us, the_number, the_salt, the_digest,
      head.last_hash)::log.events;
    IF e.mail <> '' THEN
      INSERT INTO log.blob_uses (room, sha, audience) VALUES (my_room, decode(e.mail, 'hex'), e.audience)
        ON CONFLICT DO NOTHING;
    END IF;
  END LOOP;
  IF cardinality(rows) = 0 THEN RETURN; END IF;
  INSERT INTO log.blob_days AS d (room, login, day, bytes, event_bytes)
    VALUES (my_room, session_user, (clock_timestamp() AT TIME ZONE 'Asia/Kolkata')::date, 0, size + 512 * cardinality(rows))
    ON CONFLICT (room, login, day) DO UPDATE SET event_bytes = d.event_bytes + excluded.event_bytes RETURNING d.event_bytes INTO today;
  IF today > 67108864 AND today > (SELECT r.file_bytes_a_day / 4 FROM log.rooms r WHERE r.room = my_room) THEN
    RAISE EXCEPTION 'this login has appended as much today as one may' USING ERRCODE = 'CR005';
  END IF;
  IF now_us >= head.last_recorded_at + 50000 AND pg_notification_queue_usage() < 0.5 THEN
    PERFORM pg_notify('cr_' || replace(my_room::text, '-', ''), '');
    head.poked_seq := head.last_seq;
  END IF;
  UPDATE log.heads h SET last_seq = head.last_seq, last_hash = head.last_hash, last_recorded_at = now_us,
    poked_seq = head.poked_seq WHERE h.room = my_room;
  RETURN QUERY INSERT INTO log.events AS l SELECT (r).* FROM unnest(rows) AS r
    RETURNING l.id, 'accepted', '', l.seq, l.stream_seq, l.recorded_at, l.number, l.audience, l.salt, l.digest, l.hash;
END $$;

-- Who knows no number of the room is poked always: everybody looks once when a ticker starts.
CREATE OR REPLACE FUNCTION api.poke(watched uuid[], rooms uuid[], known bigint[], nap float8, patience float8)
  RETURNS TABLE (room uuid, last_seq bigint) LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan SET jit = off AS $$
#variable_conflict use_column
DECLARE
  until timestamptz := clock_timestamp() + least(patience, 1) * interval '1 second';
  is_due boolean;
BEGIN
  PERFORM set_config('synchronous_commit', 'off', true);  -- a poke need not survive anything
  LOOP
    FOR room, last_seq, is_due IN
      SELECT h.room, h.last_seq, k.room IS NULL OR h.poked_seq <> h.last_seq
        FROM log.heads h LEFT JOIN unnest(rooms, known) AS k(room, head) ON k.room = h.room
        WHERE (watched IS NULL OR h.room = ANY (watched)) AND (k.room IS NULL OR k.head <> h.last_seq)
    LOOP
      IF is_due THEN
        PERFORM pg_notify('cr_' || replace(room::text, '-', ''), '');
      END IF;
      RETURN NEXT;
    END LOOP;
    EXIT WHEN FOUND OR clock_timestamp() >= until;
    PERFORM pg_sleep(greatest(nap, 0.0005));
  END LOOP;
END $$;
