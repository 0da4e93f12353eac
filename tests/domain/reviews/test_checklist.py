"""What the list asks for on a day, what of it is left for the next, and what is missed for good."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ksdesk.domain.reviews.checklist import (
    AFTER,
    DAILY,
    CheckItem,
    CheckTick,
    EndedSession,
    ListKept,
    defaults,
    kept,
    of_day,
    of_session,
    standing,
)

MON = date(2026, 11, 16)
TUE, WED, THU = (MON + timedelta(days=n) for n in (1, 2, 3))
MESSAGES = CheckItem(asked=DAILY, since=MON, words="回私信", id=1)
THANK = CheckItem(asked=AFTER, since=MON, words="谢老客", id=2)
LIVE = EndedSession(7, MON)


def ticked(item: CheckItem, day: date, on: date | None = None, session: int = 0) -> CheckTick:
    return CheckTick(item.id, day, datetime.combine(on or day, time(21)), session)


def owed(items, ticks, sessions, day: date):
    return tuple(one for one in of_day(items, ticks, sessions, day) if not one.done)


def said(found) -> list[tuple[int, date, int, bool, bool]]:
    return [(one.item.id, one.day, one.session, one.done, one.rolled) for one in found]


def test_a_day_asks_for_its_own_and_for_what_its_lives_ask():
    found = of_day([MESSAGES, THANK], [], [LIVE, EndedSession(8, TUE)], MON)
    assert said(found) == [(1, MON, 0, False, False), (2, MON, 7, False, False)]
    assert of_day([MESSAGES, THANK], [], [LIVE], MON - timedelta(days=1)) == ()


def test_what_was_missed_is_asked_for_once_more_and_then_dropped():
    items = [MESSAGES, THANK]
    assert said(owed(items, [], [LIVE], TUE)) == [
        *((1, MON, 0, False, True), (2, MON, 7, False, True)),
        (1, TUE, 0, False, False),
    ]
    assert said(owed(items, [], [LIVE], WED)) == [
        *((1, TUE, 0, False, True), (1, WED, 0, False, False)),
    ]
    assert kept(items, [], [LIVE], (MON, THU), TUE) == ListKept()
    assert kept(items, [], [LIVE], (MON, THU), WED) == ListKept(0, 2)
    assert kept(items, [], [LIVE], (MON, THU), THU) == ListKept(0, 3)


def test_what_is_ticked_stays_in_sight_on_the_day_of_the_tick():
    late = ticked(MESSAGES, MON, TUE)
    assert said(of_day([MESSAGES], [late], [], TUE)) == [
        *((1, MON, 0, True, True), (1, TUE, 0, False, False)),
    ]
    early = ticked(MESSAGES, MON)
    assert said(of_day([MESSAGES], [early], [], TUE)) == [(1, TUE, 0, False, False)]
    assert kept([MESSAGES], [late], [], (MON, TUE), THU) == ListKept(1, 0)


def test_what_was_taken_off_is_neither_asked_for_nor_missed_any_more():
    gone = replace(MESSAGES, off_since=TUE)
    assert of_day([gone], [], [], TUE) == ()
    assert kept([gone], [], [], (MON, THU), THU) == ListKept()
    assert kept([gone], [ticked(gone, MON)], [], (MON, THU), THU) == ListKept(1, 0)


def test_a_live_keeps_its_list_however_late_it_is_looked_at():
    session, tick = EndedSession(9, MON), ticked(THANK, MON, THU, 9)
    assert said(of_session([MESSAGES, THANK], [tick], session, THU)) == [(2, MON, 9, True, False)]
    assert kept([THANK], [tick], [session], (MON, THU), THU) == ListKept(1, 0)


def test_a_live_from_before_the_list_has_todays():
    new = replace(THANK, since=WED)
    assert said(of_session([new], [], LIVE, WED)) == [(2, MON, 7, False, False)]
    proposed = of_session([], [], LIVE, WED)
    assert [one.item.proposal for one in proposed] == ["thank", "asked", "comments", "bad"]
    assert kept([new], [], [LIVE], (MON, TUE), THU) == ListKept()


def test_the_proposed_list_asks_for_nothing_until_it_is_begun():
    assert standing([], MON) == defaults(MON)
    assert owed([], [], [LIVE], MON) == ()
    assert standing([replace(MESSAGES, off_since=MON)], MON) == ()


def test_the_order_is_the_sellers():
    first = replace(MESSAGES, id=5, place=0)
    second = replace(MESSAGES, id=4, place=1)
    assert [one.item.id for one in of_day([second, first], [], [], MON)] == [5, 4]


@given(
    ticks=st.lists(
        st.tuples(st.sampled_from([1, 2]), st.integers(0, 9), st.integers(0, 1)), unique=True
    ),
    lives=st.lists(st.integers(0, 9), max_size=4),
    today=st.integers(0, 14),
)
def test_all_that_was_asked_for_is_done_missed_or_still_owed(ticks, lives, today):
    """However it was ticked: nothing is counted twice and nothing is lost."""
    items = [MESSAGES, THANK]
    sessions = [EndedSession(50 + n, MON + timedelta(days=day)) for n, day in enumerate(lives)]
    every = {(1, n, 0) for n in range(10)} | {(2, day, 50 + n) for n, day in enumerate(lives)}
    marks = []
    for item, day, late in ticks:
        for name in every:
            if name[:2] == (item, day):
                on = MON + timedelta(days=day + late)
                marks.append(ticked(items[item - 1], MON + timedelta(days=day), on, name[2]))
    end, now = MON + timedelta(days=10), MON + timedelta(days=today)
    found = kept(items, marks, sessions, (MON, end), now)
    asked = {one for one in every if one[1] <= today}
    marked = {(m.item, (m.day - MON).days, m.session) for m in marks}
    assert found.done == len(marked)
    still = {
        (one.item.id, (one.day - MON).days, one.session)
        for one in owed(items, marks, sessions, now)
        if one.day < end
    }
    assert not still & marked
    assert found.missed == len(asked - marked - still)


def test_what_was_asked_is_what_was_done_and_what_was_missed():
    assert (ListKept(3, 2).asked, ListKept().asked) == (5, 0)
