"""The room 粉丝 of the page 复盘."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ksdesk.actions.reviews import checklist, fans
from ksdesk.domain.calendar import month_start
from ksdesk.domain.reviews.broadcasts import Broadcast
from ksdesk.domain.reviews.checklist import Asked, CheckItem, ListKept
from ksdesk.domain.reviews.fans import Fans
from ksdesk.domain.reviews.repeats import Repeats
from ksdesk.storage import Reader
from ksdesk.ui.parts.scroll import PageScroll
from ksdesk.ui.reviews.checklist.card import ChecklistCard
from ksdesk.ui.reviews.checklist.desk import ChecklistDesk
from ksdesk.ui.reviews.fans.curve import FansCurve
from ksdesk.ui.reviews.fans.figures_card import FanFigures
from ksdesk.ui.reviews.fans.repeats_card import RepeatsCard
from ksdesk.ui.reviews.words import title_text
from ksdesk.ui.shell.context import Context

SIDE = 336  # px of the right column
STANDS_ON = ("orders", "imports", "traffic")
BESIDE = 900  # px from which there are two columns


@dataclass(frozen=True)
class FansSeen:
    """All that the room shows. `proposal` is the app's list, empty once there is an own one;
    `names` are those of the lives and videos that `asked` is about. What traffic and orders say
    holds as long as the `stamp` is the same: a tick must not read 200,000 orders again.
    """

    stamp: tuple[object, ...]
    fans: Fans
    repeats: Repeats
    proposal: tuple[CheckItem, ...]
    asked: tuple[Asked, ...]
    kept: ListKept
    names: Mapping[int, str]


class FansRoom(PageScroll):
    """`changed()` when it wants to be read anew."""

    changed = Signal()

    def __init__(self, ctx: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.ctx, self.grain = ctx, "day"
        self._seen: FansSeen | None = None
        self.desk = ChecklistDesk(ctx, parent)
        self.figures, self.repeats = FanFigures(self.inside), RepeatsCard(self.inside)
        self.curve = FansCurve(ctx, self.inside)
        self.list = ChecklistCard(self.inside)
        self.figures.chosen.connect(self.show_by)
        self.figures.import_asked.connect(self._to_traffic)
        self.list.ticked.connect(self.desk.tick)
        self.desk.refused.connect(self.changed)
        self.list.begun.connect(self.desk.begin)
        self.list.editing.connect(self.desk.edit)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(16)
        left = QVBoxLayout()
        left.setSpacing(16)
        for card in (self.figures, self.curve, self.repeats):
            left.addWidget(card)
        left.addStretch(1)
        self._columns.addLayout(left, 1)
        self._columns.addWidget(self.list, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(self._columns)

    def question(self) -> Callable[[], FansSeen]:
        """What a worker reads."""
        now, turns = self.ctx.clock(), self.ctx.hub.turns
        stamp = (now.date(), *(turns[topic] for topic in STANDS_ON))
        known = self._seen if self._seen is not None and self._seen.stamp == stamp else None
        return partial(_read, self.ctx.reader, self.grain, now, stamp, known)

    def show_answer(self, seen: FansSeen) -> QWidget:
        """Show what was read."""
        self._seen = seen
        self.figures.show_fans(seen.fans)
        self.curve.show_fans(seen.fans)
        self.curve.setVisible(not seen.fans.empty)
        self.repeats.show_repeats(seen.repeats)
        if seen.proposal:
            self.list.show_proposal(seen.proposal)
        else:
            self.list.show_day(seen.asked, seen.names, seen.kept)
        return self

    @Slot(object)
    def show_by(self, grain: object) -> None:
        """By day, week or month."""
        self.grain = str(grain)
        self.changed.emit()

    @Slot()
    def _to_traffic(self) -> None:
        self.ctx.navigate("traffic")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= BESIDE
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.BottomToTop
        self._columns.setDirection(across if beside else down)
        self.list.setMinimumWidth(SIDE if beside else 0)
        self.list.setMaximumWidth(SIDE if beside else 16_777_215)


def _read(
    reader: Reader,
    grain: str,
    now: datetime,
    stamp: tuple[object, ...],
    known: FansSeen | None,
) -> FansSeen:
    today = now.date()
    drawn = known.fans if known is not None and known.fans.grain == grain else None
    return FansSeen(
        stamp,
        drawn or fans.look(reader, grain, today),
        known.repeats if known is not None else fans.bought_again(reader, today),
        () if checklist.begun(reader) else checklist.standing(reader, today),
        checklist.of_day(reader, today),
        checklist.kept(reader, month_start(today), today + timedelta(days=1), today),
        {one.id: title_text(one) for one in reader.notes.all(Broadcast)},
    )
