"""Whole histories of a room told from one number: several desks, a server, and everything that goes wrong."""
