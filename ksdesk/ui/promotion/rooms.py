"""The rooms of the page, each behind a chip at its top."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any, ClassVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ksdesk.domain.promotion.plans import Plan
from ksdesk.ui.promotion.desk import PromotionDesk
from ksdesk.ui.shell.context import Context

IN_ORDER = (
    *("effect.room:EffectRoom", "profit.room:ProfitRoom", "plans.room:PlansRoom"),
    *("calendar:CalendarRoom", "agencies:AgenciesRoom"),
)
"""A new room is one more place here, where its chip stands; the first is shown first."""


class Room(QObject):
    """One room. `question` is the work, done in a worker, that reads what it shows, and
    `show_answer` gives the widget that shows it: filled, or empty with the way on.

    `wanted(code)` when it is to be shown, read anew; `told(sentence)` for the header while it
    shows one thing out of many, with a way back; `sent("plans:7")` to another room.
    """

    wanted = Signal(str)
    sent = Signal(str)
    told = Signal(str)
    code: ClassVar[str]

    def __init__(self, ctx: Context, desk: PromotionDesk, page: QWidget) -> None:
        super().__init__(page)
        self.ctx, self.desk, self.page = ctx, desk, page

    def word(self) -> str:
        """What its chip says."""
        raise NotImplementedError

    def count(self, plans: Sequence[Plan]) -> int | None:
        """What its chip counts of all plans; None for nothing."""

    def beside(self) -> QWidget | None:
        """What stands beside the chips while the room is shown."""

    def question(self) -> Callable[[], Any]:
        """The work that reads what is shown."""
        raise NotImplementedError

    def show_answer(self, answer: Any) -> QWidget:
        """Show what `question` brought."""
        raise NotImplementedError

    def jump(self, target: str) -> None:
        """Show what `target` names in this room, "" for all of it."""


def room_classes() -> tuple[type[Room], ...]:
    """All rooms in the order of their chips."""
    found = []
    for place in IN_ORDER:
        module, _, name = place.partition(":")
        found.append(getattr(import_module(f"ksdesk.ui.promotion.{module}"), name))
    return tuple(found)
