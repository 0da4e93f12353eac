"""Process start to a window that answers, and idle memory, against a bare QMainWindow process.

From source, both processes are watched in the same way: when the window has got its first paint,
a pointer enters it, and the process is ready when that has been handled. The packaged app cannot
be watched from within: it is ready when its listener for later starts answers, which is opened
after the first paint by the running event loop.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest

from ksdesk.paths import Paths
from ksdesk.settings import Settings
from ksdesk.storage import Store
from ksdesk.ui.shell.doorman import ANSWER
from ksdesk.ui.shell.instance import server_name

pytestmark = pytest.mark.bench

STARTS = 21
RESTS = 3
FROZEN = Path(__file__).parents[2] / "dist" / "ksdesk" / "ksdesk"
WATCH = """
import sys
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QMainWindow

class Watch(QObject):
    painted = False

    def eventFilter(self, window, event):
        if event.type() == QEvent.Type.Paint and not self.painted:
            self.painted, at = True, QPointF(5, 5)
            QCoreApplication.postEvent(window, QEnterEvent(at, at, at))
            QCoreApplication.postEvent(window, QEvent(QEvent.Type.User))
        elif event.type() == QEvent.Type.User:
            print("ready", flush=True)
        return False

def watched():
    for window in QApplication.topLevelWidgets():
        if isinstance(window, QMainWindow):
            window.installEventFilter(watch)
    return run()

watch, run = Watch(), QApplication.exec
QApplication.exec = staticmethod(watched)
"""
BARE = f"""
{WATCH}
app = QApplication([])
window = QMainWindow()
window.resize(1280, 800)
window.show()
app.exec()
"""
OURS = f"""
from ksdesk.app import main
from ksdesk.light import travel_light
travel_light()  # as each start does before it loads Qt, which watching needs before main
{WATCH}
main(sys.argv[1:])
"""


@pytest.fixture
def environment(tmp_path) -> dict[str, str]:
    """Offscreen, and with compiled modules kept from the warm-up on, as on a seller's machine."""
    own = {**os.environ, "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    own.pop("PYTHONDONTWRITEBYTECODE", None)
    return own


@pytest.fixture
def data(tmp_path, compiled_texts) -> Path:
    """A shop in use: the doors are passed, something is in the book, a copy was made today."""
    paths = Paths(tmp_path / "data")
    paths.make()
    Settings(paths.settings_file).set(welcomed=True)
    store = Store.open(paths.book)
    store.backup_to(paths.backups / f"{datetime.now():%Y%m%d-%H%M%S}-daily.ksdesk")
    store.close()
    return paths.data


def watched(script: str, *arguments: str, environment) -> tuple[float, subprocess.Popen]:
    """Seconds until a script's window answers, and its process."""
    command = [sys.executable, "-c", script, *arguments]
    start = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "ready\n"
    return time.perf_counter() - start, process


def packaged(data: Path, environment) -> tuple[float, subprocess.Popen]:
    """The same of the packaged app."""
    from PySide6.QtNetwork import QLocalSocket

    start = time.perf_counter()
    process = subprocess.Popen([FROZEN, "--data", data], env=environment)
    while time.perf_counter() - start < 60:
        socket = QLocalSocket()
        socket.connectToServer(server_name(data))
        if socket.waitForConnected(5):
            socket.write((json.dumps([]) + "\n").encode())
            socket.flush()
            assert socket.waitForReadyRead(5000) and bytes(socket.readAll()) == ANSWER
            break
        time.sleep(0.002)
    return time.perf_counter() - start, process


Start = Callable[[], tuple[float, subprocess.Popen]]


def seconds(start: Start) -> float:
    """Until the window answers."""
    took, process = start()
    end(process)
    return took


def megabytes(start: Start) -> float:
    """Resident, shared libraries included, when the start has settled."""
    _, process = start()
    time.sleep(1.5)
    lines = Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8").splitlines()
    end(process)
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) / 1024


def end(process: subprocess.Popen) -> None:
    process.kill()
    process.communicate()


def compare(full: Start, environment) -> tuple[float, float]:
    """Ratios of time and memory, medians of interleaved rounds.

    The starts follow each other without a pause, after a warm-up, so that all files are at hand.
    """
    sides = (partial(watched, BARE, environment=environment), full)
    times = [[seconds(side) for side in sides] for _ in range(STARTS + 1)][1:]
    sizes = [[megabytes(side) for side in sides] for _ in range(RESTS)]
    time_of, size_of = (
        [statistics.median(side) for side in zip(*x, strict=True)] for x in (times, sizes)
    )
    return time_of[1] / time_of[0], size_of[1] / size_of[0]


def test_start_and_idle_memory(data, environment, measured):
    full = partial(watched, OURS, "--data", str(data), environment=environment)
    slower, larger = compare(full, environment)
    measured("start, to a bare window", slower, "×", most=1.7)
    measured("idle memory, to a bare window", larger, "×", most=1.6)


@pytest.mark.skipif(not FROZEN.exists(), reason="no packaged app: make package")
def test_start_and_idle_memory_of_the_packaged_app(data, environment, measured):
    slower, larger = compare(partial(packaged, data, environment), environment)
    measured("start of the packaged app, to a bare window", slower, "×", most=1.8)
    measured("idle memory of the packaged app, to a bare window", larger, "×", most=1.65)
