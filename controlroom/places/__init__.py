"""Where is this point, what is this place called: districts, thanas, PIN codes, boundaries."""
