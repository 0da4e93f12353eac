"""The bar at the table's foot: what is to become of the chosen products."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from ksdesk.domain.products import STATES
from ksdesk.domain.products.bulk import (
    BulkChange,
    ChangeError,
    parse_price_change,
    parse_stock_change,
)
from ksdesk.domain.rulebook import DayRules
from ksdesk.ui.parts.buttons import IconButton, MainButton, SecondButton
from ksdesk.ui.parts.choice import Choice
from ksdesk.ui.parts.flow import FlowLayout
from ksdesk.ui.parts.labels import Label, body, heading, small
from ksdesk.ui.parts.line_edit import LineEdit
from ksdesk.ui.parts.tip import set_tip
from ksdesk.ui.products.bulk.words import PRICE_FAULTS, STOCK_FAULTS, said, shipping_text
from ksdesk.ui.products.words import state_word
from ksdesk.ui.shell.theme import theme_of

T = TypeVar("T")
PRICES = ("−5%", "−10%", "+5%", "+10%", "×0.9", "−5% .9")
PROMISES = ("shipping.promise.short", "shipping.promise.long")


class BulkBar(QWidget):
    """Hidden until `set_count` is told of chosen products.

    `asked(BulkChange)`: show what it would do; `costs_asked`: what they cost is to be filled in;
    `cancelled`: nothing is to be changed, the choice of
    products may go. Enter asks, Esc leaves.
    """

    asked = Signal(object)
    costs_asked = Signal()
    cancelled = Signal()

    def __init__(self, rules: DayRules, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count = heading()
        same = self.tr("same")
        self.price = _line(same, self.tr("Change price"), 88)
        set_tip(self.price, self.tr("-5%, +3, =59.9 or ×0.9; with .9 behind, prices end in .9"))
        self.prices = self.price.add_button("chevron_down", self.tr("Usual price changes"))
        self.prices.clicked.connect(self._offer_prices)
        self.stock = _line(same, self.tr("Change stock"), 60)
        set_tip(self.stock, self.tr("=100, +20 or -5; of goods with options, each option"))
        states = [("", same), *((state, state_word(state)) for state in STATES)]
        self.state = Choice(states, "", name=self.tr("Change state"))
        self.category = _line(same, self.tr("Change category"), 120)
        self.threshold = _line(same, self.tr("Low at"), 64)
        hours = [rules.whole(key) for key in PROMISES]
        promises = [(None, same), *((seconds, shipping_text(seconds)) for seconds in hours)]
        self.shipping = Choice(promises, name=self.tr("Ships within"))
        self.costs = SecondButton(self.tr("Fill in costs"))
        self.costs.clicked.connect(self.costs_asked)
        self.more = IconButton("more", self.tr("More"))
        self.more.clicked.connect(self._unfold)
        self.fault = small(tone="bad", wrap=True)
        self.fault.hide()
        self.leave = SecondButton(self.tr("Cancel"))
        self.leave.clicked.connect(self.cancelled)
        self.go = MainButton(self.tr("See before and after"), height=32)
        self.go.clicked.connect(self._ask)
        self._lay_out()
        for line in (self.price, self.stock, self.category, self.threshold):
            line.textChanged.connect(self._judge)
            line.returnPressed.connect(self._ask)
        for choice in (self.state, self.shipping):
            choice.chosen.connect(self._judge)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.cancelled)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.price)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self._offer_prices)
        self._judge()
        self.hide()

    def _lay_out(self) -> None:
        fields = QWidget()
        flow = FlowLayout(fields, spacing=8)
        flow.addWidget(self.count)
        flow.addWidget(_pair(self.tr("Price"), self.price))
        flow.addWidget(_pair(self.tr("Stock"), self.stock))
        flow.addWidget(_pair(self.tr("State"), self.state))
        self._rest = [
            _pair(self.tr("Category"), self.category),
            _pair(self.tr("Low at"), self.threshold),
            _pair(self.tr("Ships within"), self.shipping),
            self.costs,
        ]
        for pair in self._rest:
            flow.addWidget(pair)
            pair.hide()
        flow.addWidget(self.more)
        _grows(fields)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(fields, 1)
        for button in (self.leave, self.go):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.fault)
        _grows(self)

    def set_count(self, number: int) -> None:
        """So many products are chosen; with none the bar goes and forgets what was filled in."""
        self.count.setText(self.tr("%n chosen", "", number))
        if not number:
            self.clear()
        self.setVisible(bool(number))

    def clear(self) -> None:
        """Back to "unchanged" everywhere."""
        for line in (self.price, self.stock, self.category, self.threshold):
            line.clear()
        self.state.set_value("")
        self.shipping.set_value(None)
        self._judge()

    def change(self) -> BulkChange | None:
        """What was filled in; None where some of it cannot be read."""
        faults: list[str] = []
        price = _read(self.price, parse_price_change, PRICE_FAULTS, faults)
        stock = _read(self.stock, parse_stock_change, STOCK_FAULTS, faults)
        threshold = _read(self.threshold, _threshold, STOCK_FAULTS, faults)
        self.fault.setText(" · ".join(faults))
        self.fault.setVisible(bool(faults))
        if faults:
            return None
        shipping = self.shipping.value()
        return BulkChange(
            price=price,
            stock=stock,
            state=str(self.state.value()),
            category=self.category.text().strip(),
            threshold=threshold,
            shipping=shipping if isinstance(shipping, int) else None,
        )

    @Slot()
    def _judge(self, _edited: object = None) -> None:
        change = self.change()
        if change is None:
            self.go.disable(self.fault.text())
        elif not change:
            self.go.disable(self.tr("Fill in what is to change"))
        else:
            self.go.enable()

    @Slot()
    def _ask(self) -> None:
        change = self.change()
        if change:
            self.asked.emit(change)

    @Slot()
    def _unfold(self) -> None:
        for pair in self._rest:
            pair.show()
        self.more.hide()
        self.category.setFocus()

    def price_menu(self) -> QMenu:
        """The usual changes; choosing one fills it in."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(self.tr("same"), partial(self.price.setText, ""))
        for text in PRICES:
            menu.addAction(text, partial(self.price.setText, text))
        return menu

    @Slot()
    def _offer_prices(self) -> None:
        menu = self.price_menu()
        above = QPoint(0, -menu.sizeHint().height() - 4)
        menu.popup(self.price.mapToGlobal(above))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("accent_soft"))
        painter.fillRect(0, 0, self.width(), 1, theme.color("border"))


def _line(placeholder: str, name: str, width: int) -> LineEdit:
    line = LineEdit()
    line.setPlaceholderText(placeholder)
    line.setAccessibleName(name)
    line.setFixedWidth(theme_of(line).px(width))
    return line


def _pair(caption: str, control: QWidget) -> QWidget:
    """A control behind its word, which stay together where the bar wraps."""
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    label: Label = body(caption, tone="muted")
    row.addWidget(label)
    row.addWidget(control)
    return pair


def _grows(widget: QWidget) -> None:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)


def _read(
    line: LineEdit, parse: Callable[[str], T], words: dict[str, str], faults: list[str]
) -> T | None:
    """What a line says, None where it is empty or, with a word to `faults`, cannot be read."""
    text, value, wrong = line.text().strip(), None, False
    if text:
        try:
            value = parse(text)
        except ChangeError as error:
            wrong = True
            faults.append(said(words[error.reason]).format(text=text))
    if line.property("verdict") != ("bad" if wrong else ""):
        line.setProperty("verdict", "bad" if wrong else "")
        line.style().polish(line)
    return value


def _threshold(text: str) -> int:
    """A threshold is always a new one: its = may be left out."""
    return parse_stock_change(f"={text.lstrip('=＝')}").value
