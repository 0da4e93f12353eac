"""A field for an amount, typed the way sellers write money."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ksdesk.domain.money import MoneyError, parse_yuan
from ksdesk.ui.parts.fields import LineField
from ksdesk.ui.parts.texts import MINUS, money_text


class MoneyField(LineField):
    """An amount in yuan; `value` and `edited` speak fen, None where nothing readable stands.

    Takes 1,234.5, 1.2万, full-width digits; tidied up when the field is left; what cannot be
    read is said below in words and stays as typed.
    """

    edited = Signal(object)

    def __init__(
        self,
        caption: str,
        *,
        placeholder: str = "",
        tall: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            caption, prefix="¥", placeholder=placeholder, tall=tall, right=True, parent=parent
        )
        self.finished.connect(self._tidy)

    def value(self) -> int | None:
        """The amount in fen, None if the field is empty or cannot be read."""
        try:
            return parse_yuan(self.text())
        except MoneyError:
            return None

    def set_value(self, fen: int | None) -> None:
        """Show an amount (fen) without telling."""
        self.set_text("" if fen is None else money_text(fen))
        self.clear_verdict()

    def is_wrong(self) -> bool:
        """Whether something is typed that is no amount."""
        return bool(self.text().strip()) and self.value() is None

    def _tidy(self) -> None:
        fen = self.value()
        if fen is not None:
            self.tidy_to(money_text(fen))
            if self.verdict()[0] == "bad":
                self.clear_verdict()
        elif self.is_wrong():
            text = self.text().strip().replace("-", MINUS)
            self.set_verdict("bad", self.tr("“{text}” is not an amount").format(text=text))

    def _on_edited(self, text: str) -> None:
        self._whole = text
        if self.verdict()[0] == "bad":
            self.clear_verdict()
        self.edited.emit(self.value())
