"""What was typed and not saved: kept across other people's changes and a crash."""

from controlroom.casework.ports import Tx


def save_draft(tx: Tx, *, key: str, text: str) -> None:
    """Keep the text of one field of the acting person; empty text forgets it. Key: "<case id>/<field>"."""
    if text:
        tx.save_draft(key, text)
    else:
        tx.drop_draft(tx.actor, key)
