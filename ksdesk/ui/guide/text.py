"""A section of the handbook as text in our type and colours; only its own pictures are loaded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from ksdesk.ui.parts.focus import Ringed
from ksdesk.ui.parts.labels import em
from ksdesk.ui.parts.tab_order import go_on
from ksdesk.ui.shell.theme import BODY, Theme, theme_of

FEATURES = (
    QTextDocument.MarkdownFeature.MarkdownDialectGitHub
    | QTextDocument.MarkdownFeature.MarkdownNoHTML
)
BETWEEN = 8  # px between paragraphs
ABOVE_HEADING = 20
WIDEST = 76  # characters of a line of text
PICTURE = 720  # px that a picture is wide at most


class SectionText(Ringed, QTextBrowser):
    """Shows Markdown; `anchorClicked(url)` is all that a link does.

    Tab moves from link to link, Enter follows; Shift+Tab goes the same way back.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.pictures: Path | None = None  # the folder of what `picture:NAME` names
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("ring_radius", 2)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)

    def show_markdown(self, text: str, marked: Sequence[str] = ()) -> None:
        """Show a text from its beginning, with these words marked."""
        document = self.document()
        document.setDocumentMargin(0)
        document.setDefaultFont(theme_of(self).font())
        document.setMarkdown(text, FEATURES)
        dress(document, theme_of(self))
        self._fit_pictures()
        self._mark(marked)

    def _fit_pictures(self) -> None:
        widest = min(PICTURE, self.viewport().width())
        block = self.document().begin()
        while block.isValid():
            for fragment in _fragments(block):
                form = fragment.charFormat().toImageFormat()
                if form.isValid() and form.width() != widest:
                    form.setWidth(widest)
                    cursor = QTextCursor(block)
                    cursor.setPosition(fragment.position())
                    cursor.setPosition(fragment.position() + 1, QTextCursor.MoveMode.KeepAnchor)
                    cursor.setCharFormat(form)
            block = block.next()

    def _mark(self, words: Sequence[str]) -> None:
        theme = theme_of(self)
        found: list[QTextEdit.ExtraSelection] = []
        for word in words:
            cursor = self.document().find(word)
            while not cursor.isNull():
                mark = QTextEdit.ExtraSelection()
                mark.cursor = cursor
                mark.format.setBackground(theme.color("warn_soft"))
                found.append(mark)
                cursor = self.document().find(word, cursor)
        self.setExtraSelections(found)
        start = QTextCursor(self.document())
        if found:
            start.setPosition(min(mark.cursor.selectionStart() for mark in found))
        self.setTextCursor(start)
        self.ensureCursorVisible()

    def marked(self) -> list[str]:
        """The words marked in the text."""
        return [mark.cursor.selectedText() for mark in self.extraSelections()]

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.BacktabFocusReason:
            super().focusNextPrevChild(False)  # the last link, where there is one

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Qt would go from the text itself back to its last link, and from the first one out."""
        cursor = self.textCursor()
        if not forward and not cursor.hasSelection():
            return go_on(self.window(), False)
        if not forward and cursor.selectionStart() == self._first_link():
            cursor.clearSelection()
            self.setTextCursor(cursor)
            return True
        return super().focusNextPrevChild(forward)

    def _first_link(self) -> int:
        block = self.document().begin()
        while block.isValid():
            for fragment in _fragments(block):
                if fragment.charFormat().isAnchor():
                    return fragment.position()
            block = block.next()
        return -1

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines stay short enough to read; the scroll bar stays at the edge."""
        widest = em(theme_of(self).metrics()) * WIDEST
        spare = max(16, event.size().width() + self.viewportMargins().right() - widest)
        self.setViewportMargins(0, 0, spare, 0)
        self._fit_pictures()
        super().resizeEvent(event)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """A picture of the handbook itself; nothing else, wherever a text may point."""
        address = QUrl(name)
        if self.pictures is None or address.scheme() != "picture":
            return None
        return QImage(str(self.pictures / f"{Path(address.path()).name}.webp"))


def dress(document: QTextDocument, theme: Theme) -> None:
    """Put a document from Markdown into the type and colours of the theme."""
    document.setIndentWidth(theme.px(20))
    block = document.begin()
    while block.isValid():
        _dress_block(block, theme, first=block == document.begin())
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _dress_table(frame, theme)


def _dress_block(block: QTextBlock, theme: Theme, first: bool) -> None:
    cursor = QTextCursor(block)
    form = QTextBlockFormat(block.blockFormat())
    heading = form.headingLevel() > 0
    in_table = cursor.currentTable() is not None
    form.setTopMargin(ABOVE_HEADING if heading and not first else 0)
    listed = block.next().isValid() and QTextCursor(block.next()).currentList() is not None
    form.setBottomMargin(0 if in_table else 4 if heading or listed else BETWEEN)
    form.setLineHeight(theme.line() + 2, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
    cursor.setBlockFormat(form)
    for fragment in list(_fragments(block)):
        if fragment.charFormat().isImageFormat():
            continue
        style = _style(fragment, heading, theme)
        cursor.setPosition(fragment.position())
        end = fragment.position() + fragment.length()
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(style)


def _fragments(block: QTextBlock) -> Iterator:
    step = block.begin()
    while not step.atEnd():
        yield step.fragment()
        step += 1


def _style(fragment, heading: bool, theme: Theme) -> QTextCharFormat:
    old = fragment.charFormat()
    style = QTextCharFormat()
    style.setFont(theme.font(BODY, heading or old.fontWeight() > 500))
    style.setForeground(theme.color("text"))
    if old.isAnchor():
        style.setAnchor(True)
        style.setAnchorHref(old.anchorHref())
        style.setForeground(theme.color("accent_text"))
    return style


def _dress_table(table: QTextTable, theme: Theme) -> None:
    form = table.format()
    form.setBorder(1)
    form.setBorderBrush(theme.color("border"))
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderCollapse(True)
    form.setCellPadding(6)
    form.setCellSpacing(0)
    form.setTopMargin(BETWEEN)
    form.setBottomMargin(BETWEEN)
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(form)
    for column in range(table.columns()):
        cell = table.cellAt(0, column)
        head = cell.format()
        head.setBackground(theme.color("sub"))
        cell.setFormat(head)
