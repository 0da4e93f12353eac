"""The month as an A4 page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from PySide6.QtCore import QCoreApplication

from ksdesk.charts.palette import LIGHT
from ksdesk.domain.month import MonthFigures, MonthReport
from ksdesk.ui.month.sections import FIGURE_TEXTS, MonthSection, spans
from ksdesk.ui.month.words import moved_words, title, unsettled_word
from ksdesk.ui.parts.paper import Paper
from ksdesk.ui.parts.texts import NOTHING, count_text, moment_text, yuan_text

translate = QCoreApplication.translate

MOST_PRINTED: Final = 30
"""Rows of a table on paper; what is left out is counted there, and the spreadsheet has it all."""

NARROW: Final = ("settled", "deposit", "shipping", "cases", "best", "lost", "fans")
"""Tables of which two share a line."""


_STYLE: Final = f"""
p {{ font-size: 7pt; margin: 0 0 3px 0; }}
p.title {{ font-size: 15pt; font-weight: bold; margin: 0; }}
p.head {{ font-size: 8.5pt; font-weight: bold; }}
p.gap {{ font-size: 4pt; margin: 0; }}
td, th {{ font-size: 7pt; padding: 0px 4px 1px 4px; }}
th {{ font-weight: normal; background-color: {LIGHT["sub"]}; }}
td.plain {{ border-bottom: 0; padding: 0; }}
td.sum {{ font-weight: bold; background-color: {LIGHT["sub"]}; }}
td.box {{ border: 1px solid {LIGHT["border"]}; padding: 6px 8px; }}
.big {{ font-size: 12pt; font-weight: bold; }}
.small {{ font-size: 7pt; color: {LIGHT["muted"]}; }}
"""


def paper(report: MonthReport, tables: Sequence[MonthSection]) -> Paper:
    """The page of a month with these tables."""
    name = f"{report.shop} {title(report)}".strip()
    return Paper(name, [*_html(report, tables)], style=_STYLE, foot=_how())


def _html(report: MonthReport, tables: Sequence[MonthSection]) -> Iterator[str]:
    at = moment_text(report.at, year=True)
    made = translate("Month", "Made on {moment}; orders count on the day of the sale.")
    heading = translate("Month", "Report of {month}").format(month=title(report))
    told = " ".join((made.format(moment=at), unsettled_word(report)))
    yield (
        f'<p class="quiet">{escape(report.shop)}</p><p class="title">{escape(heading)}</p>'
        f'<p class="quiet">{escape(told)}</p>{_cards(report)}'
    )
    rest = [table for table in tables if table.code != "totals"]
    while rest:
        table = rest.pop(0)
        if table.code in NARROW and rest and rest[0].code in NARROW:
            cells = (_table(table), _table(rest.pop(0)))
            gap = '<td class="plain" width="2%"></td>'
            halves = f"{_half(cells[0])}{gap}{_half(cells[1])}"
            yield f'<table width="100%" cellspacing="0"><tr>{halves}</tr></table>'
        else:
            yield _table(table)


def _how() -> str:
    return translate(
        "Month",
        "Net = paid − orders left out (no cost, or refund not told) − refunds − costs − promotion",
    )


def _half(html: str) -> str:
    return f'<td class="plain" width="49%" valign="top">{html}</td>'


def _cards(report: MonthReport) -> str:
    month, before = report.month, report.before
    then = spans(report)[1]
    cards = (
        (translate("Month", "Paid by buyers"), month.paid, _was(before, "paid")),
        (translate("Month", "Refunded"), month.refunded, _was(before, "refunded")),
        (translate("Month", "Promotion"), month.spend, _was(before, "spend")),
        (translate("Month", "Net"), month.net, _was(before, "net")),
    )
    cells = "".join(
        f'<td class="box" width="25%"><span class="small">{escape(word)}</span><br/>'
        f'<span class="big">{yuan_text(value)}</span><br/>{_change(value, last, then)}</td>'
        for word, value, last in cards
    )
    return f'<table width="100%" cellspacing="6"><tr>{cells}</tr></table>'


def _was(before: MonthFigures | None, name: str) -> int | None:
    found: int | None = None if before is None else getattr(before, name)
    return found


def _change(value: int | None, last: int | None, then: str) -> str:
    words = moved_words(value, last)
    beside = translate("Month", "{change} beside {month}").format(change=words, month=then)
    return f'<span class="small">{escape(beside if words else NOTHING)}</span>'


def _table(table: MonthSection) -> str:
    columns = table.sheet.columns
    right = [column.kind in FIGURE_TEXTS for column in columns]
    heads = "".join(_cell("th", c.title, r) for c, r in zip(columns, right, strict=True))
    shown = table.rows[:MOST_PRINTED]
    body = []
    for number, row in enumerate(shown):
        tag = 'td class="sum"' if number in table.sums else "td"
        cells = (_cell(tag, text, r) for text, r in zip(table.texts(row), right, strict=True))
        body.append(f"<tr>{''.join(cells)}</tr>")
    left = len(table.rows) - len(shown)
    more = translate("Month", "{n} more are in the spreadsheet.").format(n=count_text(left))
    foot = f'<p class="quiet">{escape(more)}</p>' if left else ""
    return (
        f'<p class="gap">&nbsp;</p><p class="head">{escape(table.sheet.title)}</p>'
        f'<table width="100%" cellspacing="0"><thead><tr>{heads}</tr></thead>'
        f"{''.join(body)}</table>{foot}"
    )


def _cell(tag: str, text: str, right: bool) -> str:
    side = "right" if right else "left"
    return f'<{tag} align="{side}">{escape(text)}</{tag.split()[0]}>'
