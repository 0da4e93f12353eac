"""The list of orders out of the rows of files: where an order stands and what its money did."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from ksdesk.actions import deposit, imports, notes
from ksdesk.actions.promotion import costs
from ksdesk.domain.aftersales.files import CaseFile
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.imports import Source
from ksdesk.domain.orders.list import MoneyLine, OnItsWay, OrderQuery
from ksdesk.domain.products.notes import StockCase
from ksdesk.domain.traffic import to_seconds
from ksdesk.storage.orders.index import OrderIndexReader

TITLES = (
    *("订单号", "订单创建时间", "订单支付时间", "订单状态", "商品名称", "商品规格", "SKU编码"),
    *("成交数量", "实付款", "售后状态", "发货时间", "快递公司", "快递单号", "赠品订单号"),
)
SETTLED = "订单号,实际结算时间,实际结算金额,订单退款,合计支出,结算规则\n"
CASES = (
    "序号,售后单号,订单编号,商品名称,商品ID,售后类型,售后原因,退款金额(元),售后状态,"
    "申请时间,退款超时时间\n"
)


@pytest.fixture
def orders(book, now):
    """Takes lines of orders, settlements or cases into the book and answers its list."""

    def take(*rows: dict[str, str], settled: str = "", cases: str = ""):
        lines = [",".join(TITLES), *(",".join(row.get(t, "") for t in TITLES) for row in rows)]
        for name, text in {
            "订单.csv": "\n".join(lines) + "\n" if rows else "",
            "结算.csv": settled and SETTLED + settled,
            "售后.csv": cases and CASES + cases,
        }.items():
            if text:
                seen = imports.preview(book, Source(name, text=text), now=now)
                imports.commit(book, seen, now=now)
        return book.reader.order_list

    return take


def line(number: str, **cells: str) -> dict[str, str]:
    row = {"订单号": number, "订单创建时间": "2026-11-17 09:00", "订单状态": "待发货"}
    return row | {"商品名称": "柿饼", "实付款": "50.00"} | cells


def case(
    number: str, refund: str, state: str, at: str = "2026-11-17 12:00", of: str = "柿饼"
) -> str:
    return f"1,9{number},{number},{of},,仅退款,破损,{refund},{state},{at},2026-11-20 12:00\n"


def completed(reader):
    index = OrderIndexReader(reader.session)
    return index.completed(index.listed())


def found(reader, show: str, *words: str) -> list[str]:
    ids = completed(reader).find(OrderQuery(words, show)).ids
    return [order.order_no for order in reader.rows(ids)]


def test_lines_of_an_order_are_one_and_its_newest_stands_first(orders):
    reader = orders(
        line("A1", 商品规格="红"),
        line("A1", 商品规格="蓝", 实付款="30.00", 订单状态="已发货"),
        line("B2", 订单创建时间="2026-11-18 09:00"),
    )
    assert found(reader, "all") == ["B2", "A1"]
    order = reader.one("A1")
    assert (order.paid, order.state, order.pieces) == (80_00, "part", 2)
    assert [one.spec for one in order.lines] == ["红", "蓝"]
    assert reader.one("C3") is reader.whole("C3") is None


def test_rows_come_in_the_order_asked_for_and_a_gone_one_is_bare(orders):
    reader = orders(line("A1"), line("B2"))
    first, second = (reader.one(number).id for number in ("A1", "B2"))
    shown = reader.rows([second, 999, first, second])
    assert [order.order_no for order in shown] == ["B2", "", "A1", "B2"]
    assert (shown[1].id, shown[1].state) == (999, "unknown")
    assert reader.rows([]) == []


def test_what_was_settled_back_counts_or_what_cases_gave_back_later(orders, book):
    """Never the sum of what two sources tell: the list had more than profit and month."""
    reader = orders(
        *map(line, ("A1", "B2", "C3", "D4", "E5", "F6")),
        settled="A1,2026-11-17 12:00,40,5,1,x\nA1,2026-11-18 12:00,1,3,1,x\n"
        "B2,2026-11-17 12:00,40,5,1,x\nE5,2026-11-17 12:00,40,0,1,x\n"
        "F6,2026-11-17 12:00,40,5,1,x\n",
        cases=case("B2", "20.00", "退款成功")
        + case("C3", "50.00", "退款成功")
        + case("D4", "50.00", "售后关闭")
        + case("A1", "1.00", "退款成功")
        + case("F6", "20.00", "退款成功", at="2026-11-18 12:00"),
    )
    back = {number: reader.one(number).refunded for number in ("A1", "B2", "C3", "D4", "E5", "F6")}
    assert back == {"A1": 8_00, "B2": 5_00, "C3": 50_00, "D4": 0, "E5": 0, "F6": 20_00}
    assert {n: reader.one(n).refund for n in ("A1", "C3", "D4")} == {
        "A1": "part",
        "C3": "whole",
        "D4": "",
    }
    assert sorted(found(reader, "refund")) == ["A1", "B2", "C3", "F6"]
    costs.work_out(book)
    (profit,) = book.reader.profit.by_product(date(2026, 11, 1), date(2026, 11, 30)).values()
    assert profit.refunded == sum(back.values())


@pytest.mark.parametrize(("paid", "due"), [("50", 25_00), ("110", 5_00), ("", 5_00)])
def test_a_case_of_goods_that_are_not_settled_counts_beside_the_settlement_of_the_others(
    orders, book, now, paid, due
):
    """As the profit counts it: it lay before the settlement, and was nothing."""
    reader = orders(
        *(line("A1"), line("A1", 商品名称="苹果", 实付款="60.00")),
        cases=case("A1", "20.00", "退款成功", of="苹果"),
    )
    text = (
        "订单号,实际结算时间,商品名称,订单实付(元),订单退款(元),实际结算金额(元)\n"
        f"A1,2026-11-17 18:00,柿饼,{paid},5,45\n"
    )
    seen = imports.preview(book, Source("结算.csv", text=text), now=now)
    imports.commit(book, seen, now=now)
    assert reader.one("A1").refunded == due
    costs.work_out(book)
    found = book.reader.profit.by_product(date(2026, 11, 1), date(2026, 11, 30)).values()
    assert sum(one.refunded for one in found) == due


@pytest.mark.parametrize(
    ("rows", "due"),
    [
        (["柿饼,50,5", "试吃,0,0"], 25_00),
        (["柿饼,50,5", "试吃,,0"], 25_00),
        (["试吃,0.00,0"], 20_00),
        (["试吃,,0"], 0),  # without an amount it may be of the whole order
    ],
)
def test_a_free_gift_that_is_settled_leaves_the_case_of_other_goods(orders, book, now, rows, due):
    """What went back of them before it was nothing, in the list and in the profit."""
    reader = orders(
        *(line("A1"), line("A1", 商品名称="苹果", 实付款="60.00")),
        line("A1", 商品名称="试吃", 实付款="0"),
        cases=case("A1", "20.00", "退款成功", of="苹果"),
    )
    text = "订单号,实际结算时间,商品名称,订单实付(元),订单退款(元),实际结算金额(元)\n"
    text += "".join(f"A1,2026-11-17 18:00,{row},0\n" for row in rows)
    seen = imports.preview(book, Source("结算.csv", text=text), now=now)
    imports.commit(book, seen, now=now)
    assert (reader.one("A1").refunded or 0) == due
    costs.work_out(book)
    found = book.reader.profit.by_product(date(2026, 11, 1), date(2026, 11, 30)).values()
    assert sum(one.refunded for one in found) == due


@pytest.mark.parametrize(
    ("rows", "refunded"),
    [
        ([("a", 17, 50, 5), ("a", 19, 50, 20)], 20_00),  # each tells the whole
        ([("a", 17, 50, 20), ("a", 19, 50, 20)], 20_00),
        ([("a", 17, 50, 20), ("a", 19, 50, 0)], 20_00),
        ([("a", 17, 50, 5), ("a", 19, "", 20)], 25_00),  # the later on top
        ([("a", 17, 50, 5), ("a", 17, 0, 6)], 11_00),
        ([("a", 17, 50, 5), ("b", 18, 30, 10), ("a", 19, 50, 20)], 30_00),
        ([("a", 17, 50, 5), ("b", 18, 30, 10), ("a", 19, 50, 20), ("b", 19, 30, 30)], 50_00),
        ([("a", 17, 50, 5), ("", 19, 50, 20)], 20_00),
    ],
)
@pytest.mark.parametrize("state", ["", "部分退款"])
def test_what_settlements_tell_anew_is_counted_once(orders, book, now, rows, refunded, state):
    reader = orders(
        line("A1", 商品名称="a", 售后状态=state), line("A1", 商品名称="b", 实付款="30.00")
    )
    head = "订单号,商品名称,实际结算时间,订单实付,订单退款,实际结算金额\n"
    text = head + "".join(
        f"A1,{item},2026-11-{day} 12:00,{paid},{back},1\n" for item, day, paid, back in rows
    )
    imports.commit(book, imports.preview(book, Source("结算.csv", text=text)), now=now)
    costs.work_out(book)
    sums = book.reader.profit.by_product(date(2026, 11, 1), date(2026, 11, 30)).values()
    assert reader.one("A1").refunded == refunded == sum(one.refunded for one in sums)
    assert reader.one("A1").refund == "part"
    assert found(reader, "refund") == ["A1"]


def test_a_line_that_the_file_calls_refunded_is_what_went_back(orders, book):
    """The list knew no amount of what profit and month counted."""
    reader = orders(
        line("A1", 商品名称="a", 售后状态="退款成功"), line("A1", 商品名称="b", 实付款="30.00")
    )
    costs.work_out(book)
    sums = book.reader.profit.by_product(date(2026, 11, 1), date(2026, 11, 30)).values()
    order = reader.one("A1")
    assert (order.refunded, order.refund) == (50_00, "part")
    assert sum(one.refunded for one in sums) == 50_00


@pytest.mark.parametrize(
    ("outcome", "refund", "refunded"),
    [("refunded", 50_00, 50_00), ("partly", 20_00, 20_00), ("kept", 20_00, 0)],
)
def test_a_case_by_hand_gives_back_as_in_profit(orders, book, now, outcome, refund, refunded):
    reader = orders(line("A1"))
    assert found(reader, "to_ship") == ["A1"]
    file = CaseFile("A1", refund=refund, outcome=outcome, closed_at=now)
    notes.keep(book, file, now)
    costs.work_out(book)
    (profit,) = book.reader.profit.by_product(date(2026, 11, 1), date(2026, 11, 30)).values()
    assert reader.one("A1").refunded == refunded == profit.refunded
    index = book.reader.order_index
    shown = index.completed(index.listed()).find(OrderQuery((), "refund")).ids
    assert bool(shown) == bool(refunded)
    assert found(reader, "to_ship") == ([] if refunded == 50_00 else ["A1"])


def test_two_cases_that_end_the_other_way_round_are_seen(orders, book, now):
    reader, index = orders(*map(line, ("A1", "A2", "A3", "A4"))), book.reader.order_index

    def end(**outcomes: str) -> list[str]:
        noted = {file.order_no: file.id for file in book.reader.notes.all(CaseFile)}
        for order, outcome in outcomes.items():
            file = CaseFile(order, refund=50_00, outcome=outcome, closed_at=now)
            notes.keep(book, replace(file, id=noted.get(order, 0)), now)
        shown = index.completed(index.listed()).find(OrderQuery((), "refund")).ids
        return [row.order_no for row in reader.rows(shown)]

    assert end(A3="refunded", A4="kept", A1="refunded", A2="kept") == ["A3", "A1"]
    assert end(A1="kept", A2="refunded") == ["A3", "A2"]


@pytest.mark.parametrize(
    ("state", "refunded"),
    [("已退款", 20_00), ("退款执行中", 20_00), ("50", 20_00), ("60", 20_00), ("售后成功", 20_00)]
    + [(state, 0) for state in ("换货成功", "退款未成功", "70", "待商家处理", "退款失败")],
)
def test_what_a_case_gave_back_is_what_profit_and_month_count(orders, book, state, refunded):
    reader = orders(line("A1"), cases=case("A1", "20.00", state))
    costs.work_out(book)
    (profit,) = book.reader.profit.by_product(date(2026, 11, 1), date(2026, 11, 30)).values()
    assert reader.one("A1").refunded == refunded == profit.refunded
    assert found(reader, "refund") == (["A1"] if refunded else [])


def test_orders_without_a_state_are_sent_where_a_parcel_is_known(orders):
    reader = orders(
        line("A1", 订单状态="", 快递单号="SF1"),
        line("B2", 订单状态="", 发货时间="2026-11-17 15:00"),
        line("C3", 订单状态=""),
    )
    assert {n: reader.one(n).state for n in ("A1", "B2", "C3")} == {
        "A1": "shipped",
        "B2": "shipped",
        "C3": "unknown",
    }
    assert sorted(found(reader, "shipped")) == ["A1", "B2"]


def test_the_first_moment_and_every_parcel_of_an_order(orders):
    reader = orders(
        line(
            "A1", 商品规格="红", 快递公司="顺丰", 快递单号="SF1；SF2", 发货时间="2026-11-17 16:00"
        ),
        line("A1", 商品规格="蓝", 快递公司="圆通", 快递单号="YT1/SF2", 发货时间="2026-11-17 15:00"),
    )
    order = reader.one("A1")
    assert (order.shipped_at, order.courier) == (datetime(2026, 11, 17, 15), "顺丰")
    assert order.tracking == ("SF1", "SF2", "YT1")
    assert order.paid_at is None


def test_a_gift_is_what_was_not_paid_and_belongs_to_another_order(orders):
    reader = orders(
        line("A1", 实付款="0", 赠品订单号="B2"),
        line("B2", 实付款="0"),
        line("C3", 赠品订单号="B2"),
        line("D4", 实付款="", 赠品订单号="B2"),
    )
    gifts = {n: reader.one(n).lines[0].gift for n in ("A1", "B2", "C3", "D4")}
    assert gifts == {"A1": True, "B2": False, "C3": False, "D4": False}
    assert (reader.one("B2").paid, reader.one("D4").paid) == (0, None)


def test_the_money_of_an_order_in_order_of_time(orders, book, now):
    reader = orders(
        line("A1"),
        settled="A1,2026-11-17 12:00,40.10,5.00,2.90,x\nB2,2026-11-16 12:00,9,1,1,x\n",
        cases=case("A1", "5.00", "退款成功") + case("B2", "1.00", "退款成功"),
    )
    penalty = NewEntry("own", date(2026, 11, 16), "deduction", -3_00, "晚发", order="A1")
    deposit.add(book, [penalty], now)
    at = datetime(2026, 11, 17, 12)
    whole = reader.whole("A1")
    assert list(whole.money) == [
        MoneyLine("deposit", datetime(2026, 11, 16), -3_00, "晚发"),
        MoneyLine("settled", at, 40_10),
        MoneyLine("fees", at, -2_90),
        MoneyLine("refund", at, -5_00),
    ]
    (one,) = whole.cases
    assert (one.number, one.state, one.refund) == ("9A1", "退款成功", 5_00)
    assert one.expires_at == datetime(2026, 11, 20, 12)


def test_an_open_case_of_missing_goods_marks_its_order(orders, book, now):
    reader = orders(line("A1"), line("B2"))
    assert found(reader, "short") == []
    open_ = notes.keep(book, StockCase(0, "柿饼", "B2", 1, now), now).ref
    assert found(reader, "short") == ["B2"]
    assert (reader.one("A1").stock_case, reader.one("B2").stock_case) == (0, open_)


def test_an_order_is_found_by_all_that_any_of_its_lines_says(orders):
    reader = orders(
        line("A1", 商品规格="红", SKU编码="HX"),
        line("A1", 商品名称="核桃", 商品规格="蓝", 快递单号="SF77"),
        line("B2", 商品名称="小米"),
    )
    for word in ("a1", "红", "核桃", "蓝", "sf77", "hx"):
        assert found(reader, "all", word) == ["A1"], word
    assert found(reader, "all", "小米") == found(reader, "all", "xm") == ["B2"]


def test_a_list_that_the_book_has_left_behind_is_not_completed(orders):
    index = OrderIndexReader(orders(line("A1")).session)
    before = index.listed()
    assert index.completed(before) is not None
    orders(line("B2"))
    assert index.completed(before) is None


def test_an_empty_book_lists_nothing(book):
    index = book.reader.order_index
    assert not index.any() and not index.to_ship()
    assert len(index.listed()) == len(completed(index)) == 0


def put(book, table: str, *rows: dict) -> None:
    """Rows as imports leave them."""
    with book.session.writing():
        for number, row in enumerate(rows):
            whole = {"key": f"{table} {number} {row}", "time": PLACED, **row}
            names, marks = ", ".join(whole), ", ".join("?" * len(whole))
            sql = f"INSERT INTO {table} ({names}) VALUES ({marks})"
            book.session.db.execute_sql(sql, tuple(whole.values()))


PLACED, DAY = to_seconds(datetime(2026, 11, 10, 9)), 86_400
OPEN = {"order_no": "A1", "status": "已发货", "paid": 50_00}


def sold(number: int, settled: int, **moments: int) -> tuple[dict, dict]:
    order = {"order_no": f"s{number}", "time": PLACED - 90 * DAY, **moments}
    return order, {"order_no": f"s{number}", "time": settled, "settled": 9}


@pytest.mark.parametrize(
    ("moments", "told"),
    [
        ({"shipped_at": PLACED + DAY, "paid_at": PLACED}, (date(2026, 11, 15), "shipped", 4, 3)),
        ({"paid_at": PLACED + 60}, (date(2026, 11, 15), "paid", 5, 2)),
        ({}, (date(2026, 11, 16), "ordered", 6, 4)),
    ],
)
def test_money_is_expected_as_long_after_as_that_of_others_took(book, moments, told):
    """By what is known of it: when it was sent, else paid, else ordered."""
    put(book, "order_row", {**OPEN, **moments})
    begin = PLACED - 90 * DAY
    earlier = (
        sold(1, begin + 4 * DAY, shipped_at=begin, paid_at=begin - DAY),
        sold(2, begin + 8 * DAY, shipped_at=begin + 3 * DAY, paid_at=begin + 3 * DAY),
        sold(3, begin + 3 * DAY, shipped_at=begin + 1 * DAY),
        sold(4, begin + 184 * DAY, shipped_at=begin + 190 * DAY, paid_at=begin + 185 * DAY),
    )
    put(book, "order_row", *(order for order, _ in earlier))
    put(book, "settlement_row", *(row for _, row in earlier))
    put(book, "settlement_row", {"order_no": "s9", "time": begin, "settled": None})
    put(book, "settlement_row", {"order_no": "gone", "time": begin, "settled": 1})
    whole = book.reader.order_list.whole("A1")
    assert whole.on_its_way == OnItsWay(*told)


@pytest.mark.parametrize(
    ("order", "settled", "awaited"),
    [
        ({}, {}, True),
        ({}, {"settled": 5}, False),
        ({}, {"settled": None, "refund": 5}, True),
        ({"status": "交易关闭"}, {}, False),
        ({"paid": 0}, {}, False),
        ({"after_sale": "退款成功"}, {}, False),
    ],
)
def test_money_is_awaited_until_it_is_settled(book, order, settled, awaited):
    put(book, "order_row", {**OPEN, **order})
    if settled:
        put(book, "settlement_row", {"order_no": "A1", **settled})
    whole = book.reader.order_list.whole("A1")
    assert whole.on_its_way == (OnItsWay() if awaited else None)
    assert book.reader.order_list.whole("B2") is None


def test_each_kind_of_money_of_an_order_is_a_line_where_it_is_any(book):
    put(book, "order_row", OPEN)
    rows = [
        ("settlement_row", {"settled": 0, "cost": 0, "refund": 0, "time": PLACED + 1}),
        ("settlement_row", {"settled": -5, "cost": 3, "refund": 2, "time": PLACED + 2}),
        ("insurance_row", {"fee": 150, "shop_fee": 120, "time": PLACED + 3}),
        ("insurance_row", {"fee": 70, "time": PLACED + 4}),
        ("insurance_row", {"fee": 70, "shop_fee": 0, "time": PLACED + 5}),
        ("movement_row", {"amount": 0, "business": "冻结", "time": PLACED + 6}),
        ("movement_row", {"amount": -7, "description": "扣款", "time": 0}),
        ("movement_row", {"amount": None, "time": PLACED + 8}),
    ]
    for table, row in rows:
        name = "related_no" if table == "movement_row" else "order_no"
        put(book, table, {name: "A1", **row}, {name: "B2", **row})
    told = book.reader.order_list.whole("A1").money
    assert [(m.kind, m.at and to_seconds(m.at) - PLACED, m.fen, m.said) for m in told] == [
        ("settled", 1, 0, ""),
        ("settled", 2, -5, ""),
        ("fees", 2, -3, ""),
        ("refund", 2, -2, ""),
        ("insurance", 3, -120, ""),
        ("insurance", 4, -70, ""),
        ("movement", 6, 0, "冻结"),
        ("movement", None, -7, "扣款"),
    ]


def test_cases_of_a_file_stand_before_what_was_noted_by_hand(book, now):
    put(book, "order_row", OPEN, {**OPEN, "order_no": "B2"})
    case_of = {"order_no": "A1", "case_no": "9", "case_kind": "退货", "case_refund": 5}
    put(book, "aftersales_row", {**case_of, "after_sale": "待处理", "expires_at": PLACED})
    until = datetime(2026, 11, 12, 8)
    for order in ("A1", "B2"):
        notes.keep(book, CaseFile(order, refund=7, expires_at=until), now)
    told = {order: book.reader.order_list.whole(order).cases for order in ("A1", "B2")}
    ((one,), (other,)) = told.values()
    assert (one.number, one.kind, one.state, one.refund) == ("9", "退货", "待处理", 5)
    assert one.expires_at == datetime(2026, 11, 10, 9)
    assert (other.number, other.refund, other.expires_at) == ("", 7, until)
    with book.session.writing():
        book.session.db.execute_sql("UPDATE aftersales_file SET expires_at = 'bald'")
    assert book.reader.order_list.whole("B2").cases[0].expires_at is None
    assert book.reader.order_list.newest() == datetime(2026, 11, 10, 9)
