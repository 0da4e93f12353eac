"""Texts that stand in tables and are turned into the seller's language where they are shown.

A table marks its texts with `QT_TRANSLATE_NOOP("Context", "text")`, so that lupdate collects them;
`said = Words("Context")` then says them.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """The text as it is. Qt's own is typed as giving back any object; lupdate goes by the name."""
    return text


class Words:
    """Says a context's texts in the language of the app, with the facts in their holes."""

    def __init__(self, context: str) -> None:
        self.context = context

    def __call__(self, text: str, **facts: object) -> str:
        if not text:
            return ""
        said = QCoreApplication.translate(self.context, text)
        return said.format(**facts) if facts else said
