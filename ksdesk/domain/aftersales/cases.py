"""After-sales cases as they stand: what a file of the platform says, joined with what was noted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from ksdesk.domain.aftersales import states
from ksdesk.domain.aftersales.clocks import Clock, Turns, clock
from ksdesk.domain.aftersales.files import CaseFile
from ksdesk.domain.rulebook import RuleBook


@dataclass(frozen=True, slots=True)
class ImportedCase:
    """A row of the platform's file: its words as they stand there, money in fen, moments Beijing.

    `read_at`: when it was imported.
    """

    case_no: str
    order_no: str
    product: str = ""
    product_id: str = ""
    spec: str = ""
    kind: str = ""
    state: str = ""
    reason: str = ""
    return_no: str = ""
    refund: int | None = None
    paid: int | None = None
    read_at: datetime | None = None
    opened_at: datetime | None = None
    expires_at: datetime | None = None
    agreed_at: datetime | None = None
    sent_back_at: datetime | None = None
    closed_at: datetime | None = None


@dataclass(frozen=True)
class AftersalesCase:
    """A case, imported (`row`), opened by hand or both. `file` has the number 0 while nothing is
    noted of it."""

    file: CaseFile
    row: ImportedCase | None = None

    @property
    def name(self) -> str:
        """What it is found again by."""
        return f"no:{self.case_no}" if self.case_no else f"file:{self.file.id}"

    @property
    def names(self) -> tuple[str, ...]:
        """That, and what it was found by before its file came."""
        return (self.name, f"file:{self.file.id}") if self.file.id else (self.name,)

    @property
    def case_no(self) -> str:
        return self.row.case_no if self.row else self.file.case_no

    @property
    def order_no(self) -> str:
        return self.row.order_no if self.row else self.file.order_no

    @property
    def product(self) -> str:
        return (self.row.product if self.row else "") or self.file.product

    @property
    def reason(self) -> str:
        return self.file.reason or (self.row.reason if self.row else "")

    @property
    def refund(self) -> int | None:
        """What the buyer wants back, fen."""
        ours = self.file.refund
        return self.row.refund if self.row and self.row.refund is not None else ours

    @property
    def opened(self) -> datetime | None:
        """When it began; None where the file has no time."""
        return (self.row.opened_at if self.row else None) or self.file.opened_at

    @property
    def opened_at(self) -> datetime:
        """When it began, for a clock that needs it."""
        assert self.opened is not None
        return self.opened

    @property
    def expires_at(self) -> datetime | None:
        """Its own deadline."""
        return self.file.expires_at or (self.row.expires_at if self.row else None)

    @cached_property
    def kind(self) -> str:
        """refund_only, return_refund, exchange, or "" where nothing says it."""
        row = self.row
        return self.file.kind or (states.kind_of(row.kind, row.state) if row else "")

    @cached_property
    def state(self) -> str:
        """What was noted last counts until a later import; an end counts whoever tells it."""
        if self.file.outcome:
            return "closed"
        told = states.state_of(self.row.state) if self.row else "waiting_seller"
        if told == "waiting_receipt" and self.kind == "refund_only":
            told = "waiting_seller"  # nothing comes back
        if told == "closed" or not self.file.turns:
            return told
        at, noted = self.file.turns[-1]
        read_at = self.row.read_at if self.row else None
        return told if read_at is not None and read_at > datetime.fromisoformat(at) else noted

    @property
    def by_platform(self) -> bool:
        """Whether the platform decides now."""
        return self.row is not None and not self.closed and states.by_platform(self.row.state)

    @property
    def closed(self) -> bool:
        return self.state == "closed"

    @property
    def unsettled(self) -> bool:
        """Closed by the platform, and the seller has not said how it ended and what it cost."""
        return self.closed and not self.file.outcome

    @property
    def closed_at(self) -> datetime | None:
        return self.file.closed_at or (self.row.closed_at if self.row else None)

    @cached_property
    def turns(self) -> Turns:
        """Whose turn it was since when, by the file's moments and by what was noted."""
        found = []
        if self.row and self.row.agreed_at and self.kind != "refund_only":
            found.append((self.row.agreed_at, "waiting_buyer"))
        if self.row and self.row.sent_back_at:
            found.append((self.row.sent_back_at, "waiting_receipt"))
        found += [(datetime.fromisoformat(at), state) for at, state in self.file.turns]
        return [
            (at, "buyer" if state == "waiting_buyer" else "seller") for at, state in sorted(found)
        ]

    def clock(self, rules: RuleBook) -> Clock:
        """Its clock under the rules of the day it began. Nothing is known where the platform
        decides or nobody knows when it began, unless it has a deadline of its own."""
        unknown = self.opened is None or self.by_platform
        if self.expires_at is None and unknown:
            return Clock(None, "none", self.state == "waiting_buyer", self.closed)
        day = self.opened or self.expires_at
        assert day is not None
        return clock(self, rules.on(day.date()))


def joined(rows: Iterable[ImportedCase], files: Iterable[CaseFile]) -> tuple[AftersalesCase, ...]:
    """All cases once each. A case opened by hand without a number is the imported one of its
    order, where there is exactly one that nothing else was noted of."""
    noted = tuple(files)
    by_number = {file.case_no: file for file in noted if file.case_no}
    loose = [file for file in noted if not file.case_no]
    free: dict[str, list[ImportedCase]] = {}
    imported = tuple(rows)
    for row in imported:
        if row.case_no not in by_number:
            free.setdefault(row.order_no, []).append(row)
    by_hand: list[CaseFile] = []
    for file in loose:
        fitting = free.get(file.order_no, ()) if file.order_no else ()
        if len(fitting) == 1 and sum(one.order_no == file.order_no for one in loose) == 1:
            by_number[fitting[0].case_no] = replace(file, case_no=fitting[0].case_no)
        else:
            by_hand.append(file)
    seen = {row.case_no for row in imported}
    by_hand += [file for number, file in by_number.items() if number not in seen]
    return (
        *(
            AftersalesCase(by_number.get(row.case_no) or CaseFile(row.order_no, row.case_no), row)
            for row in imported
        ),
        *map(AftersalesCase, by_hand),
    )
