"""Who opens the sheets of the after-sales page and writes its steps, each undoable."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ksdesk.actions import aftersales, notes
from ksdesk.actions.aftersales import looking
from ksdesk.actions.aftersales.looking import CaseStanding
from ksdesk.domain.aftersales.evidence import SoldOrder
from ksdesk.domain.aftersales.files import CaseFile
from ksdesk.domain.changes import Changes
from ksdesk.domain.products import Product
from ksdesk.ui.aftersales.evidence.sheet import EvidenceSheet
from ksdesk.ui.aftersales.sheets import DeadlineSheet, NewCaseSheet, PromiseSheet
from ksdesk.ui.products.stock.case_sheet import StockCaseSheet
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.sheet_desk import SheetDesk


class CaseDesk(SheetDesk):
    """The sheets of the case at hand, `one`. `made(number)` after a case was noted by hand."""

    made = Signal(int)

    def __init__(self, ctx: Context, page: QWidget) -> None:
        super().__init__(ctx, page)
        self.one: CaseStanding | None = None

    @property
    def file(self) -> CaseFile:
        """What is noted of the case at hand."""
        assert self.one is not None
        return self.one.case.file

    # -- the sheets

    def new(self, order_no: str = "") -> None:
        """The sheet for a case by hand."""
        sheet = NewCaseSheet(self.ctx, order_no, self.page)
        sheet.ready.connect(self._open_case)
        self.open(sheet)

    def _open_case(self, file: CaseFile) -> None:
        text = self.tr("Note an after-sales case")
        self.write(text, aftersales.open_case, file, self.ctx.clock(), done=self._made)

    def _made(self, changes: Changes) -> None:
        assert isinstance(changes.ref, int)
        self.made.emit(changes.ref)

    @Slot(str)
    def ask(self, what: str) -> None:
        """Open what the menu of a case offers."""
        doors: dict[str, Callable[[], None]] = {
            "promise": self._ask_promise,
            "deadline": self._ask_deadline,
            "missing": self._look_for_stock,
            "proof": self._look_up_proof,
            "order": self._to_order,
            "drop": self._drop,
        }
        if what in doors:
            doors[what]()

    def _ask_promise(self) -> None:
        sheet = PromiseSheet(self.ctx, self.page)
        sheet.ready.connect(self._promise)
        self.open(sheet)

    def _promise(self, days: int, words: str) -> None:
        text = self.tr("Promise a buyer something")
        self.write(text, aftersales.promise, self.file, days, words, self.ctx.clock())

    def _ask_deadline(self) -> None:
        assert self.one is not None
        sheet = DeadlineSheet(self.one.case.expires_at, self.page)
        sheet.ready.connect(self._set_deadline)
        self.open(sheet)

    def _set_deadline(self, due: datetime | None) -> None:
        self.find_out({"expires_at": due}, self.tr("Deadline of a case"))

    def _to_order(self) -> None:
        assert self.one is not None
        self.ctx.navigate("orders", self.one.case.order_no)

    def _look_up_proof(self) -> None:
        assert self.one is not None
        number, show = self.one.case.order_no, partial(self._show_proof, self.one)
        self.ctx.jobs.run(self, looking.sold, self.ctx.reader, number, done=show)

    def _show_proof(self, one: CaseStanding, order: SoldOrder | None) -> None:
        self.open(EvidenceSheet(self.ctx, one, order or SoldOrder(), self.page))

    def _look_for_stock(self) -> None:
        assert self.one is not None
        case = self.one.case
        work = looking.missing_goods
        self.ctx.jobs.run(
            self, work, self.ctx.reader, case, done=partial(self._to_stock, case.order_no)
        )

    def _to_stock(self, order_no: str, found: tuple[Product | None, int]) -> None:
        product, number = found
        if product is None and not number:
            self.ctx.notice(self.tr("Its product is not among your own: begin it there"))
            self.ctx.navigate("products")
            return
        sheet = StockCaseSheet(self.ctx, product, number, self.page)
        sheet.order_no.set_text(order_no)
        self.open(sheet)

    def _drop(self) -> None:
        text, said = self.tr("Take a case away"), self.tr("Taken away")
        self.write(text, notes.drop, self.file, self.ctx.clock(), said=said)

    # -- the steps

    @Slot(str, object)
    def step(self, step: str, words: str, facts: dict[str, Any]) -> None:
        """A step of the path is done, with what came out."""
        who = "buyer" if step in ("ask", "unhappy") else "seller"
        text, now = self.tr("A step of a case"), self.ctx.clock()
        self.write(text, aftersales.step, self.file, who, words, step, facts, now)

    def say(self, who: str, words: str) -> None:
        """One line more of what was said."""
        text = self.tr("Note what was said")
        self.write(text, aftersales.step, self.file, who, words, "", {}, self.ctx.clock())

    def unsay(self) -> None:
        """The last line goes."""
        self.write(
            self.tr("Take back what was said"), aftersales.unsay, self.file, self.ctx.clock()
        )

    def find_out(self, facts: dict[str, Any], text: str = "") -> None:
        """What came out so far."""
        text = text or self.tr("Note what was found out")
        self.write(text, aftersales.find_out, self.file, facts, self.ctx.clock())

    def turn(self, state: str) -> None:
        """It is somebody else's turn now."""
        now = self.ctx.clock()
        self.write(self.tr("Whose turn a case is"), aftersales.turn, self.file, state, now, now)

    def keep_promise(self, place: int) -> None:
        """What was promised is done."""
        now = self.ctx.clock()
        text = self.tr("A promise is kept")
        self.write(text, aftersales.keep_promise, self.file, place, now.date(), now)

    def close(self, outcome: str, cost: int, refund: int | None) -> None:
        """The case ends: its cost beyond the refund, and the refund where the seller says it."""
        text, said = self.tr("Close a case"), self.tr("Case closed")
        ends = (self.file, outcome, cost, self.ctx.clock(), refund)
        self.write(text, aftersales.close, *ends, said=said)

    def reopen(self) -> None:
        """It was not over."""
        self.write(self.tr("Open a case again"), aftersales.reopen, self.file, self.ctx.clock())
