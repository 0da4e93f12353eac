"""The rule book with the seller's own figures over it, and what such a figure would change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import Final

from ksdesk.actions import Book, deposit
from ksdesk.actions.notes import drop, keep
from ksdesk.domain.changes import Changes
from ksdesk.domain.deposit.ledger import ACCOUNTS
from ksdesk.domain.deposit.line import LineFacts, line_on
from ksdesk.domain.deposit.notes import OwnFigure
from ksdesk.domain.rulebook import Override, Rule, RuleBook, RuleError, Value
from ksdesk.storage import Reader

_AHEAD: Final = timedelta(days=366)


@cache
def shipped() -> RuleBook:
    """The rules as they came with the app, read once."""
    return RuleBook.load()


def own_figures(reader: Reader, key: str = "") -> tuple[OwnFigure, ...]:
    """The seller's own figures, or those of one key, in the order of writing."""
    return tuple(f for f in reader.notes.all(OwnFigure) if not key or f.key == key)


def rule_book(reader: Reader) -> RuleBook:
    """The shipped rules with the seller's own figures over them.

    A figure that a newer app cannot use any more (the rule has another unit now) is left out
    here; it stays in the book.
    """
    return shipped().with_overrides(_usable(reader))


def _usable(reader: Reader) -> Iterator[Override]:
    for figure in own_figures(reader):
        if _fault(figure.override) is None:
            yield figure.override


def _fault(row: Override) -> RuleError | None:
    try:
        shipped().with_overrides([row])
    except RuleError as error:
        return error
    return None


def set_rule(
    book: Book,
    key: str,
    value: Value,
    valid_from: date | None,
    note: str,
    now: datetime,
    valid_to: date | None = None,
    unit: str = "",
) -> Changes:
    """Lay an own figure over a rule from a day on; `ref` is its number, undo takes it away.

    The same key and first day overwrite. `RuleError` where it does not fit the rule.
    """
    figure = OwnFigure(key, value, valid_from, valid_to, unit, now.date(), note=note)
    if (fault := _fault(figure.override)) is not None:
        raise fault
    with book.transaction():
        same = [f for f in own_figures(book.reader, key) if f.valid_from == valid_from]
        number = same[0].id if same else 0
        figure = OwnFigure(key, value, valid_from, valid_to, unit, now.date(), note=note, id=number)
        return keep(book, figure, now)


def clear_rule(book: Book, number: int, now: datetime) -> Changes:
    """Take an own figure away (into the bin); KeyError for an unknown number."""
    figure = book.reader.notes.one(OwnFigure, number)
    if figure is None:
        raise KeyError(number)
    return drop(book, figure, now)


@dataclass(frozen=True)
class LineChange:
    """From `day` on the line of an account is `after` instead of `before`, in fen."""

    account: str
    day: date
    before: int | None
    after: int | None


@dataclass(frozen=True)
class RulePreview:
    """What an own figure would change, before it does.

    `old` and `new` are the rule in force on the day asked for (or on the figure's first day if
    that comes later), `shipped` the one that came with the app. `lines`: how the required lines
    move within a year. `short_before` and `short_after`: fen missing on the day, by account.
    """

    day: date
    old: Rule | None
    new: Rule | None
    shipped: Rule | None
    lines: tuple[LineChange, ...]
    short_before: Mapping[str, int]
    short_after: Mapping[str, int]


def preview_rule(reader: Reader, rules: RuleBook, figure: OwnFigure, day: date) -> RulePreview:
    """Compare the rules in force with what they would be with *figure*; `RuleError` if unfit."""
    others = [f for f in own_figures(reader, "") if not _replaced(f, figure)]
    usable = [f.override for f in others if _fault(f.override) is None]
    after = shipped().with_overrides([*usable, figure.override])
    then = max(day, figure.valid_from or day)
    facts = deposit.told(reader).facts
    return RulePreview(
        then,
        rules.on(then).get(figure.key),
        after.on(then).get(figure.key),
        after.on(then).shipped(figure.key),
        tuple(_line_changes(facts, rules, after, min(day, figure.valid_from or day), day)),
        _missing(reader, rules, then),
        _missing(reader, after, then),
    )


def _replaced(one: OwnFigure, new: OwnFigure) -> bool:
    same = (one.key, one.valid_from) == (new.key, new.valid_from)
    return same or (new.id != 0 and one.id == new.id)


def _line_changes(
    facts: LineFacts, rules: RuleBook, after: RuleBook, first: date, day: date
) -> Iterator[LineChange]:
    last = day + _AHEAD
    turns = sorted({*facts.turns(rules, first, last), *facts.turns(after, first, last)})
    for account in ACCOUNTS:
        told: tuple[int | None, int | None] = (None, None)
        for turn in turns:
            pair = line_on(facts, rules, account, turn), line_on(facts, after, account, turn)
            if pair[0] != pair[1] and pair != told:
                yield LineChange(account, turn, *pair)
            told = pair


def _missing(reader: Reader, rules: RuleBook, day: date) -> dict[str, int]:
    return {
        account.name: account.standing.shortfall
        for account in deposit.accounts(reader, rules, day)
        if account.standing is not None
    }
