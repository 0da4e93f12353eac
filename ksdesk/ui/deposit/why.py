"""The right column: why the line is what it is, and what the platform may do below it."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from ksdesk.actions.deposit import Account
from ksdesk.domain.calendar import last_natural_month
from ksdesk.domain.deposit import LinePart, Requirement, ShownDue
from ksdesk.domain.deposit.notes import Adjustment, LineCategory, MonthSales
from ksdesk.domain.rulebook import DayRules
from ksdesk.ui.deposit import words
from ksdesk.ui.deposit.facts_sheets import example_words, month_text
from ksdesk.ui.deposit.view import AccountView
from ksdesk.ui.parts.buttons import IconButton, TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.labels import Divider, body, heading, small
from ksdesk.ui.parts.rule_link import RuleLink
from ksdesk.ui.parts.rule_words import confidence_word
from ksdesk.ui.parts.texts import day_text, money_text, signed_money_text
from ksdesk.ui.parts.tip import set_tip


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
        set_tip(self.fold_button, name)
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
    facts = Signal(str)  # which of the desk's lists

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: AccountView | None = None
        self.edit_button = TextButton(self.tr("Edit"), small=True, inline=True, parent=self)
        self.edit_button.clicked.connect(self.edit)
        self.add_action(self.edit_button)
        self.add_action(self.fold_button)

    def show_view(self, view: AccountView) -> None:
        """Say why the line of the account is what it is."""
        self.clear()
        self._view = view
        account, requirement = view.account, view.requirement
        shown = requirement.shown_for(account.name)
        parts = [p for p in requirement.parts if p.account == account.name]
        if account.line is None:
            self.set_title(self.tr("What the line depends on"))
        else:
            amount = money_text(account.line).removesuffix(".00")
            self.set_title(self.tr("Why {amount}").format(amount=amount))
        for part in parts:
            self._add_part(part, counts=shown is None)
        if shown is not None and account.state not in words.NOTHING_DUE:
            self._add_shown(shown, requirement, account)
        self._add_total(account, shown)

    def _add_part(self, part: LinePart, counts: bool) -> None:
        amount = money_text(part.amount)
        if part.amount is not None and part.code != "base" and part.account == "own":
            amount = signed_money_text(part.amount)
        who = self._who(part)
        row = QWidget(self.content)
        grid = _grid(row)
        tone = "text" if counts else "muted"
        _put(grid, 0, body(words.part_word(part), wrap=True, tone=tone), body(amount, tone=tone))
        _put(grid, 1, self._stands_on(part), small(who))
        for line, tone in self._more(part):
            _below(row, small(line, wrap=True, tone=tone))
        if part.code == "adjustment" and part.stale and (part.sales is None or self._partly()):
            self._add_way_out(row, self.tr("Enter the month's sales ›"), "sales")
        elif part.code == "adjustment" and (part.amount is None or part.stale):
            if counts:
                _below(row, small(example_words(self._rules()), wrap=True))
            self._add_way_out(row, self.tr("Enter the tiers ›"), "tiers")
        self._add_row(row)

    def _add_way_out(self, row: QWidget, text: str, facts: str) -> None:
        link = TextButton(text, small=True, inline=True)
        link.clicked.connect(partial(self.facts.emit, facts))
        _below(row, link)

    def _more(self, part: LinePart) -> list[tuple[str, str]]:
        """What is still missing of a reason, and where the seller's figure replaced another: each
        a sentence and its tone.
        """
        lines = []
        missing = [words.category_word(c) for c, known in part.considered if known is None]
        if missing:
            text = self.tr("Not filled in: {names}").format(names=self._list(missing))
            lines.append((text, "warn"))
        if part.code == "adjustment" and part.sales is not None:
            lines.append(self._sold(part.sales, part.stale))
        elif part.code == "adjustment" and part.stale:
            lines.append((self._not_said(), "warn"))
        shipped = self._rules().shipped(part.rule.key) if part.rule and part.rule.own else None
        if shipped is not None and isinstance(shipped.value, int):
            text = self.tr("The rule book says {amount}")
            lines.append((text.format(amount=money_text(shipped.value)), "muted"))
        return lines

    def _sold(self, amount: int, stale: bool) -> tuple[str, str]:
        """What last month sold, and of which of its days that is where it is not of all."""
        assert self._view is not None
        month = last_natural_month(self._view.today)[0]
        row = self._last_month()
        until = row.until if row is not None and not row.whole else None
        since = self._view.told.facts.begins(row) if row is not None else None
        if since is not None:
            text = self.tr("{month} sold {amount} since {day}, the day of your first order")
        elif until is not None:
            text = self.tr("{month} sold {amount} until {day}; the rest is not counted yet")
        elif stale:
            text = self.tr("{month} sold {amount}, more than the amount was set for")
        else:
            text = self.tr("{month} sold {amount}")
        said = text.format(
            month=month_text(month, self._view.today),
            amount=money_text(amount),
            day=day_text(day) if (day := since or until) else "",
        )
        return said, "warn" if day or stale else "muted"

    def _last_month(self) -> MonthSales | None:
        assert self._view is not None
        month = last_natural_month(self._view.today)[0]
        rows = self._view.told.facts.sales
        return next((r for r in rows if r.month == month and not r.category), None)

    def _partly(self) -> bool:
        """Whether only some of last month's days are in its sales."""
        assert self._view is not None
        row = self._last_month()
        return row is not None and (not row.whole or self._view.told.facts.begins(row) is not None)

    def _not_said(self) -> str:
        assert self._view is not None
        month = last_natural_month(self._view.today)[0]
        text = self.tr("What {month} sold is not filled in; this amount is of an earlier month")
        return text.format(month=month_text(month, self._view.today))

    def _rules(self) -> DayRules:
        assert self._view is not None
        return self._view.rules.on(self._view.today)

    def _list(self, names: list[str]) -> str:
        return self.tr(", ", "between names").join(names)

    def _who(self, part: LinePart) -> str:
        if part.origin == "seller":
            return confidence_word("yours")
        if part.origin == "unknown" or part.rule is None:
            return self.tr("not known")
        return confidence_word(part.rule.confidence)

    def _stands_on(self, part: LinePart) -> QWidget:
        """The link to the rule, or where the figure is from."""
        if part.rule is None:
            return small(self.tr("No rule known"))
        told = part.origin == "seller" and not part.rule.own
        text = self.tr("From the phone ›") if told else ""
        day = self._filled_on(part) if told else None
        if day is not None:
            text = self.tr("From the phone, {day} ›").format(day=day_text(day))
        return RuleLink(part.rule, text)

    def _filled_on(self, part: LinePart) -> date | None:
        """The day from which the seller's figure for a reason counts, where it has one."""
        view = self._view
        assert view is not None
        if part.code == "adjustment":
            rows = [a.day for a in view.noted(Adjustment) if a.day <= view.today]
            return max(rows, default=None)
        rows = [c.opened_on for c in view.noted(LineCategory) if c.name == part.note]
        return max((day for day in rows if day <= view.today), default=None)

    def _add_shown(self, shown: ShownDue, requirement: Requirement, account: Account) -> None:
        row = QWidget(self.content)
        grid = _grid(row)
        _put(grid, 0, body(self.tr("Phone shows"), wrap=True), body(money_text(shown.amount)))
        when = self.tr("Filled in on {day}").format(day=day_text(shown.day))
        _put(grid, 1, small(when, wrap=True), small(confidence_word("yours")))
        gap = shown.amount - requirement.rule_total(account.name)
        if gap:
            text = self.tr("{amount} against the rule book").format(amount=signed_money_text(gap))
            _below(row, small(text, wrap=True, tone="warn"))
        if shown.moved:
            text = self.tr("{amount} of it came since, by the reasons above")
            _below(row, small(text.format(amount=signed_money_text(shown.moved)), wrap=True))
        self._add_row(row)

    def _add_total(self, account: Account, shown: ShownDue | None) -> None:
        row = QWidget(self.content)
        grid = _grid(row)
        amount = heading(money_text(account.line))
        _put(grid, 0, heading(self.tr("Required line"), wrap=True), amount)
        if account.state in words.NOTHING_DUE:
            text = self.tr("Nothing since promotion was closed")
        elif account.line is None:
            text = self.tr("Not filled in yet")
        elif shown is not None:
            text = self.tr("What the phone shows counts. The tiers are not public, so we ask you.")
        elif not account.complete:
            text = self.tr("At least this much; an amount is still missing.")
        else:
            text = self.tr("By the rule book. If the phone shows another figure, fill it in.")
        _below(row, small(text, wrap=True))
        self.rows.addWidget(row)

    def _add_row(self, row: QWidget) -> None:
        self.rows.addWidget(row)
        self.rows.addWidget(Divider("grid", self.content))


def _grid(row: QWidget) -> QGridLayout:
    column = QVBoxLayout(row)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    grid = QGridLayout()
    column.addLayout(grid)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(0)
    grid.setColumnStretch(0, 1)
    return grid


def _below(row: QWidget, widget: QWidget) -> None:
    # Not in the grid: what breaks into lines across two columns of it gets no height for them.
    column = row.layout()
    assert isinstance(column, QVBoxLayout)
    link = isinstance(widget, TextButton)
    column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft if link else Qt.AlignmentFlag(0))


def _put(grid: QGridLayout, row: int, left: QWidget, right: QLabel) -> None:
    # A link keeps its own width, a label takes the room that it may wrap in.
    side = Qt.AlignmentFlag.AlignLeft if isinstance(left, TextButton) else Qt.AlignmentFlag(0)
    grid.addWidget(left, row, 0, side | Qt.AlignmentFlag.AlignVCenter)
    grid.addWidget(right, row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
