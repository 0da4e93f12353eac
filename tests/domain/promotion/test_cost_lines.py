"""The list of costs: what is missing first, options with what is theirs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from ksdesk.domain.products import Product, Sku
from ksdesk.domain.products.stock.outlook import sku_key
from ksdesk.domain.promotion.cost_lines import CostLine, cost_lines
from ksdesk.domain.promotion.costs import UnitCost
from ksdesk.domain.promotion.profit import NOTHING, Earned

DAY = date(2026, 11, 18)
OLD, NEW, COMING = date(2026, 1, 1), date(2026, 11, 18), date(2026, 11, 19)
TEA = Product(title="茶", price=36_00, state="listed", id=1)
RED, BLUE = Sku(("红",), "", 40_00, 1), Sku(("蓝",), "", 50_00, 1)
SHIRT = Product(title="衫", price=40_00, state="listed", levels=("颜色",), skus=(RED, BLUE), id=2)


def earned(orders: int = 0, left_out: int = 0, paid: int = 0) -> Earned:
    return Earned(replace(NOTHING, paid=paid), orders, left_out=left_out, left_paid=5)


def lines(*products: Product, costs=(), earned=None, sold=None, firsts=None, titles=None):
    return cost_lines(products, costs, earned or {}, sold or {}, firsts or {}, titles or {}, DAY)


def test_the_cost_of_a_day_is_the_newest_that_holds_by_then():
    costs = [UnitCost(1, "", 9_00, COMING), UnitCost(1, "", 8_00, NEW), UnitCost(1, "", 7_00, OLD)]
    (line,) = lines(TEA, costs=costs)
    assert (line.cost, line.since, line.before) == (8_00, NEW, 7_00)
    (line,) = lines(TEA, costs=costs[2:])
    assert (line.cost, line.since, line.before) == (7_00, OLD, None)
    (line,) = lines(TEA, costs=costs[:1])
    assert (line.cost, line.since, line.before, line.missing) == (None, None, None, False)


def test_what_was_sold_counts_the_orders_that_have_no_cost_too():
    (line,) = lines(TEA, earned={(1, ""): earned(3, 2, 70)}, firsts={(1, ""): OLD})
    assert (line.orders, line.paid, line.first, line.missing) == (5, 75, OLD, True)
    assert line == CostLine((1, ""), "茶", price=36_00, orders=5, paid=75, first=OLD)


def test_options_have_their_own_sales_and_the_cost_of_the_whole_where_none_is_theirs():
    costs = [UnitCost(2, "", 7_00, OLD), UnitCost(2, sku_key(BLUE), 9_00, OLD)]
    sold = {(2, sku_key(BLUE)): (4, 200_00)}
    whole, red, blue = sorted(
        lines(SHIRT, costs=costs, sold=sold, firsts={(2, ""): OLD}), key=lambda line: line.option
    )
    assert (whole.option, whole.cost, whole.price, whole.orders, whole.paid) == (
        "",
        7_00,
        40_00,
        0,
        0,
    )
    assert (red.option, red.cost, red.price, red.orders, red.first) == ("红", 7_00, 40_00, 0, None)
    assert (blue.cost, blue.price, blue.orders, blue.paid) == (9_00, 50_00, 4, 200_00)
    assert (blue.first, blue.sku_key) == (OLD, sku_key(BLUE))


def test_the_whole_of_goods_with_options_stands_only_where_orders_or_a_cost_are_of_it():
    assert [line.option for line in lines(SHIRT)] == ["红", "蓝"]
    found = lines(SHIRT, sold={(2, ""): (1, 40_00)})
    assert [(line.option, line.orders, line.paid) for line in found] == [
        ("", 1, 40_00),
        ("红", 0, 0),
        ("蓝", 0, 0),
    ]


def test_missing_ones_first_then_what_sells_most_then_by_title():
    coffee = replace(TEA, title="咖啡", id=3)
    sold = {(1, ""): earned(1), (3, ""): earned(2), (0, "枣"): earned(1)}
    costs = [UnitCost(3, "", 1_00, OLD)]
    firsts = {(1, ""): OLD, (0, "枣"): NEW}
    found = lines(coffee, TEA, costs=costs, earned=sold, firsts=firsts, titles={(0, "枣"): "大枣"})
    assert [(line.title, line.missing) for line in found] == [
        ("大枣", True),
        ("茶", True),
        ("咖啡", False),
    ]
    assert lines(firsts={(0, "枣"): NEW})[0].title == "枣", "without a title, what orders call it"


def test_drafts_without_orders_and_links_are_left_out():
    draft, link = replace(TEA, state="draft"), replace(TEA, way="link")
    assert lines(draft) == lines(link) == ()
    assert lines(link, earned={(1, ""): earned(1)}) == ()
    assert [line.orders for line in lines(draft, earned={(1, ""): earned(1)})] == [1]


def test_whatever_has_orders_without_a_cost_is_in_the_list():
    """The profit left orders out that no line could give a cost to: those of a draft or a link, of
    before the last days, and of before the day from which the cost holds."""
    draft, link = replace(TEA, state="draft"), replace(TEA, way="link")
    binned = replace(TEA, binned_at=datetime(2026, 11, 1))
    for product in (TEA, draft, link, binned):
        (line,) = lines(product, firsts={(1, ""): OLD})
        assert (line.first, line.missing, line.too_late) == (OLD, True, False)
    assert lines(binned) == ()
    (line,) = lines(TEA, costs=[UnitCost(1, "", 7_00, NEW)], firsts={(1, ""): OLD})
    assert (line.cost, line.missing, line.too_late) == (7_00, False, True)
    noted = [UnitCost(1, "", 7_00, NEW), UnitCost(1, "", 6_00, OLD)]
    (line,) = lines(TEA, costs=noted, firsts={(1, ""): OLD})
    assert (line.cost, line.missing, line.too_late) == (7_00, False, False)


@pytest.mark.parametrize(
    ("costs", "sold", "uncovered"),
    [
        ([], {}, ["红", "蓝"]),
        ([], {"蓝": (1, 50_00)}, ["蓝"]),
        ([("蓝", OLD)], {"蓝": (1, 50_00)}, ["红"]),
        ([("蓝", NEW)], {}, ["红", "蓝"]),
        ([("红", OLD), ("蓝", NEW)], {}, ["蓝"]),
        ([("红", OLD), ("蓝", OLD)], {}, [""]),
        ([("", NEW)], {}, ["", "红", "蓝"]),
        ([("", OLD)], {}, []),
    ],
)
def test_some_line_of_goods_with_options_asks_for_the_cost_of_their_orders(costs, sold, uncovered):
    """Options that sold before the last days asked for nothing, nor did an option that orders
    name and the product does not."""
    keys = {"": "", "红": sku_key(RED), "蓝": sku_key(BLUE)}
    found = lines(
        SHIRT,
        costs=[UnitCost(2, keys[option], 7_00, since) for option, since in costs],
        sold={(2, keys[option]): one for option, one in sold.items()},
        firsts={(2, ""): date(2026, 6, 1)},
    )
    assert sorted(line.option for line in found if line.uncovered) == uncovered
