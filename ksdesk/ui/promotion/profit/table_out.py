"""What stands behind a month's profit as a table: a row for each sale, refund, fee and cost."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ksdesk.domain.promotion.breakdown import Behind, EarnedRow, Good
from ksdesk.exports import ExportColumn, Sheet
from ksdesk.storage import Reader
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP
from ksdesk.ui.promotion.profit.words import COSTS, ROW_KINDS, said


def detail_sheet(title: str, reader: Reader, read: Callable[[], Behind]) -> Sheet:
    """Every row of the net, with what each cost; the last column adds up to the net. It is read by
    whoever writes the file."""
    columns = (
        ExportColumn("day", said(QT_TRANSLATE_NOOP("Profit", "Day")), "day"),
        ExportColumn("order", said(QT_TRANSLATE_NOOP("Profit", "Order or cost")), "id"),
        ExportColumn("kind", said(QT_TRANSLATE_NOOP("Profit", "What")), width=12),
        ExportColumn("good", said(QT_TRANSLATE_NOOP("Profit", "Product")), width=36),
        ExportColumn("paid", said(QT_TRANSLATE_NOOP("Profit", "Paid")), "money"),
        *(ExportColumn(code, said(word), "money") for code, word in COSTS[:2]),
        ExportColumn(
            "cost_returned",
            said(QT_TRANSLATE_NOOP("Profit", "Still worth of returned goods")),
            "money",
        ),
        *(ExportColumn(code, said(word), "money") for code, word in COSTS[2:]),
        ExportColumn("spend", said(QT_TRANSLATE_NOOP("Profit", "Spent on promotion")), "money"),
        ExportColumn("net", said(QT_TRANSLATE_NOOP("Profit", "Net")), "money"),
    )
    return Sheet(title, columns, _rows(reader, read))


def _rows(reader: Reader, read: Callable[[], Behind]) -> Iterator[tuple[object, ...]]:
    behind = read()
    titles = reader.profit.titles([*dict.fromkeys(row.good for row in behind.orders)])
    for row in behind.orders:
        yield _earned(row, titles)
    promotion, unnamed = (
        said(QT_TRANSLATE_NOOP("Profit", "promotion")),
        said(QT_TRANSLATE_NOOP("Profit", "Reports name no campaign")),
    )
    for cost in behind.spends:
        name = cost.name or unnamed
        yield (cost.day, name, promotion, "", *[None] * (len(COSTS) + 2), cost.fen, -cost.fen)


def _earned(row: EarnedRow, titles: Mapping[Good, str]) -> tuple[object, ...]:
    sales = row.sales
    net = said(QT_TRANSLATE_NOOP("Profit", "Without a cost")) if row.costless else sales.before_ads
    return (
        *(row.day, row.order, said(ROW_KINDS[row.kind]), titles.get(row.good, row.good[1])),
        *(sales.paid, sales.refunded, sales.goods_cost, sales.cost_returned),
        *(getattr(sales, code) for code, _ in COSTS[2:]),
        *(None, net),
    )
