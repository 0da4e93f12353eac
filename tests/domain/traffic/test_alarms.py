"""Evidence in words, an alarm that is found again, and what was made of it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from ksdesk.domain.traffic.alarms import (
    SUSPECT,
    Alarm,
    Alarms,
    Evidence,
    MeasureRise,
    as_plain,
    from_plain,
    marked,
    means,
    told_again,
)
from ksdesk.domain.traffic.notes import AlarmMark

START = datetime(2026, 11, 15, 20)
HOUR = timedelta(hours=1)
ODD = Alarm("burst", "views", START, START + 4 * HOUR, spend=5)


@pytest.mark.parametrize(
    ("measure", "usual", "seen", "word"),
    [
        ("views", None, 90, ""),
        ("views", 0, 4.9, "alike"),
        ("views", 0, 5, "times"),
        ("views", 4.9, 0, "alike"),
        ("views", 5, 0, "fewer"),
        ("views", 100, 200, "times"),
        ("views", 100, 199, "more"),
        ("views", 100, 126, "more"),
        ("views", 100, 125, "alike"),
        ("views", 100, 75, "alike"),
        ("views", 100, 74, "fewer"),
        ("stay_seconds", 100, 74, "shorter"),
        ("stay_seconds", 100, 75, "alike"),
        ("stay_seconds", 100, 133, "alike"),
        ("stay_seconds", 100, 134, "longer"),
        ("stay_seconds", 100, 300, "longer"),
    ],
)
def test_what_was_seen_against_the_usual_in_a_word(measure, usual, seen, word):
    assert Evidence(measure, usual, seen).word == word
    assert Evidence(measure, None, seen, usual).word == word
    if usual is not None:
        assert Evidence(measure, usual, seen, due=9_999).compared == usual


def test_how_many_times_the_usual_was_seen():
    assert Evidence("views", 4, 10).times == 2.5
    assert Evidence("views", None, 10, 5).times == 2
    assert Evidence("views", 0, 10).times is None and Evidence("views", None, 10).times is None


@pytest.mark.parametrize(
    ("facts", "key", "found"),
    [
        ({}, "burst:2026-11-15T20:views", True),
        ({}, "drip:2026-11-15T20:views", True),  # another kind of what is suspect
        ({}, "rise:2026-11-15T20:views", False),
        ({}, "burst:2026-11-15T20:orders", False),
        ({}, "burst:2026-11-15T23:views", True),
        ({}, "burst:2026-11-16T00:views", False),
        ({}, "burst:2026-11-15T17:views", True),  # it may begin three hours later than it did
        ({}, "burst:2026-11-15T16:views", False),
        ({"end": START + HOUR}, "burst:2026-11-15T19:views", True),
        ({"end": START + HOUR}, "burst:2026-11-15T18:views", False),  # no longer than it is
        ({}, "burst:someday:views", False),
        ({}, "burst", False),
        ({"kind": "rise"}, "rise:2026-11-15T21:views", True),
        ({"kind": "rise"}, "no_rise:2026-11-15T21:views", False),
        ({"kind": "rise"}, "burst:2026-11-15T20:views", False),
    ],
)
def test_an_alarm_is_found_again_when_a_report_moved_it(facts, key, found):
    alarm = replace(ODD, **facts)
    assert means(key, alarm) == found
    assert Alarms(alarms=(alarm,)).one(key) == (alarm if found else None)


def test_the_exact_alarm_is_found_before_one_that_it_may_have_become():
    later = replace(ODD, kind="drip", start=START + 2 * HOUR)
    every = Alarms(alarms=(ODD, later))
    assert every.one(later.key) is later and every.one(ODD.key) is ODD
    assert later.key == "drip:2026-11-15T22:views"


def test_the_newest_mark_counts():
    marks = [
        AlarmMark(ODD.key, state, datetime(2026, 11, day))
        for day, state in ((17, "handled"), (18, "ignored"), (16, "handled"))
    ]
    (found, other) = marked([ODD, replace(ODD, measure="orders")], marks)
    assert (found.state, found.open) == ("ignored", False)
    assert (other.state, other.open, other.mark) == ("new", True, None)


@pytest.mark.parametrize("kind", [*SUSPECT, "rise", "no_rise"])
def test_suspect_hours_that_cost_money_are_left_out_unless_they_are_ignored(kind):
    alarm = replace(ODD, kind=kind)
    suspect = kind in SUSPECT
    assert (alarm.suspect, alarm.left_out) == (suspect, suspect)
    assert not replace(alarm, spend=0).left_out
    for state in ("ignored", "handled"):
        made = replace(alarm, mark=AlarmMark(alarm.key, state, START))
        assert made.left_out == (suspect and state != "ignored")
    assert Alarms(alarms=(replace(ODD, spend=0), ODD)).left_out == (ODD,)


def test_hours_that_an_alarm_covers():
    assert [ODD.covers(START + n * HOUR) for n in (-1, 0, 3, 4)] == [False, True, True, False]


@pytest.mark.parametrize(("hours", "told"), [(-3, False), (-2, True), (3, True), (4, False)])
def test_a_rise_just_before_an_alarm_is_told_with_it(hours, told):
    rise = MeasureRise("views", "up", START + hours * HOUR, 1, 1, 1, 1)
    assert told_again(rise, ODD) == told


def test_what_today_tells_of_an_alarm_comes_back():
    rows = (Evidence("orders", 1, 2), Evidence("views", None, 9, 4))
    alarm = replace(ODD, rows=rows)
    assert alarm.row("orders") == rows[0] and alarm.row("gmv") is None
    plain = json.loads(json.dumps(as_plain(alarm)))
    assert (plain["seen"], plain["usual"]) == (9, 4)
    assert from_plain(plain) == replace(ODD, rows=(Evidence("views", 4, 9),))
    assert as_plain(ODD)["seen"] == 0 and as_plain(ODD)["usual"] is None
