"""今日: what must be done now, what today, what is worth knowing; read from the book, no words.

Every item names the page and the row that it is about, so that the screen can jump there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from ksdesk.actions import deposit
from ksdesk.actions.aftersales.waiting import waiting as waiting_cases
from ksdesk.actions.deposit import outlook as deposit_outlook
from ksdesk.actions.deposit import refund as deposit_refund
from ksdesk.actions.products import quality as product_quality
from ksdesk.actions.products import stock_case
from ksdesk.actions.promotion import profit
from ksdesk.actions.promotion.waiting import to_launch, waiting
from ksdesk.actions.traffic import alarms as traffic_alarms
from ksdesk.domain.opening import STEP_NAMES, with_defaults
from ksdesk.domain.products import missing
from ksdesk.domain.products.stock import case as stock_case_path
from ksdesk.domain.promotion.costs import UnitCost
from ksdesk.domain.rulebook import RuleBook
from ksdesk.domain.traffic import to_seconds
from ksdesk.domain.traffic.alarms import Alarm
from ksdesk.storage import Reader

PAPER_REMIND: Final = 90  # days before its end from which a paper is a reminder
PAPER_TASK: Final = 30  # and from which it is a task
STALE_DAYS: Final = 3  # days without traffic figures, yesterday included, that make a task
BACKUP_DAYS: Final = 2  # age from which the newest backup is worth a word
WEEK: Final = timedelta(days=7)

CASE_TARGET: Final = "case:"
"""How a target of 商品 begins that is an out-of-stock case; its number follows."""

MEASURES: Final = ("spend", "views", "new_fans", "orders")
"""The measures of yesterday's cards."""

_PAPERS: Final = (
    ("id_card", "realname.upload", "valid_until", "long_term"),
    ("authorisation", "type.choose", "authorisation_until", ""),
)


@dataclass(frozen=True)
class Item:
    """One task or reminder.

    `code` says what it is and `facts` holds its figures (fen, days, names). `topic` and `target`
    are where to go. `group`: "now", "today" or "remind". `level`: bad, warn or plain. `due` is
    when time runs out, the end of a day where only the day is known.
    """

    code: str
    topic: str
    target: str = ""
    group: str = "today"
    level: str = "plain"
    due: datetime | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Card:
    """One number: `value` and what it was on the same weekday a week `before`.

    None where there is none, and `missing` then says why: no_ledger, no_traffic (no figures at
    all), no_day (none of yesterday), no_measure (yesterday has figures, but not this one).
    """

    code: str
    value: float | None = None
    before: float | None = None
    missing: str = ""
    account: deposit.Account | None = None


@dataclass(frozen=True)
class Agenda:
    """All of the page. `fresh`: the book is empty. `coming`: the next thing that will be due.

    `unlooked`: nobody has looked for alarms in the traffic since it changed.
    """

    at: datetime
    tasks: tuple[Item, ...]
    reminders: tuple[Item, ...]
    cards: tuple[Card, ...]
    fresh: bool = False
    coming: Item | None = None
    unlooked: bool = False

    def group(self, name: str) -> tuple[Item, ...]:
        """The tasks of "now" or "today"."""
        return tuple(task for task in self.tasks if task.group == name)


def agenda(
    reader: Reader,
    rules: RuleBook,
    now: datetime,
    backed_up: datetime | None = None,
    with_buyers: int = 0,
) -> Agenda:
    """What the book knows at `now` (Beijing time); `backed_up` is when the newest copy was made,
    `with_buyers` how many copies hold buyers' data that the book has forgotten.

    Tasks are in the order of the time that is left, whatever has run out or is worst first.
    """
    today = now.date()
    standing = deposit.accounts(reader, rules, today)
    span = reader.traffic.span()
    papers = tuple(_papers(reader, today))
    fresh = span is None and _untouched(reader, standing)
    alarms = traffic_alarms.open_ones(reader, now)
    tasks = [
        *_deposit_tasks(reader, standing, today),
        *_refund_tasks(reader, rules, today),
        *_opening_tasks(reader, standing, span),
        *(paper for paper in papers if paper.group != "remind"),
        *_product_tasks(reader),
        *_product_papers(reader, rules, now),
        *_stock_cases(reader),
        *_aftersales(reader, rules, now),
        *_import_tasks(reader, span, today),
        *_alarm_tasks(alarms or ()),
        *_plan_tasks(reader, now),
        *_losses(reader, now),
    ]
    if reader.damaged:  # as far as all of the above was read
        facts = {"count": reader.damaged}
        tasks.append(Item("damaged", "settings", "data", "today", "warn", facts=facts))
    reminders = [
        *_deposit_ahead(reader, rules, today),
        *(paper for paper in papers if paper.facts["days"] <= PAPER_REMIND and paper not in tasks),
        *_launches(reader, now),
        *_last_import(reader),
        _backup(backed_up, now),
        *_copies_with_buyers(with_buyers),
    ]
    return Agenda(
        now,
        tuple(sorted(tasks, key=_urgency)),
        tuple(reminders),
        (_deposit_card(standing[0]), *_traffic_cards(reader, span, today)),
        fresh,
        min((p for p in papers if p.facts["days"] >= 0), key=_urgency, default=None),
        alarms is None,
    )


def badges(found: Agenda) -> dict[str, tuple[int, bool]]:
    """For each topic with tasks: how many, and whether one of them is for now.

    今日 counts what is for now, or if that is nothing, what is for today.
    """
    counts: dict[str, tuple[int, bool]] = {}
    for task in found.tasks:
        count, urgent = counts.get(task.topic, (0, False))
        counts[task.topic] = count + 1, urgent or task.group == "now"
    if found.tasks:
        first = found.group("now")
        counts["today"] = len(first or found.tasks), bool(first)
    return counts


def _urgency(item: Item) -> tuple[bool, bool, datetime]:
    return item.group != "now", item.level != "bad", item.due or datetime.max


def _end_of(day: date) -> datetime:
    return datetime.combine(day, time(23, 59, 59))


def _untouched(reader: Reader, standing: Iterable[deposit.Account]) -> bool:
    empty_ledger = not any(account.opened for account in standing)
    return empty_ledger and not reader.opening.steps() and not reader.product_list.any()


def _deposit_tasks(
    reader: Reader, standing: Iterable[deposit.Account], today: date
) -> Iterator[Item]:
    for account in standing:
        facts = {"account": account.name, "balance": account.balance, "line": account.line}
        if account.state == "short" and account.standing is not None:
            facts["short"] = account.standing.shortfall
            seen = deposit_outlook.due(reader, account.name, today)
            until = facts["until"] = seen.due if seen is not None else None
            due = _end_of(until) if until is not None else None
            yield Item("deposit_short", "deposit", account.name, "now", "bad", due, facts)
        elif account.name == "own" and account.state in ("unknown", "maybe"):
            code = f"deposit_{account.state}"
            yield Item(code, "opening", deposit.QUOTE_STEP, facts=facts)


def _refund_tasks(reader: Reader, rules: RuleBook, today: date) -> Iterator[Item]:
    """The promotion deposit that was asked back, once it should have been paid."""
    last = deposit_refund.remind_on(reader, rules)
    if last is not None and last <= today:
        facts = {"until": last}
        yield Item("refund_due", "deposit", "promotion", "today", "warn", _end_of(last), facts)


def _deposit_ahead(reader: Reader, rules: RuleBook, today: date) -> Iterator[Item]:
    """What will push a required line over its balance: the first for each account."""
    seen: set[str] = set()
    for ahead in deposit_outlook.look_ahead(reader, rules, today):
        if ahead.account not in seen:
            seen.add(ahead.account)
            facts = {"ahead": ahead, "account": ahead.account}
            due = _end_of(ahead.on)
            yield Item("deposit_ahead", "deposit", ahead.account, "remind", "warn", due, facts)


def _opening_tasks(
    reader: Reader, standing: Iterable[deposit.Account], span: tuple[int, int] | None
) -> Iterator[Item]:
    """The wizard's open step; nothing for who sells already and never opened the wizard."""
    steps = reader.opening.steps()
    if (last := steps.get(STEP_NAMES[-1])) and (last.visited or last.done_at):
        return
    place = reader.opening.place()
    if place in STEP_NAMES:
        done = sum(1 for name in STEP_NAMES if name in steps and steps[name].done_at)
        facts = {"step": place, "done": done, "steps": len(STEP_NAMES)}
        yield Item("opening_step", "opening", place, facts=facts)
    elif span is None and not any(account.opened for account in standing):
        yield Item("open_shop", "opening", STEP_NAMES[0])


def _papers(reader: Reader, today: date) -> Iterator[Item]:
    """Every paper with an end, from late to far away."""
    for paper, step, ends, for_ever in _PAPERS:
        fields = with_defaults(step, reader.opening.step(step).fields)
        until = fields[ends]
        if not isinstance(until, str) or (for_ever and fields[for_ever]):
            continue
        last = date.fromisoformat(until)
        days = (last - today).days
        group, level = "remind", "plain"
        if days < 0:
            group, level = "now", "bad"
        elif days <= PAPER_TASK:
            group, level = "today", "warn"
        facts = {"paper": paper, "days": days, "until": last}
        code = "paper_ended" if days < 0 else "paper_ends"
        yield Item(code, "opening", step, group, level, _end_of(last), facts)


def _product_tasks(reader: Reader) -> Iterator[Item]:
    first, count, gaps = None, 0, Counter[str]()
    for product in reader.product_list.drafts():
        if found := missing(product):
            first = first or product
            count += 1
            gaps.update(found)
    if first is not None:
        facts = {"count": count, "title": first.title, "missing": dict(gaps)}
        yield Item("drafts", "products", str(first.id), facts=facts)


def _product_papers(reader: Reader, rules: RuleBook, now: datetime) -> Iterator[Item]:
    """Papers of products that end within the days of the rule, or have ended."""
    for ending in product_quality.ending_papers(reader, rules, now):
        paper, ended = ending.paper, ending.days < 0
        facts = {
            "paper": paper.kind,
            "days": ending.days,
            "until": paper.valid_to,
            "title": ending.product.title,
            "products": ending.products,
        }
        group, level = ("now", "bad") if ended else ("today", "warn")
        due = _end_of(paper.valid_to) if paper.valid_to is not None else None
        yield Item("paper_expires", "products", str(ending.product.id), group, level, due, facts)


def _stock_cases(reader: Reader) -> Iterator[Item]:
    """Orders of goods that are not there; now, as long as the buyer does not know."""
    for case in stock_case.open_cases(reader):
        place = stock_case_path.place(case)
        facts = {"place": place, "title": case.title, "order": case.order_no}
        group = "now" if place == "tell" else "today"
        target = f"{CASE_TARGET}{case.id}"
        yield Item("stock_case", "products", target, group, "warn", facts=facts)


def _aftersales(reader: Reader, rules: RuleBook, now: datetime) -> Iterator[Item]:
    """Cases whose clock runs out, and what was promised; now, what is over or ends today."""
    for one in waiting_cases(reader, rules, now):
        facts = {"one": one.one, "promise": one.promise, "count": one.count}
        group, level = "today", "plain"
        if one.due is not None and one.code != "cases_more":
            group = "now" if one.due <= _end_of(now.date()) else "today"
            level = "bad" if one.due < now else "warn"
        target = "" if one.code == "cases_more" else one.one.case.name
        yield Item(one.code, "aftersales", target, group, level, one.due, facts)


def _import_tasks(reader: Reader, span: tuple[int, int] | None, today: date) -> Iterator[Item]:
    batch = next(iter(reader.batches.recent(1)), None)
    if batch is not None and batch.state == "interrupted":
        facts = {"name": batch.name, "at": batch.started_at}
        yield Item("import_broken", "traffic", "", "today", "warn", facts=facts)
    if count := reader.doubles.count():
        yield Item("doubles", "traffic", "doubles", "today", "warn", facts={"count": count})
    if span is None:
        return
    last = _day_of(span[1])
    days = (today - last).days - 1
    if days >= STALE_DAYS:
        yield Item("traffic_stale", "traffic", facts={"days": days, "last": last})


def _alarm_tasks(alarms: Iterable[Alarm]) -> Iterator[Item]:
    """Hours that look off and that nothing was made of, the newest first."""
    for alarm in alarms:
        yield Item(
            "alarm", "traffic", f"alarm:{alarm.key}", "today", "warn", facts={"alarm": alarm}
        )


def _plan_tasks(reader: Reader, now: datetime) -> Iterator[Item]:
    """What plans ask for: too fast is bad, the rest can wait for the day."""
    for one in waiting(reader, now):
        fast = one.code in ("plan_fast", "plan_stop", "plan_stop_look")
        group, level = ("now", "bad") if fast else ("today", "warn")
        target = f"plans:{one.plan.id}"
        due = one.facts.get("runs_out") if fast else None
        yield Item(one.code, "promotion", target, group, level, due, one.facts)


def _losses(reader: Reader, now: datetime) -> Iterator[Item]:
    """Products that were sold for less than they cost, the worst first."""
    if not reader.notes.all(UnitCost):
        return
    lost = profit.losses(reader, now).goods
    if lost:
        facts = {"title": lost[0].title, "lost": lost[0].lost_per_order, "count": len(lost)}
        yield Item("sold_at_a_loss", "promotion", "profit", "today", "warn", facts=facts)


def _launches(reader: Reader, now: datetime) -> Iterator[Item]:
    """The newest product that no plan names."""
    found = to_launch(reader, now)
    if found:
        facts = {"title": found[0].title, "count": len(found)}
        yield Item("plan_launch", "promotion", f"plans:new-{found[0].id}", "remind", facts=facts)


def _last_import(reader: Reader) -> Iterator[Item]:
    batch = reader.batches.last()
    if batch is not None:
        facts = {
            "name": batch.name,
            "at": batch.started_at,
            "rows": batch.new + batch.revised + batch.same,
            "new": batch.new,
            "revised": batch.revised,
            "refused": batch.refused,
        }
        yield Item("last_import", "traffic", str(batch.id), "remind", facts=facts)


def _copies_with_buyers(count: int) -> Iterator[Item]:
    if count:
        facts = {"count": count}
        yield Item("copies_with_buyers", "settings", "data", "remind", "warn", facts=facts)


def _backup(backed_up: datetime | None, now: datetime) -> Item:
    if backed_up is None:
        return Item("backup_none", "settings", "data", "remind", "warn")
    days = (now - backed_up).days
    code, level = ("backup_old", "warn") if days >= BACKUP_DAYS else ("backup", "plain")
    return Item(code, "settings", "data", "remind", level, facts={"at": backed_up, "days": days})


def _deposit_card(own: deposit.Account) -> Card:
    if not own.opened:
        return Card("deposit", missing="no_ledger", account=own)
    return Card("deposit", own.balance, account=own)


def _traffic_cards(reader: Reader, span: tuple[int, int] | None, today: date) -> Iterator[Card]:
    if span is None:
        yield from (Card(code, missing="no_traffic") for code in MEASURES)
        return
    yesterday = today - timedelta(days=1)
    found = {code: _two_days(reader, code, yesterday) for code in MEASURES}
    any_yesterday = any(value is not None for value, _ in found.values())
    why = "no_measure" if any_yesterday else "no_day"
    for code, (value, before) in found.items():
        yield Card(code, value, before, missing=why if value is None else "")


def _two_days(reader: Reader, code: str, day: date) -> tuple[float | None, float | None]:
    """The figure of a day, and that of the same weekday a week before."""
    start, after = _midnight(day - WEEK), _midnight(day + timedelta(days=1))
    series = reader.traffic.series(code, "day", start, after)
    values = dict(zip(series.times, series.values, strict=True))
    return values.get(_midnight(day)), values.get(start)


def _midnight(day: date) -> int:
    return to_seconds(datetime.combine(day, time()))


def _day_of(seconds: int) -> date:
    return date(1970, 1, 1) + timedelta(days=seconds // 86_400)
