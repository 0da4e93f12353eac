"""What the seller notes of a case (售后): turns, what was said, promises, how it ended."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from ksdesk.domain.notes import Note
from ksdesk.domain.personal import blotted

PATH: Final = ("calm", "check", "report", "ask")
"""安抚 → 核实 → 反馈 → 是否满意."""

UNHAPPY: Final = "unhappy"
"""The buyer's no to the last of them; it leads back to 核实."""

OUTCOMES: Final = (*("refunded", "returned", "partly", "exchanged", "resent", "kept", "withdrawn"),)
"""How a case can end: money back, money for the goods, a part of it, other goods, a second parcel,
nothing paid, taken back by the buyer."""

MONEY_BACK: Final = ("refunded", "returned", "partly")
"""The outcomes by which the buyer has money back."""

FAULTS: Final = ("mine", "courier", "buyer", "unclear")
CHECKS: Final = ("photos", "shipping", "courier")


class CaseError(ValueError):
    """What cannot be done with a case as it is; `reason`: closed, no_outcome, no_cost, no_order."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class CaseFile(Note):
    """What is noted of the case `case_no`, or of one opened by hand for an order.

    Of an imported case only what the seller adds is filled in. Moments within tuples are ISO.
    `turns`: since when it is in which state. `said`: moment, who (seller, buyer, courier,
    platform), the words, and the step of `PATH` that it finished ("" for none). `checked`: which
    of `CHECKS`. `promised`: day, working days, what, and the day it was kept ("" if not yet).
    `outcome` is "" as long as the case is open; `refund` is what is wanted back until then, after
    that what was given back, and `cost` what the seller paid beyond it (freight, goods), in fen.
    """

    topics = ("aftersales", "today")

    order_no: str
    case_no: str = ""
    kind: str = ""
    product: str = ""
    refund: int | None = None
    reason: str = ""
    opened_at: datetime | None = None
    expires_at: datetime | None = None
    turns: tuple[tuple[str, str], ...] = ()
    said: tuple[tuple[str, str, str, str], ...] = ()
    checked: tuple[str, ...] = ()
    fault: str = ""
    plan: str = ""
    promised: tuple[tuple[str, int, str, str], ...] = ()
    outcome: str = ""
    cost: int | None = None
    closed_at: datetime | None = None


def finished(file: CaseFile) -> tuple[tuple[str, str, str], ...]:
    """The steps of `PATH` that are behind, each with its ISO moment and what was said."""
    done: dict[str, tuple[str, str, str]] = {}
    for at, _who, words, step in file.said:
        if step == UNHAPPY:
            done = {name: one for name, one in done.items() if name == "calm"}
        elif step:
            done[step] = (step, at, words)
    return tuple(done[name] for name in PATH if name in done)


def place(file: CaseFile) -> str:
    """The first step of `PATH` that is not done; "end" where all are, or the case is closed."""
    done = {step for step, _at, _words in finished(file)}
    return "end" if file.outcome else next((step for step in PATH if step not in done), "end")


def said(file: CaseFile, at: datetime, who: str, words: str, step: str = "") -> CaseFile:
    """The file with one thing more that was said, without what is a buyer's own."""
    line = (_iso(at), who, blotted(words.strip()), step)
    return replace(file, said=(*file.said, line))


def turned(file: CaseFile, state: str, at: datetime) -> CaseFile:
    """The file in another state from a moment on. CaseError for a closed case."""
    if file.outcome:
        raise CaseError("closed")
    return replace(file, turns=(*file.turns, (_iso(at), state)))


def closed(
    file: CaseFile, outcome: str, cost: int | None, at: datetime, refund: int | None = None
) -> CaseFile:
    """The file with its end: what it cost beyond the refund, and what that was where it is another
    one than was wanted. CaseError without a known outcome or a cost (0 is one)."""
    if outcome not in OUTCOMES:
        raise CaseError("no_outcome")
    if cost is None or cost < 0:
        raise CaseError("no_cost")
    given = file.refund if refund is None else refund
    return replace(file, outcome=outcome, cost=cost, closed_at=at, refund=given)


def _iso(at: datetime) -> str:
    return at.isoformat(timespec="seconds")
