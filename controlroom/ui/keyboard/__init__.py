"""Keys, commands, menus and the line of Ctrl+K, all from one book."""
