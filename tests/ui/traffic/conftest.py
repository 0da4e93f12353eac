"""The traffic page over a real book with a week of hours."""

from __future__ import annotations

from datetime import datetime

import pytest
from traffic_reports import hourly, written

from ksdesk.actions import imports
from ksdesk.ui.traffic.page import TrafficPage

NOW = datetime(2026, 11, 18, 10, 20)


@pytest.fixture
def notices(ctx):
    said: list[str] = []
    ctx.notice = lambda text, undo=False, **_way: said.append(text)
    return said


@pytest.fixture
def new_page(ctx, qtbot, notices):
    """Makes pages and holds them to the end: a widget collected while it paints would crash."""
    made = []

    def make() -> TrafficPage:
        page = TrafficPage(ctx)
        made.append(page)
        qtbot.addWidget(page)
        page.resize(1112, 800)
        return page

    yield make
    made.clear()


@pytest.fixture
def page(new_page):
    made = new_page()
    made.show()
    return made


@pytest.fixture
def report(tmp_path):
    return written(tmp_path / "小时.csv", hourly(datetime(2026, 11, 11), 7 * 24 + 10))


@pytest.fixture
def first_book(request, new_book, filled_once):
    return filled_once(bring_report) if "filled" in request.fixturenames else new_book


def bring_report(book) -> None:
    report = written(book.path.with_name("小时.csv"), hourly(datetime(2026, 11, 11), 7 * 24 + 10))
    imports.commit(book, imports.preview(book, report), now=NOW)


@pytest.fixture
def filled(ctx):
    """The context over a book with the report."""
    return ctx
