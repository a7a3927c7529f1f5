"""What a person or a loop may ask for, the queries behind the screens, and the ports."""
