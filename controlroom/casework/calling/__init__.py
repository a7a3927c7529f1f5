"""Whom to call: the directory, the numbers for one case, and that a call was made."""
