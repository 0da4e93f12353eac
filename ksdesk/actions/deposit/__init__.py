"""The deposit: writing to its ledger, and the required line as far as the book knows it."""

from ksdesk.actions.deposit.entries import (
    QUOTE_STEP,
    Account,
    Told,
    accounts,
    add,
    line,
    line_of,
    line_steps,
    reverse,
    sales,
    told,
)

__all__ = [
    "QUOTE_STEP",
    "Account",
    "Told",
    "accounts",
    "add",
    "line",
    "line_of",
    "line_steps",
    "reverse",
    "sales",
    "told",
]
