"""What can be done with a plan as it stands: buttons over it, verbs of its row in the list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from ksdesk.domain.promotion.attaching import PlanStanding
from ksdesk.domain.promotion.plans import ENDED, PLANNED, REVIEWED, RUNNING
from ksdesk.ui.promotion.desk import PromotionDesk

translate = QCoreApplication.translate


@dataclass(frozen=True)
class PlanStep:
    """One of them; the `code` of the one that comes next is "main", and it has no icon."""

    code: str
    word: str
    icon: str
    act: Callable[[], None]


def plan_steps(standing: PlanStanding, desk: PromotionDesk) -> Iterator[PlanStep]:
    """The next step last."""
    plan = standing.plan
    word = translate("PlanDetail", "Move to bin")
    yield PlanStep("drop", word, "trash", partial(desk.throw_away, plan))
    word = translate("PlanDetail", "Change")
    yield PlanStep("edit", word, "edit", partial(desk.plan, plan))
    if plan.state != PLANNED:
        word = translate("PlanDetail", "Figures from the phone")
        yield PlanStep("read", word, "phone", partial(desk.read_off, standing))
    if plan.state in (ENDED, REVIEWED):
        word = translate("PlanDetail", "Once more")
        yield PlanStep("copy", word, "copy", partial(desk.copy, plan))
    if plan.state == PLANNED:
        yield PlanStep("main", translate("PlanDetail", "Begin now"), "", partial(desk.begin, plan))
    elif plan.state == RUNNING:
        yield PlanStep("main", translate("PlanDetail", "It is over"), "", partial(desk.end, plan))
    elif plan.state == ENDED:
        word = translate("PlanDetail", "Review")
        yield PlanStep("main", word, "", partial(desk.review, standing))
