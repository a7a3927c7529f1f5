-- The shared log and what stands beside it. Times are microseconds since 1970, UTC, as everywhere in the program.
-- Owned by cr_owner; nobody writes a table but the functions of schema api, which cr_exec owns.

CREATE SCHEMA log AUTHORIZATION cr_owner;
CREATE SCHEMA people AUTHORIZATION cr_owner;
CREATE SCHEMA work AUTHORIZATION cr_owner;
CREATE SCHEMA api AUTHORIZATION cr_owner;

-- Which steps of the schema ran, and the oldest program that may still connect.
CREATE TABLE log.migrations (version int PRIMARY KEY, oldest_program int NOT NULL, applied_at bigint NOT NULL);

-- One room is the unit of sharding: every table starts with it.
CREATE TABLE log.rooms (
  room uuid PRIMARY KEY,
  name text NOT NULL UNIQUE,
  opened_at bigint NOT NULL,
  standbys int NOT NULL DEFAULT 0 CHECK (standbys >= 0)
);

-- The row whose lock orders the room: numbers appear in the order of commits.
CREATE TABLE log.heads (
  room uuid PRIMARY KEY REFERENCES log.rooms,
  last_seq bigint NOT NULL DEFAULT 0,
  last_hash bytea NOT NULL DEFAULT '',
  last_recorded_at bigint NOT NULL DEFAULT 0
) WITH (fillfactor = 10);

CREATE TABLE log.events (
  room uuid NOT NULL,
  seq bigint NOT NULL,
  id uuid NOT NULL,
  stream text NOT NULL,
  stream_id uuid NOT NULL,
  stream_seq bigint NOT NULL,
  kind text NOT NULL,
  version int NOT NULL,
  happened_at bigint NOT NULL,
  at bigint NOT NULL,
  actor text NOT NULL,
  desk uuid NOT NULL,
  body text NOT NULL,
  audience text NOT NULL,
  recorded_at bigint NOT NULL,
  number text NOT NULL,
  salt bytea NOT NULL,
  digest bytea NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (room, seq),
  UNIQUE (id, room),
  UNIQUE (stream_id, stream_seq, room)
);

-- Of what not everybody may read there are no statistics: EXPLAIN would tell them to who may not.
ALTER TABLE log.events ALTER stream SET STATISTICS 0, ALTER kind SET STATISTICS 0, ALTER version SET STATISTICS 0,
  ALTER happened_at SET STATISTICS 0, ALTER at SET STATISTICS 0, ALTER actor SET STATISTICS 0,
  ALTER desk SET STATISTICS 0, ALTER body SET STATISTICS 0, ALTER audience SET STATISTICS 0,
  ALTER recorded_at SET STATISTICS 0, ALTER number SET STATISTICS 0;

-- An event as it was handed in, and what is wrong with it.
CREATE TYPE log.given AS (
  id uuid, stream text, stream_id uuid, kind text, version int, happened_at bigint, at bigint, actor text, desk uuid,
  body text, mail text, audience text, wrong text
);

CREATE TABLE log.streams (
  room uuid NOT NULL,
  stream_id uuid NOT NULL,
  stream text NOT NULL,
  last_stream_seq bigint NOT NULL,
  last_seq bigint NOT NULL,
  PRIMARY KEY (stream_id, room)
) WITH (fillfactor = 50);
CREATE INDEX streams_newest ON log.streams (room, stream, last_seq DESC);

CREATE TABLE log.numbers (
  room uuid NOT NULL,
  year int NOT NULL,
  last int NOT NULL,
  PRIMARY KEY (room, year)
);

CREATE TABLE log.blobs (
  room uuid NOT NULL,
  sha bytea NOT NULL,
  data bytea NOT NULL,
  uploaded_at bigint NOT NULL,
  PRIMARY KEY (room, sha)
);

-- Who has sent these bytes, and so holds them: two desks may take in the same mail at the same time.
CREATE TABLE log.blob_holders (
  room uuid NOT NULL,
  sha bytea NOT NULL,
  login text NOT NULL,
  PRIMARY KEY (room, sha, login)
);

-- Which streams name a blob: who may read one of those events may read the bytes.
CREATE TABLE log.blob_uses (
  room uuid NOT NULL,
  sha bytea NOT NULL,
  audience text NOT NULL,
  PRIMARY KEY (room, sha, audience)
);

CREATE TABLE log.desks (
  room uuid NOT NULL,
  desk uuid NOT NULL,
  login text NOT NULL,
  mark text NOT NULL,
  token uuid NOT NULL,
  program text NOT NULL,
  first_seen_at bigint NOT NULL,
  last_seen_at bigint NOT NULL,
  PRIMARY KEY (room, desk),
  UNIQUE (room, mark)
);

-- What is fixed for all events of one kind, who may append it, who may read which audience. Filled by `server init`.
CREATE TABLE log.kinds (kind text PRIMARY KEY, audience text NOT NULL, version int NOT NULL);
CREATE TABLE log.writers (role text NOT NULL, kind text NOT NULL, PRIMARY KEY (role, kind));
CREATE TABLE log.readers (role text NOT NULL, audience text NOT NULL, PRIMARY KEY (role, audience));

CREATE TABLE people.logins (
  login text PRIMARY KEY,
  room uuid NOT NULL REFERENCES log.rooms,
  added_at bigint NOT NULL,
  disabled_at bigint
);

-- The projector's: what the cases are, by the one fold there is.
CREATE TABLE work.case_index (
  room uuid NOT NULL,
  case_id uuid NOT NULL,
  numbers text[] NOT NULL,
  is_open boolean NOT NULL,
  state text NOT NULL,
  received_at bigint NOT NULL,
  last_seq bigint NOT NULL,
  words tsvector NOT NULL,
  line text NOT NULL,
  PRIMARY KEY (room, case_id)
);
CREATE INDEX case_index_open ON work.case_index (room, received_at DESC) WHERE is_open;
CREATE INDEX case_index_newest ON work.case_index (room, received_at DESC, case_id);
CREATE INDEX case_index_words ON work.case_index USING gin (words);
CREATE INDEX case_index_numbers ON work.case_index USING gin (numbers);

CREATE TABLE work.cursors (
  room uuid NOT NULL,
  name text NOT NULL,
  seq bigint NOT NULL,
  moved_at bigint NOT NULL,
  PRIMARY KEY (room, name)
);

-- Who has which case open: worth nothing after a crash, so it is not logged.
CREATE UNLOGGED TABLE work.presence (
  room uuid NOT NULL,
  desk uuid NOT NULL,
  login text NOT NULL,
  case_id uuid,
  is_typing boolean NOT NULL,
  backend int NOT NULL,
  seen_at bigint NOT NULL,
  PRIMARY KEY (room, desk)
) WITH (fillfactor = 30);

CREATE FUNCTION log.never() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'what is in the log is never changed' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER events_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON log.events
  FOR EACH STATEMENT EXECUTE FUNCTION log.never();
CREATE TRIGGER blobs_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON log.blobs
  FOR EACH STATEMENT EXECUTE FUNCTION log.never();
ALTER TABLE log.events ENABLE ALWAYS TRIGGER events_never_change;
ALTER TABLE log.blobs ENABLE ALWAYS TRIGGER blobs_never_change;

-- A member may say DROP OWNED BY its group, which takes the group out of the policies, and the whole group out of
-- the log. Nobody but a superuser has any business with the schema.
CREATE FUNCTION log.no_ddl() RETURNS event_trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles r WHERE r.rolname = session_user AND r.rolsuper) THEN
    RAISE EXCEPTION 'only the superuser changes the schema' USING ERRCODE = 'insufficient_privilege';
  END IF;
END $$;
CREATE EVENT TRIGGER nobody_changes_the_schema ON ddl_command_start EXECUTE FUNCTION log.no_ddl();
ALTER EVENT TRIGGER nobody_changes_the_schema ENABLE ALWAYS;
