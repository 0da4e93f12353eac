"""The papers that a shop type needs, as a checklist."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ksdesk.domain.opening.papers import ChecklistPaper
from ksdesk.domain.opening.shop_types import ShopType
from ksdesk.ui.opening import type_words
from ksdesk.ui.parts.check import Check
from ksdesk.ui.parts.labels import heading, small
from ksdesk.ui.parts.rule_words import confidence_word


class PaperList(QWidget):
    """One line a paper. Ticks are kept over a change of type; `ticked()` for each by hand.

    Papers whose photos were found good are ticked by themselves.
    """

    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._on: set[str] = set()
        self._seen: set[str] = set()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._title = heading("")
        self._column.addWidget(self._title)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self._column.addLayout(self._rows)
        self._holder: QWidget | None = None
        self._kind: ShopType | None = None
        self.checks: dict[str, Check] = {}

    def show_type(self, kind: ShopType) -> None:
        """The papers of a type."""
        if kind is not self._kind:
            self._kind = kind
            self._build()

    def show_seen(self, codes: set[str]) -> None:
        """Tick the papers whose photos were found good."""
        if codes != self._seen:
            self._seen = codes
            self._build()

    def _build(self) -> None:
        if self._kind is None:
            return
        if self._holder is not None:
            self._holder.deleteLater()
        self._holder = QWidget(self)
        rows = QVBoxLayout(self._holder)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        self.checks = {}
        for paper in self._kind.checklist:
            rows.addLayout(self._row(paper))
        self._rows.addWidget(self._holder)
        self._count()

    def _row(self, paper: ChecklistPaper) -> QHBoxLayout:
        seen = paper.code in self._seen
        check = Check(
            type_words.said(type_words.PAPERS[paper.code]), seen or paper.code in self._on
        )
        check.setEnabled(not seen)
        check.clicked.connect(self._tick)
        self.checks[paper.code] = check
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(check, 1)
        when = type_words.said(type_words.WHEN[paper.when])
        # The rule book says "book" of what only the chapter of 2021 knows.
        sure = "book" if paper.confidence == "seed" else paper.confidence
        told = self.tr("photo checked") if seen else confidence_word(sure)
        notes = [word for word in (when, told) if word]
        row.addWidget(small(" · ".join(notes)))
        return row

    def ticked_codes(self) -> set[str]:
        """The papers that are ticked, also those of another type."""
        return set(self._on)

    def set_ticked(self, codes: Iterable[str]) -> None:
        """Tick without telling."""
        self._on = set(codes)
        for code, check in self.checks.items():
            check.setChecked(code in self._on | self._seen)
        self._count()

    def _tick(self) -> None:
        for code, check in self.checks.items():
            if code in self._seen:
                continue
            (self._on.add if check.isChecked() else self._on.discard)(code)
        self._count()
        self.ticked.emit()

    def _count(self) -> None:
        have = sum(code in self._on | self._seen for code in self.checks)
        text = self.tr("Papers it needs: {n} of {all} ready")
        self._title.setText(text.format(n=have, all=len(self.checks)))
