"""月报: a month of the shop in figures, the month before beside it."""

from ksdesk.domain.month.figures import (
    DepositMoves,
    MonthFigures,
    MonthReport,
    Settlement,
    ShippingKept,
    span_before,
    span_of,
)

__all__ = [
    "DepositMoves",
    "MonthFigures",
    "MonthReport",
    "Settlement",
    "ShippingKept",
    "span_before",
    "span_of",
]
