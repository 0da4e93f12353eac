"""The designed states of a page beside the filled one: empty, loading, in trouble."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ksdesk.ui.parts.buttons import Button, TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.drop import FileDrop
from ksdesk.ui.parts.flow import FlowLayout
from ksdesk.ui.parts.icons import Icon
from ksdesk.ui.parts.labels import Divider, body, small, title
from ksdesk.ui.parts.scroll import PageScroll
from ksdesk.ui.shell.theme import SMALL, Theme, theme_of

Preview = Callable[[QPainter, QRectF, Theme], None]


class EmptyState(QWidget):
    """What will be here and how it gets here, over the page's own grey preview.

    main, second, link: buttons made by the page; footer: a small line before the link;
    preview: draws the page's chart or table in grey; suffixes: which files may be dropped
    anywhere on it (`dropped` tells them), none accepts no files.
    """

    dropped = Signal(object)

    def __init__(
        self,
        icon: str,
        heading: str,
        sentence: str,
        *,
        main: Button | None = None,
        second: Button | None = None,
        footer: str = "",
        link: Button | None = None,
        preview: Preview | None = None,
        suffixes: tuple[str, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._preview = preview
        self._hovered = False
        self.setAccessibleName(heading)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 16, 16, 16)
        self.card = Card(padding=24, parent=self)
        self.card.setMinimumWidth(320)
        self.card.setMaximumWidth(max(448, theme_of(self).px(448)))
        self._fill_card(icon, heading, sentence)
        self._add_buttons(main, second)
        self._add_footer(footer, link)
        outer.addWidget(in_the_middle(self.card, self))
        if suffixes:
            drop = FileDrop(self, suffixes)
            drop.dropped.connect(self._on_dropped)
            drop.hovering.connect(self._on_hovering)

    def _fill_card(self, icon: str, heading: str, sentence: str) -> None:
        inside = self.card.body
        inside.setContentsMargins(56, 31, 56, 31)
        inside.setSpacing(8)
        inside.addWidget(Icon(icon, "accent_text", 40, self.card), 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addSpacing(8)
        for label in (title(heading, wrap=True), body(sentence, wrap=True, tone="muted")):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            inside.addWidget(label)

    def _add_buttons(self, main: Button | None, second: Button | None) -> None:
        row = _centred(main, second)
        row.setSpacing(16)
        self.card.body.addSpacing(8)
        self.card.body.addLayout(row)
        need = self.card.minimumSizeHint().width()
        self.card.setMaximumWidth(max(self.card.maximumWidth(), need))  # no button is cut

    def _add_footer(self, footer: str, link: Button | None) -> None:
        if not footer and link is None:
            return
        self.card.body.addSpacing(4)
        metrics = theme_of(self).metrics(SMALL)
        wide = metrics.horizontalAdvance(footer) + (link.sizeHint().width() if link else 0)
        beside = wide < self.card.maximumWidth() - 2 * 24
        if beside:
            self.card.body.addLayout(_centred(small(footer) if footer else None, link))
            return
        line = small(footer, wrap=True)
        line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.card.body.addWidget(line)
        self.card.body.addLayout(_centred(None, link))

    def _on_dropped(self, paths: tuple[Path, ...]) -> None:
        self.dropped.emit(paths)

    def _on_hovering(self, over: bool) -> None:
        self._hovered = over
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.color("accent_text" if self._hovered else "control"), 1)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.setBrush(theme.color("accent_soft" if self._hovered else "surface"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, 7.5, 7.5)
        if self._preview is not None:
            painter.save()
            painter.setOpacity(0.6)
            inner = box.adjusted(40, 40, -40, -40)
            painter.setClipRect(box)
            self._preview(painter, inner, theme)
            painter.restore()


def in_the_middle(card: QWidget, parent: QWidget) -> PageScroll:
    """A card in the middle of its page; it scrolls where the page is lower than the card."""
    area = PageScroll(parent)
    area.body.setSpacing(0)
    area.body.addStretch(1)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(card, 1000)
    row.addStretch(1)
    area.body.addLayout(row)
    area.body.addStretch(1)
    return area


def _centred(*widgets: QWidget | None) -> QHBoxLayout:
    # Wider than the text above it may be: the row reaches into the card's margins.
    row = QHBoxLayout()
    row.setContentsMargins(-32, 0, -32, 0)
    row.setSpacing(4)
    row.addStretch(1)
    for widget in widgets:
        if widget is not None:
            row.addWidget(widget)
    row.addStretch(1)
    return row


class LoadingBlocks(QWidget):
    """Grey blocks of the final size; they appear only if they stand for over 0.3 s."""

    def __init__(
        self, rows: int = 6, *, row_height: int = 40, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rows, self._row_height = rows, row_height
        self._shown = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(300)
        self._timer.timeout.connect(self._appear)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._shown = False
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _appear(self) -> None:
        self._shown = True
        self.setAccessibleName(self.tr("Counting…"))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, theme_of(self).px(self._row_height) * self._rows)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._shown:
            return
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = theme.px(self._row_height)
        painter.setPen(theme.color("muted"))
        painter.setFont(theme.font(SMALL))
        painter.drawText(
            16, 0, self.width() - 32, height, Qt.AlignmentFlag.AlignVCenter, self.tr("Counting…")
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("grid"))
        for row in range(1, self._rows):
            left = 16.0
            for share in (0.18, 0.34, 0.12, 0.12):
                width = (self.width() - 32) * share
                box = QRectF(left, row * height + height / 2 - 7, width, 14)
                painter.drawRoundedRect(box, 4, 4)
                left += width + (self.width() - 32) * 0.08


class TroubleCard(Card):
    """What happened, what is safe, what is kept, and the ways out in order.

    numbers: one line; safe: (sentence, second line) with ticks; kept: the same with a clock;
    buttons: made by the page, the main one first; details: what 复制详情 copies.
    """

    def __init__(
        self,
        heading: str,
        numbers: str = "",
        *,
        icon: str = "warn",
        safe: Sequence[tuple[str, str]] = (),
        kept: Sequence[tuple[str, str]] = (),
        buttons: Sequence[Button] = (),
        details: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(padding=32, parent=parent)
        self._details = details
        self.setMaximumWidth(max(640, theme_of(self).px(640)))
        self.setAccessibleName(heading)
        self.body.setContentsMargins(32, 24, 32, 24)
        self.body.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(Icon(icon, "warn", 40, self), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(title(heading, wrap=True))
        words.addWidget(body(numbers, tone="muted", wrap=True))
        head.addLayout(words, 1)
        self.body.addLayout(head)
        self.body.addSpacing(12)
        for sentence, second in safe:
            self._add_line("good", "good", sentence, second)
        for sentence, second in kept:
            self._add_line("clock", "muted", sentence, second)
        self._add_buttons(buttons)

    def _add_line(self, icon: str, tone: str, sentence: str, second: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.setContentsMargins(0, 10, 0, 10)
        row.addWidget(Icon(icon, tone, 20, self), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(body(sentence, wrap=True))
        if second:
            words.addWidget(small(second, wrap=True))
        row.addLayout(words, 1)
        self.body.addLayout(row)
        self.body.addWidget(Divider("grid", self))

    def _add_buttons(self, buttons: Sequence[Button]) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 16, 0, 0)
        holder = QWidget(self)
        flow = FlowLayout(holder, spacing=8)
        for button in buttons:
            flow.addWidget(button)
        row.addWidget(holder, 1)
        if self._details:
            self.copy_button = TextButton(self.tr("Copy details"), parent=self)
            self.copy_button.clicked.connect(self._copy)
            row.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
        self.copy_button.set_text(self.tr("Copied"))
