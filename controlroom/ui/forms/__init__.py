"""The inline forms of the case pane: keyboard first, every typed field a draft."""
