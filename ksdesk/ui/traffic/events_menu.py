"""What is drawn beside the curve: named days and events on or off, and the seller's own notes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from ksdesk.domain.traffic import from_seconds
from ksdesk.ui.parts.buttons import IconButton
from ksdesk.ui.parts.texts import elide, short_moment_text
from ksdesk.ui.parts.tip import set_tip
from ksdesk.ui.traffic.view import Event, ShownTraffic
from ksdesk.ui.traffic.words import event_word

MOST = 12


class EventsButton(IconButton):
    """A small button with a menu.

    note_asked: something is to be noted. note_clicked(Annotation): a note is to be changed.
    drawn_chosen(named days, events): what is drawn from now on.
    """

    note_asked = Signal()
    note_clicked = Signal(object)
    drawn_chosen = Signal(bool, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("note", "", side=18, parent=parent)
        name = self.tr("Notes, holidays and promotions")
        set_tip(self, name)
        self.setAccessibleName(name)
        self._shown = ShownTraffic()
        self.clicked.connect(self.open)

    def show_view(self, shown: ShownTraffic) -> None:
        """The notes of this range."""
        self._shown = shown

    @Slot()
    def open(self) -> None:
        """Show the menu below the button."""
        self.menu_now().popup(self.mapToGlobal(QPoint(0, self.height() + 4)))

    def menu_now(self) -> QMenu:
        """What can be chosen now."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(self.tr("Note what happened…")).triggered.connect(self._ask)
        menu.addSeparator()
        view = self._shown.view
        _check(menu, self.tr("Holidays and promotions"), view.named_days, self._days)
        _check(menu, self.tr("What happened"), view.events, self._events)
        own = [event for event in self._shown.events if event.note is not None]
        if own:
            menu.addSeparator()
        for event in own[-MOST:]:
            action = menu.addAction(self._words(event).replace("&", "&&"))
            action.triggered.connect(partial(self._note, event))
        return menu

    def _words(self, event: Event) -> str:
        said = [short_moment_text(from_seconds(event.at)), event_word(event.kind)]
        return "  ".join(filter(None, [*said, elide(event.text, 24)]))

    def _ask(self, _checked: bool = False) -> None:
        self.note_asked.emit()

    def _note(self, event: Event, _checked: bool = False) -> None:
        self.note_clicked.emit(event.note)

    def _days(self, on: bool) -> None:
        self.drawn_chosen.emit(on, self._shown.view.events)

    def _events(self, on: bool) -> None:
        self.drawn_chosen.emit(self._shown.view.named_days, on)


def _check(menu: QMenu, text: str, on: bool, chosen: Callable[[bool], None]) -> None:
    action = menu.addAction(text)
    action.setCheckable(True)
    action.setChecked(on)
    action.triggered.connect(chosen)
