"""Choosing campaigns, lives and ways: a list with check marks that stays while ticking."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ksdesk.domain.traffic import PARTS, Part
from ksdesk.ui.parts.check import Check
from ksdesk.ui.parts.labels import small
from ksdesk.ui.parts.line_edit import LineEdit
from ksdesk.ui.parts.scroll import PageScroll
from ksdesk.ui.parts.texts import elide
from ksdesk.ui.parts.tip import set_tip
from ksdesk.ui.shell.theme import theme_of
from ksdesk.ui.traffic.view import PartCode
from ksdesk.ui.traffic.words import part_kind_word, part_name

WIDTH, HIGHEST = 320, 420
SEARCHED = 10  # parts from which on there is a line to search in
SHOWN = 60  # of a kind; the search finds the others
LONGEST = 30


class PartsPanel(QFrame):
    """A popup; `chosen(parts, off)` with each tick, nothing switched off."""

    chosen = Signal(object, object)

    def __init__(
        self, parts: Sequence[Part], ticked: tuple[PartCode, ...], parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._parts, self._ticked = tuple(parts), ticked
        theme = theme_of(self)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, theme.color("surface"))
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        self.search = LineEdit(icon="search", parent=self)
        self.search.setPlaceholderText(self.tr("Find a campaign or live"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.textEdited.connect(self._fill)
        self.search.setVisible(len(self._parts) > SEARCHED)
        column.addWidget(self.search)
        self.together = Check(self.tr("All together"), not ticked, parent=self)
        self.together.clicked.connect(self._join)
        column.addWidget(self.together)
        self._list = PageScroll(self)
        self._list.body.setSpacing(4)
        for part_of_it in (self._list.viewport(), self._list.inside):
            part_of_it.setPalette(palette)
            part_of_it.setAutoFillBackground(True)
        column.addWidget(self._list, 1)
        self.checks: dict[PartCode, Check] = {}
        self._fill()

    def _fill(self) -> None:
        body = self._list.body
        while (item := body.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.checks = {}
        word = self.search.text().strip().casefold()
        for kind in PARTS:
            names = [(part, part_name(part)) for part in self._parts if part.kind == kind]
            found = [pair for pair in names if word in f"{pair[1]}\n{pair[0].name}".casefold()]
            if found:
                body.addWidget(small(part_kind_word(kind), parent=self))
            for part, name in found[:SHOWN]:
                self._add(part, name)
        body.addStretch(1)

    def _add(self, part: Part, name: str) -> None:
        check = Check(elide(name, LONGEST), part.code in self._ticked, parent=self)
        set_tip(check, name if len(name) > LONGEST else "")
        check.clicked.connect(self._tick)
        self.checks[part.code] = check
        self._list.body.addWidget(check)

    @Slot()
    def _tick(self) -> None:
        seen = {code: check.isChecked() for code, check in self.checks.items()}
        kept = {code for code in self._ticked if seen.get(code, True)}
        kept |= {code for code, on in seen.items() if on}
        self._tell(tuple(part.code for part in self._parts if part.code in kept))

    @Slot()
    def _join(self) -> None:
        for check in self.checks.values():
            check.setChecked(False)
        self._tell(())

    def _tell(self, ticked: tuple[PartCode, ...]) -> None:
        self._ticked = ticked
        self.together.setChecked(not ticked)
        self.chosen.emit(ticked, ())

    def show_below(self, anchor: QWidget) -> None:
        """Open under a control, kept on the screen."""
        theme = theme_of(self)
        want = self._list.inside.sizeHint().height() + 96
        self.resize(theme.px(WIDTH), min(theme.px(HIGHEST), want))
        corner = anchor.mapToGlobal(QPoint(0, anchor.height() + 4))
        area = anchor.screen().availableGeometry()
        x = max(area.left(), min(corner.x(), area.right() - self.width()))
        y = max(area.top(), min(corner.y(), area.bottom() - self.height()))
        self.move(x, y)
        self.show()
        (self.search if self.search.isVisible() else self.together).setFocus()
