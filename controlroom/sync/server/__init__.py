"""The server's side: schema and roles, people, the check, and what `server run` hosts."""
