"""The people who work the shift: relief, what they saw, what is covered, a word to the supervisor."""
