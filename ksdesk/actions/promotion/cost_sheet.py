"""Filling costs in: the list of what has none, as a table for Excel, and back from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, Final

from ksdesk.actions import Book
from ksdesk.actions.notes import as_one, keep_all
from ksdesk.actions.products import keeping
from ksdesk.domain.changes import Changes
from ksdesk.domain.imports import Preview, Refused, Source
from ksdesk.domain.products import Product, Sku
from ksdesk.domain.products.stock.outlook import sku_key
from ksdesk.domain.promotion.breakdown import Good
from ksdesk.domain.promotion.cost_lines import CostLine, cost_lines, usual_since
from ksdesk.domain.promotion.costs import CostNote, UnitCost
from ksdesk.domain.promotion.goods import Goods
from ksdesk.domain.traffic import day_start, from_seconds
from ksdesk.exports import ExportColumn, Sheet
from ksdesk.exports.tables import CellKind
from ksdesk.importers import converters, kinds, open_table
from ksdesk.importers.cell import is_range
from ksdesk.importers.files.table import Table
from ksdesk.importers.names import is_number_of_row, plain
from ksdesk.importers.products.labels import LABELS
from ksdesk.storage import Reader

DAYS: Final = 30
"""The days before today by which the list counts orders."""


def lines(
    reader: Reader, now: datetime, only: Collection[int] | None = None
) -> tuple[CostLine, ...]:
    """The list of costs, what is missing first; as new as `costs.work_out` made the profit.

    `only`: those of these products, drafts among them.
    """
    today = now.date()
    first, last = today - timedelta(days=DAYS), today
    profit = reader.profit
    products: Iterable[Product] = _sold(reader)
    if only is not None:
        products = [replace(one, state="listed") for one in products if one.id in only]
    found = cost_lines(
        products,
        reader.notes.all(UnitCost),
        profit.by_product(first, last),
        profit.sold_options(day_start(first), day_start(last) + 86_400),
        profit.firsts_without_cost(),
        profit.titles(),
        today,
    )
    return found if only is None else tuple(line for line in found if line.good[0])


def _sold(reader: Reader) -> tuple[Product, ...]:
    """The products, and those in the bin: their orders stay, and may want a cost."""
    return *reader.products.all(), *reader.products.binned()


def of_product(reader: Reader, number: int) -> tuple[tuple[UnitCost, ...], date | None]:
    """All costs that were noted of a product, and the day of its first order without one."""
    noted = tuple(cost for cost in reader.notes.all(UnitCost) if cost.product == number)
    return noted, reader.profit.firsts_without_cost().get((number, ""))


def save_product(
    book: Book, product: Product, costs: Sequence[tuple[str, int, date]], now: datetime
) -> Changes:
    """Keep a product and what it costs (option, fen, from which day) as one step."""
    with book.transaction():
        saved = keeping.save(book, product, now)
        assert isinstance(saved.ref, int)
        noted = [UnitCost(saved.ref, key, cost, since) for key, cost, since in costs]
        return as_one([saved, keep_all(book, noted, now)], saved.ref) if noted else saved


def adopt(book: Book, goods: Iterable[CostLine], now: datetime) -> Changes:
    """Make products of what only orders name, so that they can have a cost; `ref` their numbers,
    in that order. Undo puts them into the bin."""
    with book.transaction():
        made = [
            keeping.save(book, Product(title=line.title, item_id=line.good[1], state="listed"), now)
            for line in goods
        ]
        return as_one(made, tuple(step.ref for step in made))


def fill_in(
    book: Book,
    filled: Sequence[tuple[CostLine, int, date]],
    others: Sequence[CostNote],
    now: datetime,
) -> Changes:
    """Note what lines of the list cost from a day on, and `others`, as one step; what only orders
    name becomes a product."""
    with book.transaction():
        adopted = adopt(book, [line for line, _, _ in filled if not line.good[0]], now)
        assert isinstance(adopted.ref, tuple)
        numbers = iter(adopted.ref)
        costs = [
            UnitCost(line.good[0] or next(numbers), line.sku_key, cost, since)
            for line, cost, since in filled
        ]
        return as_one([adopted, keep_all(book, [*costs, *others], now)])


# ---- the table


_TITLES: Final[Mapping[str, tuple[str, str, CellKind]]] = {
    "product": ("商品行号", "Number", "count"),
    "title": ("商品", "Product", "text"),
    "sku_key": ("规格", "Option", "text"),
    "price": ("卖价（元）", "Price (¥)", "money"),
    "cost": ("一件进价（元）", "Cost of a piece (¥)", "money"),
    "since": ("从哪天起", "From which day", "day"),
    "orders": ("近 30 天订单", "Orders of 30 days", "count"),
}
_ALSO: Final = {
    "item": "商品ID 商品编号 宝贝ID 链接ID itemid productid",
    "sku_code": "SKU编码 规格编码 SKU商家编码 sku skucode",
    "code": "商品编码 商家编码 货号 款号 code productcode",
    "title": LABELS["title"],
    "sku_key": LABELS["spec"],
    "cost": """进价 进货价 成本 成本价 成本单价 单位成本 单件成本 商品成本 采购价 采购成本 供货价
        拿货价 进货成本 cost cost(¥) unitcost unitcost(¥) costprice costprice(¥) purchaseprice""",
    "since": """生效日期 生效时间 生效日 开始日期 起始日期 起始时间 日期 since validfrom
        effectivedate effectivefrom date""",
}
"""What the tables of other tools call the same, and by what they name goods."""
_BY_TITLE: Final = {
    **{plain(word): name for name, words in _ALSO.items() for word in words.split()},
    **{plain(title): name for name, (zh, en, _) in _TITLES.items() for title in (zh, en)},
}
_NAMED_BY: Final = ("product", "item", "sku_code", "code", "title")


def table(found: Sequence[CostLine], title: str, language: str) -> Sheet:
    """The list as a table to fill in, `language` (zh, en) that of its headers. Goods that only
    orders name are not in it: they are no products yet."""
    place = 0 if language == "zh" else 1
    columns = [ExportColumn(name, told[place], told[2]) for name, told in _TITLES.items()]
    rows = [
        (line.good[0], line.title, line.sku_key, line.price, line.cost,
         line.since or line.first, line.orders)
        for line in found
        if line.good[0]
    ]  # fmt: skip
    return Sheet(title, tuple(columns), rows)


@dataclass(frozen=True)
class FilledIn:
    """A table that came back: `costs` that are new or other ones, how many rows say the `same` or
    are `empty`, and the rows that cannot be taken. `missing` are columns that it needs but has not.
    """

    costs: tuple[UnitCost, ...] = ()
    same: int = 0
    empty: int = 0
    refused: tuple[Refused, ...] = ()
    missing: tuple[str, ...] = ()


def read_back(reader: Reader, source: Source, now: datetime) -> FilledIn:
    """What a filled-in table says; `actions.notes.keep_all` writes its costs.

    A product is found by its number, else by 商品ID, by a code of its own or of an option, by its
    name; a first cost without a day holds from the first order that has none, another one from
    today. Reasons of rows: unknown_product, other_product
    (its number is that of another one), unknown_option, bad_money, below_zero, bad_day, twice (a
    row before has another cost of that day) or what else a cell can be. Raises `ImportProblem`.
    """
    opened = open_table(source)
    places: dict[str | None, int] = {}
    for at, label in enumerate(opened.header):
        places.setdefault(_BY_TITLE.get(plain(label)), at)
    has = {"product": not places.keys().isdisjoint(_NAMED_BY), "cost": "cost" in places}
    if not all(has.values()):
        return FilledIn(missing=tuple(name for name in has if not has[name]))
    firsts = reader.profit.firsts_without_cost()
    known = _Known(_sold(reader), reader.notes.all(UnitCost), firsts, now.date())
    costs: dict[object, UnitCost] = {}
    said: dict[object, int] = {}
    refused: list[Refused] = []
    same = empty = 0
    for line, row in _rows(opened):
        cells = {n: row[p].strip() if p < len(row) else "" for n, p in places.items() if n}
        try:
            cost = known.cost(cells)
            place = cost and (cost.product, cost.sku_key, cost.since)
            if cost and said.setdefault(place, cost.cost) != cost.cost:
                raise _Wrong("cost", "twice")
        except _Wrong as wrong:
            label = opened.header[places[wrong.name]] if wrong.name in places else ""
            refused.append(Refused(line, label, cells.get(wrong.name, ""), wrong.reason))
            continue
        if cost is None:
            empty += 1
        elif known.has(cost):
            same += 1
        else:
            costs[place] = cost
    return FilledIn(tuple(costs.values()), same, empty, tuple(refused))


def tells_costs(preview: Preview) -> bool:
    """Whether what was taken for something else is a table that `read_back` could take."""
    header = [column.label for column in preview.columns]
    names = {_BY_TITLE.get(plain(label)) for label in header}
    if "cost" not in names or names.isdisjoint(_NAMED_BY) or any(map(is_number_of_row, header)):
        return False
    kind = kinds.BY_CODE[preview.kind]
    return kind in (kinds.ANY, kinds.PRODUCTS) or not kind.fits(header)


def _rows(opened: Table) -> Iterator[tuple[int, list[str]]]:
    for numbers, rows in opened.chunks():
        yield from zip(numbers, rows, strict=True)


class _Wrong(Exception):
    """A cell that cannot be taken: its column's name here, and the reason."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(name, reason)
        self.name, self.reason = name, reason


class _Known:
    """The products of the book and their costs, against which a table is held."""

    def __init__(
        self,
        products: Iterable[Product],
        costs: Iterable[UnitCost],
        firsts: Mapping[Good, date],
        today: date,
    ) -> None:
        products = tuple(products)
        self._goods = Goods(products)
        self._options = {p.id: _called(p.skus) for p in products}
        shown = [p for p in products if p.binned_at is None]
        alike = Counter(p.title for p in shown)
        self._titles = {p.title: p.id for p in shown if alike[p.title] == 1}
        self._costs = {(c.product, c.sku_key, c.since): c.cost for c in costs}
        self._firsts, self._today = firsts, today
        self._held = {(c.product, c.sku_key) for c in costs if c.since <= today}

    def has(self, cost: UnitCost) -> bool:
        """Whether just this is noted."""
        return self._costs.get((cost.product, cost.sku_key, cost.since)) == cost.cost

    def cost(self, cells: Mapping[str, str]) -> UnitCost | None:
        """What a row says, None where its cost is empty; `_Wrong` where it cannot be."""
        fen = _read("cost", cells, converters.money("yuan"))
        if fen is None:
            return None
        if is_range(cells["cost"]):  # of which a report's first figure counts
            raise _Wrong("cost", "bad_money")
        if fen < 0:
            raise _Wrong("cost", "below_zero")
        product, key = self._place(cells)
        moment = _read("since", cells, converters.moments(optional=True))
        since = self._usual(product, key) if moment is None else _day(moment)
        return UnitCost(product, key, fen, since)

    def _usual(self, product: int, key: str) -> date:
        held = bool(self._held & {(product, key), (product, "")})
        return usual_since(self._firsts.get((product, "")), held, self._today)

    def _place(self, cells: Mapping[str, str]) -> tuple[int, str]:
        """The product that a row names, and its option."""
        told = next((name for name in _NAMED_BY if cells.get(name)), "title")
        number, named = cells.get("product", ""), self._titles.get(cells.get("title", ""), 0)
        spec, option = cells.get("sku_key", ""), ""
        found = int(number) if number.isdecimal() else 0
        for code in () if number else (cells.get("sku_code", ""), cells.get("code", "")):
            if not found:
                found, option = self._goods.find(cells.get("item", ""), code, spec)
        found = found or (0 if number else named)
        if found not in self._options:
            raise _Wrong(told, "unknown_product")
        if named not in (0, found):
            raise _Wrong("title", "other_product")
        key = option or self._options[found].get(spec)
        if key is None:
            raise _Wrong("sku_key", "unknown_option")
        return found, key


def _called(skus: Iterable[Sku]) -> dict[str, str]:
    """The options by what a table may call them: as ours does, and where that is only one of them
    by its words, or by its code without the zeros in front that Excel drops."""
    keys = {"": "", **{sku_key(sku): sku_key(sku) for sku in skus}}
    names = [
        (name, sku_key(sku))
        for sku in skus
        for name in {sku.code.lstrip("0"), " ".join(sku.options), "/".join(sku.options)} - {""}
    ]
    several = Counter(name for name, _ in names)
    return {name: key for name, key in names if several[name] == 1} | keys


def _read(name: str, cells: Mapping[str, str], convert: Callable[..., Any]) -> int | None:
    values, faults = convert([cells.get(name, "")])
    if faults:
        raise _Wrong(name, faults[0])
    found: int | None = values[0]
    return found


def _day(seconds: int) -> date:
    return from_seconds(seconds).date()
