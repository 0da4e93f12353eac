"""What the accounts of the deposit are called."""

from __future__ import annotations

from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP, Words

_said = Words("Deposit")

ACCOUNTS = {
    "own": QT_TRANSLATE_NOOP("Deposit", "Own goods"),
    "promotion": QT_TRANSLATE_NOOP("Deposit", "Promotion"),
    "cross_border": QT_TRANSLATE_NOOP("Deposit", "Cross-border"),
}


def account_word(name: str) -> str:
    """ "自建保证金", "Own goods"."""
    return _said(ACCOUNTS[name])
