"""The traffic page with figures: choices, curve, heat map, and the column at the side."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ksdesk.ui.imports.records import Records
from ksdesk.ui.parts.scroll import PageScroll
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.theme import theme_of
from ksdesk.ui.traffic.controls import Controls
from ksdesk.ui.traffic.curve import TrafficCurve
from ksdesk.ui.traffic.heat_card import HeatCard
from ksdesk.ui.traffic.summary import Summary
from ksdesk.ui.traffic.view import ShownTraffic

SIDE, WIDE_SIDE = 288, 384
NARROW, WIDE = 1021, 1500  # px of the page: a window of less than 1093, of 1672 and more
_ANY = 16777215  # Qt's "as wide as it likes"


class FilledTraffic(QWidget):
    """Tells what is chosen; draws what `show_view` gets.

    chosen(TrafficView), table_asked, heat_asked (the heat map's table), note_asked(seconds),
    note_clicked(Annotation), drawn_chosen(named days, events), shade_clicked(key), drawn (the
    curve). `side_column` stands at the right of the curve; its layout `side` takes further cards.
    Where the page is narrow these stand above the curve and the summary below it. `shown` is what
    it shows.
    """

    chosen = Signal(object)
    table_asked = Signal()
    heat_asked = Signal()
    note_asked = Signal(object)
    note_clicked = Signal(object)
    drawn_chosen = Signal(bool, bool)
    shade_clicked = Signal(object)
    drawn = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self.controls = Controls(ctx.clock)
        self.controls.chosen.connect(self.chosen)
        column.addWidget(self.controls)
        self.area = PageScroll()
        self.curve: TrafficCurve | None = None
        # Parts of the page from the first, though `arrange` places them only with the first answer:
        # a page may go before it, and takes with it only what is its own.
        inside = self.area.inside
        self.heat = HeatCard(ctx, inside)
        self.heat.table_asked.connect(self.heat_asked)
        self.summary = Summary()
        self.side_column = QWidget(inside)
        self.side = QVBoxLayout(self.side_column)
        self.side.setContentsMargins(0, 0, 0, 0)
        self.side.setSpacing(16)
        self.side.addWidget(self.summary)
        self.side.addStretch(1)
        self.records = Records(short=True, parent=inside)
        self._grid = QGridLayout()
        self._grid.setSpacing(16)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.area.body.addLayout(self._grid)
        self.area.body.addStretch(1)
        column.addWidget(self.area, 1)
        self._shape = ""
        self.shown = ShownTraffic()
        self._after = QTimer(self)

    def show_view(self, shown: ShownTraffic, width: int) -> None:
        """Show what a view found, on a page so wide."""
        self.begin()
        assert self.curve is not None
        self.arrange(width)
        self.shown = shown
        self.controls.show_view(shown)
        self.summary.show_view(shown)
        self.records.show_batches(shown.batches)
        self.curve.show_view(shown)

    def show_days(self, shown: ShownTraffic) -> None:
        """Show the same view, its named days known by now."""
        self.shown = shown
        if self.curve is not None:
            self.curve.show_view(shown)

    def begin(self) -> None:
        """Make the curve, which loads what draws it."""
        if self.curve is None:
            self.curve = self._make_curve()

    def _make_curve(self) -> TrafficCurve:
        curve = TrafficCurve(self.ctx, self.summary.words_table, self.area.inside)
        curve.table_asked.connect(self.table_asked)
        curve.note_asked.connect(self.note_asked)
        curve.note_clicked.connect(self.note_clicked)
        curve.shade_clicked.connect(self.shade_clicked)
        curve.events.drawn_chosen.connect(self.drawn_chosen)
        # Only after it is painted: the heat map must not keep the curve waiting.
        self._after.setSingleShot(True)
        self._after.timeout.connect(self._curve_drawn)
        curve.drawn.connect(self._after.start)
        return curve

    def _curve_drawn(self) -> None:
        """The heat map needs matplotlib, which is loaded once the curve is drawn."""
        self.heat.show_view(self.shown)
        self.drawn.emit()

    def select_shade(self, key: object) -> None:
        """Mark the stretch of a warning on the curve."""
        if self.curve is not None:
            self.curve.select_shade(key)

    def arrange(self, width: int) -> None:
        """The side column beside the curve; narrow, all that is not urgent below the curve."""
        theme = theme_of(self)
        shape = "narrow" if width < theme.px(NARROW) else "wide" if width >= theme.px(WIDE) else ""
        shape = shape or "usual"
        if shape == self._shape or self.curve is None:
            return
        self._shape = shape
        for widget in (self.curve, self.summary, self.heat, self.records, self.side_column):
            self._grid.removeWidget(widget)
        self.side.removeWidget(self.summary)
        narrow = shape == "narrow"
        self.curve.set_high(shape == "wide")
        if narrow:
            self.summary.set_shape(3, 3)
            self.side_column.setFixedWidth(_ANY)
            self.side_column.setMinimumWidth(0)
        else:
            self.summary.set_shape(1, 9)
            self.side_column.setFixedWidth(theme.px(WIDE_SIDE if shape == "wide" else SIDE))
        if narrow:
            below = (self.curve, self.summary, self.heat, self.records)
            for row, widget in enumerate((self.side_column, *below)):
                self._grid.addWidget(widget, row, 0)
        else:
            for row, widget in enumerate((self.curve, self.heat, self.records)):
                self._grid.addWidget(widget, row, 0)
            self.side.insertWidget(self.side.count() - 1, self.summary)
            # a long side column must not stretch the cards beside it
            self._grid.addWidget(self.side_column, 0, 1, 4, 1)
        self._grid.setRowStretch(3, int(not narrow))
        self.controls.fold(narrow)
        self._grid.setColumnStretch(0, 1)
