"""A figure of one's own: what it changes is seen before, both figures stay, it can be undone."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from ksdesk.actions import rules as rule_actions
from ksdesk.domain.rulebook import RuleBook
from ksdesk.ui.guide.own_figure import OwnFigureSheet

TODAY = date(2026, 11, 18)


@pytest.fixture
def page(ctx, qtbot):
    from ksdesk.ui.guide.page import GuidePage

    made = GuidePage(ctx)
    qtbot.addWidget(made)
    made.resize(1112, 800)
    made.show()
    made.jump("rule:deposit.base")
    return made


def click(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_from_the_rule_book_to_an_own_figure_and_back(page, ctx, book, qtbot):
    click(qtbot, page.rules.own_button)
    sheet = page.figure
    assert sheet.value.value() == 50_000
    assert sheet.outcome.text() == "2026年11月18日 还是 ¥500。"
    sheet.value.set_value(80_000)
    sheet.ask()
    assert sheet.outcome.text() == "2026年11月18日：¥500 → ¥800。"
    sheet.note.set_text("手机通知")
    click(qtbot, sheet.main)
    rule = page.rules.facts.rule
    assert (rule.value, rule.own, rule.note) == (80_000, True, "手机通知")
    assert ctx.rules().on(TODAY).shipped("deposit.base").value == 50_000
    click(qtbot, page.rules.own_button)
    assert page.figure.value.value() == 80_000
    click(qtbot, page.figure.drop_button)
    assert not rule_actions.own_figures(book.reader)
    assert ctx.rules().on(TODAY).value("deposit.base") == 50_000
    ctx.undo.back()
    assert ctx.rules().on(TODAY).value("deposit.base") == 80_000


def test_facts_have_no_figure(page):
    page.jump("rule:deposit.maximum")
    assert page.rules.own_button.isHidden()


def test_what_cannot_count_cannot_be_written(page, qtbot):
    click(qtbot, page.rules.own_button)
    sheet = page.figure
    sheet.value.set_value(None)
    sheet.ask()
    assert not sheet.main.isEnabled()
    sheet.value.set_value(-5)
    sheet.ask()
    assert not sheet.main.isEnabled()
    sheet.value.set_value(5)
    sheet.until.set_value(date(2026, 1, 1))
    sheet.ask()
    assert not sheet.main.isEnabled()
    sheet.reject()


def test_a_locked_book_is_said_and_nothing_is_lost(page, ctx, monkeypatch, qtbot):
    from ksdesk.storage import BookProblem

    def locked(*_args: object, **_named: object) -> None:
        raise BookProblem("locked", ctx.paths.book, "database is locked")

    click(qtbot, page.rules.own_button)
    page.figure.value.set_value(80_000)
    ctx.jobs.failed.disconnect()
    monkeypatch.setattr("ksdesk.actions.rules.set_rule", locked)
    click(qtbot, page.figure.main)
    assert page.figure.outcome.kind() == "bad"
    assert page.figure.isVisible()
    assert page.figure.value.value() == 80_000
    page.figure.reject()


@pytest.mark.slow
def test_every_unit_of_the_rule_book_has_a_field(ctx, qtbot):
    units = {}
    for rule in RuleBook.load().on(TODAY).values():
        if rule.unit != "fact":
            units.setdefault(rule.unit, rule)
    for rule in units.values():
        sheet = OwnFigureSheet(ctx, rule, rule)
        qtbot.addWidget(sheet)
        assert sheet.figure().value == rule.value, rule.key
        sheet.reject()


@pytest.mark.parametrize("figure", [7.5, 6.25, 10, 0.000001, 1_000_000])
def test_an_own_figure_finer_than_the_rules_is_shown_as_it_is(ctx, book, qtbot, figure):
    """It was rounded to the digits of the rule, and kept so with the next note."""
    key = "traffic.coins_per_yuan.ios"
    rule_actions.set_rule(book, key, figure, None, "", ctx.clock())
    rule = RuleBook.load().on(TODAY)[key]
    sheet = OwnFigureSheet(ctx, rule, rule)
    qtbot.addWidget(sheet)
    assert sheet.figure().value == figure
    sheet.reject()
