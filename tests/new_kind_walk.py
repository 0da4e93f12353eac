"""A kind that nobody knows yet, from its entry to its undo; `test_new_kind.py` runs it.

It is added as a newcomer would: one entry in `ksdesk/domain/records.py` and one step that makes
its tables. In a process of its own, for the book's tables are made once in each.
"""

from __future__ import annotations

import csv
import io
import sys
import zipfile
from datetime import datetime
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

ENTRY = '''
COUPONS: Final = Record(
    "coupons",
    "coupon",
    "Coupons",
    "优惠券",
    fields(
        """
    coupon_no !* | text  | Coupon number  | 优惠券编号
    batch_name   | text  | Issue          | 券批次
    worth        | money | Worth          | 面额 券面额
    used         | count | Times used     | 使用次数
    """
    ),
    times="领券时间",
    signs="优惠券编号 领券时间",
    topics=("today",),
    number="coupon_no",
)
'''
STEP = """
CREATE TABLE coupon_row (id INTEGER NOT NULL PRIMARY KEY, key TEXT NOT NULL, time INTEGER NOT NULL,
    batch INTEGER, coupon_no TEXT, batch_name TEXT, worth INTEGER, used INTEGER, extra TEXT,
    marks TEXT);
CREATE UNIQUE INDEX coupon_row_key ON coupon_row (key);
CREATE INDEX coupon_row_time ON coupon_row (time);
CREATE TABLE coupon_before (id INTEGER NOT NULL PRIMARY KEY, by_batch INTEGER NOT NULL, key TEXT
    NOT NULL, time INTEGER NOT NULL, batch INTEGER, coupon_no TEXT, batch_name TEXT, worth INTEGER,
    used INTEGER, extra TEXT, marks TEXT);
CREATE UNIQUE INDEX coupon_before_by_batch_key ON coupon_before (by_batch, key)
"""
NOW = datetime(2026, 11, 18, 10, 20)
TABLE = """优惠券编号,券批次,面额(元),使用次数,领券时间,门店
7001,双十一,5.00,2,2026-11-11 09:00:00,一店
"""


def add_entry() -> None:
    """The entry, written where the others stand."""
    spec = spec_from_file_location("ksdesk.domain.records", _file("ksdesk/domain/records.py"))
    assert spec is not None and spec.origin is not None
    text = Path(spec.origin).read_text("utf-8")
    place = text.index("RECORDS: Final")
    text = text[:place] + ENTRY + text[place:].replace("ANY", "COUPONS, ANY", 1)
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    exec(compile(text, spec.origin, "exec"), module.__dict__)


def add_step() -> None:
    """The step, behind the others."""
    from ksdesk.storage import migrations

    def coupons(db) -> None:
        migrations.run(db, STEP)

    migrations.STEPS = (*migrations.STEPS, coupons)  # type: ignore[misc]
    migrations.NEWEST = len(migrations.STEPS)


def _file(name: str) -> Path:
    return Path(__file__).parent.parent / name


def walk(folder: Path) -> None:
    """Import, look, revise, export, undo: nothing but the entry and the step knows of it."""
    from playhouse.schema_diff import diff_models
    from PySide6.QtCore import QLocale

    from ksdesk.actions import exports, imports
    from ksdesk.domain.imports import Counts, Source
    from ksdesk.storage import Store, copies, models
    from ksdesk.ui.backups import words as backup_words
    from ksdesk.ui.imports import kind_words, words

    QLocale.setDefault(QLocale("zh_CN"))  # whatever the system speaks
    book = Store.open(folder / "book.ksdesk")
    assert not diff_models(book.session.db, models.ALL)

    source = Source("券.csv", text=TABLE)
    preview = imports.preview(book, source, now=NOW)
    assert preview.kind == "coupons", preview.kind
    assert [c.role for c in preview.columns] == [
        *("identity:coupon_no", "identity:batch_name", "measure:worth", "measure:used", "time"),
        "note:门店",
    ]
    assert preview.counts == Counts(new=1)
    changes = imports.commit(book, preview, now=NOW)
    assert changes.topics >= {"today", "imports"}
    assert stored(book) == [("7001", 500, 2)]

    later = imports.preview(book, Source("券2.csv", text=TABLE.replace("5.00", "6.00")), now=NOW)
    assert [one.changes for one in later.revised] == [(("worth", 500, 600),)]
    second = imports.commit(book, later, now=NOW)
    assert book.reader.batches.last().kind == "coupons"
    assert stored(book) == [("7001", 600, 2)]

    assert kind_words.kind_name("coupons") in ("优惠券", "Coupons")
    assert ("coupons", kind_words.kind_name("coupons")) in kind_words.kind_options()
    assert words.role_word("measure:worth") in ("面额", "Worth")
    assert words.value_text("worth", 600) == "¥6.00", words.value_text("worth", 600)

    template = folder / "coupons.xlsx"
    assert "coupons" in exports.template_kinds()
    exports.template(template, "coupons")
    assert imports.preview(book, template, now=NOW).kind == "coupons"

    exports.whole_book(book, folder / "all.zip", NOW)
    with zipfile.ZipFile(folder / "all.zip") as files:
        name = next(n for n in files.namelist() if "coupon_row" in n)
        told = list(csv.reader(io.StringIO(files.read(name).decode("utf-8-sig"))))
        readme = files.read(next(n for n in files.namelist() if "readme" in n.lower()))
    assert any("7001" in cell for line in told for cell in line)
    assert "优惠券" in readme.decode("utf-8-sig") and "Times used" in readme.decode("utf-8-sig")

    held = copies.contents(folder / "book.ksdesk")
    assert held.counts["coupons"] == 1 and held.newest["coupons"] == datetime(2026, 11, 11, 9)
    assert backup_words.holds(held) == f"{backup_words.topic_word('imports')} 2 · 优惠券 1"
    copies.copy(folder / "book.ksdesk", folder / "copy.ksdesk")

    number = second.ref
    assert isinstance(number, int)
    book.close()
    again = Store.open(folder / "book.ksdesk")
    imports.undo(again, number, NOW)
    assert stored(again) == [("7001", 500, 2)]
    imports.undo(again, changes.ref, NOW)
    assert stored(again) == []
    lost = {one.topic: one.gained for one in copies.differences(again.path, folder / "copy.ksdesk")}
    assert lost["coupons"] == 1
    again.close()


def stored(book) -> list[tuple]:
    """What the book has of the kind: number, worth in fen, times used."""
    names, found = book.reader.records.rows("coupons")
    rows = [dict(zip(names, values, strict=True)) for values in found]
    return [(row["coupon_no"], row["worth"], row["used"]) for row in rows]


if __name__ == "__main__":
    add_entry()
    add_step()
    walk(Path(sys.argv[1]))
    print("walked")
