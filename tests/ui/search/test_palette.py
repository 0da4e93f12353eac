"""Ctrl+K by real keys and clicks: from any page, to the exact row, and back by Esc."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ksdesk.actions import deposit, notes, products
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.products import Product
from ksdesk.domain.products.notes import RunningSheet
from ksdesk.domain.traffic import to_seconds
from ksdesk.ui.search.finding import find
from ksdesk.ui.shell.jobs import InlineJobs
from ksdesk.ui.shell.pages import PAGES
from ksdesk.ui.shell.window import MainWindow

NOW = datetime(2026, 11, 18, 10, 20)


@pytest.fixture
def window(ctx, qtbot):
    ctx.settings.set(welcomed=True)
    made = MainWindow(ctx)
    qtbot.addWidget(made)
    made.navigate("today")
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def first_book(request, new_book, filled_once):
    return filled_once(open_shop) if "filled" in request.fixturenames else new_book


def open_shop(book) -> None:
    """30 products, two ledger lines, an order and a running order."""
    with book.transaction():
        for n in range(30):
            products.save(book, Product(title=f"柿饼 {n:02}", code=f"SB-{n:02}"), NOW)
        lines = [
            NewEntry("own", date(2026, 11, 1), "paid_in", 300_000, "开店"),
            NewEntry("promotion", date(2026, 11, 14), "deduction", -23_600, "晚发立赔"),
        ]
        book.deposit.add(lines, NOW)
        book.session.db.execute_sql(
            """INSERT INTO order_row (key, time, order_no, product_name, paid)
            VALUES ('1', ?, '2331000000000001', '红富士', 6990)""",
            (to_seconds(NOW),),
        )
        notes.keep(book, RunningSheet("晚场", date(2026, 11, 18)), NOW)


@pytest.fixture
def filled(window):
    """The window over that shop."""
    return window


def press(key, keys=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, keys)


def ask(window, text: str) -> list[str]:
    """Ctrl+K and a text, committed as an input method does; the titles found."""
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.finder.palette
    assert palette.isVisible() and palette.field.hasFocus()
    type_in(palette, text)
    return [hit.title for hit in palette.results.hits()]


def type_in(palette, text: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(palette.field, event)


@pytest.mark.parametrize("topic", ["today", "products", "guide", "settings"])
def test_it_opens_on_every_page_and_esc_gives_the_focus_back(filled, topic):
    filled.navigate(topic)
    control = filled.nav.items[topic]
    if topic == "products":
        control = filled.pages[topic].bar.search.edit
    elif topic == "guide":
        control = filled.pages[topic].handbook.contents
    control.setFocus(Qt.FocusReason.TabFocusReason)
    ask(filled, "柿饼")
    press(Qt.Key.Key_Escape)
    assert not filled.finder.palette.isVisible()
    assert control.hasFocus() and filled.topic == topic


def test_enter_goes_to_the_exact_product(filled):
    assert ask(filled, "sb-07") == ["柿饼 07"]
    press(Qt.Key.Key_Return)
    page = filled.pages["products"]
    assert filled.topic == "products"
    assert page.list.table.current_row().title == "柿饼 07" and page.list.table.hasFocus()


def test_products_of_an_older_book_are_found_by_pinyin_too(filled, book, qtbot):
    """It need not be the page of the products that is opened first."""
    with book.transaction():
        book.session.db.execute_sql("UPDATE product SET found_by = '' WHERE code = 'SB-07'")
    ask(filled, "shibing07")
    hits = filled.finder.palette.results.hits
    qtbot.waitUntil(lambda: [hit.title for hit in hits()] == ["柿饼 07"])


def test_an_amount_leads_to_its_ledger_line(filled, qtbot):
    assert ask(filled, "236") == ["扣款 −236.00"]
    press(Qt.Key.Key_Return)
    page = filled.pages["deposit"]
    assert filled.topic == "deposit" and page.account == "promotion"
    qtbot.waitUntil(lambda: page.ledger.selected() == 2)


def test_a_kind_of_line_is_found_by_its_word(filled):
    assert "扣款 −236.00" in ask(filled, "扣款 立赔")


def test_handbook_and_rules_open_at_what_was_found(filled):
    titles = ask(filled, "保证金怎么退")
    press(Qt.Key.Key_Return)
    assert filled.pages["guide"].handbook.heading.text() == titles[0]
    ask(filled, "deposit.base")
    hit = filled.finder.palette.results.current()
    assert hit.kind == "rule"
    press(Qt.Key.Key_Return)
    assert filled.pages["guide"].tabs.value() == "rules"
    assert filled.pages["guide"].rules.facts.rule.key == hit.target.partition(":")[2]


def test_an_order_opens_with_all_that_its_file_said(filled, ctx, qtbot):
    from ksdesk.ui.orders.files_sheet import OrderSheet

    assert ask(filled, "0001") == ["2331000000000001"]
    press(Qt.Key.Key_Return)
    one = filled.pages["orders"].row.content()
    assert one.order_no == "2331000000000001"
    one.show_files()
    sheet = filled.findChild(OrderSheet)
    said = {field: value for _, field, value in sheet.model.rows}
    assert said["订单号"] == "2331000000000001" and "¥69.90" in said.values()
    sheet.reject()


def test_a_running_order_opens_in_its_sheet(filled):
    assert ask(filled, "晚场") == ["晚场"]
    press(Qt.Key.Key_Return)
    from ksdesk.ui.products.running_sheet import RunningOrderSheet

    sheet = filled.findChild(RunningOrderSheet)
    assert sheet.name.text() == "晚场"
    sheet.reject()


@pytest.mark.slow
@pytest.mark.parametrize("spec", PAGES.values(), ids=lambda spec: spec.topic)
def test_a_page_is_found_in_both_languages_and_by_pinyin(window, spec):
    for name in spec.names.split()[:4]:
        ask(window, name)
        first = window.finder.palette.results.current()
        press(Qt.Key.Key_Escape)
        assert (first.kind, first.topic, first.target) == ("page", spec.topic, ""), name


def test_arrows_go_around_and_skip_the_headings(filled):
    ask(filled, "")
    results = filled.finder.palette.results
    hits = results.hits()
    assert [hit.topic for hit in hits] == list(PAGES)
    press(Qt.Key.Key_Up)
    assert results.current() == hits[-1]
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    assert results.current() == hits[1]
    assert hits[1].title in filled.finder.palette.field.accessibleDescription()


def test_what_was_opened_last_is_offered_again(filled):
    ask(filled, "sb-07")
    press(Qt.Key.Key_Return)
    ask(filled, "sb-08")
    press(Qt.Key.Key_Return)
    assert ask(filled, "")[:2] == ["柿饼 08", "柿饼 07"]


def test_a_click_takes_a_hit_and_one_beside_the_panel_closes_it(filled, qtbot):
    filled.navigate("settings")
    qtbot.mouseClick(filled.nav.search, Qt.MouseButton.LeftButton)
    palette = filled.finder.palette
    qtbot.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not palette.isVisible()
    qtbot.mouseClick(filled.nav.search, Qt.MouseButton.LeftButton)
    type_in(palette, "sb-07")
    line = palette.results.visualItemRect(palette.results.currentItem()).center()
    qtbot.mouseClick(palette.results.viewport(), Qt.MouseButton.LeftButton, pos=line)
    assert filled.pages["products"].list.table.current_row().title == "柿饼 07"


def test_nothing_found_says_so_with_a_way_on(window):
    assert ask(window, "没有这个") == [window.nav.items[topic].text() for topic in PAGES]
    assert "没有这个" in window.finder.palette.nothing.text()
    assert window.finder.palette.said.isVisible()


def test_another_page_by_its_keys_takes_the_panel_away(window, qtbot):
    ask(window, "柿")
    press(Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert window.topic == list(PAGES)[3] and not window.finder.palette.isVisible()


def test_a_second_ctrl_k_closes_it(window):
    ask(window, "柿")
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert not window.finder.palette.isVisible()


def test_typed_ctrl_k_reaches_the_window_from_a_text_field(filled):
    """On Linux the fields take these keys to delete the rest of the line."""
    filled.navigate("products")
    edit = filled.pages["products"].bar.search.edit
    edit.setText("柿饼")
    edit.setFocus()
    edit.home(False)
    QTest.keyClick(filled.windowHandle(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert filled.finder.palette.isVisible() and edit.text() == "柿饼"


@pytest.mark.slow
def test_a_dialog_keeps_the_keys_for_itself(filled, qtbot):
    filled.navigate("products")
    page = filled.pages["products"]
    page.one.new()
    qtbot.waitUntil(page.one.sheet.isActiveWindow)
    QTest.keyClick(page.one.sheet, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert filled.finder.palette is None
    page.one.sheet.reject()


def test_the_two_doors_of_a_first_start_have_no_search(ctx, qtbot):
    window = MainWindow(ctx)
    qtbot.addWidget(window)
    window.open_first()
    window.show()
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.finder.palette is None


def test_after_a_switch_of_language_it_speaks_the_other_one(window, ctx, qtbot):
    ask(window, "bzj")
    press(Qt.Key.Key_Escape)
    ctx.settings.set(language="en", scheme="dark")
    window.restyle()
    qtbot.waitUntil(window.nav.isVisible)
    window.nav.items["today"].setFocus()
    assert ask(window, "bzj")[0] == "Deposit"


class HeldJobs(InlineJobs):
    """Runs nothing until told to; answers then come in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list = []

    def run(self, owner, fn, *args, **options):
        if fn is not find:
            return super().run(owner, fn, *args, **options)
        self.waiting.append((args[1], partial(super().run, owner, fn, *args, **options)))
        return None


def test_a_burst_of_keys_is_two_questions_and_the_older_answer_is_dropped(filled, ctx, book):
    ctx.jobs = HeldJobs()
    ctx.jobs.connection = book.connection
    ask(filled, "")
    palette = filled.finder.palette
    for sign in "sb-07":
        type_in(palette, sign)
    assert [text for text, _ in ctx.jobs.waiting] == ["s"]
    before = palette.results.hits()
    ctx.jobs.waiting.pop()[1]()
    assert palette.results.hits() == before
    assert [text for text, _ in ctx.jobs.waiting] == ["sb-07"]
    press(Qt.Key.Key_Return)  # too early: it waits for the answer
    assert palette.isVisible()
    ctx.jobs.waiting.pop()[1]()
    assert filled.pages["products"].list.table.current_row().title == "柿饼 07"


def test_an_answer_after_closing_changes_nothing(filled, ctx, book):
    ctx.jobs = HeldJobs()
    ctx.jobs.connection = book.connection
    ask(filled, "sb-07")
    press(Qt.Key.Key_Escape)
    ask(filled, "")
    ctx.jobs.waiting.pop()[1]()
    palette = filled.finder.palette
    assert [hit.kind for hit in palette.results.hits()] == ["page"] * len(PAGES)
    assert not ctx.jobs.waiting


def test_a_reversed_line_and_its_reversal_are_both_found(filled, now):
    deposit.reverse(filled.ctx.book, [2], now.date(), "", now)
    assert sorted(ask(filled, "236")) == ["扣款 −236.00", "更正 +236.00"]


def test_a_search_that_was_stopped_can_be_put_anew(filled, ctx, book):
    """Whoever stops all work, as a change of shop does, leaves a panel that answers."""
    ctx.jobs = HeldJobs()
    ctx.jobs.connection = book.connection
    ask(filled, "sb-07")
    _text, run = ctx.jobs.waiting.pop()
    run.keywords["cancelled"]()
    type_in(filled.finder.palette, " 柿")
    assert [text for text, _ in ctx.jobs.waiting] == ["sb-07 柿"]


def test_a_start_writes_older_books_anew_so_that_todays_readings_find(ctx, book, window, now):
    """Until then Ctrl+K found a book's products by the pinyin they were saved with."""
    products.save(book, Product(title="东阿驴肉"), now)
    with book.transaction():
        book.session.db.execute_sql("UPDATE product SET found_by = 'old' || char(31) || 'old'")
    window.keeper.tidy(False)
    for text in ("lürou", "lvrou", "lurou", "lüro", "dongelv"):
        assert [h.title for h in find(ctx, text) if h.kind == "product"] == ["东阿驴肉"], text
