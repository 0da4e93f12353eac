"""基本: what a product is called, which category it is of, what is noted about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QWidget

from ksdesk.actions.products import categories
from ksdesk.domain.products import Product
from ksdesk.domain.products.limits import Finding, wide_length
from ksdesk.ui.parts.fields import LineField, TextField
from ksdesk.ui.products.category_card import CategoryCard
from ksdesk.ui.products.section import Limited, ProductSection
from ksdesk.ui.shell.context import Context


class BasicsSection(ProductSection):
    """Title, short title, selling point, category, note; for a link the link itself."""

    def __init__(self, ctx: Context, product: Product, parent: QWidget | None = None) -> None:
        super().__init__(ctx, product, parent)
        self.title_label.hide()  # what comes first needs no heading below the sheet's own
        self.link = TextField(
            self.tr("Link or share text"),
            placeholder=self.tr("Paste it as you copied it; it is kept to the letter"),
        )
        self.link.set_text(product.link)
        self.title_field = LineField(self.tr("Title"), text=product.title)
        self.short_title = LineField(self.tr("Short title"), text=product.short_title)
        self.selling_point = LineField(self.tr("Selling point"), text=product.selling_point)
        self.category = self._make_category(product)
        self.note = TextField(self.tr("Note"), rows=2)
        self.note.set_text(product.note)
        own = product.way == "own"
        self._limited = {
            "link": Limited("link", self.link, self.rules),
            "title": self._counted("title", self.title_field, "products.title.most"),
            "short_title": self._counted(
                "short_title", self.short_title, "products.short_title.most" if own else ""
            ),
            "selling_point": self._counted(
                "selling_point", self.selling_point, "products.selling_point.most" if own else ""
            ),
            "note": self._counted("note", self.note, "products.own_note.most" if own else ""),
        }
        self.effect = CategoryCard(ctx, product, self)
        self._lay_out(own)
        for field in (self.link, self.title_field, self.short_title):
            field.edited.connect(self._on_edited)
        for field in (self.selling_point, self.category, self.note):
            field.edited.connect(self._on_edited)
        self.category.finished.connect(self._weigh)
        self.category.edit.returnPressed.connect(self._weigh)  # Enter shows it and saves nothing

    def heading(self) -> str:
        return self.tr("Basics")

    def _counted(self, code: str, field: LineField | TextField, most: str) -> Limited:
        return Limited(code, field, self.rules, wide_length, most)

    def _make_category(self, product: Product) -> LineField:
        field = LineField(
            self.tr("Category"),
            text=product.category,
            placeholder=self.tr("As the phone shows it"),
        )
        self._known = QStringListModel(field.edit)
        self.completer = QCompleter(self._known, field.edit)
        work, today = categories.suggestions, self.ctx.clock().date()
        self.ctx.jobs.run(self, work, self.ctx.reader, self.ctx.rules(), today, done=self._offer)
        self.completer.setFilterMode(Qt.MatchFlag.MatchContains)
        popup = self.completer.popup()
        assert popup is not None, "made when first asked for"
        popup.setProperty("floating", "true")
        self.completer.activated.connect(self._complete)
        field.edit.setCompleter(self.completer)
        button = field.edit.add_button("chevron_down", self.tr("Choose a category"))
        button.clicked.connect(self._show_all)
        return field

    def _offer(self, known: Sequence[str]) -> None:
        self._known.setStringList(list(known))

    def _show_all(self) -> None:
        self.category.edit.setFocus()
        self.completer.setCompletionPrefix("")
        self.completer.complete()

    def _complete(self, chosen: str) -> None:
        self.category.set_text(chosen)
        self._on_edited()
        self._weigh()

    def _lay_out(self, own: bool) -> None:
        self.column.addWidget(self._limited["link"])
        self._limited["link"].setVisible(not own)
        self.column.addWidget(self._limited["title"])
        if own:
            self.beside(self._limited["short_title"], self._limited["selling_point"])
            self.beside(self.category, self._limited["note"])
        else:
            self._limited["short_title"].setParent(self)
            self._limited["short_title"].hide()
            self.beside(self.category, self._limited["selling_point"])
            self.column.addWidget(self._limited["note"])
        self.column.addWidget(self.effect)

    def _on_edited(self, _value: object = None) -> None:
        self.edited.emit()

    def _weigh(self) -> None:
        """What the category does to the deposit, once it is written."""
        self.effect.ask(self._new_category())

    def _new_category(self) -> str:
        category = self.category.text().strip()
        return "" if category == self.product.category else category

    def settle(self, go: Callable[[], None]) -> None:
        """Do `go`, unless the category does something to the deposit that was not shown yet."""
        self.effect.settle(self._new_category(), go)

    def written(self, product: Product) -> Product:
        return replace(
            product,
            title=self.title_field.text().strip(),
            short_title=self.short_title.text().strip(),
            selling_point=self.selling_point.text().strip(),
            category=self.category.text().strip(),
            link=self.link.text(),
            note=self.note.text(),
        )

    def judge(self, findings: Sequence[Finding]) -> None:
        for limited in self._limited.values():
            limited.judge(findings)
        self.note.tell_people()

    def place_of(self, field: str) -> QWidget | None:
        return self._limited.get(field)
