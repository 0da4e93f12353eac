"""保证金: the quote from the rule book, what the phone shows, and the first ledger entries."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ksdesk.actions import deposit, opening
from ksdesk.domain.changes import Changes
from ksdesk.domain.deposit import PROMOTION, Requirement, ShownDue
from ksdesk.ui.opening.drafts import Drafts
from ksdesk.ui.opening.screens import Mirrored as PhoneShown
from ksdesk.ui.opening.steps.categories import Categories
from ksdesk.ui.opening.steps.quote import QuoteCard
from ksdesk.ui.opening.steps.view import StepView
from ksdesk.ui.parts.buttons import MainButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.labels import small, title
from ksdesk.ui.parts.money_field import MoneyField
from ksdesk.ui.parts.pill import Pill
from ksdesk.ui.parts.texts import day_text, money_text, yuan_text
from ksdesk.ui.shell.context import Context

STEP = "deposit.quote"


class DepositView(StepView):
    """What is due and why; booked by one button, changed by reversal and new entry."""

    def __init__(self, ctx: Context, drafts: Drafts, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._drafts = drafts
        self._shown_on: str | None = None
        self._booking = False
        self.categories = Categories(self)
        self.categories.edited.connect(self._changed)
        self.quote = QuoteCard(self)
        self.shown = MoneyField(
            self.tr("What the phone shows as due"), tall=True, placeholder=self.tr("not seen yet")
        )
        self.shown.edited.connect(self._shown_edited)
        self.body.addWidget(self._due())
        self.body.addWidget(self.quote)
        self.body.addWidget(self.categories)
        self.body.addStretch(1)

    def _due(self) -> Card:
        """The sum, the field that wins, and the button that books it."""
        card = Card(edge="control", parent=self)
        words = QVBoxLayout()
        words.setSpacing(0)
        self._caption = small("", wrap=True)
        self.total = title("")
        words.addWidget(self._caption)
        words.addWidget(self.total)
        words.addStretch(1)
        upper = QHBoxLayout()
        upper.setSpacing(16)
        upper.addLayout(words, 2)
        upper.addWidget(self.shown, 3)
        card.add_layout(upper)
        card.add_rule()
        self.book = MainButton("", "coin", height=32)
        self.book.clicked.connect(self._book)
        self.state = Pill("")
        self._standing = small("", wrap=True)
        lower = QHBoxLayout()
        lower.setSpacing(12)
        lower.addWidget(self._standing, 1)
        lower.addWidget(self.state)
        lower.addWidget(self.book)
        card.add_layout(lower)
        return card

    # -- typing

    def _changed(self) -> None:
        self._show()
        self.edited.emit()

    def _shown_edited(self, _fen: int | None) -> None:
        """The phone's figure is dated by the day on which it is typed."""
        day = self.ctx.clock().date().isoformat()
        self._shown_on = day if self.shown.text().strip() else None
        self._changed()

    def _phone(self) -> tuple[ShownDue, ...]:
        fen = self.shown.value()
        if fen is None or fen < 0 or self._shown_on is None:
            return ()
        return (ShownDue(fen, date.fromisoformat(self._shown_on)),)

    def _shop_type(self) -> str:
        return str(self._drafts.fields("type.choose").get("shop_type") or "")

    def requirement(self) -> Requirement:
        """What must lie on the accounts by what stands here."""
        told = deposit.Told(
            self._shop_type(),
            self.categories.chosen(),
            self.categories.promotion(),
            self.categories.asked(),
            self._phone(),
            promotion_first=self.categories.promotion(),
        )
        return deposit.line_of(told, self.ctx.rules(), self.ctx.clock().date())

    # -- booking

    def wanted(self) -> dict[str, int]:
        """What the first entries would come to, in fen by account."""
        due = self.requirement()
        found = {"own": due.own_total}
        if self.categories.promotion():
            found[PROMOTION] = due.promotion_total
        return {account: fen for account, fen in found.items() if fen}

    def booked(self) -> Mapping[str, int]:
        """What the wizard has booked and still stands."""
        return self._drafts.booked

    def _book(self) -> None:
        self._booking = True
        self._show()
        wanted = self.wanted()
        self.ctx.write(
            self,
            self.tr("Book the first deposit"),
            opening.book_deposit,
            wanted,
            self.ctx.clock().date(),
            self.tr("First deposit, from the opening wizard"),
            self.ctx.clock(),
            done=partial(self._was_booked, wanted),
            failed=self._not_booked,
        )

    def _was_booked(self, wanted: Mapping[str, int], _changes: Changes) -> None:
        self._booking = False
        self._drafts.booked = wanted
        self.ctx.notice(self.tr("Booked to the ledger"), undo=True)
        self._show()
        self.mirrored.emit()

    def _not_booked(self, error: BaseException) -> None:
        self._booking = False
        self._show()
        self.ctx.jobs.failed.emit(error)

    # -- showing

    def _show(self) -> None:
        due = self.requirement()
        rules = self.ctx.rules().on(due.day)
        self.quote.show_requirement(due, self._shop_type(), rules)
        self._show_difference(due)
        wanted, booked = self.wanted(), self.booked()
        exact = due.complete
        caption = self.tr("Due altogether") if exact else self.tr("Due altogether, at least")
        self._caption.setText(caption)
        self.total.setText(yuan_text(due.total))
        self._show_booked(wanted, booked)

    def _show_difference(self, due: Requirement) -> None:
        if self.shown.is_wrong():
            return  # the field itself says what is wrong with it
        phone = self._phone()
        if not phone:
            self.shown.set_verdict("", self.tr("What stands here wins over the rule book"))
            return
        day = day_text(phone[0].day)
        gap = phone[0].amount - due.rule_total("own")
        if not gap:
            text = self.tr("The same as the rule book; entered {day}")
            self.shown.set_verdict("good", text.format(day=day))
            return
        text = self.tr("{n} less than the rule book; this counts, entered {day}")
        if gap > 0:
            text = self.tr("{n} more than the rule book; this counts, entered {day}")
        self.shown.set_verdict("warn", text.format(n=money_text(abs(gap)), day=day))

    def _show_booked(self, wanted: Mapping[str, int], booked: Mapping[str, int]) -> None:
        same = bool(booked) and wanted == booked
        self.book.setVisible(not same)
        self.book.setEnabled(not self._booking and wanted != booked)
        self.book.set_text(self.tr("Book the change") if booked else self.tr("Book it"))
        self.state.setVisible(bool(booked))
        if same:
            self.state.set(self.tr("Booked"), "good")
            text = self.tr("In the ledger: {amounts}. Later changes are booked by reversal.")
        elif booked:
            self.state.set(self.tr("Changed since"), "warn")
            text = self.tr("In the ledger: {amounts}. Booking reverses them and writes new ones.")
        elif wanted:
            text = self.tr("A draft until you book it; do that once it is paid on the phone.")
        else:
            text = self.tr("Nothing is due, nothing to book.")
        self._standing.setText(text.format(amounts=self._amounts(booked)))

    def _amounts(self, booked: Mapping[str, int]) -> str:
        words = {"own": self.tr("own goods {n}"), PROMOTION: self.tr("promotion {n}")}
        parts = [words[a].format(n=money_text(fen)) for a, fen in booked.items() if a in words]
        return self.tr(", ").join(parts)

    # -- the step's contract

    def open(self, step: str) -> None:
        super().open(step)
        self._show()

    def refresh(self) -> None:
        """The ledger was changed, perhaps by undo."""
        self._show()

    def fill(self, fields: Mapping[str, Any]) -> None:
        self.categories.fill(fields)
        self.shown.set_text(str(fields.get("shown") or ""))
        self._shown_on = fields.get("shown_on")
        self._show()

    def fields(self) -> dict[str, Any]:
        return {
            **self.categories.fields(),
            "shown": self.shown.text(),
            "shown_on": self._shown_on,
        }

    def mirror(self) -> PhoneShown:
        due = self.requirement()
        return PhoneShown(amount=yuan_text(due.own_total) if due.complete_for("own") else "")

    def next_words(self) -> tuple[str, bool]:
        wanted, booked = self.wanted(), self.booked()
        if wanted == booked:
            return self.tr("Next step"), False
        return self.tr("Go on without booking"), True
