"""What the platform's words for a case mean, old and new ones, codes as well."""

from __future__ import annotations

import pytest

from ksdesk.domain.aftersales.states import by_platform, kind_of, paid_back, state_of


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ("10", "waiting_seller"),
        ("买家仅退款申请", "waiting_seller"),
        ("买家退货退款申请", "waiting_seller"),
        ("平台介入-买家退货退款申请", "waiting_seller"),
        ("22", "waiting_buyer"),
        ("商品回寄信息待买家更新", "waiting_buyer"),
        ("商品回寄信息待卖家确认", "waiting_receipt"),
        ("待商家收货", "waiting_receipt"),
        ("待买家确认收货", "waiting_buyer"),
        ("待买家退货", "waiting_buyer"),
        ("商家已同意，待买家退货", "waiting_buyer"),
        ("待商家处理", "waiting_seller"),
        (" 待商家\n处理 ", "waiting_seller"),
        ("商家驳回，等待买家修改", "waiting_buyer"),
        ("退款执行中", "closed"),
        ("退款成功", "closed"),
        ("售后成功", "closed"),
        ("售后关闭", "closed"),
        ("商家同意退款，退款成功", "closed"),
        ("买家已撤销申请", "closed"),
        ("退款失败", "closed"),
        ("60", "closed"),
        ("没见过的词", "waiting_seller"),
        ("", "waiting_seller"),
        (None, "waiting_seller"),
    ],
)
def test_whose_turn_a_state_is(said, state):
    assert state_of(said) == state


@pytest.mark.parametrize(
    ("said", "state", "kind"),
    [
        ("仅退款", "", "refund_only"),
        ("10", "", "refund_only"),
        ("1", "", "return_refund"),
        ("退货退款", "", "return_refund"),
        ("3", "", "exchange"),
        ("换货", "待买家退货", "exchange"),
        ("", "买家仅退款申请", "refund_only"),
        ("", "40", "return_refund"),
        ("", "售后成功", ""),
    ],
)
def test_the_kind_by_its_type_else_by_the_state(said, state, kind):
    assert kind_of(said, state) == kind


def test_money_went_back_and_the_platform_decides():
    assert [paid_back(said) for said in ("60", "售后成功", "退款成功", "退款执行中")] == [True] * 4
    lost = ("退款失败", "70", "售后关闭", "换货成功", "待商家处理", None)
    assert not any(map(paid_back, lost))
    assert by_platform("平台介入-买家仅退款申请") and by_platform("21")
    assert not by_platform("待商家处理")
