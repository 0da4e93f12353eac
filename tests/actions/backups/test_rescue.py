"""A copy in the place of a book that is gone or damaged."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from ksdesk.actions import backups
from ksdesk.actions.backups import rescue
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.paths import Paths
from ksdesk.storage import BookProblem, Store


@pytest.fixture
def closed(book, paths, now) -> Callable[[int], None]:
    """Closes the book after so many entries, of which the first is in a copy of a day ago."""

    def leave(entries: int) -> None:
        for number in range(entries):
            book.deposit.add([NewEntry("own", date(2026, 1, 1 + number), "paid_in", 100)], now)
            if not number:
                backups.back_up(book, paths.backups, "daily", now - timedelta(days=1))
        book.close()

    return leave


def balance(path: Path) -> dict[str, int]:
    store = Store.open(path)
    try:
        return store.reader.deposit.balances()
    finally:
        store.close()


def test_a_book_that_is_there_or_never_was_copied_is_no_problem(closed, paths):
    rescue.check_there(paths.book, paths.backups)
    closed(0)
    paths.book.unlink()
    rescue.check_there(paths.book, paths.backups)


@pytest.mark.parametrize("said", ["no such file", "0 bytes"])
def test_a_book_that_was_copied_and_holds_nothing_is_gone(closed, paths, said):
    closed(1)
    paths.book.unlink()
    if said == "0 bytes":
        paths.book.touch()
    with pytest.raises(BookProblem) as problem:
        rescue.check_there(paths.book, paths.backups)
    assert (problem.value.code, problem.value.path) == ("gone", paths.book)
    assert problem.value.detail == said


def test_what_would_be_lost_is_counted(closed, paths, now):
    closed(3)
    found = rescue.find(paths.book, paths.backups, now)
    assert found is not None
    assert (found.backup.made_at, found.lost) == (now - timedelta(days=1), 2)
    paths.book.unlink()
    gone = rescue.find(paths.book, paths.backups, now)
    assert gone is not None and gone.lost is None


def test_a_copy_dated_later_than_now_comes_after_the_others(book, paths, now):
    for entry, made_at in enumerate((now - timedelta(days=3), now + timedelta(days=900)), 1):
        book.deposit.add([NewEntry("own", date(2026, 1, entry), "paid_in", 100)], now)
        backups.back_up(book, paths.backups, "daily", made_at)
    book.close()
    found = rescue.find(paths.book, paths.backups, now)
    assert found is not None and found.backup.made_at == now - timedelta(days=3)
    found.backup.path.unlink()
    ahead = rescue.find(paths.book, paths.backups, now)
    assert ahead is not None and ahead.backup.made_at == now + timedelta(days=900)


def test_a_copy_that_is_damaged_is_passed_over(closed, paths, now):
    closed(1)
    newer = backups.target(paths.backups, "daily", now)
    newer.write_bytes(b"SQLite format 3\0" + bytes(9000))
    found = rescue.find(paths.book, paths.backups, now)
    assert found is not None and found.backup.made_at == now - timedelta(days=1)
    found.backup.path.unlink()
    assert rescue.find(paths.book, paths.backups, now) is None


def test_the_copy_becomes_the_book_and_what_lay_there_is_kept(closed, paths, now):
    closed(2)
    paths.book.write_bytes(b"nothing of a book")
    paths.book.with_name(paths.book.name + "-wal").write_bytes(b"an old log")
    found = rescue.find(paths.book, paths.backups, now)
    assert found is not None
    rescue.put_in_place(found, paths.book, paths.backups, now)
    assert balance(paths.book) == {"own": 100}
    kept = aside(paths, now)
    assert (kept[""], kept["-wal"]) == (b"nothing of a book", b"an old log")
    assert found.backup.path.exists()


def test_a_new_book_leaves_the_old_one_aside(closed, paths, now):
    closed(1)
    paths.book.write_bytes(b"nothing of a book")
    rescue.start_empty(paths.book, paths.backups, now)
    assert balance(paths.book) == {}
    assert aside(paths, now) == {"": b"nothing of a book"}


def aside(paths: Paths, now: datetime) -> dict[str, bytes]:
    """What lies beside the backups of a book that was damaged, by its ending."""
    begin = f"{now:%Y%m%d-%H%M%S}-damaged.old"
    found = paths.backups.glob(f"{begin}*")
    return {file.name.removeprefix(begin): file.read_bytes() for file in found}
