"""复盘: what a plan that is over brought, and what was learnt."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ksdesk.domain.promotion.attaching import FIGURES, PlanStanding
from ksdesk.ui.parts.buttons import MainButton, SecondButton
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.fields import TextField
from ksdesk.ui.parts.labels import heading, small
from ksdesk.ui.parts.texts import NOTHING, yuan_text
from ksdesk.ui.promotion import words

LIMIT = 300


class ReviewSheet(SheetDialog):
    """`ready(words)` with what was learnt."""

    ready = Signal(str)

    def __init__(self, standing: PlanStanding, parent: QWidget) -> None:
        super().__init__(
            QCoreApplication.translate("ReviewSheet", "What came of it"),
            standing.plan.name,
            name="plan-review",
            width=600,
            parent=parent,
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        for number, code in enumerate(FIGURES):
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(small(words.reading_word(code)))
            value = standing.figures.get(code)
            column.addWidget(heading(NOTHING if value is None else words.reading_text(code, value)))
            grid.addLayout(column, *divmod(number, 3))
            grid.setColumnStretch(number % 3, 1)
        self.add_layout(grid)
        plan = standing.plan
        spent = standing.spend
        if spent is not None:
            text = self.tr("Planned {budget}, spent {spent}.")
            self.add(small(text.format(budget=yuan_text(plan.budget), spent=yuan_text(spent))))
        if plan.stop:
            self.add(small(self.tr("Your stop line: {words}").format(words=plan.stop), wrap=True))
        self.words = TextField(
            self.tr("What you learnt"),
            placeholder=self.tr("For example: the second day brought half of the first"),
            rows=3,
            limit=LIMIT,
            parent=self,
        )
        self.add(self.words)
        self.main = MainButton(self.tr("Reviewed"), parent=self)
        self.main.clicked.connect(self.submit)
        leave = SecondButton(self.tr("Later"), height=40, parent=self)
        leave.clicked.connect(self.reject)
        self.set_buttons(self.main, leave)

    @Slot()
    def submit(self) -> None:
        """Hand over, or say what is wrong."""
        text = self.words.text().strip()
        if not text or len(text) > LIMIT:
            said = self.tr("One sentence is enough") if not text else self.tr("Too long")
            self.words.set_verdict("bad", said)
            self.words.setFocus()
            return
        self.ready.emit(text)
