"""A person, their plan and what is asked of services: folds and clocks of the care. Pure."""
