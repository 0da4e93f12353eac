"""Which lives wait to be looked back at, and what is still to be done."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from ksdesk.domain.reviews import broadcasts
from ksdesk.domain.reviews.broadcasts import Broadcast, BroadcastError

NOW = datetime(2026, 11, 18, 10, 20)
EVENING = Broadcast("live", datetime(2026, 11, 17, 19, 30), seconds=9_300, id=1)


@pytest.mark.parametrize(
    ("one", "waits"),
    [
        (EVENING, True),
        (replace(EVENING, kind="video"), False),
        (replace(EVENING, reviewed_at=NOW), False),
        (replace(EVENING, began_at=NOW - timedelta(hours=1)), False),  # it still runs
        (replace(EVENING, began_at=NOW - timedelta(hours=1), seconds=3_600), True),
        (replace(EVENING, seconds=None), True),
        (replace(EVENING, began_at=NOW - timedelta(hours=1), seconds=None), False),
        (replace(EVENING, began_at=NOW - timedelta(days=9)), False),  # nobody knows any more
        (replace(EVENING, began_at=NOW + timedelta(days=1)), False),
    ],
)
def test_a_review_is_owed_once_a_live_is_over(one, waits):
    assert broadcasts.owed([one], NOW) == ((one,) if waits else ())


def test_what_is_to_be_done_stands_open_until_it_is_ticked():
    one = broadcasts.with_todo(replace(EVENING, reviewed_at=NOW), ["先挂链接 ", "", "留福袋"])
    assert [(a.place, a.words) for a in broadcasts.open_actions([one])] == [
        (0, "先挂链接"),
        (1, "留福袋"),
    ]
    one = broadcasts.ticked(one, 0, NOW)
    assert [a.words for a in broadcasts.open_actions([one])] == ["留福袋"]
    reworded = broadcasts.with_todo(one, ["先挂链接", "少讲红富士"])
    assert [a.words for a in broadcasts.open_actions([reworded])] == ["少讲红富士"]
    again = broadcasts.ticked(reworded, 0, None)
    assert len(broadcasts.open_actions([again])) == 2


def test_nothing_becomes_a_task_before_it_is_written():
    assert broadcasts.open_actions([broadcasts.with_todo(EVENING, ["先挂链接"])]) == ()


def test_there_are_never_more_than_three():
    assert len(broadcasts.with_todo(EVENING, list("一二三四")).todo) == 3


def test_a_figure_below_nothing_is_refused():
    with pytest.raises(BroadcastError) as caught:
        replace(EVENING, viewers=-1)
    assert caught.value.figure == "viewers"


@pytest.mark.parametrize(
    ("hour", "part"),
    [
        *((0, "night"), (4, "night"), (5, "morning"), (10, "morning"), (11, "noon")),
        *((16, "noon"), (17, "evening"), (23, "evening")),
    ],
)
def test_the_part_of_the_day_by_the_hour_a_live_began(hour, part):
    assert Broadcast("live", datetime(2026, 11, 17, hour, 59)).part == part
    assert Broadcast("video", datetime(2026, 11, 17, hour, 59)).part == "video"


REPORT = Broadcast("live", EVENING.began_at, "晚场", 9_000, viewers=10, orders=2, id=-5)


@pytest.mark.parametrize(
    ("facts", "one"),
    [
        ({}, True),
        ({"began_at": EVENING.began_at + timedelta(minutes=30)}, True),
        ({"began_at": EVENING.began_at - timedelta(minutes=30)}, True),
        ({"began_at": EVENING.began_at + timedelta(minutes=31)}, False),
        ({"began_at": EVENING.began_at - timedelta(minutes=31)}, False),
        ({"kind": "video"}, False),
    ],
)
def test_what_was_noted_and_what_a_report_tells_are_one_within_half_an_hour(facts, one):
    report = replace(REPORT, **facts)
    pairs = broadcasts.told_together([EVENING], [report])
    if one:
        whole = replace(EVENING, name="晚场", viewers=10, orders=2)
        assert pairs == ((EVENING, whole),) and whole.seconds == 9_300
    else:
        later = report.began_at > EVENING.began_at
        both = [(EVENING, EVENING), (report, report)]
        assert sorted(pairs, key=lambda pair: pair[0].id) == sorted(both, key=lambda p: p[0].id)
        assert (pairs[0][0] == report) == later or report.began_at == EVENING.began_at


@pytest.mark.parametrize(
    ("noted", "told", "one"),
    [("a", "a", True), ("a", "b", False), ("", "b", True), ("a", "", True)],
)
def test_two_works_of_the_same_minutes_are_told_apart_by_their_titles(noted, told, one):
    work, report = replace(EVENING, kind="video", name=noted), replace(REPORT, kind="video")
    pairs = broadcasts.told_together([work], [replace(report, name=told)])
    assert len(pairs) == (1 if one else 2)
    live = broadcasts.told_together([replace(EVENING, name=noted)], [replace(REPORT, name=told)])
    assert len(live) == 1 and live[0][1].name == (noted or told)


def test_a_report_is_of_the_nearest_live_and_of_one_alone():
    near = replace(REPORT, began_at=EVENING.began_at + timedelta(minutes=1), viewers=1)
    far = replace(REPORT, began_at=EVENING.began_at - timedelta(minutes=9), viewers=2, id=-6)
    second = replace(EVENING, began_at=EVENING.began_at - timedelta(minutes=5), id=2)
    pairs = broadcasts.told_together([second, EVENING], [far, near])
    assert [(note.id, whole.viewers) for note, whole in pairs] == [(1, 1), (2, 2)]
    alone = broadcasts.told_together([EVENING], [far, near])
    assert [(note.id, whole.viewers) for note, whole in alone] == [(1, 1), (-6, 2)]


def test_a_figure_of_nothing_is_a_figure():
    note = replace(EVENING, viewers=0)
    ((_, whole),) = broadcasts.told_together([note], [REPORT])
    assert whole.viewers == 0
    assert all(replace(EVENING, **{name: 0}) for name in broadcasts.FIGURES)
    for name in broadcasts.FIGURES:
        with pytest.raises(BroadcastError, match=name):
            replace(EVENING, **{name: -1})


def test_a_review_is_owed_for_a_week():
    end = EVENING.began_at + timedelta(seconds=9_300)
    week = timedelta(days=7)
    second = timedelta(seconds=1)
    for now, waits in ((end, 1), (end - second, 0), (end + week, 1), (end + week + second, 0)):
        assert len(broadcasts.owed([EVENING], now)) == waits
    unknown = replace(EVENING, seconds=None)
    midnight = datetime(2026, 11, 18)
    assert broadcasts.owed([unknown], midnight) and not broadcasts.owed(
        [unknown], midnight - second
    )
    assert unknown.ended_at is None and EVENING.ended_at == end


def test_what_is_owed_and_open_comes_latest_first():
    older = replace(EVENING, began_at=EVENING.began_at - timedelta(days=1), id=9)
    same = replace(EVENING, id=2)
    assert [one.id for one in broadcasts.owed([older, EVENING, same], NOW)] == [2, 1, 9]
    todo = [replace(one, reviewed_at=NOW, todo=(("a", ""), ("", ""), ("b", "x"))) for one in
            (older, EVENING)]  # fmt: skip
    assert [(a.broadcast.id, a.place) for a in broadcasts.open_actions(todo)] == [(1, 0), (9, 0)]


def test_lives_of_a_span_and_those_that_were_looked_back_at():
    begin = EVENING.began_at
    day = timedelta(days=1)
    every = [
        EVENING, replace(EVENING, reviewed_at=NOW), replace(EVENING, kind="video"),
        replace(EVENING, began_at=begin + day, reviewed_at=NOW),
    ]  # fmt: skip
    assert broadcasts.looked_back_at(every, begin, begin + day) == (2, 1)
    assert broadcasts.looked_back_at(every, begin, begin + 2 * day) == (3, 2)
    assert broadcasts.looked_back_at(every, begin + timedelta(seconds=1), begin + day) == (0, 0)


def test_an_action_is_done_at_its_second():
    one = replace(EVENING, todo=(("a", ""), ("b", "")))
    done = broadcasts.ticked(one, 1, NOW.replace(second=7, microsecond=5))
    assert done.todo == (("a", ""), ("b", "2026-11-18 10:20:07"))
