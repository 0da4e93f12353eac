"""The list of products: searched as typed, never a stale answer, all by keyboard."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from late_jobs import LateJobs
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget

from ksdesk.actions import products
from ksdesk.domain.products import Product
from ksdesk.ui.parts.lazy_rows import BLOCK, KEPT, WAITING, AskedRows, LazyModel, LazyRows
from ksdesk.ui.parts.table import Column
from ksdesk.ui.products.links.words import named
from ksdesk.ui.products.page import ProductsPage
from ksdesk.ui.shell.jobs import InlineJobs

GOODS = (
    Product(title="柿饼", category="果干", price=5990, stock=412, state="listed", code="SB-1"),
    Product(title="红富士", category="水果", price=6900, stock=4, state="listed", threshold=10),
    Product(title="柿子醋", category="调味", price=2280, stock=0, state="ready"),
    Product(title="茶", category="茶叶"),
)


@pytest.fixture
def stocked(ctx):
    """Four products; the last comes first."""
    for hour, product in enumerate(GOODS):
        products.save(ctx.book, product, ctx.clock() - timedelta(hours=9 - hour))
    return ctx


@pytest.fixture
def page(stocked, qtbot):
    made = ProductsPage(stocked)
    qtbot.addWidget(made)
    made.resize(1112, 800)
    made.show()
    made.activateWindow()
    return made


def shown(page) -> list[str]:
    return [p.title for p in page.list.model.rows]


def counts(page) -> dict[str, str]:
    chips = page.bar.chips
    return {v: chips.chip(v).accessibleName() for v in ("all", "listed", "low", "out", "bin")}


def test_each_key_narrows_and_every_chip_counts_what_the_words_find(page, qtbot):
    assert counts(page) == {
        "all": "全部 4",
        "listed": "上架 2",
        "low": "快卖完 1",
        "out": "缺货 1",
        "bin": "回收站 0",
    }
    for letter, titles in (("s", 3), ("b", 1), ("x", 0)):
        qtbot.keyClicks(page.bar.search.edit, letter)
        assert len(shown(page)) == titles
        assert page.list.count.text() == f"显示 {titles} 件，共 4 件"
        assert counts(page)["all"] == f"全部 {titles}"


def test_chip_and_category_narrow_together_and_escape_clears_the_words_only(page, qtbot):
    page.bar.choose("listed")
    page.bar.choose_category("水果")
    page.start_search()
    qtbot.keyClicks(page.bar.search.edit, "sb")
    assert shown(page) == []
    qtbot.keyClick(page.bar.search.edit, Qt.Key.Key_Escape)
    assert shown(page) == ["红富士"]
    assert page.bar.category.text() == "水果"
    page.list.table.emptied_acted.emit()
    assert len(shown(page)) == 4
    assert page.bar.category.text() == "类目"


def test_the_menu_counts_categories_of_what_is_found(page, qtbot):
    qtbot.keyClicks(page.bar.search.edit, "s")
    menu = page.bar.menu()
    words = [action.text() for action in menu.actions() if action.text()]
    assert words[0] == "全部类目"
    assert set(words[1:]) == {"果干  1", "水果  1", "调味  1"}
    menu.actions()[2].trigger()
    assert len(shown(page)) == 1
    menu.deleteLater()


@dataclass
class Asked:
    """A job that waits to be run by the test."""

    run: Any
    args: tuple[Any, ...]
    options: dict[str, Any] = field(default_factory=dict)


class HeldJobs(InlineJobs):
    """Keeps the jobs that read until the test lets one go, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[Asked] = []

    def run(self, owner, fn, *args, writes=False, **options):
        if writes:
            return super().run(owner, fn, *args, writes=True, **options)
        start = partial(super().run, owner, fn, *args, **options)
        self.asked.append(Asked(start, args))
        return None

    def let_go(self, place: int = 0) -> None:
        self.asked.pop(place).run()

    def let_all_go(self) -> None:
        while self.asked:
            self.let_go()


@pytest.fixture
def held(stocked):
    stocked.jobs = HeldJobs()
    return stocked.jobs


def test_what_is_typed_before_the_book_is_read_is_answered_when_it_is(held, page, qtbot):
    qtbot.keyClicks(page.bar.search.edit, "hf")
    held.let_go()
    held.let_go()
    assert shown(page) == []  # numbers are here, words are not
    qtbot.keyClicks(page.bar.search.edit, "s")
    held.let_all_go()
    assert shown(page) == ["红富士"]
    assert page.list.count.text() == "显示 1 件，共 4 件"


def test_an_answer_about_an_older_book_is_dropped(held, page, stocked, qtbot):
    """Two readings run at once, and the older one comes last."""
    held.let_all_go()
    late = stocked.jobs = LateJobs(stocked.book)
    page.refresh()
    older, late.late = late.late, []
    products.save(stocked.book, Product(title="石榴"), stocked.clock())
    page.refresh()
    late.deliver_all()
    assert shown(page)[0] == "石榴"
    late.late = older
    late.deliver_all()
    assert shown(page)[0] == "石榴"
    assert len(shown(page)) == 5


def test_an_order_asked_for_earlier_is_dropped(held, page):
    held.let_all_go()
    page.desk.sort_by("price", False)
    page.desk.sort_by("price", True)
    held.let_go(1)
    held.let_go(0)
    held.let_all_go()
    assert shown(page) == ["红富士", "柿饼", "柿子醋", "茶"]


def test_a_click_on_a_header_sorts_and_the_search_keeps_the_order(page, qtbot):
    header = page.list.table.header()
    place = page.list.model.column("price")
    at = QPoint(header.sectionViewportPosition(place) + 40, 10)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert shown(page) == ["柿子醋", "柿饼", "红富士", "茶"]
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.keyClicks(page.bar.search.edit, "s")
    assert shown(page) == ["红富士", "柿饼", "柿子醋"]


def test_all_is_done_by_keys(page, stocked, qtbot):
    table, edit = page.list.table, page.bar.search.edit
    qtbot.keyClick(table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert edit.hasFocus()
    qtbot.keyClick(edit, Qt.Key.Key_Down)
    assert table.hasFocus()
    assert page.list.chosen_numbers() == [4]
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert page.list.model.checked() == (3,)
    qtbot.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert set(page.list.chosen_numbers()) == {1, 2, 3, 4}
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert stocked.reader.products.all() == ()
    stocked.undo.back()
    assert len(shown(page)) == 4


def test_all_of_the_filter_is_checked_and_what_a_search_hides_is_let_go(page, qtbot):
    page.bar.choose("listed")
    page.list.model.toggle_all()
    assert set(page.list.chosen_numbers()) == {1, 2}
    qtbot.keyClicks(page.bar.search.edit, "hfs")
    assert page.list.chosen_numbers() == [2]


def test_a_bar_at_the_foot_is_there_while_something_is_checked(page):
    bar = QWidget()
    page.list.set_bar(bar)
    assert not bar.isVisible()
    page.list.model.toggle(0)
    assert bar.isVisible()
    page.list.model.toggle(0)
    assert not bar.isVisible()


def test_the_table_stays_as_high_when_the_buttons_come(page):
    before = page.list.table.height()
    page.list.table.selectRow(0)
    assert page.foot.bin_button.isVisible()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    assert page.list.table.height() == before


def test_the_side_takes_its_width_from_the_list_and_gives_it_back(page, qtbot):
    wide = page.list.width()
    card = QWidget()
    page.row.open(card)
    qtbot.waitUntil(lambda: page.list.width() == wide - 336)
    page.row.close_side()
    qtbot.waitUntil(lambda: page.list.width() == wide)
    page.resize(880, 600)
    page.row.open(QWidget())
    qtbot.waitUntil(lambda: page.list.width() == page.row.width())
    assert page.row.side.geometry().right() == page.row.width() - 1


def test_the_chosen_product_stays_chosen_when_something_else_is_written(page, stocked):
    page.list.select(2)
    stocked.write(page, "", products.save, Product(title="石榴"), stocked.clock())
    assert page.list.chosen_numbers() == [2]
    assert len(shown(page)) == 5


def test_second_lines_say_what_is_the_matter(page, stocked):
    link = Product("link", "削皮器", link="https://m.tb.cn/h.x", state="draft")
    products.save(stocked.book, link, stocked.clock())
    page.refresh()
    model = page.list.model
    rows = {row.title: number for number, row in enumerate(model.rows)}
    title, state, left = (model.columns[model.column(c)] for c in ("title", "state", "left"))
    assert title.second(model.row(rows["茶"])) == "还缺 价格、库存"
    assert title.second(model.row(rows["削皮器"])) == "还不知道商品号，要在手机上打开链接"
    assert model.text(rows["削皮器"], model.column("state")) == "待开链接"
    assert model.text(rows["柿子醋"], model.column("left")) == "缺货"
    assert left.icon(model.row(rows["柿子醋"])) == ("warn", "bad")
    assert state.pill(model.row(rows["红富士"])) == ("good", "上架")


def test_the_bin_says_how_long_a_product_stays_there(page, stocked):
    said = page.list._second
    for days, words in ((2, "没填成本的 28 天"), (29, "没填成本的 1 天"), (31, "进价")):
        product = Product(title="茶", binned_at=stocked.clock() - timedelta(days=days))
        assert words in said(product)


def test_the_stock_is_marked_where_the_chip_says_so(page, stocked):
    for product in (
        Product("link", "别家的", stock=2, threshold=3, state="listed", link="https://m.tb.cn/h.x"),
        Product(title="自家的", stock=2, threshold=3, state="listed"),
    ):
        products.save(stocked.book, product, stocked.clock())
    page.refresh()
    model = page.list.model
    tone = model.columns[model.column("stock")].tone
    told = {row.title: tone(row) for row in model.rows}
    assert (told["别家的"], told["自家的"], told["柿子醋"]) == ("text", "warn", "bad")


def test_search_filter_order_and_widths_survive_a_rebuild(page, stocked, qtbot):
    page.bar.restore({"search": "s", "filter": "listed", "category": "果干"})
    page.desk.sort_by("price", True)
    page.list.table.header().resizeSection(page.list.model.column("stock"), 123)
    again = ProductsPage(stocked)
    qtbot.addWidget(again)
    again.restore(page.state())
    again.resize(1112, 800)
    again.show()
    assert shown(again) == ["柿饼"]
    again.clear_filter()
    assert shown(again) == ["红富士", "柿饼", "柿子醋", "茶"]
    assert again.list.table.columnWidth(again.list.model.column("stock")) == 123


def test_a_jump_arrives_when_the_book_has_been_read(held, page):
    page.jump("2")
    held.let_all_go()
    assert page.list.chosen_numbers() == [2]


def test_an_older_book_becomes_findable_by_itself(stocked, qtbot):
    with stocked.book.transaction():
        stocked.book.session.db.execute_sql("UPDATE product SET found_by = ''")
    page = ProductsPage(stocked)
    qtbot.addWidget(page)
    page.show()
    qtbot.keyClicks(page.bar.search.edit, "hfs")
    assert shown(page) == ["红富士"]


def lazy(count: int, reads: list[int] | None = None) -> LazyRows:
    def read(keys):
        if reads is not None:
            reads.append(len(keys))
        return [(key, f"n{key}") for key in keys]

    return LazyRows(range(count), read)


@pytest.fixture
def model(qapp):
    made = LazyModel([Column("a", "A"), Column("b", "B")], key=lambda r: r[0], checkable=True)
    made.set_rows(lazy(1000))
    return made


def test_rows_out_of_sight_come_when_they_are_looked_at(held, page, stocked):
    for number in range(60):
        products.save(stocked.book, Product(title=f"柿饼 {number}"), stocked.clock())
    page.refresh()
    held.let_all_go()
    held.asked.clear()
    rows, place = page.list.model.rows, page.list.model.column("title")
    assert rows[0].title == "柿饼 59"
    assert rows[50] is None and page.list.model.text(50, place) == ""
    held.let_all_go()
    assert page.list.model.text(50, place) == "柿饼 9"


def test_a_long_way_down_the_list_waits_for_no_rows_that_are_out_of_sight_again():
    """Each page passed under the bar was a job, and a sort after it waited for all of them."""
    asked: list[tuple[list[int], Any]] = []
    came: list[tuple[int, int]] = []
    rows = AskedRows(
        range(100_005),
        lambda keys, done: asked.append((keys, done)),
        lambda first, last: came.append((first, last)),
    )

    def answer() -> list[int]:
        keys, done = asked.pop()
        done([f"n{key}" for key in keys])
        return keys

    for place in (*range(0, 100_000, BLOCK), 100_004, 99_990):
        assert rows[place] is None
    assert [len(keys) for keys, _ in asked] == [BLOCK]
    assert answer()[0] == 0 and came == [(0, BLOCK - 1)] and rows[0] == "n0"
    last = answer()
    assert len(last) <= WAITING * BLOCK and {99_990, 100_004} <= {*last} and came[-1][1] == 100_004
    assert (rows[99_990], rows[100_004], asked) == ("n99990", "n100004", [])
    assert rows[BLOCK] is None and len(asked) == 1  # looked at again, asked for again
    answer()
    assert rows[BLOCK] == f"n{BLOCK}"


@pytest.mark.slow
def test_copying_takes_rows_that_were_never_in_sight(held, page, stocked):
    for number in range(60):
        products.save(stocked.book, Product(title=f"柿饼 {number}"), stocked.clock())
    page.refresh()
    held.let_all_go()
    page.list.table.selectAll()
    page.list.table.copy_rows()
    held.let_all_go()
    lines = QGuiApplication.clipboard().text().split("\n")
    titles = [product.title for product in stocked.reader.product_list.rows(page.list.ids())]
    assert [line.split("\t")[0] for line in lines[1:]] == titles
    assert len(lines) == 65


def test_the_lazy_model_keeps_its_promises(model, qtmodeltester):
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    assert tester.model() is model
    model.set_rows(lazy(3))
    model.toggle(1)
    qtmodeltester.check(model)
    model.set_rows(lazy(0))
    model.set_rows(lazy(70))
    qtmodeltester.check(model)


def test_rows_are_read_in_blocks_where_they_are_looked_at_and_not_kept_for_ever():
    reads: list[int] = []
    rows = lazy(100_000, reads)
    assert (len(rows), reads) == (100_000, [])
    assert rows[50_000] == (50_000, "n50000")
    assert rows[50_001] == (50_001, "n50001")
    assert reads == [BLOCK]
    for place in range(0, 100_000, BLOCK):
        assert rows[place][0] == place
    assert len(rows._blocks) <= KEPT
    assert rows[99_999][0] == 99_999
    with pytest.raises(IndexError):
        rows[100_000]


def test_a_hundred_thousand_rows_are_checked_and_placed_without_being_read(qapp):
    reads: list[int] = []
    model = LazyModel([Column("a", "A")], key=lambda r: r[0], checkable=True)
    model.set_rows(lazy(100_000, reads))
    model.toggle_all()
    assert (model.checked_count(), model.position(77_777), model.position("x")) == (
        100_000,
        77_777,
        -1,
    )
    model.toggle(5)
    assert not model.is_checked(5)
    assert reads == []


def test_a_link_without_a_title_is_named_by_its_platform():
    link = Product(way="link", platform="taobao", item_id="612345678901", link="https://a/1")
    assert named(link) == "淘宝 · 612345678901"
    short = Product(way="link", platform="douyin", link="https://v.douyin.com/iabc1")
    assert named(short) == "抖音 · v.douyin.com/iabc1"
    assert named(replace(link, title="苹果")) == "苹果"
