"""售后状态 and 售后类型: what the platform's words and codes say about whose turn it is."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

CODES: Final = {
    **dict.fromkeys(("10", "11", "20", "21"), "waiting_seller"),
    **dict.fromkeys(("22", "30", "45"), "waiting_buyer"),
    "40": "waiting_receipt",
    **dict.fromkeys(("50", "60", "70"), "closed"),
}
"""The platform's codes of states; 2x: the platform has stepped in."""

KIND_CODES: Final = {"1": "return_refund", "10": "refund_only", "3": "exchange"}

_STATES: Final = (
    # What waits for somebody is not over, whatever it waits for (待商家确认, 退款成功后…).
    ("waiting_receipt", r"待(商家|卖家)(确认)?(收货|签收|退货|收到)|待收货"),
    ("waiting_receipt", r"(回寄|寄回|退货)\S*待(商家|卖家)|买家已(退货|寄回|发货)"),
    ("waiting_buyer", r"待(买家|用户)|待(退货|寄回|补充)"),
    ("waiting_seller", r"待(商家|卖家|处理|审核)|未处理"),
    ("closed", r"成功|完成|完结|关闭|取消|撤销|撤回|失败|已退款|执行中|退款中|closed|success"),
    ("waiting_buyer", r"同意|拒绝|驳回"),
)  # fmt: skip
_platform = re.compile(r"平台|介入|仲裁").search
_paid_back = re.compile(r"成功|已退款|执行中|退款中|退款完成|success", re.IGNORECASE).search
_lost = re.compile(
    r"换货|失败|关闭|取消|撤销|撤回|拒绝|未成功|不成功|closed|cancel", re.IGNORECASE
).search


@lru_cache
def state_of(said: str | None) -> str:
    """waiting_seller, waiting_buyer, waiting_receipt or closed. What nobody has seen yet is the
    seller's turn: a deadline that is told for nothing does less harm than one that is missed.

    >>> state_of("30"), state_of("售后关闭"), state_of("待商家处理")
    ('waiting_buyer', 'closed', 'waiting_seller')
    """
    text = _tidy(said)
    if text in CODES:
        return CODES[text]
    found = (state for state, shape in _STATES if re.search(shape, text, re.IGNORECASE))
    return next(found, "waiting_seller")


@lru_cache
def kind_of(said: str | None, state: str | None = "") -> str:
    """refund_only, return_refund or exchange by the type, else by the state; "" if neither says.

    >>> kind_of("", "平台介入-买家仅退款申请"), kind_of("3"), kind_of("补寄")
    ('refund_only', 'exchange', '')
    """
    text = _tidy(said)
    if text in KIND_CODES:
        return KIND_CODES[text]
    words = text + _tidy(state)
    if "换货" in words:
        return "exchange"
    if "仅退款" in words or "未发货退款" in words or _tidy(state) in ("10", "20"):
        return "refund_only"
    if "退货" in words or "寄回" in words or _tidy(state) in ("11", "21", "22", "30", "40"):
        return "return_refund"
    return ""


def by_platform(said: str | None) -> bool:
    """Whether the platform decides now: the seller's 48 hours are no longer the clock."""
    text = _tidy(said)
    return text in ("20", "21", "22") or bool(_platform(text))


@lru_cache
def paid_back(said: str | None) -> bool:
    """Whether the state says that the buyer has, or is getting, the money."""
    text = _tidy(said)
    return text in ("50", "60") or bool(_paid_back(text) and not _lost(text))


def _tidy(said: str | None) -> str:
    return re.sub(r"\s+", "", said or "")
