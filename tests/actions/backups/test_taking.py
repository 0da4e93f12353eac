"""Backups: checked, thinned out by age, never replaced by a worse one."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from ksdesk.actions import backups
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.storage import BookProblem, Store


def made(days: float, reason: str = "daily") -> backups.Backup:
    moment = datetime(2026, 11, 18, 10) - timedelta(days=days)
    return backups.Backup(moment, reason, backups.target(Path(), reason, moment))


def test_a_backup_can_be_opened_and_holds_all(book, paths, now):
    book.deposit.add([NewEntry("own", date(2026, 1, 1), "paid_in", 5)], now)
    path = backups.back_up(book, paths.backups, "daily", now).ref
    assert [b.path for b in backups.listed(paths.backups)] == [path]
    book.close()
    copy = Store.open(path)
    assert copy.reader.deposit.balances() == {"own": 5}
    copy.close()


def test_one_a_day_is_enough(book, paths, now):
    assert backups.if_due(book, paths.backups, "daily", backups.EVERY, now)
    assert not backups.if_due(
        book, paths.backups, "daily", backups.EVERY, now + timedelta(hours=23)
    )
    assert backups.if_due(book, paths.backups, "daily", backups.EVERY, now + timedelta(hours=24))
    assert len(backups.listed(paths.backups)) == 2


def test_files_of_other_names_are_left_alone(paths, now):
    (paths.backups / "my own copy.ksdesk").write_text("x")
    (paths.backups / "note.txt").write_text("x")
    assert backups.listed(paths.backups) == ()


def test_seven_days_four_weeks_and_five_others_are_kept():
    daily = [made(days) for days in range(60)]
    others = [made(days + 0.5, "import") for days in range(9)]
    gone = set(backups.superfluous([*daily, *others]))
    kept = [b for b in daily if b not in gone]
    assert kept[:7] == daily[:7]
    weeks = {b.made_at.isocalendar()[:2] for b in kept}
    assert len(weeks) == 4
    assert [b for b in others if b not in gone] == others[:5]


def test_a_failed_backup_leaves_the_others_and_no_half_file(book, paths, now):
    backups.back_up(book, paths.backups, "daily", now)
    missing = paths.backups / "gone"
    with pytest.raises(BookProblem):
        backups.back_up(book, missing, "daily", now + timedelta(days=1))
    assert len(list(paths.backups.iterdir())) == 1
