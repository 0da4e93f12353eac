"""What a state says of a sale, by its meaning and not by a list."""

from __future__ import annotations

import pytest

from ksdesk.domain.order_states import is_sale

SALES = """已付款|待发货|已发货|已签收|订单成功|交易成功|已完成|30|40|50|70|部分发货|待收货|待评价
退款关闭|退款失败|售后关闭|已签收，退款关闭|买家撤销退款|退款申请已取消|部分退款|预售待发货|paid|shipped
completed|已揽收|待揽收|售后完结|发货超时|取消申请被拒绝|取消订单申请已驳回|申请取消失败
取消申请被拒|补偿退款成功|退差价完成|退款中|仅退款申请中|cancellation_rejected|partially_refunded
partial refund|refund rejected|refund closed
待自提，货到付款|未确认收货|未发货（已付款）|WAIT_SELLER_SEND_GOODS"""
NONE = """撤单|已撤单|未成团|买家申请取消已同意|同意取消
待付款|未付款|待支付|未支付|等待买家付款|买家取消|已取消|系统取消|订单失败|交易关闭|已关闭
交易失败|退款成功|已退款|全额退款|退货退款成功|已退货|拒收|订单作废|已失效|10|80|cancelled|Canceled|closed|unpaid
refunded|awaiting payment|pending_payment|订单取消（超时未支付）|待 付款|售后完成|支付超时
待成团|拒签|买家拒签|撤销订单|订单已撤销|取消订单成功
待买家支付|待确认付款|未成功付款|未完成付款|还没付款|待付尾款|waiting_payment|WAIT_BUYER_PAY
拼团未成功|TRADE_NO_CREATE_PAY|PAY_PENDING|payment_pending|Not_paid|payment_timeout|REFUND_SUCCESS
refund_completed|rejected|已退全款|已退单|已退订|已删除|no pay
退款|仅退款|退货退款|退货|退单|全部退款|refund|returned|voided|expired|payment declined
退款完毕|退款到账|退款(成功)|已全退|款已退|已退款关闭"""


@pytest.mark.parametrize("state", [*SALES.replace("\n", "|").split("|"), "", None])
def test_these_are_sales(state) -> None:
    assert is_sale(state)


@pytest.mark.parametrize("state", NONE.replace("\n", "|").split("|"))
def test_these_are_none(state) -> None:
    assert not is_sale(state)
