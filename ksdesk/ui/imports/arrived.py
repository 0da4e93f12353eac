"""What an import brought, and where its figures are used, in one notice."""

from __future__ import annotations

from datetime import date

from ksdesk.actions import deposit
from ksdesk.domain.calendar import last_natural_month
from ksdesk.domain.imports import Preview
from ksdesk.domain.records import RECORDS
from ksdesk.storage import Reader
from ksdesk.ui.imports.words import source_name
from ksdesk.ui.parts.texts import count_text, yuan_text
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP, Words

_said = Words("Imports")

IN = QT_TRANSLATE_NOOP("Imports", "{name} is in the book, {n} rows")
IN_ONE = QT_TRANSLATE_NOOP("Imports", "{name} is in the book, 1 row")
IN_PRODUCTS = QT_TRANSLATE_NOOP("Imports", "{name} is in the book, products: {n}")
KEPT = QT_TRANSLATE_NOOP("Imports", "kept with the book and its exports")
SOLD = QT_TRANSLATE_NOOP("Imports", "sold last month {amount}, the deposit counts with it")
NOT_SOLD = QT_TRANSLATE_NOOP("Imports", "the deposit counts sales by month from them")
LINES = QT_TRANSLATE_NOOP("Imports", "lines in the deposit ledger: {n}")
NO_LINES = QT_TRANSLATE_NOOP("Imports", "the deposit ledger stays as it was")

BESIDE = QT_TRANSLATE_NOOP(
    "Imports", "also noted by hand: {n}; say under “Note by hand” whether they replace it"
)
DAY = 86_400


def arrived_words(reader: Reader, preview: Preview, lines: int, today: date) -> str:
    """订单.xlsx 导入好了，320 行 · 上个月卖了 ¥12,345.60，保证金按它算."""
    taken = preview.counts.new + preview.counts.revised
    rows = IN_ONE if taken == 1 else IN
    text = IN_PRODUCTS if preview.kind == "products" else rows
    said = _said(text).format(name=source_name(preview.source), n=count_text(taken))
    use = _beside(reader, preview) or _use(reader, preview.kind, lines, today)
    return f"{said} · {use}" if use else said


def _beside(reader: Reader, preview: Preview) -> str:
    """How much of a traffic report was typed by hand as well, and is counted twice so far."""
    if preview.kind != "traffic" or preview.first is None or preview.last is None:
        return ""
    first, last = preview.first // DAY * DAY, preview.last // DAY * DAY + DAY
    found = reader.traffic.undecided(first, last)
    return _said(BESIDE).format(n=count_text(len(found))) if found else ""


def _use(reader: Reader, kind: str, lines: int, today: date) -> str:
    if kind == "orders":
        month = last_natural_month(today)[0]
        for row in deposit.sales(reader):
            if row.month == month and not row.category:
                return _said(SOLD).format(amount=yuan_text(row.amount))
        return _said(NOT_SOLD)
    if kind == "movements":
        return _said(LINES).format(n=count_text(lines)) if lines else _said(NO_LINES)
    return _said(KEPT) if kind in RECORDS else ""
