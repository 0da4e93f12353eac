"""Whatever was done in whatever order: profit worked out step by step is that of the whole book."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

import pytest

from ksdesk.actions import imports, notes, products
from ksdesk.actions.promotion import costs
from ksdesk.domain.changes import Changes
from ksdesk.domain.imports import Source
from ksdesk.domain.imports.preview import BuiltUpon
from ksdesk.domain.products import Product, Sku
from ksdesk.domain.promotion.costs import CostShare, ParcelCost, UnitCost
from ksdesk.storage import Store
from ksdesk.storage.migrations import PROFIT_ANEW

pytestmark = pytest.mark.slow

NOW = datetime(2026, 11, 18, 10, 20)
NAMES = {"77": "柿饼", "88": "红枣", "99": "核桃"}
KINDS = (UnitCost, ParcelCost, CostShare)


def some_day(random: Random) -> date:
    return date(2026, 9, 1) + timedelta(days=random.randrange(75))


def number(random: Random) -> str:
    return f"a{random.randrange(12)}"


def fen(random: Random, most: int = 90_00) -> str:
    return f"{random.randrange(1, most) / 100:.2f}"


def bring(book: Store, kind: str, header: str, rows: list[str]) -> Changes:
    text = "\n".join([header, *rows]) + "\n"
    seen = imports.preview(book, Source("表.csv", text=text), kind=kind, now=NOW)
    return imports.commit(book, seen, now=NOW)


def orders(book: Store, random: Random) -> Changes:
    rows = {}
    for _ in range(random.randint(1, 6)):
        order, item = number(random), random.choice([*NAMES])
        at = date(2026, 9, 1) + timedelta(days=5 * int(order[1:]))
        state = random.choice(("已发货", "已完成", "交易关闭", "待付款", "待发货"))
        after = random.choice(("", "", "退款成功", "部分退款"))
        named = f"{NAMES[item]},{item},{random.choice(('', 'K1', 'K2'))}"
        sent = f"SF{random.randrange(9)},{random.choice(('新疆', '浙江'))}"
        rows[order, item] = f"{order},{at} 12:00:00,{state},{fen(random)},2,{named},{sent},{after}"
    header = (
        "订单号,订单创建时间,订单状态,实付款,成交数量,商品名称,商品ID,SKU编码,快递单号,收货省份"
    )
    return bring(book, "orders", f"{header},售后状态", [*rows.values()])


def settled(book: Store, random: Random) -> Changes:
    rows = {}
    for _ in range(random.randint(1, 3)):
        order, item, back = number(random), random.choice([*NAMES]), random.choice(("0", "1.5"))
        amounts = f"{fen(random)},{back},{fen(random, 99)}"
        rows[order] = f"{order},{some_day(random)} 03:00:00,{amounts},{item},{NAMES[item]}"
    header = "订单号,结算时间,用户实付,退款金额,技术服务费,商品ID,商品名称"
    return bring(book, "settlements", header, [*rows.values()])


def cases(book: Store, random: Random) -> Changes:
    on, kind = some_day(random), random.choice(("退货退款", "仅退款"))
    told = f"{kind},退款成功,{random.choice(('', fen(random)))},{random.choice([*NAMES])}"
    row = f"s{random.randrange(9)},{number(random)},{on} 09:00:00,{told},{on} 10:00:00"
    header = "售后单号,订单号,申请时间,售后类型,售后状态,退款金额,商品ID,完结时间"
    return bring(book, "aftersales", header, [row])


def charges(book: Store, random: Random) -> Changes:
    of = random.choice(("", number(random)))
    row = f"m{random.randrange(9)},{some_day(random)} 12:00:00,支,{fen(random)},违规扣款,{of}"
    header = "账务流水号,入账时间,账务方向,发生额,业务类型,关联单号"
    return bring(book, "movements", header, [row])


def product(book: Store, random: Random) -> Changes:
    there = book.reader.products.all()
    one = random.choice([*there, Product(title=random.choice([*NAMES.values()]))])
    named = {
        "item_id": random.choice(("", *NAMES)),
        "code": random.choice(("", "K1", "K2")),
        "skus": random.choice(((), (Sku(("红",), "K1"), Sku(("白",), "K2")))),
        "category": random.choice(("", "食品")),
        "state": random.choice(("draft", "listed")),
    }
    return products.save(book, replace(one, **named), NOW)


def binned(book: Store, random: Random) -> Changes | None:
    there, gone = book.reader.products.all(), book.reader.products.binned()
    if gone and random.random() < 0.5:
        take_out = random.choice((products.remove, lambda b, n: products.restore(b, n, NOW)))
        return take_out(book, [random.choice(gone).id])
    return products.bin_(book, [random.choice(there).id], NOW) if there else None


def cost(book: Store, random: Random) -> Changes:
    of = random.choice([one.id for one in book.reader.products.all()] or [1])
    amount, since = random.randrange(20_00), some_day(random)
    part, kind = random.choice(("shipping", "return")), random.choice(("platform_fee", "returned"))
    new = (
        UnitCost(of, random.choice(("", "红")), amount, since),
        ParcelCost("packaging", amount, since),
        ParcelCost(part, amount, since, random.choice((None, of)), random.choice(((), ("新疆",)))),
        CostShare(kind, random.choice((0.05, 0.5)), since, random.choice(("", "食品"))),
    )
    noted = [replace(one, since=since) for kind in KINDS for one in book.reader.notes.all(kind)]
    return notes.keep(book, random.choice((*new, *noted)), NOW)


def no_cost(book: Store, random: Random) -> Changes | None:
    noted = [one for kind in KINDS for one in book.reader.notes.all(kind)]
    return notes.drop(book, random.choice(noted), NOW) if noted else None


DEEDS: tuple[Callable[[Store, Random], Changes | None], ...] = (
    *(orders, orders, settled, cases, charges),
    *(product, product, binned, cost, cost, no_cost),
)


def worked_out(book: Store) -> list[tuple[Any, ...]]:
    costs.work_out(book)
    found = book.session.db.execute_sql("SELECT * FROM profit_row").fetchall()
    return sorted(found, key=repr)


@pytest.mark.parametrize("seed", range(8))
def test_profit_follows_all_that_is_done_and_taken_back(book, seed):
    random, undos, done = Random(seed), [], []
    for _ in range(40):
        if undos and random.random() < 0.25:
            done.append("undo")
            try:
                made = undos.pop()(book)
            except BuiltUpon:  # a later import stands on it
                continue
        else:
            deed = random.choice(DEEDS)
            done.append(deed.__name__)
            made = deed(book, random)
        if made is not None and made.undo is not None:
            undos.append(made.undo)
        if random.random() < 0.5:
            step_by_step = worked_out(book)
            with book.session.writing():
                book.session.db.execute_sql(PROFIT_ANEW)
            assert step_by_step == worked_out(book), done
    assert worked_out(book)
