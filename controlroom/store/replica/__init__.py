"""The local log as a copy of the shared one: what landed, what was confirmed, what is held."""
