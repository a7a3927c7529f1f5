-- The rights as they are, one line each: what `matrix.txt` is compared with. Run by a superuser.
-- Which objects there are, whose they are, and what guards them.
SELECT 'schema ' || nspname || ' owner ' || CASE WHEN nspname = 'public' THEN '*' ELSE nspowner::regrole::text END
FROM pg_namespace WHERE nspname = ANY ('{api,log,people,work,public}') OR nspname !~ '^(pg_|information_schema$)'
UNION ALL
SELECT CASE c.relkind WHEN 'v' THEN 'view ' WHEN 'S' THEN 'sequence ' ELSE 'table ' END
  || n.nspname || '.' || c.relname || ' owner ' || c.relowner::regrole
  || CASE WHEN c.relrowsecurity THEN ' rows-secured' ELSE '' END
  || CASE WHEN c.relforcerowsecurity THEN ' forced' ELSE '' END
  || coalesce(' ' || array_to_string(CASE WHEN c.relkind = 'v' THEN c.reloptions END, ' '), '')
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = ANY ('{api,log,people,work,public}') AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
UNION ALL
SELECT 'function ' || p.oid::regprocedure || ' owner '
  || CASE WHEN r.rolsuper THEN 'superuser' ELSE r.rolname END
  || CASE WHEN p.prosecdef THEN ' definer' ELSE '' END
  || CASE WHEN EXISTS (SELECT 1 FROM unnest(p.proconfig) AS s WHERE s = 'search_path=pg_catalog, pg_temp')
     THEN ' own-path' ELSE '' END
FROM pg_proc p JOIN pg_roles r ON r.oid = p.proowner WHERE p.pronamespace::regnamespace::text = ANY ('{api,log,people,work,public}')
UNION ALL
-- Who was granted what; an owner's and a superuser's own rights are not listed.
(WITH acl AS (
  SELECT 'schema ' || nspname AS what, nspowner AS owner, coalesce(nspacl, acldefault('n', nspowner)) AS acl
  FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema$)'
  UNION ALL
  SELECT CASE c.relkind WHEN 'v' THEN 'view ' WHEN 'S' THEN 'sequence ' ELSE 'table ' END || n.nspname || '.'
    || c.relname, c.relowner, c.relacl FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = ANY ('{api,log,people,work,public}') AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
  UNION ALL
  SELECT 'column ' || n.nspname || '.' || c.relname || '.' || a.attname, c.relowner, a.attacl
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = ANY ('{api,log,people,work,public}') AND a.attacl IS NOT NULL
  UNION ALL
  SELECT 'function ' || p.oid::regprocedure, p.proowner, coalesce(p.proacl, acldefault('f', p.proowner))
  FROM pg_proc p WHERE p.pronamespace::regnamespace::text = ANY ('{api,log,people,work,public}')
  UNION ALL
  SELECT 'database', datdba, coalesce(datacl, acldefault('d', datdba)) FROM pg_database
  WHERE datname = current_database()
  UNION ALL
  SELECT 'language ' || lanname, lanowner, coalesce(lanacl, acldefault('l', lanowner)) FROM pg_language
  WHERE lanpltrusted
  UNION ALL
  SELECT 'defaults of ' || defaclrole::regrole || ' for ' || defaclobjtype::text, 0::oid, defaclacl FROM pg_default_acl
)
SELECT CASE WHEN x.grantee = 0 THEN 'PUBLIC' ELSE x.grantee::regrole::text END || ' may ' || lower(x.privilege_type)
  || ' ' || acl.what || CASE WHEN x.is_grantable THEN ' and pass it on' ELSE '' END
FROM acl, aclexplode(acl.acl) AS x LEFT JOIN pg_roles r ON r.oid = x.grantee
WHERE x.grantee <> acl.owner AND r.rolsuper IS NOT TRUE AND (acl.what = 'schema public' AND r.rolname = 'pg_database_owner') IS NOT TRUE)
UNION ALL
-- Which rows.
SELECT string_agg(CASE WHEN g.oid IS NULL THEN 'PUBLIC' ELSE g.rolname END, ',' ORDER BY g.rolname) || ' by policy '
  || p.polname || CASE WHEN p.polpermissive THEN '' ELSE ' restrictive' END || ' '
  || CASE p.polcmd WHEN 'r' THEN 'select' WHEN 'a' THEN 'insert' WHEN 'w' THEN 'update' WHEN 'd' THEN 'delete' ELSE 'all' END
  || ' table ' || n.nspname || '.' || c.relname
  || coalesce(' using ' || pg_get_expr(p.polqual, p.polrelid), '')
  || coalesce(' check ' || pg_get_expr(p.polwithcheck, p.polrelid), '')
FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace
CROSS JOIN unnest(p.polroles) AS u(role) LEFT JOIN pg_roles g ON g.oid = u.role
GROUP BY p.oid, p.polname, p.polpermissive, p.polcmd, n.nspname, c.relname, p.polqual, p.polwithcheck, p.polrelid
UNION ALL
-- What raises when it is tried.
SELECT 'trigger ' || t.tgname || ' '
  || CASE t.tgenabled WHEN 'A' THEN 'always' WHEN 'D' THEN 'off' WHEN 'R' THEN 'replica' ELSE 'on' END
  || CASE WHEN t.tgtype & 2 > 0 THEN ' before' ELSE ' after' END
  || CASE WHEN t.tgtype & 4 > 0 THEN ' insert' ELSE '' END || CASE WHEN t.tgtype & 8 > 0 THEN ' delete' ELSE '' END
  || CASE WHEN t.tgtype & 16 > 0 THEN ' update' ELSE '' END || CASE WHEN t.tgtype & 32 > 0 THEN ' truncate' ELSE '' END
  || ' table ' || n.nspname || '.' || c.relname || ' calls ' || t.tgfoid::regprocedure
FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE NOT t.tgisinternal AND n.nspname = ANY ('{api,log,people,work,public}')
UNION ALL
SELECT 'event trigger ' || evtname || ' ' || CASE evtenabled WHEN 'A' THEN 'always' WHEN 'D' THEN 'off' ELSE 'on' END
  || ' ' || evtevent || ' calls ' || evtfoid::regprocedure FROM pg_event_trigger
UNION ALL
-- The house's own roles: what they are and whose members. People's logins are the check's matter.
SELECT 'role ' || r.rolname || CASE WHEN r.rolcanlogin THEN ' login' ELSE '' END
  || CASE WHEN r.rolinherit THEN ' inherit' ELSE '' END || CASE WHEN r.rolsuper THEN ' superuser' ELSE '' END
  || CASE WHEN r.rolcreaterole THEN ' createrole' ELSE '' END || CASE WHEN r.rolcreatedb THEN ' createdb' ELSE '' END
  || CASE WHEN r.rolreplication THEN ' replication' ELSE '' END
  || CASE WHEN r.rolbypassrls THEN ' bypassrls' ELSE '' END
FROM pg_roles r WHERE r.rolname ~ '^(g|cr)_'
UNION ALL
SELECT 'role ' || r.rolname || ' member of ' || g.rolname
FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member JOIN pg_roles g ON g.oid = m.roleid
WHERE r.rolname ~ '^(g|cr)_'
UNION ALL
-- The audiences and kinds.
SELECT role || ' reads audience ' || audience FROM log.readers
UNION ALL
SELECT w.role || ' appends kind ' || w.kind FROM log.writers w
UNION ALL
SELECT 'kind ' || kind || ' audience ' || audience FROM log.kinds
