"""A field for a day: typed in any usual shape, or picked from a calendar."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from ksdesk.domain.calendar import parse_day
from ksdesk.ui.parts.fields import LineField
from ksdesk.ui.parts.icons import icon
from ksdesk.ui.shell.theme import Theme, theme_of


class DateField(LineField):
    """A day; `value` and `edited` speak datetime.date, None where no day stands.

    Takes 2026-11-14, 2026/11/14, 20261114, 2026年11月14日; tidied up when the field is left.
    The button and Alt+Down open the calendar.
    """

    edited = Signal(object)

    def __init__(
        self,
        caption: str,
        *,
        placeholder: str = "",
        tall: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        example = QCoreApplication.translate("DateField", "e.g. 2026-11-30")
        super().__init__(caption, placeholder=placeholder or example, tall=tall, parent=parent)
        self.button = self.edit.add_button("calendar", self.tr("Open the calendar"))
        self.button.clicked.connect(self.open_calendar)
        room = self.edit.minimumSizeHint().width() + theme_of(self).width("2026-11-30")
        self.edit.setMinimumWidth(room)  # a day of which the end is cut is no day
        self._popup: _Popup | None = None
        self.finished.connect(self._tidy)

    def value(self) -> date | None:
        """The day typed, None if there is none or it cannot be read."""
        text = self.text().strip()
        if not text:
            return None
        try:
            return parse_day(text)
        except ValueError:
            return None

    def set_value(self, day: date | None) -> None:
        """Show a day without telling."""
        self.set_text("" if day is None else day.isoformat())
        self.clear_verdict()

    def is_wrong(self) -> bool:
        """Whether something is typed that is no day."""
        return bool(self.text().strip()) and self.value() is None

    def open_calendar(self) -> None:
        """Show the calendar under the field."""
        if self._popup is None:
            self._popup = _Popup(self)
            self._popup.picked.connect(self._on_picked)
        self._popup.show_at(self.edit.mapToGlobal(QPoint(0, self.edit.height() + 4)), self.value())

    def _on_picked(self, day: date) -> None:
        self.set_value(day)
        self.edited.emit(day)
        self.edit.setFocus(Qt.FocusReason.PopupFocusReason)

    def _tidy(self) -> None:
        day = self.value()
        if day is not None:
            self.tidy_to(day.isoformat())
            if self.verdict()[0] == "bad":
                self.clear_verdict()
        elif self.is_wrong():
            text = self.text().strip()
            self.set_verdict("bad", self.tr("“{text}” is not a day").format(text=text))

    def _on_edited(self, text: str) -> None:
        self._whole = text
        if self.verdict()[0] == "bad":
            self.clear_verdict()
        self.edited.emit(self.value())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_Down and alt:
            self.open_calendar()
            return
        super().keyPressEvent(event)


class _Popup(QFrame):
    """The calendar in a popup; Esc and a click beside it close it."""

    picked = Signal(object)

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, Qt.WindowType.Popup)
        theme = theme_of(self)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        self.calendar = QCalendarWidget(self)
        self.calendar.setGridVisible(False)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._dress(theme)
        plain = QTextCharFormat()
        plain.setForeground(theme.color("text"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, plain)
        column.addWidget(self.calendar)
        self.calendar.clicked.connect(self._on_picked)
        self.calendar.activated.connect(self._on_picked)

    def _dress(self, theme: Theme) -> None:
        """Our own arrows and surface for Qt's calendar."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, theme.color("surface"))
        self.setPalette(palette)
        for name, drawing in (("prev", "chevron_left"), ("next", "chevron_right")):
            arrow = self.calendar.findChild(QToolButton, f"qt_calendar_{name}month")
            if arrow is not None:
                arrow.setIcon(icon(drawing, "text"))

    def show_at(self, corner: QPoint, day: date | None) -> None:
        """Open with the top left at `corner`, kept on the screen."""
        if day is not None:
            self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.adjustSize()
        area = self.screen().availableGeometry()
        x = min(corner.x(), area.right() - self.width())
        y = min(corner.y(), area.bottom() - self.height())
        self.move(max(area.left(), x), max(area.top(), y))
        self.show()
        self.calendar.setFocus()

    def _on_picked(self, day: QDate) -> None:
        if self.isVisible():
            self.hide()
            self.picked.emit(date(day.year(), day.month(), day.day()))
