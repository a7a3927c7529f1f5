"""Where the person is, as far as it is understood, and whose case that makes it."""
