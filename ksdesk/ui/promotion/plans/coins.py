"""Amounts typed in yuan or in 快币, whichever the phone shows."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ksdesk.domain.promotion.plans import fen_of_coins
from ksdesk.domain.rulebook import DayRules
from ksdesk.ui.parts.choice import ChoiceField

YUAN = "yuan"
RATES = {"coins": "traffic.coins_per_yuan", "coins_ios": "traffic.coins_per_yuan.ios"}


class UnitField(ChoiceField):
    """Yuan, coins, or coins bought on an iPhone; the rates are the rule book's or the seller's.
    What a yuan buys none of is no unit."""

    def __init__(self, rules: DayRules, parent: QWidget) -> None:
        self._per_yuan = {unit: rules.number(key) for unit, key in RATES.items()}
        translate = QCoreApplication.translate
        named = {
            "coins": translate("UnitField", "coins, {n} a yuan"),
            "coins_ios": translate("UnitField", "coins on an iPhone, {n}"),
        }
        options = [(YUAN, translate("UnitField", "yuan"))]
        options += [
            (unit, named[unit].format(n=f"{rate:g}"))
            for unit, rate in self._per_yuan.items()
            if rate > 0
        ]
        super().__init__(translate("UnitField", "In"), options, YUAN, parent=parent)

    def fen(self, typed: float | None) -> int | None:
        """What is typed in this unit, in fen; None where that is no amount."""
        unit = str(self.value())
        if typed is None or typed < 0:
            return None
        return round(typed * 100) if unit == YUAN else fen_of_coins(typed, self._per_yuan[unit])
