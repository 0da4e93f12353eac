"""Paper: a long document comes out whole, on fine printers too."""

from __future__ import annotations

import pytest
from pdf_text import pages_of
from PySide6.QtPrintSupport import QPrinter

from ksdesk.ui.parts.paper import Paper, table_html

LINES = 3_000


@pytest.mark.slow
@pytest.mark.parametrize("foot", ["", "每一页都有"])
def test_no_line_of_a_long_document_is_lost_on_a_fine_printer(qapp, tmp_path, foot):
    """Printed as one, a document of 48,000 lines lost its end at 1200 dots an inch."""
    rows = [(f"第{n}行", f"{n}.00") for n in range(LINES)]
    target = tmp_path / "长.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    printer.setResolution(1200)
    Paper("长", table_html(("行", "元"), rows, 1), foot=foot).draw(printer)
    words = set(" ".join(pages_of(target)).split())
    assert {row[0] for row in rows} <= words and {row[1] for row in rows} <= words


def test_what_belongs_together_stands_on_one_page(qapp, tmp_path):
    """The headings of the last tables of a month stood at the end of a page, their tables not."""
    parts = [
        f"<p>节{n}</p>" + table_html(("行",), [(f"{n}之{row}",) for row in range(9)], 1)
        for n in range(12)
    ]
    target = tmp_path / "节.pdf"
    Paper("节", parts, foot="脚").write_pdf(target)
    pages = pages_of(target)
    assert 1 < len(pages) < 12
    for n in range(12):
        assert sum(f"节{n}\n" in page and f"{n}之8" in page for page in pages) == 1
