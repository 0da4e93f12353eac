"""推广计划: what is bought, for what and for how much, when to stop, and how far it has come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from ksdesk.domain.notes import Note

WAYS: Final = ("paid_traffic", "hot_search", "gift")
GOALS: Final[Mapping[str, tuple[str, ...]]] = {
    "paid_traffic": ("sales", "launch", "fans", "viewers", "plays"),
    "hot_search": ("sales", "launch", "fans", "viewers"),
    "gift": ("sales", "fans", "viewers"),
}
"""What a way is bought for. Ranking a room by gifts is forbidden, so no plan has it as its goal."""

PLANNED, RUNNING, ENDED, REVIEWED = STATES = ("planned", "running", "ended", "reviewed")
STAGE: Final = ("together", "mood", "show")
"""配合, 氛围, 展示: what makes a gift evening more than a payment."""
READINGS: Final = (
    *("spend", "gmv", "orders", "new_fans", "views", "product_clicks"),
    *("topic_heat", "interaction", "usual_interaction", "room_rank", "room_heat"),
)
"""What is read off the phone for a plan: money in fen, interaction in hundredths of a percent."""

_FIXED: Final = ("id", "way", "state", "begun_at", "ended_at", "reviewed_at", "review")
_AFTERWARDS: Final = ("name", "label", "campaigns", "note", "products")
"""What may still be corrected once a plan is over."""


class PlanError(ValueError):
    """Something that a plan does not allow now. `code`: order (of the states), locked (keywords of
    a running plan), over, way, or what is missing before a begin: name, budget, days, keywords."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Plan(Note):
    """One purchase. `budget` in fen for all its days; it runs from `begins` to `ends` (included),
    each day from the full hour `hour_from` to `hour_to` (exclusive; 24 is midnight, and up to 30
    the hours after it).

    `products` are numbers of the book, `campaigns` the reports' campaigns that are this plan, by
    their keys. `label` is the seller's own (粉条, an agency), `stop` what would make them stop.
    `work` and `work_day` name the promoted work and its day, `obstacles` what stands against it (of
    the rule book's list),
    `topic` and `keywords` belong to a hot search, `staged` (of `STAGE`) to gifts.
    """

    topics = ("promotion", "traffic", "today")

    way: str
    name: str
    goal: str
    budget: int
    begins: date
    ends: date
    hour_from: int = 0
    hour_to: int = 24
    products: tuple[int, ...] = ()
    label: str = ""
    stop: str = ""
    campaigns: tuple[str, ...] = ()
    work: str = ""
    work_day: date | None = None
    obstacles: tuple[str, ...] = ()
    topic: str = ""
    keywords: tuple[str, ...] = ()
    staged: tuple[str, ...] = ()
    state: str = PLANNED
    begun_at: datetime | None = None
    ended_at: datetime | None = None
    reviewed_at: datetime | None = None
    review: str = ""

    def __post_init__(self) -> None:
        if self.goal not in GOALS.get(self.way, ()):
            raise ValueError(f"{self.way} is not bought for {self.goal!r}")
        if self.state not in STATES:
            raise ValueError(f"unknown state {self.state!r}")
        if not 0 <= self.hour_from < self.hour_to <= self.hour_from + 24 <= 48:
            raise ValueError(f"no hours: {self.hour_from} to {self.hour_to}")
        if self.budget < 0 or self.ends < self.begins:
            raise ValueError("a plan costs something and ends after its beginning")

    @property
    def days(self) -> int:
        """On how many days it runs."""
        return (self.ends - self.begins).days + 1

    @property
    def locked(self) -> bool:
        """Whether its keywords are not to be touched."""
        return self.way == "hot_search" and self.state == RUNNING

    @property
    def first(self) -> datetime:
        """When it began, or is to begin."""
        return self.begun_at or _at(self.begins, self.hour_from)

    @property
    def since(self) -> datetime:
        """The same, or as it was planned where it was begun here only on a later day: some are
        noted after they ran."""
        late = self.begun_at is not None and self.begun_at.date() > self.begins
        return _at(self.begins, self.hour_from) if late else self.first

    @property
    def last(self) -> datetime:
        """When it ended, or is to end."""
        return self.ended_at or _at(self.ends, self.hour_to)


def as_it_ran(plan: Plan) -> Plan:
    """A plan that was begun here only after the time it was planned for, with that time."""
    if plan.begun_at is None or plan.begun_at < _at(plan.ends, plan.hour_to):
        return plan
    return replace(plan, begun_at=None, ended_at=None)


def way_of(label: str) -> str:
    """Which of `WAYS` a report's way is, by what it is called; buying where it says neither."""
    if label in WAYS:
        return label
    return "gift" if "礼物" in label else "hot_search" if "热搜" in label else "paid_traffic"


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time()) + timedelta(hours=hour)


@dataclass(frozen=True)
class PlanChange(Note):
    """What of a running plan was changed `at` a moment; `note` says why.

    `what` is the field's name. `was` and `became` are texts as `told` writes them.
    """

    topics = ("promotion", "traffic", "today")

    plan: int
    at: datetime
    what: str
    was: str
    became: str


@dataclass(frozen=True)
class PlanReading(Note):
    """A figure of `READINGS` that was read off the phone `at` a moment; the newest counts."""

    topics = ("promotion", "today")

    plan: int
    at: datetime
    what: str
    figure: int

    def __post_init__(self) -> None:
        if self.what not in READINGS:
            raise ValueError(f"nothing to read: {self.what!r}")


def missing(plan: Plan) -> tuple[str, ...]:
    """What must be filled in before the plan can begin: name, budget, keywords."""
    gaps = {
        "name": not plan.name.strip(),
        "budget": not plan.budget,
        "keywords": plan.way == "hot_search" and not plan.keywords,
    }
    return tuple(name for name, gap in gaps.items() if gap)


def begin(plan: Plan, at: datetime) -> Plan:
    """A planned one runs. `PlanError` if it is none, or something is missing."""
    _expect(plan, PLANNED)
    if gaps := missing(plan):
        raise PlanError(gaps[0])
    return replace(plan, state=RUNNING, begun_at=at)


def end(plan: Plan, at: datetime) -> Plan:
    """A running one is over. `PlanError` if it is none."""
    _expect(plan, RUNNING)
    return replace(plan, state=ENDED, ended_at=at)


def review(plan: Plan, at: datetime, words: str) -> Plan:
    """What was learnt from one that is over. `PlanError` if it is none."""
    _expect(plan, ENDED)
    return replace(plan, state=REVIEWED, reviewed_at=at, review=words.strip())


def _expect(plan: Plan, state: str) -> None:
    if plan.state != state:
        raise PlanError("order")


def changes(before: Plan, after: Plan, at: datetime, why: str = "") -> Iterator[PlanChange]:
    """What of a running plan is another, field by field; nothing for one that does not run.

    `PlanError` for what may not be changed: its way and what `begin`, `end` and `review` write;
    keywords of a running hot search without a `why`; all but corrections once it is over.
    """
    names = [f.name for f in fields(Plan) if getattr(before, f.name) != getattr(after, f.name)]
    if any(name in _FIXED for name in names):
        raise PlanError("way")
    if before.state in (ENDED, REVIEWED) and any(name not in _AFTERWARDS for name in names):
        raise PlanError("over")
    if before.locked and "keywords" in names and not why.strip():
        raise PlanError("locked")
    if before.state == RUNNING:
        for name in names:
            was, became = (told(getattr(plan, name)) for plan in (before, after))
            yield PlanChange(before.id, at, name, was, became, note=why.strip())


def told(value: Any) -> str:
    """A field's value as a change keeps it: ISO days, several joined by 、, fen as digits."""
    if isinstance(value, tuple):
        return "、".join(map(str, value))
    return "" if value is None else str(value)


def unlocked(made: tuple[PlanChange, ...], plan: Plan) -> tuple[PlanChange, ...]:
    """The changes of its keywords while it ran."""
    return tuple(c for c in made if c.plan == plan.id and c.what == "keywords")


def fen_of_coins(coins: float, per_yuan: float) -> int:
    """What so many 快币 cost, half up to the fen; ValueError where a yuan buys none."""
    if per_yuan <= 0:
        raise ValueError(per_yuan)
    return int(coins * 100 / per_yuan + 0.5)
