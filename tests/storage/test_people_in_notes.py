"""What is somebody's personal data in a seller's own note is not kept, wherever it is written."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import MISSING, fields, replace
from datetime import date, datetime
from pathlib import Path

import pytest

from ksdesk.actions import notes, opening
from ksdesk.actions.backups.forgetting import with_buyers
from ksdesk.actions.products import drafts, save
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.deposit.notes import AccountState, ShownLine, SubShop
from ksdesk.domain.products import Product, Quality
from ksdesk.domain.products.stock.outlook import StockMove
from ksdesk.domain.traffic.notes import FanSample
from ksdesk.storage import Store, models
from ksdesk.storage.models.base import NoteField
from ksdesk.storage.notes import _TABLES as KINDS

OLD_BOOKS = Path(__file__).parent.parent / "old_books"
NOTE = "找王小明 13812345671，身份证 110105/19491231/002X，人民路12号3单元，先发红色"
SECRETS = ("王小明", "13812345671", "19491231", "人民路12号")
VALUES = {
    "int": 1,
    "int | None": 1,
    "float": 0.5,
    "bool": True,
    "str": "own",
    "date": date(2026, 11, 1),
    "date | None": None,
    "datetime": datetime(2026, 11, 1, 9),
    "datetime | None": None,
}


def held(folder: Path) -> list[str]:
    every = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    return [secret for secret in SECRETS if secret.encode() in every]


def filled(kind):
    needed = [f for f in fields(kind) if f.default is MISSING and f.default_factory is MISSING]
    return kind(**{f.name: VALUES.get(str(f.type)) for f in needed}, note=NOTE)


def test_every_table_with_a_note_keeps_nobody():
    with_notes = [table for table in models.ALL if "note" in table._meta.fields]
    assert len(with_notes) > len(KINDS)
    for table in with_notes:
        assert isinstance(table._meta.fields["note"], NoteField), table


@pytest.mark.parametrize("kind", [AccountState, SubShop, ShownLine, FanSample])
def test_notes_of_many_kinds(book, paths, now, kind):
    note = filled(kind)
    number = notes.keep(book, note, now).ref
    kept = book.reader.notes.one(kind, number)
    assert kept is not None and kept.note.startswith("找***") and "先发红色" in kept.note
    assert held(paths.data) == []


def test_notes_of_lines_products_stock_and_steps(book, paths, now):
    book.deposit.add([NewEntry("own", date(2026, 11, 18), "paid_in", 50_000, NOTE)], now)
    product = Product(title="柿饼", note=NOTE, quality=Quality(sample_note=NOTE, reason=NOTE))
    number = save(book, product, now).ref
    book.products.move(StockMove(number, "", 1, 2, "count", NOTE, now))
    book.products.rewrite([replace(book.reader.products.one(number), note=NOTE + "！")])
    opening.save_note(book, "phone", NOTE, now)
    drafts.keep(paths.staging, replace(product, note=NOTE))
    assert held(paths.data) == []
    kept = book.reader.products.one(number)
    assert kept.note.endswith("先发红色！") and kept.quality.sample_note.endswith("先发红色")


def test_an_older_book_is_cleaned_and_its_copies_are_named(tmp_path):
    path = tmp_path / "old.ksdesk"
    with closing(sqlite3.connect(path)) as file, file:
        file.executescript((OLD_BOOKS / "v18.sql").read_text("utf-8"))
        file.execute("UPDATE product SET note = ?, found_by = ?", (NOTE, NOTE))
        quality = json.dumps({"sample_note": NOTE, "reason": ""}, ensure_ascii=False)
        file.execute("UPDATE product SET quality = ?", (quality,))
        file.execute(
            "INSERT INTO deposit_entry (account, day, kind, amount, note, origin, written_at)"
            " VALUES ('own', '2026-11-10', 'paid_in', 0, ?, '', '2026-11-11 09:00:00')",
            (NOTE,),
        )
        file.execute(
            "INSERT INTO annotation (note, written_at, kind, at) VALUES (?, '', 'own', '')", (NOTE,)
        )
        (product,) = file.execute("SELECT id FROM product").fetchone()
        was = json.dumps({"note": NOTE, "stock": 3}, ensure_ascii=False)
        file.execute(
            "INSERT INTO product_change (by_batch, product_id, was, became) VALUES (1, ?, ?, ?)",
            (product, was, was),
        )
        for place in ("13812345671", "13912345672"):
            file.execute(
                "INSERT INTO own_row (key, time, sheet) VALUES (?, 0, ?)",
                (f"000000000000|{place}的表|甲=1|1", f"{place}的表"),
            )
    copy = tmp_path / "backups"
    copy.mkdir()
    (copy / "20261118-090000-daily.ksdesk").write_bytes(path.read_bytes())
    store = Store.open(path)
    assert [
        s for s in SECRETS if any(s.encode() in p.read_bytes() for p in tmp_path.glob("old*"))
    ] == []
    with store.session.reading():
        keys = store.session.db.execute_sql("SELECT key, sheet FROM own_row ORDER BY id").fetchall()
        changed = store.session.db.execute_sql("SELECT was FROM product_change").fetchall()
    assert ("000000000000|***的表|甲=1|1", "***的表") in keys and len(dict(keys)) == len(keys)
    assert json.loads(changed[-1][0])["stock"] == 3
    assert [p.name for p in with_buyers(store.reader, copy)] == ["20261118-090000-daily.ksdesk"]
    with pytest.raises(Exception, match="append-only"), store.session.writing():
        store.session.db.execute_sql("UPDATE deposit_entry SET amount = 1")
    store.close()


def test_a_book_whose_notes_name_nobody_calls_no_copy_unclean(tmp_path):
    path = tmp_path / "old.ksdesk"
    with closing(sqlite3.connect(path)) as file:
        file.executescript((OLD_BOOKS / "v18.sql").read_text("utf-8"))
    copy = tmp_path / "20261118-090000-daily.ksdesk"
    copy.write_bytes(path.read_bytes())
    store = Store.open(path)
    assert with_buyers(store.reader, tmp_path) == ()
    store.close()
