"""The room 代理: who delivered what, rated from the verdicts of their plans."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ksdesk.actions.promotion import looking, standing
from ksdesk.actions.traffic import alarms as traffic_alarms
from ksdesk.domain.promotion.attaching import folded
from ksdesk.domain.promotion.plans import PLANNED, Plan
from ksdesk.domain.promotion.verdict import Agency, agencies
from ksdesk.domain.traffic.alarms import Alarms
from ksdesk.storage import Reader
from ksdesk.ui.parts.buttons import MainButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.labels import small
from ksdesk.ui.parts.rows import Column, RowsModel
from ksdesk.ui.parts.scroll import PageScroll
from ksdesk.ui.parts.states import EmptyState
from ksdesk.ui.parts.table import TableView
from ksdesk.ui.parts.texts import money_text
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP
from ksdesk.ui.promotion.desk import PromotionDesk
from ksdesk.ui.promotion.rooms import Room
from ksdesk.ui.promotion.words import said
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.kept_list import KeptList
from ksdesk.ui.shell.theme import Theme

RATINGS = {
    "good": ("good", QT_TRANSLATE_NOOP("Plans", "Brought people")),
    "mixed": ("warn", QT_TRANSLATE_NOOP("Plans", "Watch it")),
    "bad": ("bad", QT_TRANSLATE_NOOP("Plans", "Better not")),
    "unknown": ("neutral", QT_TRANSLATE_NOOP("Plans", "Not known yet")),
}


@dataclass(frozen=True)
class Rated:
    """What the room shows."""

    agencies: tuple[Agency, ...]
    seen: Alarms | None = None


class AgenciesRoom(Room):
    """One row a label."""

    code = "agencies"

    def __init__(self, ctx: Context, desk: PromotionDesk, page: QWidget) -> None:
        super().__init__(ctx, desk, page)
        self.empty: EmptyState | None = None
        self.area = PageScroll(page)
        self.area.hide()  # until it is asked for
        self.card = Card(self.tr("Who delivered what"), flush=True, parent=page)
        self.model = RowsModel(self._columns(), key=lambda one: one.label, parent=self.card)
        self.table = TableView(self.model, name=self.tr("Agencies"), row_height=48, parent=page)
        KeptList(ctx, self.table, "agencies")
        self.card.add(self.table, 1)
        note = self.tr(
            "From what reports say of their plans, else from the whole shop's traffic in their"
            " hours, against the weeks before. One label is one agency, or one way of buying."
            " Likely, not proven."
        )
        self.card.add_footer((small(note, wrap=True),)).setStretch(0, 100)
        self.area.add(self.card, 1)

    def _columns(self) -> list[Column]:
        return [
            Column("label", self.tr("Label"), lambda one: one.label, bold=True, minimum=112),
            Column("rating", self.tr("Verdict"), lambda one: one.rating, pill=_pill, width=104),
            Column("why", self.tr("From"), self._why, tone="muted", minimum=160),
            Column("spend", self.tr("Spent"), lambda one: one.spend, money_text, "right"),
            Column("orders", self.tr("Per order"), lambda one: one.order_cost, _money, "right"),
            Column("fans", self.tr("Per fan"), lambda one: one.fan_cost, _money, "right"),
        ]

    def _why(self, one: Agency) -> str:
        counts = (
            (one.rose, self.tr("{n} rose")),
            (one.flat, self.tr("{n} brought no more than usual")),
            (one.junk, self.tr("{n} suspect")),
            (one.by_shop, self.tr("{n} by the whole shop's traffic")),
        )
        pieces = [self.tr("%n plan(s)", "", one.plans)]
        pieces += [text.format(n=count) for count, text in counts if count]
        if one.suspect:
            days = self.tr("{suspect} of {days} days suspect")
            pieces.append(days.format(suspect=one.suspect, days=one.days))
        return " · ".join(pieces)

    def word(self) -> str:
        return self.tr("Agencies")

    def count(self, plans: Sequence[Plan]) -> int | None:
        return len({folded(p.label) for p in plans if p.state != PLANNED} - {""}) or None

    def question(self) -> Callable[[], Rated]:
        return partial(_rated, self.ctx.reader, self.ctx.clock(), self.desk.seen)

    def show_answer(self, answer: Rated) -> QWidget:
        self.desk.seen = answer.seen or self.desk.seen
        if not answer.agencies:
            return self._made_empty()
        self.model.set_rows(answer.agencies)
        return self.area

    def _made_empty(self) -> EmptyState:
        if self.empty is None:
            new = MainButton(self.tr("New plan"), "plus")
            new.clicked.connect(self._new)
            self.empty = EmptyState(
                "promotion",
                self.tr("Nobody to rate yet"),
                self.tr(
                    "Write who delivers into a plan's label. Once it runs, what came of it is held"
                    " against your weeks before."
                ),
                main=new,
                preview=_preview,
                parent=self.page,
            )
        return self.empty

    @Slot()
    def _new(self) -> None:
        self.desk.plan()


def _rated(reader: Reader, now: datetime, before: Alarms | None) -> Rated:
    mine = [
        one for one in standing.every(reader, now) if one.plan.label and one.plan.state != PLANNED
    ]
    if not mine:
        return Rated(())
    seen = traffic_alarms.found(reader, now, before)
    judged = [(one, looking.verdict(reader, one, seen, now)) for one in mine]
    return Rated(agencies(judged, now), seen)


def _pill(one: Agency) -> tuple[str, str]:
    kind, word = RATINGS[one.rating]
    return kind, said(word)


def _money(fen: float) -> str:
    return money_text(round(fen))


def _preview(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """Grey rows, a pill in each."""
    painter.setPen(Qt.PenStyle.NoPen)
    for row in range(4):
        top = box.top() + row * 56
        for left, wide, token in ((0, 0.16, "grid"), (0.2, 0.1, "border"), (0.36, 0.5, "grid")):
            painter.setBrush(theme.color(token))
            place = QRectF(box.left() + left * box.width(), top, wide * box.width(), 18)
            painter.drawRoundedRect(place, 4, 4)
