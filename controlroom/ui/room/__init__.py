"""What is set and shown for the whole room: mailbox, exercise, limits, figures, ways out."""
