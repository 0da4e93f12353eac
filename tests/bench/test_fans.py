"""Buyers who came back: against the known truth of a published set, and how long it takes.

The set (CDNOW: purchases of 2,357 buyers over 18 months) lies beside the checkout (../shared or
KSDESK_SHARED). Time is that of the processor: what else runs on the machine is none of it.
"""

from __future__ import annotations

import os
import random
import time
from datetime import date, datetime
from pathlib import Path

import pytest

from ksdesk.actions.reviews import fans
from ksdesk.domain.reviews.repeats import Purchases, repeats
from ksdesk.domain.traffic import to_seconds

pytestmark = [pytest.mark.bench, pytest.mark.timeout(3600)]

SHARED = Path(os.environ.get("KSDESK_SHARED", Path(__file__).parents[3] / "shared"))
CDNOW = SHARED / "data" / "cdnow_sample.txt"
NOW = datetime(2026, 11, 18, 10, 20)


@pytest.mark.skipif(not CDNOW.exists(), reason="the purchases of CDNOW are not beside the checkout")
def test_the_published_purchases_say_what_is_known_of_them():
    buyers, days = [], []
    for line in CDNOW.read_text().splitlines():
        _, buyer, day, _, _ = line.split()
        buyers.append(int(buyer))
        at = date(int(day[:4]), int(day[4:6]), int(day[6:]))
        days.append((at - date(1970, 1, 1)).days)
    found = repeats(Purchases(buyers, days, len(days)), date(1998, 6, 30))
    print(
        f"\nCDNOW: {found.again} of {found.buyers} buyers came back ({found.share:.1%}),"
        f" {found.gap:g} days between purchases (median of {found.gaps})"
    )
    for cohort in found.cohorts:
        print(f"  {cohort.month:%Y-%m}  {cohort.size:>5}  {cohort.bought[1:]}")
    assert found.buyers == 2357 == sum(cohort.size for cohort in found.cohorts)
    assert found.share == pytest.approx(0.483, abs=0.0005) and found.gap == 34
    assert {cohort.month for cohort in found.cohorts} == {date(1997, n, 1) for n in (1, 2, 3)}


def test_a_large_shop(book, count, grown, measured):
    chance = random.Random(20261118)
    end = to_seconds(NOW)

    def row(n: int) -> tuple[object, ...]:
        at = end - n * 240
        known = chance.random() < 0.8
        buyer = f"{chance.randrange(count * 3 // 10):032x}" if known else None
        state = chance.choice(("已发货", "交易成功", "交易成功", "交易关闭"))
        return f"k{n}", at, f"2331{n:012d}", state, at + 60, buyer

    with book.transaction():
        sql = """INSERT INTO order_row (key, time, order_no, status, paid_at, buyer_key)
            VALUES (?,?,?,?,?,?)"""
        book.session.db.connection().executemany(sql, map(row, range(count)))
    spent = []
    for _ in range(3):
        begin = time.process_time()
        found = fans.bought_again(book.reader, NOW.date())
        spent.append(time.process_time() - begin)
    purchases = book.reader.reviews.purchases()
    assert len(purchases.buyers) == found.orders - found.unknown
    seen = min(spent) * 1000
    measured(f"who buys again, of {count:,} orders{grown('', seen)}", seen, most=0.01 * count)
