"""月报: a month of the shop in figures with another beside it, and the check of a quarter."""

from ksdesk.domain.month.figures import (
    Beside,
    CasesOfMonth,
    DepositMoves,
    MonthFigures,
    MonthReport,
    Settlement,
    ShippingKept,
    span_beside,
    span_of,
)
from ksdesk.domain.month.tax import (
    Basis,
    BookIncome,
    QuarterCheck,
    TaxFigure,
    quarter_end,
    quarter_of,
)

__all__ = [
    "Basis",
    "Beside",
    "BookIncome",
    "CasesOfMonth",
    "DepositMoves",
    "MonthFigures",
    "MonthReport",
    "QuarterCheck",
    "Settlement",
    "ShippingKept",
    "TaxFigure",
    "quarter_end",
    "quarter_of",
    "span_beside",
    "span_of",
]
