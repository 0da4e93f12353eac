"""A damaged, missing or empty book: its newest good backup is offered and put in place whole."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import date, timedelta

import pytest

from ksdesk.actions import backups, deposit
from ksdesk.actions.backups import rescue
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.month import TaxFigure
from ksdesk.settings import Settings
from ksdesk.storage import BookProblem, Store, session, sqlite_only
from ksdesk.ui.shell import rescue as window
from ksdesk.ui.shell.shops import open_book


def write(store: Store, now, *amounts: int) -> None:
    lines = [NewEntry("own", date(2026, 11, 1), "paid_in", fen, "x" * 200) for fen in amounts]
    deposit.add(store, lines, now)


def balance(store: Store) -> int:
    return store.reader.deposit.balances().get("own", 0)


@pytest.fixture
def kept(paths, new_shop, now):
    """A closed book of 7, with backups of 3 (the newest is damaged) and what came later."""
    store = Store.open(new_shop("").book)
    write(store, now, 1, 2)
    backups.back_up(store, paths.backups, "daily", now - timedelta(days=2))
    write(store, now, 4)
    store.close()
    bad = backups.target(paths.backups, "daily", now - timedelta(days=1))
    bad.write_bytes(b"no book at all" * 500)
    return paths


def spoil(book, how: str) -> None:
    if how == "damaged":
        book.write_bytes(b"scribble" * 4000)
    elif how == "empty":
        book.write_bytes(b"")
    else:
        book.unlink()
    if how == "a folder":
        book.mkdir()
    elif how == "another program's":
        with closing(sqlite3.connect(book)) as other, other:
            other.execute("CREATE TABLE somebody (name TEXT)")


@pytest.fixture
def asked(monkeypatch):
    """What the refusal's window asked, and which button is pressed: the first."""
    seen: list[tuple[str, list[str]]] = []

    def press(_app, sentence, _detail, ways):
        seen.append((sentence, list(ways)))
        return ways[0] if ways else ""

    monkeypatch.setattr(window, "ask_refused", press)
    return seen


def opened(paths, now, spoken) -> Store | None:
    settings = Settings(paths.settings_file)
    try:
        return open_book(paths, lambda: now)
    except BookProblem as problem:
        if not window.offer(None, problem, paths, settings, now, lambda _said: None):
            return None
    return open_book(paths, lambda: now)


@pytest.mark.parametrize("how", ["damaged", "empty", "missing", "another program's", "a folder"])
def test_the_newest_good_backup_is_offered_and_put_in_place(kept, now, asked, spoken, how):
    spoken("zh")
    spoil(kept.book, how)
    kept.book.with_name("shop.ksdesk-wal").write_bytes(b"old log" * 3000)
    store = opened(kept, now, spoken)
    assert store is not None and balance(store) == 3
    store.close()
    ((sentence, ways),) = asked
    assert "11月16日" in sentence.replace(" ", "") and "2 条" in sentence
    assert len(ways) == (2 if how in ("empty", "missing") else 1)
    aside = {path.name.partition("damaged")[2] for path in kept.backups.glob("*damaged*")}
    old_log = ".old-wal" in aside or kept.book.with_name("shop.ksdesk-wal.old").exists()
    assert old_log and (".old" in aside) == (how != "missing")
    assert Store.open(kept.book).close() is None


def test_an_empty_shop_is_never_opened_silently(kept, now):
    for how in ("empty", "missing"):
        spoil(kept.book, how)
        with pytest.raises(BookProblem) as caught:
            open_book(kept, lambda: now)
        assert caught.value.code == "gone"


def test_the_seller_may_begin_anew(kept, now, monkeypatch, spoken):
    monkeypatch.setattr(window, "ask_refused", lambda _app, _said, _detail, ways: ways[-1])
    spoil(kept.book, "empty")
    store = opened(kept, now, spoken)
    assert store is not None and balance(store) == 0
    store.close()


def test_without_backups_nothing_is_offered_and_a_first_start_is_quiet(paths, now, asked, spoken):
    store = opened(paths, now, spoken)
    assert store is not None and asked == []
    store.close()
    spoil(paths.book, "damaged")
    assert opened(paths, now, spoken) is None
    sentence, ways = asked[0]
    assert ways == [] and "没有完好的备份" in sentence and str(paths.data) in sentence


def test_a_copy_of_a_clock_that_was_ahead_is_not_taken_for_the_newest(kept, now, asked, spoken):
    spoken("zh")
    early = next(b for b in backups.listed(kept.backups) if b.made_at.day == 16)
    shutil.copy(early.path, kept.backups / "20360101-000000-daily.ksdesk")
    spoil(kept.book, "missing")
    store = opened(kept, now, spoken)
    store.close()
    assert "2026" in asked[0][0] and "2036" not in asked[0][0]


def spoil_version(file: sqlite3.Connection) -> None:
    file.execute("PRAGMA user_version = 20")


def spoil_table(file: sqlite3.Connection) -> None:
    file.execute("PRAGMA user_version = 20")
    file.execute("DROP TABLE order_row")


@pytest.mark.parametrize("spoil", [spoil_version, spoil_table])
def test_a_book_that_is_not_what_its_version_says_is_damaged(kept, now, asked, spoken, spoil):
    """One bit of the head is enough for that; its check finds nothing."""
    with closing(sqlite3.connect(kept.book)) as file, file:
        spoil(file)
    store = opened(kept, now, spoken)
    assert store is not None and balance(store) == 3
    store.close()


def test_a_table_that_is_gone_is_damage_and_no_mistake_of_ours(kept):
    with closing(sqlite3.connect(kept.book)) as file, file:
        file.execute("DROP TABLE tax_figure")
    store = Store.open(kept.book)
    with pytest.raises(BookProblem) as caught:
        store.reader.notes.all(TaxFigure)
    assert caught.value.code == "corrupt"
    store.close()


def test_what_the_damaged_book_still_shows_is_told(kept, now):
    found = rescue.find(kept.book, kept.backups, now)
    assert found is not None and found.contents.rows == 2 and found.lost == 1


def test_a_copy_put_by_hand_beside_an_old_log_is_not_spoilt(kept, now):
    """It came back damaged 10 times of 10: SQLite read the old log into the copy."""
    store = Store.open(kept.book)
    write(store, now, *range(100, 400))
    log = kept.book.with_name("shop.ksdesk-wal")
    killed = log.read_bytes()
    store.close()
    assert len(killed) > 4096
    good = next(b for b in backups.listed(kept.backups) if b.made_at.day == 16)
    shutil.copy(good.path, kept.book)
    log.write_bytes(killed)
    store = Store.open(kept.book)
    assert balance(store) == 3
    store.close()
    assert kept.book.with_name("shop.ksdesk-wal.old").exists()


def test_the_file_of_another_day_is_not_mixed_with_the_log_of_today(kept, now):
    """It is whole with that log too: only whose log it is tells."""
    log = kept.book.with_name("shop.ksdesk-wal")
    files = [kept.book.read_bytes()]
    for amount in (10, 20, 40):
        store = Store.open(kept.book)
        write(store, now, amount)
        killed = log.read_bytes()
        store.close()
        files.append(kept.book.read_bytes())
    for file, held in zip(files, (7, 17, 77, 77), strict=True):
        kept.book.write_bytes(file)
        log.write_bytes(killed)
        store = Store.open(kept.book)
        assert balance(store) == held
        store.close()


@pytest.mark.slow
def test_no_log_of_its_own_is_taken_for_anothers(kept, now, monkeypatch):
    """Whatever moment of a long day a kill falls in, before, in and after checkpoints."""
    monkeypatch.setitem(session.PRAGMAS, "wal_autocheckpoint", 12)
    log = kept.book.with_name("shop.ksdesk-wal")
    other = kept.data / "other.ksdesk"
    store = Store.open(kept.book)
    paid = 7
    for turn in range(1, 60):
        write(store, now, turn, turn * 2)
        paid += turn * 3
        other.write_bytes(kept.book.read_bytes())
        other.with_name("other.ksdesk-wal").write_bytes(log.read_bytes())
        assert not sqlite_only.has_foreign_log(other)
        other.with_name("other.ksdesk-shm").unlink(missing_ok=True)
    store.close()
    store = Store.open(other)
    assert balance(store) == paid
    store.close()


def test_the_books_own_log_is_read_after_a_kill(kept, now):
    store = Store.open(kept.book)
    write(store, now, *range(100, 900))
    log = kept.book.with_name("shop.ksdesk-wal")
    killed, held = log.read_bytes(), kept.book.read_bytes()
    store.close()
    kept.book.write_bytes(held)
    log.write_bytes(killed)
    store = Store.open(kept.book)
    assert balance(store) == 7 + sum(range(100, 900))
    store.close()
