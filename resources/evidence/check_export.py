"""Checks this folder without the program that made it: python3 check_export.py. Standard library only."""

import base64
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


def words_bad() -> list[str]:
    """Words that are not what lies sealed in the event, and sealed events of which nothing is said."""
    keys = json.loads((HERE / "keys.json").read_text("utf-8"))
    lines = map(json.loads, (HERE / "words.jsonl").read_text("utf-8").splitlines())
    said = {line["seq"]: line for line in lines}
    bad = []
    for event in map(json.loads, (HERE / "events.jsonl").read_text("utf-8").splitlines()):
        body = json.loads(event.get("body") or "{}")
        if not body.get("sealed"):
            continue
        line = said.pop(event["seq"], {})
        if body.get("seal") in keys:
            fits = opened(event, body, bytes.fromhex(keys[body["seal"]])) == line.get("words", 0)
        else:
            fits = line.get("words") is None and bool(line.get("why_not"))
        if not fits:
            bad.append(f"words of event {event['seq']}")
    return bad + [f"words of event {seq}" for seq in said]


def opened(event: dict, body: dict, key: bytes) -> object:
    """The words of an event by its key: AES-256-GCM, and the tag shows that nothing was changed."""
    ids = [bytes.fromhex(event[name].replace("-", "")) for name in ("id", "stream_id")]
    nonce = sha(b"controlroom nonce\0", ids[0])[:12]
    about = ids[0] + ids[1] + event["kind"].encode()
    data = base64.b64decode(body["sealed"])
    closed, tag = data[:-16], data[-16:]
    rounds = round_keys(key)
    if gcm_tag(rounds, nonce, about, closed) != tag:
        return None
    stream = b"".join(block(rounds, nonce + n.to_bytes(4, "big")) for n in range(2, 3 + len(closed) // 16))
    return json.loads(xor(closed, stream))


def xor(one: bytes, other: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(one, other))  # noqa: B905  any Python 3


def times_two(value: int) -> int:
    return (value << 1 ^ (0x11B if value & 128 else 0)) & 255


def substitutes() -> list[int]:
    """The table of AES (FIPS 197, 5.1.1)."""
    table, p, q = [0x63] * 256, 1, 1
    while True:
        p ^= times_two(p)
        for by in (1, 2, 4):
            q ^= q << by & 255
        q ^= 9 if q & 128 else 0
        table[p] = 0x63 ^ q ^ (q << 1 | q >> 7) & 255 ^ (q << 2 | q >> 6) & 255
        table[p] ^= (q << 3 | q >> 5) & 255 ^ (q << 4 | q >> 4) & 255
        if p == 1:
            return table


BOX = substitutes()


def round_keys(key: bytes) -> list[bytes]:
    """AES-256 (FIPS 197, 5.2)."""
    words, round_constant = [key[at : at + 4] for at in range(0, 32, 4)], 1
    for n in range(8, 60):
        word = words[-1]
        if n % 8 == 0:
            word = bytes(BOX[b] for b in word[1:] + word[:1])
            word = bytes([word[0] ^ round_constant]) + word[1:]
            round_constant = times_two(round_constant)
        elif n % 8 == 4:
            word = bytes(BOX[b] for b in word)
        words.append(xor(words[n - 8], word))
    return [b"".join(words[at : at + 4]) for at in range(0, 60, 4)]


def block(rounds: list[bytes], data: bytes) -> bytes:
    """One block of AES (FIPS 197, 5.1)."""
    state = xor(data, rounds[0])
    for n, key in enumerate(rounds[1:], start=1):
        moved = [BOX[state[(at + 4 * (at % 4)) % 16]] for at in range(16)]
        if n < len(rounds) - 1:
            mixed = []
            for at in range(0, 16, 4):
                column = moved[at : at + 4]
                every = column[0] ^ column[1] ^ column[2] ^ column[3]
                mixed += [b ^ every ^ times_two(b ^ column[(i + 1) % 4]) for i, b in enumerate(column)]
            moved = mixed
        state = xor(bytes(moved), key)
    return state


def gcm_tag(rounds: list[bytes], nonce: bytes, about: bytes, closed: bytes) -> bytes:
    """What proves key, place and words (NIST SP 800-38D)."""
    power, value = int.from_bytes(block(rounds, bytes(16)), "big"), 0
    lengths = eight(8 * len(about)) + eight(8 * len(closed))
    padded = about + bytes(-len(about) % 16) + closed + bytes(-len(closed) % 16) + lengths
    for at in range(0, len(padded), 16):
        left, right, value = value ^ int.from_bytes(padded[at : at + 16], "big"), power, 0
        for bit in range(127, -1, -1):
            value ^= right if left >> bit & 1 else 0
            right = right >> 1 ^ (0xE1 << 120 if right & 1 else 0)
    return xor(block(rounds, nonce + b"\0\0\0\1"), value.to_bytes(16, "big"))


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
    bad = files_bad() + events_bad() + words_bad()
    if bad:
        sys.stdout.write("NOT as written / जैसा लिखा गया था वैसा नहीं: " + ", ".join(bad) + "\n")
        return 1
    sys.stdout.write("Everything is as written. / सब कुछ वैसा ही है जैसा लिखा गया था।\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
