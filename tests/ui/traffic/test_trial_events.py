"""The weeks of a trial stand on the traffic curve."""

from __future__ import annotations

from datetime import date, datetime
from types import SimpleNamespace

from ksdesk.actions.promotion import trials
from ksdesk.domain.promotion.trial import Trial
from ksdesk.domain.traffic import day_start
from ksdesk.ui.traffic.events import events_of
from ksdesk.ui.traffic.view import TrafficView
from ksdesk.ui.traffic.words import event_label

NOW = datetime(2026, 11, 18, 10, 20)
BEGINS = date(2026, 11, 2)


def test_each_week_that_was_followed_has_a_mark_and_the_end_one(book, spoken):
    spoken()
    trial = Trial(BEGINS, ("付费买量",), ((1_00,), (2_00,), (3_00,)), stopped=date(2026, 11, 12))
    trials.begin(book, trial, NOW)
    shown = SimpleNamespace(
        start=day_start(BEGINS), end=day_start(NOW.date()), view=TrafficView(), parts=()
    )
    found = events_of(book.reader, shown)
    assert [(one.at, event_label(one)) for one in found] == [
        (day_start(BEGINS), "试投第 1 周"),
        (day_start(date(2026, 11, 9)), "试投第 2 周"),
        (day_start(date(2026, 11, 12)), "试投结束"),
    ]
