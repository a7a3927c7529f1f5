"""The shared PostgreSQL: the desk's half (push, pull, presence) and, in `server/`, the administrator's."""
