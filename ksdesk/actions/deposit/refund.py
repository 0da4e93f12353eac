"""The way back of a deposit: checking the conditions, and each step from applied to paid.

A step writes the ledger line and the state of the case together, and is undone together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial

from ksdesk.actions import Book
from ksdesk.actions.deposit import entries as deposit
from ksdesk.actions.deposit.cases import ORIGIN, cases
from ksdesk.actions.notes import as_one, keep
from ksdesk.domain.changes import Changes
from ksdesk.domain.deposit.account import balance, running
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.deposit.line import LineFacts
from ksdesk.domain.deposit.notes import LineCategory, MonthSales, RefundCase, ShownLine
from ksdesk.domain.deposit.refund import (
    ExcessWithdrawal,
    PromotionRefund,
    StepError,
    excess_withdrawal,
    promotion_refund,
    reminder,
)
from ksdesk.domain.named_days import DAYS_OFF, WORKED, days_typed, is_announced, is_working_day
from ksdesk.domain.opening.switch import SWITCH, TURNS, turned
from ksdesk.domain.rulebook import RuleBook
from ksdesk.storage import Reader


def case(reader: Reader, account: str = "promotion") -> RefundCase | None:
    """The newest case of an account; None before the first."""
    known = cases(reader, account)
    return known[-1] if known else None


def under_way(reader: Reader, day: date) -> RefundCase | None:
    """The case that a step on `day` goes on with, or that stands as it was paid.

    None before the first, and once promotion is open again after one was paid.
    """
    known = case(reader)
    over = known is not None and known.state == "paid"
    return None if over and deposit.told(reader).facts.promotion_on(day) else known


def check(reader: Reader, rules: RuleBook, day: date, *, deductions: int = 0) -> PromotionRefund:
    """The conditions of getting the promotion deposit back on `day`, and what would come.

    After it was paid they stand as they were met, until promotion is opened again. `deductions`
    are fen that are known to be taken first.
    """
    known = under_way(reader, day) or RefundCase()
    opened = deposit.told(reader).facts.promotion_on(day)
    exit_rule_on = known.exit_rule_on
    if known.state == "paid":  # the platform paid, so it was met
        exit_rule_on = exit_rule_on or known.applied_on
    return promotion_refund(
        reader.deposit.balances(day).get("promotion", 0),
        day,
        rules.on(day),
        closed_on=None if opened else known.closed_on,
        exit_rule_on=exit_rule_on,
        deductions=deductions,
        frozen="promotion" in deposit.frozen(reader, day),
    )


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
    known = deposit.told(reader)
    return excess_withdrawal(
        reader.deposit.balances(day).get("promotion", 0),
        day,
        rules.on(day),
        categories=reader.notes.all(LineCategory),
        sales=reader.notes.all(MonthSales),
        minimum=_without_categories(known.facts, rules, day),
        closed=closed,
        unsold=unsold,
        frozen="promotion" in deposit.frozen(reader, day),
    )


def _without_categories(facts: LineFacts, rules: RuleBook, day: date) -> int | None:
    """What the phone's own line comes to without the promotion categories; None if it said none."""
    others = tuple(c for c in facts.dated if c.account != "promotion")
    bare = replace(facts, dated=others, promotion=facts.promotion_on(day))
    shown = facts.requirement(day, rules, bare).shown_for("promotion")
    return facts.asked.get("promotion") if shown is None else shown.amount


def remind_on(
    reader: Reader,
    rules: RuleBook,
    account: str = "promotion",
) -> date | None:
    """The day by which an applied refund should be paid; None while none is awaited.

    Holidays and worked weekends count as the State Council announced them, or as the seller typed
    them.
    """
    known = case(reader, account)
    if known is None or known.applied_on is None:
        return None
    return reminder(known, rules.on(known.applied_on), working_days(rules))


def working_days(rules: RuleBook) -> Callable[[date], bool]:
    """What says of a day whether it is worked, with the days that the seller typed."""
    return partial(
        is_working_day, off=days_typed(rules, DAYS_OFF), worked=days_typed(rules, WORKED)
    )


def year_not_announced(reader: Reader, rules: RuleBook, account: str = "promotion") -> int | None:
    """The first year whose days off are not known and on which `remind_on` stands."""
    known, last = case(reader, account), remind_on(reader, rules, account)
    if known is None or known.applied_on is None or last is None:
        return None
    return unannounced(rules, known.applied_on, last)


def unannounced(rules: RuleBook, first: date, last: date) -> int | None:
    """The first year of a span whose days off are neither announced nor typed."""
    typed = {day.year for key in (DAYS_OFF, WORKED) for day in days_typed(rules, key)}
    years = range(first.year, last.year + 1)
    return next((y for y in years if y not in typed and not is_announced(y)), None)


def close_function(book: Book, day: date, now: datetime, account: str = "promotion") -> Changes:
    """Note that 关闭三方平台推广功能 was applied for on `day`; from then on no line is due.

    The wizard's switch for goods of other platforms goes off with it. `StepError` where the
    refund was applied for before, or before an earlier one was paid.
    """
    with book.transaction():
        known = _to_close(book, day, account)
        if known.applied_on is not None and day > known.applied_on:
            raise StepError("too_late", day=known.applied_on)
        earlier = [c.paid_on for c in cases(book.reader, account) if c.id != known.id]
        _not_before(day, *earlier)
        kept = keep(book, replace(known, closed_on=day), now)
        switched_on = book.reader.opening.step(deposit.QUOTE_STEP).fields.get(SWITCH)
        if account != "promotion" or not switched_on:
            return kept
        return as_one([_switch(book, on=False, day=day, now=now), kept], kept.ref)


def reopen(book: Book, day: date, amount: int, now: datetime) -> Changes:
    """Note that goods of other platforms may be sold again from `day`, for a deposit of `amount`
    fen as the phone shows it; the wizard's switch goes on with it, and a refund that was asked
    for is off.

    `StepError` up to the day of the closing, or before a later step of the refund; ValueError
    where promotion was not closed.
    """
    _refuse_negative(amount)
    with book.transaction():
        known = case(book.reader)
        if known is None or known.closed_on is None:
            raise ValueError("promotion was not closed")
        steps = (known.applied_on, known.deducted_on, known.paid_on)
        _not_before(day, known.closed_on + timedelta(days=1), *steps)
        kept = keep(book, ShownLine("promotion", amount, day), now)
        done = [kept]
        if known.state in ("applied", "deducted"):
            done.append(keep(book, RefundCase(), now))
        if book.reader.opening.step(deposit.QUOTE_STEP).fields.get(SWITCH) is False:
            done.append(_switch(book, on=True, day=day, now=now))
        return as_one(done, kept.ref)


def _switch(book: Book, *, on: bool, day: date, now: datetime) -> Changes:
    """Turn the wizard's switch for goods of other platforms; undo turns it back."""
    fields = book.reader.opening.step(deposit.QUOTE_STEP).fields
    return _set(book, {SWITCH: on, TURNS: turned(fields, on, day)}, now)


def _set(book: Book, wanted: Mapping[str, object], now: datetime) -> Changes:
    fields = book.reader.opening.step(deposit.QUOTE_STEP).fields
    written = book.opening.save(deposit.QUOTE_STEP, {**fields, **wanted}, now)
    before = {name: fields.get(name) for name in wanted}
    return Changes(written.topics, partial(_set, wanted=before, now=now))


def exit_rule_met(
    book: Book, day: date | None, now: datetime, account: str = "promotion"
) -> Changes:
    """Note since when the seller finds the 退店规则 met; None takes the answer back.

    `StepError` where the refund was applied for before.
    """
    with book.transaction():
        known = _open(book, account)
        if day is not None and known.applied_on is not None and day > known.applied_on:
            raise StepError("too_late", day=known.applied_on)
        return keep(book, replace(known, exit_rule_on=day), now)


def apply(book: Book, day: date, note: str, now: datetime, account: str = "promotion") -> Changes:
    """Note that the refund was applied for (申请退回), and the closing with it where none was.

    ValueError where it already was, `StepError` before the closing or while the account is frozen.
    """
    with book.transaction():
        _expect(_open(book, account), ("preparing",))
        if account in deposit.frozen(book.reader, day):
            raise StepError("frozen")
        closed = None
        if _to_close(book, day, account).closed_on is None:
            closed = close_function(book, day, now, account)
        known = _open(book, account)
        _not_before(day, known.closed_on, known.exit_rule_on)
        line = NewEntry(account, day, "refund_applied", 0, note, ORIGIN)
        applied = _step(book, replace(known, applied_on=day), [line], now)
        return applied if closed is None else as_one([closed, applied], applied.ref)


def deducted(
    book: Book, amount: int, day: date, note: str, now: datetime, account: str = "promotion"
) -> Changes:
    """Note what the platform kept (先扣), 0 for nothing; ValueError before it was applied for.

    `StepError` where that much does not lie there, or before the step before.
    """
    _refuse_negative(amount)
    with book.transaction():
        known = _open(book, account)
        _expect(known, ("applied", "deducted"))
        _not_before(day, known.closed_on, known.applied_on, known.deducted_on)
        _not_more(book, account, amount, day)
        lines = [NewEntry(account, day, "refund_deducted", -amount, note, ORIGIN)]
        done = replace(known, deducted_on=day, deducted=known.deducted + amount)
        return _step(book, done, lines if amount else [], now)


def paid(
    book: Book, amount: int, day: date, note: str, now: datetime, account: str = "promotion"
) -> Changes:
    """Note that the rest came back (已退回); the case is closed with it.

    `StepError` where that much is not left, or before the step before.
    """
    _refuse_negative(amount)
    with book.transaction():
        known = _open(book, account)
        _expect(known, ("applied", "deducted"))
        _not_before(day, known.closed_on, known.applied_on, known.deducted_on)
        _not_more(book, account, amount, day)
        lines = [NewEntry(account, day, "refund_paid", -amount, note, ORIGIN)]
        return _step(book, replace(known, paid_on=day, paid=amount), lines if amount else [], now)


def withdraw_excess(book: Book, amount: int, day: date, note: str, now: datetime) -> Changes:
    """Write down that excess promotion deposit was taken out (超额提现), in positive fen.

    `StepError` where that much does not lie there or the account is frozen.
    """
    _refuse_negative(amount)
    with book.transaction():
        if "promotion" in deposit.frozen(book.reader, day):
            raise StepError("frozen")
        _not_more(book, "promotion", amount, day)
        return deposit.add(book, [NewEntry("promotion", day, "withdrawal", -amount, note)], now)


def _open(book: Book, account: str) -> RefundCase:
    """The case that is under way, or a new one."""
    known = case(book.reader, account)
    return RefundCase(account) if known is None or known.state == "paid" else known


def _to_close(book: Book, day: date, account: str) -> RefundCase:
    """The case of a closing on `day`: a new one where promotion was opened again since the last."""
    known = _open(book, account)
    if account != "promotion" or known.closed_on is None or known.closed_on > day:
        return known
    opened = deposit.told(book.reader).facts.promotion_on(day)
    return RefundCase(account) if opened else known


def _expect(known: RefundCase, states: Sequence[str]) -> None:
    if known.state not in states:
        raise ValueError(f"the refund is {known.state}")


def _not_before(day: date, *steps: date | None) -> None:
    earlier = max((step for step in steps if step is not None), default=None)
    if earlier is not None and day < earlier:
        raise StepError("too_early", day=earlier)


def _not_more(book: Book, account: str, amount: int, day: date) -> None:
    """No more than lay there on the day and on every day since."""
    lines = book.reader.deposit.entries(account)
    since = {line.day: after for line, after in running(lines) if line.day > day}
    lies = max(0, min([balance(lines, day), *since.values()]))
    if amount > lies:
        raise StepError("too_much", most=lies)


def _refuse_negative(amount: int) -> None:
    if amount < 0:
        raise ValueError("the amount is given without a sign")


def _step(book: Book, known: RefundCase, lines: Sequence[NewEntry], now: datetime) -> Changes:
    kept = keep(book, known, now)
    if not lines:
        return kept
    return as_one([deposit.add(book, lines, now), kept], kept.ref)
