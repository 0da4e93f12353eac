"""The list of cases: what runs out first stands on top."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QPoint, QTimer, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QWidget

from ksdesk.actions.aftersales.looking import CaseStanding
from ksdesk.ui.aftersales import words
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.chips import ChipBar, FilterChip
from ksdesk.ui.parts.choice import Choice
from ksdesk.ui.parts.fields import LineField
from ksdesk.ui.parts.rows import Column, RowsModel
from ksdesk.ui.parts.table import TableView

STILL = 250  # milliseconds after the last key before the whole book is searched


class CaseList(Card):
    """`chosen(name)` when another case is wanted; `searched(words)` once typing stops;
    `menu_asked(place)` for the verbs of the chosen one."""

    chosen = Signal(str)
    searched = Signal(str)
    menu_asked = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(flush=True, parent=parent)
        self.now = datetime.min
        self._every: Sequence[CaseStanding] = ()
        self._quiet = False
        self.chips = ChipBar(name=self.tr("Which cases"), parent=self)
        for code, word in self._words().items():
            self.chips.add_chip(code, FilterChip(word))
        self.chips.set_value("open")
        self.chips.chosen.connect(self._filter)
        head = QWidget(self)
        self._head = row = QBoxLayout(QBoxLayout.Direction.TopToBottom, head)
        row.setContentsMargins(12, 8, 12, 8)
        row.addWidget(self.chips)
        self.search = LineField(
            "", icon="search", placeholder=self.tr("Number, product, reason"), parent=head
        )
        self.search.edit.setAccessibleName(self.tr("Search cases"))
        self.search.edited.connect(self._typed)
        self.pick = Choice(name=self.tr("Cases"), placeholder=self.tr("No case here"), parent=head)
        self.pick.chosen.connect(self._pick)
        row.addWidget(self.pick, 3)
        self._still = QTimer(self, singleShot=True, interval=STILL)
        self._still.timeout.connect(self._search)
        row.addWidget(self.search, 2)
        self.add(head)
        self.model = RowsModel(self._columns(), key=lambda one: one.case.name, parent=self)
        self.table = TableView(
            self.model,
            name=self.tr("Cases"),
            row_height=56,
            empty=self.tr("No case here"),
            parent=self,
        )
        self.table.header().hide()
        self.table.chosen.connect(self._choose)
        self.table.menu_asked.connect(self.menu_asked)
        self.add(self.table, 1)
        self.fold(False)

    def fold(self, folded: bool) -> None:
        """Where there is no room beside a case, the cases are a drop-down above it."""
        self.table.setHidden(folded)
        self.pick.setVisible(folded)
        way = QBoxLayout.Direction
        self._head.setDirection(way.LeftToRight if folded else way.TopToBottom)

    def _words(self) -> dict[str, str]:
        return {
            "open": self.tr("Open"),
            "answer": self.tr("To answer"),
            "closed": self.tr("Done"),
        }

    def _columns(self) -> list[Column]:
        return [
            Column(
                "case",
                self.tr("Case"),
                lambda one: words.title_of(one.case),
                bold=True,
                second=lambda one: words.second_of(one.case),
                minimum=120,
                tip=lambda one: f"{words.second_of(one.case)}\n{one.case.product}".strip(),
            ),
            Column(
                "left",
                self.tr("Time left"),
                lambda one: one.due,
                pill=lambda one: words.pill_of(one, self.now),
                align="right",
                width=124,
            ),
        ]

    def show_cases(
        self, every: Sequence[CaseStanding], closed: int, now: datetime, name: str
    ) -> None:
        """Show them as of `now`, with the case of that name chosen where it is in sight; `closed`
        are closed in all."""
        self._every, self.now = every, now
        for code in ("open", "answer"):
            self.chips.set_count(code, sum(1 for one in every if _fits(one, code)))
        self.chips.set_count("closed", closed)
        self._show(name)

    def words(self) -> str:
        """What is searched for."""
        return self.search.text().strip()

    @Slot()
    def _typed(self) -> None:
        self._show("")
        self._still.start()

    @Slot()
    def _search(self) -> None:
        self.searched.emit(self.words())

    def show_filter(self, code: str) -> None:
        """Choose which cases are listed, without telling."""
        self.chips.set_value(code)

    def filter(self) -> str:
        """Which cases are listed."""
        return str(self.chips.value())

    def first(self) -> str:
        """The name of the first case listed, "" where there is none."""
        rows = self.model.rows
        return rows[0].case.name if rows else ""

    def _show(self, name: str) -> None:
        self._quiet = True
        typed = self.words().casefold().split()
        fits = (one for one in self._every if _fits(one, self.filter()))
        self.model.set_rows(one for one in fits if _says(one, typed))
        self.pick.set_options([(one.case.name, self._text(one)) for one in self.model.rows])
        self.select(name)
        self._quiet = False

    def select(self, name: str) -> None:
        """Choose the case of that name where it is listed."""
        self.table.select_key(name)
        self.pick.set_value(name)

    def _text(self, one: CaseStanding) -> str:
        case = one.case
        left = words.pill_of(one, self.now)[1]
        return " · ".join((words.title_of(case), words.second_of(case), left))

    @Slot(object)
    def _filter(self, _code: object) -> None:
        self._show("")
        self.chosen.emit(self.first())

    @Slot(object)
    def _choose(self, one: CaseStanding | None) -> None:
        if one is not None and not self._quiet:
            self.chosen.emit(one.case.name)

    @Slot(object)
    def _pick(self, name: object) -> None:
        self.chosen.emit(str(name))


def _says(one: CaseStanding, words: Sequence[str]) -> bool:
    """Whether all these stand in what is known of a case."""
    case = one.case
    noted = (case.file.note, *(line[2] for line in case.file.said))
    told = " ".join((case.case_no, case.order_no, case.product, case.reason, *noted)).casefold()
    return all(word in told for word in words)


def _fits(one: CaseStanding, code: str) -> bool:
    if code == "closed":
        return one.case.closed
    return not one.case.closed and (code == "open" or one.running)


def filter_of(one: CaseStanding) -> str:
    """The widest list that a case stands in."""
    return "closed" if one.case.closed else "open"
