"""The top strip and the bottom line."""
