"""The local encrypted store: event log, projections, full-text search, blobs, drafts, outbox."""
