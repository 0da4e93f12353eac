"""The seller's own figures: over the shipped ones, from a day on, seen before they count."""

from __future__ import annotations

from datetime import date

import pytest

from ksdesk.actions import deposit, opening, rules
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.deposit.notes import OwnFigure
from ksdesk.domain.rulebook import RuleError

DAY = date(2026, 11, 18)
FIRST = date(2026, 12, 1)


@pytest.fixture
def shop(book, now):
    opening.save_fields(book, "type.choose", {"shop_type": "personal"}, now)
    deposit.add(book, [NewEntry("own", DAY, "paid_in", 50_000)], now)
    return book


def base(book, day: date = FIRST) -> object:
    return rules.rule_book(book.reader).on(day).value("deposit.base")


def test_an_own_figure_counts_from_its_day_beside_the_shipped_one(shop, now):
    changes = rules.set_rule(shop, "deposit.base", 60_000, FIRST, "12 月起", now)
    assert changes.topics == {"guide", "deposit", "today"}
    book = rules.rule_book(shop.reader)
    assert [book.on(day).value("deposit.base") for day in (DAY, FIRST)] == [50_000, 60_000]
    own = book.on(FIRST)["deposit.base"]
    assert (own.own, own.note) == (True, "12 月起")
    assert book.on(FIRST).shipped("deposit.base").value == 50_000
    (figure,) = rules.own_figures(shop.reader, "deposit.base")
    assert figure.written_on == now.date()
    again = changes.undo(shop)
    assert base(shop) == 50_000
    again.undo(shop)
    assert base(shop) == 60_000


def test_the_same_first_day_overwrites_and_undo_brings_the_old_back(shop, now):
    rules.set_rule(shop, "deposit.base", 60_000, FIRST, "", now)
    changes = rules.set_rule(shop, "deposit.base", 70_000, FIRST, "", now)
    rules.set_rule(shop, "deposit.base", 80_000, date(2027, 1, 1), "", now)
    assert len(rules.own_figures(shop.reader)) == 2
    assert (base(shop), base(shop, date(2027, 1, 1))) == (70_000, 80_000)
    changes.undo(shop)
    assert base(shop) == 60_000


def test_a_cleared_figure_can_come_back(shop, now):
    number = rules.set_rule(shop, "deposit.base", 60_000, FIRST, "", now).ref
    changes = rules.clear_rule(shop, number, now)
    assert base(shop) == 50_000 and changes.topics == {"guide", "deposit", "today"}
    changes.undo(shop)
    assert base(shop) == 60_000
    with pytest.raises(KeyError):
        rules.clear_rule(shop, 99, now)


def test_what_does_not_fit_the_rule_is_refused(shop, now):
    with pytest.raises(RuleError):
        rules.set_rule(shop, "deposit.base", "viel", FIRST, "", now)
    with pytest.raises(RuleError):
        rules.set_rule(shop, "deposit.base", 1, FIRST, "", now, valid_to=DAY)
    assert rules.own_figures(shop.reader) == ()


def test_a_figure_for_a_rule_that_has_changed_its_unit_is_left_out_and_kept(shop, now):
    shop.notes.put(OwnFigure("deposit.base", "不少于500", FIRST), now)
    rules.set_rule(shop, "deposit.base.personal", 60_000, None, "", now, unit="fen")
    assert base(shop) == 50_000
    assert "不少于500" in [figure.value for figure in rules.own_figures(shop.reader)]
    assert deposit.accounts(shop.reader, rules.rule_book(shop.reader), DAY)[0].line == 60_000


def test_what_it_would_change_is_seen_before(shop, now):
    present = rules.rule_book(shop.reader)
    figure = OwnFigure("deposit.base", 60_000, FIRST)
    found = rules.preview_rule(shop.reader, present, figure, DAY)
    assert (found.old.value, found.new.value, found.shipped.value) == (50_000, 60_000, 50_000)
    assert found.lines == (rules.LineChange("own", FIRST, 50_000, 60_000),)
    assert (found.short_before, found.short_after) == ({"own": 0}, {"own": 10_000})
    assert found.day == FIRST
    assert rules.own_figures(shop.reader) == ()


def test_a_figure_for_the_past_and_one_that_changes_nothing(shop, now):
    rules.set_rule(shop, "deposit.base", 60_000, FIRST, "", now)
    present = rules.rule_book(shop.reader)
    past = OwnFigure("deposit.base", 40_000, date(2026, 11, 1), date(2026, 11, 30))
    found = rules.preview_rule(shop.reader, present, past, DAY)
    assert found.lines == (rules.LineChange("own", date(2026, 11, 1), 50_000, 40_000),)
    (kept,) = rules.own_figures(shop.reader)
    same = rules.preview_rule(shop.reader, present, kept, DAY)
    assert same.lines == () and same.old == same.new
    other = OwnFigure("orders.unknown", 5, None, None, "count")
    unknown = rules.preview_rule(shop.reader, present, other, DAY)
    assert (unknown.old, unknown.shipped, unknown.lines) == (None, None, ())
    with pytest.raises(RuleError):
        rules.preview_rule(shop.reader, present, OwnFigure("deposit.base", "x"), DAY)
