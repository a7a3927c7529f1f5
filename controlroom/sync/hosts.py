"""Which of the hosts in the address to talk to: asked all at once, and never one that we know is behind."""

import queue
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from controlroom.casework.room.sharing import Memory
from controlroom.errors import BadInput, ControlRoomError, WorldFault
from controlroom.sync.connection import CONNECT_S, Connection, hosts_of, open_connection, parts_of
from controlroom.sync.faults import NO_ROOM_YET, SIGNED_OUT, OtherDatabase, Refused
from controlroom.sync.server.setup import PATCH_FLOOR, SHAPE, is_patched
from controlroom.sync.shared import OPTIONS, Cluster, Shared

_REST_S = 1.0  # how long the others are waited for when one fits


@dataclass(frozen=True, slots=True)
class Login:
    """How to get in."""

    dsn: str
    user: str
    password: str | None
    plain_loopback: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """What one host answered: a connection and its cluster, or why not."""

    shared: Shared | None
    cluster: Cluster | None
    fault: ControlRoomError | None = None


def connect(login: Login, memory: Memory) -> tuple[Shared, Cluster]:
    """The primary of the newest time line. Raises WorldFault or BadInput, one plain sentence."""
    if not login.password:  # said at once, whether a server is there or not
        raise Refused(SIGNED_OUT)
    looks = _ask_all(each_host(login.dsn), lambda more: _ask(login, more))
    try:
        chosen = choose(looks, memory)
    except ControlRoomError:
        _hang_up(looks)
        raise
    _hang_up([look for look in looks if look is not chosen])
    assert chosen.shared is not None and chosen.cluster is not None
    return chosen.shared, chosen.cluster


def each_host(dsn: str) -> list[dict[str, str]]:
    """What replaces host and port for each of the hosts; nothing where there is only one."""
    parts = parts_of(dsn)
    hosts = hosts_of(parts)
    if len(hosts) == 1:
        return [{}]
    ports = parts.get("port", "").split(",")
    if len(ports) not in (1, len(hosts)):
        raise BadInput("The address names {n} hosts and another number of ports.", n=len(hosts))
    name = "hostaddr" if parts.get("hostaddr") else "host"
    names = parts.get("host", "").split(",")
    made = []
    for at, host in enumerate(hosts):
        one = {name: host, "port": ports[at % len(ports)]}
        if name == "hostaddr" and len(names) == len(hosts):
            one["host"] = names[at]
        made.append(one)
    return made


def choose(looks: Sequence[Look], memory: Memory) -> Look:
    """The one to work with. Raises the plainest sentence there is when none will do."""
    answered = [look for look in looks if look.cluster is not None]
    ours = [look for look in answered if memory.system in (0, _of(look).system)]
    if answered and not ours:
        raise OtherDatabase(
            "This is another database than the one this desk belongs to; check the address,"
            " or use another profile."
        )
    newest = max([memory.timeline, *(_of(look).timeline for look in ours)])
    for look in ours:
        if not _of(look).is_standby and _of(look).timeline == newest:
            _refuse_shape(_of(look))
            return look
    if any(not _of(look).is_standby for look in ours):
        raise Refused(
            "An old primary of the shared database answers, and a newer one was seen; nothing was sent."
            " Tell the administrator."
        )
    if ours:
        raise WorldFault(
            "Only a standby of the shared database answers, which takes no writing;"
            " it is tried again by itself."
        )
    faults = [look.fault for look in looks if look.fault is not None]
    raise next((fault for fault in faults if isinstance(fault, BadInput)), None) or (
        faults[0]
        if faults
        else WorldFault("The database does not answer; everything goes on here and is sent later.")
    )


def _of(look: Look) -> Cluster:
    assert look.cluster is not None
    return look.cluster


def _refuse_shape(cluster: Cluster) -> None:
    if not cluster.shape:
        raise Refused(NO_ROOM_YET.template)
    if cluster.oldest_program is not None and cluster.oldest_program > SHAPE:
        raise Refused(
            "The shared database was made by a newer version of this program; update it here."
            " Until then everything goes on here and is sent later."
        )


def newest_timeline(login: Login) -> int:
    """The highest time line that any of the hosts is on; 0 where none answers."""
    looks = _ask_all(each_host(login.dsn), lambda more: _ask(login, more))
    _hang_up(looks)
    return max(
        (look.cluster.timeline for look in looks if look.cluster and not look.cluster.is_standby), default=0
    )


def warning_about(cluster: Cluster) -> WorldFault | None:
    """One sentence about a server that works but should not stay so."""
    if is_patched(cluster.version_num):
        return None
    major, minor = divmod(cluster.version_num, 10_000)
    return WorldFault(
        "The shared database runs PostgreSQL {found}, which has known security holes; tell the administrator"
        " to install {major}.{floor} or later.",
        found=f"{major}.{minor}",
        major=major,
        floor=PATCH_FLOOR[major],
    )


def _ask(login: Login, more: dict[str, str]) -> Look:
    try:
        shared = Shared(_connected(login, more), login.user)
    except ControlRoomError as fault:
        return Look(None, None, fault)
    try:
        return Look(shared, shared.cluster())
    except ControlRoomError as fault:
        shared.close()
        return Look(None, None, fault)


def _connected(login: Login, more: dict[str, Any]) -> Connection:
    return open_connection(
        login.dsn,
        user=login.user,
        password=login.password,
        plain_loopback=login.plain_loopback,
        target_session_attrs="any",
        options=OPTIONS,
        **more,
    )


def _ask_all(hosts: Sequence[dict[str, str]], ask: Callable[[dict[str, str]], Look]) -> list[Look]:
    """Each on a thread of its own: one that hangs holds up nobody, and not the end of the program either."""
    if len(hosts) == 1:
        return [ask(hosts[0])]
    came: queue.SimpleQueue[Look] = queue.SimpleQueue()
    lock, is_over = threading.Lock(), [False]

    def run(more: dict[str, str]) -> None:
        look = ask(more)
        with lock:
            if not is_over[0]:
                came.put(look)
                return
        _hang_up([look])

    for more in hosts:
        threading.Thread(target=run, args=(more,), name="sync-look", daemon=True).start()
    looks: list[Look] = []
    deadline = time.monotonic() + CONNECT_S + _REST_S
    while len(looks) < len(hosts):
        try:
            looks.append(came.get(timeout=max(0.0, deadline - time.monotonic())))
        except queue.Empty:
            break
        if looks[-1].cluster is not None and not looks[-1].cluster.is_standby:
            deadline = min(deadline, time.monotonic() + _REST_S)
    with lock:
        is_over[0] = True
    while not came.empty():
        looks.append(came.get())
    return looks


def _hang_up(looks: Sequence[Look]) -> None:
    for look in looks:
        if look.shared is not None:
            look.shared.close()
