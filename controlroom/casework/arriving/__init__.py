"""What comes in: a mail, its pictures, the row it becomes, two rows of one alert, and the canary."""
