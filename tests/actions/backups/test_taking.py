"""Backups: checked, thinned out by age, never replaced by a worse one."""

from __future__ import annotations

import os
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from ksdesk.actions import backups
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.paths import Paths
from ksdesk.settings import Settings
from ksdesk.storage import BookProblem, Store

NOW = datetime(2026, 11, 18, 10)


def made(days: float, reason: str = "daily") -> backups.Backup:
    moment = NOW - timedelta(days=days)
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
    gone = set(backups.superfluous([*daily, *others], NOW))
    kept = [b for b in daily if b not in gone]
    assert kept[:7] == daily[:7]
    weeks = {b.made_at.isocalendar()[:2] for b in kept}
    assert len(weeks) == 4
    assert [b for b in others if b not in gone] == others[:5]


@pytest.mark.parametrize(
    ("copy_rows", "rows", "held"),
    [(20, 9, True), (20, 10, False), (21, 10, True), (19, 0, False), (20, 0, True), (2, 4, False)],
)
def test_a_copy_outweighs_the_book_by_more_than_twice_and_from_twenty_rows(copy_rows, rows, held):
    assert backups.outweighs(copy_rows, made(1), rows, None) is held


@pytest.mark.parametrize(("hours", "held"), [(-1, True), (0, False), (1, False)])
def test_a_copy_up_to_the_sellers_word_outweighs_nothing(hours, held):
    copy = made(1)
    assert backups.outweighs(90, copy, 1, copy.made_at + timedelta(hours=hours)) is held


def test_a_failed_backup_leaves_the_others_and_no_half_file(book, paths, now):
    backups.back_up(book, paths.backups, "daily", now)
    missing = paths.backups / "gone"
    missing.write_text("a file where the folder should be")
    with pytest.raises(BookProblem):
        backups.back_up(book, missing, "daily", now + timedelta(days=1))
    assert len(list(paths.backups.iterdir())) == 2


def test_a_deleted_folder_is_made_anew(book, paths, now):
    paths.backups.rmdir()
    assert backups.if_due(book, paths.backups, "daily", backups.EVERY, now)
    assert len(backups.listed(paths.backups)) == 1


def test_a_clock_that_was_ahead_stops_no_backup(book, paths, now):
    """A copy dated 2036 once kept all others from being made for ten years."""
    ahead = now.replace(year=2036)
    for day in range(12):
        backups.back_up(book, paths.backups, "daily", ahead + timedelta(days=day))
    assert backups.due(paths.backups, backups.EVERY, now)
    for hour in range(7):
        backups.back_up(book, paths.backups, "import", now + timedelta(hours=hour))
    kept = backups.listed(paths.backups)
    assert sum(b.made_at > now + timedelta(days=1) for b in kept) == 5
    assert sum(b.reason == "import" for b in kept) == 5


def test_an_import_is_preceded_by_a_copy_of_all_that_was_written(book, paths, now):
    assert backups.before_import(book, paths.backups, now)
    assert not backups.before_import(book, paths.backups, now + timedelta(minutes=1))
    book.deposit.add([NewEntry("own", date(2026, 1, 1), "paid_in", 5)], now)
    newest = backups.before_import(book, paths.backups, now + timedelta(minutes=2)).ref
    copy = Store.open(newest)
    assert copy.reader.deposit.balances() == {"own": 5}
    copy.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps who may read elsewhere")
def test_only_the_seller_reads_book_and_copies(paths, now, tmp_path):
    before = os.umask(0o022)
    try:
        Paths(tmp_path / "fresh").make()
        store = Store.open(tmp_path / "fresh" / "shop.ksdesk")
        store.deposit.add([NewEntry("own", date(2026, 1, 1), "paid_in", 5)], now)
        backups.back_up(store, tmp_path / "fresh" / "backups", "daily", now)
        Settings(tmp_path / "fresh" / "settings.json").set(language="en")
        modes = {path: path.stat().st_mode & 0o777 for path in (tmp_path / "fresh").rglob("*")}
        store.close()
    finally:
        os.umask(before)
    assert {m for p, m in modes.items() if p.is_file()} == {0o600}
    assert {m for p, m in modes.items() if p.is_dir()} == {0o700}
