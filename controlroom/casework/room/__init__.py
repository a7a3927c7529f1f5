"""What holds for the whole room: settings, people, who hears what, exercises, sharing, evidence."""
