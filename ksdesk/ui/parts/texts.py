"""Numbers, days and spans as the seller reads them, in the language of the app.

The language is that of QLocale's default, which the theme sets; anything but English is
Chinese. "–" stands where there is no value.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale

MINUS = "\u2212"
NOTHING = "–"
NAMED = 3  # of many, in a sentence
NAME_MOST = 24  # characters of each


def in_chinese() -> bool:
    """Whether the app speaks Chinese now (a C locale means Chinese)."""
    return QLocale().language() != QLocale.Language.English


def money_text(fen: int | None) -> str:
    """Fen as yuan for columns and sentences: "2,764.00", "−236.00"."""
    if fen is None:
        return NOTHING
    yuan, rest = divmod(abs(fen), 100)
    return f"{MINUS if fen < 0 else ''}{yuan:,}.{rest:02d}"


def signed_money_text(fen: int | None) -> str:
    """Fen as a movement: "+1,000.00", "−236.00", "0.00"."""
    return f"+{money_text(fen)}" if fen is not None and fen > 0 else money_text(fen)


def yuan_text(fen: int | None) -> str:
    """Fen as a big number with the sign of money in front: "¥2,846.50"."""
    if fen is None:
        return NOTHING
    return f"{MINUS if fen < 0 else ''}¥{money_text(abs(fen))}"


def count_text(number: float | None) -> str:
    """A whole number with thousands commas: "12,400"."""
    if number is None:
        return NOTHING
    return f"{round(number):,}".replace("-", MINUS)


def counted(number: int, one: str, many: str) -> str:
    """ "1 day left" or "{n} days left" with the number in it, both already translated."""
    return one if number == 1 else many.replace("{n}", count_text(number))


def number_text(number: float | None, digits: int = 2) -> str:
    """A number with a fixed count of decimals: "3.55"."""
    if number is None:
        return NOTHING
    return f"{number:,.{digits}f}".replace("-", MINUS)


def percent_text(share: float | None, digits: int = 1) -> str:
    """A share (0.124) in percent: "12.4%"."""
    if share is None:
        return NOTHING
    return f"{share * 100:,.{digits}f}%".replace("-", MINUS)


def day_text(day: date | None, *, year: bool = False) -> str:
    """A day in a sentence: "11月14日", "14 Nov"; with its year where that is not plain."""
    if day is None:
        return NOTHING
    if in_chinese():
        return f"{day.year}年{day.month}月{day.day}日" if year else f"{day.month}月{day.day}日"
    month = QLocale().standaloneMonthName(day.month, QLocale.FormatType.ShortFormat)
    return f"{day.day} {month} {day.year}" if year else f"{day.day} {month}"


def short_day_text(day: date | None, *, year: bool = False) -> str:
    """A day in a narrow column or on an axis, the same in both languages: "11-14"."""
    if day is None:
        return NOTHING
    return day.isoformat() if year else f"{day.month:02d}-{day.day:02d}"


def weekday_text(day: date, *, long: bool = False) -> str:
    """The day of the week: "周三", "Wed"; long: "星期三", "Wednesday"."""
    form = QLocale.FormatType.LongFormat if long else QLocale.FormatType.ShortFormat
    return QLocale().standaloneDayName(QDate(day.year, day.month, day.day).dayOfWeek(), form)


def clock_text(moment: datetime) -> str:
    """Hour and minute: "09:08"."""
    return f"{moment.hour:02d}:{moment.minute:02d}"


def moment_text(moment: datetime | None, *, year: bool = False) -> str:
    """Day and time in a sentence: "11月14日 09:08", "14 Nov 09:08"."""
    if moment is None:
        return NOTHING
    return f"{day_text(moment.date(), year=year)} {clock_text(moment)}"


def short_moment_text(moment: datetime | None) -> str:
    """Day and time in a narrow column: "11-14 09:08"."""
    if moment is None:
        return NOTHING
    return f"{short_day_text(moment.date())} {clock_text(moment)}"


def size_text(size: int) -> str:
    """A file's size: "3.4 MB"."""
    if size < 1024 * 1024:
        return f"{max(1, round(size / 1024)):,} KB"
    return f"{size / 1024 / 1024:,.1f} MB"


def some_text(names: Sequence[str], total: int) -> str:
    """The first of `total` names, with … where there are more: "柿饼、茶…"."""
    comma = "、" if in_chinese() else ", "
    shown = comma.join(elide(name, NAME_MOST) for name in names[:NAMED])
    return shown if total <= NAMED else shown + "…"


def elide(text: str, most: int) -> str:
    """The first `most` characters, with … where something was left out."""
    return text if len(text) <= most else text[: max(1, most - 1)] + "…"
