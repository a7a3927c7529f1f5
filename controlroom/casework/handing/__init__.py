"""What leaves the room about a case, and what comes back: letters, connectors, requests, answers."""
