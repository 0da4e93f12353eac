"""The grid under the hands: select, type, copy, paste, fill down, as in Excel."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QCompleter,
    QFrame,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ksdesk.domain.products import STATES
from ksdesk.ui.parts.grid import Grid, Index
from ksdesk.ui.products.grid.model import FIELDS, FIGURES, GridModel
from ksdesk.ui.products.words import state_word
from ksdesk.ui.shell.theme import theme_of

WIDTHS = {"title": 240, "short_title": 128, "category": 112, "code": 112, "state": 88}
FIGURE = 88


class GridView(Grid):
    """Cells of a `GridModel`."""

    def __init__(self, cells: GridModel, parent: QWidget | None = None) -> None:
        super().__init__(cells, parent)
        self.setAccessibleName(self.tr("Products, cell by cell"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setItemDelegate(_Editors(self))
        self._set_up_headers()
        self._dress()
        if cells.rowCount():
            self.setCurrentIndex(cells.index(0, 0))

    def _set_up_headers(self) -> None:
        theme = theme_of(self)
        height = theme.control(32)
        upright = self.verticalHeader()
        upright.setMinimumSectionSize(height)
        upright.setDefaultSectionSize(height)
        upright.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        upright.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setFixedHeight(height)
        for place, name in enumerate(FIELDS):
            title = theme.metrics(12).horizontalAdvance(
                self.cells.headerData(place, Qt.Orientation.Horizontal)
            )
            wanted = FIGURE if name in FIGURES else WIDTHS[name]
            self.setColumnWidth(place, max(theme.px(wanted), title + 24))

    def _dress(self) -> None:
        colors = theme_of(self).palette
        self.setStyleSheet(
            """
            QTableView {{ background: {surface}; color: {text}; outline: none;
                gridline-color: {grid}; selection-background-color: {accent_soft}; }}
            QTableView::item {{ padding: 0 4px; }}
            QTableView::item:focus {{ border: 2px solid {accent_text}; }}
            QTableView QLineEdit {{ border-radius: 0; padding: 0 4px; }}
            QHeaderView, QTableCornerButton::section {{ background: {sub}; border: none; }}
            QHeaderView::section {{ background: {sub}; color: {muted}; border: none;
                border-right: 1px solid {grid}; border-bottom: 1px solid {grid};
                padding: 0 8px; font-size: {small}px; }}
            """.format(**colors, small=theme_of(self).px(12))
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not control:
            if self.state() != QAbstractItemView.State.EditingState:  # else it is the editor's
                self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter goes on to the cell below."""
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            here: QModelIndex = self.currentIndex()
            if here.row() + 1 < self.cells.rowCount():
                self.setCurrentIndex(self.cells.index(here.row() + 1, here.column()))


class _Editors(QStyledItemDelegate):
    """A line for every cell; the one of states knows their words. Red stays red when chosen."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        ink = index.data(Qt.ItemDataRole.ForegroundRole) or theme_of().color("text")
        option.palette.setColor(QPalette.ColorRole.HighlightedText, ink)

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> QWidget:
        line = QLineEdit(parent)
        line.setFrame(False)
        if FIELDS[index.column()] == "state":
            completer = QCompleter([state_word(state) for state in STATES], line)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            line.setCompleter(completer)
        return line
