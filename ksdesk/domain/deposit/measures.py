"""What the platform may do below the line, what it really did, what that stops, what lifts it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from ksdesk.domain.deposit.notes import HAPPENED, MEASURES, MeasureEvent

STOPS: Final[Mapping[str, str]] = dict(
    zip(
        MEASURES,
        ("cart", "listing", "selling", "withdrawal", "functions", "transfer"),
        strict=True,
    )
)
"""What each measure stops in the shop: 小黄车, 上架, 销售, 提现, other functions; ``transfer``
stops nothing, money of a sub-shop is moved."""


@dataclass(frozen=True, slots=True)
class MeasureState:
    """One of the six measures on a day.

    ``state``: none, possible (可能: an account is below its line) or happened (已发生: the seller
    noted it, ``since`` that day). ``lifted_by``: top_up (``amount`` fen are missing) and then
    ask_platform; nothing where nothing is to be lifted.
    """

    code: str
    stops: str
    state: str
    since: date | None = None
    note: str = ""
    lifted_by: tuple[str, ...] = ()
    amount: int = 0


def measure_states(
    short: bool, events: Iterable[MeasureEvent], day: date, shortfall: int = 0
) -> tuple[MeasureState, ...]:
    """The six measures on *day* in the order of the rule; *short*: a balance is below its line."""
    standing = _standing(events, day)
    return tuple(_state(code, short, standing.get(code), shortfall) for code in MEASURES)


def stopped(events: Iterable[MeasureEvent], day: date) -> frozenset[str]:
    """What is really stopped on *day*: noted as happened and not lifted since."""
    return frozenset(STOPS[code] for code in _standing(events, day))


def _standing(events: Iterable[MeasureEvent], day: date) -> dict[str, MeasureEvent]:
    """The newest event of each measure up to *day*, where that says it happened."""
    newest: dict[str, MeasureEvent] = {}
    for event in sorted(events, key=lambda e: (e.day, e.id)):
        if event.day <= day:
            newest[event.measure] = event
    return {code: event for code, event in newest.items() if event.state == HAPPENED}


def _state(code: str, short: bool, event: MeasureEvent | None, shortfall: int) -> MeasureState:
    top_up = ("top_up",) if short else ()
    missing = shortfall if short else 0
    if event is not None:
        lifted_by = (*top_up, "ask_platform")
        return MeasureState(code, STOPS[code], HAPPENED, event.day, event.note, lifted_by, missing)
    return MeasureState(
        code, STOPS[code], "possible" if short else "none", lifted_by=top_up, amount=missing
    )
