"""Tables of products: which column is what, and each line's cells as values.

No header of an official product export is known, so columns are recognised by their names.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial
from typing import Any, Final

from ksdesk.domain.imports import PRIVATE, SKIP, ColumnGuess
from ksdesk.domain.personal import blotted
from ksdesk.domain.products.cells import COUNTS, MONEY, CellFault, read_cell
from ksdesk.domain.products.imports import LEVELS
from ksdesk.importers import converters, plan
from ksdesk.importers.converters import (
    NONE,
    CellError,
    Cells,
    Convert,
    Faults,
    as_written,
    has_no_result,
    unwrapped,
)
from ksdesk.importers.plan import Values
from ksdesk.importers.private import private_columns
from ksdesk.importers.traffic.guess import samples_of
from ksdesk.importers.traffic.labels import plain, unit_of

_LABELS: Final = {
    "title": """商品名称 商品标题 名称 标题 商品 品名 宝贝标题 宝贝名称 title producttitle
        productname product name itemname""",
    "short_title": "短标题 商品短标题 shorttitle",
    "category": "类目 商品类目 分类 商品分类 类别 category",
    "price": "价格 售价 单价 商品价格 销售价 SKU价格 现价 price price(¥) saleprice",
    "struck_price": "划线价 市场价 原价 吊牌价 struckprice struckprice(¥) marketprice",
    "stock": "库存 库存数量 可用库存 现有库存 商品库存 SKU库存 stock inventory quantity",
    "threshold": "低库存线 库存预警 预警库存 lowat threshold",
    "code": "SKU编码 商家编码 规格编码 商品编码 货号 sku skucode code",
    "item_id": "商品ID 商品编号 宝贝ID itemid productid",
    "platform": "平台 来源平台 platform",
    "state": "状态 商品状态 state status",
    "way": "来源 种类 商品种类 kind",
    "selling_point": "卖点 商品卖点 sellingpoint",
    "link": "链接 商品链接 链接或口令 链接或分享文字 link url linkorsharetext",
    "note": "备注 商品备注 note remark",
    "spec": "规格 商品规格 规格属性 销售属性 variant options",
    **{f"level{n}": f"规格名{n} 规格{n}名称 option{n}name" for n in range(1, LEVELS + 1)},
    **{f"option{n}": f"规格{n} 规格值{n} option{n}" for n in range(1, LEVELS + 1)},
}
TEMPLATE: Final = {
    "title": ("text", "示例商品"),
    "short_title": ("text", "示例"),
    "category": ("text", "果干蜜饯"),
    "price": ("money", "59.90"),
    "struck_price": ("money", "79.90"),
    "stock": ("count", "100"),
    "threshold": ("count", "20"),
    "code": ("id", "SB-001"),
    "item_id": ("id", "2026111800001"),
    "state": ("text", "草稿"),
    "level1": ("text", "重量"),
    "option1": ("text", "1kg"),
    "level2": ("text", "包装"),
    "option2": ("text", "礼盒"),
    "selling_point": ("text", "自家柿子晒的"),
    "note": ("text", "示例"),
}
"""The fields worth filling in: what their cells hold, and an example."""

_AS_WRITTEN: Final = frozenset(("link", "code", "item_id"))
_NUMBERS: Final = frozenset(("code", "item_id"))
_LINK: Final = frozenset(("link", "别的平台的链接", "其他平台商品", "linkfromanotherplatform"))
_FIGURES: Final = frozenset((*MONEY, *COUNTS))
NAMING: Final = frozenset(("title", "code", "item_id", "link"))
"""The fields that a product is known by: a table of products has one of them."""


def weight(label: str) -> int:
    """How much a label speaks for products: 0 if they have no field of that name."""
    return int(plain(label) in _codes())


def fits(header: Sequence[str]) -> bool:
    """Whether a header is of products wherever it turns up: a column names them, two more say
    something of them."""
    codes = {_codes().get(plain(label), "") for label in header} - {""}
    return bool(codes & NAMING) and len(codes) > 2


def columns_of(header: tuple[str, ...], sample: Sequence[Sequence[str]]) -> tuple[ColumnGuess, ...]:
    """What becomes of each column, by its name; of two with one meaning the first counts."""
    guesses: list[ColumnGuess] = []
    private = private_columns(header, sample)
    for index, label in enumerate(header):
        if index in private:
            guesses.append(ColumnGuess(index, label, SKIP, why=PRIVATE))
            continue
        code = _codes().get(plain(label), "")
        role = role_of(code) if code else SKIP
        if any(guess.role == role for guess in guesses):
            role = SKIP
        samples = samples_of(row[index] for row in sample)
        why = "guess" if role == SKIP else "alias"
        unit = (unit_of(label) or "yuan") if code in MONEY else ""
        guesses.append(ColumnGuess(index, label, role, unit, why, samples))
    return tuple(guesses)


def role_of(code: str) -> str:
    """The role of a column that holds this field of products."""
    return f"{'measure' if code in _FIGURES else 'identity'}:{code}"


def needs_of(columns: Sequence[ColumnGuess]) -> tuple[str, ...]:
    """What must be said before products can be stored."""
    roles = [column.role for column in columns if column.role != SKIP]
    needs = ["twice"] if len(set(roles)) < len(roles) else []
    named = any(column.code in NAMING for column in columns if column.what == "identity")
    return tuple(needs if named else [*needs, "names"])


class Plan(plan.Plan):
    """How the lines of a table of products are read; what they make is for the book to say."""

    timeless = True

    def keyed(self) -> list[ColumnGuess]:
        """A line is known by its place alone: several may be of one product."""
        return []

    def converter(self, column: ColumnGuess) -> Convert:
        """Cells as the list of products takes them when they are typed."""
        if column.code in MONEY and column.unit in ("fen", "li"):
            return _not_below_zero(converters.money(column.unit))
        return converters.kept(partial(_cell, column.code))

    def _has_ranges(self, column: ColumnGuess) -> bool:
        """A price from … to … is none."""
        return False

    def numbered(self, values: Values, place: int) -> bool:
        """A product may be called TOTAL if it has a code."""
        numbers = (c.index for c in self.columns if c.code in ("code", "item_id"))
        return any(values[index][place] is not None for index in numbers)


def _not_below_zero(convert: Convert) -> Convert:
    def checked(cells: Cells) -> tuple[list[Any], Faults]:
        values, faults = convert(cells)
        below = (place for place, fen in enumerate(values) if fen is not None and fen < 0)
        return values, faults | dict.fromkeys(below, "negative")

    return checked


def _cell(code: str, cell: str) -> Any:
    text = unwrapped(cell)
    if text in NONE:
        return None
    if has_no_result(text):
        raise CellError("no_result")
    if code not in _AS_WRITTEN:
        text = blotted(text, note=code == "note")
    if code == "way":
        return "link" if plain(text) in _LINK else "own"
    if code in _NUMBERS:
        text = as_written(text)
    try:
        return read_cell("title" if code.startswith(("level", "option")) else code, text)
    except CellFault as fault:
        raise CellError(fault.reason) from None


def title_of(code: str) -> str:
    """What the column of a field is called in a table that is made to be imported."""
    return _LABELS[code].split()[0]


@cache
def _codes() -> dict[str, str]:
    return {plain(word): code for code, words in _LABELS.items() for word in words.split()}
