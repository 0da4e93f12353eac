"""What the deposit page reads of the book for one account."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from ksdesk.actions import deposit
from ksdesk.domain.deposit import Requirement, running
from ksdesk.domain.ledger import Entry
from ksdesk.domain.rulebook import RuleBook
from ksdesk.storage import Reader

QUIET_DAYS = 30  # how far back the curve reaches where there is no entry


@dataclass(frozen=True)
class View:
    """The page for one `account` on a day.

    `entries` are its lines by day and number; `points` those that the curve shows with the
    balance after each; `steps` its required line, day by day that it moves. `fresh`: neither
    the ledger nor the wizard says anything at all.
    """

    today: date
    accounts: tuple[deposit.Account, ...]
    account: deposit.Account
    entries: tuple[Entry, ...]
    points: tuple[tuple[Entry, int], ...]
    requirement: Requirement
    steps: tuple[tuple[date, int | None], ...]
    fresh: bool


def look(reader: Reader, rules: RuleBook, today: date, name: str) -> View:
    """Read all that the page shows of the account `name`."""
    answers = deposit.told(reader)
    accounts = deposit.accounts(reader, rules, today)
    entries = reader.deposit.entries(name)
    first = min((e.day for e in entries), default=today - timedelta(days=QUIET_DAYS))
    return View(
        today,
        accounts,
        next(a for a in accounts if a.name == name),
        entries,
        running(_lasting(entries)),
        deposit.line_of(answers, rules, today),
        deposit.line_steps(answers, rules, name, min(first, today), today),
        not any(a.opened for a in accounts),
    )


def _lasting(entries: tuple[Entry, ...]) -> list[Entry]:
    """All but pairs of a line and its reversal on one day: they never lay in the account."""
    by_number = {e.id: e for e in entries}
    undone: set[int] = set()
    for entry in entries:
        other = by_number.get(entry.reverses or 0)
        if other is not None and other.day == entry.day:
            undone |= {entry.id, other.id}
    return [e for e in entries if e.id not in undone]
