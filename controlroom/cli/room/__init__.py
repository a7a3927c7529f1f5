"""The words about the whole room: duty, shift, directory, connectors, what was done in it."""
