"""对上报表: which of the reports' campaigns a plan is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QWidget

from ksdesk.domain.promotion.attaching import PlanStanding
from ksdesk.domain.traffic import Part
from ksdesk.ui.parts.buttons import MainButton
from ksdesk.ui.parts.check import Check
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.labels import body
from ksdesk.ui.parts.texts import yuan_text

MOST = 12


class AttachSheet(SheetDialog):
    """`ready(plan)` with the ticked campaigns; none ticked lets the name find them again."""

    ready = Signal(object)

    def __init__(self, standing: PlanStanding, campaigns: Sequence[Part], parent: QWidget) -> None:
        super().__init__(
            QCoreApplication.translate("AttachSheet", "Which campaign of the reports is it?"),
            QCoreApplication.translate(
                "AttachSheet",
                "Without a tick it is found by the plan's name, else by its label.",
            ),
            name="plan-attach",
            width=520,
            parent=parent,
        )
        self._plan = standing.plan
        self.checks: dict[str, Check] = {}
        named = [part for part in campaigns if part.key in standing.keys]
        for part in [*named, *(part for part in campaigns if part not in named)][:MOST]:
            text = self.tr("{name}, {spend} spent in all")
            said = text.format(name=part.name, spend=yuan_text(part.spend))
            check = Check(said, part.key in standing.keys, parent=self)
            self.checks[part.key] = check
            self.add(check)
        if not campaigns:
            self.add(
                body(self.tr("No report names campaigns yet. Import one under Traffic."), wrap=True)
            )
        self.main = MainButton(self.tr("Save"), parent=self)
        self.main.clicked.connect(self.submit)
        self.set_buttons(self.main if campaigns else None, self.leave_button(height=40))

    @Slot()
    def submit(self) -> None:
        """Hand over."""
        ticked = tuple(key for key, check in self.checks.items() if check.isChecked())
        self.ready.emit(replace(self._plan, campaigns=ticked))
