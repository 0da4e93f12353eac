"""5,000 cases of two months, 600 of them open, every second one with notes.

The open list (which 今日 reads as well) and a step are held against one reading of all rows of the
kind with one SQL statement, in the same process, best of several.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from ksdesk.actions import aftersales, imports
from ksdesk.actions.aftersales.looking import closed_cases, open_cases, ranked
from ksdesk.domain.aftersales.files import CaseFile
from ksdesk.domain.imports import Source
from ksdesk.domain.rulebook import RuleBook

pytestmark = [pytest.mark.bench, pytest.mark.timeout(600)]

CASES = 5_000
HEAD = "售后单号,订单编号,商品名称,退款金额,售后状态,售后类型,售后原因,申请时间,退款超时时间\n"
STATES = ("待商家处理", "待商家处理", "待买家退货", *["售后成功"] * 15, *["售后关闭"] * 7)


def fill(book, now: datetime) -> None:
    chance = random.Random(5)
    lines = []
    for n in range(CASES):
        at = now - timedelta(minutes=chance.randrange(60 * 24 * 60))
        kind, reason = chance.choice(("仅退款", "退货退款")), chance.choice(("坏果", "发货慢"))
        ends = at + timedelta(hours=48) if n % 3 == 0 else ""
        lines.append(
            f"{10_000 + n},{20_000 + n},商品{n % 97},{chance.randrange(10, 90)},"
            f"{chance.choice(STATES)},{kind},{reason},{at},{ends}\n"
        )
    preview = imports.preview(book, Source("售后.csv", text=HEAD + "".join(lines)), now=now)
    imports.commit(book, preview, now=now)
    said = tuple((now.isoformat(), "seller", "说了一句话", step) for step in ("calm", "check"))
    with book.transaction():
        for n in range(0, CASES, 2):
            done = "售后" in lines[n].split(",")[4] and n % 3
            outcome = {"outcome": "refunded", "cost": 1, "closed_at": now} if done else {}
            file = CaseFile(str(20_000 + n), str(10_000 + n), said=said, **outcome)
            book.notes.put(file, now)


def best(work: Callable[[], object], times: int = 5) -> float:
    """Seconds of the quickest run."""
    took = []
    for _run in range(times):
        start = time.perf_counter()
        work()
        took.append(time.perf_counter() - start)
    return min(took)


def test_the_list_of_five_thousand_cases(book, now, measured):
    fill(book, now)
    rules = RuleBook.load()
    open_ones = open_cases(book.reader, rules)
    assert 400 < len(open_ones) < 900

    def all_rows() -> object:
        return book.session.db.execute_sql("SELECT * FROM aftersales_row").fetchall()

    bare = best(all_rows)
    opened = best(lambda: open_cases(book.reader, rules))
    closed = best(lambda: closed_cases(book.reader, rules))
    counted = best(lambda: ranked(book.reader, now))
    file = open_ones[0].case.file
    step = best(lambda: aftersales.step(book, file, "buyer", "好", "", {}, now))
    cases = f"{CASES:,} cases"
    measured(f"{cases}: the open ones, to reading all rows bare", opened / bare, "×", most=20)
    measured(f"{cases}: the open ones", opened * 1000)
    measured(f"{cases}: the closed ones", closed * 1000)
    measured(f"{cases}: reasons ranked", counted * 1000)
    measured(f"{cases}: a step, to the open ones", step / opened, "×", most=2)
