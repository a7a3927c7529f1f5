"""A desk that works and shares until it is killed: `sync_desk_child.py PROFILE SEED`. Says what it saved."""

import random
import sys
import threading
import time
from pathlib import Path

from controlroom.casework import steps
from controlroom.casework.arriving import alerts
from controlroom.desklink import DeskLink
from controlroom.store import Profile, open_profile


def work(profile: Profile, rng: random.Random) -> None:
    """An alert, or a note on a case that any of the desks opened; what is printed is on disk."""
    known = [row.id for row in profile.reader().map_rows()]
    with profile.writer.write(actor="somebody") as tx:
        if not known or rng.random() < 0.4:
            saved = f"case {alerts.add_alert(tx, source='phone', text='says goodbye')}"
        else:
            saved = f"event {steps.say(tx, rng.choice(known), 'note_added', {'text': 'seen'}).id}"
    print(saved, flush=True)


def main() -> None:
    profile = open_profile(Path(sys.argv[1]))
    rng = random.Random(int(sys.argv[2]))
    link = DeskLink(profile)
    threading.Thread(target=link.loop.run, args=(threading.Event(),), daemon=True).start()
    print("ready", flush=True)
    while True:
        work(profile, rng)
        time.sleep(rng.uniform(0.0, 0.03))


main()
