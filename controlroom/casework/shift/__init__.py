"""Looking after who works the shift: relief, what they cover, a word to the supervisor."""
