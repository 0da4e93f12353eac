"""Where an order stands, in one number, and whether the shop is still to be paid for it."""

from __future__ import annotations

from itertools import product

import pytest

from ksdesk.domain.orders.list import (
    KINDS,
    REFUNDS,
    SHOWN,
    OrderLine,
    ShownOrder,
    awaits_money,
    kind_of,
    shows,
)
from ksdesk.domain.orders.states import STATES

LISTS = {
    "to_ship": ("to_ship", "part", "blocked"),
    "shipped": ("part", "shipped"),
    "done": ("done",),
    "unpaid": ("unpaid",),
    "closed": ("closed",),
}


@pytest.mark.parametrize("state", STATES)
def test_every_order_is_in_the_lists_of_its_state_refund_and_goods(state):
    for refund, short in product(REFUNDS, (False, True)):
        kind = kind_of(state, refund, short)
        wanted = {show for show, states in LISTS.items() if state in states} | {"all"}
        if refund == "whole":
            wanted -= {"to_ship"}
        wanted |= ({"refund"} if refund else set()) | ({"short"} if short else set())
        assert {show for show in SHOWN if shows(show, kind)} == wanted
        assert 0 <= kind < KINDS


def test_kinds_are_told_apart():
    kinds = [kind_of(*one) for one in product(STATES, REFUNDS, (False, True))]
    assert len(set(kinds)) == len(kinds)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(
    ("refund", "paid", "awaits"),
    [("", 100, True), ("part", 100, True), ("whole", 100, False), ("", 0, False), ("", None, True)],
)
def test_the_shop_is_to_be_paid_for_what_is_sold_and_not_given_back(state, refund, paid, awaits):
    order = ShownOrder(1, state=state, refund=refund, paid=paid)
    assert awaits_money(order) == (awaits and state in ("to_ship", "part", "shipped", "done"))


@pytest.mark.parametrize(
    ("status", "after_sale", "waits"),
    [
        ("待发货", "", True), ("待发货", "退款成功", False), ("待发货", "部分退款成功", True),
        ("已发货", "", False), ("部分发货", "", True), ("", "", False), ("交易关闭", "", False),
        ("风控审核中", "", True),
    ],
)  # fmt: skip
def test_a_line_waits_until_it_is_shipped_or_paid_back(status, after_sale, waits):
    assert OrderLine(status=status, after_sale=after_sale).waits == waits
