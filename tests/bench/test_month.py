"""A month of a book with 200,000 orders: read, laid out and written as PDF within three seconds."""

from __future__ import annotations

import time
from datetime import date

import pytest
from test_profit import fill

from ksdesk.actions import month
from ksdesk.actions.promotion import costs
from ksdesk.ui.month.saving import save

pytestmark = [pytest.mark.bench, pytest.mark.timeout(3600)]

ALLOWED = 3.0


def test_the_pdf_of_a_month(book, now, count, grown, spoken, tmp_path, measured):
    spoken()
    with book.transaction():
        fill(book, now, count)
    costs.work_out(book)
    path = tmp_path / "month.pdf"
    found = []
    for _ in range(3):
        clock, began = time.process_time(), time.perf_counter()
        save(book.reader, month.report(book.reader, date(2026, 10, 1), now), path)
        found.append((time.process_time() - clock, time.perf_counter() - began))
    work, wall = map(min, zip(*found, strict=True))
    name, most = f"a month of {count:,} orders as PDF", ALLOWED if count == 200_000 else None
    measured(f"{name}{grown('work', work)}", work, "s", most=most)
    measured(f"{name}, by the clock{grown('wall', wall)}", wall, "s")
    measured("size of a month's PDF", path.stat().st_size / 1000, "KB", most=300)
