"""The history that the book knows, and what a fit of it says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from paid_shop import WAYS, cost, fill

from ksdesk.actions import imports
from ksdesk.actions.promotion import costs, effect, plans
from ksdesk.domain.imports import Source
from ksdesk.domain.progress import Cancelled, Progress
from ksdesk.domain.promotion.plans import Plan, PlanReading
from ksdesk.domain.traffic.alarms import Alarm
from ksdesk.domain.traffic.notes import IGNORED, AlarmMark

NOW = datetime(2026, 11, 18, 10, 20)
LAST = date(2026, 11, 17)


@pytest.mark.slow
def test_orders_reports_and_costs_become_a_history(book):
    fill(book, NOW)
    found = effect.read(book.reader, NOW)
    assert (found.days[0], found.days[-1], len(found.days)) == (date(2026, 8, 26), LAST, 84)
    assert set(found.spend) == set(WAYS)
    sold = book.reader.profit.by_day(found.first, found.last)
    assert found.sales == tuple(sold[day].paid for day in found.days)
    assert found.margin == pytest.approx((60 - 28 - 5 - 3) / 60)
    recent = [sum(way[-28:]) / 28 for way in found.spend.values()]
    assert list(found.today.values()) == pytest.approx(recent, abs=50)
    assert all(fen % 100 == 0 for fen in found.today.values())
    assert len(found.history().days) == 84


def test_a_day_that_lacks_orders_or_a_report_is_absent(book):
    fill(book, NOW, days=20)
    report = "日期,计划ID,计划名称,营销目标,花费\n2026-10-20,0,付费买量计划,付费买量,50.00\n"
    imports.commit(book, imports.preview(book, Source("旧.csv", text=report), now=NOW), now=NOW)
    orders = "订单号,订单创建时间,订单状态,实付款,成交数量,商品名称,商品ID\n" + "".join(
        f"b{n},2026-10-22 10:00:00,已发货,60.00,1,柿饼,77\n" for n in range(20)
    )
    imports.commit(book, imports.preview(book, Source("单.csv", text=orders), now=NOW), now=NOW)
    costs.work_out(book)
    found = effect.read(book.reader, NOW)
    assert len(found.days) == 20
    assert found.unordered == 1


@pytest.mark.slow
def test_days_with_suspect_hours_are_left_out_of_the_fit_alone(book):
    fill(book, NOW)
    start = datetime(2026, 11, 15, 20)
    alarm = Alarm("burst", "views", start, start + timedelta(hours=2), spend=80_00)
    found = effect.read(book.reader, NOW, [alarm])
    assert found.suspect == (start.date(),)
    assert start.date() not in found.days
    whole = effect.read(book.reader, NOW)
    assert found.rates == whole.rates
    ignored = replace(alarm, mark=AlarmMark(alarm.key, IGNORED, NOW))
    assert effect.read(book.reader, NOW, [ignored]) == whole


@pytest.mark.slow
def test_what_only_the_phone_told_of_a_way_is_of_the_way_that_reports_name(book):
    """It was a second way of the same name, of which nobody knew what it sold."""
    fill(book, NOW)
    before = effect.read(book.reader, NOW)
    begins = LAST - timedelta(days=9)
    plan = Plan("gift", "周六夜", "sales", 100_00, begins, LAST)
    number = plans.save(book, plan, NOW).ref
    plans.begin(book, number, datetime.combine(begins, datetime.min.time()))
    plans.read_off(book, (PlanReading(number, NOW - timedelta(hours=12), "spend", 100_00),), NOW)
    found = effect.read(book.reader, NOW)
    assert [*found.spend] == [*before.spend]
    assert sum(found.spend["刷礼物"]) == sum(before.spend["刷礼物"]) + 100_00
    assert {w: f for w, f in found.spend.items() if w != "刷礼物"} == {
        w: f for w, f in before.spend.items() if w != "刷礼物"
    }
    told, was = found.attributed["刷礼物"], before.attributed["刷礼物"]
    assert told[:-10] == was[:-10] and all(fen < 0 for fen in told[-10:])  # not known of those days
    plans.read_off(book, (PlanReading(number, NOW - timedelta(hours=12), "gmv", 300_00),), NOW)
    told = effect.read(book.reader, NOW).attributed["刷礼物"]
    assert told[-10:] == tuple(fen + 30_00 for fen in was[-10:])


@pytest.mark.slow
def test_without_costs_no_margin_and_what_is_missing_has_a_name(book):
    fill(book, NOW, costed=False)
    found = effect.read(book.reader, NOW)
    assert (found.margin, found.unknown) == (None, ("goods_cost",))
    cost(book, NOW)
    costs.work_out(book)
    assert effect.read(book.reader, NOW).margin == pytest.approx(0.4)


def test_nothing_spent_is_nothing_to_fit(book):
    assert effect.read(book.reader, NOW).spend == {}


@pytest.mark.slow
def test_the_answer_beats_today_and_raises_no_gifts(book):
    fill(book, NOW)
    found = effect.fitted(effect.read(book.reader, NOW))
    told = effect.answer(found, effect.Terms())
    assert told is not None
    assert told.proposal.probability > 0.8
    assert _net(told.proposal.best) > _net(told.proposal.today)
    assert told.proposal.best["刷礼物"] <= told.proposal.today["刷礼物"]
    more = effect.answer(found, effect.Terms(budget=600_00))
    assert more is not None
    assert more.proposal.best["刷礼物"] <= more.proposal.today["刷礼物"]


def _net(mix):
    brings = {way: top * mix[way] / (mix[way] + 100 * half) for way, (_, top, half) in WAYS.items()}
    return 0.4 * 100 * sum(brings.values()) - sum(mix.values())


@pytest.mark.slow
def test_terms_hold(book):
    fill(book, NOW)
    found = effect.fitted(effect.read(book.reader, NOW))
    today = found.effect.today
    fixed = effect.answer(found, effect.Terms(fixed={"买热搜": 61_00}))
    assert fixed is not None and fixed.proposal.best["买热搜"] == 61_00
    steps = effect.answer(found, effect.Terms(steps={"付费买量": 30_00}))
    assert steps is not None and steps.proposal.best["付费买量"] % 30_00 == 0
    near = effect.answer(found, effect.Terms(times=(0.5, 2)))
    assert near is not None
    assert all(near.proposal.best[way] >= 0.5 * fen - 100 for way, fen in today.items())
    assert effect.answer(found, effect.Terms(budget=50_00, fixed={"买热搜": 61_00})) is None


@pytest.mark.slow
def test_even_spending_tells_nothing(book):
    fill(book, NOW, even=True)
    assert effect.fitted(effect.read(book.reader, NOW)).blind


def test_a_fit_can_be_stopped(book):
    class Stopped(Progress):
        def wanted(self) -> bool:
            return False

    fill(book, NOW, days=20)
    with pytest.raises(Cancelled):
        effect.fitted(effect.read(book.reader, NOW), Stopped())


def test_plans_of_a_proposal_are_one_step(book):
    made = [
        Plan("paid_traffic", "12 月买量", "sales", 100_00, date(2026, 12, 1), date(2026, 12, 31)),
        Plan("gift", "12 月礼物", "sales", 50_00, date(2026, 12, 1), date(2026, 12, 31)),
    ]
    written = plans.save_all(book, made, NOW)
    assert len(book.reader.notes.all(Plan)) == 2
    assert written.undo is not None
    written.undo(book)
    assert book.reader.notes.all(Plan) == ()
