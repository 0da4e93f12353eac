"""The bulk bar and its table before → after, driven over a real book."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ksdesk.actions import products
from ksdesk.domain.products import Product, Sku
from ksdesk.domain.products.bulk import parse_price_change
from ksdesk.ui.products.bulk.bar import PRICES, BulkBar
from ksdesk.ui.products.bulk.preview import open_bulk


@pytest.fixture
def bar(ctx, qtbot):
    made = BulkBar(ctx.rules().on(ctx.clock().date()))
    qtbot.addWidget(made)
    made.resize(900, 56)
    made.set_count(3)
    return made


@pytest.fixture
def stocked(ctx):
    sizes = (Sku(("5斤",), "A", 4990, 10), Sku(("10斤",), "B", 6900, 20))
    for product in (
        Product(title="柿饼", price=5990, stock=412, struck_price=6000, state="listed"),
        Product(title="红富士", price=4990, stock=30, levels=("规格",), skus=sizes),
        Product(title="茶", state="draft"),
    ):
        products.save(ctx.book, product, ctx.clock())
    return ctx


@pytest.fixture
def sheet(stocked, bar, qtbot):
    """What the bar asks for, opened over a page."""
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(1112, 800)
    page.show()
    numbers = [p.id for p in stocked.reader.products.all()]
    opened = []
    bar.asked.connect(lambda change: opened.append(open_bulk(stocked, page, numbers, change)))

    def ask(price: str = "", stock: str = ""):
        qtbot.keyClicks(bar.price, price)
        qtbot.keyClicks(bar.stock, stock)
        qtbot.mouseClick(bar.go, Qt.MouseButton.LeftButton)
        return opened[-1]

    yield ask


def shown(sheet) -> list[tuple[str, ...]]:
    return [tuple(sheet.model.text(n, p) for p in range(4)) for n in range(len(sheet.model.rows))]


def test_it_is_there_as_long_as_something_is_chosen(bar):
    assert bar.isVisible()
    assert bar.count.text() == "已选 3 件"
    bar.price.setText("-5%")
    bar.set_count(0)
    assert (bar.isVisible(), bar.price.text()) == (False, "")


def test_nothing_filled_in_cannot_be_looked_at(bar, qtbot):
    assert not bar.go.isEnabled()
    qtbot.keyClicks(bar.price, "-5%")
    assert bar.go.isEnabled()


def test_a_bare_figure_is_asked_about(bar, qtbot):
    qtbot.keyClicks(bar.price, "59.9")
    assert not bar.go.isEnabled()
    assert bar.fault.text() == "“59.9”是新价还是加减？写 =59.9、+59.9 或 -59.9"
    assert bar.price.property("verdict") == "bad"
    bar.price.clear()
    assert not bar.fault.isVisible()
    assert bar.price.property("verdict") == ""


def test_all_that_it_can_change(bar, qtbot):
    qtbot.mouseClick(bar.more, Qt.MouseButton.LeftButton)
    bar.category.setText("果干")
    qtbot.keyClicks(bar.threshold, "20")
    bar.state.set_value("off_shelf")
    bar.shipping.set_value(172_800)
    change = bar.change()
    assert (change.category, change.threshold) == ("果干", 20)
    assert (change.state, change.shipping) == ("off_shelf", 172_800)


def test_usual_price_changes_are_offered(bar):
    next(a for a in bar.price_menu().actions() if a.text() == "−10%").trigger()
    assert bar.price.text() == "−10%"
    assert bar.change().price.of(1000) == 900
    assert all(parse_price_change(text) for text in PRICES)


def test_enter_asks_and_escape_leaves(bar, qtbot):
    qtbot.keyClicks(bar.stock, "+5")
    with qtbot.waitSignal(bar.asked) as asked:
        qtbot.keyClick(bar.stock, Qt.Key.Key_Return)
    assert asked.args[0].stock.value == 5
    bar.activateWindow()
    bar.stock.setFocus()
    qtbot.waitUntil(bar.stock.hasFocus)
    with qtbot.waitSignal(bar.cancelled):
        qtbot.keyClick(bar.stock, Qt.Key.Key_Escape)


def test_before_and_after_with_what_is_to_be_said(sheet):
    opened = sheet(price="+1")
    assert shown(opened) == [
        ("红富士", "价格 49.90–69.00", "价格 50.90–70.00", "每个规格都改，共 2 个"),
        ("柿饼", "价格 59.90", "价格 60.90", "划线价 60.00 不再高于售价"),
    ]
    assert opened.go.text() == "改这 2 件"
    opened.tabs.set_value("refused")
    opened._show_rows()
    assert shown(opened) == [("茶", "–", "–", "还没有价格，可以用 = 定价")]


def test_one_button_writes_and_one_step_takes_back(sheet, stocked, qtbot):
    said: list = []
    stocked.notice = lambda text, **more: said.append((text, more))
    opened = sheet(price="-5%", stock="=7")
    with qtbot.waitSignal(opened.applied):
        qtbot.mouseClick(opened.go, Qt.MouseButton.LeftButton)
    found = {p.title: (p.price, p.stock) for p in stocked.reader.products.all()}
    assert found == {"柿饼": (5691, 7), "红富士": (4741, 14), "茶": (None, None)}
    assert said == [("改了 2 件商品", {"undo": True})]
    stocked.undo.back()
    found = {p.title: (p.price, p.stock) for p in stocked.reader.products.all()}
    assert found == {"柿饼": (5990, 412), "红富士": (4990, 30), "茶": (None, None)}
    assert stocked.undo.index == 0


def test_what_changed_meanwhile_is_shown_anew(sheet, stocked, qtbot):
    opened = sheet(price="=50")
    persimmon = next(p for p in stocked.reader.products.all() if p.title == "柿饼")
    products.bin_(stocked.book, [persimmon.id], stocked.clock())
    qtbot.mouseClick(opened.go, Qt.MouseButton.LeftButton)
    assert opened.isVisible()
    assert "再看一次" in opened.foot.text()
    assert {row[0] for row in shown(opened)} == {"红富士", "茶"}
    qtbot.mouseClick(opened.go, Qt.MouseButton.LeftButton)
    assert stocked.reader.products.one(persimmon.id).price == 5990


def test_it_is_one_line_beside_the_pasted_links_and_wraps_where_it_is_narrower(bar):
    """91 of the page's units of 8 px, as the table is drawn there."""
    bar.set_count(128)
    assert bar.heightForWidth(726) == 56
    assert bar.heightForWidth(500) > 90


@pytest.mark.parametrize("price", ["×0.1", "-51%", "=20", "-30.01"])
def test_a_price_that_falls_by_more_than_half_is_asked_about_once(sheet, stocked, qtbot, price):
    opened = sheet(price=price)
    qtbot.mouseClick(opened.go, Qt.MouseButton.LeftButton)
    assert len(stocked.ask.asked) == 1 and "一半" in stocked.ask.asked[0]
    assert {p.title: p.price for p in stocked.reader.products.all()}["柿饼"] == 5990
    stocked.ask.answers.append(True)
    with qtbot.waitSignal(opened.applied):
        qtbot.mouseClick(opened.go, Qt.MouseButton.LeftButton)
    assert {p.title: p.price for p in stocked.reader.products.all()}["柿饼"] < 2995


@pytest.mark.parametrize("price", ["-50%", "+5", "×0.9"])
def test_half_and_more_goes_without_a_question(sheet, stocked, qtbot, price):
    opened = sheet(price=price)
    with qtbot.waitSignal(opened.applied):
        qtbot.mouseClick(opened.go, Qt.MouseButton.LeftButton)
    assert stocked.ask.asked == []
