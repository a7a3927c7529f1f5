"""What the store keeps of persons: their rows, the keys that seal them, and their end."""
