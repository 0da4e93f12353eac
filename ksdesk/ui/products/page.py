"""商品: own goods and links from other platforms, kept ready to list."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from ksdesk.actions.today import CASE_TARGET
from ksdesk.domain.imports import Batch, Preview
from ksdesk.domain.products import Product
from ksdesk.domain.products.list import Catalogue, Query
from ksdesk.ui.exports.button import ExportMenu
from ksdesk.ui.exports.template import Templates
from ksdesk.ui.imports.bringing import Bringing
from ksdesk.ui.parts.buttons import MainButton, SecondButton, TextButton
from ksdesk.ui.parts.drop import TABLE_SUFFIXES, FileDrop
from ksdesk.ui.parts.lazy_rows import LazyRows
from ksdesk.ui.parts.page_header import PageHeader
from ksdesk.ui.parts.side_row import SideRow
from ksdesk.ui.parts.states import EmptyState
from ksdesk.ui.products import PAGE
from ksdesk.ui.products.catalogue import NEWEST, CatalogueDesk, Sort
from ksdesk.ui.products.chosen import ChosenFoot
from ksdesk.ui.products.deposit_banner import DepositBanner
from ksdesk.ui.products.empty import greyed_list
from ksdesk.ui.products.find_bar import FindBar
from ksdesk.ui.products.links.card import LinksCard
from ksdesk.ui.products.many import ManyProducts
from ksdesk.ui.products.nothing import why_empty
from ksdesk.ui.products.one import OneProduct
from ksdesk.ui.products.pasting import Pasting
from ksdesk.ui.shell.book_page import BookPage
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.kept_list import KeptList

if TYPE_CHECKING:
    from ksdesk.exports import Sheet
    from ksdesk.ui.products.running_sheet import RunningOrderSheet

RUNNING = "running:"


class ProductsPage(BookPage):
    """The list, its search and filters, the bin; a product is written in a sheet.

    `bar` searches, `list` shows (with room for a bar at its foot), `row` holds what comes in at
    the right. What is shown always answers what stands in `bar`.
    """

    spec = PAGE

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self.desk = CatalogueDesk(ctx, self)
        self.desk.arrived.connect(self._show)
        self.desk.failed.connect(self.show_trouble)
        self.one = OneProduct(ctx, self)
        self._shown: Query | None = None
        self._wanted: int | None = None
        self._way_back = ""
        self.pasting = Pasting(ctx, self)
        self.many = ManyProducts(ctx, self, self._on_screen, self._let_go)
        self.templates = Templates(ctx, self)
        self.bringing = Bringing(ctx, self, "products")
        self.bringing.imported.connect(self._imported)
        self.bringing.troubled.connect(self.show_state)
        self.bringing.failed.connect(self.show_trouble)
        self.bringing.settled.connect(self.try_again)
        said = self.tr("Let go: the table is read as products")
        FileDrop(self, TABLE_SUFFIXES, said=said).dropped.connect(self.bringing.dropped)
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.addWidget(self._make_header())
        self.banner = DepositBanner(ctx, self)
        self.banner.failed.connect(self.show_trouble)
        column.addWidget(self.banner)
        column.addWidget(self.bringing.drafts)
        self.empty = self._make_empty()
        self.states.addWidget(self.empty)  # what has no owner dies wherever rubbish is collected
        self.loading = self.filled = self._make_list()  # its rows are grey blocks until read
        self.show_state(self.filled)
        column.addWidget(self.states, 1)
        self.keep_for_filled(self.new_button, self.paste_button, self.more_button)
        self._make_shortcuts()

    def _make_shortcuts(self) -> None:
        standard, whole = QKeySequence.StandardKey, Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, owner, context, slot in (
            (standard.Paste, self, whole, self.paste),
            (standard.Find, self, whole, self.start_search),
            (
                standard.Delete,
                self.list.table,
                Qt.ShortcutContext.WidgetShortcut,
                self.foot.bin_current,
            ),
        ):
            shortcut = QShortcut(QKeySequence(keys), owner)
            shortcut.setContext(context)
            shortcut.activated.connect(slot)

    def _make_header(self) -> PageHeader:
        self.more_button = SecondButton(self.tr("More"), trailing="chevron_down", height=40)
        self.more_button.clicked.connect(self.open_more)
        self.paste_button = SecondButton(self.tr("Paste link"), "link", height=40)
        self.paste_button.clicked.connect(self.paste)
        self.new_button = MainButton(self.tr("New product"), "plus")
        self.new_button.clicked.connect(self.one.new)
        sentence = self.tr("Your own goods and links from other platforms, ready to list")
        self.header = PageHeader(
            self.tr("Products"), sentence, (self.more_button, self.paste_button, self.new_button)
        )
        return self.header

    @Slot()
    def open_more(self) -> None:
        """The ways that are not taken every day."""
        menu = QMenu(self.more_button)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(self.tr("Products from a table…"), self.bringing.choose_files)
        template = self.tr("Save the empty table to fill in…")
        menu.addAction(template, partial(self.templates.save, "products"))
        menu.addAction(self.tr("Imports"), self.show_imports)
        menu.addAction(self.tr("Edit as a table (Ctrl+E)"), self.many.edit_as_table)
        menu.addSeparator()
        menu.addAction(self.tr("Running order of a live"), self.open_running)
        menu.addAction(self.tr("Sold out and running low"), self.open_stock)
        menu.popup(self.more_button.mapToGlobal(QPoint(0, self.more_button.height() + 4)))

    def _make_empty(self) -> EmptyState:
        new = MainButton(self.tr("New product"), "plus")
        new.clicked.connect(self.one.new)
        paste = SecondButton(self.tr("Paste link"), height=40)
        paste.clicked.connect(self.paste)
        table = TextButton(self.tr("Import a table of products ›"), small=True, inline=True)
        table.clicked.connect(self.bringing.choose_files)
        return EmptyState(
            "products",
            self.tr("No products yet"),
            self.tr("Write down what you sell yourself, or paste a link from another platform."),
            main=new,
            second=paste,
            footer=self.tr("A copied share text can be pasted here with Ctrl+V as well."),
            link=table,
            preview=greyed_list,
        )

    def _make_list(self) -> QWidget:
        self.bar = FindBar(self._categories)
        self.bar.changed.connect(self._show)
        self.export_button = TextButton(self.tr("Export"))
        self.ways = ExportMenu(self.ctx, self.export_button, self.tr("Products"), self._sheet)
        self.export_button.clicked.connect(self.ways.open)
        self.bar.row.addWidget(self.export_button, 0, Qt.AlignmentFlag.AlignTop)
        self.foot = ChosenFoot(self.ctx, self.bar, self)
        self.foot.edit_asked.connect(self.one.edit)
        self.list = self.foot.list
        self.list.opened.connect(self.edit)
        self.list.failed.connect(self.show_trouble)
        self.list.sort_asked.connect(self.desk.sort_by)
        self.list.cleared.connect(self._go_back)
        KeptList(self.ctx, self.list.table, "products")
        self.bar.left_down.connect(self.list.enter)
        self.list.model.checked_changed.connect(self._choose_many)
        self.list.table.menu_asked.connect(self.open_row_menu)
        self.row = SideRow(self.list)
        self.pasting.wanted.connect(self._show_pasted)
        self.pasting.closed.connect(self.row.close_side)
        self.pasting.by_hand.connect(self.one.write_by_hand)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.bar)
        column.addWidget(self.row, 1)
        return whole

    def refresh(self) -> None:
        self.banner.refresh()
        self.list.table.set_loading(self.desk.catalogue is None)
        super().refresh()

    def question(self) -> Callable[[], tuple[Catalogue, Sort]]:
        return self.desk.question()

    def show_answer(self, answer: tuple[Catalogue, Sort]) -> QWidget:
        if not self._answered:
            self.list.set_bar(self.many.bar)
            self.bringing.look_for_drafts()
        self.desk.take(*answer)
        if self.bringing.trouble is not None:
            return self.bringing.trouble
        return self.filled if len(answer[0]) else self.empty

    @Slot()
    def _show(self) -> None:
        """Show what answers the search as it stands, as soon as all is here that it needs."""
        catalogue, query = self.desk.catalogue, self.bar.query()
        if catalogue is None or not catalogue.ready_for(query):
            return
        found = catalogue.find(query)
        anew = query != self._shown
        self.list.show_found(found, catalogue, anew=anew, then=self._choose_wanted)
        self.bar.set_counts(found.counts)
        self._shown = query
        if not found.ids:
            self._tell_empty(found.counts)

    def _tell_empty(self, counts: Mapping[str, int]) -> None:
        bar = self.bar
        why = why_empty(bar.query().show, bar.chip_name(), bar.looked_for(), counts)
        self.list.table.set_empty(why.words, why.action)
        self._way_back = why.chip

    @Slot()
    def _go_back(self) -> None:
        """From an empty list to where the products are."""
        if self._way_back:
            self.bar.choose(self._way_back)
        else:
            self.clear_filter()

    def _choose_wanted(self) -> None:
        if self._wanted is not None and self.list.select(self._wanted):
            self._wanted = None

    def _categories(self, query: Query) -> Mapping[str, int]:
        catalogue = self.desk.catalogue
        return catalogue.categories(query) if catalogue and catalogue.texts else {}

    def _sheet(self, filtered: bool) -> Sheet:
        """What is exported: the rows as they are shown, or all (of the bin, while it is open)."""
        from ksdesk.ui.products.table_out import products_sheet

        ids = self.list.ids()
        if not filtered and self.desk.catalogue is not None:
            show = "bin" if self.bar.query().show == "bin" else "all"
            ids = self.desk.catalogue.find(Query(show=show)).ids
        return products_sheet(self.tr("Products"), LazyRows(ids, self._whole))

    def _whole(self, ids: Sequence[int]) -> list[Product]:
        found = {product.id: product for product in self.ctx.reader.products.some(ids)}
        return [found[number] for number in ids if number in found]

    # -- many at once, stock, a live's order, links as codes

    def _on_screen(self) -> Sequence[int]:
        return self.list.ids()

    def _let_go(self) -> None:
        self.list.model.set_checked(())

    @Slot()
    def _choose_many(self) -> None:
        checked = self.list.model.checked()
        self.many.choose([number for number in checked if isinstance(number, int)])

    @Slot()
    def open_stock(self) -> None:
        """Show what is sold out and what runs low."""
        from ksdesk.ui.products.stock.sheet import open_stock

        self.stock_sheet = open_stock(self, self.ctx)

    @Slot()
    def open_running(self) -> RunningOrderSheet:
        """Make the running order of a live, of what is checked to begin with."""
        from ksdesk.ui.products.running_sheet import RunningOrderSheet

        checked = [n for n in self.list.model.checked() if isinstance(n, int)]
        self.running_sheet = RunningOrderSheet(self.ctx, self, checked)
        self.running_sheet.open()
        return self.running_sheet

    @Slot(QPoint)
    def open_row_menu(self, place: QPoint) -> None:
        """What can be done with the current row, or with those chosen with it."""
        from ksdesk.ui.products.row_menu import add_row_actions

        row = self.list.current()
        if row is None:
            return
        several = len(self.list.meant_numbers()) > 1

        def show(whole: Product | None) -> None:
            menu = self.foot.menu()
            if whole is not None and whole.binned_at is None and not several:
                menu.addSeparator()
                add_row_actions(menu, self, self.ctx, whole)
            menu.popup(place)

        self.one.read(row.id, show)

    @Slot()
    def clear_filter(self) -> None:
        """Show everything again."""
        self.bar.clear()

    @Slot()
    def start_search(self) -> None:
        """Type a search."""
        self.bar.search.edit.setFocus()
        self.bar.search.edit.selectAll()

    @Slot()
    def paste(self) -> None:
        """Take what lies in the clipboard: links of other platforms, or a table of products."""
        from ksdesk.actions import imports  # its readers of files are for whoever needs them

        text = QGuiApplication.clipboard().text().strip()
        if not text:
            self.ctx.notice(self.tr("The clipboard is empty; copy a link or share text first"))
        elif imports.is_table(text):
            self.bringing.take_text(text)
        else:
            self.pasting.take(text)

    @Slot(object)
    def _imported(self, preview: Preview) -> None:
        from ksdesk.ui.imports.arrived import arrived_words

        today, lines = self.ctx.clock().date(), self.bringing.runner.lines
        work = partial(arrived_words, self.ctx.reader, preview, lines, today)
        self.ctx.jobs.run(self, work, done=partial(self.ctx.notice, undo=True))

    @Slot()
    def show_imports(self) -> None:
        """All imports, to take one back."""
        self.ctx.jobs.run(self, self.ctx.reader.batches.recent, done=self._show_imports)

    def _show_imports(self, batches: tuple[Batch, ...]) -> None:
        self.bringing.batches = batches
        self.bringing.show_records()

    def reading(self) -> bool:
        return self.bringing.busy

    @Slot(object)
    def _show_pasted(self, card: LinksCard) -> None:
        self.show_state(self.filled)
        self.row.open(card)

    @Slot(object)
    def edit(self, product: Product) -> None:
        """Open a product; one from the bin has to be brought back first."""
        self.one.edit(product.id)

    def jump(self, target: str) -> None:
        """A product by its number, a running order ("running:3"), a case, or what runs out."""
        if target.startswith(CASE_TARGET):
            from ksdesk.ui.products.stock.sheet import open_case

            number = int(target.removeprefix(CASE_TARGET))
            self.case_sheet = open_case(self, self.ctx, number)
        elif target.startswith(RUNNING):
            self.open_running().show_kept(int(target.removeprefix(RUNNING)))
        elif target == "low":
            self.bar.restore({"search": "", "filter": target})
        else:
            self._wanted = int(target) if target.isdigit() else None
            self.clear_filter()

    def state(self) -> dict[str, Any]:
        widths = self.list.table.own_widths()
        return {**self.bar.state(), "sort": self.desk.sort, "widths": widths}

    def restore(self, state: dict[str, Any]) -> None:
        self.list.table.set_own_widths(state.get("widths", {}))
        self.desk.sort_by(*state.get("sort", NEWEST))
        self.list.set_sort(*self.desk.sort)
        self.bar.restore(state)
