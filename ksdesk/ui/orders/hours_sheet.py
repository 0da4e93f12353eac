"""发货时限: the seller's hours of the two clocks that no file tells."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ksdesk.domain.orders.work import MOST_HOURS
from ksdesk.ui.parts.buttons import MainButton
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.fields import NumberField
from ksdesk.ui.parts.labels import small
from ksdesk.ui.parts.texts import count_text


class HoursSheet(SheetDialog):
    """`ready(hours by clock)`, None for a clock that has none."""

    ready = Signal(object)

    def __init__(self, hours: Mapping[str, int], parent: QWidget) -> None:
        super().__init__(
            self.tr("Your hours of shipping"),
            self.tr("Used only where the order, an announced delay and the product say nothing."),
            name="order-hours",
            width=480,
            parent=parent,
        )
        unit = self.tr("hours")
        self.fields = {
            "ship": NumberField(self.tr("Shipped after the payment within"), unit=unit),
            "pickup": NumberField(self.tr("Picked up after the tracking number within"), unit=unit),
        }
        for clock, field in self.fields.items():
            if clock in hours:
                field.set_text(str(hours[clock]))
            self.add(field)
        note = self.tr(
            "Look up on the phone what the platform asks of your shop. Left empty, the time stays"
            " unknown; the clocks run through weekends and holidays."
        )
        self.add(small(note, wrap=True))
        keep = MainButton(self.tr("Save the hours"), height=32)
        keep.clicked.connect(self._keep)
        self.set_buttons(keep, self.leave_button())

    @Slot()
    def _keep(self) -> None:
        found: dict[str, int | None] = {}
        for clock, field in self.fields.items():
            value = field.value()
            typed = bool(field.text().strip())
            if typed and (value is None or not 1 <= value <= MOST_HOURS or value != int(value)):
                most = self.tr("Whole hours, from 1 to {most}")
                field.set_verdict("bad", most.format(most=count_text(MOST_HOURS)))
                return
            found[clock] = None if value is None else int(value)
        self.ready.emit(found)
