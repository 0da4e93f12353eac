"""What is to be done now in a case: the step it is at, or how it ends."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ksdesk.actions.aftersales.looking import CaseStanding
from ksdesk.domain.aftersales.files import MONEY_BACK, UNHAPPY, place
from ksdesk.domain.aftersales.states import paid_back
from ksdesk.ui.aftersales import words
from ksdesk.ui.parts.buttons import MainButton, SecondButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.check import Check
from ksdesk.ui.parts.choice import ChoiceField
from ksdesk.ui.parts.fields import TextField
from ksdesk.ui.parts.labels import body, small
from ksdesk.ui.parts.money_field import MoneyField
from ksdesk.ui.parts.segments import SegmentBar
from ksdesk.ui.parts.texts import moment_text, yuan_text

CHOOSE = ""


class WorkCard(Card):
    """`stepped(step, words, facts)`: a step is done, with what came out; `noted(facts)`: so far;
    `closing(outcome, cost, refund)`, the refund None where the platform tells it; `reopening`. What
    is typed stays while the case stays where it is. `foot` holds what ends the step; it stands
    below, always in sight."""

    stepped = Signal(str, str, object)
    noted = Signal(object)
    closing = Signal(str, object, object)
    reopening = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Check"), line=True, parent=parent)
        self._at: tuple[str, str] = ("", "")
        self._ending = False
        self._one: CaseStanding | None = None
        self.checks = {code: Check(words.said(word)) for code, word in words.CHECKS.items()}
        for check in self.checks.values():
            self.add(check)
        self.fault_caption = small(self.tr("Whose fault"), parent=self)
        self.add(self.fault_caption)
        faults = [(code, words.said(word)) for code, word in words.FAULTS.items()]
        self.fault = SegmentBar(faults, name=self.tr("Whose fault"), parent=self)
        self.add(self.fault)
        self.plan = ChoiceField(self.tr("What you will do"), self._outcomes(), CHOOSE, parent=self)
        self.add(self.plan)
        self.words = TextField(
            words.said(words.WORDS["calm"]), placeholder=self.tr("In short"), rows=2, parent=self
        )
        self.add(self.words)
        self.outcome = ChoiceField(self.tr("How it ended"), self._outcomes(), CHOOSE, parent=self)
        self.outcome.edited.connect(self._on_outcome)
        self.given = MoneyField(self.tr("Given back to the buyer"), parent=self)
        self.cost = MoneyField(self.tr("What it cost you beyond that"), parent=self)
        self.cost.set_verdict("", self.tr("Freight, goods, a gift; 0 if nothing"))
        ends = QHBoxLayout()
        ends.setSpacing(16)
        ends.addWidget(self.given, 1)
        ends.addWidget(self.cost, 1)
        self.add(self.outcome)
        self.add_layout(ends)
        self.ended = body("", wrap=True, parent=self)
        self.add(self.ended)
        self.add_stretch()
        self._make_foot(parent)

    def _make_foot(self, parent: QWidget | None) -> None:
        self.so_far = SecondButton(self.tr("Note so far"), height=40, parent=self)
        self.so_far.clicked.connect(self._note)
        self.unhappy = SecondButton(self.tr("Not satisfied, check again"), height=40, parent=self)
        self.unhappy.clicked.connect(self._not_satisfied)
        self.back = SecondButton(self.tr("Not yet"), height=40, parent=self)
        self.back.clicked.connect(self._go_back)
        self.open_again = SecondButton(self.tr("It was not over"), "undo", height=40, parent=self)
        self.open_again.clicked.connect(self.reopening)
        self.main = MainButton("", parent=self)
        self.main.clicked.connect(self.go_on)
        self.foot = Card(padding=12, parent=parent)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.so_far, self.unhappy, self.back, self.open_again):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.main)
        self.foot.add_layout(row)

    def _outcomes(self) -> list[tuple[object, str]]:
        known = [(code, words.said(word)) for code, word in words.OUTCOMES.items()]
        return [(CHOOSE, self.tr("Choose")), *known]

    # -- what is shown

    def show_case(self, one: CaseStanding) -> None:
        """Show where a case is; what was typed for it stays."""
        file, at = one.case.file, (one.case.name, self._place(one))
        if one.case.name != self._at[0]:
            self._ending = False
        fresh, self._one, self._at = at != self._at, one, at
        if fresh:
            self._begin(one)
        self._show_parts(self._shown())
        if file.outcome:
            cost = yuan_text(file.cost or 0)
            when = moment_text(file.closed_at)
            back = one.case.refund if file.outcome in MONEY_BACK else None
            said = self.tr("{outcome}, it cost {cost} more, closed on {moment}")
            if back is not None:
                said = self.tr("{outcome}, {back} given back, {cost} beyond, closed on {moment}")
            outcome = words.said(words.OUTCOMES[file.outcome])
            texts = {"outcome": outcome, "cost": cost, "back": yuan_text(back or 0)}
            self.ended.setText(said.format(**texts, moment=when))

    def _place(self, one: CaseStanding) -> str:
        if one.case.file.outcome:
            return "closed"
        return "unsettled" if one.case.closed else place(one.case.file)

    def _shown(self) -> str:
        here = self._at[1]
        return "end" if self._ending and here not in ("closed", "unsettled") else here

    def _show_parts(self, here: str) -> None:
        ending = here in ("end", "unsettled")
        early = here == "end" and self._at[1] != "end"
        self.set_title(words.said(words.HEADINGS["early" if early else here]))
        for widget in (*self.checks.values(), self.fault_caption, self.fault):
            widget.setVisible(here == "check")
        self.plan.setVisible(here in ("check", "report"))
        self.words.setVisible(here in words.WORDS)
        self.words.set_caption(words.said(words.WORDS.get(here, "")))
        for widget in (self.outcome, self.cost):
            widget.setVisible(ending)
        self.given.setVisible(ending and self._gives_back())
        self.ended.setVisible(here == "closed")
        self.so_far.setVisible(here == "check")
        self.unhappy.setVisible(here == "ask")
        self.back.setVisible(early)
        self.open_again.setVisible(here == "closed")
        self.main.setVisible(here != "closed")
        done = words.DONE_BUTTONS.get(here)
        self.main.set_text(words.said(done) if done else self.tr("Close the case"))

    def _begin(self, one: CaseStanding) -> None:
        file = one.case.file
        for code, check in self.checks.items():
            check.setChecked(code in file.checked)
        self.fault.set_value(file.fault) if file.fault else self.fault.clear()
        self.plan.set_value(file.plan)
        self.words.set_text("")
        self.words.clear_verdict()
        back = one.case.row is not None and paid_back(one.case.row.state)
        usual = "returned" if one.case.kind == "return_refund" else "refunded"
        self.outcome.set_value(file.plan or (usual if back else CHOOSE))
        self.given.set_value(one.case.refund)
        self.cost.set_value(None)

    def _gives_back(self) -> bool:
        """Whether the seller has to say what went back: the platform's file does not."""
        row = self._one.case.row if self._one is not None else None
        told = row is not None and row.refund is not None and paid_back(row.state)
        return self.outcome.value() in MONEY_BACK and not told

    @Slot(object)
    def _on_outcome(self, _code: object) -> None:
        self.given.setVisible(self._gives_back())

    def take(self, text: str) -> None:
        """A sentence that was copied for the buyer counts as said, unless words stand there."""
        told = self._shown() in ("calm", "report")
        if told and not self.words.text().strip():
            self.words.set_text(text)

    def ask_to_end(self) -> None:
        """Show how it ended instead of the step."""
        self._ending = True
        self._show_parts(self._shown())
        self.outcome.setFocus()

    # -- what is done

    def facts(self) -> dict[str, Any]:
        """What came out so far."""
        found: dict[str, Any] = {"plan": str(self.plan.value() or "")}
        if self._shown() == "check":
            found["checked"] = tuple(c for c, check in self.checks.items() if check.isChecked())
            found["fault"] = str(self.fault.value() or "")
        return found

    @Slot()
    def go_on(self) -> None:
        """The step is done, or the case ends; says what is missing."""
        here = self._shown()
        if here in ("end", "unsettled"):
            self._close()
            return
        if not self.words.text().strip():
            self.words.set_verdict("bad", self.tr("Note it in a few words first"))
            self.words.edit.setFocus()
            return
        facts = self.facts() if here in ("check", "report") else {}
        self.stepped.emit(here, self.words.text(), facts)

    def _close(self) -> None:
        outcome, cost = str(self.outcome.value() or ""), self.cost.value()
        missing = self.tr("Say how it ended")
        self.outcome.set_verdict("" if outcome else "bad", "" if outcome else missing)
        if cost is None and not self.cost.is_wrong():
            self.cost.set_verdict("bad", self.tr("Say what it cost; 0 if nothing"))
        given = self.given.value() if self._gives_back() else None
        if self._gives_back() and given is None and not self.given.is_wrong():
            self.given.set_verdict("bad", self.tr("Say what was refunded; 0 if nothing"))
        if outcome and cost is not None and (given is not None or not self._gives_back()):
            self.closing.emit(outcome, cost, given)

    @Slot()
    def _note(self) -> None:
        self.noted.emit(self.facts())

    @Slot()
    def _not_satisfied(self) -> None:
        text = self.words.text().strip() or self.tr("not satisfied")
        self.stepped.emit(UNHAPPY, text, {})

    @Slot()
    def _go_back(self) -> None:
        self._ending = False
        self._show_parts(self._shown())
