"""Checks this folder without the program that made it: python3 check_export.py. Standard library only."""

import hashlib
import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def sha(*parts: bytes) -> bytes:
    return hashlib.sha256(b"".join(parts)).digest()


def eight(number: int) -> bytes:
    return number.to_bytes(8, "big")


def files_bad() -> list[str]:
    """Files that are not what SHA256SUMS says."""
    bad = []
    for line in (HERE / "SHA256SUMS").read_text("utf-8").splitlines():
        wanted, name = line.split("  ", 1)
        path = HERE / name
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != wanted:
            bad.append(f"file {name}")
    return bad


def room_place(event: dict) -> bytes:
    """What the room's chain is made of; also checks the digest of an event that is given in full."""
    if "body" in event:
        names = "id stream stream_id kind version happened_at at actor desk audience recorded_at number body"
        text = "\n".join(str(event[name]) for name in names.split())
        if sha(b"controlroom event 2", bytes.fromhex(event["salt"]), text.encode()).hex() != event["digest"]:
            raise ValueError
    stream_id = bytes.fromhex(event["stream_id"].replace("-", ""))
    return sha(b"controlroom place 2", stream_id, eight(event["case_seq"]), bytes.fromhex(event["digest"]))


def room_link(previous: bytes, seq: int, place: bytes) -> bytes:
    return sha(b"controlroom link 2", previous, eight(seq), place)


def desk_link(event: dict) -> bytes:
    """The chain of a desk that was alone."""
    fields = [bytes.fromhex(event["id"].replace("-", "")), event["stream"].encode()]
    fields.append(bytes.fromhex(event["stream_id"].replace("-", "")))
    names = "kind version happened_at at actor desk audience body"
    fields += [str(event[name]).encode() for name in names.split()]
    marked = b"".join(eight(len(field)) + field for field in fields)
    return sha(b"controlroom event 1\0", bytes.fromhex(event["previous"]), marked)


def events_bad() -> list[str]:
    """Events that are not what was written, or are missing between others."""
    bad, places = [], {}
    lines = (HERE / "events.jsonl").read_text("utf-8").splitlines()
    for number, event in enumerate(map(json.loads, lines), start=1):
        try:
            if event["form"] == "room 2":
                places[event["seq"]] = room_place(event)
                link = room_link(bytes.fromhex(event["previous"]), event["seq"], places[event["seq"]])
            else:
                link = desk_link(event)
            fits = link.hex() == event["hash"] and event["case_seq"] == number
        except (KeyError, ValueError):
            fits = False
        if not fits:
            bad.append(f"event {event.get('seq')}")
    return bad or chain_bad(places)


def chain_bad(places: dict) -> list[str]:
    """Whether the events stand under the head of the room that proof.json names."""
    path = HERE / "chain.txt"
    if not path.exists():
        return []
    proof = json.loads((HERE / "proof.json").read_text("utf-8"))
    link, seq = bytes.fromhex(proof["before"]), proof["first"] - 1
    for line in path.read_text("ascii").splitlines():
        seq += 1
        place = bytes.fromhex(line)
        if places.pop(seq, place) != place:
            return [f"event {seq} in chain.txt"]
        link = room_link(link, seq, place)
    at_head = proof["head"]
    return (
        []
        if not places and (seq, link.hex()) == (at_head["seq"], at_head["hash"])
        else ["the chain to the head"]
    )


def main() -> int:
    bad = files_bad() + events_bad()
    if bad:
        sys.stdout.write("NOT as written / जैसा लिखा गया था वैसा नहीं: " + ", ".join(bad) + "\n")
        return 1
    sys.stdout.write("Everything is as written. / सब कुछ वैसा ही है जैसा लिखा गया था।\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
