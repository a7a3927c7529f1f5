"""What is heard: the alarm, the sound and a screen that stays awake."""
