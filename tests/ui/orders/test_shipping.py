"""Shipping driven over a real book: the queue, checks, numbers, hours, each with its way back."""

from __future__ import annotations

import csv
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ksdesk.actions import imports
from ksdesk.actions.orders import shipping
from ksdesk.domain.imports import Source
from ksdesk.ui.orders.page import OrdersPage

FILE = """订单号,订单创建时间,订单支付时间,订单状态,商品名称,成交数量,实付款,承诺发货时间,催发货
2331000000000001,2026-11-17 09:00,2026-11-17 09:01,待发货,柿饼,2,119.80,2026-11-18 09:08,
2331000000000002,2026-11-17 10:00,2026-11-17 10:01,待发货,苹果,1,69.00,2026-11-18 15:12,
2331000000000003,2026-11-17 11:00,2026-11-17 11:01,待发货,核桃,1,45.80,2026-11-20 11:01,是
2331000000000004,2026-11-17 12:00,2026-11-17 12:01,待发货,蜂蜜,1,48.00,,
2331000000000005,2026-11-17 13:00,2026-11-17 13:01,待发货,小米,1,32.90,0,
2331000000000006,2026-11-17 14:00,2026-11-17 14:01,已发货,小米,1,32.90,2026-11-18 09:00,
"""


@pytest.fixture
def page(ctx, qtbot):
    seen = imports.preview(
        ctx.book, Source("订单.csv", text=FILE), staging=ctx.paths.staging, now=ctx.clock()
    )
    imports.commit(ctx.book, seen, now=ctx.clock())
    made = OrdersPage(ctx)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


def column(page, name: str) -> list[str]:
    return column_of(page.list.model, name)


def column_of(model, name: str) -> list[str]:
    return [model.text(row, model.column(name)) for row in range(model.rowCount())]


def second(page) -> list[str]:
    model = page.list.model
    told = model.columns[model.column("left")].second
    return [told(model.row(row)) for row in range(model.rowCount())]


def choose(page, *ends: str) -> None:
    rows = page.list.model.rows
    page.list.model.set_checked([one.id for one in rows if one.order_no[-1:] in ends])


def click(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def undo(ctx) -> None:
    ctx.undo.undo()


def line(page) -> str:
    return " ".join(label.text() for label in page.line.findChildren(QLabel) if label.isVisible())


def test_the_queue_goes_by_the_time_left_and_says_on_what_it_rests(page):
    assert [number[-1:] for number in column(page, "order_no")] == ["1", "3", "2", "4", "5"]
    assert column(page, "left") == [
        "超时 1 小时 12 分",
        "2 天",
        "4 小时 52 分",
        "时限不明",
        "先别发",
    ]
    assert second(page) == [
        "今天 09:08 · 订单上写的",
        "催发货 · 11-20 11:01 · 订单上写的",
        "今天 15:12 · 订单上写的",
        "",
        "平台不让发",
    ]
    said = line(page)
    assert "超时 1 单 · 可能赔 ¥11.98（待核实）" in said
    assert "1 单不知道几点前要发" in said and "1 单先别发" in said


def test_what_must_not_be_shipped_says_why(ctx, qtbot):
    rows = FILE.replace("待发货,小米", "拼团中,小米").replace("待发货,蜂蜜", "风控审核中,蜂蜜")
    seen = imports.preview(ctx.book, Source("订单.csv", text=rows), now=ctx.clock())
    imports.commit(ctx.book, seen, now=ctx.clock())
    made = OrdersPage(ctx)
    qtbot.addWidget(made)
    made.show()
    assert second(made)[-2:] == ["风控审核中", "拼团中"]


def heads(page) -> dict[int, tuple[str, str]]:
    return {place: (head.bold, head.small) for place, head in page.list.table.heads.items()}


def test_what_is_due_together_stands_under_one_heading(page, ctx):
    groups = ["已超时", "催着先发", "今天 16:00 前", "时限不明", "先别发"]
    assert heads(page) == {place: (group, "1 单") for place, group in enumerate(groups)}
    table, usual = page.list.table, page.list.table.verticalHeader().defaultSectionSize()
    assert table.rowHeight(0) > usual
    page.bar.restore({"search": "", "filter": "all"})
    assert heads(page) == {}, "they are of what is to be shipped"
    rows = range(page.list.model.rowCount())
    assert {table.rowHeight(row) for row in rows} == {usual}
    page.bar.restore({"search": "4", "filter": "to_ship"})
    assert list(heads(page).values()) == [("时限不明", "1 单")]


def test_hours_that_the_seller_says_make_a_promise(page, ctx, qtbot):
    page.desk.ask_hours()
    sheet = page.desk.sheet
    qtbot.keyClicks(sheet.fields["ship"].edit, "0")
    click(qtbot, sheet.findChildren(type(page.import_button))[0])
    assert sheet.isVisible(), "no hours of nothing"
    sheet.fields["ship"].set_text("8761")
    click(qtbot, sheet.findChildren(type(page.import_button))[0])
    told = " ".join(label.text() for label in sheet.findChildren(QLabel))
    assert "1 到 8,760" in told, "what no calendar has would stop the page"
    sheet.fields["ship"].set_text("48")
    click(qtbot, sheet.findChildren(type(page.import_button))[0])
    assert "明天 12:01 · 按发货时限" in second(page)
    undo(ctx)
    assert "时限不明" in column(page, "left")


def test_checks_of_several_orders_are_noted_and_taken_back(page, ctx, qtbot):
    choose(page, "1", "2")
    click(qtbot, page.check_button)
    sheet = page.desk.sheet
    sheet.tick_all()
    sheet.checks["packed"].setChecked(False)
    sheet._keep()
    assert column(page, "checks") == ["4 / 5", "0 / 5", "4 / 5", "0 / 5", "0 / 5"]
    page.desk.check([page.list.waiting(page.list.ids()[0])])
    page.desk.sheet.checks["flaw"].setChecked(False)
    page.desk.sheet._keep()
    assert column(page, "checks")[0] == "3 / 5"
    undo(ctx)
    undo(ctx)
    assert column(page, "checks") == ["0 / 5"] * 5


def test_each_row_leads_to_what_is_done_next(page, ctx, qtbot):
    """By a click on it: first the checks, then the number, then nothing."""
    assert column(page, "next") == ["检查 ›"] * 4 + [""]

    def click_next():
        table, model = page.list.table, page.list.model
        place = table.visualRect(model.index(0, model.column("next"))).center()
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        return page.desk.sheet

    sheet = click_next()
    sheet.tick_all()
    sheet._keep()
    assert column(page, "next")[0] == "填单号 ›" and column(page, "checks")[0] == "5 / 5"
    sheet = click_next()
    sheet.lines.edit.setFocus()
    qtbot.keyClicks(sheet.lines.edit, "SF1000001")
    click(qtbot, sheet.keep)
    assert column(page, "order_no")[-2].endswith("1") and column(page, "next")[-2] == ""


def test_the_bar_of_the_time_fills_up_and_takes_the_colour_of_its_words(page):
    model = page.list.model
    meter = model.columns[model.column("left")].meter
    bars = [meter(model.row(row)) for row in range(model.rowCount())]
    assert [bar and bar[1] for bar in bars] == ["bad", "series_6", "warn", None, None]
    assert bars[0][0] == 1.0 and 0 < bars[1][0] < bars[2][0] < 1


def test_a_scanner_types_numbers_that_end_with_enter(page, ctx, qtbot):
    choose(page)
    click(qtbot, page.number_button)
    sheet = page.desk.sheet
    assert sheet.courier.text() == ""
    assert sheet.focusWidget() is sheet.lines.edit, "the first scan would be the courier"
    qtbot.keyClicks(sheet.courier.edit, "SF")
    for number in ("SF1000001", "SF1000003"):
        qtbot.keyClicks(sheet.focusWidget(), number)
        qtbot.keyClick(sheet.focusWidget(), Qt.Key.Key_Return)
    assert sheet.isVisible(), "Enter begins the next line"
    assert sheet.model.text(0, 1) == "柿饼 ×2"
    click(qtbot, sheet.keep)
    assert [number[-1:] for number in column(page, "order_no")] == ["2", "4", "1", "3", "5"]
    assert column(page, "parcel")[2:4] == ["SF1000001", "SF1000003"]
    assert "超时" not in line(page)
    work = ctx.reader.order_work.of(["2331000000000001"])["2331000000000001"]
    assert work.parcels[0].courier == "SF"
    page.number_chosen()
    assert page.desk.sheet.courier.text() == "SF", "the next parcels go the same way"
    page.desk.sheet.reject()
    undo(ctx)
    assert column(page, "parcel") == ["–"] * 5


def test_a_pasted_column_shows_what_cannot_be_taken(page, qtbot):
    choose(page, "1", "2")
    click(qtbot, page.number_button)
    sheet = page.desk.sheet
    sheet.lines.edit.setPlainText("SF1000001\nSF1000001\nSF2000002\nSF3000003")
    faults = [row[3] for row in sheet.model.rows if row[3]]
    assert faults == ["扫了两次", "没有订单可对了"]
    sheet.lines.edit.setPlainText("2331000000000001\tSF1000001\n2331000000000001\tSF1000001")
    assert column_of(sheet.model, "number")[0] == "SF1000001", "a list has each product of an order"


def test_what_must_not_be_shipped_gets_no_number(page, qtbot):
    choose(page, "5")
    page.number_chosen()
    assert page.desk.sheet is None


def test_a_row_beside_the_checked_ones_has_its_own_menu(page, ctx):
    """What was checked further up was meant, wherever the menu was opened."""
    for end in "12":
        parcel = (f"233100000000000{end}", "顺丰", f"SF100000{end}")
        ctx.hub.tell(shipping.number(ctx.book, [parcel], ctx.clock()))
    told: list[str] = []
    ctx.notice = lambda text, **_more: told.append(text)
    one, other = (row.id for end in "12" for row in page.list.model.rows if row.order_no[-1] == end)
    page.list.model.set_checked([one])
    page.list.select(other)
    page.menu().actions()[2].trigger()
    assert "SF1000001" in column(page, "parcel") and "SF1000002" not in column(page, "parcel")
    page.list.select(one)
    page.menu().actions()[2].trigger()
    assert column(page, "parcel") == ["–"] * 5
    assert told == [f"1 单的快递单号去掉了：233100000000000{end}" for end in "21"]


def test_several_orders_are_named_where_they_are_checked(page, ctx):
    choose(page, "1", "2", "3", "4")
    page.check_chosen()
    said = " ".join(label.text() for label in page.desk.sheet.findChildren(QLabel))
    assert "2331000000000001" in said and "…" in said


def test_an_announced_delay_counts_where_the_order_says_nothing(page, ctx, qtbot):
    choose(page, "4")
    page.menu().actions()[3].trigger()
    sheet = page.desk.sheet
    sheet.until.set_text("heute")
    click(qtbot, sheet.keep)
    assert sheet.isVisible()
    sheet.until.set_text("2026-11-19 18:00")
    click(qtbot, sheet.keep)
    assert "明天 18:00 · 报备到" in second(page)
    undo(ctx)
    assert "明天 18:00 · 报备到" not in second(page)


def test_the_pickup_has_a_clock_of_its_own_and_numbers_are_taken_off(page, ctx):
    ctx.hub.tell(shipping.set_hours(ctx.book, {"pickup": 24}, ctx.clock()))
    parcel = ("2331000000000002", "顺丰", "SF1000002")
    ctx.hub.tell(shipping.number(ctx.book, [parcel], ctx.clock()))
    assert "明天 10:20 前要揽收" in second(page)
    model, place = page.list.model, second(page).index("明天 10:20 前要揽收")
    tone = model.columns[model.column("left")].second_tone
    assert tone(model.row(place)) == "muted"
    now = ctx.clock()
    ctx.clock = lambda: now + timedelta(hours=25)
    assert tone(model.row(place)) == "bad", "it lies there"
    choose(page, "2")
    page.menu().actions()[2].trigger()
    assert column(page, "parcel") == ["–"] * 5
    undo(ctx)
    assert "SF1000002" in column(page, "parcel")


def test_numbers_go_into_a_table_for_the_platform_once(page, ctx, tmp_path):
    page.desk.save_numbers()
    assert ctx.ask.asked == []
    parcels = [("2331000000000001", "顺丰", "SF1000001"), ("2331000000000001", "", "SF1000009")]
    ctx.hub.tell(shipping.number(ctx.book, parcels, ctx.clock()))
    target = tmp_path / "发货.csv"
    ctx.ask.answers.append(str(target))
    notices = []
    ctx.notice = lambda text, **_ways: notices.append(text)
    page.desk.save_numbers()
    with target.open(encoding="utf-8-sig", newline="") as file:
        assert [[cell.strip() for cell in row] for row in csv.reader(file)] == [
            ["订单编号", "快递公司", "运单号"],
            ["2331000000000001", "顺丰", "SF1000001"],
            ["2331000000000001", "", "SF1000009"],
        ]
    assert page.desk.to_send() == []
    assert any(text.endswith("有 1 行没写快递公司，先在表里补上。") for text in notices)
    undo(ctx)
    assert len(page.desk.to_send()) == 1


def test_numbers_come_in_from_a_table(page, ctx, qtbot, tmp_path):
    file = tmp_path / "单号.csv"
    file.write_text(
        "订单编号,物流公司,运单号\n2331000000000002,圆通,YT2000002\n9,圆通,YT9\n", "utf-8"
    )
    choose(page)
    page.number_chosen()
    sheet = page.desk.sheet
    ctx.ask.answers.append([str(file)])
    click(qtbot, sheet.from_file)
    click(qtbot, sheet.keep)
    assert "YT2000002" in column(page, "parcel")
    page.number_chosen()
    other = tmp_path / "别的.csv"
    other.write_text("商品,价格\n柿饼,5\n", "utf-8")
    ctx.ask.answers.append([str(other)])
    click(qtbot, page.desk.sheet.from_file)
    assert "订单号和快递单号两列" in "".join(
        label.text() for label in page.desk.sheet.findChildren(QLabel)
    )


def test_the_picking_list_is_shown_and_printed(page, ctx, qtbot, tmp_path):
    page.desk.pick()
    sheet = page.desk.sheet
    assert [(line.name, line.pieces) for line in sheet.lines] == [
        ("柿饼", 2),
        ("核桃", 1),
        ("苹果", 1),
        ("蜂蜜", 1),
    ]
    target = tmp_path / "拣货单.pdf"
    ctx.ask.answers.append(str(target))
    click(qtbot, sheet.print_button)
    assert target.read_bytes().startswith(b"%PDF")
