"""规格和库存: prices and stock, and the options that goods come in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ksdesk.domain.products import Product, Sku, combined, summed
from ksdesk.domain.products.limits import Finding, wide_length
from ksdesk.ui.parts.buttons import TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.fields import LineField, NumberField
from ksdesk.ui.parts.labels import small
from ksdesk.ui.parts.money_field import MoneyField
from ksdesk.ui.parts.rule_link import RuleLink
from ksdesk.ui.parts.tip import set_tip
from ksdesk.ui.parts.verdict import VerdictSentence
from ksdesk.ui.products.limit_words import finding_text
from ksdesk.ui.products.option_level import OptionLevel
from ksdesk.ui.products.section import Limited, ProductSection
from ksdesk.ui.products.sku_table import SkuCells, SkuTable
from ksdesk.ui.shell.context import Context

LEVELS = "products.sku.levels"
MOST_SKUS = 600  # drawn at once where the rule book has no figure


class OptionsSection(ProductSection):
    """With options, price and stock of the whole follow from the table and cannot be typed."""

    def __init__(self, ctx: Context, product: Product, parent: QWidget | None = None) -> None:
        super().__init__(ctx, product, parent)
        self._own = product.way == "own"
        self._skus: tuple[Sku, ...] = product.skus
        self.price = MoneyField(self.tr("Price"))
        self.price.set_value(product.price)
        self.struck_price = MoneyField(self.tr("Crossed-out price"))
        self.struck_price.set_value(product.struck_price)
        pieces = self.tr("pcs")
        self.stock = NumberField(self.tr("Stock"), unit=pieces)
        self.stock.set_value(product.stock)
        self.threshold = NumberField(self.tr("Low at"), unit=pieces)
        self.threshold.set_value(product.threshold)
        self.code = LineField(self.tr("SKU code"), text=product.code)
        self._limited = {
            "price": Limited("price", self.price, self.rules),
            "struck_price": Limited("struck_price", self.struck_price, self.rules),
            "stock": Limited("stock", self.stock, self.rules),
            "code": Limited("code", self.code, self.rules, wide_length, "products.sku_code.most"),
        }
        policy = self._limited["code"].sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._limited["code"].setSizePolicy(policy)
        self.beside(self._limited["price"], self._limited["struck_price"], self._limited["code"])
        blank = QWidget(self)
        self._stock_row = QWidget(self)
        row = QHBoxLayout(self._stock_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        for widget in (self._limited["stock"], self.threshold, blank):
            row.addWidget(widget, 1)
        self.column.addWidget(self._stock_row)
        for field in (self.price, self.struck_price, self.stock, self.threshold, self.code):
            field.edited.connect(self._on_edited)
            field.finished.connect(self.edited)
        self._add_levels(product)
        self._show_own()
        self._rebuild()

    def heading(self) -> str:
        if self.product.way == "link":
            return self.tr("Price")
        return self.tr("Prices and stock")

    def _add_levels(self, product: Product) -> None:
        self.levels: list[OptionLevel] = []
        self._table_card: Card | None = None
        self.table: SkuTable | None = None
        self.options_box = QWidget(self)
        box = QVBoxLayout(self.options_box)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        self._level_column = QVBoxLayout()
        self._level_column.setSpacing(8)
        self.add_button = TextButton(
            self.tr("Add a level of options (flavour, weight …)"), "plus", small=True
        )
        self.add_button.clicked.connect(self._on_add)
        self.level_rule = RuleLink(self.rules[LEVELS], parent=self)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.add_button)
        row.addStretch(1)
        row.addWidget(self.level_rule)
        self._table_column = QVBoxLayout()
        self.verdict = VerdictSentence(self)
        self.verdict_rule = RuleLink(self.rules[LEVELS], parent=self)
        said = QHBoxLayout()
        said.setSpacing(8)
        said.addWidget(self.verdict)
        said.addWidget(self.verdict_rule)
        said.addStretch(1)
        box.addLayout(self._level_column)
        box.addLayout(row)
        box.addLayout(self._table_column)
        box.addLayout(said)
        self.column.addWidget(self.options_box)
        for place, name in enumerate(product.levels):
            options = dict.fromkeys(
                s.options[place] for s in product.skus if place < len(s.options)
            )
            self._add_level(name, tuple(option for option in options if option))

    def _show_own(self) -> None:
        """A link has one price and is neither in stock nor in options."""
        self._stock_row.setVisible(self._own)
        self.options_box.setVisible(self._own)
        self._limited["struck_price"].setVisible(self._own)

    def _on_add(self) -> None:
        level = self._add_level("", ())
        level.show()  # the layout would show it later, and until then it takes no focus
        level.name_field.edit.setFocus()
        self._changed()

    def _add_level(self, name: str, options: Sequence[str]) -> OptionLevel:
        level = OptionLevel(name, options, self.options_box)
        level.changed.connect(self._changed)
        level.removed.connect(self._drop_level)
        self.levels.append(level)
        self._level_column.addWidget(level)
        return level

    def _drop_level(self, level: OptionLevel) -> None:
        self.levels.remove(level)
        self._level_column.removeWidget(level)
        level.hide()
        level.deleteLater()
        self._changed()

    def _changed(self) -> None:
        """Levels or options are others: the combinations are made anew, keeping their figures."""
        self._take_table()
        most = self.rules.whole("products.sku.most") if "products.sku.most" in self.rules else 0
        options = [level.options for level in self.levels if level.options]
        # One more than allowed is enough to say that there are too many.
        self._skus = combined(options, self._skus, self.price.value(), (most or MOST_SKUS) + 1)
        self._rebuild()
        self.edited.emit()

    def _take_table(self) -> None:
        if self.table is not None:
            self._skus = self._cells.skus()

    def _rebuild(self) -> None:
        """The table for the levels as they are, and the fields that it takes over."""
        if self._table_card is not None:
            self._table_column.removeWidget(self._table_card)
            self._table_card.hide()
            self._table_card.deleteLater()
            self._table_card = self.table = None
        if self._skus:
            self._make_table()
        most = self.rules.number(LEVELS) if LEVELS in self.rules else 3
        if len(self.levels) >= most:
            self.add_button.disable(self.tr("No more levels than these"))
        else:
            self.add_button.enable()
        self.level_rule.setVisible(bool(self.levels))
        self._show_sums()

    def _make_table(self) -> None:
        self._cells = SkuCells(self._names(), self._skus)
        self._cells.edited.connect(self._on_typed)
        self._cells.refused.connect(self._on_refused)
        self.table = SkuTable(self._cells, self)
        self.table.told.connect(self._on_told)
        self.fill_button = TextButton(self.tr("Fill down"), "arrow_right", small=True)
        self.fill_button.set_icon("chevron_down")
        set_tip(self.fill_button, self.tr("Ctrl+D: the chosen cell into all below it"))
        self.fill_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.fill_button.clicked.connect(self.table.fill_down)
        self._table_card = Card(flush=True, parent=self)
        self._table_card.add(self.table)
        hint = small(self.tr("%n combinations; type into a cell to change it", "", len(self._skus)))
        self._table_card.add_footer((hint,), (self.fill_button,))
        self._table_column.addWidget(self._table_card)

    def _names(self) -> tuple[str, ...]:
        named = (level for level in self.levels if level.options)
        return tuple(
            level.name() or self.tr("Option {n}").format(n=number)
            for number, level in enumerate(named, 1)
        )

    def _show_sums(self) -> None:
        """Price and stock of the whole: typed, or the lowest and the sum of the table."""
        whole = bool(self._skus)
        self.price.set_caption(self.tr("Price (the lowest)") if whole else self.tr("Price"))
        self.stock.set_caption(self.tr("Stock (all together)") if whole else self.tr("Stock"))
        for field in (self.price, self.stock):
            field.set_read_only(whole)
        self._limited["code"].setVisible(self._own and not whole)
        if whole:
            sums = summed(Product(skus=self._skus))
            self.price.set_value(sums.price)
            self.stock.set_value(sums.stock)

    def _on_typed(self) -> None:
        self._take_table()
        self._show_sums()
        self.edited.emit()

    def _on_refused(self, text: str) -> None:
        said = self.tr("“{text}” is not a figure, so the cell was left as it was")
        self.verdict.set("bad", said.format(text=text))
        self.verdict_rule.hide()

    def _on_told(self, words: str) -> None:
        if words:
            self.verdict.set("warn", words)
            self.verdict_rule.hide()

    def _on_edited(self, _value: object = None) -> None:
        self.edited.emit()

    def written(self, product: Product) -> Product:
        stock, threshold = self.stock.value(), self.threshold.value()
        whole = replace(
            product,
            price=self.price.value(),
            struck_price=self.struck_price.value(),
            stock=None if stock is None else round(stock),
            threshold=None if threshold is None else round(threshold),
            code=self.code.text().strip(),
            levels=self._names() if self._skus else (),
            skus=self._skus,
        )
        return summed(whole)

    def judge(self, findings: Sequence[Finding]) -> None:
        for limited in self._limited.values():
            limited.judge(findings)
        found = next((f for f in findings if self._is_of_table(f)), None)
        if found is None:
            self.verdict.set("", "")
            self.verdict_rule.hide()
            return
        said = finding_text(found, self.rules)
        if found.at >= 0:
            text = self.tr("Line {n}, {options}: {reason}")
            options = " ".join(self._skus[found.at].options)
            said = text.format(n=found.at + 1, options=options, reason=said)
        self.verdict.set("bad" if found.level == "wrong" else "warn", said)
        self.verdict_rule.setVisible(bool(found.key))
        if found.key:
            self.verdict_rule.set_rule(self.rules[found.key])

    def _is_of_table(self, finding: Finding) -> bool:
        if finding.field in ("levels", "skus"):
            return True
        return finding.field in self._limited and 0 <= finding.at < len(self._skus)

    def unreadable(self) -> bool:
        fields = (self.price, self.struck_price, self.stock, self.threshold)
        return any(field.is_wrong() for field in fields)

    def place_of(self, field: str) -> QWidget | None:
        if self.table is not None and field in (*self._limited, "skus"):
            return self._limited[field] if field == "struck_price" else self.table
        if field in ("levels", "skus"):
            return self.add_button
        return self._limited.get(field)
