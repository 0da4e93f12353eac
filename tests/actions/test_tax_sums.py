"""What the platform's table says of a quarter: summed, by month and by order."""

from __future__ import annotations

from datetime import date

from ksdesk.actions.month import tax_sums, tax_table
from ksdesk.domain.imports import Source

TEXT = """月份,订单号,收入总额,退款金额
2026-10,00123,100.50,-0.50
2026-10,00123,9.50,
2026-11,="456",20.00,5.00
2026-12,,30.00,0
2026-09,789,70.00,
2026-11,790,很多,
某月,791,1.00,
2026-11,792,,
合计,,231.00,4.50
"""
FOURTH = date(2026, 10, 1)
PLACES = {"when": 0, "order": 1, "gross": 2, "refunds": 3}


def test_rows_of_the_quarter_are_summed_and_others_are_told():
    found = tax_sums(tax_table(Source("税.csv", text=TEXT)), PLACES, FOURTH)
    assert (found.gross, found.refunds, found.net) == (160_00, 5_50, None)
    assert (found.counted, found.elsewhere) == (4, 1)
    assert len(found.unread) == 2 and "某月" in found.unread and "很多" in found.unread[0]


def test_what_is_told_of_a_month_and_an_order_stands_apart():
    found = tax_sums(tax_table(Source("税.csv", text=TEXT)), PLACES, FOURTH)
    assert {(part.month, part.order): (part.gross, part.refunds) for part in found.parts} == {
        (date(2026, 10, 1), "00123"): (110_00, 50),
        (date(2026, 11, 1), "456"): (20_00, 5_00),
        (date(2026, 12, 1), ""): (30_00, 0),
    }


def test_without_months_and_orders_all_rows_are_of_the_quarter():
    table = tax_table(Source("税.csv", text="项目,收入总额\n甲,1.00\n乙,2.00\n"))
    found = tax_sums(table, {"gross": 1}, FOURTH)
    assert (found.gross, found.refunds, found.counted, found.parts) == (3_00, None, 2, ())
