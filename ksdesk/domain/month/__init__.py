"""月报: a month of the shop in figures, the month before beside it."""

from ksdesk.domain.month.figures import (
    Beside,
    DepositMoves,
    MonthFigures,
    MonthReport,
    Settlement,
    ShippingKept,
    span_beside,
    span_of,
)

__all__ = [
    "Beside",
    "DepositMoves",
    "MonthFigures",
    "MonthReport",
    "Settlement",
    "ShippingKept",
    "span_beside",
    "span_of",
]
