"""A page that shows the book: empty, loading, filled, in trouble."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from ksdesk.log import trace_of
from ksdesk.storage import BookProblem
from ksdesk.ui.parts.buttons import MainButton, SecondButton
from ksdesk.ui.parts.scroll import PageScroll
from ksdesk.ui.parts.states import EmptyState, LoadingBlocks, TroubleCard
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.latest import Latest
from ksdesk.ui.shell.page import Page


class _States(QStackedWidget):
    """As large at least as the state that is shown; Qt would ask for the largest of them all."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.currentChanged.connect(self._changed)

    @Slot()
    def _changed(self) -> None:
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        if shown is None:
            return super().minimumSizeHint()
        return shown.minimumSizeHint().expandedTo(shown.minimumSize())


class BookPage(Page):
    """Reads in a worker and shows one of its four states in `states`, which the page places.

    A page says with `question` what is to be read and with `show_answer` how it is shown; loading
    and trouble are the same everywhere. Nothing is read while the page is built.
    """

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self.states = _States(self)
        self.loading: QWidget = LoadingBlocks(8, row_height=56)
        self.trouble: QWidget | None = None
        self._only_filled: tuple[QWidget, ...] = ()
        self._latest = Latest(ctx, self)
        self._answered = False
        self._waiting: list[Callable[[], None]] = []
        self.states.addWidget(self.loading)

    def question(self) -> Callable[[], Any]:
        """The work, done in a worker, that reads what the page shows now."""
        raise NotImplementedError

    def show_answer(self, answer: Any) -> QWidget:
        """Show what `question` brought; the state that it is shown in."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read the book again; an answer to an older question is dropped."""
        self._latest.ask(
            self._read, self.question(), done=self._show_answer, failed=self.show_trouble
        )

    def _read(self, question: Callable[[], Any]) -> Any:
        """What the book answers; a damaged text in it is forgiven from the second look on."""
        try:
            return self._answer_to(question)
        except BookProblem as problem:
            if problem.code != "corrupt":
                raise
        return self._answer_to(question)

    def _answer_to(self, question: Callable[[], Any]) -> Any:
        """The rules first, so that they are at hand while an answered page is built and used."""
        self.ctx.rules()
        return question()

    def retire(self) -> None:
        super().retire()
        self._latest.drop()

    def once_answered(self, then: Callable[[], None]) -> None:
        """Do it now, or as soon as the page has shown its first answer."""
        if self._answered:
            then()
        else:
            self._waiting.append(then)

    def keep_for_filled(self, *widgets: QWidget) -> None:
        """Widgets beside `states` that are of use only while the page is filled."""
        self._only_filled = widgets
        self._show_only_filled()

    def show_state(self, state: QWidget) -> None:
        """Show one of the states."""
        if self.states.indexOf(state) < 0:
            self.states.addWidget(state)
        self.states.setCurrentWidget(state)
        self._show_only_filled()
        if self.trouble is not None and state is not self.trouble:
            self.states.removeWidget(self.trouble)
            self.trouble.deleteLater()
            self.trouble = None

    def _show_only_filled(self) -> None:
        state = self.states.currentWidget()
        filled = not isinstance(state, EmptyState | LoadingBlocks) and state is not self.trouble
        for widget in self._only_filled:
            widget.setVisible(filled)

    def _show_answer(self, answer: Any) -> None:
        self.show_state(self.show_answer(answer))
        self._answered = True
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then()

    # -- trouble -----------------------------------------------------------------------------

    def show_trouble(self, error: BaseException) -> None:
        """The book could not be read: say so, with the ways out."""
        from ksdesk.ui.shell.trouble import headline

        self._stale = True  # whoever comes back to the page need not ask for it
        self.again = MainButton(self.tr("Try again"), "refresh")
        self.again.clicked.connect(self.try_again)
        self.to_backups = SecondButton(self.tr("To the backups ›"), height=40)
        self.to_backups.clicked.connect(self._open_backups)
        card = TroubleCard(
            self.tr("The book cannot be read right now"),
            headline(error),
            safe=[
                (
                    self.tr("Nothing was changed"),
                    self.tr("Only the reading failed; the file is as it was."),
                )
            ],
            buttons=[self.again, self.to_backups],
            details=trace_of(error),
        )
        trouble = PageScroll()
        trouble.add(card)
        trouble.body.addStretch(1)
        self.show_state(self.loading)  # an older trouble goes
        self.trouble = trouble
        self.show_state(trouble)

    @Slot()
    def try_again(self) -> None:
        """Read once more, seen to be at it."""
        self.show_state(self.loading)
        self._stale = False
        self.refresh()

    @Slot()
    def _open_backups(self) -> None:
        self.ctx.navigate("settings", "data")
