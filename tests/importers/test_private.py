"""What is a buyer's own is in no row, no name of a file and no label."""

from __future__ import annotations

import pytest

from ksdesk.domain.personal import BLOT
from ksdesk.domain.progress import Cancelled, Progress
from ksdesk.importers import private


class Unwanted(Progress):
    def wanted(self):
        return False


HEADER = ("订单号", "收货人姓名", "收货人电话", "商品名称")
ROWS = [
    (f"24041{n}", name, f"1381234567{n}", "柿饼") for n, name in enumerate(("欧阳娜娜", "王小明"))
]


def test_which_columns_are_buyers():
    assert private.private_columns(HEADER, ROWS) == {1, 2}
    assert private.private_columns(HEADER[::-1], [row[::-1] for row in ROWS]) == {1, 2}
    assert private.private_columns(HEADER, []) == {1, 2}


@pytest.mark.parametrize("label", ["订单号", "SKU编码", "商品ID", "花费", "货号", "账务流水号"])
def test_what_reports_call_a_number_is_one_whatever_it_looks_like(label):
    rows = [(f"1381234567{n}",) for n in range(10)]
    assert private.private_columns((label,), rows) == frozenset()
    assert private.private_columns(("某列",), rows) == {0}


def test_a_row_of_a_buyer_that_was_taken_for_the_header():
    assert private.private_columns((f"给{BLOT}", "甲"), [("x", "y")]) == {0}


def test_another_table_is_judged_anew():
    assert private.private_columns(("甲", "收货人姓名"), []) == {1}
    assert private.private_columns(("收货人姓名", "甲"), []) == {0}
    assert private.private_columns(("甲", "收货人姓名"), []) == {1}
    with pytest.raises(Cancelled):
        private.private_columns(("乙", "收货人姓名"), [], Unwanted())


@pytest.mark.parametrize(
    ("label", "kept"),
    [
        ("欧阳娜娜", BLOT),
        ("收货人姓名", "收货人姓名"),
        ("收货人电话", "收货人电话"),
        ("收货地址", "收货地址"),
    ],
)
def test_the_label_of_a_buyers_column_may_be_a_buyer(label, kept):
    assert private.label_kept(label) == kept


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("给欧阳娜娜的订单.csv", f"给{BLOT}的订单.csv"),
        ("/home/王小明/王小明.csv", f"/home/{BLOT}/{BLOT}.csv"),
        ("柿饼.csv", "柿饼.csv"),
        ("13812345670.csv", f"{BLOT}.csv"),
    ],
)
def test_a_file_that_is_called_after_a_buyer(name, kept):
    assert private.name_kept(name, HEADER, ROWS) == kept
    assert private.name_kept("柿饼.csv", HEADER, [("1",)]) == "柿饼.csv"


@pytest.mark.parametrize(
    ("cells", "text", "left"),
    [
        (["王小明"], "给王小明", f"给{BLOT}"),
        ([" 王小明 "], "给王小明", f"给{BLOT}"),
        (["王"], "给王小明", "给王小明"),  # one sign is in every text
        (["", " "], "给王小明", "给王小明"),
        (["小明", "王小明"], "给王小明和小明", f"给{BLOT}和{BLOT}"),  # the longer one first
        (["李四"], "给王小明", "给王小明"),
        ([], "给王小明", "给王小明"),
    ],
)
def test_a_text_without_what_stands_in_other_cells(cells, text, left):
    assert private.without(text, cells) == left


def test_in_which_columns_people_stand():
    rows = [("x", "13812345678", ""), ("y", "13812345678", " 王小明 "), ("z",)]
    assert private.people({1, 2}, rows) == (2,)
    assert private.people({2, 1, 0}, [("王小明", "李四", "x")]) == (0, 1)
    assert private.people({0, 5}, [("王小明",)]) == (0,)
    assert private.people(set(), rows) == ()
