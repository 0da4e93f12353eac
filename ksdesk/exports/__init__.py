"""Tables to XLSX and CSV, a whole book to open files. No Qt, nothing of the book itself."""

from __future__ import annotations

from ksdesk.exports.csv_file import write_csv
from ksdesk.exports.files import ExportProblem
from ksdesk.exports.tables import ExportColumn, Sheet, Written
from ksdesk.exports.workbook import write_xlsx

__all__ = ["ExportColumn", "ExportProblem", "Sheet", "Written", "write_csv", "write_xlsx"]
