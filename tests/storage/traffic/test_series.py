"""Series without counting twice, campaigns, typed figures."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta

import pytest

from ksdesk.actions import imports, traffic
from ksdesk.domain.imports import NotReady, Source
from ksdesk.domain.traffic import TypedRow, from_seconds, measure, row_key, to_seconds, total
from ksdesk.storage.models.traffic import TrafficRow


@pytest.fixture
def bring(book, now):
    def commit(text: str):
        seen = imports.preview(book, Source("pasted", text=text))
        assert not seen.refused
        return imports.commit(book, seen, now=now)

    return commit


def values(book, code: str, grain: str = "day", **more) -> dict[str, float]:
    series = book.reader.traffic.series(code, grain, **more)
    moments = [str(from_seconds(time))[:16].removesuffix(" 00:00") for time in series.times]
    return dict(zip(moments, series.values, strict=True))


HOURLY = "日期,小时,计划ID,花费,观看数,平均观看时长,直接GMV\n" + "".join(
    f"2026-04-{day},{hour},{plan},1.00,10,{hour},3\n"
    for day in (15, 16)
    for hour in (20, 21)
    for plan in (1, 2)
)


def test_an_empty_book(book):
    reader = book.reader.traffic
    assert (reader.measures(), reader.grains(), reader.span()) == ((), (), None)
    assert (reader.parts(), reader.rows()) == ((), ((), ()))
    assert values(book, "spend") == {}
    with pytest.raises(ValueError, match="minute"):
        values(book, "spend", "minute")
    with pytest.raises(KeyError):
        values(book, "nonsense")


def test_sums_weighted_means_and_ratios(book, bring):
    bring(HOURLY)
    assert values(book, "spend", "hour")["2026-04-15 20:00"] == 200
    assert values(book, "spend") == {"2026-04-15": 400, "2026-04-16": 400}
    assert values(book, "spend", "week") == {"2026-04-13": 800}
    assert values(book, "stay_seconds") == {"2026-04-15": 20.5, "2026-04-16": 20.5}
    assert values(book, "roi") == {"2026-04-15": 3, "2026-04-16": 3}
    assert values(book, "view_cost")["2026-04-15"] == 10
    assert values(book, "spend", parts=[("campaign", "1")])["2026-04-15"] == 200
    start = to_seconds(datetime(2026, 4, 16))
    assert values(book, "spend", start=start) == {"2026-04-16": 400}
    assert values(book, "spend", end=start) == {"2026-04-15": 400}
    assert set(book.reader.traffic.measures()) == {
        *("spend", "gmv", "views", "stay_seconds", "roi", "view_cost"),
    }
    assert book.reader.traffic.grains() == ("hour",)


PARTLY = [
    ("roi", "日期,小时,花费,直接GMV\n2026-04-15,20,4,40\n2026-04-15,21,6,60\n", 10),
    ("ctr", "日期,小时,计划ID,曝光数,点击数\n2026-04-15,20,1,1000,50\n", 0.05),
    ("fan_rate", "日期,小时,计划ID,观看数,新增粉丝数\n2026-04-15,9,1,200,8\n", 0.04),
]
BARE = {
    "roi": "日期,花费\n2026-04-15,20\n2026-04-16,20\n",
    "ctr": "日期,小时,计划ID,曝光数\n2026-04-15,20,2,9000\n2026-04-16,20,2,9000\n",
    "fan_rate": "日期,计划ID,观看数\n2026-04-15,1,700\n2026-04-16,1,700\n",
}


@pytest.mark.parametrize(("code", "both", "value"), PARTLY)
@pytest.mark.parametrize("grain", ["day", "week", "month"])
def test_a_ratio_is_that_of_the_rows_with_both_parts(book, bring, code, both, value, grain):
    """A daily row of spend without sales made the ROI 0; clicks were divided by the impressions
    of a file that had no clicks."""
    bring(both)
    bring(BARE[code])
    series = book.reader.traffic.series(code, grain)
    assert list(series.values) == pytest.approx([value])
    assert total(series) == pytest.approx(value)


def test_what_was_sold_without_spend_counts_in_the_whole(book, bring):
    bring("日期,花费,直接GMV\n2026-04-15,0,50\n2026-04-16,10,100\n2026-04-17,,70\n")
    series = book.reader.traffic.series("roi", "day")
    assert (list(series.values), total(series)) == ([10], 15)


def test_a_return_counts_money_typed_without_its_sales(book, bring, now):
    bring("日期,花费,直接GMV\n2026-04-15,10,100\n")
    for day in (15, 16):
        typed = TypedRow(date(2026, 4, day), "", {"spend": 1000, "views": 5})
        traffic.record(book, [typed], now)
    series = book.reader.traffic.series("roi", "day")
    assert (list(series.values), total(series)) == ([5], pytest.approx(100 / 30))
    assert book.reader.traffic.series("view_cost", "day").values[0] == 200


def test_spend_of_a_month_with_days_and_hours_in_it_counts_once(book, bring):
    """Three reports of one spend are one spend, and the shop's own total is above its parts'."""
    bring(HOURLY)
    bring("日期,花费\n2026-04-15,5\n")
    assert values(book, "spend") == {"2026-04-15": 500, "2026-04-16": 400}
    bring("日期,计划ID,花费\n2026-04-16,1,2.10\n2026-04-16,2,2.30\n")
    assert values(book, "spend") == {"2026-04-15": 500, "2026-04-16": 440}
    assert values(book, "spend", "week") == {"2026-04-13": 940}
    assert values(book, "spend", "month") == {"2026-04-01": 940}
    assert total(book.reader.traffic.series("spend", "week")) == 940


def test_a_mean_without_its_weight(book, bring):
    bring("日期,平均观看时长\n2026-04-15,10\n2026-04-15,20\n")
    assert values(book, "stay_seconds") == {"2026-04-15": 15}


def test_daily_rows_win_over_their_hours(book, bring):
    bring(HOURLY)
    bring("日期,计划ID,花费\n2026-04-15,1,2.50\n")
    # campaign 1 from its daily row, campaign 2 from its hours; 16 April has hours only
    assert values(book, "spend") == {"2026-04-15": 450, "2026-04-16": 400}
    assert values(book, "spend", "hour")["2026-04-15 20:00"] == 200
    assert values(book, "views")["2026-04-15"] == 40
    assert book.reader.traffic.grains() == ("hour", "day")


LATE = "日期,小时,直播名称,花费,观看数\n" + "".join(
    f"2026-04-{day:02},{hour},{name},1.00,10\n"
    for day, hour, name in (
        *((29, 22, "夜场"), (29, 23, "夜场"), (30, 0, "夜场"), (30, 1, "夜场")),
        *((30, 9, "早场"), (30, 22, "夜场"), (30, 23, "夜场"), (31 - 30, 1, "别场")),
    )
).replace("2026-04-01", "2026-05-01")


@pytest.mark.parametrize(
    "row",
    ["夜场,2026-04-29 22:10:00,4.10,44", "夜场,2026-04-29 21:58:30,4.10,44"],
)
def test_a_live_over_midnight_counts_once_where_its_own_row_stands_beside_its_hours(
    book, bring, row
):
    """The hours after midnight were counted with the row that tells them, on the day after."""
    bring(LATE)
    hours = values(book, "spend")
    assert hours == {"2026-04-29": 200, "2026-04-30": 500, "2026-05-01": 100}
    bring(f"直播名称,开播时间,花费,观看数\n{row}\n")
    once = {"2026-04-29": 410, "2026-04-30": 300, "2026-05-01": 100}
    assert values(book, "spend") == once
    for day in (29, 30):  # asked for by itself, a day says the same
        start = to_seconds(datetime(2026, 4, day))
        told = {f"2026-04-{day}": once[f"2026-04-{day}"]}
        assert values(book, "spend", start=start, end=start + 86_400) == told
    assert values(book, "spend", "week") == {"2026-04-27": 810}
    assert values(book, "spend", "month") == {"2026-04-01": 710, "2026-05-01": 100}
    assert values(book, "views")["2026-04-30"] == 30
    assert total(book.reader.traffic.series("spend", "day")) == 810
    # By the hour its hours tell more than the row, which stood at its first hour beside them.
    assert set(values(book, "spend", "hour").values()) == {100}
    assert total(book.reader.traffic.series("spend", "hour")) == 800


@pytest.mark.parametrize(
    ("told", "row", "due"),
    [
        ("花费", "晚场,2026-04-15 20:20:00,9.00", {20: 100, 21: 100}),
        ("花费", "晚场,2026-04-15 19:50:00,9.00", {20: 100, 21: 100}),
        ("花费", "晚场,2026-04-15 15:50:00,9.00", {15: 900, 20: 100, 21: 100}),
        ("花费", "别场,2026-04-15 18:50:00,9.00", {18: 900, 20: 100, 21: 100}),
        ("订单数", "晚场,2026-04-15 20:20:00,9.00", {20: 900}),
    ],
)
def test_by_the_hour_a_lives_own_row_counts_where_no_hours_of_it_do(book, bring, told, row, due):
    lines = "".join(f"2026-04-15,{hour},1,晚场,1.00\n" for hour in (20, 21))
    bring(f"日期,小时,计划ID,直播名称,{told}\n{lines}")
    bring(f"直播名称,开播时间,花费\n{row}\n")
    found = values(book, "spend", "hour")
    assert found == {f"2026-04-15 {hour}:00": fen for hour, fen in due.items()}


@pytest.mark.parametrize(
    ("hours", "row", "due"),
    [
        ((18, 19), "2026-04-15 20:20:00", {20: 900}),  # before it began
        ((22, 23), "2026-04-15 20:20:00", {20: 900}),  # after an hour of which nothing is told
        ((17, 18), "2026-04-15 21:20:00", {17: 100, 18: 100, 21: 900}),  # another one of its name
        ((19, 20, 21), "2026-04-15 20:20:00", {19: 100, 20: 100, 21: 100}),
        ((20, 21), "2026-04-15", {20: 100, 21: 100}),  # its day alone is known
    ],
)
@pytest.mark.parametrize("campaigns", ["", "12"])
def test_by_the_hour_a_live_is_told_by_its_row_or_by_its_hours(
    book, bring, hours, row, due, campaigns
):
    """Hours just before a live began, and a row that has but its day, counted beside each other."""
    text = hours_of_a_day((8, ""), *((hour, "晚场") for hour in hours), campaigns=campaigns)
    bring(text.replace("2026-04-29", "2026-04-15"))
    bring(f"直播名称,开播时间,花费\n晚场,{row},9.00\n")
    each = max(1, len(campaigns))
    told = {hour: fen if fen == 900 else fen * each for hour, fen in {8: 100, **due}.items()}
    found = values(book, "spend", "hour")
    assert found == {f"2026-04-15 {hour:02}:00": fen for hour, fen in sorted(told.items())}


@pytest.mark.parametrize(("lasted", "day"), [("", 500), ("3.5", 300), ("2", 400), ("1", 500)])
def test_hours_of_no_live_are_told_by_one_as_long_as_it_says(book, bring, lasted, day):
    bring(LATE.replace("夜场", "").replace("早场", ""))
    bring(f"直播名称,开播时间,花费,直播时长(小时)\n夜场,2026-04-29 22:30:00,4.10,{lasted}\n")
    assert values(book, "spend") == {"2026-04-29": 410, "2026-04-30": day, "2026-05-01": 100}


def hours_of_a_day(*hours: tuple[int, str], campaigns: str = "") -> str:
    """A yuan in each hour, of a live or of none; once for each campaign."""
    head = (
        "日期,小时,计划ID,直播名称,花费,观看数\n"
        if campaigns
        else "日期,小时,直播名称,花费,观看数\n"
    )
    rows = (
        f"2026-04-29,{hour},{key}{live},1.00,10\n"
        for hour, live in hours
        for key in ([f"{one}," for one in campaigns] or [""])
    )
    return head + "".join(rows)


ALL_DAY = ((9, "早场"), (12, ""), (20, "夜场"), (21, "夜场"), (22, ""), (23, "别场"))
OF_NO_LIVE = tuple((hour, "") for hour, _ in ALL_DAY)


@pytest.mark.parametrize(
    ("hours", "row", "beside"),
    [
        # the hours that name it are its own, the others are beside it
        (ALL_DAY, "夜场,2026-04-29 20:05:00,4.10,", 4),
        (ALL_DAY, "夜场,2026-04-29 19:58:00,4.10,3.5", 4),
        (ALL_DAY, "没见过,2026-04-29 20:05:00,4.10,2.5", 5),  # 22:00 names none
        (ALL_DAY, "没见过,2026-04-29 20:05:00,4.10,", 5),
        # where none does, those from its begin on, as long as it says or up to midnight
        (OF_NO_LIVE, "夜场,2026-04-29 20:05:00,4.10,1", 3 + 1),
        (OF_NO_LIVE, "夜场,2026-04-29 20:05:00,4.10,2", 3),
        (OF_NO_LIVE, "夜场,2026-04-29 20:05:00,4.10,", 2),
        (OF_NO_LIVE, "夜场,2026-04-29 09:30:00,4.10,5", 4),
        # a later one of its name, after a long pause, is another
        (((9, "夜场"), (10, "夜场"), *ALL_DAY[2:]), "夜场,2026-04-29 09:00:00,4.10,", 4),
        # a row of a mere day tells its hours, whenever they were
        (ALL_DAY, "夜场,2026-04-29,4.10,", 4),
        (OF_NO_LIVE, "夜场,2026-04-29,4.10,2", 0),
    ],
)
@pytest.mark.parametrize("campaigns", ["", "12"])
def test_what_a_day_has_beside_a_lives_own_row_counts_once(
    book, bring, hours, row, beside, campaigns
):
    """The row hid all hours of its day: those of other lives, of none and of before it."""
    bring(hours_of_a_day(*hours, campaigns=campaigns))
    bring(f"直播名称,开播时间,花费,直播时长(小时)\n{row}\n")
    fen = 410 + beside * 100 * max(1, len(campaigns))
    assert values(book, "spend") == {"2026-04-29": fen}
    start = to_seconds(datetime(2026, 4, 29))
    assert values(book, "spend", start=start, end=start + 86_400) == {"2026-04-29": fen}
    assert values(book, "spend", "week") == {"2026-04-27": fen}
    assert values(book, "spend", "month") == {"2026-04-01": fen}
    # of views, of which the row says nothing, all hours count
    assert values(book, "views") == {"2026-04-29": 60 * max(1, len(campaigns))}


def test_an_hour_of_no_live_is_told_where_another_report_names_the_live(book, bring):
    """The account's hours name none, those of campaigns do: the account's are the live's too."""
    bring(hours_of_a_day(*OF_NO_LIVE))
    bring(hours_of_a_day(*ALL_DAY, campaigns="12"))
    bring("直播名称,开播时间,花费\n夜场,2026-04-29 20:05:00,4.10\n")
    assert values(book, "spend") == {"2026-04-29": 410 + 400}


def test_a_lives_row_by_campaign_is_in_the_one_of_the_account(book, bring):
    rows = "夜场,1,2026-04-29 20:05:00,3\n早场,1,2026-04-29 09:00:00,2\n"
    bring(f"直播名称,计划ID,开播时间,花费\n{rows}")
    bring("直播名称,开播时间,花费\n夜场,2026-04-29 20:05:00,4.10\n")
    assert values(book, "spend") == {"2026-04-29": 610}
    bring("日期,计划ID,花费\n2026-04-29,1,5.50\n")  # in the row of the live, as far as it is known
    assert values(book, "spend", parts=[("campaign", "1")]) == {"2026-04-29": 550}


@pytest.mark.parametrize("days", [(250, 400), (650,), (100, 0, 300)])
@pytest.mark.parametrize("lives", [(410,), (410, 230)])
@pytest.mark.parametrize("account", ["", "A"])
def test_a_day_is_never_less_than_its_campaigns_or_its_lives(book, bring, days, lives, account):
    """The account's row of a live hid the own days of all campaigns, so that a day had less than
    one of them."""
    rows = [f"{account},场{n},2026-04-29 {19 + n}:05:00,{fen / 100}" for n, fen in enumerate(lives)]
    bring("账户ID,直播名称,开播时间,花费\n" + "\n".join(rows) + "\n")
    rows = [f"{account},{n},2026-04-29,{fen / 100}" for n, fen in enumerate(days, 1)]
    bring("账户ID,计划ID,日期,花费\n" + "\n".join(rows) + "\n")
    due = {"2026-04-29": max(sum(days), sum(lives))}
    assert values(book, "spend") == due
    start = to_seconds(datetime(2026, 4, 29))
    assert values(book, "spend", start=start, end=start + 86_400) == due
    assert values(book, "spend", "week") == {"2026-04-27": max(due.values())}
    told = book.reader.traffic.by_campaign("spend", start, start + 86_400)
    assert told == {start: {str(n): fen for n, fen in enumerate(days, 1)}}
    # hours that the live would tell count beside campaigns of which there is no own day
    bring("账户ID,计划ID,日期,小时,花费\n" + f"{account},9,2026-04-29,19,0.70\n")
    beside = 70 if sum(days) > sum(lives) else 0
    assert values(book, "spend") == {"2026-04-29": max(due.values()) + beside}


def test_hours_after_midnight_count_where_days_of_campaigns_count_instead_of_their_live(
    book, bring
):
    hours = "".join(f"2026-04-{d},{h},1,夜场,1.00\n" for d, h in ((29, 22), (30, 0), (30, 1)))
    bring(f"日期,小时,计划ID,直播名称,花费\n{hours}")
    bring("直播名称,开播时间,花费\n夜场,2026-04-29 22:10:00,4.10\n")
    assert values(book, "spend") == {"2026-04-29": 410}
    bring("计划ID,日期,花费\n1,2026-04-29,5.00\n")
    assert values(book, "spend") == {"2026-04-29": 500, "2026-04-30": 200}


@pytest.mark.parametrize(
    ("hours", "begin", "beside"),
    [
        ((18, 19, 20, 21), "20:05", 0),
        ((17, 19, 21), "20:05", 0),
        ((19,), "20:05", 0),
        ((18, 19), "19:58", 0),
        ((16, 20), "20:05", 1),  # a long pause: another one of its name
        ((12, 13, 18, 20), "20:05", 2),
        ((0, 1, 2), "02:30", 0),
    ],
)
@pytest.mark.parametrize("campaigns", ["", "12"])
def test_hours_that_name_a_live_before_its_row_begins_are_in_it(
    book, bring, hours, begin, beside, campaigns
):
    """What was spent for a live before it began counted beside its row, which has it too."""
    bring(hours_of_a_day(*((hour, "夜场") for hour in hours), campaigns=campaigns))
    bring(f"直播名称,开播时间,花费\n夜场,2026-04-29 {begin}:00,4.10\n")
    due = 410 + beside * 100 * max(1, len(campaigns))
    assert values(book, "spend") == {"2026-04-29": due}


def test_an_earlier_live_of_the_name_keeps_its_row(book, bring):
    """Campaigns have rows of both, the account one of the later alone."""
    bring(hours_of_a_day((9, "夜场"), (10, "夜场"), campaigns="1"))
    bring("直播名称,计划ID,开播时间,花费\n夜场,1,2026-04-29 09:00:00,2.20\n")
    bring("直播名称,开播时间,花费\n夜场,2026-04-29 11:30:00,4.10\n")
    assert values(book, "spend") == {"2026-04-29": 630}


def test_hours_after_midnight_stay_where_their_lives_row_does_not_count(book, bring):
    """A day's own row has the say of that day alone; and a row without the figure has none."""
    bring(LATE)
    bring("直播名称,开播时间,花费,订单数\n夜场,2026-04-29 22:10:00,4.10,7\n")
    assert values(book, "views") == {"2026-04-29": 20, "2026-04-30": 50, "2026-05-01": 10}
    bring("日期,花费\n2026-04-29,2.50\n")
    assert values(book, "spend") == {"2026-04-29": 250, "2026-04-30": 500, "2026-05-01": 100}
    start = to_seconds(datetime(2026, 4, 30))
    assert values(book, "spend", start=start)["2026-04-30"] == 500
    bring("日期,花费\n2026-04-30,5.50\n")
    assert values(book, "spend")["2026-04-30"] == 550


def test_a_campaigns_live_tells_the_hours_of_that_campaign(book, bring):
    hours = [(29, 23), (30, 0), (30, 1)]
    lines = [f"2026-04-{d},{h},{c},夜场,1.00\n" for d, h in hours for c in (11, 12)]
    bring("日期,小时,计划ID,直播名称,花费\n" + "".join(lines))
    bring("直播名称,计划ID,开播时间,花费\n夜场,11,2026-04-29 23:00:00,3.30\n")
    assert values(book, "spend") == {"2026-04-29": 430, "2026-04-30": 200}
    span = to_seconds(datetime(2026, 4, 29)), to_seconds(datetime(2026, 5, 1))
    days = {span[0]: {"11": 330, "12": 100}, span[0] + 86_400: {"12": 200}}
    assert book.reader.traffic.by_campaign("spend", *span) == days
    later = to_seconds(datetime(2026, 4, 30)), span[1]
    assert book.reader.traffic.by_campaign("spend", *later) == {later[0]: {"12": 200}}


@pytest.mark.parametrize("whole", ["", "计划ID,", "账户ID,"])
@pytest.mark.parametrize("more", ["优化目标", "直播名称", "直播间ID"])
def test_an_hour_by_goal_or_live_is_in_the_whole_of_it_and_counts_where_that_is_not(
    book, bring, whole, more
):
    number = "77," if whole else ""
    bring(f"时间,{whole}花费\n2026-04-14 19:00,{number}10\n2026-04-14 20:00,{number}20\n")
    some = [(19, "甲", 6), (19, "乙", 4), (20, "甲", 15), (21, "乙", 3)]
    text = "".join(f"2026-04-14 {at}:00,{number}{name},{spend}\n" for at, name, spend in some)
    bring(f"时间,{whole}{more},花费\n{text}")
    series = book.reader.traffic.series
    assert [*series("spend", "hour").values] == [1000, 2000, 300]
    for grain in ("day", "week", "month"):
        assert [*series("spend", grain).values] == [3300]
    if "计划" in whole:
        assert [one.spend for one in book.reader.traffic.campaigns()] == [3000]
    if more != "优化目标":
        assert [*series("spend", "hour", parts=[("live", "甲")]).values] == [600, 1500]


def test_an_accounts_total_wins_over_its_campaigns(book, bring):
    bring(HOURLY)
    bring("日期,花费\n2026-04-15,9.00\n")
    assert values(book, "spend") == {"2026-04-15": 900, "2026-04-16": 400}
    assert values(book, "spend", parts=[("campaign", "2")])["2026-04-15"] == 200


def test_accounts_are_kept_apart(book, bring):
    bring("日期,账户ID,计划ID,花费\n2026-04-15,A,1,1\n2026-04-15,B,1,2\n2026-04-15,B,2,4\n")
    bring("日期,账户ID,花费\n2026-04-15,A,10\n")
    assert values(book, "spend") == {"2026-04-15": 1600}
    bring("日期,计划ID,组ID,花费\n2026-04-15,1,7,99\n")
    assert values(book, "spend") == {"2026-04-15": 1600}


def test_a_report_without_accounts_may_be_of_any(book, bring):
    bring("日期,账户ID,花费\n2026-04-15,A,10\n")
    bring("日期,计划ID,花费\n2026-04-15,1,4\n")
    assert values(book, "spend") == {"2026-04-15": 1000}


def test_a_week_wins_over_its_days(book, bring):
    bring(HOURLY)
    bring("date_week,花费\n2026-04-13,50\n2026-04-20,60\n")
    assert values(book, "spend", "week") == {"2026-04-13": 5000, "2026-04-20": 6000}
    assert values(book, "spend") == {"2026-04-15": 400, "2026-04-16": 400}


def test_weeks_from_sunday_stay_so_where_nothing_else_is(book, bring):
    bring("date_week,花费\n2026-04-12,50\n2026-04-19,60\n")
    assert values(book, "spend", "week") == {"2026-04-12": 5000, "2026-04-19": 6000}
    bring("日期,花费\n2026-04-28,7\n")
    assert list(values(book, "spend", "week")) == ["2026-04-13", "2026-04-20", "2026-04-27"]


def test_campaigns_with_their_newest_names(book, bring):
    bring("日期,计划ID,计划名称,花费\n2026-04-15,1,旧,1\n2026-04-16,1,新,1\n2026-04-15,2,乙,9\n")
    found = book.reader.traffic.parts()
    assert [(c.key, c.name, c.spend) for c in found] == [("2", "乙", 900), ("1", "新", 200)]


def test_typed_figures_come_back_and_add_to_reports(book, bring, now):
    bring("日期,花费,观看数\n2026-11-17,10,100\n")
    day, live = date(2026, 11, 17), datetime(2026, 11, 17, 20, 30)
    first = traffic.record(book, [TypedRow(day, "", {"spend": 500, "views": 40})], now)
    traffic.record(book, [TypedRow(live, " 晚场 ", {"views": 7})], now)
    typed = book.reader.traffic.typed(day)
    assert typed == (
        TypedRow(day, "", {"spend": 500, "views": 40}),
        TypedRow(live, "晚场", {"views": 7}),
    )
    assert values(book, "views") == {"2026-11-17": 147}
    assert book.reader.traffic.typed(day + timedelta(days=1)) == ()
    changed = traffic.record(book, [TypedRow(day, "", {"spend": None, "views": 41})], now)
    assert book.reader.traffic.typed(day)[0].figures == {"views": 41}
    back = changed.undo(book)
    assert book.reader.traffic.typed(day)[0].figures == {"spend": 500, "views": 40}
    back.undo(book)
    assert book.reader.traffic.typed(day)[0].figures == {"views": 41}
    back.undo(book).undo(book)
    first.undo(book)
    assert [row.live for row in book.reader.traffic.typed(day)] == ["晚场"]
    assert "views" in book.reader.traffic.measures()
    traffic.record(book, [TypedRow(day)], now)
    with pytest.raises(ValueError, match="roi"):
        traffic.record(book, [TypedRow(day, "", {"roi": 1})], now)


def test_rows_as_a_table(book, bring):
    bring("日期,计划ID,指数,渠道\n2026-04-15,1,2,甲\n2026-04-16,1,,乙\n")
    fields, rows = book.reader.traffic.rows()
    assert set(fields) == {"time", "grain", "campaign", "own:指数", "mark:渠道"}
    newest, oldest = (dict(zip(fields, row, strict=True)) for row in rows)
    assert (newest["mark:渠道"], newest["own:指数"]) == ("乙", None)
    assert (oldest["mark:渠道"], oldest["own:指数"], oldest["grain"]) == ("甲", 2.0, "day")


def test_own_figures_sum_or_average_by_their_name():
    assert measure("own:newsletter").how == "sum"
    assert measure("own:点击率").how == "mean"
    assert measure("own:CPC").how == "mean"


NAMELESS = [
    "日期,计划ID,花费\n2026-04-15,1,4\n2026-04-15,2,6\n2026-04-15,{},10\n",
    "日期,计划名称,组名称,花费\n2026-04-15,甲,一,4\n2026-04-15,甲,二,6\n2026-04-15,甲,{},10\n",
    "日期,小时,计划ID,计划名称,花费\n2026-04-15,9,1,甲,10\n2026-04-15,9,,{},10\n",
]


UNNAMED = ["未知", "其他", "其它计划", "(未知)", "未关联", "Unknown", "(not set)"]


@pytest.mark.parametrize("text", NAMELESS)
@pytest.mark.parametrize("blank", ["", "--", "-", " ", "－－", "（空）", "\\N", "N/A", *UNNAMED])
def test_rows_without_a_campaign_are_asked_for_once(book, now, text, blank):
    """A total without a name was added to its own campaigns."""
    source = Source("pasted", text=text.format(blank))
    seen = imports.preview(book, source)
    assert (seen.needs, seen.nameless) == (("nameless",), "ask")
    with pytest.raises(NotReady):
        imports.commit(book, seen, now=now)
    total_rows = imports.preview(book, source, nameless="total")
    assert (total_rows.needs, total_rows.counts.left_out) == ((), 1)
    imports.commit(book, total_rows, now=now)
    assert values(book, "spend") == {"2026-04-15": 1000}


@pytest.mark.parametrize("word", ["全部", "全部计划", "所有计划", "All", "不限"])
def test_all_of_them_is_no_campaigns_number(book, now, word):
    source = Source("pasted", text=NAMELESS[0].format(word))
    assert imports.preview(book, source).needs == ("nameless",)
    imports.commit(book, imports.preview(book, source, nameless="total"), now=now)
    assert values(book, "spend") == {"2026-04-15": 1000}


def test_a_campaign_may_be_called_after_others(book, bring):
    bring("日期,计划名称,花费\n2026-04-15,其他颜色,4\n2026-04-15,未知海域,6\n")
    assert {part.name for part in book.reader.traffic.campaigns()} == {"其他颜色", "未知海域"}


def test_the_rest_is_added_and_a_report_with_all_names_asks_nothing(book, bring, now):
    source = Source("pasted", text=NAMELESS[0].format("--"))
    imports.commit(book, imports.preview(book, source, nameless="rest"), now=now)
    assert values(book, "spend") == {"2026-04-15": 2000}
    bring("日期,计划ID,创意ID,花费\n2026-04-17,1,,4\n2026-04-17,2,--,6\n")
    assert values(book, "spend")["2026-04-17"] == 1000


def test_bare_words_are_recognised(book, bring):
    bring("日期,曝光,点击,观看,点赞\n2026-04-15,100,5,40,3\n")
    assert set(book.reader.traffic.measures()) >= {"impressions", "clicks", "views", "likes", "ctr"}
    bring("日期,展现量,观看人次,评论,转发,完播,掉粉,商品点击,转化\n2026-04-16,100,5,40,3,2,1,6,7\n")
    more = "comments shares plays_end unfollows product_clicks conversions"
    assert set(book.reader.traffic.measures()) >= set(more.split())


def put(book, *rows: dict) -> None:
    """Rows as imports leave them: of a campaign's hour, unless told otherwise."""
    with book.session.writing():
        for number, row in enumerate(rows):
            whole = {"grain": "hour", "level": 1, **row}
            key = row_key(whole["time"], whole["grain"], f"n={number}")
            TrafficRow.insert(key=key, **whole).execute()


DAY = to_seconds(datetime(2026, 4, 15))


def test_the_span_and_the_grains_are_those_of_all_rows(book):
    put(book, {"time": DAY + 3_600}, {"time": DAY, "grain": "day"}, {"time": DAY + 7_261})
    reader = book.reader.traffic
    assert reader.span() == (DAY, DAY + 7_260)
    assert reader.grains() == ("hour", "day")


def test_a_part_is_called_as_it_was_last_and_costs_what_its_dearest_report_says(book):
    put(
        book,
        {"time": DAY + 7_200, "campaign": "1", "campaign_name": "新", "spend": 5},
        {"time": DAY, "campaign": "1", "campaign_name": "旧", "spend": 6},
        {"time": DAY, "campaign": "1", "grain": "day", "spend": 10},
        {"time": DAY + 86_400, "campaign_name": "无号", "spend": 10, "level": 2},
        {"time": DAY + 3_600, "campaign": "3", "campaign_name": "甲"},
        {"time": DAY + 3_600, "live": "9", "live_name": "夜", "way": "买热搜", "spend": 3},
    )
    found = book.reader.traffic.parts()
    assert [(p.kind, p.key, p.name, p.spend, p.first - DAY, p.last - DAY) for p in found] == [
        ("campaign", "1", "新", 11, 0, 7_200),
        ("campaign", "无号", "无号", 10, 86_400, 86_400),
        ("campaign", "3", "甲", 0, 3_600, 3_600),
        ("live", "9", "夜", 3, 3_600, 3_600),
        ("way", "买热搜", "买热搜", 3, 3_600, 3_600),
    ]
    assert book.reader.traffic.campaigns() == found[:3]


def test_lives_are_told_once_at_their_first_row(book):
    """One that went on at midnight began a second time there, and was called by its number."""
    put(
        book,
        {"time": DAY + 72_000, "live_name": "夜"},
        {"time": DAY + 68_400, "live_name": "夜"},
        {"time": DAY + 68_400, "live": "7", "live_name": "早", "grain": "live"},
        {"time": DAY + 86_400, "live_name": "夜", "grain": "minute"},
        {"time": DAY + 3_600, "live_name": "整日", "grain": "day"},
        {"time": DAY + 3_600},
    )
    lives = book.reader.traffic.lives
    whole = [(68_400, "夜"), (68_400, "早"), (86_400, "夜")]
    assert sorted((at - DAY, name) for at, name in lives(DAY, DAY + 90_000)) == whole
    assert [at - DAY for at, _ in lives(DAY, DAY + 90_000)] == [68_400, 68_400, 86_400]
    assert lives(DAY + 72_000, DAY + 86_400) == ()
    put(book, *({"time": DAY + hour * 3_600, "live_name": "夜"} for hour in (21, 22, 23)))
    assert sorted((at - DAY, name) for at, name in lives(DAY, DAY + 90_000)) == whole[:2]


def test_another_keyword_is_told_by_the_hour_where_that_day_has_hours(book):
    def word(text: str | None) -> str:
        return json.dumps({"关键词": text, "渠道": "x"}, ensure_ascii=False)

    put(
        book,
        {"time": DAY, "grain": "day", "campaign": "1", "marks": word("柿")},
        {"time": DAY + 86_400, "grain": "day", "campaign": "1", "marks": word("饼")},
        {"time": DAY + 86_400 + 7_200, "campaign": "1", "marks": word("饼")},
        {"time": DAY + 2 * 86_400, "grain": "day", "campaign": "1", "marks": word("霜")},
        {"time": DAY + 3 * 86_400 + 3_600, "campaign": "1", "marks": word("霜")},
        {"time": DAY + 4 * 86_400, "campaign": "1", "marks": word("柿")},  # again: no new one
        {"time": DAY + 5 * 86_400, "campaign": "1", "marks": word(None)},
        {"time": DAY + 5 * 86_400, "campaign": "1", "marks": "{关键词"},
        {"time": DAY + 6 * 86_400, "campaign": "2", "marks": word("枣")},
        {"time": DAY, "marks": word("谁的")},
    )
    assert book.reader.traffic.keyword_changes() == (
        (DAY + 86_400 + 7_200, "1", "饼"),
        (DAY + 2 * 86_400, "1", "霜"),
    )


def test_imports_of_a_span_are_named_once_the_newest_first(book, now):
    for number, name in enumerate(("a.csv", "b.csv", "a.csv", "c.csv"), 1):
        sql = f"INSERT INTO batch VALUES ({number}, 'traffic', ?, ?, 'done', 1, 0, 0, 0, '[]')"
        book.session.db.execute_sql(sql, (name, str(now)))
    put(book, *({"time": DAY + n * 60, "batch": n} for n in (2, 1, 4, 3)), {"time": DAY})
    sources = book.reader.traffic.sources
    assert sources(DAY, DAY + 240) == ("a.csv", "b.csv")
    assert sources(DAY + 240, DAY + 241) == ("c.csv",)
    assert sources(DAY + 120, DAY + 180) == ("b.csv",)
    assert sources(DAY + 300, DAY + 900) == ()


def test_a_table_has_the_newest_rows_of_a_span_and_the_fields_that_something_stands_in(book):
    put(
        book,
        {"time": DAY, "spend": 0, "extra": '{"指数": 2}'},
        {"time": DAY + 60, "campaign": "1", "marks": '{"渠道": "甲"}'},
        {"time": DAY + 120, "views": 7},
    )
    fields, rows = book.reader.traffic.rows()
    assert fields == ("time", "grain", "campaign", "spend", "views", "mark:渠道", "own:指数")
    assert rows == (
        (DAY + 120, "hour", None, None, 7, None, None),
        (DAY + 60, "hour", "1", None, None, "甲", None),
        (DAY, "hour", None, 0, None, None, 2),
    )
    assert book.reader.traffic.rows(limit=1) == (("time", "grain", "views"), ((*rows[0][:2], 7),))
    assert [row[0] for row in book.reader.traffic.rows(DAY + 60, DAY + 120)[1]] == [DAY + 60]
    assert book.reader.traffic.rows(DAY + 200, DAY + 300) == ((), ())
    assert len(book.reader.traffic.rows(limit=0)[1]) == 0


def test_what_came_with_a_damaged_import_is_told_by_its_rows(book, bring):
    bring("日期,计划ID,花费,指数\n2026-04-15,1,2,3\n")
    bring("日期,计划ID,观看数,直接GMV\n2026-04-15,1,2,3\n")
    told = book.reader.traffic.measures()
    assert told == ("spend", "gmv", "views", "own:指数", "roi", "view_cost")
    for damage in ("columns = '[{'", "columns = '[]'", "started_at = 'x'"):
        with book.session.writing():
            book.session.db.execute_sql(f"UPDATE batch SET {damage} WHERE id = 2")
        assert book.reader.traffic.measures() == told, damage


def test_pairs_are_of_the_rows_that_have_both(book):
    put(
        book,
        {"time": DAY + 3_600, "clicks": 4, "orders": 1},
        {"time": DAY + 7_200, "clicks": 5, "orders": 2},
        {"time": DAY + 7_200, "clicks": 9},
        {"time": DAY + 86_400, "clicks": 9},
        {"time": DAY + 2 * 86_400, "clicks": 0, "orders": 0},
    )
    pairs = book.reader.traffic.pairs
    assert pairs("orders", "clicks", "day", DAY, DAY + 9 * 86_400) == {
        DAY: (3, 9),
        DAY + 2 * 86_400: (0, 0),
    }
    assert pairs("clicks", "orders", "day", DAY, DAY + 7_200) == {DAY: (4, 1)}
    assert [*pairs("orders", "clicks", "month", DAY, DAY + 9 * 86_400)] == [DAY - 14 * 86_400]
