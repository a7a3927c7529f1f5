"""Gives a whole process a wrong clock: put this folder on PYTHONPATH and say by how many seconds."""

import os
import time

_AHEAD_S = float(os.environ["CLOCK_AHEAD_S"])
_time, _time_ns = time.time, time.time_ns

time.time = lambda: _time() + _AHEAD_S
time.time_ns = lambda: _time_ns() + int(_AHEAD_S * 1e9)
