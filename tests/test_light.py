"""What a start puts off is there as soon as it is asked for, and says what it always said."""

from __future__ import annotations

import os
import subprocess
import sys

LIGHT = "from ksdesk.light import LATE, travel_light\ntravel_light()\n"
WRONG = """
import inspect
from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt, QTimer

app, timer = QCoreApplication([]), QTimer()
for wrong in (
    lambda: QPoint("a", 3),
    lambda: QPoint(1, 2).setX("a"),
    lambda: QObject(1, 2, 3),
    lambda: QObject(nothing=1),
    lambda: QTimer(interval="soon"),
    lambda: timer.timeout.connect(3),
    lambda: timer.timeout.emit(1, 2, 3),
    lambda: QObject().setProperty(),
    lambda: Qt.AlignmentFlag("left"),
    lambda: app.nothing,
    lambda: print(QPoint.setX.__doc__, QObject.__init__.__doc__, inspect.signature(QPoint.setX)),
):
    try:
        print(wrong())
    except (TypeError, AttributeError, ValueError) as error:
        print(type(error), error)
"""
HELD_BACK = """
import sys
for path in LATE:
    module = sys.modules[path.removesuffix(".py").replace("/", ".")]
    print(path, sorted(name for name in vars(module) if not name.startswith("__")))
"""


def told(code: str) -> str:
    own = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    asked = [sys.executable, "-c", code]
    done = subprocess.run(
        asked, env=own, capture_output=True, text=True, encoding="utf-8", check=False, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_the_modules_that_are_put_off_are_those_that_pyside_has():
    lines = told(LIGHT + HELD_BACK).splitlines()
    assert len(lines) == 6
    assert all(line.endswith("[]") for line in lines), lines


def test_a_call_with_wrong_arguments_is_told_as_ever():
    light = told(LIGHT + WRONG)
    assert "Supported signatures" in light
    assert light == told(WRONG)
