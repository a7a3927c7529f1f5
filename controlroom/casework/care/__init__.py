"""Care after the rescue: the file of a person, plans, contacts, counsellors, referrals."""
