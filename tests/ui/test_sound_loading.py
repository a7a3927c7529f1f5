"""The sound is loaded while threads load compiled modules, and the window goes on, in Hindi too."""

import os
import subprocess
import sys

# In a process of its own: what is loaded once is not loaded again. A thread loads and lets go of a compiled
# module without end, which keeps the interpreter's lock while it waits for the system loader's.
STORY = """
import _ctypes, contextlib, importlib.util, os, sys, threading
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from controlroom.ui.kit.language import Language
from controlroom.ui.ringing.sound import Ringer, load_sound

class Pane(QWidget):
    told = False
    def changeEvent(self, event):
        Pane.told |= event.type() == QEvent.Type.LanguageChange

app = QApplication([])
language = Language(app)
language.use("hi")
pane = Pane()
path = importlib.util.find_spec("_statistics").origin

def load():
    while True:
        _ctypes.dlclose(_ctypes.dlopen(path, 2))

threading.Thread(target=load, daemon=True).start()
with language.aside():
    assert app.translate("EmptyQueue", "You hold no case") == "You hold no case"
    load_sound()
Ringer().start()
assert app.translate("EmptyQueue", "You hold no case") != "You hold no case"
assert not Pane.told, "nobody reads the words again"
print("it goes on", flush=True)
os._exit(0)
"""


def test_that_the_window_goes_on_while_sound_and_compiled_modules_are_loaded() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", STORY],
        capture_output=True,
        text=True,
        env=environment,
        timeout=90,
        check=False,
    )
    assert done.stdout.strip() == "it goes on", done.stderr[-2000:]
