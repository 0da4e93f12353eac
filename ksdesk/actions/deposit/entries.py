"""The deposit: writing to its ledger, and the required line as far as the book knows it.

Nothing is ever changed or removed in the ledger: undo reverses. A line is plain, or it is a
reversal; plain lines are reversed at most once and reversals never, so what was taken back
comes again as a new line, which names the one it restores.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import partial
from itertools import zip_longest
from types import MappingProxyType
from typing import Any, Final

from ksdesk.actions import Book
from ksdesk.actions.deposit.cases import cases, promotion_turns
from ksdesk.domain.changes import Changes
from ksdesk.domain.deposit import Requirement, ShownDue, Standing, check_amount, standing
from ksdesk.domain.deposit.ledger import ACCOUNTS, Entry, NewEntry, reversal_of
from ksdesk.domain.deposit.line import LineFacts, line_on, months_of
from ksdesk.domain.deposit.notes import (
    AccountState,
    Adjustment,
    LineCategory,
    MonthSales,
    SalesTier,
    ShownLine,
)
from ksdesk.domain.deposit.refund import StepError
from ksdesk.domain.money import MoneyError, parse_yuan
from ksdesk.domain.opening import with_defaults
from ksdesk.domain.rulebook import RuleBook
from ksdesk.storage import Reader

QUOTE_STEP: Final = "deposit.quote"
"""The step of the opening wizard that asks for what the line depends on."""


def add(book: Book, entries: Sequence[NewEntry], now: datetime) -> Changes:
    """Write lines; undo writes their reversals. `ref` is the tuple of their numbers.

    `LedgerError` where a kind cannot have its amount; then nothing is written.
    """
    for entry in entries:
        check_amount(entry.kind, entry.amount)
    return _write(book, tuple(entries), now)


def reverse(book: Book, numbers: Sequence[int], day: date, note: str, now: datetime) -> Changes:
    """Reverse lines by new ones dated `day`; undo writes what they said as new lines of that day.

    A line that is already reversed, or is a reversal, is left alone. ValueError where a number
    is not in the ledger, `StepError` where `day` is before its line's. `ref` is the tuple of the
    new lines' numbers.
    """
    with book.transaction():
        entries = book.reader.deposit.by_number(numbers)
        if len(entries) != len(set(numbers)):
            raise ValueError(f"not all of {sorted(numbers)} are in the ledger")
        if any(_stands(e) and day < e.day for e in entries):
            raise StepError("too_early", day=max(e.day for e in entries if _stands(e)))
        return _reverse(book, list(filter(_stands, entries)), day, note, now)


def _reverse(book: Book, chosen: list[Entry], day: date, note: str, now: datetime) -> Changes:
    if not chosen:
        return Changes()
    written = book.deposit.add([reversal_of(e, day, note) for e in chosen], now)
    again = tuple(replace(_copy(e), day=day, restores=e.id) for e in chosen)
    back = partial(_write_again, entries=again, day=day, note=note, now=now)
    return Changes(written.topics, back, written.ref)


def _write_again(
    book: Book, *, entries: tuple[NewEntry, ...], day: date, note: str, now: datetime
) -> Changes:
    """Undo of `reverse`; its own undo reverses the new lines, with the same day and reason.

    The lines are dated as their reversals were, so that every day's balance is what it was.
    """
    written = book.deposit.add(entries, now)
    again = partial(_reverse_again, numbers=_numbers(written), day=day, note=note, now=now)
    return Changes(written.topics, again, written.ref)


def _reverse_again(
    book: Book, *, numbers: Sequence[int], day: date, note: str, now: datetime
) -> Changes:
    with book.transaction():
        standing = [e for e in standing_for(book, numbers) if e is not None]
        return _reverse(book, standing, day, note, now)


def _write(
    book: Book, entries: tuple[NewEntry, ...], now: datetime, restores: Sequence[int] = ()
) -> Changes:
    """Write lines; *restores* are the numbers of the lines that they bring back."""
    fresh = tuple(
        replace(entry, restores=number) for entry, number in zip_longest(entries, restores)
    )
    written = book.deposit.add(fresh, now)
    back = partial(_take_back, numbers=_numbers(written), entries=entries, now=now)
    return Changes(written.topics, back, written.ref)


def _take_back(
    book: Book, *, numbers: Sequence[int], entries: tuple[NewEntry, ...], now: datetime
) -> Changes:
    """Undo of `add`: each line is reversed on its own day, as if it had never counted."""
    with book.transaction():
        pairs = zip(entries, standing_for(book, numbers), strict=True)
        found = [(entry, line) for entry, line in pairs if line is not None]
        if not found:
            return Changes()
        written = book.deposit.add([reversal_of(line, e.day) for e, line in found], now)
    again = partial(
        _write,
        entries=tuple(entry for entry, _ in found),
        now=now,
        restores=tuple(line.id for _, line in found),
    )
    return Changes(written.topics, again, written.ref)


def _stands(entry: Entry) -> bool:
    return entry.reversed_by is None and entry.reverses is None


def standing_for(book: Book, numbers: Sequence[int]) -> list[Entry | None]:
    """For each number the line that stands for it now: itself, or what an undo restored it as."""
    ledger = book.reader.deposit
    lines = {e.id: e for account in ledger.accounts() for e in ledger.entries(account)}
    restored = {e.restores: e for e in sorted(lines.values(), key=lambda e: e.id)}
    found: list[Entry | None] = []
    for number in numbers:
        line: Entry | None = lines[number]
        while line is not None and not _stands(line):
            line = restored.get(line.id)
        found.append(line)
    return found


def _numbers(written: Changes) -> tuple[int, ...]:
    assert isinstance(written.ref, tuple)
    return written.ref


def _copy(entry: Entry) -> NewEntry:
    return NewEntry(
        entry.account,
        entry.day,
        entry.kind,
        entry.amount,
        entry.note,
        entry.origin,
        rule=entry.rule,
        order=entry.order,
        proof=entry.proof,
        serial=entry.serial,
    )


@dataclass(frozen=True)
class Told:
    """What the seller told about the line (要求线): the opening wizard, and dated notes.

    `shown` is what the phone showed as due; `told` is false while neither the shop type nor a
    figure of the phone is known, and the rule book's minimum alone would say too little.
    `promotion` is how the wizard's switch stands, `promotion_first` what was answered first. The
    fields from `dated` on are those of `LineFacts`.
    """

    shop_type: str = ""
    categories: tuple[str, ...] = ()
    promotion: bool = False
    asked: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    shown: tuple[ShownDue, ...] = ()
    dated: tuple[LineCategory, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    tiers: tuple[SalesTier, ...] = ()
    sales: tuple[MonthSales, ...] = ()
    promotion_first: bool = False
    promotion_closed: date | None = None
    closed_before: tuple[date, ...] = ()
    promotion_opened: tuple[date, ...] = ()
    orders_from: date | None = None

    @property
    def told(self) -> bool:
        """Whether there is enough to speak of a required line at all."""
        return self.facts.speaks_of("own", date.max)

    @property
    def facts(self) -> LineFacts:
        """The same as the line is worked out from."""
        return LineFacts(
            self.shop_type,
            self.categories,
            self.promotion_first,
            self.asked,
            self.shown,
            self.dated,
            self.adjustments,
            self.tiers,
            self.sales,
            self.promotion_closed,
            self.closed_before,
            self.promotion_opened,
            self.orders_from,
        )


def told(reader: Reader) -> Told:
    """What stands in the wizard's steps on shop type and deposit, and what was noted since."""
    shop = with_defaults("type.choose", reader.opening.step("type.choose").fields)
    sold = reader.deposit.sold()  # once: it adds up every order
    quote: Mapping[str, Any] = with_defaults(QUOTE_STEP, reader.opening.step(QUOTE_STEP).fields)
    return Told(
        str(shop["shop_type"]),
        tuple(quote["categories"]),
        bool(quote["other_platform"]),
        MappingProxyType(dict(quote["asked"])),
        (*_shown(quote["shown"], quote["shown_on"]), *_shown_since(reader)),
        reader.notes.all(LineCategory),
        reader.notes.all(Adjustment),
        reader.notes.all(SalesTier),
        _sales(reader, sold),
        *promotion_turns(reader, quote),
        min(sold, default=None),
    )


def sales(reader: Reader) -> tuple[MonthSales, ...]:
    """What each month sold: as typed, else as its imported orders come to."""
    return _sales(reader, reader.deposit.sold())


def _sales(reader: Reader, sold: Mapping[date, int]) -> tuple[MonthSales, ...]:
    typed = reader.notes.all(MonthSales)
    known = {row.month for row in typed if not row.category}
    counted = months_of(sold)
    return (*typed, *(row for row in counted if row.month not in known))


def _shown_since(reader: Reader) -> Iterator[ShownDue]:
    for row in reader.notes.all(ShownLine):
        yield ShownDue(row.amount, row.day, row.account)


def _shown(text: str, day: str | None) -> tuple[ShownDue, ...]:
    """The phone's figure; none while it is half typed or has no day."""
    if not day:
        return ()
    try:
        return (ShownDue(parse_yuan(text), date.fromisoformat(day)),)
    except MoneyError:
        return ()


def line_of(answers: Told, rules: RuleBook, day: date) -> Requirement:
    """What must lie on the accounts on `day`, by these answers."""
    return answers.facts.requirement(day, rules)


def line(reader: Reader, rules: RuleBook, day: date) -> Requirement:
    """What must lie on the accounts on `day`, by what the book keeps."""
    return line_of(told(reader), rules, day)


def line_steps(
    answers: Told, rules: RuleBook, account: str, first: date, last: date
) -> tuple[tuple[date, int | None], ...]:
    """The days from `first` to `last` on which the line of an account moves, with its fen.

    None where it is not known. The wizard's answers have no day: they hold at all times.
    """
    facts = answers.facts
    steps: list[tuple[date, int | None]] = []
    for day in facts.turns(rules, first, last):
        amount = line_on(facts, rules, account, day)
        if not steps or steps[-1][1] != amount:
            steps.append((day, amount))
    return tuple(steps)


@dataclass(frozen=True)
class Account:
    """One of the three deposit accounts on a day.

    `line` (阈值) in fen, None where it is not known; `complete` is false where an amount is missing
    that could raise it. `opened` is false where neither a ledger line nor the wizard speaks of
    the account. `frozen` (冻结) is what the seller noted. `refunded` (已退回): all of it was paid
    back, and nothing is required since. `released`: promotion is closed, so that nothing is
    required, and its money has not all come back.
    """

    name: str
    balance: int
    line: int | None
    complete: bool
    opened: bool
    frozen: bool = False
    refunded: bool = False
    released: bool = False

    @property
    def threshold(self) -> int | None:
        """The line, by the platform's word for it."""
        return self.line

    @property
    def enough(self) -> bool | None:
        """Whether the balance reaches the line; None where there is no line."""
        return None if self.line is None else self.balance >= self.line

    @property
    def standing(self) -> Standing | None:
        """Balance against line, None where there is no line."""
        return None if self.line is None else Standing(self.balance, self.line, self.complete)

    @property
    def state(self) -> str:
        """closed, refunded, released, unknown, short, maybe (enough unless a missing amount raises
        the line), exact or enough.
        """
        if not self.opened:
            return "closed"
        if self.refunded:
            return "refunded"
        if self.released:
            return "released"
        now = self.standing
        if now is None:
            return "unknown"
        if not now.enough:
            return "short"
        if not now.complete:
            return "maybe"
        return "enough" if now.surplus else "exact"


def accounts(
    reader: Reader, rules: RuleBook, day: date, answers: Told | None = None
) -> tuple[Account, ...]:
    """The three accounts as they stand at the end of `day`; `answers` where they are at hand."""
    facts = (answers or told(reader)).facts
    requirement = facts.requirement(day, rules)
    balances = reader.deposit.balances(day)
    cold = frozen(reader, day)
    found = []
    for name in ACCOUNTS:
        balance = balances.get(name, 0)
        now = standing(balance, requirement, name)
        amount = requirement.total_for(name) if facts.speaks_of(name, day) else None
        opened = name in balances or amount is not None
        paid = any(case.paid_on and case.paid_on <= day for case in cases(reader, name))
        back = paid and amount is None and not balance
        over = not back and amount is None and facts.is_closed(name, day)
        cool = name in cold
        found.append(Account(name, balance, amount, now.complete, opened, cool, back, over))
    return tuple(found)


def frozen(reader: Reader, day: date) -> frozenset[str]:
    """The accounts that are frozen on `day`."""
    newest: dict[str, bool] = {}
    for row in sorted(reader.notes.all(AccountState), key=lambda row: (row.day, row.id)):
        if row.day <= day:
            newest[row.account] = row.frozen
    return frozenset(name for name, cold in newest.items() if cold)
