"""What the page of after-sales shows: every case with its clocks, the most urgent first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from ksdesk.actions.deposit.refund import working_days
from ksdesk.domain.aftersales.cases import AftersalesCase, joined
from ksdesk.domain.aftersales.clocks import Clock
from ksdesk.domain.aftersales.files import CaseFile
from ksdesk.domain.aftersales.promises import FollowUp, follow_ups
from ksdesk.domain.rulebook import RuleBook
from ksdesk.storage import Reader


@dataclass(frozen=True)
class Standing:
    """A case at a moment: its clock, and what was promised and is owed."""

    case: AftersalesCase
    clock: Clock
    owed: tuple[FollowUp, ...] = ()

    @property
    def running(self) -> bool:
        """Whether it waits for the seller."""
        return not self.clock.closed and not self.clock.paused

    @property
    def due(self) -> datetime | None:
        """What runs out first: its clock, unless it stands still, or a promise."""
        own = [self.clock.due] if self.running and self.clock.due is not None else []
        return min([*own, *(one.until for one in self.owed)], default=None)

    def late_since(self, now: datetime) -> datetime | None:
        """The deadline or the promised day that is over, the earlier of both."""
        late = [one.until for one in self.owed if one.until < now]
        if (since := self.clock.overdue_since(now)) is not None:
            late.append(since)
        return min(late, default=None)


def standings(reader: Reader, rules: RuleBook) -> tuple[Standing, ...]:
    """All cases: open ones by the time that is left, then the closed ones, the latest first."""
    cases = joined(reader.aftersales.imported(), reader.notes.all(CaseFile))
    working_day = working_days(rules)
    found = [_standing(case, rules, working_day) for case in cases]
    return tuple(sorted(found, key=_urgency))


def _standing(
    case: AftersalesCase, rules: RuleBook, working_day: Callable[[date], bool]
) -> Standing:
    return Standing(case, case.clock(rules), follow_ups(case.file, working_day))


def _urgency(one: Standing) -> tuple[object, ...]:
    case = one.case
    if case.closed:
        ended = case.closed_at or case.opened or datetime.min
        return 2, not case.unsettled, datetime.max - ended
    opened = case.opened or datetime.max
    return (0, one.due or datetime.max, opened) if one.running or one.due else (1, opened, opened)
