"""What paid traffic is measured by: figures, what they belong to, and how they are summed up.

A ratio (ROI, CPM, 涨粉率) is never averaged: it is computed from the sums of its two parts, over
the rows that have both. A row that misses one tells nothing about the ratio.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final, Literal

FigureKind = Literal["money", "count", "seconds", "rate", "price", "ratio", "number"]
"""money: int fen; count: whole as a rule; seconds; rate: a share (12.5 % is 0.125); price: fen as
a float (what one click costs); ratio: a plain quotient of two amounts; number: the seller's own."""

How = Literal["sum", "mean", "weighted", "ratio"]

Grain = Literal["minute", "hour", "live", "day", "week", "month"]
GRAINS: Final[tuple[Grain, ...]] = ("minute", "hour", "live", "day", "week", "month")
"""How much time one row stands for, finest first; ``live`` is one 直播, timed by its start."""

GRAIN_LETTERS: Final[Mapping[str, str]] = {
    "minute": "m",
    "hour": "h",
    "live": "l",
    "day": "d",
    "week": "w",
    "month": "o",
}
"""How row keys name the grain: the day and its first hour begin at the same second."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure. `of` names the weight (how = weighted), or numerator and denominator (ratio);
    a ratio is multiplied by `factor` (CPM is per thousand)."""

    code: str
    kind: FigureKind
    how: How = "sum"
    of: tuple[str, ...] = ()
    factor: int = 1


def _counts(codes: str) -> list[Measure]:
    return [Measure(code, "count") for code in codes.split()]


STORED: Final[tuple[Measure, ...]] = (
    Measure("spend", "money"),  # 花费
    Measure("gmv", "money"),  # 直接GMV, 成交金额
    Measure("gmv_day", "money"),  # 当日累计GMV
    Measure("gmv_1d", "money"),
    Measure("gmv_3d", "money"),
    Measure("gmv_7d", "money"),
    Measure("gmv_15d", "money"),
    Measure("gmv_30d", "money"),
    # 广告曝光数, 封面曝光/点击, 素材曝光/点击, 点击, 行为数, 播放, 直播观看/进入
    *_counts("impressions cover_shows cover_clicks material_shows material_clicks clicks actions"),
    *_counts("plays plays_3s plays_5s plays_end effective_plays views entries"),
    Measure("stay_seconds", "seconds", "weighted", ("views",)),  # 直播平均观看时长
    Measure("peak_viewers", "count", "mean"),  # 峰值在线人数
    *_counts("likes comments shares gifts new_fans unfollows product_clicks product_visits"),
    *_counts("orders orders_day conversions"),
    Measure("refunds", "money"),
    *_counts("reports blocks dislikes live_likes live_comments live_shares"),
)
"""What a row of the book has a column for, in the order that the screen lists them."""


def _ratio(code: str, kind: FigureKind, above: str, below: str, factor: int = 1) -> Measure:
    return Measure(code, kind, "ratio", (above, below), factor)


RATIOS: Final[tuple[Measure, ...]] = (
    _ratio("roi", "ratio", "gmv", "spend"),
    _ratio("roi_day", "ratio", "gmv_day", "spend"),
    _ratio("cpm", "price", "spend", "impressions", 1000),
    _ratio("ctr", "rate", "clicks", "impressions"),
    _ratio("cover_ctr", "rate", "cover_clicks", "cover_shows"),
    _ratio("cpc", "price", "spend", "clicks"),
    _ratio("view_cost", "price", "spend", "views"),
    _ratio("fan_cost", "price", "spend", "new_fans"),
    _ratio("fan_rate", "rate", "new_fans", "views"),
    _ratio("product_click_rate", "rate", "product_clicks", "views"),
    _ratio("order_rate", "rate", "orders", "product_clicks"),
    _ratio("order_cost", "price", "spend", "orders"),
    _ratio("order_value", "price", "gmv", "orders"),
    _ratio("conversion_cost", "price", "spend", "conversions"),
)

MEASURES: Final[Mapping[str, Measure]] = {m.code: m for m in (*STORED, *RATIOS)}
STORED_CODES: Final = tuple(m.code for m in STORED)
OWN: Final = "own:"
"""Before the name of a figure that the book has no column for."""
IN_SECONDS: Final = "(秒)"
"""Ends the name of such a figure where the report tells it in words: 4小时."""

IDENTITIES: Final[Mapping[str, str]] = {
    "platform": "p",
    "account": "a",
    "account_name": "an",
    "campaign": "c",
    "campaign_name": "cn",
    "unit": "u",
    "unit_name": "un",
    "ad": "i",
    "ad_name": "in",
    "live": "l",
    "live_name": "ln",
    "way": "y",
}
"""What a row belongs to, each with its letters in row keys: 账户, 计划, 组, 创意, 直播, 目标."""

LEVELS: Final[Mapping[str, int]] = {"campaign": 1, "unit": 2, "ad": 3}
"""How fine a row is: 0 the whole account, 3 a single 创意."""

TYPED: Final = ("spend", "views", "new_fans", "product_clicks", "orders", "gmv")
"""What is typed from the phone by those who buy 粉条 and get no report."""

_MEAN_WORDS = (
    *("率", "均", "成本", "单价", "占比", "roi", "gpm", "cpc", "cpm", "ctr", "cvr", "cpa"),
    *("rate", "ratio", "avg", "average", "mean", "price", "cost per", "percent"),
)


def measure(code: str) -> Measure:
    """The measure of that code; ``own:<label>`` is averaged if its label sounds like a quotient.

    KeyError for a code that is neither.
    """
    if code.startswith(OWN):
        label = code.removeprefix(OWN).lower()
        return Measure(code, "number", "mean" if any(w in label for w in _MEAN_WORDS) else "sum")
    return MEASURES[code]


Beside = Literal["replace", "add"]
"""What a typed figure is to those that were imported for the same day or live."""


@dataclass(frozen=True, slots=True)
class TypedRow:
    """Figures read off the phone: a day's (`at` a date) or a live's (`at` its start).

    Money in fen. None clears a figure; a row without figures is taken out of the book. `beside`
    is what the seller said of figures that stand beside imported ones (None: nothing; they are
    added then). It outlasts the figure and every import.
    """

    at: date | datetime
    live: str = ""
    figures: Mapping[str, int | float | None] = field(default_factory=dict)
    beside: Mapping[str, Beside | None] = field(default_factory=dict)


Sums = tuple[float, ...]
"""What a measure's value is computed from: (total, count); of a weighted one (Σ value · weight,
Σ weight, total, count); of a ratio its two parts, from the rows that have both, and how many do."""


def value_of(found: Measure, sums: Sums) -> float | None:
    """A measure from its sums; None where there is nothing to divide by."""
    if found.how == "sum":
        return sums[0]
    if found.how == "ratio" and not sums[2]:
        return None
    above, below = sums[2:] if found.how == "weighted" and not sums[1] else sums[:2]
    return above * found.factor / below if below else None


@dataclass(frozen=True, slots=True)
class Series:
    """A measure over time: the start of each hour, day or week that has a value, in seconds of
    the Beijing wall clock (array 'q'), and its values (array 'd'; money in fen).

    `whole` are the sums of all of it, () where there is nothing.
    """

    code: str
    grain: str
    times: array[int]
    values: array[float]
    whole: Sums = ()

    @property
    def divided(self) -> tuple[float, float] | None:
        """Of a ratio what it divides and by what, over the rows with both; None without such."""
        return (self.whole[0], self.whole[1]) if self.whole else None


def total(series: Series, *others: Series) -> float | None:
    """A measure over all of one or several series of it; None where they have nothing."""
    known = [one.whole for one in (series, *others) if one.whole]
    return value_of(measure(series.code), added(known)) if known else None


def added(sums: Iterable[Sums]) -> Sums:
    """Sums of the same measure, added up."""
    return tuple(map(sum, zip(*sums, strict=True)))


PARTS: Final = ("campaign", "live", "way")
"""What traffic is told apart by: 计划, 直播, 途径 (买量, 热搜, 礼物, 粉条)."""


@dataclass(frozen=True, slots=True)
class Part:
    """A campaign, live or way that figures belong to: `key` (its id, or its name where there is
    none), its newest name, fen spent, and the seconds of its first and its last row. `way`: what
    its rows say it is (None: nothing), `wayless`: some of them do not."""

    kind: str
    key: str
    name: str
    spend: int
    first: int
    last: int
    way: str | None = None
    wayless: bool = True

    @property
    def code(self) -> tuple[str, str]:
        """What finds it again."""
        return self.kind, self.key


_ZERO = datetime(1970, 1, 1)


def to_seconds(moment: datetime) -> int:
    """Seconds of the Beijing wall clock since 1970-01-01 00:00 (numpy's datetime64[s])."""
    return int((moment - _ZERO).total_seconds())


def from_seconds(seconds: int) -> datetime:
    """The moment that `to_seconds` was given."""
    return _ZERO + timedelta(seconds=seconds)


def day_start(day: date) -> int:
    """The first second of a day."""
    return to_seconds(datetime(day.year, day.month, day.day))


def row_key(seconds: int, grain: str, identity: str) -> str:
    """The key of the first such row of a file: its minute first, so that a report in order of time
    is appended in the book. `identity` is the "c=…|u=…" of its identifying columns.
    """
    return f"{seconds - seconds % 60:012d}|{GRAIN_LETTERS[grain]}|{identity}|1"


def own_label(label: str) -> str:
    """A label as own figures are kept under; quotes and backslashes would end a JSON path."""
    return label.strip().replace('"', "”").replace("\\", "/")
