"""The way out when something was sold that is not there (缺货), as the seed has it.

Tell the buyer; with consent get the goods from elsewhere, check and ship them; without consent,
or where there are none, agree on a refund or an exchange. A case ends with an outcome only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from ksdesk.domain.products.notes import StockCase

PATH: Final[Mapping[str, Mapping[str, str]]] = {
    "tell": {"told": "consent"},
    "consent": {"agreed": "fetch", "refused": "settle"},
    "fetch": {"fetched": "check", "nowhere": "settle"},
    "check": {"checked": "ship", "faulty": "settle"},
    "ship": {},
    "settle": {"agreed_refund": "refund", "agreed_exchange": "exchange"},
    "refund": {},
    "exchange": {},
}
"""For each place what can happen there and where it leads."""

OUTCOMES: Final[Mapping[str, str]] = {
    "ship": "shipped",
    "refund": "refunded",
    "exchange": "exchanged",
}
"""The outcome with which a case can be closed at a place; nowhere else it can."""

STRAIGHT: Final = ("tell", "consent", "fetch", "check", "ship")
"""The places as long as the goods can be had."""


class StockCaseError(ValueError):
    """A step or an outcome that is not open where the case is; `place` is where it is."""

    def __init__(self, place: str, wish: str) -> None:
        super().__init__(f"{wish!r} at {place!r}")
        self.place = place
        self.wish = wish


@dataclass(frozen=True)
class Stop:
    """A place on a case's way: done (with its event and moment), current or ahead."""

    place: str
    state: str
    event: str = ""
    at: datetime | None = None


def place(case: StockCase) -> str:
    """Where a case stands; the place of its outcome once it is closed."""
    here = "tell"
    for event, _at in case.steps:
        here = PATH[here][event]
    return here


def step(case: StockCase, event: str, now: datetime) -> StockCase:
    """The case after *event*. StockCaseError where that cannot happen now."""
    here = place(case)
    if case.outcome or event not in PATH[here]:
        raise StockCaseError(here, event)
    steps = (*case.steps, (event, now.isoformat(timespec="seconds")))
    return replace(case, steps=steps)


def step_back(case: StockCase) -> StockCase:
    """The case without its last step, or open again where it was closed."""
    if case.outcome:
        return replace(case, outcome="", closed_at=None)
    return replace(case, steps=case.steps[:-1])


def close(case: StockCase, outcome: str, now: datetime) -> StockCase:
    """The case closed. StockCaseError for an outcome that its way does not lead to."""
    here = place(case)
    if case.outcome or OUTCOMES.get(here) != outcome:
        raise StockCaseError(here, outcome)
    return replace(case, outcome=outcome, closed_at=now)


def way(case: StockCase) -> tuple[Stop, ...]:
    """The whole way of a case: what was done, where it is, what is likely ahead."""
    stops, here = [], "tell"
    for event, at in case.steps:
        stops.append(Stop(here, "done", event, datetime.fromisoformat(at)))
        here = PATH[here][event]
    stops.append(Stop(here, "done" if case.outcome else "current", case.outcome, case.closed_at))
    if here in STRAIGHT:
        stops += (Stop(name, "ahead") for name in STRAIGHT[STRAIGHT.index(here) + 1 :])
    elif here == "settle":
        stops.append(Stop("outcome", "ahead"))
    return tuple(stops)
