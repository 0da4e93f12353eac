"""Changes of a price as they are said, written with signs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksdesk.domain.products.spoken import _number, is_promotion, signed

DIGITS = "零一二三四五六七八九"


def spelt(number: int) -> str:
    """A number below ten thousand in Chinese, in full."""
    if not number:
        return "零"
    text, gap = "", False
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            text += ("零" if gap and text else "") + DIGITS[digit] + sign
            gap = False
        else:
            gap = True
    return text


@given(st.integers(0, 9999))
def test_every_number_is_read_as_it_is_spelt(number):
    """一千零五十 was none."""
    text = spelt(number)
    assert _number(text) == str(number)
    assert _number(text.replace("二", "两").replace("零", "〇")) == str(number)
    if 10 <= number < 20:
        assert _number(text.removeprefix("一")) == str(number)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("一百二", "120"), ("一百零二", "102"), ("三千五", "3500"), ("三千零五", "3005"),
        ("三千零五十", "3050"), ("三千零五百", ""), ("三百零五十", ""),
        ("一千二百三", "1230"), ("二十三", "23"), ("八点五", "8.5"), ("十点零五", "10.05"),
        ("3.5", "3.5"), (".5", ".5"), ("三五", ""), ("百十", ""), ("百", ""), ("十十", ""),
        ("一十一百", ""), ("一百一百", ""), ("八点", ""), ("八点十", ""), ("两百", "200"),
    ],
)  # fmt: skip
def test_what_is_said_short_is_meant_and_what_nobody_says_is_none(text, number):
    assert _number(text) == number


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("打八折", "8折"), ("八五折", "85折"), ("十折", "10折"), ("十五折", "十五折"),
        ("半价", "×0.5"), ("改成一千零五十元", "=1050"),
        ("降一半", "×0.5"), ("half off", "×0.5"), ("翻倍", "×2"), ("翻一番", "×2"),
        ("涨百分之五", "+5%"), ("降5个点", "-5%"), ("降三成", "-30%"), ("降三点五成", "降三点五成"),
        ("20%off", "-20%"), ("减十块五", "-10.5"), ("涨3毛", "+0.3"), ("降5分", "-0.05"),
        ("改成59.9", "=59.9"), ("一口价一百二", "=120"), ("涨到120元", "=120"), ("降到5块", "=5"),
        ("全店每件再减2元", "-2"), ("现价8折", "8折"), ("-5", "-5"), ("茶", "茶"), ("", ""),
        ("减", "减"), ("涨价", "涨价"), ("减1.5毛", "减1.5毛"), ("优惠十元", "-10"),
    ],
)  # fmt: skip
def test_a_change_is_written_with_signs_or_stays_as_it_is(said, written):
    assert signed(said) == written


@pytest.mark.parametrize(
    "text", ["满100减20", "第二件半价", "买一送一", "3件8折", "秒杀", "拼团价", "领券减5"]
)
def test_promotions(text):
    assert is_promotion(text)


@pytest.mark.parametrize("text", ["减20", "8折", "改成59.9", ""])
def test_no_promotions(text):
    assert not is_promotion(text)
