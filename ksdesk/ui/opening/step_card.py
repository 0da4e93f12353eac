"""The card in the middle: what the step says and asks, with a footer that always stays."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ksdesk.ui.parts.buttons import MainButton, SecondButton
from ksdesk.ui.parts.card import Card, NoteBox
from ksdesk.ui.parts.labels import Divider, Label, small, title


class NextButton(MainButton):
    """The button that goes on; quiet (outlined) while the step has another main button."""

    quiet = False

    def set_quiet(self, quiet: bool) -> None:
        self.quiet = quiet
        self.update()

    def look(self) -> tuple[str, str, str]:
        if self.quiet:
            return ("sub" if self.hot() else "surface"), "control", "text"
        return super().look()


_AS_NEEDED = Qt.ScrollBarPolicy.ScrollBarAsNeeded


class _Scroll(QScrollArea):
    """Scrolls upwards and downwards only, without a ground of its own; not at all while it is
    `whole`, as high as what is inside: then the page scrolls."""

    whole = False

    def __init__(self, inside: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        self._inside = inside
        inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def minimumSizeHint(self) -> QSize:
        inside = self._inside.layout()
        if not self.whole or inside is None:
            return super().minimumSizeHint()
        need = inside.totalHeightForWidth(self.width())
        return QSize(0, max(need, inside.totalMinimumSize().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.whole:
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.whole and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class StepCard(Card):
    """Head (chapter, title, sentence), the step's own view, footer (back, saved time, next)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(flush=True, parent=parent)
        self.crumb = small(wrap=True)
        self.title_line = title(wrap=True)
        self.sentence = Label(wrap=True)
        self.note = NoteBox("", icon="note")
        self._views = QVBoxLayout()
        self._current: QWidget | None = None
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(23, 23, 23, 16)
        column.setSpacing(0)
        column.addWidget(self.crumb)
        column.addSpacing(4)
        column.addWidget(self.title_line)
        column.addSpacing(4)
        column.addWidget(self.sentence)
        column.addSpacing(16)
        column.addLayout(self._views, 1)
        column.addSpacing(8)
        column.addWidget(self.note)
        self._scroll = _Scroll(inside, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._scroll)
        self._panel: _Scroll | None = None
        self.add(self._stack, 1)
        self._add_footer()
        self.setMinimumWidth(400)

    def _add_footer(self) -> None:
        self.back = SecondButton(self.tr("Previous step"), height=40)
        self.saved = small(elide=True)
        self.saved.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.next = NextButton("")
        row = QHBoxLayout()
        row.setContentsMargins(23, 11, 23, 11)
        row.setSpacing(16)
        row.addWidget(self.back)
        row.addWidget(self.saved, 1)
        row.addWidget(self.next)
        self.add(Divider("border", self))
        self.add_layout(row)

    def add_view(self, view: QWidget) -> None:
        """One more view to choose from, hidden at first."""
        view.hide()
        self._views.addWidget(view)

    def show_view(self, view: QWidget, crumb: str, words: str, sentence: str) -> None:
        """Show a view under its head."""
        if self._current is not None and self._current is not view:
            self._current.hide()
        self._current = view
        view.show()
        self.crumb.setText(crumb)
        self.title_line.setText(words)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))

    def holds(self, widget: QWidget) -> bool:
        """Whether a widget stands in the step or the panel, above the footer."""
        return self._stack.isAncestorOf(widget)

    def show_note(self, note: str) -> None:
        """The seller's own note to the step, if there is one."""
        self.note.set_text(note, self.tr("Your note: how it is on your phone"))
        self.note.setVisible(bool(note.strip()))

    def show_footer(self, words: str, *, quiet: bool, first: bool) -> None:
        """What the buttons say and whether there is a way back."""
        self.next.set_text(words)
        self.next.set_quiet(quiet)
        self.back.setEnabled(not first)

    def show_saved(self, words: str, tone: str = "muted") -> None:
        """When everything was last written to the book."""
        self.saved.setText(words)
        self.saved.set_tone(tone)

    def set_whole(self, whole: bool) -> None:
        """Whether all of the step is shown at once, for a page that scrolls."""
        if whole != self._scroll.whole:
            self._scroll.whole = whole
            # Once it is there the bar takes width, and lines break for which it then is needed.
            bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if whole else _AS_NEEDED
            self._scroll.setVerticalScrollBarPolicy(bar)
            self._scroll.updateGeometry()

    def to_top(self) -> None:
        """Show the beginning of the step."""
        self._scroll.verticalScrollBar().setValue(0)

    def set_panel(self, panel: QWidget) -> None:
        """The panel that can lie over the step (我的手机不一样)."""
        self._panel = _Scroll(panel, self)
        self._stack.addWidget(self._panel)

    def open_panel(self) -> None:
        """Show the panel over the step."""
        assert self._panel is not None
        self._stack.setCurrentWidget(self._panel)

    def close_panel(self) -> None:
        """Show the step again."""
        self._stack.setCurrentWidget(self._scroll)

    def panel_open(self) -> bool:
        """Whether the panel lies over the step."""
        return self._stack.currentWidget() is self._panel
