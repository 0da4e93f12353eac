"""订单状态: what a state of an order says about a sale, by its meaning. No list holds them all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

UNPAID, FAILED = "10", "80"
"""Codes of the platform: 待付款 and 订单失败 (cancelled orders become the latter)."""

# What happened to a wish for money back or another piece says nothing against the sale.
_STANDS: Final = re.compile(
    r"(申请)?取消(订单)?(的?申请)?(已|被)*(拒绝|拒(?![收签])|驳回|失败|关闭|撤销|未通过)"
    r"|(?<!已)(退款|退货|换货|售后|维权|申请)+(单|申请|已|被|自动)*"
    r"(关闭|失败|取消|撤销|拒绝|驳回|完结)"
    r"|(取消|撤销|关闭|拒绝|驳回)了?(买家)?(退款|退货|换货|售后)"
    r"|(部分|补偿|差价|运费)退款|未(取消|关闭)"
    r"|part(ial(ly)?)?[_-]?(refund(ed)?|cancel\w*)"
    r"|(refund|return|after-?sales?|cancell?ation)s?[_-]?(request)?[_-]?(is|was)?"
    r"[_-]?(fail\w*|reject\w*|closed|cancel\w*|declined|denied)",
    re.IGNORECASE,
)
_NO_SALE: Final = re.compile(
    r"[待未没](买家|用户|客户|顾客|成功|完成|确认|继续|有)*(付|支付|下单)|等待.{0,4}付款"
    r"|付款中|支付中|(付款|支付)超时|取消|关闭|失败|作废|无效|失效|拒[收签]"
    r"|撤单|撤销(订单|交易)|(订单|交易)(已|被)?撤销|[待未]成团|团未成功|已删除"
    r"|(退款|退货|售后)+[(（]?已?(成功|完成|完毕|到账)|已(全额)?退(全款|[款货单订])|全(额|部)退款|[全款]已?退"
    # The bare word for it, where the file has one column for the order and its after-sales.
    r"|^(仅|只|整单|全部)?(退款|退货|退货退款|退款退货|退单)$"
    r"|cancel|closed|unpaid|refunded|failed|void|expired|declined|returned|^refund$"
    r"|refund[_-]?(success|complete|done)|^(order[_-]?)?rejected$|not?[_-]?(create[_-]?)?(paid|pay)"
    r"|(await|pend|wait)(ing)?[_-]?(for|buyer)?[_-]?pay|pay(ment)?[_-]?(pend|time[_-]?out)",
    re.IGNORECASE,
)
_GRANTED: Final = re.compile("申请取消.{0,3}(同意|成功|通过)|同意取消")


def is_sale(state: str | None) -> bool:
    """Whether an order in this state was paid and stands; one that says nothing does.

    >>> is_sale("已发货"), is_sale("买家取消"), is_sale("已签收，退款关闭")
    (True, False, True)
    """
    text = re.sub(r"\s+", "", state or "")
    if text in (UNPAID, FAILED) or _GRANTED.search(text):
        return False
    return not _NO_SALE.search(_STANDS.sub("", text))


def no_sales(states: Iterable[str]) -> tuple[str, ...]:
    """Those of the states that are no sales."""
    return tuple(state for state in states if not is_sale(state))
