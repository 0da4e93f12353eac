"""Tables of products: which column is what, and each line's cells as values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property, partial
from typing import Any, Final

from ksdesk.domain.imports import PRIVATE, SKIP, ColumnGuess
from ksdesk.domain.imports.products import LEVELS, OPTIONS
from ksdesk.domain.personal import blotted
from ksdesk.domain.products.cells import MONEY, CellFault, read_cell
from ksdesk.domain.progress import QUIET, Progress
from ksdesk.importers import converters, plan
from ksdesk.importers.cell import (
    NONE,
    CellError,
    as_written,
    has_no_result,
    is_empty_figure,
    unwrapped,
)
from ksdesk.importers.converters import Cells, Convert, Faults
from ksdesk.importers.files.besides import among
from ksdesk.importers.files.table import Table
from ksdesk.importers.names import plain, unit_of
from ksdesk.importers.plan import Values
from ksdesk.importers.private import private_columns
from ksdesk.importers.products.labels import FIGURES, LABELS, VARIANTS, codes
from ksdesk.importers.samples import samples_of

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
NAMING: Final = frozenset(("title", "code", "item_id", "link"))
"""The fields that a product is known by: a table of products has one of them."""


def weight(label: str) -> int:
    """How much a label speaks for products: 0 if they have no field of that name."""
    return int(plain(label) in codes())


def fits(header: Sequence[str]) -> bool:
    """Whether a header is of products wherever it turns up: a column names them, two more say
    something of them."""
    found = {codes().get(plain(label), "") for label in header} - {""}
    return bool(found & NAMING) and len(found) > 2


def columns_of(
    header: tuple[str, ...], sample: Sequence[Sequence[str]], progress: Progress = QUIET
) -> tuple[ColumnGuess, ...]:
    """What becomes of each column, by its name; of two with one meaning the first counts.

    Raises `Cancelled`.
    """
    guesses: list[ColumnGuess] = []
    private = private_columns(header, sample, progress)
    for index, label in enumerate(header):
        progress.check()
        if index in private:
            guesses.append(ColumnGuess(index, label, SKIP, why=PRIVATE))
            continue
        code = codes().get(plain(label), "")
        role = role_of(code) if code else SKIP
        if any(guess.role == role for guess in guesses):
            role = SKIP
        samples = samples_of(label, (row[index] for row in sample))
        why = "guess" if role == SKIP else "alias"
        unit = (unit_of(label) or "yuan") if code in MONEY else ""
        guesses.append(ColumnGuess(index, label, role, unit, why, samples))
    return _with_options(guesses, sample)


def _with_options(
    guesses: Sequence[ColumnGuess], sample: Sequence[Sequence[str]]
) -> tuple[ColumnGuess, ...]:
    """Columns as 颜色 and 尺码 are options where they tell lines of one title apart."""
    title = next((g.index for g in guesses if g.code == "title"), None)
    open_ones = [g.index for g in guesses if g.role == SKIP and plain(g.label) in VARIANTS]
    if title is None or any(g.code in OPTIONS for g in guesses):
        return tuple(guesses)
    first: dict[str, Sequence[str]] = {}
    telling: set[int] = set()
    for row in sample if open_ones else ():
        one = first.setdefault(row[title], row)
        telling.update(i for i in open_ones if row[i] != one[i])
    roles = {i: f"identity:option{n}" for n, i in enumerate(sorted(telling)[:LEVELS], 1)}
    return tuple(replace(g, role=roles.get(g.index, g.role)) for g in guesses)


def role_of(code: str) -> str:
    """The role of a column that holds this field of products."""
    return f"{'measure' if code in FIGURES else 'identity'}:{code}"


def needs_of(columns: Sequence[ColumnGuess]) -> tuple[str, ...]:
    """What must be said before products can be stored."""
    roles = [column.role for column in columns if column.role != SKIP]
    needs = ["twice"] if len(set(roles)) < len(roles) else []
    named = any(column.code in NAMING for column in columns if column.what == "identity")
    return tuple(needs if named else [*needs, "names"])


class ProductPlan(plan.RowPlan):
    """How the lines of a table of products are read; what they make is for the book to say."""

    timeless = True

    def __init__(self, table: Table, columns: Sequence[ColumnGuess]) -> None:
        said = {c.code for c in columns}
        self.constants = {
            level: c.label.strip()
            for c in columns
            if c.code.startswith("option")
            and plain(c.label) in VARIANTS
            and (level := c.code.replace("option", "level")) not in said
        }
        super().__init__(table, columns)

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

    def _why(self, row: Sequence[str], values: Values, place: int) -> str:
        """A title that stands for all products is none, where others stand beside it."""
        why = super()._why(row, values, place)
        if why or self._title is None or self.numbered(values, place):
            return why
        return self._of_title(row[self._title])

    @cached_property
    def _title(self) -> int | None:
        return next((c.index for c in self.columns if c.code == "title"), None)

    @cached_property
    def _of_title(self) -> Callable[[str], str]:
        """What a title says of its line."""
        return among(row[self._title or 0] for row in self.table.sample)

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
    if is_empty_figure(text) if code in FIGURES else text in NONE:
        return None
    if has_no_result(text) and (code in FIGURES or text[:1] == "#"):  # a text may begin with =
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
    return LABELS[code].split()[0]
