"""Months, and the series of campaigns, lives and ways, against adding up by hand."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ksdesk.actions import imports, traffic
from ksdesk.domain.imports import Source
from ksdesk.domain.traffic import TypedRow, from_seconds, row_key, to_seconds
from ksdesk.storage.models.traffic import TrafficRow

LIKE = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

one_row = st.tuples(
    st.sampled_from(["hour", "day", "month"]),
    st.sampled_from(["A", "B", "C"]),
    st.sampled_from([1, 2]),  # month
    st.sampled_from([1, 2, 28]),
    st.sampled_from([0, 13]),
)


def moment_of(grain: str, month: int, day: int, hour: int) -> datetime:
    return datetime(2026, month, 1 if grain == "month" else day, hour if grain == "hour" else 0)


def put(book, rows: dict) -> None:
    """Rows as an import would leave them: campaign A belongs to 买量, the others to 热搜."""
    with book.traffic.session.writing():
        TrafficRow.delete().execute()
        for (grain, campaign, month, day, hour), spend in rows.items():
            seconds = to_seconds(moment_of(grain, month, day, hour))
            TrafficRow.insert(
                key=row_key(seconds, grain, f"c={campaign}"),
                time=seconds,
                grain=grain,
                level=1,
                campaign=campaign,
                way="买量" if campaign == "A" else "热搜",
                live_name=f"场{day}" if grain == "hour" else None,
                spend=spend,
            ).execute()


def by_month(book, **more) -> dict[int, float]:
    series = book.reader.traffic.series("spend", "month", **more)
    return {
        from_seconds(time).month: value
        for time, value in zip(series.times, series.values, strict=True)
    }


def expected(rows: dict, campaigns: str) -> dict[int, float]:
    """A month's own row, else its days; a day's own row, else its hours. Campaign by campaign."""
    found: dict[int, float] = defaultdict(float)
    for campaign in campaigns:
        for month in (1, 2):
            mine = {k: v for k, v in rows.items() if k[1] == campaign and k[2] == month}
            if not mine:
                continue
            whole = [v for k, v in mine.items() if k[0] == "month"]
            if whole:
                found[month] += sum(whole)
                continue
            for day in {k[3] for k in mine}:
                own = [v for k, v in mine.items() if k[0] == "day" and k[3] == day]
                hours = [v for k, v in mine.items() if k[0] == "hour" and k[3] == day]
                found[month] += sum(own) if own else sum(hours)
    return dict(found)


@pytest.mark.slow
@given(st.dictionaries(one_row, st.integers(0, 10**7), max_size=24))
@LIKE
def test_months_of_all_and_of_each_part(book, drawn) -> None:
    rows = {}
    for (grain, campaign, month, day, hour), spend in drawn.items():
        # One row a month and a day: what stands in the key is what tells rows apart.
        day = 1 if grain == "month" else day
        rows[(grain, campaign, month, day, hour if grain == "hour" else 0)] = spend
    put(book, rows)
    assert by_month(book) == expected(rows, "ABC")
    for campaign in "ABC":
        assert by_month(book, parts=[("campaign", campaign)]) == expected(rows, campaign)
    assert by_month(book, parts=[("way", "热搜")]) == expected(rows, "BC")
    assert by_month(book, parts=[("way", "热搜"), ("campaign", "A")]) == expected(rows, "ABC")
    live = {k: v for k, v in rows.items() if k[0] == "hour" and k[3] == 28}
    assert by_month(book, parts=[("live", "场28")]) == expected(live, "ABC")
    assert by_month(book, parts=[]) == {}


@pytest.fixture
def bring(book, now):
    def commit(text: str):
        seen = imports.preview(book, Source("pasted", text=text))
        return imports.commit(book, seen, now=now)

    return commit


def test_a_typed_figure_is_added_to_weeks_and_months(book, bring, now):
    bring("date_week,花费\n2026-04-13,50\n")
    traffic.record(book, [TypedRow(datetime(2026, 4, 15).date(), "", {"spend": 700})], now)
    series = book.reader.traffic.series("spend", "week")
    assert list(series.values) == [5700]
    assert book.reader.traffic.series("spend", "month").values[0] == 700


def test_a_week_of_one_campaign_leaves_the_days_of_others(book, bring):
    bring("日期,计划ID,花费\n2026-04-14,1,1\n2026-04-14,2,2\n")
    bring("date_week,计划ID,花费\n2026-04-13,1,9\n")
    assert list(book.reader.traffic.series("spend", "week").values) == [1100]


def test_lives_and_ways_are_parts(book, bring, now):
    bring(
        "时间,计划ID,计划名称,营销目标,花费\n"
        "2026-04-15 20:00,1,甲,付费买量,3\n2026-04-16 21:00,1,甲,付费买量,4\n"
        "2026-04-15 20:00,2,乙,买热搜,1\n"
    )
    traffic.record(book, [TypedRow(datetime(2026, 4, 15, 20), "晚场", {"spend": 50})], now)
    found = {part.code: part for part in book.reader.traffic.parts()}
    assert list(found) == [
        *(("campaign", "1"), ("campaign", "2"), ("live", "晚场")),
        *(("way", "付费买量"), ("way", "买热搜"), ("way", "typed")),
    ]
    first = found[("campaign", "1")]
    assert (first.name, first.spend) == ("甲", 700)
    assert str(from_seconds(first.first)) == "2026-04-15 20:00:00"
    assert str(from_seconds(first.last)) == "2026-04-16 21:00:00"
    way = book.reader.traffic.series("spend", "day", parts=[("way", "付费买量")])
    assert list(way.values) == [300, 400]
