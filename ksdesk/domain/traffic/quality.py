"""疑似异常: hours whose traffic grew without life, each with what was expected and what was seen.

What separates bought junk from a real viral evening is not the size of the jump but what is
missing after it: clicks, comments and likes that the views should have brought. `suspicion` holds
the rules, `expectation` what they compare with: the seller's own past, never figures of others.
Likely, not proven: the words for the seller are 疑似异常, never 作弊.

numpy only; import this module late.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import ArrayLike

from ksdesk.domain.traffic.expectation import (
    DAY,
    HourGrid,
    Surprise,
    UsualHours,
    known_sums,
    learn,
    on_grid,
    surprise,
)
from ksdesk.domain.traffic.stretches import Stretch, StretchKind
from ksdesk.domain.traffic.suspicion import CASUAL, QUIET, suspect_stretches

FOLLOW: Final = ("likes", "comments", "shares", "new_fans", "product_clicks")
CODES: Final = ("views", "stay_seconds", *FOLLOW, "unfollows", "orders", "spend")
"""The measures that are looked at (`ksdesk.domain.traffic` says what each is)."""

NEEDED_DAYS: Final = 14
"""Known days below which no verdict is given: each hour of the week was seen twice."""
UNFOLLOW_DAYS: Final = 10
"""Days after an event in which platforms purge bought fans: a late fall confirms the jump."""
MOST_UNFOLLOWS: Final = 5.0
"""An hour counts at most so many when the usual unfollows are learnt."""
CROSSED_SPREAD: Final = 0.25
"""How far the proportion of two measures scatters from event to event."""
TELLING: Final = 2.0
"""A reason is told from this |z| on; the lead and the scarcest follow-through always are."""
LEADS: Final = {"zombie_fans": "new_fans", "idle_viewers": "stay_seconds"}
"""The measure that an event is about, where it isn't the views; it is the first reason."""


@dataclass(frozen=True, slots=True)
class SuspectEvent:
    """Hours from `start` to before `end` (exclusive) that look bought.

    `share` of their figure looks like junk, 0..1: of the new fans for zombie_fans, else of the
    views. `score` ranks events by their evidence (half a squared z, from about 8 on). `reasons`
    begin with the measure that the event is about, then the strongest.
    """

    start: np.datetime64
    end: np.datetime64
    kind: StretchKind
    share: float
    score: float
    reasons: tuple[Surprise, ...]


def days_missing(hours: Mapping[str, ArrayLike]) -> int:
    """Days of known hours that a verdict still needs; 0 if there is enough history."""
    return max(0, NEEDED_DAYS - on_grid(hours, ("views",)).known_days())


def suspect_events(hours: Mapping[str, ArrayLike]) -> list[SuspectEvent]:
    """The suspect events of a seller's hours, in order of time; none overlap.

    `hours` maps "time" (datetime64[h], any order, gaps allowed: a missing hour is unknown, not
    zero) and codes of `CODES` to arrays of one length, NaN where unknown; stay_seconds is the mean
    of the hour, money is fen. A rule whose measure is missing is left out; without views, without
    any of `FOLLOW`, or with too little history (`days_missing`) the answer is empty.
    """
    grid = on_grid(hours, CODES)
    if grid.known_days() < NEEDED_DAYS:
        return []
    # Junk would spoil what is learnt as usual: what the first look finds is left out of the second.
    suspect = np.zeros(grid.n, dtype=bool)
    for found in suspect_stretches(grid, learn(grid, suspect, FOLLOW), roughly=True):
        suspect[max(0, found.first - 1) : found.end + 1] = True
    usual = learn(grid, suspect, FOLLOW)
    if not usual.rates:
        return []
    return [_event(found, grid, usual) for found in suspect_stretches(grid, usual)]


def _event(found: Stretch, grid: HourGrid, usual: UsualHours) -> SuspectEvent:
    told = [*_sums(slice(found.first, found.end), grid, usual), *_crossed(found, grid, usual)]
    told = [why for why in told if _speaks(why, found.kind)]
    lead = LEADS.get(found.kind, "views")
    scarce = min(
        (why for why in told if why.measure in CASUAL), key=lambda why: why.z, default=None
    )
    reasons = [why for why in told if abs(why.z) >= TELLING or why.measure == lead or why is scarce]
    reasons.sort(key=lambda why: (why.measure != lead, -abs(why.z)))
    return SuspectEvent(
        grid.start + found.first,
        grid.start + found.end,
        found.kind,
        _share(found, grid, usual),
        found.score,
        tuple(reasons),
    )


def _speaks(why: Surprise, kind: StretchKind) -> bool:
    """Whether a figure speaks for an event of that kind: what follows views should be missing."""
    if why.measure not in FOLLOW or (why.measure, kind) == ("likes", "padded_likes"):
        return True
    return why.measure == LEADS.get(kind) or why.z < 0


def _sums(hours: slice, grid: HourGrid, usual: UsualHours) -> list[Surprise]:
    """Views against the usual ones, each follow-through against what the views should bring, and
    the stay."""
    days = max(1.0, (hours.stop - hours.start) / DAY)
    views, base = grid.columns["views"][hours], usual.views[hours]
    wide = float(np.mean(usual.views_spread[hours]))
    found = [surprise("views", *known_sums(views, base), wide / np.sqrt(days))]
    for code, rate in usual.rates.items():
        sums = known_sums(grid.columns[code][hours], rate[hours] * views)
        found.append(surprise(code, *sums, usual.dispersion[code] / np.sqrt(days)))
    if len(usual.stay):
        stay = grid.columns["stay_seconds"][hours]
        seen, due = known_sums(stay * views, usual.stay[hours] * views)
        shown = known_sums(views, stay)[0]
        if seen > 0 and due > 0:
            wide = float(np.mean(usual.stay_spread[hours]))
            found.append(
                Surprise(
                    "stay_seconds", due / shown, seen / shown, float(np.log(seen / due)) / wide
                )
            )
    return found


def _crossed(found: Stretch, grid: HourGrid, usual: UsualHours) -> list[Surprise]:
    """Figures that should go together and don't: see `Surprise` for the measures."""
    hours, column = slice(found.first, found.end), grid.columns
    told = []
    if found.kind == "drip":
        quiet = usual.views[hours] < np.quantile(usual.views, QUIET)
        sums = known_sums(column["views"][hours][quiet], usual.views[hours][quiet])
        told.append(surprise("night_views", *sums, float(np.mean(usual.views_spread))))
    fans = _in_proportion(grid, hours, "new_fans", "product_clicks")
    if fans:
        told.append(surprise("fans_by_clicks", *fans, CROSSED_SPREAD))
    if "unfollows" in column:
        # Capped, so that the fall after one purchase is not what others are measured by.
        often = float(np.nanmean(np.minimum(np.append(column["unfollows"], 0.0), MOST_UNFOLLOWS)))
        after = column["unfollows"][found.end : found.end + UNFOLLOW_DAYS * DAY]
        sums = known_sums(after, np.full(len(after), often))
        told.append(surprise("later_unfollows", *sums, CROSSED_SPREAD))
    told = [why for why in told if why.z > 0]
    orders = _in_proportion(grid, hours, "orders", "spend")
    if orders and orders[0] < orders[1]:
        told.append(surprise("orders_by_spend", *orders, CROSSED_SPREAD))
    return told


def _in_proportion(grid: HourGrid, hours: slice, code: str, by: str) -> tuple[float, float] | None:
    """What was seen of a measure in these hours, and what another measure's whole past expects."""
    if code not in grid.columns or by not in grid.columns:
        return None
    seen, given = known_sums(grid.columns[code], grid.columns[by])
    here, given_here = known_sums(grid.columns[code][hours], grid.columns[by][hours])
    return (here, seen / given * given_here) if given_here > 0 else None


def _share(found: Stretch, grid: HourGrid, usual: UsualHours) -> float:
    """The junk share: by what grew and by what is missing, each as far as it can be trusted."""
    hours = slice(found.first, found.end)
    if found.kind == "zombie_fans":
        seen, due = known_sums(
            grid.columns["new_fans"][hours],
            usual.rates["new_fans"][hours] * grid.columns["views"][hours],
        )
        return float(np.clip(1 - due / max(seen, 1.0), 0, 1))
    views, base = grid.columns["views"][hours], usual.views[hours]
    seen, due = known_sums(views, base)
    grown = 1 - due / max(seen, 1.0)
    wide = float(np.mean(usual.views_spread[hours])) * due / max(seen, 1.0)
    codes = [c for c in CASUAL if c in usual.rates and (c, found.kind) != ("likes", "padded_likes")]
    sums = [known_sums(grid.columns[c][hours], usual.rates[c][hours] * views) for c in codes]
    came, expected = sum(s for s, _ in sums), sum(e for _, e in sums)
    lost = 1 - came / max(expected, 1e-9) if expected else grown
    trust = 1 / (wide**2 + 0.05**2)
    trust_lost = 1 / (1 / max(expected, 1e-9) + (0.15 * (1 - lost)) ** 2)
    return float(np.clip((grown * trust + lost * trust_lost) / (trust + trust_lost), 0, 1))
