"""Mail to alert: fetch, keep, authenticate, parse, quarantine."""
