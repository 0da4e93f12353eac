"""The panel of Ctrl+K: a field, and what was found below it, over the page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid

from ksdesk.actions import products
from ksdesk.domain.changes import Changes
from ksdesk.domain.search import Hit, words_of
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.labels import Divider, body, small
from ksdesk.ui.parts.line_edit import LineEdit
from ksdesk.ui.search.finding import find, group_word
from ksdesk.ui.search.places import pages
from ksdesk.ui.search.results import Results
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.latest import Latest
from ksdesk.ui.shell.theme import theme_of

WIDTH = 560
TOP = 56
RECENT = 8
STEPS: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
PAGES: dict[int, int] = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class SearchField(LineEdit):
    """The field: `stepped(by)` and `paged(by)` by arrows and page keys, `left` when the focus
    goes elsewhere in the window."""

    stepped = Signal(int)
    paged = Signal(int)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in STEPS:
            self.stepped.emit(STEPS[event.key()])
        elif event.key() in PAGES:
            self.paged.emit(PAGES[event.key()])
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        elsewhere = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
        if event.reason() not in elsewhere:
            self.left.emit()


class Palette(QWidget):
    """Covers the window, see-through but for its panel; a click beside it closes it.

    `chosen(hit)` when one is taken. What was taken is offered again while the window lasts.
    """

    chosen = Signal(object)

    def __init__(self, ctx: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.recent: list[Hit] = []
        self._over = parent
        self._latest = Latest(ctx, self)
        self._take_answer = False
        self._back: QWidget | None = None
        self.setAccessibleName(self.tr("Search everything"))
        self._make()
        parent.installEventFilter(self)
        self.hide()

    def _make(self) -> None:
        self.panel = Card(flush=True, edge="control", parent=self)
        self.field = SearchField(icon="search")
        self.field.setProperty("tall", "true")
        self.field.setFrame(False)
        self.field.setClearButtonEnabled(False)
        self.field.setPlaceholderText(self.tr("Product, order number, amount, page, rule …"))
        self.field.setAccessibleName(self.tr("Search everything"))
        self.field.textChanged.connect(self._ask)
        self.field.returnPressed.connect(self._take_current)
        self.field.left.connect(self.close_quietly)
        top = QFrame()
        inside = QVBoxLayout(top)
        inside.setContentsMargins(12, 12, 12, 12)
        inside.addWidget(self.field)
        self.nothing = body("", wrap=True)
        self.way_out = small(
            self.tr(
                "Fewer words, the first or last digits of a number, or pinyin initials may do."
            ),
            wrap=True,
        )
        self.said = QWidget()
        lines = QVBoxLayout(self.said)
        lines.setContentsMargins(16, 12, 16, 8)
        lines.setSpacing(4)
        lines.addWidget(self.nothing)
        lines.addWidget(self.way_out)
        self.results = Results(self.tr("Found"))
        self.results.taken.connect(self._take)
        self.results.moved.connect(self._tell_current)
        self.field.stepped.connect(self.results.step)
        self.field.paged.connect(self.results.page)
        foot = small(self.tr("Up and down to choose, Enter opens, Esc closes"))
        foot.setContentsMargins(16, 0, 16, 0)
        foot.setFixedHeight(foot.minimumHeight() + 12)
        for part in (top, Divider("grid"), self.said, self.results, Divider("grid"), foot):
            self.panel.add(part, 1 if part is self.results else 0)

    @Slot()
    def open(self) -> None:
        """Come up empty, over whatever page is shown; once more takes it away."""
        if self.isVisible():
            self.close_back()
            return
        self._back = QApplication.focusWidget()
        self.field.clear()
        self._show((), "")
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        self._place()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        # those of an older book are found by their plain words until then
        label = self.tr("Preparing the search")
        self.ctx.write(self, "", products.make_findable, done=self._prepared, progress=label)

    def close_back(self) -> None:
        """Go away; the focus goes back to where it was."""
        back = self._back
        self.close_quietly()
        if back is not None and isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def close_quietly(self) -> None:
        """Go away; the focus is somebody else's care."""
        self._back = None
        self._latest.drop()
        self.hide()

    # -- asking ------------------------------------------------------------------------------

    def _prepared(self, changes: Changes) -> None:
        if changes.topics:
            self._ask()

    @Slot()
    def _ask(self) -> None:
        """Put the question; while an older one runs, the newest text waits for its end."""
        text = self.field.text()
        self._take_answer = False
        if self._latest.waiting or not self.isVisible():
            return
        if not words_of(text):
            self._show((), "")
            return
        done = partial(self._answered, text)
        self._latest.ask(find, self.ctx, text, done=done, failed=self._broke)

    def _answered(self, text: str, hits: tuple[Hit, ...]) -> None:
        if text != self.field.text():
            self._ask()
            return
        self._show(hits, text)
        if self._take_answer:
            self._take_current()

    def _broke(self, error: BaseException) -> None:
        self.close_back()
        self.ctx.jobs.failed.emit(error)

    def _show(self, hits: Sequence[Hit], text: str) -> None:
        """The hits under their headings; the last ones and all pages where nothing is typed, all
        pages where nothing is found."""
        lines: list[str | Hit] = []
        if hits:
            for hit in hits:
                if not lines or lines[-1].kind != hit.kind:  # type: ignore[union-attr]
                    lines.append(group_word(hit.kind))
                lines.append(hit)
        else:
            if self.recent and not text:
                lines += [self.tr("Opened last"), *self.recent]
            lines += [group_word("page"), *pages()]
        self.said.setVisible(bool(text) and not hits)
        self.nothing.setText(self.tr("Nothing has “{text}” in it").format(text=text.strip()))
        self.results.show_lines(lines, words_of(text))
        self._place()

    # -- choosing ----------------------------------------------------------------------------

    @Slot()
    def _take_current(self) -> None:
        """Open the chosen hit; Enter before the answer is there waits for it."""
        self._take_answer = self._latest.waiting
        hit = self.results.current()
        if hit is not None and not self._take_answer:
            self._take(hit)

    @Slot(object)
    def _take(self, hit: Hit) -> None:
        if hit.kind != "page":
            others = [
                old for old in self.recent if old.target != hit.target or old.kind != hit.kind
            ]
            self.recent = [hit, *others][:RECENT]
        self.close_back()
        self.chosen.emit(hit)

    @Slot(object)
    def _tell_current(self, hit: Hit | None) -> None:
        """What a screen reader says of the chosen line while the focus stays in the field."""
        words = "" if hit is None else f"{group_word(hit.kind)}: {hit.title} {hit.second}".strip()
        self.field.setAccessibleDescription(words or self.nothing.text())

    # -- place and keys ----------------------------------------------------------------------

    def _place(self) -> None:
        """In the middle near the top, as high as what was found, down to the window's foot."""
        theme = theme_of(self)
        width = min(max(WIDTH, theme.px(WIDTH)), self.width() - 32)
        self.results.setFixedHeight(0)
        layout = self.panel.layout()
        assert layout is not None
        layout.activate()
        texts = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else 0
        rest = max(texts, layout.totalMinimumSize().height())
        height = min(self.results.wanted_height(), self.height() - TOP - 24 - rest)
        self.results.setFixedHeight(max(0, height))
        self.panel.setGeometry((self.width() - width) // 2, TOP, width, rest + max(0, height))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._over.rect())
            self._place()
        return False

    def focusNextPrevChild(self, _forwards: bool) -> bool:
        """Tab stays in the field: there is nothing else to reach."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_back()
        event.accept()  # no key reaches the page below

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.close_back()
