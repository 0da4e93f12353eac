"""What the seller notes about the deposit beside the ledger: dated facts read on the phone.

Each can be overwritten, binned and brought back, unlike a ledger line. Amounts are fen; ``id`` is
0 until it is written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar, Final

from ksdesk.domain.calendar import month_end, month_start
from ksdesk.domain.deposit.ledger import ACCOUNTS
from ksdesk.domain.notes import Note
from ksdesk.domain.rulebook import Override, Value

MEASURES: Final = (
    "cart_closed",
    "listing_closed",
    "selling_closed",
    "withdrawal_limited",
    "functions_limited",
    "sub_shop_transfer",
)
"""What the platform may do below the line, in the order of the rule (keys deposit.measure.*):
关闭小黄车, 关闭商品上架, 关闭商品销售, 限制货款提现, 限制/关闭其他功能, 从子店铺货款划转补足."""
SPECIAL_CATEGORIES: Final[Mapping[str, str]] = {
    "jewellery": "珠宝玉石",
    "alcohol": "酒类",
    "second_hand": "二手",
    "fresh": "生鲜",
    "beauty": "美妆",
    "food": "食品",
    "health_food": "保健食品",
    "electronics": "数码家电",
    "antiques": "文玩收藏",
    "virtual": "虚拟商品",
}
"""Categories to choose from that may need 特殊类目店铺保证金, with their platform names; which of
them do, and how much, the phone shows.  A seller's own words are as good as a code."""


_CODES: Final = {name: code for code, name in SPECIAL_CATEGORIES.items()}


def category_code(name: str) -> str:
    """One word for a category, whether its code or its platform name (酒类: alcohol) was noted."""
    return _CODES.get(name.strip(), name.strip())


HAPPENED: Final = "happened"
LIFTED: Final = "lifted"


@dataclass(frozen=True, kw_only=True)
class DepositNote(Note):
    """What all of them have."""

    topics: ClassVar[tuple[str, ...]] = ("deposit", "today")


def _account(name: str) -> None:
    if name not in ACCOUNTS:
        raise ValueError(f"unknown deposit account {name!r}")


def _not_negative(*figures: int | None) -> None:
    if any(figure is not None and figure < 0 for figure in figures):
        raise ValueError("a figure of the seller's is not negative")


@dataclass(frozen=True)
class AccountState(DepositNote):
    """An account is frozen (冻结) from a day on, or no longer."""

    account: str
    day: date
    frozen: bool

    def __post_init__(self) -> None:
        _account(self.account)


@dataclass(frozen=True)
class SubShop(DepositNote):
    """A 子店铺 and its receivables (货款), from which the platform may transfer."""

    single = ("name",)

    name: str
    receivables: int
    noted_on: date

    def __post_init__(self) -> None:
        _not_negative(self.receivables)


@dataclass(frozen=True)
class MeasureEvent(DepositNote):
    """On ``day`` the platform took a measure (one of `MEASURES`), or lifted it."""

    measure: str
    state: str
    day: date

    def __post_init__(self) -> None:
        if self.measure not in MEASURES or self.state not in (HAPPENED, LIFTED):
            raise ValueError(f"unknown measure {self.measure!r} {self.state!r}")


@dataclass(frozen=True)
class ShownLine(DepositNote):
    """What the phone showed as due for an account; ``due`` is the day by which, if it said so."""

    account: str
    amount: int
    day: date
    due: date | None = None

    def __post_init__(self) -> None:
        _account(self.account)
        _not_negative(self.amount)


@dataclass(frozen=True)
class LineCategory(DepositNote):
    """A category (特殊类目) that asks for more, open from a day until the day before another.

    A day to come makes it planned. ``amount`` is what the phone shows, None where nobody knows:
    on top of the rest for the own account, in all for the promotion account.
    """

    name: str
    amount: int | None
    opened_on: date
    closed_on: date | None = None
    account: str = "own"

    def __post_init__(self) -> None:
        _account(self.account)
        _not_negative(self.amount)
        if self.closed_on is not None and self.closed_on < self.opened_on:
            raise ValueError("closed before it was opened")

    def open_on(self, day: date) -> bool:
        """Whether it counts on *day*."""
        return self.opened_on <= day and (self.closed_on is None or day < self.closed_on)


@dataclass(frozen=True)
class Adjustment(DepositNote):
    """What the platform adds for last natural month's sales from ``day`` on, until the next one.

    The level, not the step. ``month`` is the first day of the month whose sales it was set for.
    """

    amount: int
    day: date
    month: date | None = None

    def __post_init__(self) -> None:
        _not_negative(self.amount)


@dataclass(frozen=True)
class SalesTier(DepositNote):
    """A tier (档) as the phone shows it: from these sales in a natural month on, 店铺保证金 without
    special categories is ``amount``.
    """

    single = ("sales_from", "valid_from")

    sales_from: int
    amount: int
    valid_from: date | None = None

    def __post_init__(self) -> None:
        _not_negative(self.sales_from, self.amount)


@dataclass(frozen=True)
class MonthSales(DepositNote):
    """What a natural month sold, in all or in one ``category``.

    ``until`` is the last day counted where the month was not over. ``origin``: typed, or orders.
    """

    single = ("month", "category")

    month: date
    amount: int
    until: date | None = None
    category: str = ""
    origin: str = "typed"

    def __post_init__(self) -> None:
        object.__setattr__(self, "month", month_start(self.month))
        _not_negative(self.amount)

    @property
    def whole(self) -> bool:
        """Whether the figure covers its whole month."""
        return self.until is None or self.until >= month_end(self.month)


@dataclass(frozen=True)
class RefundCase(DepositNote):
    """The way back of a deposit (退回): what has happened so far, each with its day."""

    account: str = "promotion"
    closed_on: date | None = None
    exit_rule_on: date | None = None
    applied_on: date | None = None
    deducted_on: date | None = None
    deducted: int = 0
    paid_on: date | None = None
    paid: int = 0

    def __post_init__(self) -> None:
        _account(self.account)
        _not_negative(self.deducted, self.paid)

    @property
    def state(self) -> str:
        """preparing, applied, deducted or paid."""
        for state, day in (
            ("paid", self.paid_on),
            ("deducted", self.deducted_on),
            ("applied", self.applied_on),
        ):
            if day is not None:
                return state
        return "preparing"


@dataclass(frozen=True)
class OwnFigure(DepositNote):
    """The seller's own figure for a rule, with the days it holds and the day it was written."""

    topics = ("guide", "deposit", "today")

    key: str
    value: Value
    valid_from: date | None = None
    valid_to: date | None = None
    unit: str = ""
    written_on: date | None = field(default=None, compare=False)

    @property
    def override(self) -> Override:
        """As the rule book takes it."""
        return Override(self.key, self.value, self.valid_from, self.valid_to, self.note, self.unit)


@dataclass(frozen=True)
class Compared(DepositNote):
    """A balance that was held against the phone (对账): phone minus book was ``difference``."""

    account: str
    day: date
    shown: int
    difference: int

    def __post_init__(self) -> None:
        _account(self.account)


KINDS: Final[tuple[type[DepositNote], ...]] = (
    AccountState,
    SubShop,
    MeasureEvent,
    ShownLine,
    LineCategory,
    Adjustment,
    SalesTier,
    MonthSales,
    RefundCase,
    OwnFigure,
    Compared,
)
