"""The Lucknow control room: from an alert to an officer who is with the person."""
