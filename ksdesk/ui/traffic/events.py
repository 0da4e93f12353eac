"""What is told beside the curve: what the seller noted, what the app saw, and named days."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from ksdesk.domain.named_days import (
    DAYS_OFF,
    WORKED,
    NamedDays,
    days_typed,
    holidays_between,
    promotions_between,
)
from ksdesk.domain.promotion.plans import Plan, PlanChange
from ksdesk.domain.promotion.trial import Trial
from ksdesk.domain.rulebook import RuleBook
from ksdesk.domain.traffic import Part, TypedRow, day_start, from_seconds, to_seconds
from ksdesk.domain.traffic.notes import Annotation
from ksdesk.storage import Reader
from ksdesk.ui.traffic.view import Event, ShownTraffic

HOUR, DAY = 3_600, 86_400
MOST_CAMPAIGNS = 6
PROMOTIONS = "traffic.promo_days"


def events_of(reader: Reader, shown: ShownTraffic) -> tuple[Event, ...]:
    """All that happened in the range, in order of time."""
    noted = [
        Event(to_seconds(one.at), one.kind, one.note, one)
        for one in reader.notes.all(Annotation)
        if shown.start <= to_seconds(one.at) < shown.end
    ]
    lives = {one.at // HOUR for one in noted if one.kind == "live"}
    seen = [
        Event(at, "live", name)
        for at, name in reader.traffic.lives(shown.start, shown.end)
        if at // HOUR not in lives
    ]
    changed = _keywords(reader, shown)
    every = [*noted, *seen, *_campaigns(shown), *changed, *_plans(reader, shown)]
    every += _trials(reader, shown)
    return tuple(sorted(every, key=lambda event: event.at))


def typed_of(reader: Reader, shown: ShownTraffic, marked: tuple[int, ...]) -> list[Event]:
    """The marked moments at which typed figures stand."""
    return [
        Event(at, "typed")
        for at in marked
        if shown.start <= at < shown.end
        if at in [typed_at(row) for row in reader.traffic.typed(_day(at))]
    ]


def typed_at(row: TypedRow) -> int:
    """The second at which the curve has a typed figure."""
    return to_seconds(row.at) if isinstance(row.at, datetime) else day_start(row.at)


def _keywords(reader: Reader, shown: ShownTraffic) -> list[Event]:
    """Changed keywords of the chosen campaigns, else of all."""
    chosen = {key for kind, key in shown.view.on if kind == "campaign"}
    return [
        Event(at, "keyword", word)
        for at, part, word in reader.traffic.keyword_changes()
        if shown.start <= at < shown.end and (not chosen or part in chosen)
    ]


def _plans(reader: Reader, shown: ShownTraffic) -> list[Event]:
    """Where the seller's plans begin, end and are changed."""
    plans = {plan.id: plan for plan in reader.notes.all(Plan) if plan.begun_at is not None}
    moments = [(plan.begun_at, "begins", plan.name) for plan in plans.values()]
    moments += [(plan.ended_at, "ends", plan.name) for plan in plans.values()]
    for change in reader.notes.all(PlanChange):
        if change.plan in plans:
            kind = "keyword" if change.what == "keywords" else "plan_change"
            text = change.became if kind == "keyword" else plans[change.plan].name
            moments.append((change.at, kind, text))
    found = [Event(to_seconds(at), kind, text) for at, kind, text in moments if at is not None]
    return [event for event in found if shown.start <= event.at < shown.end]


def _trials(reader: Reader, shown: ShownTraffic) -> list[Event]:
    """Where each week of a trial begins that was followed so far, and where it ends."""
    found = []
    for trial in reader.notes.all(Trial):
        days = range(0, (trial.end - trial.begins).days, 7)
        moments = [day_start(trial.begins + timedelta(days=n)) for n in days]
        found += [Event(at, "trial", str(n)) for n, at in enumerate(moments, 1)]
        found.append(Event(day_start(trial.end), "trial_ends"))
    return [event for event in found if shown.start <= event.at < shown.end]


def _campaigns(shown: ShownTraffic) -> list[Event]:
    """Where campaigns begin and end within the range: of the chosen ones, else of the dearest."""
    campaigns = [part for part in shown.parts if part.kind == "campaign"]
    chosen = [part for part in campaigns if part.code in shown.view.on]
    found = []
    for part in chosen or campaigns[:MOST_CAMPAIGNS]:
        found += _ends(part, campaigns)
    return [event for event in found if shown.start <= event.at < shown.end]


def _ends(part: Part, campaigns: list[Part]) -> list[Event]:
    """What begins with the data or still runs at their end has no such moment."""
    first = min(one.first for one in campaigns)
    last = max(one.last for one in campaigns)
    found = []
    if part.first >= first + DAY:
        found.append(Event(part.first, "begins", part.name))
    if part.last < last - DAY:
        found.append(Event(part.last // DAY * DAY + DAY - 1, "ends", part.name))
    return found


def days_of(start: int, end: int, rules: RuleBook, language: str) -> tuple[NamedDays, ...]:
    """Holidays, worked weekends and promotions of a range in seconds; for a job."""
    first, last = _day(start), _day(end - 1)
    written = rules.on(last).get(PROMOTIONS)
    days = written.value if written is not None else ()
    promotions = promotions_between(days if isinstance(days, tuple) else (), first, last, language)
    off, worked = days_typed(rules, DAYS_OFF), days_typed(rules, WORKED)
    return (*holidays_between(first, last, language, off, worked), *promotions)


def _day(seconds: int) -> date:
    return from_seconds(seconds).date()
