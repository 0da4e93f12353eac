"""The rooms behind the doors of the promotion page, for the tour."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from ksdesk.domain.promotion.attaching import Standing
from ksdesk.ui.promotion.page import PromotionPage


def rooms(page: PromotionPage) -> Iterator[tuple[str, QWidget | None]]:
    """Every room and plan, and every sheet, opened as its button does."""
    page.new_plan()
    yield "plan-editor", page.desk.sheet
    if page.desk.sheet is not None:
        page.desk.sheet.reject()
    for standing in _plans(page):
        page.jump(f"plans:{standing.plan.id}")
        yield f"plan-{standing.plan.way}-{standing.plan.state}", page.window()
        if standing.plan.state != "planned":
            page.desk.read_off(standing)
            yield f"readings-{standing.plan.way}", page.desk.sheet
        if standing.plan.state == "ended":
            page.desk.review(standing)
            yield "review", page.desk.sheet


def _plans(page: PromotionPage) -> tuple[Standing, ...]:
    from ksdesk.actions.promotion import standing

    found: list[Standing] = []
    page.ctx.jobs.run(page, standing.every, page.ctx.reader, page.ctx.clock(), done=found.extend)
    return tuple({(one.plan.way, one.plan.state): one for one in found}.values())
