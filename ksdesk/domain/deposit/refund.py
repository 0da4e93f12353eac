"""The way back: 推广保证金退回, and 提现 of what lies there beyond need. Amounts are fen.

The two conditions of each come from the rule book. What the book cannot know is asked: the text
of 《快手平台小店商家退店规则》 is not public.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from ksdesk.domain.calendar import add_months, last_natural_month, month_start
from ksdesk.domain.deposit.notes import LineCategory, MonthSales, RefundCase, category_code
from ksdesk.domain.rulebook import DayRules, Rule

_FUNCTION: Final = "deposit.refund.promotion.function_closed"
_EXIT: Final = "deposit.refund.promotion.exit_rule"
_PATH: Final = "deposit.refund.promotion.path"
_CLOSED: Final = "deposit.excess.category_closed"
_UNSOLD: Final = "deposit.excess.no_sales"
_DAYS: Final = "deposit.refund.days"


class StepError(ValueError):
    """A step that cannot have happened so.

    ``reason``: too_much (``most`` fen lie there), too_early (not before ``day``),
    too_late (not after ``day``) or frozen.
    """

    def __init__(self, reason: str, *, most: int = 0, day: date | None = None) -> None:
        super().__init__(f"{reason}: {most} {day}")
        self.reason, self.most, self.day = reason, most, day


def clear_month_from(last_sale: date) -> date:
    """The first day whose 上自然月 lies wholly after *last_sale*.

    Sold last on 31 January: February must pass, so 1 March; on 30 November: 1 January.
    """
    return add_months(month_start(last_sale), 2)


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition on a day.

    ``state``: met, not_met, later (met from day ``on``) or asked (nobody said yet). ``known_by``:
    book or seller, "" where asked. ``on`` is the day since which, or from which, it is met.
    """

    code: str
    state: str
    known_by: str
    on: date | None
    rule: Rule | None

    @property
    def met(self) -> bool:
        """Whether it is met."""
        return self.state == "met"


@dataclass(frozen=True, slots=True)
class PromotionRefund:
    """Whether the promotion deposit can be asked back on ``day``, and what would come.

    ``deductions`` come first: ``returned`` is what is left of ``balance``. ``quiet_from`` is the
    first day whose last natural month lies after the last sale (and after closing the function);
    None where neither is known. It is no condition of this refund: the month without sales belongs
    to the excess. ``path`` are the screens to go through. A ``frozen`` account cannot be asked.
    """

    day: date
    conditions: tuple[Condition, ...]
    path: tuple[str, ...]
    balance: int
    deductions: int
    quiet_from: date | None = None
    frozen: bool = False

    @property
    def ready(self) -> bool:
        """Whether both conditions are met and it can be asked."""
        return all(condition.met for condition in self.conditions) and not self.frozen

    @property
    def returned(self) -> int:
        """What comes back after the deductions."""
        return max(0, self.balance - self.deductions)


def promotion_refund(
    balance: int,
    day: date,
    rules: DayRules,
    *,
    closed_on: date | None = None,
    exit_rule_on: date | None = None,
    last_sale: date | None = None,
    deductions: int = 0,
    frozen: bool = False,
) -> PromotionRefund:
    """Check the two conditions of 退回推广保证金 on *day*.

    *closed_on*: the day on which 关闭三方平台推广功能 was applied for, *exit_rule_on*: since when
    the seller finds the 退店规则 met (None: not said), *last_sale*: of goods of other platforms,
    *deductions*: fen that will be taken first. ValueError where they are negative.
    """
    if deductions < 0:
        raise ValueError("deductions are not negative")
    known = [d for d in (closed_on, last_sale) if d is not None]
    return PromotionRefund(
        day,
        (
            _dated("function_closed", closed_on, day, "book", "not_met", rules.get(_FUNCTION)),
            _dated("exit_rule", exit_rule_on, day, "seller", "asked", rules.get(_EXIT)),
        ),
        rules.words(_PATH) if _PATH in rules else (),
        balance,
        deductions,
        clear_month_from(max(known)) if known else None,
        frozen,
    )


def _dated(
    code: str, on: date | None, day: date, known_by: str, otherwise: str, rule: Rule | None
) -> Condition:
    if on is None:
        return Condition(code, otherwise, known_by if otherwise != "asked" else "", None, rule)
    return Condition(code, "met" if on <= day else "later", known_by, on, rule)


@dataclass(frozen=True, slots=True)
class ExcessWithdrawal:
    """Whether promotion deposit beyond need (超额推广保证金) can be taken out on ``day``.

    ``category`` asks for the highest promotion deposit (several of one amount with 、, "" where
    none is known); ``line`` is what must stay without it and ``amount`` what lies above that, None
    where an amount that nobody knows may be part of the line. ``ready_on`` is the first day on
    which both conditions are met, None where that is not known. A ``frozen`` account cannot be
    asked.
    """

    day: date
    category: str
    conditions: tuple[Condition, ...]
    line: int
    amount: int | None
    ready_on: date | None
    frozen: bool = False

    @property
    def ready(self) -> bool:
        """Whether both conditions are met and there is something to take out."""
        met = all(condition.met for condition in self.conditions)
        return met and bool(self.amount) and not self.frozen


@dataclass(frozen=True, slots=True)
class _Category:
    """All that is noted of one category by *day*, however often it was opened."""

    name: str
    code: str
    amount: int | None
    closed_on: date | None  # None while it is open


def _categories(rows: Iterable[LineCategory], day: date) -> list[_Category]:
    by_code: dict[str, list[LineCategory]] = {}
    for row in rows:
        if row.account == "promotion" and row.opened_on <= day:
            by_code.setdefault(category_code(row.name), []).append(row)
    found = []
    for code, ours in by_code.items():
        newest = max(ours, key=lambda c: (c.open_on(day), c.opened_on))
        closed = newest.closed_on and max(c.closed_on for c in ours if c.closed_on is not None)
        found.append(_Category(newest.name, code, newest.amount, closed))
    return found


def excess_withdrawal(
    balance: int,
    day: date,
    rules: DayRules,
    *,
    categories: Iterable[LineCategory] = (),
    sales: Iterable[MonthSales] = (),
    minimum: int | None = None,
    closed: bool | None = None,
    unsold: bool | None = None,
    frozen: bool = False,
) -> ExcessWithdrawal:
    """Check the two conditions of 提现超额推广保证金 and compute the amount.

    *categories* are those of the promotion account, *sales* the months by category as far as
    known. *minimum* is what the phone shows as due without them (else the rule's 500 yuan).
    *closed* and *unsold* are the seller's answers, used where the book does not know.
    """
    ours = _categories(categories, day)
    most = max((c.amount for c in ours if c.amount is not None), default=None)
    highest = [c for c in ours if c.amount is None or c.amount == most]
    base = _minimum(rules) if minimum is None else minimum
    still = [c for c in ours if c.closed_on is None or c.closed_on > day]
    line = max([base, *(c.amount for c in still if c.amount is not None and c not in highest)])
    known = all(c.amount is not None for c in still)
    both = (
        _closed(highest, closed, day, rules.get(_CLOSED)),
        _unsold(highest, sales, unsold, day, rules.get(_UNSOLD)),
    )
    days = [condition.on for condition in both]
    ready_on = None
    if all(condition.state in ("met", "later") for condition in both):
        ready_on = max((on for on in days if on is not None), default=day)
    name = "、".join(c.name for c in highest)
    amount = max(0, balance - line) if known else None
    return ExcessWithdrawal(day, name, both, line, amount, ready_on, frozen)


def _minimum(rules: DayRules) -> int:
    return rules.whole("deposit.promotion") if "deposit.promotion" in rules else 0


def _closed(
    highest: Sequence[_Category], answer: bool | None, day: date, rule: Rule | None
) -> Condition:
    if not highest:
        return _answered("category_closed", answer, rule)
    days = [c.closed_on for c in highest if c.closed_on is not None]
    on = max(days) if len(days) == len(highest) else None
    return _dated("category_closed", on, day, "book", "not_met", rule)


def _unsold(
    highest: Sequence[_Category],
    sales: Iterable[MonthSales],
    answer: bool | None,
    day: date,
    rule: Rule | None,
) -> Condition:
    """Nothing sold in the highest categories last natural month, by the months that are known."""
    codes = {c.code for c in highest}
    rows = [s for s in sales if s.category and category_code(s.category) in codes]
    sold = max((s.month for s in rows if s.amount > 0), default=None)
    last_month = last_natural_month(day)[0]
    if sold is not None and sold >= last_month:
        return Condition("no_sales", "later", "book", clear_month_from(sold), rule)
    told = {category_code(s.category) for s in rows if s.month == last_month and s.whole}
    if codes and told == codes:
        since = clear_month_from(sold) if sold is not None else None
        return Condition("no_sales", "met", "book", since, rule)
    return _answered("no_sales", answer, rule)


def _answered(code: str, answer: bool | None, rule: Rule | None) -> Condition:
    if answer is None:
        return Condition(code, "asked", "", None, rule)
    return Condition(code, "met" if answer else "not_met", "seller", None, rule)


def weekday(day: date) -> bool:
    """Monday to Friday: working days where no calendar of holidays is at hand."""
    return day.weekday() < 5


def reminder(
    case: RefundCase, rules: DayRules, working_day: Callable[[date], bool] = weekday
) -> date | None:
    """The day by which the money of an applied refund should be there; None if not awaited.

    The rule's working days (30, one weak source), counted from the day after applying.
    """
    if case.applied_on is None or case.state == "paid" or _DAYS not in rules:
        return None
    day, left = case.applied_on, rules.whole(_DAYS)
    while left > 0:
        day += timedelta(days=1)
        left -= working_day(day)
    return day
