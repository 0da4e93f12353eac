"""A row of work: circle, icon, title over reason, time, and the button that jumps."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QEnterEvent, QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ksdesk.ui.parts.buttons import SecondButton, TextButton
from ksdesk.ui.parts.check import RoundCheck
from ksdesk.ui.parts.icons import Icon
from ksdesk.ui.parts.labels import body, heading, small
from ksdesk.ui.parts.pill import Pill
from ksdesk.ui.shell.theme import theme_of

_APART = 12


class TaskRow(QWidget):
    """A task, 56 high.

    tone: token of the icon; pill: (kind, words) where time runs out, else when: plain words;
    verb: the jump button's; later: the word for 稍后, which appears on hover and focus;
    done_name: what the circle does, "" for a row that cannot be ticked off (a reminder).
    """

    ticked = Signal()
    acted = Signal()
    postponed = Signal()

    def __init__(
        self,
        title: str,
        reason: str = "",
        *,
        icon: str = "today",
        tone: str = "muted",
        pill: tuple[str, str] | None = None,
        when: str = "",
        verb: str = "",
        later: str = "",
        done_name: str = "",
        line: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        theme = theme_of(self)
        self._line = line
        self.setAccessibleName(f"{title} {reason}")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(max(theme.px(56), theme.line() + theme.line(12) + 12))
        row = QHBoxLayout(self)
        row.setContentsMargins(15, 0, 15, 0)
        row.setSpacing(12)
        self.circle: RoundCheck | None = None
        if done_name:
            self.circle = RoundCheck(f"{done_name} {title}", self)
            self.circle.clicked.connect(self._tick)
            row.addWidget(self.circle)
        row.addWidget(Icon(icon, tone, 20, self))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.setContentsMargins(0, 0, 0, 2)
        words.addStretch(1)
        self.title_label = heading(title, elide=True, parent=self)
        self.title_label.setMinimumHeight(theme.metrics().height())
        self.reason_label = small(reason, elide=True, parent=self)
        words.addWidget(self.title_label)
        words.addWidget(self.reason_label)
        words.addStretch(1)
        row.addLayout(words, 1)
        self._add_right(row, pill, when, verb, later, title)

    def _add_right(
        self,
        row: QHBoxLayout,
        pill: tuple[str, str] | None,
        when: str,
        verb: str,
        later: str,
        title: str,
    ) -> None:
        right = QHBoxLayout()
        right.setSpacing(0)
        if pill is not None:
            icon = {"warn": "clock", "good": "good", "bad": "bad"}.get(pill[0], "")
            right.addWidget(Pill(pill[1], pill[0], icon=icon, parent=self))
        if when:
            right.addWidget(small(when, parent=self))
        right.addSpacing(_APART)
        self.later_button: _Later | None = None
        if later:
            self.later_button = _Later(later, parent=self)
            self.later_button.setAccessibleName(f"{later} {title}")
            self.later_button.clicked.connect(self.postponed)
            right.addWidget(self.later_button)
        self.button: SecondButton | None = None
        if verb:
            self.button = SecondButton(verb, trailing="chevron_right", parent=self)
            self.button.setAccessibleName(f"{verb} {title}")
            self.button.clicked.connect(self.acted)
            right.addWidget(self.button)
        row.addLayout(right)

    @Slot(bool)
    def _tick(self, on: bool) -> None:
        """Told once: a second click, while it is being written, would be a second step to undo."""
        if on:
            self.ticked.emit()
        elif self.circle is not None:
            self.circle.setChecked(True)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._show_later(True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._show_later(False)

    def _show_later(self, shown: bool) -> None:
        if self.later_button is not None:
            self.later_button.set_hinted(shown)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), theme.color("sub"))
        if self._line:
            painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), theme.color("grid"))


class _Later(TextButton):
    """稍后: takes room only while its row is pointed at or it has the keyboard's focus."""

    _hinted = False

    def set_hinted(self, hinted: bool) -> None:
        """Whether the row is pointed at."""
        self._hinted = hinted
        self.updateGeometry()

    def _shown(self) -> bool:
        return self._hinted or self.hasFocus()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + _APART if self._shown() else 0, hint.height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.updateGeometry()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shown():
            super().paintEvent(event)


class TipRow(QWidget):
    """A reminder or suggestion: icon, title, reason and a link below each other; `later` is the
    word for 稍后 at the right of the link."""

    acted = Signal()
    postponed = Signal()

    def __init__(
        self,
        title: str,
        reason: str = "",
        link: str = "",
        *,
        icon: str = "bell",
        tone: str = "muted",
        later: str = "",
        line: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._line = line
        self.setAccessibleName(f"{title} {reason}")
        row = QHBoxLayout(self)
        row.setContentsMargins(15, 12, 15, 12)
        row.setSpacing(12)
        row.addWidget(Icon(icon, tone, 20, self), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(body(title, wrap=True, parent=self))
        if reason:
            words.addWidget(small(reason, wrap=True, parent=self))
        self.button: TextButton | None = None
        if link:
            self.button = TextButton(link, small=True, inline=True, parent=self)
            self.button.setAccessibleName(f"{link} {title}")
            self.button.clicked.connect(self.acted)
        self.later_button: TextButton | None = None
        if later:
            self.later_button = TextButton(
                later, trailing="chevron_down", small=True, inline=True, parent=self
            )
            self.later_button.setAccessibleName(f"{later} {title}")
            self.later_button.clicked.connect(self.postponed)
        foot = QHBoxLayout()
        if self.button is not None:
            foot.addWidget(self.button)
        foot.addStretch(1)
        if self.later_button is not None:
            foot.addWidget(self.later_button)
        if foot.count() > 1:
            words.addSpacing(3)
            words.addLayout(foot)
        row.addLayout(words, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._line:
            painter = QPainter(self)
            place = QRectF(0, self.height() - 1, self.width(), 1)
            painter.fillRect(place, theme_of(self).color("grid"))
