"""What the book's traffic says about a plan: pace, hours, annoyance, what came of it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from ksdesk.actions import Book, imports
from ksdesk.actions.promotion import looking, plans, standing
from ksdesk.actions.traffic import alarms as traffic_alarms
from ksdesk.domain.imports import Source
from ksdesk.domain.promotion.plans import Plan
from ksdesk.domain.promotion.verdict import agencies

NOW = datetime(2026, 11, 18, 10, 20)
HEAD = "日期,花费,广告曝光数,播放数,点赞数,评论数,分享数,举报数,取消关注数\n"


def bring(book, rows: list[str]) -> None:
    seen = imports.preview(book, Source("日报.csv", text=HEAD + "\n".join(rows)), now=NOW)
    imports.commit(book, seen, now=NOW)


def days_before(count: int, spend: int = 50) -> list[str]:
    return [
        f"{date(2026, 11, 16) - timedelta(days=back)},{spend},10000,1000,30,5,4,2,3"
        for back in range(1, count + 1)
    ]


def running(book, **facts) -> Plan:
    plan = Plan(
        way="paid_traffic", name="甲", goal="sales", budget=60_000,
        begins=date(2026, 11, 16), ends=date(2026, 11, 17),
    )  # fmt: skip
    number = plans.save(book, replace(plan, **facts), NOW).ref
    plans.begin(book, number, datetime(2026, 11, 16))
    return book.reader.notes.one(Plan, number)


def look(book):
    (found,) = standing.every(book.reader, NOW)
    return looking.rhythm(book.reader, found, NOW)


def test_a_large_plan_is_held_against_the_usual_of_the_book(book):
    bring(book, [*days_before(28), "2026-11-16,320,10000,1000,30,5,4,14,3"])
    running(book)
    found = look(book)
    assert (found.usual.day, found.usual.per_week) == (5_000, 7.0)
    assert found.rush.large and not found.rush.often and found.rush.day == 32_000
    assert sum(fen for _day, fen in found.rush.calmer) == 60_000


def test_who_was_annoyed_is_told_before_and_during(book):
    bring(book, [*days_before(28), "2026-11-16,320,10000,1000,30,5,4,14,3"])
    running(book)
    reports, unfollows = look(book).annoyances
    assert (reports.code, reports.before, reports.during, reports.after) == (
        *("reports", 0.2, 1.4, None),
    )
    assert reports.rose and unfollows.code == "unfollows" and not unfollows.rose


CAMPAIGNS = "日期,计划名称,花费,订单数,新增粉丝数,观看人数\n"


def judged_of(book, name: str):
    seen = traffic_alarms.found(book.reader, NOW)
    (one,) = (one for one in standing.every(book.reader, NOW) if one.plan.name == name)
    return looking.verdict(book.reader, one, seen, NOW)


def test_a_plan_is_judged_by_its_own_rows_not_by_what_another_brought(book):
    rows = ["2026-11-16,甲,300,0,1,4000", "2026-11-16,乙,300,40,30,4000"]
    text = CAMPAIGNS + "\n".join(rows)
    imports.commit(
        book, imports.preview(book, Source("计划.csv", text=text), now=NOW), now=NOW
    )  # fmt: skip
    running(book)
    running(book, name="乙")
    nothing, much = judged_of(book, "甲"), judged_of(book, "乙")
    assert nothing.own and much.own
    assert (nothing.kind, much.kind) == ("flat", "rose")
    assert [(row.measure, row.usual, row.seen) for row in much.rows] == [
        ("orders", None, 40),
        ("new_fans", None, 30),
        ("views", None, 4_000),
    ]


def test_a_plan_is_held_against_what_as_much_money_brought_before(book):
    """Two yuan an order before: 300 yuan for 40 orders are few, 300 for 160 are not."""
    days = [date(2026, 11, 15) - timedelta(days=back) for back in range(21)]
    rows = [f"{day},旧,80,40,30,900" for day in days]
    rows += ["2026-11-16,甲,300,40,0,4000", "2026-11-16,乙,300,160,0,4000"]
    text = CAMPAIGNS + "\n".join(rows)
    imports.commit(book, imports.preview(book, Source("计划.csv", text=text), now=NOW), now=NOW)
    running(book)
    running(book, name="乙")
    few, many = judged_of(book, "甲"), judged_of(book, "乙")
    assert (few.kind, many.kind) == ("flat", "rose")
    assert few.rows[0].usual == pytest.approx(150)


def test_without_a_report_that_names_it_the_whole_shop_is_looked_at(book):
    bring(book, days_before(28))
    running(book)
    assert not judged_of(book, "甲").own


def test_without_such_columns_nobody_is_said_to_be_annoyed(book):
    running(book)
    found = look(book)
    assert found.annoyances == () and found.usual is None and found.rush is None


def test_usual_interaction_is_the_median_of_the_own_days(book):
    bring(book, days_before(28))
    assert looking.usual_interaction(book.reader, NOW) == pytest.approx(390)
    assert looking.usual_interaction(book.reader, NOW + timedelta(weeks=30)) is None


@pytest.fixture(scope="module")
def shop(sample_file, tmp_path_factory):
    return shutil.copy(sample_file, tmp_path_factory.mktemp("sample"))


@pytest.fixture
def sample(shop):
    book = Book.open(shop)
    yield book
    book.close()


@pytest.mark.slow
def test_the_sample_shops_plans_are_judged_by_what_they_delivered(sample):
    seen = traffic_alarms.found(sample.reader, NOW)
    every = standing.every(sample.reader, NOW)
    judged = [(one, looking.verdict(sample.reader, one, seen, NOW)) for one in every]
    kinds = {one.plan.name: verdict.kind for one, verdict in judged}
    assert kinds["代理甲 直播间买量"] == "junk" and kinds["热搜「流心柿饼」"] == "early"
    assert kinds["代理乙 吊柿饼短视频"] == "rose"
    told = {agency.label: agency for agency in agencies(judged, NOW)}
    assert set(told) == {"代理甲", "代理乙"}
    assert told["代理甲"].junk == 1 and told["代理甲"].suspect >= 1
    assert told["代理甲"].rating in ("mixed", "bad") and told["代理乙"].rating == "good"
    one = next(one for one in every if one.plan.label == "代理甲")
    assert told["代理甲"].spend == one.spend and told["代理甲"].order_cost == one.order_cost


@pytest.mark.slow
def test_the_sample_shop_has_its_stories(sample):
    every = {one.plan.name: one for one in standing.every(sample.reader, NOW)}
    fast = every["代理乙 吊柿饼短视频"]
    assert looking.rhythm(sample.reader, fast, NOW).pace.kind == "over"
    search = every["热搜「柿饼」"]
    assert [change.what for change in search.changes] == ["keywords"]
    assert search.plan.state == "ended"
    gifts = every["周六礼物夜"]
    assert gifts.spend and gifts.plan.state == "reviewed"


def test_people_come_in_the_evening(sample):
    seen = traffic_alarms.found(sample.reader, NOW)
    heat = looking.heat(sample.reader, NOW, seen.alarms)
    assert heat.best is not None and 18 <= heat.best[0] <= 21
    assert heat.skipped > 0


def test_only_the_hours_of_a_plan_are_judged():
    plan = Plan(
        way="hot_search", name="热搜", goal="sales", budget=1, begins=date(2026, 11, 16),
        ends=date(2026, 11, 18), hour_from=20, hour_to=26, keywords=("柿饼",), state="running",
        begun_at=datetime(2026, 11, 16, 20, 30),
    )  # fmt: skip
    spans = looking.plan_spans(plan, datetime(2026, 11, 18, 1, 59))
    assert spans == [
        (datetime(2026, 11, 16, 20), datetime(2026, 11, 17, 2)),
        (datetime(2026, 11, 17, 20), datetime(2026, 11, 18, 1)),
    ]
    whole = replace(plan, hour_from=0, hour_to=24)
    assert looking.plan_spans(whole, datetime(2026, 11, 18, 1, 59)) == [
        (datetime(2026, 11, 16, 20), datetime(2026, 11, 18, 1))
    ]
    assert looking.plan_spans(plan, datetime(2026, 11, 16, 20, 59)) == []


@pytest.mark.slow
def test_the_curve_around_a_plan_has_the_median_of_the_weeks_before(sample):
    every = {one.plan.name: one.plan for one in standing.every(sample.reader, NOW)}
    evening = looking.crowd(sample.reader, every["周六礼物夜"], "views", NOW)
    assert evening.grain == "hour" and (evening.end - evening.start) == 9 * 3_600
    assert len(evening.came) == len(evening.usual) == 9
    fortnight = looking.crowd(sample.reader, every["热搜「柿饼」"], "views", NOW)
    assert fortnight.grain == "day" and len(fortnight.came) == 18
    assert looking.crowd(sample.reader, every["周六礼物夜"], "", NOW) is None
