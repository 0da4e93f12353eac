"""The card with the table of products, its foot, and room for a bar about the checked ones."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ksdesk.domain.products import Product, missing
from ksdesk.domain.products.list import Catalogue, Found
from ksdesk.ui.parts.buttons import Button
from ksdesk.ui.parts.table import Column
from ksdesk.ui.parts.texts import NOTHING, count_text, day_text, money_text
from ksdesk.ui.products.links.words import named
from ksdesk.ui.products.list_pictures import ListPictures
from ksdesk.ui.products.words import STATE_KINDS, gap_words, state_word
from ksdesk.ui.shell.asked_list import AskedList, Rows
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.theme import theme_of

BIN_DAYS = 30
NARROW, WIDE = 620, 1240  # px of the card from which columns join
NARROW_ONLY = {"category", "left"}  # these leave first
WIDE_ONLY = {"code", "struck_price", "checked"}


class ProductList(AskedList):
    """The rows of some products by their numbers.

    `chosen_changed` when other rows are chosen or checked, or are here by now;
    `sort_asked(column, downwards)` for the numbers in another order ("" for the usual one).
    `set_bar` puts a widget at the foot, shown while rows are checked.
    """

    chosen_changed = Signal()
    sort_asked = Signal(str, bool)

    def __init__(
        self, ctx: Context, buttons: tuple[Button, ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(ctx, parent)
        self._catalogue = Catalogue(array("q"), b"")
        self.pictures = ListPictures(ctx, self)
        self.make_table(self._columns(), _number, self.tr("Products"))
        self.model.sort_asked.connect(self._ask_sort)
        self.model.checked_changed.connect(self._on_checked)
        self.table.chosen.connect(self._on_chosen)
        self.pictures.arrived.connect(self.table.viewport().update)
        foot = self.add_footer((self.count,), buttons)
        foot.setContentsMargins(15, 0, 7, 0)
        foot.addStrut(theme_of(self).control())  # the table stays when the buttons come
        self._room = QWidget(self)
        self._bars = QVBoxLayout(self._room)
        self._bars.setContentsMargins(0, 0, 0, 0)
        self._room.hide()
        self.add(self._room)

    def read(self) -> Callable[[Sequence[int]], Rows]:
        return self.ctx.reader.product_list.rows

    def set_bar(self, bar: QWidget) -> None:
        """What stands at the foot while rows are checked."""
        self._bars.addWidget(bar)
        self._on_checked()

    def show_found(
        self, found: Found, catalogue: Catalogue, *, anew: bool, then: Callable[[], None]
    ) -> None:
        """Show what was found in *catalogue* (see `show_rows`)."""

        def shown() -> None:
            some, total = count_text(len(found.ids)), count_text(found.total)
            self.count.setText(self.tr("{shown} of {total} shown").format(shown=some, total=total))
            self.chosen_changed.emit()
            then()

        self._catalogue = catalogue
        self.show_rows(found.ids, anew=anew, then=shown)

    def arrived(self, first: int, last: int) -> None:
        super().arrived(first, last)
        self.chosen_changed.emit()

    def current(self) -> Product | None:
        """The product that the keyboard or the last click is at, None while it is to come."""
        place = self.table.currentIndex().row()
        return self.model.row(place) if place >= 0 else None

    def chosen_product(self) -> Product | None:
        """The one product that is checked or chosen, as the list shows it; None for more, and
        while its row is still to come.
        """
        chosen = self.chosen_numbers()
        place = self.model.position(chosen[0]) if len(chosen) == 1 else -1
        return None if place < 0 else self.model.row(place)

    def select(self, number: int) -> bool:
        """Choose a product and bring it into sight; False if it is not shown."""
        return self.table.select_key(number)

    def set_sort(self, column: str, downwards: bool) -> None:
        """Mark what the numbers come sorted by; a column that is not there marks none."""
        places = [n for n, c in enumerate(self.model.columns) if c.name == column]
        if places:
            order = Qt.SortOrder.DescendingOrder if downwards else Qt.SortOrder.AscendingOrder
            self.model.set_order(places[0], order)
            self.table.header().viewport().update()

    def _ask_sort(self, place: int, downwards: bool) -> None:
        self.sort_asked.emit(self.model.columns[place].name if place >= 0 else "", downwards)

    def _on_checked(self) -> None:
        self._room.setVisible(bool(self.model.checked_count() and self._bars.count()))
        self.chosen_changed.emit()

    def _on_chosen(self, _row: object) -> None:
        self.chosen_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        hidden = set() if self.width() >= WIDE else set(WIDE_ONLY)
        self.table.set_hidden(hidden if self.width() >= NARROW else hidden | NARROW_ONLY)

    def _columns(self) -> list[Column]:
        return [
            Column(
                "title",
                self.tr("Product"),
                _title,
                second=self._second,
                tile=self._tile,
                minimum=200,
            ),
            Column("code", self.tr("SKU code"), _code, width=128, tone="muted"),
            Column("category", self.tr("Category"), self._category, width=124, tone="muted"),
            Column("checked", self.tr("Sample checked"), _sample, day_text, width=112, sort=False),
            Column("price", self.tr("Price ¥"), _price, money_text, "right", 88),
            Column(
                "struck_price",
                self.tr("Crossed-out price"),
                _struck_price,
                money_text,
                "right",
                88,
                tone="muted",
                strike=_is_struck,
            ),
            Column(
                "stock", self.tr("Stock"), _stock, count_text, "right", 72, tone=self._stock_tone
            ),
            Column(
                "left",
                self.tr("Lasts"),
                self._lasts,
                self._lasts_text,
                "right",
                88,
                tone=self._lasts_tone,
                icon=self._lasts_icon,
            ),
            Column("state", self.tr("State"), _state, state_word, width=96, pill=self._pill),
        ]

    def _tile(self, product: Product) -> str | QImage:
        letter = _title(product).lstrip("【「『[(（")[:1].upper()
        return self.pictures.of(product) or letter

    def _second(self, product: Product) -> str:
        if product.binned_at is not None:
            last = product.binned_at + timedelta(days=BIN_DAYS)
            days = (last - self.ctx.clock()).days
            if days < 0:
                return self.tr("Stays in the bin: the profit of its orders stands on its cost")
            return self.tr("In the bin, gone in %n days unless it has a cost", "", days)
        if _unopened(product):
            return self.tr("The item's number is not known: open the link on the phone")
        gaps = missing(product)
        if gaps:
            return self.tr("Still missing: {gaps}").format(gaps=gap_words(gaps))
        if product.stock == 0 and product.state == "off_shelf":
            return self.tr("Stock 0, you took it off the shelf")
        if product.stock == 0 and product.state == "listed":
            return self.tr("Stock 0, still listed")
        return ""

    def _category(self, product: Product) -> str:
        if product.category or product.way == "own":
            return product.category or NOTHING
        return self.tr("Link")

    def _pill(self, product: Product) -> tuple[str, str]:
        if _unopened(product):
            return "warn", self.tr("To open")
        return STATE_KINDS[product.state], state_word(product.state)

    def _lasts(self, product: Product) -> int | None:
        return 0 if product.stock == 0 else self._catalogue.left.get(product.id)

    def _lasts_text(self, days: int) -> str:
        return self.tr("%n days", "", days) if days else self.tr("Sold out")

    def _lasts_tone(self, product: Product) -> str:
        return "bad" if self._lasts_icon(product) else "text"

    def _lasts_icon(self, product: Product) -> tuple[str, str] | None:
        return ("warn", "bad") if product.id in self._catalogue.low else None

    def _stock_tone(self, product: Product) -> str:
        if product.stock is not None and product.stock <= 0:
            return "bad"
        return "warn" if product.id in self._catalogue.low else "text"


def _unopened(product: Product) -> bool:
    """Whether it is a link whose item nobody knows yet."""
    return product.way == "link" and product.state == "draft" and not product.item_id


def _number(product: Product) -> int:
    return product.id


def _title(product: Product) -> str:
    return named(product)


def _code(product: Product) -> str:
    return product.code or NOTHING


def _price(product: Product) -> int | None:
    return product.price


def _struck_price(product: Product) -> int | None:
    return product.struck_price


def _is_struck(product: Product) -> bool:
    return product.struck_price is not None


def _stock(product: Product) -> int | None:
    return product.stock


def _sample(product: Product) -> object:
    return product.quality.sample_on


def _state(product: Product) -> str:
    return product.state
