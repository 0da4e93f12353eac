"""Every page opens over a book in which a cell of each table and column is damaged."""

from __future__ import annotations

import shutil

import pytest

from ksdesk.storage import Store
from ksdesk.ui.shell.window import MainWindow

pytestmark = pytest.mark.slow

DAMAGED = frozenset(
    """levels details quality options extra marks columns items steps fans day at until written_at
    changed_at made_at started_at updated_at done_at opened_at valid_to value taken_at about fields
    marked_at was became turns said checked promised closed_at expires_at""".split()
)
PAGES = (
    "today",
    "opening",
    "deposit",
    "products",
    "traffic",
    "promotion",
    "orders",
    "aftersales",
    "month",
    "guide",
    "settings",
)


def damage(store: Store, place: int) -> int:
    """Spoil one row's cell in every column that holds JSON, a day or a moment."""
    done = 0
    with store.session.writing():
        run = store.session.db.execute_sql
        run("DROP TRIGGER deposit_entry_keeps")
        tables = run("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'fact'")
        for (table,) in tables.fetchall():
            for _n, name, shape, *_rest in run(f"PRAGMA table_info({table})").fetchall():
                if shape != "TEXT" or name not in DAMAGED:
                    continue
                rows = run(f"SELECT rowid FROM {table} WHERE {name} IS NOT NULL").fetchall()
                if rows:
                    number = rows[place % len(rows)][0]
                    run(f"UPDATE {table} SET {name} = '{{x' WHERE rowid = ?", (number,))
                    done += 1
    return done


@pytest.mark.parametrize("place", [0, 7])
def test_every_page_opens(ctx, paths, qtbot, sample_file, place):
    ctx.book.close()
    paths.book.unlink()
    shutil.copy(sample_file, paths.book)
    ctx.book = Store.open(paths.book)
    ctx.jobs.connection = ctx.book.connection
    assert damage(ctx.book, place) > 15
    ctx.settings.set(welcomed=True)
    broken: list[BaseException] = []
    ctx.jobs.failed.connect(broken.append)
    window = MainWindow(ctx)
    qtbot.addWidget(window)
    window.show()
    for topic in PAGES:
        window.navigate(topic, None)
        assert broken == [], topic
    assert ctx.reader.damaged > 5
    ctx.book.close()
