"""对账: why the balance of the phone and that of the book may differ. Amounts are fen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from ksdesk.domain.deposit.account import balance
from ksdesk.domain.deposit.ledger import Entry

WINDOW_DAYS: Final = 31
"""How far from the day a line is looked for."""

_MOST_LINES: Final = 400
_MOST_HINTS: Final = 12


@dataclass(frozen=True, slots=True)
class Hint:
    """Lines that would explain the difference.

    ``code``: twice (a line of the same kind and amount stands beside it), extra (the phone does
    not have it, or has taken it back), wrong_sign (booked the wrong way round), later (the phone
    has it already, the book dates it after the day), pair and later_pair (the same of two lines
    together). ``amount`` is what it explains.
    """

    code: str
    entries: tuple[Entry, ...]
    amount: int


@dataclass(frozen=True, slots=True)
class Explanation:
    """Book and phone on a day; ``difference`` is phone minus book. The likeliest hint first."""

    account: str
    day: date
    balance: int
    shown: int
    hints: tuple[Hint, ...] = ()

    @property
    def difference(self) -> int:
        """What would have to be booked to agree."""
        return self.shown - self.balance


def explain(entries: Iterable[Entry], account: str, shown: int, day: date) -> Explanation:
    """Hold *shown*, what the phone showed at the end of *day*, against the lines of *account*.

    Lines up to `WINDOW_DAYS` from it are looked at: the same amount, sums of pairs, missing
    reversals, wrong signs, days booked too late.
    """
    lines = [e for e in entries if e.account == account]
    told = Explanation(account, day, balance(lines, day), shown)
    if not told.difference:
        return told
    near = sorted(
        (e for e in lines if e.amount and abs((e.day - day).days) <= WINDOW_DAYS and _stands(e)),
        key=lambda e: (abs((e.day - day).days), -e.id),
    )[:_MOST_LINES]
    counted = [e for e in near if e.day <= day]
    later = [e for e in near if e.day > day]
    hints = [
        *_single(counted, later, told.difference),
        *_pairs("pair", counted, -told.difference, told.difference),
        *_pairs("later_pair", later, told.difference, told.difference),
    ]
    return Explanation(account, day, told.balance, shown, tuple(hints[:_MOST_HINTS]))


def _stands(entry: Entry) -> bool:
    """Whether a line still counts by itself: what was taken back on its own day never did."""
    return entry.reversed_by is None


def _single(counted: Sequence[Entry], later: Sequence[Entry], difference: int) -> list[Hint]:
    extra = [e for e in counted if e.amount == -difference]
    twins = [e for e in extra if sum(_alike(e, other) for other in counted) > 1]
    return [
        *(Hint("twice", (e,), difference) for e in twins),
        *(Hint("later", (e,), difference) for e in later if e.amount == difference),
        *(Hint("extra", (e,), difference) for e in extra if e not in twins),
        *(Hint("wrong_sign", (e,), difference) for e in counted if -2 * e.amount == difference),
    ]


def _alike(one: Entry, other: Entry) -> bool:
    return (one.kind, one.amount) == (other.kind, other.amount)


def _pairs(code: str, lines: Sequence[Entry], total: int, difference: int) -> list[Hint]:
    """Two lines that come to *total* together, those nearest to the day first."""
    found = []
    seen: dict[int, Entry] = {}
    for entry in lines:
        other = seen.get(total - entry.amount)
        if other is not None and other.reverses != entry.id and entry.reverses != other.id:
            found.append(Hint(code, (other, entry), difference))
        seen.setdefault(entry.amount, entry)
    return found
