"""A month of a book with 200,000 orders: read, laid out and written as PDF within three seconds.
KSDESK_ORDERS=2000000 asks how the figures grow with five years of a busy shop.
"""

from __future__ import annotations

import time
from datetime import date

import pytest
from test_profit import ORDERS, YEARS, fill

from ksdesk.actions import month
from ksdesk.actions.promotion import costs
from ksdesk.ui.month.saving import save

pytestmark = [pytest.mark.bench, pytest.mark.timeout(3600)]

ALLOWED = 3.0


def test_the_pdf_of_a_month(book, now, spoken, tmp_path, measured):
    spoken()
    with book.transaction():
        fill(book, now)
    costs.work_out(book)
    path = tmp_path / "month.pdf"
    found = []
    for _ in range(3):
        clock, began = time.process_time(), time.perf_counter()
        save(book.reader, month.report(book.reader, date(2026, 10, 1), now), path)
        found.append((time.process_time() - clock, time.perf_counter() - began))
    work, wall = map(min, zip(*found, strict=True))
    measured(
        f"a month of {ORDERS:,} orders as PDF", work, "s", most=ALLOWED if YEARS == 1 else None
    )
    measured(f"a month of {ORDERS:,} orders as PDF, by the clock", wall, "s")
    measured("size of a month's PDF", path.stat().st_size / 1000, "KB", most=300)
