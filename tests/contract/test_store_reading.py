"""What the store answers: pages, tallies, search in both scripts, mails, drafts, the outbox."""

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from controlroom.casework import steps
from controlroom.casework.arriving import alerts, joins
from controlroom.casework.arriving.ports import Authenticity, RawMail, ReadMail
from controlroom.casework.drafts import save_draft
from controlroom.casework.rows import QueueFilter
from controlroom.clues.read import read_clues
from controlroom.domain.derived import case_of_mail
from controlroom.domain.events import new_id
from controlroom.errors import BadInput
from controlroom.store import Profile, open_profile
from controlroom.store.migrations import REVIEW_DUE


@pytest.fixture
def desk(profile: Path) -> Iterator[Profile]:
    opened = open_profile(profile)
    yield opened
    opened.close()


def add(desk: Profile, text: str, **more: object) -> UUID:
    with desk.writer.write(actor="asha") as tx:
        return alerts.add_alert(tx, source="phone", text=text, **more)


def act(desk: Profile, use_case: object, *args: object, actor: str = "asha", **more: object) -> object:
    with desk.writer.write(actor=actor) as tx:
        return use_case(tx, *args, **more)


def numbers(desk: Profile, **which: object) -> list[str]:
    return [row.number[-4:] for row in desk.reader().queue(QueueFilter(**which)).rows]


def test_that_every_order_and_view_is_right(desk: Profile) -> None:
    now = datetime.now(UTC)
    cases = [add(desk, f"alert {n}", at=now - timedelta(minutes=n)) for n in range(6)]
    act(desk, steps.triage_case, cases[3], category="attempt")
    act(desk, steps.claim_case, cases[1])
    act(desk, steps.triage_case, cases[2], category="not-suicide")
    act(desk, steps.close_case, cases[2], reason="prank")
    assert numbers(desk, sort="urgent") == ["0004", "0006", "0005", "0001", "0002"]
    assert numbers(desk, sort="newest", view="all") == ["0001", "0002", "0003", "0004", "0005", "0006"]
    assert numbers(desk, sort="oldest", view="all") == ["0006", "0005", "0004", "0003", "0002", "0001"]
    assert numbers(desk, sort="number", view="closed") == ["0003"]
    assert numbers(desk, view="mine", person="asha") == ["0002"]
    assert numbers(desk, view="mine", person="bilal") == []
    assert "0002" not in numbers(desk, view="new")
    assert numbers(desk, state="claimed") == ["0002"]


@pytest.mark.parametrize("sort", ["urgent", "newest", "oldest", "number"])
@pytest.mark.parametrize("view", ["open", "all", "new"])
def test_that_pages_together_are_the_whole(desk: Profile, sort: str, view: str) -> None:
    same = datetime.now(UTC)
    for n in range(23):
        add(desk, f"alert {n}", at=same - timedelta(minutes=n // 5))
    which = QueueFilter(view=view, sort=sort)
    reader, seen, after = desk.reader(), [], None
    while True:
        page = reader.queue(which, after=after, limit=4)
        seen += [row.number for row in page.rows]
        after = page.after
        if after is None:
            break
    assert len(seen) == len(set(seen)) == 23
    assert seen == [row.number for row in reader.queue(which, limit=100).rows]
    assert page.total == 23


def test_that_tallies_equal_a_count(desk: Profile) -> None:
    cases = [add(desk, f"alert {n}") for n in range(9)]
    for case in cases[:5]:
        act(desk, steps.claim_case, case)
    act(desk, steps.release_case, cases[0])
    act(desk, steps.close_case, cases[1], reason="prank")
    act(desk, steps.undo_last, cases[1])
    act(desk, steps.close_case, cases[2], reason="prank")
    joined = joins.join_cases
    act(desk, joined, cases[3], cases[4], reason="same")
    tallies, cards = desk.reader().tallies(), desk.reader().cards(is_all=True)
    is_open = [card for card in cards if card["state"] != "closed"]
    assert (tallies.open, tallies.closed) == (len(is_open), len(cards) - len(is_open))
    assert tallies.unclaimed == sum(not card["owner"] for card in is_open)
    for state, count in tallies.by_state.items():
        assert count == sum(card["state"] == state for card in cards)
    assert tallies.by_owner.get("asha") == sum(card["owner"] == "asha" for card in is_open)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("रवि", ["0001"]),
        ("रविन्द्र", []),
        ("कानून", ["0002"]),
        ("क़ानून", ["0002"]),
        ("goodb", ["0001"]),
        ("GOODBYE रवि", ["0001"]),
        ("98390 12345", ["0001"]),
        ("9839012345", ["0001"]),
        ("+91 98390-12345", ["0001"]),
        ("९८३९०१२३४५", ["0001"]),
        ("ravi.k", ["0001"]),
        ("nobody", []),
        ('"', []),
        ("*", []),
        ("AND", []),
        ("रवि OR x", []),
        ("col:रवि", []),
        ("bridge", ["0002"]),
    ],
)
def test_that_search_finds_what_is_there_and_only_that(desk: Profile, typed: str, found: list[str]) -> None:
    add(desk, "रवि says goodbye", account="https://facebook.com/ravi.k", phone="98390 12345")
    second = add(desk, "क़ानून की किताब")
    act(desk, steps.add_note, second, text="stands at the bridge")
    assert numbers(desk, text=typed, view="all") == found


def test_that_a_number_finds_its_case_in_any_spelling(desk: Profile) -> None:
    case = add(desk, "x")
    number = desk.reader().case_card(case)["number"]
    assert desk.reader().case_id_of(number.lower()) == case
    assert numbers(desk, text=number, view="all") == ["0001"]
    assert number.split("-")[1] == desk.mark


def read(raw: bytes, text: str = "https://www.facebook.com/ravi.k") -> ReadMail:
    return ReadMail(
        hashlib.sha256(raw).hexdigest(),
        "subject",
        "a@b.example",
        None,
        text,
        read_clues(text),
        "",
        Authenticity("unverified", "no signature"),
        "",
        is_alert=True,
    )


def test_that_the_same_bytes_are_one_row_and_other_bytes_another(desk: Profile) -> None:
    mails = [
        RawMail(b"one", "a", "INBOX", 1, 1),
        RawMail(b"one", "a", "Junk", 1, 7),
        RawMail(b"two", "a", "INBOX", 1, 2),
    ]
    assert desk.shelf.keep(mails) == 2
    assert desk.shelf.keep(mails) == 0
    waiting = desk.shelf.waiting(10)
    assert [kept.raw for kept in waiting] == [b"one", b"two"]
    made = [act(desk, alerts.take_mail, read(kept.raw), kept) for kept in waiting + waiting]
    assert made[:2] == made[2:]
    assert desk.shelf.backlog() == 0
    assert len(desk.reader().cards(is_all=True)) == 2
    assert made[0] == case_of_mail(hashlib.sha256(b"one").hexdigest())
    assert desk.shelf.seen_uids("a", "INBOX", 1)[1] == {1, 2}
    assert desk.shelf.seen_uids("a", "INBOX", 2)[1] == frozenset()
    assert desk.shelf.raw(waiting[0].sha256) == b"one"


def test_that_the_same_account_is_proposed_with_the_reason_and_may_be_declined(desk: Profile) -> None:
    first = add(desk, "rang", account="https://m.facebook.com/ravi.k?fbclid=1")
    second = add(desk, "again https://www.facebook.com/ravi.k")
    view = desk.reader().case_view(second)
    [proposal] = view.case.proposals
    assert proposal.other == first
    assert "https://www.facebook.com/ravi.k" in proposal.why
    assert [number[-4:] for _, number, _ in view.related] == ["0001"]
    act(desk, joins.decline_join, second, first)
    assert desk.reader().case_view(second).case.proposals == ()


def test_that_joined_cases_keep_both_numbers_and_split_without_loss(desk: Profile) -> None:
    first, second = add(desk, "one", phone="98390 12345"), add(desk, "two", phone="98390 99999")
    before = [desk.reader().case_card(case) for case in (first, second)]
    act(desk, joins.join_cases, second, first, reason="same person")
    joined = desk.reader().case_card(first)
    assert joined["phones"] == ["+919839012345", "+919839099999"]
    assert numbers(desk, view="open") == ["0001"]
    assert sorted(numbers(desk, text=before[1]["number"], view="all")) == ["0001", "0002"]
    with pytest.raises(BadInput, match="joined into"):
        act(desk, steps.claim_case, second)
    with pytest.raises(BadInput, match="already"):
        act(desk, joins.join_cases, first, second, reason="circle")
    act(desk, joins.split_cases, first, second)
    assert [desk.reader().case_card(case) for case in (first, second)] == before


def test_that_undoing_a_join_takes_both_apart(desk: Profile) -> None:
    first, second = add(desk, "one", phone="98390 12345"), add(desk, "two", phone="98390 99999")
    act(desk, joins.join_cases, second, first, reason="same person")
    act(desk, steps.undo_last, second)
    assert desk.reader().case_card(first)["phones"] == ["+919839012345"]
    assert desk.reader().case_card(second)["joined"] == []


def test_that_a_review_needs_a_second_person(desk: Profile) -> None:
    case = add(desk, "one")
    act(desk, steps.record_outcome, case, not_reached="phone-off")
    with pytest.raises(BadInput, match="second person"):
        act(desk, steps.review_outcome, case)
    assert numbers(desk, view="review") == [desk.reader().case_card(case)["number"][-4:]]
    assert desk.reader().tallies().review == 1
    act(desk, steps.review_outcome, case, actor="bilal")
    assert desk.reader().case_card(case)["review_due"] is False
    assert numbers(desk, view="review") == []
    assert desk.reader().tallies().review == 0


def test_that_what_waits_for_a_second_person_is_a_list_of_its_own(desk: Profile) -> None:
    first, other = add(desk, "one 98390 12345"), add(desk, "two 98390 12346")
    trained = add(desk, "three 98390 12347", exercise=True)
    for case in (first, trained):
        act(desk, steps.close_case, case, reason="nobody knows who it is")
    act(desk, steps.claim_case, other)
    page = desk.reader().queue(QueueFilter(view="review", sort="urgent"), limit=9)
    assert [row.id for row in page.rows] == [first, trained], "an exercise stands behind"
    assert (page.total, desk.reader().tallies().review) == (1, 1), "and counts in no tally"
    with desk.reader()._connection() as connection:
        plan = connection.execute(
            f"EXPLAIN QUERY PLAN SELECT line FROM cases WHERE {REVIEW_DUE} ORDER BY priority, received_at, n"
        ).fetchall()
    assert "cases_review" in str(plan)


def test_that_typed_text_is_kept_until_dropped(desk: Profile) -> None:
    case = add(desk, "one")
    act(desk, save_draft, key=f"{case}/note", text="mother says")
    act(desk, steps.claim_case, case, actor="bilal")
    assert desk.reader().case_view(case, person="asha").drafts == {"note": "mother says"}
    assert desk.reader().case_view(case, person="bilal").drafts == {}
    act(desk, save_draft, key=f"{case}/note", text="")
    assert desk.reader().draft("asha", f"{case}/note") is None


def test_that_a_letter_waits_longer_after_each_failure_and_goes_once(desk: Profile) -> None:
    case = add(desk, "one")
    letter = new_id()
    with desk.writer.write(actor="asha") as tx:
        tx.put_letter(letter, case, "mail", b"bytes")
    gaps = []
    for before in ["", *["refused"] * 6]:
        with desk.writer.write(actor="loop", is_person=False) as tx:
            assert tx.letter_failed(letter, "refused") == before
            now = tx.now()
        [waits] = desk.outbox.waiting()
        assert (waits.id, waits.case_id, waits.payload) == (letter, case, b"bytes")
        gaps.append(round((waits.next_try_at - now).total_seconds()))
    assert gaps == [2, 4, 8, 16, 32, 60, 60]
    with desk.writer.write(actor="loop", is_person=False) as tx:
        assert tx.letters_of("mail") == 1
        assert tx.letter_sent(letter)
        assert not tx.letter_sent(letter)  # told twice, counted once
        assert tx.letter_failed(letter, "late word") is None
    assert desk.outbox.waiting() == []


def test_that_only_one_process_sends_and_its_lock_goes_with_it(desk: Profile) -> None:
    with desk.outbox.alone() as first, desk.outbox.alone() as second:
        assert (first, second) == (True, False)
    with desk.outbox.alone() as again:
        assert again


def test_that_a_person_goes_before_a_loop_that_waits(desk: Profile) -> None:
    import threading

    order: list[str] = []
    inside, release = threading.Event(), threading.Event()

    def hold() -> None:
        with desk.writer.write(actor="loop", is_person=False):
            inside.set()
            release.wait(60)

    def then(name: str, is_person: bool) -> None:
        with desk.writer.write(actor=name, is_person=is_person):
            order.append(name)

    first = threading.Thread(target=hold)
    first.start()
    inside.wait(60)
    loops = [threading.Thread(target=then, args=(f"loop{n}", False)) for n in range(3)]
    for loop in loops:
        loop.start()
    person = threading.Thread(target=then, args=("asha", True))
    person.start()
    while not desk._gate._people_waiting:
        inside.wait(0)
    release.set()
    for thread in (first, *loops, person):
        thread.join(60)
    assert order[0] == "asha"
    assert len(order) == 4
