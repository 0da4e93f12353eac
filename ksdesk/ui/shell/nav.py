"""The navigation strip: shop, pages with their badges, and that all stays on this machine."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ksdesk.ui.parts.focus import Ringed
from ksdesk.ui.parts.icons import draw_icon
from ksdesk.ui.parts.labels import Divider
from ksdesk.ui.parts.scroll import PageScroll
from ksdesk.ui.parts.tip import set_tip
from ksdesk.ui.shell.page import PageSpec
from ksdesk.ui.shell.pages import PAGES
from ksdesk.ui.shell.theme import BODY, SMALL, theme_of

WIDE, NARROW = 168, 72
LEAST = 32  # px of a page's height in a narrow strip: its icon
SEARCH_KEYS = QKeySequence("Ctrl+K")


class _StripButton(Ringed, QAbstractButton):
    """A button of the strip, with the focus ring that keyboards get."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.narrow = False
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class NavItem(_StripButton):
    """One page: icon, word, badge. `badge` counts; `urgent` fills it."""

    def __init__(self, word: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(word, parent)
        self.icon_name = icon
        self.badge, self.urgent = 0, False
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(word)

    def set_badge(self, count: int, urgent: bool) -> None:
        """Show a count (0 hides it); urgent ones are filled."""
        self.badge, self.urgent = count, urgent
        words = self.tr("%n waiting", "", count) if count else ""
        self.setAccessibleDescription(words)
        self.update()

    def whole(self) -> int:
        """The width that the chosen word and its badge, of one digit at least, need, px."""
        theme = theme_of(self)
        digits = self._badge_text() if self.badge else "8"
        badge = max(20, theme.metrics(SMALL, True).horizontalAdvance(digits) + 11)
        return 44 + theme.metrics(BODY, True).horizontalAdvance(self.text()) + badge + 12

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        height = theme.px(48) if self.narrow else theme.control(40)
        return QSize(NARROW - 4 if self.narrow else WIDE - 16, height)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, LEAST if self.narrow else theme_of(self).line() + 4)

    def paintEvent(self, _event) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = theme_of(self)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        chosen = self.isChecked()
        if chosen or self.underMouse():
            painter.setBrush(theme.color("surface" if chosen else "sub"))
            painter.setPen(theme.color("border") if chosen else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box, 6, 6)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_text"))
            painter.drawRoundedRect(QRectF(0, self.height() / 2 - 10, 3, 20), 1.5, 1.5)
        ink = theme.color("accent_text" if chosen else "muted")
        (self._paint_narrow if self.narrow else self._paint_wide)(painter, ink)

    def _paint_wide(self, painter: QPainter, ink) -> None:
        theme = theme_of(self)
        middle = self.height() / 2
        draw_icon(painter, QRectF(12, middle - 10, 20, 20), self.icon_name, ink)
        painter.setFont(theme.font(BODY, self.isChecked()))
        painter.setPen(ink)
        badge = self._badge_width()
        room = self.width() - 44 - (badge + 12 if badge else 8)
        metrics = theme.metrics(BODY, self.isChecked())
        word = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, round(room))
        set_tip(self, self.text() if word != self.text() else "")
        painter.drawText(
            QRectF(44, 0, room + 1, self.height()), Qt.AlignmentFlag.AlignVCenter, word
        )
        if badge:
            self._paint_badge(painter, QRectF(self.width() - badge - 8, middle - 10, badge, 20))

    def _paint_narrow(self, painter: QPainter, ink) -> None:
        theme = theme_of(self)
        metrics = theme.metrics(SMALL, self.isChecked())
        told = 20 + metrics.height() <= self.height()  # a low window has the icon alone
        word = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - 2)
        set_tip(self, self.text() if word != self.text() or not told else "")
        free = self.height() - 20 - (metrics.height() if told else 0)
        icon = QRectF(self.width() / 2 - 10, min(5, free // 2), 20, 20)
        draw_icon(painter, icon, self.icon_name, ink)
        if told:
            painter.setFont(theme.font(SMALL, self.isChecked()))
            painter.setPen(ink)
            under = icon.bottom()
            room = QRectF(0, under, self.width(), self.height() - under)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, word)
        if badge := self._badge_width():
            self._paint_badge(painter, QRectF(self.width() - badge - 4, 2, badge, 18))

    def _badge_text(self) -> str:
        return "99+" if self.badge > 99 else str(self.badge)

    def _badge_width(self) -> float:
        if not self.badge:
            return 0
        words = theme_of(self).metrics(SMALL, True).horizontalAdvance(self._badge_text())
        return max(20.0, words + 10.0)

    def _paint_badge(self, painter: QPainter, box: QRectF) -> None:
        theme = theme_of(self)
        painter.setBrush(theme.color("bad") if self.urgent else Qt.BrushStyle.NoBrush)
        painter.setPen(Qt.PenStyle.NoPen if self.urgent else theme.color("control"))
        inner = box.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(inner, box.height() / 2, box.height() / 2)
        painter.setPen(theme.color("surface" if self.urgent else "muted"))
        painter.setFont(theme.font(SMALL, self.urgent))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._badge_text())


class ShopButton(_StripButton):
    """The open shop's initial and name; opens the menu of shops."""

    def __init__(self, name: str, sample: bool, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.sample = sample
        self.rename(name)

    def rename(self, name: str) -> None:
        """Another shop's name."""
        self.setText(name)
        self.setAccessibleName(self.tr("Shop: {name}").format(name=name))
        set_tip(self, name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(NARROW if self.narrow else WIDE - 16, theme_of(self).control(40))

    def paintEvent(self, _event) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = theme_of(self)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("sub"))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        left = self.width() / 2 - 13 if self.narrow else 8
        tile = QRectF(left, self.height() / 2 - 12, 24, 24)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        painter.drawRoundedRect(tile, 6, 6)
        painter.setPen(theme.color("on_accent"))
        painter.setFont(theme.font(BODY, True))
        painter.drawText(tile, Qt.AlignmentFlag.AlignCenter, self.text()[:1].upper())
        if self.narrow:
            return
        room = QRectF(40, 0, self.width() - 64, self.height())
        painter.setPen(theme.color("text"))
        metrics = theme.metrics(BODY, True)
        word = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, word)
        arrow = QRectF(self.width() - 22, self.height() / 2 - 7, 14, 14)
        draw_icon(painter, arrow, "chevron_down", theme.color("muted"))


class SearchButton(_StripButton):
    """Looks like a field, with its keys at the right; opens the search over everything."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setText(self.tr("Search"))
        self.keys = SEARCH_KEYS.toString(QKeySequence.SequenceFormat.NativeText)
        self.setAccessibleName(self.tr("Search everything"))
        set_tip(self, self.tr("Search everything ({keys})").format(keys=self.keys))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus to go back to

    def sizeHint(self) -> QSize:
        return QSize(NARROW if self.narrow else WIDE - 16, theme_of(self).control(32))

    def paintEvent(self, _event) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = theme_of(self)
        painter.setBrush(theme.color("sub" if self.underMouse() else "surface"))
        painter.setPen(theme.color("border"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        middle = self.height() / 2
        ink = theme.color("muted")
        left = self.width() / 2 - 9 if self.narrow else 9
        draw_icon(painter, QRectF(left, middle - 9, 18, 18), "search", ink)
        if self.narrow:
            return
        painter.setFont(theme.font(SMALL))
        painter.setPen(ink)
        keys = self.keys.replace("+", " ")
        taken = theme.metrics(SMALL).horizontalAdvance(keys)
        room = QRectF(33, 0, self.width() - 41, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, keys)
        word = theme.metrics(SMALL).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(room.width()) - taken - 4
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, word)


class FootLine(QWidget):
    """A small line at the strip's foot: icon and word."""

    def __init__(self, icon: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.icon_name, self.text = icon, text
        self.setFixedHeight(theme_of(self).line(SMALL))
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Another word."""
        self.text = text
        self.setAccessibleName(text)
        set_tip(self, text)
        self.update()

    def paintEvent(self, _event) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = theme_of(self)
        ink = theme.color("muted")
        draw_icon(painter, QRectF(12, self.height() / 2 - 7, 14, 14), self.icon_name, ink)
        painter.setPen(ink)
        painter.setFont(theme.font(SMALL))
        room = QRectF(34, 0, self.width() - 36, self.height())
        word = theme.metrics(SMALL).elidedText(
            self.text, Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, word)


class FootButton(_StripButton):
    """A line at the strip's foot that leads somewhere."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.icon_name = icon
        self.setFixedHeight(theme_of(self).line(SMALL) + 4)

    def set_text(self, text: str) -> None:
        """Another word."""
        self.setText(text)
        self.setAccessibleName(text)
        set_tip(self, text)

    def paintEvent(self, _event) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = theme_of(self)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("sub"))
            painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        ink = theme.color("text" if self.underMouse() else "muted")
        draw_icon(painter, QRectF(12, self.height() / 2 - 7, 14, 14), self.icon_name, ink)
        painter.setPen(ink)
        painter.setFont(theme.font(SMALL))
        room = QRectF(34, 0, self.width() - 36, self.height())
        word = theme.metrics(SMALL).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, word)


class Nav(PageScroll):
    """All of the strip, which scrolls in a low window. `chosen(topic)` when a page is asked for;
    `shops()` for the menu."""

    chosen = Signal(str)
    shops = Signal()
    _narrow: bool | None = None

    def __init__(self, shop: str, sample: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("nav")
        self.setAccessibleName(self.tr("Pages"))
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), theme_of(self).color("nav"))
        self.setPalette(palette)
        self.items: dict[str, NavItem] = {}
        self.switch = ShopButton(shop, sample)
        self.switch.clicked.connect(self.shops)
        self.search = SearchButton()
        self.local = FootLine("lock", self.tr("Only on this PC"))
        self.backup = FootButton("disk")
        self.undo = FootButton("undo")
        self._column = self.body
        self._column.setSpacing(0)
        self._column.addWidget(self.switch)
        self._column.addWidget(self.search)
        self._column.addSpacing(12)
        for spec in PAGES.values():
            if spec.foot:
                self._column.addStretch(1)
            self._column.addWidget(self._item(spec))
        self._column.addSpacing(8)
        self.line = Divider("border")
        self._column.addWidget(self.line)
        self._column.addSpacing(8)
        self._column.addWidget(self.undo)
        self._column.addWidget(self.local)
        self._column.addWidget(self.backup)
        self._measure()
        self.set_narrow(False)

    def choose(self, topic: str) -> None:
        """Mark the open page."""
        for name, item in self.items.items():
            item.setChecked(name == topic)
            if name == topic:
                self.show_widget(item)

    @Slot(object)
    def set_badges(self, found: Mapping[str, tuple[int, bool]]) -> None:
        """Show how much waits on each page, and whether it is urgent; nothing on one left out."""
        for topic, item in self.items.items():
            item.set_badge(*found.get(topic, (0, False)))
        self._measure()
        self._fit()

    def set_narrow(self, narrow: bool) -> None:
        """Icons above words, or beside them."""
        if narrow is self._narrow:
            return
        side = 2 if narrow else 8
        self._column.setContentsMargins(side, 8 if narrow else 12, side, 8 if narrow else 12)
        for item in (*self.items.values(), self.switch, self.search):
            item.narrow = narrow
            item.updateGeometry()
        for foot in (self.line, self.local, self.backup):
            foot.setVisible(not narrow)
        self._narrow = narrow
        self.undo.setVisible(not narrow and bool(self.undo.text()))
        self._fit()

    def set_undo(self, words: str) -> None:
        """Name the step that can be taken back; "" hides the line."""
        self.undo.set_text(words)
        self.undo.setVisible(not self._narrow and bool(words))

    def _measure(self) -> None:
        """What the words need beside each other's icons."""
        self._wide = max(WIDE, 16 + max(item.whole() for item in self.items.values()))

    def _fit(self) -> None:
        """As wide as the words need, and the bar where the window is too low for all. The strip
        itself may not have the window's height yet; what is made narrower while it first appears
        is laid out in the width before, and badges stood half outside."""
        low = self.inside.minimumSizeHint().height() > self.window().height()
        bar = self.verticalScrollBar().sizeHint().width() if low else 0
        self.setFixedWidth((NARROW if self._narrow else self._wide) + bar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _item(self, spec: PageSpec) -> NavItem:
        item = NavItem(spec.title, spec.icon)
        item.setObjectName(f"nav-{spec.topic}")
        item.clicked.connect(self._clicked)
        self.items[spec.topic] = item
        return item

    def _clicked(self) -> None:
        item = self.sender()
        topic = next(name for name, other in self.items.items() if other is item)
        self.choose(topic)
        self.chosen.emit(topic)
