"""The grid by keys and clipboard, as a seller works in Excel."""

from __future__ import annotations

from time import process_time

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ksdesk.actions import products
from ksdesk.domain.products import STATES, Product, Sku
from ksdesk.domain.products.cells import read_cell
from ksdesk.ui.products.grid.model import FIELDS, GridModel, texts_of
from ksdesk.ui.products.grid.sheet import GridSheet
from ksdesk.ui.products.grid.view import GridView
from ksdesk.ui.products.words import state_word

CTRL = Qt.KeyboardModifier.ControlModifier
TITLE, PRICE, STRUCK, STOCK = (FIELDS.index(n) for n in ("title", "price", "struck_price", "stock"))


@pytest.fixture
def stocked(ctx):
    sizes = (Sku(("5斤",), "A", 4990, 10), Sku(("10斤",), "B", 6900, 20))
    for product in (
        Product(title="Tea", price=3600, stock=60, state="draft"),
        Product(title="Apple", price=4990, stock=30, levels=("size",), skus=sizes),
        Product(way="link", title="Box", link="https://detail.1688.com/offer/1.html"),
        Product(title="Honey", price=4800, stock=126, state="listed"),
        Product(title="Walnut", price=4580, stock=88, state="listed", code="007"),
    ):
        products.save(ctx.book, product, ctx.clock())
    return ctx


@pytest.fixture
def sheet(stocked, qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(1112, 800)
    page.show()
    found = stocked.reader.products.all()
    made = GridSheet(stocked, found, texts_of(found), page)
    made.open()
    made.activateWindow()
    made.view.setFocus()
    qtbot.waitUntil(made.view.hasFocus)
    yield made


def at(sheet, row: int, column: int, high: int = 1, wide: int = 1) -> None:
    sheet.view.select_block(QRect(column, row, wide, high))


def column(sheet, place: int) -> list[str]:
    return [sheet.cells.text(row, place) for row in range(sheet.cells.rowCount())]


def copied() -> str:
    return QGuiApplication.clipboard().text()


def copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def press(qtbot, sheet, key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(sheet.view, key, modifier)


def write(qtbot, sheet, text: str, end=Qt.Key.Key_Return) -> None:
    """Type over the chosen cell; the first letter opens the line."""
    qtbot.keyClicks(sheet.view, text[0])
    line = sheet.view.focusWidget()
    qtbot.keyClicks(line, text[1:])
    qtbot.keyClick(line, end)
    qtbot.waitUntil(lambda: sheet.view.focusWidget() is not line)  # Qt commits a moment later


def test_the_model_keeps_qts_rules(qtmodeltester):
    products = [Product(title="Tea"), Product()]
    qtmodeltester.check(GridModel(products, texts_of(products)))


def test_typing_writes_over_a_cell_and_enter_goes_down(sheet, qtbot):
    at(sheet, 0, PRICE)
    write(qtbot, sheet, "59.9")
    write(qtbot, sheet, "61")
    assert column(sheet, PRICE)[:2] == ["59.9", "61"]
    assert sheet.view.currentIndex().row() == 2


def test_f2_and_enter_edit_what_is_there_and_escape_leaves_it(sheet, qtbot):
    at(sheet, 0, TITLE)
    for key in (Qt.Key.Key_F2, Qt.Key.Key_Return):
        press(qtbot, sheet, key)
        line = sheet.view.focusWidget()
        assert line.text() == "Walnut"
        qtbot.keyClicks(line, "x")
        qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert sheet.cells.changed() == 0
    press(qtbot, sheet, Qt.Key.Key_Down)
    assert sheet.view.currentIndex().row() == 1


def test_cells_go_to_excel_and_back(sheet, qtbot):
    at(sheet, 0, PRICE, 2, 2)
    press(qtbot, sheet, Qt.Key.Key_C, CTRL)
    assert copied() == "45.80\t\r\n48.00\t\r\n"
    copy('50\t"60"\r\n51\t61\r\n')
    press(qtbot, sheet, Qt.Key.Key_V, CTRL)
    assert column(sheet, PRICE)[:2] == ["50", "51"]
    assert column(sheet, STRUCK)[:2] == ["60", "61"]


def test_a_block_is_repeated_over_a_selection_it_divides(sheet, qtbot):
    copy("9\n8\n")
    at(sheet, 0, STRUCK, 4, 2)
    press(qtbot, sheet, Qt.Key.Key_V, CTRL)
    assert column(sheet, STRUCK) == ["9", "8", "9", "8", ""]
    assert column(sheet, STOCK) == ["9", "8", "", "30", "60"]
    assert sheet.said.text() == "2 个灰色格子没有改动"


def test_what_reaches_beyond_the_end_is_refused_with_a_sentence(sheet, qtbot):
    copy("1\n2\n3\n")
    at(sheet, 3, STRUCK)
    press(qtbot, sheet, Qt.Key.Key_V, CTRL)
    assert sheet.cells.changed() == 0
    assert sheet.said.text() == "放不下：复制了 3 行 1 列，从这里起只有 2 行 5 列"


def test_what_cannot_be_pasted_says_so(sheet, qtbot):
    at(sheet, 0, STRUCK)
    for text, words in (("", "还没有复制"), ('"\0', "复制的不是表格，先在表格里选中格子复制")):
        sheet.said.setText("")
        copy(text)
        press(qtbot, sheet, Qt.Key.Key_V, CTRL)
        assert sheet.said.text() == words
    press(qtbot, sheet, Qt.Key.Key_D, CTRL)
    assert sheet.said.text() == "上面没有可以向下填的内容"


def test_a_state_is_typed_by_its_word(sheet, qtbot):
    at(sheet, 0, FIELDS.index("state"))
    press(qtbot, sheet, Qt.Key.Key_F2)
    line = sheet.view.focusWidget()
    assert [line.completer().model().index(n, 0).data() for n in range(4)] == [
        "草稿",
        "可上架",
        "上架",
        "下架",
    ]
    qtbot.keyClick(line, Qt.Key.Key_Escape)


def test_fill_down_and_clear(sheet, qtbot):
    at(sheet, 0, STRUCK)
    write(qtbot, sheet, "99")
    at(sheet, 0, STRUCK, 3)
    press(qtbot, sheet, Qt.Key.Key_D, CTRL)
    assert column(sheet, STRUCK) == ["99", "99", "99", "", ""]
    at(sheet, 3, STRUCK)
    press(qtbot, sheet, Qt.Key.Key_D, CTRL)
    assert column(sheet, STRUCK)[3] == "99"
    at(sheet, 0, STRUCK, 2)
    press(qtbot, sheet, Qt.Key.Key_Delete)
    assert column(sheet, STRUCK) == ["", "", "99", "99", ""]


def test_undo_and_redo_inside_the_grid_only(sheet, qtbot, stocked):
    before = stocked.undo.index
    copy("1\n2\n")
    at(sheet, 0, STRUCK)
    press(qtbot, sheet, Qt.Key.Key_V, CTRL)
    press(qtbot, sheet, Qt.Key.Key_Z, CTRL)
    assert column(sheet, STRUCK) == [""] * 5
    assert sheet.cells.changed() == 0
    press(qtbot, sheet, Qt.Key.Key_Y, CTRL)
    assert column(sheet, STRUCK)[:2] == ["1", "2"]
    assert stocked.undo.index == before


def test_a_wrong_cell_says_why_and_holds_back_the_button(sheet, qtbot):
    at(sheet, 1, PRICE)
    write(qtbot, sheet, "12.3.4", Qt.Key.Key_Tab)
    index = sheet.cells.index(1, PRICE)
    assert sheet.cells.data(index, Qt.ItemDataRole.ToolTipRole) == "“12.3.4”不是金额"
    assert not sheet.go.isEnabled()
    assert sheet.said.text() == "改了 1 格 · 1 格有错"
    qtbot.mouseClick(sheet.next, Qt.MouseButton.LeftButton)
    assert sheet.said.text() == "第 2 行，价格：“12.3.4”不是金额"
    write(qtbot, sheet, "12.34")
    assert sheet.go.isEnabled()


def test_what_follows_from_options_cannot_be_typed_in(sheet, qtbot):
    row = column(sheet, TITLE).index("Apple")
    at(sheet, row, PRICE)
    qtbot.keyClicks(sheet.view, "1")
    assert sheet.cells.changed() == 0
    index = sheet.cells.index(row, PRICE)
    assert "规格" in sheet.cells.data(index, Qt.ItemDataRole.ToolTipRole)


def test_looked_at_first_then_written_as_one_step(sheet, qtbot, stocked):
    at(sheet, 0, PRICE)
    write(qtbot, sheet, "50")
    at(sheet, 1, STOCK)
    write(qtbot, sheet, "7")
    stood = stocked.undo.index
    qtbot.mouseClick(sheet.go, Qt.MouseButton.LeftButton)
    preview = sheet.preview
    assert [preview.model.text(n, 2) for n in range(2)] == ["价格 50.00", "库存 7"]
    assert stocked.undo.index == stood
    with qtbot.waitSignal(sheet.applied):
        qtbot.mouseClick(preview.go, Qt.MouseButton.LeftButton)
    found = {p.title: (p.price, p.stock) for p in stocked.reader.products.all()}
    assert (found["Walnut"], found["Honey"]) == ((5000, 88), (4800, 7))
    assert not sheet.isVisible()
    stocked.undo.back()
    assert stocked.reader.products.one(5).price == 4580


def test_closing_with_changes_asks_first(sheet, qtbot, stocked):
    at(sheet, 0, PRICE)
    write(qtbot, sheet, "50")
    qtbot.mouseClick(sheet.leave, Qt.MouseButton.LeftButton)
    assert sheet.isVisible()
    stocked.ask.answers.append(True)
    qtbot.mouseClick(sheet.leave, Qt.MouseButton.LeftButton)
    assert not sheet.isVisible()
    assert "1 格" in stocked.ask.asked[-1]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_state_is_read_as_it_is_shown(spoken, lang):
    spoken(lang)
    assert [read_cell("state", state_word(state)) for state in STATES] == list(STATES)


def test_ten_thousand_rows(ctx, qtbot):
    """Seconds of the processor; a bound with much room."""
    many = [Product(id=n, title=f"Product {n}", price=100 + n, stock=n) for n in range(10_000)]
    begun = process_time()
    view = GridView(GridModel(many, texts_of(many)))
    qtbot.addWidget(view)
    view.resize(1000, 600)
    view.show()
    view.select_block(QRect(PRICE, 0, 1, 10_000))
    copy("5\n")
    qtbot.keyClick(view, Qt.Key.Key_V, CTRL)
    qtbot.keyClick(view, Qt.Key.Key_Z, CTRL)
    took = process_time() - begun
    assert view.cells.changed() == 0
    assert took < 3
