"""Alarms in a real book: found, explained, marked, remembered over a new import, taken back."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from junk_reports import JUNK, NAME, NOW, hours, written

from ksdesk.actions import imports, traffic
from ksdesk.actions.today import agenda, badges
from ksdesk.actions.traffic import alarms as traffic_alarms
from ksdesk.domain.progress import Cancelled, Progress
from ksdesk.domain.rulebook import RuleBook
from ksdesk.domain.traffic import TypedRow
from ksdesk.domain.traffic.alarms import NO_RISE, Alarm, Alarms, Evidence, marked, means
from ksdesk.domain.traffic.notes import HANDLED, IGNORED, AlarmMark


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
