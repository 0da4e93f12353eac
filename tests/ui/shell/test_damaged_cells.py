"""Every page opens over a book in which a cell of each table and column is damaged."""

from __future__ import annotations

import shutil

import pytest

from ksdesk.actions import products
from ksdesk.domain.products import Product
from ksdesk.storage import Store
from ksdesk.ui.shell.pages import PAGES as SPECS
from ksdesk.ui.shell.window import MainWindow

pytestmark = pytest.mark.slow

NAMES = frozenset(("key", "id", "name"))
"""By these things are found; whatever else is text may hold anything."""
OTHER = (
    "{x",
    "2026-13-45",
    "",
    "null",
    "[1, 2]",
    '{"a": 1}',
    "[" * 3000,
    "9999-12-31",
    "0000-00-00",
    "2026-11-18T10:00:00+08:00",
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
    "reviews",
    "month",
    "guide",
    "settings",
)


def damage(store: Store, place: int, other: str) -> int:
    """Put something else into one row's cell of every column of text."""
    done = 0
    with store.session.writing():
        run = store.session.db.execute_sql
        run("DROP TRIGGER deposit_entry_keeps")
        tables = run(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%id INTEGER%'"
            " AND sql NOT LIKE '%WITHOUT ROWID%'"
        )
        for (table,) in tables.fetchall():
            for _n, name, shape, *_rest in run(f"PRAGMA table_info({table})").fetchall():
                if shape != "TEXT" or name in NAMES:
                    continue
                rows = run(f"SELECT rowid FROM {table} WHERE {name} IS NOT NULL").fetchall()
                if rows:
                    number = rows[place % len(rows)][0]
                    run(f"UPDATE {table} SET {name} = ? WHERE rowid = ?", (other, number))
                    done += 1
    return done


@pytest.mark.parametrize(("place", "other"), [*enumerate(OTHER)])
def test_every_page_opens(ctx, paths, qtbot, sample_file, place, other):
    ctx.book.close()
    paths.book.unlink()
    shutil.copy(sample_file, paths.book)
    ctx.book = Store.open(paths.book)
    ctx.jobs.connection = ctx.book.connection
    assert damage(ctx.book, place, other) > 150
    ctx.settings.set(welcomed=True)
    broken: list[BaseException] = []
    ctx.jobs.failed.connect(broken.append)
    window = MainWindow(ctx)
    qtbot.addWidget(window)
    window.show()
    for topic in PAGES:
        window.navigate(topic, None)
        assert broken == [], topic
        assert getattr(window.pages[topic], "trouble", None) is None, topic
    assert ctx.reader.damaged > 5
    ctx.book.close()


def test_a_page_whose_text_is_damaged_opens_all_the_same(ctx, qtbot):
    ctx.settings.set(welcomed=True)
    products.save(ctx.book, Product(title="柿饼"), ctx.clock())
    with ctx.book.session.writing():
        ctx.book.session.db.execute_sql("UPDATE product SET selling_point = CAST(x'ff' AS TEXT)")
    page = SPECS["products"].load()(ctx)
    qtbot.addWidget(page)
    page.show()
    assert page.trouble is None
    assert ctx.reader.products.all()[0].selling_point == "\ufffd"
    ctx.book.close()
