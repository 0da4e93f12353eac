"""What a view finds in a book: bounds, grains, the period before, totals."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from traffic_reports import hourly, written

from ksdesk.actions import imports, traffic
from ksdesk.domain.imports import Source
from ksdesk.domain.traffic import TypedRow, from_seconds, to_seconds
from ksdesk.ui.traffic.loading import brought, led_to, load, ordered
from ksdesk.ui.traffic.shaded import Shaded
from ksdesk.ui.traffic.summary import FigureRow
from ksdesk.ui.traffic.view import Figure, TrafficView
from ksdesk.ui.traffic.words import how_words

NOW = datetime(2026, 11, 18, 10, 20)


def look(book, view: TrafficView):
    """What a view shows now."""
    return load(book.reader, view, NOW)


def bring(book, path: Path):
    found = imports.preview(book, path)
    imports.commit(book, found, now=NOW)
    return found


@pytest.fixture
def two_weeks(book, tmp_path):
    """Hours from 4 November up to today, 10 o'clock."""
    hours = round((datetime(2026, 11, 18, 10) - datetime(2026, 11, 4)).total_seconds() / 3600)
    bring(book, written(tmp_path / "hours.csv", hourly(datetime(2026, 11, 4), hours)))
    return book


def days_of(shown) -> tuple[date, date]:
    return shown.first_day.date(), shown.last_day.date()


def total_of(shown, code: str):
    return next(f for f in shown.figures if f.code == code)


def test_an_empty_book_shows_nothing(book):
    shown = look(book, TrafficView())
    assert shown.nothing and shown.figures == ()


def test_the_first_look_is_a_week_by_hour_of_the_most_useful(two_weeks):
    shown = look(two_weeks, TrafficView())
    assert (shown.view.days, shown.view.grain) == (7, "hour")
    assert shown.view.measures == ("views", "spend")
    assert days_of(shown) == (date(2026, 11, 12), date(2026, 11, 18))
    assert from_seconds(shown.lines[0].series.times[-1]) == datetime(2026, 11, 18, 9)


def test_the_period_before_ends_as_early_in_the_day_as_the_figures(two_weeks):
    shown = look(two_weeks, TrafficView())
    fans = total_of(shown, "new_fans")
    hours = 6 * 24 + 10
    assert fans.value == fans.before == hours * 2 * 3
    assert shown.start - shown.before[0] == 7 * 86_400
    assert [ghost.code for ghost in shown.ghosts] == ["views"]


def test_without_comparison_nothing_before_is_read(two_weeks):
    shown = look(two_weeks, TrafficView(compare=False))
    assert shown.ghosts == () and all(f.before is None for f in shown.figures)


def test_a_quotient_comes_from_the_sums_of_its_parts(two_weeks):
    shown = look(two_weeks, TrafficView())
    spend, views = total_of(shown, "spend").value, total_of(shown, "views").value
    assert total_of(shown, "view_cost").value == pytest.approx(spend / views)


def test_all_has_no_period_before(two_weeks):
    shown = look(two_weeks, TrafficView(days=0))
    assert days_of(shown) == (date(2026, 11, 4), date(2026, 11, 18))
    assert shown.before is None and shown.view.grain == "day"


def test_weeks_are_whole_and_begin_on_monday(two_weeks):
    shown = look(two_weeks, TrafficView(days=7, grain="week"))
    assert shown.first_day == datetime(2026, 11, 9)
    assert shown.start - shown.before[0] == 14 * 86_400
    assert look(two_weeks, TrafficView(days=0, grain="week")).last_day.date() == NOW.date()


def test_old_figures_are_shown_up_to_their_last_day(book, tmp_path):
    bring(book, written(tmp_path / "old.csv", hourly(datetime(2024, 3, 1), 72)))
    shown = look(book, TrafficView(days=7))
    assert days_of(shown) == (date(2024, 2, 26), date(2024, 3, 3))


def test_only_the_chosen_campaigns_count(two_weeks):
    every = look(two_weeks, TrafficView())
    one = look(two_weeks, TrafficView(parts=(("campaign", "101"), ("campaign", "gone"))))
    assert one.view.parts == (("campaign", "101"),)
    assert total_of(one, "views").value == total_of(every, "views").value / 2


def test_measures_that_are_gone_give_way_to_what_is_there(two_weeks):
    shown = look(two_weeks, TrafficView(measures=("own:gone",)))
    assert shown.view.measures == ("views", "spend")


def test_days_only_are_drawn_by_day_and_a_finer_wish_is_told_of(book, tmp_path):
    bring(book, written(tmp_path / "hours.csv", hourly(datetime(2026, 11, 17), 24)))
    row = TypedRow(date(2026, 11, 17), "", {"gmv": 12_300})
    traffic.record(book, [row], NOW)
    shown = look(book, TrafficView(measures=("gmv",)))
    assert shown.view.grain == "day" and list(shown.lines[0].series.values) == [12_300.0]
    finer = look(book, TrafficView(measures=("gmv",), grain="hour"))
    assert finer.blank and finer.coarser == "day"


def test_weekly_reports_draw_from_their_first_to_their_last_week(book, tmp_path):
    lines = ["DATE,revenue", *(f"2015-11-{day:02},{day}000.5" for day in (2, 9, 16, 23, 30))]
    (tmp_path / "weekly.csv").write_text("\n".join(lines))
    found = bring(book, tmp_path / "weekly.csv")
    assert found.grain == "week" and brought(found) == ("own:revenue",)
    shown = look(book, TrafficView())
    assert (shown.view.days, shown.view.grain) == (0, "week")
    assert len(shown.lines[0].series.times) == 5
    assert days_of(shown) == (date(2015, 11, 2), date(2015, 12, 6))


def test_a_mean_is_weighted_by_what_it_is_a_mean_of(book):
    text = "日期,观看数,平均观看时长\n2026-11-16,100,10\n2026-11-17,300,30"
    found = imports.preview(book, Source("pasted", text=text))
    imports.commit(book, found, now=NOW)
    shown = look(book, TrafficView())
    assert total_of(shown, "stay_seconds").value == pytest.approx(25.0)


@pytest.mark.parametrize(
    ("first", "last", "grain", "days", "suits", "until"),
    [
        ("2026-11-11", "2026-11-18 09:00", "hour", 8, "hour", "2026-11-18"),
        ("2026-01-01", "2026-06-30 23:00", "hour", 181, "day", "2026-06-30"),
        ("2026-11-17", "2026-11-17", "day", 7, "day", "2026-11-17"),
        ("2026-10-01", "2026-10-31", "day", 31, "day", "2026-10-31"),
        ("2026-09-01", "2026-10-01", "month", 61, "month", "2026-10-31"),
        ("2015-11-23", "2015-11-30", "week", 14, "week", "2015-12-06"),
    ],
)
def test_an_import_leads_to_its_own_span(first, last, grain, days, suits, until):
    start, end = (to_seconds(datetime.fromisoformat(text)) for text in (first, last))
    view = led_to(TrafficView(days=7, parts=(("live", "x"),)), start, end, grain, whole=False)
    assert (view.days, view.grain, view.parts) == (days, suits, ())
    assert view.anchor == to_seconds(datetime.fromisoformat(until))
    assert led_to(view, start, end, grain, whole=True) == replace(view, days=0, anchor=None)


def test_the_most_useful_come_first_then_the_sellers_own():
    codes = ("gmv_30d", "clicks", "own:CPC", "views", "roi")
    assert ordered(codes) == ("views", "roi", "clicks", "own:CPC", "gmv_30d")


def test_all_money_counts_in_the_return_and_the_second_figure_leaves_out_the_suspect(
    book, tmp_path
):
    rows = [
        f"2026-11-17,{hour},{30 if hour == 20 else 10},{15 if hour == 20 else 100}"
        for hour in range(18, 22)
    ]
    bring(book, written(tmp_path / "a.csv", ["日期,小时,花费,直接GMV", *rows]))
    evening = to_seconds(datetime(2026, 11, 17, 20))
    shades = (
        Shaded("burst", evening, evening + 3_600, doubted=True),
        Shaded("drip", evening - 1_800, evening + 1_800, doubted=True),
        Shaded("no_rise", evening + 3_600, evening + 7_200),
    )
    shown = load(book.reader, TrafficView(), NOW, shades=shades)
    roi = total_of(shown, "roi")
    assert (roi.value, roi.without) == (pytest.approx(315 / 60), pytest.approx(315 / 30))
    assert total_of(shown, "spend").without is None
    assert total_of(load(book.reader, TrafficView(), NOW), "roi").without is None


BOTH = "日期,小时,计划ID,花费,直接GMV\n2026-11-17,19,1,30,115\n2026-11-17,20,1,30,85\n"
DAILY = "日期,计划ID,花费,直接GMV\n2026-11-17,1,60,200\n"
BARE = "日期,小时,计划ID,花费\n2026-11-17,20,2,50\n"


@pytest.mark.parametrize(
    ("reports", "without"),
    [
        ([BOTH, BARE], 200 / 30),
        ([DAILY, "日期,小时,计划ID,花费\n2026-11-17,20,1,45\n2026-11-17,20,2,50\n"], 200 / 15),
        (["日期,小时,花费,直接GMV\n2026-11-17,19,60,200\n2026-11-17,20,50,--\n"], None),
        ([DAILY, BARE], None),
    ],
)
def test_money_that_a_return_does_not_count_is_not_left_out_of_it_either(book, reports, without):
    """The spend of a file without sales was taken off the others': a return of -10 stood there."""
    for text in reports:
        imports.commit(book, imports.preview(book, Source("pasted", text=text)), now=NOW)
    evening = to_seconds(datetime(2026, 11, 17, 20))
    shades = (Shaded("burst", evening, evening + 3_600, doubted=True),)
    roi = total_of(load(book.reader, TrafficView(), NOW, shades=shades), "roi")
    expected = None if without is None else pytest.approx(without)
    assert (roi.value, roi.without) == (pytest.approx(200 / 60), expected)


def test_the_return_without_the_suspect_hours_stands_beside_and_in_the_table(qtbot, spoken):
    spoken("zh")
    figure = Figure("roi", 9.14, None, 10.128)
    row = FigureRow()
    qtbot.addWidget(row)
    row.set(figure)
    assert row.value.text() == "9.14"
    assert row.without.text() == "不含疑似异常时段的花费：10.13" and not row.without.isHidden()
    assert how_words(figure).endswith("；不含疑似异常时段的花费：10.13")
    row.set(Figure("roi", 9.14, None))
    assert row.without.isHidden()


WORDS = """日期,计划ID,计划名称,营销目标,花费,观看数
2026-11-16,1,甲,付费买量,30.00,10
2026-11-17,1,甲,买量,20.00,10
2026-11-17,2,乙,热搜,5.00,10
2026-11-17,3,丙,买热搜 ,60.00,10
2026-11-17,4,丁,磁力金牛,9.00,10
"""
BUYING, SEARCHED = ("way", "付费买量"), ("way", "买热搜")


@pytest.mark.parametrize("chosen", [(BUYING, SEARCHED), (("way", "买量"), SEARCHED, BUYING)])
def test_a_way_is_one_part_by_whatever_word_reports_call_it(book, tmp_path, chosen):
    """付费买量 and 买量 were two ways, each with a part of the money, as in no other table."""
    bring(book, written(tmp_path / "日.csv", WORDS.splitlines()))
    shown = look(book, TrafficView(("spend",), "day", 7))
    told = [(one.key, one.name, one.spend) for one in shown.parts if one.kind == "way"]
    assert told == [
        ("买热搜", "买热搜", 65_00),
        ("付费买量", "付费买量", 50_00),
        ("磁力金牛", "磁力金牛", 9_00),
    ]
    shown = look(book, TrafficView(("spend",), "day", 7, parts=chosen))
    assert shown.view.parts == (BUYING, SEARCHED)
    lines = {one.part.key: list(one.series.values) for one in shown.lines}
    assert lines == {"买热搜": [65_00], "付费买量": [30_00, 20_00]}
    assert total_of(shown, "spend").value == 115_00
    shown = look(book, replace(shown.view, parts=chosen, off=(SEARCHED,)))
    assert (shown.view.on, total_of(shown, "spend").value) == ((BUYING,), 50_00)
