"""What leaves the room: one file per connector, and the loop that sends. No Qt, no SQL."""
