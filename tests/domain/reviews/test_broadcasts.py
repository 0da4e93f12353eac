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
