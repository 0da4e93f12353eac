"""Whatever was done in whatever order: undo all is the book at the start, redo all is the end."""

from __future__ import annotations

import itertools
import json
import tempfile
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ksdesk.actions import deposit, doubles, imports, notes, products
from ksdesk.domain.changes import Changes
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.deposit.notes import AccountState, SalesTier
from ksdesk.domain.imports import Source
from ksdesk.domain.products import Product
from ksdesk.domain.traffic.notes import Annotation
from ksdesk.storage import Store
from ksdesk.storage.targets import TARGETS

pytestmark = pytest.mark.slow

NOW = datetime(2026, 11, 18, 10, 20)
MOVEMENTS = "账务流水号,入账时间,账务方向,发生额,备注\n{n},2026-11-{day:02d} 10:00:00,支,{n}0,x\n"
ORDERS = "订单号,订单创建时间,订单状态,实付款\n{n},2026-11-{day:02d} 10:00:00,{state},{n}\n"
TRAFFIC = "日期,计划Id,花费\n2026-11-{day:02d},1,{n}\n"
TABLE = "主播,场次\n小王{n},{day}\n"
PRODUCTS = "商品名称,价格,库存\n柿饼{n},{day},3\n"


def bring(book: Store, kind: str, text: str, entries: list[NewEntry] | None = None) -> Changes:
    seen = imports.preview(book, Source("表", text=text), kind=kind, title="表", now=NOW)
    return imports.commit(book, seen, entries=entries or (), now=NOW)


def standing(book: Store) -> list[Any]:
    ledger = book.reader.deposit
    lines = [e for account in ledger.accounts() for e in ledger.entries(account)]
    return [e for e in lines if e.reversed_by is None and e.reverses is None]


def reverse(book: Store, n: int, day: int) -> Changes | None:
    lines = standing(book)
    if not lines:
        return None
    chosen = lines[n % len(lines)]
    on = max(chosen.day, date(2026, 11, 1) + timedelta(days=day))
    return deposit.reverse(book, [chosen.id], on, "错了", NOW)


def move(book: Store, n: int, day: int) -> Changes:
    line = NewEntry("own", date(2026, 11, day), "deducted", -1000 * n, serial=str(n))
    return bring(book, "movements", MOVEMENTS.format(n=n, day=day), [line])


def edit(book: Store, n: int, day: int) -> Changes | None:
    found = book.reader.products.all()
    if not found:
        return None
    product = found[n % len(found)]
    return products.save(book, replace(product, title=f"苹果{n}", stock=day), NOW)


def bin_one(book: Store, n: int, day: int) -> Changes | None:
    found = book.reader.products.all()
    return products.bin_(book, [found[n % len(found)].id], NOW) if found else None


def drop_note(book: Store, n: int, day: int) -> Changes | None:
    found = book.reader.notes.all(Annotation)
    return notes.drop(book, found[n % len(found)], NOW) if found else None


def order(book: Store, n: int, day: int) -> Changes:
    state = "已发货" if day % 2 else "完成"
    return bring(book, "orders", ORDERS.format(n=n, day=day, state=state))


def pay_in(book: Store, n: int, day: int) -> Changes:
    return deposit.add(book, [NewEntry("own", date(2026, 11, day), "paid_in", 5000 * n)], NOW)


def note(book: Store, n: int, day: int) -> Changes:
    seen = Annotation(at=datetime(2026, 11, day), kind="live", note=str(n))
    return notes.keep(book, seen, NOW)


def freeze(book: Store, n: int, day: int) -> Changes:
    return notes.keep(book, AccountState("own", date(2026, 11, day), frozen=bool(n % 2)), NOW)


ACTIONS: list[Callable[[Store, int, int], Changes | None]] = [
    pay_in,
    reverse,
    reverse,
    move,
    order,
    lambda b, n, d: bring(b, "traffic", TRAFFIC.format(n=n, day=d)),
    lambda b, n, d: bring(b, "any", TABLE.format(n=n, day=d)),
    lambda b, n, d: bring(b, "products", PRODUCTS.format(n=n, day=d)),
    lambda b, n, d: products.save(b, Product(title=f"柿饼{n}", stock=d), NOW),
    edit,
    bin_one,
    note,
    freeze,
    lambda b, n, d: notes.keep(b, SalesTier(100 * n, 10 * d), NOW),
    drop_note,
    lambda b, n, d: doubles.merge(b, "合并", NOW),
]


def state(book: Store) -> dict[str, Any]:
    """What a seller sees of a book, without the numbers of rows and the moments of writing."""
    ledger = book.reader.deposit
    found: dict[str, Any] = {
        account: {
            str(day): fen for day, fen in ledger.days(account, date(2027, 1, 1)).items() if fen
        }
        for account in ledger.accounts()
    }
    found = {account: days for account, days in found.items() if days}
    shown = ("title", "price", "stock", "state", "code")
    found["products"] = sorted(
        tuple(str(getattr(p, name)) for name in shown) for p in book.reader.products.all()
    )
    for kind in (Annotation, AccountState, SalesTier):
        names = [f.name for f in fields(kind) if f.name not in ("id", "written_at")]
        rows = [[str(getattr(one, name)) for name in names] for one in book.reader.notes.all(kind)]
        found[kind.__name__] = sorted(rows)
    with book.session.reading():
        for target in TARGETS.values():
            names = ", ".join(("key", *target.columns))
            rows = book.session.db.execute_sql(f"SELECT {names} FROM {target.table} ORDER BY key")
            found[target.table] = rows.fetchall()
            count = book.session.db.execute_sql(f"SELECT count(*) FROM {target.before}")
            found[target.before] = count.fetchone()
        sql = "SELECT kind, name, new, revised, same FROM batch WHERE state = 'done'"
        found["imports"] = sorted(book.session.db.execute_sql(sql).fetchall())
    return json.loads(json.dumps(found, default=str))


def take_back(book: Store, steps: list[Changes]) -> list[Changes]:
    """Undo, or undo of undo, the last one first."""
    back = []
    for step in reversed(steps):
        assert step.undo is not None
        back.append(step.undo(book))
    return back


PICKS = st.lists(
    st.tuples(st.integers(0, len(ACTIONS) - 1), st.integers(1, 5), st.integers(1, 9)),
    min_size=1,
    max_size=12,
)


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(PICKS)
def test_undo_all_is_the_start_and_redo_all_is_the_end(picks):
    with tempfile.TemporaryDirectory() as folder:
        book = Store.open(Path(folder) / "shop.ksdesk")
        try:
            start = state(book)
            made = (ACTIONS[which](book, n, day) for which, n, day in picks)
            steps = [changes for changes in made if changes and changes.undo is not None]
            end = state(book)
            for _round in range(2):
                back = take_back(book, steps)
                assert state(book) == start
                steps = take_back(book, back)
                assert state(book) == end
        finally:
            book.close()


def test_a_line_that_was_reversed_and_brought_back_goes_with_its_import(book, now):
    """−50.00 stayed: the line that an undo had written anew belonged to no import."""
    moved = move(book, 5, 3)
    line = standing(book)[0]
    reversed_ = deposit.reverse(book, [line.id], date(2026, 11, 9), "错了", now)
    reversed_.undo(book)
    assert book.reader.deposit.balances() == {"own": -5000}
    imports.undo(book, moved.ref, now)
    assert book.reader.deposit.balances() == {"own": 0}
    assert not any(book.reader.deposit.days("own", date(2027, 1, 1)).values())


@pytest.mark.parametrize("rounds", [1, 3])
def test_it_goes_and_comes_again_as_often_as_one_likes(book, now, rounds):
    steps = [move(book, 5, 3)]
    steps.append(deposit.reverse(book, [standing(book)[0].id], date(2026, 11, 9), "错了", now))
    for _ in itertools.repeat(None, rounds):
        steps = take_back(book, take_back(book, steps))
    assert book.reader.deposit.balances() == {"own": 0}
    steps[-1].undo(book)
    assert book.reader.deposit.balances() == {"own": -5000}
