"""举证材料: one case gathered for the platform, in Chinese, for that is who reads it.

Nothing of a buyer's own is in it: no name, telephone or address, wherever it was noted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from ksdesk.domain.aftersales.cases import AftersalesCase
from ksdesk.domain.aftersales.clocks import Clock
from ksdesk.domain.personal import blotted

KINDS: Final = {
    "refund_only": "仅退款",
    "return_refund": "退货退款",
    "exchange": "换货",
    "": "售后",
}
_WHO: Final = {"seller": "店家", "buyer": "买家", "courier": "快递", "platform": "平台"}
_FAULTS: Final = {"mine": "店家", "courier": "快递", "buyer": "买家", "unclear": "说不清"}
_CHECKED: Final = {
    "photos": "看了买家的照片",
    "shipping": "查了发货前检查",
    "courier": "问了快递",
}
_BEFORE_SHIPPING: Final = {
    "flaw": "无瑕疵",
    "quality": "无质量问题",
    "missing": "不少件",
    "wrong": "不错发",
    "packed": "包装妥善",
}
"""The checks of `ksdesk.domain.orders.work`."""
_PLANS: Final = {
    "refunded": "退款，货不用寄回",
    "returned": "货寄回后退款",
    "partly": "退一部分",
    "exchanged": "换货",
    "resent": "补发",
    "kept": "不退",
    "withdrawn": "买家撤销",
}
_TURNS: Final = {
    "waiting_seller": "轮到店家处理",
    "waiting_buyer": "店家已答复，等买家",
    "waiting_receipt": "买家已寄回",
}


@dataclass(frozen=True)
class SoldOrder:
    """What is known of the order: the goods, what was paid (fen, all lines), its moments, its
    parcel, and what was checked before shipping. Empty or None where nothing says it."""

    product: str = ""
    product_id: str = ""
    paid: int | None = None
    paid_at: datetime | None = None
    ship_by: datetime | None = None
    shipped_at: datetime | None = None
    courier: str = ""
    tracking_no: str = ""
    checks: tuple[str, ...] = ()


@dataclass(frozen=True)
class EvidencePart:
    """A part of the pack: its heading and its rows; without rows nothing is known of it."""

    code: str
    heading: str
    rows: tuple[tuple[str, str], ...]


def title_of(case: AftersalesCase) -> str:
    """What the pack is called."""
    return f"售后材料 订单尾号 {case.order_no[-4:]}"


def summary_of(case: AftersalesCase) -> str:
    """What happened, in a few sentences."""
    money = f" {_yuan(case.refund)} 元" if case.refund is not None else ""
    reason = f"，原因：{case.reason}" if case.reason else ""
    opened = f"{_moment(case.opened)} " if case.opened else ""
    pieces = [f"{opened}买家申请{KINDS[case.kind]}{money}{reason}。"]
    first = next((line for line in case.file.said if line[1] == "seller"), None)
    if first is not None:
        pieces.append(f"店家 {_moment(datetime.fromisoformat(first[0]))} 第一次答复。")
    if case.file.fault:
        pieces.append(f"核实的责任：{_FAULTS[case.file.fault]}。")
    if case.file.plan:
        pieces.append(f"店家愿意：{_PLANS[case.file.plan]}。")
    return blotted("".join(pieces))


def parts_of(case: AftersalesCase, order: SoldOrder, clock: Clock) -> tuple[EvidencePart, ...]:
    """All parts, those of which nothing is known as well."""
    made = (
        ("order", "订单", _order(case, order)),
        ("checks", "发货前检查", [(_BEFORE_SHIPPING[check], "通过") for check in order.checks]),
        ("tracking", "物流", _tracking(case, order)),
        ("course", "申请和时限", _course(case, clock)),
        ("found", "核实", _found(case)),
        ("said", "聊天记录摘录", _said(case)),
    )
    return tuple(
        EvidencePart(code, heading, tuple((left, blotted(right)) for left, right in rows if right))
        for code, heading, rows in made
    )


def _order(case: AftersalesCase, order: SoldOrder) -> list[tuple[str, str]]:
    row = case.row
    paid = order.paid if order.paid is not None else (row.paid if row else None)
    shipped = _moment(order.shipped_at)
    if order.shipped_at and order.ship_by:
        shipped += "，没超时" if order.shipped_at <= order.ship_by else "，超时"
    return [
        ("订单编号", case.order_no),
        ("售后单号", case.case_no),
        ("商品", order.product or case.product),
        ("规格", row.spec if row else ""),
        ("实付", f"{_yuan(paid)} 元" if paid is not None else ""),
        ("付款", _moment(order.paid_at)),
        ("承诺发货", _moment(order.ship_by)),
        ("发货", shipped),
    ]


def _tracking(case: AftersalesCase, order: SoldOrder) -> list[tuple[str, str]]:
    return [
        ("快递", f"{order.courier} {order.tracking_no}".strip()),
        ("发出", _moment(order.shipped_at) if order.tracking_no else ""),
        ("退回单号", case.row.return_no if case.row else ""),
        ("买家寄回", _moment(case.row.sent_back_at) if case.row else ""),
    ]


def _course(case: AftersalesCase, clock: Clock) -> list[tuple[str, str]]:
    found = [(at, _TURNS[state]) for at, state in case.file.turns]
    if case.opened:
        found.append((case.opened.isoformat(), f"买家申请{KINDS[case.kind]}"))
    if clock.due is not None:
        found.append((clock.due.isoformat(), "时限到"))
    if case.closed_at:
        found.append((case.closed_at.isoformat(), "结束"))
    found.sort()
    return [(_moment(datetime.fromisoformat(at)), what) for at, what in found]


def _found(case: AftersalesCase) -> list[tuple[str, str]]:
    file = case.file
    return [
        ("查了什么", "、".join(_CHECKED[code] for code in file.checked)),
        ("责任", _FAULTS.get(file.fault, "")),
        ("打算", _PLANS.get(file.plan, "")),
    ]


def _said(case: AftersalesCase) -> Iterator[tuple[str, str]]:
    for at, who, words, _step in case.file.said:
        yield f"{_moment(datetime.fromisoformat(at))} {_WHO.get(who, '')}", words


def _moment(at: datetime | None) -> str:
    return f"{at:%Y-%m-%d %H:%M}" if at is not None else ""


def _yuan(fen: int) -> str:
    return f"{fen // 100}.{fen % 100:02}"
