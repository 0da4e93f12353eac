"""Sheets of the after-sales page: a case by hand, its deadline, a promise."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from ksdesk.actions.aftersales import looking
from ksdesk.actions.deposit.refund import unannounced, working_days
from ksdesk.domain.aftersales.evidence import SoldOrder
from ksdesk.domain.aftersales.files import CaseFile
from ksdesk.domain.aftersales.promises import counted
from ksdesk.domain.rulebook import RuleBook
from ksdesk.ui.aftersales import words
from ksdesk.ui.parts.buttons import MainButton
from ksdesk.ui.parts.choice import ChoiceField
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.fields import LineField, NumberField
from ksdesk.ui.parts.moment_line import MomentLine
from ksdesk.ui.parts.money_field import MoneyField
from ksdesk.ui.parts.texts import day_text, weekday_text, yuan_text
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.latest import Latest

MOST_DAYS = 60


class NewCaseSheet(SheetDialog):
    """`ready(CaseFile)` for a case that no file has brought yet."""

    ready = Signal(object)

    def __init__(self, ctx: Context, order_no: str, parent: QWidget) -> None:
        super().__init__(
            QCoreApplication.translate("NewCaseSheet", "Note a case by hand"),
            QCoreApplication.translate(
                "NewCaseSheet",
                "When its file comes later, both become one. No name, phone or address is needed.",
            ),
            name="aftersales-new",
            width=600,
            parent=parent,
        )
        self.ctx = ctx
        self._latest = Latest(ctx, self)
        self.order_no = LineField(
            self.tr("Order number"), placeholder=self.tr("Copy it from the order"), parent=self
        )
        kinds = [(kind, words.kind_word(kind)) for kind in words.KINDS if kind]
        self.kind = ChoiceField(self.tr("What the buyer wants"), kinds, "refund_only", parent=self)
        self.refund = MoneyField(self.tr("Money back"), parent=self)
        self.reason = LineField(self.tr("Reason"), parent=self)
        moment = self.tr("such as 2026-11-18 16:00")
        self.opened = MomentLine(self.tr("Asked for at"), placeholder=moment, parent=self)
        self.expires = MomentLine(self.tr("Deadline on the phone"), placeholder=moment, parent=self)
        self.opened.set_text(f"{ctx.clock():%Y-%m-%d %H:%M}")
        self.product = ""
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        every = (self.order_no, self.kind, self.refund, self.reason, self.opened, self.expires)
        for place, field in enumerate(every):
            grid.addWidget(field, place // 2, place % 2)
        self.add_layout(grid)
        self.main = MainButton(self.tr("Note it"), parent=self)
        self.main.clicked.connect(self.submit)
        self.set_buttons(self.main, self.leave_button(height=40))
        self.order_no.finished.connect(self._look_up)
        if order_no:
            self.order_no.set_text(order_no)
            self._look_up()
        self.order_no.setFocus()

    @Slot()
    def _look_up(self) -> None:
        if number := self.order_no.text().strip():
            self._latest.ask(looking.sold, self.ctx.reader, number, done=self._show_sold)

    def _show_sold(self, found: SoldOrder | None) -> None:
        self.product = found.product if found is not None else ""
        if found is None:
            self.order_no.set_verdict("", self.tr("Not in the imported orders; that does no harm"))
            return
        paid = yuan_text(found.paid) if found.paid is not None else ""
        self.order_no.set_verdict("good", " · ".join(filter(None, (found.product, paid))))

    @Slot()
    def submit(self) -> None:
        """Hand over the case, or say what is missing."""
        if not self.order_no.text().strip():
            self.order_no.set_verdict("bad", self.tr("The number of its order is needed"))
            self.order_no.setFocus()
            return
        moments = (self.opened, self.expires)
        wrong = next((field for field in moments if not field.is_right()), None)
        if wrong is not None or self.refund.is_wrong():
            (wrong or self.refund).setFocus()
            return
        self.ready.emit(
            CaseFile(
                self.order_no.text(),
                kind=str(self.kind.value()),
                product=self.product,
                refund=self.refund.value(),
                reason=self.reason.text(),
                opened_at=self.opened.value(),
                expires_at=self.expires.value(),
            )
        )


class DeadlineSheet(SheetDialog):
    """`ready(moment or None)`: the deadline that the phone shows for a case."""

    ready = Signal(object)

    def __init__(self, due: datetime | None, parent: QWidget) -> None:
        super().__init__(
            QCoreApplication.translate("DeadlineSheet", "The deadline on the phone"),
            QCoreApplication.translate(
                "DeadlineSheet", "It comes before any rule. Empty: the rule counts again."
            ),
            name="aftersales-deadline",
            width=440,
            parent=parent,
        )
        self.due = MomentLine(
            self.tr("Until"), placeholder=self.tr("such as 2026-11-18 16:00"), parent=self
        )
        if due is not None:
            self.due.set_text(f"{due:%Y-%m-%d %H:%M}")
        self.add(self.due)
        self.main = MainButton(self.tr("Save"), parent=self)
        self.main.clicked.connect(self.submit)
        self.set_buttons(self.main, self.leave_button(height=40))

    @Slot()
    def submit(self) -> None:
        """Hand it over."""
        if self.due.is_right():
            self.ready.emit(self.due.value())


class PromiseSheet(SheetDialog):
    """`ready(days, words)`: within so many working days the seller will do something."""

    ready = Signal(int, str)

    def __init__(self, ctx: Context, parent: QWidget) -> None:
        super().__init__(
            QCoreApplication.translate("PromiseSheet", "Promise the buyer something"),
            QCoreApplication.translate(
                "PromiseSheet",
                "It runs in working days, beside the platform's clock, which does not wait.",
            ),
            name="aftersales-promise",
            width=520,
            parent=parent,
        )
        self.ctx = ctx
        self._latest = Latest(ctx, self)
        self.what = LineField(
            self.tr("What"), placeholder=self.tr("e.g. send the missing part"), parent=self
        )
        self.days = NumberField(self.tr("Within"), unit=self.tr("working days"), parent=self)
        self.days.set_value(2)
        self.days.edited.connect(self._count)
        self.add(self.what)
        self.add(self.days)
        self.main = MainButton(self.tr("Promise it"), parent=self)
        self.main.clicked.connect(self.submit)
        self.set_buttons(self.main, self.leave_button(height=40))
        self._count()

    def _count(self, _days: object = None) -> None:
        days = self._chosen()
        if days is None:
            return
        today, rules = self.ctx.clock().date(), self.ctx.rules()
        self._latest.ask(partial(_due, rules, today, days), done=self._show_due)

    def _chosen(self) -> int | None:
        days = self.days.value()
        if days is None or not 1 <= days <= MOST_DAYS or days != int(days):
            said = self.tr("A whole number from 1 to {most}").format(most=MOST_DAYS)
            self.days.set_verdict("bad", said)
            return None
        return int(days)

    def _show_due(self, found: tuple[date, tuple[date, ...], int | None]) -> None:
        due, skipped, unsure = found
        said = self.tr("by {day} ({weekday})").format(day=day_text(due), weekday=weekday_text(due))
        self.days.set_verdict("", words.day_details(said, skipped, unsure))

    @Slot()
    def submit(self) -> None:
        """Hand over the promise, or say what is missing."""
        if not self.what.text().strip():
            self.what.set_verdict("bad", self.tr("Say what you promise"))
            self.what.setFocus()
        elif (days := self._chosen()) is not None:
            self.ready.emit(days, self.what.text())


def _due(rules: RuleBook, today: date, days: int) -> tuple[date, tuple[date, ...], int | None]:
    due, skipped = counted(today, days, working_days(rules))
    return due, skipped, unannounced(rules, today, due)
