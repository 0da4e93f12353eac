"""A book that is gone or damaged, and the copy that takes its place."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from ksdesk.actions import Book, backups
from ksdesk.actions.backups import rescue
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.paths import Paths
from ksdesk.storage import BookProblem, copies, migrations

NOW = datetime(2026, 11, 18, 10, 20)
OLD_BOOKS = Path(__file__).parents[2] / "old_books"


def fill(path: Path, rows: int) -> Path:
    book = Book.open(path)
    lines = [NewEntry("own", date(2026, 11, 1), "paid_in", 100) for _ in range(rows)]
    book.deposit.add(lines, NOW)
    book.close()
    return path


@pytest.fixture
def shop(paths: Paths, new_book: Path):
    """`shop(book rows, {days ago: rows of the copy made then})`; a text stands for a file of it."""

    def lay(path: Path, held: int | str | None) -> None:
        if isinstance(held, str):
            path.write_text(held, encoding="utf-8")
        elif held is not None:
            shutil.copy(new_book, path)
            if held:
                fill(path, held)

    def make(book: int | str | None, every: dict[float, int | str]) -> Paths:
        lay(paths.book, book)
        for days, held in every.items():
            at = NOW - timedelta(days=days)
            lay(backups.target(paths.backups, "daily", at), held)
        return paths

    return make


@pytest.mark.parametrize(
    ("book", "every", "gone"),
    [
        (None, {}, ""),
        (None, {1: 0}, "no such file"),
        ("", {1: 3}, "0 bytes"),
        ("", {}, ""),
        ("x", {1: 3}, ""),
        (2, {1: 3}, ""),
        (None, {1: "damaged"}, ""),
        (None, {1: "damaged", 2: 1}, "no such file"),
    ],
)
def test_a_book_is_missed_where_there_is_a_good_copy_of_it(shop, book, every, gone):
    place = shop(book, every)
    if not gone:
        rescue.check_there(place.book, place.backups)
        return
    with pytest.raises(BookProblem) as told:
        rescue.check_there(place.book, place.backups)
    assert (told.value.code, told.value.detail) == ("gone", gone)
    assert not place.book.exists() or not place.book.stat().st_size


@pytest.mark.parametrize(
    ("book", "every", "found"),
    [
        (None, {}, None),
        (None, {2: 4, 1: 3, 3: 9}, (1, 3, None)),
        ("", {1: 3}, (1, 3, None)),
        ("no book at all" * 99, {1: 3}, (1, 3, None)),
        (5, {1: 3}, (1, 3, 2)),
        (3, {1: 3}, (1, 3, 0)),
        (1, {1: 3}, (1, 3, 0)),
        (5, {1: "damaged", 2: 4}, (2, 4, 1)),
        (5, {-3: 9, 0: 2, 1: 3}, (0, 2, 3)),
        (5, {-3: 9, -2: 8}, (-2, 8, 0)),
        (5, {1: "damaged"}, None),
    ],
)
def test_the_newest_good_copy_is_offered_with_what_would_be_lost(shop, book, every, found):
    """Those of a clock that was ahead come last."""
    place = shop(book, every)
    one = rescue.find(place.book, place.backups, NOW)
    if found is None:
        assert one is None
        return
    days, rows, lost = found
    if days < 0:  # all were made ahead: the newest of them
        days = min(every)
        rows = every[days]
        lost = max(0, book - rows)
    assert (one.backup.made_at, one.contents.rows) == (NOW - timedelta(days=days), rows)
    assert one.lost == lost
    assert {path.name for path in place.data.glob("*.ksdesk*")} <= {place.book.name}


def test_a_copy_that_no_step_brings_up_to_date_is_passed_over(shop):
    place = shop(None, {2: 1})
    old, broken = (
        backups.target(place.backups, "migration", NOW - timedelta(days=d)) for d in (1, 0)
    )
    for path in (old, broken):
        with closing(sqlite3.connect(path)) as file:
            file.executescript((OLD_BOOKS / "v30.sql").read_text("utf-8"))
    with closing(sqlite3.connect(broken)) as file:
        file.execute("DROP TABLE product")
    one = rescue.find(place.book, place.backups, NOW)
    assert one.backup.path == old and one.contents.version == 30
    assert copies.contents(old).version == 30, "the copy stays as it was"
    rescue.put_in_place(one, place.book, place.backups, NOW)
    assert copies.contents(place.book).version == migrations.NEWEST


@pytest.mark.parametrize(
    ("book", "beside"),
    [
        ("damaged", ()),
        ("nothing of a book", ("-wal",)),
        (None, ()),
        ("", ("-wal",)),
        (None, ("-wal", "-shm", "-journal")),
        ("", ("-wal", "-shm", "-journal")),
    ],
)
def test_what_lay_there_goes_to_the_backups_with_its_log(shop, book, beside):
    place = shop(book, {1: 3})
    for end in beside:
        place.book.with_name(place.book.name + end).write_text(f"of the old one: {end}")
    one = rescue.find(place.book, place.backups, NOW)
    rescue.put_in_place(one, place.book, place.backups, NOW)
    aside = {path.name: path.read_bytes() for path in place.backups.glob("*.old*")}
    name = "20261118-102000-damaged.old"
    due = {f"{name}{end}": f"of the old one: {end}".encode() for end in beside}
    if book is not None:
        due[name] = book.encode()
    if book and beside:  # made as what could still be read was counted
        aside.pop(f"{name}-shm")
    assert aside == due
    assert copies.contents(place.book).rows == 3
    assert {path.name for path in place.data.glob("*.ksdesk*")} == {place.book.name}
    assert one.backup.path.exists()


def test_an_empty_book_is_begun_where_the_seller_wants_none_of_the_copies(shop):
    place = shop("damaged", {1: 3})
    rescue.start_empty(place.book, place.backups, NOW)
    assert copies.contents(place.book).rows == 0
    assert (place.backups / "20261118-102000-damaged.old").read_text() == "damaged"
    rescue.check_there(place.book, place.backups)


def test_where_the_copy_is_gone_by_then_the_book_stays(shop):
    place = shop("damaged", {1: 3})
    one = rescue.find(place.book, place.backups, NOW)
    one.backup.path.unlink()
    with pytest.raises(BookProblem):
        rescue.put_in_place(one, place.book, place.backups, NOW)
    assert place.book.read_text() == "damaged"
    assert {path.name for path in place.data.glob("*.ksdesk*")} == {place.book.name}
