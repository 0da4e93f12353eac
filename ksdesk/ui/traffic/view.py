"""The seller's choices on the traffic page, and what is shown of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from ksdesk.domain.imports import Batch
from ksdesk.domain.named_days import NamedDays
from ksdesk.domain.traffic import Part, Series, from_seconds
from ksdesk.domain.traffic.heat import Heat
from ksdesk.domain.traffic.notes import Annotation
from ksdesk.ui.traffic.shaded import Shaded

PartCode = tuple[str, str]


@dataclass(frozen=True)
class TrafficView:
    """The choices. `days` back from today (0: everything), or from `anchor`, the first second of
    a day, where an import led there. `grain` "" takes what suits the range; no measures: the most
    useful ones. `parts`: campaigns, lives and ways to look at, each a line of its own where there
    are several, those in `off` switched off for now; none: all together. `named_days` and
    `events`: whether holidays and what happened are drawn.
    """

    measures: tuple[str, ...] = ()
    grain: str = ""
    days: int | None = None
    compare: bool = True
    parts: tuple[PartCode, ...] = ()
    off: tuple[PartCode, ...] = ()
    anchor: int | None = None
    named_days: bool = True
    events: bool = True

    @classmethod
    def from_state(cls, state: dict[str, Any]) -> TrafficView:
        """What `asdict` made of one."""
        pairs = {name: tuple(map(tuple, state[name])) for name in ("parts", "off")}
        return cls(**{**state, **pairs, "measures": tuple(state["measures"])})

    @property
    def on(self) -> tuple[PartCode, ...]:
        """The chosen parts that are not switched off."""
        return tuple(part for part in self.parts if part not in self.off)


@dataclass(frozen=True)
class DrawnLine:
    """A curve: a measure, of one part where several are told apart."""

    series: Series
    part: Part | None = None

    @property
    def code(self) -> str:
        """The measure."""
        return self.series.code

    @property
    def key(self) -> str:
        """What tells it from the other lines."""
        return self.code if self.part is None else "|".join((self.code, *self.part.code))


@dataclass(frozen=True)
class Figure:
    """A measure's total over the range and over the period before; None where there is none.

    `without` is a return without the hours that an alarm suspects, None where none are suspect.
    """

    code: str
    value: float | None
    before: float | None
    without: float | None = None


@dataclass(frozen=True)
class Event:
    """Something at `at` (seconds). `kind`: live, video, price, other by the seller (`note` then
    is the annotation); live, begins, ends, keyword and plan_change (of a campaign or plan), trial
    (a week of one begins) and trial_ends by the app. `text` is the name, the new keyword or the
    number of the week.
    """

    at: int
    kind: str
    text: str = ""
    note: Annotation | None = None


@dataclass(frozen=True)
class ShownTraffic:
    """The answer to a view. `view` is what could be shown of the one asked for; start ≤ t < end
    in seconds; `before` are the bounds of the period before, None without one; the times of
    `ghosts` are moved from there onto the range. `coarser` is the grain that has figures where the
    one asked for has none. `shades` are stretches that a warning points at, `rises` where a curve
    rose suddenly, `days` named ones
    (None: not yet known), which are asked for afterwards: the calendar of holidays takes longer to
    load than the figures.
    `unseen` are the days of which figures were typed that this view does not show.
    `sources` are the names of the imports that the range may rest on. `break_even`: the return at
    which spending leaves nothing, where one is drawn and the costs are known.
    """

    view: TrafficView = TrafficView()
    measures: tuple[str, ...] = ()
    grains: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    batches: tuple[Batch, ...] = ()
    start: int = 0
    end: int = 0
    before: tuple[int, int] | None = None
    lines: tuple[DrawnLine, ...] = ()
    ghosts: tuple[Series, ...] = ()
    figures: tuple[Figure, ...] = ()
    coarser: str = ""
    events: tuple[Event, ...] = ()
    shades: tuple[Shaded, ...] = ()
    rises: tuple[Shaded, ...] = ()
    days: tuple[NamedDays, ...] | None = None
    heat: Heat | None = None
    unseen: tuple[date, ...] = ()
    sources: tuple[str, ...] = ()
    break_even: float | None = None

    @property
    def warnings(self) -> tuple[Shaded, ...]:
        """All that an alarm is about."""
        return (*self.shades, *self.rises)

    @property
    def nothing(self) -> bool:
        """No figure has come into the book yet."""
        return not self.measures

    @property
    def first_day(self) -> datetime:
        """The range's first day."""
        return from_seconds(self.start)

    @property
    def last_day(self) -> datetime:
        """The range's last day."""
        return from_seconds(self.end - 1)

    @property
    def blank(self) -> bool:
        """Nothing of what was asked for lies in the range."""
        return not any(line.series.times for line in self.lines)

    @property
    def mixed(self) -> bool:
        """Lines of several measures, spend aside: a part's name alone does not tell them apart."""
        return len({line.code for line in self.lines} - {"spend"}) > 1

    @property
    def rows(self) -> list[tuple[int, *tuple[float | None, ...]]]:
        """(second, values of the lines, values of the period before), in order of time."""
        series = [*(line.series for line in self.lines), *self.ghosts]
        found = [dict(zip(one.times, one.values, strict=True)) for one in series]
        times = sorted({when for one in found for when in one})
        return [(when, *(one.get(when) for one in found)) for when in times]

    @property
    def split(self) -> bool:
        """Several parts are told apart."""
        return any(line.part is not None for line in self.lines)
