"""The sheet in which the order of a live is made: pick, order, print, show in big type."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ksdesk.actions import notes
from ksdesk.actions.products import running
from ksdesk.actions.products.running import RunningLine
from ksdesk.domain.changes import Changes
from ksdesk.domain.products import Product
from ksdesk.domain.products.notes import RunningSheet
from ksdesk.domain.products.search_text import query_words
from ksdesk.exports.files import ExportProblem, replacing
from ksdesk.exports.running import SIZES, RunningRow, running_page
from ksdesk.storage import Reader
from ksdesk.ui.parts.buttons import Button, IconButton, MainButton, SecondButton, TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.choice import Choice
from ksdesk.ui.parts.date_field import DateField
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.fields import LineField
from ksdesk.ui.parts.focus import Ringed
from ksdesk.ui.parts.labels import small
from ksdesk.ui.parts.scroll import SightFirst
from ksdesk.ui.parts.texts import count_text, day_text, elide, moment_text, money_text
from ksdesk.ui.products.big_screen import BigScreen
from ksdesk.ui.products.running_view import RunningList
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.latest import Latest
from ksdesk.ui.shell.saved import say_saved
from ksdesk.ui.shell.trouble import headline

if TYPE_CHECKING:
    from ksdesk.ui.parts.paper import Paper

FOUND = 60
_PRODUCT = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class _Read:
    """All kept orders, the one asked for with its lines, and products to be put behind them."""

    kept: tuple[RunningSheet, ...]
    sheet: RunningSheet | None
    lines: tuple[RunningLine, ...]
    picked: tuple[Product, ...]


class RunningOrderSheet(SheetDialog):
    """Every change is kept at once, each with its undo; `numbers` are picked from the start."""

    scrolls = True
    keeps = True

    def __init__(self, ctx: Context, parent: QWidget, numbers: Sequence[int] = ()) -> None:
        super().__init__(
            self.tr("Running order of a live"),
            self.tr("Pick products at the left, drag them into order at the right."),
            name="running-order",
            width=960,
            parent=parent,
        )
        self.ctx = ctx
        self.sheet = self._fresh()
        self._sheets, self._choices, self._found = (Latest(ctx, self) for _ in range(3))
        self.add_layout(self._make_top())
        lists = QWidget(self)
        row = QHBoxLayout(lists)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._make_pick(), 2)
        row.addWidget(self._make_order(), 3)
        self.grant(lists, 360)
        self.add(lists, 1)
        self._make_buttons()
        self.finished.connect(self.deleteLater)
        self.resize(self.width(), max(self.height(), 620))
        self._load(numbers=numbers)
        self._search()
        self.search.setFocus()

    # -- building ----------------------------------------------------------------------------

    def _make_top(self) -> QHBoxLayout:
        self.which = Choice(name=self.tr("Which running order"))
        self.which.chosen.connect(self.show_kept)
        self.name = LineField(self.tr("Name"))
        self.name.finished.connect(self._rename)
        self.day = DateField(self.tr("Day of the live"))
        self.day.edited.connect(self._set_day)
        if self.low:
            self.fresh: Button = IconButton("plus", self.tr("Another one"), tone="accent_text")
            self.drop: Button = IconButton("trash", self.tr("Delete this one"), tone="accent_text")
        else:
            self.fresh = TextButton(self.tr("Another one"), "plus", small=True)
            self.drop = TextButton(self.tr("Delete this one"), "trash", small=True)
        self.fresh.clicked.connect(self._start_another)
        self.drop.clicked.connect(self._drop)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.name, 2)
        row.addWidget(self.day, 1)
        chooser = QVBoxLayout()
        chooser.setSpacing(4)
        chooser.addWidget(small(self.tr("Kept orders")))
        chooser.addWidget(self.which)
        row.addLayout(chooser, 2)
        for button in (self.fresh, self.drop):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        return row

    def _make_pick(self) -> Card:
        card = Card(flush=True)
        self.search = LineField("", icon="search", placeholder=self.tr("Title, code or pinyin"))
        self.search.edit.setAccessibleName(self.tr("Search products"))
        self.search.edited.connect(self._search)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(12, 12, 12, 8)
        column.addWidget(self.search)
        card.add(holder)
        self.found = _Choices()
        self.found.setFrameShape(QFrame.Shape.NoFrame)
        self.found.setAccessibleName(self.tr("Products to pick from"))
        self.found.itemActivated.connect(self._pick)
        self.search.edit.returnPressed.connect(self._pick_first)
        card.add(self.found, 1)
        self.pick_button = SecondButton(self.tr("Take it"), trailing="chevron_right")
        self.pick_button.clicked.connect(self._pick_current)
        card.add_footer((small(self.tr("Enter takes it")),), (self.pick_button,))
        return card

    def _make_order(self) -> Card:
        card = Card(self.tr("Order"), " ", flush=True)
        self.order_card = card
        self.order = RunningList()
        self.order.changed.connect(self._keep_lines)
        self.order.chosen.connect(self._show_line)
        card.add(self.order, 1)
        self.cue = LineField("", placeholder=self.tr("What to say: try it first, 50 left …"))
        self.cue.edit.setAccessibleName(self.tr("Cue for the streamer"))
        self.cue.finished.connect(self._keep_cue)
        self.up = IconButton("chevron_up", self.tr("Move up (Alt+Up)"))
        self.up.clicked.connect(partial(self.order.move_line, -1))
        self.down = IconButton("chevron_down", self.tr("Move down (Alt+Down)"))
        self.down.clicked.connect(partial(self.order.move_line, 1))
        self.out = IconButton("trash", self.tr("Take out (Delete)"))
        self.out.clicked.connect(self.order.drop_line)
        foot = card.add_footer((), (self.up, self.down, self.out))
        foot.insertWidget(0, self.cue, 20)
        return card

    def _make_buttons(self) -> None:
        self.big = MainButton(self.tr("Show in big type"), height=32)
        self.big.clicked.connect(self.show_big)
        self.print_button = SecondButton(self.tr("Print one page"), "print")
        self.print_button.clicked.connect(self.print_page)
        self.pdf = SecondButton(self.tr("Save as PDF"), "export")
        self.pdf.clicked.connect(self.save_pdf)
        close = SecondButton(self.tr("Close"))
        close.clicked.connect(self.accept)
        self.set_buttons(self.big, close, self.print_button, self.pdf)

    # -- which sheet ---------------------------------------------------------------------------

    def _usual_name(self) -> str:
        return self.tr("Live on {day}").format(day=day_text(self.ctx.clock().date()))

    def _fresh(self) -> RunningSheet:
        return RunningSheet(self._usual_name(), self.ctx.clock().date())

    def _load(self, number: int = 0, numbers: Sequence[int] = ()) -> None:
        """Read the sheet of a number, 0 for the newest, and the products to be put behind it."""
        self._sheets.ask(_read, self.ctx.reader, number, numbers, done=self._take)

    def _take(self, read: _Read) -> None:
        if read.sheet is not None:
            self._show(read.sheet, read.lines)
        self._offer(read.kept)
        for product in read.picked:
            self.order.append(RunningLine(product))

    def _show(self, sheet: RunningSheet, lines: Sequence[RunningLine]) -> None:
        self.sheet = sheet
        self.name.set_text(sheet.name)
        self.day.set_value(sheet.day)
        self.order.show_lines(lines)
        self._count()

    def _show_choices(self) -> None:
        self._choices.ask(running.sheets, self.ctx.reader, done=self._offer)

    def _offer(self, kept: Sequence[RunningSheet]) -> None:
        options: list[tuple[object, str]] = [(s.id, elide(s.name, 24)) for s in kept]
        if not self.sheet.id:
            options.insert(0, (0, self.tr("(not kept yet)")))
        self.which.set_options(options, self.sheet.id)
        self.drop.setEnabled(bool(self.sheet.id))

    @Slot(object)
    def show_kept(self, number: int) -> None:
        """Take up a kept running order by its number."""
        self._load(number)

    @Slot()
    def _start_another(self) -> None:
        self._sheets.drop()
        self._show(self._fresh(), ())
        self._show_choices()

    @Slot()
    def _drop(self) -> None:
        said = self.tr("{name} was deleted").format(name=self.sheet.name)
        now = self.ctx.clock()
        text = self.tr("delete a running order")
        self.ctx.write(self, text, notes.drop, self.sheet, now, done=partial(self._gone, said))

    def _gone(self, said: str, _changes: Changes) -> None:
        self.ctx.notice(said, undo=True)
        self._show(self._fresh(), ())
        self._load()

    # -- keeping -------------------------------------------------------------------------------

    def _keep(self, sheet: RunningSheet) -> None:
        self.sheet = sheet
        text = self.tr("change a running order")
        self.ctx.write(self, text, notes.keep, sheet, self.ctx.clock(), done=self._kept)

    def _kept(self, changes: Changes) -> None:
        assert isinstance(changes.ref, int)
        self.sheet = replace(self.sheet, id=changes.ref)
        self._show_choices()
        self._count()

    @Slot(object)
    def _keep_lines(self, lines: Sequence[RunningLine]) -> None:
        self._keep(replace(self.sheet, items=running.items(lines)))

    @Slot()
    def _rename(self) -> None:
        name = self.name.text().strip()
        if name and name != self.sheet.name:
            self._keep(replace(self.sheet, name=name))

    @Slot(object)
    def _set_day(self, _typed: object) -> None:
        if not self.day.is_wrong():
            self._keep(replace(self.sheet, day=self.day.value()))

    @Slot()
    def _keep_cue(self) -> None:
        self.order.set_cue(self.cue.text().strip())

    @Slot(object)
    def _show_line(self, line: RunningLine | None) -> None:
        self.cue.set_text("" if line is None else line.cue)
        self.cue.setEnabled(line is not None)
        for button in (self.up, self.down, self.out):
            button.setEnabled(line is not None)

    def _count(self) -> None:
        lines = self.order.lines()
        self.order_card.set_title(self.tr("Order"), self.tr("%n products", "", len(lines)))
        for button in (self.big, self.print_button, self.pdf):
            button.setEnabled(bool(lines))

    # -- picking -------------------------------------------------------------------------------

    @Slot(object)
    def _search(self, *_typed: object) -> None:
        words = query_words(self.search.text())
        self._found.ask(self.ctx.reader.products.find, words, FOUND, done=self._arrived)

    def _arrived(self, products: Sequence[Product]) -> None:
        self.found.clear()
        for product in products:
            item = QListWidgetItem(f"{product.title}   ¥{money_text(product.price)}")
            item.setData(_PRODUCT, product)
            self.found.addItem(item)
        self.found.setCurrentRow(0)
        self.pick_button.setEnabled(bool(products))

    @Slot()
    def _pick_current(self) -> None:
        item = self.found.currentItem()
        if item is not None:
            self._pick(item)

    @Slot()
    def _pick_first(self) -> None:
        self._pick_current()
        self.search.edit.selectAll()

    def _pick(self, item: QListWidgetItem) -> None:
        self.order.append(RunningLine(item.data(_PRODUCT)))

    # -- showing -------------------------------------------------------------------------------

    @Slot()
    def show_big(self) -> BigScreen:
        """Fill the screen with one product after another."""
        self.screen_window = BigScreen(self.order.lines(), max(0, self.order.currentRow()), self)
        self.screen_window.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.screen_window.showFullScreen()
        return self.screen_window

    def paper(self) -> Paper:
        """The order on one page, in the largest type that fits it."""
        from ksdesk.ui.parts.paper import Paper

        lines, title = self.order.lines(), self.sheet.name
        day = "" if self.sheet.day is None else day_text(self.sheet.day, year=True)
        sentence = " · ".join(filter(None, (day, self.tr("%n products", "", len(lines)))))
        foot = self.tr("ksdesk, {moment}").format(moment=moment_text(self.ctx.clock(), year=True))
        rows = [_row(line) for line in lines]
        product, price, struck = self.tr("Product"), self.tr("Price ¥"), self.tr("Was ¥")
        heads = ("", product, price, struck, self.tr("Stock"))
        for size in SIZES:
            made = Paper(title, running_page(title, sentence, heads, rows, foot, size))
            if made.pages() == 1:
                break
        return made

    @Slot()
    def print_page(self) -> None:
        """Ask for a printer."""
        self.ctx.ask.printer(self, self.tr("Print one page"), self.paper().draw)

    @Slot()
    def save_pdf(self) -> None:
        """Ask where to, and write the page as PDF."""
        from ksdesk.exports.tables import file_stem

        name = f"{file_stem(self.sheet.name)}.pdf"
        title = self.tr("Save as PDF")
        self.ctx.ask.save_file(self, title, name, self.tr("PDF file (*.pdf)"), self._write_pdf)

    def _write_pdf(self, path: Path) -> None:
        target = path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf")
        try:
            with replacing(target) as fresh:
                self.paper().write_pdf(fresh)
        except ExportProblem as problem:
            self.ctx.notice(headline(problem))
            return
        say_saved(self.ctx, self.tr("{name} was saved").format(name=target.name), target.parent)


def _read(reader: Reader, number: int, numbers: Sequence[int]) -> _Read:
    kept = running.sheets(reader)
    sheet = next((sheet for sheet in kept if not number or sheet.id == number), None)
    lines = () if sheet is None else running.lines(reader, sheet.items)
    return _Read(kept, sheet, lines, tuple(reader.products.some(numbers)))


def _row(line: RunningLine) -> RunningRow:
    product = line.product
    struck = "" if product.struck_price is None else money_text(product.struck_price)
    second = " · ".join(filter(None, (product.selling_point, line.cue)))
    return RunningRow(
        product.title, second, money_text(product.price), struck, count_text(product.stock)
    )


class _Choices(Ringed, SightFirst, QListWidget):
    """Products to pick from; Enter picks the current one and does no more."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
