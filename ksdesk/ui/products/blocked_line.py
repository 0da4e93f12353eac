"""What keeps a product from a state: reasons in a few words each, a click leads to the place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ksdesk.domain.products.quality import QualityCheck
from ksdesk.domain.products.states import Obstacle
from ksdesk.domain.rulebook import DayRules
from ksdesk.ui.parts.buttons import TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.flow import FlowLayout
from ksdesk.ui.parts.labels import Label
from ksdesk.ui.parts.tip import set_tip
from ksdesk.ui.products.limit_words import field_word, finding_text


class BlockedLine(Card):
    """Hidden where nothing stands in the way. `wanted(field)` when a reason is clicked."""

    wanted = Signal(str)

    def __init__(self, rules: DayRules, parent: QWidget | None = None) -> None:
        super().__init__(padding=12, edge="bad", fill="bad_soft", parent=parent)
        self._rules = rules
        self.head = Label("", wrap=True, parent=self)
        self.links: list[TextButton] = []
        holder = QWidget(self)
        self._flow = FlowLayout(holder, spacing=16, line_spacing=4)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self.head)
        column.addWidget(holder)
        self.add_layout(column)
        self.hide()

    def show_reasons(
        self, head: str, reasons: Sequence[Obstacle], check_word: Callable[[QualityCheck], str]
    ) -> None:
        """Show why; the same field is named once."""
        for link in self.links:
            self._flow.removeWidget(link)
            link.hide()
            link.deleteLater()
        self.links = []
        self.head.setText(head)
        named: dict[str, Obstacle] = {}
        for reason in reasons:
            word = field_word(reason.field) if reason.check is None else check_word(reason.check)
            named.setdefault(word, reason)
        for word, reason in named.items():
            link = TextButton(f"{word} ›", small=True, inline=True, parent=self)
            if reason.finding is not None:
                set_tip(link, finding_text(reason.finding, self._rules))
                link.setAccessibleDescription(link.toolTip())
            link.clicked.connect(partial(self.wanted.emit, reason.field))
            self.links.append(link)
            self._flow.addWidget(link)
            link.show()
        self.setVisible(bool(reasons))
        self.updateGeometry()
