"""The parts that a product's sheet is made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ksdesk.domain.products import Product
from ksdesk.domain.products.limits import Finding
from ksdesk.domain.products.quality import QualityCheck
from ksdesk.domain.rulebook import DayRules
from ksdesk.ui.parts.fields import Field, LineField, TextField
from ksdesk.ui.parts.labels import heading, small
from ksdesk.ui.parts.rule_link import RuleLink
from ksdesk.ui.products.limit_words import finding_text
from ksdesk.ui.shell.context import Context


class ProductSection(QWidget):
    """One part of the sheet: a heading and fields for some of what a product is.

    `edited` for each change by hand. Subclasses give `heading`, fill `column`, and answer
    `written`; the others where they have something to say.
    """

    edited = Signal()

    def __init__(self, ctx: Context, product: Product, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx, self.product = ctx, product
        self.rules: DayRules = ctx.rules().on(ctx.clock().date())
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        self.title_label = heading(self.heading(), parent=self)
        self.column.addWidget(self.title_label)

    def heading(self) -> str:
        """The name of the part."""
        raise NotImplementedError

    def written(self, product: Product) -> Product:
        """The product with what is typed here."""
        raise NotImplementedError

    def judge(self, findings: Sequence[Finding]) -> None:
        """Say beside the fields what the limits found."""

    def unreadable(self) -> bool:
        """Whether something is typed that is no figure."""
        return False

    def place_of(self, field: str) -> QWidget | None:
        """Where a field is mended, None for a field of another part."""
        return None

    def open_checks(self, product: Product) -> Sequence[QualityCheck]:
        """Checks that keep the product from being ready unless a reason is stated."""
        return ()

    def beside(self, *widgets: QWidget) -> None:
        """Widgets of one width in a row."""
        row = QHBoxLayout()
        row.setSpacing(16)
        for widget in widgets:
            row.addWidget(widget, 1)
        self.column.addLayout(row)


class Limited(QWidget):
    """A field whose limits are told while typing: counter and rule below it.

    `count` and `most` make the counter ("8/24"); without a rule of that key there is none.
    """

    def __init__(
        self,
        code: str,
        field: Field,
        rules: DayRules,
        count: Callable[[str], int] | None = None,
        most: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.code, self.field = code, field
        self._rules, self._count = rules, count
        self._most = rules.get(most) if most else None
        self._line = QWidget(self)
        row = QHBoxLayout(self._line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.link = RuleLink(self._most or next(iter(rules.values())), parent=self._line)
        self.link.hide()
        self.counter = small("", parent=self._line)
        row.addWidget(self.link)
        row.addStretch(1)
        row.addWidget(self.counter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        # The field is at the top already; aligned by itself it would cut a sentence of many lines.
        inside = field.layout()
        assert inside is not None
        inside.setAlignment(Qt.AlignmentFlag(0))
        column.addWidget(field)
        column.addWidget(self._line)
        column.addStretch(1)
        self.setFocusProxy(field)

    def judge(self, findings: Sequence[Finding]) -> None:
        """Show the first finding that is about this field, or none."""
        found = next((f for f in findings if f.field == self.code and f.at < 0), None)
        if not _unreadable(self.field):
            if found is None:
                self.field.clear_verdict()
            else:
                kind = "bad" if found.level == "wrong" else "warn"
                self.field.set_verdict(kind, finding_text(found, self._rules))
        ruled = found is not None and bool(found.key)
        self.link.setVisible(ruled)
        if ruled and found is not None:
            self.link.set_rule(self._rules[found.key])
        self._tell_count(found)
        self._line.setVisible(ruled or self._counted())

    def _counted(self) -> bool:
        return self._count is not None and self._most is not None

    def _tell_count(self, found: Finding | None) -> None:
        self.counter.setVisible(self._counted())
        if self._count is None or self._most is None:
            return
        assert isinstance(self.field, LineField | TextField)
        self.counter.setText(f"{self._count(self.field.text().strip())}/{self._most.value}")
        tones = {"wrong": "bad", "advice": "warn"}
        self.counter.set_tone(tones[found.level] if found is not None else "muted")


def _unreadable(field: Field) -> bool:
    """Whether a field of figures says already that what is typed is none."""
    is_wrong = getattr(field, "is_wrong", None)
    return bool(is_wrong and is_wrong())
