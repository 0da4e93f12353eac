"""Words for the fields of products in an import, and for what stands in them."""

from __future__ import annotations

from typing import Any, Final

from ksdesk.domain.imports.products import FIELDS
from ksdesk.domain.products.cells import COUNTS, MONEY
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP
from ksdesk.ui.products.bulk import words as bulk_words

OPTIONS: Final = {
    "spec": QT_TRANSLATE_NOOP("Products", "Options"),
    "level1": QT_TRANSLATE_NOOP("Products", "Option 1 name"),
    "option1": QT_TRANSLATE_NOOP("Products", "Option 1"),
    "level2": QT_TRANSLATE_NOOP("Products", "Option 2 name"),
    "option2": QT_TRANSLATE_NOOP("Products", "Option 2"),
    "level3": QT_TRANSLATE_NOOP("Products", "Option 3 name"),
    "option3": QT_TRANSLATE_NOOP("Products", "Option 3"),
}
REMARKS: Final = QT_TRANSLATE_NOOP("Products", "To know")


def field_word(code: str) -> str:
    """What a field is called; "reasons" are what is said of a product beside."""
    if code == "reasons":
        return bulk_words.said(REMARKS)
    return bulk_words.said(OPTIONS[code]) if code in OPTIONS else bulk_words.field_word(code)


def field_options() -> list[tuple[str, str]]:
    """The roles that a column of products can have."""
    return [
        (f"{'measure' if is_figure(code) else 'identity'}:{code}", field_word(code))
        for code in FIELDS
    ]


def is_figure(code: str) -> bool:
    """Whether a field holds an amount or a number of pieces."""
    return code in MONEY or code in COUNTS


def value_text(code: str, value: Any) -> str:
    """A value as the seller reads it."""
    if code == "reasons":
        return bulk_words.reasons_words(value or ())
    return bulk_words.text_of(code, value)
