"""Circles of references go on the UI thread, and nowhere else."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject

from ksdesk.ui.shell import rubbish


class Circle:
    """Holds itself, and tells on which thread it goes."""

    def __init__(self, seen: list[threading.Thread]) -> None:
        self.me = self
        self.seen = seen

    def __del__(self) -> None:
        self.seen.append(threading.current_thread())


@pytest.fixture
def collector(qapp):
    was = gc.isenabled()
    owner = QObject()
    yield rubbish.Rubbish(owner)
    owner.deleteLater()
    (gc.enable if was else gc.disable)()


def test_what_workers_leave_goes_on_the_ui_thread(collector, qtbot, monkeypatch):
    gone: list[threading.Thread] = []

    def work() -> None:
        for _ in range(5000):
            Circle(gone)

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    assert gone == []  # enough for a collection, had it been allowed there
    qtbot.waitUntil(lambda: bool(gone), timeout=5000)
    assert set(gone) == {threading.main_thread()}


@pytest.mark.slow
def test_a_quiet_moment_costs_nothing(collector):
    gc.collect()
    young = Circle([])
    left = weakref.ref(young)
    del young
    rubbish.collect_due()
    assert left() is not None
    gc.collect()
