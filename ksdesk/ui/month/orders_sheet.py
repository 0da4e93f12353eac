"""Every order of a month as a table: what its figures are made of, to the fen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QCoreApplication

from ksdesk.domain.month import MonthReport
from ksdesk.domain.promotion.breakdown import EarnedRow
from ksdesk.exports import ExportColumn, Sheet
from ksdesk.storage import Reader
from ksdesk.ui.promotion.profit.words import COSTS, ROW_KINDS
from ksdesk.ui.promotion.profit.words import said as profit_said

translate = QCoreApplication.translate


def orders_sheet(reader: Reader, report: MonthReport) -> Sheet:
    """Sales, refunds and fees of the month's days, a row each; its columns add up to the month's.
    What is left out of the profit, for its goods have no cost, says so."""
    month = report.month
    titles = reader.profit.titles()

    def rows() -> Iterator[tuple[Any, ...]]:
        for row in reader.profit.rows(month.first, month.last):
            sales = row.sales
            left_out = translate("Month", "left out: no cost") if row.costless else ""
            yield (
                row.day,
                row.order,
                row.sold_on,
                titles.get(row.good) or row.good[1],
                profit_said(ROW_KINDS[row.kind]),
                sales.paid,
                *(_amount(row, name) for name, _ in COSTS),
                None if row.costless else sales.before_ads,
                left_out,
            )

    return Sheet(
        translate("Month", "Every order"),
        (
            ExportColumn("day", translate("Month", "Day"), "day"),
            ExportColumn("order", translate("Month", "Order"), width=22),
            ExportColumn("sold", translate("Month", "Sold on"), "day"),
            ExportColumn("product", translate("Month", "Product"), width=36),
            ExportColumn("kind", translate("Month", "What")),
            ExportColumn("paid", translate("Month", "Paid by buyers"), "money"),
            *(ExportColumn(name, profit_said(word), "money") for name, word in COSTS),
            ExportColumn("stays", translate("Month", "Stays before promotion"), "money"),
            ExportColumn("note", translate("Month", "Remark"), width=20),
        ),
        list(rows()),
    )


def _amount(row: EarnedRow, name: str) -> int | None:
    """An amount of a row; goods less what those that came back are still worth."""
    amount: int | None = getattr(row.sales, name)
    worth = row.sales.cost_returned
    if name == "goods_cost" and amount is not None:
        return None if worth is None else amount - worth
    return amount
