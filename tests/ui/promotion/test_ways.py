"""What the page shows of each way: the rhythm, the lock on keywords, the rules of gifts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from ksdesk.actions import imports, products
from ksdesk.actions.promotion import plans, profit
from ksdesk.actions.promotion.looking import Rhythm
from ksdesk.domain.imports import Source
from ksdesk.domain.products import Product
from ksdesk.domain.promotion.pacing import Annoyance
from ksdesk.domain.promotion.plans import Plan, PlanChange, PlanReading
from ksdesk.domain.traffic import day_start, to_seconds
from ksdesk.ui.parts.labels import Label
from ksdesk.ui.parts.pill import Pill
from ksdesk.ui.promotion.plans.pace_card import PaceCard
from ksdesk.ui.traffic.events import events_of
from ksdesk.ui.traffic.view import Event, ShownTraffic
from ksdesk.ui.traffic.words import event_label

NOW = datetime(2026, 11, 18, 20, 40)
DAY = date(2026, 11, 18)


@pytest.fixture
def evening(ctx):
    ctx.clock = lambda: NOW
    return ctx


@pytest.fixture
def kept(book, evening):
    def make(begun: bool = True, **facts) -> int:
        plan = {"way": "hot_search", "name": "热搜「柿饼」", "goal": "sales", "budget": 8_000}
        plan |= {"begins": DAY, "ends": DAY, "hour_from": 20, "hour_to": 22, **facts}
        number = plans.save(book, Plan(**plan), NOW).ref
        if begun:
            plans.begin(book, number, datetime(2026, 11, 18, 20))
        return number

    return make


@pytest.fixture
def persimmon(book) -> int:
    product = Product(
        title="富平吊柿饼 礼盒 1kg",
        category="果干蜜饯",
        selling_point="流心、手工吊晒",
        state="listed",
    )
    return products.save(book, product, NOW).ref


WORDS = ("柿饼", "流心柿饼", "果干礼盒", "新疆特产")


def show(open_page, number: int):
    page = open_page()
    page.jump(f"plans:{number}")
    return page.room.one


def read(widget) -> list[str]:
    return [label.text() for label in widget.findChildren(Label)]


def pills(widget) -> list[str]:
    return [pill.text() for pill in widget.findChildren(Pill)]


def test_each_keyword_says_where_its_words_stand(open_page, kept, persimmon):
    one = show(open_page, kept(keywords=WORDS, products=(persimmon,)))
    model = one.cards["keywords"].model
    cells = [[model.text(row, place) for place in range(6)] for row in range(4)]
    assert cells[1][:5] == ["流心柿饼", "柿饼", "–", "流心", "合"]
    assert cells[2][:5] == ["果干礼盒", "礼盒", "果干", "–", "合"]
    assert cells[3][:5] == ["新疆特产", "–", "–", "–", "不搭"]
    assert "关键词锁住了" in pills(one)


@pytest.mark.parametrize(
    ("before", "told"), [(0.0, "举报有 6 次，之前一次也没有，歇几天。"), (0.1, "6.0 倍")]
)
def test_what_annoyed_nobody_before_is_counted_and_no_multiple(ctx, qtbot, before, told):
    annoyed = Annoyance("reports", before, 0.6, None, 6)
    card = PaceCard(Rhythm(None, None, None, (annoyed,)), ctx.rules().on(DAY))
    qtbot.addWidget(card)
    assert told in card.told[-1] and "∞" not in card.told[-1]


@pytest.mark.slow
def test_a_locked_keyword_takes_a_reason_and_is_recorded(open_page, book, kept, persimmon, qtbot):
    number = kept(keywords=WORDS, products=(persimmon,))
    one = show(open_page, number)
    one.resize(1064, 700)
    table = one.cards["keywords"].table
    place = table.visualRect(table.model().index(3, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    panel = one.cards["lock"]
    assert any("权重" in text for text in read(panel))
    assert any("1 小时 20 分" in text for text in read(panel))
    assert not panel.go.isEnabled()
    panel.stay.click()
    assert "lock" not in one.cards
    one.ask_keywords()
    panel = one.cards["lock"]
    qtbot.keyClicks(panel.why.edit, "does not fit")
    panel.go.click()
    sheet = one.desk.sheet
    sheet.words.set_text("柿饼\n流心柿饼\n果干礼盒")
    sheet.main.click()
    (change,) = book.reader.notes.all(PlanChange)
    assert (change.at, change.note) == (NOW, "does not fit")
    assert book.reader.notes.one(Plan, number).keywords == WORDS[:3]
    assert any("改过 1 次" in text for text in read(one)) and "changes" in one.cards


@pytest.mark.slow
def test_before_the_start_keywords_are_free(open_page, book, kept, persimmon):
    number = kept(begun=False, products=(persimmon,))
    one = show(open_page, number)
    one.cards["keywords"].edit.click()
    sheet = one.desk.sheet
    sheet.main.click()
    assert sheet.words.verdict()[0] == "bad"
    sheet.words.set_text("柿饼\n新疆特产\n最好吃的柿饼")
    sheet._judge()
    assert sheet.words.verdict()[0] == "bad" and "最好吃" in sheet.words.verdict()[1]
    sheet.words.set_text("柿饼\n新疆特产\n柿饼")
    sheet._judge()
    assert sheet.words.verdict()[0] == "warn"
    sheet.topic.set_text("柿饼")
    sheet.main.click()
    plan = book.reader.notes.one(Plan, number)
    assert (plan.topic, plan.keywords) == ("柿饼", ("柿饼", "新疆特产"))
    assert not book.reader.notes.all(PlanChange)


@pytest.mark.slow
def test_the_looks_before_the_start(open_page, book, kept):
    number = kept(begun=False, topic="柿饼", keywords=("柿饼",), stop="21:00 前不到 60 就停")
    one = show(open_page, number)
    assert [kind for kind, _ in one.cards["checks"].told] == ["", "", "", "good"]
    figures = {"topic_heat": 126_000, "interaction": 320, "usual_interaction": 390}
    readings = [PlanReading(number, NOW, what, figure) for what, figure in figures.items()]
    plans.read_off(book, tuple(readings), NOW)
    one = show(open_page, number)
    told = dict(enumerate(one.cards["checks"].told))
    assert told[0][0] == "warn" and "3.2%" in told[0][1] and "3.9%" in told[0][1]
    assert told[1] == ("good", "话题「柿饼」热度 126,000")
    assert told[2][1] == "一般 19–23 点人多"


def test_a_plan_over_its_pace_says_so_with_the_figures(open_page, book, kept):
    number = kept(way="paid_traffic", name="粉条")
    reading = PlanReading(number, NOW, "spend", 6_000)
    plans.read_off(book, (reading,), NOW)
    page = open_page()
    assert page.room.list.model.text(0, page.room.list.model.column("pace")) == "太快"
    page.jump(f"plans:{number}")
    card = page.room.one.cards["pace"]
    assert "太快" in pills(card)
    assert any("花了 ¥60.00，到现在该花 ¥26.67，一共 ¥80.00。照这样" in text for text in card.told)


@pytest.mark.slow
def test_gifts_show_the_rules_first_and_what_is_gone(open_page, book, kept):
    number = kept(way="gift", goal="viewers", name="礼物夜")
    before = [PlanReading(number, NOW - timedelta(hours=1), "room_rank", 46)]
    after = [PlanReading(number, NOW, what, f) for what, f in (("room_rank", 18), ("spend", 3_920))]
    plans.read_off(book, (*before, *after), NOW)
    one = show(open_page, number)
    rules = read(one.cards["rules"])
    assert any("2026-04-13" in text for text in rules) and any("2021" in text for text in rules)
    gift = one.cards["gift"]
    assert any("刷了 ¥39.20，平台抽 50%，净花 ¥19.60" in text for text in read(gift))
    # the net cost stood beside a profit that counts the whole, and nothing said why
    assert profit.look(book.reader, DAY, DAY, NOW).spend == 39_20
    assert any("全额算花费" in text and "另外 ¥19.60" in text for text in read(gift))
    assert any(text.startswith("46 · ") for text in read(gift)), "no English bracket in Chinese"
    gift.checks["mood"].click()
    assert book.reader.notes.one(Plan, number).staged == ("mood",)


def test_the_editor_puts_the_rules_of_gifts_first_and_names_works_that_are_refused(open_page):
    page = open_page()
    page.new_plan()
    sheet = page.desk.sheet
    assert sheet.gifts.isHidden() and not sheet.work.isHidden()
    sheet.work.day.set_value(DAY - timedelta(days=9))
    sheet.work.day.edited.emit(DAY)
    sheet.work.checks["有别家水印"].setChecked(True)
    kind, sentence = sheet.work.verdict.kind(), sheet.work.verdict.text()
    assert kind == "warn" and "7 天" in sentence and "水印" in sentence
    sheet.way.set_value("gift")
    sheet.way.chosen.emit("gift")
    assert not sheet.gifts.isHidden() and sheet.work.isHidden()


def test_a_plan_is_matched_with_a_campaign_by_hand(open_page, book, kept):
    text = "日期,计划ID,计划名称,花费\n2026-11-18,11,十一月冲量,12.50\n"
    imports.commit(book, imports.preview(book, Source("计划.csv", text=text), now=NOW), now=NOW)
    one = show(open_page, kept(way="paid_traffic", name="粉条"))
    assert "¥12.50" not in read(one)
    one.attach.click()
    sheet = one.desk.sheet
    sheet.checks["11"].setChecked(True)
    sheet.main.click()
    assert "¥12.50" in read(one) and "十一月冲量" in one.attach.text()


def test_agencies_are_rated_once_a_labelled_plan_runs(open_page, book, kept):
    page = open_page()
    page.jump("agencies")
    assert page.states.currentWidget() is page.room.empty
    kept(way="paid_traffic", name="粉条", label="代理甲")
    page.refresh()
    assert page.room.model.rows[0].label == "代理甲"
    assert page.room.model.rows[0].rating == "unknown"
    assert page.chips.chip("agencies").accessibleName() == "代理 1"


def test_begins_changes_and_ends_stand_on_the_traffic_curve(book, kept):
    number = kept(keywords=("柿饼", "特产"))
    plan = book.reader.notes.one(Plan, number)
    plans.save(book, replace(plan, keywords=("柿饼",), budget=9_000), NOW, "不搭")
    plans.end(book, number, datetime(2026, 11, 18, 21))
    planned = kept(begun=False, name="还没跑")
    shown = ShownTraffic(start=day_start(DAY), end=day_start(DAY) + 86_400)
    told = [(event.kind, event.text, event.at) for event in events_of(book.reader, shown)]
    assert told == [
        ("begins", "热搜「柿饼」", to_seconds(datetime(2026, 11, 18, 20))),
        ("plan_change", "热搜「柿饼」", to_seconds(NOW)),
        ("keyword", "柿饼", to_seconds(NOW)),
        ("ends", "热搜「柿饼」", to_seconds(datetime(2026, 11, 18, 21))),
    ]
    assert event_label(Event(0, "plan_change", "热搜")) == "热搜改过"
    plans.throw_away(book, book.reader.notes.one(Plan, number), NOW)
    assert events_of(book.reader, shown) == () and planned
