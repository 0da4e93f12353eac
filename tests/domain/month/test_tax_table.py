"""The platform's table of a quarter: which quarter a text names, which column is what."""

from __future__ import annotations

from datetime import date

import pytest

from ksdesk.domain.month.tax_table import guessed, quarter_in

THIRD = date(2026, 7, 1)


@pytest.mark.parametrize(
    ("text", "quarter"),
    [
        ("2026Q3", THIRD),
        ("2026 q3", THIRD),
        ("2026年三季度", THIRD),
        ("2026年第3季度", THIRD),
        ("2026年四季度", date(2026, 10, 1)),
        ("2026-1季", date(2026, 1, 1)),
        ("2026-08", THIRD),
        ("202609", THIRD),
        ("2026年7月", THIRD),
        ("2026.12", date(2026, 10, 1)),
        ("2026-08-31", THIRD),
        ("2026-08-31 10:00:00", THIRD),
        ("2026/6/30", date(2026, 4, 1)),
        ("2026", None),
        ("2026-13", None),
        ("三季度", None),
        ("000001", None),
        ("0000-08", None),
        ("0000Q1", None),
        ("合计", None),
        ("", None),
    ],
)
def test_the_quarter_that_a_text_names(text, quarter):
    assert quarter_in(text) == quarter


def test_columns_are_told_by_their_words_each_once():
    assert guessed(("所属期", "收入总额", "退款金额", "收入净额")) == {
        "when": 0,
        "gross": 1,
        "refunds": 2,
        "net": 3,
    }
    assert guessed(("Period", "Gross income", "Refunds")) == {"when": 0, "refunds": 2, "gross": 1}
    assert guessed(("月份", "退款", "成交", "成交二")) == {"when": 0, "refunds": 1, "gross": 2}
    assert guessed(("甲", "乙")) == {}
