from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksdesk.domain.money import MOST_FEN, MoneyError, format_yuan, parse_number
from ksdesk.domain.money import parse_yuan as parse

GOOD = {
    "123.45": 12345,
    "0": 0,
    "7": 700,
    "-0.5": -50,
    "¥12.3": 1230,
    "￥12.30": 1230,
    "-¥12": -1200,
    "¥-12": -1200,
    "¥ 12 元": 1200,
    "12块": 1200,
    "1,234.50": 123450,
    "1,234,567": 123456700,
    "１，２３４．５０": 123450,
    "１２３．４５元": 12345,
    "1k": 100000,
    "1.2K": 120000,
    "３ｋ": 300000,
    "5千": 500000,
    "1.5千元": 150000,
    "1.9w": 1900000,
    "1.9W": 1900000,
    "２ｗ": 2000000,
    "1.50亿": 15000000000,
    "3万元": 3000000,
    "0.00001万": 10,
    "'123.45": 12345,
    "'-3": -300,
    "(12.3)": -1230,
    "（12.3）": -1230,
    "(¥1,200)": -120000,
    "−12.34": -1234,
    "–12.34": -1234,
    "－12.34": -1234,
    "+5": 500,
    " 12.3\u00a0": 1230,
    "\u3000￥12\u3000": 1200,
    "\ufeff8": 800,
    "\u202d12.3\u202c": 1230,
    "\u206612\u2060.\u00ad3\u2069": 1230,
    ".5": 50,
    "5.": 500,
    "1.004": 100,
    "1.005": 101,
    "-1.005": -101,
    "2.675": 268,
    "0.004999999999999999999999": 0,
    "12.3\t": 1230,
    "1 234.50": 123450,
    "1\u00a0234\u202f567.5": 123456750,
    "CNY 12.3": 1230,
    "cny-12.3": -1230,
    "12.30 CNY": 1230,
    "RMB12": 1200,
    "人民币 12 元": 1200,
    "CN¥12": 1200,
    "12.30-": -1230,
    "1,234.50 -": -123450,
    "12元-": -1200,
    "5.551115123125783e-17": 0,
    "-1e-05": 0,
    "1.5e-2": 2,
    "123.456e-1": 1235,
}

BAD = {
    "": "empty",
    "   \u00a0": "empty",
    "'": "empty",
    "--": "dash",
    "1 2345": "not_a_number",
    "1,234 567": "comma",
    "-12.30-": "not_a_number",
    "(12.30-)": "not_a_number",
    "1.2e5": "not_a_number",
    "$12": "not_a_number",
    "USD 12": "not_a_number",
    "-": "dash",
    "——": "dash",
    "−": "dash",
    "1,23": "comma",
    "1,2345": "comma",
    ",123": "comma",
    "1,234,5": "comma",
    "12,34.5": "comma",
    "1.2.3": "points",
    "¥1..2": "points",
    "nan": "not_a_number",
    "inf": "not_a_number",
    "-Infinity": "not_a_number",
    "abc": "not_a_number",
    "1_000": "not_a_number",
    "12²": "not_a_number",
    "٣": "not_a_number",
    "1e3": "not_a_number",
    "12%": "not_a_number",
    "--5": "not_a_number",
    "-(5)": "not_a_number",
    "(-5)": "not_a_number",
    "(5": "not_a_number",
    "5)": "not_a_number",
    "¥": "not_a_number",
    ".": "not_a_number",
    "万": "not_a_number",
    "1万2": "not_a_number",
    "7.5w~10w": "not_a_number",
    "12 34": "not_a_number",
    "9" * 50: "too_long",
    "2026041510203040506": "too_big",
    "99999999亿": "too_big",
}


@pytest.mark.parametrize(("text", "fen"), GOOD.items())
def test_takes(text: str, fen: int) -> None:
    assert parse(text) == fen


@pytest.mark.parametrize(("text", "reason"), BAD.items())
def test_refuses(text: str, reason: str) -> None:
    with pytest.raises(MoneyError) as caught:
        parse(text)
    assert (caught.value.text, caught.value.reason) == (text, reason)
    assert caught.value.no_value == (reason in ("empty", "dash"))


@given(st.integers(-MOST_FEN, MOST_FEN))
def test_what_is_written_is_read_back(fen: int) -> None:
    assert parse(format_yuan(fen)) == fen


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=6))
def test_rounds_half_up_exactly(amount: Decimal) -> None:
    fen = amount.scaleb(2).quantize(Decimal(1), rounding=ROUND_HALF_UP)
    assert parse(f"{amount:f}") == int(fen)
    assert parse(f"￥{amount:,f}".replace("-", "−")) == int(fen)


@given(st.text(alphabet=st.sampled_from("0123456789.,-+−() ¥￥元万亿w%'eE\u00a0，．"), max_size=12))
def test_any_text_is_money_or_a_named_error(text: str) -> None:
    try:
        assert isinstance(parse(text), int)
    except MoneyError as error:
        assert error.reason != ""


@given(st.text(max_size=60))
def test_no_other_error_comes_out(text: str) -> None:
    for read in (parse, parse_number):
        try:
            read(text)
        except MoneyError as error:
            assert error.text == text


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1.9w", 19000.0),
        ("9999.0w", 99990000.0),
        ("1.50亿", 150000000.0),
        ("12.5%", 0.125),
        ("12.5％", 0.125),
        ("-3", -3.0),
        ("1,234", 1234.0),
        ("0.0312", 0.0312),
        ("1e-05", 1e-05),
        ("1.2E+5", 120000.0),
        ("5e1%", 0.5),
        ("(2.5)", -2.5),
        ("１２", 12.0),
    ],
)
def test_numbers(text: str, number: float) -> None:
    assert parse_number(text) == pytest.approx(number, rel=1e-15)


@pytest.mark.parametrize("text", ["", "--", "1e999", "nan", "9" * 39])
def test_numbers_refused(text: str) -> None:
    with pytest.raises(MoneyError):
        parse_number(text)


@pytest.mark.parametrize(
    ("fen", "text"),
    [(-123450, "−1,234.50"), (0, "0.00"), (5, "0.05"), (-5, "−0.05"), (123456789, "1,234,567.89")],
)
def test_format(fen: int, text: str) -> None:
    assert format_yuan(fen) == text


def test_ten_trillion_is_the_most_and_one_fen_more_is_refused() -> None:
    assert parse("10000000000000") == 10**15
    with pytest.raises(MoneyError) as refused:
        parse("10000000000000.01")
    assert refused.value.reason == "too_big"


def test_one_point_out_of_place_is_not_called_two() -> None:
    with pytest.raises(MoneyError) as refused:
        parse("1,2.3,4")
    assert refused.value.reason == "not_a_number"
