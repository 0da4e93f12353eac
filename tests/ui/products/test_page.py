"""The products page driven by mouse and keys over a real book."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

from ksdesk.actions import products
from ksdesk.domain.products import Product
from ksdesk.ui.products.page import ProductsPage

# A menu opens a window of its own, which the offscreen platform cannot raise.
POPUP = pytest.mark.qt_log_ignore("does not support", extend=True)


@pytest.fixture
def page(ctx, qtbot):
    made = ProductsPage(ctx)
    qtbot.addWidget(made)
    made.resize(1112, 800)
    made.show()
    return made


@pytest.fixture
def stocked(ctx):
    for title, price, state in (
        ("柿饼", 5990, "listed"),
        ("Apple", 6900, "ready"),
        ("茶", None, "draft"),
    ):
        products.save(
            ctx.book, Product(title=title, price=price, stock=3, state=state), ctx.clock()
        )
    return ctx


def shown(page) -> list[str]:
    return [p.title for p in page.list.model.rows]


def click(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_nothing_yet_offers_the_two_ways(page):
    assert page.states.currentWidget() is page.empty


@pytest.mark.slow
def test_a_new_product_is_typed_and_saved(page, qtbot, ctx):
    page.one.new()
    sheet = page.one.sheet
    qtbot.keyClicks(sheet.title_field.edit, "Persimmon")
    qtbot.keyClicks(sheet.price.edit, "59.9")
    qtbot.keyClicks(sheet.stock.edit, "12")
    click(qtbot, sheet.keep)
    saved = ctx.reader.products.all()[0]
    assert (saved.title, saved.price, saved.stock, saved.way) == ("Persimmon", 5990, 12, "own")
    assert shown(page) == ["Persimmon"]


def test_ready_needs_price_and_stock(page, qtbot):
    page.one.new()
    sheet = page.one.sheet
    qtbot.keyClicks(sheet.title_field.edit, "Tea")
    sheet.state.set_value("ready")
    sheet.state.edited.emit("ready")
    assert not sheet.keep.isEnabled()
    assert {"价格 ›", "库存 ›"} <= {link.text() for link in sheet.blocked.links}


@pytest.mark.slow
def test_a_figure_that_cannot_be_read_is_not_saved(page, qtbot):
    page.one.new()
    qtbot.keyClicks(page.one.sheet.title_field.edit, "Tea")
    qtbot.keyClicks(page.one.sheet.price.edit, "12.3.4")
    assert not page.one.sheet.keep.isEnabled()


def test_a_pasted_share_text_is_judged_beside_the_list_and_added(page, qtbot, ctx):
    text = "【淘宝】https://e.tb.cn/h.abc?tk=x CZ001 「手摇柿子削皮器」 点击链接直接打开 $^ 🎁"
    QGuiApplication.clipboard().setText(text)
    page.paste()
    card = page.row.content()
    assert card.isVisible()
    click(qtbot, card.add_button)
    (saved,) = ctx.reader.products.all()
    assert (saved.way, saved.title, saved.state) == ("link", "手摇柿子削皮器", "draft")
    assert saved.link == "https://e.tb.cn/h.abc"
    assert page.row.content() is None
    page.list.select(saved.id)
    click(qtbot, page.foot.code_button)
    assert page.foot.code_sheet.isVisible()
    page.foot.code_sheet.reject()


def test_plain_words_in_the_clipboard_go_on_by_hand(page, ctx):
    QGuiApplication.clipboard().setText("明天八点开播")
    page.paste()
    page.row.content().by_hand.emit("明天八点开播")
    assert page.one.sheet.product.link == "明天八点开播"
    page.one.sheet.reject()


def test_delete_key_moves_to_the_bin_and_undo_brings_back(stocked, page, qtbot, ctx):
    page.activateWindow()
    page.list.table.setFocus()
    page.list.table.select_key(1)
    qtbot.keyClick(page.list.table, Qt.Key.Key_Delete)
    assert "柿饼" not in shown(page)
    page.bar.choose("bin")
    assert shown(page) == ["柿饼"]
    ctx.undo.back()
    assert ctx.reader.products.binned() == ()
    assert len(ctx.reader.products.all()) == 3


def notices(ctx) -> list[str]:
    told: list[str] = []
    ctx.notice = lambda text, **_more: told.append(text)
    return told


@pytest.mark.parametrize("how", ["chosen", "checked"])
@pytest.mark.parametrize("hide", ["search", "filter"])
def test_what_is_out_of_sight_is_not_binned(stocked, page, qtbot, ctx, how, hide):
    told = notices(ctx)
    if how == "chosen":
        page.list.table.select_key(1)
    else:
        page.list.model.set_checked([1])
    if hide == "search":
        page.bar.search.set_text("apple")
        page.bar.changed.emit()
    else:
        page.bar.choose("draft")
    assert "柿饼" not in shown(page) and not page.foot.bin_button.isVisible()
    page.foot.bin()
    page.foot.bin_current()
    assert (ctx.reader.products.binned(), told) == ((), [])


def test_the_delete_key_means_the_row_that_it_is_pressed_at(stocked, page, qtbot, ctx):
    """What was checked further up went to the bin, and not the row at which the key was pressed."""
    told = notices(ctx)
    page.list.model.set_checked([1, 2])
    page.list.table.select_key(3)
    page.foot.bin_current()
    assert [p.id for p in ctx.reader.products.binned()] == [3]
    page.list.table.select_key(2)
    page.foot.bin_current()
    assert len(ctx.reader.products.binned()) == 3
    assert told == ["1 件放进了回收站：茶", "2 件放进了回收站：柿饼、Apple"]


def test_what_is_deleted_for_good_is_named(stocked, page, qtbot, ctx):
    for number in range(4, 8):
        products.save(ctx.book, Product(title=f"茶{number}"), ctx.clock())
    products.bin_(ctx.book, range(1, 8), ctx.clock())
    page.refresh()
    page.bar.choose("bin")
    page.list.model.set_checked(range(1, 8))
    page.foot.remove()
    assert "7" in ctx.ask.asked[0] and ctx.ask.asked[0].count("、") == 2
    assert "…" in ctx.ask.asked[0]


def test_the_bin_gives_back_or_deletes_after_one_question(stocked, page, qtbot, ctx):
    products.bin_(ctx.book, [1, 2], ctx.clock())
    page.refresh()
    page.bar.choose("bin")
    page.list.table.select_key(1)
    click(qtbot, page.foot.restore_button)
    assert [p.id for p in ctx.reader.products.binned()] == [2]
    page.list.table.select_key(2)
    ctx.ask.answers = [False]
    click(qtbot, page.foot.empty_button)
    assert [p.id for p in ctx.reader.products.binned()] == [2]
    ctx.ask.answers = [True]
    click(qtbot, page.foot.empty_button)
    assert ctx.reader.products.binned() == ()
    assert len(ctx.reader.products.all()) == 2


def test_search_and_filter_narrow_together_and_clear(stocked, page, qtbot):
    qtbot.keyClicks(page.bar.search.edit, "app")
    assert shown(page) == ["Apple"]
    page.bar.choose("draft")
    assert shown(page) == []
    page.clear_filter()
    assert len(shown(page)) == 3


def test_an_empty_list_says_why_and_leads_back(stocked, page, qtbot):
    """It said that nothing matches, whatever had emptied it."""
    nothing, search = page.list.table._nothing, page.bar.search.edit

    def said() -> tuple[str, str]:
        return nothing.label.text(), nothing.button.text()

    page.bar.choose("off_shelf")
    assert said() == ("「下架」里没有；「全部」里有 3 件", "看全部")
    click(qtbot, nothing.button)
    assert len(shown(page)) == 3
    page.bar.choose("listed")
    qtbot.keyClicks(search, "apple")
    assert said() == (f"「{page.bar.chip_name()}」里没有；「全部」里有 1 件", "看全部")
    click(qtbot, nothing.button)
    assert shown(page) == ["Apple"] and search.text() == "apple"
    qtbot.keyClicks(search, "xx")
    assert said() == ("没有「applexx」这样的商品", "清掉搜索和筛选")
    click(qtbot, nothing.button)
    assert len(shown(page)) == 3 and not search.text()
    page.bar.choose("bin")
    assert said() == ("回收站里没有；外面有 3 件", "看全部")


def test_all_in_the_bin_is_said_with_the_way_there(stocked, page, qtbot, ctx):
    numbers = [product.id for product in ctx.reader.products.all()]
    page.bar.choose("all")
    page.list.model.set_checked(numbers)
    page.foot.bin()
    nothing = page.list.table._nothing
    assert (nothing.label.text(), nothing.button.text()) == ("都在回收站里：3 件", "打开回收站")
    click(qtbot, nothing.button)
    assert len(shown(page)) == 3


def test_enter_opens_the_chosen_product(stocked, page, qtbot):
    page.list.table.select_key(3)
    qtbot.keyClick(page.list.table, Qt.Key.Key_Return)
    assert page.one.sheet.title_field.text() == "茶"
    qtbot.keyClick(page.one.sheet, Qt.Key.Key_Escape)


def test_search_survives_a_rebuild(stocked, page, ctx, qtbot):
    page.bar.search.set_text("茶")
    again = ProductsPage(ctx)
    qtbot.addWidget(again)
    again.restore(page.state())
    again.show()
    assert shown(again) == ["茶"]


def test_shown_or_all_products_are_exported(stocked, page, ctx, tmp_path):
    page.bar.search.set_text("茶")
    page.bar.changed.emit()
    for filtered, count in ((True, 1), (False, 3)):
        path = tmp_path / f"{filtered}.csv"
        ctx.ask.answers = [path]
        page.ways.export(filtered, ".csv")
        lines = path.read_text("utf-8-sig").splitlines()
        assert len(lines) == count + 1
    assert '"59.90","","3","","","上架","自有商品"' in path.read_text("utf-8-sig")


def test_the_bin_is_exported_while_it_is_open(stocked, page, ctx):
    products.bin_(ctx.book, [1], ctx.clock())
    page.refresh()
    page.bar.choose("bin")
    assert [row[0] for row in page._sheet(False).rows] == ["柿饼"]


@POPUP
def test_a_right_click_has_the_verbs_of_the_row(stocked, page, ctx):
    page.refresh()
    assert verbs(page, 1)[:2] == ["修改", "放进回收站"]
    page.list.model.set_checked([2, 3])
    chosen(page, 2, "放进回收站")
    assert sorted(p.id for p in ctx.reader.products.binned()) == [2, 3]
    page.bar.choose("bin")
    assert verbs(page, 2) == [page.foot.restore_button.text(), page.foot.empty_button.text()]
    chosen(page, 2, page.foot.restore_button.text())
    assert [p.id for p in ctx.reader.products.binned()] == [3]


@POPUP
def test_a_row_beside_the_checked_ones_has_its_own_verbs(stocked, page, ctx):
    page.refresh()
    page.list.model.set_checked([2, 3])
    chosen(page, 1, "放进回收站")
    assert [p.id for p in ctx.reader.products.binned()] == [1]


def menu_of(page, number: int) -> QMenu:
    """A right click on the row of a product."""
    page.list.select(number)
    table = page.list.table
    at = table.visualRect(table.currentIndex()).center()
    click = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, table.viewport().mapToGlobal(at))
    QApplication.sendEvent(table.viewport(), click)
    return QApplication.activePopupWidget()


def verbs(page, number: int) -> list[str]:
    menu = menu_of(page, number)
    texts = [action.text() for action in menu.actions() if action.text()]
    menu.close()
    return texts


def chosen(page, number: int, verb: str) -> None:
    menu = menu_of(page, number)
    next(action for action in menu.actions() if action.text() == verb).trigger()
    menu.close()


def test_the_menu_leads_to_the_imports(page):
    page.show_imports()
    assert page.bringing.sheet.isVisible()
    page.bringing.sheet.accept()
