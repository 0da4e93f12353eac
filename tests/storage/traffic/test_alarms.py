"""What alarms read: hours at once or layer by layer, campaigns by hour, and the stamp."""

from __future__ import annotations

from datetime import datetime

import pytest
from junk_reports import NOW, hours, written

from ksdesk.actions import imports, traffic
from ksdesk.domain.traffic import TypedRow, to_seconds

CODES = ("views", "stay_seconds", "new_fans", "product_clicks", "orders", "spend", "likes")
START, END = to_seconds(datetime(2026, 11, 10)), to_seconds(NOW)


def bring(book, path) -> None:
    imports.commit(book, imports.preview(book, path), now=NOW)


@pytest.fixture
def filled(book, tmp_path):
    bring(book, written(tmp_path / "a.csv", hours(20)))
    return book


def by_series(book) -> dict[str, dict[int, float]]:
    found = {}
    for code in CODES:
        series = book.reader.traffic.series(code, "hour", START, END)
        found[code] = dict(zip(series.times, series.values, strict=True))
    return found


def same(one, other) -> None:
    assert one.keys() == other.keys()
    for code in one:
        assert one[code] == pytest.approx(other[code]), code


def test_read_at_once_they_are_what_the_series_are(filled):
    live = datetime(2026, 11, 17, 20)
    traffic.record(filled, [TypedRow(live, "试播", {"views": 40, "new_fans": 3})])
    found = filled.reader.alarms.hours(CODES, START, END)
    assert found["likes"] == {} and len(found["views"]) > 150
    same(found, by_series(filled))


def test_where_reports_overlap_nothing_is_counted_twice(filled, tmp_path):
    lines = [line.replace(",广告计划ID,广告计划", "") for line in hours(20)[:1]]
    lines += [",".join(line.split(",")[:1] + line.split(",")[3:]) for line in hours(20)[1:]]
    bring(filled, written(tmp_path / "account.csv", lines))
    found = filled.reader.alarms.hours(CODES, START, END)
    same(found, by_series(filled))
    assert sum(found["views"].values()) == sum(
        float(line.split(",")[4]) for line in hours(20) if "2026-11-10" <= line[:10] <= "2026-11-18"
    )


def test_campaigns_by_hour(filled):
    found = filled.reader.alarms.campaign_hours("views", START, END)
    assert {hour.key for hour in found} == {"900"}
    assert sum(hour.views for hour in found) == sum(by_series(filled)["views"].values())
    assert sum(hour.spend for hour in found) == sum(by_series(filled)["spend"].values())


def test_the_stamp_of_an_empty_book_is_empty(book):
    assert book.reader.alarms.stamp() == ""
    assert book.reader.alarms.seen() is None
