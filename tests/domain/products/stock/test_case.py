"""The seed's way out when goods are not there: no end without an outcome."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksdesk.domain.products.notes import StockCase
from ksdesk.domain.products.stock import case as path

NOW = datetime(2026, 11, 18, 9, 46)
CASE = StockCase(1, "柿饼散装", "2632385190001", 1, NOW)


def gone(*events: str) -> StockCase:
    case = CASE
    for event in events:
        case = path.step(case, event, NOW)
    return case


@pytest.mark.parametrize(
    ("events", "outcome"),
    [
        (("told", "agreed", "fetched", "checked"), "shipped"),
        (("told", "agreed", "nowhere", "agreed_refund"), "refunded"),
        (("told", "agreed", "fetched", "faulty", "agreed_exchange"), "exchanged"),
        (("told", "refused", "agreed_refund"), "refunded"),
    ],
)
def test_every_way_has_its_one_outcome(events: tuple[str, ...], outcome: str) -> None:
    for n in range(len(events)):
        for wish in ("", *path.OUTCOMES.values()):
            with pytest.raises(path.StockCaseError):
                path.close(gone(*events[:n]), wish, NOW)
    case = gone(*events)
    for wish in {"", *path.OUTCOMES.values()} - {outcome}:
        with pytest.raises(path.StockCaseError):
            path.close(case, wish, NOW)
    closed = path.close(case, outcome, NOW)
    assert (closed.outcome, closed.closed_at) == (outcome, NOW)
    with pytest.raises(path.StockCaseError):
        path.close(closed, outcome, NOW)
    assert path.step_back(closed) == case


def test_a_step_cannot_be_left_out() -> None:
    with pytest.raises(path.StockCaseError) as caught:
        path.step(gone("told"), "fetched", NOW)
    assert (caught.value.place, caught.value.wish) == ("consent", "fetched")
    with pytest.raises(path.StockCaseError):
        path.step(path.close(gone("told", "refused", "agreed_refund"), "refunded", NOW), "x", NOW)


def test_the_way_as_it_is_drawn() -> None:
    assert [(s.place, s.state) for s in path.way(gone("told"))] == [
        ("tell", "done"),
        ("consent", "current"),
        ("fetch", "ahead"),
        ("check", "ahead"),
        ("ship", "ahead"),
    ]
    refused = path.way(gone("told", "refused"))
    assert [(s.place, s.state) for s in refused][2:] == [
        ("settle", "current"),
        ("outcome", "ahead"),
    ]
    assert (refused[0].event, refused[0].at) == ("told", NOW)
    done = path.way(path.close(gone("told", "refused", "agreed_refund"), "refunded", NOW))
    assert (done[-1].place, done[-1].state, done[-1].event) == ("refund", "done", "refunded")


@given(st.lists(st.sampled_from([e for moves in path.PATH.values() for e in moves]), max_size=12))
def test_back_undoes_any_step(events: list[str]) -> None:
    case = CASE
    assert path.step_back(case) == case
    for event in events:
        if event in path.PATH[path.place(case)]:
            after = path.step(case, event, NOW)
            assert path.step_back(after) == case
            assert len(path.way(after)) >= len(after.steps) + 1
            case = after
