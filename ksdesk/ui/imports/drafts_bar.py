"""有 1 份没导完: a quiet line that takes an import up again where it was left."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ksdesk.domain.imports import Draft
from ksdesk.ui.imports.kind_words import kind_name
from ksdesk.ui.parts.buttons import TextButton
from ksdesk.ui.parts.icons import Icon
from ksdesk.ui.parts.labels import Label
from ksdesk.ui.parts.texts import moment_text


class DraftsBar(QWidget):
    """Speaks of the newest draft. `resumed(Draft)`, `discarded(Draft)`; hidden without drafts."""

    resumed = Signal(object)
    discarded = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.draft: Draft | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.said = Label(elide=True, parent=self)
        self.go = TextButton(self.tr("Go on with it ›"), inline=True)
        self.go.clicked.connect(self._resume)
        self.forget = TextButton(self.tr("Forget it"), inline=True)
        self.forget.clicked.connect(self._discard)
        row.addWidget(Icon("file", "muted", 20, self))
        row.addWidget(self.said, 1)
        row.addWidget(self.go)
        row.addSpacing(8)
        row.addWidget(self.forget)
        self.hide()

    def show_drafts(self, drafts: tuple[Draft, ...]) -> None:
        """Speak of the first of these, or hide."""
        self.draft = drafts[0] if drafts else None
        if self.draft is not None:
            draft = self.draft
            said = self.tr("%n unfinished imports: {name}", "", len(drafts))
            name = draft.name or self.tr("Pasted table")
            pieces = [said.format(name=name), kind_name(draft.kind)]
            if draft.made_at is not None:
                pieces.append(moment_text(draft.made_at))
            self.said.setText(" · ".join(pieces))
        self.setVisible(self.draft is not None)

    @Slot()
    def _resume(self) -> None:
        if self.draft is not None:
            self.resumed.emit(self.draft)

    @Slot()
    def _discard(self) -> None:
        if self.draft is not None:
            self.discarded.emit(self.draft)
