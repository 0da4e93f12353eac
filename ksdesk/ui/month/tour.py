"""What a month looks like where there is one, and where there is none, for the tour."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from ksdesk.domain.calendar import add_months, month_start
from ksdesk.ui.month.page import MonthPage


def rooms(page: MonthPage) -> Iterator[tuple[str, QWidget | None]]:
    """The month that runs, one of which the book knows nothing, and the check of a quarter."""
    this = month_start(page.ctx.clock().date())
    for name, back in (("running", 0), ("empty", 60)):
        page.jump(f"{add_months(this, -back):%Y-%m}")
        yield name, page.window()
    page.jump(f"{this:%Y-%m}")
    page.jump("tax")
    yield "tax", page.window()
    page.type_figures()
    yield "tax-figures", page.desk.sheet
