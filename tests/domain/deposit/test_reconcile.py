"""Which lines could explain the difference between phone and book."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksdesk.domain.deposit.ledger import Entry
from ksdesk.domain.deposit.reconcile import explain

DAY = date(2026, 11, 18)


def line(number: int, amount: int, ago: int = 0, **more) -> Entry:
    kind = more.pop("kind", "paid_in" if amount > 0 else "deduction")
    account = more.pop("account", "own")
    return Entry(account, DAY - timedelta(ago), kind, amount, id=number, **more)


def told(entries: list[Entry], shown: int) -> list[tuple]:
    hints = explain(entries, "own", shown, DAY).hints
    return [(hint.code, *(e.id for e in hint.entries)) for hint in hints]


PAID = line(1, 300_000, 14)


def test_no_difference_needs_no_explanation() -> None:
    found = explain([PAID, line(2, 5, account="promotion")], "own", 300_000, DAY)
    assert (found.balance, found.difference, found.hints) == (300_000, 0, ())


@pytest.mark.parametrize(
    ("entries", "shown", "hints"),
    [
        ([PAID, line(2, -3_600, 3)], 300_000, [("extra", 2)]),
        ([PAID, line(2, -3_600, 3), line(3, -3_600, 4)], 296_400, [("twice", 2), ("twice", 3)]),
        ([PAID, line(2, -3_600, -1)], 296_400, [("later", 2)]),
        ([PAID, line(2, 3_600, 2)], 296_400, [("wrong_sign", 2)]),
        (
            [PAID, line(2, -100, 1), line(3, -200, 2), line(4, -999, 2)],
            299_001,
            [("pair", 2, 3)],
        ),
        ([PAID, line(2, -100, -1), line(3, -200, -2)], 299_700, [("later_pair", 2, 3)]),
        ([PAID, line(2, -50, 40)], 300_000, []),
        ([PAID], 299_999, []),
    ],
)
def test_what_could_explain_it(entries: list[Entry], shown: int, hints: list[tuple]) -> None:
    assert told(entries, shown) == hints


def test_a_reversal_that_the_book_dates_later_is_found() -> None:
    wrong = line(2, -3_600, 5, reversed_by=3)
    back = line(3, 3_600, -2, kind="reversal", reverses=2)
    assert told([PAID, wrong, back], 300_000) == [("later", 3)]


def test_a_line_and_its_reversal_are_no_pair_and_the_list_is_short() -> None:
    back = line(3, 3_600, 1, kind="reversal", reverses=2)
    assert ("pair", 2, 3) not in told([PAID, line(2, -3_600, 5), back], 300_001)
    assert len(told([line(n, -10, 1) for n in range(1, 60)], -580)) == 12


@given(
    st.lists(st.tuples(st.integers(-500, 500).filter(bool), st.integers(-40, 40)), max_size=30),
    st.integers(-2000, 2000),
)
def test_every_hint_really_comes_to_the_difference(rows: list[tuple], shown: int) -> None:
    entries = [line(n + 1, amount, ago) for n, (amount, ago) in enumerate(rows)]
    found = explain(entries, "own", shown, DAY)
    assert found.balance + found.difference == shown
    for hint in found.hints:
        total = sum(e.amount for e in hint.entries)
        factor = {"wrong_sign": -2, "later": 1, "later_pair": 1}.get(hint.code, -1)
        assert total * factor == hint.amount == found.difference
        assert all(abs((e.day - DAY).days) <= 31 for e in hint.entries)
        assert all((e.day > DAY) == hint.code.startswith("later") for e in hint.entries)
