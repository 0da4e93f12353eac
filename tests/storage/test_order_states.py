"""Which orders are sales, asked of the book and one by one."""

from __future__ import annotations

import pytest

from ksdesk.domain.order_states import is_sale
from ksdesk.storage.order_states import only_sales


@pytest.mark.parametrize("count", [0, 1, 20, 21, 2_000])
def test_sales_are_those_that_are_not_unpaid_or_failed(book, count):
    words = [None, "已发货", "交易成功", *(f"买家取消 {n}" for n in range(count))]
    with book.transaction():
        book.session.db.connection().executemany(
            "INSERT INTO order_row (key, time, status, paid) VALUES (?, 0, ?, ?)",
            [(f"{n}", status, n) for n, status in enumerate(words)],
        )
    with book.session.reading():
        sales, states = only_sales(book.session)
        sql = f"SELECT paid FROM order_row WHERE time = 0 AND {sales} ORDER BY paid"
        found = [paid for (paid,) in book.session.db.execute_sql(sql, states)]
    assert found == [n for n, status in enumerate(words) if is_sale(status)] == [0, 1, 2]
