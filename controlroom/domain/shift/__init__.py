"""Who works the shift: duty, relief, what they saw, what they cover. Pure."""
