"""Every order of a month as a table: what its figures are made of, to the fen."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from ksdesk.domain.month import MonthReport
from ksdesk.domain.promotion.breakdown import Behind
from ksdesk.exports import Sheet
from ksdesk.storage import Reader
from ksdesk.ui.promotion.profit.table_out import detail_sheet


def orders_sheet(reader: Reader, report: MonthReport) -> Sheet:
    """Sales, refunds and fees of the month's days, a row each; they add up to the month's."""
    days = report.month.first, report.month.last
    title = QCoreApplication.translate("Month", "Every order")
    sheet = detail_sheet(title, reader, lambda: Behind(reader.profit.rows(*days)))
    return replace(sheet, rows=list(sheet.rows))
