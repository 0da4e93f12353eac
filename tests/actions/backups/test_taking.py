"""Backups: checked, thinned out by age, never replaced by a worse one."""

from __future__ import annotations

import os
from datetime import date, datetime, timedelta
from operator import attrgetter
from pathlib import Path
from random import Random

import pytest

from ksdesk.actions import backups
from ksdesk.actions.backups import taking
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.paths import Paths
from ksdesk.settings import Settings
from ksdesk.storage import BookProblem, Store

NOW = datetime(2026, 11, 18, 10)


def made(days: float, reason: str = "daily") -> backups.Backup:
    moment = NOW - timedelta(days=days)
    return backups.Backup(moment, reason, backups.target(Path(), reason, moment))


_made_at = attrgetter("made_at")


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


@pytest.mark.parametrize("seed", range(20))
def test_what_may_go_is_what_no_day_no_week_and_no_other_reason_keeps(seed):
    random = Random(seed)
    every = [
        made(random.choice((-30, -2, 0, 3, 30)) + random.random() * 40, reason)
        for reason in random.choices(("daily", "daily", "import", "migration", "restore"), k=60)
    ]
    past = sorted((b for b in every if b.made_at <= NOW), key=_made_at)
    daily = [b for b in past if b.reason == "daily"]
    newest_of_day = {b.made_at.date(): b for b in daily}
    newest_of_week = {b.made_at.isocalendar()[:2]: b for b in daily}
    kept = {*[*newest_of_day.values()][-7:], *[*newest_of_week.values()][-4:]}
    kept |= {*[b for b in past if b.reason != "daily"][-5:]}
    kept |= {*sorted((b for b in every if b.made_at > NOW), key=_made_at)[-5:]}
    gone = backups.superfluous(every, NOW)
    assert {*every} - {*gone} == kept
    assert len(gone) == len({*gone})


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("20261118-100000-daily.ksdesk", (datetime(2026, 11, 18, 10), "daily")),
        ("20261118-235959-before-restore.ksdesk", None),
        ("20261118-100000-.ksdesk", (datetime(2026, 11, 18, 10), "")),
        ("20261118-100000.ksdesk", None),
        ("20261118-250000-daily.ksdesk", None),
        ("20261131-100000-daily.ksdesk", None),
        ("2026-11-18T10-daily.ksdesk", None),
        ("20261118-10-daily.ksdesk", None),
        ("20261118-100000-daily.ksdesk.new", None),
        ("daily.ksdesk", None),
    ],
)
def test_a_copy_is_known_by_the_name_that_is_given_to_one(paths, name, told):
    (paths.backups / name).touch()
    assert [(b.made_at, b.reason) for b in backups.listed(paths.backups)] == (
        [told] if told else []
    )


def test_copies_are_listed_the_newest_first_and_found_by_their_targets(paths, now):
    moments = [now + timedelta(seconds=n) for n in (5, -90_000, 0, 90_000)]
    for moment in moments:
        backups.target(paths.backups, "daily", moment).touch()
    found = backups.listed(paths.backups)
    assert [b.made_at for b in found] == sorted(moments, reverse=True)
    assert [b.path for b in found] == [
        backups.target(paths.backups, "daily", moment) for moment in sorted(moments, reverse=True)
    ]
    assert taking.newest_of(paths.backups, now).made_at == now
    assert taking.newest_of(paths.backups, now - timedelta(days=9)) is None
    taken = [taking.free_target(paths.backups, "daily", now + timedelta(seconds=n)) for n in (0, 5)]
    free = [backups.target(paths.backups, "daily", now + timedelta(seconds=n)) for n in (1, 6)]
    assert taken == free


@pytest.mark.parametrize(
    ("made_at", "due"),
    [
        ([], True),
        ([-3_600], True),
        ([-3_599], False),
        ([0], False),
        ([1], True),
        ([1, -3_599], False),
        ([-90_000, -3_601], True),
    ],
)
def test_a_copy_is_due_once_the_newest_is_so_old(paths, now, made_at, due):
    for seconds in made_at:
        backups.target(paths.backups, "x", now + timedelta(seconds=seconds)).touch()
    assert backups.due(paths.backups, timedelta(hours=1), now) is due


@pytest.mark.parametrize(("minutes", "written", "copied"), [
    (59, None, False), (60, None, True), (1, "", True), (1, "-wal", True), (-1, None, True),
])  # fmt: skip
def test_before_an_import_a_copy_is_made_after_an_hour_or_where_something_was_written(
    book, paths, now, minutes, written, copied
):
    backups.back_up(book, paths.backups, "daily", now)
    (first,) = backups.listed(paths.backups)
    late = first.path.stat().st_mtime_ns + 10**9
    for end in ("", "-wal"):
        file = paths.book.with_name(paths.book.name + end)
        if file.exists() or end == written:
            file.touch()
            moment = late if end == written else late - 2 * 10**9
            os.utime(file, ns=(moment, moment))
    made_now = backups.before_import(book, paths.backups, now + timedelta(minutes=minutes))
    assert bool(made_now) is copied
    found = backups.listed(paths.backups)
    assert [b.reason for b in found].count("import") == copied


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
