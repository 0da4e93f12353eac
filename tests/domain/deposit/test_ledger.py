"""A line of a ledger, and the one that takes it back."""

from __future__ import annotations

from datetime import date

import pytest

from ksdesk.domain.deposit.ledger import ACCOUNTS, Entry, NewEntry, reversal_of

DAY = date(2026, 11, 18)


@pytest.mark.parametrize("account", ACCOUNTS)
def test_a_line_is_taken_back_by_its_opposite(account):
    line = Entry(account, DAY, "fee", -5, "x", "opening", batch=3, id=7, number=2, order="9")
    back = reversal_of(line, date(2026, 11, 19), "typo")
    assert back == NewEntry(
        account, date(2026, 11, 19), "reversal", 5, "typo", "opening", reverses=7, batch=3
    )


@pytest.mark.parametrize(
    ("account", "amount", "error"),
    [("savings", 1, ValueError), ("own", 1.0, TypeError), ("own", True, TypeError)],
)
def test_a_line_is_whole_fen_of_a_known_account(account, amount, error):
    with pytest.raises(error):
        NewEntry(account, DAY, "fee", amount)
