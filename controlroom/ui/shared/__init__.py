"""What the window says of the shared database and of the other desks."""
