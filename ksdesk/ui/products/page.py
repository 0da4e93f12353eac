"""商品: own goods and links from other platforms, kept ready to list."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QRectF, Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QPainter, QPen, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ksdesk.actions import products
from ksdesk.actions.today import CASE_TARGET
from ksdesk.domain.products import Product, missing
from ksdesk.ui.exports.button import ExportButton
from ksdesk.ui.parts.buttons import MainButton, SecondButton, TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.chips import ChipBar
from ksdesk.ui.parts.fields import LineField
from ksdesk.ui.parts.labels import small
from ksdesk.ui.parts.page_header import PageHeader
from ksdesk.ui.parts.states import EmptyState
from ksdesk.ui.parts.table import Column, RowsModel, TableView
from ksdesk.ui.parts.texts import NOTHING, count_text, moment_text, money_text
from ksdesk.ui.products.deposit_banner import DepositBanner
from ksdesk.ui.products.editor import ProductSheet
from ksdesk.ui.products.words import STATE_KINDS, gap_words, state_word
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.page import Page
from ksdesk.ui.shell.theme import Theme

if TYPE_CHECKING:
    from ksdesk.exports import Sheet

FILTERS = ("all", "listed", "ready", "draft", "off_shelf", "bin")
BIN_DAYS = 30


class ProductsPage(Page):
    """The list, its search and filters, the bin; a product is written in a sheet."""

    topic = "products"
    concerns = frozenset({"products", "deposit", "opening", "guide"})

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._all: tuple[Product, ...] = ()
        self._binned: tuple[Product, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(16)
        column.addWidget(self._make_header())
        self.banner = DepositBanner(ctx, self)
        column.addWidget(self.banner)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._make_empty())
        self.stack.addWidget(self._make_list())
        column.addWidget(self.stack, 1)
        paste = QShortcut(QKeySequence.StandardKey.Paste, self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self.paste)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.bin_chosen)

    def _make_header(self) -> PageHeader:
        self.paste_button = SecondButton(self.tr("Paste link"), "link", height=40)
        self.paste_button.clicked.connect(self.paste)
        name = self.tr("Products")
        self.export_button = ExportButton(self.ctx, name, self._sheet, height=40)
        self.new_button = MainButton(self.tr("New product"), "plus")
        self.new_button.clicked.connect(self.new)
        sentence = self.tr("Your own goods and links from other platforms, ready to list")
        self.header = PageHeader(
            name, sentence, (self.export_button, self.paste_button, self.new_button)
        )
        return self.header

    def _make_empty(self) -> EmptyState:
        new = MainButton(self.tr("New product"), "plus")
        new.clicked.connect(self.new)
        paste = SecondButton(self.tr("Paste link"), height=40)
        paste.clicked.connect(self.paste)
        return EmptyState(
            "products",
            self.tr("No products yet"),
            self.tr("Write down what you sell yourself, or paste a link from another platform."),
            main=new,
            second=paste,
            footer=self.tr("A copied share text can be pasted here with Ctrl+V as well."),
            preview=_preview,
        )

    def _make_list(self) -> QWidget:
        self.search = LineField(
            "", icon="search", placeholder=self.tr("Title, category or selling point")
        )
        self.search.edit.setAccessibleName(self.tr("Search products"))
        self.search.edited.connect(self._show_rows)
        self.search.setFixedWidth(240)
        names = {
            "all": self.tr("All"),
            "bin": self.tr("Bin"),
            **{state: state_word(state) for state in ("listed", "ready", "draft", "off_shelf")},
        }
        self.chips = ChipBar(
            [(value, names[value], 0) for value in FILTERS],
            "all",
            name=self.tr("Which products"),
        )
        self.chips.chosen.connect(self._show_rows)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.search)
        row.addWidget(self.chips, 1)
        self.model = RowsModel(self._columns(), key=_number)
        self.table = TableView(
            self.model,
            name=self.tr("Products"),
            row_height=44,
            many=True,
            empty=self.tr("Nothing matches"),
        )
        self.table.set_empty(self.tr("Nothing matches"), self.tr("Clear search and filter"))
        self.table.emptied_acted.connect(self.clear_filter)
        self.table.opened.connect(self.edit)
        self.table.chosen.connect(self._update_foot)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self.open_row_menu)
        card = Card(flush=True)
        card.add(self.table, 1)
        card.add_footer(*self._make_foot())
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(row)
        column.addWidget(card, 1)
        return whole

    def _make_foot(self) -> tuple[tuple[QWidget, ...], tuple[QWidget, ...]]:
        self.count = small()
        self.edit_button = TextButton(self.tr("Edit"), "edit", small=True)
        self.edit_button.clicked.connect(self._edit_chosen)
        self.bin_button = TextButton(self.tr("Move to bin"), "trash", small=True)
        self.bin_button.clicked.connect(self.bin_chosen)
        self.restore_button = TextButton(self.tr("Bring back"), "restore", small=True)
        self.restore_button.clicked.connect(self.restore_chosen)
        self.empty_button = TextButton(self.tr("Delete for good"), "trash", small=True, tone="bad")
        self.empty_button.clicked.connect(self.empty_bin)
        self.stock_button = TextButton(self.tr("Sold out and running low"), small=True)
        self.stock_button.clicked.connect(self.open_stock)
        buttons = (
            self.stock_button,
            self.edit_button,
            self.bin_button,
            self.restore_button,
            self.empty_button,
        )
        return (self.count,), buttons

    @Slot()
    def open_stock(self) -> None:
        """Show what is sold out and what runs low."""
        from ksdesk.ui.products.stock_sheet import open_stock

        self.stock_sheet = open_stock(self, self.ctx)

    @Slot(QPoint)
    def open_row_menu(self, at: QPoint) -> None:
        """What can be done with the product under the pointer."""
        from ksdesk.ui.products.row_menu import row_menu

        index = self.table.indexAt(at)
        if index.isValid() and self.chips.value() != "bin":
            menu = row_menu(self, self.ctx, self.model.row(index.row()))
            menu.popup(self.table.viewport().mapToGlobal(at))

    def _columns(self) -> list[Column]:
        return [
            Column("title", self.tr("Product"), _title, second=self._second, minimum=200),
            Column("category", self.tr("Category"), _category, width=140, tone="muted"),
            Column("price", self.tr("Price ¥"), _price, money_text, "right", 96),
            Column("stock", self.tr("Stock"), _stock, count_text, "right", 80, tone=_stock_tone),
            Column(
                "state",
                self.tr("State"),
                _state,
                state_word,
                width=112,
                pill=lambda p: (STATE_KINDS[p.state], state_word(p.state)),
            ),
            Column("changed", self.tr("Changed"), _changed, moment_text, width=136, tone="muted"),
        ]

    def _second(self, product: Product) -> str:
        if product.binned_at is not None:
            last = product.binned_at + timedelta(days=BIN_DAYS)
            days = max(0, (last - self.ctx.clock()).days)
            return self.tr("In the bin, gone in %n days", "", days)
        if product.way == "link":
            return product.link.strip().replace("\n", " ")
        gaps = missing(product)
        return self.tr("Still missing: {gaps}").format(gaps=gap_words(gaps)) if gaps else ""

    def refresh(self) -> None:
        self.banner.refresh()
        self._all = self.ctx.reader.products.all()
        self._binned = self.ctx.reader.products.binned()
        for value in FILTERS:
            self.chips.set_count(value, len(self._of(value)))
        self.stack.setCurrentIndex(1 if self._all or self._binned else 0)
        self.new_button.setVisible(self.stack.currentIndex() == 1)
        self.paste_button.setVisible(self.stack.currentIndex() == 1)
        self.export_button.setVisible(self.stack.currentIndex() == 1)
        self._show_rows()

    def _of(self, value: str) -> tuple[Product, ...]:
        if value == "bin":
            return self._binned
        return tuple(p for p in self._all if value in ("all", p.state))

    def _show_rows(self, *_changed: object) -> None:
        words = self.search.text().casefold().split()
        rows = [p for p in self._of(str(self.chips.value())) if _matches(p, words)]
        self.model.set_rows(rows)
        total = len(self._binned if self.chips.value() == "bin" else self._all)
        counted = self.tr("{shown} of {total} shown")
        self.count.setText(counted.format(shown=count_text(len(rows)), total=count_text(total)))
        self._update_foot()

    def _update_foot(self, *_chosen: object) -> None:
        chosen = self.table.selected_rows()
        binned = self.chips.value() == "bin"
        self.edit_button.setVisible(not binned and len(chosen) == 1)
        self.bin_button.setVisible(not binned and bool(chosen))
        self.restore_button.setVisible(binned and bool(chosen))
        self.empty_button.setVisible(binned and bool(chosen))

    def _sheet(self, filtered: bool) -> Sheet:
        """What is exported: the rows as they are shown, or all (of the bin, while it is open)."""
        from ksdesk.ui.products.table_out import products_sheet

        everything = self._binned if self.chips.value() == "bin" else self._all
        return products_sheet(self.tr("Products"), self.model.rows if filtered else everything)

    @Slot()
    def clear_filter(self) -> None:
        """Show everything again."""
        self.search.set_text("")
        self.chips.set_value("all")
        self._show_rows()

    @Slot()
    def new(self) -> None:
        """Write a new product of one's own."""
        self._open(Product())

    @Slot()
    def paste(self) -> None:
        """Take what lies in the clipboard as a link from another platform."""
        text = QGuiApplication.clipboard().text().strip()
        self._open(Product(way="link", link=text, title=_title_in(text)))

    @Slot(object)
    def edit(self, product: Product) -> None:
        """Open a product; one from the bin has to be brought back first."""
        if product.binned_at is None:
            self._open(product)

    def _edit_chosen(self) -> None:
        self.edit(self.table.selected_rows()[0])

    def _open(self, product: Product) -> None:
        self.sheet = ProductSheet(self.ctx, product, self)
        self.sheet.saved.connect(self._save)
        self.sheet.open()

    def _save(self, product: Product) -> None:
        text = self.tr("change a product") if product.id else self.tr("add a product")
        self._write(text, products.save, product, self.ctx.clock(), said=self.tr("Saved"))

    @Slot()
    def bin_chosen(self) -> None:
        """Move the chosen products to the bin; no question, it can be undone."""
        numbers = [p.id for p in self.table.selected_rows() if p.binned_at is None]
        if numbers:
            said = self.tr("%n moved to the bin", "", len(numbers))
            text = self.tr("move to the bin")
            self._write(text, products.bin_, numbers, self.ctx.clock(), said=said)

    @Slot()
    def restore_chosen(self) -> None:
        """Bring the chosen products back from the bin."""
        numbers = [p.id for p in self.table.selected_rows()]
        said = self.tr("%n brought back", "", len(numbers))
        text = self.tr("bring back")
        self._write(text, products.restore, numbers, self.ctx.clock(), said=said)

    @Slot()
    def empty_bin(self) -> None:
        """Delete the chosen products for good, after one question."""
        numbers = [p.id for p in self.table.selected_rows()]
        self.ctx.ask.question(
            self,
            self.tr("Delete %n for good?", "", len(numbers)),
            self.tr("This cannot be undone."),
            self.tr("Delete for good"),
            lambda: self.ctx.write(self, "", products.remove, numbers),
        )

    def _write(self, text: str, action: Callable[..., Any], *args: object, said: str) -> None:
        def done(_changes: object) -> None:
            self.ctx.notice(said, undo=True)

        self.ctx.write(self, text, action, *args, done=done)

    def jump(self, target: str) -> None:
        if target.startswith(CASE_TARGET):
            from ksdesk.ui.products.stock_sheet import open_case

            number = int(target.removeprefix(CASE_TARGET))
            self.case_sheet = open_case(self, self.ctx, number)
            return
        self.clear_filter()
        self.table.select_key(int(target))

    def state(self) -> dict[str, Any]:
        return {"search": self.search.text(), "filter": self.chips.value()}

    def restore(self, state: dict[str, Any]) -> None:
        self.search.set_text(state["search"])
        self.chips.set_value(state["filter"])


def _number(product: Product) -> int:
    return product.id


def _title(product: Product) -> str:
    return product.title or product.link.strip()[:40]


def _category(product: Product) -> str:
    return product.category or NOTHING


def _price(product: Product) -> int | None:
    return product.price


def _stock(product: Product) -> int | None:
    return product.stock


def _stock_tone(product: Product) -> str:
    return "bad" if product.stock == 0 else "text"


def _state(product: Product) -> str:
    return product.state


def _changed(product: Product) -> object:
    return product.changed_at


def _matches(product: Product, words: list[str]) -> bool:
    text = f"{product.title} {product.category} {product.selling_point} {product.link}".casefold()
    return all(word in text for word in words)


def _title_in(text: str) -> str:
    """The title that share texts carry between 「」, "" where there is none."""
    start, end = text.find("「"), text.rfind("」")
    return text[start + 1 : end].strip("「」 ") if 0 <= start < end else ""


def _preview(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """A greyed list."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("grid"))
    row, number = 44.0, int(box.height() // 44)
    for i in range(number):
        top = box.top() + i * row + 12
        painter.drawRoundedRect(QRectF(box.left() + 16, top, 24, 24), 4, 4)
        width = 160 + (i * 37) % 120
        painter.drawRoundedRect(QRectF(box.left() + 56, top + 6, width, 12), 4, 4)
        painter.drawRoundedRect(QRectF(box.right() - 220, top + 6, 56, 12), 4, 4)
        painter.drawRoundedRect(QRectF(box.right() - 96, top + 2, 56, 20), 4, 4)
    painter.setPen(QPen(theme.color("grid"), 1))
    for i in range(1, number + 1):
        y = box.top() + i * row
        painter.drawLine(int(box.left()), int(y), int(box.right()), int(y))
