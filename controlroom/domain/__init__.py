"""Events, the fold, clocks, triage. Standard library only."""
