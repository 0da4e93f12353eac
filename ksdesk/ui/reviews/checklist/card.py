"""珍惜每一位粉丝: what the list asks for today, and how it was kept this month."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ksdesk.domain.reviews.checklist import AFTER, DAILY, Asked, CheckItem, ListKept
from ksdesk.ui.parts.buttons import SecondButton, TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.labels import body, small
from ksdesk.ui.reviews.checklist.ticks import TickList
from ksdesk.ui.reviews.checklist.words import item_words


class ChecklistCard(Card):
    """`ticked(Asked, on)`, `begun()` for the proposed list, `editing()`."""

    ticked = Signal(object, bool)
    begun = Signal()
    editing = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Every fan counts"), parent=parent)
        self.edit = TextButton(self.tr("Change the list"), inline=True, parent=self)
        self.edit.clicked.connect(self.editing)
        self.add_action(self.edit)
        self.said = small(wrap=True, parent=self)
        self.proposal = body(wrap=True, parent=self)
        self.begin = SecondButton(self.tr("Begin with this list"), "check", parent=self)
        self.begin.clicked.connect(self.begun)
        self.parts = [_Part(self) for _ in range(3)]
        for part in self.parts:
            part.ticks.ticked.connect(self.ticked)
            self.add(part)
        self.add(self.said)
        self.add(self.proposal)
        self.body.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeft)

    def show_proposal(self, items: Iterable[CheckItem]) -> None:
        """The list that the app proposes, as long as the seller has none."""
        for part in self.parts:
            part.hide()
        self.said.setText(
            self.tr(
                "Whoever has fans keeps them by what is done every day. Begin with this list, or"
                " change it first; what you miss is asked for once more."
            )
        )
        heads = {DAILY: self.tr("Every day:"), AFTER: self.tr("After each live or video:")}
        lines: dict[str, list[str]] = {}
        for item in items:
            lines.setdefault(item.asked, [heads[item.asked]]).append(f"· {item_words(item)}")
        self.proposal.setText("\n".join(chain.from_iterable(lines.values())))
        self._begun(False)

    def show_day(self, asked: Sequence[Asked], names: Mapping[int, str], month: ListKept) -> None:
        """What a day asks for; `names` are those of its lives and videos, `month` how it was kept
        since the month began.
        """
        rolled = [one for one in asked if one.rolled]
        own = [one for one in asked if not one.rolled and not one.session]
        after = [one for one in asked if not one.rolled and one.session]
        lives = dict.fromkeys(names.get(one.session, "") for one in after)
        heads = (
            self.tr("Left from yesterday"),
            self.tr("Today"),
            self.tr("After {live}").format(live=", ".join(filter(None, lives))),
        )
        told_apart = names if len(lives) > 1 else {}
        for part, head, some, told in zip(
            self.parts, heads, (rolled, own, after), (names, {}, told_apart), strict=True
        ):
            part.show_asked(head, some, told)
        self.said.setText(self._month(month) if asked else self.tr("Nothing is asked for today."))
        self._begun(True)

    def _month(self, month: ListKept) -> str:
        if not month.asked:
            return self.tr("What you miss is asked for once more on the next day.")
        return self.tr("This month: kept {done} of {asked}").format(
            done=month.done, asked=month.asked
        )

    def _begun(self, begun: bool) -> None:
        self.proposal.setVisible(not begun)
        self.begin.setVisible(not begun)


class _Part(QWidget):
    """A few things under their caption."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(8)
        self.caption = small(elide=True, parent=self)
        self.ticks = TickList(parent=self)
        column.addWidget(self.caption)
        column.addWidget(self.ticks)

    def show_asked(self, head: str, asked: Sequence[Asked], names: Mapping[int, str]) -> None:
        """Show these; gone without any."""
        self.setVisible(bool(asked))
        self.caption.setText(head)
        self.ticks.show_asked(asked, names)
