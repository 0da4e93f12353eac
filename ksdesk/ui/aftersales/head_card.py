"""The head of a case: what is wanted, how long there is, its path, and what else can be done."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ksdesk.actions.aftersales.looking import CaseStanding
from ksdesk.domain.rulebook import RuleBook
from ksdesk.ui.aftersales import words
from ksdesk.ui.parts.buttons import Button, SecondButton, TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.flow import FlowLayout
from ksdesk.ui.parts.labels import Divider, Label, body, small
from ksdesk.ui.parts.labels import title as title_label
from ksdesk.ui.parts.pill import Pill
from ksdesk.ui.parts.rule_link import RuleLink
from ksdesk.ui.parts.steps import Steps
from ksdesk.ui.parts.texts import yuan_text

TURNS = {
    "waiting_seller": ("waiting_buyer",),
    "waiting_buyer": ("waiting_seller", "waiting_receipt"),
    "waiting_receipt": ("waiting_seller",),
}
"""Which states a case can be told to be in next."""


class HeadCard(Card):
    """`turned(state)`, `kept(place of a promise)`, and `asked(what)` for: promise, proof,
    deadline, end, order, missing, drop."""

    turned = Signal(str)
    kept = Signal(int)
    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._one: CaseStanding | None = None
        row = QHBoxLayout()
        row.setSpacing(8)
        self.title = title_label(parent=self)
        self.pill = Pill("", parent=self)
        row.addWidget(self.title)
        row.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignVCenter)
        deadline = QVBoxLayout()
        deadline.setSpacing(0)
        right = Qt.AlignmentFlag.AlignRight
        self.deadline = Label("", tone="muted", elide=True, parent=self)
        self.deadline.setAlignment(right)
        deadline.addWidget(self.deadline)
        self._link_place = deadline
        self.rule_link: RuleLink | None = None
        row.addLayout(deadline, 1)
        self.add_layout(row)
        self.line = Label("", tone="muted", elide=True, parent=self)
        self.add(self.line)
        self.add(Divider("grid", self))
        self.steps = Steps((), self)
        self.add(self.steps)
        self.owed = QVBoxLayout()
        self.owed.setSpacing(4)
        self.add_layout(self.owed)
        self._buttons = QWidget(self)
        self._flow = FlowLayout(self._buttons)
        self.add(self._buttons)
        self.buttons: dict[str, Button] = {}
        for state, word in self._turn_words().items():
            self._add(state, word, partial(self.turned.emit, state))
        self._add("promise", self.tr("Promise a day…"), partial(self.asked.emit, "promise"))
        self._add("proof", self.tr("Evidence for the platform…"), partial(self.asked.emit, "proof"))
        self.more = SecondButton(self.tr("More"), trailing="chevron_down", parent=self)
        self.more.clicked.connect(self._open_menu)
        self._flow.addWidget(self.more)

    def _turn_words(self) -> dict[str, str]:
        return {
            "waiting_buyer": self.tr("Answered: the buyer's turn"),
            "waiting_seller": self.tr("My turn again"),
            "waiting_receipt": self.tr("Sent back by the buyer"),
        }

    def _add(self, code: str, word: str, what: object) -> None:
        button = SecondButton(word, parent=self._buttons)
        button.clicked.connect(what)
        self._flow.addWidget(button)
        self.buttons[code] = button

    def show_case(self, one: CaseStanding, rules: RuleBook, now: datetime) -> None:
        """Show a case as of now."""
        self._one = one
        case = one.case
        money = f" {yuan_text(case.refund)}" if case.refund is not None else ""
        self.title.setText(f"{words.kind_word(case.kind)}{money}")
        kind, text = words.pill_of(one, now)
        self.pill.set(text, kind)
        self.line.setText(words.line_of(case))
        self.deadline.setText(words.deadline_of(one))
        self._show_rule(one, rules)
        self.steps.set(words.steps_of(case.file))
        self._show_owed(one, now)
        for state in TURNS:
            fits = not case.closed and state in TURNS[case.state]
            if state == "waiting_receipt" and case.kind == "refund_only":
                fits = False
            self.buttons[state].setVisible(fits)
        self.buttons["promise"].setVisible(not case.closed)

    def _show_rule(self, one: CaseStanding, rules: RuleBook) -> None:
        if self.rule_link is not None:
            self.rule_link.hide()
            self.rule_link.deleteLater()
            self.rule_link = None
        opened, key = one.case.opened, words.rule_key(one)
        if one.clock.basis != "rule" or opened is None:
            return
        rule = rules.on(opened.date())[key]
        self.rule_link = RuleLink(rule, parent=self)
        self._link_place.addWidget(self.rule_link, 0, Qt.AlignmentFlag.AlignRight)

    def _show_owed(self, one: CaseStanding, now: datetime) -> None:
        while item := self.owed.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for promise in one.owed:
            holder = QWidget(self)
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            row.addWidget(small(self.tr("Promised"), parent=holder))
            row.addWidget(body(words.promise_line(promise), elide=True, parent=holder), 1)
            kind, text = words.time_pill(promise.until, now)
            row.addWidget(Pill(text, kind, parent=holder))
            done = TextButton(self.tr("Kept"), small=True, parent=holder)
            done.clicked.connect(partial(self._keep, promise.place))
            row.addWidget(done)
            self.owed.addWidget(holder)

    def _keep(self, place: int, *_clicked: object) -> None:
        self.kept.emit(place)

    def whole_menu(self) -> QMenu:
        """All that can be done with the case."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button in self.buttons.values():
            if not button.isHidden():
                menu.addAction(button.text(), button.click)
        menu.addSeparator()
        self._add_rest(menu)
        return menu

    def menu(self) -> QMenu:
        """What can be done with the case that has no button."""
        menu = QMenu(self)
        self._add_rest(menu)
        return menu

    def _add_rest(self, menu: QMenu) -> None:
        assert self._one is not None
        case = self._one.case
        choices = {
            "end": self.tr("Close it…"),
            "deadline": self.tr("Its deadline on the phone…"),
            "order": self.tr("To its order ›"),
            "missing": self.tr("The goods are not there…"),
            "drop": self.tr("Noted by mistake"),
        }
        if case.closed:
            del choices["end"], choices["deadline"], choices["missing"]
        if case.row is not None or not case.file.id:
            del choices["drop"]
        for what, text in choices.items():
            menu.addAction(text, partial(self.asked.emit, what))

    def _open_menu(self) -> None:
        self.menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height())))
