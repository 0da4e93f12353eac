"""Importing a table of products through its sheet."""

from __future__ import annotations

import io

import pytest
from msoffcrypto.format.ooxml import OOXMLFile
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from ksdesk.actions import products
from ksdesk.actions.products import imports as product_imports
from ksdesk.domain.products import Product
from ksdesk.ui.parts.table import TableView
from ksdesk.ui.products.imports import ProductImports

TABLE = (
    "商品名称,价格,库存,SKU编码,状态\n"
    "柿饼,49.9,12,SB,上架\n"
    "茶,36,,,上架\n"
    "蜂蜜,48,126,FM,草稿\n"
    "核桃,12.3.4,5,HT,草稿\n"
    "金山,100000,1,JS,草稿\n"
    "合计,1,1,,\n"
)


@pytest.fixture
def page(ctx, qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1112, 800)
    made.show()
    return made


@pytest.fixture
def ways(ctx, page):
    products.save(ctx.book, Product(title="柿饼", price=5990, stock=12, code="SB"), ctx.clock())
    products.save(ctx.book, Product(title="蜂蜜", price=4800, stock=126, code="FM"), ctx.clock())
    return ProductImports(ctx, page)


@pytest.fixture
def sheet(ways, tmp_path):
    file = tmp_path / "商品.csv"
    file.write_bytes(TABLE.encode("gb18030"))
    ways.take([file])
    return ways.sheet


def texts(sheet, tab: str) -> list[tuple[str, ...]]:
    sheet.tabs.set_value(tab)
    sheet.open_tab()
    model = sheet._pages[tab].findChild(TableView).rows
    places = range(len(model.columns))
    return [tuple(model.text(n, p) for p in places) for n in range(len(model.rows))]


def click(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_every_line_has_its_fate(sheet):
    assert texts(sheet, "new") == [
        ("3", "茶", "价格 36.00 · 状态 草稿", "先存成草稿，还缺：库存"),
    ]
    assert [row[:3] for row in texts(sheet, "revised")] == [
        ("2", "柿饼", "价格 59.90 → 49.90   状态 草稿 → 上架"),
    ]
    assert [row[1] for row in texts(sheet, "same")] == ["蜂蜜"]
    assert texts(sheet, "refused") == [
        ("5", "价格", "12.3.4", "“12.3.4”不是金额"),
        ("6", "", "金山", "会变成 100,000.00，最高 99,999.99"),
        ("7", "", "合计", "合计行，不是商品"),
    ]
    assert sheet.go.text() == "导入这 2 件"
    assert "GBK" in sheet.sentence_label.text()


def test_imported_and_taken_back_as_one_step(sheet, ways, ctx, qtbot):
    said: list = []
    ctx.notice = lambda text, **more: said.append((text, more.get("undo")))
    with qtbot.waitSignal(ways.imported):
        click(qtbot, sheet.go)
    found = {p.title: (p.price, p.state) for p in ctx.reader.products.all()}
    assert found == {
        "柿饼": (4990, "listed"),
        "茶": (3600, "draft"),
        "蜂蜜": (4800, "draft"),
    }
    assert said == [("导入了 2 件商品", True)]
    assert ways.sheet is None
    ctx.undo.back()
    assert {p.title: p.price for p in ctx.reader.products.all()} == {"柿饼": 5990, "蜂蜜": 4800}
    ctx.undo.forth()
    assert len(ctx.reader.products.all()) == 3


def test_what_is_unticked_stays_as_it_is(sheet, ctx, qtbot):
    texts(sheet, "revised")
    sheet.revised.toggle(0)
    assert sheet.go.text() == "导入这 1 件"
    click(qtbot, sheet.go)
    assert {p.title: p.price for p in ctx.reader.products.all()}["柿饼"] == 5990


def test_leaving_writes_nothing(sheet, ways, ctx, qtbot):
    click(qtbot, sheet.leave)
    assert ways.sheet is None
    assert len(ctx.reader.products.all()) == 2


def test_rows_to_mend_come_in_again(sheet, ways, ctx, tmp_path):
    target = tmp_path / "mend.csv"
    texts(sheet, "refused")
    assert sheet.mend.isVisible()
    ctx.ask.answers.append(target)
    sheet.mend.ways.export(False, ".csv")
    mended = target.read_text("utf-8-sig").replace("12.3.4", "12.34").replace("100000", "10")
    target.write_text(mended, "utf-8")
    sheet.reject()
    ways.take([target])
    assert [row[1] for row in texts(ways.sheet, "new")] == ["核桃", "金山"]
    assert not texts(ways.sheet, "refused")


def test_a_book_that_changed_meanwhile_is_shown_anew(sheet, ctx, qtbot):
    products.save(ctx.book, Product(title="茶", price=1), ctx.clock())
    click(qtbot, sheet.go)
    assert sheet.isVisible()
    assert sheet.note.text() == "账本刚刚变了，再看一次。"
    assert sheet.tabs.chip("new").accessibleName() == "新的 0"


def test_files_are_dropped_on_the_page_one_after_another(ways, page, tmp_path):
    paths = []
    for name in ("甲", "乙"):
        path = tmp_path / f"{name}.csv"
        path.write_text(f"title,price\n{name},5\n", "utf-8")
        paths.append(path)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    middle = QPointF(page.rect().center())
    common = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0))
    QApplication.sendEvent(page, QDragEnterEvent(middle.toPoint(), *common))
    QApplication.sendEvent(page, QDropEvent(middle, *common))
    assert [row[1] for row in texts(ways.sheet, "new")] == ["甲"]
    ways.sheet.reject()
    assert [row[1] for row in texts(ways.sheet, "new")] == ["乙"]


def test_a_table_is_pasted(ways):
    ways.take_text("title\tprice\nTea\t36\n")
    assert [row[1] for row in texts(ways.sheet, "new")] == ["Tea"]
    assert texts(ways.sheet, "columns") == [("title", "Tea", "标题"), ("price", "36", "价格")]


def columns_of(sheet):
    sheet.tabs.set_value("columns")
    sheet.open_tab()
    return sheet._pages["columns"]


def test_a_column_is_set_by_hand(ways):
    """Another one that was the same before is left out."""
    ways.take_text("名称,供货价,价格\n茶,20,36\n")
    pane = columns_of(ways.sheet)
    pane.table.select_key(1)
    assert (pane.label.text(), pane.role.value()) == ("供货价", "skip")
    pane.role.edited.emit("price")
    assert texts(ways.sheet, "columns")[1:] == [("供货价", "20", "价格"), ("价格", "36", "未使用")]
    assert ways.sheet.preview.of("new")[0].edit.after.price == 2000
    pane = columns_of(ways.sheet)
    pane.table.select_key(0)
    pane.role.edited.emit("note")
    assert ways.sheet.note.text().startswith("粘贴的表格 里没有商品")
    assert columns_of(ways.sheet).columns[0].role == "title"


def test_a_file_without_products_says_so(ways, tmp_path):
    path = tmp_path / "traffic.csv"
    path.write_text("日期,花费\n2026-11-01,12\n", "utf-8")
    ways.take([path])
    assert ways.problem.title_label.text() == "traffic.csv 里没有商品"


def test_the_empty_table_is_saved_and_comes_back_in(ways, ctx, tmp_path):
    target = tmp_path / "empty"
    ctx.ask.answers.append(target)
    ways.save_template()
    assert (tmp_path / "empty.xlsx").exists()
    ctx.ask.answers.append([tmp_path / "empty.xlsx"])
    ways.choose()
    assert [row[1] for row in texts(ways.sheet, "new")] == ["示例商品"]


def test_an_encrypted_workbook_asks_for_its_password(ways, tmp_path, qtbot):
    product_imports.template(tmp_path / "plain.xlsx")
    out = io.BytesIO()
    with (tmp_path / "plain.xlsx").open("rb") as file:
        OOXMLFile(file).encrypt("Ks-2026", out)
    locked = tmp_path / "加密.xlsx"
    locked.write_bytes(out.getvalue())
    ways.take([locked])
    qtbot.keyClicks(ways.password.field.edit, "wrong")
    click(qtbot, ways.password.go)
    assert ways.password.field.verdict()[0] == "bad"
    qtbot.keyClicks(ways.password.field.edit, "Ks-2026")
    click(qtbot, ways.password.go)
    assert len(ways.sheet.preview.of("new")) == 1


def test_a_file_that_is_gone_gives_way_to_another(ways, ctx, tmp_path, qtbot):
    there = tmp_path / "there.csv"
    there.write_text("title,price\nTea,36\n", "utf-8")
    ctx.ask.answers.append([there])
    ways.take([tmp_path / "gone.csv"])
    click(qtbot, ways.problem.go)
    assert [row[1] for row in texts(ways.sheet, "new")] == ["Tea"]
