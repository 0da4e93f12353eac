"""售后 as a seller uses it: what is urgent stands first, each step is written and undone."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ksdesk.actions import aftersales, imports
from ksdesk.actions.aftersales import looking
from ksdesk.domain.aftersales.files import CaseFile
from ksdesk.domain.imports import Source
from ksdesk.ui.aftersales.page import AftersalesPage

NOW = datetime(2026, 11, 18, 10, 20)
TEXT = (
    "售后单号,订单编号,商品名称,退款金额,售后状态,售后类型,售后原因,申请时间,退款超时时间\n"
    "8801,24101,红富士,23,待商家处理,仅退款,坏果,2026-11-16 16:00:00,\n"
    "8802,24102,红富士,59.9,待商家处理,退货退款,坏果,2026-11-18 05:00:00,2026-11-18 09:00:00\n"
    "8803,24103,吊柿饼,48,待买家退货,退货退款,不想要,2026-11-10 09:00:00,\n"
    "8804,24104,吊柿饼,15,售后成功,仅退款,发货慢,2026-11-09 09:00:00,\n"
)


@pytest.fixture
def page(ctx, qtbot):
    ctx.clock = lambda: NOW
    made = AftersalesPage(ctx)
    qtbot.addWidget(made)
    made.resize(1112, 800)
    yield made
    made.retire()


def bring(ctx, text=TEXT):
    preview = imports.preview(ctx.book, Source("售后.csv", text=text), now=NOW)
    imports.commit(ctx.book, preview, now=NOW)


def listed(page):
    model = page.list.model
    return [tuple(model.text(row, place) for place in (0, 1)) for row in range(model.rowCount())]


def noted(ctx, number="8801"):
    every = ctx.reader.notes.all(CaseFile)
    return next((file for file in every if file.case_no == number), None)


def test_an_empty_book_offers_both_ways_in(page):
    page.show()
    assert page.states.currentWidget() is page.empty
    assert page.empty is not None and page.new_button.isHidden()


def test_the_most_urgent_case_is_on_top_and_open(ctx, page):
    bring(ctx)
    page.show()
    assert listed(page) == [
        ("尾号 4102", "超了 1 小时 20 分"),
        ("尾号 4101", "剩 5 小时 40 分"),
        ("尾号 4103", "等买家"),
    ]
    assert page.head.title.text() == "退货退款 ¥59.90"
    page.choose("no:8801")
    assert page.head.deadline.text() == "11月18日 16:00 前不答复，系统自动同意"
    assert page.head.rule_link.rule.key == "aftersales.answer"
    page.list.chips.chip("closed").click()
    assert listed(page) == [("尾号 4104", "没记结果")]
    assert page.ranking.bars.accessibleName() == "坏果 2, 不想要 1, 发货慢 1"
    assert page.ranking.foot.text() == "2 件坏果里 2 件是红富士"


def test_the_whole_path_with_words_at_each_step_and_back(ctx, page):
    bring(ctx)
    page.show()
    page.choose("no:8801")
    page.work.go_on()
    assert page.work.words.verdict() == ("bad", "先简单记一句")
    assert noted(ctx) is None
    page.said.copy_button.click()
    copied = QGuiApplication.clipboard().text()
    assert copied == page.work.words.text()
    assert "红富士" in copied and "11月18日 16:00" in copied
    page.work.go_on()
    page.work.checks["photos"].click()
    page.work.fault.button("courier").click()
    page.work.plan.set_value("refunded")
    page.work.so_far.click()
    assert (noted(ctx).fault, noted(ctx).plan, noted(ctx).checked) == (
        *("courier", "refunded"),
        ("photos",),
    )
    assert "是路上弄坏的" in page.said.draft.text_label.text()
    for words in ("三个压伤", "全退，货不用寄", "好的"):
        page.work.words.edit.setPlainText(words)
        page.work.go_on()
    page.work.go_on()
    assert noted(ctx).outcome == ""
    page.work.outcome.set_value("refunded")
    page.work.cost.edit.setText("23")
    page.work.cost.edit.textEdited.emit("23")
    page.work.go_on()
    file = noted(ctx)
    assert (file.outcome, file.cost, file.refund) == ("refunded", 23_00, 23_00)
    assert [step for *_rest, step in file.said] == ["calm", "check", "report", "ask"]
    for _step in range(6):
        ctx.undo.undo()
    assert noted(ctx) is None
    assert page.head.steps.accessibleName().startswith("1 安抚 正在做")


def test_a_buyer_who_is_not_satisfied_goes_back_to_checking(ctx, page):
    bring(ctx)
    page.show()
    page.choose("no:8801")
    for words in ("对不住", "压伤了", "退您"):
        page.work.words.edit.setPlainText(words)
        page.work.go_on()
    page.work.unhappy.click()
    assert page.work.title_label.text() == "核实：到底怎么回事"


def test_what_is_typed_survives_the_minute_and_another_case_begins_fresh(ctx, page):
    bring(ctx)
    page.show()
    page.choose("no:8801")
    page.work.words.edit.setPlainText("还没写完")
    page.refresh()
    assert page.work.words.text() == "还没写完"
    page.choose("no:8802")
    assert page.work.words.text() == ""


def test_turns_promises_and_their_days_off(ctx, page):
    bring(ctx)
    page.show()
    page.choose("no:8801")
    page.head.buttons["waiting_buyer"].click()
    assert page.head.pill.text() == "等买家"
    assert page.head.buttons["waiting_receipt"].isHidden()
    page.head.buttons["promise"].click()
    sheet = page.desk.sheet
    sheet.what.set_text("寄一箱新的")
    sheet.days.set_value(3)
    sheet.days.edited.emit(3)
    assert sheet.days.verdict()[1] == "11月23日（周一）前 · 跳过休息日：11月21日、11月22日"
    sheet.submit()
    assert page.head.pill.text() == "剩 5 天"
    page.head.kept.emit(0)
    assert page.head.pill.text() == "等买家"


def test_a_case_by_hand_is_open_at_once(ctx, page):
    page.show()
    page.jump("new:24101")
    sheet = page.desk.sheet
    assert sheet.order_no.verdict()[1] == "导入的订单里没有这单，不要紧"
    sheet.expires.set_text("明天")
    sheet.submit()
    assert sheet.expires.verdict()[0] == "bad"
    sheet.expires.set_text("2026-11-19 9:00")
    sheet.reason.set_text("坏果")
    sheet.submit()
    assert page.head.title.text() == "仅退款"
    assert listed(page) == [("尾号 4101", "剩 22 小时 40 分")]
    bring(ctx)
    page.refresh()
    assert page.head.title.text() == "仅退款 ¥23.00"
    ctx.undo.undo()
    assert ctx.reader.notes.all(CaseFile) == ()


def test_goods_that_are_not_there_go_the_way_of_the_products_page(ctx, page):
    from ksdesk.actions import products
    from ksdesk.domain.products import Product

    orders = "订单号,订单创建时间,商品ID,商品名称,实付款\n24101,2026-11-13 09:31:00,77,红富士,69\n"
    preview = imports.preview(ctx.book, Source("订单.csv", text=orders), now=NOW)
    imports.commit(ctx.book, preview, now=NOW)
    products.save(ctx.book, Product(title="红富士", item_id="77"), NOW)
    bring(ctx)
    page.show()
    page.choose("no:8801")
    page.desk.ask("missing")
    sheet = page.desk.sheet
    assert (sheet.product.title, sheet.order_no.text()) == ("红富士", "24101")


def test_a_case_is_jumped_to_wherever_it_stands(ctx, page):
    bring(ctx)
    page.show()
    page.jump("no:8804")
    assert page.list.filter() == "closed"
    assert page.head.title.text() == "仅退款 ¥15.00"


def test_the_list_is_worked_by_keys(ctx, page):
    bring(ctx)
    page.show()
    page.list.table.setFocus()
    QTest.keyClick(page.list.table, Qt.Key.Key_Down)
    assert page.name == "no:8801"


def test_where_no_room_is_beside_a_case_the_list_is_a_drop_down(ctx, page, qtbot):
    bring(ctx)
    page.resize(820, 600)
    page.show()
    pick = page.list.pick
    assert pick.isVisible() and not page.list.table.isVisible()
    qtbot.waitUntil(lambda: page.list.height() < 120)  # px: the case has the room
    assert pick.value() == page.name and pick.currentText().startswith("尾号")
    assert pick.count() == page.list.model.rowCount() > 1
    pick.setFocus()
    QTest.keyClick(pick, Qt.Key.Key_Down)
    assert page.name == page.desk.one.case.name == pick.value() == page.list.model.rows[1].case.name
    page.list.search.set_text("没有这样的")
    page.list.search.edited.emit("没有这样的")
    assert pick.count() == 0 and pick.placeholderText() == "这里没有"
    page.resize(1112, 800)
    assert page.list.table.isVisible() and not pick.isVisible()


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_a_right_click_in_the_list_has_the_verbs_of_that_case(ctx, page):
    bring(ctx)
    page.show()
    table = page.list.table
    second = table.visualRect(page.list.model.index(1, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.RightButton, pos=second)
    at = table.viewport().mapToGlobal(second)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, second, at)
    QApplication.sendEvent(table.viewport(), event)
    menu = QApplication.activePopupWidget()
    texts = [one.text() for one in menu.actions()]
    assert {"答应个日子…", "平台介入材料…", "看订单 ›"} <= set(texts), texts
    next(one for one in menu.actions() if one.text() == "答应个日子…").trigger()
    menu.close()
    assert page.desk.sheet.isVisible()
    assert page.desk.one.case.name == page.list.model.rows[1].case.name


def test_where_no_room_is_beside_the_work_what_was_said_is_a_tab(ctx, page):
    bring(ctx)
    page.resize(820, 600)
    page.show()
    assert page.work.isVisible() and not page.said.isVisible()
    QTest.mouseClick(page.tabs.button("said"), Qt.MouseButton.LeftButton)
    assert page.said.isVisible() and not page.work.isVisible()
    assert page.work.main.isVisible()  # what ends the step stays in sight
    page.head.asked.emit("end")
    assert page.work.isVisible() and not page.said.isVisible()
    page.tabs.button("said").click()
    assert page.state()["tab"] == "said"
    page.resize(1112, 800)
    assert page.work.isVisible() and page.said.isVisible() and not page.tabs.isVisible()


def test_time_passes_without_a_change(ctx, page):
    bring(ctx)
    page.show()
    ctx.clock = lambda: NOW + timedelta(hours=6)
    page._tick()
    assert listed(page)[1] == ("尾号 4101", "超了 20 分")


def test_two_notes_of_an_imported_case_are_one(ctx):
    bring(ctx)
    for words in ("一", "二"):
        aftersales.step(ctx.book, CaseFile("24101", "8801"), "buyer", words, "", {}, NOW)
    (file,) = ctx.reader.notes.all(CaseFile)
    assert [line[2] for line in file.said] == ["一", "二"]


def test_a_case_is_begun_from_its_order(ctx, qtbot):
    from ksdesk.ui.orders.one import OneOrder
    from ksdesk.ui.orders.page import OrdersPage

    orders = "订单号,订单创建时间,商品ID,商品名称,实付款\n24101,2026-11-13 09:31:00,77,红富士,69\n"
    preview = imports.preview(ctx.book, Source("订单.csv", text=orders), now=NOW)
    imports.commit(ctx.book, preview, now=NOW)
    gone_to = []
    ctx.navigate = lambda topic, target=None: gone_to.append((topic, target))
    one = OneOrder(OrdersPage(ctx).desk, "24101")
    qtbot.addWidget(one)
    one.note_case()
    assert gone_to == [("aftersales", "new:24101")]


def test_closed_cases_are_searched_in_the_whole_book(ctx, page, qtbot):
    """Only the latest 500 were ever in the list."""
    rows = [
        f"{n},{90_000 + n},核桃,15,售后成功,仅退款,发货慢,2026-10-09 09:00:00,"
        for n in range(10_000, 10_600)
    ]
    old = "1,80001,冬枣 礼盒,15,售后成功,仅退款,少了一包,2026-01-09 09:00:00,"
    bring(ctx, TEXT + "\n".join([*rows, old]) + "\n")
    hand = CaseFile("80002", product="冻梨", note="百_分", outcome="kept", cost=0, closed_at=NOW)
    aftersales.open_case(ctx.book, hand, NOW)
    page.show()
    page.list.chips.chip("closed").click()
    search = page.list.search

    def found(words: str) -> list[str]:
        search.set_text(words)
        search.edited.emit(words)
        page.list._search()
        return sorted(one.case.order_no for one in page.list.model.rows)

    assert found("冬枣 少了") == ["80001"] and page.name == "no:1"
    assert found("80001") == ["80001"] and found("冬枣 发货慢") == []
    assert found("冻梨") == ["80002"] and found("百_分") == ["80002"] and found("百%分") == []
    assert page.states.currentWidget() is page.filled
    assert len(found("")) == 500


def test_the_button_that_ends_the_step_is_in_sight_with_promises(ctx, page):
    bring(ctx)
    page.resize(1112, 768)
    page.show()
    for days, words in ((2, "打电话"), (3, "补寄一箱"), (5, "退差价")):
        page.desk.write("", aftersales.promise, page.desk.file, days, words, NOW)
    for step in ("calm", "check", "report", "ask"):
        spot = page.work.main.mapTo(page, page.work.main.rect().bottomRight())
        assert page.work.main.isVisible() and page.rect().contains(spot), step
        assert not page.work.main.visibleRegion().isEmpty()
        page.desk.write("", aftersales.step, page.desk.file, "seller", "好", step, {}, NOW)


def test_a_page_that_opens_on_a_case_to_be_closed_asks_what_went_back(ctx, page, book):
    file = CaseFile(order_no="24101", reason="坏果", plan="refunded", opened_at=NOW)
    aftersales.open_case(book, file, NOW)
    for step in ("calm", "check", "report", "ask"):
        (file,) = ctx.reader.notes.all(CaseFile)
        aftersales.step(book, file, "seller", "好", step, {}, NOW)
    (one,) = looking.open_cases(ctx.reader, ctx.rules())
    page.work.show_case(one)  # the answer may be there before the page is seen
    assert not page.work.given.isHidden()
    page.show()
    assert page.work.outcome.value() == "refunded" and page.work.given.isVisible()
    page.work.cost.set_value(0)
    page.work.go_on()
    assert page.work.given.verdict()[0] == "bad"
    page.work.given.set_value(20_00)
    page.work.go_on()
    (file,) = ctx.reader.notes.all(CaseFile)
    assert (file.outcome, file.refund, file.cost) == ("refunded", 20_00, 0)
    page.work.open_again.click()
    assert page.work.given.isVisible() and page.work.given.value() == 20_00
    ctx.undo.undo()
    assert page.work.ended.isVisible() and not page.work.given.isVisible()
