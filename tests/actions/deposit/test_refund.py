"""The way back of the promotion deposit, step by step, each undone as one."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import partial

import pytest

from ksdesk.actions import deposit, opening
from ksdesk.actions.deposit import notes, refund
from ksdesk.domain import named_days
from ksdesk.domain.deposit.account import running
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.deposit.line import line_on
from ksdesk.domain.deposit.notes import AccountState, LineCategory, MonthSales, ShownLine
from ksdesk.domain.deposit.refund import StepError
from ksdesk.domain.rulebook import Override, RuleBook

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
    assert found.ready and found.returned == 78_500
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


def test_after_one_is_paid_the_conditions_stand_until_a_new_one_begins(shop, now):
    refund.close_function(shop, DAY, now)
    refund.apply(shop, DAY, "", now)
    refund.paid(shop, 80_000, DAY, "", now)
    assert all(c.met for c in refund.check(shop.reader, RULES, DAY).conditions)
    deposit.add(shop, [NewEntry("promotion", date(2026, 12, 1), "paid_in", 50_000)], now)
    later = refund.check(shop.reader, RULES, date(2026, 12, 1))
    assert [c.state for c in later.conditions] == [
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
    changes = refund.withdraw_excess(shop, found.amount, DAY, "", now)
    assert balance(shop) == 50_000
    changes.undo(shop)
    assert balance(shop) == 80_000
    with pytest.raises(ValueError, match="sign"):
        refund.withdraw_excess(shop, -1, DAY, "", now)
    assert refund.remind_on(shop.reader, RULES) is None


def line(shop, day) -> int | None:
    requirement = deposit.line(shop.reader, RULES, day)
    spoken = deposit.told(shop.reader).facts.speaks_of("promotion", day)
    return requirement.promotion_total if spoken else None


def closed_and_paid(shop, now) -> None:
    refund.close_function(shop, date(2026, 11, 1), now)
    refund.apply(shop, date(2026, 11, 2), "", now)
    refund.paid(shop, 80_000, date(2026, 11, 10), "", now)


def pay_anew(shop, now) -> None:
    deposit.add(shop, [NewEntry("promotion", date(2027, 2, 1), "paid_in", 50_000)], now)


def phone_shows(shop, now) -> None:
    notes.keep(shop, ShownLine("promotion", 50_000, date(2027, 2, 1)), now)


def category_opens(shop, now) -> None:
    notes.keep(shop, LineCategory("二手", 50_000, date(2027, 2, 1), None, "promotion"), now)


def switch_turned(shop, now) -> None:
    on = datetime(2027, 2, 1, 9)
    opening.save_fields(shop, deposit.QUOTE_STEP, {"other_platform": True}, on)


@pytest.mark.slow
@pytest.mark.parametrize("reopen", [pay_anew, phone_shows, category_opens, switch_turned])
def test_a_closing_ends_at_the_next_opening(shop, now, reopen):
    """A finished refund once took the line away for good."""
    assert line(shop, date(2026, 10, 31)) == 50_000
    closed_and_paid(shop, now)
    days = [date(2026, 10, 31), date(2026, 11, 1), date(2027, 1, 31), date(2027, 2, 1)]
    assert [line(shop, day) for day in days] == [50_000, None, None, None]
    reopen(shop, now)
    assert [line(shop, day) for day in days] == [50_000, None, None, 50_000]


def turn(shop, on: bool, day: str) -> None:
    """The wizard's switch, turned by the seller."""
    when = datetime.fromisoformat(f"{day} 09:00")
    opening.save_fields(shop, deposit.QUOTE_STEP, {"other_platform": on}, when)


def lines(shop, *days: str) -> list[int | None]:
    return [line(shop, date.fromisoformat(day)) for day in days]


def test_the_switch_turned_off_and_on_keeps_the_line_between(shop):
    turn(shop, False, "2027-03-05")
    turn(shop, True, "2027-06-10")
    turn(shop, False, "2027-09-01")
    days = ["2026-12-01", "2027-03-04", "2027-03-05", "2027-06-09", "2027-06-10", "2027-08-31"]
    assert lines(shop, *days) == [50_000, 50_000, None, None, 50_000, 50_000]
    assert lines(shop, "2027-09-01", "2028-01-01") == [None, None]


def test_there_and_back_on_one_day_is_nothing(shop):
    for on in (False, True, False, True):
        turn(shop, on, "2027-03-05")
    assert lines(shop, "2027-03-04", "2027-03-05", "2027-03-06") == [50_000] * 3


@pytest.mark.parametrize("moments", [["2026-11-01"], ["2026-11-01", "2026-12-24"]])
def test_closed_and_opened_again_on_one_day_stays_open(shop, now, moments):
    """The switch opened it from the day after, and each later edit of the step moved that day."""
    refund.close_function(shop, date(2026, 11, 1), now)
    assert lines(shop, "2026-11-01") == [None]
    for day in moments:
        turn(shop, True, day)
    assert lines(shop, "2026-10-31", "2026-11-01", "2026-11-02", "2026-12-25") == [50_000] * 4


def test_turned_on_by_mistake_for_an_hour_it_was_never_on(book, now):
    opening.save_fields(book, "type.choose", {"shop_type": "personal"}, now)
    opening.save_fields(book, deposit.QUOTE_STEP, {"other_platform": False}, now)
    for on in (True, False):
        turn(book, on, "2027-03-05")
    assert lines(book, "2026-10-31", "2027-03-05", "2027-03-06") == [None] * 3


@pytest.mark.slow
def test_a_second_closing_of_one_refund_keeps_what_was_between(shop, now):
    """The case moved its day: the weeks between the closings had a line once more."""
    refund.close_function(shop, date(2026, 11, 1), now)
    turn(shop, True, "2026-11-05")
    again = refund.close_function(shop, date(2026, 11, 20), now)
    days = ["2026-10-31", "2026-11-01", "2026-11-04", "2026-11-05", "2026-11-19", "2026-11-20"]
    assert lines(shop, *days) == [50_000, None, None, 50_000, 50_000, None]
    turn(shop, True, "2026-12-03")
    assert lines(shop, *days, "2026-12-02", "2026-12-03")[-3:] == [None, None, 50_000]
    turn(shop, False, "2026-12-03")
    again.undo(shop)
    assert lines(shop, *days)[-1] == 50_000


def test_what_was_answered_with_no_and_turned_on_later_was_off_until_then(book, now):
    """The days before stood at 500 yuan, too."""
    opening.save_fields(book, "type.choose", {"shop_type": "personal"}, now)
    turn(book, False, "2026-12-01")
    turn(book, True, "2027-03-05")
    assert lines(book, "2026-11-30", "2027-03-04", "2027-03-05") == [None, None, 50_000]
    turn(book, False, "2027-05-01")
    assert lines(book, "2027-03-04", "2027-03-05", "2027-05-01") == [None, 50_000, None]


def test_an_answer_that_is_mended_on_its_first_day_holds_at_all_times(book, now):
    opening.save_fields(book, "type.choose", {"shop_type": "personal"}, now)
    for on in (False, True):
        turn(book, on, "2026-12-01")
    assert lines(book, "2026-01-01", "2026-12-01") == [50_000] * 2
    turn(book, False, "2026-12-01")
    assert lines(book, "2026-01-01", "2026-12-02") == [None] * 2


def test_a_first_yes_of_the_switch_opens_what_was_closed_before_it(book, now):
    """Known by its category alone, promotion stayed closed for good, and the switch stood at on."""
    opening.save_fields(book, "type.choose", {"shop_type": "personal"}, now)
    beauty = LineCategory("beauty", 70_000, date(2026, 3, 1), None, "promotion")
    notes.keep(book, beauty, now)
    refund.close_function(book, date(2026, 6, 1), now)
    turn(book, True, "2026-07-01")
    days = ["2026-05-31", "2026-06-01", "2026-06-30", "2026-07-01", "2026-08-31"]
    assert lines(book, *days) == [70_000, None, None, 70_000, 70_000]
    turn(book, False, "2026-09-01")
    assert lines(book, *days, "2026-09-01") == [70_000, None, None, 70_000, 70_000, None]


def test_paid_back_paid_in_and_closed_again_on_one_day_is_closed(shop, now):
    day = date(2026, 11, 10)
    refund.apply(shop, day, "", now)
    refund.paid(shop, 80_000, day, "", now)
    deposit.add(shop, [NewEntry("promotion", day, "paid_in", 50_000)], now)
    assert lines(shop, "2026-11-09", "2026-11-10", "2026-11-11") == [50_000] * 3
    refund.apply(shop, day, "", now)
    assert lines(shop, "2026-11-09", "2026-11-10", "2026-11-11") == [50_000, None, None]


def test_what_is_told_later_of_an_earlier_day_holds(shop, now):
    turn(shop, False, "2026-11-10")
    turn(shop, True, "2026-11-15")
    refund.close_function(shop, date(2026, 11, 1), now)
    assert lines(shop, "2026-10-31", "2026-11-01", "2026-11-15", "2026-12-01") == [
        50_000,
        None,
        None,
        None,
    ]


def test_undoing_a_closing_turns_the_switch_back(shop, now):
    changes = refund.close_function(shop, date(2026, 11, 1), now)
    assert not deposit.told(shop.reader).promotion
    changes.undo(shop)
    assert deposit.told(shop.reader).promotion
    assert line(shop, DAY) == 50_000


def test_a_step_cannot_have_happened_so(shop, now):
    refund.close_function(shop, date(2026, 11, 5), now)
    with pytest.raises(StepError, match="too_early"):
        refund.apply(shop, date(2026, 11, 4), "", now)
    refund.apply(shop, date(2026, 11, 6), "", now)
    with pytest.raises(StepError, match="too_late"):
        refund.close_function(shop, date(2026, 11, 7), now)
    with pytest.raises(StepError, match="too_much"):
        refund.deducted(shop, 80_001, date(2026, 11, 7), "", now)
    with pytest.raises(StepError, match="too_early"):
        refund.deducted(shop, 1, date(2026, 11, 5), "", now)
    refund.deducted(shop, 30_000, date(2026, 11, 8), "", now)
    with pytest.raises(StepError, match="too_much"):
        refund.paid(shop, 50_001, date(2026, 11, 9), "", now)
    with pytest.raises(StepError, match="too_early"):
        refund.paid(shop, 50_000, date(2026, 11, 7), "", now)
    assert state(shop) == ("deducted", 50_000)


def test_what_came_later_cannot_be_taken_before_it_came(shop, now):
    refund.apply(shop, date(2026, 5, 4), "", now)
    deposit.add(shop, [NewEntry("promotion", date(2026, 9, 5), "paid_in", 500_000)], now)
    for verb in (refund.deducted, refund.paid):
        with pytest.raises(StepError, match="too_much") as refused:
            verb(shop, 80_001, date(2026, 5, 6), "", now)
        assert refused.value.most == 80_000
    with pytest.raises(StepError, match="too_much"):
        refund.withdraw_excess(shop, 80_001, date(2026, 9, 4), "", now)
    refund.withdraw_excess(shop, 80_001, date(2026, 9, 5), "", now)


def test_what_went_later_must_have_lain_there(shop, now):
    """Only today's balance was looked at: in May the account would have been below zero."""
    between = [(5, "deduction", -60_000), (9, "paid_in", 90_000)]
    entries = [NewEntry("promotion", date(2026, 5, n), kind, fen) for n, kind, fen in between]
    deposit.add(shop, entries, now)
    with pytest.raises(StepError, match="too_much") as refused:
        refund.withdraw_excess(shop, 70_000, date(2026, 5, 2), "", now)
    assert refused.value.most == 20_000
    refund.withdraw_excess(shop, 20_000, date(2026, 5, 2), "", now)
    assert min(after for _, after in running(shop.reader.deposit.entries("promotion"))) == 0


def test_a_refund_asked_for_closes_promotion_where_no_closing_was_noted(shop, now):
    """It was paid back, and yet promotion stood as open, and its line with it."""
    changes = refund.apply(shop, date(2026, 11, 4), "", now)
    refund.paid(shop, 80_000, date(2026, 11, 10), "", now)
    assert all(c.met for c in refund.check(shop.reader, RULES, DAY).conditions)
    assert lines(shop, "2026-11-03", "2026-11-04", "2026-11-18") == [50_000, None, None]
    changes.undo(shop)
    assert deposit.told(shop.reader).promotion


def test_a_frozen_account_is_not_asked_for_its_refund(shop, now):
    refund.close_function(shop, date(2026, 11, 1), now)
    refund.exit_rule_met(shop, date(2026, 11, 1), now)
    notes.keep(shop, AccountState("promotion", date(2026, 11, 2), True), now)
    found = refund.check(shop.reader, RULES, DAY)
    assert found.frozen and not found.ready
    with pytest.raises(StepError, match="frozen"):
        refund.apply(shop, DAY, "", now)
    notes.keep(shop, AccountState("promotion", date(2026, 11, 9), False), now)
    assert refund.check(shop.reader, RULES, DAY).ready
    refund.apply(shop, DAY, "", now)


def test_a_step_whose_line_was_reversed_did_not_happen(shop, now):
    """The ledger had the money back while the refund stood as paid, and could not be noted."""
    refund.apply(shop, date(2026, 11, 4), "", now)
    refund.deducted(shop, 5_000, date(2026, 11, 6), "", now)
    refund.deducted(shop, 3_000, date(2026, 11, 7), "", now)
    refund.paid(shop, 72_000, date(2026, 11, 10), "", now)
    found = {e.amount: e.id for e in shop.reader.deposit.entries("promotion")}
    back = deposit.reverse(shop, [found[-72_000]], date(2026, 11, 11), "typed wrong", now)
    assert state(shop) == ("deducted", 72_000)
    assert refund.remind_on(shop.reader, RULES) is not None
    deposit.reverse(shop, [found[-3_000]], date(2026, 11, 11), "", now)
    assert refund.case(shop.reader).deducted == 5_000
    deposit.reverse(shop, [found[-5_000]], date(2026, 11, 11), "", now)
    assert state(shop) == ("applied", 80_000)
    refund.paid(shop, 80_000, date(2026, 11, 12), "", now)
    assert state(shop) == ("paid", 0)
    back.undo(shop)
    assert refund.case(shop.reader).paid == 80_000


def test_undoing_a_reversal_lets_the_step_stand_again(shop, now):
    refund.apply(shop, date(2026, 11, 4), "", now)
    refund.paid(shop, 80_000, date(2026, 11, 10), "", now)
    applied, paid = shop.reader.deposit.entries("promotion")[-2:]
    day = date(2026, 11, 11)
    steps = [deposit.reverse(shop, [each.id], day, "", now) for each in (paid, applied)]
    assert state(shop) == ("preparing", 80_000)
    steps.pop().undo(shop)
    assert state(shop) == ("applied", 80_000)
    steps.pop().undo(shop)
    assert state(shop) == ("paid", 0)


def test_a_second_refund_is_not_dated_before_the_first(shop, now):
    closed_and_paid(shop, now)
    deposit.add(shop, [NewEntry("promotion", date(2026, 11, 12), "paid_in", 50_000)], now)
    for step in (refund.close_function, partial(refund.apply, note="")):
        with pytest.raises(StepError, match="too_early") as refused:
            step(shop, date(2026, 11, 6), now=now)
        assert refused.value.day == date(2026, 11, 10)
    assert lines(shop, "2026-11-11", "2026-11-12", "2026-11-18") == [None, 50_000, 50_000]
    refund.close_function(shop, date(2026, 11, 15), now)
    assert lines(shop, "2026-11-12", "2026-11-14", "2026-11-15") == [50_000, 50_000, None]


def test_opened_again_after_it_was_asked_for_it_can_be_closed_anew(shop, now):
    """The second closing was refused for good: the first refund had been asked for before it."""
    refund.close_function(shop, date(2026, 11, 1), now)
    refund.apply(shop, date(2026, 11, 4), "", now)
    with pytest.raises(StepError, match="too_early"):
        refund.reopen(shop, date(2026, 11, 3), 50_000, now)
    refund.reopen(shop, date(2026, 11, 8), 50_000, now)
    again = refund.close_function(shop, date(2026, 11, 14), now)
    assert state(shop) == ("preparing", 80_000)
    days = ["2026-10-31", "2026-11-01", "2026-11-07", "2026-11-08", "2026-11-13", "2026-11-14"]
    assert lines(shop, *days) == [50_000, None, None, 50_000, 50_000, None]
    again.undo(shop)
    assert lines(shop, *days)[-1] == 50_000


def test_what_was_asked_for_is_off_once_promotion_is_open_again(shop, now):
    refund.close_function(shop, date(2026, 11, 1), now)
    refund.apply(shop, date(2026, 11, 4), "", now)
    back = refund.reopen(shop, date(2026, 11, 8), 50_000, now)
    assert refund.remind_on(shop.reader, RULES) is None
    with pytest.raises(ValueError, match="preparing"):
        refund.paid(shop, 80_000, date(2026, 11, 9), "", now)
    back.undo(shop)
    assert state(shop) == ("applied", 80_000)
    assert refund.remind_on(shop.reader, RULES) is not None


def test_a_closed_promotion_whose_money_lies_there_asks_for_no_line(shop, now):
    """It was said not to be filled in; what the phone shows, typed there, opened it again."""
    refund.close_function(shop, date(2026, 11, 1), now)
    states = [
        {one.name: one.state for one in deposit.accounts(shop.reader, RULES, date(*day))}
        for day in ((2026, 10, 31), (2026, 11, 1))
    ]
    assert [each["promotion"] for each in states] == ["enough", "released"]


def test_what_was_between_two_closings_needs_no_switch(book, now):
    """A shop that never turned the wizard's switch lost its first closing at the second."""
    opening.save_fields(book, "type.choose", {"shop_type": "personal"}, now)
    beauty = LineCategory("beauty", 70_000, date(2026, 3, 1), None, "promotion")
    notes.keep(book, beauty, now)
    refund.close_function(book, date(2026, 6, 1), now)
    refund.reopen(book, date(2026, 7, 1), 60_000, now)
    refund.close_function(book, date(2026, 9, 1), now)
    days = ["2026-05-31", "2026-06-01", "2026-06-30", "2026-07-01", "2026-08-31", "2026-09-01"]
    assert lines(book, *days) == [70_000, None, None, 60_000, 60_000, None]


def test_the_exit_rule_was_met_before_the_refund_was_asked_for(shop, now):
    refund.apply(shop, date(2026, 5, 4), "", now)
    with pytest.raises(StepError, match="too_late"):
        refund.exit_rule_met(shop, date(2026, 5, 5), now)
    refund.exit_rule_met(shop, date(2026, 5, 4), now)
    refund.exit_rule_met(shop, None, now)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["paid_in", "special_top_up", "transfer_in"])
def test_whatever_is_paid_in_after_a_refund_opens_promotion_again(shop, now, kind):
    refund.close_function(shop, date(2026, 5, 1), now)
    refund.apply(shop, date(2026, 5, 4), "", now)
    refund.paid(shop, 80_000, date(2026, 6, 1), "", now)
    deposit.add(shop, [NewEntry("promotion", date(2026, 7, 1), kind, 50_000)], now)
    days = [date(2026, 4, 30), date(2026, 5, 1), date(2026, 6, 30), date(2026, 7, 1), DAY]
    assert [line(shop, day) for day in days] == [50_000, None, None, 50_000, 50_000]
    refund.close_function(shop, date(2026, 8, 1), now)
    assert [line(shop, day) for day in days] == [50_000, None, None, 50_000, None]


def test_a_frozen_account_gives_nothing_and_no_more_goes_than_lies_there(shop, now):
    with pytest.raises(StepError, match="too_much"):
        refund.withdraw_excess(shop, 80_001, DAY, "", now)
    notes.keep(shop, AccountState("promotion", date(2026, 11, 1), True), now)
    found = refund.excess(shop.reader, RULES, DAY, closed=True, unsold=True)
    assert found.frozen and not found.ready
    with pytest.raises(StepError, match="frozen"):
        refund.withdraw_excess(shop, 1, DAY, "", now)


def test_the_phones_own_promotion_line_says_what_must_stay(shop, now):
    deposit.add(shop, [NewEntry("promotion", date(2026, 4, 1), "paid_in", 520_000)], now)
    notes.keep(shop, ShownLine("promotion", 300_000, date(2026, 10, 1)), now)
    assert refund.excess(shop.reader, RULES, DAY).amount == 300_000


def test_the_minimum_stays_once_the_category_that_the_phone_counted_is_closed(book, now):
    """All of it stood as beyond need, though the function itself was never closed."""
    deposit.add(book, [NewEntry("promotion", date(2026, 1, 2), "paid_in", 600_000)], now)
    alcohol = LineCategory("酒类", 450_000, date(2026, 2, 1), date(2026, 10, 20), "promotion")
    notes.keep(book, alcohol, now)
    notes.keep(book, ShownLine("promotion", 450_000, date(2026, 9, 1)), now)
    found = refund.excess(book.reader, RULES, DAY)
    assert (found.line, found.amount) == (50_000, 550_000)
    assert lines(book, "2026-10-19", "2026-10-20") == [450_000, 50_000]


def test_a_reversal_is_not_dated_before_its_line(shop, now):
    number = shop.reader.deposit.entries("promotion")[0].id
    with pytest.raises(StepError, match="too_early"):
        deposit.reverse(shop, [number], date(2026, 3, 4), "", now)
    assert balance(shop) == 80_000


def test_a_look_at_the_wizard_opens_nothing_again(shop, now):
    closed_and_paid(shop, now)
    opening.go(shop, deposit.QUOTE_STEP, datetime(2027, 2, 1, 9))
    assert line(shop, date(2027, 2, 1)) is None


def test_a_year_that_is_not_announced_is_said_and_can_be_typed(shop, now):
    """The day was said as if the days off of the New Year were known."""
    applied = date(2026, 12, 20)
    refund.close_function(shop, date(2026, 12, 1), now)
    refund.exit_rule_met(shop, date(2026, 12, 10), now)
    refund.apply(shop, applied, "", now)
    guessed = refund.remind_on(shop.reader, RULES)
    assert guessed.year == 2027 and refund.year_not_announced(shop.reader, RULES) == 2027
    typed = RULES.with_overrides(
        [
            Override("deposit.calendar.off", ("2027-01-04..2027-01-08 春节",), now.date()),
            Override("deposit.calendar.worked", ("2027-01-09",), now.date()),
        ]
    )
    assert refund.year_not_announced(shop.reader, typed) is None
    later = [guessed + timedelta(days=n) for n in range(1, 15)]
    working = [day for day in later if named_days.is_working_day(day)]
    assert refund.remind_on(shop.reader, typed) == working[3]  # five off, one worked


def test_within_an_announced_year_nothing_is_said(shop, now):
    refund.close_function(shop, date(2026, 11, 1), now)
    refund.exit_rule_met(shop, date(2026, 11, 10), now)
    refund.apply(shop, DAY, "", now)
    assert refund.year_not_announced(shop.reader, RULES) is None


def test_reopening_is_a_step_of_its_own(shop, now):
    steps = [
        refund.close_function(shop, date(2026, 11, 1), now),
        refund.exit_rule_met(shop, date(2026, 11, 1), now),
    ]
    with pytest.raises(StepError):
        refund.reopen(shop, date(2026, 11, 1), 50_000, now)
    steps.append(refund.reopen(shop, date(2026, 11, 12), 70_000, now))
    facts = deposit.told(shop.reader).facts
    lines = [
        line_on(facts, RULES, "promotion", date(2026, *day))
        for day in ((11, 11), (11, 12), (12, 1))
    ]
    assert lines == [None, 70_000, 70_000]
    assert not refund.check(shop.reader, RULES, DAY).ready
    fields = shop.reader.opening.step(deposit.QUOTE_STEP).fields
    assert fields["other_platform"] is True
    steps.pop().undo(shop)
    facts = deposit.told(shop.reader).facts
    assert line_on(facts, RULES, "promotion", DAY) is None
    assert refund.check(shop.reader, RULES, DAY).ready


def test_what_was_never_closed_is_not_opened_again(shop, now):
    with pytest.raises(ValueError, match="not closed"):
        refund.reopen(shop, DAY, 50_000, now)
