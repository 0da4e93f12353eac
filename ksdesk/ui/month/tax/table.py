"""The platform's figures of a quarter out of a table: the seller says which column is what."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ksdesk.actions import month
from ksdesk.domain.month import QuarterCheck, TaxFigure
from ksdesk.domain.month.tax_table import ROLES, TaxRole, TaxSums, TaxTable, guessed
from ksdesk.ui.month.words import BASES, said
from ksdesk.ui.parts.buttons import MainButton
from ksdesk.ui.parts.choice import ChoiceField
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.labels import body, small
from ksdesk.ui.parts.states import LoadingBlocks
from ksdesk.ui.parts.texts import count_text, money_text
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.latest import Latest

ROLE_WORDS = {
    "order": QT_TRANSLATE_NOOP("Month", "Order number"),
    "when": QT_TRANSLATE_NOOP("Month", "Month or day"),
    "gross": QT_TRANSLATE_NOOP("Month", "Gross income"),
    "refunds": QT_TRANSLATE_NOOP("Month", "Refunds"),
    "net": QT_TRANSLATE_NOOP("Month", "Net income"),
}
NO_COLUMN = -1
SHOWN = 3
"""Texts that could not be read, of which so many are shown."""


class TaxTableSheet(SheetDialog):
    """`kept(TaxFigure, parts)` when the sums and what they are made of are to be written."""

    kept = Signal(object, object)

    def __init__(
        self,
        ctx: Context,
        check: QuarterCheck,
        table: TaxTable,
        name: str,
        title: str,
        parent: QWidget,
    ) -> None:
        super().__init__(title, name="month-tax-table", width=520, parent=parent)
        self.set_sentence(self.tr("Which column of {name} is what?").format(name=name))
        self.check, self.table, self.name = check, table, name
        self._latest = Latest(ctx, self)
        none = (NO_COLUMN, self.tr("No such column"))
        options: list[tuple[object, str]] = [none, *enumerate(table.header)]
        guess = guessed(table.header)
        self.columns: dict[TaxRole, ChoiceField] = {}
        for role in ROLES:
            field = ChoiceField(
                said(ROLE_WORDS[role]), options, guess.get(role, NO_COLUMN), parent=self
            )
            field.edited.connect(self._sum_up)
            self.columns[role] = field
            self.add(field)
        before = check.figure.basis if check.figure is not None else "unknown"
        bases: list[tuple[object, str]] = [(code, said(word)) for code, word in BASES.items()]
        self.basis = ChoiceField(self.tr("They count"), bases, before, parent=self)
        self.add(self.basis)
        self.sums_label = body(wrap=True, parent=self)
        self.rest_label = small(wrap=True, parent=self)
        self.loading = LoadingBlocks(1, parent=self)
        self.add(self.sums_label)
        self.add(self.rest_label)
        self.add(self.loading)
        self.main = MainButton(self.tr("Save"), parent=self)
        self.main.clicked.connect(self.submit)
        self.set_buttons(self.main, self.leave_button(height=40))
        self.sums = TaxSums()
        self._sum_up()

    def places(self) -> dict[TaxRole, int]:
        """The columns that were chosen."""
        chosen = {role: field.value() for role, field in self.columns.items()}
        return {
            role: place
            for role, place in chosen.items()
            if isinstance(place, int) and place != NO_COLUMN
        }

    def _sum_up(self, _edited: object = None) -> None:
        """Count the rows anew, which takes a while where they are many thousand."""
        self.sums = TaxSums()
        self._waits(True)
        self.main.disable(self.tr("The rows are still being counted"))
        self._latest.ask(
            month.tax_sums, self.table, self.places(), self.check.first, done=self._show
        )

    def _waits(self, waits: bool) -> None:
        self.loading.setVisible(waits)
        self.sums_label.setVisible(not waits)
        self.rest_label.setVisible(not waits)

    def _show(self, sums: TaxSums) -> None:
        self.sums = sums
        self._waits(False)
        told = [
            f"{said(ROLE_WORDS[role])} {money_text(fen)}"
            for role, fen in (("gross", sums.gross), ("refunds", sums.refunds), ("net", sums.net))
            if fen is not None
        ]
        self.sums_label.setText(" · ".join(told) or self.tr("Nothing of this quarter is found."))
        rest = [self.tr("rows counted: {n}").format(n=count_text(sums.counted))]
        named = sum(bool(part.order) for part in sums.parts)
        if named:
            rest.append(self.tr("orders named: {n}").format(n=count_text(named)))
        if sums.elsewhere:
            text = self.tr("of other quarters: {n}")
            rest.append(text.format(n=count_text(sums.elsewhere)))
        if sums.unread:
            text = self.tr("not read: {texts}")
            rest.append(text.format(texts=", ".join(sums.unread[:SHOWN])))
        self.rest_label.setText(" · ".join(rest))
        self.rest_label.set_tone("warn" if sums.unread else "muted")
        if told:
            self.main.enable()
        elif sums.elsewhere or sums.unread:
            self.main.disable(self.tr("Nothing of this quarter is found."))
        else:
            self.main.disable(self.tr("Choose the column of at least one figure"))

    def submit(self) -> None:
        """Hand the sums over."""
        sums, basis = self.sums, self.basis.value()
        assert basis in ("paid", "settled", "unknown")
        figures = (sums.gross, sums.refunds, sums.net)
        if any(one is not None for one in figures):
            figure = TaxFigure(self.check.first, basis, *figures, note=self.name)
            self.kept.emit(figure, sums.parts)
