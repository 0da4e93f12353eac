"""A sheet on the screen: the modal window of ours for an answer that is truly needed now."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPalette, QShowEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QDialog,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ksdesk.ui.parts.buttons import Button, MainButton, SecondButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.focus import reached_by_keys, show_ring
from ksdesk.ui.parts.labels import Divider, body, title
from ksdesk.ui.parts.scroll import PageScroll
from ksdesk.ui.parts.tab_order import go_on, stops
from ksdesk.ui.parts.tip import show_own_tip
from ksdesk.ui.shell.theme import FRAME, theme_of

LOWEST = 120  # px of a granted part, at 100 % text: a table's head and two rows
LOW = 480  # px of a screen, at 100 % text, below which what a sheet holds stands closer

_sizes: dict[str, QSize] = {}


class SheetDialog(QDialog):
    """Title, sentence, body and a row of buttons; shown with `open()`, never `exec()`.

    scrolls: what is inside scrolls by itself, so that the sheet need not grow with it.
    keeps: what is typed is kept by itself, or asked about by the sheet, when it is left.

    width: px at a text size of 100 %. name: under it the size is remembered while the app runs.
    Enter presses the main button, also from a field of one line; in a field of several lines
    Ctrl+Enter does. Esc rejects, and where something typed would be lost it asks first. Tab
    follows sight. `body` is the layout inside. `low`: the screen has little height.
    """

    scrolls = False
    keeps = False

    def __init__(
        self,
        heading: str,
        sentence: str = "",
        *,
        name: str = "",
        width: int = 560,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name or type(self).__name__
        self._main: Button | None = None
        self.setWindowTitle(heading)
        self.setModal(True)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, theme_of(self).color("surface"))
        self.setPalette(palette)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._inside = QWidget(self)
        self._area: PageScroll | None = None
        self._granted: dict[QWidget, int] = {}
        self.low = self._room().height() < theme_of(self).px(LOW)
        edge, self._gap = (8, 8) if self.low else (16, 12)
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(24, edge + 4, 24, edge)
        inside.setSpacing(4)
        self.title_label = title(heading, wrap=True, parent=self)
        self.sentence_label = body(sentence, tone="muted", wrap=True, parent=self)
        self.sentence_label.setVisible(bool(sentence))
        inside.addWidget(self.title_label)
        inside.addWidget(self.sentence_label)
        inside.addSpacing(self._gap)
        self.body = QVBoxLayout()
        self.body.setSpacing(self._gap)
        inside.addLayout(self.body, 1)
        self._column.addWidget(self._inside, 1)
        self._foot: QWidget | None = None
        self._leaving: QWidget | None = None
        width = max(width, theme_of(self).px(width))
        kept = _sizes.get(self._name, QSize(width, 10))
        self.resize(kept.expandedTo(QSize(width, 0)))  # it may have been left in a smaller window

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """A widget below what the sheet holds already."""
        self.body.addWidget(widget, stretch)

    def add_layout(self, layout: QLayout, stretch: int = 0) -> None:
        """A layout below what the sheet holds already."""
        self.body.addLayout(layout, stretch)

    def set_sentence(self, sentence: str) -> None:
        """Another sentence under the title."""
        self.sentence_label.setText(sentence)
        self.sentence_label.setVisible(bool(sentence))

    def set_buttons(self, main: Button | None, *seconds: Button) -> None:
        """The row at the foot: seconds at the left, the main button at the right end."""
        if self._foot is not None:
            self._foot.deleteLater()
        else:
            self._column.addWidget(Divider("border", self))
        self._foot = QWidget(self)
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(24, self._gap, 24, self._gap)
        row.setSpacing(8)
        for button in seconds:
            row.addWidget(button)
        row.addStretch(1)
        if main is not None:
            row.addWidget(main)
        self._main = main if main is not None else next(iter(seconds), None)
        self._column.addWidget(self._foot)

    def leave_button(self, height: int = 32) -> SecondButton:
        """A new button that leaves the sheet, for beside a main button of that height."""
        button = SecondButton(self.tr("Cancel"), height=height, parent=self)
        button.clicked.connect(self.reject)
        return button

    def only_close(self, *beside: Button) -> None:
        """A sheet to look at: the one button closes it, which then is gone."""
        button = SecondButton(self.tr("Close"), parent=self)
        button.clicked.connect(self.accept)
        self.set_buttons(None, button, *beside)
        self.finished.connect(self.deleteLater)

    def typed(self) -> bool:
        """Whether something typed by hand stands in the sheet and nowhere else."""
        lines = any(line.isModified() and line.text() for line in self.findChildren(QLineEdit))
        return lines or any(
            text.document().isModified() and text.toPlainText()
            for text in self.findChildren(QPlainTextEdit)
        )

    def grant(self, part: QWidget, height: int) -> None:
        """Let a part that scrolls by itself be `height` px high, on a small screen what the rest of
        the sheet leaves of it: else the wheel stops in it while the sheet scrolls around it."""
        if part not in self._granted:
            part.setMinimumHeight(height)
        self._granted[part] = height

    def add_table(self, table: QWidget) -> None:
        """A table in a card, with all the room that the sheet has."""
        card = Card(flush=True, parent=self)
        card.add(table, 1)
        self.grant(table, 360)
        self.add(card, 1)

    def fit(self) -> None:
        """Grow where the content has become higher; texts that wrap need a width first.

        No sheet is larger than the screen, else its buttons could not be reached: what is above
        them then scrolls.
        """
        room = self._room()
        width, need = min(self.width(), room.width()), self.height()
        self._column.activate()
        grows = not self.scrolls and not self._granted
        if grows and self._area is None:
            need = max(need, self._column.totalHeightForWidth(width))
        least = self._column.totalMinimumSize().height()
        if self._area is None:
            least += self._broken_lines(width)
            least -= self._share(room.height() - least)
        if self._area is None and (need if grows else least) > room.height():
            self._let_scroll()
        if self._area is not None:
            self._fill_view(room.height())
        self.resize(width, min(max(need, least), room.height()))

    def _let_scroll(self) -> None:
        """From now on the inside scrolls; what is typed in stays so, though Qt takes the focus from
        what moves to another parent."""
        focused = self.focusWidget()
        self._area = PageScroll(self)
        self._area.add(self._inside, 1)
        self._column.insertWidget(0, self._area, 1)
        self._area.show()
        self._column.activate()
        if focused is not None and self._inside.isAncestorOf(focused):
            by_keys = reached_by_keys(focused)
            focused.setFocus(Qt.FocusReason.OtherFocusReason)
            if by_keys:
                show_ring(focused)

    def _lowest(self, part: QWidget) -> int:
        """Px that a granted part needs: one that holds more than what scrolls, all of that."""
        hint = 0 if isinstance(part, QAbstractScrollArea) else part.minimumSizeHint().height()
        return max(theme_of(self).px(LOWEST), hint)

    def _fill_view(self, height: int) -> None:
        """Where the sheet scrolls, what scrolls by itself may be as high as what is seen of it."""
        foot = 0 if self._foot is None else self._foot.sizeHint().height() + 1
        for part, wish in self._granted.items():
            part.setMinimumHeight(max(self._lowest(part), min(wish, height - foot)))

    def _broken_lines(self, width: int) -> int:
        """Px that title and sentence need beyond a line each, which is all that they ask for."""
        heads = [head for head in (self.title_label, self.sentence_label) if not head.isHidden()]
        return sum(max(0, h.heightForWidth(width - 48) - h.minimumHeight()) for h in heads)

    def _share(self, spare: int) -> int:
        """Give the granted parts what is to spare, or take what is lacking: px less than before."""
        taken = 0
        for part, height in self._granted.items():
            before, lowest = part.minimumHeight(), self._lowest(part)
            after = max(min(height, lowest), min(height, before + spare + taken))
            part.setMinimumHeight(after)
            taken += before - after
            above = part.parentWidget() if after != before else None
            while above is not None and above is not self:  # else they tell of it later, in turn
                if layout := above.layout():
                    layout.activate()
                above = above.parentWidget()
        return taken

    def _room(self) -> QSize:
        """What a sheet may take: the screen, or the window where that is larger."""
        room = self.screen().availableSize() - QSize(*FRAME)
        above = self.parentWidget()
        return room if above is None else room.expandedTo(above.window().size())

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self.fit()  # a verdict of two lines came up
        return done

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()
        if self.focusWidget() is None:
            self._focus_first()

    def _focus_first(self) -> None:
        """Begin at the first thing to fill in or to choose, else at the main button."""
        to_fill = (s for s in stops(self) if not isinstance(s, Button) or s.isCheckable())
        first = next(to_fill, self._main)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def reject(self) -> None:
        if self._leaving is None and not self.keeps and self.typed():
            self._ask_to_leave()
        elif self._leaving is not None:
            self._stay()
        else:
            super().reject()

    def _ask_to_leave(self) -> None:
        """A question in place of the buttons; Enter and Esc go on typing."""
        assert self._foot is not None
        self._left_at = self.focusWidget()
        self._leaving = QWidget(self)
        row = QHBoxLayout(self._leaving)
        row.setContentsMargins(24, self._gap, 24, self._gap)
        row.setSpacing(8)
        lose = SecondButton(self.tr("Throw it away"), height=40, tone="bad")
        lose.clicked.connect(self._lose)
        self.stay = MainButton(self.tr("Go on typing"))
        self.stay.clicked.connect(self._stay)
        said = body(self.tr("What you typed is not kept anywhere yet."), wrap=True)
        for widget, stretch in ((said, 1), (lose, 0), (self.stay, 0)):
            row.addWidget(widget, stretch)
        self._foot.hide()
        self._column.addWidget(self._leaving)
        self.stay.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lose(self) -> None:
        self._stay()
        super().reject()

    def _stay(self) -> None:
        assert self._foot is not None and self._leaving is not None
        self._leaving.hide()
        self._leaving.deleteLater()
        self._leaving = None
        self._foot.show()
        if self._left_at is not None:
            self._left_at.setFocus(Qt.FocusReason.OtherFocusReason)

    def done(self, result: int) -> None:
        _sizes[self._name] = self.size()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        _sizes[self._name] = self.size()
        super().closeEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return go_on(self, forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._press_main()
        else:
            super().keyPressEvent(event)

    def _press_main(self) -> None:
        """Press the main button; where it is grey, its reason is said at it."""
        main = self.stay if self._leaving is not None else self._main
        if main is None or main.isHidden():
            return
        if main.isEnabled():
            main.click()
        elif main.toolTip():
            show_own_tip(main)
