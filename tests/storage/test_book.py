"""Opening a book: new, older, newer, locked, read-only, damaged, foreign, on a full disk."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from playhouse.schema_diff import diff_models

from ksdesk.domain.aftersales.files import CaseFile
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.products.search_text import query_words
from ksdesk.domain.progress import Cancelled
from ksdesk.storage import BookProblem, Store, migrations, models, session


def problem_with(path: Path) -> BookProblem:
    with pytest.raises(BookProblem) as caught:
        Store.open(path)
    return caught.value


def test_a_new_book_has_every_table_the_models_describe(book):
    difference = diff_models(book.session.db, models.ALL)
    assert not difference, difference
    assert book.session.db.pragma("user_version") == migrations.NEWEST
    assert book.session.db.pragma("foreign_keys") == 1
    assert book.session.db.pragma("journal_mode") == "wal"


@pytest.mark.parametrize("model", models.ALL, ids=lambda model: model.__name__)
def test_columns_of_a_new_book_may_be_empty_and_are_found_by_as_the_models_say(book, model):
    name = model._meta.table_name
    run = book.session.db.execute_sql
    empty = {row[1]: not row[3] for row in run(f"PRAGMA table_info({name})").fetchall()}
    found = {}
    for _, index, unique, *_ in run(f"PRAGMA index_list({name})").fetchall():
        columns = tuple(row[2] for row in run(f"PRAGMA index_info({index})").fetchall())
        found[columns] = found.get(columns, False) or bool(unique)
    for columns, unique in (each for each in model._meta.indexes if isinstance(each, tuple)):
        assert found[tuple(columns)] is unique, columns
    for field in model._meta.sorted_fields:
        column = field.column_name
        assert field.primary_key or field.null == empty[column], column
        assert not field.index or any(column == first for first, *_ in found), column
        assert not field.unique or found[column,], column


def test_what_was_written_is_there_again_tomorrow(paths, now):
    store = Store.open(paths.book)
    store.deposit.add([NewEntry("own", date(2026, 11, 18), "paid_in", 50_000)], now)
    store.close()
    store = Store.open(paths.book)
    assert store.reader.deposit.balances() == {"own": 50_000}
    store.close()


def test_a_journal_that_a_kill_left_beside_a_book_with_its_log_goes(paths, now):
    """SQLite lets one lie that it had not begun to use, and reads none beside a log."""
    store = Store.open(paths.book)
    store.deposit.add([NewEntry("own", now.date(), "paid_in", 50_000)], now)
    left = paths.book.with_name(paths.book.name + "-journal")
    left.write_bytes(bytes(512))
    store.close()
    assert left.exists()
    store = Store.open(paths.book)
    assert not left.exists()
    assert store.reader.deposit.balances() == {"own": 50_000}
    store.close()


def test_a_newer_book_is_refused_and_left_as_it_was(paths):
    with closing(sqlite3.connect(paths.book)) as file:
        file.execute("CREATE TABLE later (x)")
        file.execute("PRAGMA user_version = 99")
    before = paths.book.read_bytes()
    assert problem_with(paths.book).code == "newer"
    assert paths.book.read_bytes() == before
    assert sorted(p.name for p in paths.data.iterdir() if p.is_file()) == [paths.book.name]


@pytest.mark.parametrize("damage", ["garbage", "truncated", "scribbled"])
def test_a_damaged_book_is_named_and_left_as_it_was(paths, now, damage):
    store = Store.open(paths.book)
    many = [NewEntry("own", date(2026, 1, 1), "paid_in", n, "x" * 200) for n in range(500)]
    store.deposit.add(many, now)
    store.close()
    data = bytearray(paths.book.read_bytes())
    if damage == "garbage":
        data = bytearray(b"not a database at all" * 50)
    elif damage == "truncated":
        del data[len(data) // 2 :]
    else:
        data[8192:40000] = os.urandom(40000 - 8192)
    paths.book.write_bytes(data)
    assert problem_with(paths.book).code == "corrupt"
    assert paths.book.read_bytes() == bytes(data)


def test_another_programs_database_is_not_taken_for_a_book(paths):
    with closing(sqlite3.connect(paths.book)) as file:
        file.execute("CREATE TABLE contacts (name)")
    before = paths.book.read_bytes()
    assert problem_with(paths.book).code == "not_a_book"
    assert paths.book.read_bytes() == before


def test_a_missing_folder_is_named(tmp_path):
    assert problem_with(tmp_path / "gone" / "shop.ksdesk").code == "missing"


def test_a_locked_book_is_named(paths, monkeypatch):
    Store.open(paths.book).close()
    monkeypatch.setitem(session.PRAGMAS, "busy_timeout", 50)
    with closing(sqlite3.connect(paths.book, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert problem_with(paths.book).code == "locked"


READ_ONLY = """
import os, sys
from pathlib import Path
from ksdesk.storage import BookProblem, Store
if os.getuid() == 0:
    os.setuid(65534)
try:
    Store.open(Path(sys.argv[1]))
except BookProblem as problem:
    print(problem.code)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no user there whom a file could refuse")
def test_a_read_only_book_is_named(tmp_path_factory, tmp_path):
    """Tried as a user who may not write, for root may always."""
    folder = tmp_path / "shop"
    folder.mkdir()
    path = folder / "shop.ksdesk"
    Store.open(path).close()
    path.chmod(0o444)
    folder.chmod(0o555)
    for parent in path.parents:
        if (
            parent != Path("/")
            and os.access(parent, os.W_OK)
            and parent.stat().st_uid == os.getuid()
        ):
            parent.chmod(parent.stat().st_mode | 0o055)
    said = subprocess.run(
        [sys.executable, "-c", READ_ONLY, str(path)], capture_output=True, text=True, check=True
    )
    folder.chmod(0o755)
    assert said.stdout.strip() == "read_only", said.stderr


def test_a_full_disk_keeps_what_was_there(book, now):
    book.deposit.add([NewEntry("own", date(2026, 1, 1), "paid_in", 1)], now)
    pages = book.session.db.pragma("page_count")
    book.session.db.execute_sql(f"PRAGMA max_page_count = {pages + 2}")
    many = [NewEntry("own", date(2026, 1, 1), "paid_in", n, "x" * 500) for n in range(500)]
    with pytest.raises(BookProblem) as caught:
        book.deposit.add(many, now)
    assert caught.value.code == "disk_full"
    assert book.reader.deposit.balances() == {"own": 1}
    book.deposit.add([NewEntry("own", date(2026, 1, 1), "paid_in", 2)], now)
    assert book.reader.deposit.balances() == {"own": 3}


def test_a_mistake_of_ours_is_not_called_a_problem_of_the_disk(book):
    with pytest.raises(Exception, match="no such table") as caught, book.session.reading():
        book.session.db.execute_sql("SELECT * FROM nowhere")
    assert not isinstance(caught.value, BookProblem)


@pytest.mark.parametrize(
    ("damage", "asked"),
    [
        ("ALTER TABLE order_row RENAME COLUMN courier TO couriez", "courier FROM order_row"),
        ("ALTER TABLE order_row RENAME COLUMN courier TO couriez", "o.courier FROM order_row AS o"),
        ("ALTER TABLE order_row RENAME TO order_roz", "courier FROM order_row"),
    ],
)
def test_a_table_or_column_that_every_book_has_and_this_one_lacks_is_damage(book, damage, asked):
    """A bit of the schema flipped."""
    book.session.db.execute_sql(damage)
    with pytest.raises(BookProblem) as caught, book.session.reading():
        book.session.db.execute_sql(f"SELECT {asked}")
    assert caught.value.code == "corrupt"


@pytest.mark.parametrize("column", ["nowhere", "o.nowhere"])
def test_a_column_that_no_book_has_is_a_mistake_of_ours(book, column):
    with pytest.raises(Exception, match="no such column") as caught, book.session.reading():
        book.session.db.execute_sql(f"SELECT {column} FROM order_row AS o")
    assert not isinstance(caught.value, BookProblem)


def test_writes_in_one_transaction_hold_or_fall_together(book, now):
    with pytest.raises(RuntimeError), book.transaction():
        book.deposit.add([NewEntry("own", date(2026, 1, 1), "paid_in", 1)], now)
        raise RuntimeError("stop")
    assert book.reader.deposit.balances() == {}


def test_a_backup_is_a_whole_book(book, now, tmp_path):
    book.deposit.add([NewEntry("own", date(2026, 1, 1), "paid_in", 7)], now)
    target = tmp_path / "copy.ksdesk"
    book.backup_to(target)
    book.close()
    copy = Store.open(target)
    assert copy.reader.deposit.balances() == {"own": 7}
    copy.close()


def test_a_book_that_was_left_answers_no_more(book, tmp_path):
    other = Store.open(tmp_path / "other.ksdesk")
    with pytest.raises(Cancelled):
        book.reader.deposit.balances()
    other.close()


OLD_BOOKS = Path(__file__).parent.parent / "old_books"


def test_every_version_that_was_left_behind_has_a_book_of_it():
    """A step without an old book to try it on has not been tried."""
    kept = {path.stem for path in OLD_BOOKS.glob("v*.sql")}
    assert {f"v{number}" for number in range(1, migrations.NEWEST + 1)} <= kept


@pytest.mark.slow
@pytest.mark.parametrize("dump", sorted(OLD_BOOKS.glob("v*.sql")), ids=lambda p: p.stem)
def test_an_old_book_comes_up_to_date_with_its_rows(dump, tmp_path):
    path = tmp_path / "old.ksdesk"
    with closing(sqlite3.connect(path)) as file:
        file.executescript(dump.read_text("utf-8"))
    number = int(dump.stem[1:])
    copies: list[Path] = []

    def copy(_book: Path) -> Path:
        copies.append(tmp_path / "before.ksdesk")
        return copies[-1]

    store = Store.open(path, copy)
    assert not diff_models(store.session.db, models.ALL)
    assert store.reader.deposit.balances() == {"own": 49_764}
    assert [p.title for p in store.reader.products.all()] == ["富平吊柿饼 礼盒 1kg"]
    assert store.reader.opening.place() == "type.choose"
    store.close()
    assert bool(copies) == (number < migrations.NEWEST)


def test_remembered_columns_of_products_are_called_as_those_of_other_kinds(tmp_path):
    """Step 11: what was set by hand in a table of products holds for the next one."""
    path = tmp_path / "old.ksdesk"
    header = '["products", "供货价", "名称", "备用"]'
    labels = {"名称": "title", "供货价": "price", "备用": "skip"}
    columns = [
        {"index": n, "label": label, "role": role, "unit": "", "why": "named", "samples": []}
        for n, (label, role) in enumerate(labels.items())
    ]
    with closing(sqlite3.connect(path)) as file:
        file.executescript((OLD_BOOKS / "v10.sql").read_text("utf-8"))
        text = json.dumps(columns, ensure_ascii=False)
        file.execute("INSERT INTO header_mapping VALUES (?, ?, '2026-11-18')", (header, text))
        file.commit()
    store = Store.open(path)
    found = store.reader.batches.mapping("products", list(labels))
    roles = {label: column.role for label, column in found.items()}
    assert roles == {"名称": "identity:title", "供货价": "measure:price", "备用": "skip"}
    store.close()


def test_what_products_are_found_by_is_written_anew_with_every_reading(tmp_path):
    """Step 13: an older book was searched by readings of three syllables."""
    path = tmp_path / "old.ksdesk"
    with closing(sqlite3.connect(path)) as file:
        file.executescript((OLD_BOOKS / "v12.sql").read_text("utf-8"))
        file.execute("UPDATE product SET title = '重庆火锅底料', found_by = 'zhongqing'")
        file.commit()
    store = Store.open(path)
    store.product_list.make_findable()
    for text in ("chongqinghuoguodiliao", "chongqhgdl", "火锅 chongq"):
        assert store.reader.products.find(query_words(text), 5), text
    assert not store.reader.products.find(query_words("chongqinghuoguodiliaox"), 5)
    store.close()


_LARGE = 40 << 20  # more than a start checks of a book that was closed properly


def _filled(path: Path, size: int) -> None:
    store = Store.open(path)
    with store.session.writing():
        sql = "INSERT INTO annotation (note, written_at, kind, at) VALUES (?, '', 'own', '')"
        for number in range(size >> 16):
            store.session.db.execute_sql(sql, (f"{path.stem} {number} ".ljust(1 << 16, "x"),))
    store.close()


def _log_of(path: Path, size: int) -> bytes:
    """The write-ahead log that a kill leaves beside a book, at least of this size."""
    log = path.with_name(path.name + "-wal")
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA wal_autocheckpoint = 0")
        file.execute("CREATE TABLE filler (text)")
        while not log.exists() or log.stat().st_size < size:
            with file:
                file.execute("UPDATE annotation SET note = note || 'y'")
                file.execute("INSERT INTO filler VALUES (hex(randomblob(4000000)))")
        return log.read_bytes()


@pytest.mark.parametrize("version", [34, 37, 38])
def test_profit_that_was_worked_out_by_older_rules_is_worked_out_once_more(version, tmp_path):
    old = tmp_path / "old.ksdesk"
    with closing(sqlite3.connect(old)) as file:
        file.executescript((OLD_BOOKS / f"v{version}.sql").read_text("utf-8"))
        file.execute("DELETE FROM profit_stale")
        file.commit()
    store = Store.open(old)
    assert not store.reader.profit.up_to_date()
    store.close()


def test_what_old_cases_cost_no_longer_has_the_refund_in_it(tmp_path):
    path = tmp_path / "old.ksdesk"
    head = "INSERT INTO aftersales_file VALUES"
    rows = (  # refund, outcome, cost, then what becomes of both
        (2_300, "refunded", 3_000, 2_300, 700),
        (2_300, "partly", 800, 800, 0),
        (2_300, "kept", 400, 2_300, 400),
        (None, "returned", 900, None, 900),
    )
    with closing(sqlite3.connect(path)) as file:
        file.executescript((OLD_BOOKS / "v27.sql").read_text("utf-8"))
        file.execute("DELETE FROM aftersales_file")
        for number, (refund, outcome, cost, *_) in enumerate(rows, 1):
            file.execute(
                f"{head}({number},'','2026-11-18 10:20:00',NULL,'a{number}','','','',?,'',NULL,"
                "NULL,'[]','[]','[]','','','[]',?,?,'2026-11-18 10:00:00')",
                (refund, outcome, cost),
            )
        file.commit()
    book = Store.open(path)
    found = [(one.refund, one.cost) for one in book.reader.notes.all(CaseFile)]
    assert found == [tuple(row[3:]) for row in rows]
    book.close()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("book_size", "log_size"), [(1 << 20, _LARGE), (_LARGE, _LARGE), (_LARGE, 1 << 20)]
)
def test_a_log_of_another_book_is_set_aside_however_large_both_are(tmp_path, book_size, log_size):
    """Beyond 32 MB nobody looked: SQLite read the other book's pages into this one."""
    ours, other = tmp_path / "shop.ksdesk", tmp_path / "other.ksdesk"
    _filled(ours, book_size)
    _filled(other, 2 << 20)
    log = _log_of(other, log_size)
    ours.with_name("shop.ksdesk-wal").write_bytes(log)
    store = Store.open(ours)
    with store.session.reading():
        (count,) = store.session.db.execute_sql("SELECT count(*) FROM annotation").fetchone()
    store.close()
    assert count == book_size >> 16
    assert ours.with_name("shop.ksdesk-wal.old").read_bytes() == log


@pytest.mark.slow
def test_a_large_books_own_log_is_read(tmp_path):
    ours = tmp_path / "shop.ksdesk"
    _filled(ours, _LARGE)
    held = ours.read_bytes()
    log = _log_of(ours, 1 << 20)
    ours.write_bytes(held)
    ours.with_name("shop.ksdesk-wal").write_bytes(log)
    store = Store.open(ours)
    with store.session.reading():
        sql = "SELECT count(*) FROM annotation WHERE note LIKE '%y'"
        (count,) = store.session.db.execute_sql(sql).fetchone()
    store.close()
    assert count == _LARGE >> 16 and not ours.with_name("shop.ksdesk-wal.old").exists()
