"""The four campaigns: two agencies in turn, a hot search, gifts. What each cost and brought.

Every one is part of the shop's hours and never more than they. The hot search falls off from
the evening on which its keyword was changed; the first agency delivered the evening of junk.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Final

from ksdesk.sample.traffic.figures import Carry, Figures, fit
from ksdesk.sample.traffic.hours import EVENING, Hours, junk_day

KEYWORD_CHANGED: Final = 18
"""Days since the keyword of the hot search was changed, at 21 o'clock while it ran."""

_CHANGE_CLOCK: Final = 21

STEADY_WEEKS: Final = 5
"""For so long each way has cost about the same every day."""
_TRIED: Final[Mapping[str, tuple[float, ...]]] = {
    "付费买量": (1.3, 0.6, 0.9, 0.3, 1.5, 0.7, 1.1),
    "买热搜": (0.4, 1.3, 0.7, 1.5, 0.9, 0.5, 1.2),
    "刷礼物": (1.2, 1.4, 0.3, 0.8, 0.5, 1.5, 0.6),
}
"""Times the plan in the seven weeks before that, the latest first: the seller tried things out."""


def tried(way: str, back: int) -> float:
    """How many times its plan a way cost so many days ago."""
    week = back // 7 - STEADY_WEEKS
    steps = _TRIED[way]
    return steps[week] if 0 <= week < len(steps) else 1.0


@dataclass(frozen=True)
class Campaign:
    """One 计划. `plan`: fen by clock on a full day; the rest is what one yuan brings."""

    code: str
    name: str
    way: str
    weekdays: frozenset[int]
    begins: int  # days after the first one
    plan: Mapping[int, int]
    views: float
    fans: float
    orders: float
    keywords: tuple[str, str] = ("不限", "不限")


_BOUGHT: Final = {18: 20_00, 19: 36_00, 20: 22_00, 21: 24_00, 22: 18_00}
_SEARCHED: Final = {12: 14_00, 13: 12_00, 20: 18_00, 21: 20_00, 22: 16_00}
_GIVEN: Final = {18: 8_00, 19: 12_00, 20: 6_00, 21: 4_00, 22: 10_00}

CAMPAIGNS: Final = (
    Campaign(
        "900000000001", "代理甲 直播间买量", "付费买量", frozenset((1, 3, 6)), 62,
        _BOUGHT, 4.2, 0.40, 1 / 13.6,
    ),
    Campaign(
        "900000000002", "代理乙 吊柿饼短视频", "付费买量", frozenset((0, 2, 4, 5)), 104,
        _BOUGHT, 4.0, 0.38, 1 / 14.6,
    ),
    Campaign(
        "900000000003", "热搜「柿饼」", "买热搜", frozenset(range(7)), 152,
        _SEARCHED, 3.2, 0.56, 1 / 9.6, ("柿饼", "柿饼礼盒"),
    ),
    Campaign(
        "900000000004", "$100 起 ^_^ 🎁", "刷礼物", frozenset(range(7)), 0,
        _GIVEN, 2.2, 0.19, 1 / 18.0,
    ),
)  # fmt: skip
_AGENCY, _SEARCH = CAMPAIGNS[0], CAMPAIGNS[2]
_FALLEN: Final = {"views": 0.34, "new_fans": 0.42, "orders": 0.55}


@dataclass
class CampaignDay:
    """What one campaign did on one day, and with which keyword, by clock."""

    campaign: Campaign
    day: date
    hours: dict[int, Figures] = field(default_factory=dict)
    keywords: dict[int, str] = field(default_factory=dict)


def deliver(days: Mapping[date, Hours], today: date, rng: Random) -> list[CampaignDay]:
    """All campaigns' days in order; what they spent is written into the shop's hours too."""
    first = min(days)
    carries: Mapping[str, Carry] = defaultdict(Carry)
    made: list[CampaignDay] = []
    for day, hours in days.items():
        running = [
            CampaignDay(c, day)
            for c in CAMPAIGNS
            if day.weekday() in c.weekdays and day >= first + timedelta(days=c.begins)
        ]
        for delivery in running:
            times = tried(delivery.campaign.way, (today - day).days)
            _spend(delivery, times, _is_exact(day, today), rng)
            _bring(delivery, today, carries, rng)
        _bound(running, hours)
        if day == junk_day(today):
            _deliver_junk(running, hours)
        _count_in(running, hours)
        made += running
    return made


def _is_exact(day: date, today: date) -> bool:
    """Days on which the plan was spent to the fen."""
    return day == junk_day(today) or (today - day).days in (1, 8)


def _spend(delivery: CampaignDay, times: float, exact: bool, rng: Random) -> None:
    for clock, fen in delivery.campaign.plan.items():
        used = 1.0 if exact else rng.uniform(0.86, 1.06)
        delivery.hours[clock] = Figures(spend=round(fen * times * used))


def _bring(delivery: CampaignDay, today: date, carries: Mapping[str, Carry], rng: Random) -> None:
    campaign = delivery.campaign
    for clock, hour in delivery.hours.items():
        yuan = hour.spend / 100
        gone = _keyword_gone(delivery, clock, today)
        cut = _FALLEN if gone else dict.fromkeys(_FALLEN, 1.0)
        key = campaign.code
        hour.views = round(yuan * campaign.views * cut["views"] * rng.uniform(0.85, 1.15))
        hour.new_fans = carries[key + "f"](yuan * campaign.fans * cut["new_fans"])
        orders = yuan * campaign.orders * cut["orders"] * _yields(campaign, delivery.day, today)
        hour.orders = carries[key + "o"](orders)
        hour.clicks = hour.orders + round(hour.views * 0.045)
        hour.impressions = round(yuan * 1000 / 12 * cut["views"] * rng.uniform(0.9, 1.1))
        delivery.keywords[clock] = campaign.keywords[gone]


def _yields(campaign: Campaign, day: date, today: date) -> float:
    """Twice the money brings less than twice the orders."""
    return 1.5 / (tried(campaign.way, (today - day).days) + 0.5)


def _keyword_gone(delivery: CampaignDay, clock: int, today: date) -> bool:
    changed = today - timedelta(days=KEYWORD_CHANGED)
    after = (delivery.day, clock) >= (changed, _CHANGE_CLOCK)
    return delivery.campaign is _SEARCH and after


_BOUNDED: Final = {"views": 0.75, "new_fans": 0.85, "clicks": 0.8, "orders": 0.9}
"""The most of an hour that can have been paid for: some come by themselves."""


def _bound(running: Sequence[CampaignDay], hours: Hours) -> None:
    for clock, whole in enumerate(hours):
        parts = [d.hours[clock] for d in running if clock in d.hours]
        for name, share in _BOUNDED.items():
            most = int(getattr(whole, name) * share)
            if sum(getattr(part, name) for part in parts) > most:
                fit(parts, name, most)


def _deliver_junk(running: Sequence[CampaignDay], hours: Hours) -> None:
    """Whoever is too many came through the agency, saw the page for a second and left."""
    agency = next(d for d in running if d.campaign is _AGENCY)
    for clock in range(24)[EVENING]:
        part = agency.hours.get(clock)
        if part is not None:
            part.views = round(hours[clock].views * 0.83)
            part.impressions = round(part.views * 1.3)
            part.watched = part.views * 2.0


def _count_in(running: Sequence[CampaignDay], hours: Hours) -> None:
    for delivery in running:
        for clock, part in delivery.hours.items():
            whole = hours[clock]
            part.watched = part.watched or part.views * whole.stay * 0.92
            part.ad_clicks = round(part.views * 1.1)
            part.gmv = whole.gmv * part.orders // whole.orders if part.orders else 0
            whole.spend += part.spend
            whole.impressions += part.impressions
            whole.ad_clicks += part.ad_clicks
