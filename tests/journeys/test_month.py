"""The month's evening: look at it, leave a part out, save both files, check the quarter, undo."""

from __future__ import annotations

import openpyxl
import pytest
from pdf_text import pages_of
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from scripted_ask import ScriptedAsk

from ksdesk.actions import imports, notes, products
from ksdesk.domain.imports import Source
from ksdesk.domain.month import TaxFigure
from ksdesk.domain.products import Product
from ksdesk.domain.promotion.costs import CostShare, ParcelCost, UnitCost
from ksdesk.settings import Settings
from ksdesk.storage import Store
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.jobs import Jobs
from ksdesk.ui.shell.window import MainWindow

WAIT = 40_000
ORDERS = """订单号,订单创建时间,订单状态,实付款,成交数量,商品名称,商品ID,快递单号
a1,2026-10-05 20:10:00,已发货,100.00,1,柿饼,77,SF1
a2,2026-10-31 23:59:59,已发货,60.00,1,柿饼,77,SF2
a3,2026-11-01 00:00:00,已发货,40.00,1,柿饼,77,SF3
"""


@pytest.fixture
def window(paths, spoken, qtbot, now):
    """A window with real threads over a book whose profit is not worked out yet."""
    settings = Settings(paths.settings_file)
    settings.set(welcomed=True)
    book, jobs = Store.open(paths.book), Jobs()
    jobs.connection = book.connection
    products.save(book, Product(title="柿饼", item_id="77"), now)
    imports.commit(book, imports.preview(book, Source("订单.csv", text=ORDERS), now=now), now=now)
    since = now.date().replace(month=9, day=1)
    parcels = [ParcelCost("packaging", 1_00, since), ParcelCost("shipping", 4_00, since)]
    shares = [CostShare("platform_fee", 0.05, since)]
    notes.keep_all(book, [UnitCost(1, "", 40_00, since), *parcels, *shares], now)
    ctx = Context(book, paths, settings, spoken(), jobs, ScriptedAsk(), lambda: now)
    failed: list[BaseException] = []
    jobs.failed.connect(failed.append)
    made = MainWindow(ctx)
    made.resize(1280, 800)
    made.show()
    yield made
    qtbot.waitUntil(lambda: not jobs.busy(), timeout=WAIT)
    for page in made.pages.values():
        page.retire()
    made.close()
    made.deleteLater()
    jobs.wait()
    book.close()
    assert not failed, failed


@pytest.mark.slow
@pytest.mark.timeout(180)
def test_from_the_page_to_the_files_and_back(window, qtbot, tmp_path):
    def press(widget: QWidget) -> None:
        qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
        rest()

    def rest() -> None:
        qtbot.waitUntil(lambda: not window.ctx.jobs.busy(), timeout=WAIT)

    asked = window.ctx.ask
    window.navigate("month")
    page = window.pages["month"]
    qtbot.waitUntil(lambda: bool(page.view.preview.sheets.pages), timeout=WAIT)
    qtbot.waitUntil(lambda: page.view.report.month.paid == 160_00, timeout=WAIT)
    rest()
    press(page.view.checks["fans"])
    asked.answers += [tmp_path / "十月.pdf", tmp_path / "十月.xlsx"]
    press(page.pdf_button)
    press(page.sheet_button)
    qtbot.waitUntil((tmp_path / "十月.xlsx").exists, timeout=WAIT)
    text = "\n".join(pages_of(tmp_path / "十月.pdf"))
    assert "160.00" in text and "2026年10月" in text and "柿饼" in text
    first = openpyxl.load_workbook(tmp_path / "十月.xlsx").worksheets[0]
    assert [cell.value for cell in first[2]][1] == 160

    press(page.chips.chip("tax"))
    press(page.later)
    assert page.type_button.text() == "填平台的数"  # it said 改 where there was nothing yet
    press(page.type_button)
    page.desk.sheet.gross.set_value(200_00)
    page.desk.sheet.basis.set_value("paid")
    qtbot.keyClick(page.desk.sheet, Qt.Key.Key_Return)
    rest()
    assert page.tax.model.index(3, 3).data() == "0.00"
    assert "对上了" in page.tax.verdict.text()
    assert page.type_button.text() == "改平台的数"
    window.ctx.undo.undo()
    rest()
    assert not window.ctx.reader.notes.all(TaxFigure)
    assert page.tax.model.index(3, 3).data() == "–"
