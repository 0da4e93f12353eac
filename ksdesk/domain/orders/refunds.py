"""What went back of an order where several sources tell of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeVar

K = TypeVar("K")


def settled_back(
    rows: Sequence[tuple[date, int | None, int]], paid: int | None
) -> Iterator[tuple[date, int]]:
    """The fen that went back by the day, out of settlement rows (day, paid, refund) of what the
    buyer `paid` so much for. Days that name the payment anew tell how the whole stands, others
    what came on top or what is of one option.
    """
    if not any(back for _, _, back in rows):
        return
    days: dict[date, tuple[int, int]] = {}
    for on, told, back in rows:
        before = days.get(on, (0, 0))
        days[on] = before[0] + (told or 0), before[1] + back
    named = [told for told, _ in days.values() if told]
    anew, known = len(named) > 1 and sum(named) > (max(named) if paid is None else paid), 0
    for on, (_, back) in sorted(days.items()):
        if fen := max(0, back - known) if anew else back:
            yield on, fen
        known = max(known, back)


def largest(amounts: Iterable[int | None]) -> int | None:
    """The largest of some amounts, None where none is told."""
    return max((fen for fen in amounts if fen is not None), default=None)


def is_apart(of: K, paid: Mapping[K, int], settled: Mapping[K, int | None]) -> bool:
    """Whether settlements say nothing of such goods of an order, so that a case of them counts by
    itself: they name others alone, with no more than was paid for those, a gift with nothing. What
    was refunded in time is not settled at all. `settled` has None where no amount is told.
    """
    told = [fen for fen in settled.values() if fen is not None]
    others = bool(told) and of in paid and of not in settled
    clear = all(fen or paid.get(one) == 0 for one, fen in settled.items())
    return others and clear and sum(told) <= sum(paid.get(one, 0) for one in settled)


def later_cases(
    given: Sequence[tuple[date, int]], settled: int, until: date
) -> list[tuple[int, int]]:
    """What cases (day, fen) gave back after the last settlement (`until`) and beyond what is
    settled: the place of each of them, with its fen.
    """
    beyond = sum(fen for _, fen in given) - settled
    found: list[tuple[int, int]] = []
    for place in sorted(range(len(given)), key=lambda n: given[n][0], reverse=True):
        on, fen = given[place]
        if on > until and (taken := min(fen, beyond)) > 0:
            beyond -= taken
            found.insert(0, (place, taken))
    return found
