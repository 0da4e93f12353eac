"""Orders of several lines: part shipments, gifts, what was paid back of some, all counted once."""

from __future__ import annotations

from datetime import datetime

import pytest

from ksdesk.actions import imports
from ksdesk.actions.orders import shipping
from ksdesk.domain.imports import Source
from ksdesk.domain.orders.list import OrderQuery
from ksdesk.domain.orders.picking import picked
from ksdesk.domain.rulebook import RuleBook

NOW = datetime(2026, 11, 18, 10, 20)
TITLES = "订单号 赠品订单号 订单状态 商品名称 成交数量 实付款 售后状态 承诺发货时间 快递单号"
HEAD = ",".join(["订单创建时间", "订单支付时间", *TITLES.split()]) + "\n"
AT = "2026-11-17 09:00,2026-11-17 09:01,"
LINES = """A1,,已发货,柿饼,1,50.00,,2026-11-17 20:00,SF1；SF2
A1,,待发货,核桃,2,30.00,,2026-11-20 20:00,
B2,,已发货,柿饼,1,50.00,,2026-11-17 20:00,SF3
B2,,待发货,核桃,1,30.00,退款成功,2026-11-17 20:00,
C3,,待发货,苹果,1,69.00,,2026-11-18 20:00,
G4,C3,待发货,试吃装,1,0,,2026-11-18 20:00,
D5,,待发货,苹果,1,69.00,,2026-11-18 20:00,
"""


@pytest.fixture
def reader(book):
    text = HEAD + "".join(AT + line + "\n" for line in LINES.splitlines())
    seen = imports.preview(book, Source("订单.csv", text=text), now=NOW)
    imports.commit(book, seen, now=NOW)
    return book.reader


@pytest.fixture
def queue(reader):
    return lambda: shipping.look(reader, RuleBook.load(), NOW)


def waiting(queue) -> list[str]:
    return [one.order.order_no for one in queue.rows]


def test_what_of_an_order_waits_has_its_own_clock(reader, queue):
    assert sorted(waiting(queue())) == ["A1", "C3", "D5", "G4"]
    part = queue().rows[-1]
    assert part.promise.due == datetime(2026, 11, 20, 20), "not that of what is on its way"
    index = reader.order_index
    found = index.listed().find(OrderQuery(), [one.order.id for one in queue().rows])
    assert [one.order_no for one in reader.order_list.rows(found.ids)] == waiting(queue())
    assert [found.counts[show] for show in ("to_ship", "shipped", "all")] == [4, 2, 5]


def test_states_lines_and_parcels_of_a_part_shipment(reader):
    one = reader.order_list.one("A1")
    assert (one.state, one.tracking, one.pieces, one.paid) == ("part", ("SF1", "SF2"), 3, 80_00)
    back = reader.order_list.one("B2")
    assert (back.state, back.refund, back.tracking) == ("shipped", "part", ("SF3",))


def test_the_number_of_a_part_is_none_for_the_rest(book, queue):
    shipping.number(book, [("A1", "顺丰", "SF1")], NOW)
    part = next(one for one in queue().rows if one.order.order_no == "A1")
    assert not part.done and not part.parcels, "the file has that parcel on its way"
    shipping.number(book, [("A1", "顺丰", "SF9")], NOW)
    part = next(one for one in queue().rows if one.order.order_no == "A1")
    assert [parcel.number for parcel in part.parcels] == ["SF9"] and not part.sent


def test_only_what_waits_is_picked_gifts_too(reader, queue):
    orders = reader.order_list.rows([one.order.id for one in queue().rows])
    lines = {line.name: (line.pieces, line.orders) for line in picked(orders)}
    assert lines == {"核桃": (2, 1), "苹果": (2, 2), "试吃装": (1, 1)}


def test_a_gift_goes_with_its_order_and_is_owed_nothing(reader, queue):
    together = {one.order.order_no: queue().together(one.order.id) for one in queue().rows}
    numbers = {name: [one.order.order_no for one in some] for name, some in together.items()}
    assert numbers == {"C3": ["C3", "G4"], "G4": ["C3", "G4"], "D5": [], "A1": []}
    assert reader.order_list.one("G4").lines[0].gift
    assert reader.order_list.whole("G4").on_its_way is None
    assert reader.order_list.whole("C3").on_its_way is not None
