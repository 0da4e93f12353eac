"""PySide6 6.12.0 took a reference from None with each call that returns nothing.

Under Python 3.11 the process died of it ("none_dealloc") after some minutes; hence the pin.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal


class Teller(QObject):
    """Something that emits."""

    told = Signal(object)


def test_calls_into_qt_keep_the_references_to_none_and_true(qapp):
    teller = Teller()
    before = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(2_000):
        teller.setObjectName("x")
        teller.told.emit(1)
    after = sys.getrefcount(None), sys.getrefcount(True)
    assert all(old - new < 100 for old, new in zip(before, after, strict=True))
