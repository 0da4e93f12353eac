"""Rows of a table of products held against the products of the book."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final, Literal

from ksdesk.domain.imports import Refused
from ksdesk.domain.lasting import lasting_option
from ksdesk.domain.products.bulk import Edit, Limits, beyond, blocking, judge, with_skus
from ksdesk.domain.products.states import COMPLETE
from ksdesk.domain.products.values import Product, Sku
from ksdesk.domain.reasons import reason

DEFAULT_LEVEL: Final = "规格"
"""What a level of options is called where the table does not say."""

OF_SKU: Final = ("price", "stock", "code")
LEVELS: Final = 3
OPTIONS: Final = (
    "spec",
    *(f"{what}{n}" for n in range(1, LEVELS + 1) for what in ("level", "option")),
)
SHOWN: Final = (
    *("title", "category", "price", "stock", "state", "code", "item_id", "levels", "short_title"),
    *("struck_price", "threshold", "platform", "way", "selling_point", "link", "note"),
)
"""The fields of a product that an import may change, the ones that tell most first."""

FIELDS: Final = (*(name for name in SHOWN if name != "levels"), *OPTIONS)
"""What the columns of a table of products may hold."""

_pairs = re.compile(r"[;；]")


@dataclass(frozen=True)
class ProductRow:
    """One line: the fields it says something of (blank cells say nothing), its options.

    `levels` are as many names as there are `options`, "" where the table names none.
    """

    line: int
    given: Mapping[str, Any]
    options: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()


def row_of(line: int, values: Mapping[str, Any]) -> ProductRow:
    """A line from its cells by field; what belongs to options is told apart from the product.

    Options are in `option1`, `level1` and so on, or all together in `spec`.
    """
    given = {code: value for code, value in values.items() if value not in (None, "")}
    options = [given.pop(f"option{n}", "") for n in range(1, LEVELS + 1)]
    levels = [given.pop(f"level{n}", "") for n in range(1, LEVELS + 1)]
    spec = given.pop("spec", "")
    count = max((n for n, option in enumerate(options, 1) if option), default=0)
    if spec and not count:
        return ProductRow(line, given, *_of_spec(spec))
    return ProductRow(line, given, tuple(options[:count]), tuple(levels[:count]))


def _of_spec(spec: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """颜色:红;尺码:L as options of two levels; any other text as one option."""
    parts = [part.strip() for part in _pairs.split(spec) if part.strip()]
    pairs = [part.replace("：", ":").partition(":") for part in parts]
    if all(name and sign and value for name, sign, value in pairs) and len(pairs) <= LEVELS:
        return tuple(p[2].strip() for p in pairs), tuple(p[0].strip() for p in pairs)
    return (spec,), ("",)


def values_of(product: Product) -> dict[str, Any]:
    """The fields of SHOWN as they are shown, None where there is nothing.

    Of goods with options the price is the lowest and the highest where they differ, the codes are
    all in one text.
    """
    values: dict[str, Any] = {name: getattr(product, name) or None for name in SHOWN}
    values |= {name: getattr(product, name) for name in ("price", "stock", "threshold")}
    values["levels"] = " / ".join(product.levels) or None
    if product.skus:
        prices = sorted({sku.price for sku in product.skus if sku.price is not None})
        several = len(prices) > 1
        values["price"] = (prices[0], prices[-1]) if several else product.price
        values["code"] = " ".join(sku.code for sku in product.skus if sku.code) or None
    return values


def changes_of(before: Product, after: Product) -> tuple[tuple[str, Any, Any], ...]:
    """Which fields of SHOWN differ: (field, old, new) each, those of single options too."""
    old, new = values_of(before), values_of(after)
    differing = {name for name in SHOWN if old[name] != new[name]}
    for name in OF_SKU:
        if [getattr(s, name) for s in before.skus] != [getattr(s, name) for s in after.skus]:
            differing.add(name)
    return tuple((name, old[name], new[name]) for name in SHOWN if name in differing)


@dataclass(frozen=True)
class Arrival:
    """What the lines of one product would do: to a product of the book, or as a new one."""

    lines: tuple[int, ...]
    edit: Edit

    @property
    def fate(self) -> Literal["new", "revised", "same", "refused"]:
        """What becomes of it."""
        if self.edit.verdict == "refused":
            return "refused"
        if not self.edit.before.id:
            return "new"
        return "revised" if self.edit.verdict == "changed" else "same"


@dataclass
class _Group:
    """Lines of one product, while they are gathered."""

    before: Product | None
    rows: list[ProductRow] = field(default_factory=list)


class _Doubt(ValueError):
    """Why a line cannot be used; its only argument is the reason's code."""


def arrivals(
    rows: Iterable[ProductRow], products: Sequence[Product], limits: Limits
) -> tuple[tuple[Arrival, ...], tuple[Refused, ...]]:
    """Products that the rows make or change, and the lines that cannot be used.

    A line belongs to the product with its number (商品ID), else with its SKU code, else with its
    title. Lines that are new to the book are one product where number or title are alike.
    Reasons of a refused line: no_title, ambiguous (several products of the book fit), contradicts
    (an earlier line of the product says otherwise), twice, needs_options, levels (another count of
    options than the product has).
    """
    found = _Standing(products)
    groups: dict[Any, _Group] = {}
    refused: list[Refused] = []
    for row in rows:
        row = found.whole(row)
        try:
            before = found.of(row)
            key = ("old", before.id) if before is not None else _new_key(row)
            group = groups.setdefault(key, _Group(before))
            _check(group, row)
            group.rows.append(row)
        except _Doubt as doubt:
            refused.append(Refused(row.line, "", _name(row), str(doubt)))
    made = [_arrival(group, limits) for group in groups.values() if group.rows]
    return tuple(made), tuple(refused)


class _Standing:
    """The products of the book by what a line may know them by."""

    def __init__(self, products: Sequence[Product]) -> None:
        self._by_item = _index(products, lambda p: [p.item_id])
        self._by_code = _index(products, lambda p: [p.code, *(sku.code for sku in p.skus)])
        self._by_title = _index(products, lambda p: [_folded(p.title)])
        self._zeros = _bare(self._by_item), _bare(self._by_code)

    def whole(self, row: ProductRow) -> ProductRow:
        """A line with the numbers of the book, where those of the line lost the zeros in front, as
        they do in a workbook program. A code is that only of a product of the line's title."""
        items, codes = self._zeros
        lost = {}
        if len(found := items.get(row.given.get("item_id", ""), [])) == 1:
            lost["item_id"] = found[0]
        found = [c for c in codes.get(row.given.get("code", ""), []) if self._titled(c, row)]
        if len(found) == 1:
            lost["code"] = found[0]
        return replace(row, given={**row.given, **lost}) if lost else row

    def _titled(self, code: str, row: ProductRow) -> list[Product]:
        """The products with a code whose title is that of the line, if it has one."""
        title = _folded(row.given.get("title", ""))
        return [p for p in self._by_code.get(code, ()) if title in ("", _folded(p.title))]

    def of(self, row: ProductRow) -> Product | None:
        """The product that a line means, None for a new one; raises `_Doubt` for several."""
        item, code = row.given.get("item_id", ""), row.given.get("code", "")
        if item and (found := self._by_item.get(item) or self._by_item.get(_without_zeros(item))):
            return _only(found)
        coded = self._by_code.get(code) or self._titled(_without_zeros(code), row)
        if code and (found := _of_item(coded, item)):
            return _only(found)
        found = _of_item(self._by_title.get(_folded(row.given.get("title", "")), []), item)
        if code and not row.options:  # another code is another product of that name
            found = [p for p in found if not p.code or p.skus]
        return _only(found) if found else None


def _index(
    products: Sequence[Product], keys: Callable[[Product], Iterable[str]]
) -> dict[str, list[Product]]:
    found: dict[str, list[Product]] = defaultdict(list)
    for product in products:
        for key in set(filter(None, keys(product))):
            found[key].append(product)
    return found


def _bare(numbers: Mapping[str, object]) -> dict[str, list[str]]:
    """Numbers that have zeros in front, by what they are without; none that is there both ways."""
    found: dict[str, list[str]] = defaultdict(list)
    for number in numbers:
        bare = _without_zeros(number)
        if bare and bare not in numbers:
            found[bare].append(number)
    return found


def _without_zeros(number: str) -> str:
    """A number without zeros in front, "" for what is none."""
    return number.lstrip("0") if number.isdecimal() else ""


def _of_item(products: Sequence[Product], item: str) -> list[Product]:
    """Those that are not known to be another item of the platform."""
    return [p for p in products if not item or p.item_id in ("", item)]


def _only(products: Sequence[Product]) -> Product:
    if len(products) > 1:
        raise _Doubt("ambiguous")
    return products[0]


def _folded(title: str) -> str:
    return " ".join(title.split()).casefold()


def _new_key(row: ProductRow) -> tuple[str, ...]:
    """Lines with the same key are one new product; without options each line is one."""
    title, item = row.given.get("title", ""), row.given.get("item_id", "")
    if not title and not row.given.get("link"):
        raise _Doubt("no_title")
    if item:
        return ("item", item)
    if row.options:
        return ("options", _folded(title))
    return ("plain", row.given.get("code", ""), _folded(title), row.given.get("link", ""))


def _name(row: ProductRow) -> str:
    given = row.given
    return str(given.get("title") or given.get("item_id") or given.get("code") or "")


def _check(group: _Group, row: ProductRow) -> None:
    """Raise `_Doubt` where a line does not go with the product or with its earlier lines."""
    before = group.before
    skus = before.skus if before is not None else ()
    levels = len(before.levels) if before is not None and skus else 0
    if group.rows and group.rows[0].options:
        levels = levels or len(group.rows[0].options)
    if levels and row.options and len(row.options) != levels:
        raise _Doubt("levels")
    with_options = skus or any(other.options for other in group.rows)
    if with_options and not row.options and _figures(row) and not _sku_of(skus, row):
        raise _Doubt("needs_options")
    if row.options and not skus and any(not r.options and _figures(r) for r in group.rows):
        raise _Doubt("contradicts")
    for other in group.rows:
        if _same_place(skus, other, row):
            raise _Doubt("twice")
        for name in other.given.keys() & row.given.keys() - set(OF_SKU):
            if other.given[name] != row.given[name]:
                raise _Doubt("contradicts")


def _figures(row: ProductRow) -> set[str]:
    """What a line says of one combination of options."""
    return row.given.keys() & set(OF_SKU)


def _same_place(skus: Sequence[Sku], one: ProductRow, other: ProductRow) -> bool:
    if skus and not (one.options and other.options):
        first, second = _sku_of(skus, one), _sku_of(skus, other)
        return first == second and first is not None
    return one.options == other.options


def _sku_of(skus: Sequence[Sku], row: ProductRow) -> Sku | None:
    """The combination that a line means: by its options, without options by its code. An option
    may be a day that a workbook program made of it."""
    for spelled in (str, lasting_option) if row.options else ():
        wanted = _tidied(row.options, spelled)
        fitting = [sku for sku in skus if _tidied(sku.options, spelled) == wanted]
        if fitting:
            return fitting[0]
    if row.options:
        return None
    code = row.given.get("code")
    fitting = [sku for sku in skus if code and sku.code == code]
    return fitting[0] if len(fitting) == 1 else None


def _tidied(options: Sequence[str], spelled: Callable[[str], str]) -> list[str]:
    return [spelled(" ".join(option.split())) for option in options]


def _arrival(group: _Group, limits: Limits) -> Arrival:
    before = group.before
    given: dict[str, Any] = {}
    for row in group.rows:
        given |= row.given
    start = before or Product(way=given.get("way") or ("link" if given.get("link") else "own"))
    plain = {
        name: value
        for name, value in given.items()
        if name not in OF_SKU and (name != "way" or before is None)
    }
    after = replace(start, **plain)
    if start.skus or any(row.options for row in group.rows):
        after = _with_rows(after, group.rows)
    else:
        after = replace(after, **{name: given[name] for name in OF_SKU if name in given})
    found = []
    if before is None and after.state in COMPLETE and (gaps := blocking(after)):
        after = replace(after, state="draft")
        found.append(reason("draft_instead", "warn", gaps=" ".join(gaps)))
    elif after.state == "ready" != start.state and beyond(after, limits):
        after = replace(after, state="draft")
        found.append(reason("draft_unchecked", "warn"))
    edit = judge(start, after, limits.facts, found)
    return Arrival(tuple(row.line for row in group.rows), edit)


def _with_rows(product: Product, rows: Sequence[ProductRow]) -> Product:
    """The product with the combinations of options that the lines change or add."""
    skus = list(product.skus)
    levels = product.levels
    for row in rows:
        of_sku = {name: row.given[name] for name in OF_SKU if name in row.given}
        standing = _sku_of(skus, row)
        if standing is not None:
            skus[skus.index(standing)] = replace(standing, **of_sku)
        elif row.options:
            skus.append(Sku(row.options, **of_sku))
        if row.options:
            levels = _named(levels, row.levels)
    code = product.code if product.skus else ""  # of goods without options
    return with_skus(replace(product, levels=levels, code=code), skus)


def _named(levels: tuple[str, ...], given: tuple[str, ...]) -> tuple[str, ...]:
    """The names of levels: what the table says, else what they were, else a name of ours."""
    known = levels if len(levels) == len(given) else ("",) * len(given)
    several = len(given) > 1
    return tuple(
        name or old or (f"{DEFAULT_LEVEL}{number}" if several else DEFAULT_LEVEL)
        for number, (name, old) in enumerate(zip(given, known, strict=True), 1)
    )
