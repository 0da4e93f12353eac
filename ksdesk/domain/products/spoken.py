"""A change of prices as it is said (打八折, 减十元, 涨5%, 改成59.9), written with signs.

Nothing is guessed: what could be meant in two ways stays as it is, and is then refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from typing import Final

_FIGURE: Final = "[0-9.,]+|[零〇一二两三四五六七八九十百千点]+"
_MONEY: Final = (
    rf"¥?(?P<figure>{_FIGURE})(?:(?P<unit>[元块])(?:(?P<tenth>[1-9一二三四五六七八九])[角毛]?|钱)?"
    r"|(?P<small>[角毛分])钱?)?"
)
_UP: Final = "上[调涨]|[涨加]价?|提价|提高|多|\\+"
_DOWN: Final = "下[调降]|[立直]?[减降][价低少免去掉]?|便宜|优惠|让利|少|扣[除掉]?|去掉|-"
_STEP: Final = rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))了?"
_SET: Final = (
    "(?:=|统一(?:价|为|成|卖)?|一口价|[定改调]价?[为成到至]|改价?|定价|卖"
    rf"|(?:{_UP}|{_DOWN}|打)[到至成])"
)
_AROUND: Final = re.compile(
    r"(?<![0-9.,])\s+|\s+(?![0-9.,])|^(?:全[场部店]|所有|每件|各|都|再)+"
    "|^现价(?=[打0-9一二三四五六七八九点.]{1,4}折|减|降|涨|加)"
)
_PROMOTION: Final = re.compile("第.{1,2}件|满|买.{1,3}[送赠免]|.件.{0,4}折|秒杀|优惠券|领券|拼团")

_DIGITS: Final = {sign: at for at, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS: Final = {"十": 10, "百": 100, "千": 1000}
_SMALL: Final = {"": 1, "角": 10, "毛": 10, "分": 100}


def is_promotion(text: str) -> bool:
    """Whether a promotion is told (满100减20, 第二件半价), which no price of one piece says."""
    return _PROMOTION.search(text) is not None


def signed(text: str) -> str:
    """A change as it is written with signs: -10, +5%, ×0.5, 85折, =59.9; others as they are.

    `text` is without unseen signs and of normal width, its minus a plain one.
    """
    said = text
    while (shorter := _AROUND.sub("", said)) != said:
        said = shorter
    for form, written in _FORMS:
        if (found := form.fullmatch(said)) and (sure := written(found)):
            return sure
    return text


def _step(found: re.Match[str]) -> str:
    return "+" if found["up"] else "-"


def _off(found: re.Match[str]) -> str:
    figure = found["figure"]
    if all(sign in _DIGITS for sign in figure):  # 八五折 is 8.5折
        return "".join(str(_DIGITS[sign]) for sign in figure) + "折"
    sure = figure == "十" or not figure.count("十")  # 十五折 could be 1.5折
    return f"{number}折" if sure and (number := _number(figure)) else ""


def _percent(found: re.Match[str]) -> str:
    number = _number(found["percent"] or found["figure"] or found["tenths"])
    if found["tenths"] and number.isdigit():
        number += "0"  # 三成 is 30%
    elif found["tenths"]:
        return ""
    return f"{_step(found)}{number}%" if number else ""


def _by_money(found: re.Match[str]) -> str:
    return f"{_step(found)}{yuan}" if (yuan := _yuan(found)) else ""


def _to_money(found: re.Match[str]) -> str:
    return f"={yuan}" if (yuan := _yuan(found)) else ""


def _yuan(found: re.Match[str]) -> str:
    number = _number(found["figure"])
    if found["tenth"]:  # 十块五
        return f"{number}.{_number(found['tenth'])}" if number.isdigit() else ""
    if found["small"] and number.isdigit():
        return str(float(Fraction(int(number), _SMALL[found["small"]])))
    return "" if found["small"] else number


def _number(figure: str) -> str:
    """A figure in digits, "" for signs of which nobody knows how much they are (三五, 百十)."""
    if figure[0] in "0123456789.":
        return figure
    whole, point, part = figure.partition("点")
    if point:
        digits = "".join(str(_DIGITS.get(sign, "")) for sign in part)
        return f"{number}.{digits}" if (number := _number(whole)) and digits else ""
    total, digit, least = 0, None, 10_000
    for sign in figure:
        if sign in "零〇" and figure != sign:
            least //= 10  # 一千零五十: what follows is no hundred
        elif sign in _DIGITS:
            if digit is not None:
                return ""
            digit = _DIGITS[sign]
        elif (unit := _UNITS.get(sign, 10_000)) < least and (digit or sign == "十"):
            total, digit, least = total + (digit or 1) * unit, None, unit
        else:
            return ""
    if digit is not None and total and figure[-2] in _UNITS:  # 一百二 is 120, 一百零二 is not
        digit *= least // 10
    return str(total + (digit or 0))


_FORMS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...]] = tuple(
    (re.compile(form), written)
    for form, written in (
        (rf"(?:打个?)?(?P<figure>{_FIGURE})折(?:优惠|促销|价)?", _off),
        ("打?对折|半价|(?:[减降][价低]?|便宜)一?半", lambda _: "×0.5"),
        (r"half\s*(?:price|off)", lambda _: "×0.5"),
        (r"翻(?:一?倍|一番)|(?:涨|加|提高)价?一倍", lambda _: "×2"),
        (
            rf"{_STEP}(?:百分之(?P<percent>{_FIGURE})|(?P<figure>{_FIGURE})(?:%|个?百分点|个点)"
            rf"|(?P<tenths>{_FIGURE})成)",
            _percent,
        ),
        (r"(?P<figure>[0-9.]+)%off", lambda found: f"-{found['figure']}%"),
        (_SET + _MONEY, _to_money),
        (_STEP + _MONEY, _by_money),
    )
)
