"""Ctrl+K over a full book: a keystroke to shown result, p95 of what is typed.

As many orders as KSDESK_BENCH_ORDERS says (50,000 unless told). With 100,000 products one scan of
their texts is most of the time.
"""

from __future__ import annotations

import os
import random
import time
from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtWidgets import QWidget

from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.traffic import to_seconds
from ksdesk.ui.search.palette import Palette

pytestmark = [pytest.mark.bench, pytest.mark.timeout(600)]

PRODUCTS = (10_000, 100_000)
WORST = 50  # milliseconds (p95)
ORDERS = int(os.environ.get("KSDESK_BENCH_ORDERS", "50000"))
LINES = 2_000
NAMES = ("富平吊柿饼 礼盒", "洛川红富士 85mm", "秦岭土蜂蜜 500g", "纸皮核桃 2kg", "米脂黄小米")
PINYIN = ("fupingdiaoshibing fpdsb", "luochuan lc", "qinling ql", "zhipi zp", "mizhi mz")
TYPED = ("柿饼", "2331000000", "蜂蜜 48", "bzj", "236.00", "保证金怎么退", "0042", "zzz", "没有的")


def orders(chance: random.Random) -> Iterator[tuple[object, ...]]:
    first = to_seconds(datetime(2024, 1, 1))
    for n in range(ORDERS):
        when = first + 60 * n
        number = f"2331{when}{n % 1000:03d}"
        parcel = f"SF{chance.randrange(10**12):012d}"
        yield f"{when:012d}|{number}", when, number, NAMES[n % 5], "已发货", parcel, 5990


def goods(count: int) -> Iterator[tuple[object, ...]]:
    for n in range(count):
        title, code, day = f"{NAMES[n % 5]} {n}", f"sku-{n:06d}", "2026-01-01"
        yield "own", title, "listed", 4800, code, day, day, f"{title}\n{code}\n{PINYIN[n % 5]}"


def fill(book, count: int, now: datetime) -> None:
    chance = random.Random(7)
    with book.reader.session.writing():
        db = book.reader.session.db.connection()
        db.executemany(
            """INSERT INTO order_row (key, time, order_no, product_name, status, tracking_no, paid)
            VALUES (?, ?, ?, ?, ?, ?, ?)""",
            orders(chance),
        )
        names = "way, title, state, price, code, made_at, changed_at, found_by"
        other = "category, selling_point, link, note, short_title, platform, item_id, same_as"
        empty = ", ".join("''" for _ in other.split(","))
        db.executemany(
            f"""INSERT INTO product ({names}, {other}, levels, details, quality)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, {empty}, '[]', '{{}}', '{{}}')""",
            goods(count),
        )
    first = date(2024, 1, 1)
    lines = (
        NewEntry(
            "own", first + timedelta(n // 3), "deduction", -chance.randrange(1, 90_000), f"{n} 单"
        )
        for n in range(LINES)
    )
    book.deposit.add(lines, now)


@pytest.mark.parametrize("count", PRODUCTS)
def test_a_keystroke_is_answered_at_once(ctx, book, qtbot, now, measured, count):
    fill(book, count, now)
    below = QWidget()
    qtbot.addWidget(below)
    below.resize(1280, 800)
    below.show()
    palette = Palette(ctx, below)
    palette.open()
    wall: list[float] = []
    busy: list[float] = []
    with book.connection():
        for text in TYPED * 3:
            for end in range(1, len(text) + 1):
                start, worked = time.perf_counter(), time.thread_time()
                palette.field.setText(text[:end])
                palette.panel.grab()  # shown means painted
                wall.append((time.perf_counter() - start) * 1000)
                busy.append((time.thread_time() - worked) * 1000)
    what = f"Ctrl+K over {count:,} products and {ORDERS:,} orders, a key to painted"
    for name, taken, most in (("by the clock", wall, None), ("processor", busy, WORST)):
        taken.sort()
        measured(f"{what}, p95, {name}", taken[int(len(taken) * 0.95)], most=most)
