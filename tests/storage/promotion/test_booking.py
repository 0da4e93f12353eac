"""What orders, settlements, fees and cases of the book come to when they are worked out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from ksdesk.domain.products import Product, Sku
from ksdesk.domain.progress import Cancelled, Progress
from ksdesk.domain.promotion.costs import Costs, CostShare, ParcelCost, UnitCost
from ksdesk.domain.traffic import to_seconds
from ksdesk.storage.promotion import booking

BEGIN, DAY = date(2026, 1, 1), date(2026, 10, 5)
AT = to_seconds(datetime(2026, 10, 5, 20, 10))
COSTS = Costs(
    [UnitCost(1, key, fen, BEGIN) for key, fen in (("", 10_00), ("SB-1", 40_00), ("小盒", 7_00))],
    [ParcelCost("packaging", 1_00, BEGIN), ParcelCost("shipping", 4_00, BEGIN)],
    [CostShare("platform_fee", 0.05, BEGIN), CostShare("commission", 0.2, BEGIN)],
)  # fmt: skip
BOXES = (Sku(("大盒",), "SB-1"), Sku(("小盒",)))


@pytest.fixture
def shop(book):
    made = Product(title="柿饼", item_id="77", code="K-9", levels=("装法",), skus=BOXES)
    book.products.save(made, datetime(2026, 1, 1))
    return book


def put(book, table: str, **values: Any) -> None:
    """A row as an import leaves it; an order that was paid, unless told otherwise."""
    if table == "order_row":
        paid = {"order_no": "a", "status": "已发货", "paid": 100_00, "paid_at": AT}
        values = {"product_id": "77", "quantity": 1, **paid, **values}
    run = book.session.db.execute_sql
    (number,) = run(f"SELECT count(*) FROM {table}").fetchone()
    values = {"key": f"k{number}", "time": AT, **values}
    names, marks = ", ".join(values), ", ".join("?" * len(values))
    with book.session.writing():
        run(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(values.values()))


def booked(book, *names: str, costs: Costs = COSTS) -> list[tuple]:
    book.profit.book(costs)
    sql = f"SELECT {', '.join(names)} FROM profit_row ORDER BY order_no, day, product, item, kind"
    return book.session.db.execute_sql(sql).fetchall()


SOON = AT + 86_400
WHEN = {
    "sold in a live": ([("order_row", {"carrier": "直播间"})], AT, 1),
    "by its channel": ([("order_row", {"channel": "直播"})], AT, 1),
    "elsewhere": ([("order_row", {"carrier": "短视频", "channel": "商品卡"})], AT, 0),
    "untold": ([("order_row", {})], AT, None),
    "its own moment first": (
        [
            ("settlement_row", {"order_no": "a", "time": SOON, "ordered_at": AT + 5, "paid": 1}),
            ("order_row", {}),
        ],
        *(AT, None),
    ),
    "settled alone": (
        [("settlement_row", {"order_no": "a", "time": SOON, "ordered_at": AT + 5, "paid": 1})],
        *(AT + 5, None),
    ),
    "told by the second": (
        [
            ("settlement_row", {"order_no": "a", "time": SOON, "paid": 1}),
            ("settlement_row", {"order_no": "a", "time": SOON, "ordered_at": AT + 7, "paid": 1}),
        ],
        *(AT + 7, None),
    ),
    "settled without a moment": (
        [("settlement_row", {"order_no": "a", "time": SOON, "paid": 1})],
        *(SOON, 0),
    ),
    "insured alone": ([("insurance_row", {"order_no": "a", "time": SOON, "fee": 5})], SOON, 0),
    "charged alone": (
        [("movement_row", {"related_no": "a", "time": SOON, "amount": -5, "business": "晚发立赔"})],
        *(SOON, 0),
    ),
}


@pytest.mark.parametrize("name", WHEN)
def test_an_order_is_of_its_moment_and_perhaps_of_a_live(shop, name):
    rows, at, in_live = WHEN[name]
    for table, values in rows:
        put(shop, table, **values)
    assert {*booked(shop, "order_no", "at", "in_live", "day")} == {
        ("a", at, in_live, at // 86_400),
    }


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ({"sku_code": "SB-1"}, (1, "", 40_00)),
        ({"spec": "小盒 250g"}, (1, "", 7_00)),
        ({"sku_code": "SB-1", "spec": "小盒"}, (1, "", 40_00)),
        ({}, (1, "", 10_00)),
        ({"quantity": 3}, (1, "", 30_00)),
        ({"quantity": None}, (1, "", 10_00)),
        ({"quantity": 0}, (1, "", 10_00)),
        ({"quantity": "viele"}, (1, "", 10_00)),
        ({"product_id": None, "sku_code": "K-9"}, (1, "", 10_00)),
        ({"product_id": "99", "product_name": "石榴"}, (0, "99", None)),
        ({"product_id": None, "product_name": "石榴"}, (0, "石榴", None)),
        ({"product_id": None}, (0, "", None)),
    ],
)
def test_goods_cost_what_the_option_costs(shop, line, found):
    put(shop, "order_row", **line)
    assert booked(shop, "product", "item", "goods_cost", "costless", "lead", "kind") == [
        (*found, int(found[2] is None), 1, 0),
    ]


def test_what_a_settlement_takes_off_is_summed_up(shop):
    fees = {"service_fee": 1, "presale_fee": 20, "other_fee": 300, "marketing_returned": 50}
    shares = ("commission", "leader_commission", "seller_commission", "provider_commission")
    put(shop, "order_row")
    told = {name: 10**place for place, name in enumerate(shares)}
    put(shop, "settlement_row", order_no="a", time=SOON, paid=100_00, **fees, **told)
    put(
        shop, "settlement_row", order_no="a", time=SOON + 86_400, product_id="77", service_fee=4_000
    )
    assert booked(shop, "money_day", "paid", "platform_fee", "commission", "shipping") == [
        (SOON // 86_400, 100_00, 321 - 50 + 4_000, 1_111, 5_00),
    ]


def test_fees_of_an_order_are_its_own_and_those_of_none_stand_by_their_days(shop):
    put(shop, "order_row")
    put(shop, "insurance_row", order_no="a", fee=150, shop_fee=120)
    put(shop, "insurance_row", order_no="a", fee=70)
    charges = (("a", -5_00, "晚发立赔"), ("a", 1_00, "晚发立赔"), ("a", 92_00, "结算"))
    for related, amount, business in charges:
        put(shop, "movement_row", related_no=related, amount=amount, business=business)
    for related, time in ((None, AT), ("", AT + 60), (None, SOON), ("", SOON)):
        values = {"amount": -2_00, "business": "", "description": "违约金扣款"}
        put(shop, "movement_row", related_no=related, time=time, **values)
    put(shop, "movement_row", related_no=None, time=SOON, amount=9_00, business="结算")
    days = AT // 86_400, SOON // 86_400
    assert booked(shop, "order_no", "day", "kind", "insurance", "penalties", "in_live") == [
        ("", days[0], 2, 0, 4_00, 0),
        ("", days[1], 2, 0, 4_00, 0),
        ("a", days[0], 0, 190, 4_00, None),
    ]


def test_what_a_settlement_gave_back_is_of_its_day_and_its_goods_by_their_number(shop):
    put(shop, "order_row", product_id="99", product_name="石榴", paid=40_00)
    put(shop, "order_row", paid=60_00)
    told = {"order_no": "a", "product_id": "77", "time": SOON}
    put(shop, "settlement_row", **told, paid=60_00, refund=25_00, quantity=1)
    days = AT // 86_400, SOON // 86_400
    assert booked(shop, "product", "kind", "day", "money_day", "paid", "refunded") == [
        (0, 0, days[0], None, 40_00, 0),
        (1, 0, days[0], days[1], 60_00, 0),
        (1, 1, days[1], days[1], 0, 25_00),
    ]


def test_goods_of_a_settlement_alone_cost_as_many_as_it_says(shop):
    told = {"order_no": "a", "product_id": "77", "ordered_at": AT, "time": SOON}
    put(shop, "settlement_row", **told, paid=60_00, quantity=3)
    assert booked(shop, "product", "goods_cost", "paid") == [(1, 30_00, 60_00)]
    put(shop, "settlement_row", **{**told, "order_no": "b", "quantity": None}, paid=60_00)
    put(shop, "settlement_row", order_no="c", product_name="石榴", time=SOON, paid=5)
    assert booked(shop, "product", "item", "goods_cost") == [
        *((1, "", 30_00), (1, "", 10_00), (0, "石榴", None)),
    ]


PROMOTERS = ("talent_id", "talent_name", "leader_id", "leader_name", "seller_id", "promoter_id")


@pytest.mark.parametrize("who", [*PROMOTERS, "promoter_name", ""])
@pytest.mark.parametrize("told", [None, 3_00])
def test_who_promotes_a_sale_has_a_share_of_it(shop, who, told):
    put(shop, "order_row", commission=told, **({who: "x"} if who else {}))
    share = 20_00 if who in PROMOTERS else 0
    assert booked(shop, "commission") == [(share if told is None else told,)]


@pytest.mark.parametrize(
    ("tracking", "count"),
    [
        (None, 1), ("", 1), ("SF1", 1), ("SF1,SF2", 2), ("SF1，SF2", 2), ("SF1;SF2；SF3", 3),
        ("SF1、SF1", 1), ("SF1|SF2/SF3  SF4", 4), (" SF1\n", 1), (12345, 1),
    ],
)  # fmt: skip
def test_each_parcel_is_paid_for_once(shop, tracking, count):
    put(shop, "order_row", tracking_no=tracking)
    assert booked(shop, "shipping") == [(5_00 * count,)]


@pytest.mark.parametrize(
    ("line", "entries"),
    [
        ({"after_sale": "退款成功"}, [(0, 100_00, 0), (1, 0, 100_00)]),
        ({"paid_at": None, "status": "待付款"}, []),
        ({"status": ""}, [(0, 100_00, 0)]),
        ({"paid": "kaputt"}, []),
        ({"paid": 99.6}, [(0, 100, 0)]),
    ],
)
def test_what_was_paid_and_what_went_back_by_the_order_alone(shop, line, entries):
    put(shop, "order_row", **line)
    assert booked(shop, "kind", "paid", "refunded") == entries


@pytest.mark.parametrize("back", [True, False])
def test_what_a_case_gave_back_is_of_its_day_and_its_product(shop, back):
    put(shop, "order_row", paid=60_00)
    put(shop, "order_row", product_id="99", product_name="石榴", paid=40_00)
    state = "退款成功" if back else "用户取消"
    case = {"order_no": "a", "case_no": "c", "case_refund": 30_00, "after_sale": state}
    put(shop, "aftersales_row", time=AT, closed_at=SOON, product_id="99", **case)
    days = AT // 86_400, SOON // 86_400
    sales = [(0, "99", 0, days[0], 40_00, 0), (1, "", 0, days[0], 60_00, 0)]
    refund = [(0, "99", 1, days[1], 0, 30_00)] if back else []
    assert booked(shop, "product", "item", "kind", "day", "paid", "refunded") == sales + refund


class Told(Progress):
    """Remembers what it is told, and gives up before a certain turn."""

    def __init__(self, turns: int = 99) -> None:
        self.turns = turns
        self.reports: list[tuple[int, int]] = []

    def wanted(self) -> bool:
        self.turns -= 1
        return self.turns >= 0

    def report(self, done: int, total: int) -> None:
        self.reports.append((done, total))


def test_it_is_worked_out_in_parts_and_goes_on_where_it_was_left(shop, monkeypatch):
    for number in range(5):
        put(shop, "order_row", order_no=f"a{number}", time=AT + number, paid=100 + number)
    monkeypatch.setattr(booking, "_AT_ONCE", 2)
    left = Told(1)
    with pytest.raises(Cancelled):
        shop.profit.book(COSTS, left)
    read = "SELECT order_no, paid FROM profit_row ORDER BY order_no"
    found = shop.session.db.execute_sql(read).fetchall()
    assert found == [("a0", 100), ("a1", 101)] and left.reports == [(0, 5)]
    assert not shop.reader.profit.up_to_date()
    told = Told()
    assert shop.profit.book(COSTS, told).topics == {"promotion", "today"}
    assert told.reports == [(0, 3), (2, 3)]
    assert booked(shop, "order_no", "paid") == [(f"a{n}", 100 + n) for n in range(5)]
    assert shop.reader.profit.up_to_date() and not shop.profit.book(COSTS, told)
    assert told.reports == [(0, 3), (2, 3)]


def test_what_changes_meanwhile_is_for_the_next_time(shop, monkeypatch):
    """A mark of a product that was made while others were worked out was taken for done."""
    for number in range(2):
        put(shop, "order_row", order_no=f"a{number}", time=AT + number)
    monkeypatch.setattr(booking, "_AT_ONCE", 1)

    class Busy(Progress):
        def report(self, done: int, total: int) -> None:
            if not done:
                shop.products.bin([1], NEXT)
                put(shop, "order_row", order_no="a2", time=AT)

    shop.profit.book(COSTS, Busy())
    assert not shop.reader.profit.up_to_date()
    assert booked(shop, "order_no") == [("a0",), ("a1",), ("a2",)]
    assert shop.reader.profit.up_to_date()


def test_what_changed_is_worked_out_anew_and_nothing_else(shop):
    for number, product in enumerate(("77", "77", "99")):
        put(shop, "order_row", order_no=f"a{number}", time=AT + number * 86_400, product_id=product)
    booked(shop, "order_no")
    run = shop.session.db.execute_sql
    with shop.session.writing():
        run("UPDATE profit_row SET penalties = 7")  # shows what was left alone
        run("INSERT INTO profit_stale (order_no) VALUES ('a1'), ('a1'), ('gone')")
    assert booked(shop, "order_no", "penalties") == [("a0", 7), ("a1", 0), ("a2", 7)]
    with shop.session.writing():
        run("INSERT INTO profit_stale (since) VALUES (?)", (AT // 86_400 + 1,))
    assert booked(shop, "order_no", "penalties") == [("a0", 7), ("a1", 0), ("a2", 0)]
    with shop.session.writing():
        run("UPDATE profit_row SET penalties = 7")
        run("INSERT INTO profit_stale (product, since) VALUES (1, ?)", (AT // 86_400 + 1,))
    assert booked(shop, "order_no", "penalties") == [("a0", 7), ("a1", 0), ("a2", 7)]
    with shop.session.writing():
        run("UPDATE profit_row SET penalties = 7")
        shop.products.save(Product(title="苹果", item_id="99"), datetime(2026, 1, 1))
    assert booked(shop, "order_no", "penalties") == [("a0", 7), ("a1", 7), ("a2", 0)]
    with shop.session.writing():
        run("UPDATE profit_row SET penalties = 7")
        run("UPDATE profit_row SET order_no = 'lost' WHERE order_no = 'a0'")
        run("INSERT INTO profit_stale (order_no) VALUES (NULL)")
    assert booked(shop, "order_no", "penalties") == [("a0", 0), ("a1", 0), ("a2", 0)]


NEXT = datetime(2026, 11, 18, 10, 20)


@pytest.mark.parametrize("named", [{"item_id": "77"}, {"code": "K-9"}])
@pytest.mark.parametrize("gone", ["binned", "draft", "renamed", "removed"])
def test_orders_are_of_the_product_that_stands_for_another(shop, named, gone):
    """Two bear one number or code: the one that is no draft and not in the bin, else the first."""
    asked = {"product_id": named.get("item_id", ""), "sku_code": named.get("code", "")}
    put(shop, "order_row", order_no="a1", **asked)
    put(shop, "settlement_row", order_no="a2", product_id=asked["product_id"], paid=1)
    settled = [(1,)] if asked["product_id"] else [(0,)]
    first = replace(shop.reader.products.one(1), state="listed")
    shop.products.save(first, NEXT)
    assert booked(shop, "product") == [(1,), *settled]
    shop.products.save(Product(title="柿饼", state="listed", **named), NEXT)
    assert booked(shop, "product") == [(1,), *settled]
    other = [(2,), (2,) if asked["product_id"] else (0,)]
    if gone in ("binned", "removed"):
        shop.products.bin([1], NEXT)
        assert booked(shop, "product") == other
        if gone == "binned":
            shop.products.bin([1], None)
        else:
            shop.products.remove([1])
    elif gone == "draft":
        shop.products.save(replace(first, state="draft"), NEXT)
        assert booked(shop, "product") == other
        shop.products.save(first, NEXT)
    else:
        shop.products.save(replace(first, item_id="1", code="2"), NEXT)
        assert booked(shop, "product") == other
        shop.products.save(first, NEXT)
    assert booked(shop, "product") == (other if gone == "removed" else [(1,), *settled])
