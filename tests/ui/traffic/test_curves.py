"""Lines of parts, events, named days, the heat map and taking pictures away. Real events."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from traffic_reports import written

from ksdesk.actions import imports, notes, products, rules, traffic
from ksdesk.actions.promotion import costs
from ksdesk.domain.imports import Source
from ksdesk.domain.named_days import DAYS_OFF, WORKED
from ksdesk.domain.products import Product
from ksdesk.domain.promotion.costs import CostShare, ParcelCost, UnitCost
from ksdesk.domain.traffic import TypedRow, to_seconds
from ksdesk.domain.traffic.notes import Annotation
from ksdesk.ui.traffic.shaded import Shaded
from ksdesk.ui.traffic.table_out import shown_sheet
from ksdesk.ui.traffic.view import TrafficView

# Popups: offscreen has no keyboard to grab.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)

NOW = datetime(2026, 11, 18, 10, 20)
DAY_ONE = date(2026, 5, 1)
ONE, TWO = ("campaign", "101"), ("campaign", "102")


def click(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def labels(page) -> list[str]:
    return [item.label for item in page.filled.curve.card.canvas.plot.legend]


def marks(page) -> list[str]:
    return [mark.label for mark in page.filled.curve.card.canvas.plot.marks]


def at(page, when: datetime) -> QPoint:
    """Where a moment stands on the curve."""
    canvas = page.filled.curve.card.canvas
    canvas.grab()
    return QPoint(round(canvas.plot.x(to_seconds(when))), round(canvas.plot.top) + 60)


# -- parts -----------------------------------------------------------------------------------


WAYS = {"买热搜": "Hot search", "付费买量": "Paid traffic", "磁力金牛": "磁力金牛"}


@pytest.mark.parametrize(("lang", "names"), [("zh", [*WAYS]), ("en", [*WAYS.values()])])
def test_the_known_ways_have_their_names_in_each_language(
    ctx, new_page, spoken, tmp_path, lang, names
):
    """They stood in Chinese on an English page; a word of the report's own stays as it is."""
    rows = [f"2026-11-{day},{n},{way},{n}" for day in (16, 17) for n, way in enumerate(WAYS, 1)]
    report = written(tmp_path / "日.csv", ["日期,计划ID,营销目标,花费", *rows])
    imports.commit(ctx.book, imports.preview(ctx.book, report), now=NOW)
    ctx.theme = spoken(lang, "light")
    page = new_page()
    parts = [("way", key) for key in WAYS]
    page.restore(asdict(TrafficView(("spend",), "day", 7, parts=tuple(parts))))
    page.show()
    assert [chip.text() for chip in page.filled.controls.parts.chips.values()] == names
    assert {text.rpartition(" · ")[2] for text in labels(page)} >= {*names}
    titles = [column.title for column in shown_sheet("", page.shown, "").columns]
    assert {title.rpartition(" · ")[2] for title in titles[1:]} == {*names}
    panel = page.filled.controls.open_parts()
    assert [panel.checks["way", key].text() for key in WAYS] == names
    panel.search.setText("热搜")  # found by the report's word too
    panel.search.textEdited.emit("热搜")
    assert [*panel.checks] == [("way", "买热搜")]
    panel.close()


@pytest.mark.slow
def test_several_campaigns_are_lines_that_can_be_switched(filled, page, qtbot):
    panel = page.filled.controls.open_parts()
    click(qtbot, panel.checks[ONE])
    click(qtbot, panel.checks[TWO])
    panel.close()
    assert page.shown.split and len(page.shown.lines) == 4
    assert labels(page) == ["$100 起 ^_^", "柿饼 & 苹果｜晚场"]
    assert page.filled.controls.plans.text() == "2 条线"
    strip = page.filled.curve.card.canvas.plot.panels[-1]
    curves = page.filled.curve.card.canvas.plot.panels[0].tracks
    assert [bar.colour for bar in strip.tracks] == [line.colour for line in curves]
    both = page.shown.figures[0].value
    chips = page.filled.controls.parts.chips
    click(qtbot, chips[TWO])
    assert not page.shown.split and page.shown.figures[0].value == both / 2
    assert chips[TWO].isVisible() and not chips[TWO].isChecked()
    click(qtbot, chips[TWO])
    assert page.shown.split
    click(qtbot, page.filled.controls.parts.together)
    assert page.shown.view.parts == () and not page.filled.controls.parts.isVisible()


@pytest.mark.slow
def test_bars_of_several_parts_stand_on_each_other(filled, page, qtbot):
    page.ask(replace(page.shown.view, parts=(ONE, TWO)))
    page.filled.curve.card.canvas.grab()
    strip = page.filled.curve.card.canvas.plot.panels[-1]
    first, second = strip.tracks
    assert second.value_at(float(second.times[0])) == first.value_at(float(first.times[0]))
    assert strip.high > 1.9 * max(first.values)


@pytest.mark.slow
def test_ways_and_lives_are_offered(filled, page, ctx, qtbot):
    traffic.record(ctx.book, [TypedRow(datetime(2026, 11, 15, 20), "晚场", {"views": 9})], NOW)
    page.refresh()
    panel = page.filled.controls.open_parts()
    assert {("way", "typed"), ("live", "晚场")} <= set(panel.checks)
    assert panel.checks["way", "typed"].accessibleName() == "手工记的"
    click(qtbot, panel.checks["live", "晚场"])
    panel.close()
    assert page.shown.figures[0].value == 9


def test_a_long_list_is_searched(filled, page, qtbot):
    from ksdesk.domain.traffic import Part
    from ksdesk.ui.traffic.parts_panel import PartsPanel

    parts = [Part("campaign", str(n), f"计划 {n}", 0, 0, 0) for n in range(40)]
    panel = PartsPanel(parts, (("campaign", "7"),), page)
    qtbot.addWidget(panel)
    told: list = []
    panel.chosen.connect(lambda parts, off: told.append(parts))
    panel.show()
    qtbot.keyClicks(panel.search, "39")
    assert list(panel.checks) == [("campaign", "39")]
    click(qtbot, panel.checks["campaign", "39"])
    assert told == [(("campaign", "7"), ("campaign", "39"))], "what is out of sight stays ticked"


@pytest.mark.slow
def test_the_choice_survives_a_rebuild(filled, page, new_page):
    page.ask(replace(page.shown.view, parts=(ONE, TWO), off=(ONE,), named_days=False))
    other = new_page()
    other.restore(page.state())
    other.show()
    assert other.shown.view == page.shown.view


@pytest.mark.slow
def test_months(filled, page, qtbot):
    click(qtbot, page.filled.controls.range.button(30))
    click(qtbot, page.filled.controls.grain.button("month"))
    assert page.shown.view.grain == "month"
    assert page.shown.first_day.date() == date(2026, 10, 1)
    assert page.shown.before == (
        to_seconds(datetime(2026, 8, 1)),
        to_seconds(datetime(2026, 10, 1)),
    )
    click(qtbot, page.filled.curve.card.table_button)
    assert page.sheets.last.model.text(0, 0) == "2026-11"


def test_a_table_of_several_lines(filled, page, qtbot):
    page.ask(replace(page.shown.view, parts=(ONE, TWO)))
    page.sheets.show_table()
    heads = [column.title for column in page.sheets.last.model.columns]
    assert heads[1:3] == ["$100 起 ^_^ 🎁", "柿饼 & 苹果｜晚场"]
    assert heads[3] == "花费 · $100 起 ^_^ 🎁"
    sheet = page.sheets.last._sheet(True)
    assert len(sheet.columns) == 5


def test_a_formula_stands_under_the_title_in_table_and_export(filled, page, qtbot):
    page.ask(replace(page.shown.view, measures=("views", "fan_rate")))
    card = page.filled.curve.card
    assert card.formula.isVisible()
    assert card.formula.text() == "转粉率 = 新增粉丝数 ÷ 观看人数" or "÷" in card.formula.text()
    page.sheets.show_table()
    titles = [column.title for column in page.sheets.last._sheet(True).columns]
    assert any("÷" in title for title in titles)


@pytest.mark.slow
def test_a_return_stands_beside_the_one_that_would_be_even(filled, page, book):
    text = "日期,计划ID,花费,GMV\n2026-11-10,101,30,80\n2026-11-11,101,30,90"
    seen = imports.preview(book, Source("计划.csv", text=text), now=NOW)
    imports.commit(book, seen, now=NOW)
    page.ask(replace(page.shown.view, measures=("roi",), days=30, grain="day"))
    assert page.shown.break_even is None and not [x for x in labels(page) if "保本" in x]
    product = products.save(book, Product(title="柿饼", item_id="11"), NOW).ref
    moment = to_seconds(datetime(2026, 11, 10, 9))
    book.session.db.execute_sql(
        """INSERT INTO order_row (key, time, paid_at, order_no, product_id, product_name, status,
        paid, quantity) VALUES ('1', ?, ?, '901', '11', '柿饼', '已发货', 10000, 1)""",
        (moment, moment),
    )
    known = [ParcelCost(part, 500, DAY_ONE) for part in ("packaging", "shipping", "return")]
    known += [CostShare(one, 0.0, DAY_ONE) for one in ("platform_fee", "commission", "returned")]
    notes.keep_all(book, [*known, UnitCost(product, "", 5_000, DAY_ONE)], NOW)
    costs.work_out(book)
    page.ask(replace(page.shown.view, measures=("roi",)))
    assert page.shown.break_even == 2.5  # 40 of 100 stay before any spend
    assert [label for label in labels(page) if "保本 2.50" in label]


# -- what happened ---------------------------------------------------------------------------


@pytest.mark.slow
def test_a_note_is_put_on_the_curve_changed_and_taken_back(filled, page, ctx, qtbot):
    canvas = page.filled.curve.card.canvas
    canvas.setFocus()
    for _ in range(3):
        QTest.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    noted_at = datetime(2026, 11, 12, 2)
    QTest.keyClick(canvas, Qt.Key.Key_N)
    sheet = page.sheets.last
    assert sheet.day.value() == noted_at.date() and sheet.at.text() == "02:00"
    sheet.kind.set_value("price")
    sheet.words.set_text("59.9 → 49.9")
    click(qtbot, sheet.main)
    assert marks(page) == ["改价"]
    (note,) = ctx.reader.notes.all(Annotation)
    assert (note.kind, note.at, note.until, note.note) == ("price", noted_at, None, "59.9 → 49.9")

    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=at(page, noted_at))
    sheet = page.sheets.last
    assert sheet.drop.isVisible() and sheet.words.text() == "59.9 → 49.9"
    sheet.until.set_text("1:30")
    click(qtbot, sheet.main)
    (note,) = ctx.reader.notes.all(Annotation)
    assert note.until == datetime(2026, 11, 13, 1, 30), "past midnight"
    ctx.undo.back()
    assert ctx.reader.notes.all(Annotation)[0].until is None

    page.sheets.change_note(ctx.reader.notes.all(Annotation)[0])
    click(qtbot, page.sheets.last.drop)
    assert marks(page) == []
    ctx.undo.back()
    assert marks(page) == ["改价"]


@pytest.mark.slow
@pytest.mark.parametrize("wrong", ["", "25:00", "昨天"])
def test_a_note_wants_a_time(filled, page, ctx, qtbot, wrong):
    page.sheets.note_at(to_seconds(NOW))
    page.sheets.last.at.set_text(wrong)
    click(qtbot, page.sheets.last.main)
    assert page.sheets.last.at.verdict()[0] == "bad"
    assert ctx.reader.notes.all(Annotation) == ()


@pytest.mark.slow
def test_the_menu_lists_notes_and_hides_events(filled, page, ctx, qtbot):
    notes.keep(ctx.book, Annotation("video", datetime(2026, 11, 14, 8), note="开箱"), NOW)
    page.refresh()
    menu = page.filled.curve.events.menu_now()
    texts = [action.text() for action in menu.actions()]
    assert any("作品" in text and "开箱" in text for text in texts)
    next(action for action in menu.actions() if action.text() == "发生的事").trigger()
    assert marks(page) == [] and not page.shown.view.events


def test_the_read_out_names_what_happened(filled, page, ctx):
    notes.keep(ctx.book, Annotation("live", datetime(2026, 11, 14, 20, 15)), NOW)
    page.refresh()
    canvas = page.filled.curve.card.canvas
    canvas._read_in_sight(float(to_seconds(datetime(2026, 11, 14, 20))))
    assert canvas.reading().title == "11-14 周六 20 点 · 直播"
    assert "直播" in canvas.accessibleDescription()


def test_campaigns_begin_and_end(ctx, tmp_path, new_page):
    lines = ["时间,广告计划ID,广告计划,总花费（元）,直播观看数,关键词"]
    for hour in range(10 * 24):
        moment = datetime(2026, 11, 8) + timedelta(hours=hour)
        lines.append(f"{moment:%Y-%m-%d %H:%M},1,长的,1,5,柿饼")
        if 100 <= hour < 130:
            word = "柿饼" if hour < 120 else "礼盒"
            lines.append(f"{moment:%Y-%m-%d %H:%M},2,短的,1,5,{word}")
    report = written(tmp_path / "小时.csv", lines)
    imports.commit(ctx.book, imports.preview(ctx.book, report), now=NOW)
    page = new_page()
    page.show()
    page.ask(replace(page.shown.view, days=0))
    seen = [mark for mark in marks(page) if mark != "突然升高"]
    assert seen == ["短的 开始", "改关键词", "短的 结束"]


# -- named days ------------------------------------------------------------------------------


def test_holidays_and_promotions_are_shaded_and_can_be_hidden(filled, page, qtbot):
    page.ask(replace(page.shown.view, days=30, grain="day"))
    canvas = page.filled.curve.card.canvas
    qtbot.waitUntil(lambda: [s.label for s in canvas.plot.shades] == ["双11"])
    menu = page.filled.curve.events.menu_now()
    next(action for action in menu.actions() if action.text() == "节日和大促").trigger()
    assert page.filled.curve.card.canvas.plot.shades == ()
    assert page.shown.view.named_days is False


def test_days_off_that_the_seller_typed_are_shaded_at_once(filled, page, qtbot):
    page.ask(replace(page.shown.view, days=30, grain="day"))
    canvas = page.filled.curve.card.canvas
    qtbot.waitUntil(lambda: [s.label for s in canvas.plot.shades] == ["双11"])
    for key, days in ((DAYS_OFF, ("2026-11-16 店休", "2026-11-13")), (WORKED, ("2026-11-14",))):
        filled.write(page, "", rules.set_rule, key, days, None, "", NOW)

    def drawn() -> list[str]:
        return sorted(s.label for s in page.filled.curve.card.canvas.plot.shades)

    qtbot.waitUntil(lambda: "店休" in drawn())
    assert drawn() == sorted(["双11", "放假", "店休", "调休上班"])


# -- the heat map ----------------------------------------------------------------------------


def test_the_heat_map_says_when_people_come(filled, page, qtbot):
    card = page.filled.heat
    qtbot.waitUntil(card.isVisible)
    assert card.title() == "什么时候人多"
    assert "近 8 周中位数" in card.note() and "点最好" in card.note()
    canvas = card.card.canvas
    assert "点人最多" in canvas.accessibleDescription()
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    assert canvas.cell()[0] == 1
    assert canvas.accessibleDescription().startswith("周二")
    page.filled.area.show_widget(canvas)
    QApplication.processEvents()
    canvas.grab()
    left, top, *_ = canvas.plot.box_of(2, 15)
    QTest.mouseMove(canvas, QPoint(round(left) + 4, round(top) + 4))
    QApplication.processEvents()
    assert canvas.cell() == (2, 15)
    click(qtbot, card.card.table_button)
    assert len(page.sheets.last.model.rows) == 24
    sheet = page.sheets.last._sheet(True)
    assert len(list(sheet.rows)) == 24 and len(sheet.columns) == 8


def test_without_hours_there_is_no_heat_map(ctx, tmp_path, new_page):
    report = written(tmp_path / "日.csv", ["日期,总花费（元）,直播观看数", "2026-11-17,1,5"])
    imports.commit(ctx.book, imports.preview(ctx.book, report), now=NOW)
    page = new_page()
    page.show()
    assert not page.filled.heat.isVisible()


# -- shaded hours of a warning ---------------------------------------------------------------


def test_a_shaded_stretch_is_chosen_both_ways(filled, page, qtbot):
    start = to_seconds(datetime(2026, 11, 15, 20))
    shaded = Shaded("n1", start, start + 4 * 3600, "疑似异常", "11-15 20–24点")
    page.filled.show_view(replace(page.shown, shades=(shaded,)), page.width())
    canvas = page.filled.curve.card.canvas
    before = canvas.grab().toImage()
    with qtbot.waitSignal(page.filled.shade_clicked) as told:
        place = at(page, datetime(2026, 11, 15, 22))
        QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place)
    assert told.args == ["n1"]
    page.filled.select_shade("n1")
    assert canvas.grab().toImage() != before


# -- taking it away --------------------------------------------------------------------------


@pytest.mark.slow
def test_saved_pictures_name_range_formula_and_files(filled, page, ctx, tmp_path):
    page.ask(replace(page.shown.view, measures=("views", "fan_rate")))
    ctx.ask.answers = [str(tmp_path / "图.svg"), str(tmp_path / "图.pdf"), str(tmp_path / "纸.pdf")]
    card = page.filled.curve.card
    card.ask_where()
    text = (tmp_path / "图.svg").read_text("utf-8")
    for words in ("2026-11-12 到 2026-11-18", "数据来自 小时.csv", "÷"):
        assert words in text, words
    card.ask_where()
    card.print_out()
    heads, rows, _ = card.paper_table()
    assert len(heads) == 4 and any("÷" in row[1] for row in rows)
    for name in ("图.pdf", "纸.pdf"):
        content = (tmp_path / name).read_bytes()
        assert content.startswith(b"%PDF") and len(content) > 10_000


def test_a_place_that_cannot_be_written_is_told(filled, page, ctx, tmp_path, notices):
    ctx.ask.answers = [str(tmp_path / "no folder" / "图.pdf")]
    page.filled.curve.card.ask_where()
    assert "图.pdf" in notices[-1] and not (tmp_path / "no folder").exists()
