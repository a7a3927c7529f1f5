"""How well a few typed letters name something. Pure."""

import unicodedata


def score(typed: str, name: str) -> float:
    """0 for no match. Letters in order count; more so at the start of a word, and next to one another."""
    wanted, within = _plain(typed), _plain(name)
    if not wanted:
        return 0.01
    if wanted in within:
        at_word = within.startswith(wanted) or f" {wanted}" in within
        return 100 + 50 * at_word + 20 * len(wanted) / len(within)
    points, at, run = 0.0, -1, 0
    for sign in wanted:
        found = within.find(sign, at + 1)
        if found < 0:
            return 0.0
        run = run + 1 if found == at + 1 else 0
        is_start = found == 0 or within[found - 1] == " "
        points += 1 + 2 * run + 4 * is_start
        at = found
    return points / len(within) if points >= 2 * len(wanted) else 0.0


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().strip()
