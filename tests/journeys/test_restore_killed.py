"""A restore killed at any moment leaves one of the two books, whole."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from ksdesk.actions import backups
from ksdesk.actions.backups import restoring
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.storage import Store, copies

DRIVER = Path(__file__).with_name("restore_driver.py")
ROOT = Path(__file__).parents[2]
KILLS = 12


def entries(book: Store, count: int, now) -> None:
    book.deposit.add([NewEntry("own", date(2026, 1, 1), "paid_in", 1)] * count, now)


@pytest.mark.kill
def test_a_killed_restore_leaves_one_of_the_two_books(book, paths, now):
    kept = paths.data / "kept"
    kept.mkdir()
    for count in (3, 4):
        entries(book, count, now)
        backups.back_up(book, kept, "manual", now)
    book.close()
    dice = random.Random(7)
    for _ in range(KILLS):
        process = subprocess.Popen(
            [sys.executable, DRIVER, paths.data],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        assert process.stdout.readline()
        time.sleep(dice.uniform(0, 0.12))
        process.kill()
        process.communicate()
        restoring.recover(paths.book)
        assert copies.contents(paths.book).counts["deposit"] in (3, 7)
        again = Store.open(paths.book)
        assert len(again.reader.deposit.entries("own")) in (3, 7)
        again.close()
        restoring.sweep(paths.book, paths.backups)
        assert not any(paths.backups.glob("*.new"))
        shelf = [copies.contents(b.path) for b in backups.listed(paths.backups)]
        assert {c.counts["deposit"] for c in shelf} <= {3, 7}
