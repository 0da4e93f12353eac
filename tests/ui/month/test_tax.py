"""报税对账: what the platform reports of a quarter, typed, against the book."""

from __future__ import annotations

from datetime import date
from itertools import product

import openpyxl
import pytest
from late_jobs import LateJobs

from ksdesk.actions.month import tax_table
from ksdesk.domain.imports import Source
from ksdesk.domain.month import TaxFigure
from ksdesk.domain.month.tax_table import quarter_in
from ksdesk.ui.month.page import MonthPage


@pytest.fixture
def page(ctx, qtbot):
    made = MonthPage(ctx)
    qtbot.addWidget(made)
    made.resize(1112, 800)
    made.show()
    made.jump("tax")
    return made


def rows(page) -> dict[tuple[str, str], list[str]]:
    """Basis and figure → months, book, platform, difference, as shown."""
    model = page.tax.model
    found: dict[tuple[str, str], list[str]] = {}
    for n, line in enumerate(model.rows):
        for name in ("gross", "refunds", "net"):
            kinds = ("book",) if line.month else ("book", "platform", "difference")
            shown = found.setdefault((line.basis, name), [])
            shown += [model.text(n, model.column(f"{kind}:{name}")) for kind in kinds]
    return found


def type_in(page, basis="paid", **figures) -> None:
    page.type_figures()
    sheet = page.desk.sheet
    for name, fen in figures.items():
        getattr(sheet, name).set_value(fen)
    sheet.basis.set_value(basis)
    sheet.submit()


def test_the_last_whole_quarter_comes_first_and_nothing_typed_is_no_difference(page):
    assert page.when.text() == "2026年三季度"
    found = rows(page)
    assert found["paid", "gross"] == ["–", "–", "90.00", "90.00", "–", "–"]
    assert found["settled", "gross"][3] == "–"  # it was settled in October
    assert "还没填" in page.tax.verdict.text()


def test_refunds_count_in_the_quarter_in_which_they_were_made(page):
    page.later.click()
    found = rows(page)
    assert found["paid", "gross"][:4] == ["200.00", "–", "–", "200.00"]
    assert found["paid", "refunds"][3] == "90.00"
    assert found["paid", "net"][3] == "110.00"
    assert found["settled", "gross"][3] == "250.00"
    assert not page.later.isEnabled() and "11月18日" in page.tax.card.hint_label.text()


def test_what_was_typed_is_held_against_its_own_basis_and_can_be_taken_back(page, ctx):
    page.later.click()
    type_in(page, gross=250_00, refunds=90_00, net=160_00, basis="settled")
    found = rows(page)
    assert set(found) == {("settled", name) for name in ("gross", "refunds", "net")}
    assert [row[5] for row in found.values()] == ["0.00", "0.00", "0.00"]
    assert "对上了" in page.tax.verdict.text()
    type_in(page, gross=250_01, basis="settled")
    assert rows(page)["settled", "gross"][5] == "+0.01"
    assert len(ctx.reader.notes.all(TaxFigure)) == 1
    ctx.undo.back()
    ctx.undo.back()
    assert not ctx.reader.notes.all(TaxFigure)
    assert rows(page)["paid", "gross"][4:] == ["–", "–"]


def test_who_cannot_tell_sees_both(page):
    page.later.click()
    type_in(page, gross=200_00, basis="unknown")
    found = rows(page)
    assert found["paid", "gross"][4:] == ["200.00", "0.00"]
    assert found["settled", "gross"][4:] == ["200.00", "−50.00"]
    assert found["paid", "net"][4:] == ["–", "–"]


def test_the_rows_behind_a_figure_add_up_to_it(page):
    page.later.click()
    for line, name in product(page.tax.model.rows, ("gross", "refunds", "net")):
        page.tax.open_figure(line, name)
        sheet, book = page.tax.sheet, line.book(name) or 0
        assert sum(row.fen for row in sheet.model.rows) == book
        assert f"{book / 100:,.2f}" in sheet.sentence_label.text()
    page.tax.open_line(page.tax.model.rows[0])
    assert "净" in page.tax.sheet.title_label.text()


def test_nothing_typed_is_refused_below_the_field(page, ctx):
    page.type_figures()
    page.desk.sheet.submit()
    assert page.desk.sheet.isVisible() and not ctx.reader.notes.all(TaxFigure)
    page.desk.sheet.gross.set_text("一百")
    page.desk.sheet.submit()
    assert page.desk.sheet.isVisible() and not ctx.reader.notes.all(TaxFigure)


def test_the_check_is_saved_as_a_spreadsheet(page, ctx, tmp_path):
    page.later.click()
    type_in(page, gross=200_00)
    ctx.ask.answers.append(tmp_path / "对账")
    page.sheet_button.click()
    (table,) = openpyxl.load_workbook(tmp_path / "对账.xlsx").worksheets
    assert [cell.value for cell in table[2]][2:5] == [None, 200, None]  # no month is told
    assert [cell.value for cell in table[5]][2:5] == [200, 200, 0]


def test_the_room_and_quarter_come_back_with_the_page(page, ctx, qtbot):
    page.earlier.click()
    other = MonthPage(ctx)
    qtbot.addWidget(other)
    other.restore(page.state())
    other.show()
    assert other.when.text() == "2026年二季度"
    other.chips.chip("report").click()
    assert other.when.text() == "2026年10月" and other.pdf_button.isVisible()


PLATFORM = """统计月份,收入总额（元）,退款金额（元）,净收入（元）,备注
2026-10,"1,200.50",-90.00,"1,110.50",
2026年11月,100,0,100,
2026-09,70,0,70,
合计,"1,370.50",-90,"1,280.50",
说明,,不详,,
"""


def bring_table(page, tmp_path, text: str = PLATFORM):
    path = tmp_path / "报送.csv"
    path.write_text(text, "utf-8")
    page.ctx.ask.answers.append([path])
    page.bring_button.click()
    return page.desk.sheet


def test_the_platforms_table_is_summed_by_the_columns_that_the_seller_names(page, ctx, tmp_path):
    page.later.click()
    sheet = bring_table(page, tmp_path)
    assert {role: field.value() for role, field in sheet.columns.items()} == {
        "order": -1, "when": 0, "gross": 1, "refunds": 2, "net": 3
    }  # fmt: skip
    assert (sheet.sums.gross, sheet.sums.refunds, sheet.sums.net) == (1_300_50, 90_00, 1_210_50)
    assert (sheet.sums.counted, sheet.sums.elsewhere, sheet.sums.unread) == (2, 1, ("说明",))
    assert "1,300.50" in sheet.sums_label.text() and "说明" in sheet.rest_label.text()
    sheet.columns["net"].set_value(-1)
    sheet.columns["net"].edited.emit(-1)
    sheet.basis.set_value("paid")
    sheet.main.click()
    (figure,) = ctx.reader.notes.all(TaxFigure)
    assert (figure.gross, figure.refunds, figure.net) == (1_300_50, 90_00, None)
    assert figure.note == "报送.csv"
    assert rows(page)["paid", "gross"][5] == "+1,100.50"
    ctx.undo.back()
    assert not ctx.reader.notes.all(TaxFigure)


def test_a_table_without_months_is_of_the_quarter_and_one_without_figures_is_refused(
    page, tmp_path
):
    sheet = bring_table(page, tmp_path, "订单编号,实收,退款额\na1,100.00,10.00\na2,20,\n")
    assert not sheet.sums.gross
    sheet.columns["gross"].set_value(1)
    sheet.columns["gross"].edited.emit(1)
    assert (sheet.sums.gross, sheet.sums.refunds, sheet.sums.counted) == (120_00, 10_00, 2)
    for field in sheet.columns.values():
        field.set_value(-1)
        field.edited.emit(-1)
    assert not sheet.main.isEnabled()


@pytest.mark.parametrize(
    "text",
    [
        *("2026Q3", "2026年三季度", "2026年第3季度", "2026-q3"),
        *("202608", "2026-08", "2026年8月", "2026/8/31", "2026-9"),
    ],
)
def test_a_quarter_is_found_in_what_a_table_calls_it(text):
    assert quarter_in(text) == date(2026, 7, 1)
    assert quarter_in("合计") is None


def test_a_month_of_one_digit_is_no_quarter():
    assert [quarter_in(f"2026-{n}") for n in range(1, 5)] == [
        date(2026, n, 1) for n in (1, 1, 1, 4)
    ]


def test_a_table_is_read_as_every_import_is(page, tmp_path):
    page.later.click()
    text = """月份,收入总额（分）,退款金额（元）,商品
="2026-10",120050,-,合计一斤装
2026-11,10000,90.00,小计算器
2026-11,两百,0,
合计,130050,90.00,
"""
    sheet = bring_table(page, tmp_path, text)
    assert (sheet.sums.gross, sheet.sums.refunds, sheet.sums.counted) == (1_300_50, 90_00, 2)
    assert sheet.sums.unread == ("两百 0",)


def test_a_long_table_is_counted_beside_the_screen(page, ctx, tmp_path, book):
    """Until then nothing can be kept, and what other columns would give is not waited for."""
    page.later.click()
    table = tax_table(Source("报送.csv", text=PLATFORM))
    jobs = ctx.jobs = LateJobs(book)
    page.map_table(Source("报送.csv"), table)
    sheet = page.desk.sheet
    assert sheet.loading.isVisible() and not sheet.sums_label.isVisible()
    assert not sheet.main.isEnabled() and "还在统计" in sheet.main.toolTip()
    sheet.submit()
    assert page.desk.sheet is sheet and not ctx.reader.notes.all(TaxFigure)
    sheet.columns["gross"].set_value(3)
    sheet.columns["gross"].edited.emit(3)
    jobs.deliver(1)
    jobs.deliver()  # the older answer, late
    assert sheet.sums.gross == 1_210_50 and sheet.main.isEnabled()
    assert sheet.sums_label.isVisible() and not sheet.loading.isVisible()


def test_a_table_of_other_quarters_says_so_and_cannot_be_kept(page, ctx, tmp_path):
    sheet = bring_table(page, tmp_path, "月份,收入总额\n2025-01,5\n")
    assert not sheet.main.isEnabled() and "没找到这个季度" in sheet.main.toolTip()
    sheet.submit()
    assert not ctx.reader.notes.all(TaxFigure)


ORDERS = """订单编号,订单日期,收入总额,退款金额
a1,2026-10-05,100.00,0
'a2,2026-10-06,58.00,0
x9,2026-10-07,7.00,0
b1,2026-10-08,90.00,90.00
"""


def bring_orders(page, tmp_path, text: str = ORDERS) -> None:
    sheet = bring_table(page, tmp_path, text)
    sheet.basis.set_value("paid")
    sheet.main.click()


def gaps(page) -> list[list[str]]:
    """The orders that are listed: number, platform, book, difference, what is found."""
    model = page.tax.gaps.model
    names = ("order", "platform", "book", "difference", "kind")
    return [[model.text(n, model.column(name)) for name in names] for n in range(len(model.rows))]


def test_a_difference_opens_order_by_order_and_they_add_up_to_it(page, ctx, tmp_path):
    page.later.click()
    bring_orders(page, tmp_path)
    card, check = page.tax.gaps, page.tax.check
    assert card.isVisible() and not card.said.isVisible()
    assert set(check.gaps) == {("paid", date(2026, 10, 1), name) for name in ("gross",)}
    assert gaps(page) == [
        ["b1", "90.00", "–", "+90.00", "账本记在别的日子"],
        ["a3", "–", "40.00", "−40.00", "平台明细里没有"],
        ["x9", "7.00", "–", "+7.00", "账本里没有"],
        ["a2", "58.00", "60.00", "−2.00", "金额不同"],
    ]
    assert rows(page)["paid", "gross"][5] == "+55.00"
    assert "+55.00" in card.sum.text() and "155.00" in card.sum.text()
    for cell, found in check.gaps.items():
        basis, month, name = cell
        assert sum(gap.difference for gap in found) == check.difference(basis, name, month)
    went = []
    page.tax.order_wanted.connect(went.append)
    for gap in card.model.rows:
        card.table.opened.emit(gap)
    assert went == ["b1", "a3", "a2"], "what the book does not have cannot be opened"
    ctx.undo.back()
    assert page.tax.check.figure is None and not page.tax.check.parts and card.isHidden()


def test_rows_without_a_month_are_held_against_the_quarter(page, tmp_path):
    page.later.click()
    bring_orders(page, tmp_path, "订单编号,收入总额\na1,99.00\na2,60\n,5\n")
    assert [row[0] for row in gaps(page)] == ["a3", "–", "a1"]
    assert list(page.tax.check.gaps) == [("paid", None, "gross")]
    line = page.tax.model.rows[0]
    assert line.platform("gross") is None and line.book("gross") == 200_00


def test_typed_totals_say_how_orders_come_to_be_listed(page, tmp_path):
    page.later.click()
    type_in(page, gross=1_00)
    card = page.tax.gaps
    assert card.isVisible() and "订单" in card.said.text()
    assert not card.table.isVisible() and not card.model.rows
    type_in(page, gross=200_00)
    assert card.isHidden()


def test_rows_stay_with_their_sums_and_go_with_them(page, ctx, tmp_path):
    page.later.click()
    bring_orders(page, tmp_path)
    page.type_figures()
    sheet = page.desk.sheet
    sheet.note.set_text("月底的单平台晚算")
    sheet.submit()
    assert page.tax.check.figure.note == "月底的单平台晚算" and len(gaps(page)) == 4
    page.tax.basis.set_value("settled")
    page.tax.basis.edited.emit("settled")
    assert page.tax.check.figure.basis == "settled" and page.tax.check.by_order
    assert rows(page)["settled", "gross"][3] == "250.00"
    ctx.undo.back()
    assert page.tax.check.figure.basis == "paid" and len(gaps(page)) == 4
    type_in(page, gross=1_00)
    assert not page.tax.check.parts
    ctx.undo.back()
    assert len(gaps(page)) == 4


def test_the_orders_that_differ_are_saved_as_a_table_of_their_own(page, ctx, tmp_path):
    page.later.click()
    bring_orders(page, tmp_path)
    ctx.ask.answers.append(tmp_path / "对账")
    page.sheet_button.click()
    _whole, orders = openpyxl.load_workbook(tmp_path / "对账.xlsx").worksheets
    found = [[cell.value for cell in row] for row in orders.iter_rows(min_row=2)]
    assert [row[1] for row in found] == ["b1", "a3", "x9", "a2"]
    assert sum(row[6] for row in found) == 55


def test_a_narrow_page_shows_one_figure_at_a_time(page, tmp_path):
    page.later.click()
    bring_orders(page, tmp_path)
    table, model = page.tax.table, page.tax.model

    def shown() -> set[str]:
        places = range(len(model.columns))
        return {
            model.columns[place].name.partition(":")[2]
            for place in places
            if not table.isColumnHidden(place)
        } - {""}

    assert shown() == {"gross", "refunds", "net"} and not page.tax.figure.isVisible()
    page.resize(800, 600)
    assert shown() == {"gross"} and page.tax.figure.isVisible()
    page.tax.figure.button("net").click()
    assert shown() == {"net"}


def test_a_click_on_a_difference_chooses_it(page, tmp_path):
    page.later.click()
    bring_orders(page, tmp_path, ORDERS.replace("90.00,90.00", "90.00,12.00"))
    model, card = page.tax.model, page.tax.gaps
    cell = ("paid", date(2026, 10, 1), "refunds")
    page.tax.table.clicked.emit(model.index(0, model.column("difference:refunds")))
    assert card.chips.value() == cell
    assert [row[:4] for row in gaps(page)] == [["b1", "12.00", "90.00", "−78.00"]]
