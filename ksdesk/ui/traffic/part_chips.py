"""The chosen campaigns, lives and ways as chips: each line can be switched off and on again."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ksdesk.ui.parts.buttons import TextButton
from ksdesk.ui.parts.chips import FilterChip
from ksdesk.ui.parts.flow import FlowLayout
from ksdesk.ui.parts.texts import elide
from ksdesk.ui.parts.tip import set_tip
from ksdesk.ui.traffic.view import PartCode, ShownTraffic
from ksdesk.ui.traffic.words import part_name

LONGEST = 20


class PartChips(QWidget):
    """A row that is there while several parts are chosen. `chosen(parts, off)`."""

    chosen = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips: dict[PartCode, FilterChip] = {}
        self._shown = ShownTraffic()
        self._flow = FlowLayout(self, spacing=8)
        self.together = TextButton(self.tr("All together again"), small=True, inline=True)
        self.together.setParent(self)
        self.together.clicked.connect(self._join)
        self.hide()

    def show_view(self, shown: ShownTraffic) -> None:
        """A chip for each chosen part, ticked unless it is switched off."""
        self._shown = shown
        chosen = shown.view.parts if len(shown.view.parts) > 1 else ()
        if tuple(self.chips) != chosen:
            self._rebuild(chosen)
        for code, chip in self.chips.items():
            chip.setChecked(code in shown.view.on)
            chip.updateGeometry()
        self.setVisible(bool(chosen))

    def _rebuild(self, chosen: tuple[PartCode, ...]) -> None:
        for chip in self.chips.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._flow.removeWidget(self.together)
        names = {part.code: part_name(part) for part in self._shown.parts}
        self.chips = {}
        for code in chosen:
            chip = FilterChip(elide(names[code], LONGEST), many=True, parent=self)
            set_tip(chip, names[code] if len(names[code]) > LONGEST else "")
            chip.clicked.connect(self._toggled)
            self.chips[code] = chip
            self._flow.addWidget(chip)
            chip.show()
        self._flow.addWidget(self.together)

    @Slot()
    def _toggled(self) -> None:
        off = tuple(code for code, chip in self.chips.items() if not chip.isChecked())
        self.chosen.emit(self._shown.view.parts, off)

    @Slot()
    def _join(self) -> None:
        self.chosen.emit((), ())
