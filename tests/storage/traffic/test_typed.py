"""Typed figures beside imported ones: in their place, or added to them, as the seller said."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from random import Random

import pytest

from ksdesk.actions import imports, traffic
from ksdesk.domain.imports import Source
from ksdesk.domain.traffic import TypedRow, day_start, from_seconds, row_key, to_seconds
from ksdesk.storage.models.traffic import TrafficRow

NOW = datetime(2026, 11, 18, 10, 20)
DAYS = [date(2026, 11, day) for day in (1, 2, 3, 8)]


def bring(book, text: str) -> None:
    seen = imports.preview(book, Source("pasted", text=text))
    assert not seen.refused
    imports.commit(book, seen, now=NOW)


def values(book, code: str, grain: str = "day", **more) -> dict[str, float]:
    series = book.reader.traffic.series(code, grain, **more)
    moments = [str(from_seconds(time))[5:16].removesuffix(" 00:00") for time in series.times]
    return dict(zip(moments, series.values, strict=True))


def typed(day: date, how=None, **figures) -> TypedRow:
    beside = dict.fromkeys(figures, how) if how else {}
    return TypedRow(day, "", figures, beside)


HOURS = "日期,小时,计划ID,花费,直接GMV,观看数\n" + "".join(
    f"2026-11-{day:02},{hour},{plan},1.00,6,10\n"
    for day in (2, 3)
    for hour in (9, 20)
    for plan in (1, 2)
)


@pytest.fixture
def reports(book):
    """Hours of two campaigns, and a day whose own total lies above them: 4.00 and 5.00."""
    bring(book, HOURS)
    bring(book, "日期,花费\n2026-11-03,5\n")
    return book


def test_what_is_imported_for_a_day_is_told(reports):
    reader = reports.reader.traffic
    assert reader.imported(DAYS[1]) == {"spend": 400, "gmv": 2_400, "views": 40}
    traffic.record(reports, [typed(DAYS[1], spend=77)], NOW)
    assert reader.imported(DAYS[1])["spend"] == 400, "what was typed is not imported"
    assert reader.imported(DAYS[2])["spend"] == 500
    assert reader.imported(DAYS[0]) == {}


def test_a_replaced_day_counts_as_typed_in_days_weeks_months_and_wholes(reports):
    traffic.record(reports, [typed(DAYS[1], "replace", spend=1_000)], NOW)
    traffic.record(reports, [typed(DAYS[2], "add", spend=30)], NOW)
    assert values(reports, "spend") == {"11-02": 1_000, "11-03": 530}
    assert values(reports, "spend", "week") == {"11-02": 1_530}
    assert values(reports, "spend", "month") == {"11-01": 1_530}
    assert reports.reader.traffic.series("spend", "day").whole[0] == 1_530
    assert values(reports, "views") == {"11-02": 40, "11-03": 40}, "the other figures stay"
    assert values(reports, "spend", "hour")["11-02 09:00"] == 200, "of its hours nothing is typed"
    assert values(reports, "spend", parts=[("way", "typed")]) == {"11-02": 1_000, "11-03": 30}


def test_a_return_takes_the_figure_that_holds(reports):
    traffic.record(reports, [typed(DAYS[1], "replace", spend=1_200)], NOW)
    assert values(reports, "roi")["11-02"] == 2
    traffic.record(reports, [typed(DAYS[1], "replace", gmv=6_000)], NOW)
    assert values(reports, "roi")["11-02"] == 5
    assert values(reports, "view_cost")["11-02"] == 30


def test_what_was_said_outlasts_the_figure_and_every_import(reports):
    first = traffic.record(reports, [typed(DAYS[1], "replace", spend=1_000)], NOW)
    bring(reports, HOURS.replace("1.00", "1.50"))
    assert values(reports, "spend")["11-02"] == 1_000
    cleared = traffic.record(reports, [typed(DAYS[1], spend=None)], NOW)
    assert values(reports, "spend")["11-02"] == 600
    traffic.record(reports, [typed(DAYS[1], spend=900)], NOW)
    assert values(reports, "spend")["11-02"] == 900
    cleared.undo(reports)
    redo = first.undo(reports)
    assert (values(reports, "spend")["11-02"], reports.reader.traffic.typed(DAYS[1])) == (600, ())
    redo.undo(reports)
    (row,) = reports.reader.traffic.typed(DAYS[1])
    assert (row.figures, row.beside) == ({"spend": 1_000}, {"spend": "replace"})


LIVES = (
    "开播时间,直播名称,花费,观看数\n2026-11-02 19:58,晚场,9.00,300\n2026-11-02 09:00,早场,2.00,80\n"
)


@pytest.mark.parametrize("name", ["晚场", ""])
def test_a_typed_live_replaces_the_imported_one_that_began_about_then(book, name):
    bring(book, LIVES)
    start = datetime(2026, 11, 2, 20)
    assert book.reader.traffic.imported(start, name) == {"spend": 900, "views": 300}
    row = TypedRow(start, name, {"spend": 1_500}, {"spend": "replace"})
    undo = traffic.record(book, [row], NOW).undo
    assert values(book, "spend") == {"11-02": 1_700}
    assert values(book, "spend", "hour") == {"11-02 09:00": 200, "11-02 20:00": 1_500}
    assert values(book, "views")["11-02"] == 380
    start_of = to_seconds(datetime(2026, 11, 2, 20))
    assert values(book, "spend", "hour", start=start_of) == {"11-02 20:00": 1_500}
    undo(book)
    assert values(book, "spend", "hour") == {"11-02 09:00": 200, "11-02 19:00": 900}


def test_a_live_over_midnight_is_replaced_as_a_whole(book):
    hours = ((2, 22), (2, 23), (3, 0), (3, 1))
    lines = [f"2026-11-{day:02},{hour},晚场,1.00,10\n" for day, hour in hours]
    bring(
        book, "日期,小时,直播名称,花费,观看数\n" + "".join(lines) + "2026-11-03,20,晚场,7.00,70\n"
    )
    start = datetime(2026, 11, 2, 22)
    assert book.reader.traffic.imported(start, "晚场") == {"spend": 400, "views": 40}
    traffic.record(book, [TypedRow(start, "晚场", {"spend": 90}, {"spend": "replace"})], NOW)
    assert values(book, "spend") == {"11-02": 90, "11-03": 700}
    assert values(book, "spend", "hour") == {"11-02 22:00": 90, "11-03 20:00": 700}


def test_alarms_see_the_hours_as_they_were_decided(book):
    bring(book, LIVES)
    start = datetime(2026, 11, 2, 20)
    traffic.record(book, [TypedRow(start, "晚场", {"views": 5}, {"views": "replace"})], NOW)
    first = day_start(DAYS[1])
    hours = book.reader.alarms.hours(("views",), first, first + 86_400)["views"]
    assert list(hours.values()) == [80, 5]


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_each_day_totals_what_was_decided(book, seed):
    """Whatever is imported by plan, by hour and for the shop, before or after the typing."""
    random = Random(seed)
    days = [date(2026, 8, 1) + timedelta(days=n) for n in range(90)]
    plans: dict[date, int] = {}
    shop: dict[date, int] = {}
    lines, totals, rows, noted = [], [], [], {}
    for day in days:
        for plan in range(random.randrange(3)):
            fen = random.randrange(90_000)
            plans[day] = plans.get(day, 0) + fen
            lines.append(f"{day},{random.randrange(24)},{plan + 1},{fen / 100:.2f}\n")
        if not random.randrange(4):
            shop[day] = random.randrange(90_000)
            totals.append(f"{day},{shop[day] / 100:.2f}\n")
        if random.randrange(3):
            noted[day] = random.randrange(90_000), random.choice([None, "add", "replace"])
            rows.append(typed(day, noted[day][1], spend=noted[day][0]))
    cut = seed * 30  # typed before this day's report came, or after
    undo = [traffic.record(book, rows[:cut], NOW).undo]
    bring(book, "日期,小时,计划ID,花费\n" + "".join(lines))
    bring(book, "日期,花费\n" + "".join(totals))
    undo.append(traffic.record(book, rows[cut:], NOW).undo)
    reported = {**plans, **shop}
    due = {}
    for day in days:
        fen, how = noted.get(day, (None, None))
        if day in reported or fen is not None:
            replaced = how == "replace"
            due[f"{day:%m-%d}"] = (0 if replaced else reported.get(day, 0)) + (fen or 0)
    for grain in ("day", "week", "month"):
        found = values(book, "spend", grain)
        assert sum(found.values()) == sum(due.values())
    assert values(book, "spend") == due
    redo = [back(book).undo for back in reversed(undo)]
    assert values(book, "spend") == {f"{d:%m-%d}": reported[d] for d in days if d in reported}
    for forth in reversed(redo):
        forth(book)
    assert values(book, "spend") == due


EVENING = datetime(2026, 11, 2, 20)


def put_hours(book, *hours: int, live: str | None = "晚场") -> None:
    """A live's hours, counted from midnight of the day that it began: 100 and the hour spent."""
    with book.session.writing():
        for hour in hours:
            at = day_start(EVENING.date()) + hour * 3_600
            TrafficRow.insert(
                key=row_key(at, "hour", f"ln={live}"),
                time=at, grain="hour", level=1, live_name=live, spend=100 + hour,
            ).execute()  # fmt: skip


def hours_of(book) -> dict[int, float]:
    series = book.reader.traffic.series("spend", "hour")
    first = day_start(EVENING.date())
    return {(at - first) // 3_600: fen for at, fen in zip(series.times, series.values, strict=True)}


@pytest.mark.parametrize(
    ("hours", "its"),
    [
        ((20, 21), (20, 21)),
        ((19, 20), (19, 20)),
        ((18, 20), (20,)),
        ((21,), (21,)),
        ((22,), ()),
        ((20, 22), (20, 22)),
        ((20, 23), (20,)),
        ((20, 22, 24, 26), (20, 22, 24, 26)),
        ((20, 21, 25, 26), (20, 21)),
        (tuple(range(20, 50)), tuple(range(20, 44))),
    ],
)
@pytest.mark.parametrize("minutes", [0, 59])
def test_a_live_is_its_hours_up_to_a_pause_and_a_day_at_most(book, hours, its, minutes):
    put_hours(book, *hours)
    start = EVENING + timedelta(minutes=minutes)
    told = sum(100 + hour for hour in its)
    assert book.reader.traffic.imported(start, "晚场").get("spend", 0) == told
    before = hours_of(book)
    row = TypedRow(start, "晚场", {"spend": 7_000}, {"spend": "replace"})
    undo = traffic.record(book, [row], NOW).undo
    due = {hour: fen for hour, fen in before.items() if hour not in its}
    assert hours_of(book) == {**due, 20: 7_000 + due.get(20, 0)}
    total = sum(due.values()) + 7_000
    for grain in ("day", "week", "month"):
        assert sum(values(book, "spend", grain).values()) == total
    undo(book)
    assert hours_of(book) == before


@pytest.mark.parametrize(
    ("names", "asked", "found"),
    [
        (("晚场",), "晚场", 120),
        (("晚场",), "", 120),
        (("晚场",), "别的", 120),
        (("晚场", "早场"), "晚场", 120),
        (("晚场", "早场"), "", None),
        (("晚场", "早场"), "别的", None),
        ((None,), "", None),
        (("007",), "7", 120),
        ((), "晚场", None),
    ],
)
def test_which_live_is_meant_is_told_by_its_name_or_there_is_only_one(book, names, asked, found):
    for name in names:
        put_hours(book, 20, live=name)
    assert book.reader.traffic.imported(EVENING, asked) == ({"spend": found} if found else {})


def test_what_is_undecided_stands_beside_an_imported_figure(reports):
    rows = [
        typed(DAYS[1], spend=5),
        typed(DAYS[2], "add", spend=5, views=9),
        typed(DAYS[3], spend=5),
        typed(DAYS[0], new_fans=5),
    ]
    traffic.record(reports, rows, NOW)
    reader = reports.reader.traffic
    first, last = day_start(DAYS[0]), day_start(DAYS[3]) + 86_400
    assert [row.at for row in reader.undecided(first, last)] == [DAYS[1]]
    traffic.record(reports, [typed(DAYS[2], gmv=7)], NOW)
    assert [row.at for row in reader.undecided(first, last)] == DAYS[1:3]
    assert reader.undecided(first, day_start(DAYS[1])) == ()
    assert [row.at for row in reader.typed_within(first, last)] == DAYS
    assert [row.at for row in reader.typed_within(first, day_start(DAYS[1]))] == DAYS[:1]
    with pytest.raises(ValueError, match="roi"):
        traffic.record(reports, [TypedRow(DAYS[1], "", {}, {"roi": "add"})], NOW)


def test_each_recording_is_another_state_of_the_traffic(reports):
    stamps = [reports.reader.alarms.stamp()]
    for fen in (5, 6, None):
        traffic.record(reports, [typed(DAYS[1], spend=fen)], NOW)
        stamps.append(reports.reader.alarms.stamp())
    assert len({*stamps}) == 4
    assert reports.reader.traffic.typed(DAYS[1]) == ()
