"""The words about persons, plans, counsellors, referrals and what is kept."""
