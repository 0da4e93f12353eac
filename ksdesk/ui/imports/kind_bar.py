"""What a table was taken for, and the place to say otherwise: its kind, its part, its name."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ksdesk.domain.deposit.ledger import ACCOUNTS
from ksdesk.domain.imports import Nameless, Preview, SourceTable
from ksdesk.ui.imports.kind_words import kind_name, kind_options
from ksdesk.ui.imports.reading import once_more
from ksdesk.ui.parts.account_words import account_word
from ksdesk.ui.parts.choice import Choice
from ksdesk.ui.parts.labels import small
from ksdesk.ui.parts.line_edit import LineEdit


class KindBar(QWidget):
    """One row of choices. `wanted(Reading)`: the source is to be read once more like that."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview: Preview | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.kind_caption = small(self.tr("This is"), parent=self)
        self.kind = Choice(kind_options(), name=self.tr("Kind of table"), parent=self)
        self.kind.chosen.connect(self._kind_picked)
        self.title_caption = small(self.tr("called"), parent=self)
        self.title = LineEdit(parent=self)
        self.title.setAccessibleName(self.tr("Name of this table"))
        self.title.setMaxLength(80)
        self.title.setMaximumWidth(200)
        self.title.editingFinished.connect(self._titled)
        self.part_caption = small(self.tr("Sheet"), parent=self)
        self.part = Choice(name=self.tr("Sheet of the file"), parent=self)
        self.part.setMaximumWidth(240)
        self.part.chosen.connect(self._part_picked)
        self._make_answers()
        for widget in (
            self.kind_caption,
            self.kind,
            self.title_caption,
            self.title,
            self.part_caption,
            self.part,
            self.ledger_caption,
            self.ledger,
            self.nameless_caption,
            self.nameless,
        ):
            row.addWidget(widget)
        row.addStretch(1)

    def _make_answers(self) -> None:
        """What only some kinds ask."""
        self.ledger_caption = small(self.tr("Deposit ledger"), parent=self)
        accounts = [(name, account_word(name)) for name in ACCOUNTS]
        self.ledger = Choice(
            [("", self.tr("Enter nothing")), *accounts],
            "",
            name=self.tr("Enter these movements in the deposit ledger of"),
            parent=self,
        )
        self.nameless_caption = small(self.tr("Rows without a campaign are"), parent=self)
        self.nameless = Choice(
            [
                ("ask", self.tr("Choose …")),
                ("total", self.tr("the total of the others: leave them out")),
                ("rest", self.tr("the rest: add them to the others")),
            ],
            name=self.nameless_caption.text(),
            parent=self,
        )
        self.nameless.chosen.connect(self._nameless_picked)

    def show_preview(self, preview: Preview) -> None:
        """Show what the source was taken for; the part only where there are several."""
        self._preview = preview
        self.kind.set_value(preview.kind)
        booked = preview.kind == "movements"
        self.ledger_caption.setVisible(booked)
        self.ledger.setVisible(booked)
        self.nameless_caption.setVisible(bool(preview.nameless))
        self.nameless.setVisible(bool(preview.nameless))
        self.nameless.set_value(preview.nameless)
        own, several = preview.kind == "any", len(preview.parts) > 1
        self.title_caption.setVisible(own)
        self.title.setVisible(own)
        self.title.setText(preview.title)
        self.part_caption.setVisible(several)
        self.part.setVisible(several)
        self.part.set_options(
            [(part.index, _part_words(part)) for part in preview.parts], preview.part
        )

    def account(self) -> str:
        """The deposit account whose ledger movements are to be entered in, "" for none."""
        booked = self._preview is not None and self._preview.kind == "movements"
        return str(self.ledger.value()) if booked else ""

    @Slot(object)
    def _kind_picked(self, kind: str) -> None:
        assert self._preview is not None
        if kind != self._preview.kind:
            self.wanted.emit(once_more(self._preview, kind=kind))

    @Slot(object)
    def _nameless_picked(self, said: Nameless) -> None:
        assert self._preview is not None
        if said not in ("ask", self._preview.nameless):
            self.wanted.emit(once_more(self._preview, nameless=said))

    @Slot(object)
    def _part_picked(self, part: int) -> None:
        assert self._preview is not None
        if part != self._preview.part:
            self.wanted.emit(once_more(self._preview, part=part))

    @Slot()
    def _titled(self) -> None:
        assert self._preview is not None
        title = " ".join(self.title.text().split())
        if title and title != self._preview.title:
            self.wanted.emit(once_more(self._preview, title=title))


def _part_words(part: SourceTable) -> str:
    """订单明细 · 订单; only its name where it was not recognised."""
    name = part.name or f"#{part.index + 1}"
    return f"{name} · {kind_name(part.kind)}" if part.kind else name
