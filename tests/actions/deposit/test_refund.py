"""The way back of the promotion deposit, step by step, each undone as one."""

from __future__ import annotations

from datetime import date

import pytest

from ksdesk.actions import deposit, opening
from ksdesk.actions.deposit import notes, refund
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.deposit.notes import LineCategory, MonthSales
from ksdesk.domain.rulebook import RuleBook

DAY = date(2026, 11, 18)
RULES = RuleBook.load()


@pytest.fixture
def shop(book, now):
    opening.save_fields(book, "type.choose", {"shop_type": "personal"}, now)
    opening.save_fields(book, deposit.QUOTE_STEP, {"other_platform": True}, now)
    deposit.add(book, [NewEntry("promotion", date(2026, 3, 5), "paid_in", 80_000)], now)
    return book


def balance(book) -> int:
    return book.reader.deposit.balances()["promotion"]


def state(book) -> tuple:
    known = refund.case(book.reader)
    return (known.state if known else None, balance(book))


def test_from_closing_to_paid(shop, now):
    steps = [
        refund.close_function(shop, date(2026, 11, 1), now),
        refund.exit_rule_met(shop, date(2026, 11, 10), now),
    ]
    found = refund.check(shop.reader, RULES, DAY, deductions=1_500)
    assert found.ready and (found.returned, found.quiet_from) == (78_500, date(2027, 1, 1))
    assert state(shop) == ("preparing", 80_000)
    steps.append(refund.apply(shop, DAY, "申请退回", now))
    assert refund.remind_on(shop.reader, RULES) == date(2026, 12, 30)
    steps.append(refund.deducted(shop, 1_000, date(2026, 11, 20), "售后", now))
    steps.append(refund.deducted(shop, 500, date(2026, 11, 21), "售后", now))
    assert state(shop) == ("deducted", 78_500)
    steps.append(refund.paid(shop, 78_500, date(2026, 12, 1), "", now))
    assert state(shop) == ("paid", 0)
    assert refund.remind_on(shop.reader, RULES) is None
    kinds = [e.kind for e in shop.reader.deposit.entries("promotion")]
    assert kinds[1:] == ["refund_applied", "refund_deducted", "refund_deducted", "refund_paid"]
    seen = [("deducted", 78_500), ("deducted", 79_000), ("applied", 80_000), ("preparing", 80_000)]
    redo = []
    for expected in seen:
        redo.append(steps.pop().undo(shop))
        assert state(shop) == expected
    for expected in [*reversed(seen[:-1]), ("paid", 0)]:
        redo.pop().undo(shop)
        assert state(shop) == expected
    case = refund.case(shop.reader)
    assert (case.deducted, case.paid, case.paid_on) == (1_500, 78_500, date(2026, 12, 1))


def test_the_answer_about_the_exit_rule_can_be_taken_back(shop, now):
    refund.exit_rule_met(shop, DAY, now)
    refund.exit_rule_met(shop, None, now)
    assert [c.state for c in refund.check(shop.reader, RULES, DAY).conditions] == [
        "not_met",
        "asked",
    ]


def test_steps_out_of_order_are_refused(shop, now):
    with pytest.raises(ValueError, match="preparing"):
        refund.deducted(shop, 5, DAY, "", now)
    with pytest.raises(ValueError, match="preparing"):
        refund.paid(shop, 5, DAY, "", now)
    refund.apply(shop, DAY, "", now)
    with pytest.raises(ValueError, match="applied"):
        refund.apply(shop, DAY, "", now)
    for verb in (refund.deducted, refund.paid):
        with pytest.raises(ValueError, match="sign"):
            verb(shop, -5, DAY, "", now)
    assert state(shop) == ("applied", 80_000)


def test_nothing_deducted_and_nothing_paid_write_no_line(shop, now):
    refund.apply(shop, DAY, "", now)
    refund.deducted(shop, 0, DAY, "没扣", now)
    refund.paid(shop, 0, DAY, "", now)
    assert state(shop) == ("paid", 80_000)
    assert len(shop.reader.deposit.entries("promotion")) == 2


def test_after_one_is_paid_a_new_one_begins(shop, now):
    refund.close_function(shop, DAY, now)
    refund.apply(shop, DAY, "", now)
    refund.paid(shop, 80_000, DAY, "", now)
    assert [c.state for c in refund.check(shop.reader, RULES, DAY).conditions] == [
        "not_met",
        "asked",
    ]
    refund.exit_rule_met(shop, DAY, now)
    assert refund.case(shop.reader).state == "preparing"
    assert refund.case(shop.reader, "own") is None


def test_excess_and_the_last_sale_by_what_is_noted(shop, now):
    beauty = LineCategory("beauty", 80_000, date(2026, 5, 1), date(2026, 10, 20), "promotion")
    notes.keep(shop, beauty, now)
    asked = refund.excess(shop.reader, RULES, DAY)
    assert [c.state for c in asked.conditions] == ["met", "asked"]
    assert refund.excess(shop.reader, RULES, DAY, unsold=True).ready
    notes.keep(shop, MonthSales(date(2026, 9, 1), 100, category="beauty"), now)
    notes.keep(shop, MonthSales(date(2026, 10, 1), 0, category="beauty"), now)
    found = refund.excess(shop.reader, RULES, DAY)
    assert found.ready and found.amount == 30_000
    assert refund.check(shop.reader, RULES, DAY).quiet_from == date(2026, 11, 1)
    changes = refund.withdraw_excess(shop, found.amount, DAY, "", now)
    assert balance(shop) == 50_000
    changes.undo(shop)
    assert balance(shop) == 80_000
    with pytest.raises(ValueError, match="sign"):
        refund.withdraw_excess(shop, -1, DAY, "", now)
    assert refund.remind_on(shop.reader, RULES) is None
