"""The way back of a deposit: checking the conditions, and each step from applied to paid.

A step writes the ledger line and the state of the case together, and is undone together.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Final

from ksdesk.actions import Book
from ksdesk.actions.deposit import entries as deposit
from ksdesk.actions.notes import as_one, keep
from ksdesk.domain.calendar import month_end
from ksdesk.domain.changes import Changes
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.deposit.notes import LineCategory, MonthSales, RefundCase
from ksdesk.domain.deposit.refund import (
    ExcessWithdrawal,
    PromotionRefund,
    excess_withdrawal,
    promotion_refund,
    reminder,
)
from ksdesk.domain.named_days import is_working_day
from ksdesk.domain.rulebook import RuleBook
from ksdesk.storage import Reader

ORIGIN: Final = "refund"
"""Marks the ledger lines of a refund."""


def case(reader: Reader, account: str = "promotion") -> RefundCase | None:
    """The newest case of an account; None before the first."""
    cases = [c for c in reader.notes.all(RefundCase) if c.account == account]
    return cases[-1] if cases else None


def check(
    reader: Reader,
    rules: RuleBook,
    day: date,
    *,
    last_sale: date | None = None,
    deductions: int = 0,
) -> PromotionRefund:
    """The conditions of getting the promotion deposit back on `day`, and what would come.

    `last_sale` of goods of other platforms; without it, the end of the last month of which a sale
    in a promotion category is noted. `deductions` are fen that are known to be taken first.
    """
    known = case(reader)
    state = known if known is not None and known.state != "paid" else RefundCase()
    return promotion_refund(
        reader.deposit.balances(day).get("promotion", 0),
        day,
        rules.on(day),
        closed_on=state.closed_on,
        exit_rule_on=state.exit_rule_on,
        last_sale=last_sale or _last_sale(reader),
        deductions=deductions,
    )


def _last_sale(reader: Reader) -> date | None:
    names = {c.name for c in reader.notes.all(LineCategory) if c.account == "promotion"}
    sold = [s for s in reader.notes.all(MonthSales) if s.category in names and s.amount > 0]
    return max((s.until or month_end(s.month) for s in sold), default=None)


def excess(
    reader: Reader,
    rules: RuleBook,
    day: date,
    *,
    closed: bool | None = None,
    unsold: bool | None = None,
) -> ExcessWithdrawal:
    """The conditions of taking out excess promotion deposit on `day`, and the amount.

    `closed` and `unsold` are the seller's answers where the book does not know.
    """
    asked = deposit.told(reader).asked.get("promotion")
    return excess_withdrawal(
        reader.deposit.balances(day).get("promotion", 0),
        day,
        rules.on(day),
        categories=reader.notes.all(LineCategory),
        sales=reader.notes.all(MonthSales),
        minimum=asked,
        closed=closed,
        unsold=unsold,
    )


def remind_on(
    reader: Reader,
    rules: RuleBook,
    account: str = "promotion",
    working_day: Callable[[date], bool] = is_working_day,
) -> date | None:
    """The day by which an applied refund should be paid; None while none is awaited.

    Holidays and worked weekends count as the State Council announced them.
    """
    known = case(reader, account)
    if known is None or known.applied_on is None:
        return None
    return reminder(known, rules.on(known.applied_on), working_day)


def close_function(book: Book, day: date, now: datetime, account: str = "promotion") -> Changes:
    """Note that 关闭三方平台推广功能 was applied for on `day`; from then on no line is due."""
    return keep(book, replace(_open(book, account), closed_on=day), now)


def exit_rule_met(
    book: Book, day: date | None, now: datetime, account: str = "promotion"
) -> Changes:
    """Note since when the seller finds the 退店规则 met; None takes the answer back."""
    return keep(book, replace(_open(book, account), exit_rule_on=day), now)


def apply(book: Book, day: date, note: str, now: datetime, account: str = "promotion") -> Changes:
    """Note that the refund was applied for (申请退回); ValueError where it already was."""
    with book.transaction():
        known = _open(book, account)
        _expect(known, ("preparing",))
        line = NewEntry(account, day, "refund_applied", 0, note, ORIGIN)
        return _step(book, replace(known, applied_on=day), [line], now)


def deducted(
    book: Book, amount: int, day: date, note: str, now: datetime, account: str = "promotion"
) -> Changes:
    """Note what the platform kept (先扣), 0 for nothing; ValueError before it was applied for."""
    _refuse_negative(amount)
    with book.transaction():
        known = _open(book, account)
        _expect(known, ("applied", "deducted"))
        lines = [NewEntry(account, day, "refund_deducted", -amount, note, ORIGIN)]
        done = replace(known, deducted_on=day, deducted=known.deducted + amount)
        return _step(book, done, lines if amount else [], now)


def paid(
    book: Book, amount: int, day: date, note: str, now: datetime, account: str = "promotion"
) -> Changes:
    """Note that the rest came back (已退回); the case is closed with it."""
    _refuse_negative(amount)
    with book.transaction():
        known = _open(book, account)
        _expect(known, ("applied", "deducted"))
        lines = [NewEntry(account, day, "refund_paid", -amount, note, ORIGIN)]
        return _step(book, replace(known, paid_on=day, paid=amount), lines if amount else [], now)


def withdraw_excess(book: Book, amount: int, day: date, note: str, now: datetime) -> Changes:
    """Write down that excess promotion deposit was taken out (超额提现), in positive fen."""
    _refuse_negative(amount)
    return deposit.add(book, [NewEntry("promotion", day, "withdrawal", -amount, note)], now)


def _open(book: Book, account: str) -> RefundCase:
    """The case that is under way, or a new one."""
    known = case(book.reader, account)
    return RefundCase(account) if known is None or known.state == "paid" else known


def _expect(known: RefundCase, states: Sequence[str]) -> None:
    if known.state not in states:
        raise ValueError(f"the refund is {known.state}")


def _refuse_negative(amount: int) -> None:
    if amount < 0:
        raise ValueError("the amount is given without a sign")


def _step(book: Book, known: RefundCase, lines: Sequence[NewEntry], now: datetime) -> Changes:
    kept = keep(book, known, now)
    if not lines:
        return kept
    return as_one([deposit.add(book, lines, now), kept], kept.ref)
