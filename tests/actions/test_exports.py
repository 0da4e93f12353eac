"""Exports over a real book: templates, rows to mend, traffic there and back, the whole book."""

from __future__ import annotations

import csv
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import strategies as st

from ksdesk.actions import deposit, exports, imports, opening, products
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.imports import Preview, Source
from ksdesk.domain.imports.mending import ADDED
from ksdesk.domain.products import Product
from ksdesk.domain.progress import Cancelled, Progress
from ksdesk.domain.traffic import STORED, measure
from ksdesk.exports import ExportColumn, ExportProblem, Sheet, book_words
from ksdesk.importers import headers
from ksdesk.storage import Store
from ksdesk.storage.tables import Tables

NOW = datetime(2026, 11, 18, 10, 20)
openpyxl = pytest.importorskip("openpyxl")


def cells(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def take(book: Store, source: Source | Path) -> Preview:
    preview = imports.preview(book, source, now=NOW)
    imports.commit(book, preview, now=NOW)
    return preview


# ---- files by their suffix


def test_a_sheet_becomes_what_its_suffix_says(tmp_path: Path) -> None:
    sheet = Sheet("a", (ExportColumn("x", "x"),), [("1",), ("2",)])
    for name in ("a.csv", "a.xlsx", "a.XLSX"):
        assert exports.write(tmp_path / name, sheet).rows == 2
    assert cells(tmp_path / "a.csv") == [["x"], ["1"], ["2"]]
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").active["A3"].value == "2"


# ---- templates


def test_every_kind_but_own_tables_has_a_template() -> None:
    assert "traffic" in exports.template_kinds() and "any" not in exports.template_kinds()
    assert set(exports.template_kinds()) == {k.code for k in exports.KINDS} - {"any"}


@pytest.mark.slow
@pytest.mark.parametrize("kind", exports.template_kinds())
@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_a_template_is_read_as_its_kind(book: Store, tmp_path: Path, kind: str, suffix) -> None:
    path = tmp_path / f"{kind}{suffix}"
    assert exports.template(path, kind).rows >= 1
    preview = imports.preview(book, path, now=NOW)
    assert (preview.kind, preview.needs) == (kind, ())
    assert (preview.counts.new, preview.counts.refused) == (1, 0)
    wanted = {h.role for h in headers.headers_of(kind)}
    assert {c.role for c in preview.columns} == wanted


def test_a_workbook_template_explains_every_column(tmp_path: Path) -> None:
    exports.template(tmp_path / "a.xlsx", "traffic")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    titles = [cell.value for cell in book.worksheets[0][1]]
    notes = {row[0].value: row[1].value for row in book.worksheets[1].iter_rows(min_row=2)}
    assert set(titles) <= set(notes)
    assert "必填" in notes["时间"]


# ---- rows to mend

REPORT = (
    "日期,计划名称,花费(元),直播观看数\n"
    "2026-11-16,=秋季,12.30,100\n"
    "2026-11-17,秋季,12.3.4,101\n"
    "someday,0012,1.00,102\n"
    "2026-11-18,冬季,2.00,-,多余\n"
    "合计,,27.60,303\n"
)


def words(refused) -> str:
    return f"不能用：{refused.reason} {refused.value}"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_refused_rows_are_mended_and_come_in(book: Store, tmp_path: Path, language: str) -> None:
    source = tmp_path / "报表.csv"
    source.write_text(REPORT, encoding="utf-8")
    preview = take(book, source)
    assert (preview.counts.new, preview.counts.refused) == (1, 3)
    path = tmp_path / "mend.csv"
    assert exports.write(path, exports.refused_sheet(preview, words, language)).rows == 3
    found = cells(path)
    assert found[0] == ["日期", "计划名称", "花费(元)", "直播观看数", *ADDED[language]]
    assert [row[:2] for row in found[1:]] == [
        ["2026-11-17", "秋季"],
        ["someday", "\t0012"],
        ["2026-11-18", "冬季"],
    ] or found[1][0] == "\t2026-11-17"
    assert [row[4] for row in found[1:]] == ["3", "4", "5"]
    assert found[1][5] == "不能用：bad_money 12.3.4"
    mended = path.read_text("utf-8-sig").replace("12.3.4", "12.34").replace("someday", "2026-11-15")
    path.write_text(mended, encoding="utf-8-sig")
    again = imports.preview(book, path, now=NOW)
    roles = [column.role for column in again.columns]
    assert roles[:4] == [column.role for column in preview.columns] and roles[4:] == ["skip"] * 2
    assert (again.counts.new, again.counts.refused, again.needs) == (3, 0, ())


def test_refused_rows_without_their_source_name_the_cell(book: Store, tmp_path: Path) -> None:
    source = tmp_path / "报表.csv"
    source.write_text(REPORT, encoding="utf-8")
    preview = imports.preview(book, source, now=NOW)
    source.unlink()
    rows = list(exports.refused_sheet(preview, words, "zh").rows)
    assert rows[0] == ("", "", "12.3.4", "", 3, "不能用：bad_money 12.3.4")


def test_pasted_rows_can_be_mended_too(book: Store) -> None:
    preview = imports.preview(book, Source("粘贴", text=REPORT), now=NOW)
    rows = list(exports.refused_sheet(preview, words, "zh").rows)
    assert [row[-2] for row in rows] == [3, 4, 5]


def test_a_buyers_name_stays_behind(book: Store, tmp_path: Path) -> None:
    source = tmp_path / "订单.csv"
    source.write_text(
        "订单号,订单创建时间,订单状态,实付款,收货人姓名\n2026111800000000001,x,已付款,1,张三\n",
        encoding="utf-8",
    )
    preview = imports.preview(book, source, now=NOW)
    assert preview.kind == "orders"
    row = next(iter(exports.refused_sheet(preview, words, "zh").rows))
    assert row[:5] == ("2026111800000000001", "x", "已付款", "1", "")


# ---- traffic there and back

SIGNS = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Zl", "Zp"))
NAMES = st.text(SIGNS, min_size=1, max_size=8).filter(lambda text: text.strip() == text)
ODD = ("=1+1", "0012", "2026111800000000001", "-5", "a,b", 'x"y')
ROWS = st.lists(
    st.tuples(
        st.integers(0, 400),
        st.one_of(st.sampled_from(ODD), NAMES),
        st.integers(-(10**9), 10**9),
        st.one_of(st.none(), st.integers(0, 10**12)),
        st.one_of(st.none(), st.integers(0, 10**9).map(lambda n: n / 1000)),
    ),
    min_size=1,
    max_size=12,
    unique_by=lambda row: row[:2],
)  # fmt: skip


def stored(book: Store) -> list[tuple[object, ...]]:
    fields, rows = book.reader.traffic.rows(limit=10_000)
    return sorted((tuple(zip(fields, row, strict=True)) for row in rows), key=repr)


# ---- the whole book


@pytest.fixture
def filled(book: Store) -> Store:
    products.save(book, Product(title="=柿饼", price=5990, stock=3, note="0012"), NOW)
    take(book, Source("计划", text="日期,计划名称,花费(元)\n2026-11-16,秋,12.34\n"))
    opening.save_note(book, "type.choose", "我的手机不一样", NOW)
    return book


def coded(header: list[str], row: list[str]) -> dict[str, str]:
    """The cells by the codes of their columns, which stand behind the Chinese names."""
    return dict(zip((name.split(" ")[-1] for name in header), row, strict=True))


def test_the_whole_book_is_a_folder_of_tables_with_a_readme(filled: Store, tmp_path: Path) -> None:
    folder = tmp_path / "账本"
    written = exports.whole_book(filled, folder, NOW)
    tables = Tables(filled.session)
    with tables.reading():
        counts = {name: tables.count(name) for name in tables.names()}
    assert {p.name for p in folder.iterdir()} == {"README.txt", *(f"{n}.csv" for n in counts)}
    assert written.rows == sum(counts.values())
    for name, count in counts.items():
        assert len(cells(folder / f"{name}.csv")) == count + 1
    header, row = cells(folder / "product.csv")
    assert "标题 title" in header
    product = coded(header, row)
    assert (product["title"], product["price"], product["note"]) == ("'=柿饼", "59.90", "\t0012")
    header, row = cells(folder / "traffic_row.csv")
    figures = coded(header, row)
    assert figures["time"] == "2026-11-16 00:00:00" and figures["spend"] == "12.34"
    readme = (folder / "README.txt").read_text("utf-8-sig")
    assert "== product.csv" in readme and "2026-11-18 10:20" in readme
    assert "花费" in readme and "Photos and numbers of identity papers are never kept" in readme


def test_every_table_and_column_is_explained(book: Store) -> None:
    tables = Tables(book.session)
    unexplained = []
    with tables.reading():
        for name in tables.names():
            if book_words.table_words(name) is None:
                unexplained.append(name)
            for column in tables.columns(name):
                if book_words.column_words(name, column, exports.imported_words) is None:
                    unexplained.append(f"{name}.{column}")
    assert not unexplained, "ksdesk/exports/book_words.py says nothing of these"


def test_every_amount_of_traffic_goes_out_in_yuan() -> None:
    for one in STORED:
        kind = exports.imported_words("traffic_row", one.code).kind
        assert (kind == "money") == (measure(one.code).kind == "money"), one.code


def test_the_whole_book_as_one_zip(filled: Store, tmp_path: Path) -> None:
    path = tmp_path / "账本.zip"
    path.write_text("before")
    written = exports.whole_book(filled, path, NOW)
    assert written.rows > 0
    with zipfile.ZipFile(path) as pack:
        assert pack.testzip() is None
        assert "README.txt" in pack.namelist() and "product.csv" in pack.namelist()
        assert pack.getinfo("product.csv").date_time == (2026, 11, 18, 10, 20, 0)
    assert {p.name for p in tmp_path.iterdir() if p.suffix not in ("",)} == {"账本.zip"}


class Stop(Progress):
    """Wants the work until it has been asked so many times."""

    def __init__(self, times: int) -> None:
        self.times, self.asked = times, 0

    def wanted(self) -> bool:
        self.asked += 1
        return self.asked <= self.times


@pytest.mark.parametrize("name", ["账本", "账本.zip"])
def test_cancelled_anywhere_nothing_is_left(filled: Store, tmp_path: Path, name: str) -> None:
    whole = Stop(10**9)
    exports.whole_book(filled, tmp_path / name, NOW, progress=whole)
    place = tmp_path / "out"
    place.mkdir()
    for times in (0, whole.asked // 2, whole.asked - 1):
        with pytest.raises(Cancelled):
            exports.whole_book(filled, place / name, NOW, progress=Stop(times))
        assert list(place.iterdir()) == []


def test_a_folder_with_things_in_it_is_not_touched(filled: Store, tmp_path: Path) -> None:
    folder = tmp_path / "账本"
    folder.mkdir()
    exports.whole_book(filled, folder, NOW)  # an empty one is welcome
    with pytest.raises(ExportProblem) as caught:
        exports.whole_book(filled, folder, NOW)
    assert caught.value.code == "not_empty"
    assert (folder / "README.txt").exists()


def test_the_export_is_of_one_moment(filled: Store, tmp_path: Path) -> None:
    """What is written meanwhile is in all of the files or in none."""

    class Meddle(Progress):
        done = False

        def report(self, done: int, total: int | None = None) -> None:
            if not self.done:
                self.done = True
                import threading

                thread = threading.Thread(target=self.write)
                thread.start()
                thread.join()

        def write(self) -> None:
            with filled.connection():
                products.save(filled, Product(title="later"), NOW)

    exports.whole_book(filled, tmp_path / "a", NOW, progress=Meddle())
    assert len(cells(tmp_path / "a" / "product.csv")) == 2
    assert len(filled.reader.products.all()) == 2


def test_the_deposit_ledger_is_in_it(book: Store, tmp_path: Path) -> None:
    deposit.add(book, [NewEntry("own", date(2026, 11, 1), "paid_in", 100_000)], NOW)
    exports.whole_book(book, tmp_path / "a", NOW)
    header, row = cells(tmp_path / "a" / "deposit_entry.csv")
    entry = coded(header, row)
    assert (entry["amount"], entry["day"], entry["account"]) == ("1000.00", "2026-11-01", "own")
