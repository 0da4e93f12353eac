"""Looking into copies, going back to one, and what a kill or a full disk leaves."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from ksdesk.actions import backups, products, sweeping
from ksdesk.actions.backups import restoring
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.products import Product
from ksdesk.storage import BookProblem, Store, copies, migrations

OLD_BOOK = Path(__file__).parents[2] / "old_books" / "v11.sql"


def pay(book, count: int, now: datetime, day: date = date(2026, 1, 1)) -> None:
    book.deposit.add([NewEntry("own", day, "paid_in", 100) for _ in range(count)], now)


def backed_up(book, paths, now, reason="manual") -> Path:
    return backups.back_up(book, paths.backups, reason, now).ref


def go_back(book, paths, chosen, now) -> Store:
    """What the shell does: prepare, close, swap, open, settle."""
    prepared = restoring.prepare(book, chosen, paths.backups, now).ref
    book.close()
    restoring.swap(prepared, paths.book)
    fresh = Store.open(paths.book)
    restoring.settle(prepared, paths.book, paths.backups)
    return fresh


def ledger(book) -> int:
    return len(book.reader.deposit.entries("own"))


def files(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir() if p.is_file())


@pytest.mark.slow
def test_backup_change_preview_restore_and_back_again(book, paths, now):
    pay(book, 3, now)
    number = products.save(book, Product(title="柿饼"), now).ref
    first = backed_up(book, paths, now)
    pay(book, 2, now, date(2026, 11, 3))
    products.save(book, Product(title="礼盒", id=number), now)
    products.save(book, Product(title="蜂蜜"), now)
    found = {d.topic: d for d in restoring.differences(book, first)}
    assert (found["deposit"].lost, found["deposit"].gained, found["deposit"].changed) == (2, 0, 0)
    assert (found["products"].lost, found["products"].changed) == (1, 1)
    assert found["deposit"].newest_before == datetime(2026, 11, 3)
    assert found["deposit"].newest_after == datetime(2026, 1, 1)
    assert not found["traffic"]
    book = go_back(book, paths, first, now)
    assert ledger(book) == 3
    assert [p.title for p in book.reader.products.all()] == ["柿饼"]
    undo = next(b for b in backups.listed(paths.backups) if b.reason == "restore")
    again = {d.topic: d for d in restoring.differences(book, undo.path)}
    assert (again["deposit"].gained, again["products"].gained) == (2, 1)
    book = go_back(book, paths, undo.path, now)
    assert ledger(book) == 5
    assert {p.title for p in book.reader.products.all()} == {"礼盒", "蜂蜜"}
    book.close()
    assert files(paths.data) == [paths.book.name]


def test_each_copy_is_looked_into_and_a_bad_one_is_marked(book, paths, now):
    pay(book, 4, now)
    good = backed_up(book, paths, now)
    damaged = backups.target(paths.backups, "daily", now - timedelta(days=1))
    damaged.write_bytes(b"no book" * 1000)
    newer = backups.target(paths.backups, "daily", now - timedelta(days=2))
    newer.write_bytes(good.read_bytes())
    with closing(sqlite3.connect(newer)) as file:
        file.execute("PRAGMA user_version = 99")
    other = backups.target(paths.backups, "daily", now - timedelta(days=3))
    with closing(sqlite3.connect(other)) as file:
        file.execute("CREATE TABLE x (y)")
    shelf = restoring.look(book, paths.backups)
    assert [s.trouble for s in shelf.seen] == ["", "corrupt", "newer", "not_a_book"]
    assert shelf.seen[0].contents.counts["deposit"] == 4
    assert shelf.seen[0].contents.newest["deposit"] == datetime(2026, 1, 1)
    assert shelf.present.rows == 4
    assert shelf.richer is None
    for bad in (damaged, newer, other):
        with pytest.raises(BookProblem):
            restoring.prepare(book, bad, paths.backups, now)
    assert ledger(book) == 4
    assert not restoring.fresh_of(paths.book).exists()
    assert [b.reason for b in backups.listed(paths.backups)].count("restore") == 0


def test_rows_of_every_table_are_compared(book, paths, now):
    """A table that no topic names counts as well, one that an older copy lacks too."""
    with book.transaction():
        db = book.session.db
        db.execute_sql(
            "CREATE TABLE later_note (id INTEGER PRIMARY KEY, note TEXT, written_at TEXT)"
        )
        db.execute_sql("INSERT INTO later_note VALUES (1, 'a', '2026-11-01 08:00:00')")
        db.execute_sql("CREATE TABLE no_key (x TEXT)")
    first = backed_up(book, paths, now)
    with book.transaction():
        db.execute_sql("INSERT INTO later_note VALUES (2, 'b', '2026-11-02 08:00:00')")
        db.execute_sql("UPDATE later_note SET note = 'c' WHERE id = 1")
        db.execute_sql("INSERT INTO order_row (key, time, order_no) VALUES ('k', 0, '1')")
        db.execute_sql("CREATE TABLE newest (id INTEGER PRIMARY KEY)")
        db.execute_sql("INSERT INTO newest VALUES (1)")
    found = {d.topic: d for d in restoring.differences(book, first)}
    assert (found["other"].lost, found["other"].gained, found["other"].changed) == (2, 0, 1)
    assert found["other"].newest_before == datetime(2026, 11, 2, 8)
    assert found["orders"].lost == 1
    assert found["orders"].newest_before == datetime(1970, 1, 1)


def test_looking_leaves_no_file_beside_a_copy(book, paths, now):
    path = backed_up(book, paths, now)
    restoring.look(book, paths.backups)
    restoring.differences(book, path)
    assert files(paths.backups) == [path.name]


def test_a_copy_of_an_older_version_is_brought_up_to_date(book, paths, now, monkeypatch):
    pay(book, 2, now)
    old = backed_up(book, paths, now)

    def later(db):
        db.execute_sql("CREATE TABLE later (id INTEGER NOT NULL PRIMARY KEY)")

    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, later))
    monkeypatch.setattr(migrations, "NEWEST", migrations.NEWEST + 1)
    book = go_back(book, paths, old, now)
    assert ledger(book) == 2
    assert copies.contents(paths.book).version == migrations.NEWEST
    book.close()


def test_a_book_that_cannot_be_replaced_stays_as_it_was(book, paths, now):
    pay(book, 1, now)
    first = backed_up(book, paths, now)
    pay(book, 1, now)
    prepared = restoring.prepare(book, first, paths.backups, now).ref
    with closing(sqlite3.connect(paths.book)) as held:
        held.execute("BEGIN")
        held.execute("SELECT count(*) FROM fact").fetchone()
        book.close()
        with pytest.raises(BookProblem) as told:
            restoring.swap(prepared, paths.book)
    assert told.value.code == "locked"
    book = Store.open(paths.book)
    assert ledger(book) == 2
    assert not prepared.fresh.exists()
    book.close()


def test_a_new_book_that_does_not_open_gives_way_to_the_old_one(book, paths, now):
    pay(book, 1, now)
    first = backed_up(book, paths, now)
    pay(book, 1, now)
    prepared = restoring.prepare(book, first, paths.backups, now).ref
    prepared.fresh.write_bytes(b"spoilt since" * 500)
    book.close()
    restoring.swap(prepared, paths.book)
    with pytest.raises(BookProblem):
        Store.open(paths.book)
    restoring.put_back(paths.book)
    book = Store.open(paths.book)
    assert ledger(book) == 2
    book.close()


@pytest.mark.slow
def test_without_hard_links_a_kill_between_the_renames_is_made_good(book, paths, now, monkeypatch):
    pay(book, 2, now)
    first = backed_up(book, paths, now)
    prepared = restoring.prepare(book, first, paths.backups, now).ref
    book.close()
    monkeypatch.setattr(copies.os, "link", _no_links)
    copies.close_log(paths.book)
    copies._set_aside(paths.book, copies.old_of(paths.book))
    assert not paths.book.exists()
    restoring.recover(paths.book)
    book = Store.open(paths.book)
    assert ledger(book) == 2
    book.close()
    restoring.swap(prepared, paths.book)
    restoring.fresh_of(paths.book).with_name("shop.ksdesk.restoring-journal").touch()
    restoring.sweep(paths.book, paths.backups)
    assert files(paths.data) == [paths.book.name]


def _no_links(*_paths: object) -> None:
    raise OSError(1, "no links here")


@pytest.mark.slow
def test_a_damaged_book_can_still_be_gone_back_from(book, paths, now):
    pay(book, 400, now)
    first = backed_up(book, paths, now)
    book.close()
    data = bytearray(paths.book.read_bytes())
    data[8192:16384] = b"\xff" * 8192
    paths.book.write_bytes(data)
    broken = Store(_session(paths.book))
    prepared = restoring.prepare(broken, first, paths.backups, now).ref
    assert prepared.safety is None
    broken.close()
    restoring.swap(prepared, paths.book)
    book = Store.open(paths.book)
    restoring.settle(prepared, paths.book, paths.backups)
    assert ledger(book) == 400
    assert (paths.backups / "20261118-102000-damaged.old").read_bytes()[8192:] == bytes(data)[8192:]
    shelf = restoring.look(book, paths.backups)
    assert shelf.present is not None
    book.close()


def _session(path: Path):
    from ksdesk.storage.session import Session

    session = Session(path)
    session.db.connect()
    return session


def test_what_a_kill_left_is_swept(book, paths):
    half = paths.backups / "20261118-102000-daily.ksdesk.new"
    log = half.with_name(half.name + "-journal")
    beside = paths.book.with_name(f"{paths.book.name}.4711.new")
    every = (half, log, beside, restoring.fresh_of(paths.book), copies.old_of(paths.book))
    for left in every:
        left.write_bytes(b"x")
        sweeping.finish(paths)
        assert not left.exists()
    assert paths.book.exists()


@pytest.mark.slow
def test_a_fuller_copy_stays_until_the_seller_says_so(book, paths, now):
    pay(book, 50, now)
    full = backed_up(book, paths, now, "daily")
    book.close()
    paths.book.unlink()
    book = Store.open(paths.book)
    for day in range(1, 70):
        backed_up(book, paths, now + timedelta(days=day), "daily")
    assert full.exists()
    shelf = restoring.look(book, paths.backups)
    assert shelf.richer.backup.path == full
    backups.accept_fewer(book, now + timedelta(days=70))
    assert restoring.look(book, paths.backups).richer is None
    backed_up(book, paths, now + timedelta(days=71), "daily")
    assert not full.exists()
    book.close()


@pytest.mark.slow
def test_a_damaged_copy_is_not_held_but_a_newer_one_is(book, paths, now):
    damaged = backups.target(paths.backups, "daily", now - timedelta(days=90))
    damaged.write_bytes(b"no book" * 999)
    newer = backups.target(paths.backups, "daily", now - timedelta(days=91))
    newer.write_bytes(backed_up(book, paths, now).read_bytes())
    with closing(sqlite3.connect(newer)) as file:
        file.execute("PRAGMA user_version = 99")
    for day in range(40):
        backed_up(book, paths, now + timedelta(days=day), "daily")
    assert not damaged.exists()
    assert newer.exists()


def test_the_newest_copy_stays_though_the_clock_went_back(book, paths, now):
    for day in range(8):
        backed_up(book, paths, now + timedelta(days=365 + day), "daily")
    assert backed_up(book, paths, now, "daily").exists()


def test_two_copies_of_one_second_are_two(book, paths, now):
    assert backed_up(book, paths, now) != backed_up(book, paths, now)


@pytest.fixture
def small_disk(disk_of) -> Path:
    """A disk of 1.4 MB, where we may mount one."""
    return disk_of(1400)


def fill(book, now) -> None:
    note = "很长的说明" * 2000
    for _ in range(60):
        book.deposit.add([NewEntry("own", date(2026, 1, 1), "paid_in", 1, note=note)], now)


def test_a_full_disk_keeps_the_older_backups(book, paths, now, small_disk):
    folder = small_disk / "backups"
    folder.mkdir()
    first = backups.back_up(book, folder, "daily", now).ref
    fill(book, now)
    with pytest.raises(BookProblem) as told:
        backups.back_up(book, folder, "daily", now + timedelta(days=1))
    assert told.value.code == "disk_full"
    assert files(folder) == [first.name]


@pytest.mark.slow
def test_a_full_disk_stops_a_restore_before_anything_changed(paths, now, small_disk):
    book = Store.open(small_disk / "shop.ksdesk")
    pay(book, 1, now)
    book.close()
    big = Store.open(paths.book)
    fill(big, now)
    chosen = backed_up(big, paths, now)
    big.close()
    book = Store.open(small_disk / "shop.ksdesk")
    with pytest.raises(BookProblem) as told:
        restoring.prepare(book, chosen, paths.backups, now)
    assert told.value.code == "disk_full"
    assert ledger(book) == 1
    book.close()
    assert files(small_disk) == ["shop.ksdesk"]


def test_a_product_in_the_bin_of_a_copy_is_not_called_changed(book, paths, now):
    for title in ("柿饼", "苹果"):
        products.save(book, Product(title=title), now)
    kept = backed_up(book, paths, now)
    with book.transaction():
        book.session.db.execute_sql("UPDATE product SET binned_at = changed_at WHERE id = 1")
        book.session.db.execute_sql("UPDATE product SET title = '洛川苹果' WHERE id = 2")
    found = {d.topic: d for d in restoring.differences(book, kept)}["products"]
    assert (found.before, found.after) == (1, 2)
    assert (found.lost, found.gained, found.changed) == (0, 1, 1)


def test_a_copy_of_an_older_version_is_compared_as_it_would_come_back(paths, now):
    old = paths.backups / "old.ksdesk"
    for path in (old, paths.book):
        with closing(sqlite3.connect(path)) as file, file:
            file.executescript(OLD_BOOK.read_text("utf-8"))
            file.execute("UPDATE order_row SET order_note = '王小明 13812345671'")
    book = Store.open(paths.book)
    found = restoring.differences(book, old)
    assert [(d.topic, d.lost, d.changed) for d in found if d.lost or d.changed] == []
    assert files(paths.backups) == ["old.ksdesk"]
    assert not [name for name in files(paths.data) if "new" in name]
    book.close()
