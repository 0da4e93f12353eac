"""Orders know which are one buyer's, and nothing else of a buyer."""

from __future__ import annotations

import sys
import zipfile

import pytest

from ksdesk.actions import exports, imports
from ksdesk.actions.backups import moving, taking
from ksdesk.domain.imports import Source
from ksdesk.storage import Store

HEAD = "订单号,订单创建时间,订单状态,实付款,收货人姓名,收货人电话,收货地址-省,收货地址\n"
ROWS = (
    "1,2026-11-01 10:00:00,{state},5,王小明,13812345671,陕西省,西安市雁塔区人民路12号\n"
    "2,2026-11-02 10:00:00,{state},6,王小明,13812345671,陕西省,西安市雁塔区人民路12号\n"
    "3,2026-11-03 10:00:00,{state},7,李雷,13912345672,陕西省,西安市雁塔区文三路34号\n"
    "4,2026-11-04 10:00:00,{state},8,李*,139****5673,陕西省,西安市雁塔区******\n"
)
SECRETS = ("王小明", "李雷", "13812345671", "13912345672", "人民路12号", "文三路34号")


def take(book, paths, now, state="已发货", text=""):
    source = Source("订单.csv", text=text or HEAD + ROWS.format(state=state))
    seen = imports.preview(book, source, staging=paths.staging, now=now)
    return seen, imports.commit(book, seen, now=now)


def keys_of(book) -> dict[str, str | None]:
    with book.session.reading():
        return dict(book.session.db.execute_sql("SELECT order_no, buyer_key FROM order_row"))


def test_an_import_fills_them_and_undo_takes_them_back(book, paths, now):
    seen, done = take(book, paths, now)
    keys = keys_of(book)
    assert keys["1"] == keys["2"] and len({*keys.values()}) == 3 and keys["4"] is None
    assert "buyer_key" not in seen.fields and keys["1"] not in repr(seen)
    again, _ = take(book, paths, now, "交易成功")
    assert again.counts.revised == 4 and not any("buyer_key" in repr(r) for r in again.revised)
    assert keys_of(book) == keys
    imports.undo(book, book.reader.batches.last().id, now)
    assert keys_of(book) == keys
    assert done.undo is not None
    taken = done.undo(book)
    assert keys_of(book) == {}
    assert taken.undo is not None
    taken.undo(book)
    assert keys_of(book) == keys


def test_the_same_orders_without_their_buyers_are_the_same_orders(book, paths, now):
    take(book, paths, now)
    keys = keys_of(book)
    bare = "\n".join(
        ",".join(line.split(",")[:4]) for line in (HEAD + ROWS.format(state="已发货")).splitlines()
    )
    seen = imports.preview(book, Source("订单.csv", text=bare), staging=paths.staging, now=now)
    assert seen.counts.same == 4 and keys_of(book) == keys


def test_the_next_import_knows_the_buyers_of_the_last(book, paths, now):
    take(book, paths, now)
    later = HEAD + ROWS.format(state="已发货").replace("\n", "\n9", 3).replace(
        "1,2026-11-01", "91,2026-11-09", 1
    )
    take(book, paths, now, text=later)
    keys = keys_of(book)
    assert keys["91"] == keys["92"] == keys["1"] and keys["93"] == keys["3"]


def test_nothing_but_the_hash_is_in_any_file(book, paths, now, tmp_path):
    take(book, paths, now)
    taking.back_up(book, paths.backups, "manual", now)
    held = {path: path.read_bytes() for path in paths.data.rglob("*") if path.is_file()}
    assert not [p for p, data in held.items() for s in SECRETS if s.encode() in data]
    key = paths.data / "buyers.key"
    assert len(held.pop(key)) == 32
    assert not [path for path, data in held.items() if key.read_bytes() in data]
    if sys.platform != "win32":
        assert key.stat().st_mode & 0o777 == 0o600


def test_no_export_and_no_list_has_them(book, paths, now, tmp_path):
    take(book, paths, now)
    one = keys_of(book)["1"]
    names, rows = book.reader.records.rows("orders")
    assert "buyer_key" not in names and one not in repr(rows)
    target = tmp_path / "all.zip"
    exports.whole_book(book, target, now)
    with zipfile.ZipFile(target) as file:
        texts = [file.read(name).decode("utf-8-sig") for name in file.namelist()]
    assert any("订单号" in text for text in texts)
    assert not any(one in text or "buyer_key" in text for text in texts)


def test_the_key_moves_with_the_folder_and_with_nothing_else(paths, now, tmp_path):
    book = Store.open(paths.book)
    take(book, paths, now)
    book.close()
    key = paths.data / "buyers.key"
    parcel = tmp_path / "all.ksdesk-move"
    moving.pack(paths, {}, parcel, now)
    with zipfile.ZipFile(parcel) as file:
        assert not any(key.read_bytes() in file.read(name) for name in file.namelist())
    new = moving.move_data(paths, tmp_path / "there")
    assert (new / "buyers.key").read_bytes() == key.read_bytes()


def test_other_tables_and_masked_orders_make_no_key(book, paths, now):
    text = "订单号,订单创建时间,实付款\n1,2026-11-01,5\n"
    take(book, paths, now, text=text)
    assert not (paths.data / "buyers.key").exists()


@pytest.mark.parametrize("left", [b"", b"short"])
def test_a_damaged_key_is_made_anew(book, paths, now, left):
    key = paths.data / "buyers.key"
    key.write_bytes(left)
    take(book, paths, now)
    assert len(key.read_bytes()) == 32 and keys_of(book)["1"]
