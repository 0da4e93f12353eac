"""Tables of products: which column is what, and each line's cells as values.

No header of an official product export is known, so columns are recognised by their names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial
from typing import Any, Final

from ksdesk.domain.imports import PRIVATE, SKIP, ColumnGuess, ImportProblem, Refused, Source
from ksdesk.domain.personal import blotted
from ksdesk.domain.products.cells import COUNTS, MONEY, CellFault, read_cell
from ksdesk.domain.products.imports import Row
from ksdesk.domain.progress import QUIET, Progress
from ksdesk.importers import converters, plan, table
from ksdesk.importers.besides import Lines as Besides
from ksdesk.importers.converters import NONE, CellError, Cells, Convert, Faults, unwrapped
from ksdesk.importers.headers import MONEY_MARK, Header
from ksdesk.importers.plan import Values
from ksdesk.importers.private import private_columns
from ksdesk.importers.table import Table
from ksdesk.importers.traffic.guess import samples_of
from ksdesk.importers.traffic.labels import plain, unit_of

LEVELS: Final = 3
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
_TEMPLATE: Final = {
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
_AS_WRITTEN: Final = frozenset(("link", "code", "item_id"))
_LINK: Final = frozenset(("link", "别的平台的链接", "其他平台商品", "linkfromanotherplatform"))
_VALUE_SHOWN: Final = 80
_pairs = re.compile(r"[;；]")


@dataclass(frozen=True)
class Lines:
    """What a table of products holds: its columns, the lines that can be read, those that cannot.

    `cells` are the lines that cannot, as they stand, by their number.
    """

    columns: tuple[ColumnGuess, ...]
    rows: tuple[Row, ...]
    refused: tuple[Refused, ...]
    cells: dict[int, list[str]] = field(repr=False)


_FIGURES: Final = frozenset((*MONEY, *COUNTS))
NAMING: Final = frozenset(("title", "code", "item_id", "link"))
"""The fields that a product is known by: a table of products has one of them."""


def weight(label: str) -> int:
    """How much a label speaks for products: 0 if they have no field of that name."""
    return int(plain(label) in _codes())


def fits(header: Sequence[str]) -> bool:
    """Whether a header can be of products: a column names them, another says something."""
    codes = {_codes().get(plain(label), "") for label in header} - {""}
    return bool(codes & NAMING) and len(codes) > 1


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
    if code not in _AS_WRITTEN:
        text = blotted(text, note=code == "note")
    if code == "way":
        return "link" if plain(text) in _LINK else "own"
    try:
        return read_cell("title" if code.startswith(("level", "option")) else code, text)
    except CellFault as fault:
        raise CellError(fault.reason) from None


class Weighing:
    """What a table of products has in its header."""

    def known(self, label: str) -> bool:
        """Whether products have a column of that name."""
        return plain(label) in _codes()

    def kind(self, header: Sequence[str]) -> str:
        """ "products" where a title, a code or a number names the lines, "" else."""
        codes = {_codes().get(plain(label), "") for label in header}
        return "products" if codes & {"title", "code", "item_id", "link"} else ""

    def score(self, header: Sequence[str]) -> int:
        """How many columns are known."""
        return sum(map(self.known, header))


def open_table(source: Source, progress: Progress = QUIET) -> Table:
    """Open a table of products; raises `ImportProblem`, `Cancelled`."""
    return table.open_table(source, Weighing(), progress)


def columns(found: Table) -> tuple[ColumnGuess, ...]:
    """What becomes of each column, by its name; of two with one meaning the first counts."""
    guesses: list[ColumnGuess] = []
    for index, label in enumerate(found.header):
        code = _codes().get(plain(label), SKIP)
        if any(guess.role == code for guess in guesses):
            code = SKIP
        samples = tuple(row[index] for row in found.sample[:3] if index < len(row) and row[index])
        why = "guess" if code == SKIP else "alias"
        unit = unit_of(label) if code in ("price", "struck_price") else ""
        guesses.append(ColumnGuess(index, label, code, unit, why, samples))
    return tuple(guesses)


def read(found: Table, guesses: Sequence[ColumnGuess], progress: Progress = QUIET) -> Lines:
    """The lines of a table; raises `ImportProblem` where no column names them, `Cancelled`."""
    used = [guess for guess in guesses if guess.role != SKIP]
    if not {guess.role for guess in used} & {"title", "code", "item_id", "link"}:
        raise ImportProblem("not_products")
    rows: list[Row] = []
    refused: list[Refused] = []
    cells: dict[int, list[str]] = {}
    width, besides = len(found.header), Besides(found.header)
    for numbers, block in found.chunks(progress):
        misfits = found.misfits(block)
        for place, (line, row) in enumerate(zip(numbers, block, strict=True)):
            if not any(map(str.strip, row)):
                continue
            fault = _fault(line, row, misfits.get(place))
            read_row = fault or _row(line, row + [""] * (width - len(row)), used)
            named = isinstance(read_row, Row) and read_row.given.keys() & {"code", "item_id"}
            if not named and (reason := besides.why(row)):
                read_row = Refused(line, "", "", reason)
            if isinstance(read_row, Refused):
                refused.append(read_row)
                cells[line] = row
            else:
                rows.append(read_row)
    return Lines(tuple(guesses), tuple(rows), tuple(refused), cells)


def template_headers() -> tuple[tuple[Header, str], ...]:
    """The columns worth filling in, each with an example."""
    made = []
    for code, (kind, example) in _TEMPLATE.items():
        title = _LABELS[code].split()[0] + (MONEY_MARK if kind == "money" else "")
        made.append((Header(title, code, kind, code == "title"), example))
    return tuple(made)


@cache
def _codes() -> dict[str, str]:
    return {plain(word): code for code, words in _LABELS.items() for word in words.split()}


def _fault(line: int, row: Sequence[str], misfit: tuple[str, str] | None) -> Refused | None:
    """A line that is no product whatever its cells say."""
    if misfit is not None:
        return Refused(line, "", misfit[0][:_VALUE_SHOWN], misfit[1])
    return None


def _row(line: int, row: Sequence[str], used: Iterable[ColumnGuess]) -> Row | Refused:
    given: dict[str, Any] = {}
    for column in used:
        text = unwrapped(row[column.index])
        if text in NONE:
            continue
        try:
            value = _value(column, text)
        except CellFault as fault:
            return Refused(line, column.label, text[:_VALUE_SHOWN], fault.reason)
        if value not in (None, ""):
            given[column.role] = value
    options = [given.pop(f"option{n}", "") for n in range(1, LEVELS + 1)]
    levels = [given.pop(f"level{n}", "") for n in range(1, LEVELS + 1)]
    count = max((n for n, option in enumerate(options, 1) if option), default=0)
    made = Row(line, given, tuple(options[:count]), tuple(levels[:count]))
    spec = given.pop("spec", "")
    return _with_spec(made, spec) if spec and not count else made


def _value(column: ColumnGuess, text: str) -> Any:
    if column.role == "way":
        return "link" if plain(text) in _LINK else "own"
    if column.unit == "fen":
        return read_cell("stock", text)  # a whole number of fen
    name = column.role if not column.role.startswith(("level", "option")) else "title"
    return read_cell(name, text)


def _with_spec(row: Row, spec: str) -> Row:
    """颜色:红;尺码:L as options of two levels; any other text as one option."""
    parts = [part.strip() for part in _pairs.split(spec) if part.strip()]
    pairs = [part.replace("：", ":").partition(":") for part in parts]
    if all(name and sign and value for name, sign, value in pairs) and len(pairs) <= LEVELS:
        levels = tuple(name.strip() for name, _sign, _value in pairs)
        return replace(row, options=tuple(p[2].strip() for p in pairs), levels=levels)
    return replace(row, options=(spec,), levels=("",))
