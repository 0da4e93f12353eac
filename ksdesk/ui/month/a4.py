"""The month as an A4 page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from PySide6.QtCore import QCoreApplication

from ksdesk.charts.palette import LIGHT
from ksdesk.domain.month import MonthFigures, MonthReport
from ksdesk.ui.month.sections import MonthSection, spans
from ksdesk.ui.month.words import title, unsettled_word
from ksdesk.ui.parts.paper import Paper
from ksdesk.ui.parts.texts import count_text, moment_text, percent_text, yuan_text

translate = QCoreApplication.translate

MOST_PRINTED: Final = 30
"""Rows of a table on paper; what is left out is counted there, and the spreadsheet has it all."""

BESIDE: Final = (("settled", "deposit"), ("best", "lost"))
"""Narrow tables that share a line."""


def paper(report: MonthReport, tables: Sequence[MonthSection]) -> Paper:
    """The page of a month with these tables."""
    name = f"{report.shop} {title(report)}".strip()
    return Paper(name, "".join(_html(report, tables)))


def _html(report: MonthReport, tables: Sequence[MonthSection]) -> Iterator[str]:
    at = moment_text(report.at, year=True)
    made = translate("Month", "Made on {moment}; orders count on the day of the sale.")
    heading = translate("Month", "Report of {month}").format(month=title(report))
    yield f'<p class="quiet">{escape(report.shop)}</p><h1>{escape(heading)}</h1>'
    yield f'<p class="quiet">{escape(" ".join((made.format(moment=at), unsettled_word(report))))}'
    yield "</p>"
    yield _cards(report)
    rest = [table for table in tables if table.code != "totals"]
    while rest:
        table = rest.pop(0)
        pair = rest and (table.code, rest[0].code)
        if pair in BESIDE:
            cells = (_table(table), _table(rest.pop(0)))
            yield f'<table width="100%" cellspacing="0"><tr>{_half(cells[0])}{_half(cells[1])}'
            yield "</tr></table>"
        else:
            yield _table(table)
    yield f'<p class="quiet">{escape(_how())}</p>'


def _how() -> str:
    return translate(
        "Month",
        "Net = paid − orders without a cost − refunds − costs − promotion. Orders whose goods"
        " have no cost are not counted as free: they are left out.",
    )


def _half(html: str) -> str:
    return f'<td class="plain" width="50%" valign="top">{html}</td>'


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
        f'<td class="box" width="25%"><span>{escape(word)}</span><br/>'
        f'<span class="big">{yuan_text(value)}</span><br/>{_change(value, last, then)}</td>'
        for word, value, last in cards
    )
    return f'<table width="100%" cellspacing="6"><tr>{cells}</tr></table>'


def _was(before: MonthFigures | None, name: str) -> int | None:
    found: int | None = None if before is None else getattr(before, name)
    return found


def change_words(value: int | None, last: int | None, then: str) -> str:
    """How a figure moved against the month before, "" where that cannot be said."""
    if value is None or last is None or last <= 0:
        return ""
    if value == last:
        return translate("Month", "as {month}").format(month=then)
    share = percent_text(abs(value - last) / last)
    if value > last:
        return translate("Month", "▲ {share} up on {month}").format(share=share, month=then)
    return translate("Month", "▼ {share} down on {month}").format(share=share, month=then)


def _change(value: int | None, last: int | None, then: str) -> str:
    return f'<span class="small">{escape(change_words(value, last, then)) or "–"}</span>'


def _table(table: MonthSection) -> str:
    columns = table.sheet.columns
    right = [column.kind in ("money", "count", "percent") for column in columns]
    heads = "".join(_cell("th", c.title, r) for c, r in zip(columns, right, strict=True))
    shown = table.rows[:MOST_PRINTED]
    body = []
    for number, row in enumerate(shown):
        strong = number in table.sums
        texts = (f"<b>{escape(t)}</b>" if strong else escape(t) for t in table.texts(row))
        cells = (_cell("td", text, r, safe=True) for text, r in zip(texts, right, strict=True))
        body.append(f"<tr{_SHADED if strong else ''}>{''.join(cells)}</tr>")
    left = len(table.rows) - len(shown)
    more = translate("Month", "{n} more are in the spreadsheet.").format(n=count_text(left))
    foot = f'<p class="quiet">{escape(more)}</p>' if left else ""
    return (
        f'<h2>{escape(table.sheet.title)}</h2><table width="100%" cellspacing="0"><thead>'
        f"<tr>{heads}</tr></thead>{''.join(body)}</table>{foot}"
    )


_SHADED: Final = f' bgcolor="{LIGHT["sub"]}"'


def _cell(tag: str, text: str, right: bool, *, safe: bool = False) -> str:
    side = "right" if right else "left"
    return f'<{tag} align="{side}">{text if safe else escape(text)}</{tag}>'
