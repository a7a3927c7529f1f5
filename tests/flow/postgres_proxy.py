"""A line from client to server that a test can cut, drop, hang or make one-way. Runs on its own thread."""

import asyncio
import socket
import struct
import threading
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any, Self

from postgres_cluster import HOST, free_port

_WITHIN_S = 60.0
_RESET = struct.pack("ii", 1, 0)


class Proxy:
    """Listens on `port` and carries every connection to the server at the port it is made with."""

    def __init__(self, to_port: int) -> None:
        self.port = free_port()
        self._to_port = to_port
        self._listener: asyncio.Server | None = None
        self._carried: set[asyncio.Task[None]] = set()
        self._there, self._back = asyncio.Event(), asyncio.Event()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="proxy", daemon=True)
        self._thread.start()
        self.heal()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # --- what a test does to it ---

    def cut(self) -> None:
        """Every connection is reset, and a new one is refused."""
        self._do(self._cut())

    def drop(self) -> None:
        """Every connection is reset; a new one is welcome."""
        self._do(self._reset())

    def hang(self) -> None:
        """Connections stay, new ones are taken, but nothing comes through any more."""
        self._do(self._open(there=False, back=False))

    def hang_answers(self) -> None:
        """What clients say reaches the server, which acts on it; what it answers does not come."""
        self._do(self._open(there=True, back=False))

    def heal(self) -> None:
        """All comes through again, also what was held back."""
        self._do(self._heal())

    def close(self) -> None:
        self.cut()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(_WITHIN_S)
        self._loop.close()

    # --- on its thread ---

    def _do(self, what: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(what, self._loop).result(_WITHIN_S)

    async def _open(self, *, there: bool, back: bool) -> None:
        for gate, is_open in ((self._there, there), (self._back, back)):
            (gate.set if is_open else gate.clear)()

    async def _heal(self) -> None:
        await self._open(there=True, back=True)
        if self._listener is None:
            self._listener = await asyncio.start_server(self._accept, HOST, self.port)

    async def _cut(self) -> None:
        if self._listener is not None:
            self._listener.close()
            self._listener = None
        await self._reset()

    async def _reset(self) -> None:
        await asyncio.sleep(0)  # one that was just taken is carried by now
        for task in self._carried:
            task.cancel()
        await asyncio.gather(*self._carried, return_exceptions=True)
        await asyncio.sleep(0)  # the sockets are closed

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._listener is None:  # it was cut at that moment
            _reset(writer)
            return
        task = self._loop.create_task(self._carry(reader, writer))
        self._carried.add(task)
        task.add_done_callback(self._carried.discard)

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        ends = [writer]
        try:
            await self._there.wait()
            server_reader, server_writer = await asyncio.open_connection(HOST, self._to_port)
            ends.append(server_writer)
            pumps = (_pump(reader, server_writer, self._there), _pump(server_reader, writer, self._back))
            await _first_of(*pumps)
            for end in ends:
                end.close()  # what is in the buffers still goes out
            for end in ends:
                await end.wait_closed()
        except (OSError, asyncio.CancelledError):
            for end in ends:
                _reset(end)


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, gate: asyncio.Event) -> None:
    while True:
        data = await reader.read(65536)
        await gate.wait()
        if not data:
            return
        writer.write(data)
        await writer.drain()


async def _first_of(*both: Coroutine[Any, Any, None]) -> None:
    tasks = [asyncio.ensure_future(one) for one in both]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def _reset(writer: asyncio.StreamWriter) -> None:
    """Not a goodbye: the other end sees its connection broken."""
    line: socket.socket = writer.get_extra_info("socket")
    with suppress(OSError):
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
    writer.transport.abort()
