"""售后: the cases by the time that is left, and one of them with its path from 安抚 to 满意."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ksdesk.actions.aftersales import looking
from ksdesk.actions.aftersales.looking import CaseStanding
from ksdesk.domain.aftersales.draft import draft
from ksdesk.domain.aftersales.ranking import Ranking
from ksdesk.ui.aftersales import PAGE
from ksdesk.ui.aftersales.desk import CaseDesk
from ksdesk.ui.aftersales.head_card import HeadCard
from ksdesk.ui.aftersales.list_card import CaseList, filter_of
from ksdesk.ui.aftersales.ranking_card import RankingCard
from ksdesk.ui.aftersales.said_card import SaidCard
from ksdesk.ui.aftersales.work_card import WorkCard
from ksdesk.ui.imports.bringing import Bringing
from ksdesk.ui.parts.buttons import MainButton, SecondButton
from ksdesk.ui.parts.drop import TABLE_SUFFIXES, FileDrop
from ksdesk.ui.parts.labels import small
from ksdesk.ui.parts.page_header import PageHeader
from ksdesk.ui.parts.scroll import PageScroll
from ksdesk.ui.parts.segments import SegmentBar
from ksdesk.ui.parts.states import EmptyState
from ksdesk.ui.shell.book_page import BookPage
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.theme import Theme

LIST = 304  # px at 100 % text size of the list beside a case
LOWEST = 160  # px of a case's part on a small screen
TWO_COLUMNS = 860  # px of content at 100 % text size from which the list stands beside
NEW = "new:"
EVERY_MINUTE = 60_000  # milliseconds: what is left changes by itself


@dataclass(frozen=True)
class CasesView:
    """The open cases and the latest closed ones as of `now`, how many are `closed` in all, and why
    goods came back."""

    now: datetime
    every: tuple[CaseStanding, ...]
    closed: int
    ranking: Ranking


class AftersalesPage(BookPage):
    """`jump` takes the name of a case ("no:8801", "file:3"), or "new:" and an order's number."""

    spec = PAGE

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self.view: CasesView | None = None
        self.name = ""
        self.empty: EmptyState | None = None
        self.desk = CaseDesk(ctx, self)
        self.desk.made.connect(self._made)
        self.bringing = Bringing(ctx, self, "aftersales")
        self.bringing.imported.connect(self.try_again)
        self.bringing.troubled.connect(self.show_state)
        self.bringing.failed.connect(self.show_trouble)
        self.bringing.settled.connect(self.try_again)
        FileDrop(self, TABLE_SUFFIXES, said=self.tr("Drop it here")).dropped.connect(
            self.bringing.dropped
        )
        self._minute = QTimer(self, interval=EVERY_MINUTE)
        self._minute.timeout.connect(self._tick)
        column = QVBoxLayout(self)
        column.setSpacing(16)
        self.new_button = SecondButton(self.tr("Note one by hand"), "plus", height=40, parent=self)
        self.new_button.clicked.connect(self._new)
        self.import_button = SecondButton(
            self.tr("Import after-sales cases"), "import", height=40, parent=self
        )
        self.import_button.clicked.connect(self.bringing.choose_files)
        self.header = PageHeader(
            self.tr("After-sales"),
            self.tr("Calm, check, report the result, ask if they are satisfied"),
            (self.new_button, self.import_button),
            parent=self,
        )
        column.addWidget(self.header)
        column.addWidget(self.bringing.drafts)
        column.addWidget(self.states, 1)
        self._build_filled()
        self.keep_for_filled(self.new_button, self.import_button)

    def _build_filled(self) -> None:
        self.filled = QWidget(self)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.filled)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(16)
        self._build_list()
        self._build_case()
        self.states.addWidget(self.filled)
        self._connect_case()

    def _build_list(self) -> None:
        self.left = QWidget(self.filled)
        column = QVBoxLayout(self.left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self.list = CaseList(self.left)
        self.list.chosen.connect(self.choose)
        self.list.searched.connect(self._search)
        self.list.menu_asked.connect(self._open_menu)
        self.ranking = RankingCard(self.left)
        column.addWidget(self.list, 1)
        column.addWidget(self.ranking)
        self._columns.addWidget(self.left)

    def _build_case(self) -> None:
        self.area = PageScroll(self.filled)
        self.area.setMinimumHeight(LOWEST)
        self.nothing = small(self.tr("Choose a case of the list"), parent=self.area.inside)
        self.one = QWidget(self.area.inside)
        inside = QVBoxLayout(self.one)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(16)
        self.head, self.work, self.said = HeadCard(self.one), WorkCard(self.one), SaidCard(self.one)
        inside.addWidget(self.head)
        options = [("work", self.tr("This step")), ("said", self.tr("What was said"))]
        self.tabs = SegmentBar(options, "work", name=self.tr("Parts of the case"), parent=self.one)
        self.tabs.chosen.connect(self._share)
        inside.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignLeft)
        beside = QHBoxLayout()
        beside.setSpacing(16)
        beside.addWidget(self.work, 29)
        beside.addWidget(self.said, 21)
        inside.addLayout(beside, 1)
        self.area.add(self.nothing)
        self.area.add(self.one, 1)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.area, 1)
        right.addWidget(self.work.foot)
        self._columns.addLayout(right, 1)

    def _connect_case(self) -> None:
        desk = self.desk
        self.head.turned.connect(desk.turn)
        self.head.kept.connect(desk.keep_promise)
        self.head.asked.connect(self._ask)
        self.work.stepped.connect(desk.step)
        self.work.noted.connect(desk.find_out)
        self.work.closing.connect(desk.close)
        self.work.reopening.connect(desk.reopen)
        self.said.said.connect(desk.say)
        self.said.unsaid.connect(desk.unsay)
        self.said.copied.connect(self.work.take)

    # -- reading -----------------------------------------------------------------------------

    def question(self) -> Callable[[], CasesView]:
        return partial(_read, self.ctx, self.ctx.clock(), self.name, self.list.words())

    def show_answer(self, answer: CasesView) -> QWidget:
        self.view = answer
        if self.bringing.trouble is not None:
            return self.bringing.trouble
        if not answer.every and not self.list.words():
            return self._made_empty()
        self._show()
        return self.filled

    def _show(self) -> None:
        assert self.view is not None
        found = self._found(self.name)
        if found is not None and not self._listed(found):
            self.list.show_filter(filter_of(found))
        self.list.show_cases(self.view.every, self.view.closed, self.view.now, self.name)
        if self.list.words() and self.list.model.position(self.name) < 0:
            found = None  # what is shown is among what is found
        if found is None:
            self.name = self.list.first()
            found = self._found(self.name)
            self.list.select(self.name)
        self.ranking.show_ranking(self.view.ranking)
        self._hide_ranking()
        self._show_one(found)

    def _listed(self, one: CaseStanding) -> bool:
        return (self.list.filter() == "closed") == one.case.closed

    def _found(self, name: str) -> CaseStanding | None:
        """A case by its name, also by that which it had before its file came."""
        every = self.view.every if self.view is not None else ()
        return next((one for one in every if name in one.case.names), None)

    def _show_one(self, one: CaseStanding | None) -> None:
        assert self.view is not None
        self.nothing.setVisible(one is None)
        self.one.setVisible(one is not None)
        self.work.foot.setVisible(one is not None)
        self.desk.one = one
        if one is not None:
            self.head.show_case(one, self.ctx.rules(), self.view.now)
            self.work.show_case(one)
            by = one.due if one.due and one.due > self.view.now else None
            self.said.show_file(one.case.file, draft(one.case, by), self.view.now)

    @Slot(str)
    def _search(self, _words: str) -> None:
        self.refresh()

    @Slot(str)
    def choose(self, name: str) -> None:
        """Show another case."""
        self.name = name
        self.list.select(name)
        self._show_one(self._found(name))

    @Slot()
    def _tick(self) -> None:
        if self.isVisible():
            self.refresh()

    def showEvent(self, event) -> None:
        super().showEvent(event)
        self._minute.start()

    def hideEvent(self, event) -> None:
        super().hideEvent(event)
        self._minute.stop()

    def _made_empty(self) -> EmptyState:
        if self.empty is None:
            bring = MainButton(self.tr("Import after-sales cases"), "import")
            bring.clicked.connect(self.bringing.choose_files)
            new = SecondButton(self.tr("Note one by hand"), "plus", height=40)
            new.clicked.connect(self._new)
            self.empty = EmptyState(
                "aftersales",
                self.tr("No after-sales case yet"),
                self.tr(
                    "Bring the platform's file of cases, or note one by hand. Then you see who"
                    " waits for an answer, and until when."
                ),
                main=bring,
                second=new,
                preview=_preview,
                parent=self,
            )
            self.empty.dropped.connect(self.bringing.dropped)
        return self.empty

    # -- what is asked -----------------------------------------------------------------------

    @Slot(QPoint)
    def _open_menu(self, place: QPoint) -> None:
        self.head.whole_menu().popup(place)

    @Slot()
    def _new(self) -> None:
        self.desk.new()

    @Slot(int)
    def _made(self, number: int) -> None:
        self.name = f"file:{number}"
        self.refresh()

    @Slot(str)
    def _ask(self, what: str) -> None:
        if what == "end":
            self._show_tab("work")
            self.work.ask_to_end()
        else:
            self.desk.ask(what)

    # -- position ----------------------------------------------------------------------------

    def jump(self, target: str) -> None:
        if target.startswith(NEW):
            self.desk.new(target.removeprefix(NEW))
            return
        self.name = target
        self.refresh()

    def reading(self) -> bool:
        return self.bringing.busy

    def state(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "filter": self.list.filter(),
            "search": self.list.words(),
            "tab": self.tabs.value(),
        }

    def restore(self, state: dict[str, Any]) -> None:
        self.name = state.get("name", "")
        self.list.show_filter(state.get("filter", "open"))
        self.list.search.set_text(state.get("search", ""))
        self._show_tab(state.get("tab", "work"))
        self._stale = True
        self.freshen()

    # -- layout ------------------------------------------------------------------------------

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        room = self.contentsRect().marginsRemoved(self.edges()).width()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        px = self.ctx.theme.px
        two = room >= px(TWO_COLUMNS)
        self._columns.setDirection(across if two else down)
        self.left.setFixedWidth(px(LIST)) if two else self.left.setMaximumWidth(16_777_215)
        self.list.fold(not two)
        if not two:
            self.left.setMinimumWidth(0)
        self._hide_ranking()
        self.tabs.setHidden(two)
        self._share()

    def _above(self) -> bool:
        """Whether the list stands above a case, where there is no room beside it."""
        return self._columns.direction() == QBoxLayout.Direction.TopToBottom

    def _hide_ranking(self) -> None:
        self.ranking.setHidden(self._above() or not self.ranking.bars.accessibleName())

    def _show_tab(self, part: str) -> None:
        self.tabs.set_value(part)
        self._share()

    @Slot()
    def _share(self) -> None:
        """Work and what was said side by side, or the one that is chosen."""
        for part, card in (("work", self.work), ("said", self.said)):
            card.setHidden(self._above() and self.tabs.value() != part)


def _read(ctx: Context, now: datetime, name: str, words: str) -> CasesView:
    reader, rules = ctx.reader, ctx.rules()
    closed = looking.closed_cases(reader, rules, words)
    every = (*looking.open_cases(reader, rules), *closed)
    if name and not any(name in one.case.names for one in every):
        every += looking.named(reader, rules, name)
    return CasesView(now, every, reader.aftersales.closed_count(), looking.ranked(reader, now))


def _preview(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """Grey cases at the left, a path at the right."""
    painter.setPen(Qt.PenStyle.NoPen)
    for row in range(5):
        top = box.top() + row * 56
        painter.setBrush(theme.color("grid"))
        painter.drawRoundedRect(QRectF(box.left(), top, box.width() * 0.16, 14), 4, 4)
        painter.drawRoundedRect(QRectF(box.left(), top + 22, box.width() * 0.24, 10), 4, 4)
    for place in range(4):
        left = box.left() + box.width() * (0.34 + place * 0.18)
        painter.setBrush(theme.color("border" if place else "grid"))
        painter.drawEllipse(QRectF(left, box.top() + 24, 32, 32))
        painter.setBrush(theme.color("grid"))
        painter.drawRoundedRect(QRectF(left, box.top() + 72, box.width() * 0.12, 12), 4, 4)
