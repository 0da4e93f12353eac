"""What can be done with the chosen products of the list: the buttons at its foot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from ksdesk.actions import products
from ksdesk.domain.products import Product
from ksdesk.ui.parts.buttons import TextButton
from ksdesk.ui.parts.texts import NAMED, some_text
from ksdesk.ui.products.find_bar import FindBar
from ksdesk.ui.products.links.words import named
from ksdesk.ui.products.list_view import ProductList
from ksdesk.ui.shell.context import Context


class ChosenFoot(QObject):
    """`list` is the list of `bar`, with this at its foot. `edit_asked(number)` of one product."""

    edit_asked = Signal(object)

    def __init__(self, ctx: Context, bar: FindBar, page: QWidget) -> None:
        super().__init__(page)
        self.ctx, self._bar, self._page = ctx, bar, page
        self.code_button = TextButton(self.tr("QR code"), "qr", small=True)
        self.code_button.clicked.connect(self.show_code)
        self.edit_button = TextButton(self.tr("Edit"), "edit", small=True)
        self.edit_button.clicked.connect(self._edit)
        self.bin_button = TextButton(self.tr("Move to bin"), "trash", small=True)
        self.bin_button.clicked.connect(self.bin)
        self.restore_button = TextButton(self.tr("Bring back"), "restore", small=True)
        self.restore_button.clicked.connect(self.restore)
        self.empty_button = TextButton(self.tr("Delete for good"), "trash", small=True, tone="bad")
        self.empty_button.clicked.connect(self.remove)
        buttons = (
            self.code_button,
            self.edit_button,
            self.bin_button,
            self.restore_button,
            self.empty_button,
        )
        self.list = ProductList(ctx, buttons)
        self.list.chosen_changed.connect(self._update)

    def _in_bin(self) -> bool:
        return self._bar.query().show == "bin"

    @Slot()
    def _update(self) -> None:
        binned = self._in_bin()
        chosen = self.list.model.checked_count() or len(self.list.table.selected_keys())
        self.code_button.setVisible(not binned and chosen == 1 and bool(self._link()))
        self.edit_button.setVisible(not binned and chosen == 1)
        self.bin_button.setVisible(not binned and bool(chosen))
        self.restore_button.setVisible(binned and bool(chosen))
        self.empty_button.setVisible(binned and bool(chosen))

    def _link(self) -> str:
        """The address of the one product that is chosen, "" where it has none."""
        product = self.list.chosen_product()
        return "" if product is None else _address(product)

    def menu(self) -> QMenu:
        """The verbs of the row that was clicked, or of the chosen ones where it is one of them."""
        row, numbers = self.list.current(), self.list.meant_numbers()
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._in_bin():
            menu.addAction(self.restore_button.text(), partial(self._restore, numbers))
            menu.addAction(self.empty_button.text(), partial(self._remove, numbers))
            return menu
        if row is not None and len(numbers) == 1:
            edit = menu.addAction(self.edit_button.text(), partial(self.edit_asked.emit, row.id))
            menu.setDefaultAction(edit)
            if link := _address(row):
                menu.addAction(self.code_button.text(), partial(self._show_code, link))
        menu.addAction(self.bin_button.text(), partial(self._bin, numbers))
        return menu

    @Slot()
    def show_code(self) -> None:
        """Show the chosen link as a code for the phone."""
        self._show_code(self._link())

    def _show_code(self, link: str) -> None:
        from ksdesk.ui.products.links.code import LinkCodeSheet

        self.code_sheet = LinkCodeSheet(link, "", self._page)
        self.code_sheet.open()

    @Slot()
    def _edit(self) -> None:
        self.edit_asked.emit(self.list.chosen_numbers()[0])

    @Slot()
    def bin(self) -> None:
        """Move the chosen products to the bin; no question, it can be undone."""
        self._bin(self.list.chosen_numbers())

    @Slot()
    def bin_current(self) -> None:
        """As the menu of the current row does it."""
        self._bin(self.list.meant_numbers())

    def _bin(self, numbers: list[int]) -> None:
        if numbers and not self._in_bin():
            said = self.tr("%n moved to the bin: {names}", "", len(numbers))
            text = self.tr("move to the bin")
            self._write(text, products.bin_, numbers, said=said)

    @Slot()
    def restore(self) -> None:
        """Bring the chosen products back from the bin."""
        self._restore(self.list.chosen_numbers())

    def _restore(self, numbers: list[int]) -> None:
        said = self.tr("%n brought back: {names}", "", len(numbers))
        self._write(self.tr("bring back"), products.restore, numbers, said=said)

    @Slot()
    def remove(self) -> None:
        """Delete the chosen products for good, after one question."""
        self._remove(self.list.chosen_numbers())

    def _remove(self, numbers: list[int]) -> None:
        def ask(names: str) -> None:
            self.ctx.ask.question(
                self._page,
                self.tr("Delete %n for good?", "", len(numbers)),
                self.tr(
                    "{names}. This cannot be undone, and the profit leaves orders out whose"
                    " cost is gone."
                ).format(names=names),
                self.tr("Delete for good"),
                lambda: self.ctx.write(self._page, "", products.remove, numbers),
            )

        self._name(numbers, ask)

    def _write(
        self, text: str, action: Callable[..., Any], numbers: list[int], *, said: str
    ) -> None:
        def tell(names: str) -> None:
            self.ctx.notice(said.format(names=names), undo=True)

        def done(_changes: object) -> None:
            self._name(numbers, tell)

        self.ctx.write(self._page, text, action, numbers, self.ctx.clock(), done=done)

    def _name(self, numbers: list[int], tell: Callable[[str], None]) -> None:
        """Read what the products are called: their rows may be out of sight."""

        def done(found: Sequence[Product]) -> None:
            tell(some_text([named(product) for product in found], len(numbers)))

        self.ctx.jobs.run(self._page, self.ctx.reader.products.some, numbers[:NAMED], done=done)


def _address(product: Product) -> str:
    """The web address of a product, "" where it has none."""
    link = product.link.strip()
    return link if link.startswith(("https://", "http://")) else ""
