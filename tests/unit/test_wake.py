"""Who waits for the server is woken by others, and not by what it does itself."""

import threading

from controlroom.sync.wake import Waker


def test_that_another_thread_wakes_and_ones_own_does_not() -> None:
    waker = Waker()
    waker.open()
    try:
        waker.wake()
        assert not waker.wait(0)
        other = threading.Thread(target=waker.wake)
        other.start()
        other.join()
        assert waker.wait(0)
        assert not waker.wait(0)
    finally:
        waker.close()
