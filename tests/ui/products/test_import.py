"""Products come in through the same sheet as every other table."""

from __future__ import annotations

import io

import pytest
from msoffcrypto.format.ooxml import OOXMLFile
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from ksdesk.actions import exports, imports, products
from ksdesk.domain.products import Product
from ksdesk.ui.imports.sheet import TABS
from ksdesk.ui.parts.drop import DropCue
from ksdesk.ui.parts.table import TableView
from ksdesk.ui.products.page import ProductsPage

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
    products.save(ctx.book, Product(title="柿饼", price=5990, stock=12, code="SB"), ctx.clock())
    products.save(ctx.book, Product(title="蜂蜜", price=4800, stock=126, code="FM"), ctx.clock())
    made = ProductsPage(ctx)
    qtbot.addWidget(made)
    made.resize(1112, 800)
    made.show()
    return made


@pytest.fixture
def ways(page):
    return page.bringing


@pytest.fixture
def sheet(ways, tmp_path):
    file = tmp_path / "商品.csv"
    file.write_bytes(TABLE.encode("gb18030"))
    ways.import_files([file])
    return ways.runner.sheet


def texts(sheet, tab: str) -> list[tuple[str, ...]]:
    sheet.tabs.set_value(tab)
    sheet.open_tab()
    model = sheet.stack.currentWidget().findChild(TableView).rows
    places = range(len(model.columns))
    return [tuple(model.text(n, p) for p in places) for n in range(len(model.rows))]


def titles(sheet, tab: str) -> list[str]:
    return [row[1] for row in texts(sheet, tab)]


def click(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def kept(ctx) -> dict[str, int | None]:
    return {p.title: p.price for p in ctx.reader.products.all()}


@pytest.mark.slow
def test_every_line_has_its_fate(sheet):
    assert sheet.preview.kind == "products"
    assert {tab: sheet.tabs.chip(tab).accessibleName() for tab in TABS} == {
        "columns": "列 5",
        "new": "新的 1",
        "same": "已导入过 1",
        "revised": "将更新 1",
        "refused": "不能用 2",
    }
    (tea,) = texts(sheet, "new")
    assert tea[:2] == ("3", "茶") and {"36.00", "草稿", "先存成草稿，还缺：库存"} <= set(tea)
    assert texts(sheet, "revised") == [("2", "柿饼", "价格 59.90 → 49.90   状态 草稿 → 上架")]
    assert titles(sheet, "same") == ["蜂蜜"]
    assert texts(sheet, "refused") == [
        ("5", "价格", "12.3.4", "“12.3.4”不是数字，此行未导入"),
        ("6", "", "金山", "会变成 100,000.00，最高 99,999.99"),
        ("7", "商品名称", "合计", "报表自己的合计，不重复算"),
    ]
    assert sheet.go.text() == "导入 2 件商品"
    assert sheet.sentence_label.text().startswith("商品 · GBK")


def test_imported_and_taken_back_as_one_step(sheet, ways, ctx, qtbot):
    said: list = []
    ctx.notice = lambda text, **more: said.append((text, more.get("undo")))
    with qtbot.waitSignal(ways.imported):
        click(qtbot, sheet.go)
    assert {p.title: (p.price, p.state) for p in ctx.reader.products.all()} == {
        "柿饼": (4990, "listed"),
        "茶": (3600, "draft"),
        "蜂蜜": (4800, "draft"),
    }
    assert said == [("商品.csv 导入好了，商品 2 件", True)]
    assert ways.runner.sheet is None
    ctx.undo.back()
    assert kept(ctx) == {"柿饼": 5990, "蜂蜜": 4800}
    ctx.undo.forth()
    assert len(kept(ctx)) == 3


def test_an_import_is_taken_back_from_the_list_of_imports(sheet, page, ctx, qtbot):
    click(qtbot, sheet.go)
    page.show_imports()
    records = page.bringing.sheet.records
    assert [(b.name, b.kind, b.new, b.revised) for b in records.model.rows] == [
        ("商品.csv", "products", 1, 1)
    ]
    records.select(records.model.rows[0].id)
    click(qtbot, records.undo_button)
    assert kept(ctx) == {"柿饼": 5990, "蜂蜜": 4800}
    assert records.model.rows[0].state == "undone"
    page.bringing.sheet.reject()


def test_what_is_unticked_stays_as_it_is(sheet, ctx, qtbot):
    texts(sheet, "revised")
    sheet.revised.toggle(0)
    assert sheet.go.text() == "导入 1 件商品"
    click(qtbot, sheet.go)
    assert kept(ctx)["柿饼"] == 5990


def test_leaving_writes_nothing(sheet, ways, ctx, qtbot):
    click(qtbot, sheet.leave)
    assert ways.runner.sheet is None
    assert len(kept(ctx)) == 2
    assert not imports.drafts(ctx.paths.staging)


def test_what_is_set_aside_is_offered_again(sheet, ways, ctx, qtbot):
    texts(sheet, "revised")
    sheet.revised.toggle(0)
    click(qtbot, sheet.later)
    assert ways.drafts.isVisible() and "商品.csv" in ways.drafts.said.text()
    products.save(ctx.book, Product(title="茶", price=100, stock=1), ctx.clock())
    click(qtbot, ways.drafts.go)
    again = ways.runner.sheet
    assert [row[1] for row in texts(again, "revised")] == ["柿饼", "茶"]
    assert again.revised.checked() == (again.preview.revised[1].key,)
    again.reject()


def test_rows_to_mend_come_in_again(sheet, ways, ctx, tmp_path):
    target = tmp_path / "mend.csv"
    texts(sheet, "refused")
    assert sheet.mend.isVisible()
    ctx.ask.answers.append(target)
    sheet.mend.ways.export(False, ".csv")
    mended = target.read_text("utf-8-sig").replace("12.3.4", "12.34").replace("100000", "10")
    target.write_text(mended, "utf-8")
    sheet.reject()
    ways.import_files([target])
    assert titles(ways.runner.sheet, "new") == ["核桃", "金山"]
    assert not texts(ways.runner.sheet, "refused")


def test_a_book_that_changed_meanwhile_is_shown_anew(sheet, ways, ctx, qtbot):
    products.save(ctx.book, Product(title="茶", price=1), ctx.clock())
    click(qtbot, sheet.go)
    again = ways.runner.sheet
    assert again.isVisible()
    assert again.tabs.chip("new").accessibleName() == "新的 0"
    assert kept(ctx) == {"柿饼": 5990, "蜂蜜": 4800, "茶": 1}


@pytest.mark.slow
def test_thousands_of_products_are_counted_to_the_last(ways, ctx, qtbot):
    lines = "".join(f"茶{n}\t{n}\t{n}\n" for n in range(1, 2_501))
    ways.take_text("名称\t价格\t库存\n" + lines)
    sheet = ways.runner.sheet
    assert len(texts(sheet, "new")) == 1_000
    assert sheet.note.text() == "这里列出前 1,000 行"
    assert sheet.go.text() == "导入 2500 件商品"
    click(qtbot, sheet.go)
    assert len(kept(ctx)) == 2_502


def test_files_are_dropped_on_the_page_one_after_another(ways, page, tmp_path):
    paths = []
    for name in ("甲", "乙"):
        path = tmp_path / f"{name}.csv"
        path.write_text(f"title,price\n{name},5\n", "utf-8")
        paths.append(path)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    middle = QPointF(page.rect().center())
    common = (
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(page, QDragEnterEvent(middle.toPoint(), *common))
    QApplication.sendEvent(page, QDropEvent(middle, *common))
    assert titles(ways.runner.sheet, "new") == ["甲"]
    ways.runner.sheet.leave.click()
    assert titles(ways.runner.sheet, "new") == ["乙"]
    ways.runner.sheet.leave.click()


def test_a_table_is_pasted(ways, page, qtbot):
    QGuiApplication.clipboard().setText("title\tprice\nTea\t36\n")
    qtbot.keyClick(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    sheet = ways.runner.sheet
    assert titles(sheet, "new") == ["Tea"]
    assert [row[:3] for row in texts(sheet, "columns")] == [
        ("title", "Tea", "标题"),
        ("price", "36", "价格"),
    ]
    sheet.leave.click()


def test_an_empty_search_leaves_the_paste_to_the_page(ways, page, qtbot):
    QGuiApplication.clipboard().setText("title\tprice\nTea\t36\n")
    edit = page.bar.search.edit
    control = Qt.KeyboardModifier.ControlModifier
    edit.setFocus()
    qtbot.keyClick(edit, Qt.Key.Key_V, control)
    assert titles(ways.runner.sheet, "new") == ["Tea"] and edit.text() == ""
    ways.runner.sheet.leave.click()
    page.bar.search.set_text("柿")
    edit.setFocus()
    qtbot.keyClick(edit, Qt.Key.Key_V, control)
    assert "柿" in edit.text() and "Tea" in edit.text()


def test_a_column_is_set_by_hand(ways):
    """Another one that was the same before is left out."""
    ways.take_text("名称,供货价,价格\n茶,20,36\n")
    sheet = ways.runner.sheet
    sheet.tabs.set_value("columns")
    sheet.open_tab()
    sheet.pane.table.select_key(1)
    assert (sheet.pane.heading.text(), sheet.pane.role.value()) == ("供货价", "skip")
    sheet.pane.role.edited.emit("measure:price")
    becomes = [row[:3] for row in texts(sheet, "columns")]
    assert becomes[1:] == [("供货价", "20", "价格"), ("价格", "36", "不要这一列")]
    assert "20.00" in texts(sheet, "new")[0]
    sheet.pane.table.select_key(0)
    sheet.pane.role.edited.emit("identity:note")
    assert sheet.go.text() == "先说明哪一列是标题、SKU 编码或商品 ID"
    assert not sheet.go.isEnabled() or sheet.preview.needs == ("names",)
    sheet.leave.click()


def test_a_file_of_another_kind_is_told_and_can_be_taken_for_products(ways, tmp_path):
    path = tmp_path / "traffic.csv"
    path.write_text("日期,花费\n2026-11-01,12\n", "utf-8")
    ways.import_files([path])
    sheet = ways.runner.sheet
    assert sheet.preview.kind == "traffic"
    sheet.bar.kind.chosen.emit("products")
    assert sheet.preview.needs == ("names",)
    sheet.leave.click()


@pytest.mark.slow
def test_the_sheet_of_a_workbook_is_chosen(ways, ctx, tmp_path):
    from ksdesk.exports import ExportColumn, Sheet, write_xlsx

    path = tmp_path / "全部.xlsx"
    goods = (ExportColumn("t", "商品名称"), ExportColumn("p", "价格"), ExportColumn("s", "库存"))
    reports = (ExportColumn("d", "日期"), ExportColumn("c", "花费"))
    write_xlsx(
        path,
        [
            Sheet("流量", reports, [("2026-11-01", "12")]),
            Sheet("货", goods, [("茶", "36", "5")]),
            Sheet("旧货", goods, [("旧茶", "3", "5")]),
        ],
    )
    ways.import_files([path])
    sheet = ways.runner.sheet
    assert titles(sheet, "new") == ["茶"]
    sheet.bar.part.chosen.emit(2)
    assert titles(sheet, "new") == ["旧茶"]
    sheet.leave.click()


def test_the_empty_table_is_saved_and_comes_back_in(ways, page, ctx, tmp_path):
    target = tmp_path / "empty"
    ctx.ask.answers.append(target)
    page.templates.save("products")
    assert (tmp_path / "empty.xlsx").exists()
    ctx.ask.answers.append([tmp_path / "empty.xlsx"])
    ways.choose_files()
    assert titles(ways.runner.sheet, "new") == ["示例商品"]
    ways.runner.sheet.leave.click()


@pytest.mark.slow
def test_an_encrypted_workbook_asks_for_its_password(ways, tmp_path, qtbot):
    exports.template(tmp_path / "plain.xlsx", "products")
    out = io.BytesIO()
    with (tmp_path / "plain.xlsx").open("rb") as file:
        OOXMLFile(file).encrypt("Ks-2026", out)
    locked = tmp_path / "加密.xlsx"
    locked.write_bytes(out.getvalue())
    ways.import_files([locked])
    runner = ways.runner
    qtbot.keyClicks(runner.password.field.edit, "wrong")
    click(qtbot, runner.password.go)
    assert runner.password.field.verdict()[0] == "bad"
    qtbot.keyClicks(runner.password.field.edit, "Ks-2026")
    click(qtbot, runner.password.go)
    assert runner.sheet.preview.counts.new == 1
    runner.sheet.leave.click()


def test_a_file_that_is_gone_gives_way_to_another(ways, ctx, tmp_path, qtbot):
    there = tmp_path / "there.csv"
    there.write_text("title,price\nTea,36\n", "utf-8")
    ctx.ask.answers.append([there])
    ways.import_files([tmp_path / "gone.csv"])
    click(qtbot, ways.runner.problem.go)
    assert titles(ways.runner.sheet, "new") == ["Tea"]
    ways.runner.sheet.leave.click()


def test_an_import_that_halves_a_price_asks_once(ways, ctx, qtbot, tmp_path):
    file = tmp_path / "降价.csv"
    file.write_bytes("商品名称,SKU编码,价格\n柿饼,SB,5.99\n蜂蜜,FM,4.80\n".encode("gb18030"))
    ways.import_files([file])
    sheet = ways.runner.sheet
    click(qtbot, sheet.go)
    assert len(ctx.ask.asked) == 1 and "2 个商品" in ctx.ask.asked[0]
    assert kept(ctx) == {"柿饼": 5990, "蜂蜜": 4800}
    ctx.ask.answers.append(True)
    click(qtbot, sheet.go)
    assert kept(ctx) == {"柿饼": 599, "蜂蜜": 480}


def test_a_dragged_file_is_told_what_becomes_of_it(page, tmp_path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "商品.csv"))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
    QApplication.sendEvent(page, QDragEnterEvent(QPoint(9, 9), copy, mime, left, none))
    (cue,) = page.findChildren(DropCue)
    assert cue.isVisible() and cue.size() == page.size()
    assert cue.text == "松手，就导入为商品，先预览"
    QApplication.sendEvent(page, QDragLeaveEvent())
    assert cue.isHidden()
