"""The alarm beside the curve: its sentence, its states, its buttons, the way to the shade."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from junk_reports import JUNK, NAME, NOW, hours, written
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication

from ksdesk.actions import imports
from ksdesk.domain.traffic import to_seconds
from ksdesk.domain.traffic.alarms import NO_RISE, RISE, Alarm, Alarms, Evidence, MeasureRise
from ksdesk.domain.traffic.notes import HANDLED, IGNORED, AlarmMark
from ksdesk.ui.traffic.alarms import words
from ksdesk.ui.traffic.alarms.panel import AlarmPanel, AlarmStrip
from ksdesk.ui.traffic.page import TrafficPage

EVENING = (datetime(2026, 11, 15, 20), datetime(2026, 11, 16))
SAMPLE = Alarm(
    "burst",
    "views",
    *EVENING,
    rows=(
        Evidence("views", 1_420, 6_380),
        Evidence("stay_seconds", 41.1, 6.0),
        Evidence("product_clicks", 96, 19, 430),
        Evidence("new_fans", 58, 61, 260),
    ),
    spend=138_00,
)


def pressed(qtbot, widget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def shown(qtbot, panel, *alarms, **facts) -> None:
    qtbot.addWidget(panel)
    looked = {"first": datetime(2026, 10, 1), "last": datetime(2026, 11, 18, 10)}
    looked["looked"] = ("views", "likes")
    panel.show_alarms(Alarms("1", views="views", alarms=alarms, **(looked | facts)), NOW)
    panel.resize(288, 700)
    panel.show()


def texts(widget) -> str:
    from PySide6.QtWidgets import QLabel, QPushButton

    found = widget.findChildren(QLabel) + widget.findChildren(QPushButton)
    return "\n".join(w.text() for w in found if w.isVisible())


# -- sentences


def test_the_sentence_of_the_picture(spoken):
    assert words.sentence(SAMPLE) == (
        "观看比往常的周日晚多 3.5 倍，可是没人点商品：应有 96 次，只有 19 次，平均只停 6 秒。"
    )
    assert [words.change_text(row) for row in SAMPLE.rows] == ["4.5 倍", "▼ 短", "▼ 少", "差不多"]
    assert words.when(SAMPLE) == "11-15 20:00–24:00"
    assert words.hours_word(SAMPLE) == "11-15 20–24点"
    assert words.spend_note(SAMPLE) == (
        "这晚的 ¥138.00 照样算进 ROI；知道成交额时，旁边另写不含它的 ROI。"
    )


def test_the_same_in_english(spoken):
    spoken("en")
    assert words.sentence(SAMPLE) == (
        "Views were 4.5 times those of a usual Sunday evening, but hardly anybody clicked"
        " products: 96 expected, only 19 came, they stayed 6 s on average."
    )


KINDS = [
    Alarm("burst", "views", *EVENING, rows=(Evidence("views", None, 900),)),
    Alarm("burst", "views", *EVENING, rows=(Evidence("views", 0, 900),)),
    Alarm(
        "drip",
        "views",
        datetime(2026, 11, 10, 8),
        datetime(2026, 11, 13, 2),
        rows=(Evidence("views", 5_000, 7_000), Evidence("product_clicks", 300, 310, 480)),
    ),
    Alarm(
        "zombie_fans",
        "new_fans",
        *EVENING,
        rows=(
            Evidence("new_fans", 20, 300, 22),
            Evidence("views", 900, 910),
            Evidence("later_unfollows", None, 150, 30),
        ),
    ),
    Alarm(
        "padded_likes",
        "views",
        *EVENING,
        rows=(
            Evidence("views", 900, 2_000),
            Evidence("likes", 60, 300),
            Evidence("comments", 9, 1),
        ),
    ),
    Alarm("idle_viewers", "stay_seconds", *EVENING, rows=(Evidence("stay_seconds", 40, 300),)),
    Alarm(
        RISE,
        "views",
        *EVENING,
        rows=(Evidence("views", 90, 280), Evidence("product_clicks", 4, 15)),
        rises=(MeasureRise("views", "above_usual_hour", EVENING[0], 280, 90, 0, 21),),
    ),
    Alarm(
        RISE,
        "new_fans",
        *EVENING,
        rises=(MeasureRise("new_fans", "above_usual_high", EVENING[0], 26, 19, 0, 21),),
    ),
    Alarm(NO_RISE, "views", *EVENING, rows=(Evidence("views", None, 90, 88),), spend=300_00),
]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("alarm", KINDS, ids=lambda a: f"{a.kind}-{len(a.rows)}")
def test_every_kind_has_its_sentence_and_its_card(spoken, qtbot, alarm, lang):
    spoken(lang)
    said = words.sentence(alarm, "plays")
    assert "{" not in said and len(said) > 8
    chinese = any("\u4e00" <= sign <= "\u9fff" for sign in said)
    assert chinese == (lang == "zh")
    assert said.endswith("。" if lang == "zh" else ".")
    panel = AlarmPanel()
    shown(qtbot, panel, alarm)
    panel.select(alarm.key)
    assert panel.card(alarm.key).sentence.text() == words.sentence(alarm, "views")
    assert panel.card(alarm.key).pill.kind() == ("bad" if alarm.suspect else "warn")
    draft = words.agency_draft(alarm)
    assert "{" not in draft


def test_nobody_is_accused_anywhere():
    """疑似异常 is as far as the app goes: it can not know."""
    root = Path(__file__).parents[3]
    for path in [*(root / "ksdesk").rglob("*.py"), *(root / "resources/guide").rglob("*.md")]:
        text = path.read_text("utf-8").replace("never 作弊", "")
        assert "作弊" not in text, path
    for path in (root / "resources").rglob("*.ts"):
        text = path.read_text("utf-8")
        assert "作弊" not in text and "cheat" not in text.lower(), path


# -- states


def test_a_new_one_warns_a_handled_one_is_folded(spoken, qtbot):
    from dataclasses import replace

    old = replace(SAMPLE, start=EVENING[0] - timedelta(days=9), end=EVENING[1] - timedelta(days=9))
    done = replace(old, mark=AlarmMark(old.key, HANDLED, NOW, note="退了一半"))
    panel = AlarmPanel()
    shown(qtbot, panel, SAMPLE, done)
    (card,) = panel.cards
    assert card.edge() == "bad"
    assert panel.status is None
    assert set(panel.folds) == {HANDLED} and panel.folds[HANDLED].text() == "已处理 1 个"
    pressed(qtbot, panel.folds[HANDLED])
    (line,) = panel.lines
    pressed(qtbot, line.button)
    card = panel.card(done.key)
    assert card.edge() == "border"
    assert "11月18日 10:20 处理了" in texts(card)
    assert card.note.text() == "退了一半"
    with qtbot.waitSignal(panel.freed) as freed:
        pressed(qtbot, card.free)
    assert freed.args == [done]


def test_a_note_on_what_came_of_it_is_kept(spoken, qtbot):
    from dataclasses import replace

    done = replace(SAMPLE, mark=AlarmMark(SAMPLE.key, HANDLED, NOW))
    panel = AlarmPanel()
    shown(qtbot, panel, done)
    panel.select(done.key)
    field = panel.card(done.key).note
    qtbot.keyClicks(field, "agency paid")
    with qtbot.waitSignal(panel.marked) as marked:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert marked.args == [done, HANDLED, "agency paid"]


def test_an_ignored_one_is_a_folded_line(spoken, qtbot):
    from dataclasses import replace

    gone = replace(SAMPLE, mark=AlarmMark(SAMPLE.key, IGNORED, NOW))
    panel = AlarmPanel()
    shown(qtbot, panel, gone)
    assert panel.cards == [] and panel.lines == []
    pressed(qtbot, panel.folds[IGNORED])
    assert "已忽略" in panel.lines[0].text.text()
    assert panel.status.pill.kind() == "good"


def test_many_open_ones_stack_newest_first_and_the_rest_is_folded(spoken, qtbot):
    from dataclasses import replace

    def ago(days: int) -> Alarm:
        far = timedelta(days=days)
        return replace(SAMPLE, start=EVENING[0] - far, end=EVENING[1] - far)

    alarms = [ago(days) for days in (0, 7, 14, 21, 28)]
    panel = AlarmPanel()
    shown(qtbot, panel, *alarms)
    assert [card.alarm for card in panel.cards] == alarms[:3]
    assert [line.alarm for line in panel.lines] == alarms[3:]


@pytest.mark.parametrize(
    ("facts", "kind", "words_in_it"),
    [
        ({"days_missing": 5}, "neutral", "还差 5 天的小时数据"),
        ({}, "good", "没看出异常"),
    ],
)
def test_nothing_to_warn_of(spoken, qtbot, facts, kind, words_in_it):
    panel = AlarmPanel()
    shown(qtbot, panel, **facts)
    assert panel.status.pill.kind() == kind
    assert words_in_it in texts(panel)
    assert "10月1日到11月18日的观看、点赞" in texts(panel)


def test_without_hourly_figures_it_says_so(spoken, qtbot):
    panel = AlarmPanel()
    qtbot.addWidget(panel)
    panel.show_alarms(Alarms(), NOW)
    panel.show()
    assert "按小时的报表" in texts(panel)


def test_the_strip_says_it_in_one_sentence_with_two_buttons(spoken, qtbot):
    strip = AlarmStrip()
    shown(qtbot, strip, SAMPLE)
    strip.resize(860, 120)
    assert "应有 96 次" in texts(strip)
    with qtbot.waitSignal(strip.marked) as marked:
        pressed(qtbot, strip.ignored)
    assert marked.args == [SAMPLE, IGNORED, ""]
    pressed(qtbot, strip.more)
    assert not strip.sentence.isVisible() and not strip.handled.isVisible()


# -- the page over a real book


@pytest.fixture
def page(ctx, qtbot, tmp_path):
    """Six weeks with one bad evening, in a wide window."""
    path = written(tmp_path / "a.csv", hours(42))
    imports.commit(ctx.book, imports.preview(ctx.book, path), now=NOW)
    made = TrafficPage(ctx)
    qtbot.addWidget(made)
    made.resize(1112, 800)
    made.show()
    yield made
    made.retire()


def test_the_evening_is_shaded_and_its_card_stands_beside(page):
    (card,) = page.desk.side.panel.cards
    plot = page.filled.curve.card.canvas.plot
    assert [shade.ref for shade in plot.shades] == [card.alarm.key]
    assert (plot.shades[0].label, plot.shades[0].note) == ("疑似异常", "11-15 20–24点")


@pytest.mark.slow
def test_card_and_shade_select_each_other(page, qtbot):
    (card,) = page.desk.side.panel.cards
    canvas = page.filled.curve.card.canvas
    with qtbot.waitSignal(page.desk.shade_wanted) as wanted:
        pressed(qtbot, card)
    assert wanted.args == [card.alarm.key]
    page.desk.side.panel.selected = ""
    pressed(qtbot, card.handled)
    assert page.desk.side.panel.cards == []
    qtbot.waitUntil(lambda: canvas.plot.right > canvas.plot.left)
    plot = canvas.plot
    middle = (plot.shades[0].start + plot.shades[0].end) / 2
    place = QPoint(round(plot.x(middle)), round(plot.bottom / 2))
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place)
    assert page.desk.side.panel.card(card.alarm.key) is not None


@pytest.mark.slow
@pytest.mark.parametrize("view", ["30d:day", "all:month", "1d:hour"])
def test_a_card_brings_the_curve_to_its_day_and_marks_the_shade(page, qtbot, view):
    """From a month of days, or from today, the evening of the 15th was not to be seen."""
    page.jump(view)
    (card,) = page.desk.side.panel.cards
    pressed(qtbot, card)
    assert (page.shown.view.grain, page.shown.start, page.shown.end) == (
        *("hour", to_seconds(datetime(2026, 11, 15)), to_seconds(datetime(2026, 11, 16))),
    )
    assert page.filled.curve.card.canvas._chosen == card.alarm.key
    assert page.filled.curve.card.canvas.plot.shades[0].ref == card.alarm.key


@pytest.mark.slow
def test_a_card_leaves_a_week_that_has_its_evening_and_zooms_out(page, qtbot):
    (card,) = page.desk.side.panel.cards
    before, canvas = page.shown.view, page.filled.curve.card.canvas
    canvas.set_view(datetime(2026, 11, 13), datetime(2026, 11, 14))
    pressed(qtbot, card)
    assert page.shown.view == before and not canvas.zoomed


@pytest.mark.slow
def test_a_shade_opens_its_card_in_sight_and_the_curve_stays(page, qtbot):
    page.jump("30d:day")
    (card,) = page.desk.side.panel.cards
    pressed(qtbot, card.handled)
    page.filled.curve.shade_clicked.emit(card.alarm.key)
    assert page.shown.view.grain == "day", "what was clicked is in sight already"
    panel, area = page.desk.side.panel, page.filled.area

    def seen() -> bool:
        opened = panel.card(panel.selected)
        top = opened.mapTo(area.viewport(), QPoint(0, 0)).y()
        return 0 <= top < area.viewport().height()

    qtbot.waitUntil(seen)


@pytest.mark.slow
def test_handled_then_undone(page, qtbot):
    (card,) = page.desk.side.panel.cards
    key = card.alarm.key
    pressed(qtbot, card.handled)
    assert page.desk.alarms.one(key).state == HANDLED
    assert page.desk.side.panel.cards == []
    page.ctx.undo.back()
    assert page.desk.alarms.one(key).open
    assert len(page.desk.side.panel.cards) == 1


@pytest.mark.slow
def test_ignored_is_no_shade_any_more(page, qtbot):
    (card,) = page.desk.side.panel.cards
    pressed(qtbot, card.ignored)
    assert page.filled.curve.card.canvas.plot.shades == ()


@pytest.mark.slow
def test_a_jump_opens_the_card_also_of_a_handled_one(page, qtbot):
    (card,) = page.desk.side.panel.cards
    key = card.alarm.key
    pressed(qtbot, card.handled)
    page.jump(f"alarm:{key}")
    assert page.desk.side.panel.card(key) is not None


@pytest.mark.slow
def test_the_links_of_the_card_open_what_they_say(page, qtbot):
    (card,) = page.desk.side.panel.cards
    pressed(qtbot, card.rules)
    assert "垃圾量" in texts(page.desk.sheet)
    page.desk.sheet.accept()
    pressed(qtbot, card.ask)
    sheet = page.desk.sheet
    assert NAME in sheet.text.toPlainText() and "往常" in sheet.text.toPlainText()
    pressed(qtbot, sheet.copy)
    assert QGuiApplication.clipboard().text() == sheet.text.toPlainText()
    assert sheet.copy.text() == "已复制"
    sheet.accept()
    pressed(qtbot, page.desk.side.next.stop)
    assert NAME in texts(page.desk.sheet)
    page.desk.sheet.accept()


@pytest.mark.slow
def test_only_what_the_campaign_brought_is_shown_when_asked(page, qtbot):
    assert NAME in page.desk.side.next.delivered.text()
    pressed(qtbot, page.desk.side.next.campaign)
    assert page.shown.view.parts == (("campaign", "900"),)


@pytest.mark.slow
def test_the_table_says_which_hours(page):
    page.sheets.show_table()
    rows = [page.sheets.last.model.rows[n] for n in range(page.sheets.last.model.rowCount())]
    column = page.sheets.last.model.columns[-1]
    said = [column.text_of(row, 0) for row in rows]
    assert said.count("疑似异常") == 4
    page.sheets.last.accept()


@pytest.mark.slow
def test_narrow_the_sentence_stands_above_the_curve(page, qtbot):
    page.resize(880, 640)
    side = page.desk.side
    assert side.strip.isVisible() and not side.panel.isVisible()
    top = QPoint(0, 0)
    qtbot.waitUntil(
        lambda: side.strip.mapTo(page, top).y() < page.filled.curve.mapTo(page, top).y()
    )
    pressed(qtbot, side.strip.more)
    assert side.panel.isVisible()


@pytest.mark.slow
def test_today_is_told_at_once(page):
    from ksdesk.actions.today import agenda

    codes = [t.code for t in agenda(page.ctx.reader, page.ctx.rules(), NOW).tasks]
    assert "alarm" in codes
    assert JUNK.date() == page.desk.side.panel.cards[0].alarm.start.date()


def test_the_window_looks_by_itself_while_another_page_is_open(ctx, qtbot, tmp_path):
    from ksdesk.domain.changes import Changes
    from ksdesk.ui.shell.window import MainWindow

    ctx.settings.set(welcomed=True)
    window = MainWindow(ctx)
    qtbot.addWidget(window)
    window.show()
    window.navigate("today")
    path = written(tmp_path / "a.csv", hours(42))
    imports.commit(ctx.book, imports.preview(ctx.book, path), now=NOW)
    ctx.hub.tell(Changes.of("traffic", "today"))
    qtbot.waitUntil(lambda: window.nav.items["traffic"].badge == 1)
    assert "traffic" not in window.pages
    assert not window.nav.items["traffic"].urgent
    assert [t.code for t in window.pages["today"].agenda.tasks].count("alarm") == 1
    for page in window.pages.values():
        page.retire()
