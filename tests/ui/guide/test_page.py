"""The handbook and the rule book by mouse and keys."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from ksdesk.actions import guide
from ksdesk.domain.rulebook import Override, RuleBook
from ksdesk.ui.guide.find import _excerpt
from ksdesk.ui.guide.page import GuidePage


@pytest.fixture
def page(ctx, qtbot):
    made = GuidePage(ctx)
    qtbot.addWidget(made)
    made.resize(1112, 800)
    made.show()
    return made


def click(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def type_in(page, text: str) -> None:
    """Chinese comes from an input method, not from keys."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(page.search.edit, event)


def titles(page, kind: str) -> list[str]:
    return [e.title for e in page.handbook.contents.entries() if e.kind == kind]


def test_all_sections_stand_in_their_order_under_three_groups(page):
    assert titles(page, "section") == [s.title for s in guide.sections("zh")]
    assert titles(page, "head") == ["十个问题", "照书的章节", "实用"]


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_section_can_be_read_and_its_links_open_their_rules(ctx, qtbot, spoken, lang):
    spoken(lang)
    page = GuidePage(ctx)
    qtbot.addWidget(page)
    page.show()
    for section in guide.sections(lang):
        page.jump(f"section:{section.name}")
        assert page.handbook.heading.text() == section.title
        assert page.handbook.text.toPlainText().strip()
        for key in section.rules[:2]:
            page.handbook.text.anchorClicked.emit(QUrl(f"rule:{key}"))
            assert page.sheet.rule.key == key
            page.sheet.reject()


def test_arrow_keys_read_on(page, qtbot):
    page.handbook.contents.setFocus()
    qtbot.keyClick(page.handbook.contents, Qt.Key.Key_Down)
    assert page.handbook.name() == guide.sections("zh")[1].name


def test_the_foot_leads_to_the_next_section_and_back(page, qtbot):
    names = [s.name for s in guide.sections("zh")]
    assert not page.handbook.back.isVisible()
    click(qtbot, page.handbook.forth)
    assert page.handbook.name() == names[1]
    click(qtbot, page.handbook.back)
    assert page.handbook.name() == names[0]


def test_links_to_sections_and_pages(page, ctx):
    went = []
    ctx.navigate = lambda *where: went.append(where)
    page.handbook.text.anchorClicked.emit(QUrl("section:gifts"))
    assert page.handbook.name() == "gifts"
    page.handbook.text.anchorClicked.emit(QUrl("page:traffic"))
    assert went == [("traffic", None)]


def test_nothing_outside_is_followed(page):
    before = page.handbook.text.toPlainText()
    page.handbook.text.anchorClicked.emit(QUrl("https://example.com/"))
    assert page.handbook.text.toPlainText() == before
    for outside in ("file:///etc/hostname", "picture:../../rules/deposit.toml"):
        assert not page.handbook.text.loadResource(2, QUrl(outside))


def test_a_picture_is_shown_and_never_wider_than_its_place(page, qtbot):
    page.jump("section:how_ship")
    picture = page.handbook.text.loadResource(2, QUrl("picture:orders"))
    assert picture.width() == 900
    for wide in (1280, 960):
        page.resize(wide, 700)
        document = page.handbook.text.document()
        assert document.idealWidth() <= page.handbook.text.viewport().width()


def test_search_finds_sections_and_rules_and_marks_the_words(page, qtbot):
    type_in(page, "热搜")
    assert "买热搜" in titles(page, "section")
    assert titles(page, "rule")
    assert page.handbook.heading.text() == "买热搜"
    assert set(page.handbook.text.marked()) == {"热搜"}
    sections, rules = page.handbook.found
    assert page.count.text() == f"{sections} 节，{rules} 条规则"


def test_no_word_is_cut_in_what_was_found():
    text = (
        "In stock: 24 hours or 48 hours.\nAnswer a refund within 48 hours, else the system agrees"
    )
    assert _excerpt(text, ["48"]) == "…or 48 hours."
    assert _excerpt(text, ["refund"]) == "…a refund within 48 hours, else the system"
    assert _excerpt("提前打电话，四十八小时内发货", ["小时"]) == "…电话，四十八小时内发货"


def test_down_goes_from_the_search_into_what_was_found(page, qtbot):
    page.activateWindow()
    type_in(page, "48 小时")
    page.search.edit.setFocus()
    qtbot.keyClick(page.search.edit, Qt.Key.Key_Down)
    assert page.handbook.contents.hasFocus()


def test_a_found_rule_is_read_in_place(page, qtbot):
    type_in(page, "保证金")
    assert page.handbook.contents.choose("rule", "deposit.base")
    page.handbook.contents.chosen.emit(page.handbook.contents.current())
    assert page.handbook.facts.rule.key == "deposit.base"
    assert page.handbook.heading.text() == "保证金"
    click(qtbot, page.handbook.to_book)
    assert page.rules.table.current_row().key == "deposit.base"


def test_more_rules_than_fit_lead_to_the_rule_book(page, qtbot):
    type_in(page, "保证金")
    page.handbook.contents.chosen.emit(page.handbook.contents.entries()[-1])
    assert page.tabs.value() == "rules"
    assert page.rules.found() == page.handbook.found[1]


def test_a_search_without_hits_says_so_and_is_cleared(page, qtbot):
    type_in(page, "xyzzy")
    assert page.handbook.nothing.isVisible()
    click(qtbot, page.tabs.button("rules"))
    assert page.rules.found() == 0
    assert page.rules.table._nothing.label.text() == "没有「xyzzy」这样的规则"
    page.rules.table.emptied_acted.emit()
    assert page.search.text() == ""
    assert page.rules.found() > 100


def test_the_rule_book_shows_what_holds_today(page, qtbot, ctx):
    click(qtbot, page.tabs.button("rules"))
    assert {r.key for r in page.rules.model.rows} == set(ctx.rules().on(ctx.clock().date()))


def test_another_day_has_other_rules(page, qtbot):
    page.jump("rule:deposit.base")
    assert page.rules.facts.rule.value == 50_000
    page.rules.day.set_value(date(2020, 11, 18))
    page.rules.day.edited.emit(date(2020, 11, 18))
    assert page.rules.facts.rule.value == 100_000
    click(qtbot, page.rules.back)
    assert page.rules.facts.rule.value == 50_000


def test_topic_and_search_together(page, qtbot):
    click(qtbot, page.tabs.button("rules"))
    click(qtbot, page.rules.chips.chip("deposit"))
    assert {r.key.split(".")[0] for r in page.rules.model.rows} == {"deposit"}
    type_in(page, "500")
    assert "deposit.base" in {r.key for r in page.rules.model.rows}
    assert page.rules.found() < 20


def test_a_jump_to_a_rule_that_has_ended_goes_to_its_last_day(page, ctx):
    rows = [r for r in RuleBook.load().rows("deposit.base") if r.valid_to]
    ctx._rules = RuleBook(rows)
    page.refresh()
    page.jump("rule:deposit.base")
    assert page.rules.value_day() == date(2020, 11, 18)
    assert page.rules.facts.rule.value == 100_000


def test_own_figures_are_marked_and_an_unknown_key_has_its_chip(page, ctx):
    own = Override("deposit.base", 80_000, date(2026, 1, 1), note="手机上看到")
    other = Override("mine.limit", "三", note="自己记的")
    ctx._rules = RuleBook.load().with_overrides([own, other])
    page.refresh()
    page.jump("rule:deposit.base")
    assert page.rules.facts.rule.own
    assert page.rules.chips.chip("other")
    page.show_rule("deposit.base")
    assert page.sheet.rule.own


def test_from_the_sheet_into_the_rule_book(page, qtbot):
    page.show_rule("aftersales.answer")
    click(qtbot, page.sheet.book_button)
    assert page.tabs.value() == "rules"
    assert page.rules.table.current_row().key == "aftersales.answer"


def test_an_unknown_rule_is_left_alone(page):
    page.show_rule("no.such.rule")
    assert page.sheet is None
    page.jump("rule:no.such.rule")
    page.jump("section:no_such")


def test_the_place_is_kept_over_a_rebuild(page, ctx, qtbot, spoken):
    page.jump("section:shipping")
    page.jump("rule:deposit.fee")
    page.rules.chips.set_value("deposit")
    kept = page.state()
    spoken("en", "dark")
    again = GuidePage(ctx)
    qtbot.addWidget(again)
    again.restore(kept)
    assert again.tabs.value() == "rules"
    assert again.rules.facts.rule.key == "deposit.fee"
    assert again.rules.chips.value() == "deposit"
    assert again.handbook.name() == "shipping"


def test_models_keep_their_promises(page, qtmodeltester):
    qtmodeltester.check(page.rules.model)


def steps(page, qtbot, shift: bool) -> list[object]:
    """Where Tab goes from the list of sections (or back to it): the link, else the control."""
    text, seen = page.handbook.text, []
    keys = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    while not seen or seen[-1] is not (page.handbook.contents if shift else page.handbook.forth):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab, keys)
        cursor = text.textCursor()
        link = cursor.selectedText() if text.hasFocus() else ""
        seen.append((cursor.selectionStart(), link) if link else QApplication.focusWidget())
        assert len(seen) < 99
    return seen


@pytest.mark.parametrize("name", ["how_open", "how_traffic", "how_backup"])
def test_shift_tab_walks_back_the_way_that_tab_came(page, qtbot, name):
    """From the text it went to its last link instead of the list, and a text that was entered from
    behind began with itself."""
    with qtbot.waitActive(page):
        page.activateWindow()
    page.jump(f"section:{name}")
    for _again in range(2):
        page.handbook.contents.setFocus()
        there = steps(page, qtbot, False)
        back = steps(page, qtbot, True)
        assert back == [*reversed(there[:-1]), page.handbook.contents]
        assert page.handbook.text in there


def test_shift_tab_leaves_a_text_that_was_only_entered(page, qtbot):
    with qtbot.waitActive(page):
        page.activateWindow()
    page.handbook.contents.setFocus()
    qtbot.keyClick(page.handbook.contents, Qt.Key.Key_Tab)
    assert page.handbook.text.hasFocus()
    qtbot.keyClick(page.handbook.text, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert page.handbook.contents.hasFocus()


@pytest.mark.parametrize("tab", ["handbook", "rules"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_in_a_narrow_window_the_columns_are_stacked(ctx, qtbot, spoken, lang, tab):
    """At 200 % of a screen of 1366×768 a line was read by scrolling to and fro."""
    spoken(lang)
    page = GuidePage(ctx)
    qtbot.addWidget(page)
    page.show()
    page.tabs.button(tab).click()
    for width, stacked in ((584, True), (1112, False), (584, True)):
        page.resize(width, 1200)
        qtbot.waitUntil(partial(stands, page, tab, stacked))
        assert page.minimumSizeHint().width() <= width


def stands(page, tab: str, stacked: bool) -> bool:
    """Whether the second part is below the first, or at its right."""
    book, rules = page.handbook, page.rules
    first, second = {
        "handbook": (book.contents, book.text),
        "rules": (rules.table, rules.detail),
    }[tab]
    corner = second.mapTo(page, second.rect().topLeft())
    end = first.mapTo(page, first.rect().bottomRight())
    return (corner.y() > end.y(), corner.x() > end.x()) == (stacked, not stacked)
