"""The wizard's page: moving, keeping, coming back, and room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from ksdesk.actions import opening as actions
from ksdesk.domain.opening import STEP_NAMES
from ksdesk.ui.opening.words import CHAPTERS


def press(qtbot, widget, key) -> None:
    qtbot.keyClick(widget, key)


def chapter_states(page) -> dict[str, str]:
    return {item.chapter.code: item.chapter.state for item in page.chapters.items}


def test_looking_at_it_writes_nothing(page, ctx):
    assert page.step == STEP_NAMES[0]
    assert ctx.reader.opening.steps() == {}


@pytest.mark.slow
def test_next_and_back_through_all_steps(page, qtbot, ctx):
    for name in STEP_NAMES[1:]:
        qtbot.mouseClick(page.card.next, Qt.MouseButton.LeftButton)
        assert page.step == name
        assert ctx.reader.opening.place() == name
    assert page.drafts.done == set(STEP_NAMES)
    for name in reversed(STEP_NAMES[:-1]):
        qtbot.mouseClick(page.card.back, Qt.MouseButton.LeftButton)
        assert page.step == name
    assert not page.card.back.isEnabled()


def test_the_phone_leads_through_the_taps(page, qtbot):
    for name in STEP_NAMES[1:8]:
        spot = page.phone.spot_center()
        with qtbot.waitSignal(page.phone.tapped, timeout=1000):
            qtbot.mouseClick(page.phone, Qt.MouseButton.LeftButton, pos=spot)
        assert page.step == name


def test_enter_goes_on_and_escape_does_no_harm(page, qtbot):
    page.setFocus()
    press(qtbot, page.card.next, Qt.Key.Key_Return)
    assert page.step == STEP_NAMES[1]
    press(qtbot, page.card.next, Qt.Key.Key_Escape)
    assert page.isVisible() and page.step == STEP_NAMES[1]


def test_enter_in_a_field_goes_on(page, qtbot):
    page.jump("realname.upload")
    field = page.view().number.edit
    field.setFocus()
    press(qtbot, field, Qt.Key.Key_Return)
    assert page.step == "type.choose"
    assert page.card.next.hasFocus()


def test_enter_on_a_button_presses_that_button(page, qtbot):
    page.jump("entry.promo")
    page.card.back.setFocus()
    QApplication.processEvents()
    press(qtbot, page.card.back, Qt.Key.Key_Return)
    assert page.step == "entry.fentiao"


def test_chapters_are_reachable_once_visited(page, qtbot):
    items = {item.chapter.code: item for item in page.chapters.items}
    assert not items["realname"].isEnabled()
    for _ in range(8):
        page.go_on()
    assert page.step == "type.choose"
    qtbot.mouseClick(items["entry"], Qt.MouseButton.LeftButton)
    assert page.step == "entry.settings"
    assert chapter_states(page)["open"] == "done"
    qtbot.mouseClick(items["type"], Qt.MouseButton.LeftButton)
    assert page.step == "type.choose"


def test_jump_takes_steps_chapters_and_nothing_else(page):
    page.jump("deposit.quote")
    assert page.step == "deposit.quote"
    page.jump("realname")
    assert page.step == "realname.upload"
    page.jump("no such step")
    assert page.step == "realname.upload"


def test_it_opens_where_it_was_left(make_page, book, now):
    actions.go(book, "open.verify", now)
    page = make_page()
    assert page.step == "open.verify"
    page.go_back()
    assert page.step == "open.start"


def test_a_place_of_another_version_begins_anew(make_page, book, now):
    book.opening.go("gone.step", now)
    assert make_page().step == STEP_NAMES[0]


def test_a_note_is_saved_as_it_is_typed(page, qtbot, ctx):
    page.jump("entry.promo")
    qtbot.mouseClick(page.other, Qt.MouseButton.LeftButton)
    assert page.card.panel_open()
    qtbot.keyClicks(page.panel.field.edit, "it sits at the top")
    assert ctx.reader.opening.step("entry.promo").note == "it sits at the top"
    press(qtbot, page.panel.field.edit, Qt.Key.Key_Escape)
    assert not page.card.panel_open()
    assert page.card.note.isVisible()
    page.go_on()
    assert not page.card.note.isVisible()
    page.go_back()
    assert page.card.note.text_label.text() == "it sits at the top"


def test_the_panel_names_the_other_ways_with_source(page, qtbot):
    qtbot.mouseClick(page.other, Qt.MouseButton.LeftButton)
    from ksdesk.ui.parts.labels import Label

    texts = "\n".join(label.text() for label in page.panel.findChildren(Label))
    assert "首页「小店」图标" in texts and "侧边栏" in texts and "2021" in texts


def test_saved_time_is_shown(page):
    page.go_on()
    assert page.card.saved.text() == "已自动保存 10:20"


def test_a_failed_save_says_so_and_is_made_up_for(page, ctx, monkeypatch):
    page.jump("type.choose")
    kept, trouble = [], []
    ctx.jobs.failed.disconnect()
    ctx.jobs.failed.connect(trouble.append)
    save = book_save = ctx.book.opening.save

    def full(*_args):
        raise OSError("disk full")

    monkeypatch.setattr(ctx.book.opening, "save", full)
    page.view().rows["company"].click()
    assert len(trouble) == 1 and "还没保存成功" in page.card.saved.text()
    monkeypatch.setattr(ctx.book.opening, "save", lambda *a: (kept.append(a), book_save(*a))[1])
    page.view().rows["personal"].click()
    assert save is book_save and kept
    assert ctx.reader.opening.step("type.choose").fields["shop_type"] == "personal"
    assert page.card.saved.text() == "已自动保存 10:20"


def test_saving_leaves_nothing_to_undo(page, qtbot, ctx):
    view = page
    page.jump("type.choose")
    page.view().rows["company"].click()
    qtbot.keyClicks(page.view().uscc.edit, "9135")
    page.go_on()
    assert len(view.ctx.undo) == 0


def test_another_look_keeps_step_and_drafts(page, make_page, qtbot, spoken):
    page.jump("type.choose")
    page.view().rows["flagship"].click()
    qtbot.keyClicks(page.view().brand.brand.edit, "Shizigou")
    state = page.state()
    spoken("en", "dark")
    other = make_page()
    other.restore(state)
    assert other.step == "type.choose"
    assert other.view().brand.brand.text() == "Shizigou"
    assert other.view().rows["flagship"].isChecked()
    assert "Opening a shop" in other.header.title_label.text()


def test_a_rebuilt_page_has_what_is_not_written_yet(page, make_page, book, now):
    state = page.state()
    state["drafts"]["fields"]["type.choose"] = {"shop_type": "company"}
    state["drafts"]["place"] = "type.choose"
    other = make_page()
    other.restore(state)
    assert other.step == "type.choose"
    assert other.view().rows["company"].isChecked()


def test_what_another_page_wrote_is_taken_up(page, ctx, now):
    page.jump("deposit.quote")
    changes = actions.save_fields(ctx.book, "deposit.quote", {"other_platform": True}, now)
    ctx.hub.tell(changes)
    assert page.view().categories.promotion()


@pytest.mark.slow
@pytest.mark.parametrize("size", [(1112, 800), (1021, 614), (888, 640), (1752, 1080)])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_it_fits_at_every_size(make_page, spoken, size, lang):
    spoken(lang)
    page = make_page(size)
    assert (page.width(), page.height()) == size, page.minimumSizeHint()
    for name in STEP_NAMES:
        page.jump(name)
        QApplication.processEvents()
        phone, card = page.phone.geometry(), page.card.rect()
        card.moveTopLeft(page.card.mapTo(page, card.topLeft()))
        inside = page.rect()
        corner = page.phone.mapTo(page, phone.topLeft() - phone.topLeft())
        assert corner.y() + phone.height() <= inside.height()
        assert corner.x() + phone.width() <= inside.width()
        assert card.right() < corner.x(), "wizard and phone stand side by side"
        footer = page.card.next.mapTo(page, page.card.next.rect().bottomRight())
        assert footer.y() < inside.height() and footer.x() < card.right()


def test_narrow_shows_circles_and_two_taps(make_page):
    page = make_page((888, 640))
    page.jump("entry.promo")
    assert page.chapters.items[0].compact
    assert len(page.view().taps._shown()) == 2
    page.resize(1112, 800)
    assert not page.chapters.items[0].compact
    assert len(page.view().taps._shown()) == 5


def test_each_chapter_has_a_word(page):
    assert set(chapter_states(page)) == set(CHAPTERS)


def test_accessible_names_say_what_to_tap(page):
    assert "设置" in page.phone.accessibleName()
    for item in page.chapters.items:
        assert item.accessibleName()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_in_a_narrow_window_the_phone_stands_below_and_only_the_page_scrolls(
    make_page, spoken, qtbot, lang
):
    """At 200 % of a screen of 1366×768 it was read by scrolling to and fro."""
    spoken(lang)
    page = make_page((584, 400))

    def whole() -> None:
        """As its area gives it room: once it has what it asks for, nothing in it scrolls."""
        need = page.minimumSizeHint().expandedTo(page.minimumSize())
        page.resize(584, need.height())
        assert need.width() <= 584
        assert page.phone.mapTo(page, QPoint()).y() > page.card.mapTo(page, QPoint(0, 99)).y()
        assert page.phone.visibleRegion().boundingRect() == page.phone.rect()
        view = page.view()
        assert view.visibleRegion().boundingRect() == view.rect()

    for name in STEP_NAMES:
        page.show_step(name)
        qtbot.waitUntil(whole)
    page.resize(1112, 800)
    qtbot.waitUntil(lambda: page.phone.mapTo(page, QPoint()).x() > page.card.geometry().right())
