"""The hour that a stop line names (到 21:00, 晚九点半, 9pm), glued to what it is about or not."""

from __future__ import annotations

import re
from typing import Final

_NO_CLICK: Final = "(?![击赞商链购小])"
"""点 is a click there."""
_UNIT: Final = (
    r"[\d.,:]*\s*(?:[万千wk%单个块元人粉次倍以天日月周小点]"
    r"|orders|fans|people|clicks|or less|or fewer)"
)
"""After a number that is neither hour nor minute (9 点 30 单)."""
_WORD: Final = (
    r"(?:(?![a-z])|(?=roi|returns?|gmv|sales|sold|spen[dt]|costs?|per|orders?|no|new|fans|view"
    r"|people|click|below|under|less|fewer|lower|only|over|above|more|exceed|reach|at|stop))"
)
"""What am and pm may be glued to; 5 amazing orders are no hour."""
_NIGHT: Final = "晚上|晚间|夜晚|深夜|夜间|夜里|半夜|午夜|晚|夜"
_AFTERNOON: Final = "午后|下午|傍晚"
_CLOCK: Final = re.compile(
    rf"""(?:截?[至到]|在|等到|@|by|at|before|until)?\s*(?:当天|今天|[今当])?
    (?P<part>凌晨|清晨|早晨|早上|上午|中午|正午|{_AFTERNOON}|{_NIGHT})?\s*
    (?<![\d.])(?P<hour>\d{{1,2}})\s*
    (?: :(?P<minute>\d{{2}})(?!\d)
      | 点{_NO_CLICK}(?P<half>[半钟整])?
        (?: (?P<past>\d{{1,2}})分 | (?P<bare>[0-5]\d)(?!{_UNIT}|[\d.,:]) )?
      | 时(?![间长候段]) | o'?clock
      | (?=\s*[ap]\.?m{_WORD})
      | (?(part)(?!{_UNIT}|[\d.,:]) | (?!)) )
    \s*(?P<noon>[ap])? (?(noon)\.?m{_WORD}\.?)
    \s*(?:之前|以前|前|的?时候)?(?:还|都)?""",
    re.VERBOSE,
)
"""An hour of the day, with the words before and after it that only say so."""
_ODD: Final = re.compile(
    rf"""(?: \d | (?<![\d低高多少差有早晚])(?!一点[都也儿])[零一二三四五六七八九十] )\s*
      点{_NO_CLICK}
    | [一三]刻 | \d\s*[ap]\.?m | (?<![a-z])[ap]\.?m(?![a-z]) | 凌晨|中午|半夜|clock
    | 周[一二三四五六日天末] | 星期|礼拜 | [明昨][天早晚日\s] | 次日|后天 | 第.{{1,2}}[天日]
    | tomorrow|weekend|(?:mon|tues|wednes|thurs|fri|satur|sun)day""",
    re.VERBOSE,
)
"""An hour that was not read, or one of another day than each of the plan's."""
_FROM_THEN: Final = re.compile(r"\s*(?:过?[以之]?后|起|开始|on(?:wards?)?(?![a-z]))")
_AFTER: Final = re.compile(r"(?:after|since|from)\s*$")
"""What is watched at an hour is not watched from then on."""
_DIGITS: Final = "零一二三四五六七八九"
_NUMERAL: Final = rf"(?:[二三四五]?十[一二三四五六七八九]?|[{_DIGITS}])"
_SPELT: Final = re.compile(
    rf"(?<![\d低高多少差有])(?<![早晚](?=一点))(?!一点[都也儿]){_NUMERAL}(?=点{_NO_CLICK})|(?<=点){_NUMERAL}(?=分)"
)
_PM_FIRST: Final = re.compile(
    rf"(?<![a-z\d])(?<!\d\s)([ap])\.?m\.?\s*(\d{{1,2}}(?::\d{{2}})?)(?![\d.])点?{_NO_CLICK}"
)
_SAME: Final = (
    (re.compile("點"), "点"),
    (re.compile("’"), "'"),
    (re.compile("〇(?=点)"), "零"),
    (re.compile("两(?=点)"), "二"),
    (re.compile("点一刻"), "点15分"),
    (re.compile("点三刻"), "点45分"),
    (re.compile(r"正午(?!\s*[\d十])|(?<![a-z])noon(?![a-z])"), "12:00"),
    (re.compile(r"午夜(?!\s*[\d十零])|(?<![a-z])midnight(?![a-z])"), "24:00"),
    (_PM_FIRST, r"\2\1m"),
)


def in_digits(plain: str) -> str:
    """A text in lower case with its hours in one way of writing: 晚九点 as 晚9点, pm9 as 9pm."""
    for said, same in _SAME:
        plain = said.sub(same, plain)
    return _SPELT.sub(lambda told: str(_number(told.group())), plain)


def is_clock(clause: str) -> bool:
    """Whether it is an hour and nothing else."""
    return _CLOCK.fullmatch(clause.strip()) is not None


def has_clock(clause: str) -> bool:
    """Whether an hour stands in it."""
    return _CLOCK.search(clause) is not None


def taken_out(clause: str) -> tuple[int | None, str] | None:
    """The minute of the day that a clause names (None: none) and what it says besides; None where
    it names one that cannot be told, several, or what begins with it."""
    clocks = list(_CLOCK.finditer(clause))
    at = _minute(clocks[0]) if len(clocks) == 1 else None
    rest = _CLOCK.sub(" ", clause)
    if (clocks and at is None) or _ODD.search(rest):
        return None
    if clocks and (
        _AFTER.search(clause[: clocks[0].start()]) or _FROM_THEN.match(clause, clocks[0].end())
    ):
        return None
    return at, rest


def _number(spelt: str) -> int:
    """Up to 59: 九, 十二, 二十一."""
    tens, ten, ones = spelt.rpartition("十")
    return (_DIGITS.index(tens or "一") * 10 if ten else 0) + _DIGITS.index(ones or "零")


def _minute(clock: re.Match[str]) -> int | None:
    """The minute of the day that it names, None where there is none such."""
    hour, part = int(clock["hour"]), clock["part"] or ""
    told = clock["minute"] or clock["past"] or clock["bare"] or 0
    minute = 30 if clock["half"] == "半" else int(told)
    if hour == 12 and part in _NIGHT.split("|") and clock["noon"] is None:
        hour = 24
    elif hour == 12 and (part == "凌晨" or clock["noon"] == "a"):
        hour = 0
    elif hour < 12 and _is_late(hour, part, clock["noon"]):
        hour += 12
    total = hour * 60 + minute
    return total if total <= 24 * 60 and minute < 60 else None


def _is_late(hour: int, part: str, noon: str | None) -> bool:
    """Whether an hour up to eleven is one after noon. 夜里 1 点 is one before the morning."""
    if noon is not None or part in _AFTERNOON.split("|"):
        return noon != "a"
    return hour > 5 if part in _NIGHT.split("|") else part in ("中午", "正午") and hour < 11
