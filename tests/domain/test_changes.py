"""Changes name topics; progress is harmless and can be called off."""

from __future__ import annotations

from datetime import date

import pytest

from ksdesk.domain.changes import Changes
from ksdesk.domain.deposit.ledger import Entry, NewEntry, reversal_of
from ksdesk.domain.progress import QUIET, Cancelled, Progress


def test_changes_join_their_topics():
    both = Changes.of("deposit", ref=3) | Changes.of("today")
    assert both.topics == {"deposit", "today"}
    assert both.ref == 3
    assert both and not Changes()


def test_a_misspelt_topic_is_an_error():
    with pytest.raises(ValueError, match="depositt"):
        Changes.of("depositt")


def test_progress_is_harmless_until_it_is_called_off():
    QUIET.report(1, 2)
    QUIET.check()

    class Stopped(Progress):
        def wanted(self) -> bool:
            return False

    with pytest.raises(Cancelled):
        Stopped().check()


def test_a_reversal_takes_back_to_the_fen():
    entry = Entry("own", date(2026, 1, 2), "deduction", -23_601, "晚发", id=4)
    back = reversal_of(entry, date(2026, 1, 3), "重复记了")
    assert (back.amount, back.reverses, back.kind, back.account) == (23_601, 4, "reversal", "own")


def test_an_entry_takes_whole_fen_and_known_accounts_only():
    with pytest.raises(TypeError):
        NewEntry("own", date(2026, 1, 2), "paid_in", 1.5)
    with pytest.raises(ValueError, match="savings"):
        NewEntry("savings", date(2026, 1, 2), "paid_in", 1)
