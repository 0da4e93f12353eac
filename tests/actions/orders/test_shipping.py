"""What is to be shipped, and what is done with it, each step with its way back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from ksdesk.actions import imports, products
from ksdesk.actions.orders import shipping
from ksdesk.domain.imports import Source
from ksdesk.domain.orders.work import OrderWork, TrackedParcel
from ksdesk.domain.products import Details, Product, Sku
from ksdesk.domain.rulebook import RuleBook

RULES = RuleBook.load()
HEAD = (
    "订单号,订单创建时间,订单支付时间,订单状态,商品名称,商品ID,SKU编码,实付款,承诺发货时间,"
    "订单备注,是否加急\n"
)


@pytest.fixture
def waiting(book, now):
    """Takes lines of orders into the book; answers what waits, by number, in the order of work."""

    def take(*lines: str, hours: dict[str, int] | None = None):
        if lines:
            seen = imports.preview(book, Source("订单.csv", text=HEAD + "\n".join(lines)), now=now)
            imports.commit(book, seen, now=now)
        return {one.order.order_no: one for one in shipping.look(book.reader, RULES, now).rows}

    return take


def line(number: str, state: str = "待发货", item: str = "", code: str = "", by: str = "") -> str:
    return f"{number},2026-11-17 09:00,2026-11-17 09:01,{state},柿饼,{item},{code},50.00,{by},,"


def work(book, number: str) -> OrderWork:
    return book.reader.order_work.of([number])[number]


def test_only_what_waits_is_there_with_all_of_its_lines(waiting):
    found = waiting(
        line("A1"),
        line("A1", code="B"),
        line("B2", "已发货"),
        line("C3", "已发货"),
        line("C3", code="B"),
    )
    assert sorted(found) == ["A1", "C3"]
    assert found["A1"].order.paid == 100_00
    assert found["A1"].order.paid_at == datetime(2026, 11, 17, 9, 1)


def test_the_earliest_moment_of_its_lines_counts_and_none_at_all_stops_it(waiting):
    found = waiting(
        line("A1", by="2026-11-20 09:00"),
        line("A1", code="B", by="2026-11-19 09:00"),
        line("B2", by="0"),
        line("C3"),
    )
    assert found["A1"].order.ship_by == datetime(2026, 11, 19, 9)
    assert found["A1"].promise.due == datetime(2026, 11, 19, 9)
    assert (found["B2"].order.blocked, found["B2"].promise.basis) == (True, "blocked")
    assert (found["C3"].order.blocked, found["C3"].promise.basis) == (False, "unknown")
    assert list(found) == ["A1", "C3", "B2"]


def test_a_note_or_a_column_asks_for_an_order_to_go_first(waiting):
    base = "2026-11-17 09:00,2026-11-17 09:01,待发货,柿饼,,,50.00"
    found = waiting(
        f"A1,{base},2026-11-19 09:00,,",
        f"B2,{base},2026-11-20 09:00,买家催发货,",
        f"C3,{base},2026-11-21 09:00,,是",
        f"D4,{base},2026-11-22 09:00,,否",
    )
    assert {n: one.order.urged for n, one in found.items()} == {
        "A1": False,
        "B2": True,
        "C3": True,
        "D4": False,
    }
    assert list(found) == ["B2", "C3", "A1", "D4"]


def test_what_products_promise_holds_by_number_or_code_before_the_sellers_hours(book, now, waiting):
    soon, later = Details(shipping=24 * 3600), Details(shipping=72 * 3600)
    skus = (Sku(("红",), "R", 100, 1),)
    products.save(book, Product(title="柿饼", item_id="77", details=later), now)
    shirt = Product(title="衫", levels=("颜色",), skus=skus, price=100, stock=1, details=soon)
    products.save(book, shirt, now)
    presale = Details(shipping=9, presale=True)
    products.save(book, Product(title="茶", code="T", details=presale), now)
    products.save(book, Product(title="枣", code="Z"), now)
    shipping.set_hours(book, {"ship": 40}, now)
    found = waiting(
        line("A1", item="77"),
        line("B2", item="77"),
        line("B2", code="R"),
        line("C3", code="T"),
        line("D4", code="Z"),
    )
    spans = {n: (one.order.promise_hours, one.order.presale_days) for n, one in found.items()}
    assert spans == {"A1": (72, None), "B2": (24, None), "C3": (40, 9), "D4": (40, None)}


def test_hours_are_kept_forgotten_and_brought_back(book, now):
    first = shipping.set_hours(book, {"ship": 48, "pickup": 24}, now)
    assert shipping.own_hours(book.reader) == {"ship": 48, "pickup": 24}
    second = shipping.set_hours(book, {"ship": None, "pickup": 1}, now)
    assert shipping.own_hours(book.reader) == {"pickup": 1}
    second.undo(book)
    assert shipping.own_hours(book.reader) == {"ship": 48, "pickup": 24}
    first.undo(book)
    assert shipping.own_hours(book.reader) == {}
    shipping.set_hours(book, {"ship": None}, now)
    for wrong in (0, -1, 8_761, 10**9):
        with pytest.raises(ValueError, match="ship"):
            shipping.set_hours(book, {"pickup": 5, "ship": wrong}, now)
    assert shipping.own_hours(book.reader) == {}, "nothing of it is written"


def test_checks_are_ticked_and_unticked_in_their_own_order(book):
    done = shipping.check(book, ["A1", "B2"], on=["packed", "flaw"])
    assert (done.ref, work(book, "A1").checks) == (2, ("flaw", "packed"))
    again = shipping.check(book, ["A1"], on=["wrong"], off=["flaw"])
    assert work(book, "A1").checks == ("wrong", "packed")
    assert work(book, "B2").checks == ("flaw", "packed")
    assert shipping.check(book, ["A1"], on=["wrong"]).undo is None, "nothing is new"
    again.undo(book)
    assert work(book, "A1").checks == ("flaw", "packed")
    done.undo(book)
    assert work(book, "A1").empty
    for on, off in (["other"], []), ([], ["other"]):
        with pytest.raises(ValueError, match="other"):
            shipping.check(book, ["A1"], on, off)


def test_an_announced_delay_moves_the_promise_until_it_is_taken_back(book, now, waiting):
    until = datetime(2026, 11, 25)
    waiting(line("A1"))
    shipping.announce(book, ["A1"], until)
    assert waiting()["A1"].promise.due == until
    shipping.announce(book, ["A1"], None)
    assert waiting()["A1"].promise.due is None


def test_parcels_are_added_each_once_or_put_in_the_place_of_others(book, now):
    one, two, three = (TrackedParcel("顺丰", f"SF{n}", now) for n in (1, 2, 3))
    given = [("A1", " 顺丰 ", " SF1 "), ("A1", "顺丰", "SF2"), ("A1", "圆通", "SF2")]
    done = shipping.number(book, given[:2], now)
    assert work(book, "A1").parcels == (one, two)
    assert shipping.number(book, given[1:], now + timedelta(1)).undo is None
    later = shipping.number(book, [("A1", "顺丰", "SF3")], now)
    assert work(book, "A1").parcels == (one, two, three)
    shipping.number(book, [("A1", "顺丰", "SF3")], now, instead=True)
    assert work(book, "A1").parcels == (three,)
    later.undo(book)
    assert work(book, "A1").parcels == (one, two)
    shipping.take_numbers_back(book, ["A1"])
    assert work(book, "A1").empty
    done.undo(book)
    assert work(book, "A1").empty


def test_what_has_a_number_waits_for_its_pickup_and_stands_behind_the_rest(book, now, waiting):
    waiting(line("A1", by="2026-11-18 11:00"), line("B2", by="2026-11-19 11:00"))
    shipping.number(book, [("A1", "顺丰", "SF1")], now)
    found = waiting()
    assert list(found) == ["B2", "A1"]
    assert (found["A1"].done, found["A1"].sent, found["B2"].done) == (True, False, False)
    assert found["A1"].pickup_by is None
    shipping.set_hours(book, {"pickup": 24}, now)
    found = waiting()
    assert found["A1"].pickup_by == now + timedelta(hours=24)
    assert found["B2"].pickup_by is None


def test_a_number_that_went_to_the_platform_keeps_its_first_moment(book, now):
    shipping.number(book, [("A1", "顺丰", "SF1")], now)
    assert shipping.sent(book, ["A1"], now).topics >= {"orders", "today"}
    shipping.number(book, [("A1", "顺丰", "SF2")], now)
    later = now + timedelta(hours=1)
    shipping.sent(book, ["A1", "none"], later)
    first, second = work(book, "A1").parcels
    assert (first.sent_at, second.sent_at) == (now, later)
    assert first == replace(second, number="SF1", sent_at=now)
