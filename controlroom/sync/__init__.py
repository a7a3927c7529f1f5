"""The shared PostgreSQL: the desk's half (push, pull, presence) and, under `server/`, what an administrator sets up."""
