"""What stands behind a profit as a table: a row for each sale, refund, fee and cost."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ksdesk.domain.promotion.booking import NO_COST, UNTOLD
from ksdesk.domain.promotion.breakdown import Behind, EarnedRow, Good
from ksdesk.exports import ExportColumn, Sheet
from ksdesk.storage import Reader
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP
from ksdesk.ui.promotion.profit.words import COSTS, ROW_KINDS, said


def detail_sheet(title: str, reader: Reader, read: Callable[[], Behind]) -> Sheet:
    """Orders with what each cost, and what promotion cost; what stays adds up to the net. What is
    left out of it says why. It is read by whoever writes the file."""
    columns = (
        ExportColumn("day", said(QT_TRANSLATE_NOOP("Profit", "Day")), "day"),
        ExportColumn("order", said(QT_TRANSLATE_NOOP("Profit", "Order or cost")), "id"),
        ExportColumn("sold", said(QT_TRANSLATE_NOOP("Profit", "Sold on")), "day"),
        ExportColumn("product", said(QT_TRANSLATE_NOOP("Profit", "Product")), width=36),
        ExportColumn("kind", said(QT_TRANSLATE_NOOP("Profit", "What"))),
        ExportColumn("paid", said(QT_TRANSLATE_NOOP("Profit", "Paid by buyers")), "money"),
        *(ExportColumn(name, said(word), "money") for name, word in COSTS),
        ExportColumn("stays", said(QT_TRANSLATE_NOOP("Profit", "Stays")), "money"),
        ExportColumn("note", said(QT_TRANSLATE_NOOP("Profit", "Remark")), width=20),
    )
    return Sheet(title, columns, _rows(reader, read))


def _rows(reader: Reader, read: Callable[[], Behind]) -> Iterator[tuple[object, ...]]:
    behind = read()
    titles = reader.profit.titles([*dict.fromkeys(row.good for row in behind.orders)])
    for row in behind.orders:
        yield _earned(row, titles)
    promotion = said(QT_TRANSLATE_NOOP("Profit", "promotion"))
    unnamed = said(QT_TRANSLATE_NOOP("Profit", "Reports name no campaign"))
    for cost in behind.spends:
        name, nothing = cost.name or unnamed, [None] * (1 + len(COSTS))
        yield (cost.day, name, None, "", promotion, *nothing, -cost.fen, "")


def _earned(row: EarnedRow, titles: Mapping[Good, str]) -> tuple[object, ...]:
    sales = row.sales
    no_cost = QT_TRANSLATE_NOOP("Profit", "left out: no cost")
    untold = QT_TRANSLATE_NOOP("Profit", "left out: refund not told")
    left_out = said({NO_COST: no_cost, UNTOLD: untold}[row.costless]) if row.costless else ""
    return (
        *(row.day, row.order, row.sold_on, titles.get(row.good) or row.good[1]),
        *(said(ROW_KINDS[row.kind]), sales.paid),
        *(amount_of(row, name) for name, _ in COSTS),
        *(None if row.costless else sales.before_ads, left_out),
    )


def amount_of(row: EarnedRow, name: str) -> int | None:
    """An amount of a row; goods less what those that came back are still worth."""
    amount: int | None = getattr(row.sales, name)
    worth = row.sales.cost_returned
    if name == "goods_cost" and amount is not None:
        return None if worth is None else amount - worth
    return amount
