"""Who sits at the desk: opening the profile, signing in and out, the lock."""
