"""Following a trial: days tick by hand or by a report, and go into the history."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from paid_shop import fill

from ksdesk.actions import imports
from ksdesk.actions.promotion import costs, effect, trials
from ksdesk.domain.imports import Source
from ksdesk.domain.promotion.trial import Trial, TrialDay, made, paused
from ksdesk.storage import Store

NOW = datetime(2026, 11, 18, 10, 20)
BEGINS = date(2026, 11, 16)
TRIAL = Trial(BEGINS, ("付费买量", "刷礼物"), ((160_00, 20_00), (60_00, 0)))


@pytest.fixture
def trial(book):
    trials.begin(book, TRIAL, NOW)
    (found,) = book.reader.notes.all(Trial)
    return found


def test_days_are_ticked_as_planned_or_with_what_they_cost(book, trial):
    trials.tick(book, trial, BEGINS, None, NOW)
    trials.tick(book, trial, BEGINS + timedelta(days=1), (98_00, 0), NOW)
    found = trials.newest(book.reader, NOW)
    assert [(one.spent, one.kept) for one in found.days] == [
        ((160_00, 20_00), True),
        ((98_00, 0), False),
        (None, None),
    ]
    assert found.running


def test_a_second_tick_of_a_day_takes_the_place_of_the_first_and_undo_brings_it_back(book, trial):
    trials.tick(book, trial, BEGINS, None, NOW)
    again = trials.tick(book, trial, BEGINS, (1_00, 0), NOW)
    assert [one.spent for one in book.reader.notes.all(TrialDay)] == [(1_00, 0)]
    again.undo(book)
    assert [one.spent for one in book.reader.notes.all(TrialDay)] == [(160_00, 20_00)]


def test_a_day_outside_of_it_cannot_be_ticked(book, trial):
    with pytest.raises(KeyError):
        trials.tick(book, trial, BEGINS - timedelta(days=1), None, NOW)


def test_a_report_ticks_by_itself_and_wins(book, trial):
    trials.tick(book, trial, BEGINS, (5_00, 0), NOW)
    text = (
        "日期,计划ID,计划名称,营销目标,花费\n"
        "2026-11-16,1,买量,付费买量,159.20\n2026-11-16,3,礼物,刷礼物,20.00\n"
        "2026-11-17,1,买量,付费买量,80.00\n"
    )
    imports.commit(book, imports.preview(book, Source("花费.csv", text=text), now=NOW), now=NOW)
    first, second, _ = trials.newest(book.reader, NOW).days
    assert (first.spent, first.kept, first.reported) == ((159_20, 20_00), True, True)
    assert (second.spent, second.kept) == ((80_00, 0), False)


def test_stopping_keeps_what_was_learnt_and_can_be_taken_back(book, trial):
    done = trials.stop(book, trial, NOW)
    found = trials.newest(book.reader, NOW)
    assert not found.running
    assert len(found.days) == 2
    done.undo(book)
    assert trials.newest(book.reader, NOW).running


@pytest.mark.slow
def test_ticked_days_without_a_report_go_into_the_history(book):
    fill(book, NOW - timedelta(days=2))
    orders = "订单号,订单创建时间,订单状态,实付款,成交数量,商品名称,商品ID\n" + "".join(
        f"z{n},2026-11-{16 + n % 2} 12:00:00,已发货,60.00,1,柿饼,77\n" for n in range(50)
    )
    imports.commit(book, imports.preview(book, Source("新.csv", text=orders), now=NOW), now=NOW)
    costs.work_out(book)
    trials.begin(book, TRIAL, NOW)
    (trial,) = book.reader.notes.all(Trial)
    before = effect.read(book.reader, NOW)
    assert BEGINS not in before.days
    trials.tick(book, trial, BEGINS, None, NOW)
    trials.tick(book, trial, date(2026, 11, 18), None, NOW)  # today is not over yet
    after = effect.read(book.reader, NOW)
    place = after.days.index(BEGINS)
    assert after.spend["付费买量"][place] == 160_00
    assert after.attributed["付费买量"][place] < 0  # what the platform counts is not known
    assert after.unordered == before.unordered
    assert effect.fitted(after).fit.known == effect.fitted(before).fit.known


@pytest.mark.slow
def test_a_trial_has_a_price_and_the_pause_a_smaller_one(book):
    fill(book, NOW)
    found = effect.fitted(effect.read(book.reader, NOW))
    whole = effect.trial_price(found, made(BEGINS, found.effect.today, ["刷礼物"]))
    assert whole.whole.low <= whole.whole.mid <= whole.whole.high
    way, price = whole.pause
    pause = effect.trial_price(found, paused(BEGINS, found.effect.today, way, 3))
    assert pause.whole.mid == pytest.approx(price.mid)
    strange = Trial(BEGINS, ("没见过",), ((1_00,),))
    assert effect.trial_price(found, strange) is None


def test_no_trial_is_none(book: Store):
    assert trials.newest(book.reader, NOW) is None
