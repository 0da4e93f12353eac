"""Fields of a form: caption above, control, verdict sentence below."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from ksdesk.ui.parts.buttons import IconButton
from ksdesk.ui.parts.composing import Composing
from ksdesk.ui.parts.focus import Ringed
from ksdesk.ui.parts.labels import Label, small
from ksdesk.ui.parts.line_edit import LineEdit
from ksdesk.ui.parts.verdict import VerdictSentence
from ksdesk.ui.shell.theme import BODY, theme_of

__all__ = ["Field", "LineEdit", "LineField", "NumberField", "TextField", "VerdictSentence"]


class Field(QWidget):
    """A control under its caption, with a verdict sentence below it.

    The caption is the control's accessible name. `edited` is emitted for changes by hand only.
    """

    edited = Signal(object)

    def __init__(self, caption: str, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        # Fields beside each other stand with their captions on one line, so each may be taller
        # than it needs and keeps what it has at the top.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.caption = small(caption, elide=True, parent=self)
        self._verdict = VerdictSentence(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.caption)
        self._column.addWidget(control)
        self._column.addWidget(self._verdict)
        self._column.addStretch(1)  # alignment would leave a verdict of two lines one
        self.caption.setVisible(bool(caption))
        control.setAccessibleName(caption)
        self.setFocusProxy(control)

    def set_caption(self, caption: str) -> None:
        """Another caption and accessible name."""
        self.caption.setText(caption)
        self.caption.setVisible(bool(caption))
        self.control.setAccessibleName(caption)

    def set_verdict(self, kind: str, sentence: str) -> None:
        """Say below what is thought of the entry; kind good, warn, bad or ""."""
        self._verdict.set(kind, sentence)
        self.control.setAccessibleDescription(sentence)
        mark = "bad" if kind == "bad" else ""
        if (self.control.property("verdict") or "") != mark:
            self.control.setProperty("verdict", mark)
            self.control.style().polish(self.control)
            self.control.update()

    def keep_people_out(self) -> None:
        """Say below, while it is typed, that telephones and the like in a note are not kept."""
        self.edited.connect(self.tell_people)

    def tell_people(self) -> None:
        """Say so of what stands there, unless there is something else to say."""
        from ksdesk.domain.personal import BLOT, blotted

        said = self.tr(
            "Telephones, ID numbers and addresses are not kept: {blot} is stored in their place"
        ).format(blot=BLOT)
        if blotted(self.text()) != self.text():
            if not self.verdict()[1]:
                self.set_verdict("warn", said)
        elif self.verdict()[1] == said:
            self.clear_verdict()

    def text(self) -> str:
        """What is typed; "" where a control holds no text."""
        return ""

    def clear_verdict(self) -> None:
        """Say nothing below."""
        self.set_verdict("", "")

    def verdict(self) -> tuple[str, str]:
        """Kind and sentence shown below."""
        return self._verdict.kind(), self._verdict.text()


class LineField(Field):
    """One line of text.

    unit and prefix stand inside at the edges; limit counts characters ("12/30", over it the
    count turns bad but nothing is cut); masked: callable that hides a text ("610528 ******"),
    shown whole while the eye is held and from the first key that changes it until the field is
    left; right: figures at the right end. `finished` on Enter and when the field is left.
    """

    finished = Signal()

    def __init__(
        self,
        caption: str,
        *,
        unit: str = "",
        prefix: str = "",
        icon: str = "",
        placeholder: str = "",
        text: str = "",
        tall: bool = False,
        masked: Callable[[str], str] | None = None,
        limit: int = 0,
        right: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        edit = LineEdit(unit=unit, prefix=prefix, icon=icon)
        super().__init__(caption, edit, parent)
        self.edit = edit
        self._limit = limit
        self._mask = masked
        self._whole = text
        self._masking = False
        if tall:
            edit.setProperty("tall", "true")
        if right:
            edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        edit.setPlaceholderText(placeholder)
        edit.setText(text)
        self.eye: IconButton | None = None
        if masked is not None:
            self._add_eye(edit)
        self._counter: Label | None = None
        if limit:
            self._counter = small("", parent=self)
            self._counter.setAlignment(Qt.AlignmentFlag.AlignRight)
            self._column.insertWidget(self._column.count() - 1, self._counter)
            self._count()
        edit.textEdited.connect(self._on_edited)
        edit.editingFinished.connect(self.finished)

    def text(self) -> str:
        """What is typed, unmasked."""
        return self._whole

    def set_text(self, text: str) -> None:
        """Show a text without telling; a masked field masks it unless it is being typed in."""
        self._whole = text
        self._show_masked(self._mask is not None and not self.edit.hasFocus())
        self._count()

    def tidy_to(self, text: str) -> None:
        """Show what was typed in its usual shape; it still counts as typed."""
        typed = self.edit.isModified()
        self.set_text(text)
        self.edit.setModified(typed)

    def set_read_only(self, read_only: bool) -> None:
        """Whether the text can only be read."""
        self.edit.setReadOnly(read_only)
        self.edit.style().polish(self.edit)

    def _add_eye(self, edit: LineEdit) -> None:
        self.eye = edit.add_button("eye", self.tr("Hold to show"))
        self.eye.pressed.connect(self._reveal)
        self.eye.released.connect(self._hide)
        # A click on the eye must not put the cursor into the text.
        self.eye.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        # Copying from a menu would hand out, pasting from it would mix with the hidden text.
        edit.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        edit.installEventFilter(self)
        self._show_masked(True)

    def _reveal(self) -> None:
        self._show_masked(False)

    def _hide(self) -> None:
        self._show_masked(True)

    def _show_masked(self, masked: bool) -> None:
        self._masking = masked and self._mask is not None
        shown = self._mask(self._whole) if self._masking and self._mask else self._whole
        if self.edit.text() != shown:
            # An empty line is not "wholly selected": what is filled in there is not to be marked.
            whole = self.edit.hasSelectedText() and self.edit.selectedText() == self.edit.text()
            place = self.edit.cursorPosition()
            self.edit.setText(shown)
            self.edit.setCursorPosition(min(place, len(shown)))
            if whole:
                self.edit.selectAll()

    def _on_edited(self, text: str) -> None:
        self._whole = text
        self._count()
        self.edited.emit(text)

    def _count(self) -> None:
        if self._counter is None:
            return
        used = len(self._whole)
        self._counter.setText(f"{used}/{self._limit}")
        self._counter.set_tone("bad" if used > self._limit else "muted")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self._show_masked(True)
        elif self._masking and _changes(event):
            self._show_masked(False)
        return False


def _changes(event: QEvent) -> bool:
    """Whether an event of a line is about to change its text."""
    if event.type() == QEvent.Type.InputMethod:
        return True
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
        return False
    if event.matches(QKeySequence.StandardKey.Copy):
        return False
    if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
        return True
    return event.matches(QKeySequence.StandardKey.Paste) or (
        event.text().isprintable() and bool(event.text())
    )


class NumberField(LineField):
    """A plain number with its unit at the edge; `edited` tells float or None.

    What is no number is said below in words as soon as the field is left.
    """

    edited = Signal(object)

    def __init__(
        self,
        caption: str,
        *,
        unit: str = "",
        digits: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(caption, unit=unit, right=True, parent=parent)
        self._digits = digits
        self.finished.connect(self._judge)

    def value(self) -> float | None:
        """The number typed, None if there is none or it cannot be read."""
        from ksdesk.domain.money import MoneyError, parse_number

        try:
            return parse_number(self.text())
        except MoneyError:
            return None

    def set_value(self, value: float | None) -> None:
        """Show a number without telling."""
        self.set_text("" if value is None else f"{value:.{self._digits}f}")
        self.clear_verdict()

    def is_wrong(self) -> bool:
        """Whether something is typed that is no number."""
        return bool(self.text().strip()) and self.value() is None

    def _judge(self) -> None:
        if self.is_wrong():
            text = self.text().strip()
            self.set_verdict("bad", self.tr("“{text}” is not a number").format(text=text))
        elif self.verdict()[0] == "bad":
            self.clear_verdict()

    def _on_edited(self, text: str) -> None:
        self._whole = text
        if self.verdict()[0] == "bad":
            self.clear_verdict()
        self.edited.emit(self.value())


class PlainEdit(Ringed, Composing, QPlainTextEdit):
    """Several lines; Tab leaves the field. `left` when the focus goes elsewhere."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setProperty("ring_radius", 6)
        self.setFont(theme_of(self).font(BODY))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class TextField(Field):
    """Several lines of text, `rows` high; limit counts characters. `finished` when it is left."""

    finished = Signal()

    def __init__(
        self,
        caption: str,
        *,
        placeholder: str = "",
        rows: int = 3,
        limit: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        edit = PlainEdit()
        super().__init__(caption, edit, parent)
        self.edit = edit
        self._quiet, self._told = False, ""
        self._limit = limit
        edit.setPlaceholderText(placeholder)
        theme = theme_of(self)
        edit.setFixedHeight(theme.metrics().lineSpacing() * rows + 20)
        self._counter: Label | None = None
        if limit:
            self._counter = small("", parent=self)
            self._counter.setAlignment(Qt.AlignmentFlag.AlignRight)
            self._column.insertWidget(self._column.count() - 1, self._counter)
        edit.textChanged.connect(self._on_changed)
        edit.left.connect(self.finished)
        self._count()

    def text(self) -> str:
        """What is typed."""
        return self.edit.toPlainText()

    def set_text(self, text: str) -> None:
        """Show a text without telling."""
        self._quiet = True
        self.edit.setPlainText(text)
        self._quiet = False

    def _on_changed(self) -> None:
        """Qt tells of what is only being composed as well, and of colours."""
        self._count()
        told, self._told = self._told, self.text()
        if not self._quiet and self._told != told:
            self.edited.emit(self._told)

    def _count(self) -> None:
        if self._counter is not None:
            used = len(self.text())
            self._counter.setText(f"{used}/{self._limit}")
            self._counter.set_tone("bad" if used > self._limit else "muted")
