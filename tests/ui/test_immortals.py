"""PySide6 6.12's wheels lose references to None and True on Python 3.11; the app outlives it."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPainter

import ksdesk.ui  # noqa: F401


class Teller(QObject):
    """Something that emits."""

    told = Signal(object)


def test_none_and_true_outlive_many_calls(qapp):
    """Without the guard this stops the whole process: "deallocating None"."""
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    teller = Teller()
    for _ in range(20_000):
        painter.translate(0, 0)
        teller.told.emit(1)
    painter.end()
    assert sys.getrefcount(None) > 100_000
    assert sys.getrefcount(True) > 100_000
