"""By when the seller must answer or confirm, and when that moment has passed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksdesk.domain.aftersales.clocks import clock
from ksdesk.domain.rulebook import Override, RuleBook

BOOK = RuleBook.load()
RULES = BOOK.on(date(2026, 11, 18))
OPENED = datetime(2026, 11, 18, 10, 0)


def at(hours: float) -> datetime:
    return OPENED + timedelta(hours=hours)


@dataclass
class Case:
    kind: str = "return_refund"
    state: str = "waiting_seller"
    opened_at: datetime = OPENED
    expires_at: datetime | None = None
    turns: list[tuple[datetime, str]] = field(default_factory=list)


TWO_ROUNDS = [(at(10), "buyer"), (at(100), "seller"), (at(110), "buyer"), (at(200), "seller")]


@pytest.mark.parametrize(
    ("case", "due", "basis", "paused"),
    [
        (Case(), at(48), "rule", False),
        (Case(kind="refund_only"), at(48), "rule", False),
        # 10 hours were the seller's, then the buyer thought for 90: 38 are left
        (Case(turns=[(at(10), "buyer"), (at(100), "seller")]), at(138), "rule", False),
        (Case(turns=TWO_ROUNDS), at(228), "rule", False),
        (Case(turns=TWO_ROUNDS[::-1]), at(228), "rule", False),
        (Case(state="waiting_buyer", turns=[(at(10), "buyer")]), None, "rule", True),
        # the 48 hours were over before the seller answered
        (Case(state="waiting_buyer", turns=[(at(50), "buyer")]), at(48), "rule", True),
        (Case(turns=[(at(48), "buyer"), (at(60), "seller")]), at(48), "rule", False),
        (Case(turns=[(at(50), "buyer"), (at(60), "seller")]), at(48), "rule", False),
        # a state that is newer than the turns: nobody knows how much of the 48 hours is left
        (Case(state="waiting_buyer"), None, "rule", True),
        (Case(state="waiting_buyer", turns=TWO_ROUNDS), None, "rule", True),
        # a moment before the opening takes no time from the seller and gives none
        (Case(turns=[(at(-5), "buyer"), (at(3), "seller")]), at(51), "rule", False),
        (Case(turns=[(at(-5), "seller")]), at(48), "rule", False),
        (Case(turns=[(at(-9), "buyer"), (at(-5), "seller")]), at(48), "rule", False),
        (Case(state="waiting_receipt"), None, "rule", False),
        (
            Case(state="waiting_receipt", turns=[(at(5), "buyer"), (at(72), "seller")]),
            at(72 + 7 * 24),
            "rule",
            False,
        ),
        (Case(expires_at=at(3)), at(3), "case", False),
        (Case(expires_at=at(3), state="waiting_buyer"), at(3), "case", True),
        (Case(kind="exchange"), None, "none", False),
        (Case(kind="exchange", expires_at=at(30)), at(30), "case", False),
        (Case(state="closed"), None, "none", False),
    ],
)
def test_the_deadline(case: Case, due: datetime | None, basis: str, paused: bool) -> None:
    made = clock(case, RULES)
    assert (made.due, made.basis, made.paused) == (due, basis, paused)


@pytest.mark.parametrize(
    ("case", "hours", "since"),
    [
        (Case(), 48, None),
        (Case(), 48.01, at(48)),
        (Case(), 500, at(48)),
        (Case(expires_at=at(3), state="waiting_buyer"), 500, None),
        (Case(expires_at=at(3), state="closed"), 500, None),
        (Case(expires_at=at(3)), 4, at(3)),
        (Case(kind="exchange"), 500, None),
    ],
)
def test_overdue_since_the_deadline(case: Case, hours: float, since: datetime | None) -> None:
    assert clock(case, RULES).overdue_since(at(hours)) == since


def test_the_sellers_own_figure_counts() -> None:
    own = BOOK.with_overrides([Override("aftersales.confirm_return", 864_000)])
    came_back = Case(state="waiting_receipt", turns=[(at(1), "seller")])
    assert clock(came_back, own.on(date(2026, 11, 18))).due == at(1) + timedelta(days=10)


@given(lengths=st.lists(st.integers(1, 30), max_size=8))
def test_only_the_sellers_hours_count(lengths: list[int]) -> None:
    turns, now = [], 0
    for number, length in enumerate(lengths):
        now += length
        turns.append((at(now), "buyer" if number % 2 == 0 else "seller"))
    due = clock(Case(turns=turns), RULES).due
    edges = [OPENED, *(since for since, _ in turns), datetime.max]
    end = due or datetime.max
    spent = sum((min(b, end) - min(a, end) for a, b in list(pairwise(edges))[::2]), timedelta())
    assert spent == timedelta(hours=48) if due else len(turns) % 2 and spent < timedelta(hours=48)
