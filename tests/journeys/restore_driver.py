"""Goes back and forth between two copies until it is killed: `restore_driver.py DATA`."""

from __future__ import annotations

import sys
from datetime import datetime, timedelta
from pathlib import Path

from ksdesk.actions import backups
from ksdesk.actions.backups import restoring
from ksdesk.paths import Paths
from ksdesk.storage import Store


def main(data: Path) -> None:
    """Every turn is a whole restore, as the shell does it."""
    paths, now = Paths(data), datetime(2026, 11, 18, 10, 20)
    chosen = [b.path for b in backups.listed(paths.data / "kept")]
    book = Store.open(paths.book)
    turn = 0
    while True:
        turn += 1
        copy = chosen[turn % 2]
        later = now + timedelta(minutes=turn)
        prepared = restoring.prepare(book, copy, paths.backups, later).ref
        book.close()
        restoring.swap(prepared, paths.book)
        book = Store.open(paths.book)
        restoring.settle(prepared, paths.book, paths.backups)
        print(turn, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
