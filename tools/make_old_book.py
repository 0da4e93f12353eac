"""Make tests/old_books/vN.sql: the book of the version before, brought to the newest by its step.

Run by `make oldbook` after a step was added to `ksdesk/storage/migrations.py`. What a step makes
room for is then written into the new file by hand, once; a later step is tried on it.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from ksdesk.storage import Store
from ksdesk.storage.migrations import NEWEST

BOOKS = Path(__file__).parents[1] / "tests" / "old_books"
HEAD = (
    "-- A book of version {new}, as step {new} made it of v{old}.sql; a step is tried on it and it"
    " is never edited.\n"
)


def made() -> str:
    """The newest version's book as SQL."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "old.ksdesk"
        with closing(sqlite3.connect(path)) as file:
            file.executescript((BOOKS / f"v{NEWEST - 1}.sql").read_text("utf-8"))
        Store.open(path).close()
        with closing(sqlite3.connect(path)) as file:
            lines = list(file.iterdump())
            for pragma in ("user_version", "application_id"):
                (number,) = file.execute(f"PRAGMA {pragma}").fetchone()
                lines.append(f"PRAGMA {pragma} = {number};")
    return HEAD.format(new=NEWEST, old=NEWEST - 1) + "\n".join(lines) + "\n"


if __name__ == "__main__":
    target = BOOKS / f"v{NEWEST}.sql"
    if target.exists():
        sys.exit(f"{target.name} is there already: no step was added since")
    target.write_text(made(), "utf-8", newline="\n")
    print(target)
