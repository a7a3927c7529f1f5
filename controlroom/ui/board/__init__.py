"""The board of the follow-up in a window of its own."""
