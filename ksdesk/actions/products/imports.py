"""Taking a table of products into the book, looked at first, as one step that can be undone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from ksdesk.actions import Book
from ksdesk.actions.notes import as_one
from ksdesk.actions.products import bulk as product_bulk
from ksdesk.actions.products.keeping import bin_
from ksdesk.domain.changes import Changes
from ksdesk.domain.imports import ColumnGuess, Outdated, Refused, Source
from ksdesk.domain.products.bulk import Limits
from ksdesk.domain.products.imports import Arrival, Row, arrivals
from ksdesk.domain.progress import QUIET, Progress
from ksdesk.exports import Written, templates
from ksdesk.importers import Table
from ksdesk.importers import products as table
from ksdesk.storage import Reader

_KIND = "products"  # as which the columns of a header are remembered


@dataclass(frozen=True)
class ProductPreview:
    """What importing a table would do to the products of the book.

    `refused` are lines that cannot be used; `cells` holds these and the lines of refused products
    as they stand in the table. `rows` and `limits` are what `arrivals`, sorted by their fate (new,
    revised, same, refused), came from.
    """

    source: Source
    encoding: str
    header_line: int
    header: tuple[str, ...]
    columns: tuple[ColumnGuess, ...]
    arrivals: Mapping[str, tuple[Arrival, ...]] = field(repr=False)
    refused: tuple[Refused, ...] = field(repr=False)
    cells: dict[int, list[str]] = field(repr=False)
    rows: tuple[Row, ...] = field(repr=False)
    limits: Limits = field(repr=False)

    def of(self, fate: str) -> tuple[Arrival, ...]:
        """The products of one fate."""
        return self.arrivals.get(fate, ())

    @property
    def total(self) -> int:
        """How many products the lines that can be read are of."""
        return sum(map(len, self.arrivals.values()))


def preview(
    reader: Reader,
    source: Source,
    limits: Limits,
    columns: Sequence[ColumnGuess] | None = None,
    *,
    progress: Progress = QUIET,
) -> ProductPreview:
    """Read a table and hold it against the book; nothing is written.

    `columns` are those of an earlier preview as the seller corrected them; without them, what a
    table with this header was last, else what the names say. Raises `ImportProblem`
    ("not_products" where no column names the lines), `Cancelled`.
    """
    found = table.open_table(source, progress)
    lines = table.read(found, columns or _columns(reader, found), progress)
    made, doubtful = arrivals(lines.rows, reader.products.all(), limits)
    wanted = {one.line for one in doubtful}
    wanted |= {line for one in made if one.fate == "refused" for line in one.lines}
    return ProductPreview(
        source,
        found.encoding.name,
        found.header_line,
        found.header,
        lines.columns,
        _by_fate(made),
        tuple(sorted((*lines.refused, *doubtful), key=lambda one: one.line)),
        {**lines.cells, **_cells(found, wanted)},
        lines.rows,
        limits,
    )


def _columns(reader: Reader, found: Table) -> tuple[ColumnGuess, ...]:
    remembered = reader.batches.mapping(_KIND, found.header)
    return tuple(
        replace(guess, role=known.role, why="remembered")
        if (known := remembered.get(guess.label)) is not None
        and found.header.count(guess.label) == 1
        else guess
        for guess in table.columns(found)
    )


def is_table(text: str) -> bool:
    """Whether a pasted text is a table with a header of products, and no link or share text."""
    weigh = table.Weighing()
    lines = [line.split("\t") for line in text[:20_000].splitlines()[:20]]
    return any(len(line) > 1 and weigh.kind(line) and weigh.score(line) > 1 for line in lines)


def _by_fate(made: Iterable[Arrival]) -> dict[str, tuple[Arrival, ...]]:
    found: dict[str, list[Arrival]] = {}
    for one in made:
        found.setdefault(one.fate, []).append(one)
    return {fate: tuple(ones) for fate, ones in found.items()}


def _cells(found: Table, wanted: Collection[int]) -> dict[int, list[str]]:
    if not wanted:
        return {}
    return {
        line: row
        for numbers, block in found.chunks()
        for line, row in zip(numbers, block, strict=True)
        if line in wanted
    }


def refresh(reader: Reader, shown: ProductPreview, *, progress: Progress = QUIET) -> ProductPreview:
    """Hold the same lines against the book as it is now."""
    progress.check()
    made, doubtful = arrivals(shown.rows, reader.products.all(), shown.limits)
    known = {row.line for row in shown.rows}
    kept = [one for one in shown.refused if one.line not in known]
    refused = tuple(sorted((*kept, *doubtful), key=lambda one: one.line))
    return replace(shown, arrivals=_by_fate(made), refused=refused)


def commit(
    book: Book,
    shown: ProductPreview,
    skip: Collection[int],
    now: datetime,
    *,
    progress: Progress = QUIET,
) -> Changes:
    """Write new products, and the changed ones whose numbers are not in `skip`, as one step.

    `ref` is how many there were. Undo bins the new ones and brings the old values back. Raises
    `Outdated` where the book has changed since the preview, `Cancelled`; nothing is written then.
    """
    new = [one.edit.after for one in shown.of("new")]
    revised = [one.edit for one in shown.of("revised") if one.edit.before.id not in skip]
    steps: list[Changes] = []
    with book.transaction():
        if any(column.why == "named" for column in shown.columns):
            book.batches.remember(_KIND, shown.columns, now)
        if refresh(book.reader, shown).arrivals != shown.arrivals:
            raise Outdated
        if new:
            added = book.products.add(new, now, progress)
            assert isinstance(added.ref, tuple)
            steps.append(Changes(added.topics, partial(bin_, numbers=added.ref, now=now)))
        if revised:
            steps.append(product_bulk.apply(book, revised, now, progress=progress))
    return as_one(steps, len(new) + len(revised))


def cells_of(shown: ProductPreview, line: int) -> list[str]:
    """A line that cannot be used as it stands in the table, as wide as the header."""
    width = len(shown.header)
    row = shown.cells.get(line, [])
    return [*row[:width], *[""] * (width - len(row))]


def template(path: Path, *, progress: Progress = QUIET) -> Written:
    """Write the empty table of products, with one example line and notes; `ExportProblem`."""
    columns = tuple(
        templates.TemplateColumn(header.title, header.kind, example, header.required)
        for header, example in table.template_headers()
    )
    made = templates.Template(_KIND, "商品导入模板", columns)
    return templates.write_template(path, made, progress=progress)
