"""Tracking numbers as they are scanned and pasted."""

from __future__ import annotations

import pytest

from ksdesk.domain.orders.numbers import clean_number, read_numbers

ORDERS = ("2331000000000001", "2331000000000002", "2331000000000003")


def given(text: str) -> list[tuple[str, str, str]]:
    return [(one.order_no[-1:], one.number, one.fault) for one in read_numbers(text, ORDERS)]


def test_a_column_goes_to_the_orders_from_the_top():
    assert given("SF1000001\n\nyt 2000002\n") == [("1", "SF1000001", ""), ("2", "YT2000002", "")]


def test_a_line_that_names_its_order_is_that_order_s():
    text = f"{ORDERS[1]}\t圆通\tYT2000002\nSF1000001\nSF3000003"
    assert given(text) == [
        ("2", "YT2000002", ""),
        ("1", "SF1000001", ""),
        ("3", "SF3000003", ""),
    ]
    assert read_numbers(text, ORDERS)[0].courier == "圆通"


def test_two_parcels_of_an_order_and_two_orders_in_one_parcel():
    text = f"{ORDERS[0]},SF1000001\n{ORDERS[0]},SF1000002\n{ORDERS[1]},SF1000001"
    assert [(order, number) for order, number, fault in given(text) if not fault] == [
        ("1", "SF1000001"),
        ("1", "SF1000002"),
        ("2", "SF1000001"),
    ]


@pytest.mark.parametrize(
    ("line", "read"),
    [
        (f"{ORDERS[1]} SF1000001", [("2", "", "SF1000001")]),
        (f"YT9999999999999 {ORDERS[1]}", [("2", "", "YT9999999999999")]),
        (f"{ORDERS[1]} 顺丰 SF1000001", [("2", "顺丰", "SF1000001")]),
        ("顺丰 SF1000001", [("1", "顺丰", "SF1000001")]),
        ("SF Express\tSF1000001", [("1", "SF Express", "SF1000001")]),
        (f"{ORDERS[1]}\tSF1000001 SF1000002", [("2", "", "SF1000001"), ("2", "", "SF1000002")]),
        (f"{ORDERS[1]}\tSF1000001/SF1000002", [("2", "", "SF1000001"), ("2", "", "SF1000002")]),
        ("sf 1234 5678 90", [("1", "", "SF1234567890")]),
        ("SF 1234567890", [("1", "", "SF1234567890")]),
        ("张三 13812345678 SF1000001", [("1", "", "SF1000001")]),
        (f"{ORDERS[1]} 13812345678", [("2", "", "")]),
        ("收件人电话 138 12345678", [("", "", "")]),
        (f"{ORDERS[1]}\tSF1000001\t6901234567890", [("2", "", "SF1000001")]),
    ],
)
def test_blanks_part_what_is_not_one_number(line, read):
    """`order number` became one number of another order."""
    found = read_numbers(line, ORDERS)
    assert [(one.order_no[-1:], one.courier, one.number) for one in found] == read
    assert all(bool(one.fault) != bool(one.number) for one in found)


def test_what_goes_wrong_is_named_and_takes_no_order():
    text = "SF1000001\nSF1000001\n顺丰\nSF3\nSF1000002\nSF1000003\nSF1000004"
    assert [fault for _, _, fault in given(text)] == [
        *("", "twice", "no_number", "no_number"),
        *("", "", "no_order"),
    ]


@pytest.mark.parametrize(
    ("typed", "number"),
    [("ＳＦ１２３４５６７", "SF1234567"), ("7700-1234", "7700-1234"), ("abcdefgh", ""), ("", "")],
)
def test_a_number_is_written_one_way(typed, number):
    assert clean_number(typed) == number
