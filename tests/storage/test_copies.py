"""Books that are not open: what each holds, and how two of them differ."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ksdesk.storage import BookProblem, copies, migrations
from ksdesk.storage.copies import Difference

MOMENTS = {
    "TEXT": ("2026-11-02 08:00:00", "2026-11-03 09:30:00", "2026-11-01 00:00:00"),
    "INTEGER": (1_793_606_400, 1_793_698_200, 1_793_491_200),
}
NEWEST = datetime(2026, 11, 3, 9, 30)
_ITS_KEY = ("product", "item", "costless", "day", "order_no", "kind")


@pytest.fixture
def pair(new_book, tmp_path) -> tuple[Path, Path]:
    return tuple(Path(shutil.copy(new_book, tmp_path / f"{name}.ksdesk")) for name in ("a", "b"))


def run(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as file, file:
        for statement in statements:
            file.execute(statement)


def insert(path: Path, table: str, **values: object) -> None:
    """One row, with something in each column that must not be empty."""
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("PRAGMA synchronous = off")
        put(file, table, **values)


def put(file: sqlite3.Connection, table: str, **values: object) -> None:
    for _, name, kind, needed, default, key in file.execute(f"PRAGMA table_info({table})"):
        if needed and default is None and not key:
            values.setdefault(name, "" if kind == "TEXT" else 0)
    names, marks = ", ".join(values), ", ".join("?" * len(values))
    file.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(values.values()))


def kind_of(path: Path, table: str, column: str) -> str:
    with closing(sqlite3.connect(path)) as file:
        return {row[1]: row[2] for row in file.execute(f"PRAGMA table_info({table})")}[column]


@pytest.mark.parametrize("topic", copies.TOPICS, ids=lambda topic: topic.name)
def test_the_rows_of_a_topic_are_counted_with_their_newest_moment(pair, topic):
    path, _ = pair
    key = kind_of(path, topic.table, topic.key)
    moments = MOMENTS[kind_of(path, topic.table, topic.newest)]
    more = {"state": "done"} if topic.name == "imports" else {}
    for number, moment in enumerate(moments, 1):
        name = number if key == "INTEGER" else f"key {number}"
        insert(path, topic.table, **{topic.key: name, topic.newest: moment, **more})
    held = copies.contents(path)
    assert {name: n for name, n in held.counts.items() if n} == {topic.name: 3}
    assert {name: at for name, at in held.newest.items() if at} == {topic.name: NEWEST}
    assert (held.rows, held.version, set(held.counts)) == (3, migrations.NEWEST, {*copies.NAMES})


@pytest.mark.parametrize(
    ("table", "values", "counted"),
    [
        ("product", {"binned_at": None, "changed_at": "2026-11-01"}, "products"),
        ("product", {"binned_at": "2026-11-01", "changed_at": "2026-11-01"}, ""),
        ("batch", {"state": "done", "started_at": "2026-11-01"}, "imports"),
        ("batch", {"state": "undone", "started_at": "2026-11-01"}, ""),
        ("annotation", {"written_at": "2026-11-01"}, "other"),
        ("order_parcel", {}, "other"),
        ("typed_choice", {"key": "k"}, "other"),
        *((table, {"key": "k"}, "") for table in ("doubled", "order_before", "traffic_before")),
        ("profit_stale", {"order_no": "1"}, ""),
        ("profit_row", dict.fromkeys(_ITS_KEY, 1), ""),
        ("fact", {"key": "x", "value": "y"}, ""),
        ("header_mapping", {"header": "h"}, ""),
    ],
)
def test_what_a_seller_wrote_is_counted_and_nothing_else(pair, table, values, counted):
    path, other = pair
    insert(path, table, **values)
    held = copies.contents(path)
    assert {name: n for name, n in held.counts.items() if n} == ({counted: 1} if counted else {})
    told = {one.topic: one.lost for one in copies.differences(path, other) if one}
    assert told == ({counted: 1} if counted else {})


@pytest.mark.parametrize(
    ("statement", "newest"),
    [
        ("UPDATE annotation SET written_at = 'gestern'", None),
        ("UPDATE traffic_row SET time = 1 << 60", None),
        ("UPDATE traffic_row SET time = NULL", None),
        ("UPDATE traffic_row SET time = 0", datetime(1970, 1, 1)),
        ("UPDATE traffic_row SET time = 61", datetime(1970, 1, 1, 0, 1, 1)),
        ("UPDATE traffic_row SET time = 2.5", None),
    ],
)
def test_a_moment_that_is_none_costs_no_row(pair, statement, newest):
    path, _ = pair
    if "annotation" in statement:
        insert(path, "annotation")
    else:
        run(path, "DROP TABLE traffic_row", "CREATE TABLE traffic_row (key TEXT, time)")
        insert(path, "traffic_row", key="k")
    run(path, statement)
    held = copies.contents(path)
    assert (held.rows, [at for at in held.newest.values() if at]) == (1, [newest] if newest else [])


ROWS = st.dictionaries(st.integers(1, 5), st.sampled_from([100, 200]), max_size=5)
BINNED = st.frozensets(st.integers(1, 5))


def fill(path: Path, ledger: dict, products: dict, binned: frozenset, notes: dict) -> None:
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("PRAGMA synchronous = off")
        file.execute("DROP TRIGGER IF EXISTS deposit_entry_stays")
        for table in ("deposit_entry", "product", "annotation", "order_parcel"):
            file.execute(f"DELETE FROM {table}")
        for number, fen in ledger.items():
            put(file, "deposit_entry", id=number, day=f"2026-11-{number:02}", amount=fen)
        for number, price in products.items():
            gone = "2026-11-18" if number in binned else None
            changed = f"2026-11-{number:02}"
            put(file, "product", id=number, price=price, binned_at=gone, changed_at=changed)
        for number, text in notes.items():
            put(file, "annotation", id=number, note=str(text), written_at=f"2026-11-{number:02}")
            put(file, "order_parcel", id=number, order_no=str(number), number=str(text))


def due(name: str, one: dict, two: dict, times: int = 1, dated: bool = True) -> Difference:
    newest = [datetime(2026, 11, max(rows)) if rows and dated else None for rows in (one, two)]
    return Difference(
        name,
        len(one) * times,
        len(two) * times,
        len(one.keys() - two.keys()) * times,
        len(two.keys() - one.keys()) * times,
        sum(one[number] != two[number] for number in one.keys() & two.keys()) * times,
        *newest,
    )


@given(one=st.tuples(ROWS, ROWS, BINNED, ROWS), two=st.tuples(ROWS, ROWS, BINNED, ROWS))
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_each_row_is_lost_gained_changed_or_the_same(pair, one, two):
    for path, rows in zip(pair, (one, two), strict=True):
        fill(path, *rows)
    found = {each.topic: each for each in copies.differences(*pair)}
    seen = [{n: v for n, v in rows[1].items() if n not in rows[2]} for rows in (one, two)]
    assert found["deposit"] == due("deposit", one[0], two[0])
    assert found["products"] == due("products", *seen)
    assert found["other"] == due("other", one[3], two[3], times=2)
    assert tuple(found) == copies.NAMES
    told = [name for name, each in found.items() if each]
    expected = [
        due("deposit", one[0], two[0]),
        due("products", *seen),
        due("other", one[3], two[3]),
    ]
    assert told == [d.topic for d in expected if d.lost or d.gained or d.changed]


def test_a_table_that_only_one_book_has_is_lost_or_gained_whole(pair):
    for path, missing in zip(pair, ("order_row", "video_row"), strict=True):
        insert(path, "order_row", key="o", time=86_400)
        insert(path, "video_row", key="v", time=86_400)
        run(path, f"DROP TABLE {missing}")
    found = {one.topic: one for one in copies.differences(*pair)}
    day = datetime(1970, 1, 2)
    assert found["orders"] == Difference("orders", 0, 1, 0, 1, 0, None, day)
    assert found["videos"] == Difference("videos", 1, 0, 1, 0, 0, day, None)


def test_columns_that_one_book_lacks_change_no_row(pair):
    for path in pair:
        insert(path, "annotation", id=1, note="same")
    run(pair[0], "ALTER TABLE annotation ADD COLUMN mood TEXT DEFAULT 'good'")
    run(pair[1], "ALTER TABLE annotation ADD COLUMN colour TEXT DEFAULT 'red'")
    assert not any(copies.differences(*pair))


@pytest.mark.parametrize("version", [0, 1, migrations.NEWEST, migrations.NEWEST + 1])
@pytest.mark.parametrize("ours", [True, False])
def test_only_a_book_of_this_or_an_older_ksdesk_is_looked_into(pair, version, ours):
    path, other = pair
    run(path, f"PRAGMA user_version = {version}", "INSERT INTO fact VALUES ('shop.name', '小店')")
    if not ours:
        run(path, "PRAGMA application_id = 7")
    target = path.with_name("copy.ksdesk")
    code = "not_a_book" if not ours or not version else "newer"
    if ours and 0 < version <= migrations.NEWEST:
        copies.copy(path, target)
        assert copies.name_of(target) == copies.contents(target).name == "小店"
        assert copies.contents(target).version == version
        assert copies.is_current(target) is (version == migrations.NEWEST)
        assert copies.name_of(other) == ""
        return
    deeds = (copies.contents, copies.name_of, copies.is_current, lambda p: copies.copy(p, target))
    for look in deeds:
        with pytest.raises(BookProblem) as told:
            look(path)
        assert told.value.code == code
    assert not target.exists()


def test_damage_is_looked_for_unless_that_takes_too_long(pair):
    path, _ = pair
    insert(path, "annotation", note="x")
    with closing(sqlite3.connect(path)) as file:
        sql = "SELECT rootpage FROM sqlite_master WHERE name = 'sku'"
        (page,) = file.execute(sql).fetchone()
        (size,) = file.execute("PRAGMA page_size").fetchone()
    data = bytearray(path.read_bytes())
    data[(page - 1) * size : page * size] = b"\xff" * size
    path.write_bytes(data)
    with pytest.raises(BookProblem) as told:
        copies.contents(path)
    assert told.value.code == "corrupt"
    held = copies.contents(path, check=False)
    assert (held.rows, copies.name_of(path)) == (1, "")
    target = path.with_name("copy.ksdesk")
    with pytest.raises(BookProblem):
        copies.copy(path, target)
    assert sorted(p.name for p in path.parent.iterdir()) == ["a.ksdesk", "b.ksdesk"]


def test_what_a_copy_says_of_itself(pair):
    path, _ = pair
    copies.write_about(path, {"one": "1", "two": "2"})
    copies.write_about(path, {"one": "", "two": "3", "three": "4", "never": ""})
    about = copies.contents(path).about
    assert {key: about.get(key) for key in ("one", "two", "three", "never")} == {
        "one": None,
        "two": "3",
        "three": "4",
        "never": None,
    }


@pytest.mark.parametrize(
    ("book", "old", "stands"),
    [(None, None, None), (b"new", None, b"new"), (None, b"old", b"old"), (b"new", b"old", b"new")],
)
def test_the_old_book_comes_back_only_where_there_is_no_other(tmp_path, book, old, stands):
    path = tmp_path / "shop.ksdesk"
    for place, held in ((path, book), (copies.old_of(path), old)):
        if held is not None:
            place.write_bytes(held)
    copies.recover(path)
    assert (path.read_bytes() if path.exists() else None) == stands


@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("there", [True, False])
@pytest.mark.parametrize("left", [True, False])
def test_one_book_takes_the_place_of_another_and_gives_it_back(
    pair, monkeypatch, links, there, left
):
    book, fresh = pair
    copies.write_about(book, {"shop.name": "old"})
    copies.write_about(fresh, {"shop.name": "new"})
    if not links:

        def none(*_paths: object) -> None:
            raise OSError(1, "this disk knows no second name")

        monkeypatch.setattr(copies.os, "link", none)
    if not there:
        book.unlink()
    if left:
        copies.old_of(book).write_bytes(b"left by a kill")
    copies.put_in_place(fresh, book)
    assert (copies.name_of(book), fresh.exists()) == ("new", False)
    assert copies.old_of(book).exists() is there
    if there:
        book.with_name(book.name + "-wal").write_bytes(b"the new one's")
        copies.put_back(book)
        assert copies.name_of(book) == "old"
        assert [path.name for path in book.parent.iterdir()] == [book.name]


def journal_of(path: Path) -> bytes:
    """What a write that is killed leaves beside a book: pages as they were, to be put back."""
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        file.execute("PRAGMA journal_mode = delete")
        file.execute("PRAGMA cache_size = 1")  # the file is written before the end
        file.execute("BEGIN")
        for number in range(200):
            file.execute("INSERT INTO fact VALUES (?, ?)", (f"k{number}", "x" * 400))
        left = path.with_name(path.name + "-journal").read_bytes()
        file.execute("ROLLBACK")
    return left


def test_what_the_new_book_left_is_not_read_into_the_old_one(pair):
    """A journal of the one was played into the other, which was neither of them then."""
    book, fresh = pair
    killed = journal_of(fresh)
    assert killed[0] and len(killed) > 4096
    copies.write_about(book, {"shop.name": "old", "filler": "x" * 20_000})
    copies.put_in_place(fresh, book)
    whole = copies.old_of(book).read_bytes()
    book.with_name(book.name + "-journal").write_bytes(killed)
    copies.put_back(book)
    assert copies.name_of(book) == "old"
    assert (book.read_bytes(), [*book.parent.iterdir()]) == (whole, [book])


def test_where_the_new_book_is_not_there_the_old_one_stays(pair):
    book, fresh = pair
    copies.write_about(book, {"shop.name": "old"})
    fresh.unlink()
    with pytest.raises(BookProblem) as told:
        copies.put_in_place(fresh, book)
    assert told.value.code == "missing"
    assert copies.name_of(book) == "old"
