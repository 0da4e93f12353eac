"""The room of plans: making one, its way to the review, and what each state offers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from functools import partial

import pytest
from PySide6.QtCore import Qt

from ksdesk.actions import products, rules
from ksdesk.actions.promotion import plans, profit
from ksdesk.domain.products import Product
from ksdesk.domain.promotion.plans import Plan, PlanChange, PlanReading
from ksdesk.ui.parts.buttons import TextButton
from ksdesk.ui.parts.labels import Label
from ksdesk.ui.parts.scroll import PageScroll

NOW = datetime(2026, 11, 18, 10, 20)
DAY = date(2026, 11, 18)


def only(book) -> Plan:
    (plan,) = book.reader.notes.all(Plan)
    return plan


def read(page) -> list[str]:
    return [label.text() for label in page.findChildren(Label) if label.isVisible()]


@pytest.fixture
def kept(book):
    def make(**facts) -> int:
        plan = {"way": "paid_traffic", "name": "粉条 柿饼", "goal": "sales", "budget": 24_000}
        plan |= {"begins": DAY, "ends": date(2026, 11, 20), **facts}
        return plans.save(book, Plan(**plan), NOW).ref

    return make


def test_an_empty_book_shows_one_way_on(open_page, book):
    page = open_page()
    room = page.room
    assert page.states.currentWidget() is room.empty and page.new_button.isHidden()
    page.new_plan()
    sheet = page.desk.sheet
    sheet.name.set_text("热搜「柿饼」")
    sheet.budget.set_value(80)
    sheet.main.click()
    assert (only(book).name, only(book).budget) == ("热搜「柿饼」", 8_000)
    assert page.states.currentWidget() is room.one
    page.back_button.click()
    assert page.states.currentWidget() is room.all and not page.new_button.isHidden()


@pytest.mark.slow
def test_a_plan_goes_from_planned_to_reviewed_and_back(open_page, book, kept, ctx):
    page = open_page()
    number = kept()
    page.jump(f"plans:{number}")
    one = page.room.one
    one.buttons["main"].click()
    assert only(book).state == "running" and only(book).begun_at == NOW
    one.buttons["main"].click()
    assert only(book).state == "ended"
    one.buttons["main"].click()
    sheet = page.desk.sheet
    sheet.main.click()
    assert sheet.words.verdict()[0] == "bad"
    sheet.words.set_text("第二天只有一半")
    sheet.main.click()
    assert only(book).state == "reviewed" and "main" not in one.buttons
    assert any("第二天只有一半" in text for text in read(page))
    for state in ("ended", "running", "planned"):
        ctx.undo.undo()
        assert only(book).state == state


def test_a_missing_or_senseless_field_is_said_below_it(open_page, book):
    page = open_page()
    page.new_plan()
    sheet = page.desk.sheet
    sheet.main.click()
    assert sheet.name.verdict()[0] == "bad"
    sheet.name.set_text("x")
    sheet.main.click()
    assert sheet.budget.verdict()[0] == "bad"
    sheet.budget.set_value(10)
    sheet.ends.set_value(date(2026, 11, 1))
    sheet.main.click()
    assert sheet.ends.verdict()[0] == "bad"
    sheet.ends.set_value(DAY)
    sheet.hour_from.set_value(22)
    sheet.hour_to.set_value(20)
    sheet.main.click()
    assert sheet.hour_to.verdict()[0] == "bad"
    assert not book.reader.notes.all(Plan)


@pytest.mark.slow
@pytest.mark.parametrize(("unit", "fen"), [("yuan", 42_00), ("coins", 420), ("coins_ios", 600)])
def test_a_budget_in_coins_is_kept_in_fen(open_page, book, unit, fen):
    page = open_page()
    page.new_plan()
    sheet = page.desk.sheet
    sheet.name.set_text("粉条")
    sheet.unit.set_value(unit)
    sheet.budget.set_value(42)
    sheet.main.click()
    assert only(book).budget == fen


def test_coins_of_which_a_yuan_buys_none_are_no_unit(open_page, ctx, book):
    """The sheet broke when such a rate was the seller's own."""
    rules.set_rule(book, "traffic.coins_per_yuan.ios", 0.0, None, "", NOW)
    page = open_page()
    page.new_plan()
    unit = page.desk.sheet.unit
    units = [unit.choice.itemText(place) for place in range(unit.choice.count())]
    assert len(units) == 2 and "10" in units[1]
    unit.set_value("coins_ios")
    assert unit.fen(42) == 42_00


@pytest.mark.parametrize(
    ("text", "said"),
    [("31.2.2026", "填上日期"), ("", "填上日期"), ("2026-11-01", "不能早于第一天")],
)
def test_a_last_day_that_is_none_is_not_one_before_the_first(open_page, book, text, said):
    page = open_page()
    page.new_plan()
    sheet = page.desk.sheet
    sheet.name.set_text("粉条")
    sheet.budget.set_value(42)
    sheet.ends.set_text(text)
    sheet.main.click()
    assert sheet.ends.verdict() == ("bad", said) and not book.reader.notes.all(Plan)


def test_gifts_have_no_goal_of_a_rank(open_page):
    page = open_page()
    page.new_plan()
    sheet = page.desk.sheet
    sheet.way.set_value("gift")
    sheet.way.chosen.emit("gift")
    goals = [sheet.goal.choice.itemText(n) for n in range(sheet.goal.choice.count())]
    assert goals and not any("排名" in goal or "榜" in goal for goal in goals)


def test_products_are_found_by_a_word_and_taken(open_page, book, qtbot):
    number = products.save(book, Product(title="富平吊柿饼 礼盒 1kg"), NOW).ref
    page = open_page()
    page.new_plan()
    pick = page.desk.sheet.products
    pick.line.edited.emit("shibing")  # a display that is none cannot show the list
    completer = pick.line.edit.completer()
    assert completer.model().rowCount() == 1
    completer.activated.emit("富平吊柿饼 礼盒 1kg")
    qtbot.waitUntil(lambda: pick.numbers() == (number,))


def test_figures_from_the_phone_show_at_once(open_page, book, kept):
    number = kept()
    plans.begin(book, number, NOW)
    page = open_page()
    page.jump(f"plans:{number}")
    page.room.one.buttons["read"].click()
    sheet = page.desk.sheet
    sheet.main.click()
    assert sheet.fields["spend"].verdict()[0] == "bad"
    sheet.fields["spend"].set_value(267)
    sheet.unit.set_value("coins")
    sheet.fields["orders"].set_value(5)
    sheet.main.click()
    assert {r.what: r.figure for r in book.reader.notes.all(PlanReading)} == {
        "spend": 2_670,
        "orders": 5,
    }
    assert "¥26.70" in read(page)


def test_a_row_opens_its_plan(open_page, kept, qtbot):
    number = kept()
    page = open_page()
    table = page.room.list.table
    place = table.visualRect(table.model().index(0, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.room.number == number and page.states.currentWidget() is page.room.one


def test_a_row_of_the_list_has_its_plans_verbs(open_page, book, kept):
    page = open_page()
    kept()
    page.jump("plans")
    room = page.room
    verbs = {one.text(): one for one in room.menu(room.list.model.rows[0][0]).actions()}
    assert [*filter(None, verbs)] == ["打开", "现在开跑", "改", "放进回收站"]
    verbs["现在开跑"].trigger()
    assert only(book).state == "running"
    page.refresh()
    verbs = [one.text() for one in room.menu(room.list.model.rows[0][0]).actions()]
    assert [*filter(None, verbs)] == ["打开", "跑完了", "记手机上的数", "改", "放进回收站"]


def test_a_plan_thrown_away_leaves_the_list_with_a_way_back(open_page, book, kept, ctx):
    page = open_page()
    page.jump(f"plans:{kept()}")
    page.room.one.buttons["drop"].click()
    assert not book.reader.notes.all(Plan) and page.states.currentWidget() is page.room.empty
    ctx.undo.undo()
    assert only(book).name == "粉条 柿饼"


@pytest.mark.parametrize("reviewed", [False, True])
def test_what_a_plan_that_is_over_was_called_can_be_corrected(open_page, book, kept, reviewed):
    """Its agency could not be told any more, so that it was never rated."""
    number = kept()
    plans.begin(book, number, NOW)
    plans.end(book, number, NOW)
    if reviewed:
        plans.review(book, number, "贵", NOW)
    before = only(book)
    page = open_page()
    page.jump(f"plans:{number}")
    page.room.one.buttons["edit"].click()
    sheet = page.desk.sheet
    fields = (sheet.way, sheet.goal, sheet.budget, sheet.begins, sheet.hour_to, sheet.stop)
    assert not any(field.isEnabled() for field in fields)
    sheet.label.set_text("代理丙")
    sheet.products.take(7, "石榴")
    sheet.main.click()
    assert only(book) == replace(before, label="代理丙", products=(7,))
    assert not book.reader.notes.all(PlanChange)


def test_a_plan_that_ran_can_be_thrown_away_from_the_list(open_page, book, kept, ctx):
    """What it was said to have cost stood in the profit for good."""
    number = kept()
    plans.begin(book, number, NOW)
    plans.read_off(book, (PlanReading(number, NOW, "spend", 3_000),), NOW)
    page = open_page()
    page.jump("plans")
    verbs = {one.text(): one for one in page.room.menu(page.room.list.model.rows[0][0]).actions()}
    spent = partial(profit.look, book.reader, date(2026, 11, 1), DAY, NOW)
    assert spent().spend == 3_000
    verbs["放进回收站"].trigger()
    assert not book.reader.notes.all(Plan) and spent().spend == 0
    ctx.undo.undo()
    assert only(book).state == "running" and spent().spend == 3_000


def test_the_place_is_kept_when_the_page_is_rebuilt(open_page, kept):
    kept()
    page = open_page()
    again = open_page()
    again.restore(page.state())
    assert again.room.code == "plans"


def test_a_new_product_opens_the_sheet_of_its_launch(open_page, book):
    number = products.save(book, Product(title="流心柿饼", state="listed"), NOW).ref
    page = open_page()
    page.jump(f"plans:new-{number}")
    sheet = page.desk.sheet
    assert sheet.name.text() == "流心柿饼" and sheet.goal.value() == "launch"
    assert sheet.products.numbers() == (number,)
    sheet.budget.set_value(100)
    sheet.main.click()
    assert only(book).products == (number,)


def test_what_was_changed_while_it_ran_is_told_in_words(open_page, book, kept):
    number = kept()
    plans.begin(book, number, NOW)
    page = open_page()
    page.jump(f"plans:{number}")
    page.room.one.buttons["edit"].click()
    sheet = page.desk.sheet
    assert not sheet.way.isEnabled()
    sheet.budget.set_value(300)
    sheet.ends.set_value(date(2026, 11, 22))
    sheet.products.take(7, "石榴")
    sheet.main.click()
    told = read(page)
    assert "预算: ¥240.00 → ¥300.00" in told and "最后一天: 11月20日 → 11月22日" in told
    assert "商品: 没有 → 1" in told


def test_the_calendar_shows_each_day_what_runs_and_opens_it(open_page, kept, book):
    number = kept(ends=date(2026, 11, 19))
    for place in range(4):
        kept(name=f"热搜 {place}", begins=date(2026, 12, 1), ends=date(2026, 12, 1))
    plans.begin(book, number, NOW)
    plans.read_off(book, (PlanReading(number, NOW, "spend", 3_000),), NOW)
    page = open_page()
    page.jump("calendar")
    room = page.room

    def names() -> dict[str, TextButton]:
        return {b.accessibleName(): b for b in room.days.findChildren(TextButton)}

    assert list(names()) == ["11月18日 粉条 柿饼", "11月19日 粉条 柿饼"]
    assert "30.00" in room.said.text() and room.name.text() == "2026年11月"
    room.after.click()
    assert room.name.text() == "2026年12月"
    assert [b.text() for b in names().values()][-1] == "还有 1 个 ›"
    room.before.click()
    names()["11月18日 粉条 柿饼"].click()
    assert page.room.code == "plans" and page.room.one.view.standing.plan.id == number


@pytest.mark.parametrize("size", [100, 150])
def test_the_fields_of_a_plan_scroll_once(open_page, spoken, ctx, size):
    """At large text the sheet scrolled around what scrolled already."""
    ctx.theme = spoken("en", scale=size / 100)
    page = open_page()
    page.new_plan()
    sheet = page.desk.sheet
    rolling = [area for area in sheet.findChildren(PageScroll) if area.isVisible()]
    assert len([a for a in rolling if a.verticalScrollBar().maximum()]) == (size == 150)
    assert sheet.rect().contains(sheet.main.mapTo(sheet, sheet.main.rect().bottomRight()))


@pytest.mark.parametrize(("width", "size"), [(584, 100), (870, 150)])
def test_no_figure_of_a_plan_is_cut(open_page, kept, book, spoken, ctx, qtbot, width, size):
    """¥1,280.26 was “¥1,2…” while other columns had room to spare."""
    ctx.theme = spoken("zh", scale=size / 100)
    number = kept()
    plans.begin(book, number, NOW)
    told = {"spend": 128_026, "gmv": 461_104, "views": 9_729, "product_clicks": 323, "orders": 82}
    plans.read_off(book, tuple(PlanReading(number, NOW, *each) for each in told.items()), NOW)
    page = open_page(width)
    page.jump(f"plans:{number}")
    qtbot.wait(20)
    shown = [label for label in page.findChildren(Label) if label.isVisible()]
    figures = [label for label in shown if label.text() in FIGURES and label.font().bold()]
    assert {label.text() for label in figures} == FIGURES
    assert all(f.width() >= f.fontMetrics().horizontalAdvance(f.text()) for f in figures)
    assert all(f.visibleRegion().boundingRect().width() == f.width() for f in figures)


FIGURES = {"¥1,280.26", "¥4,611.04", "9,729", "323", "82"}
