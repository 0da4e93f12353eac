"""回头客: who bought again, how long it took, and cohorts by the month of the first purchase."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ksdesk.domain.reviews.repeats import Cohort, Repeats
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.labels import body, small
from ksdesk.ui.parts.rows import Column, RowsModel
from ksdesk.ui.parts.table import TableView
from ksdesk.ui.parts.texts import count_text, number_text, percent_text

MONTHS = 24
"""So many of the last months have a row, and so many after the first a column."""
HIGH = 12  # rows in sight


class RepeatsCard(Card):
    """Numbers above, a row a month below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Buyers who came back"), flush=True, parent=parent)
        self.head = QWidget(self)
        column = QVBoxLayout(self.head)
        column.setContentsMargins(15, 12, 15, 12)
        column.setSpacing(4)
        self.again = body(wrap=True, parent=self.head)
        self.gap = body(wrap=True, parent=self.head)
        self.unknown = small(wrap=True, parent=self.head)
        for label in (self.again, self.gap, self.unknown):
            column.addWidget(label)
        self.add(self.head)
        self.model = RowsModel(self._columns(), key=lambda cohort: cohort.month, parent=self)
        name = self.tr("Buyers by the month of their first purchase")
        self.table = TableView(self.model, name=name, row_height=44, parent=self)
        self.add(self.table)
        self.foot = QWidget(self)
        column = QVBoxLayout(self.foot)
        column.setContentsMargins(15, 8, 15, 10)
        said = self.tr(
            "First means the first purchase that this book holds. The last figure of a row is of"
            " the running month."
        )
        column.addWidget(small(said, wrap=True, parent=self.foot))
        self.add(self.foot)

    def _columns(self) -> list[Column]:
        return [
            Column(
                "month",
                self.tr("First bought"),
                lambda cohort: f"{cohort.month:%Y-%m}",
                width=96,
            ),
            Column("size", self.tr("Buyers"), lambda c: c.size, count_text, "right", 72, bold=True),
            *(self._since(number) for number in range(1, MONTHS)),
        ]

    def _since(self, number: int) -> Column:
        def share(cohort: Cohort) -> float | str:
            return cohort.bought[number] / cohort.size if number < len(cohort.bought) else ""

        def count(cohort: Cohort) -> str:
            if number >= len(cohort.bought):
                return ""
            return self.tr("%n buyers", "", cohort.bought[number])

        return Column(
            f"since_{number}",
            self.tr("Month +{n}").format(n=number),
            share,
            _percent,
            "right",
            72,
            second=count,
            tone=lambda cohort: "muted" if number >= len(cohort.bought) - 1 else "text",
            sort=False,
        )

    def show_repeats(self, found: Repeats) -> None:
        """Show who bought again."""
        self.again.setText(self._again(found))
        self.gap.setText(self._gap(found))
        self.gap.setVisible(found.gap is not None)
        self.unknown.setText(self._unknown(found))
        self.unknown.setVisible(found.unknown > 0 and found.buyers > 0)
        rows = found.cohorts[-MONTHS:]
        longest = max((len(cohort.bought) for cohort in rows), default=1)
        self.table.set_hidden({f"since_{n}" for n in range(max(longest, 2), MONTHS)})
        self.model.set_rows(rows)
        for widget in (self.table, self.foot):
            widget.setVisible(bool(rows))
        self.table.fit_height(HIGH)

    def _again(self, found: Repeats) -> str:
        if not found.orders:
            return self.tr("No order yet. Import orders, and this shows who comes back.")
        if not found.buyers:
            return self.tr(
                "No order tells whose it is. Orders exported with the platform's number of the"
                " buyer, or an unmasked telephone and address, do; only a keyed hash of it is kept."
            )
        return self.tr("{again} of {buyers} buyers bought on more than one day: {share}").format(
            again=count_text(found.again),
            buyers=count_text(found.buyers),
            share=percent_text(found.share),
        )

    def _gap(self, found: Repeats) -> str:
        days = number_text(found.gap, 0 if found.gap == int(found.gap or 0) else 1)
        return self.tr("{days} days from one purchase to the next (median of {n})").format(
            days=days, n=count_text(found.gaps)
        )

    def _unknown(self, found: Repeats) -> str:
        return self.tr("For {n} of {all} orders the buyer is not known; they are left out").format(
            n=count_text(found.unknown), all=count_text(found.orders)
        )


def _percent(share: float | str) -> str:
    return share if isinstance(share, str) else percent_text(share)
