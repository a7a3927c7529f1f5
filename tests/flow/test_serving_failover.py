"""`server run` beside a primary that dies: it goes on with the standby that was promoted."""

import threading
import time
import uuid
from collections.abc import Callable
from typing import Any

from postgres import Database, Pair, joint_dsn
from serving_house import PASSWORD, Room

from controlroom.sync.server.running import Service


def _until(is_so: Callable[[], Any], within_s: float = 60.0) -> None:
    deadline = time.monotonic() + within_s
    while not is_so():
        assert time.monotonic() < deadline, "it did not come"
        time.sleep(0.02)


def test_that_it_goes_on_with_the_promoted_standby_and_leaves_the_old_primary_alone(pair: Pair) -> None:
    room = Room.new(pair.primary.new_database())
    name = room.database.name
    said: list[dict[str, Any]] = []
    stop = threading.Event()
    ports = [pair.primary.port, pair.standby.port]
    dsn = joint_dsn(pair.primary, ports=ports, dbname=name, user="serve", password=PASSWORD)
    service = Service(dsn, say=lambda line: said.append(dict(line)))
    thread = threading.Thread(target=service.run, args=(stop,))
    try:
        thread.start()
        desk = room.desk("asha", "K7")
        desk.append(desk.alert(uuid.uuid4()))
        _until(lambda: room.database.query("SELECT 1 FROM work.case_index"))
        pair.primary.catch_up(pair.standby)
        room.close()
        pair.primary.kill()
        pair.standby.promote()
        promoted = Database(server=pair.standby, name=name, roles_before=frozenset())
        later = Room(promoted, room.room)
        desk = later.desk("asha", "M2")
        desk.append(desk.alert(uuid.uuid4()))
        count = "SELECT count(*) FROM work.case_index"
        _until(lambda: later.database.query(count) == [(2,)])
        pair.primary.start()  # as it was
        later.database.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'serve'")
        desk.append(desk.alert(uuid.uuid4()))
        _until(lambda: later.database.query(count) == [(3,)])
        here = "SELECT count(*) FROM pg_stat_activity WHERE usename = 'serve'"
        assert pair.primary.query(here) == [(0,)]
        later.close()
    finally:
        stop.set()
        thread.join(60)
