"""The deposit page: its states, what it says of each account, recording and reversing."""

from __future__ import annotations

import sqlite3
from datetime import date

import pytest
from late_jobs import LateJobs
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from ksdesk.actions import deposit, imports
from ksdesk.actions.deposit import notes
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.deposit.notes import MonthSales, SalesTier
from ksdesk.domain.imports import Source
from ksdesk.storage import BookProblem
from ksdesk.ui.deposit.entry_sheet import ReverseSheet
from ksdesk.ui.parts.buttons import TextButton
from ksdesk.ui.parts.rule_link import RuleLink


def texts(page, name: str) -> list[str]:
    model = page.ledger.model
    place = model.column(name)
    return [model.text(number, place) for number in range(len(model.rows))]


def why_texts(page) -> list[str]:
    from ksdesk.ui.parts.labels import Label

    return [label.text() for label in page.why.content.findChildren(Label)]


def test_an_empty_book_shows_one_way_on(open_page, gone_to):
    page = open_page()
    assert page.states.currentWidget() is page.empty
    assert page.add_button.isHidden()
    page.fill_in_line()
    assert gone_to == [("opening", None)]


def test_recording_from_the_empty_page_fills_it(open_page, qtbot):
    page = open_page()
    page.record()
    page.sheet.amount.set_value(50_000)
    qtbot.mouseClick(page.sheet.main, Qt.MouseButton.LeftButton)
    assert page.sheet is None
    assert page.states.currentWidget() is page.area
    assert texts(page, "amount") == ["+500.00"]


def test_the_answer_is_one_sentence(open_page, dipped):
    page = open_page()
    assert page.verdict.title_line.text() == "还差 ¥236.00"
    assert page.verdict.gauge.state() == "short"
    assert page.verdict.link.isHidden()
    chip = page.chips.chip("own")
    assert chip.accessibleName() == "自建保证金 2,764.00 低于线"
    assert page.chips.chip("cross_border").accessibleName() == "跨境保证金 未开通"


def test_the_ledger_is_newest_first_with_running_balance(open_page, dipped):
    page = open_page()
    assert texts(page, "number") == ["5", "4", "3", "2", "1"]
    assert texts(page, "day")[0] == "11月14日"
    assert texts(page, "kind")[0] == "扣款"
    assert texts(page, "amount")[:2] == ["−236.00", "+1,036.00"]
    assert texts(page, "balance")[:2] == ["2,764.00", "3,000.00"]


def test_a_ledger_emptied_by_its_filter_says_so_and_leads_back(open_page, dipped, qtbot):
    page = open_page()
    qtbot.mouseClick(page.ledger.filter_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(page.ledger.strip.search.edit, "xx")
    nothing = page.ledger.table._nothing
    assert nothing.label.text() == "5 笔都不合筛选条件"
    qtbot.mouseClick(nothing.button, Qt.MouseButton.LeftButton)
    assert len(texts(page, "number")) == 5


def test_days_of_another_year_name_it(open_page, book, now):
    lines = [(date(2025, 12, 31), 50_000), (date(2026, 1, 1), 100)]
    deposit.add(book, [NewEntry("own", d, "paid_in", a) for d, a in lines], now)
    assert texts(open_page(), "day") == ["1月1日", "2025年12月31日"]


def test_a_missing_line_is_said_and_leads_to_the_wizard(open_page, ledger, gone_to, qtbot):
    page = open_page()
    assert page.verdict.pill.text() == "要求线还没填"
    assert page.verdict.gauge.state() == "unknown"
    assert page.why.title_label.text() == "要求线取决于什么"
    qtbot.mouseClick(page.verdict.link, Qt.MouseButton.LeftButton)
    page.facts_menu().actions()[-1].trigger()
    assert gone_to == [("opening", deposit.QUOTE_STEP)] * 2


@pytest.mark.parametrize(
    ("quote", "title", "kind"),
    [
        ({"shown": "2764", "shown_on": "2026-11-03"}, "刚好够", "good"),
        ({"shown": "2000", "shown_on": "2026-11-03"}, "够，多出 ¥764.00", "good"),
        ({"categories": ["jewellery"]}, "按已知的金额够了", "warn"),
    ],
)
def test_the_other_verdicts(open_page, ledger, tell, quote, title, kind):
    tell(**quote)
    page = open_page()
    assert page.verdict.title_line.text() == title
    assert page.verdict.pill.kind() == kind


@pytest.mark.parametrize(
    ("account", "title"),
    [("promotion", "未开通"), ("cross_border", "未开通"), ("own", "还差 ¥500.00")],
)
def test_accounts_without_an_entry(open_page, tell, account, title):
    tell()
    page = open_page()
    page.jump(account)
    assert page.verdict.title_line.text() == title
    assert texts(page, "number") == []


def test_nothing_paid_yet(open_page, book, now):
    deposit.add(book, [NewEntry("promotion", date(2026, 1, 1), "paid_in", 1)], now)
    page = open_page()
    assert page.verdict.title_line.text() == "还没有缴过"


def test_why_names_each_reason_with_rule_and_source(open_page, ledger, tell):
    tell(categories=["fresh", "jewellery"], asked={"fresh": 100_000})
    page = open_page()
    said = why_texts(page)
    assert page.why.title_label.text() == "为什么是 1,500"
    assert {"最低标准", "500.00", "特殊类目 生鲜", "+1,000.00", "还没填：珠宝玉石"} <= set(said)
    links = page.why.content.findChildren(RuleLink)
    assert [link.text() for link in links] == ["规则 2020-11-19 起 ›", "手机显示 ›"]


def test_a_rule_opens_with_its_source(open_page, dipped):
    page = open_page()
    link = page.why.content.findChildren(RuleLink)[0]
    link.click()
    assert "500" in link.sheet.sentence_label.text()
    link.sheet.reject()


def test_the_phones_figure_shows_its_difference(open_page, dipped):
    said = why_texts(open_page())
    assert "11月3日你填的" in said
    assert "比平台规则 +2,500.00" in said


def test_measures_are_possible_only_below_the_line(open_page, dipped, qtbot):
    page = open_page()
    assert [pill.text() for pill in page.measures.pills.values()] == ["可能"] * 6
    qtbot.mouseClick(page.chips.chip("promotion"), Qt.MouseButton.LeftButton)
    assert not page.measures.pills


def test_a_top_up_is_recorded_with_what_is_missing(open_page, dipped, ctx, qtbot):
    told: list[tuple] = []
    ctx.notice = lambda text, undo=False: told.append((text, undo))
    page = open_page()
    qtbot.mouseClick(page.add_button, Qt.MouseButton.LeftButton)
    assert page.sheet.amount.value() == 23_600
    assert page.sheet.outcome.text() == "记成 +236.00，余额变成 3,000.00。"
    page.sheet.note.set_text("补足")
    qtbot.mouseClick(page.sheet.main, Qt.MouseButton.LeftButton)
    assert page.verdict.title_line.text() == "刚好够"
    assert texts(page, "note")[0] == "补足"
    assert page.ledger.selected() == 7
    assert told == [("已记入账本", True)]


def test_undo_strikes_the_entry_and_redo_writes_it_again(open_page, dipped, ctx, qtbot):
    page = open_page()
    page.record_top_up()
    qtbot.mouseClick(page.sheet.main, Qt.MouseButton.LeftButton)
    ctx.undo.back()
    assert page.verdict.title_line.text() == "还差 ¥236.00"
    assert texts(page, "note")[:2] == ["冲销第 6 笔", "已由第 7 笔冲销"]
    assert len(page.view.points) == 5  # the pair never lay in the account
    ctx.undo.forth()
    assert page.verdict.title_line.text() == "刚好够"


def test_kinds_that_take_away_turn_the_sign(open_page, dipped, book, qtbot):
    page = open_page()
    page.record()
    page.sheet.kind.set_value("deduction")
    page.sheet.amount.set_value(1_000)
    assert page.sheet.entry().amount == -1_000
    page.sheet.account.set_value("promotion")
    page.sheet.day.set_value(date(2026, 11, 17))
    qtbot.mouseClick(page.sheet.main, Qt.MouseButton.LeftButton)
    assert page.account == "promotion"
    entry = book.reader.deposit.entries("promotion")[-1]
    assert (entry.amount, entry.day, entry.kind) == (-1_000, date(2026, 11, 17), "deduction")


def test_a_note_alone_moves_no_money(open_page, dipped):
    page = open_page()
    page.record()
    page.sheet.kind.choice.set_value("refund_applied")
    page.sheet.kind.edited.emit("refund_applied")
    assert not page.sheet.amount.isEnabled()
    assert page.sheet.entry().amount == 0
    page.sheet.kind.set_value("correction")
    page.sheet.kind.edited.emit("correction")
    page.sheet.amount.set_value(-5)
    assert page.sheet.entry().amount == -5
    page.sheet.reject()


@pytest.mark.parametrize(
    ("kind", "day", "amount", "day_said", "amount_said"),
    [
        ("paid_in", "", "", "填上日期", "填上金额"),
        ("paid_in", "2026-11-19", "12.3.4", "这一天还没到", ""),
        ("paid_in", "2026-11-18", "-5", "", "这一类是存入，不写负号"),
        ("correction", "2026-11-18", "0", "", "填上金额"),
    ],
)
def test_what_cannot_be_recorded_is_named(
    open_page, dipped, book, qtbot, kind, day, amount, day_said, amount_said
):
    page = open_page()
    page.record()
    sheet = page.sheet
    sheet.kind.set_value(kind)
    sheet.day.set_text(day)
    sheet.amount.set_text(amount)
    qtbot.mouseClick(sheet.main, Qt.MouseButton.LeftButton)
    assert sheet.day.verdict()[1] == day_said
    assert sheet.amount.verdict()[1] == amount_said
    assert sheet.isVisible()
    assert len(book.reader.deposit.entries("own")) == 5
    sheet.reject()


def test_an_entry_is_reversed_with_its_reason(open_page, dipped, qtbot):
    page = open_page()
    page.ledger.select(3)
    page.activateWindow()
    page.ledger.table.setFocus()
    qtbot.waitUntil(page.ledger.table.hasFocus)
    qtbot.keyClick(page.ledger.table, Qt.Key.Key_Delete)
    assert page.sheet.windowTitle() == "冲销第 3 笔"
    page.sheet.reason.set_text("重复记了")
    qtbot.mouseClick(page.sheet.main, Qt.MouseButton.LeftButton)
    assert texts(page, "note")[0] == "冲销第 3 笔：重复记了"
    assert texts(page, "note")[3] == "晚发立赔 3 单（已由第 6 笔冲销）"
    assert texts(page, "balance")[0] == "2,800.00"
    assert page.ledger.selected() == 7


def test_a_reversal_needs_a_day_that_has_come(open_page, dipped, qtbot):
    page = open_page()
    page.ledger.select(3)
    qtbot.mouseClick(page.ledger.reverse_button, Qt.MouseButton.LeftButton)
    for text, said in (("", "填上日期"), ("2026-12-01", "这一天还没到")):
        page.sheet.day.set_text(text)
        qtbot.mouseClick(page.sheet.main, Qt.MouseButton.LeftButton)
        assert page.sheet.day.verdict() == ("bad", said)
    page.sheet.reject()


def test_an_amount_of_an_earlier_month_says_what_is_missing(open_page, ledger, tell, book, now):
    """September reached the tier of 3,000; what October sold is not known, and 8,000 may be due."""
    tell(other_platform=True)
    for note in (
        SalesTier(5_500_000, 300_000),
        SalesTier(10_000_000, 800_000),
        MonthSales(date(2026, 9, 1), 6_000_000),
    ):
        notes.keep(book, note, now)
    page = open_page()
    assert "10月卖了多少还没填，这个金额是更早一个月的" in "".join(why_texts(page)).replace(" ", "")
    asked = []
    page.why.facts.connect(asked.append)
    links = page.why.content.findChildren(TextButton)
    next(link for link in links if link.text() == "填上月销售额 ›").click()
    assert asked == ["sales"]


def test_what_cannot_be_reversed_says_why(open_page, dipped, book, now):
    deposit.reverse(book, [3], now.date(), "", now)
    page = open_page()
    button = page.ledger.reverse_button
    assert (button.isEnabled(), button.toolTip()) == (False, "先选一笔")
    page.ledger.select(3)
    assert button.toolTip() == "第 6 笔已经冲销了它"
    page.ledger.select(7)
    assert button.toolTip() == "更正不能再冲销，重新记一笔就行"
    page.ledger.ask_reverse()
    assert page.sheet is None
    page.ledger.select(1)
    assert button.isEnabled()


def test_the_menu_copies_and_reverses(open_page, dipped):
    page = open_page()
    assert page.ledger.menu() is None
    page.ledger.select(5)
    assert [a.text() for a in page.ledger.menu().actions()] == [
        "看这一笔",
        "复制",
        "冲销这一笔…",
    ]
    page.ledger.copy_action.trigger()
    assert "−236.00" in QGuiApplication.clipboard().text()


def test_a_line_opens_and_leads_to_its_import_and_its_reversal(open_page, ctx, gone_to, qtbot):
    now = ctx.clock()
    text = "动账时间,动账流水号,收支类型,金额\n2026-11-01 10:00:00,M1,支出,12.50\n"
    preview = imports.preview(ctx.book, Source("动账.csv", text=text), staging=ctx.paths.staging)
    line = NewEntry("own", date(2026, 11, 1), "fee", -1250, "服务费", serial="M1")
    imports.commit(ctx.book, preview, entries=(line,), now=now)
    page = open_page()
    table = page.ledger.table
    (row,) = page.ledger.entries(shown=True)
    page.ledger.select(row.id)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    sheet = page.sheet
    said = " ".join(label.text() for label in sheet.findChildren(QLabel))
    for part in ("−12.50", "服务费", "M1", "2026年11月1日", "动账.csv · 动账明细"):
        assert part in said, part
    sheet.batch_button.click()
    assert gone_to == [("traffic", str(row.batch))]
    qtbot.mouseDClick(
        table.viewport(),
        Qt.MouseButton.LeftButton,
        pos=table.visualRect(table.currentIndex()).center(),
    )
    page.sheet.reverse_button.click()
    assert isinstance(page.sheet, ReverseSheet)


@pytest.mark.qt_log_ignore("does not support", extend=True)
@pytest.mark.parametrize("shift", [False, True])
def test_the_menu_key_opens_the_menu_of_the_row(open_page, dipped, qtbot, shift):
    page = open_page()
    page.ledger.select(5)
    if shift:
        qtbot.keyClick(page.ledger.table, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    else:
        qtbot.keyClick(page.ledger.table, Qt.Key.Key_Menu)
    menu = QApplication.activePopupWidget()
    assert menu.actions()[0].text() == "看这一笔"
    menu.close()


def test_dots_and_rows_choose_each_other(open_page, dipped):
    page = open_page()
    page.ledger.select(4)
    assert page.curve.card.canvas._chosen == 4
    page.curve.card.canvas.picked.emit(2)
    assert page.ledger.selected() == 2


def test_the_curve_has_the_days_below(open_page, dipped):
    plot = open_page().curve.card.canvas.plot
    assert [dot.ref for dot in plot.dots] == [1, 2, 3, 4, 5]
    assert [dot.bad for dot in plot.dots] == [False, False, True, False, True]
    assert len(plot.shades) == 2


def test_a_jump_finds_the_line_of_another_account(open_page, dipped):
    page = open_page()
    page.jump("6")
    assert (page.account, page.ledger.selected()) == ("promotion", 6)
    page.jump("77")
    page.jump("elsewhere")
    assert page.account == "promotion"


def test_position_is_kept_over_a_rebuild(open_page, dipped):
    first = open_page()
    first.jump("6")
    second = open_page()
    second.restore(first.state())
    assert (second.account, second.ledger.selected()) == ("promotion", 6)


def test_trouble_says_that_nothing_is_lost(open_page, dipped, ctx, monkeypatch, qtbot):
    page = open_page()

    def locked(*_args: object) -> None:
        raise BookProblem("locked", ctx.paths.book, "database is locked")

    monkeypatch.setattr("ksdesk.ui.deposit.page.look", locked)
    page.refresh()
    assert page.states.currentWidget() is page.trouble
    monkeypatch.undo()
    page.refresh()
    assert page.trouble is None
    assert page.states.currentWidget() is page.area


def test_what_was_typed_stays_if_it_cannot_be_written(open_page, dipped, ctx, qtbot):
    page = open_page()
    ctx.jobs.failed.disconnect()
    other = sqlite3.connect(ctx.paths.book, isolation_level=None)
    with ctx.book.connection():
        ctx.book.session.db.pragma("busy_timeout", 1, permanent=True)
    other.execute("BEGIN IMMEDIATE")
    for act in (page.record_top_up, page.ledger.ask_reverse):
        page.ledger.select(5)
        act()
        sheet = page.sheet
        qtbot.mouseClick(sheet.main, Qt.MouseButton.LeftButton)
        assert sheet.isVisible()
        assert "被别的程序" in sheet.outcome.text() or sheet.outcome.kind() == "bad"
        assert sheet.main.isEnabled()
        sheet.reject()
    other.close()


def test_an_older_answer_is_dropped(open_page, dipped, ctx):
    page = open_page()
    late = ctx.jobs = LateJobs(ctx.book)
    page.choose_account("own")
    page.choose_account("promotion")
    late.deliver(1)
    late.deliver(0)
    assert page.view.account.name == "promotion"


def test_narrow_pages_fold_the_right_column(open_page, dipped, qtbot):
    page = open_page(888, 640)
    assert page.why.content.isHidden()
    assert page.measures.hint_label.text() == "6"
    qtbot.mouseClick(page.why.fold_button, Qt.MouseButton.LeftButton)
    assert page.why.content.isVisible()
    page.resize(1112, 800)
    assert page.why.content.isVisible()
    assert page.measures.content.isVisible()
    assert page.side.width() == 320


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("size", [(888, 640), (1021, 614), (1112, 800), (1752, 1080)])
def test_it_fits_in_both_languages(open_page, dipped, ctx, spoken, lang, size):
    ctx.theme = spoken(lang)
    page = open_page(*size)
    for widget in (page.header, page.verdict, page.ledger, page.side):
        assert widget.width() >= widget.minimumSizeHint().width()
    assert page.area.horizontalScrollBar().maximum() == 0
    assert page.area.inside.width() <= page.area.viewport().width()
