from __future__ import annotations

from datetime import date, timedelta

import pytest

from ksdesk.domain.deposit import MEASURES
from ksdesk.domain.deposit.measures import STOPS, measure_states, stopped
from ksdesk.domain.deposit.notes import MeasureEvent

DAY = date(2026, 11, 15)


def happened(measure: str = "listing_closed", day: date = DAY, **more) -> MeasureEvent:
    return MeasureEvent(measure, "happened", day, **more)


def lifted(measure: str = "listing_closed", day: date = DAY, **more) -> MeasureEvent:
    return MeasureEvent(measure, "lifted", day, **more)


def test_above_the_line_there_is_nothing() -> None:
    states = measure_states(False, (), DAY)
    assert [s.code for s in states] == list(MEASURES)
    assert {(s.state, s.lifted_by, s.amount) for s in states} == {("none", (), 0)}


def test_below_it_all_six_are_possible_until_it_is_topped_up() -> None:
    states = measure_states(True, (), DAY, 23_600)
    assert {(s.state, s.lifted_by, s.amount) for s in states} == {("possible", ("top_up",), 23_600)}
    assert [s.stops for s in states] == list(STOPS.values())


def test_what_happened_stays_until_the_platform_lifts_it() -> None:
    one = measure_states(True, (happened(note="通知"),), DAY, 1)[1]
    assert (one.state, one.since, one.note) == ("happened", DAY, "通知")
    assert one.lifted_by == ("top_up", "ask_platform")
    topped_up = measure_states(False, (happened(),), DAY)[1]
    assert (topped_up.state, topped_up.lifted_by) == ("happened", ("ask_platform",))
    assert topped_up.amount == 0


@pytest.mark.parametrize(
    ("days", "expected"), [(-1, set()), (0, {"listing"}), (2, {"listing"}), (3, set())]
)
def test_stopped_from_the_day_it_happened_to_the_day_before_it_was_lifted(days, expected) -> None:
    events = (lifted(day=DAY + timedelta(3)), happened())
    assert stopped(events, DAY + timedelta(days)) == expected


def test_of_one_day_the_later_note_counts() -> None:
    assert stopped((lifted(id=2), happened(id=1)), DAY) == set()
    assert stopped((happened(id=2), lifted(id=1)), DAY) == {"listing"}
    both = (happened("cart_closed"), happened("sub_shop_transfer"))
    assert stopped(both, DAY) == {"cart", "transfer"}
