"""The case pane: everything known of the selected case, and what to do next."""
