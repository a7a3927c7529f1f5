"""All Qt: the window, its panes, theme, keys and sounds."""
