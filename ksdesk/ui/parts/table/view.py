"""The table: 32 high header, 40 high rows, figures at the right, everything by keyboard."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QMetaMethod,
    QModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHeaderView,
    QMenu,
    QTableView,
    QWidget,
)

from ksdesk.ui.parts.focus import Ringed
from ksdesk.ui.parts.rows import Row, RowsModel
from ksdesk.ui.parts.scroll import SightFirst
from ksdesk.ui.parts.table.cells import HEAD, Head, paint_blocks, paint_rows, tip_text
from ksdesk.ui.parts.table.header import CHECK_ROOM, EDGE, TableHeader
from ksdesk.ui.parts.table.nothing import Nothing
from ksdesk.ui.parts.table.widths import ColumnWidths
from ksdesk.ui.parts.tip import show_tip
from ksdesk.ui.shell.theme import theme_of


class TableView(Ringed, SightFirst, QTableView):
    """Rows of a RowsModel.

    `opened(row)` on Enter and double click; `chosen(row or None)` when the selection moves;
    `emptied_acted` when the way out of "nothing matches" is taken; `menu_asked(place)` for the
    verbs of the current row at a point of the screen: right click, menu key, Shift+F10. Where
    nobody has verbs for it, the table offers what it can do itself.
    `leaving` names columns that are hidden, as many from the front as it takes until nothing has to
    be scrolled to. Ctrl+C copies the selected rows as tab separated text, Space checks, Ctrl+A
    checks all.
    """

    opened = Signal(object)
    chosen = Signal(object)
    emptied_acted = Signal()
    menu_asked = Signal(QPoint)

    def __init__(
        self,
        rows: RowsModel,
        *,
        name: str,
        row_height: int = 40,
        empty: str = "",
        many: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rows = rows
        self.hovered = -1
        self._loading = False
        self._widths = ColumnWidths(rows)
        self._fitted = 0
        self.setAccessibleName(name)
        self.leaving: Sequence[str] = ()
        self.heads: Mapping[int, Head] = {}
        self.setProperty("ring_radius", 2)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(
            QAbstractItemView.SelectionMode.ExtendedSelection
            if many
            else QAbstractItemView.SelectionMode.SingleSelection
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._set_up_headers(rows, row_height)
        if rows.parent() is None:  # else it dies in whatever thread rubbish is collected
            rows.setParent(self)
        self.setModel(rows)
        self._blocks = QTimer(self)
        self._blocks.setSingleShot(True)
        self._blocks.setInterval(300)
        self._blocks.timeout.connect(self.viewport().update)
        self._nothing = Nothing(self)
        self._nothing.button.clicked.connect(self.emptied_acted)
        self.set_empty(empty)
        self.selectionModel().selectionChanged.connect(self._on_selection)
        self.doubleClicked.connect(self._on_double_click)
        rows.modelReset.connect(self._on_reset)
        rows.dataChanged.connect(self._on_changed)
        rows.checked_changed.connect(self._on_checked)
        self.horizontalScrollBar().rangeChanged.connect(self._make_room)

    def _set_up_headers(self, rows: RowsModel, row_height: int) -> None:
        header = TableHeader(rows, self)
        self.setHorizontalHeader(header)
        header.sectionClicked.connect(self._on_header)
        header.sectionResized.connect(self._on_resized)
        theme = theme_of(self)
        upright = self.verticalHeader()
        upright.hide()
        height = max(theme.px(row_height), theme.metrics().height() + 8)
        if any(column.second is not None for column in rows.columns):
            height = max(theme.px(44), height, theme.line() + theme.metrics(12).height() + 4)
        upright.setMinimumSectionSize(height)
        upright.setDefaultSectionSize(height)
        upright.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    @property
    def rows(self) -> RowsModel:
        """The model."""
        return self._rows

    def header(self) -> TableHeader:
        """The header at the top."""
        found = self.horizontalHeader()
        assert isinstance(found, TableHeader)
        return found

    def current_row(self) -> Row | None:
        """The chosen row, None if there is none."""
        found = self.selectionModel().selectedRows()
        return self._rows.row(found[0].row()) if found else None

    def selected_rows(self) -> tuple[Row, ...]:
        """All chosen rows in the order shown."""
        numbers = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self._rows.row(number) for number in numbers)

    def selected_keys(self) -> tuple[Hashable, ...]:
        """The keys of all chosen rows in the order shown."""
        numbers = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self._rows.key_at(number) for number in numbers)

    def select_key(self, key: Hashable) -> bool:
        """Choose the row with a key and bring it into sight; False if it is not shown."""
        number = self._rows.position(key)
        if number < 0:
            return False
        index = self._rows.index(number, 0)
        self.selectionModel().setCurrentIndex(
            index,
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows,
        )
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        return True

    def set_empty(self, text: str, action: str = "") -> None:
        """What is said where no row is shown, and the way out ("清掉筛选")."""
        self._nothing.set(text or self.tr("Nothing here yet"), action)
        self._place_nothing()

    def set_loading(self, loading: bool) -> None:
        """Show grey blocks instead of rows, from 0.3 s on."""
        self._loading = loading
        if loading:
            self._blocks.start()
        else:
            self._blocks.stop()
        self._place_nothing()
        self.viewport().update()

    def set_hidden(self, names: set[str]) -> None:
        """Hide exactly the columns of these names (they give way on a narrow page)."""
        self._widths.hide(self, names)

    def set_heads(self, heads: Mapping[int, Head]) -> None:
        """Give the rows at these places a band above them that names them and what follows."""
        upright, theme = self.verticalHeader(), theme_of(self)
        height = upright.defaultSectionSize()
        for place in self.heads:
            if place < self._rows.rowCount():
                upright.resizeSection(place, height)
        self.heads = dict(heads)
        for place in self.heads:
            upright.resizeSection(place, height + theme.control(HEAD))

    def _in_head(self, place: QPoint) -> bool:
        number = self.rowAt(place.y())
        below = self.rowHeight(number) - self.verticalHeader().defaultSectionSize()
        return number in self.heads and place.y() < self.rowViewportPosition(number) + below

    def own_widths(self) -> dict[str, int]:
        """Width in px of each column that was dragged to another width, by its name."""
        return dict(self._widths.own)

    def set_own_widths(self, widths: dict[str, int]) -> None:
        """Take up what `own_widths` gave."""
        self._widths.own = dict(widths)
        self._widths.share(self)

    def fit_height(self, most: int = 0) -> None:
        """Make the table as high as its rows (at most `most` of them): no scroll bar inside."""
        count = len(self._rows.rows)
        shown = min(count, most) if most else count
        height = self.verticalHeader().defaultSectionSize() * max(shown, 1)
        self._fitted = height + (0 if self.header().isHidden() else self.header().height())
        self.setFixedHeight(self._fitted)
        self._make_room()

    @Slot()
    def _make_room(self) -> None:
        """The bar of columns that must be scrolled to covers no row of a fitted table."""
        bar = self.horizontalScrollBar()
        if self._fitted and self._rows.rows:
            self.setFixedHeight(self._fitted + (bar.sizeHint().height() if bar.maximum() else 0))

    def minimumSizeHint(self) -> QSize:
        least = self.header().height() + 3 * self.verticalHeader().defaultSectionSize()
        return super().minimumSizeHint().expandedTo(QSize(0, least))

    def copy_rows(self) -> None:
        """The selected rows as tab separated text, with the header line, to the clipboard."""
        places = [p for p in range(len(self._rows.columns)) if not self.isColumnHidden(p)]
        lines = ["\t".join(self._rows.columns[p].title for p in places)]
        numbers = sorted(index.row() for index in self.selectionModel().selectedRows())
        self._rows.bring(numbers, partial(self._copy, places, lines))

    def _copy(self, places: Sequence[int], lines: list[str], rows: Sequence[Row]) -> None:
        for row in rows:
            cells = (self._rows.columns[place].text_of(row, place) for place in places)
            lines.append("\t".join(" ".join(cell.split()) for cell in cells))
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _on_header(self, place: int) -> None:
        order = self._rows.order
        downwards = (
            order is not None and order[0] == place and order[1] == Qt.SortOrder.AscendingOrder
        )
        self._rows.sort(
            place, Qt.SortOrder.DescendingOrder if downwards else Qt.SortOrder.AscendingOrder
        )
        self.header().viewport().update()

    def _on_resized(self, place: int, _before: int, width: int) -> None:
        self._widths.dragged(place, width)

    def _on_selection(self) -> None:
        self.chosen.emit(self.current_row())

    def _on_double_click(self, index: QModelIndex) -> None:
        row = self._rows.row(index.row())
        if row is not None:
            self.opened.emit(row)

    def _on_reset(self) -> None:
        self.hovered = -1
        self._place_nothing()
        self._widths.renew(self)

    def _on_changed(self) -> None:
        self._widths.forget()

    def _on_checked(self) -> None:
        self.header().viewport().update()
        self.viewport().update()

    def _place_nothing(self) -> None:
        self._nothing.setVisible(not self._loading and not self._rows.rows)
        self._nothing.setGeometry(self.viewport().geometry())

    def _hover(self, number: int) -> None:
        if number == self.hovered:
            return
        for changed in (self.hovered, number):
            if changed >= 0:
                top = self.rowViewportPosition(changed)
                height = self.rowHeight(changed)
                self.viewport().update(QRect(0, top, self.viewport().width(), height))
        self.hovered = number

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current_row()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        elif event.matches(QKeySequence.StandardKey.SelectAll) and self._rows.checkable:
            self._rows.set_checked(self._rows.keys())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._opens():
            self._open_current()
        elif event.key() == Qt.Key.Key_Menu or (
            event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        ):
            self._ask_menu()
        elif event.key() == Qt.Key.Key_Space and self._rows.checkable and row is not None:
            for chosen in self.selectionModel().selectedRows():
                self._rows.toggle(chosen.row())
        else:
            super().keyPressEvent(event)

    def _opens(self) -> bool:
        """Whether a row can be opened; where none can, Enter is the sheet's."""
        return self.isSignalConnected(QMetaMethod.fromSignal(self.opened))

    def _ask_menu(self) -> None:
        """Below the current row. Some systems send the key and its meaning both."""
        index = self.currentIndex()
        if index.isValid() and QApplication.activePopupWidget() is None:
            below = self.visualRect(index).bottomLeft() + QPoint(EDGE, 0)
            self._open_menu(self.viewport().mapToGlobal(below))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self._ask_menu()
        elif self.indexAt(event.pos()).isValid():
            self._open_menu(event.globalPos())

    def _open_menu(self, place: QPoint) -> None:
        if self.isSignalConnected(QMetaMethod.fromSignal(self.menu_asked)):
            self.menu_asked.emit(place)
        elif self.current_row() is not None:
            self.menu().popup(place)

    def menu(self) -> QMenu:
        """What can be done with the chosen rows of any table."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._opens():
            menu.addAction(self.tr("Open"), self._open_current)
        menu.addAction(self.tr("Copy"), self.copy_rows)
        return menu

    def _open_current(self) -> None:
        row = self.current_row()
        if row is not None:
            self.opened.emit(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self._in_head(event.position().toPoint()):
            super().mouseDoubleClickEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._in_head(event.position().toPoint()):
            return
        index = self.indexAt(event.position().toPoint())
        if (
            self._rows.checkable
            and index.isValid()
            and event.position().x() < EDGE + CHECK_ROOM - 8
        ):
            self._rows.toggle(index.row())
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(int(event.position().y())))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.leaving:
            self._widths.give_way(self, self.leaving)
        else:
            self._widths.share(self)
        self._place_nothing()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._tell(event)
            return True
        return super().viewportEvent(event)

    def _tell(self, event: QHelpEvent) -> None:
        """The tooltip of a cell."""
        index = self.indexAt(event.pos())
        text, place = "", index.column()
        row = self._rows.row(index.row()) if index.isValid() else None
        if row is not None:
            room = self.header().content(place, self.visualRect(index)).width()
            text = tip_text(theme_of(self), self._rows.columns[place], place, row, room)
        show_tip(event.globalPos(), text, self.viewport(), self.visualRect(index))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._loading:
            if not self._blocks.isActive():
                paint_blocks(self, self.rows, self.header())
            return
        painter = QPainter(self.viewport())
        header = self.header()
        paint_rows(painter, event.rect(), self, self.rows, header, self.hovered, self.heads)
