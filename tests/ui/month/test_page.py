"""月报 over a real book: the same figures on the screen, on paper and in the spreadsheet."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import openpyxl
import pytest
from pdf_text import pages_of
from PySide6.QtCore import QCoreApplication, Qt

from ksdesk.actions import aftersales, imports, notes
from ksdesk.domain.aftersales.files import CaseFile
from ksdesk.domain.imports import Source
from ksdesk.domain.month.figures import ShippingKept
from ksdesk.domain.promotion.costs import UnitCost
from ksdesk.ui.month.a4 import paper
from ksdesk.ui.month.page import MonthPage
from ksdesk.ui.parts.buttons import MainButton
from ksdesk.ui.promotion.profit.words import COSTS, said
from ksdesk.ui.shell.theme import Theme, wearing


@pytest.fixture
def page(ctx, qtbot):
    made = MonthPage(ctx)
    qtbot.addWidget(made)
    made.resize(1112, 800)
    made.show()
    return made


def figures(page) -> dict[str, tuple[str, str, str]]:
    """The rows of the card: this month, beside it, how it moved."""
    model = page.view.figures.model
    texts = [[model.index(r, c).data() for c in range(4)] for r in range(model.rowCount())]
    return {word: tuple(rest) for word, *rest in texts}


def plain(text: str) -> str:
    return text.replace("\t", " ").replace("‒", "–")


def test_the_last_whole_month_comes_first_with_the_one_before(page):
    assert page.when.text() == "2026年10月"
    found = figures(page)
    model, across = page.view.figures.model, Qt.Orientation.Horizontal
    assert [model.headerData(place, across) for place in (1, 2)] == ["10月", "9月"]
    assert found["买家付的"] == ("200.00", "90.00", "▲ 122.2% 升")
    assert found["退款"][:2] == ("90.00", "0.00")
    assert found["其中以前月份的单"][0] == "90.00"
    assert found["推广花费"][:2] == ("45.00", "0.00")
    # 160 with a cost − 90 back − (95 − 80 % of 40) goods − 10 parcels − 4 way back − 8 fees − 45
    assert found["净得"][0] == "−60.00"
    assert found["按时发货"] == ("50.0%", "100.0%", "▼ 50.0 点降")  # of a share by points


@pytest.mark.parametrize("scale", [0.9, 1.0, 1.25, 1.5])
@pytest.mark.parametrize("width", [640, 820, 1000, 1280])
def test_no_figure_is_cut_where_text_is_large(ctx, qtbot, scale, width):
    """The month beside it was, in 820 px at 150 %."""
    with wearing(Theme(scale=scale)):
        made = MonthPage(ctx)
        qtbot.addWidget(made)
        made.resize(width, 800)
        made.show()
        QCoreApplication.processEvents()
        table = made.view.figures.table
        assert table.isVisible()
        qtbot.waitUntil(lambda: not table.horizontalScrollBar().maximum())


@pytest.mark.parametrize(
    ("late", "before", "moved"), [(500, 600, "▲ 0.1 点升"), (560, 590, "没变")]
)
def test_a_share_moves_by_what_is_shown(page, late, before, moved):
    report = page.view.report
    now, then = (
        replace(month, shipping=ShippingKept(100_000 - n, n))
        for month, n in ((report.month, late), (report.before, before))
    )
    report = replace(report, month=now, before=then)
    page.view.show_report(report, "before")
    assert figures(page)["按时发货"][2] == moved


def test_what_is_not_settled_yet_opens_with_its_orders(page, book):
    assert page.view.which.isHidden()
    text = "订单号,订单创建时间,订单状态,实付款,商品ID\nz9,2026-10-20 10:00:00,交易成功,40.00,77\n"
    now = page.ctx.clock()
    imports.commit(book, imports.preview(book, Source("十月.csv", text=text), now=now), now=now)
    page.refresh()
    left = page.view.report.month.profit.whole.estimated
    assert left > 0 and page.view.which.isVisible()
    page.view.which.click()
    rows = page.desk.sheet.model.rows
    assert sum(row.fen for row in rows) == left and all(row.order for row in rows)


def test_screen_paper_and_spreadsheet_say_the_same(page, ctx, tmp_path):
    asked = ctx.ask
    pdf, sheet = tmp_path / "月", tmp_path / "月.xlsx"
    asked.answers.append(pdf)
    page.pdf_button.click()
    asked.answers.append(sheet)
    page.sheet_button.click()
    words = plain("\n".join(pages_of(tmp_path / "月.pdf"))).split("\n")
    rest = openpyxl.load_workbook(sheet)
    for table in page.view.tables():
        assert table.sheet.title in words or table.code == "totals"
        printed = [text for row in table.rows for text in table.texts(row) if text]
        if table.code != "totals":
            assert set(printed) <= set(words)
        written = list(rest[table.sheet.title].iter_rows(min_row=2, values_only=True))
        for row, cells in zip(table.rows, written, strict=True):
            for column, value, cell in zip(table.sheet.columns, row, cells, strict=True):
                fen = column.kind == "money" and value is not None
                assert (round(cell * 100) if fen else cell or None) == (value or None) or cell == 0


def test_every_order_is_in_the_spreadsheet_and_adds_up_to_the_month(page, ctx, tmp_path):
    ctx.ask.answers.append(tmp_path / "月.xlsx")
    page.sheet_button.click()
    head, *rows = openpyxl.load_workbook(tmp_path / "月.xlsx")["每一单"].iter_rows(values_only=True)
    found = [dict(zip(head, row, strict=True)) for row in rows]

    def sum_of(name: str) -> int:
        return sum(round((row[name] or 0) * 100) for row in found)

    month = page.view.report.month
    assert sum_of("买家付的") == month.paid and sum_of("退款") == month.refunded
    assert sum_of(head[-2]) == month.profit.sales.before_ads
    for name, word in COSTS:
        counted = sum(round((row[said(word)] or 0) * 100) for row in found if not row[head[-1]])
        sales = month.profit.whole.sales
        assert counted == getattr(sales, name) - (
            sales.cost_returned if name == "goods_cost" else 0
        )
    assert [row[head[1]] for row in found if row[head[-1]]] == ["a3"]


def test_what_is_unticked_leaves_paper_and_spreadsheet(page):
    assert {t.code for t in page.view.tables()} >= {"money", "deposit", "shipping", "settled"}
    page.view.checks["deposit"].click()
    assert "deposit" not in {t.code for t in page.view.tables()}
    kept = page.state()
    page.view.leave_out(set())
    page.restore(kept)
    assert not page.view.checks["deposit"].isChecked()


@pytest.mark.slow
def test_settled_against_received_and_shipping_by_the_orders_own_moments(page):
    tables = {table.code: table for table in page.view.tables()}
    settled = {row[0]: row[1] for row in tables["settled"].rows}
    assert (settled["该到手"], settled["已到账"]) == (152_00, 95_00)
    assert settled["还在路上，1 单"] == 57_00
    assert tables["shipping"].rows[0][1:] == (1, 1, 0, 0.5)
    assert tables["shipping"].rows[1][1:] == (1, 0, 0, 1.0)
    assert [row[1] for row in tables["deposit"].rows] == [500_00, -36_00, 0, 464_00]


@pytest.mark.slow
def test_what_left_at_an_unknown_moment_is_not_called_late(page, book):
    """A file without 发货时间 made all orders of a month late."""
    text = "订单号,订单创建时间,订单状态,实付款,商品ID,承诺发货时间,快递单号\n"
    for number, state in enumerate(("交易成功", "已发货", "待发货", "50")):
        text += f"z{number},2026-08-03 10:00:00,{state},5.00,77,2026-08-05 10:00:00,SF{number}\n"
    now = page.ctx.clock()
    imports.commit(book, imports.preview(book, Source("八月.csv", text=text), now=now), now=now)
    page.jump("2026-08")
    (table,) = (table for table in page.view.tables() if table.code == "shipping")
    assert table.rows[0][1:] == (0, 1, 0, 0.0)  # only the one that still waits


@pytest.mark.slow
def test_months_have_their_own_days_and_a_past_year_is_not_empty(page, book):
    text = "订单号,订单创建时间,订单状态,实付款,商品ID\n"
    for place, day in enumerate(("2024-02-29", "2024-03-01", "2025-12-31", "2026-01-01")):
        text += f"y{place},{day} 23:59:59,已发货,{place + 1}.00,77\n"
    imports.commit(book, imports.preview(book, Source("老.csv", text=text), now=page.ctx.clock()),
                   now=page.ctx.clock())  # fmt: skip
    seen = {}
    for month in ("2024-02", "2024-03", "2025-12", "2026-01"):
        page.jump(month)
        seen[month] = figures(page)["买家付的"][:2]
    assert seen == {
        "2024-02": ("1.00", "–"),
        "2024-03": ("2.00", "1.00"),
        "2025-12": ("3.00", "–"),
        "2026-01": ("4.00", "3.00"),
    }
    page.view.beside.chosen.emit("year")
    page.jump("2025-02")
    assert page.states.currentWidget() is page.empty
    page.jump("2025-03")
    assert page.states.currentWidget() is page.empty


def test_a_month_without_anything_leads_to_the_import(page, ctx, qtbot):
    went: list[str] = []
    ctx.navigate = went.append
    page.jump("2025-03")
    qtbot.mouseClick(page.empty.findChild(MainButton), Qt.MouseButton.LeftButton)
    assert went == ["orders"]


@pytest.mark.slow
def test_every_figure_opens_what_is_behind_it(page, book, ctx):
    """Also those of the month beside it; money adds up to the fen, counts by their rows."""
    at = datetime(2026, 10, 9, 9)
    aftersales.open_case(book, CaseFile("a1", product="柿饼", reason="坏果", opened_at=at), at)
    page.refresh()
    card = page.view.figures
    codes = [figure.code for figure in card.model.rows]
    assert codes == ["paid", "refunded", "earlier", "spend", "net", "orders", "shipping", "cases"]
    for place, figure in enumerate(card.model.rows):
        for name in ("month", "beside"):
            value = figure.value if name == "month" else figure.beside
            card.table.setCurrentIndex(card.model.index(place, card.model.column(name)))
            card.table.opened.emit(figure)
            sheet = page.desk.sheet
            rows = sheet.model.rows
            assert ("10月" if name == "month" else "9月") in sheet.title_label.text()
            if figure.code == "shipping":
                kinds = [row.kind for row in rows]
                assert kinds.count("kept") / len(kinds) == value
            elif figure.kind == "count":
                assert len(rows) == value, (figure, name)
            else:
                assert sum(row.fen for row in rows) == value, (figure, name)
    asked = []
    ctx.navigate = lambda *where: asked.append(where)
    card.table.setCurrentIndex(card.model.index(6, 1))
    card.table.opened.emit(card.model.rows[6])
    sheet = page.desk.sheet
    assert "晚发 1" in sheet.sentence_label.text()
    sheet.table.opened.emit(sheet.model.rows[0])
    assert asked == [("orders", "a2")]


def test_a_month_that_runs_stands_beside_the_same_days(page):
    page.jump("2026-11")
    assert not page.later.isEnabled() and "11月18日" in page.when.text()
    model, across = page.view.figures.model, Qt.Orientation.Horizontal
    # The days made the table scroll sideways; they stand in the card's title.
    assert [model.headerData(place, across) for place in (1, 2)] == ["11月", "10月"]
    assert "18" in page.view.figures.accessibleName()
    report = page.view.report
    assert (report.month.last.day, report.before.last.day) == (18, 18)
    page.earlier.click()
    assert page.when.text() == "2026年10月"


def test_the_month_is_printed_as_it_is_seen(page, ctx, tmp_path):
    ctx.ask.answers.append(tmp_path / "printed.pdf")
    page.print_button.click()
    assert "2026年10月" in plain("\n".join(pages_of(tmp_path / "printed.pdf")))


def test_a_month_without_orders_does_not_say_nothing_was_paid(page):
    page.jump("2026-11")
    found = figures(page)
    assert found["买家付的"][0] == "–" and found["净得"][0] == "–"


def test_after_sales_stand_there_once_the_book_has_a_case(page, book, ctx):
    assert "cases" not in {table.code for table in page.view.tables()}
    at = datetime(2026, 10, 9, 9)
    file = CaseFile("a1", product="柿饼", reason="坏果", opened_at=at)
    number = aftersales.open_case(book, file, at).ref
    aftersales.open_case(book, CaseFile("a2", reason="压伤", opened_at=datetime(2026, 11, 1)), at)
    case = ctx.reader.notes.one(CaseFile, number)
    aftersales.step(book, case, "seller", "马上看", "calm", {}, datetime(2026, 10, 9, 13, 30))
    aftersales.close(book, case, "partly", 12_00, datetime(2026, 10, 31, 23, 59))
    page.refresh()
    (table,) = (table for table in page.view.tables() if table.code == "cases")
    assert table.rows[0][1:] == (1, 1, 4.5, 12_00, "坏果 1")
    assert table.rows[1][1:5] == (0, 0, None, None)
    assert [table.texts(row)[3] for row in table.rows] == ["4.5", "–"]


def test_a_table_too_long_for_paper_says_how_much_is_only_in_the_spreadsheet(page, tmp_path):
    (lost,) = (table for table in page.view.tables() if table.code == "lost")
    rows = tuple((f"货{n}", 1, n, n) for n in range(1000))
    long = replace(lost, rows=rows, sheet=replace(lost.sheet, rows=rows))
    path = tmp_path / "long.pdf"
    paper(page.view.report, [long]).write_pdf(path)
    text = plain("\n".join(pages_of(path)))
    assert "货29" in text and "货30" not in text and "还有 970 行" in text


def test_where_no_goods_have_a_cost_nobody_knows_what_stays(page, book, ctx):
    for note in ctx.reader.notes.all(UnitCost):
        notes.drop(book, note, ctx.clock())
    page.refresh()
    found = figures(page)
    assert found["买家付的"][0] == "200.00" and found["退款"][0] == "90.00"
    assert found["净得"][0] == "–"
    (money,) = (table for table in page.view.tables() if table.code == "money")
    lines = {row[0]: row[1] for row in money.rows}
    assert lines["净得"] is None and lines["没填成本的订单"] == 90_00 - 200_00
