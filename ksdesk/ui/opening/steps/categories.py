"""What the deposit depends on: special categories, and goods of other platforms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ksdesk.domain.deposit import PROMOTION, SPECIAL_CATEGORIES
from ksdesk.ui.deposit.words import category_word
from ksdesk.ui.parts.buttons import SecondButton
from ksdesk.ui.parts.check import Check
from ksdesk.ui.parts.chips import ChipBar
from ksdesk.ui.parts.fields import LineField
from ksdesk.ui.parts.labels import heading, small
from ksdesk.ui.parts.money_field import MoneyField

LONGEST = 20


class Categories(QWidget):
    """Chips of categories, and for each chosen one the amount that the phone shows.

    `edited()` for each change by hand.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(heading(self.tr("Special categories you will sell in"), wrap=True))
        column.addWidget(
            small(
                self.tr(
                    "Their amounts are not public: ask the phone. Of several only the highest"
                    " counts."
                ),
                wrap=True,
            )
        )
        options = [(code, category_word(code)) for code in SPECIAL_CATEGORIES]
        self.chips = ChipBar(options, (), many=True, name=self.tr("Special categories"))
        self._known = set(SPECIAL_CATEGORIES)
        self.chips.chosen.connect(self._chosen)
        column.addWidget(self.chips)
        column.addLayout(self._own_category())
        self._amounts = QVBoxLayout()
        self._amounts.setSpacing(8)
        column.addLayout(self._amounts)
        self.fields_of: dict[str, MoneyField] = {}
        self.other = Check(self.tr("I also sell goods of other platforms"))
        self.other.clicked.connect(self._other_clicked)
        column.addSpacing(4)
        column.addWidget(self.other)
        self.promoted = self._field(PROMOTION, self.tr("Promotion deposit on the phone"))
        self.promoted.hide()
        column.addWidget(self.promoted)

    def _own_category(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.own = LineField("", placeholder=self.tr("another category"))
        self.own.control.setAccessibleName(self.tr("Another category"))
        self.own.edit.returnPressed.connect(self._add_own)
        self.add = SecondButton(self.tr("Add"), "plus")
        self.add.clicked.connect(self._add_own)
        row.addWidget(self.own, 1)
        row.addWidget(self.add)
        row.addStretch(2)
        return row

    def _field(self, code: str, caption: str) -> MoneyField:
        field = MoneyField(caption, placeholder=self.tr("see the phone"))
        field.edited.connect(self._amount_edited)
        field.setMaximumWidth(320)
        self.fields_of.setdefault(code, field)
        return field

    def _add_own(self) -> None:
        name = self.own.text().strip()[:LONGEST]
        if not name:
            return
        self.own.set_text("")
        self._know(name)
        self.chips.set_value((*self.chosen(), name))
        self._chosen(self.chosen())

    def _know(self, name: str) -> None:
        """A chip for a category that has none yet."""
        if name not in self._known:
            self._known.add(name)
            self.chips.add(name, category_word(name))

    def _chosen(self, _codes: object) -> None:
        self._lay_out()
        self.edited.emit()

    def _other_clicked(self) -> None:
        self.promoted.setVisible(self.other.isChecked())
        self.edited.emit()

    def _amount_edited(self, _fen: object) -> None:
        self.edited.emit()

    def _lay_out(self) -> None:
        """A field for each chosen category; what was typed for another stays in its field."""
        for code in self.chosen():
            if code not in self.fields_of:
                text = self.tr("{category}: amount on the phone")
                self._amounts.addWidget(
                    self._field(code, text.format(category=category_word(code)))
                )
        for code, field in self.fields_of.items():
            if code != PROMOTION:
                field.setVisible(code in self.chosen())

    def chosen(self) -> tuple[str, ...]:
        """The chosen categories."""
        value = self.chips.value()
        assert isinstance(value, tuple)
        return value

    def promotion(self) -> bool:
        """Whether goods of other platforms are wanted."""
        return self.other.isChecked()

    def asked(self) -> dict[str, int]:
        """What the phone shows, in fen by category."""
        found = {code: field.value() for code, field in self.fields_of.items()}
        return {code: fen for code, fen in found.items() if fen is not None and fen >= 0}

    def fill(self, fields: Mapping[str, Any]) -> None:
        """Take over what the book holds."""
        chosen = [str(code) for code in fields.get("categories") or ()]
        for name in chosen:
            self._know(name)
        self.chips.set_value(tuple(chosen))
        self.other.setChecked(bool(fields.get("other_platform")))
        self.promoted.setVisible(self.other.isChecked())
        self._lay_out()
        for code, fen in dict(fields.get("asked") or {}).items():
            if code not in self.fields_of:
                continue
            self.fields_of[code].set_value(fen)

    def fields(self) -> dict[str, Any]:
        """What stands here, as it is kept."""
        return {
            "categories": list(self.chosen()),
            "other_platform": self.promotion(),
            "asked": self.asked(),
        }
