"""Tasks, reminders, suggestions and numbers, without words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any


@dataclass(frozen=True)
class Item:
    """One task, reminder or suggestion.

    `code` says what it is and `facts` holds its figures (fen, days, names). `topic` and `target`
    are where to go. `group`: "now", "today", "remind" or "advise". `level`: bad, warn or plain.
    `due` is when time runs out, the end of a day where only the day is known. `which` tells it
    from others of its code where the target does not.
    """

    code: str
    topic: str
    target: str = ""
    group: str = "today"
    level: str = "plain"
    due: datetime | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    which: str = ""

    @property
    def name(self) -> tuple[str, str]:
        """What it is, and which one. What has become bad is another one than it was before."""
        which = self.which or self.target
        return self.code, f"{which}!" if self.level == "bad" else which


@dataclass(frozen=True)
class TodayNumber:
    """One number: `value` and what it was at the time that it is compared with.

    None where there is none, and `missing` then says why.
    """

    code: str
    value: float | None = None
    before: float | None = None
    missing: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Agenda:
    """All of the page. `fresh`: the book is empty. `coming`: the next thing that will be due.
    `put_off`: what is not told now, and until when (None: for good); `done`: what the seller ticked
    off today.

    `unlooked`: nobody has looked for alarms in the traffic since it changed; `unbooked`: profit is
    not worked out since something changed.
    """

    at: datetime
    tasks: tuple[Item, ...]
    reminders: tuple[Item, ...]
    advice: tuple[Item, ...] = ()
    cards: tuple[TodayNumber, ...] = ()
    fresh: bool = False
    coming: Item | None = None
    put_off: tuple[tuple[Item, datetime | None], ...] = ()
    unlooked: bool = False
    unbooked: bool = False
    done: tuple[Item, ...] = ()

    def group(self, name: str) -> tuple[Item, ...]:
        """The tasks of "now" or "today"."""
        return tuple(task for task in self.tasks if task.group == name)


def badges(found: Agenda) -> dict[str, tuple[int, bool]]:
    """For each topic with tasks: how many, and whether one of them is for now. Advice that warns
    (what is sold at a loss) counts in its topic, too.

    今日 counts what is for now, or if that is nothing, what is for today.
    """
    counts: dict[str, tuple[int, bool]] = {}
    for task in (*found.tasks, *(item for item in found.advice if item.level == "warn")):
        count, urgent = counts.get(task.topic, (0, False))
        counts[task.topic] = count + 1, urgent or task.group == "now"
    if found.tasks:
        first = found.group("now")
        counts["today"] = len(first or found.tasks), bool(first)
    return counts


def by_urgency(items: Iterable[Item]) -> tuple[Item, ...]:
    """What is for now first, each in the order of the time that is left; what never runs out is
    last, the worst of it first."""
    return tuple(sorted(items, key=_urgency))


def _urgency(item: Item) -> tuple[bool, datetime, int]:
    level = ("bad", "warn", "plain").index(item.level)
    return item.group != "now", item.due or datetime.max, level


def end_of(day: date) -> datetime:
    """The last second of a day, where only the day is known."""
    return datetime.combine(day, time(23, 59, 59))
