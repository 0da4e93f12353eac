"""Deeds with rows: the ledger, imports, products."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desk import Desk, all_or_none

from ksdesk.actions import deposit, imports, products
from ksdesk.actions.products import bulk, drafts, stock_case
from ksdesk.actions.promotion import cost_sheet, costs
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.products import Product
from ksdesk.domain.products.bulk import Edit
from ksdesk.domain.products.notes import StockCase

LINES = 300  # rows of an import


def lines_of(desk: Desk, n: int) -> int:
    return desk.count("deposit_entry", "note = ?", f"deed {n}")


def entered(account: str, n: int) -> NewEntry:
    return NewEntry(account, date(2026, 11, 1), "paid_in", 100 + n, f"deed {n}")


def enter(desk: Desk, n: int) -> None:
    deposit.add(desk.book, [entered("own", n), entered("promotion", n)], desk.now)


def reverse(desk: Desk, n: int) -> None:
    enter(desk, n)
    found = [e for e in desk.book.reader.deposit.entries("own") if e.note == f"deed {n}"]
    deposit.reverse(desk.book, [found[0].id], desk.now.date(), f"wrong {n}", desk.now)


def reversed_(desk: Desk, n: int) -> int:
    back = desk.count(
        "deposit_entry", "reverses_id IN (SELECT id FROM deposit_entry WHERE note = ?)", f"deed {n}"
    )
    made = all_or_none(lines_of(desk, n), 2)
    assert made or not back
    return made + back


# ---- imports


def campaign_of(n: int) -> str:
    """A plan's number; 0 would be none."""
    return f"5{n:05d}"


def traffic_text(n: int, rows: int = LINES) -> str:
    days = (
        f"2026-{1 + i // 28:02d}-{1 + i % 28:02d},{campaign_of(n)},{i + 1}" for i in range(rows)
    )
    return "\n".join(["日期,计划Id,花费", *days]) + "\n"


def import_traffic(desk: Desk, n: int) -> None:
    desk.bring(traffic_text(n), "traffic")


def traffic_rows(desk: Desk, n: int) -> int:
    return desk.count("traffic_row", "campaign = ?", campaign_of(n))


def traffic_there(desk: Desk, n: int) -> int:
    return all_or_none(traffic_rows(desk, n), LINES)


def import_and_undo(desk: Desk, n: int) -> None:
    imports.undo(desk.book, desk.bring(traffic_text(n), "traffic"), desk.now)


def undone(desk: Desk, n: int) -> int:
    """Nothing before and nothing after: only what is there by half would show."""
    traffic_there(desk, n)
    return 0


def orders_text(n: int) -> str:
    head = "订单号,订单创建时间,订单状态,商品名称,成交数量,实付款,买家ID\n"
    return head + "".join(
        f"7{n:05d}{i:04d},2026-11-{1 + i % 17:02d} 10:00:00,待发货,柿饼,1,{i + 1}.00,b{i}\n"
        for i in range(LINES)
    )


def import_orders(desk: Desk, n: int) -> None:
    desk.bring(orders_text(n), "orders")


def orders_there(desk: Desk, n: int) -> int:
    return all_or_none(desk.count("order_row", "order_no LIKE ?", f"7{n:05d}____"), LINES)


def import_movements(desk: Desk, n: int) -> None:
    text = "账务流水号,入账时间,账务方向,发生额,备注\n" + "".join(
        f"{n}-{i},2026-11-03 10:00:00,支,{i + 1}.00,x\n" for i in range(20)
    )
    lines = [
        NewEntry(
            "own", date(2026, 11, 3), "deducted", -100 * (i + 1), f"deed {n}", serial=f"{n}-{i}"
        )
        for i in range(20)
    ]
    desk.bring(text, "movements", tuple(lines))


def movements_there(desk: Desk, n: int) -> int:
    rows = desk.count("movement_row", "flow_no LIKE ?", f"{n}-%")
    assert rows == lines_of(desk, n), (rows, lines_of(desk, n))
    return all_or_none(rows, 20)


def import_products(desk: Desk, n: int) -> None:
    desk.bring(
        "商品名称,价格,库存\n" + "".join(f"柿饼{n}-{i},12.50,3\n" for i in range(60)), "products"
    )


def products_there(desk: Desk, n: int) -> int:
    return all_or_none(desk.count("product", "title LIKE ?", f"柿饼{n}-%"), 60)


def draft_import(desk: Desk, n: int) -> None:
    desk.preview(traffic_text(n), "traffic")


def drafts_whole(desk: Desk, _n: int = 0) -> int:
    """What a start has not swept is a draft that can be gone on with, to the row."""
    for draft in imports.drafts(desk.paths.staging):
        seen = imports.resume(desk.book, draft.path, now=desk.now)
        assert seen.counts.total == draft.rows > 0
        imports.drop(seen)
    return 0


def titled(desk: Desk, title: str) -> int:
    return desk.one("SELECT max(id) FROM product WHERE title = ?", title)


def edit(desk: Desk, n: int) -> None:
    number = products.save(desk.book, Product(title=f"苹果{n}", stock=n), desk.now).ref
    standing = desk.book.reader.products.one(number)
    products.save(desk.book, replace(standing, title=f"红苹果{n}", stock=n + 1), desk.now)


def edited(desk: Desk, n: int) -> int:
    before = desk.count("product", "title = ? AND stock = ?", f"苹果{n}", n)
    after = desk.count("product", "title = ? AND stock = ?", f"红苹果{n}", n + 1)
    assert before + after == desk.count("product", "title IN (?, ?)", f"苹果{n}", f"红苹果{n}")
    return before + 2 * after


def edit_many(desk: Desk, n: int) -> None:
    import_products(desk, n)
    before = [p for p in desk.book.reader.products.all() if p.title.startswith(f"柿饼{n}-")]
    edits = [Edit(one, replace(one, stock=99)) for one in before]
    bulk.apply(desk.book, edits, desk.now)


def edited_many(desk: Desk, n: int) -> int:
    made = products_there(desk, n)
    return made + all_or_none(
        desk.count("product", "title LIKE ? AND stock = 99", f"柿饼{n}-%"), 60
    )


def draft_product(desk: Desk, n: int) -> None:
    drafts.keep(desk.paths.staging, Product(title=f"草稿{n}"))


def product_draft(desk: Desk, n: int) -> int:
    kept = drafts.kept(desk.paths.staging, Product())
    assert kept is None or kept.title.startswith("草稿"), kept
    assert kept is not None or not (desk.paths.staging / drafts.FILE).exists()
    return int(kept is not None and kept.title == f"草稿{n}")


def cost(desk: Desk, n: int) -> None:
    product = Product(title=f"核桃{n}")
    cost_sheet.save_product(desk.book, product, [("", 100 + n, date(2026, 11, 1))], desk.now)
    costs.work_out(desk.book)


def cost_there(desk: Desk, n: int) -> int:
    number = titled(desk, f"核桃{n}")
    noted = desk.count("unit_cost", "product = ? AND cost = ?", number, 100 + n)
    assert bool(number) == bool(noted), (number, noted)
    return int(bool(number))


def walk_stock_case(desk: Desk, n: int) -> None:
    number = products.save(desk.book, Product(title=f"蜂蜜{n}", stock=0), desk.now).ref
    goods = desk.book.reader.products.one(number)
    case = stock_case.open_case(desk.book, goods, f"case {n}", 1, desk.now).ref
    for event in ("told", "agreed", "fetched", "checked"):
        stock_case.step(desk.book, case, event, desk.now, event)
    stock_case.close(desk.book, case, "shipped", desk.now)


def stock_case_steps(desk: Desk, n: int) -> int:
    made = int(bool(titled(desk, f"蜂蜜{n}")))
    for case in desk.book.reader.notes.all(StockCase):
        if case.order_no == f"case {n}":
            told = [line for line in case.note.split("\n") if line]
            assert told == ["told", "agreed", "fetched", "checked"][: len(told)]
            return made + 1 + len(told) + bool(case.outcome)
    return made
