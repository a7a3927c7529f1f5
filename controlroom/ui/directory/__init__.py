"""The directory in the window."""
