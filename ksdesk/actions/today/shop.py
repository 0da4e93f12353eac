"""The shop itself on 今日: its deposits, the wizard's open step, papers that end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from ksdesk.actions import deposit
from ksdesk.actions.deposit import outlook, refund
from ksdesk.actions.today.asking import Inquiry, Look
from ksdesk.domain.deposit.outlook import Ahead
from ksdesk.domain.opening import STEP_NAMES, with_defaults
from ksdesk.domain.today import Item, end_of

PAPER_REMIND: Final = 90  # days before its end from which a paper is a reminder
PAPER_TASK: Final = 30  # and from which it is a task

_PAPERS: Final = (
    ("id_card", "realname.upload", "valid_until", "long_term"),
    ("authorisation", "type.choose", "authorisation_until", ""),
)


@dataclass(frozen=True)
class Deposits:
    """The accounts, by when what is short is due, when a refund should be there, what comes."""

    accounts: tuple[deposit.Account, ...]
    until: dict[str, date | None]
    refund_by: date | None
    ahead: tuple[Ahead, ...]

    @property
    def opened(self) -> bool:
        """Whether the ledger or the wizard speaks of any account."""
        return any(account.opened for account in self.accounts)


def _ask_deposits(look: Look) -> Deposits:
    reader, today = look.reader, look.now.date()
    told = deposit.told(reader)
    accounts = deposit.accounts(reader, look.rules, today, told)
    until = {}
    for account in accounts:
        seen = outlook.due(reader, account.name, today)
        until[account.name] = seen.due if seen is not None else None
    by = refund.remind_on(reader, look.rules)
    return Deposits(accounts, until, by, outlook.look_ahead(reader, look.rules, today, told))


def _say_deposits(found: Deposits, now: datetime) -> Iterator[Item]:
    for account in found.accounts:
        facts = {"account": account.name, "balance": account.balance, "line": account.line}
        if account.state == "short" and account.standing is not None:
            facts["short"] = short = account.standing.shortfall
            facts["until"] = until = found.until[account.name]
            due = end_of(until) if until is not None else None
            which = f"{account.name} {short}"
            yield Item("deposit_short", "deposit", account.name, "now", "bad", due, facts, which)
        elif account.name == "own" and account.state in ("unknown", "maybe"):
            code = f"deposit_{account.state}"
            yield Item(code, "opening", deposit.QUOTE_STEP, facts=facts)
    last = found.refund_by
    if last is not None and last <= now.date():  # the promotion deposit that was asked back
        facts = {"until": last}
        yield Item("refund_due", "deposit", "promotion", "today", "warn", end_of(last), facts)
    seen: set[str] = set()
    for ahead in found.ahead:  # the first thing for each account that will make it short
        if ahead.account not in seen:
            seen.add(ahead.account)
            facts = {"ahead": ahead, "account": ahead.account}
            due, which = end_of(ahead.on), f"{ahead.account} {ahead.on} {ahead.short}"
            yield Item(
                "deposit_ahead", "deposit", ahead.account, "remind", "warn", due, facts, which
            )


DEPOSITS: Final = Inquiry(
    "deposits", ("deposit", "opening", "products", "imports"), _ask_deposits, _say_deposits
)


@dataclass(frozen=True)
class Wizard:
    """Where the opening wizard stands; `place` is "" where it asks for nothing, `done` of its steps
    are done. `touched`: it was opened."""

    place: str = ""
    done: int = 0
    touched: bool = False


def _ask_wizard(look: Look) -> Wizard:
    """Nothing is asked of who sells already and never opened the wizard."""
    steps = look.reader.opening.steps()
    if (last := steps.get(STEP_NAMES[-1])) and (last.visited or last.done_at):
        return Wizard(touched=True)
    place = look.reader.opening.place()
    if place in STEP_NAMES:
        done = sum(1 for name in STEP_NAMES if name in steps and steps[name].done_at)
        return Wizard(place, done, touched=True)
    if look.reader.traffic.span() is None and not look.ask(DEPOSITS).opened:
        return Wizard("start", touched=bool(steps))
    return Wizard(touched=bool(steps))


def _say_wizard(found: Wizard, _now: datetime) -> Iterator[Item]:
    if found.place == "start":
        yield Item("open_shop", "opening", STEP_NAMES[0])
    elif found.place:
        facts = {"step": found.place, "done": found.done, "steps": len(STEP_NAMES)}
        yield Item("opening_step", "opening", found.place, facts=facts)


WIZARD: Final = Inquiry(
    "wizard", ("opening", *DEPOSITS.topics, "traffic"), _ask_wizard, _say_wizard
)


def _ask_papers(look: Look) -> tuple[tuple[str, str, date], ...]:
    """Every paper of the shop with an end, the wizard's step that it stands in, and the end."""
    found = []
    for paper, step, ends, for_ever in _PAPERS:
        fields = with_defaults(step, look.reader.opening.step(step).fields)
        until = fields[ends]
        if isinstance(until, str) and not (for_ever and fields[for_ever]):
            found.append((paper, step, date.fromisoformat(until)))
    return tuple(found)


def all_papers(found: tuple[tuple[str, str, date], ...], now: datetime) -> Iterator[Item]:
    """Every paper with an end, from late to far away."""
    for paper, step, last in found:
        days = (last - now.date()).days
        group, level = "remind", "plain"
        if days < 0:
            group, level = "now", "bad"
        elif days <= PAPER_TASK:
            group, level = "today", "warn"
        facts = {"paper": paper, "days": days, "until": last}
        code = "paper_ended" if days < 0 else "paper_ends"
        yield Item(code, "opening", step, group, level, end_of(last), facts, f"{paper} {last}")


def _say_papers(found: tuple[tuple[str, str, date], ...], now: datetime) -> Iterator[Item]:
    return (item for item in all_papers(found, now) if item.facts["days"] <= PAPER_REMIND)


PAPERS: Final = Inquiry("papers", ("opening",), _ask_papers, _say_papers)
