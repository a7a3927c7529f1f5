"""The map in the window: own scheme, guarded page, and the pane that feeds it."""
