"""What the book knows of one order that brings or costs something: its rows, settlements, cases."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from ksdesk.domain.order_states import is_sale
from ksdesk.domain.orders.states import refund_of

_UNPAID: Final = re.compile(
    r"[待未](付|支付|买家付|用户付|下单)|等待.{0,4}付款|付款中|支付中|unpaid"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A row of an order: one product or option. Money in fen, None where the export has none.

    `product` is its number in the book, 0 where it is none of the book's, and `item` what it is
    then called. `state` and `after_sale` are 订单状态 and 售后状态, `paid_for`: it has a moment of
    payment, `promoted`: a promoter is named, who gets a commission.
    """

    product: int = 0
    sku_key: str = ""
    item: str = ""
    paid: int | None = None
    quantity: int = 1
    state: str = ""
    after_sale: str = ""
    paid_for: bool = False
    commission: int | None = None
    promoted: bool = False
    tracking: tuple[str, ...] = ()
    shipped: bool = False

    @property
    def said(self) -> str:
        """All that is said of its state."""
        return self.state + self.after_sale

    @property
    def refunded(self) -> bool:
        """Whether its state says that all of the money went back."""
        if refund_of(None, 0, self.said) == "part":
            return False
        return not is_sale(self.state) or bool(refund_of(None, 0, self.after_sale))

    @property
    def refunded_in_part(self) -> bool:
        """Whether its state says that a part of the money went back; it never says how much."""
        return self.was_paid and refund_of(None, 0, self.said) == "part"

    @property
    def was_paid(self) -> bool:
        """Whether money came in, be it that it went back since."""
        if _UNPAID.search(self.state):
            return False
        went_back = refund_of(None, 0, self.state) or refund_of(None, 0, self.after_sale)
        return is_sale(self.state) or self.paid_for or bool(went_back)


@dataclass(frozen=True, slots=True)
class Settled:
    """A row of a settlement: what was paid out `on` a day, the refund it takes off, its fees."""

    on: date
    product: int = 0
    item: str = ""
    paid: int | None = None
    refund: int = 0
    fee: int = 0
    commission: int = 0
    quantity: int = 1


@dataclass(frozen=True, slots=True)
class EndedCase:
    """An after-sales case that ended `on` a day: the money that went back (0: none), `returned`:
    with the goods, and the `cost` beyond the refund that the seller noted, None where none is.
    `product` and `item` as in `Line`, as far as the case says what it is about; `untold`: money
    went back, and nobody says how much."""

    on: date
    refund: int
    returned: bool | None = None
    cost: int | None = None
    product: int = 0
    item: str = ""
    untold: bool = False


@dataclass(frozen=True)
class Order:
    """All that the book knows of one order. Money in fen.

    `day` is that of the order. Without `lines` only settlements and fees name it. `sent_back` is
    what the platform took for the way back of its goods.
    """

    number: str
    day: date
    province: str = ""
    lines: Sequence[Line] = ()
    settled: Sequence[Settled] = ()
    claims: Sequence[EndedCase] = ()
    insurance: int = 0
    penalties: int = 0
    sent_back: int = 0
