"""The sheet of a product, by keys and mouse: what is typed, what it says, what it hands over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QInputMethodEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QWidget

from ksdesk.actions import deposit, opening
from ksdesk.actions.deposit import notes as deposit_notes
from ksdesk.actions.products import drafts as product_drafts
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.products import Details, Picture, Product, Quality, Sku
from ksdesk.ui.parts.labels import Label
from ksdesk.ui.products.category_card import DEPOSIT
from ksdesk.ui.products.editor import WIDTH, ProductSheet
from ksdesk.ui.products.sku_table import TYPED
from ksdesk.ui.shell.tour import settle

DETAIL = Picture("detail", "/gone/detail.png", "png", 9, 9, 9)
CHECKED = Quality(reason="样品周五到，到了就查")
WHOLE = Product(
    title="柿饼", price=59_90, stock=3, details=Details((DETAIL,), "好吃"), quality=CHECKED
)
TASTES = replace(
    WHOLE,
    levels=("口味",),
    skus=(Sku(("原味",), "A", 59_90, 1), Sku(("流心",), "B", 69_90, 2)),
)


@pytest.fixture
def open_sheet(ctx, qtbot):
    """Opens the sheet over a window; `sheet.kept` holds what it hands over."""
    window = QWidget()
    window.resize(1280, 800)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()

    def opened(product: Product = Product()):  # noqa: B008
        sheet = ProductSheet(ctx, product, window)
        sheet.kept = []
        sheet.saved.connect(sheet.kept.append)
        sheet.open()
        sheet.activateWindow()
        qtbot.waitUntil(sheet.isActiveWindow)
        return sheet

    return opened


def choose_state(sheet, state: str) -> None:
    """Pick a state as a click on its line does."""
    choice = sheet.state.choice
    words = [choice.itemText(n) for n in range(choice.count())]
    number = choice._values.index(state)
    assert words[number]
    choice.setCurrentIndex(number)
    choice.activated.emit(number)


def click(qtbot, widget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def press(qtbot, widget, key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(widget, key, modifier)


def compose(edit, text: str) -> None:
    """Type Chinese, as an input method hands it over."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(edit, event)


def picture_file(folder, name: str = "a.png", side: int = 500, form: str = "PNG"):
    path = folder / name
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(0xFF8800)
    assert image.save(str(path), form)
    return path


# -- limits while typing


@pytest.mark.parametrize("size", [100, 150])
def test_the_word_state_stands_beside_its_field(open_sheet, spoken, size):
    """Where the parts took two lines it stood between them, below the field."""
    spoken("en", scale=size / 100)
    sheet = open_sheet()
    sheet.resize(620, 500)
    (caption,) = (each for each in sheet.findChildren(Label) if each.text() == "State")
    choice = sheet.state.choice
    settle()
    assert sheet.parts.height() > choice.height() * 2 and caption.isVisible()
    middles = [each.mapTo(sheet, each.rect().center()).y() for each in (caption, choice)]
    assert middles[0] == middles[1]


def test_the_counter_moves_and_says_why(open_sheet, qtbot):
    sheet = open_sheet()
    limited = sheet.basics._limited["selling_point"]
    qtbot.keyClicks(sheet.selling_point.edit, "abcdefgh")
    assert limited.counter.text() == "8/24" and sheet.selling_point.verdict() == ("", "")
    qtbot.keyClicks(sheet.selling_point.edit, "x" * 17)
    assert limited.counter.text() == "25/24"
    kind, words = sheet.selling_point.verdict()
    assert kind == "bad" and "12 个汉字" in words and "25" in words
    assert limited.link.isVisible() and limited.link.rule.key == "products.selling_point.most"
    press(qtbot, sheet.selling_point.edit, Qt.Key.Key_Backspace)
    assert sheet.selling_point.verdict()[0] == "" and not limited.link.isVisible()


def test_a_chinese_sign_counts_twice(open_sheet):
    sheet = open_sheet()
    compose(sheet.basics.short_title.edit, "柿饼a")
    assert sheet.basics._limited["short_title"].counter.text() == "5/20"


def test_the_titles_length_is_only_advice(open_sheet, qtbot):
    sheet = open_sheet(replace(WHOLE, title="柿" * 31))
    assert sheet.title_field.verdict()[0] == "warn"
    choose_state(sheet, "ready")
    assert sheet.keep.isEnabled()


def test_a_limit_stays_said_after_the_field_is_left(open_sheet, qtbot):
    sheet = open_sheet(WHOLE)
    qtbot.keyClicks(sheet.options.struck_price.edit, "20")
    press(qtbot, sheet.options.struck_price.edit, Qt.Key.Key_Return)
    assert sheet.options.struck_price.verdict()[0] == "bad"
    assert sheet.options.struck_price.text() == "20.00"


# -- states


def test_a_draft_needs_no_more_than_a_title(open_sheet, qtbot):
    sheet = open_sheet()
    assert not sheet.keep.isEnabled()
    qtbot.keyClicks(sheet.title_field.edit, "Tea")
    qtbot.keyClicks(sheet.selling_point.edit, "x" * 40)
    click(qtbot, sheet.keep)
    assert [(p.title, p.state) for p in sheet.kept] == [("Tea", "draft")]


def test_ready_is_refused_with_reasons_that_lead_there(open_sheet, qtbot):
    sheet = open_sheet(replace(WHOLE, price=None, details=Details((DETAIL,))))
    choose_state(sheet, "ready")
    links = {link.text(): link for link in sheet.blocked.links}
    assert set(links) == {"价格 ›", "详情文字 ›"} and not sheet.keep.isEnabled()
    click(qtbot, links["详情文字 ›"])
    assert sheet.pictures.text.edit.hasFocus()
    place = sheet.pictures.text.mapTo(sheet.area.viewport(), QPoint(0, 0)).y()
    assert 0 <= place < sheet.area.viewport().height()
    qtbot.keyClicks(sheet.pictures.text.edit, "good")
    qtbot.keyClicks(sheet.price.edit, "59")
    assert sheet.blocked.isHidden() and sheet.keep.isEnabled()


def test_what_is_not_ready_can_be_kept_as_a_draft(open_sheet, qtbot):
    sheet = open_sheet(Product(title="Tea"))
    choose_state(sheet, "listed")
    assert not sheet.keep.isEnabled() and sheet.keep_draft.isVisible()
    click(qtbot, sheet.keep_draft)
    assert sheet.kept[0].state == "draft"


def test_only_states_that_follow_are_offered(open_sheet):
    sheet = open_sheet(replace(WHOLE, state="listed", id=7))
    assert sheet.state.choice._values == ["listed", "off_shelf"]
    assert open_sheet().state.choice._values == ["draft", "ready", "listed", "off_shelf"]


def test_an_old_listing_can_have_another_price(open_sheet, qtbot):
    """Of goods listed before there were limits here, one figure can be changed."""
    sheet = open_sheet(Product(title="柿饼", price=100, stock=1, state="listed", id=7))
    sheet.price.edit.clear()
    qtbot.keyClicks(sheet.price.edit, "2")
    assert sheet.blocked.isHidden()
    click(qtbot, sheet.keep)
    assert sheet.kept[0].price == 200


def test_listing_says_what_the_deposit_would_have_refused(open_sheet, ctx, book, now):
    opening.save_fields(book, "type.choose", {"shop_type": "personal"}, now)
    quote = {"shown": "3000", "shown_on": "2026-11-03"}
    opening.save_fields(book, deposit.QUOTE_STEP, quote, now)
    deposit.add(book, [NewEntry("own", date(2026, 3, 6), "paid_in", 276_400)], now)
    deposit_notes.mark(book, "listing_closed", "happened", date(2026, 11, 15), "", now)
    sheet = open_sheet(replace(WHOLE, state="ready", id=7))
    assert sheet.banner_box.isHidden()
    choose_state(sheet, "listed")
    assert sheet.banner.isVisible() and "236.00" in sheet.banner.text()
    assert not sheet.banner.button.isVisible() and sheet.keep.isEnabled()
    choose_state(sheet, "ready")
    assert sheet.banner_box.isHidden()


def test_an_open_check_keeps_it_from_being_ready_until_a_reason_is_stated(open_sheet, qtbot):
    sheet = open_sheet(replace(WHOLE, quality=Quality()))
    choose_state(sheet, "ready")
    assert not sheet.keep.isEnabled()
    assert sheet.blocked.links
    click(qtbot, sheet.blocked.links[0])
    assert sheet.parts.value() == len(sheet.sections) - 1
    reason = sheet.quality.card.reason.edit
    qtbot.keyClicks(reason, "soon")
    assert sheet.keep.isEnabled()
    press(qtbot, reason, Qt.Key.Key_Backspace)
    assert not sheet.keep.isEnabled(), "three characters are no reason"
    qtbot.keyClicks(reason, "n, on Friday")
    click(qtbot, sheet.keep)
    (kept,) = sheet.kept
    assert (kept.state, kept.quality.reason) == ("ready", "soon, on Friday")


# -- options


def add_level(sheet, qtbot, name: str, typed: str):
    click(qtbot, sheet.options.add_button)
    level = sheet.options.levels[-1]
    assert level.name_field.edit.hasFocus()
    qtbot.keyClicks(level.name_field.edit, name)
    qtbot.keyClicks(level.line, typed)
    press(qtbot, level.line, Qt.Key.Key_Return)
    return level


def test_levels_make_every_combination(open_sheet, qtbot):
    sheet = open_sheet(replace(WHOLE, stock=None))
    add_level(sheet, qtbot, "taste", "plain,soft")
    add_level(sheet, qtbot, "size", "S, M, L")
    skus = sheet.options.table.cells.skus()
    assert [sku.options for sku in skus][:4] == [
        ("plain", "S"), ("plain", "M"), ("plain", "L"), ("soft", "S")
    ]  # fmt: skip
    assert len(skus) == 6 and {sku.price for sku in skus} == {59_90}
    click(qtbot, sheet.keep)
    assert sheet.kept[0].levels == ("taste", "size") and len(sheet.kept[0].skus) == 6


def test_the_third_level_is_the_last(open_sheet, qtbot):
    sheet = open_sheet(WHOLE)
    for name in "abc":
        add_level(sheet, qtbot, name, f"{name}1")
    assert not sheet.options.add_button.isEnabled()
    click(qtbot, sheet.options.levels[0].drop)
    assert sheet.options.add_button.isEnabled() and len(sheet.options.levels) == 2


def test_the_same_option_counts_once_and_backspace_takes_the_last(open_sheet, qtbot):
    sheet = open_sheet(TASTES)
    level = sheet.options.levels[0]
    compose(level.line, "原味，cheese，")
    assert level.options == ["原味", "流心", "cheese"]
    press(qtbot, level.line, Qt.Key.Key_Backspace)
    assert level.options == ["原味", "流心"]
    click(qtbot, level._chips["原味"])
    assert [s.options for s in sheet.options.table.cells.skus()] == [("流心",)]


def test_figures_stay_with_their_combination(open_sheet, qtbot):
    sheet = open_sheet(TASTES)
    qtbot.keyClicks(sheet.options.levels[0].line, "cheese,")
    skus = sheet.options.table.cells.skus()
    assert [(s.options[0], s.price, s.stock, s.code) for s in skus[:2]] == [
        ("原味", 59_90, 1, "A"),
        ("流心", 69_90, 2, "B"),
    ]
    assert (skus[2].stock, skus[2].code) == (None, "")


def idle(table) -> bool:
    return table.state() == QAbstractItemView.State.NoState


def place_of(table, name: str) -> int:
    """The column of a figure, behind those of the options."""
    return table.cells.columnCount() - len(TYPED) + list(TYPED).index(name)


def type_into(qtbot, table, row: int, name: str, text: str) -> None:
    """Type over a cell as in Excel, Enter at the end."""
    table.setCurrentIndex(table.cells.index(row, place_of(table, name)))
    table.setFocus()
    qtbot.keyClicks(table, text[0])
    editor = next(e for e in table.viewport().findChildren(QLineEdit) if e.isVisible())
    qtbot.keyClicks(editor, text[1:])
    press(qtbot, editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: idle(table))


def test_cells_are_typed_over_and_the_whole_follows(open_sheet, qtbot):
    sheet = open_sheet(TASTES)
    table = sheet.options.table
    type_into(qtbot, table, 0, "price", "39.9")
    type_into(qtbot, table, 0, "stock", "10")
    assert (sheet.price.value(), sheet.stock.value()) == (39_90, 12)
    assert table.currentIndex().row() == 1
    type_into(qtbot, table, 1, "price", "abc")
    assert table.cells.skus()[1].price == 69_90
    assert "abc" in sheet.options.verdict.text()
    table.setCurrentIndex(table.cells.index(0, place_of(table, "price")))
    press(qtbot, table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert [sku.price for sku in table.cells.skus()] == [39_90, 39_90]
    press(qtbot, table, Qt.Key.Key_Delete)
    assert table.cells.skus()[0].price is None
    click(qtbot, sheet.keep)
    assert (sheet.kept[0].price, sheet.kept[0].stock) == (39_90, 12)


def test_combinations_are_pasted_from_excel_and_taken_back(open_sheet, qtbot):
    sheet = open_sheet(TASTES)
    table, ctrl = sheet.options.table, Qt.KeyboardModifier.ControlModifier
    table.setCurrentIndex(table.cells.index(0, 0))
    QGuiApplication.clipboard().setText("cheese\t1,039.9\t10\tA 1\r\nplain\tn/a\t1.2w\tB1\r\n")
    press(qtbot, table, Qt.Key.Key_V, ctrl)
    before, after = TASTES.skus, table.cells.skus()
    assert [sku.options for sku in after] == [("原味",), ("流心",)]
    assert [(s.price, s.stock, s.code) for s in after] == [
        (1_039_90, 10, "A 1"),
        (69_90, 12_000, "B1"),
    ]
    assert sheet.stock.value() == 12_010
    press(qtbot, table, Qt.Key.Key_Z, ctrl)
    assert table.cells.skus() == before and sheet.stock.value() == 3
    press(qtbot, table, Qt.Key.Key_Y, ctrl)
    assert table.cells.skus() == after
    press(qtbot, table, Qt.Key.Key_C, ctrl)
    assert QGuiApplication.clipboard().text().splitlines()[0] == "原味\t1039.90\t10\tA 1"


def test_a_line_without_a_price_keeps_it_from_being_ready(open_sheet):
    sheet = open_sheet(replace(TASTES, skus=(*TASTES.skus, Sku(("奶酪",)))))
    choose_state(sheet, "ready")
    assert {link.text() for link in sheet.blocked.links} == {"价格 ›", "库存 ›"}
    assert sheet.options.verdict.text().startswith("第 3 行 奶酪")


@pytest.mark.slow
def test_more_than_six_hundred_are_said_not_drawn(open_sheet, qtbot):
    sheet = open_sheet(WHOLE)
    add_level(sheet, qtbot, "a", ",".join(f"a{n}" for n in range(30)))
    add_level(sheet, qtbot, "b", ",".join(f"b{n}" for n in range(30)))
    assert len(sheet.options.table.cells.skus()) == 601
    assert "600" in sheet.options.verdict.text()


# -- pictures


def drop(strip, *paths) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(strip, QDragEnterEvent(QPoint(9, 9), action, mime, button, none))
    QApplication.sendEvent(strip, QDropEvent(QPointF(9, 9), action, mime, button, none))


def test_pictures_are_dropped_chosen_and_pasted(open_sheet, ctx, qtbot, tmp_path):
    sheet = open_sheet(WHOLE)
    strip = sheet.pictures.strips["main"]
    drop(strip, picture_file(tmp_path, "a.png"), picture_file(tmp_path, "b.jpg", form="JPEG"))
    ctx.ask.answers = [[picture_file(tmp_path, "c.bmp", form="BMP")]]
    click(qtbot, strip.add_tile)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(picture_file(tmp_path, "d.png")))])
    QGuiApplication.clipboard().setMimeData(mime)
    strip.thumbs[0].setFocus()
    press(qtbot, strip.thumbs[0], Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [p.form for p in strip.pictures] == ["png", "jpeg", "bmp", "png"]
    assert strip.counter.text() == "4/9" and strip.thumbs[0].image is not None
    click(qtbot, sheet.keep)
    kept = sheet.kept[0].details.pictures
    assert [p.role for p in kept] == ["main"] * 4 + ["detail"]
    assert (kept[0].width, kept[0].path) == (500, str(tmp_path / "a.png"))


def test_a_copied_picture_is_saved_where_the_seller_says(open_sheet, ctx, qtbot, tmp_path):
    sheet = open_sheet(WHOLE)
    image = QImage(600, 600, QImage.Format.Format_RGB32)
    image.fill(0x00FF00)
    QGuiApplication.clipboard().setImage(image)
    ctx.ask.answers = [tmp_path / "kept.png"]
    sheet.pictures.strips["white"].paste()
    assert (tmp_path / "kept.png").exists()
    assert [p.width for p in sheet.pictures.strips["white"].pictures] == [600]


def test_order_by_keys_and_by_dragging(open_sheet, qtbot, tmp_path):
    sheet = open_sheet(WHOLE)
    strip = sheet.pictures.strips["main"]
    strip.add_files([picture_file(tmp_path, f"{name}.png") for name in "abc"])
    first = strip.thumbs[0]
    first.setFocus()
    press(qtbot, first, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert [p.path[-5] for p in strip.pictures] == ["b", "a", "c"]
    sheet.area.show_widget(strip)
    target = strip.thumbs[2].geometry().center() - strip.thumbs[0].pos()
    carried = strip.thumbs[0]
    qtbot.mousePress(carried, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    carried.carried.emit(carried, target + carried.pos())
    qtbot.mouseRelease(carried, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert [p.path[-5] for p in strip.pictures] == ["a", "c", "b"]
    press(qtbot, strip.thumbs[1], Qt.Key.Key_Delete)
    assert [p.path[-5] for p in strip.pictures] == ["a", "b"]


def test_what_is_wrong_with_a_picture_is_said(open_sheet, tmp_path):
    sheet = open_sheet(WHOLE)
    white = sheet.pictures.strips["white"]
    white.add_files([picture_file(tmp_path, "w.png", 300)])
    assert "300 × 300" in white.verdict.text() and white.thumbs[0].level == "wrong"
    white.add_files([picture_file(tmp_path, "w2.png", 500)])
    assert white.verdict.text() == "" and len(white.pictures) == 1
    words = tmp_path / "words.png"
    words.write_text("no picture")
    white.add_files([words])
    assert "words.png" in white.notice.text() and len(white.pictures) == 1


def test_a_file_that_is_gone_is_shown_and_kept(open_sheet, qtbot):
    sheet = open_sheet(WHOLE)
    strip = sheet.pictures.strips["detail"]
    assert strip.thumbs[0].gone and "1 个文件" in strip.notice.text()
    assert not sheet.is_changed()
    click(qtbot, sheet.keep)
    assert sheet.kept[0].details.pictures == (DETAIL,)


# -- promises


def test_promises_come_from_the_rule_book(open_sheet, qtbot):
    sheet = open_sheet(WHOLE)
    part = sheet.promises
    assert [check.text() for check in part.promises] == ["坏了包退", "破损包退", "过敏包退"]
    click(qtbot, part.promises[0])
    assert part.shipping.choice._values == [None, 86_400, 172_800, "presale"]
    part.shipping.choice.setCurrentIndex(3)
    part.shipping.choice.activated.emit(3)
    qtbot.keyClicks(part.days.edit, "20")
    assert "15 天" in part.shipping.verdict()[1]
    part.days.edit.clear()
    qtbot.keyClicks(part.days.edit, "7")
    click(qtbot, sheet.keep)
    details = sheet.kept[0].details
    assert (details.promises, details.shipping, details.presale) == (("坏了包退",), 7, True)


# -- categories


# Suggestions open a window of their own, which the offscreen platform cannot raise.
POPUP = pytest.mark.qt_log_ignore("does not support", extend=True)


@pytest.fixture
def told(book, now):
    """A personal shop with a line of 500.00 and as much on the account."""
    opening.save_fields(book, "type.choose", {"shop_type": "personal"}, now)
    deposit.add(book, [NewEntry("own", date(2026, 3, 6), "paid_in", 50_000)], now)


@POPUP
def test_a_category_shows_what_it_does_to_the_deposit_first(told, open_sheet, ctx, qtbot):
    went: list[tuple] = []
    ctx.navigate = lambda *place: went.append(place)
    sheet = open_sheet(replace(WHOLE, category="家居日用", id=7))
    card = sheet.basics.effect
    assert card.isHidden()
    sheet.category.edit.clear()
    compose(sheet.category.edit, "酒类")
    press(qtbot, sheet.category.edit, Qt.Key.Key_Return)
    assert card.isVisible() and "酒类" in card.head.text()
    assert "500.00" in card.line.text() and "不知道" in card.line.text()
    qtbot.keyClicks(card.asks.edit, "2000")
    assert "500.00 → 2,500.00（+2,000.00）" in card.line.text()
    assert "2,000.00" in card.outcome.text()
    click(qtbot, sheet.keep)
    assert sheet.kept[0].category == "酒类" and went == []


@POPUP
def test_saving_at_once_shows_the_effect_first(told, open_sheet, qtbot):
    """The click on the button leaves the field and would be quicker than the answer."""
    sheet = open_sheet(WHOLE)
    compose(sheet.category.edit, "酒类")
    card = sheet.basics.effect
    sheet.keep.click()
    assert card.isVisible() and sheet.kept == []
    sheet.keep.click()
    assert sheet.kept[0].category == "酒类"


@POPUP
def test_a_suggestion_is_taken_by_keys(told, open_sheet, qtbot):
    sheet = open_sheet(WHOLE)
    compose(sheet.category.edit, "酒")
    popup = sheet.basics.completer.popup()
    press(qtbot, popup, Qt.Key.Key_Down)
    press(qtbot, popup, Qt.Key.Key_Return)
    assert sheet.category.text() == "酒类" and sheet.basics.effect.isVisible()


@POPUP
def test_the_seller_may_go_on_to_the_deposit(told, open_sheet, ctx, qtbot):
    went: list[tuple] = []
    ctx.navigate = lambda *place: went.append(place)
    sheet = open_sheet(WHOLE)
    compose(sheet.category.edit, "酒类")
    press(qtbot, sheet.category.edit, Qt.Key.Key_Return)
    sheet.basics.effect.then.set_value(DEPOSIT)
    click(qtbot, sheet.keep)
    assert went == [("deposit",)]


@POPUP
def test_back_to_the_old_category_asks_nothing(told, open_sheet, qtbot):
    sheet = open_sheet(replace(WHOLE, category="酒类", id=7))
    sheet.category.edit.clear()
    compose(sheet.category.edit, "酒类")
    press(qtbot, sheet.category.edit, Qt.Key.Key_Return)
    assert sheet.basics.effect.isHidden()


# -- leaving


def test_escape_leaves_what_is_unchanged(open_sheet, ctx, qtbot):
    sheet = open_sheet(WHOLE)
    press(qtbot, sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible() and ctx.ask.asked == []


@pytest.mark.parametrize(
    ("answer", "kept", "open_still"), [(True, 1, False), ("other", 0, False), (None, 0, True)]
)
def test_escape_asks_about_what_is_typed(open_sheet, ctx, qtbot, answer, kept, open_still):
    sheet = open_sheet(replace(WHOLE, id=7))
    qtbot.keyClicks(sheet.title_field.edit, "x")
    ctx.ask.answers = [answer]
    press(qtbot, sheet, Qt.Key.Key_Escape)
    assert len(ctx.ask.asked) == 1
    assert (len(sheet.kept), sheet.isVisible()) == (kept, open_still)
    ctx.ask.answers = ["other"]
    sheet.reject()


def test_what_is_half_done_is_offered_as_a_draft(open_sheet, ctx, qtbot):
    sheet = open_sheet()
    qtbot.keyClicks(sheet.title_field.edit, "Tea")
    choose_state(sheet, "ready")
    ctx.ask.answers = [True]
    press(qtbot, sheet, Qt.Key.Key_Escape)
    assert "草稿" in ctx.ask.asked[0] and sheet.kept[0].state == "draft"


@pytest.mark.slow
def test_a_crash_loses_nothing(open_sheet, ctx, qtbot):
    product = replace(WHOLE, id=7)
    sheet = open_sheet(product)
    qtbot.keyClicks(sheet.selling_point.edit, "sweet and soft")
    choose_state(sheet, "ready")
    kept = ctx.paths.staging / product_drafts.FILE
    qtbot.waitUntil(kept.exists)
    again = open_sheet(product)  # the first one was never closed
    assert again.selling_point.text() == "sweet and soft" and again.taken_up.isVisible()
    assert again.state.value() == "ready"
    ctx.ask.answers = ["other"]
    press(qtbot, again, Qt.Key.Key_Escape)
    assert len(ctx.ask.asked) == 1 and not kept.exists()
    assert open_sheet(product).selling_point.text() == ""


@pytest.mark.slow
def test_what_is_saved_is_not_offered_again(open_sheet, ctx, qtbot):
    sheet = open_sheet()
    qtbot.keyClicks(sheet.title_field.edit, "Tea")
    sheet._keep_typed()
    assert open_sheet().title_field.text() == "Tea"
    assert open_sheet(replace(WHOLE, id=3)).title_field.text() == "柿饼"
    click(qtbot, sheet.keep)
    assert open_sheet().title_field.text() == ""


def test_a_pasted_link_is_not_lost_by_escape(open_sheet, ctx, qtbot):
    sheet = open_sheet(Product("link", "削皮器", link="https://m.tb.cn/h.x"))
    press(qtbot, sheet, Qt.Key.Key_Escape)
    assert len(ctx.ask.asked) == 1 and sheet.isVisible()
    ctx.ask.answers = ["other"]
    sheet.reject()
    assert not sheet.isVisible()


def test_a_link_shows_only_what_a_link_has(open_sheet):
    sheet = open_sheet(Product("link", "削皮器", link="https://m.tb.cn/h.x", id=7))
    assert sheet.link.isVisible() and sheet.price.isVisible()
    assert not sheet.stock.isVisible() and not sheet.options.options_box.isVisible()
    assert [section.heading() for section in sheet.sections][2:] == ["检查"]


def test_tab_goes_from_top_to_bottom(open_sheet, qtbot):
    sheet = open_sheet(replace(WHOLE, id=7))
    order = []
    for _ in range(30):
        order.append(QApplication.focusWidget())
        press(qtbot, order[-1], Qt.Key.Key_Tab)
    fields = (sheet.state.choice, sheet.title_field.edit, sheet.category.edit, sheet.price.edit)
    places = [order.index(widget) for widget in fields]
    assert places == sorted(places) and places[0] == 1


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("height", [614, 800])
def test_the_sheet_fits_its_window(ctx, spoken, qtbot, lang, height):
    ctx.theme = spoken(lang, "light")
    window = QWidget()
    window.resize(1093, height)
    qtbot.addWidget(window)
    window.show()
    sheet = ProductSheet(ctx, TASTES, window)
    sheet.open()
    assert sheet.height() <= height
    assert sheet.minimumSizeHint().width() <= WIDTH
    sheet.reject()
