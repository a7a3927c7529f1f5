"""The follow-up as it was planned and as it was done."""
