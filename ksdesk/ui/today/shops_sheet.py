"""几家店一起看: one table over all shops of this computer; it only reads."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ksdesk.actions import shops
from ksdesk.actions.shops import Shop
from ksdesk.actions.today.other_shops import ClocksRunning, ShopToday, of_other, of_shop
from ksdesk.domain.today import Item
from ksdesk.ui.parts.buttons import MainButton, SecondButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.labels import Divider, Label, small
from ksdesk.ui.parts.scroll import PageScroll
from ksdesk.ui.parts.task_row import TaskRow
from ksdesk.ui.parts.texts import (
    NOTHING,
    clock_text,
    count_text,
    counted,
    day_text,
    money_text,
    weekday_text,
)
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.latest import Latest
from ksdesk.ui.shell.page import NARROW_BELOW
from ksdesk.ui.today import shop_words, words

WIDTH, MOST = 1040, 12
COLUMNS, ORDERS = 7, 2


class _TableCard(Card):
    """`clicked(line)` of its grid, wherever there is no button."""

    clicked = Signal(int)

    def __init__(self, grid: QGridLayout, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self._grid = grid

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        y = event.position().toPoint().y()
        rows = (self._grid.cellRect(line, 0) for line in range(self._grid.rowCount()))
        hit = [line for line, room in enumerate(rows) if room.top() <= y <= room.bottom()]
        if hit and event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(hit[0])


class ShopsSheet(SheetDialog):
    """`rows` by a shop's short name. Each shop is read by a job of its own, as they come."""

    scrolls = True

    def __init__(self, ctx: Context, parent: QWidget) -> None:
        room = parent.window().width()
        wide = max(720, min(WIDTH, room - 64))
        super().__init__(self.tr("All shops together"), name="shops", width=wide, parent=parent)
        self._narrow, self._tight = room < NARROW_BELOW, room < wide
        self.ctx, self._latest = ctx, Latest(ctx, self)
        self._shops: tuple[Shop, ...] = ()
        self.found: dict[str, ShopToday] = {}
        self.area = PageScroll(self)
        self.grant(self.area, 420)
        self.add(self.area, 1)
        close = MainButton(self.tr("Close"), height=32)
        close.clicked.connect(self.accept)
        self.again_button = SecondButton(self.tr("Count again"), "refresh", height=32)
        self.again_button.clicked.connect(self.count)
        self.set_buttons(close, self.again_button)
        self.count()

    @Slot()
    def count(self) -> None:
        """Read all shops again."""
        self.found = {}
        self._latest.ask(shops.listed, self.ctx.paths, done=self._listed)

    def _listed(self, found: tuple[Shop, ...]) -> None:
        self._shops = found
        now = self.ctx.clock()
        moment = f"{day_text(now.date())} {weekday_text(now.date(), long=True)} {clock_text(now)}"
        told = counted(
            len(found),
            self.tr("1 book on this computer; nothing is changed here"),
            self.tr("{n} books on this computer; nothing is changed here"),
        )
        self.set_sentence(f"{moment} · {told}")
        self._show()
        for shop in found:
            self.ctx.jobs.run(self, _read, self.ctx, shop, done=self._counted)

    def _counted(self, one: ShopToday) -> None:
        self.found[one.shop.slug] = one
        self._show()

    def is_open(self, shop: Shop) -> bool:
        """Whether it is the one whose pages stand behind."""
        return not self.ctx.sample and shop.slug == self.ctx.paths.shop

    def open_shop(self, slug: str, _checked: bool = False) -> None:
        """Close, and go to that shop."""
        self.accept()
        self.ctx.open_shop(slug)

    # -- showing -----------------------------------------------------------------------------

    def _show(self) -> None:
        while item := self.area.body.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.area.body.addWidget(self._table())
        if due := self._due():
            self.area.body.addWidget(due)
        self.area.body.addStretch(1)

    def _table(self) -> Card:
        grid = QGridLayout()
        card = _TableCard(grid, self.area)
        grid.setHorizontalSpacing(8 if self._tight else 16 if self._narrow else 24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        grid.setColumnMinimumWidth(0, 160)  # why a book cannot be read stands there
        heads = (
            self.tr("Shop"),
            self.tr("Sold today ¥"),
            self.tr("Orders"),
            self.tr("To ship"),
            self.tr("Clocks running"),
            self.tr("Is the deposit enough"),
        )
        for place, head in enumerate(heads):
            side = Qt.AlignmentFlag.AlignRight if 0 < place < 4 else Qt.AlignmentFlag.AlignLeft
            grid.addWidget(small(head, elide=True, parent=card), 0, place, side)
        for number, shop in enumerate(self._shops):
            line = 2 * number + 1
            grid.addWidget(Divider("grid", card), line, 0, 1, COLUMNS)
            self._fill_row(grid, line + 1, shop, card)
        last = 2 * len(self._shops) + 1
        grid.addWidget(Divider("border", card), last, 0, 1, COLUMNS)
        self._fill_sums(grid, last + 1, card)
        for line in range(grid.rowCount() if self._narrow else 0):
            cell = grid.itemAtPosition(line, ORDERS)  # the count of orders gives way first
            if cell is not None and isinstance(label := cell.widget(), Label):
                label.hide()
        card.add_layout(grid)
        card.clicked.connect(self._clicked)
        return card

    @Slot(int)
    def _clicked(self, line: int) -> None:
        """A row opens its shop, the open one closes the sheet."""
        if line % 2 or not 0 <= line // 2 - 1 < len(self._shops):
            return
        shop = self._shops[line // 2 - 1]
        one = self.found.get(shop.slug)
        if self.is_open(shop):
            self.accept()
        elif one is None or not one.trouble or one.trouble in shop_words.OPENED:
            self.open_shop(shop.slug)

    def _called(self, shop: Shop) -> str:
        return shop.name or (shop.path.name if shop.trouble else self.tr("My shop"))

    def _fill_row(self, grid: QGridLayout, line: int, shop: Shop, card: Card) -> None:
        one = self.found.get(shop.slug)
        now, called = self.ctx.clock(), self._called(shop)
        grid.addWidget(shop_words.named(called, shop_words.until(one, now)), line, 0)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        known = one if one is not None and not one.trouble else None
        figures = (
            money_text(known.sales) if known else NOTHING,
            count_text(known.orders) if known else NOTHING,
            count_text(known.to_ship) if known else NOTHING,
        )
        for place, text in enumerate(figures, 1):
            grid.addWidget(Label(text, parent=card), line, place, right)
        running = shop_words.clocks(known.clocks if known else None, stacked=self._tight)
        grid.addWidget(running, line, 4)
        grid.addWidget(shop_words.deposit(known, now), line, 5)
        if self.is_open(shop):
            grid.addWidget(small(self.tr("this one"), parent=card), line, 6, right)
        elif one is not None and one.trouble and one.trouble not in shop_words.OPENED:
            again = SecondButton(self.tr("Look again"), parent=card)
            again.clicked.connect(self.count)
            grid.addWidget(again, line, 6, right)
        else:
            opened = SecondButton(self.tr("Open"), trailing="chevron_right", parent=card)
            opened.setAccessibleName(f"{opened.text()} {called}")
            opened.clicked.connect(partial(self.open_shop, shop.slug))
            grid.addWidget(opened, line, 6, right)

    def _fill_sums(self, grid: QGridLayout, line: int, card: Card) -> None:
        known = [one for one in self.found.values() if not one.trouble]
        told = self.tr("of {n} shops that can be read").format(n=len(known))
        grid.addWidget(shop_words.named(self.tr("In all"), told), line, 0)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        sums = [
            [one for one in column if one is not None]
            for column in zip(*((k.sales, k.orders, k.to_ship) for k in known), strict=True)
        ] or [[], [], []]
        texts = (
            money_text(sum(sums[0])) if sums[0] else NOTHING,
            count_text(sum(sums[1])) if sums[1] else NOTHING,
            count_text(sum(sums[2])) if sums[2] else NOTHING,
        )
        for place, text in enumerate(texts, 1):
            grid.addWidget(Label(text, bold=True, parent=card), line, place, right)
        running = sum((one.clocks for one in known if one.clocks), ClocksRunning())
        told = shop_words.clocks_text(running)
        grid.addWidget(Label(told, bold=True, elide=True, parent=card), line, 4)
        short = sum(one.deposit is not None and one.deposit.state == "short" for one in known)
        text = self.tr("{n} not enough").format(n=short) if short else ""
        grid.addWidget(Label(text, bold=True, elide=True, parent=card), line, 5)

    def _due(self) -> Card | None:
        """What is late or due today over all shops, by the time that is left."""
        every = [(item, one) for one in self.found.values() for item in one.items]
        every.sort(key=lambda pair: (pair[0].due, pair[1].shop.slug))
        if not every:
            return None
        clocks = sum((one.clocks for one in self.found.values() if one.clocks), ClocksRunning())
        heading = self.tr("Late or due today: {n}").format(n=clocks.late + clocks.today)
        card = Card(heading, self.tr("all shops, by time left"), flush=True, parent=self.area)
        shown = every[:MOST]
        for number, (item, one) in enumerate(shown, 1):
            card.add(self._due_row(item, one, number < len(shown)))
        return card

    def _due_row(self, item: Item, one: ShopToday, line: bool) -> TaskRow:
        said = words.words_of(item, self.ctx.clock())
        here = self.is_open(one.shop)
        row = TaskRow(
            said.title,
            f"{self._called(one.shop)} · {said.reason}",
            icon=said.icon,
            tone=said.tone,
            pill=said.pill,
            when=said.when,
            verb=said.verb if here else self.tr("Open"),
            line=line,
            parent=self.area,
        )
        row.acted.connect(partial(self._go, item, one.shop))
        return row

    def _go(self, item: Item, shop: Shop) -> None:
        if not self.is_open(shop):
            self.open_shop(shop.slug)
            return
        self.accept()
        self.ctx.navigate(item.topic, item.target)


def _read(ctx: Context, shop: Shop) -> ShopToday:
    if not ctx.sample and shop.slug == ctx.paths.shop:
        return of_shop(shop, ctx.reader, ctx.rules(), ctx.clock())
    return of_other(shop, ctx.clock())
