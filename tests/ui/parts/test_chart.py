"""The chart under a hand: hover, wheel, drag, keys, saving. Real events, real pixels."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from scripted_ask import ScriptedAsk

from ksdesk.charts.ticks import moment, seconds_of
from ksdesk.ui.parts.chart.canvas import ChartCanvas
from ksdesk.ui.parts.chart.card import ChartCard
from ksdesk.ui.parts.chart.readout import box_of
from ksdesk.ui.shell.jobs import InlineJobs
from ksdesk.ui.shell.theme import Theme, theme_of
from tests.charts.drawn import hourly, ledger

PEAK = datetime(2026, 11, 15, 21)


@pytest.fixture
def canvas(qtbot) -> Iterator[ChartCanvas]:
    made = ChartCanvas("每小时观看")
    qtbot.addWidget(made)
    made.resize(728, 290)
    made.set_chart(hourly())
    made.show()
    QApplication.processEvents()
    yield made


def place(canvas: ChartCanvas, when: datetime) -> QPoint:
    """Where an hour stands, at half height."""
    assert canvas.plot is not None
    return QPoint(round(canvas.plot.x(seconds_of(when) + 1800)), 120)


def hover(canvas: ChartCanvas, where: QPoint) -> None:
    QTest.mouseMove(canvas, where)
    QApplication.processEvents()


def wheel(canvas: ChartCanvas, where: QPoint, turn: int, aside: int = 0) -> bool:
    event = QWheelEvent(
        QPointF(where),
        QPointF(canvas.mapToGlobal(where)),
        QPoint(),
        QPoint(aside, turn),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)
    QApplication.processEvents()
    return event.isAccepted()


def drag(canvas: ChartCanvas, start: QPoint, by: int) -> None:
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    for part in (3, 2, 1):
        QTest.mouseMove(canvas, start + QPoint(by // part, 0))
        QApplication.processEvents()
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=start + QPoint(by, 0))
    QApplication.processEvents()


def has_colour(image: QImage, colour: str) -> bool:
    wanted = int(colour[1:], 16) | 0xFF000000
    return any(
        image.pixel(x, y) == wanted for y in range(image.height()) for x in range(image.width())
    )


def test_hover_reads_the_nearest_hour(canvas: ChartCanvas) -> None:
    before = canvas.grab().toImage()
    hover(canvas, place(canvas, PEAK) + QPoint(1, 0))
    here = canvas.reading()
    assert here is not None and here.title == "11-15 周日 21 点"
    assert here.rows[0].text == "2,162"
    assert canvas.grab().toImage() != before


def test_hover_draws_nothing_new(canvas: ChartCanvas) -> None:
    canvas.grab()
    drawing = canvas._image
    for x in range(100, 600, 50):
        hover(canvas, QPoint(x, 100))
        canvas.grab()
    assert canvas._image is drawing


def test_the_box_stays_inside_on_both_sides(canvas: ChartCanvas) -> None:
    plot = canvas.plot
    assert plot is not None
    sides = []
    for x in (plot.left + 2, plot.left + 200, plot.right - 2):
        hover(canvas, QPoint(round(x), 100))
        here = canvas.reading()
        assert here is not None
        box = box_of(plot, here, theme_of(canvas))
        assert box.left() >= 0 and box.right() <= canvas.width()
        assert box.top() >= 0 and box.bottom() <= canvas.height()
        sides.append(box.center().x() > here.x)
    assert sides[0] and not sides[-1]


def test_leaving_takes_the_read_out_away(canvas: ChartCanvas) -> None:
    hover(canvas, place(canvas, PEAK))
    hover(canvas, QPoint(5, 100))
    assert canvas.reading() is None
    hover(canvas, QPoint(300, canvas.height() - 2))
    assert canvas.reading() is None


def test_the_wheel_zooms_about_the_cursor(canvas: ChartCanvas, qtbot) -> None:
    where = place(canvas, PEAK)
    before = canvas.plot.time_at(where.x())
    start, end = canvas.view()
    with qtbot.waitSignal(canvas.range_changed) as told:
        assert wheel(canvas, where, 240)
    assert abs(canvas.plot.time_at(where.x()) - before) < 120
    first, last = canvas.view()
    assert (last - first) < (end - start) * 0.7
    assert told.args == [first, last]
    assert canvas.zoomed


def test_zoom_ends_at_the_data_and_at_a_few_hours(canvas: ChartCanvas) -> None:
    where = place(canvas, PEAK)
    assert not wheel(canvas, where, -120), "all is in sight: the page may scroll"
    for _ in range(60):
        wheel(canvas, where, 120)
    start, end = canvas.view()
    assert end - start == timedelta(hours=4)
    assert not wheel(canvas, where, 120)
    for _ in range(60):
        wheel(canvas, where, -120)
    assert canvas.view() == (datetime(2026, 11, 12), datetime(2026, 11, 19))
    assert not canvas.zoomed


def test_the_wheel_aside_and_a_drag_pan_up_to_the_end(canvas: ChartCanvas) -> None:
    drag(canvas, QPoint(300, 100), 80)
    assert not canvas.zoomed, "nothing to pan while all is in sight"
    canvas.set_view(datetime(2026, 11, 14), datetime(2026, 11, 16))
    drag(canvas, QPoint(300, 100), 60)
    start, end = canvas.view()
    assert start < datetime(2026, 11, 14)
    assert end - start == timedelta(days=2)
    drag(canvas, QPoint(100, 100), 5000)
    assert canvas.view()[0] == datetime(2026, 11, 12)
    assert wheel(canvas, QPoint(300, 100), 0, -240)
    assert canvas.view()[0] > datetime(2026, 11, 12)


def test_double_click_and_zero_show_all(canvas: ChartCanvas) -> None:
    for reset in (
        lambda: QTest.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(300, 100)),
        lambda: QTest.keyClick(canvas, Qt.Key.Key_0),
    ):
        canvas.set_view(datetime(2026, 11, 14), datetime(2026, 11, 15))
        assert canvas.zoomed
        reset()
        assert not canvas.zoomed


def test_keys_walk_hour_by_hour(canvas: ChartCanvas) -> None:
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_End)
    assert canvas.reading().title == "11-18 周三 9 点"
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    assert canvas.reading().title == "11-18 周三 8 点"
    assert "11-18 周三 8 点" in canvas.accessibleDescription()
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.reading().title == "11-18 周三 9 点"
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.reading() is None
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.reading().title == "11-12 周四 0 点"


def test_arrows_pan_and_home_shows_the_whole_again(canvas: ChartCanvas) -> None:
    canvas.set_view(datetime(2026, 11, 14), datetime(2026, 11, 15))
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.view() == (datetime(2026, 11, 14, 3), datetime(2026, 11, 15, 3))
    assert canvas.reading() is None
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    assert canvas.view()[0] == datetime(2026, 11, 13, 21)
    QTest.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.reading().title == "11-13 周五 21 点"
    QTest.keyClick(canvas, Qt.Key.Key_Home)
    assert not canvas.zoomed and canvas.reading() is None


def test_keys_zoom_about_the_read_out_and_bring_it_into_sight(canvas: ChartCanvas) -> None:
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    for _ in range(5):
        QTest.keyClick(canvas, Qt.Key.Key_Plus)
    start, end = canvas.view()
    assert start < datetime(2026, 11, 12, 0, 30) < end
    assert start < datetime(2026, 11, 12, 1)
    QTest.keyClick(canvas, Qt.Key.Key_End)
    assert canvas.view()[1] > datetime(2026, 11, 18)
    QTest.keyClick(canvas, Qt.Key.Key_Minus)
    assert canvas.view()[1] - canvas.view()[0] > end - start


def test_a_click_on_the_shade_picks_it(canvas: ChartCanvas, qtbot) -> None:
    with qtbot.waitSignal(canvas.picked) as told:
        QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place(canvas, PEAK))
    assert told.args == [7]
    with qtbot.assertNotEmitted(canvas.picked):
        QTest.mouseClick(
            canvas, Qt.MouseButton.LeftButton, pos=place(canvas, datetime(2026, 11, 13))
        )
    before = canvas.grab().toImage()
    canvas.choose(7)
    assert canvas.grab().toImage() != before


def test_enter_picks_what_the_keyboard_reads(canvas: ChartCanvas, qtbot) -> None:
    canvas._read_in_sight(seconds_of(PEAK))
    with qtbot.waitSignal(canvas.picked) as told:
        QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert told.args == [7]


def test_a_dot_of_the_ledger_is_picked(qtbot) -> None:
    canvas = ChartCanvas("余额和要求线")
    qtbot.addWidget(canvas)
    canvas.resize(694, 150)
    canvas.set_chart(ledger())
    canvas.show()
    canvas.grab()
    plot = canvas.plot
    dot = plot.dots[-1]
    where = QPoint(round(plot.x(dot.time)), round(plot.panels[0].y(dot.value)))
    with qtbot.waitSignal(canvas.picked) as told:
        QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=where)
    assert told.args == [3]
    canvas.choose(3)
    assert has_colour(canvas.grab().toImage(), theme_of(canvas).palette["bad"])


def test_what_a_screen_reader_hears(canvas: ChartCanvas) -> None:
    assert canvas.accessibleName() == "每小时观看"
    assert "2,162" in canvas.accessibleDescription()
    canvas.set_chart(hourly(series=[], spend=None, previous=None))
    assert canvas.accessibleDescription()
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.reading() is None


def test_resizing_draws_once_at_the_new_size(canvas: ChartCanvas) -> None:
    canvas.grab()
    canvas.resize(500, 260)
    for _ in range(3):
        canvas._redraw()
    image = canvas.grab().toImage()
    assert canvas._image.size() == canvas.size() == QSize(500, 260)
    assert has_colour(image, theme_of(canvas).palette["series_2"])


def test_a_new_chart_keeps_the_range_if_it_has_it(canvas: ChartCanvas) -> None:
    canvas.set_view(datetime(2026, 11, 14), datetime(2026, 11, 15))
    kept = canvas.view()
    canvas.set_chart(hourly(), keep_view=True)
    assert canvas.view() == kept
    canvas.set_chart(hourly())
    assert not canvas.zoomed


def test_an_empty_canvas_does_nothing(qtbot, tmp_path: Path) -> None:
    canvas = ChartCanvas()
    qtbot.addWidget(canvas)
    canvas.show()
    canvas.grab()
    hover(canvas, QPoint(50, 50))
    assert not wheel(canvas, QPoint(50, 50), 120)
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    canvas.reset_view()
    canvas.copy()
    assert canvas.view() is None and canvas.reading() is None
    with pytest.raises(RuntimeError):
        canvas.save(tmp_path / "x.png")


def test_saved_and_copied_pictures(canvas: ChartCanvas, tmp_path: Path) -> None:
    canvas.save(tmp_path / "图.png")
    saved = QImage(str(tmp_path / "图.png"))
    assert (saved.width(), saved.height()) == (1456, 660 + 2 * 34), "a line below says the range"
    canvas.save(tmp_path / "图.svg")
    text = (tmp_path / "图.svg").read_text("utf-8")
    assert "<!-- 12 周四 -->" in text and "<!-- 每小时观看 -->" in text
    canvas.copy()
    assert QGuiApplication.clipboard().image().size() == saved.size()


def test_dark_on_screen_and_light_on_paper(qtbot, tmp_path: Path) -> None:
    app = QApplication.instance()
    Theme("dark").apply(app)
    try:
        canvas = ChartCanvas("图")
        qtbot.addWidget(canvas)
        canvas.resize(500, 260)
        canvas.set_chart(hourly())
        canvas.show()
        assert canvas.grab().toImage().pixelColor(2, 2).name() == "#1d2025"
        canvas.save(tmp_path / "chart.png")
        assert QImage(str(tmp_path / "chart.png")).pixelColor(2, 2).name() == "#ffffff"
    finally:
        Theme().apply(app)


@pytest.fixture
def card(qtbot) -> ChartCard:
    said: list[str] = []
    ctx = SimpleNamespace(
        ask=ScriptedAsk(),
        jobs=InlineJobs(),
        notice=lambda text, **_way: said.append(text),
        said=said,
    )
    made = ChartCard(ctx, "每小时观看")
    qtbot.addWidget(made)
    made.set_chart(hourly())
    made.resize(760, 344)
    made.show()
    QApplication.processEvents()
    return made


def test_card_names_its_series_in_the_title_row(card: ChartCard) -> None:
    assert card.legend.accessibleName() == "观看, 上一段, 花费"
    assert card.title_row().indexOf(card.legend) >= 0


def test_a_legend_without_room_beside_the_title_goes_below_it(card: ChartCard, qtbot) -> None:
    """It ended in "…" where tools and title left too little room."""
    before = card.least_height()
    with qtbot.waitSignal(card.fitted):
        card.resize(380, 300)
    QApplication.processEvents()
    assert card.body.indexOf(card.legend) == 0 and card.least_height() > before
    assert card.legend.height() < 30 and card.legend.width() >= card.legend.sizeHint().width()
    card.legend.fit(card.legend.sizeHint().width() - 1)
    assert card.legend.height() > 30  # in two lines
    card.resize(760, 344)
    QApplication.processEvents()
    assert card.title_row().indexOf(card.legend) >= 0 and card.least_height() == before


def test_what_is_said_above_a_chart_takes_its_lines_and_no_more(card: ChartCard) -> None:
    """A card that was narrow once kept a gap of many lines."""
    card.set_foot("横：每天花多少元。竖：回来多少元（已扣货款、运费、退款）。浅色是拿不准的范围。")
    card.resize(200, 500)
    QApplication.processEvents()
    narrow = card.formula.height()
    card.resize(760, 500)
    QApplication.processEvents()
    assert card.formula.height() < narrow / 2 and card.formula.height() < 30


def test_card_zooms_and_goes_back(card: ChartCard) -> None:
    assert not card.whole_button.isVisible()
    QTest.mouseClick(card.tools["zoom"], Qt.MouseButton.LeftButton)
    assert card.canvas.zoomed and card.whole_button.isVisible()
    QTest.mouseClick(card.whole_button, Qt.MouseButton.LeftButton)
    assert not card.canvas.zoomed and not card.whole_button.isVisible()


def test_card_saves_where_it_is_told(card: ChartCard, tmp_path: Path) -> None:
    ctx = card._ctx
    ctx.ask.answers = [tmp_path / "曲线"]
    QTest.mouseClick(card.tools["export"], Qt.MouseButton.LeftButton)
    assert (tmp_path / "曲线.png").stat().st_size > 1000
    assert "曲线.png" in ctx.said[-1]


def test_card_says_why_it_could_not_save(card: ChartCard, tmp_path: Path) -> None:
    ctx = card._ctx
    ctx.ask.answers = [tmp_path / "nowhere" / "a.png"]
    QTest.mouseClick(card.tools["export"], Qt.MouseButton.LeftButton)
    assert "a.png" in ctx.said[-1]
    assert list(tmp_path.glob("**/*.png")) == []


@pytest.mark.parametrize("name", ["a.png", "a.svg", "a.pdf"])
def test_a_file_that_another_program_shows_is_named_and_as_it_was(
    card: ChartCard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """It was emptied first, and the reason was English."""

    def held(self: Path, target: Path) -> Path:
        error = PermissionError(13, "used by another process", str(target))
        error.winerror = 32  # as Windows says it
        raise error

    monkeypatch.setattr(Path, "replace", held)
    (tmp_path / name).write_text("before")
    card._ctx.ask.answers = [tmp_path / name]
    QTest.mouseClick(card.tools["export"], Qt.MouseButton.LeftButton)
    assert card._ctx.said[-1].startswith(f"「{name}」正被其他程序")
    assert [file.name for file in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_text() == "before"


def test_card_copies_and_offers_its_table(card: ChartCard, qtbot) -> None:
    QTest.mouseClick(card.tools["copy"], Qt.MouseButton.LeftButton)
    assert card._ctx.said
    assert not card.table_button.isVisible()
    asked: list[bool] = []
    card.offer_table(lambda: asked.append(True))
    QTest.mouseClick(card.table_button, Qt.MouseButton.LeftButton)
    assert asked


def test_moments_come_back_as_given(canvas: ChartCanvas) -> None:
    canvas.set_view(datetime(2026, 11, 13, 6), datetime(2026, 11, 14, 6))
    assert canvas.view() == (moment(seconds_of(datetime(2026, 11, 13, 6))),
                             datetime(2026, 11, 14, 6))  # fmt: skip
