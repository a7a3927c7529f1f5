"""Append on the server: one event a commit, and a batch, beside bare inserts on the same server."""

from collections.abc import Iterator

from measure import Line, Lines, Options, by_turns
from sharedroom import RAW_INSERT, Desk, raw_row, shared_room

BATCH = 200


def run(options: Options) -> Iterator[Lines]:
    """Two lines."""
    with shared_room(["asha"]) as room, room.raw() as raw:
        desk = Desk(room.dsn("asha"), "asha")
        yield {"append, one event": _single(desk, raw, options)}
        yield {"append, batches of 200": _batches(desk, raw, options)}
        desk.shared.close()


def _single(desk: Desk, raw: object, options: Options) -> Line:
    many = 100

    def ours() -> None:
        for _ in range(many):
            [answer] = desk.shared.append(desk.batch([desk.note()]))
            assert answer.verdict == "accepted"

    def bare() -> None:
        for _ in range(many):
            raw.execute(RAW_INSERT, raw_row(), prepare=True)  # type: ignore[attr-defined]

    mine, theirs, ratio = by_turns(ours, bare, rounds=options.rounds(15))
    return Line(
        ours=many / mine,
        raw=many / theirs,
        ratio=1 / ratio,
        budget=">= 0.5x raw",
        within=ratio <= 2,
        unit="events/s",
        how=f"{many} notes, each one call of api.append_events and durable, against one bare INSERT a commit;"
        " same durable server, TCP and TLS, by turns",
    )


def _batches(desk: Desk, raw: object, options: Options) -> Line:
    many = 5 * BATCH

    def ours() -> None:
        for _ in range(many // BATCH):
            answers = desk.shared.append(desk.batch([desk.note() for _ in range(BATCH)]))
            assert all(answer.verdict == "accepted" for answer in answers)

    def bare() -> None:
        with raw.transaction(), raw.cursor() as cursor:  # type: ignore[attr-defined]
            cursor.executemany(RAW_INSERT, [raw_row() for _ in range(many)])

    mine, theirs, ratio = by_turns(ours, bare, rounds=options.rounds(15))
    return Line(
        ours=many / mine,
        raw=many / theirs,
        ratio=1 / ratio,
        budget=">= 0.5x executemany",
        within=ratio <= 2,
        unit="events/s",
        how=f"{many} notes in calls of {BATCH} (the most a call takes), each a commit, beside one executemany"
        f" of {many} bare rows in one commit; the making of the rows is in both",
    )
