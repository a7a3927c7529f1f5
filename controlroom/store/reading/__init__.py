"""Answers from the read-only connections: rows of the queue, the shift, search, stretches of days."""
