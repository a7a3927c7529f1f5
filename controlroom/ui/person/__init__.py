"""The page of a person: who this is, how the follow-up stands, and every step on it by a key."""
