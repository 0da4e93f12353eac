"""The main window: navigation, one page at a time, and the lines that belong to all pages."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QUndoCommand
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.finder import Finder
from ksdesk.ui.shell.look import dress
from ksdesk.ui.shell.nav import NARROW_BELOW, SEARCH_KEYS, Nav
from ksdesk.ui.shell.page import Page
from ksdesk.ui.shell.pages import PAGES
from ksdesk.ui.shell.shops import ShopSwitch

if TYPE_CHECKING:
    from ksdesk.domain.progress import Progress
    from ksdesk.domain.traffic.alarms import Alarms
    from ksdesk.ui.shell.lines import Lines

log = logging.getLogger(__name__)

SMALLEST = (960, 600)
FIRST = (1280, 800)
COUNT_AFTER = 300  # milliseconds after a change: a burst is counted once


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
        self._empty: str | None = None
        self._offered: QUndoCommand | None = None  # what the button of the notice takes back
        self._synced = ""
        self.welcome: QWidget | None = None
        self.setMinimumSize(*SMALLEST)
        self.resize(QSize(*FIRST).boundedTo(self.screen().availableSize()))
        self.setAcceptDrops(True)
        self.finder = Finder(ctx, self)
        self._make_actions()
        ctx.navigate, ctx.notice = self.navigate, self.show_notice
        ctx.import_files, ctx.restyle = self.import_files, self.restyle
        self._switch = ShopSwitch(ctx, self._shop_opened)
        ctx.switch_shop, ctx.open_shop = self.switch_shop, self.open_shop
        ctx.put_in_place = self.put_in_place
        ctx.undo.undoTextChanged.connect(self._tell_undo)
        ctx.undo.indexChanged.connect(self._drop_offer)
        ctx.undo.swung.connect(self._tell_swung)
        self.unexpected.connect(self.show_trouble, Qt.ConnectionType.QueuedConnection)
        ctx.jobs.failed.connect(self.show_trouble)
        ctx.jobs.progressed.connect(self._progressed)
        ctx.jobs.finished.connect(self._finished)
        ctx.hub.changed.connect(self._changed)
        self._recount = QTimer(self, singleShot=True, interval=COUNT_AFTER)
        self._recount.timeout.connect(self._count)
        self.build()

    def build(self) -> None:
        """Make (again) everything in the window, in the present language and look."""
        self.pages.clear()
        self.finder.forget()
        self._lines: Lines | None = None
        self.setWindowTitle(self.tr("ksdesk livestream shop desk"))
        self._root = QWidget()
        row = QHBoxLayout(self._root)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        name = self.tr("Sample") if self.ctx.sample else self.tr("My shop")
        self.nav = Nav(name, self.ctx.sample)
        self.nav.chosen.connect(self.navigate)
        self.nav.shops.connect(self._shop_menu)
        self.nav.search.clicked.connect(self.finder.open)
        self.nav.backup.clicked.connect(self._open_backups)
        self.nav.undo.clicked.connect(self.open_history)
        row.addWidget(self.nav)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        if self.ctx.sample:
            self._column.addWidget(self._stripe())
        self.stack = QStackedWidget()
        self._column.addWidget(self.stack, 1)
        row.addLayout(self._column, 1)
        self.setCentralWidget(self._root)
        self.nav.set_narrow(self.width() < NARROW_BELOW)
        self._tell_name()
        self.tell_backup()
        self._tell_undo(self.ctx.undo.undoText())
        self._warn_synced()
        self._recount.start()

    @property
    def lines(self) -> Lines:
        """The lines around the pages, made when the first of them is needed."""
        if self._lines is None:
            from ksdesk.ui.shell.lines import Lines

            self._lines = Lines(self._column, self.stack, self._root)
            self._lines.move_out.connect(self._open_backups)
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
        self.ctx.settings.set(welcomed=True)
        self.navigate("opening")

    def _leave_welcome(self) -> None:
        if self.welcome is not None:
            self.stack.removeWidget(self.welcome)
            self.welcome.deleteLater()
            self.welcome = None
            self.nav.show()

    def navigate(self, topic: str, target: str | None = None) -> None:
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

    def page(self, topic: str) -> Page:
        """The page of a topic, built if it is not there yet."""
        if topic not in self.pages:
            page = PAGES[topic].load()(self.ctx)
            self.pages[topic] = page
            self.stack.addWidget(page)
            if draft := self._drafts.pop(topic, None):
                page.restore(draft)
        return self.pages[topic]

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
        self._make_actions()
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

    def switch_shop(self, sample: bool) -> None:
        """Open the sample shop, or go back to the own one that was open last."""
        from ksdesk.paths import SAMPLE
        from ksdesk.ui.shell.shops import last_shop

        self.open_shop(SAMPLE if sample else last_shop(self.ctx.paths, self.ctx.settings))

    def open_shop(self, shop: str, name: str = "", *, leaving_empty: bool = False) -> None:
        """Open a shop by its short name; a new one gets `name`.

        leaving_empty: the one that is left goes if nothing was ever written in it.
        """
        self._empty = self.ctx.paths.shop if leaving_empty else None
        self._freeze()
        self._switch.to(shop, name)

    def put_in_place(self, prepared, said: str) -> None:
        """Let a prepared backup be the book; `said` tells of it when it is."""
        self._freeze()
        self._switch.put_in_place(prepared, partial(self._restored, said))

    def _freeze(self) -> None:
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
        if self._empty is not None and self._empty != self.ctx.paths.shop:
            from ksdesk.actions import shops

            self.ctx.jobs.run(self, shops.drop_empty, self.ctx.paths, self._empty)
        self._empty = None

    def _restored(self, said: str) -> None:
        self.navigate("settings", "data")
        self.show_notice(said)

    def tidy(self) -> None:
        """Mark interrupted imports and sweep their files, empty the old bin, back up if due."""
        from ksdesk.actions import backups, import_drafts, products

        if self.ctx.sample:
            return
        now = self.ctx.clock()
        self.ctx.write(self, "", import_drafts.mark_interrupted)
        page = self.pages.get("traffic")
        if page is None or not page.reading():  # what is being read is no draft yet
            self.ctx.jobs.run(self, import_drafts.sweep, self.ctx.paths.staging, now, writes=True)
        self.ctx.write(self, "", products.sweep, now)
        folder = self.ctx.paths.backups
        self.ctx.write(self, "", backups.if_due, folder, "daily", backups.EVERY, now)

    def sweep(self) -> None:
        """Remove what a kill left behind, and warn of a folder that others write to as well."""
        from ksdesk.actions.backups import moving, restoring
        from ksdesk.ui.shell.shops import forget_sample

        if not self.ctx.sample:
            paths = self.ctx.paths
            self.ctx.jobs.run(self, forget_sample, paths, writes=True)
            self.ctx.jobs.run(self, restoring.sweep, paths.book, paths.backups, writes=True)
            self.ctx.jobs.run(self, moving.sweep, paths, writes=True)
        self._synced = moving.synced_by(self.ctx.paths.data)
        self._warn_synced()

    def _warn_synced(self) -> None:
        if self._synced and not self.ctx.sample and self.welcome is None:
            self.lines.warn_synced(self._synced)

    def tell_crash(self) -> None:
        """Say that the run before ended badly, and where it is written down."""
        self.show_notice(
            self.tr(
                "ksdesk did not close properly last time. Nothing saved was lost; the log is"
                " in Settings."
            )
        )

    def show_notice(
        self,
        text: str,
        undo: bool = False,
        *,
        way: str = "",
        go: Callable[[], None] | None = None,
    ) -> None:
        """The line that says what was done and fades; with `undo`, it offers to take back the
        step just written, while that is the last one; else `way` is the word for `go`, which
        leads to what was made.
        """
        self._offered = self.ctx.undo.latest if undo else None
        if self.ctx.undo.is_next(self._offered):
            way, go = self.tr("Undo"), self.ctx.undo.back
        self.lines.say(text, way, go)

    @Slot(int)
    def _drop_offer(self, _index: int) -> None:
        """Undo in the notice means its own step, never an older or a newer one."""
        if self._offered is not None and not self.ctx.undo.is_next(self._offered):
            self._offered = None
            self.lines.drop_way()

    @Slot(str, bool)
    def _tell_swung(self, text: str, back: bool) -> None:
        said = self.tr("Undone: {what}") if back else self.tr("Redone: {what}")
        self.show_notice(said.format(what=text or self.tr("the last step")))

    @Slot()
    def _undo(self) -> None:
        if not self.ctx.undo.canUndo():
            self.show_notice(self.tr("Nothing to undo"))
        self.ctx.undo.back()

    @Slot()
    def _redo(self) -> None:
        if not self.ctx.undo.canRedo():
            self.show_notice(self.tr("Nothing to redo"))
        self.ctx.undo.forth()

    @Slot(object)
    def show_trouble(self, error: BaseException) -> None:
        """A failure that no page took."""
        self.lines.show_trouble(error)

    def import_files(self, files: Sequence[Path]) -> None:
        """Take files from outside (arguments, a second start, a drop) to the import page."""
        if not files:
            return
        self.navigate("traffic")
        self.pages["traffic"].import_files(list(files))  # type: ignore[attr-defined]

    def come_forward(self) -> None:
        """Raise the window over the others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def tell_backup(self) -> None:
        """Say in the strip when the book was last backed up."""
        from ksdesk.actions.backups import listed

        if self.ctx.sample:
            self.nav.backup.set_text(self.tr("Sample: no backup"))
        else:
            self.ctx.jobs.run(self, listed, self.ctx.paths.backups, done=self._listed)

    def _listed(self, backups) -> None:
        """The clock for today, else the day: the strip is narrow."""
        from ksdesk.ui.parts.texts import clock_text, day_text

        if not backups:
            text = self.tr("Not backed up yet")
        elif (made := backups[0].made_at).date() == self.ctx.clock().date():
            text = self.tr("Backed up {time}").format(time=clock_text(made))
        else:
            text = self.tr("Backed up {day}").format(day=day_text(made.date()))
        self.nav.backup.set_text(text)

    def _tell_name(self) -> None:
        """Say in the strip what the own shop is called, read in a worker."""
        if not self.ctx.sample:
            self.ctx.jobs.run(self, _own_name, self.ctx, done=self._named)

    def _named(self, name: str) -> None:
        self.nav.switch.rename(name or self.tr("My shop"))

    def _stripe(self) -> QWidget:
        from ksdesk.ui.parts.banner import SampleStripe

        stripe = SampleStripe(
            self.tr("Sample shop"),
            self.tr("All figures here are made up. Nothing touches your own book."),
            self.tr("Leave the sample, open my shop ›"),
        )
        stripe.left.connect(self._leave_sample)
        return stripe

    @Slot()
    def _leave_sample(self) -> None:
        self.ctx.switch_shop(False)

    @Slot()
    def _shop_menu(self) -> None:
        from ksdesk.ui.shell import menus

        menu = menus.shop_menu(self.ctx, self._open_backups, self._new_shop, self)
        menus.show_under(menu, self.nav.switch)

    @Slot()
    def open_history(self) -> None:
        """The list of the steps that can be taken back, each by its name."""
        from ksdesk.ui.shell import menus

        menu = menus.undo_menu(self.ctx.undo, self)
        menus.show_under(menu, self.nav.undo if self.nav.undo.isVisible() else self.nav.switch)

    @Slot()
    def _new_shop(self) -> None:
        from ksdesk.ui.backups.shop_name import ask_new_shop

        ask_new_shop(self.ctx, self)

    @Slot()
    def _open_backups(self) -> None:
        self.navigate("settings", "data")

    @Slot(str)
    def _tell_undo(self, text: str) -> None:
        can = self.ctx.undo.canUndo()
        self.nav.set_undo(self.tr("Undo: {what} ›").format(what=text) if can else "")

    def _make_actions(self) -> None:
        for action in self.actions():
            self.removeAction(action)
            action.deleteLater()
        keys = QKeySequence.StandardKey
        self._action(self.tr("Undo"), QKeySequence.keyBindings(keys.Undo), self._undo)
        again = [*QKeySequence.keyBindings(keys.Redo), QKeySequence("Ctrl+Y")]
        self._action(self.tr("Redo"), again, self._redo)
        self._action(self.tr("Steps"), [QKeySequence("Ctrl+Alt+Z")], self.open_history)
        self._action(self.tr("Search"), [SEARCH_KEYS], self._search)
        for number, topic in enumerate(PAGES, 1):
            action = self._action(topic, [QKeySequence(f"Ctrl+{number}")], self._go_to)
            action.setData(topic)

    def _action(
        self, text: str, keys: Sequence[QKeySequence], slot: Callable[..., None]
    ) -> QAction:
        action = QAction(self)
        action.setText(text)
        action.setShortcuts(list({key.toString(): key for key in keys}.values()))
        action.triggered.connect(slot)
        self.addAction(action)
        return action

    @Slot()
    def _search(self) -> None:
        if self.welcome is None:
            self.finder.open()

    @Slot()
    def _go_to(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.navigate(action.data())

    @Slot(object)
    def _progressed(self, job) -> None:
        self.lines.progressed(job)

    @Slot(object)
    def _finished(self, job) -> None:
        if self._lines is not None:
            self._lines.finished(job)

    @Slot(object)
    def _changed(self, changes) -> None:
        if "backups" in changes.topics:
            self.tell_backup()
        if "settings" in changes.topics:
            self._tell_name()
        self._recount.start()

    @Slot()
    def _count(self) -> None:
        """Count in a worker what waits on each page."""
        self.ctx.jobs.run(self, _badges, self.ctx, done=self._counted)

    def _counted(self, found: tuple[dict[str, tuple[int, bool]], bool]) -> None:
        badges, unlooked = found
        for topic in self.nav.items:
            self.nav.set_badge(topic, *badges.get(topic, (0, False)))
        if unlooked and self._topic != "traffic":  # the page looks by itself
            self.ctx.jobs.run(self, _look, self.ctx, done=self._looked, progress="")

    def _looked(self, seen: Alarms) -> None:
        from ksdesk.ui.traffic.alarms.desk import remember

        remember(self.ctx, self, seen)

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

    def dropEvent(self, event) -> None:
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
                self.show_notice(self.tr("Finishing what is being saved, then closing."))
            return
        values = {"geometry": bytes(self.saveGeometry().toHex().data()).decode()}
        if self._topic and not self.ctx.sample:
            values["page"] = self._topic
        try:
            self.ctx.settings.set(**values)
        except OSError as error:  # a full disk costs the window's place, not its closing
            log.warning("the window's place could not be kept: %s", error)
        super().closeEvent(event)


def _own_name(ctx: Context) -> str:
    return ctx.reader.shop.name()


def _badges(ctx: Context) -> tuple[dict[str, tuple[int, bool]], bool]:
    from ksdesk.actions.today import agenda, badges

    found = agenda(ctx.reader, ctx.rules(), ctx.clock())
    return badges(found), found.unlooked


def _look(ctx: Context, progress: Progress) -> Alarms:
    """Look for alarms in traffic that has changed, so that 今日 can tell them."""
    from ksdesk.actions.traffic import alarms as traffic_alarms

    return traffic_alarms.found(ctx.reader, ctx.clock(), progress=progress)
