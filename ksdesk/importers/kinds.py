"""The kinds of report that can be read. A new kind is one more entry here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Final

from ksdesk.domain.imports import ColumnGuess
from ksdesk.domain.progress import Progress
from ksdesk.domain.records import RECORDS
from ksdesk.importers.files.table import Table
from ksdesk.importers.names import is_number_of_row
from ksdesk.importers.plan import RowPlan
from ksdesk.importers.products import reading as products
from ksdesk.importers.records import labels as record_labels
from ksdesk.importers.records import rows as records
from ksdesk.importers.traffic import guess, labels
from ksdesk.importers.traffic import rows as traffic

Columns = tuple[ColumnGuess, ...]


@dataclass(frozen=True)
class Kind:
    """One kind: what a label weighs for it (0: unknown), what its columns become, what it still
    needs, how its rows are read (the text is the title of an own table), and whether a header
    is of it where nobody expects it."""

    code: str
    weight: Callable[[str], int]
    columns: Callable[[tuple[str, ...], Sequence[Sequence[str]], Progress], Columns]
    needs: Callable[[Sequence[ColumnGuess]], tuple[str, ...]]
    plan: Callable[..., RowPlan]
    fits: Callable[[Sequence[str]], bool]

    def weigh(self, header: Sequence[str]) -> int:
        """What a whole header weighs for the kind."""
        return sum(map(self.weight, header))


def _record_kind(code: str) -> Kind:
    return Kind(
        code,
        partial(record_labels.weight, code),
        partial(records.columns_of, kind=code),
        partial(records.needs_of, kind=code),
        lambda table, columns, _title="": records.RecordPlan(table, columns, code),
        partial(record_labels.fits, code),
    )


def _is_traffic(header: Sequence[str]) -> bool:
    """One word of traffic alone (退款金额) says nothing beside the numbers of orders."""
    said = sum(map(labels.says_something, header))
    return said > 1 or (said == 1 and not any(map(is_number_of_row, header)))


TRAFFIC: Final = Kind(
    "traffic",
    lambda label: int(labels.known(label)),
    guess.traffic_columns,
    guess.needs_of,
    lambda table, columns, _title="": traffic.TrafficPlan(table, columns),
    _is_traffic,
)
ANY: Final = Kind(
    "any",
    lambda _label: 0,
    records.any_columns,
    records.any_needs,
    records.AnyPlan,
    lambda _header: True,
)
PRODUCTS: Final = Kind(
    "products",
    products.weight,
    products.columns_of,
    products.needs_of,
    lambda table, columns, _title="": products.ProductPlan(table, columns),
    products.fits,
)
KINDS: Final[tuple[Kind, ...]] = (
    TRAFFIC,
    *(_record_kind(record.kind) for record in RECORDS.values() if not record.is_own),
    PRODUCTS,
    ANY,
)
BY_CODE: Final[Mapping[str, Kind]] = {kind.code: kind for kind in KINDS}


@cache
def _known(label: str) -> bool:
    return any(kind.weight(label) for kind in KINDS)


class Weighing:
    """What all kinds together say of labels and headers."""

    def known(self, label: str) -> bool:
        """Whether any kind has a column of that name."""
        return _known(label)

    def kind(self, header: Sequence[str]) -> str:
        """The code of the kind whose labels the header has most of, "" where it has none."""
        best = _best(header)
        return "" if best is None or best is ANY else best.code

    def score(self, header: Sequence[str]) -> int:
        """The weight of a header's labels for that kind."""
        return max(kind.weigh(header) for kind in KINDS)


def _best(header: Sequence[str], usual: Kind | None = None) -> Kind | None:
    """Of the kinds that the header fits the one that it says most of. Where everyday words are of
    kinds that it does not fit, it is a table of the seller's own."""
    weights = {kind: kind.weigh(header) for kind in KINDS if kind.fits(header)}
    if any(weights.values()):
        return max(weights, key=lambda kind: (weights[kind], kind is usual))
    known = TRAFFIC if usual is None else usual
    foreign = (label for label in header if not known.weight(label))
    if known is TRAFFIC and any(kind.weight(label) for label in foreign for kind in KINDS):
        return ANY
    return usual if usual or not known.weigh(header) else known


def recognise(table: Table, usual: Kind | None = None) -> Kind | None:
    """The kind whose labels the header has most of; of equals, and where it has none, `usual`."""
    return _best(table.header, usual)


def is_table(text: str) -> bool:
    """Whether a copied text is a table with a header that some kind knows, and no link or note."""
    weighing = Weighing()
    lines = [line.split("\t") for line in text[:20_000].splitlines()[:20]]
    return any(len(line) > 1 and sum(map(weighing.known, line)) > 1 for line in lines)
