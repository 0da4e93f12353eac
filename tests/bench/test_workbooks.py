"""An order workbook of 300,000 rows against calamine alone; a million CSV rows in flat memory."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from made_sheets import Cell, xlsx

from ksdesk.actions import imports
from ksdesk.importers import open_table

pytestmark = [pytest.mark.bench, pytest.mark.timeout(600)]

ROWS = 300_000
HEADER = (
    "订单号,订单创建时间,订单支付时间,订单状态,实付款,快递费,店铺优惠,平台补贴,支付方式,成交数量,"
    "商品名称,商品ID,商品规格,SKU编码,商品单价,渠道,收货地址-省,收货地址-市,快递公司,快递单号"
).split(",")
FREE_MS = 50


def orders(rows: int) -> Iterator[list[Cell]]:
    chance, start = random.Random(7), datetime(2025, 1, 1)
    yield list(HEADER)
    for number in range(rows - 1):
        moment = f"{start + timedelta(seconds=number * 97):%Y-%m-%d %H:%M:%S}"
        price = chance.randrange(100, 90_000) / 100
        yield [
            *(f"2410{number:015d}", moment, moment, "已发货", price, 0.0, 1.5, 0.0, "微信", 1),
            *("富平吊柿饼 礼盒 1kg", f"{number % 50:012d}", "礼盒", f"SKU{number % 90}", price),
            *("直播间", "陕西省", "渭南市", "中通", f"7{number:014d}"),
        ]


@pytest.fixture(scope="module")
def workbook(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("orders") / "orders.xlsx"
    path.write_bytes(xlsx(订单=orders(ROWS)))
    return path


def timed(call: Callable[[], object]) -> float:
    """Seconds of the processor, those of the process that reads included: others may be using the
    machine."""
    start = sum(os.times()[:4])
    call()
    return sum(os.times()[:4]) - start


def alone(path: Path) -> None:
    import python_calamine

    sheet = python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0)
    for _row in sheet.iter_rows():
        pass


def ours(path: Path) -> None:
    for _numbers, _rows in open_table(path).chunks():
        pass


def test_an_order_workbook_is_read_about_as_fast_as_calamine_alone(workbook, measured):
    bare = min(timed(lambda: alone(workbook)) for _turn in range(3))
    whole = min(timed(lambda: ours(workbook)) for _turn in range(3))
    measured("a workbook judged and read, to calamine alone", whole / bare, "×", most=1.5)


def waits(call: Callable[[], object]) -> list[float]:
    """Milliseconds that this thread waited, the longest last, while another one worked."""
    found = []
    with ThreadPoolExecutor(1) as pool:
        working = pool.submit(call)
        last = time.perf_counter()
        while not working.done():
            time.sleep(0.001)
            present = time.perf_counter()
            found.append((present - last) * 1000)
            last = present
    working.result()
    return sorted(found)


def test_the_screens_thread_stays_free(workbook, book, now, measured):
    """At the bound calamine lets go of six million cells at one go, with the interpreter of the
    process held that reads them."""

    def work() -> None:
        with book.connection():
            changes = imports.commit(book, imports.preview(book, workbook), now=now)
            imports.undo(book, changes.ref, now)

    longest = min(waits(work)[-1] for _turn in range(3))
    measured("import of the largest workbook: longest wait of the screen", longest, most=FREE_MS)


WHOLE = """
import sys
from datetime import datetime
from pathlib import Path
from ksdesk.actions import imports
from ksdesk.storage import Store

def peak():  # getrusage would count what the parent once had
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))

book = Store.open(Path(sys.argv[1]))
before = peak()
seen = imports.preview(book, Path(sys.argv[2]))
imports.commit(book, seen, now=datetime(2026, 11, 18))
print(seen.counts.new, peak() - before)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="no peak of memory there")
def test_a_million_rows_of_csv_in_flat_memory(tmp_path, measured):
    """200 MB come in; the process grows by a few dozen MB, most of it SQLite's caches."""
    path = tmp_path / "orders.csv"
    with path.open("w", encoding="gb18030", newline="") as file:
        for row in orders(1_000_001):
            file.write(",".join(map(str, row)) + "\r\n")
    start = time.perf_counter()
    made = subprocess.run(
        [sys.executable, "-c", WHOLE, str(tmp_path / "b.ksdesk"), str(path)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    new, grown = map(int, made.stdout.split())
    assert new == 1_000_000
    measured("import of 1,000,000 rows", time.perf_counter() - start, "s")
    measured("import of 1,000,000 rows: more memory", grown / 1024, "MB", most=160)
