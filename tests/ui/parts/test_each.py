"""Buttons, chips, cards, gauge, states and the rest: what they say, how they are reached."""

from __future__ import annotations

import subprocess
import sys
import warnings
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QEnterEvent,
    QGuiApplication,
    QImage,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

import ksdesk.ui
from ksdesk.ui.parts import focus, icons, texts
from ksdesk.ui.parts.banner import Banner, SampleStripe
from ksdesk.ui.parts.buttons import IconButton, MainButton, SecondButton, TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.chips import ChipBar, FilterChip
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.fields import LineField
from ksdesk.ui.parts.find_row import FindRow
from ksdesk.ui.parts.flow import FlowLayout
from ksdesk.ui.parts.gauge import Gauge
from ksdesk.ui.parts.labels import Label
from ksdesk.ui.parts.line_edit import LineEdit
from ksdesk.ui.parts.notice import Notice
from ksdesk.ui.parts.number_card import Change, NumberCard
from ksdesk.ui.parts.page_header import PageHeader
from ksdesk.ui.parts.pill import Pill
from ksdesk.ui.parts.scroll import PageScroll
from ksdesk.ui.parts.segments import SegmentBar
from ksdesk.ui.parts.states import EmptyState, LoadingBlocks, TroubleCard
from ksdesk.ui.parts.steps import Step, StepList, Steps
from ksdesk.ui.parts.tab_order import bring_in_sight
from ksdesk.ui.parts.task_row import TaskRow, TipRow
from ksdesk.ui.shell.theme import Theme, wearing

LEFT = Qt.MouseButton.LeftButton


def show(qtbot, widget: QWidget) -> None:  # type: ignore[no-untyped-def]
    """Show a widget as the active window, so that it can have the focus."""
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)


@pytest.fixture(autouse=True)
def english(spoken):  # type: ignore[no-untyped-def]
    return spoken("en")


def test_parts_do_not_pull_in_charts() -> None:
    """Start-up stays light: no part may import matplotlib or numpy with it."""
    code = (
        "import sys; from ksdesk.ui.parts import table, states, fields, date_field, choice, gauge,"
        "task_row, steps, notice, dialog, scroll, segments, chips, banner, page_header;"
        "print([m for m in ('matplotlib', 'numpy', 'PIL') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_button_heights_and_reasons(qtbot) -> None:
    main, second = MainButton("Import", "import"), SecondButton("Export")
    for button in (main, second):
        qtbot.addWidget(button)
    assert (main.sizeHint().height(), second.sizeHint().height()) == (40, 32)
    main.disable("Nothing to import")
    assert not main.isEnabled() and main.toolTip() == "Nothing to import"
    main.enable()
    assert main.isEnabled() and main.toolTip() == ""
    main.set_text("Import more")
    assert main.accessibleName() == "Import more"
    icon = IconButton("copy", "Copy")
    qtbot.addWidget(icon)
    assert icon.accessibleName() == icon.toolTip() == "Copy"
    icon.setCheckable(True)
    icon.setChecked(True)
    icon.grab()


def test_a_button_grows_with_its_word(qtbot) -> None:
    short, long = SecondButton("Go"), SecondButton("Go and look at all of them")
    for button in (short, long):
        qtbot.addWidget(button)
    assert long.minimumSizeHint().width() > short.minimumSizeHint().width() + 100


def test_ring_is_there_for_the_keyboard_only(qtbot) -> None:
    focus.hide_ring()  # one of a window that is gone may still be known
    page = QWidget()
    column = QVBoxLayout(page)
    one, two = SecondButton("One"), SecondButton("Two")
    column.addWidget(one)
    column.addWidget(two)
    show(qtbot, page)
    one.setFocus(Qt.FocusReason.MouseFocusReason)
    assert focus._ring is None
    two.setFocus(Qt.FocusReason.TabFocusReason)
    ring = focus._ring
    assert ring is not None and ring.parentWidget() is page
    assert ring.geometry() == two.geometry().adjusted(-4, -4, 4, 4)
    two.move(two.x(), two.y() + 30)
    assert ring.geometry() == two.geometry().adjusted(-4, -4, 4, 4)
    page.grab()
    two.hide()
    assert not ring.isVisible()
    one.clearFocus()
    assert focus._ring is None


def test_ring_scrolls_with_what_it_surrounds(qtbot) -> None:
    scroll = PageScroll()
    button = SecondButton("Inside")
    scroll.add(button)
    show(qtbot, scroll)
    button.clearFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert focus._ring is not None and focus._ring.parentWidget() is scroll.inside
    button.clearFocus()
    assert focus._ring is None
    scroll.show_widget(button)


def test_segments_move_by_arrow_and_tell_the_value(qtbot) -> None:
    bar = SegmentBar([(1, "Today"), (7, "7 days"), (30, "30 days")], 7, name="How long")
    show(qtbot, bar)
    told: list[object] = []
    bar.chosen.connect(told.append)
    bar.set_value(1)
    assert told == [] and bar.value() == 1
    bar.button(1).setFocus()
    qtbot.keyClick(bar.button(1), Qt.Key.Key_Right)
    assert bar.value() == 7 and told == [7]
    qtbot.mouseClick(bar.button(30), LEFT)
    assert told == [7, 30]
    with pytest.raises(ValueError, match="99"):
        bar.set_value(99)


def test_segments_without_room_stand_in_two_lines(qtbot) -> None:
    """They were squeezed to "By p…": which of the five is which could not be read."""
    words = [(n, word) for n, word in enumerate(["By product", "By day", "By live", "By plan"])]
    holder, bar = QWidget(), SegmentBar(words, 0, name="How")
    row = QHBoxLayout(holder)
    row.addWidget(SecondButton("Before it"))
    row.addWidget(bar)
    need = row.sizeHint().width()
    for width, lines in ((need, 1), (need - 40, 2), (need + 60, 1)):
        holder.setFixedWidth(width)
        show(qtbot, holder)
        segments = [bar.button(n) for n, _word in words]
        assert len({each.y() for each in segments}) == lines
        assert [each.width() >= each.sizeHint().width() for each in segments] == [True] * 4
        assert bar.rect().contains(segments[-1].geometry())


def test_what_a_line_asks_for_can_be_read_where_it_is_cut(qtbot) -> None:
    line = LineEdit()
    qtbot.addWidget(line)
    line.setPlaceholderText("Title, code, pinyin such as hfs")
    for width, tip in ((400, ""), (90, "Title, code, pinyin such as hfs"), (400, "")):
        line.setFixedWidth(width)
        line.grab()
        assert line.toolTip() == tip
    line.setFixedWidth(90)
    line.setText("x")
    line.grab()
    assert line.toolTip() == ""
    line.setText("")
    line.setToolTip("Why it is grey")
    line.grab()
    assert line.toolTip() == "Why it is grey"


def test_chips_keep_their_places_under_the_pointer(qtbot):
    """A click that adds ✓, or a count that comes in, moved the next chip under the pointer."""
    bar = ChipBar([("a", "Views", 8), ("b", "Spend", 9)], (), many=True)
    show(qtbot, bar)
    places = [bar.chip(value).geometry() for value in "ab"]
    QGuiApplication.sendEvent(bar, QEnterEvent(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5)))
    qtbot.mouseClick(bar.chip("a"), LEFT)
    bar.set_count("a", 12_345)
    bar.layout().activate()
    assert [bar.chip(value).geometry() for value in "ab"] == places
    QGuiApplication.sendEvent(bar, QEvent(QEvent.Type.Leave))
    bar.layout().activate()
    assert bar.chip("a").width() > places[0].width()


def test_chips_one_or_many(qtbot) -> None:
    one = ChipBar([("all", "All", 42), ("out", "Out", 0)], "all", name="State")
    many = ChipBar([("a", "Views"), ("b", "Spend")], ["a"], many=True)
    for bar in (one, many):
        qtbot.addWidget(bar)
        bar.show()
    told: list[object] = []
    one.chosen.connect(told.append)
    many.chosen.connect(told.append)
    qtbot.mouseClick(one.chip("out"), LEFT)
    qtbot.mouseClick(many.chip("b"), LEFT)
    assert told == ["out", ("a", "b")]
    one.set_count("all", 12400)
    assert one.chip("all").accessibleName() == "All 12,400"
    many.set_value(["b"])
    assert many.value() == ("b",)
    account = FilterChip("Own goods")
    qtbot.addWidget(account)
    account.set_figure("2,764.00", ("bad", "below line"))
    assert account.accessibleName() == "Own goods 2,764.00 below line"
    menu = FilterChip("Category", trailing="chevron_down")
    qtbot.addWidget(menu)
    assert not menu.isCheckable()
    menu.grab()


@pytest.mark.parametrize(
    ("balance", "required", "frozen", "state", "words"),
    [
        (324000, 300000, False, "enough", "Enough, 240.00 over"),
        (300000, 300000, False, "exact", "Just enough"),
        (276400, 300000, False, "short", "Short 236.00"),
        (276400, 300000, True, "frozen", "Frozen"),
        (276400, None, False, "unknown", "The required line is not filled in yet"),
        (0, 300000, False, "short", "Short 3,000.00"),
        (-100, 300000, False, "short", "Short 3,001.00"),
    ],
)
def test_gauge_says_its_state(qtbot, balance, required, frozen, state, words) -> None:  # type: ignore[no-untyped-def]
    gauge = Gauge()
    qtbot.addWidget(gauge)
    gauge.set(balance, required, frozen=frozen)
    assert (gauge.state(), gauge.words()) == (state, words)
    assert words in gauge.accessibleName()
    for width in (160, 320, 900):
        gauge.resize(width, gauge.sizeHint().height())
        gauge.grab()


def test_number_card_says_number_change_and_what_is_missing(qtbot) -> None:
    card = NumberCard("Sales")
    qtbot.addWidget(card)
    card.grab()
    card.set("¥2,846.50", Change("up", "12.4%"), "against Tuesday")
    assert card.accessibleName() == "Sales ¥2,846.50 12.4% up against Tuesday"
    card.set("¥1", Change("flat"))
    assert card.accessibleName() == "Sales ¥1 No change"
    card.set("", missing="Costs are missing")
    assert card.value() == "–" and "Costs are missing" in card.accessibleName()
    card.set_opens(True)
    card.show()
    with qtbot.waitSignal(card.clicked):
        qtbot.mouseClick(card, LEFT)
    card.set_loading()
    card.grab()


def test_a_note_that_leads_is_drawn_before_the_change(qtbot) -> None:
    """A comparison's name gives way to the change; what a figure leaves out does not."""
    card, bare = NumberCard("Net"), NumberCard("Net")
    for one in (card, bare):
        qtbot.addWidget(one)
        one.resize(180, one.sizeHint().height())
    change, note = Change("up", "12.4%"), "without 37 orders of 4,217.00"

    def drawn(one: NumberCard, *facts: object, **more: object) -> QImage:
        one.set("5", *facts, **more)
        return one.grab().toImage()

    assert drawn(card, change, note, leads=True) == drawn(bare, None, note)
    assert drawn(card, change, note) == drawn(bare, change)
    for one in (card, bare):
        one.resize(400, one.height())
    assert drawn(card, change, note, leads=True) == drawn(bare, change, note)


def test_card_has_title_actions_and_foot(qtbot) -> None:
    card = Card("Ledger", "append-only", count="9", flush=True)
    qtbot.addWidget(card)
    link = TextButton("Export", inline=True, small=True)
    card.add_action(link)
    card.add(QWidget(), 1)
    card.add_footer((SecondButton("Back"),), (MainButton("Next"),))
    card.set_title("Ledger", "", "10")
    assert card.accessibleName() == "Ledger"
    card.set_edge("bad")
    assert card.edge() == "bad"
    card.resize(400, 300)
    card.grab()


def test_banner_offers_its_way_out(qtbot) -> None:
    banner = Banner("The disk is full.", "bad", action="What to do ›")
    stripe = SampleStripe("Sample shop", "All figures are invented.", "Leave ›")
    for part in (banner, stripe):
        qtbot.addWidget(part)
        part.show()
        part.grab()
    with qtbot.waitSignal(banner.acted):
        qtbot.mouseClick(banner.button, LEFT)
    with qtbot.waitSignal(stripe.left):
        qtbot.mouseClick(stripe.button, LEFT)
    assert (banner.height(), stripe.height()) == (40, 32)


def test_pill(qtbot) -> None:
    pill = Pill("Enough", "good")
    qtbot.addWidget(pill)
    assert pill.sizeHint().height() == 24 and pill.accessibleName() == "Enough"
    pill.set("Late", "bad", icon="clock")
    assert (pill.text(), pill.kind()) == ("Late", "bad")


def test_later_appears_on_hover_and_focus_only(qtbot) -> None:
    row = TaskRow("Ship 1 order", "Late", verb="Ship", later="Later", done_name="Done")
    row.resize(600, row.height())
    show(qtbot, row)
    assert row.height() == 56 and row.later_button is not None
    assert row.later_button.sizeHint().width() == 0
    row.later_button.setFocus(Qt.FocusReason.TabFocusReason)
    assert row.later_button.sizeHint().width() > 30
    assert row.circle is not None and row.button is not None
    for signal, part in (
        (row.ticked, row.circle),
        (row.acted, row.button),
        (row.postponed, row.later_button),
    ):
        with qtbot.waitSignal(signal):
            qtbot.keyClick(part, Qt.Key.Key_Space)
    assert row.button.accessibleName() == "Ship Ship 1 order"
    row.grab()


def test_a_task_is_ticked_off_once_however_often_it_is_clicked(qtbot) -> None:
    row = TaskRow("Ship 1 order", done_name="Done")
    qtbot.addWidget(row)
    assert row.circle is not None
    told: list[bool] = []
    row.ticked.connect(lambda: told.append(True))
    row.circle.click()
    row.circle.click()
    assert told == [True] and row.circle.isChecked()


def test_tip_links(qtbot) -> None:
    tip = TipRow("Hot search tonight", "It locks", "Look again ›")
    qtbot.addWidget(tip)
    assert tip.button is not None
    with qtbot.waitSignal(tip.acted):
        tip.button.click()


def test_steps_are_read_out(qtbot) -> None:
    steps = [Step("Entry", "done", "done"), Step("Open", "now", "current"), Step("Name")]
    path = Steps(steps)
    qtbot.addWidget(path)
    path.show()
    path.grab()
    assert "2 Open now" in path.accessibleName()


def test_a_list_of_steps_is_read_out_and_replaced(qtbot) -> None:
    path = StepList()
    qtbot.addWidget(path)
    path.set([Step("Tell", "done", "done"), Step("Wait", "", "current")], Step("Refund"), "or")
    path.show()
    path.grab()
    assert path.accessibleName() == "Tell done, Wait, Refund"
    path.set([Step("Ship")])
    assert path.accessibleName() == "Ship"


def test_notice_goes_and_offers_undo(qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    notice = Notice()
    qtbot.addWidget(notice)
    assert not notice.isVisible() and notice._timer.interval() == 6000
    notice.say("Recorded", undo="Undo")
    assert notice.isVisible() and notice.text() == "Recorded"
    with qtbot.waitSignal(notice.undone):
        notice.button.click()
    assert not notice.isVisible()
    notice.say("Again")
    notice._timer.setInterval(1)
    notice._timer.start()
    qtbot.waitUntil(lambda: not notice.isVisible())


def test_sheet_opens_without_blocking_and_remembers_its_size(qtbot) -> None:
    sheet = SheetDialog("Undo the import?", "3 rows go", name="undo")
    qtbot.addWidget(sheet)
    main = MainButton("Undo 3 rows")
    main.clicked.connect(sheet.accept)
    sheet.add(Label("Body"))
    sheet.set_buttons(main, SecondButton("Back"))
    sheet.open()
    assert sheet.isVisible()
    sheet.resize(700, 400)
    with qtbot.waitSignal(sheet.accepted):
        qtbot.keyClick(sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    again = SheetDialog("Undo?", name="undo")
    qtbot.addWidget(again)
    assert again.size() == sheet.size()


def test_a_sheet_left_in_a_small_window_has_its_width_in_a_large_one(qtbot) -> None:
    """The table over all shops kept a narrow window's width, and its sums were cut."""
    sheet = SheetDialog("All shops", name="shops", width=720)
    qtbot.addWidget(sheet)
    sheet.open()
    sheet.reject()
    again = SheetDialog("All shops", name="shops", width=1040)
    qtbot.addWidget(again)
    assert again.width() == 1040


class Scrolling(SheetDialog):
    scrolls = True


@pytest.mark.parametrize("kind", [SheetDialog, Scrolling])
def test_a_sheet_is_no_larger_than_the_screen(qtbot, kind) -> None:
    """A plan or the costs at large text, or on a small screen: their buttons were below it."""
    sheet = kind("A new plan", name=f"tall {kind.__name__}")
    qtbot.addWidget(sheet)
    fields = [LineField(f"Figure {number}") for number in range(40)]
    for field in fields:
        sheet.add(field)
    main = MainButton("Keep it")
    sheet.set_buttons(main)
    sheet.open()
    sheet.activateWindow()
    qtbot.waitUntil(sheet.isActiveWindow)
    assert sheet.height() <= sheet.screen().availableSize().height()
    fields[-2].edit.setFocus()
    qtbot.keyClick(sheet.focusWidget(), Qt.Key.Key_Tab)
    for seen in (main, fields[-1].edit):
        assert seen.visibleRegion().boundingRect() == seen.rect()


def test_a_part_that_scrolls_gives_way_before_its_sheet_scrolls(qtbot) -> None:
    """The wheel stopped in the table of a sheet that scrolled around it."""
    sheet = SheetDialog("Readings", name="readings")
    qtbot.addWidget(sheet)
    part = PageScroll()
    part.add(Label("\n".join("rows" for _ in range(200))))
    room = sheet.screen().availableSize().height()
    sheet.grant(part, room - 100)
    card = Card()
    card.add(part, 1)
    sheet.add(card, 1)
    main = MainButton("Keep it")
    sheet.set_buttons(main)
    sheet.open()
    sheet.fit()
    assert [area for area in sheet.findChildren(PageScroll) if area.isAncestorOf(part)] == [part]
    assert main.visibleRegion().boundingRect() == main.rect()
    low = part.height()
    note = LineField("Note")
    sheet.add(note)
    qtbot.waitUntil(lambda: part.height() < low)
    assert main.visibleRegion().boundingRect() == main.rect()
    note.hide()
    qtbot.waitUntil(lambda: part.height() == low)


def test_an_empty_page_that_is_low_scrolls_to_its_button(qtbot) -> None:
    """In a low window its words lay over each other, its button was 6 px high."""
    go = MainButton("Import orders")
    state = EmptyState("orders", "No orders yet", "They come with a report. " * 6, main=go)
    qtbot.addWidget(state)
    state.resize(420, 160)
    state.show()
    bring_in_sight(go)
    assert go.visibleRegion().boundingRect() == go.rect() and go.height() >= 40


def test_a_sheet_that_grows_while_it_is_open_stays_on_the_screen(qtbot) -> None:
    sheet = SheetDialog("Grows", name="grows")
    qtbot.addWidget(sheet)
    main = MainButton("Keep it")
    sheet.set_buttons(main)
    sheet.open()
    for number in range(40):
        sheet.add(LineField(f"Figure {number}"))
    room = sheet.screen().availableSize().height()
    qtbot.waitUntil(lambda: room - 100 < sheet.height() <= room)
    assert main.visibleRegion().boundingRect() == main.rect()


def test_a_sheet_is_wider_where_its_words_are(qtbot) -> None:
    """At large text a day had no room in its field, a product's name four signs."""
    with wearing(Theme(scale=1.5)):
        sheet = SheetDialog("Costs", name="costs at large text", width=400)
        qtbot.addWidget(sheet)
        assert sheet.width() == 600


@pytest.mark.parametrize("fields", range(5, 12))
def test_nothing_in_a_sheet_runs_over_its_neighbour(fields, qtbot) -> None:
    """Where the sentence broke into lines, what stood below a table was drawn over its rows."""
    sheet = SheetDialog("Costs", "What one of them costs. " * 12, name=f"lines {fields}", width=560)
    qtbot.addWidget(sheet)
    table, last = QWidget(), Label("Two are missing")
    parts = [LineField(f"Figure {number}") for number in range(fields)]
    for part in (*parts, table):
        sheet.add(part)
    sheet.grant(table, 160)
    sheet.add(last)
    sheet.set_buttons(MainButton("Save"))
    sheet.open()
    whole = [sheet.title_label, sheet.sentence_label, *parts, table, last]

    def apart() -> None:
        assert sheet.sentence_label.height() >= sheet.sentence_label.heightForWidth(
            sheet.sentence_label.width()
        )
        for above, below in pairwise(whole):
            assert above.geometry().bottom() < below.geometry().top()
        assert sheet.height() <= sheet.screen().availableSize().height()

    qtbot.waitUntil(apart)


def test_a_sheet_that_comes_to_scroll_keeps_the_focus(qtbot) -> None:
    """It was lost in the middle of typing, when a verdict made the sheet too high for the screen;
    the ring ran over the buttons."""
    sheet = SheetDialog("A small screen")
    qtbot.addWidget(sheet)
    field = LineField("First")
    sheet.add(field)
    main = MainButton("Save")
    sheet.set_buttons(main)
    sheet.open()
    sheet.activateWindow()
    qtbot.waitUntil(sheet.isActiveWindow)
    main.setFocus()
    field.control.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClicks(field.control, "ab")
    for number in range(15):
        sheet.add(LineField(f"Figure {number}"))
    qtbot.waitUntil(lambda: sheet.findChild(PageScroll) is not None)
    assert field.control.hasFocus()
    qtbot.keyClicks(QApplication.focusWidget(), "c")
    assert field.text() == "abc"
    (ring,) = (r for r in sheet.findChildren(focus.FocusRing) if r.isVisible())
    assert sheet.findChild(PageScroll).isAncestorOf(ring)


def test_a_header_puts_its_buttons_below_where_they_would_cut_the_title(qtbot) -> None:
    """At 200 % “Monthly” was “Mont…” beside three buttons, and the page scrolled sideways."""
    buttons = SecondButton("Type the figures"), MainButton("Import the figures")
    header = PageHeader("Monthly report", "What a month earned", buttons)
    qtbot.addWidget(header)
    header.show()
    for width, below in ((640, False), (380, True), (640, False)):
        header.resize(width, header.height())
        qtbot.wait(1)
        title = header.title_label
        assert title.width() >= title.sizeHint().width()
        for button in buttons:
            assert (button.y() > header.sentence_label.geometry().bottom()) is below
            assert (
                button.geometry().right() < width and button.geometry().bottom() < header.height()
            )
    assert header.height() == 56


def test_a_status_does_not_cut_the_caption_of_a_number(qtbot) -> None:
    """“Own deposit” was “O…” beside “236.00 short”, while the note below could give way."""
    cards = [NumberCard("Own deposit") for _ in range(2)]
    for card, pill in zip(cards, (None, ("bad", "236.00 short")), strict=True):
        qtbot.addWidget(card)
        card.set("¥2,764.00", note="of 3,000.00", pill=pill)
        card.resize(132, card.sizeHint().height())
    plain, marked = (card.grab().toImage().copy(0, 12, 132, 36) for card in cards)
    assert plain == marked
    assert cards[0].grab().toImage() != cards[1].grab().toImage()


def test_header_changes_its_sentence(qtbot) -> None:
    header = PageHeader("Today", "3 things", (MainButton("Import"),))
    qtbot.addWidget(header)
    header.set_sentence("Nothing to do")
    header.set_buttons(SecondButton("Link"), MainButton("Import"))
    assert header.sentence_label.text() == "Nothing to do"
    assert header.height() == 56


def dragged(widget: QWidget, *paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def entering(data: QMimeData) -> QDragEnterEvent:
    with warnings.catch_warnings():
        # The constructor with QPoint is the only one before Qt 6.12, which deprecates it.
        warnings.simplefilter("ignore", DeprecationWarning)
        return QDragEnterEvent(
            QPoint(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )


def test_empty_state_takes_dropped_files(qtbot, tmp_path: Path) -> None:
    drawn = []
    empty = EmptyState(
        "traffic",
        "No figures yet",
        "Drag a report here.",
        main=MainButton("Import"),
        second=SecondButton("Sample"),
        footer="Ctrl+V works too.",
        link=TextButton("Where ›", small=True, inline=True),
        preview=lambda painter, box, theme: drawn.append(box),
        suffixes=(".csv",),
    )
    qtbot.addWidget(empty)
    empty.resize(900, 600)
    empty.show()
    good = dragged(empty, tmp_path / "a.CSV", tmp_path / "b.txt")
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = entering(good)
    QGuiApplication.sendEvent(empty, enter)
    assert enter.isAccepted() and empty._hovered
    QGuiApplication.sendEvent(empty, QDragLeaveEvent())
    assert not empty._hovered
    QGuiApplication.sendEvent(empty, entering(good))
    with qtbot.waitSignal(empty.dropped) as told:
        drop = QDropEvent(
            QPointF(5, 5), Qt.DropAction.CopyAction, good, buttons, keys, QEvent.Type.Drop
        )
        QGuiApplication.sendEvent(empty, drop)
    assert told.args == [(tmp_path / "a.CSV",)]
    empty.grab()
    assert drawn


def test_loading_blocks_wait_before_they_show(qtbot) -> None:
    blocks = LoadingBlocks(3)
    qtbot.addWidget(blocks)
    blocks.resize(400, 120)
    assert not blocks._shown
    blocks._timer.setInterval(1)
    blocks._timer.start()
    qtbot.waitUntil(lambda: blocks._shown)
    assert blocks.accessibleName() == "Counting…"
    blocks.grab()


def test_trouble_copies_its_details(qtbot) -> None:
    card = TroubleCard(
        "The disk is full",
        "3 MB left",
        icon="disk",
        safe=[("All entries are there", "Last saved 10:18")],
        kept=[("What you typed is kept", "")],
        buttons=[MainButton("Try again")],
        details="disk_full /data/book",
    )
    qtbot.addWidget(card)
    card.copy_button.click()
    assert QGuiApplication.clipboard().text() == "disk_full /data/book"
    assert card.copy_button.text() == "Copied"


def test_flow_wraps(qtbot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, spacing=8)
    for word in ("one", "two", "three"):
        flow.addWidget(SecondButton(word))
    single = flow.heightForWidth(1000)
    assert flow.heightForWidth(80) == 3 * single + 16
    assert flow.hasHeightForWidth() and flow.count() == 3
    holder.resize(80, 200)
    holder.show()
    assert flow.itemAt(1).geometry().top() == 40
    assert flow.itemAt(9) is None and flow.takeAt(9) is None
    assert flow.minimumSize().width() >= flow.itemAt(2).minimumSize().width()


def test_every_icon_can_be_drawn(qapp) -> None:
    assert {"today", "opening", "deposit", "warn", "check"} <= icons.names()
    files = Path(ksdesk.ui.__file__).parent.rglob("*.py")
    sources = "".join(path.read_text("utf-8") for path in files)
    assert not [n for n in icons.names() if f'"{n}"' not in sources and f"/{n}.svg" not in sources]
    for name in icons.names():
        image = icons.pixmap(name, icons.current().color("text"), 20, 2.0).toImage()
        inked = any(image.pixelColor(x, y).alpha() for x in range(40) for y in range(40))
        assert inked, name
    assert not icons.icon("today").isNull()
    with pytest.raises(FileNotFoundError):
        icons.pixmap("nothing", icons.current().color("text"))


def test_label_elides_and_tells_the_whole(qtbot) -> None:
    label = Label("A very long sentence that will not fit", elide=True)
    qtbot.addWidget(label)
    label.resize(60, 22)
    label.grab()
    assert label.minimumSizeHint().width() < 60
    QGuiApplication.sendEvent(label, QEvent(QEvent.Type.ToolTip))
    assert label.toolTip() == label.text()


def test_texts_in_english() -> None:
    assert texts.money_text(276400) == "2,764.00"
    assert texts.money_text(-5) == "−0.05"
    assert texts.money_text(None) == "–"
    assert texts.signed_money_text(3600) == "+36.00"
    assert texts.signed_money_text(-3600) == "−36.00"
    assert texts.signed_money_text(0) == "0.00"
    assert texts.yuan_text(-23600) == "−¥236.00"
    assert texts.count_text(-12400) == "−12,400"
    assert texts.number_text(3.549) == "3.55"
    assert texts.percent_text(-0.124) == "−12.4%"
    assert texts.day_text(date(2026, 11, 25)) == "25 Nov"
    assert texts.day_text(date(2026, 11, 25), year=True) == "25 Nov 2026"
    assert texts.short_day_text(date(2026, 11, 5)) == "11-05"
    assert texts.weekday_text(date(2026, 11, 18)) == "Wed"
    assert texts.moment_text(datetime(2026, 11, 18, 9, 8)) == "18 Nov 09:08"
    assert texts.short_moment_text(datetime(2026, 11, 18, 9, 8)) == "11-18 09:08"
    assert texts.size_text(3_500_000) == "3.3 MB" and texts.size_text(100) == "1 KB"
    assert texts.elide("abcdef", 4) == "abc…"
    nothing = (texts.yuan_text, texts.count_text, texts.percent_text, texts.day_text)
    assert {say(None) for say in nothing} == {"–"}
    assert texts.moment_text(None) == texts.short_day_text(None) == texts.number_text(None) == "–"


def test_texts_in_chinese(spoken) -> None:
    spoken("zh")
    assert texts.day_text(date(2026, 11, 5)) == "11月5日"
    assert texts.day_text(date(2026, 11, 5), year=True) == "2026年11月5日"
    assert texts.weekday_text(date(2026, 11, 18)) == "周三"
    assert texts.weekday_text(date(2026, 11, 18), long=True) == "星期三"


def test_the_buttons_of_an_empty_page_are_not_cut(qtbot):
    """ "Import traffic report" beside "Look at the sample" once ended in dots."""
    main, second = MainButton("Import traffic report", "import"), SecondButton("Look at the sample")
    empty = EmptyState("traffic", "No figures", "Drag one here.", main=main, second=second)
    qtbot.addWidget(empty)
    empty.resize(900, 600)
    empty.show()
    assert main.width() >= main.sizeHint().width()
    assert second.width() >= second.sizeHint().width()


def test_a_card_shows_its_title_whole_before_its_hint(qtbot) -> None:
    """The title ended in … beside a long hint."""
    card = Card("When people come", "Median of eight weeks; suspect hours are left out of it")
    card.add_action(TextButton("Table"))
    show(qtbot, card)
    card.resize(340, 80)
    title, hint = card.title_label, card.hint_label
    assert title is not None and hint is not None
    qtbot.waitUntil(lambda: title.width() >= title.sizeHint().width())
    assert 0 < hint.width() < hint.fontMetrics().horizontalAdvance(hint.text())


def test_chips_stand_beside_the_search_in_one_line_or_below_it(qtbot) -> None:
    """One chip alone stood in a second line, under the first of the others."""

    class Bar(FindRow):
        def __init__(self) -> None:
            super().__init__()
            self.search = LineField("", placeholder="Title")
            self.chips = ChipBar([(n, f"Chip {n}", n) for n in range(6)], 0)
            self.hold()
            self.row.addWidget(TextButton("Export"))

    bar = Bar()
    show(qtbot, bar)
    bar.resize(900, 80)
    qtbot.waitUntil(lambda: bar.chips.y() == bar.search.y() and bar.chips.x() > 0)
    chips = [bar.chips.chip(n) for n in range(6)]
    assert len({chip.y() for chip in chips}) == 1 and bar.search.width() == 240
    bar.resize(bar.chips.sizeHint().width() + 270, 80)
    qtbot.waitUntil(lambda: 176 <= bar.search.width() < 240)
    qtbot.waitUntil(lambda: len({chip.y() for chip in chips}) == 1)
    bar.resize(bar.chips.sizeHint().width() + 100, 80)
    qtbot.waitUntil(lambda: bar.chips.y() > bar.search.y() and bar.chips.x() == 0)
    qtbot.waitUntil(lambda: len({chip.y() for chip in chips}) == 1)
    assert bar.search.width() == 240
    bar.resize(900, 80)
    qtbot.waitUntil(lambda: bar.chips.y() == bar.search.y())


def test_a_page_that_was_hidden_while_the_window_grew_is_as_wide_as_it(qtbot) -> None:
    """Its cards ended where the narrower window had ended."""
    stack, scroll = QStackedWidget(), PageScroll()
    card = Card("Ledger")
    card.setMinimumHeight(900)
    scroll.add(card)
    stack.addWidget(scroll)
    stack.addWidget(QWidget())
    stack.resize(500, 300)
    show(qtbot, stack)
    for width in (900, 620, 1000):
        stack.setCurrentIndex(1)
        stack.resize(width, 300)
        stack.setCurrentIndex(0)
        qtbot.waitUntil(lambda width=width: scroll.width() == width)
        assert scroll.inside.width() == scroll.viewport().width()
        stack.resize(width + 40, 300)
        stack.setCurrentIndex(1)
        stack.setCurrentIndex(0)
        assert scroll.inside.width() == scroll.viewport().width()
