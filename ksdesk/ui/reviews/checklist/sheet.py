"""改清单: what is done for fans is added, renamed, put in order and taken off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ksdesk.domain.reviews.checklist import AFTER, DAILY, CheckItem
from ksdesk.ui.parts.buttons import IconButton, MainButton, TextButton
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.fields import LineField
from ksdesk.ui.parts.labels import heading
from ksdesk.ui.parts.scroll import PageScroll
from ksdesk.ui.reviews.checklist.words import item_words

LONGEST = 40  # characters of one thing: more does not fit beside its box
MOST = 12  # things in each part


class ChecklistSheet(SheetDialog):
    """`ready(items)`: the list as it shall be, in its order; new things have no number."""

    ready = Signal(object)

    def __init__(self, items: Sequence[CheckItem], today: date, parent: QWidget) -> None:
        super().__init__(
            self.tr("Every fan counts: your list"),
            self.tr("What you miss is asked for once more on the next day, then it is dropped."),
            name="fan-checklist",
            width=560,
            parent=parent,
        )
        area = PageScroll(self)
        area.body.setContentsMargins(4, 4, 8, 4)  # room for focus rings
        self.parts = {
            DAILY: ChecklistPart(self.tr("Every day"), DAILY, today, area.inside),
            AFTER: ChecklistPart(self.tr("After each live or video"), AFTER, today, area.inside),
        }
        for part in self.parts.values():
            part.fill([item for item in items if item.asked == part.asked])
            area.add(part)
        self.grant(area, 360)
        self.add(area, 1)
        keep = MainButton(self.tr("Save the list"), height=32)
        keep.clicked.connect(self._keep)
        self.set_buttons(keep, self.leave_button())
        self._before = self.items()

    def items(self) -> list[CheckItem]:
        """The list as it stands there."""
        return [item for part in self.parts.values() for item in part.items()]

    def typed(self) -> bool:
        """Whether another list stands there than at first: one may have been moved or taken off."""
        return self.items() != self._before

    @Slot()
    def _keep(self) -> None:
        self.ready.emit(self.items())


class ChecklistPart(QWidget):
    """The lines of one part of the list. A line that is left empty is no thing to do."""

    def __init__(self, title: str, asked: str, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.asked, self._today = asked, today
        self.lines: list[ChecklistLine] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(8)
        column.addWidget(heading(title, parent=self))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        column.addLayout(self._rows)
        self.more = TextButton(self.tr("Add one"), "plus", parent=self)
        self.more.setAccessibleName(self.tr("Add one: {part}").format(part=title))
        self.more.clicked.connect(self.add_line)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def fill(self, items: Sequence[CheckItem]) -> None:
        """Show what stands on the list."""
        for item in items:
            self._append(item)
        self._settle()

    @Slot()
    def add_line(self) -> None:
        """One more line, empty, with the cursor in it."""
        self._append(CheckItem(asked=self.asked, since=self._today))
        self._settle()
        self.lines[-1].field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def items(self) -> list[CheckItem]:
        """The things to do as they stand there."""
        return [line.item() for line in self.lines if line.field.text().strip()]

    def _append(self, item: CheckItem) -> None:
        line = ChecklistLine(item, self)
        line.moved.connect(partial(self._move, line))
        line.removed.connect(partial(self._remove, line))
        self.lines.append(line)
        self._rows.addWidget(line)

    def _move(self, line: ChecklistLine, step: int) -> None:
        place = self.lines.index(line)
        self.lines.insert(place + step, self.lines.pop(place))
        self._rows.removeWidget(line)
        self._rows.insertWidget(place + step, line)
        self._settle()

    def _remove(self, line: ChecklistLine) -> None:
        place = self.lines.index(line)
        self.lines.remove(line)
        self._rows.removeWidget(line)
        line.hide()
        line.deleteLater()
        self._settle()
        near = self.lines[min(place, len(self.lines) - 1)].field.edit if self.lines else self.more
        near.setFocus(Qt.FocusReason.OtherFocusReason)

    def _settle(self) -> None:
        for place, line in enumerate(self.lines):
            line.up.setEnabled(place > 0)
            line.down.setEnabled(place < len(self.lines) - 1)
        self.more.setVisible(len(self.lines) < MOST)


class ChecklistLine(QWidget):
    """One thing to do. `moved(-1 or 1)`, `removed()`."""

    moved = Signal(int)
    removed = Signal()

    def __init__(self, item: CheckItem, parent: QWidget) -> None:
        super().__init__(parent)
        self._item, self._before = item, item_words(item)
        self.field = LineField("", text=self._before)
        self.field.edit.setMaxLength(LONGEST)
        self.field.edit.setAccessibleName(self.tr("What is to be done"))
        self.field.keep_people_out()
        self.up = IconButton("chevron_up", self.tr("Move up"), parent=self)
        self.down = IconButton("chevron_down", self.tr("Move down"), parent=self)
        self.drop = IconButton("trash", self.tr("Take it off the list"), parent=self)
        self.up.clicked.connect(partial(self._move, -1))
        self.down.clicked.connect(partial(self._move, 1))
        self.drop.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        for button in (self.up, self.down, self.drop):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def _move(self, step: int) -> None:
        self.moved.emit(step)

    def item(self) -> CheckItem:
        """What stands there; the app's own words stay its own as long as they are not changed."""
        text = self.field.text().strip()
        return self._item if text == self._before else replace(self._item, words=text)
