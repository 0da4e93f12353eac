"""A month as a file: the page as PDF, the tables as a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ksdesk.domain.month import MonthReport
from ksdesk.domain.progress import QUIET, Progress
from ksdesk.exports import write_xlsx
from ksdesk.exports.files import replacing
from ksdesk.storage import Reader
from ksdesk.ui.month.a4 import paper
from ksdesk.ui.month.orders_sheet import orders_sheet
from ksdesk.ui.month.sections import MonthSection, sections

PDF, EXCEL = SUFFIXES = (".pdf", ".xlsx")


def save(
    reader: Reader,
    report: MonthReport,
    path: Path,
    tables: Sequence[MonthSection] | None = None,
    *,
    progress: Progress = QUIET,
) -> None:
    """Write the month (or some of its tables) as its suffix says, in a spreadsheet every order
    behind it; `path` is replaced as a whole or left as it was. Raises `ExportProblem`, `Cancelled`.
    """
    tables = sections(report) if tables is None else tables
    if path.suffix.lower() == EXCEL:
        sheets = [*(table.sheet for table in tables), orders_sheet(reader, report)]
        write_xlsx(path, sheets, progress=progress)
        return
    with replacing(path) as fresh:
        paper(report, tables).write_pdf(fresh)
