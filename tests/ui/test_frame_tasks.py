"""Work off the main thread: answers come back on it, old ones are dropped, a burst of changes is one."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from time import monotonic
from typing import Any, ClassVar
from uuid import UUID

import pytest
from frame_rows import RowReader, make_row
from PySide6.QtCore import QObject

from controlroom.casework.ports import Changes
from controlroom.errors import WorldFault
from controlroom.ui.tasks import BATCH_S, WORKERS, TaskRunner, merged


class CountingWriter:
    """Notes who wrote, in which order, on which thread."""

    def __init__(self) -> None:
        self.actors: list[str] = []
        self.threads: set[str] = set()

    @contextmanager
    def write(self, *, actor: str, is_person: bool = True) -> Iterator[Any]:
        self.actors.append(actor)
        self.threads.add(threading.current_thread().name)
        yield actor


@pytest.fixture
def writer() -> CountingWriter:
    return CountingWriter()


@pytest.fixture
def tasks(qapp: object, writer: CountingWriter) -> Iterator[TaskRunner]:
    runner = TaskRunner(writer, lambda: RowReader([make_row(1)]))  # type: ignore[arg-type]
    runner.person = "op"
    yield runner
    runner.close()


def test_that_actions_run_in_order_on_one_thread_and_answer_on_this_one(
    tasks: TaskRunner, writer: CountingWriter, qtbot: Any
) -> None:
    answers: list[tuple[int, bool]] = []
    here = threading.get_ident()
    for number in range(20):
        tasks.act(
            lambda tx, number=number: number,
            done=lambda n: answers.append((n, threading.get_ident() == here)),
        )
    qtbot.waitUntil(lambda: len(answers) == 20)
    assert answers == [(number, True) for number in range(20)]
    assert writer.actors == ["op"] * 20
    assert writer.threads == {"writer"}


def test_that_only_the_newest_question_of_a_key_is_answered(tasks: TaskRunner, qtbot: Any) -> None:
    gate, answers = threading.Event(), []
    for number in range(30):
        tasks.ask(lambda reader, n=number: (gate.wait(60), n)[1], done=answers.append, key="search")
    tasks.ask(lambda reader: "other", done=answers.append)
    gate.set()
    qtbot.waitUntil(lambda: len(answers) == 2)
    qtbot.wait(50)
    assert sorted(map(str, answers)) == ["29", "other"]


def test_that_of_the_work_of_one_key_only_the_newest_is_done(tasks: TaskRunner, qtbot: Any) -> None:
    gate, begun, answers = threading.Event(), [], []

    def job(number: int) -> int:
        begun.append(number)
        gate.wait(60)
        return number

    for number in range(30):
        tasks.work(partial(job, number), done=answers.append, key="place")
    tasks.work(lambda: "other", done=answers.append)
    gate.set()
    qtbot.waitUntil(lambda: len(answers) == 2)
    qtbot.wait(50)
    assert sorted(map(str, answers)) == ["29", "other"]
    assert len(begun) <= WORKERS + 1, "each worker may have begun one before the newest came"


def test_that_a_fault_goes_to_the_one_place_unless_somebody_waits_for_it(
    tasks: TaskRunner, qtbot: Any
) -> None:
    def full(*_: object) -> None:
        raise WorldFault("The disk is full.")

    with qtbot.waitSignal(tasks.faulted) as told:
        tasks.act(full)
    assert str(told.args[0]) == "The disk is full."
    heard: list[Exception] = []
    with qtbot.assertNotEmitted(tasks.faulted):
        tasks.work(lambda: full(), failed=heard.append)
        qtbot.waitUntil(lambda: bool(heard))


def test_that_a_fault_of_ours_is_logged_without_its_text(
    tasks: TaskRunner, qtbot: Any, expect_log: Any, caplog: Any
) -> None:
    expect_log("a task failed: KeyError")

    def broken(reader: object) -> None:
        raise KeyError("98390 12345")

    with qtbot.waitSignal(tasks.faulted):
        tasks.ask(broken, done=print)
    assert "98390" not in caplog.text


def test_that_a_burst_of_changes_arrives_as_few(tasks: TaskRunner, qtbot: Any) -> None:
    told: list[Changes] = []
    tasks.changed.connect(told.append)

    def publish() -> None:
        for number in range(500):
            tasks.publish(Changes(cases=frozenset({UUID(int=number)})))

    begun = monotonic()
    thread = threading.Thread(target=publish)
    thread.start()
    qtbot.waitUntil(lambda: len(frozenset().union(*(one.cases for one in told))) == 500)
    thread.join()
    assert len(told) <= 2 + (monotonic() - begun) / BATCH_S


def test_that_merged_changes_lose_nothing() -> None:
    one = Changes(cases=frozenset({UUID(int=1)}), mails=True)
    other = Changes(new_alerts=frozenset({UUID(int=2)}), places=True)
    both = merged([one, other])
    assert (both.cases, both.new_alerts) == (one.cases, other.new_alerts)
    assert both.mails and both.places and not both.drafts
    persons = Changes(persons=frozenset({UUID(int=3)}), room=frozenset({"duty_changed"}), drafts=True)
    every = merged([both, persons])
    assert [
        name for name in Changes.__struct_fields__ if getattr(every, name) == getattr(Changes(), name)
    ] == [
        "events",
        "rows",
    ]


class Listener(QObject):
    """Somebody who may be gone when the answer comes."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []

    def hear(self, answer: object) -> None:
        self.objectName()  # raises when the C++ part is gone
        self.heard.append(answer)


def test_that_an_answer_for_somebody_who_is_gone_is_dropped(tasks: TaskRunner, qtbot: Any) -> None:
    gate, listener = threading.Event(), Listener()
    tasks.work(lambda: gate.wait(60), done=listener.hear)
    listener.deleteLater()
    with qtbot.waitSignal(listener.destroyed):
        pass
    gate.set()
    answers: list[int] = []
    tasks.work(lambda: 1, done=answers.append)
    qtbot.waitUntil(lambda: answers == [1])
    assert listener.heard == []


class Asker:
    """Somebody who asks and is not kept by anybody else; notes which thread let go of it last."""

    freed_on: ClassVar[list[int]] = []

    def read(self, reader: object) -> int:
        return 1

    def fail(self, reader: object = None) -> int:
        raise WorldFault("The disk is full.")

    def hear(self, answer: object) -> None:
        pass

    def __del__(self) -> None:
        Asker.freed_on.append(threading.get_ident())


@pytest.mark.parametrize("way", ["ask", "old", "act", "work"])
@pytest.mark.parametrize("is_fault", [False, True])
def test_that_who_asked_is_never_freed_on_another_thread(
    tasks: TaskRunner, qtbot: Any, way: str, is_fault: bool
) -> None:
    Asker.freed_on.clear()
    tasks.faulted.connect(lambda fault: None)
    for _ in range(200):
        asker = Asker()
        job = asker.fail if is_fault else asker.read
        if way == "ask":
            tasks.ask(job, done=asker.hear)
        elif way == "old":
            tasks.ask(job, done=asker.hear, key="search")
        elif way == "act":
            tasks.act(job, done=asker.hear, failed=asker.hear)
        else:
            tasks.work(partial(job, None), done=asker.hear, failed=asker.hear)
        del asker, job
        qtbot.wait(0)
    qtbot.waitUntil(lambda: len(Asker.freed_on) == 200)
    assert set(Asker.freed_on) == {threading.get_ident()}


def test_that_closing_finishes_what_was_begun(qapp: object, writer: CountingWriter) -> None:
    runner = TaskRunner(writer, lambda: RowReader([]))  # type: ignore[arg-type]
    for _ in range(50):
        runner.act(lambda tx: None)
    runner.close()
    assert len(writer.actors) == 50
    runner.act(lambda tx: None)
    assert len(writer.actors) == 50
