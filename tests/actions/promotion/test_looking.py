"""What the book's traffic says about a plan: pace, hours, annoyance, what came of it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import product
from statistics import median

import pytest

from ksdesk.actions import Book, imports
from ksdesk.actions.promotion import looking, plans, standing
from ksdesk.actions.traffic import alarms as traffic_alarms
from ksdesk.domain.imports import Source
from ksdesk.domain.promotion.attaching import PlanStanding
from ksdesk.domain.promotion.plans import Plan, PlanReading
from ksdesk.domain.promotion.verdict import agencies
from ksdesk.domain.traffic import to_seconds
from ksdesk.domain.traffic.alarms import Alarm, Alarms, Evidence
from ksdesk.domain.traffic.notes import AlarmMark

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


def test_what_only_the_phone_told_is_usual_too(book):
    """A seller without reports was never warned: nothing was known to be usual."""
    for back in range(1, 29, 2):
        day = date(2026, 11, 16) - timedelta(days=back)
        plan = Plan("paid_traffic", "天", "sales", 50_00, day, day)
        number = plans.save(book, plan, NOW).ref
        plans.begin(book, number, datetime(day.year, day.month, day.day, 9))
        plans.end(book, number, datetime(day.year, day.month, day.day, 22))
        plans.read_off(book, (PlanReading(number, NOW - timedelta(1), "spend", 50_00),), NOW)
    number = running(book).id
    found = next(one for one in standing.every(book.reader, NOW) if one.plan.id == number)
    seen = looking.rhythm(book.reader, found, NOW)
    assert (seen.usual.day, seen.usual.per_week) == (50_00, 3.5)
    assert seen.rush.large and seen.rush.day == 300_00
    assert sum(fen for _day, fen in seen.rush.calmer) == 600_00


def test_plans_of_the_same_day_are_large_together(book):
    bring(book, days_before(28)[::4])
    alike = {"budget": 60_00, "begins": NOW.date(), "ends": NOW.date()}
    first = running(book, **alike)
    assert look(book).rush is None
    plans.save(book, Plan("paid_traffic", "又", "sales", 60_00, NOW.date(), NOW.date()), NOW)
    found = next(one for one in standing.every(book.reader, NOW) if one.plan.id == first.id)
    rush = looking.rhythm(book.reader, found, NOW).rush
    assert rush.large and rush.day == 120_00


def test_who_was_annoyed_is_told_before_and_during(book):
    bring(book, [*days_before(28), "2026-11-16,320,10000,1000,30,5,4,14,3"])
    running(book)
    reports, unfollows = look(book).annoyances
    assert (reports.code, reports.before, reports.during, reports.after) == (
        *("reports", 0.2, 1.4, None),
    )
    assert reports.rose and unfollows.code == "unfollows" and not unfollows.rose


@pytest.mark.parametrize("shown", ["广告曝光数", "封面曝光数", "素材曝光数", "播放数"])
@pytest.mark.parametrize("elsewhere", [False, True])
def test_whatever_a_report_calls_an_exposure_annoyance_is_told_per_thousand(book, shown, elsewhere):
    """磁力引擎's reports, which alone tell 取消关注, have 封面曝光数 and no 广告曝光数: nothing
    was told of them."""
    head = f"日期,花费（元）,{shown},举报数,拉黑数,减少此类作品数,取消关注数\n"
    days = [date(2026, 11, 16) - timedelta(days=back) for back in range(1, 15)]
    rows = [f"{day},50,10000,2,1,4,3" for day in days] + ["2026-11-16,320,10000,14,10,9,30"]
    seen = imports.preview(book, Source("日报.csv", text=head + "\n".join(rows)), now=NOW)
    imports.commit(book, seen, now=NOW)
    if elsewhere:  # another report of a day, that has no annoyance
        other = "日期,广告曝光数,观看人数\n2026-11-17,77,5\n"
        seen = imports.preview(book, Source("别的.csv", text=other), now=NOW)
        imports.commit(book, seen, now=NOW)
    running(book)
    found = {row.code: row for row in look(book).annoyances}
    assert list(found) == ["reports", "blocks", "dislikes", "unfollows"]
    assert [(row.before, row.during, row.rose) for row in found.values()] == [
        *((0.2, 1.4, True), (0.1, 1.0, True), (0.4, 0.9, True), (0.3, 3.0, True)),
    ]


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


@pytest.mark.parametrize("hours", [(0, 24), (19, 23), (20, 26)])
@pytest.mark.parametrize("own", [True, False])
def test_a_plan_that_is_noted_after_it_ran_is_judged_by_its_own_hours(book, hours, own):
    """Of a plan that was begun and ended here two days later it was too early to tell for good."""
    name = "甲" if own else "别人"
    text = CAMPAIGNS + f"2026-11-16,{name},300,40,30,4000"
    imports.commit(book, imports.preview(book, Source("计划.csv", text=text), now=NOW), now=NOW)
    made = Plan(
        way="paid_traffic", name="甲", goal="sales", budget=60_000, label="代投",
        begins=date(2026, 11, 16), ends=date(2026, 11, 16), hour_from=hours[0], hour_to=hours[1],
    )  # fmt: skip
    number = plans.save(book, made, NOW).ref
    plans.begin(book, number, NOW - timedelta(minutes=20))
    plans.end(book, number, NOW)
    plan = book.reader.notes.one(Plan, number)
    midnight = datetime(2026, 11, 16)
    ran = [(midnight + timedelta(hours=hours[0]), midnight + timedelta(hours=hours[1]))]
    assert looking.plan_spans(plan, NOW) == ran
    assert judged_of(book, "甲").kind == ("rose" if own else "unknown")
    (agency,) = agencies([(standing.every(book.reader, NOW)[0], judged_of(book, "甲"))], NOW)
    assert agency.days == 1 + (hours[1] > 24)


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


@pytest.mark.parametrize("hours", [(0, 24), (9, 12), (20, 26), (23, 24), (6, 30), (22, 23)])
def test_each_full_hour_in_which_a_plan_ran_is_looked_at_once(hours):
    """One that was begun after midnight, in hours that began on the day before, lost these."""
    for began, now in product((-3, 0, 2, 4, 21, 25, 50), (1, 20, 26, 49, 90)):
        for minutes in (0, 30):
            look_at_the_hours(hours, began, now, minutes)


def look_at_the_hours(hours: tuple[int, int], began: int, now: int, minutes: int) -> None:
    midnight = datetime(2026, 11, 16)
    plan = Plan(
        way="gift", name="夜", goal="viewers", budget=1, begins=date(2026, 11, 16),
        ends=date(2026, 11, 18), hour_from=hours[0], hour_to=hours[1], state="running",
        begun_at=midnight + timedelta(hours=began, minutes=minutes),
    )  # fmt: skip
    moment = midnight + timedelta(hours=now, minutes=minutes)
    spans = looking.plan_spans(plan, moment)
    seen = [
        first + timedelta(hours=n)
        for first, last in spans
        for n in range(int((last - first) / timedelta(hours=1)))
    ]
    ran = [h % 24 for h in range(*hours)]
    last = min(now, 48 + hours[1])
    due = [midnight + timedelta(hours=h) for h in range(began, last) if h % 24 in ran]
    assert seen == due
    assert all(first < last <= moment for first, last in spans)


HOURLY = "日期,小时,花费,观看数,播放数,点赞数\n"
MONDAY = datetime(2026, 9, 14)


def come(at: datetime) -> int:
    """How many came in an hour, each week and day others."""
    number = int((at - MONDAY) / timedelta(hours=1))
    return 1 + number % 24 * 3 + number // 24 % 7 * 5 + (number // 168) ** 2 * 7


def fill_hours(book) -> None:
    hours = [MONDAY + timedelta(hours=n) for n in range(66 * 24)]
    lines = [f"{at:%Y-%m-%d},{at.hour},1.00,{come(at)},100,2" for at in hours]
    seen = imports.preview(book, Source("时.csv", text=HOURLY + "\n".join(lines)), now=NOW)
    imports.commit(book, seen, now=NOW)


@pytest.fixture
def hours(filled_once, tmp_path):
    book = Book.open(shutil.copy(filled_once(fill_hours), tmp_path))
    with book.connection():
        yield book
    book.close()


@pytest.mark.parametrize(
    ("begins", "ends", "now", "grain"),
    [
        (datetime(2026, 11, 16, 20), datetime(2026, 11, 16, 22, 30), NOW, "hour"),
        (datetime(2026, 11, 16, 20, 15), datetime(2026, 11, 18, 12), NOW, "hour"),
        (datetime(2026, 11, 10), datetime(2026, 11, 13), NOW, "hour"),
        (datetime(2026, 11, 10), datetime(2026, 11, 13, 0, 1), NOW, "day"),
        (datetime(2026, 11, 2, 9), datetime(2026, 11, 30), NOW, "day"),
        (datetime(2026, 11, 18, 10), datetime(2026, 11, 18, 20), NOW, "hour"),
        (datetime(2026, 11, 25), datetime(2026, 11, 25, 4), NOW, "hour"),
    ],
)
def test_around_a_plan_two_hours_or_days_more_are_shown_with_their_median(
    hours, begins, ends, now, grain
):
    plan = Plan(
        way="gift", name="夜", goal="viewers", budget=1, begins=begins.date(), ends=ends.date(),
        state="ended", begun_at=begins, ended_at=ends,
    )  # fmt: skip
    found = looking.crowd(hours.reader, plan, "views", now)
    step = timedelta(hours=1) if grain == "hour" else timedelta(days=1)
    floor = lambda at: MONDAY + (at - MONDAY) // step * step  # noqa: E731
    up = floor(ends) if floor(ends) == ends else floor(ends) + step
    start, end = floor(begins) - 2 * step, min(up + 2 * step, floor(now) + step)
    end = max(end, start + step)
    assert found is None or (found.grain, found.code) == (grain, "views")
    moments = [start + step * n for n in range((end - start) // step)]

    def seen(at: datetime) -> int | None:
        known = [at + timedelta(hours=n) for n in range(step // timedelta(hours=1))]
        known = [h for h in known if MONDAY <= h < MONDAY + timedelta(days=66)]
        return sum(map(come, known)) or None

    came = {to_seconds(at): n for at in moments if (n := seen(at)) is not None}
    before = {
        to_seconds(at): [n for w in range(1, 5) if (n := seen(at - timedelta(weeks=w)))]
        for at in moments
    }
    usual = {at: median(counts) for at, counts in before.items() if counts}
    assert (found.start, found.end) == (to_seconds(start), to_seconds(end))
    assert (found.came, found.usual) == (came, usual)


def test_without_a_figure_there_is_no_curve(book):
    plan = Plan(way="gift", name="夜", goal="viewers", budget=1, begins=NOW.date(), ends=NOW.date())
    assert looking.crowd(book.reader, plan, "views", NOW) is None


@pytest.mark.parametrize("state", ["handled", "ignored"])
@pytest.mark.parametrize("suspect", [True, False])
def test_hours_that_look_odd_are_not_advised(hours, state, suspect):
    mark = AlarmMark("k", state, NOW)
    start, end = datetime(2026, 11, 16, 20), datetime(2026, 11, 17)
    odd = Alarm("idle_viewers", "views", start, end, mark=mark)
    trend = replace(odd, kind="trend")
    heat = looking.heat(hours.reader, NOW, [odd if suspect else trend])
    assert odd.suspect and not trend.suspect
    assert heat.skipped == (4 if suspect and state != "ignored" else 0)
    assert (heat.code, heat.weeks) == ("views", 8)
    eight = [NOW.replace(hour=20, minute=0) - timedelta(days=2, weeks=w) for w in range(8)]
    counted = eight[1:] if heat.skipped else eight
    assert heat.cells[0][20] == median(map(come, counted))


@pytest.mark.parametrize("head", ["播放数", "观看数"])
def test_interaction_is_that_of_the_eight_weeks_before_today(book, head):
    days = {0: (99, 0), 1: (1, 0), 56: (0, 2), 57: (99, 0), 30: (1, 2), 20: (0, 0)}
    rows = [
        f"{NOW.date() - timedelta(days=back)},{1000 if touched else 0},{likes},{shares}"
        for back, (likes, shares) in days.items()
        for touched in [likes or shares]
    ]
    text = f"日期,{head},点赞数,分享数\n" + "\n".join(rows)
    imports.commit(book, imports.preview(book, Source("日.csv", text=text), now=NOW), now=NOW)
    assert looking.usual_interaction(book.reader, NOW) == pytest.approx(20)


def test_annoyance_is_of_two_weeks_before_and_one_after(book):
    """Per 10,000 impressions, of the days up to today."""
    days = [date(2026, 10, 20) + timedelta(days=n) for n in range(30)]
    first, last = date(2026, 11, 4), date(2026, 11, 6)
    inside = {
        day: "before" if day < first else "during" if day <= last else "after"
        for day in days
        if first - timedelta(days=14) <= day <= last + timedelta(days=7)
    }
    told = {"before": 3, "during": 40, "after": 7, None: 900}
    rows = [f"{day},50,10000,1000,1,1,1,{told[inside.get(day)]},1" for day in days]
    bring(book, rows)
    plan = running(book, begins=first, ends=last)
    run = replace(plan, begun_at=datetime(2026, 11, 4, 9), ended_at=datetime(2026, 11, 7))
    reports = next(
        one
        for one in looking.rhythm(
            book.reader, PlanStanding(replace(run, state="ended")), NOW
        ).annoyances
        if one.code == "reports"
    )
    assert (reports.before, reports.during, reports.after) == (0.3, 4, 0.7)
    soon = datetime(2026, 11, 6, 12)
    early = looking.rhythm(book.reader, PlanStanding(replace(run, state="ended")), soon)
    assert early.annoyances[0].after is None
    assert not looking.rhythm(
        book.reader, PlanStanding(replace(run, state="planned")), NOW
    ).annoyances


@pytest.mark.parametrize("odd_week", [0, 3])
def test_the_hours_of_a_plan_are_held_against_those_of_the_weeks_before(hours, odd_week):
    """Of the whole shop where no report names its campaigns; odd weeks tell nothing usual."""
    first = datetime(2026, 11, 16, 20)
    spans = [
        (first, first + timedelta(hours=2)),
        (first + timedelta(days=1), first + timedelta(hours=26)),
    ]
    odd = first - timedelta(weeks=odd_week)
    alarm = Alarm("burst", "views", odd, odd + timedelta(hours=1))
    trend = Alarm("trend", "views", *(at - timedelta(weeks=1) for at in spans[0]))
    seen = Alarms("", NOW.date(), alarms=(alarm, trend) if odd_week else (trend,), views="views")

    def came(span: tuple[datetime, datetime], back: int) -> int:
        return sum(come(span[0] - timedelta(weeks=back) + timedelta(hours=n)) for n in (0, 1))

    def usual(span: tuple[datetime, datetime]) -> float:
        skipped = odd_week if span is spans[0] else 0
        return median(came(span, back) for back in range(1, 9) if back != skipped)

    (one,) = (row for row in looking._rows(hours.reader, spans[:1], seen) if row.measure == "views")
    assert (one.usual, one.seen) == (usual(spans[0]), came(spans[0], 0))
    (both,) = (row for row in looking._rows(hours.reader, spans, seen) if row.measure == "views")
    assert both.usual == sum(map(usual, spans))
    assert both.seen == sum(came(span, 0) for span in spans)
    assert looking._rows(hours.reader, spans, replace(seen, views="")) == ()
    late = [(at + timedelta(days=400), at + timedelta(days=401)) for at, _ in spans]
    assert looking._rows(hours.reader, late, seen) == ()


@pytest.mark.parametrize("days", [1, 2, 3])
def test_the_evidence_of_several_days_is_their_sum_and_of_the_stay_their_mean(days):
    rows = [
        (
            Evidence("views", 10.0 * n, 100 * n),
            Evidence("orders", None, 5),
            Evidence("stay_seconds", 30.0 + n, 40 + n),
        )
        for n in range(1, days + 1)
    ]
    found = {row.measure: row for row in looking._summed(rows)}
    total = sum(range(1, days + 1))
    assert (found["views"].usual, found["views"].seen) == (10 * total, 100 * total)
    stay = found["stay_seconds"]
    assert (stay.usual, stay.seen) == (30 + total / days, 40 + total / days)
    assert ("orders" in found) is (days == 1)
    assert looking._summed([]) == ()


@pytest.mark.slow
def test_the_curve_around_a_plan_has_the_median_of_the_weeks_before(sample):
    every = {one.plan.name: one.plan for one in standing.every(sample.reader, NOW)}
    evening = looking.crowd(sample.reader, every["周六礼物夜"], "views", NOW)
    assert evening.grain == "hour" and (evening.end - evening.start) == 9 * 3_600
    assert len(evening.came) == len(evening.usual) == 9
    fortnight = looking.crowd(sample.reader, every["热搜「柿饼」"], "views", NOW)
    assert fortnight.grain == "day" and len(fortnight.came) == 18
    assert looking.crowd(sample.reader, every["周六礼物夜"], "", NOW) is None
