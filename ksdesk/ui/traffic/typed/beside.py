"""Whether typed figures stand in place of imported ones, or beside them."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ksdesk.ui.parts.labels import body
from ksdesk.ui.parts.segments import SegmentBar
from ksdesk.ui.traffic.typed.grid import TypedCells


class BesideBar(QWidget):
    """Asks once for all figures that are undecided, and shows what was said of a chosen one.

    It keeps its place while there is nothing to say, so that nothing moves under the hands.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.words = body(wrap=True, parent=self)
        self.how = SegmentBar(
            [("replace", self.tr("Replace")), ("add", self.tr("Count both"))],
            name=self.tr("Figures by hand beside imported ones"),
            parent=self,
        )
        row.addWidget(self.words, 1)
        row.addWidget(self.how)
        self.how.chosen.connect(self._choose)
        kept = self.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.setSizePolicy(kept)
        self._cells: TypedCells | None = None
        self._about: list[tuple[int, str]] = []

    def show_cells(self, cells: TypedCells, row: int, column: int) -> None:
        """Ask for the undecided figures of a grid, else tell of the chosen cell."""
        self._cells, self._about = cells, cells.undecided()
        chosen = (row, cells.codes[column]) if row >= 0 <= column else None
        if self._about:
            words = cells.beside_words(*self._about[0])
            if len(self._about) > 1:
                more = self.tr(
                    "%n more figures stand beside imported ones", "", len(self._about) - 1
                )
                words = self.tr("{said}; {more}").format(said=words, more=more)
            self.words.setText(words)
            self.how.clear()
        elif chosen is not None and (how := cells.decided(*chosen)) is not None:
            self._about = [chosen]
            self.words.setText(cells.beside_words(*chosen))
            self.how.set_value(how)
        self.setVisible(bool(self._about))

    def _choose(self, how: object) -> None:
        assert self._cells is not None
        self._cells.decide(self._about, "replace" if how == "replace" else "add")
