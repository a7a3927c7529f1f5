"""Mail backlog: a folder of alert mails through keep, child, clues, label and append, by the real loop."""

import base64
import email
import hashlib
import random
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.message import Message
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path
from typing import Any

import invented
from measure import Line, Lines, Options, say, seconds
from rawstore import pragmas, raw_table
from seed import empty_profile

from controlroom.mailroom import intake_loop, source_from
from controlroom.store import open_profile

_STYLE = (
    "padding:4px 12px;font-family:Helvetica,Arial,sans-serif;font-size:14px;line-height:20px;"
    "color:#1c1e21;border-bottom:1px solid #e5e5e5;text-align:left;vertical-align:top"
)

_FOOTER = (
    "This message was sent to you because you are named as the contact of a law enforcement agency for"
    " emergencies. We share this information as we believe in good faith that it may help to prevent serious"
    " bodily harm or death.",
    "Please treat it as confidential and do not forward it outside your agency. If the person is not in your"
    " area, tell us at once, so that we can reach the agency that is responsible.",
    "यह संदेश आपको इसलिए भेजा गया है क्योंकि आप आपात स्थिति के लिए संपर्क अधिकारी हैं। कृपया इसे गोपनीय रखें।",
)


def run(options: Options) -> Iterator[Lines]:
    """One line: mails a second. Ours and raw take the same mails in turns, each round on a new profile."""
    mails = _mails(400 if options.is_quick else 2000)
    rates: list[tuple[float, float]] = []
    with empty_profile() as above:
        folder = above / "mails"
        folder.mkdir(parents=True)
        for at, raw in enumerate(mails):
            (folder / f"{at:05d}.eml").write_bytes(raw)
        for turn in range(2 if options.is_quick else 3):
            theirs, settings = _raw(above / f"raw-{turn}", folder)
            ours, first = _ours(above / f"ours-{turn}", folder, len(mails))
            say(f"   round {turn}: {ours:.0f} mails/s, raw {theirs:.0f}")
            rates.append((ours, theirs))
    rates.sort()
    ours, theirs = rates[len(rates) // 2]
    yield {
        "mail backlog": Line(
            ours=ours,
            raw=theirs,
            ratio=ours / theirs,
            budget=">= 500 mails/s",
            within=ours >= 500,
            unit="mails/s",
            how=f"{len(mails):,} mails of {sum(map(len, mails)) // len(mails):,} bytes in a folder, by the"
            " real intake loop: kept, read by the child, template, clues, label, place, row, a durable commit"
            " each; what is loaded once is loaded before (first_mail_s); raw: read, compat32 parse of all"
            " fields, one insert and one durable commit each; the median round",
            more={"rounds": [list(pair) for pair in rates], "first_mail_s": first, "pragmas": settings},
        )
    }


def _mails(count: int) -> list[bytes]:
    rng = random.Random(11)
    start = datetime.now(UTC) - timedelta(days=1)
    return [_mail(rng, at, start + timedelta(seconds=at)) for at in range(count)]


def _mail(rng: random.Random, at: int, sent: datetime) -> bytes:
    """Text and HTML of the same, with the signatures of three hops, as such mails come: about 8 kB."""
    text = invented.alert_text(rng, handle=f"person.{at:05d}", phone=f"98{rng.randrange(10**8):08d}")
    text = "\n\n".join([text, *_FOOTER])
    made = MIMEMultipart("alternative")
    made["From"] = "Alerts <alerts@meta.example>"
    made["To"] = "room@police.example"
    made["Subject"] = f"Suicide alert {at}: imminent harm"
    made["Date"] = sent.strftime("%a, %d %b %Y %H:%M:%S +0000")
    made["Message-ID"] = f"<{at}.{rng.randrange(10**12)}@meta.example>"
    for hop in range(4):
        made["Received"] = (
            f"from mx{hop}.meta.example by mx{hop + 1}.police.example with ESMTPS id {at:x}{hop}"
        )
    for field in ("DKIM-Signature", "ARC-Message-Signature", "ARC-Seal"):
        made[field] = _signature(rng)
    made.attach(MIMEText(text, "plain", "utf-8"))
    rows = "".join(f"<tr><td style='{_STYLE}'><span>{line}</span></td></tr>" for line in text.splitlines())
    made.attach(MIMEText(f"<html><body><table>{rows}</table></body></html>", "html", "utf-8"))
    return made.as_bytes()


def _signature(rng: random.Random) -> str:
    body, head = (base64.b64encode(rng.randbytes(count)).decode() for count in (32, 256))
    return (
        f"v=1; a=rsa-sha256; c=relaxed/relaxed; d=meta.example; s=s1; h=from:to:subject; bh={body}; b={head}"
    )


def _ours(profile_folder: Path, folder: Path, count: int) -> tuple[float, float]:
    profile = open_profile(profile_folder)
    mailbox = profile_folder / "mailbox"
    mailbox.mkdir()
    (mailbox / "first.eml").write_bytes(b"Subject: hello\n\nPIN 226010, 26.85, 80.95")
    loop = intake_loop(profile, source_from({"kind": "folder", "folder": str(mailbox)}), lambda health: None)
    first = seconds(loop.run_once)
    for file in folder.iterdir():
        (mailbox / file.name).hardlink_to(file)
    took = seconds(loop.run_once)
    rows = profile.reader().counts()["cases"]
    profile.close()
    assert rows == count + 1, f"{rows} rows of {count + 1} mails"
    return count / took, first


def _raw(profile_folder: Path, folder: Path) -> tuple[float, dict[str, Any]]:
    files = sorted(folder.iterdir())
    with raw_table(profile_folder) as connection:
        started = time.perf_counter()
        for file in files:
            data = file.read_bytes()
            text = _all_fields(email.message_from_bytes(data))
            row = (hashlib.sha256(data).digest(), b"", "alert_received", 0, text)
            connection.execute("INSERT INTO lean (id, stream, kind, at, body) VALUES (?, ?, ?, ?, ?)", row)
        return len(files) / (time.perf_counter() - started), pragmas(connection)


def _all_fields(mail: Message) -> str:
    parts = [f"{name}: {value}" for name, value in mail.items()]
    for part in mail.walk():
        if not part.is_multipart():
            payload = part.get_payload(decode=True)
            parts.append(bytes(payload or b"").decode(part.get_content_charset() or "utf-8", "replace"))
    return "\n".join(parts)
