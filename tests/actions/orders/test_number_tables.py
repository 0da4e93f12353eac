"""Numbers of parcels out of tables of print shops and couriers."""

from __future__ import annotations

import pytest

from ksdesk.actions.orders.number_tables import tables_of_numbers
from ksdesk.domain.imports import ImportProblem
from ksdesk.domain.orders.numbers import read_numbers


@pytest.fixture
def table(tmp_path):
    def write(text: str, name: str = "单号.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_lines_of_all_tables_in_their_order(table):
    first = table("快递公司,订单号,快递单号\n顺丰,a1,SF100\n圆通, a2 ,'YT200\n")
    second = table("订单编号,快递单号\nb1,JD300\n", "b.csv")
    assert tables_of_numbers([first, second]) == [
        "a1\t顺丰\tSF100",
        "a2\t圆通\tYT200",
        "b1\t\tJD300",
    ]
    assert tables_of_numbers([]) == []


def test_a_line_without_an_order_or_a_number_is_left_out(table):
    text = "订单号,快递公司,快递单号\na1,顺丰,\n,顺丰,SF1\na2,,SF2\na3,顺丰\n"
    assert tables_of_numbers([table(text)]) == ["a2\t\tSF2"]


@pytest.mark.parametrize("header", ["订单号,快递公司", "快递单号,快递公司"])
def test_a_table_that_names_no_orders_or_no_numbers_is_refused(table, header):
    with pytest.raises(ImportProblem, match="no_header"):
        tables_of_numbers([table(f"{header}\na1,SF1\n")])


def test_both_parcels_of_an_order_come_in(table):
    """The second of a cell was left out without a word."""
    lines = tables_of_numbers([table("订单编号,快递单号\na1,YT2000001；YT2000002\n")])
    assert [one.number for one in read_numbers("\n".join(lines), ["a1"])] == [
        "YT2000001",
        "YT2000002",
    ]
