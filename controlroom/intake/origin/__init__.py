"""Is a mail really from Meta? Its signatures, our mail server, and the list of who Meta is."""
