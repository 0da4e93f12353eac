"""The main window: navigation, looks, shops, files from outside, closing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMimeData,
    QObject,
    QPoint,
    QPointF,
    Qt,
    QUrl,
)
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from ksdesk.actions import products, shops
from ksdesk.domain.products import Product
from ksdesk.storage import BookProblem
from ksdesk.ui.parts.buttons import SecondButton
from ksdesk.ui.parts.page_header import PageHeader
from ksdesk.ui.shell.nav import Nav
from ksdesk.ui.shell.page import Page, PageSpec, Place
from ksdesk.ui.shell.pages import PAGES
from ksdesk.ui.shell.theme import Theme, wearing
from ksdesk.ui.shell.window import MainWindow


@pytest.fixture
def window(ctx, qtbot):
    ctx.settings.set(welcomed=True)
    made = MainWindow(ctx)
    qtbot.addWidget(made)
    made.open_first()
    made.show()
    return made


class Shelf(Page):
    """A page that there is not, described and nothing more."""

    spec = PageSpec(
        "shelf",
        "Shelf",
        icon="orders",
        where=f"{__name__}:Shelf",
        names="货架 huojia hj",
        concerns=frozenset({"products"}),
        places=(Place("top", "Nav", "Upper board", "上层 shangceng"),),
    )
    read = 0
    shown = ""

    def refresh(self) -> None:
        self.read += 1

    def jump(self, target: str) -> None:
        self.shown = target


def click(qtbot, widget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_the_first_start_shows_two_doors_and_no_navigation(ctx, qtbot):
    window = MainWindow(ctx)
    qtbot.addWidget(window)
    window.open_first()
    window.show()
    assert window.welcome is not None and not window.nav.isVisible()
    click(qtbot, window.welcome.begin)
    assert window.topic == "opening" and window.nav.isVisible()
    assert ctx.settings.values.welcomed


def test_the_doors_are_reached_by_keys(ctx, qtbot):
    window = MainWindow(ctx)
    qtbot.addWidget(window)
    window.open_first()
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window.welcome, Qt.Key.Key_Right)
    qtbot.waitUntil(window.welcome.begin.hasFocus)
    qtbot.keyClick(window.welcome.begin, Qt.Key.Key_Space)
    assert window.topic == "opening"


@pytest.mark.parametrize("size", [(960, 540), (900, 700), (1093, 614), (1099, 800), (1280, 720)])
def test_no_badge_stands_outside_the_strip_of_pages(ctx, qtbot, size):
    """In a window below 1100 px they were cut off from the start until somebody resized it."""
    ctx.settings.set(welcomed=True)
    window = MainWindow(ctx)
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    window.open_first()
    strip = window.nav.viewport()
    for part in (*window.nav.items.values(), window.nav.search, window.nav.switch):
        assert part.mapTo(strip, part.rect().topRight()).x() < strip.width()


@pytest.mark.slow
def test_every_navigation_entry_opens_its_page(window, qtbot):
    for topic in PAGES:
        click(qtbot, window.nav.items[topic])
        assert window.stack.currentWidget() is window.pages[topic]
        assert window.nav.items[topic].isChecked()


def test_pages_open_by_keys_as_well(window, qtbot):
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert window.topic == list(PAGES)[3]


def test_f6_crosses_from_the_strip_to_the_page_and_back(window, ctx, qtbot):
    """From the strip it took fourteen tabs to the page."""
    ctx.navigate("products")
    window.nav.search.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(window.nav.search, Qt.Key.Key_F6)
    page = window.pages["products"]
    on_page = window.focusWidget()
    assert on_page is not None and page.isAncestorOf(on_page)
    qtbot.keyClick(on_page, Qt.Key.Key_F6)
    assert window.focusWidget() is window.nav.items["products"]


def test_f1_opens_the_handbook(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert window.topic == "guide"


@pytest.fixture
def with_shelf() -> Iterator[None]:
    """One more page among the first ten, which have a key; then all as before, in their order."""
    whole = dict(PAGES)
    for topic in list(PAGES)[5:-2]:
        del PAGES[topic]
    PAGES["shelf"] = Shelf.spec
    yield
    PAGES.clear()
    PAGES.update(whole)


@pytest.mark.usefixtures("with_shelf")
def test_a_page_needs_no_more_than_its_description(ctx, qtbot):
    ctx.settings.set(welcomed=True, page="shelf")
    window = MainWindow(ctx)
    qtbot.addWidget(window)
    window.open_first()
    window.show()
    page = window.pages["shelf"]
    assert window.stack.currentWidget() is page and window.nav.items["shelf"].isChecked()
    assert window.nav.items["shelf"].text() == "Shelf"
    window.navigate("guide")
    click(qtbot, window.nav.items["shelf"])
    assert window.topic == "shelf"
    read = page.read
    ctx.write(ctx.hub, "add", products.save, Product(title="柿饼"), ctx.clock())
    assert page.read == read + 1
    window.navigate("guide")
    ctx.write(ctx.hub, "add", products.save, Product(title="柿子"), ctx.clock())
    assert page.read == read + 1, "a hidden page waits"
    for words, target in (("huojia", ""), ("shangceng", "top")):
        window.navigate("guide")
        window.finder.open()
        window.finder.palette.field.setText(words)
        qtbot.waitUntil(lambda: bool(window.finder.palette.results.hits()))
        qtbot.keyClick(window.finder.palette.field, Qt.Key.Key_Return)
        assert window.topic == "shelf" and page.shown == target
    assert page.read == read + 2


def test_a_switch_of_language_keeps_the_page_and_what_was_typed(window, ctx):
    window.navigate("products")
    window.pages["products"].bar.search.set_text("柿")
    ctx.settings.set(language="en", scheme="dark")
    window.restyle()
    assert window.topic == "products"
    assert window.pages["products"].bar.search.text() == "柿"
    assert window.nav.items["products"].text() == "Products"
    assert ctx.theme.scheme == "dark"


@pytest.mark.slow
def test_fifty_switches_leave_no_widgets_behind(window, ctx, qtbot):
    for topic in ("today", "products", "settings"):
        window.navigate(topic)
    window.rebuild()
    qtbot.wait(1)
    before = len(QApplication.allWidgets())
    for _ in range(50):
        window.rebuild()
        qtbot.wait(1)
    assert len(QApplication.allWidgets()) <= before * 1.1


def test_a_hidden_page_reads_again_when_it_is_next_shown(window, ctx):
    window.navigate("products")
    window.navigate("settings")
    ctx.write(window, "add", products.save, Product(title="柿饼"), ctx.clock())
    page = window.pages["products"]
    assert len(page.list.model.rows) == 0
    window.navigate("products")
    assert [p.title for p in page.list.model.rows] == ["柿饼"]


def test_undo_and_redo_by_keys(window, ctx, qtbot):
    window.activateWindow()
    ctx.write(window, "add", products.save, Product(title="柿饼"), ctx.clock())
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert ctx.reader.products.all() == ()
    qtbot.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert len(ctx.reader.products.all()) == 1


def test_what_was_done_is_said_with_a_way_back(window, ctx, qtbot):
    ctx.write(window, "add", products.save, Product(title="柿饼"), ctx.clock())
    ctx.notice("存好了", undo=True)
    assert window.lines.notice.isVisible()
    click(qtbot, window.lines.notice.button)
    assert ctx.reader.products.all() == ()


def test_the_line_makes_way_for_a_button_that_comes_after_it(window, ctx, qtbot):
    ctx.notice("存好了")
    notice, page = window.lines.notice, window.stack.currentWidget()
    under = SecondButton("去看看", parent=page)
    under.move(notice.geometry().center() - window.stack.pos())
    under.show()
    seen = under.rect().translated(under.mapTo(window.centralWidget(), QPoint()))
    assert notice.geometry().intersects(seen)
    qtbot.waitUntil(lambda: not notice.geometry().intersects(seen))
    assert notice.isVisible()
    under.move(notice.geometry().center() - window.stack.pos())  # scrolled below it
    seen = under.rect().translated(under.mapTo(window.centralWidget(), QPoint()))
    qtbot.waitUntil(lambda: not notice.geometry().intersects(seen))


def test_undo_in_the_line_never_takes_back_an_older_step(window, ctx, qtbot):
    ctx.write(window, "add", products.save, Product(title="柿饼"), ctx.clock())
    (first,) = ctx.reader.products.all()
    ctx.write(window, "bin", products.bin_, [first.id], ctx.clock())
    ctx.write(window, "empty", products.remove, [first.id])  # there is no way back from this
    ctx.notice("清空了", undo=True)
    assert not window.lines.notice.button.isVisible()


def test_the_line_loses_its_undo_once_something_else_is_written(window, ctx):
    ctx.write(window, "add", products.save, Product(title="柿饼"), ctx.clock())
    ctx.notice("存好了", undo=True)
    assert window.lines.notice.button.isVisible()
    ctx.write(window, "more", products.save, Product(title="礼盒"), ctx.clock())
    assert window.lines.notice.isVisible()
    assert not window.lines.notice.button.isVisible()


def test_the_keys_say_what_they_did(window, ctx, qtbot):
    window.activateWindow()
    control = Qt.KeyboardModifier.ControlModifier
    ctx.write(window, "添加商品", products.save, Product(title="柿饼"), ctx.clock())
    qtbot.keyClick(window, Qt.Key.Key_Z, control)
    assert window.lines.notice.text() == "已撤销：添加商品"
    qtbot.keyClick(window, Qt.Key.Key_Z, control)
    assert window.lines.notice.text() == "没有可撤销的"
    qtbot.keyClick(window, Qt.Key.Key_Y, control)
    assert window.lines.notice.text() == "已重做：添加商品"
    qtbot.keyClick(window, Qt.Key.Key_Y, control)
    assert window.lines.notice.text() == "没有可重做的"


def test_trouble_of_the_disk_is_one_line_that_can_be_closed(window, qtbot):
    window.show_trouble(BookProblem("disk_full", Path("/shop/shop.ksdesk")))
    assert window.lines.trouble is not None
    window.show_trouble(ValueError("ours"))
    window.lines.drop_trouble()
    assert window.lines.trouble is None


def test_narrow_windows_get_the_narrow_strip(window, qtbot):
    window.resize(1093, 614)
    qtbot.waitUntil(lambda: window.nav.width() == 72)
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: window.nav.width() == 168)


def test_a_page_that_has_no_room_is_scrolled_to_and_so_is_the_strip(window, qtbot):
    """On 1366×768 at 200 % pages and strip were cut at the foot of the screen."""
    window.setMinimumSize(1, 1)
    window.resize(667, 344)
    window.navigate("guide")
    page, area = window.pages["guide"], window.area
    qtbot.waitUntil(lambda: page.height() == page.minimumSizeHint().height())
    assert page.height() > area.viewport().height() and area.verticalScrollBar().maximum()
    qtbot.waitUntil(lambda: page.width() == area.viewport().width())
    assert not area.horizontalScrollBar().maximum()
    for item in window.nav.items.values():
        window.nav.show_widget(item)
        assert item.visibleRegion().boundingRect() == item.rect() and item.width() >= 64
    window.resize(360, 344)
    qtbot.waitUntil(lambda: page.width() == page.minimumSizeHint().width())
    assert area.verticalScrollBar().maximum() and area.horizontalScrollBar().maximum()
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: page.size() == area.size())
    assert not area.verticalScrollBar().maximum()


def test_a_low_narrow_strip_has_words_or_whole_icons_with_their_words_as_tooltips(window, qtbot):
    """On 1366×768 at 125 % the words were cut in half."""
    window.resize(1093, 614)
    qtbot.waitUntil(lambda: window.nav.width() == 72)
    item = window.nav.items["guide"]
    for height, told in ((48, ""), (32, item.text())):
        item.resize(68, height)
        item.grab()
        assert item.toolTip() == told


@pytest.mark.parametrize("waiting", [4, 16, 120])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_wide_strip_tells_each_page_whole(qtbot, scale, waiting):
    """At large text it showed "Prod…", "Prom…" and "Depo…" in English."""
    with wearing(Theme(scale=scale)):
        nav = Nav("My shop", sample=False)
        qtbot.addWidget(nav)
        for topic, item in nav.items.items():
            item.setText(PAGES[topic].word)
        nav.set_narrow(False)
        nav.set_badges(dict.fromkeys(PAGES, (waiting, True)))
        nav.resize(nav.width(), 900)
        nav.show()
        for topic, item in nav.items.items():
            nav.choose(topic)
            item.grab()
            assert not item.toolTip()
        assert scale > 1 or waiting > 9 or nav.width() == 168
        nav.close()


def test_a_file_dropped_on_any_page_reaches_the_import(window, tmp_path, qtbot):
    path = tmp_path / "report.csv"
    path.write_text("日期,花费\n2026-11-01,12.30\n", "utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    enter = QDragEnterEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    assert window.cue.isVisible() and "流量" in window.cue.text
    window.dragLeaveEvent(QDragLeaveEvent())
    assert window.cue.isHidden()
    window.dragEnterEvent(enter)
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(drop)
    assert window.cue.isHidden()
    qtbot.waitUntil(lambda: window.topic == "traffic")


def test_where_a_file_cannot_be_read_the_seller_stays(window, ctx, tmp_path, qtbot):
    """It was dropped on another page, which lay under the table's ever after."""
    bad, good = tmp_path / "歌.mp3", tmp_path / "花费.csv"
    bad.write_bytes(b"ID3" + bytes(2000))
    good.write_text("日期,花费\n2026-11-15,5\n", "utf-8")
    window.navigate("deposit")
    window.import_files([bad])
    runner = window.pages["traffic"].bringing.runner
    qtbot.waitUntil(lambda: runner.problem is not None)
    runner.problem.reject()
    qtbot.waitUntil(lambda: window.topic == "deposit")
    window.import_files([bad, good])
    qtbot.waitUntil(lambda: runner.problem is not None)
    runner.problem.reject()
    qtbot.waitUntil(lambda: runner.sheet is not None)
    runner.sheet.reject()
    qtbot.waitUntil(lambda: not runner.busy)
    assert window.topic == "traffic"
    ctx.book.close()


def test_a_file_that_cannot_be_read_on_the_doors_ends_on_the_import_page(ctx, tmp_path, qtbot):
    """There was no page to go back to, and the program said that it had failed."""
    bad = tmp_path / "歌.mp3"
    bad.write_bytes(b"ID3\3" + bytes(2000))
    window = MainWindow(ctx)
    qtbot.addWidget(window)
    window.open_first()
    window.show()
    window.import_files([bad])
    runner = window.pages["traffic"].bringing.runner
    qtbot.waitUntil(lambda: runner.problem is not None)
    runner.problem.reject()
    qtbot.waitUntil(lambda: not runner.busy)
    assert window.topic == "traffic" and window.nav.isVisible()


def test_who_went_on_is_not_taken_back_by_a_file(window, ctx, tmp_path, qtbot):
    bad = tmp_path / "歌.mp3"
    bad.write_bytes(b"ID3\3" + bytes(2000))
    window.navigate("deposit")
    window.import_files([bad])
    runner = window.pages["traffic"].bringing.runner
    qtbot.waitUntil(lambda: runner.problem is not None)
    window.navigate("products")
    runner.problem.reject()
    qtbot.waitUntil(lambda: not runner.busy)
    assert window.topic == "products"
    ctx.book.close()


@pytest.mark.slow
def test_to_the_sample_shop_and_back_without_a_trace(window, ctx, qtbot):
    ctx.write(window, "add", products.save, Product(title="自己的"), ctx.clock())
    ctx.switch_shop(True)
    qtbot.waitUntil(lambda: ctx.sample and window.isEnabled(), timeout=10_000)
    assert len(ctx.reader.products.all()) >= 40
    assert ctx.undo.last is None
    ctx.switch_shop(False)
    qtbot.waitUntil(lambda: not ctx.sample and window.isEnabled())
    assert [p.title for p in ctx.reader.products.all()] == ["自己的"]
    assert not ctx.paths.sample_book.exists()
    ctx.book.close()


def test_place_and_size_are_remembered(window, ctx):
    window.navigate("guide")
    window.close()
    assert ctx.settings.values.page == "guide"
    assert ctx.settings.values.geometry


def test_what_a_kill_left_of_a_parcel_goes_at_the_next_start(window, ctx):
    left = ctx.paths.parcels / "guest-1.ksdesk"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"x")
    window.keeper.sweep()
    assert not left.exists()


def test_the_shops_name_stands_in_the_title(window, ctx):
    assert window.windowTitle() == "ksdesk 直播小店助手"
    ctx.write(window, "改名", shops.rename, "柿子小店")
    assert window.windowTitle() == "柿子小店 · ksdesk 直播小店助手"
    window.rebuild()
    assert window.windowTitle() == "柿子小店 · ksdesk 直播小店助手"


@pytest.mark.slow
@pytest.mark.parametrize(("wide", "edge"), [(960, 16), (1099, 16), (1120, 24), (1920, 24)])
def test_no_title_jumps_from_page_to_page(window, wide, edge):
    window.resize(wide, 800)
    for topic in PAGES:
        window.navigate(topic)
        page = window.pages[topic]
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        header = page.findChild(PageHeader)
        assert header.mapTo(page, QPoint()).x() == edge, topic
        assert header.mapTo(page, QPoint()).y() == 16, topic


class LaidOut(QObject):
    """Counts the wishes to be laid out anew."""

    times = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.times += event.type() == QEvent.Type.LayoutRequest
        return False


@pytest.mark.slow
@pytest.mark.parametrize("width", [1280, 700])
def test_a_page_at_rest_is_not_laid_out_again_and_again(window, qapp, width):
    """A header answered each wish to be laid out with another, and the processor never rested."""
    window.resize(width, 800)
    laid_out = LaidOut()
    for topic in PAGES:
        window.navigate(topic)
        for _ in range(20):
            QCoreApplication.processEvents()
        qapp.installEventFilter(laid_out)
        for _ in range(20):
            QCoreApplication.processEvents()
        qapp.removeEventFilter(laid_out)
        assert not laid_out.times, topic
