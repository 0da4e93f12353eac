"""Picking products of the book for a plan."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Slot
from PySide6.QtWidgets import QCompleter, QVBoxLayout, QWidget

from ksdesk.domain.products import Product
from ksdesk.domain.products.search_text import query_words
from ksdesk.ui.parts.buttons import SecondButton
from ksdesk.ui.parts.fields import LineField
from ksdesk.ui.parts.flow import FlowLayout
from ksdesk.ui.parts.texts import elide
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.latest import Latest

FOUND = 20


class ProductPick(QWidget):
    """A line that finds products, and those that were picked, each with a way out."""

    def __init__(self, ctx: Context, numbers: Sequence[int], parent: QWidget) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.picked: dict[int, str] = {}
        self._unread = tuple(numbers)
        self._offered: dict[str, int] = {}
        self._found, self._known = Latest(ctx, self), Latest(ctx, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.line = LineField(
            self.tr("Products"), placeholder=self.tr("Type a word of the title"), parent=self
        )
        self.line.edited.connect(self._search)
        self._titles = QStringListModel(self)
        completer = QCompleter(self._titles, self.line.edit)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.activated.connect(self._pick, Qt.ConnectionType.QueuedConnection)
        popup = completer.popup()
        assert popup is not None, "made when first asked for"
        popup.setProperty("floating", "true")
        self.line.edit.setCompleter(completer)
        column.addWidget(self.line)
        self.holder = QWidget(self)
        self._flow = FlowLayout(self.holder, spacing=8)
        column.addWidget(self.holder)
        self.holder.hide()
        if numbers:
            self._known.ask(ctx.reader.products.some, tuple(numbers), done=self._take)

    def numbers(self) -> tuple[int, ...]:
        """The picked products' numbers, those among them whose titles are not read yet."""
        return tuple(dict.fromkeys((*self._unread, *self.picked)))

    @Slot(object)
    def _search(self, text: object) -> None:
        words = query_words(str(text))
        if words:
            self._found.ask(self.ctx.reader.products.find, words, FOUND, done=self._arrived)

    def _arrived(self, products: Sequence[Product]) -> None:
        self._offered = {product.title: product.id for product in products}
        self._titles.setStringList(list(self._offered))
        completer = self.line.edit.completer()
        if completer is not None and self.line.edit.hasFocus():
            completer.complete()

    @Slot(str)
    def _pick(self, title: str) -> None:
        self.line.set_text("")
        if title in self._offered:
            self.take(self._offered[title], title)

    def _take(self, products: Sequence[Product]) -> None:
        self._unread = ()
        for product in products:
            self.take(product.id, product.title)

    def take(self, number: int, title: str) -> None:
        """One more product."""
        if number in self.picked:
            return
        self.picked[number] = title
        button = SecondButton(elide(title, 16), trailing="close", parent=self.holder)
        button.setAccessibleName(self.tr("Take out {title}").format(title=title))

        def drop() -> None:
            del self.picked[number]
            button.hide()
            button.deleteLater()
            self.holder.setVisible(bool(self.picked))

        button.clicked.connect(drop)
        self._flow.addWidget(button)
        button.show()
        self.holder.show()
