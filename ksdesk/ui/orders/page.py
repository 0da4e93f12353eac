"""订单: what is to be shipped first, and every order of the imported files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from ksdesk.actions.orders import shipping
from ksdesk.domain.imports import Preview
from ksdesk.domain.orders.list import SHOWN, FoundOrders, OrderQuery, ShownOrder
from ksdesk.domain.orders.queue import ShippingQueue, ToShip
from ksdesk.ui.imports.bringing import Bringing
from ksdesk.ui.orders import PAGE
from ksdesk.ui.orders.desk import ShippingDesk
from ksdesk.ui.orders.empty import greyed_orders
from ksdesk.ui.orders.find_bar import OrderFindBar
from ksdesk.ui.orders.finder import OrderFinder
from ksdesk.ui.orders.list_view import OrderTable
from ksdesk.ui.orders.one import OneOrder
from ksdesk.ui.orders.paper_out import OrderExport
from ksdesk.ui.orders.queue_line import QueueLine
from ksdesk.ui.orders.words import is_checked
from ksdesk.ui.parts.buttons import MainButton, SecondButton, TextButton
from ksdesk.ui.parts.drop import TABLE_SUFFIXES, FileDrop
from ksdesk.ui.parts.page_header import PageHeader
from ksdesk.ui.parts.side_row import SideRow
from ksdesk.ui.parts.states import EmptyState
from ksdesk.ui.shell.book_page import BookPage
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.kept_list import KeptList
from ksdesk.ui.shell.latest import Latest

if TYPE_CHECKING:  # it brings numpy, which the first reading loads
    from ksdesk.domain.orders.finding import OrderList


@dataclass(frozen=True)
class SeenOrders:
    """What a page begins with: `orders` are there where that took no reading; `any`: the book has
    some.
    """

    queue: ShippingQueue
    orders: OrderList | None
    any: bool


class OrdersPage(BookPage):
    """The list with its search and filters; an order is opened at the right.

    `bar` searches, `list` shows, `row` holds what was opened. What is shown always answers what
    stands in `bar`.
    """

    spec = PAGE

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._jumping = Latest(ctx, self)
        self._shown: OrderQuery | None = None
        self._wanted: int | None = None
        self.desk = ShippingDesk(ctx, self)
        self.bringing = Bringing(ctx, self, "orders")
        self.bringing.imported.connect(self._imported)
        self.bringing.troubled.connect(self.show_state)
        self.bringing.failed.connect(self.show_trouble)
        self.bringing.settled.connect(self.try_again)
        said = self.tr("Let go: the file is read here, and shown before anything is kept")
        FileDrop(self, TABLE_SUFFIXES, said=said).dropped.connect(self.bringing.dropped)
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.addWidget(self._make_header())
        column.addWidget(self.bringing.drafts)
        self.empty = self._make_empty()
        self.states.addWidget(self.empty)
        self.loading = self.filled = self._make_list()  # its rows are grey blocks until read
        self.show_state(self.filled)
        column.addWidget(self.states, 1)
        self.keep_for_filled(self.import_button, self.more_button)
        for keys, slot in (
            (QKeySequence.StandardKey.Find, self.start_search),
            (QKeySequence.StandardKey.Paste, self.bringing.paste),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    # -- building ----------------------------------------------------------------------------

    def _make_header(self) -> PageHeader:
        self.import_button = MainButton(self.tr("Import orders"), "import")
        self.import_button.clicked.connect(self.bringing.choose_files)
        sentence = self.tr("What is to be shipped first, and every order of your files")
        self.more_button = SecondButton(self.tr("Shipping"), trailing="chevron_down", height=40)
        self.more_button.clicked.connect(self.open_more)
        buttons = (self.more_button, self.import_button)
        self.header = PageHeader(self.tr("Orders"), sentence, buttons)
        return self.header

    def _make_empty(self) -> EmptyState:
        main = MainButton(self.tr("Import orders"), "import")
        main.clicked.connect(self.bringing.choose_files)
        second = SecondButton(self.tr("Look at the sample"), height=40)
        second.clicked.connect(self._see_sample)
        link = TextButton(self.tr("Where the orders are exported ›"), small=True, inline=True)
        link.clicked.connect(self._where_exported)
        state = EmptyState(
            "orders",
            self.tr("No orders yet"),
            self.tr(
                "Export the orders in the shop's back office and drop the file here. Names, phone"
                " numbers and addresses of buyers are left out."
            ),
            main=main,
            second=second,
            footer=self.tr("You can also copy cells in Excel and press Ctrl+V here."),
            link=link,
            preview=greyed_orders,
            suffixes=TABLE_SUFFIXES,
        )
        state.dropped.connect(self.bringing.dropped)
        return state

    def _make_list(self) -> QWidget:
        self.bar = OrderFindBar()
        self.finder = OrderFinder(self.ctx, self.bar.query, self)
        self.finder.found.connect(self._show_found)
        self.finder.failed.connect(self.show_trouble)
        self.bar.changed.connect(self.finder.answer)
        self.check_button = SecondButton(self.tr("Check"), "check")
        self.check_button.clicked.connect(self.check_chosen)
        self.number_button = SecondButton(self.tr("Tracking numbers"))
        self.number_button.clicked.connect(self.number_chosen)
        self.export_button = SecondButton(self.tr("Export"), "export", trailing="chevron_down")
        self.out = OrderExport(self.ctx, self.export_button, self.tr("Orders"), self._numbers)
        self.export_button.clicked.connect(self.out.open)
        buttons = (self.export_button, self.check_button, self.number_button)
        self.list = OrderTable(self.ctx, buttons)
        self.bar.left_down.connect(self.list.enter)
        self.list.chosen.connect(self._offer)
        self.list.next_asked.connect(self._do_next)
        self.list.table.menu_asked.connect(self.open_menu)
        self.list.model.checked_changed.connect(self._offer)
        self.list.opened.connect(self.open_order)
        self.list.failed.connect(self.show_trouble)
        self.list.cleared.connect(self._show_all)
        KeptList(self.ctx, self.list.table, "orders")
        self.row = SideRow(self.list)
        self.line = QueueLine(self.ctx)
        self.line.hours_asked.connect(self.desk.ask_hours)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.bar)
        column.addWidget(self.line)
        column.addWidget(self.row, 1)
        return whole

    @Slot()
    def _see_sample(self) -> None:
        self.ctx.switch_shop(True)

    @Slot()
    def _where_exported(self) -> None:
        self.ctx.navigate("guide", "section:reports")

    # -- reading -----------------------------------------------------------------------------

    def refresh(self) -> None:
        self.list.table.set_loading(not self._answered)
        super().refresh()

    def question(self) -> Callable[[], SeenOrders]:
        return partial(_see, self.ctx)

    def show_answer(self, seen: SeenOrders) -> QWidget:
        if not self._answered:
            self.bringing.look_for_drafts()
            if not seen.queue.rows:
                self.bar.chips.set_value("all")
        self.desk.queue = seen.queue
        self.line.show_queue(seen.queue, self.ctx.clock())
        self.list.set_queue(seen.queue)
        one = self.row.content()
        if isinstance(one, OneOrder):
            one.refresh()
        first = [one.order.id for one in seen.queue.rows]
        self.finder.begin(seen.orders, first, some=seen.any)
        if self.bringing.trouble is not None:
            return self.bringing.trouble
        return self.filled if seen.any else self.empty

    @Slot(object, object, object)
    def _show_found(self, query: OrderQuery, found: FoundOrders, total: int | None) -> None:
        anew = query != self._shown
        queued = query.show == "to_ship"
        self.list.set_queued(queued)
        self.line.setVisible(queued and self.line.speaks)
        self._offer()
        self.bar.set_counts(found.counts)
        self._shown = query
        if not found.ids:
            self.list.table.set_empty(*self._why_empty(query))
        self.list.show_found(found, total, anew=anew, then=self._first_shown)

    def _first_shown(self) -> None:
        """The rows in sight are there; what takes longer is read from now on."""
        self._choose_wanted()
        self.finder.read_on()

    def _why_empty(self, query: OrderQuery) -> tuple[str, str]:
        if query.words:
            return self.tr("No order has this"), self.tr("Clear the search")
        if query.show == "to_ship":
            return self.tr("Nothing is to be shipped now"), self.tr("Show all orders")
        return self.tr("No orders here"), self.tr("Show all orders")

    @Slot()
    def _show_all(self) -> None:
        if self.bar.query().words:
            self.bar.clear_search()
        else:
            self.bar.clear()

    def _numbers(self, filtered: bool) -> Sequence[int]:
        """The numbers of what is shown, or of every order."""
        orders = self.finder.orders
        if filtered or orders is None:
            return self.list.ids()
        return orders.find(OrderQuery(show="all")).ids

    # -- shipping ----------------------------------------------------------------------------

    def _chosen(self) -> list[ToShip]:
        return self._to_ship(self.list.chosen_numbers())

    def _to_ship(self, numbers: Sequence[int]) -> list[ToShip]:
        return [one for one in map(self.list.waiting, numbers) if one is not None]

    @Slot()
    def _offer(self, _row: object = None) -> None:
        """What can be done with the chosen orders."""
        queued = self.bar.query().show == "to_ship"
        for button in (self.check_button, self.number_button):
            button.setVisible(queued)
        if self._chosen():
            self.check_button.enable()
        else:
            self.check_button.disable(self.tr("Choose orders above"))

    @Slot()
    def open_more(self) -> None:
        """What is done with all that is to be shipped."""
        menu = QMenu(self.more_button)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(self.tr("Picking list…"), self.desk.pick)
        menu.addAction(self.tr("Shipping list for another computer…"), self.desk.hand_over)
        menu.addAction(self.tr("Tracking numbers…"), self.number_chosen)
        menu.addAction(self.tr("Save the table for batch shipping…"), self.desk.save_numbers)
        menu.addAction(self.tr("Your hours of shipping…"), self.desk.ask_hours)
        menu.popup(self.more_button.mapToGlobal(QPoint(0, self.more_button.height() + 4)))

    @Slot(object)
    def _do_next(self, one: ToShip) -> None:
        """Check it, and once that is done give it its number; where its goods are not there, that
        is dealt with first.
        """
        order = self.list.order(one.order.id)
        if order is not None and order.stock_case:
            self.desk.go_on_with_case(order.stock_case)
            return
        step = self.desk.number if is_checked(one) else self.desk.check
        step([one])

    @Slot()
    def check_chosen(self) -> None:
        """Check the chosen orders before they are shipped."""
        self.desk.check(self._chosen())

    @Slot()
    def number_chosen(self) -> None:
        """Give the chosen orders numbers of parcels, or all that have none yet."""
        self.desk.number(self._chosen())

    def menu(self) -> QMenu:
        """What can be done with the order that was clicked, or with the chosen ones where it is
        one of them, if they wait."""
        chosen = self._to_ship(self.list.meant_numbers())
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for text, do in (
            (self.tr("Check before shipping…"), self.desk.check),
            (self.tr("Tracking numbers…"), self.desk.number),
            (self.tr("Take the tracking numbers off"), self.desk.take_numbers_back),
            (self.tr("A delay was announced (报备)…"), self.desk.announce),
        ):
            menu.addAction(text, partial(do, chosen)).setEnabled(bool(chosen))
        if len(chosen) == 1:
            self._add_of_one(menu, chosen[0])
        return menu

    def _add_of_one(self, menu: QMenu, one: ToShip) -> None:
        """What concerns a single order: the buyer's other ones, goods that are not there."""
        group = self.desk.queue.together(one.order.id)
        if group:
            text = self.tr("Ship %n orders of this buyer in one parcel…", "", len(group))
            menu.addAction(text, partial(self.desk.number_together, group))
        order = self.list.order(one.order.id)
        if order is None or one.done:
            return
        lines = [line for line in order.lines if line.waits and not line.gift]
        for line in lines:
            text = self.tr("Not there: what now…")
            if len(lines) > 1:
                text = self.tr("Not there: {goods}…").format(goods=line.name.replace("&", "&&"))
            menu.addAction(text, partial(self.desk.begin_case, order, line))

    @Slot(QPoint)
    def open_menu(self, place: QPoint) -> None:
        """The verbs of the orders that are meant there, where they are to be shipped."""
        if self._to_ship(self.list.meant_numbers()):
            self.menu().popup(place)

    # -- one order ---------------------------------------------------------------------------

    @Slot(object)
    def open_order(self, order: ShownOrder) -> None:
        """Show all that the book knows of an order at the right."""
        one = OneOrder(self.desk, order.order_no)
        one.closed.connect(self.row.close_side)
        self.row.open(one)

    def _choose_wanted(self) -> None:
        if self._wanted is not None and self.list.select(self._wanted):
            self._wanted = None

    def jump(self, target: str) -> None:
        """An order by its number, or one of the list's chips."""
        if target in SHOWN:
            self.bar.restore({"search": "", "filter": target})
        elif target:
            read = self.ctx.reader.order_list.one
            self._jumping.ask(read, target, done=self._jumped)

    def _jumped(self, order: ShownOrder | None) -> None:
        if order is None:
            self.ctx.notice(self.tr("This order is in no imported file"))
            return
        self._wanted = order.id
        self.bar.clear()
        self.open_order(order)

    # -- position ----------------------------------------------------------------------------

    @Slot()
    def start_search(self) -> None:
        """Type a search."""
        self.bar.search.edit.setFocus()
        self.bar.search.edit.selectAll()

    @Slot(object)
    def _imported(self, preview: Preview) -> None:
        from ksdesk.ui.imports.arrived import arrived_words

        today, lines = self.ctx.clock().date(), self.bringing.runner.lines
        work = partial(arrived_words, self.ctx.reader, preview, lines, today)
        self.ctx.jobs.run(self, work, done=partial(self.ctx.notice, undo=True))

    def reading(self) -> bool:
        return self.bringing.busy

    def state(self) -> dict[str, Any]:
        return {**self.bar.state(), "widths": self.list.table.own_widths()}

    def restore(self, state: dict[str, Any]) -> None:
        self.list.table.set_own_widths(state.get("widths", {}))
        self.bar.restore(state)


def _see(ctx: Context) -> SeenOrders:
    index = ctx.reader.order_index
    queue = shipping.look(ctx.reader, ctx.rules(), ctx.clock())
    return SeenOrders(queue, index.kept(), index.any())
