"""For tests of the parts: the pointer starts away from all windows."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QCursor, QGuiApplication


@pytest.fixture(autouse=True)
def pointer_away(qapp) -> None:
    """A pointer left over a window by another test would hover what this one shows."""
    QCursor.setPos(QGuiApplication.primaryScreen().geometry().bottomRight())
