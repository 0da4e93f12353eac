"""Where an order stands, by the words and numbers of files."""

from __future__ import annotations

import pytest

from ksdesk.domain.orders.states import joined, refund_of, refund_of_lines, state_of, waits
from ksdesk.domain.promotion.order_facts import Line

SAID = {
    "unpaid": "10 待付款 等待买家付款 待支付 Unpaid WAIT_BUYER_PAY",
    "to_ship": "30 待发货 已付款 买家已付款，等待卖家发货 未发货 备货中 支付成功 待出库"
    " 待打单 已接单 WAIT_SELLER_SEND_GOODS",
    "part": "部分发货 部分已发货 SELLER_CONSIGNED_PART",
    "shipped": "40 50 已发货 已签收 待收货 卖家已发货，等待买家确认 运输中 待揽收 已发货，退款关闭"
    " 揽收中 in_transit WAIT_BUYER_CONFIRM_GOODS",
    "done": "70 订单成功 交易成功 已完成 交易完成 已收货 待评价 TRADE_FINISHED",
    "closed": "80 订单失败 交易关闭 已取消 退款成功 买家取消 已关闭 Cancelled",
    "blocked": "拼团中 风控审核中 履约拦截",
    "unknown": "0 未知 随便",
}


@pytest.mark.parametrize(("state", "words"), SAID.items())
def test_old_and_new_words_and_numbers_are_understood(state, words):
    assert {word: state_of(word) for word in words.split()} == dict.fromkeys(words.split(), state)


def test_an_empty_state_says_nothing():
    assert state_of(None) == state_of("  ") == "unknown"


@pytest.mark.parametrize(
    ("states", "whole"),
    [
        (("to_ship", "to_ship"), "to_ship"),
        (("to_ship", "shipped"), "part"),
        (("closed", "to_ship"), "to_ship"),
        (("shipped", "done"), "shipped"),
        (("to_ship", "blocked"), "blocked"),
        (("closed", "closed"), "closed"),
        (("closed", "unknown"), "closed"),
    ],
)
def test_lines_that_stand_differently_make_one_order(states, whole):
    assert joined(states) == whole


@pytest.mark.parametrize(
    ("paid", "back", "said", "shown"),
    [
        (5_000, 0, "", ""),
        (5_000, 1, "", "part"),
        (5_000, 5_000, "", "whole"),
        (5_000, 0, "退款成功", "whole"),
        (5_000, 0, "部分退款成功", "part"),
        (5_000, 1_000, "退款成功", "part"),
        (None, 1_000, "", "part"),
        (5_000, 0, "退款中", ""),
    ],
)
def test_what_went_back(paid, back, said, shown):
    assert refund_of(paid, back, said) == shown


SAID_BACK = {
    "whole": "退款成功 已退款 全额退款 全部退款 全款已退 已全额退款 退货完成 退款已到账 售后成功"
    " 已退货 60 refunded Refund_Success full-refund",
    "part": "部分退款 部分退款成功 部分退货成功 部分商品退款成功 退款（部分）成功 运费退款成功"
    " 补偿退款成功 退差价成功 partially_refunded Partial_Refund",
    "": "退款中 退款关闭 退款失败 退款未成功 未退款 全额退款申请中 全额退款关闭 部分退款申请中"
    " 部分退款关闭 补偿退款被拒绝 换货成功 补寄成功 50 70 unrefunded refund_requested 无",
}


@pytest.mark.parametrize(("back", "words"), SAID_BACK.items())
def test_what_words_say_of_what_went_back_is_the_same_for_list_and_profit(back, words):
    assert {word: refund_of(5_000, 0, word) for word in words.split()} == dict.fromkeys(
        words.split(), back
    )
    for word in words.split():
        line = Line(paid=5_000, state="已发货", after_sale=word)
        assert line.refunded is (back == "whole"), word


@pytest.mark.parametrize(
    ("back", "lines", "shown"),
    [
        (0, [(0, "退款成功")], "whole"),
        (0, [(5_000, "退款成功"), (0, "")], "whole"),
        (0, [(5_000, "退款成功"), (3_000, "")], "part"),
        (0, [(5_000, ""), (3_000, "")], ""),
        (0, [(0, ""), (0, "")], ""),
        (8_000, [(5_000, ""), (3_000, "")], "whole"),
        (7_999, [(5_000, ""), (3_000, "")], "part"),
        (5_000, [(5_000, ""), (None, "")], "whole"),
        (5_000, [(None, ""), (None, "")], "part"),
        (0, [], ""),
    ],
)
def test_what_went_back_of_an_order_of_several_lines(back, lines, shown):
    assert refund_of_lines(back, lines) == shown


@pytest.mark.parametrize(
    ("status", "said", "to_send"),
    [
        ("待发货", "", True),
        ("待发货", "退款成功", False),
        ("待发货", "部分退款成功", True),
        ("已发货", "", False),
        ("待付款", "", False),
    ],
)
def test_what_is_paid_and_not_paid_back_is_to_be_sent(status, said, to_send):
    assert waits(status, said) is to_send
