"""Alarms in a real book: found, explained, marked, remembered over a new import, taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from junk_reports import JUNK, NAME, NOW, hours, written

from ksdesk.actions import imports, traffic
from ksdesk.actions.today import agenda, badges
from ksdesk.actions.traffic import alarms as traffic_alarms
from ksdesk.domain.progress import Cancelled, Progress
from ksdesk.domain.rulebook import RuleBook
from ksdesk.domain.traffic import TypedRow, from_seconds, to_seconds
from ksdesk.domain.traffic.alarms import (
    NO_RISE,
    Alarm,
    Alarms,
    Evidence,
    MeasureRise,
    marked,
    means,
)
from ksdesk.domain.traffic.notes import HANDLED, IGNORED, AlarmMark
from ksdesk.storage.traffic.alarms import CampaignHour


def bring(book, tmp_path, lines, name="a.csv"):
    """A report imported."""
    path = written(tmp_path / name, lines)
    return imports.commit(book, imports.preview(book, path), now=NOW)


@pytest.fixture
def junk(book, tmp_path):
    """A book of six weeks with one bad evening."""
    bring(book, tmp_path, hours(42))
    return book


def suspect(book) -> list[Alarm]:
    return [a for a in traffic_alarms.found(book.reader, NOW).alarms if a.suspect]


def test_the_evening_is_found_with_the_same_evenings_of_the_weeks_before(junk):
    (alarm,) = suspect(junk)
    assert (alarm.start, alarm.end) == (JUNK, JUNK + timedelta(hours=4))
    assert alarm.kind == "burst"
    views, clicks, stay = (alarm.row(c) for c in ("views", "product_clicks", "stay_seconds"))
    assert 5 < views.times < 7 and views.word == "times"
    assert 800 < views.usual < 1_100
    assert clicks.seen == 12 and clicks.word == "fewer" and clicks.usual > 60
    assert clicks.due > 4 * clicks.usual
    assert (stay.usual, stay.seen, stay.word) == (40, 6, "shorter")
    assert alarm.share > 0.7


@pytest.mark.slow
def test_what_was_spent_then_is_left_out_unless_the_alarm_is_ignored(junk):
    seen = traffic_alarms.found(junk.reader, NOW)
    (alarm,) = seen.left_out
    assert alarm.spend == 40_00
    traffic_alarms.mark(junk, alarm.key, HANDLED, NOW)
    assert traffic_alarms.found(junk.reader, NOW).left_out
    traffic_alarms.mark(junk, alarm.key, IGNORED, NOW)
    assert not traffic_alarms.found(junk.reader, NOW).left_out


def test_who_delivered_is_named_with_his_days_of_that_week(junk):
    (alarm,) = suspect(junk)
    (delivery,) = alarm.deliveries
    assert delivery.name == NAME
    assert (delivery.days, delivery.suspect_days) == (7, 1)
    assert delivery.spend == 40_00 and delivery.share == pytest.approx(1)


@pytest.mark.slow
def test_a_rise_within_suspect_hours_is_not_told_twice(junk):
    (alarm,) = suspect(junk)
    assert {rise.measure for rise in alarm.rises} == {"views"}
    others = [a for a in traffic_alarms.found(junk.reader, NOW).alarms if not a.suspect]
    assert not any(alarm.start <= rise.at < alarm.end for a in others for rise in a.rises)


@pytest.mark.slow
def test_a_mark_with_its_note_is_kept_over_a_new_import_and_can_be_undone(junk, tmp_path):
    (alarm,) = suspect(junk)
    done = traffic_alarms.mark(junk, alarm.key, HANDLED, NOW, "退了一半")
    bring(junk, tmp_path, hours(42, factor=1.1), "b.csv")
    (again,) = suspect(junk)
    assert again.row("views").seen > alarm.row("views").seen
    assert (again.state, again.mark.note) == (HANDLED, "退了一半")
    done.undo(junk)
    assert suspect(junk)[0].open


@pytest.mark.slow
def test_another_mark_takes_the_place_of_the_first_and_undo_brings_it_back(junk):
    (alarm,) = suspect(junk)
    traffic_alarms.mark(junk, alarm.key, HANDLED, NOW)
    second = traffic_alarms.mark(junk, alarm.key, IGNORED, NOW + timedelta(minutes=1))
    assert len(junk.reader.notes.all(AlarmMark)) == 1
    assert suspect(junk)[0].state == IGNORED
    second.undo(junk)
    assert suspect(junk)[0].state == HANDLED
    traffic_alarms.unmark(junk, suspect(junk)[0].mark, NOW).undo(junk)
    assert suspect(junk)[0].state == HANDLED


def test_a_mark_holds_where_the_event_begins_a_little_earlier_or_is_of_another_kind():
    start = datetime(2026, 11, 15, 20)
    before = Alarm("burst", "views", start, start + timedelta(hours=4))
    earlier = Alarm("burst", "views", start - timedelta(hours=1), start + timedelta(hours=4))
    padded = Alarm("padded_likes", "views", start, start + timedelta(hours=4))
    fans = Alarm("zombie_fans", "new_fans", start, start + timedelta(hours=4))
    next_day = Alarm("burst", "views", start + timedelta(days=1), start + timedelta(hours=28))
    assert all(means(before.key, alarm) for alarm in (before, earlier, padded))
    assert not means(before.key, fans)
    assert not means(before.key, next_day)
    assert not means("burst:nonsense:views", before)
    mark = AlarmMark(before.key, HANDLED, NOW)
    assert [a.state for a in marked((earlier, next_day), (mark,))] == [HANDLED, "new"]


def test_too_little_history_is_said_with_the_days_that_are_missing(book, tmp_path):
    bring(book, tmp_path, hours(9))
    seen = traffic_alarms.found(book.reader, NOW)
    assert seen.alarms == () or not any(a.suspect for a in seen.alarms)
    assert seen.days_missing == 5
    assert seen.views == "views"


def test_an_empty_book_and_one_without_hours(book):
    assert traffic_alarms.found(book.reader, NOW) == Alarms("", NOW.date())
    traffic.record(book, [TypedRow(NOW.date(), "", {"views": 100})])
    assert traffic_alarms.found(book.reader, NOW).views == ""


def test_a_report_without_anything_to_look_at(book, tmp_path):
    lines = ["时间,广告计划ID,小程序打开数"]
    lines += [f"2026-11-{day:02d} 20:00,900,{day}" for day in range(1, 18)]
    bring(book, tmp_path, lines)
    assert traffic_alarms.found(book.reader, NOW).views == ""


def test_a_healthy_shop_is_left_alone_and_what_was_looked_at_is_told(book, tmp_path):
    bring(book, tmp_path, hours(42, junk=False))
    seen = traffic_alarms.found(book.reader, NOW)
    assert not any(a.suspect for a in seen.alarms)
    assert seen.days_missing == 0
    assert set(seen.looked) >= {"views", "stay_seconds", "product_clicks", "new_fans", "spend"}
    assert seen.last == NOW.replace(minute=0)
    assert not seen.cut


def test_where_a_report_has_no_views_another_measure_stands_for_them(book, tmp_path):
    lines = [line.replace("直播观看数", "播放数") for line in hours(42)]
    bring(book, tmp_path, lines)
    seen = traffic_alarms.found(book.reader, NOW)
    assert seen.views == "plays"
    assert any(a.suspect for a in seen.alarms)


def test_money_spent_while_nothing_rose(book, tmp_path):
    lines = hours(42, junk=False)
    place = next(n for n, line in enumerate(lines) if line.startswith("2026-11-12 20:00"))
    for number in range(place, place + 3):
        when, key, name, _spend, *rest = lines[number].split(",")
        lines[number] = ",".join((when, key, name, "300", *rest))
    bring(book, tmp_path, lines)
    found = [a for a in traffic_alarms.found(book.reader, NOW).alarms if a.kind == NO_RISE]
    (alarm,) = found
    assert alarm.spend >= 900_00
    assert alarm.start.date() == datetime(2026, 11, 12).date()
    assert {row.measure for row in alarm.rows} >= {"views", "new_fans"}
    assert not alarm.left_out


def test_a_second_look_at_the_same_figures_only_joins_the_marks(junk):
    first = traffic_alarms.found(junk.reader, NOW)
    (alarm,) = [a for a in first.alarms if a.suspect]
    traffic_alarms.mark(junk, alarm.key, HANDLED, NOW)
    second = traffic_alarms.found(junk.reader, NOW, first)
    assert second.one(alarm.key).rows is alarm.rows
    assert second.one(alarm.key).state == HANDLED


def test_typed_figures_are_looked_at_again(junk):
    first = traffic_alarms.found(junk.reader, NOW)
    live = datetime(2026, 11, 17, 20)
    traffic.record(junk, [TypedRow(live, "试播", {"views": 40})])
    second = traffic_alarms.found(junk.reader, NOW, first)
    assert second.stamp != first.stamp
    traffic.record(junk, [TypedRow(live, "试播", {"views": 50})])
    assert junk.reader.alarms.stamp() != second.stamp


def test_a_look_can_be_given_up(junk):
    class Unwanted(Progress):
        def wanted(self) -> bool:
            return False

    with pytest.raises(Cancelled):
        traffic_alarms.found(junk.reader, NOW, progress=Unwanted())


# -- telling


def campaign_hour(key: str, day: int, hour: int, spend: int, views: float | None) -> CampaignHour:
    at = to_seconds(datetime(2026, 11, day, hour))
    return CampaignHour(key, f"{key} {day}", at, spend, views)


EVENING = Alarm(
    *("burst", "views", datetime(2026, 11, 15, 20), datetime(2026, 11, 15, 22)),
    rows=(Evidence("views", 10, 1000),),
)


@pytest.mark.parametrize(
    ("views", "spend", "told"),
    [
        (100, 0, True),
        (99, 0, False),
        (99, 100, True),
        (99, 99, False),
        (None, 100, True),
        (None, 99, False),
        (0, 0, False),
    ],
)
def test_a_campaign_of_a_tenth_of_views_or_spend_is_named(views, spend, told):
    hours_ = [
        campaign_hour("a", 15, 20, 900 - spend, 800),
        campaign_hour("a", 15, 21, 100, 100),
        campaign_hour("b", 15, 21, spend, views),
        campaign_hour("b", 15, 22, 9_000, 9_000),  # after it
    ]
    found = {one.key: one for one in traffic_alarms._deliveries(EVENING, hours_, [EVENING])}
    assert ("b" in found) is told
    assert (found["a"].spend, found["a"].share) == (1_000 - spend, 0.9)
    if told:
        share = None if views is None else views / 1000
        assert (found["b"].spend, found["b"].share) == (spend, share)


def test_who_brought_most_stands_first_with_the_days_it_ran():
    quiet = [campaign_hour("a", day, 9, 0, None) for day in (11, 12)]
    ran = [campaign_hour("a", day, 9, 0, 1) for day in (13, 14)]
    ran += [campaign_hour("b", 14, 20, 7, None), campaign_hour("b", 14, 21, 7, None)]
    inside = [campaign_hour(key, 15, 20, fen, views) for key, fen, views in (
        ("a", 10, 300), ("b", 90, 300), ("c", 400, 200), ("d", 100, None),
    )]  # fmt: skip
    other = Alarm("drip", "views", datetime(2026, 11, 14, 20), datetime(2026, 11, 14, 21))
    found = traffic_alarms._deliveries(EVENING, [*quiet, *ran, *inside], [EVENING, other])
    assert [(one.key, one.days, one.suspect_days) for one in found] == [
        ("b", 2, 2),
        ("a", 3, 1),
        ("c", 1, 1),
        ("d", 1, 1),
    ]
    assert {one.name for one in found} == {f"{key} 15" for key in "abcd"}
    bare = replace(EVENING, rows=())
    assert {one.share for one in traffic_alarms._deliveries(bare, inside, [])} == {None}


@pytest.mark.parametrize(
    ("counts", "views"),
    [
        ({"views": 5, "plays": 10, "impressions": 10}, "views"),
        ({"views": 4, "plays": 9}, "plays"),
        ({"views": 0, "entries": 3, "plays": 7, "impressions": 7}, "plays"),
        ({"impressions": 1}, "impressions"),
        ({"views": 0}, ""),
        ({}, ""),
    ],
)
def test_what_is_known_for_half_of_the_hours_stands_for_viewers(counts, views):
    found = {code: dict.fromkeys(range(count), 1.0) for code, count in counts.items()}
    assert traffic_alarms._views(found) == views


def test_rises_within_a_day_of_the_first_are_one():
    first = datetime(2026, 11, 15, 20)
    late = [0, 3, 23, 24, 25, 47, 48, 72]
    rises = [MeasureRise("views", "hour", first + timedelta(hours=n), 9, 3, 1, 8) for n in late]
    grouped = [
        [(rise.at - first) // timedelta(hours=1) for rise in group]
        for group in traffic_alarms._grouped(reversed(rises))
    ]
    assert grouped == [[0, 3, 23], [24, 25, 47], [48], [72]]
    assert not [*traffic_alarms._grouped([])]


@pytest.mark.parametrize(
    ("days", "kind", "remembered", "task"),
    [
        (0, "burst", True, True),
        (14, "burst", True, True),
        (14.05, "burst", True, False),
        (28, "burst", True, False),
        (28.05, "burst", False, False),
        (1, "rise", False, False),
        (1, NO_RISE, False, False),
    ],
)
def test_suspect_hours_are_a_task_for_two_weeks_and_remembered_for_four(
    book, days, kind, remembered, task
):
    traffic.record(book, [TypedRow(NOW.date(), "", {"views": 100})])
    end = NOW - timedelta(days=days)
    alarm = Alarm(kind, "views", end - timedelta(hours=2), end, spend=5)
    seen = Alarms(book.reader.alarms.stamp(), NOW.date(), alarms=(alarm,))
    assert traffic_alarms.open_ones(book.reader, NOW) is None
    traffic_alarms.remember(book, seen, NOW)
    assert len(book.reader.alarms.seen()[1]) == remembered
    told = traffic_alarms.open_ones(book.reader, NOW)
    assert [(one.key, one.end, one.spend) for one in told] == (
        [(alarm.key, end, 5)] if task else []
    )
    assert not traffic_alarms.remember(book, seen, NOW)
    traffic.record(book, [TypedRow(NOW.date(), "", {"views": 101})])
    assert traffic_alarms.open_ones(book.reader, NOW) is None


def test_deliveries_are_those_of_three_days_before_and_after(book, tmp_path):
    late = NOW + timedelta(days=9)
    path = written(tmp_path / "a.csv", hours(42))
    imports.commit(book, imports.preview(book, path), now=NOW)
    day = JUNK.date()
    seen = book.reader.alarms.campaign_hours("views", 0, to_seconds(late))
    ran = {
        at.date() for hour in seen if (at := from_seconds(hour.at)) and (hour.spend or hour.views)
    }
    week = [day + timedelta(days=n) for n in range(-3, 4)]
    (alarm,) = suspect(book)
    assert {one.days for one in alarm.deliveries} == {len(ran.intersection(week))}
    assert day - timedelta(days=4) in ran


# -- 今日


@pytest.mark.slow
def test_today_tells_what_was_remembered_and_that_nobody_has_looked(junk):
    rules = RuleBook.load()
    assert agenda(junk.reader, rules, NOW).unlooked
    seen = traffic_alarms.found(junk.reader, NOW)
    assert traffic_alarms.remember(junk, seen, NOW)
    assert not traffic_alarms.remember(junk, seen, NOW), "the same again changes nothing"
    found = agenda(junk.reader, rules, NOW)
    (task,) = [task for task in found.tasks if task.code == "alarm"]
    (alarm,) = [a for a in seen.alarms if a.suspect]
    assert not found.unlooked
    assert (task.topic, task.target, task.group) == ("traffic", f"alarm:{alarm.key}", "today")
    assert badges(found)["traffic"] == (1, False)
    traffic_alarms.mark(junk, alarm.key, HANDLED, NOW)
    assert not [t for t in agenda(junk.reader, rules, NOW).tasks if t.code == "alarm"]


def test_after_two_weeks_it_is_no_task_any_more(junk):
    traffic_alarms.remember(junk, traffic_alarms.found(junk.reader, NOW), NOW)
    assert len(traffic_alarms.open_ones(junk.reader, NOW)) == 1
    assert traffic_alarms.open_ones(junk.reader, NOW + timedelta(days=14)) == ()


@pytest.mark.slow
def test_a_new_import_makes_what_was_remembered_stale(junk, tmp_path):
    traffic_alarms.remember(junk, traffic_alarms.found(junk.reader, NOW), NOW)
    changes = bring(junk, tmp_path, hours(42, factor=1.2), "b.csv")
    assert traffic_alarms.open_ones(junk.reader, NOW) is None
    changes.undo(junk)
    assert traffic_alarms.open_ones(junk.reader, NOW) is not None


def test_words_for_how_a_figure_differs():
    def word(usual, seen, measure="views"):
        return Evidence(measure, usual, seen).word

    assert word(100, 450) == "times"
    assert word(100, 130) == "more"
    assert word(100, 60) == "fewer"
    assert word(100, 105) == "alike"
    assert word(2, 4) == "alike", "so few say nothing"
    assert word(40, 6, "stay_seconds") == "shorter"
    assert word(40, 300, "stay_seconds") == "longer"
    assert word(None, 5) == ""
    assert Evidence("views", 0, 50).times is None
    assert word(0, 50) == "times"
