"""What every pane is made of: theme, signs, cards, rows, words of the language."""
