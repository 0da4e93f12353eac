"""What the deposit page reads of the book for one account."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from ksdesk.actions import deposit
from ksdesk.actions.deposit import outlook as deposit_outlook
from ksdesk.actions.deposit import reconcile as deposit_reconcile
from ksdesk.actions.deposit import refund as deposit_refund
from ksdesk.domain.deposit import Requirement, running
from ksdesk.domain.deposit.ledger import Entry
from ksdesk.domain.deposit.measures import MeasureState, measure_states
from ksdesk.domain.deposit.notes import (
    AccountState,
    Adjustment,
    Compared,
    LineCategory,
    MeasureEvent,
    MonthSales,
    RefundCase,
    SalesTier,
    ShownLine,
    SubShop,
)
from ksdesk.domain.deposit.outlook import Ahead, Forecast
from ksdesk.domain.notes import N, Note
from ksdesk.domain.rulebook import RuleBook
from ksdesk.storage import Reader

QUIET_DAYS = 30  # how far back the curve reaches where there is no entry

KINDS = (
    AccountState,
    SubShop,
    MeasureEvent,
    ShownLine,
    LineCategory,
    Adjustment,
    SalesTier,
    MonthSales,
)
"""What the page's sheets list and change."""


@dataclass(frozen=True)
class AccountView:
    """The page for one `account` on a day.

    `entries` are its lines by day and number; `points` those that the curve shows with the
    balance after each; `steps` its required line, day by day that it moves. `due` is the phone's
    figure that named a day, `measures` what is possible or happened, `ahead` what will push the
    line over the balance, `case` the refund under way with `refund_by`, the day it should be
    paid by, `unsure_year` the first year on which that stands and whose days off are not known,
    `compared` the last comparison with the phone. `notes` are all facts noted, by kind.
    `fresh`: neither the ledger nor the wizard says anything at all.
    """

    today: date
    accounts: tuple[deposit.Account, ...]
    account: deposit.Account
    entries: tuple[Entry, ...]
    points: tuple[tuple[Entry, int], ...]
    requirement: Requirement
    steps: tuple[tuple[date, int | None], ...]
    fresh: bool
    rules: RuleBook
    told: deposit.Told
    measures: tuple[MeasureState, ...] = ()
    due: ShownLine | None = None
    ahead: tuple[Ahead, ...] = ()
    forecast: Forecast | None = None
    case: RefundCase | None = None
    refund_by: date | None = None
    unsure_year: int | None = None
    compared: Compared | None = None
    notes: Mapping[type[Note], tuple[Note, ...]] = field(default_factory=dict)

    def noted(self, kind: type[N]) -> tuple[N, ...]:
        """The notes of a kind, in the order of writing."""
        return tuple(note for note in self.notes.get(kind, ()) if isinstance(note, kind))


def look(reader: Reader, rules: RuleBook, today: date, name: str) -> AccountView:
    """Read all that the page shows of the account `name`."""
    answers = deposit.told(reader)
    accounts = deposit.accounts(reader, rules, today)
    account = next(a for a in accounts if a.name == name)
    entries = reader.deposit.entries(name)
    first = min((e.day for e in entries), default=today - timedelta(days=QUIET_DAYS))
    notes: dict[type[Note], tuple[Note, ...]] = {kind: reader.notes.all(kind) for kind in KINDS}
    return AccountView(
        today,
        accounts,
        account,
        entries,
        running(_lasting(entries)),
        deposit.line_of(answers, rules, today),
        deposit.line_steps(answers, rules, name, min(first, today), today),
        not any(a.opened for a in accounts) and not any(notes.values()),
        rules,
        answers,
        _measures(account, accounts, notes[MeasureEvent], today),
        deposit_outlook.due(reader, name, today),
        tuple(a for a in deposit_outlook.look_ahead(reader, rules, today) if a.account == name),
        deposit_outlook.month_forecast(reader, today),
        deposit_refund.under_way(reader, today),
        deposit_refund.remind_on(reader, rules),
        deposit_refund.year_not_announced(reader, rules),
        deposit_reconcile.last_compared(reader, name),
        notes,
    )


def _measures(
    account: deposit.Account,
    accounts: Iterable[deposit.Account],
    events: tuple[Note, ...],
    today: date,
) -> tuple[MeasureState, ...]:
    """Possible by this account alone; what happened holds for the shop, and so does its cause."""
    missing = {a.name: a.standing.shortfall for a in accounts if a.standing is not None}
    marked = [event for event in events if isinstance(event, MeasureEvent)]
    total = sum(missing.values())
    shop = measure_states(total > 0, marked, today, total)
    if missing.get(account.name):
        return shop
    quiet = measure_states(False, (), today)
    pairs = zip(shop, quiet, strict=True)
    return tuple(m if m.state == "happened" else other for m, other in pairs)


def _lasting(entries: tuple[Entry, ...]) -> list[Entry]:
    """All but pairs of a line and its reversal on one day: they never lay in the account."""
    by_number = {e.id: e for e in entries}
    undone: set[int] = set()
    for entry in entries:
        other = by_number.get(entry.reverses or 0)
        if other is not None and other.day == entry.day:
            undone |= {entry.id, other.id}
    return [e for e in entries if e.id not in undone]
