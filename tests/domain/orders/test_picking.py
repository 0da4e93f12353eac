"""What is to be taken off the shelf."""

from __future__ import annotations

from ksdesk.domain.orders.list import OrderLine, ShownOrder
from ksdesk.domain.orders.picking import picked


def line(name: str, pieces: int | None = 1, status: str = "待发货", **rest) -> OrderLine:
    return OrderLine(name=name, quantity=pieces, status=status, **rest)


def test_pieces_are_summed_by_product_and_option_and_orders_are_counted_once():
    orders = [
        ShownOrder(1, lines=(line("柿饼", 2, spec="1kg"), line("柿饼", 1, spec="500g"))),
        ShownOrder(2, lines=(line("柿饼", None, spec="1kg"), line("柿饼", 3, spec="1kg"))),
    ]
    assert [(one.spec, one.pieces, one.orders) for one in picked(orders)] == [
        ("1kg", 6, 2),
        ("500g", 1, 1),
    ]


def test_what_is_gone_or_paid_back_is_left_on_the_shelf_and_a_gift_goes_along():
    lines = (
        line("柿饼", status="已发货"),
        line("苹果", after_sale="退款成功"),
        line("核桃", status="交易关闭"),
        line("小勺", paid=0, gift=True),
    )
    assert [one.name for one in picked([ShownOrder(1, lines=lines)])] == ["小勺"]
