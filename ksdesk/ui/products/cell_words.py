"""Words for cells and lines of products that cannot be taken."""

from __future__ import annotations

from typing import Final

from ksdesk.domain.products import STATES
from ksdesk.ui.parts.texts import elide
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP
from ksdesk.ui.products.bulk.words import said
from ksdesk.ui.products.words import state_word

FAULTS: Final = {
    "bad_money": QT_TRANSLATE_NOOP("Products", "“{text}” is not an amount"),
    "bad_count": QT_TRANSLATE_NOOP("Products", "“{text}” is not a whole number"),
    "negative": QT_TRANSLATE_NOOP("Products", "“{text}” is below zero"),
    "too_big": QT_TRANSLATE_NOOP("Products", "“{text}” is too big"),
    "bad_state": QT_TRANSLATE_NOOP("Products", "“{text}” is no state; write one of: {states}"),
    "too_long": QT_TRANSLATE_NOOP("Products", "“{text}” is too long"),
    "no_title": QT_TRANSLATE_NOOP("Products", "no title, and no product of the book fits"),
    "ambiguous": QT_TRANSLATE_NOOP("Products", "several products of the book fit “{text}”"),
    "twice": QT_TRANSLATE_NOOP("Products", "“{text}” stands in an earlier line already"),
    "contradicts": QT_TRANSLATE_NOOP("Products", "an earlier line of “{text}” says otherwise"),
    "needs_options": QT_TRANSLATE_NOOP(
        "Products", "“{text}” has options, and the line does not say which"
    ),
    "levels": QT_TRANSLATE_NOOP("Products", "“{text}” has another number of options"),
    "too_many_cells": QT_TRANSLATE_NOOP("Products", "more cells than the header (“{text}”)"),
    "too_few_cells": QT_TRANSLATE_NOOP(
        "Products", "far fewer cells than the header (“{text}”): the line may be cut in two"
    ),
    "no_result": QT_TRANSLATE_NOOP(
        "Products", "“{text}”: the workbook has no result there; let it calculate, and save it"
    ),
    "total_line": QT_TRANSLATE_NOOP("Products", "a line of totals, no product"),
    "note_line": QT_TRANSLATE_NOOP("Products", "a note on the table, no product"),
    "lost_digits": QT_TRANSLATE_NOOP(
        "Products", "“{text}” lost its last digits in Excel; make the cell a text there"
    ),
}


def fault_words(reason: str, text: str) -> str:
    """Why a cell cannot be taken."""
    states = said(QT_TRANSLATE_NOOP("Products", ", ")).join(map(state_word, STATES))
    return said(FAULTS[reason]).format(text=elide(text, 24), states=states)
