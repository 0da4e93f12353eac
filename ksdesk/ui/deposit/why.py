"""The right column: why the line is what it is, and what the platform may do below it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ksdesk.actions.deposit import Account
from ksdesk.domain.deposit import MEASURES, Part, Requirement, Shown
from ksdesk.ui.deposit import words
from ksdesk.ui.deposit.view import View
from ksdesk.ui.parts.buttons import IconButton, TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.labels import Rule, body, heading, small
from ksdesk.ui.parts.pill import Pill
from ksdesk.ui.parts.rule_link import RuleLink
from ksdesk.ui.parts.rule_words import confidence_word
from ksdesk.ui.parts.texts import day_text, money_text, signed_money_text


class FoldCard(Card):
    """A card whose content can be folded away where room is short."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title("")
        self.fold_button = IconButton("chevron_down", self.tr("Unfold"), side=18, parent=self)
        self.fold_button.clicked.connect(self._turn)
        self.content = QWidget(self)
        self.rows = QVBoxLayout(self.content)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(8)
        self.add(self.content)
        self.add_stretch()
        self._folding = self._folded = False

    def set_folding(self, folding: bool) -> None:
        """Whether the card folds; where it does, it begins folded."""
        if folding != self._folding:
            self._folding = self._folded = folding
        self._apply()

    def clear(self) -> None:
        """Take out the content; the next rows follow."""
        while item := self.rows.takeAt(0):
            drop(item)

    def _turn(self) -> None:
        self._folded = not self._folded
        self._apply()

    def _apply(self) -> None:
        self.fold_button.setVisible(self._folding)
        self.fold_button.set_icon("chevron_down" if self._folded else "chevron_up")
        name = self.tr("Unfold") if self._folded else self.tr("Fold up")
        self.fold_button.setToolTip(name)
        self.fold_button.setAccessibleName(name)
        self.content.setVisible(not self._folded)


def drop(item) -> None:
    """Delete a layout's item with all that is in it."""
    if widget := item.widget():
        widget.hide()
        widget.deleteLater()
    elif layout := item.layout():
        while inner := layout.takeAt(0):
            drop(inner)
        layout.deleteLater()


class WhyCard(FoldCard):
    """One row a reason: amount, where it stands, who says so. `edit` to change the figures."""

    edit = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit_button = TextButton(self.tr("Edit"), small=True, inline=True, parent=self)
        self.edit_button.clicked.connect(self.edit)
        self.add_action(self.edit_button)
        self.add_action(self.fold_button)

    def show_view(self, view: View) -> None:
        """Say why the line of the account is what it is."""
        self.clear()
        account, requirement = view.account, view.requirement
        shown = requirement.shown_for(account.name)
        parts = [p for p in requirement.parts if p.account == account.name]
        self.edit_button.setVisible(account.name != "cross_border")
        if account.line is None:
            self.set_title(self.tr("What the line depends on"))
        else:
            amount = money_text(account.line).removesuffix(".00")
            self.set_title(self.tr("Why {amount}").format(amount=amount))
        for part in parts:
            self._add_part(part, counts=shown is None)
        if shown is not None:
            self._add_shown(shown, requirement, account)
        self._add_total(account, shown)

    def _add_part(self, part: Part, counts: bool) -> None:
        amount = money_text(part.amount)
        if part.amount is not None and part.code != "base" and part.account == "own":
            amount = signed_money_text(part.amount)
        who = self._who(part)
        row = QWidget(self.content)
        grid = _grid(row)
        tone = "text" if counts else "muted"
        _put(grid, 0, body(words.part_word(part), wrap=True, tone=tone), body(amount, tone=tone))
        _put(grid, 1, self._stands_on(part), small(who))
        missing = [words.category_word(c) for c, known in part.considered if known is None]
        if missing:
            text = self.tr("Not filled in: {names}").format(names=self._list(missing))
            grid.addWidget(small(text, wrap=True, tone="warn"), 2, 0, 1, 2)
        self._add_row(row)

    def _list(self, names: list[str]) -> str:
        return self.tr(", ", "between names").join(names)

    def _who(self, part: Part) -> str:
        if part.origin == "seller":
            return confidence_word("yours")
        if part.origin == "unknown" or part.rule is None:
            return self.tr("not known")
        return confidence_word(part.rule.confidence)

    def _stands_on(self, part: Part) -> QWidget:
        """The link to the rule, or where the figure is from."""
        if part.rule is None:
            return small(self.tr("No rule known"))
        told = part.origin == "seller" and not part.rule.own
        return RuleLink(part.rule, self.tr("From the phone ›") if told else "")

    def _add_shown(self, shown: Shown, requirement: Requirement, account: Account) -> None:
        row = QWidget(self.content)
        grid = _grid(row)
        _put(grid, 0, body(self.tr("Phone shows"), wrap=True), body(money_text(shown.amount)))
        when = self.tr("Filled in on {day}").format(day=day_text(shown.day))
        _put(grid, 1, small(when, wrap=True), small(confidence_word("yours")))
        gap = shown.amount - requirement.rule_total(account.name)
        if gap:
            text = self.tr("{amount} against the rule book").format(amount=signed_money_text(gap))
            grid.addWidget(small(text, wrap=True, tone="warn"), 2, 0, 1, 2)
        self._add_row(row)

    def _add_total(self, account: Account, shown: Shown | None) -> None:
        row = QWidget(self.content)
        grid = _grid(row)
        amount = heading(money_text(account.line))
        _put(grid, 0, heading(self.tr("Required line"), wrap=True), amount)
        if account.line is None:
            text = self.tr("Not filled in yet")
        elif shown is not None:
            text = self.tr("What the phone shows counts. The tiers are not public, so we ask you.")
        elif not account.complete:
            text = self.tr("At least this much; an amount is still missing.")
        else:
            text = self.tr("By the rule book. If the phone shows another figure, fill it in.")
        grid.addWidget(small(text, wrap=True), 1, 0, 1, 2)
        self.rows.addWidget(row)

    def _add_row(self, row: QWidget) -> None:
        self.rows.addWidget(row)
        self.rows.addWidget(Rule("grid", self.content))


class MeasuresCard(FoldCard):
    """The six measures of the platform, possible while the balance is below the line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows.setSpacing(4)
        self.add_action(self.fold_button)
        self._apply()

    def _apply(self) -> None:
        super()._apply()
        count = str(len(MEASURES)) if self._folding else ""
        self.set_title(self.tr("Below the line may mean"), count)

    def show_account(self, account: Account) -> None:
        """Say what is possible for an account."""
        self.clear()
        short = account.state == "short"
        for code in MEASURES:
            row = QHBoxLayout()
            row.setSpacing(8)
            text = words.word(words.MEASURES[code])
            row.addWidget(body(text, wrap=True, tone="text" if short else "muted"), 1)
            pill = Pill(self.tr("possible"), "neutral", parent=self.content)
            pill.setVisible(short)
            row.addWidget(pill)
            self.rows.addLayout(row)
        note = self.tr("Topping up lifts them.") if short else self.tr("Not below the line now.")
        if account.line is None:
            note = self.tr("The line is not filled in, so nobody can say.")
        self.rows.addWidget(small(note, wrap=True))


def _grid(row: QWidget) -> QGridLayout:
    grid = QGridLayout(row)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(0)
    grid.setColumnStretch(0, 1)
    return grid


def _put(grid: QGridLayout, row: int, left: QWidget, right: QLabel) -> None:
    # A link keeps its own width, a label takes the room that it may wrap in.
    side = Qt.AlignmentFlag.AlignLeft if isinstance(left, TextButton) else Qt.AlignmentFlag(0)
    grid.addWidget(left, row, 0, side | Qt.AlignmentFlag.AlignVCenter)
    grid.addWidget(right, row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
