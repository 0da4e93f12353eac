"""The main window: navigation, one page at a time, and the lines that belong to all pages."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)

from ksdesk.paths import SHOP_FILES, BookProblem, is_within_reach
from ksdesk.ui.backups.keeper import Keeper
from ksdesk.ui.parts.drop import DropCue
from ksdesk.ui.parts.tab_order import Return, go_on, stops
from ksdesk.ui.shell.area import PageArea
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.finder import Finder
from ksdesk.ui.shell.keys import Keys
from ksdesk.ui.shell.look import dress
from ksdesk.ui.shell.page import NARROW_BELOW, Page
from ksdesk.ui.shell.pages import PAGES
from ksdesk.ui.shell.shops import SINGLE_SHOT, ShopSwitch
from ksdesk.ui.shell.strip import Strip
from ksdesk.ui.shell.theme import FRAME
from ksdesk.ui.shell.way_back import WayBack
from ksdesk.ui.today.badges import Badges

if TYPE_CHECKING:
    from ksdesk.ui.shell.lines import WindowLines

log = logging.getLogger(__name__)

SMALLEST = (960, 600)
FIRST = (1280, 800)


class MainWindow(QMainWindow):
    """Builds the navigation and shows pages; a page builds itself when it is first opened.

    `unexpected(error)` may be emitted from any thread: the error is told on the UI thread.
    """

    unexpected = Signal(object)

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.ctx = ctx
        self.pages: dict[str, Page] = {}
        self._drafts: dict[str, dict[str, Any]] = {}
        self._topic = ""
        self._closing = False
        Return(self)
        self.welcome: QWidget | None = None
        room = self.screen().availableSize() - QSize(*FRAME)
        self.setMinimumSize(QSize(*SMALLEST).boundedTo(room))
        self.resize(QSize(*FIRST).boundedTo(room))
        self.setAcceptDrops(True)
        self.finder = Finder(ctx, self)
        self.way_back = WayBack(ctx.undo, lambda: self.lines, self)
        ctx.navigate, ctx.notice = self.navigate, self.way_back.say
        ctx.import_files, ctx.restyle = self.import_files, self.restyle
        switch = ShopSwitch(ctx, self._leave, self._shop_opened, self._refused)
        ctx.switch_shop, ctx.open_shop = switch.to_sample, switch.to
        ctx.put_in_place = switch.put_in_place
        self.unexpected.connect(self.show_trouble, Qt.ConnectionType.QueuedConnection)
        ctx.jobs.failed.connect(self.show_trouble)
        ctx.jobs.progressed.connect(self._progressed)
        ctx.jobs.finished.connect(self._finished)
        self.keeper = Keeper(ctx, self)
        self.keeper.synced.connect(self._warn_synced)
        self.badges = Badges(ctx, lambda: self.topic, self)
        self.build()

    def build(self) -> None:
        """Make (again) everything in the window, in the present language and look."""
        self.pages.clear()
        self.finder.forget()
        self._lines: WindowLines | None = None
        self._root = QWidget()
        row = QHBoxLayout(self._root)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.nav = Strip(self.ctx, self.way_back)
        self.nav.chosen.connect(self.navigate)
        self.nav.named.connect(self._entitle)
        self._entitle()
        self.nav.search.clicked.connect(self.finder.open)
        row.addWidget(self.nav)
        nav = self.nav
        Keys(self.ctx, self.way_back, nav.open_steps, self._search, self._cross, self._root)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        if self.ctx.sample:
            self._column.addWidget(self._stripe())
        self.area = PageArea()
        self.stack = self.area.stack
        self._column.addWidget(self.area, 1)
        row.addLayout(self._column, 1)
        self.setCentralWidget(self._root)
        self.cue = DropCue(
            self._root, self.tr("Let go: the file goes to the traffic page and is read there")
        )
        self.nav.set_narrow(self.width() < NARROW_BELOW)
        self.keeper.told.connect(self.nav.backup.set_text)
        self.keeper.tell()
        self.badges.counted.connect(self.nav.set_badges)
        self.badges.recount()

    @Slot()
    def _entitle(self) -> None:
        app = self.tr("ksdesk livestream shop desk")
        self.setWindowTitle(" · ".join(filter(None, (self.ctx.shop_name, app))))

    @property
    def lines(self) -> WindowLines:
        """The lines around the pages, made when the first of them is needed."""
        if self._lines is None:
            from ksdesk.ui.shell.lines import WindowLines

            self._lines = WindowLines(self._column, self.area, self._root)
            self._lines.move_out.connect(self.nav.open_backups)
        return self._lines

    def open_first(self) -> None:
        """Open the page shown last, or the two doors where nobody has chosen one yet."""
        values = self.ctx.settings.values
        if not values.welcomed and not self.ctx.sample:
            self._show_welcome()
        else:
            self.navigate(values.page if values.page in PAGES else "today")

    def _show_welcome(self) -> None:
        from ksdesk.ui.shell.first_start import FirstStart

        self.welcome = FirstStart(self.ctx)
        self.welcome.began.connect(self._begin)
        self.stack.addWidget(self.welcome)
        self.stack.setCurrentWidget(self.welcome)
        self.nav.hide()
        self._topic = ""

    @Slot()
    def _begin(self) -> None:
        self.ctx.keep_settings(welcomed=True)
        self.navigate("opening")

    def _leave_welcome(self) -> None:
        if self.welcome is not None:
            self.stack.removeWidget(self.welcome)
            self.welcome.deleteLater()
            self.welcome = None
            self.nav.show()

    def navigate(self, topic: str, target: Any = None) -> None:
        """Open a page, at the row, step or section that `target` names."""
        self.finder.close()
        page = self.page(topic)
        self._leave_welcome()
        self._topic = topic
        self.stack.setCurrentWidget(page)
        self.nav.choose(topic)
        page.freshen()
        if target is not None:
            page.jump(target)
        if self._lines is not None:  # what was done covers no button of this page either
            self._lines.place()

    def page(self, topic: str) -> Page:
        """The page of a topic, built if it is not there yet."""
        if topic not in self.pages:
            page = PAGES[topic].load()(self.ctx)
            self.pages[topic] = page
            self.stack.addWidget(page)
            if draft := self._drafts.pop(topic, None):
                page.restore(draft)
        return self.pages[topic]

    def reading(self) -> bool:
        """Whether an import is being read on one of the pages."""
        return any(page.reading() for page in self.pages.values())

    @property
    def topic(self) -> str:
        """The open page."""
        return self._topic

    def rebuild(self, keep_drafts: bool = True) -> None:
        """Drop the pages and build them in the present language, look and shop."""
        topic, welcome = self._topic, self.welcome is not None
        if keep_drafts:
            self._drafts |= {name: page.state() for name, page in self.pages.items()}
        else:
            self._drafts.clear()
        old = self._root
        self.takeCentralWidget()
        for page in self.pages.values():
            page.retire()
        self.welcome = None
        self.build()
        if welcome:
            self._show_welcome()
        else:
            self.navigate(topic or "today")
        old.deleteLater()

    def restyle(self) -> None:
        """Take up the language, scheme and sizes that the settings now ask for."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.ctx.language = ""
        self.ctx.theme = dress(app, self.ctx.settings)
        self.rebuild()

    def _leave(self) -> None:
        """Another book comes: the pages ask this one nothing more."""
        self.setEnabled(False)
        for page in self.pages.values():
            page.retire()

    def _shop_opened(self) -> None:
        self.setEnabled(True)
        self._topic = "today"
        self.welcome = None
        self.rebuild(keep_drafts=False)
        if not self.ctx.sample:
            self.open_first()

    def _refused(self, shop: str, problem: Exception) -> None:
        """Another shop could not be opened; the one before is there again."""
        from ksdesk.ui.shell.lost_shop import offer_in

        offer_in(self, self.ctx, shop, problem)

    @Slot(str)
    def _warn_synced(self, name: str) -> None:
        if self.welcome is None:
            self.lines.warn_synced(name)

    @Slot(object)
    def show_trouble(self, error: BaseException) -> None:
        """A failure that no page took."""
        self.lines.show_trouble(error)

    def import_files(self, files: Sequence[Path]) -> None:
        """Take files from outside (arguments, a second start, a drop): a book or a moving file is
        offered as a further shop, all others go to the import page.
        """
        shops = [file for file in files if file.suffix.lower() in SHOP_FILES]
        tables = [file for file in files if file not in shops]
        if tables:
            before = self._topic
            self.navigate("traffic")
            page: Any = self.pages["traffic"]
            page.bringing.runner.rested.connect(partial(self._go_back, before), SINGLE_SHOT)
            page.import_files(tables)
        if shops:
            self._take_in(shops)

    def _go_back(self, topic: str) -> None:
        """Where files could not be read, the seller is again on the page where they were dropped,
        if there was one and no other has been opened meanwhile."""
        page: Any = self.pages["traffic"]
        if page.bringing.runner.unread and topic and self._topic == "traffic":
            self.navigate(topic)

    def _take_in(self, shops: Sequence[Path]) -> None:
        first, *rest = shops
        if is_within_reach(first) and first.samefile(self.ctx.paths.book):
            self.way_back.say(self.tr("{name} is the shop that is open").format(name=first.name))
            return
        if rest:
            words = self.tr("One shop at a time: this is {name}, open the others after it")
            self.way_back.say(words.format(name=first.name))
        from ksdesk.ui.backups.taking import TakeIn

        TakeIn(self.ctx, self.welcome or self).read(first)

    def come_forward(self) -> None:
        """Raise the window over the others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def _stripe(self) -> QWidget:
        from ksdesk.ui.parts.banner import SampleStripe

        stripe = SampleStripe(
            self.tr("Sample shop"),
            self.tr("All figures here are made up. Nothing touches your own book."),
            self.tr("Leave the sample, open my shop ›"),
        )
        stripe.left.connect(partial(self.ctx.switch_shop, False))
        return stripe

    @Slot()
    def _search(self) -> None:
        if self.welcome is None:
            self.finder.open()

    @Slot()
    def _cross(self) -> None:
        """Take the keyboard from the strip to the page, or back to the page's name in the strip."""
        now = self.focusWidget()
        on_page = now is not None and self.stack.isAncestorOf(now)
        item = self.nav.items.get(self.topic)
        to = [item] if on_page and item is not None else stops(self.stack)[:1]
        if to:
            to[0].setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(object)
    def _progressed(self, job) -> None:
        self.lines.progressed(job)

    @Slot(object)
    def _finished(self, job) -> None:
        if self._lines is not None:
            self._lines.finished(job)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return go_on(self, forward)

    def showEvent(self, event) -> None:
        super().showEvent(event)
        self.finder.watch()

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self.nav.set_narrow(event.size().width() < NARROW_BELOW)
        if self._lines is not None:
            self._lines.place()

    def dragEnterEvent(self, event) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self.cue.show_over(True)

    def dragLeaveEvent(self, event) -> None:
        self.cue.show_over(False)

    def dropEvent(self, event) -> None:
        self.cue.show_over(False)
        paths = [Path(u.toLocalFile()) for u in event.mimeData().urls() if u.isLocalFile()]
        event.acceptProposedAction()
        QTimer.singleShot(0, self, partial(self.import_files, paths))

    def closeEvent(self, event) -> None:
        if self.ctx.jobs.busy():
            event.ignore()
            if not self._closing:
                self._closing = True
                self.ctx.jobs.cancel_all()
                self.ctx.jobs.idle.connect(self.close)
                self.ctx.notice(self.tr("Finishing what is being saved, then closing."))
            return
        values = {"geometry": bytes(self.saveGeometry().toHex().data()).decode()}
        if self._topic and not self.ctx.sample:
            values["page"] = self._topic
        try:
            self.ctx.settings.set(**values)
        except BookProblem as error:  # a full disk costs the window's place, not its closing
            log.warning("the window's place could not be kept: %s", error)
        super().closeEvent(event)
