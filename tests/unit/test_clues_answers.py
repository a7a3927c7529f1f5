"""What the other side answers: how far they are, under which number, and nothing of what was quoted back."""

from uuid import UUID

import pytest
from letters import message

from controlroom.clues.answers import (
    ids_in,
    message_id,
    numbers_in,
    own_words,
    read_answer,
    read_status,
    subject_tag,
    tags_in,
)

LETTER = UUID("01a2293c-1722-7000-824a-4b0a7f461afc")
CASE = UUID("01a2293c-0f1d-7000-b001-8dc1955e1b24")


@pytest.mark.parametrize(
    ("text", "step", "ref"),
    [
        ("Acknowledged.", "acknowledged", ""),
        ("Ack. Event id P26112900123", "acknowledged", "P26112900123"),
        ("Received, noted", "acknowledged", ""),
        ("पावती", "acknowledged", ""),
        ("सूचना प्राप्त हुई।", "acknowledged", ""),
        ("इवेंट आईडी P2611290 दर्ज, पीआरवी 1234 रवाना", "en-route", "P2611290"),
        ("PRV 1234 en route", "en-route", "PRV 1234"),
        ("PRV-2345 dispatched to the location", "en-route", "PRV 2345"),
        ("The team is on the way and will reach the spot in 5 min", "en-route", ""),
        ("पीआरवी 3456 रास्ते में है", "en-route", "PRV 3456"),
        ("पीआरवी 10 मिनट में मौके पर पहुंच जाएगी", "en-route", ""),
        ("PRV 1234 at scene", "at-scene", "PRV 1234"),
        ("We have reached the spot", "at-scene", ""),
        ("PRV 1234 at scene, not yet with the person", "at-scene", "PRV 1234"),
        ("हम मौके पर पहुँच गए हैं", "at-scene", ""),
        ("Officer is with the person now", "with-person", ""),
        ("We are with him. He is safe.", "with-person", ""),
        ("Boy found safe at home, talking to his mother", "with-person", ""),
        ("अधिकारी व्यक्ति के साथ है", "with-person", ""),
        ("युवक सकुशल मिल गया", "with-person", ""),
        ("Reached the location. Nobody is there, person not found.", "not-at-place", ""),
        ("We could not find the person at this address", "not-at-place", ""),
        ("मौके पर व्यक्ति नहीं मिला", "not-at-place", ""),
        ("घर पर नहीं हैं", "not-at-place", ""),
        ("Event no. 4711/26", "acknowledged", "4711/26"),
    ],
)
def test_that_an_answer_is_read(text: str, step: str, ref: str) -> None:
    answer = read_answer(text)
    assert answer is not None
    assert answer == (step, ref)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Who is this?",
        "Is an officer with the person?",
        "Not acknowledged",
        "Please call me",
        "When will somebody be at the scene?",
        "Person found safe. Later the mother said he was not found.",
        "कृपया फ़ोन करें",
        "We will answer when somebody has acknowledged it",
    ],
)
def test_that_what_says_nothing_or_two_things_is_not_understood(text: str) -> None:
    assert read_answer(text) is None


def test_that_what_is_quoted_does_not_count() -> None:
    ours = message().text
    quoted = "\n".join(f"> {line}" for line in ours.splitlines())
    for language in ("en", "hi"):
        assert (
            read_answer(own_words(message(language=language).text, message(language=language).text)) is None
        )
    top = f"Ok, event id P77123\n\nOn Thu, 15 Jan 2026 at 02:10, SMC <room@hq.example> wrote:\n{quoted}"
    assert own_words(top, ours) == "Ok, event id P77123"
    flat = (
        f"Received.\n\n-----Original Message-----\nFrom: room@hq.example\nOfficer is with the person\n{ours}"
    )
    assert own_words(flat, ours) == "Received."
    below = f"On Thu, SMC wrote:\n{quoted}\n\nPRV 1234 at scene\n-- \nControl room, with the person 24x7"
    assert own_words(below, ours) == "PRV 1234 at scene"
    unmarked = f"Noted\n{ours}"
    assert own_words(unmarked, ours) == "Noted"
    assert own_words(f"पावती\n\n15 जन॰ 2026 को SMC ने लिखा:\n{quoted}", ours) == "पावती"


def test_that_a_letter_is_known_by_its_message_id_and_its_tag() -> None:
    made = message_id(LETTER, CASE, "hq.example")
    assert len(made) < 78
    assert ids_in([f"<other@x> {made}", made.upper()]) == ((LETTER, CASE),)
    assert ids_in(["<cr.short.id@x>", "", "<cr.>"]) == ()
    tag = subject_tag(LETTER)
    assert tags_in(f"Re: URGENT 2026-K7-0012 {tag.upper()}") == (tag,)
    assert numbers_in("Re: 2026-k7-0012, 2026-000412 and 2026-01-14") == ("2026-K7-0012", "2026-000412")


def test_that_a_word_of_status_is_read() -> None:
    assert [read_status(one) for one in ("EN_ROUTE", "on-scene", "accepted", "queued", "")] == [
        "en-route",
        "at-scene",
        "acknowledged",
        "",
        "",
    ]
