"""保证金: balance against line, the curve, the ledger, and why the line is what it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from ksdesk.actions import deposit
from ksdesk.domain.deposit.ledger import ACCOUNTS, Entry
from ksdesk.ui.deposit import PAGE, menus, words
from ksdesk.ui.deposit.curve import DepositCurve
from ksdesk.ui.deposit.desk import Desk
from ksdesk.ui.deposit.ledger import LedgerCard
from ksdesk.ui.deposit.measures import MeasuresCard
from ksdesk.ui.deposit.verdict import VerdictCard
from ksdesk.ui.deposit.view import AccountView, look
from ksdesk.ui.deposit.why import WhyCard
from ksdesk.ui.exports.button import ExportMenu
from ksdesk.ui.parts.account_words import account_word
from ksdesk.ui.parts.buttons import MainButton, SecondButton
from ksdesk.ui.parts.chips import ChipBar, FilterChip
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.page_header import PageHeader
from ksdesk.ui.parts.scroll import PageScroll
from ksdesk.ui.parts.states import EmptyState
from ksdesk.ui.parts.texts import money_text
from ksdesk.ui.shell.book_page import BookPage
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.kept_list import KeptList
from ksdesk.ui.shell.latest import Latest
from ksdesk.ui.shell.theme import Theme

if TYPE_CHECKING:
    from ksdesk.exports import Sheet

TWO_COLUMNS = 900  # px of content at 100 % text size from which the right column stands beside
TALL = 960  # px of page height from which the curve grows
CURVE, CURVE_TALL = 184, 272
SIDE, SIDE_ENGLISH = 320, 352


class DepositPage(BookPage):
    """The deposit. `jump` takes an account's name, or a ledger line's number."""

    spec = PAGE

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self.account = "own"
        self.view: AccountView | None = None
        self.desk = Desk(ctx, self)
        self.desk.turned.connect(self._turn)
        self.desk.booked.connect(self._picked)
        self.desk.looked_at.connect(self._picked)
        self._wanted: int | None = None
        self._line = Latest(ctx, self)
        self._two_columns: bool | None = None
        outer = QHBoxLayout(self)
        outer.setSpacing(0)
        column = QVBoxLayout()
        column.setSpacing(0)
        outer.addLayout(column, 1)
        self.add_button = MainButton(self.tr("Record a top-up"), "plus", parent=self)
        self.add_button.clicked.connect(self.record_top_up)
        self.header = PageHeader(
            self.tr("Deposit"),
            self.tr("Is there enough, why this much, and what to do if not"),
            (self.add_button,),
            parent=self,
        )
        column.addWidget(self.header)
        column.addSpacing(16)
        column.addWidget(self.states, 1)
        self.area = PageScroll(self)
        self.states.addWidget(self.area)
        self.empty: EmptyState | None = None
        self._build_filled()
        self.keep_for_filled(self.add_button)

    def _build_filled(self) -> None:
        self.area.body.addLayout(self._top_row())
        desk = self.desk
        self.verdict = VerdictCard(self)
        self.verdict.asked.connect(self.fill_in_line)
        self.verdict.due_asked.connect(partial(desk.list_facts, "shown"))
        self.verdict.refund_asked.connect(desk.refund)
        self.verdict.excess_asked.connect(desk.excess)
        self.verdict.more_asked.connect(self._open_more)
        self.curve = DepositCurve(self.ctx, self)
        self.curve.picked.connect(self._picked)
        self.ledger = LedgerCard(self)
        KeptList(self.ctx, self.ledger.table, "ledger")
        self.ledger.chosen.connect(self.curve.choose)
        self.ledger.opened.connect(self._open_line)
        self.ledger.reversing.connect(desk.reverse)
        self.ledger.recording.connect(self.record)
        self.export = ExportMenu(self.ctx, self, self.tr("Deposit ledger"), self._ledger_sheet)
        self.ledger.export_button.clicked.connect(self.export.open)
        self.why = WhyCard(self)
        self.why.edit.connect(self._open_facts)
        self.why.facts.connect(desk.list_facts)
        self.measures = MeasuresCard(self)
        self.measures.marking.connect(desk.mark)
        self.measures.sub_shops.connect(partial(desk.list_facts, "sub_shops"))
        self.side = QWidget(self)
        self._side_row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self.side)
        self._side_row.setContentsMargins(0, 0, 0, 0)
        self._side_row.setSpacing(16)
        self._side_row.addWidget(self.why)
        self._side_row.addWidget(self.measures, 1)
        self._grid = QGridLayout()
        self._grid.setSpacing(16)
        self.area.body.addLayout(self._grid, 1)

    def _top_row(self) -> QHBoxLayout:
        """The accounts, and the two questions that concern each of them."""
        self.chips = ChipBar(name=self.tr("Deposit accounts"), parent=self)
        for name in ACCOUNTS:
            self.chips.add_chip(name, FilterChip(account_word(name)))
        self.chips.set_value(self.account)
        self.chips.chosen.connect(self.choose_account)
        self.compare_button = SecondButton(self.tr("Compare with the phone"), parent=self)
        self.compare_button.clicked.connect(self.desk.compare)
        self.what_if_button = SecondButton(self.tr("What if…"), parent=self)
        self.what_if_button.clicked.connect(self.desk.ask_what_if)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.chips, 1)
        for button in (self.compare_button, self.what_if_button):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    @property
    def sheet(self) -> SheetDialog | None:
        """The sheet that is open."""
        return self.desk.sheet

    # -- reading -----------------------------------------------------------------------------

    def question(self) -> Callable[[], AccountView]:
        return partial(_read, self.ctx, self.ctx.clock().date(), self.account)

    def choose_account(self, name: object) -> None:
        """Show another account."""
        self._turn(str(name))
        self.refresh()

    def _turn(self, name: str) -> None:
        self.account = self.desk.account = name
        self.chips.set_value(name)

    def show_answer(self, answer: AccountView) -> QWidget:
        self.view = answer
        if answer.fresh:
            return self._made_empty()
        self._fill(answer)
        self.show_state(self.area)
        if self._wanted is not None and self.ledger.select(self._wanted):
            self.area.show_widget(self.ledger)
        self._wanted = None
        return self.area

    def _fill(self, view: AccountView) -> None:
        for account in view.accounts:
            figure = money_text(account.balance) if account.opened else ""
            self.chips.chip(account.name).set_figure(figure, words.state_of(account))
        self.verdict.show_view(view)
        self.curve.show_view(view)
        self.ledger.show_entries(view.entries)
        self.why.show_view(view)
        self.measures.show_view(view)
        self.desk.show_view(view)
        self._arrange()

    def _made_empty(self) -> EmptyState:
        if self.empty is None:
            wizard = MainButton(self.tr("To the wizard ›"))
            wizard.clicked.connect(self.fill_in_line)
            record = SecondButton(self.tr("Record an entry"), "plus", height=40)
            record.clicked.connect(self.record)
            self.empty = EmptyState(
                "deposit",
                self.tr("No deposit recorded yet"),
                self.tr(
                    "Here you see how much deposit there is, how much is required and why. The"
                    " wizard works out the line; if you have paid already, record it."
                ),
                main=wizard,
                second=record,
                preview=_preview,
                parent=self,
            )
        return self.empty

    # -- writing -----------------------------------------------------------------------------

    def record_top_up(self) -> None:
        """The sheet for a payment, with what is missing filled in."""
        standing = self.view.account.standing if self.view else None
        missing = standing.shortfall if standing else 0
        self.desk.record(missing or None)

    def record(self) -> None:
        """The sheet for any entry."""
        self.desk.record()

    def _open_line(self, entry: Entry) -> None:
        self.desk.show_line(entry, self.ledger.note(entry), self.ledger.refusal(entry))

    def _ledger_sheet(self, shown: bool) -> Sheet:
        from ksdesk.ui.deposit.table_out import ledger_sheet

        title = account_word(self.account)
        return ledger_sheet(title, self.ledger.entries(shown=shown))

    def more_menu(self) -> QMenu:
        """What else can be done with the account."""
        assert self.view is not None
        return menus.more_menu(self.desk, self.view, self)

    def facts_menu(self) -> QMenu:
        """The figures that the line depends on, to change one of them."""
        assert self.view is not None
        return menus.facts_menu(self.desk, self.view, self.fill_in_line, self)

    def _open_more(self) -> None:
        button = self.verdict.more
        self.more_menu().popup(button.mapToGlobal(QPoint(0, button.height())))

    def _open_facts(self) -> None:
        button = self.why.edit_button
        self.facts_menu().popup(button.mapToGlobal(QPoint(0, button.height())))

    def fill_in_line(self) -> None:
        """Go to the wizard's step that asks what the line depends on."""
        fresh = self.view is not None and self.view.fresh
        self.ctx.navigate("opening", None if fresh else deposit.QUOTE_STEP)

    # -- position ----------------------------------------------------------------------------

    def _picked(self, number: object) -> None:
        if isinstance(number, int):
            self.ledger.select(number)

    def jump(self, target: str) -> None:
        """An account by its name, or a ledger line by its number."""
        if target in ACCOUNTS:
            self.choose_account(target)
        elif target.isdigit():
            self._line.ask(
                partial(_line, self.ctx, int(target)), done=self._jump_to, failed=self.show_trouble
            )

    def _jump_to(self, found: tuple[Entry, ...]) -> None:
        if found:
            self._wanted = found[0].id
            self.choose_account(found[0].account)

    def state(self) -> dict[str, Any]:
        return {
            "account": self.account,
            "entry": self.ledger.selected(),
            "scroll": self.area.verticalScrollBar().value(),
        }

    def restore(self, state: dict[str, Any]) -> None:
        self._wanted = state.get("entry")
        self._turn(state.get("account", "own"))
        self._stale = True
        self.freshen()
        scroll = self.area.verticalScrollBar().setValue
        self.once_answered(partial(scroll, state.get("scroll", 0)))

    # -- layout ------------------------------------------------------------------------------

    def _arrange(self) -> None:
        """Two columns where there is room, else the right one folded between gauge and curve."""
        px, room = self.ctx.theme.px, self.contentsRect().marginsRemoved(self.edges()).width()
        two = room >= px(TWO_COLUMNS)
        if two != self._two_columns:
            self._two_columns = two
            self._place(two)
        english = self.ctx.theme.lang == "en" and self.width() >= px(1100)
        self.side.setFixedWidth(px(SIDE_ENGLISH if english else SIDE)) if two else None
        self.curve.setFixedHeight(CURVE_TALL if self.height() >= TALL else CURVE)
        self.ledger.set_least_rows(4 if two else 8)

    def _place(self, two: bool) -> None:
        while self._grid.count():
            self._grid.takeAt(0)
        if two:
            left: tuple[QWidget, ...] = (self.verdict, self.curve, self.ledger)
            self._grid.addWidget(self.side, 0, 1, 3, 1)
        else:
            left = (self.verdict, self.side, self.curve, self.ledger)
            self.side.setMinimumWidth(0)
            self.side.setMaximumWidth(16_777_215)
        for row in range(4):
            self._grid.setRowStretch(row, 0)
        for row, widget in enumerate(left):
            self._grid.addWidget(widget, row, 0)
        self._grid.setRowStretch(len(left) - 1, 1)
        self._grid.setColumnStretch(0, 1)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._side_row.setDirection(down if two else across)
        self._side_row.setStretch(0, 0 if two else 1)
        for card in (self.why, self.measures):
            card.set_folding(not two)

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._arrange()


def _read(ctx: Context, today: date, account: str) -> AccountView:
    return look(ctx.reader, ctx.rules(), today, account)


def _line(ctx: Context, number: int) -> tuple[Entry, ...]:
    return ctx.reader.deposit.by_number([number])


def _preview(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """A grey gauge over a grey step curve."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("grid"))
    painter.drawRoundedRect(QRectF(box.left(), box.top() + 24, box.width() * 0.9, 16), 4, 4)
    painter.setBrush(theme.color("border"))
    painter.drawRoundedRect(QRectF(box.left(), box.top() + 24, box.width() * 0.62, 16), 4, 4)
    steps = (0.1, 0.1, 0.35, 0.35, 0.5, 0.45, 0.5, 0.75, 0.7)
    wide = box.width() / len(steps)
    floor, high = box.bottom(), box.height() * 0.6
    for number, level in enumerate(steps):
        painter.setBrush(theme.color("grid"))
        column = QRectF(box.left() + number * wide, floor - high * level, wide - 1, high * level)
        painter.drawRect(column)
