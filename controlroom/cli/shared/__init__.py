"""The words about the shared database: server, sign-in, sync, evidence, simulation."""
