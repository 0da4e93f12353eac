"""What goods and parcels cost, each from a day on, as the seller notes it.

A sale uses the cost of its day. What was not noted by then is not known, and never nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from operator import itemgetter
from typing import ClassVar, Final, Literal

from ksdesk.domain.calendar import month_start
from ksdesk.domain.notes import Note

Part = Literal["packaging", "shipping", "return"]
PARTS: Final[tuple[Part, ...]] = ("packaging", "shipping", "return")
"""What a parcel costs: 包装, 运费, and 退货运费 where the shop bears it."""

ShareKind = Literal["platform_fee", "commission", "returned"]
SHARES: Final[tuple[ShareKind, ...]] = ("platform_fee", "commission", "returned")
"""Shares of the seller's own: 平台扣点 and 达人佣金 of what is kept of a sale that is not settled,
and what goods that came back are still worth of their cost (退回来还值)."""


@dataclass(frozen=True, kw_only=True)
class CostNote(Note):
    """What all of them have."""

    topics: ClassVar[tuple[str, ...]] = ("promotion", "today")


@dataclass(frozen=True)
class UnitCost(CostNote):
    """One piece of a product costs so many fen from a day on (一件进价).

    `sku_key` is what `ksdesk.domain.products.stock.outlook.sku_key` calls one of its options, ""
    for all that have no cost of their own.
    """

    single = ("product", "sku_key", "since")

    product: int
    sku_key: str
    cost: int
    since: date

    def __post_init__(self) -> None:
        _not_negative(self.cost)


@dataclass(frozen=True)
class ParcelCost(CostNote):
    """A part of what each parcel costs from a day on, in fen.

    An exception is for a product, for provinces or for both.
    """

    single = ("part", "product", "provinces", "since")

    part: Part
    cost: int
    since: date
    product: int | None = None
    provinces: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _not_negative(self.cost)
        if self.part not in PARTS:
            raise ValueError(f"unknown part of a parcel {self.part!r}")


@dataclass(frozen=True)
class CostShare(CostNote):
    """A share (0.05 is 5 %) of the seller's own from a day on, one of `SHARES`.

    `category`: only for products of it, "" for all others.
    """

    single = ("kind", "category", "since")

    kind: ShareKind
    share: float
    since: date
    category: str = ""

    def __post_init__(self) -> None:
        if self.kind not in SHARES or not 0 <= self.share <= 1:
            raise ValueError(f"unknown share {self.kind!r} {self.share}")


@dataclass(frozen=True)
class MonthlyCost(CostNote):
    """A cost of the shop's own under any name (冷库租金), in fen a month.

    It holds for whole months, from that of `first` to that of `last`, None: until now.
    """

    name: str
    cost: int
    first: date
    last: date | None = None

    def __post_init__(self) -> None:
        _not_negative(self.cost)
        if not self.name.strip() or (self.last is not None and self.last < self.first):
            raise ValueError(f"a cost without name or months: {self.name!r}")

    def in_month(self, month: date) -> int:
        """What it is in the month of that day."""
        place = (month.year, month.month)
        begins = (self.first.year, self.first.month) <= place
        over = self.last is not None and (self.last.year, self.last.month) < place
        return self.cost if begins and not over else 0

    def changed(self, other: MonthlyCost) -> tuple[MonthlyCost, ...]:
        """What is kept where another amount is noted for it: from a later month on, the months
        before keep theirs, and nothing follows where it is 0. Else it is corrected."""
        begins = month_start(other.first)
        if other.cost == self.cost or begins <= month_start(self.first):
            return (replace(other, id=self.id, last=self.last),)
        ended = replace(self, last=begins - timedelta(days=1))
        return (ended, replace(other, id=0, last=self.last)) if other.cost else (ended,)


KINDS: Final[tuple[type[CostNote], ...]] = (UnitCost, ParcelCost, CostShare, MonthlyCost)


def _not_negative(cost: int) -> None:
    if cost < 0:
        raise ValueError("a cost is not negative")


class _Dated:
    """Values by what they are of, each from a day on; of the same day the later noted counts."""

    def __init__(self, rows: Iterable[tuple[Hashable, date, float]]) -> None:
        self._days: dict[Hashable, list[date]] = defaultdict(list)
        self._values: dict[Hashable, list[float]] = defaultdict(list)
        for key, since, value in sorted(rows, key=itemgetter(1)):
            self._days[key].append(since)
            self._values[key].append(value)

    def on(self, key: Hashable, day: date) -> float | None:
        """What holds on a day, None before the first."""
        days = self._days.get(key, ())
        place = bisect_right(days, day)
        return self._values[key][place - 1] if place else None


class Costs:
    """What a sale costs by its day. `categories` are those of the products, by their numbers."""

    def __init__(
        self,
        units: Iterable[UnitCost] = (),
        parcels: Iterable[ParcelCost] = (),
        shares: Iterable[CostShare] = (),
        categories: Mapping[int, str] | None = None,
    ) -> None:
        parcels = tuple(parcels)
        self._units = _Dated(((u.product, u.sku_key), u.since, u.cost) for u in units)
        self._shares = _Dated(((s.kind, s.category), s.since, s.share) for s in shares)
        self._parcels = _Dated(((p.part, p.product, p.provinces), p.since, p.cost) for p in parcels)
        self._exceptions = dict.fromkeys(
            (p.part, p.product, p.provinces) for p in parcels if p.product or p.provinces
        )
        self._categories = categories or {}

    def unit(self, product: int, sku_key: str, day: date) -> int | None:
        """Fen for one piece: of the option, else of the product, None where neither is known."""
        own = self._units.on((product, sku_key), day)
        found = own if own is not None else self._units.on((product, ""), day)
        return None if found is None else int(found)

    def part(self, part: Part, day: date, product: int, province: str) -> int | None:
        """Fen for a part of a parcel; of several exceptions that hold the dearest counts.

        The way back costs what the way there does, until it is noted.
        """
        held = [
            self._parcels.on(key, day)
            for key in self._exceptions
            if key[0] == part and key[1] in (None, product) and _names(key[2], province)
        ]
        if not any(cost is not None for cost in held):
            held = [self._parcels.on((part, None, ()), day)]
        known = [int(cost) for cost in held if cost is not None]
        if part == "return" and not known:
            return self.part("shipping", day, product, province)
        return max(known, default=None)

    def parcel(self, day: date, product: int, province: str) -> int | None:
        """Fen for a parcel on its way to the buyer, None where a part of it is not known."""
        packaging = self.part("packaging", day, product, province)
        shipping = self.part("shipping", day, product, province)
        return None if packaging is None or shipping is None else packaging + shipping

    def share(self, kind: ShareKind, day: date, product: int = 0) -> float | None:
        """One of `SHARES` on a day, by the product's category, else for all."""
        own = self._shares.on((kind, self._categories.get(product, "")), day)
        return own if own is not None else self._shares.on((kind, ""), day)


def provinces_of(text: str) -> tuple[str, ...]:
    """The provinces that a text names (新疆、西藏), as typed; ValueError with what is none."""
    names = tuple(dict.fromkeys(filter(None, _BETWEEN.split(text))))
    for name in names:
        if name[:2] not in _PROVINCES:
            raise ValueError(name)
    return names


_BETWEEN: Final = re.compile(r"[\s,，、;；/和及]+")
_PROVINCES: Final = frozenset(
    "北京 天津 河北 山西 内蒙 辽宁 吉林 黑龙 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北"
    " 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 台湾 香港 澳门".split()
)
"""The first two characters tell them apart."""


def _names(provinces: tuple[str, ...], province: str) -> bool:
    """Whether a province is among these, whatever it is called in full (新疆维吾尔自治区)."""
    return not provinces or any(name and province.startswith(name[:2]) for name in provinces)
