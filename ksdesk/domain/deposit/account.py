"""保证金, the deposit: what must lie there and why, what does lie there, what happens below.

Amounts are fen.  The platform keeps three accounts (`ledger.ACCOUNTS`): 自建保证金 ``own``,
推广保证金 ``promotion`` for goods of other platforms, and 跨境保证金 ``cross_border``.
The figures come from the rule book (deposit.toml); the sales tiers and the amounts of special
categories are not public, so they are asked from the seller and never guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate
from typing import Final, Protocol, TypeVar

from ksdesk.domain.deposit.notes import MEASURES as MEASURES
from ksdesk.domain.deposit.notes import SPECIAL_CATEGORIES as SPECIAL_CATEGORIES
from ksdesk.domain.deposit.refund import excess_withdrawal as excess_withdrawal
from ksdesk.domain.deposit.refund import promotion_refund as promotion_refund
from ksdesk.domain.rulebook import DayRules, Rule, RuleBook

PROMOTION: Final = "promotion"
"""Key in ``asked`` for the amount that the phone shows for 推广保证金."""


@dataclass(frozen=True, slots=True)
class LedgerKind:
    """A kind of ledger line; ``sign`` 1 adds to the balance, −1 takes from it, 0 may do either.

    ``moves`` is false where the line only notes something and its amount is 0.
    """

    code: str
    sign: int
    moves: bool = True


LEDGER_KINDS: Final[Mapping[str, LedgerKind]] = {
    kind.code: kind
    for kind in (
        LedgerKind("paid_in", 1),  # 缴存, 补缴
        LedgerKind("special_top_up", 1),  # 特殊类目补缴
        LedgerKind("transfer_in", 1),  # 从子店铺货款划入
        LedgerKind("adjustment", 0),  # 上月销售调整
        LedgerKind("deduction", -1),  # 违规扣款
        LedgerKind("returned", 1),  # 平台退回, 平台赔付商家: a deduction given back
        LedgerKind("fee", -1),  # 手续费, where it is taken from the deposit
        LedgerKind("refund_applied", 0, moves=False),  # 申请退回
        LedgerKind("refund_deducted", -1),  # 退回前扣除
        LedgerKind("refund_paid", -1),  # 已退回
        LedgerKind("withdrawal", -1),  # 超额提现
        LedgerKind("correction", 0),  # 和手机对账的更正
        LedgerKind("reversal", 0),  # 冲销
    )
}


class LedgerError(ValueError):
    """An amount that a kind of ledger line cannot have.

    ``reason`` is ``unknown_kind``, ``zero`` (a line that must move money), ``wrong_sign`` or
    ``no_amount`` (a line that only notes something).
    """

    def __init__(self, kind: str, amount: int, reason: str) -> None:
        super().__init__(f"{kind} {amount}: {reason}")
        self.kind = kind
        self.amount = amount
        self.reason = reason


def check_amount(kind: str, amount: int) -> int:
    """*amount* in signed fen if a line of *kind* may have it, else `LedgerError`."""
    known = LEDGER_KINDS.get(kind)
    if known is None:
        raise LedgerError(kind, amount, "unknown_kind")
    if not known.moves:
        if amount:
            raise LedgerError(kind, amount, "no_amount")
    elif not amount:
        raise LedgerError(kind, amount, "zero")
    elif known.sign * amount < 0:
        raise LedgerError(kind, amount, "wrong_sign")
    return amount


def signed(kind: str, amount: int) -> int:
    """The signed fen of a line of *kind* for which the seller typed *amount* without a sign."""
    known = LEDGER_KINDS.get(kind)
    turned = -abs(amount) if known and known.sign < 0 else amount
    return check_amount(kind, turned)


class Booked(Protocol):
    """What a balance needs of a ledger line."""

    @property
    def day(self) -> date:
        """The day it counts from."""

    @property
    def amount(self) -> int:
        """Signed fen."""


BookedLine = TypeVar("BookedLine", bound=Booked)


def balance(entries: Iterable[Booked], until: date | None = None) -> int:
    """The fen that lie there at the end of *until* (None: of all lines)."""
    return sum(entry.amount for entry in entries if until is None or entry.day <= until)


def running(entries: Sequence[BookedLine]) -> tuple[tuple[BookedLine, int], ...]:
    """Each line with the balance after it, by day and within a day in the order given."""
    ordered = sorted(entries, key=lambda entry: entry.day)
    return tuple(zip(ordered, accumulate(entry.amount for entry in ordered), strict=True))


@dataclass(frozen=True, slots=True)
class ShownDue:
    """What the phone showed as due for an account, and the day it was read there.

    ``moved`` is the part of ``amount`` by which the reasons have moved since it was read; ``sure``
    is false where a reason without an amount came since.
    """

    amount: int
    day: date
    account: str = "own"
    moved: int = 0
    sure: bool = True


@dataclass(frozen=True, slots=True)
class LinePart:
    """One reason of the required line.

    ``code``: base, special, adjustment or promotion.  ``amount`` in fen, None where nobody knows
    it yet.  ``origin``: rule, seller (typed from the phone) or unknown.  ``note`` is the category
    that counts in special and promotion.  ``considered`` are all such categories with their
    amounts; an unknown one among them may still raise the line.  ``sales`` is last natural month's,
    in fen; ``stale`` says that the amount was set for an earlier month, and that the last one sold
    more or nobody said what it sold.
    """

    code: str
    amount: int | None
    rule: Rule | None
    origin: str
    account: str = "own"
    note: str = ""
    considered: tuple[tuple[str, int | None], ...] = ()
    sales: int | None = None
    stale: bool = False

    @property
    def unknown(self) -> bool:
        """Whether an amount is missing that could raise the line."""
        if self.amount is None or self.stale:
            return True
        return any(amount is None for _, amount in self.considered)


@dataclass(frozen=True, slots=True)
class Requirement:
    """What must lie on the accounts on a day: the reasons, and what the phone showed."""

    day: date
    parts: tuple[LinePart, ...]
    shown: tuple[ShownDue, ...] = ()

    def shown_for(self, account: str) -> ShownDue | None:
        """The newest figure of the phone for *account* not after the day."""
        seen = [s for s in self.shown if s.account == account and s.day <= self.day]
        return max(seen, key=lambda s: s.day, default=None)

    def rule_total(self, account: str = "own") -> int:
        """The sum of the reasons in fen; an unknown one counts as 0."""
        return sum(part.amount or 0 for part in self.parts if part.account == account)

    def total_for(self, account: str) -> int:
        """What counts for *account*: the phone's figure, else the sum of the reasons."""
        shown = self.shown_for(account)
        return self.rule_total(account) if shown is None else shown.amount

    def complete_for(self, account: str) -> bool:
        """Whether no missing amount could raise the line of *account*."""
        shown = self.shown_for(account)
        if shown is not None:
            return shown.sure
        return not any(part.unknown for part in self.parts if part.account == account)

    @property
    def own_total(self) -> int:
        """What must lie on 自建保证金."""
        return self.total_for("own")

    @property
    def promotion_total(self) -> int:
        """What must lie on 推广保证金."""
        return self.total_for("promotion")

    @property
    def total(self) -> int:
        """Both accounts together."""
        return self.own_total + self.promotion_total

    @property
    def complete(self) -> bool:
        """Whether no missing amount could raise either line."""
        return self.complete_for("own") and self.complete_for("promotion")

    @property
    def unknown(self) -> tuple[LinePart, ...]:
        """The reasons with a missing amount."""
        return tuple(part for part in self.parts if part.unknown)

    @property
    def difference(self) -> int | None:
        """Phone minus rule book over the accounts that the phone showed; None if it showed none."""
        told = [a for a in ("own", "promotion") if self.shown_for(a) is not None]
        if not told:
            return None
        return sum(self.total_for(account) - self.rule_total(account) for account in told)


def required(
    shop_type: str,
    categories: Iterable[str],
    day: date,
    last_month_sales: int | None,
    rules: RuleBook | DayRules,
    *,
    promotion: bool = False,
    asked: Mapping[str, int | None] | None = None,
    promotion_categories: Mapping[str, int | None] | None = None,
    adjustment: int | None = None,
    stale: bool = False,
    shown: ShownDue | Iterable[ShownDue] | None = None,
) -> Requirement:
    """What must lie on the accounts of a shop on *day*, reason by reason.

    *categories* are the special ones that the shop has open; *asked* holds what the phone shows for
    each (and for `PROMOTION`), 0 for one that needs nothing.  Of several only the highest
    counts (就高).  *last_month_sales* is 上自然月销售额 in fen and *adjustment* what the platform
    added (or took) for it: the tiers are not public, so sales without it leave the line incomplete.
    *stale*: that amount is of an earlier month.  *promotion_categories* are those of the promotion
    account with the 推广保证金 that each asks for in all.
    ValueError where a figure is negative.
    """
    in_force = rules.on(day) if isinstance(rules, RuleBook) else rules
    asked, promotion_categories = asked or {}, promotion_categories or {}
    shown = () if shown is None else (shown,) if isinstance(shown, ShownDue) else tuple(shown)
    figures = (
        *(last_month_sales, *asked.values(), *promotion_categories.values()),
        *(due.amount for due in shown),
    )
    if any(figure is not None and figure < 0 for figure in figures):
        raise ValueError("a figure of the seller's is not negative")
    parts = [_base(shop_type, in_force)]
    if special := _special(categories, asked, in_force):
        parts.append(special)
    if adjustment is not None or last_month_sales:
        rule = in_force.get("deposit.adjustment")
        origin = "unknown" if adjustment is None else "seller"
        parts.append(
            LinePart("adjustment", adjustment, rule, origin, sales=last_month_sales, stale=stale)
        )
    if promotion:
        parts.append(_promotion(asked.get(PROMOTION), promotion_categories, in_force))
    return Requirement(day, tuple(parts), shown)


def _base(shop_type: str, rules: DayRules) -> LinePart:
    """The minimum of the shop type where the seller has set one, else the general minimum."""
    return _by_rule("base", rules.get(f"deposit.base.{shop_type}") or rules.get("deposit.base"))


def _promotion(
    asked: int | None, categories: Mapping[str, int | None], rules: DayRules
) -> LinePart:
    """What the phone shows, else the minimum; a category that asks for more raises it."""
    rule = rules.get("deposit.promotion")
    if asked is None:
        part = _by_rule("promotion", rule, "promotion")
    else:
        part = LinePart("promotion", asked, rule, "seller", "promotion")
    part = replace(part, considered=tuple(categories.items()))
    known = [(amount, name) for name, amount in categories.items() if amount is not None]
    amount, name = max(known, key=lambda pair: pair[0], default=(0, ""))
    if amount <= (part.amount or 0):
        return part
    return replace(part, amount=amount, origin="seller", note=name)


def _by_rule(code: str, rule: Rule | None, account: str = "own") -> LinePart:
    if rule is None or not isinstance(rule.value, int):
        return LinePart(code, None, rule, "unknown", account)
    return LinePart(code, rule.value, rule, "seller" if rule.own else "rule", account)


def _special(
    categories: Iterable[str], asked: Mapping[str, int | None], rules: DayRules
) -> LinePart | None:
    """The highest of the special categories' amounts; None if there is no such category."""
    considered = tuple((name, asked.get(name)) for name in dict.fromkeys(categories))
    if not considered:
        return None
    rule = rules.get("deposit.special.highest")
    known = [(amount, name) for name, amount in considered if amount is not None]
    if not known:
        return LinePart("special", None, rule, "unknown", considered=considered)
    amount, name = max(known, key=lambda pair: pair[0])
    return LinePart("special", amount, rule, "seller", note=name, considered=considered)


@dataclass(frozen=True, slots=True)
class Standing:
    """A balance against its line, in fen; ``complete`` is false where the line may be higher."""

    balance: int
    line: int
    complete: bool = True

    @property
    def shortfall(self) -> int:
        """What is missing, 0 if enough."""
        return max(0, self.line - self.balance)

    @property
    def surplus(self) -> int:
        """What lies above the line, 0 if not enough."""
        return max(0, self.balance - self.line)

    @property
    def enough(self) -> bool:
        """Whether the balance reaches the line; one fen below it does not."""
        return self.balance >= self.line

    @property
    def measures(self) -> tuple[str, ...]:
        """Codes of `MEASURES` that the platform may take: all six below the line, else none."""
        return () if self.enough else MEASURES


def standing(balance: int, requirement: Requirement, account: str = "own") -> Standing:
    """How *balance* of *account* stands against what is required."""
    return Standing(balance, requirement.total_for(account), requirement.complete_for(account))
