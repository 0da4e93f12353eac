"""The opening wizard: chapters, the step, and the phone that shows what to tap."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QMargins, QSize, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ksdesk.domain import opening
from ksdesk.ui.opening import PAGE
from ksdesk.ui.opening.chapters import ChapterPath
from ksdesk.ui.opening.drafts import Drafts, Kept
from ksdesk.ui.opening.other_phone import OtherPhone
from ksdesk.ui.opening.path import chapters, crumb
from ksdesk.ui.opening.screens import screen_of
from ksdesk.ui.opening.step_card import StepCard
from ksdesk.ui.opening.steps import make_view
from ksdesk.ui.opening.steps.view import StepView
from ksdesk.ui.opening.words import SENTENCES, TITLES, chapter_of, meanings, said
from ksdesk.ui.parts.buttons import SecondButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.labels import Divider, small
from ksdesk.ui.parts.page_header import PageHeader
from ksdesk.ui.parts.phone import FULL, PhoneView
from ksdesk.ui.parts.tab_order import bring_in_sight
from ksdesk.ui.parts.texts import clock_text
from ksdesk.ui.shell.book_page import BookPage
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.theme import SMALL, theme_of

WIDE = 1096  # of the page, from where chapters are a column
LOW = 632  # of the page, below which the header keeps its title only
CHAPTERS_WIDE, STEP_WIDEST = 176, 768
STACKED = 720  # of the page, below which the phone stands under the step
LEAST = QSize(440, 560)


class OpeningPage(BookPage):
    """开店向导. Steps are named as in `ksdesk.domain.opening`; `jump` takes a step or a chapter."""

    spec = PAGE

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self.drafts = Drafts(ctx, self)
        self.drafts.saved.connect(self._saved)
        self.drafts.failed.connect(self._unsaved)
        self._views: dict[str, StepView] = {}
        self._restored: dict[str, Any] = {}
        self._memory: dict[str, dict[str, Any]] = {}
        self._build()
        self.setFocusProxy(self.card.next)
        # Its own, or a page laid out for a large window would keep that window from shrinking.
        self.setMinimumSize(LEAST)
        self._fit()

    # -- building

    def _build(self) -> None:
        self.other = SecondButton(self.tr("My phone looks different"), "phone", height=40)
        self.other.setCheckable(True)
        self.other.clicked.connect(self._toggle_other)
        self.header = PageHeader(
            self.tr("Opening a shop"),
            self.tr("Follow the phone drawn at the right; what is unclear is written beside it"),
            (self.other,),
            self,
        )
        self.chapters = ChapterPath(len(opening.CHAPTERS))
        self.chapters.chosen.connect(self.jump)
        self._column = self._chapter_column()
        self.card = StepCard(self)
        self.card.back.clicked.connect(self.go_back)
        self.card.next.clicked.connect(self.go_on)
        self.phone = PhoneView(self)
        self.phone.tapped.connect(self._tapped)
        self.caption = small(elide=True, parent=self)
        self.caption.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.panel: OtherPhone | None = None
        self._left = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._left.addWidget(self._column)
        self._left.addWidget(self.card, 1)
        self.filled = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.filled)
        self._row.setSpacing(16)
        self._row.addLayout(self._left, 1)
        self._row.addWidget(self._phone_column(), 0, Qt.AlignmentFlag.AlignHCenter)
        self._outer = QVBoxLayout(self)
        self._outer.addWidget(self.header)
        self._outer.addWidget(self.states, 1)
        self.states.addWidget(self.filled)
        self.keep_for_filled(self.other)

    def _phone_column(self) -> QWidget:
        self._beside = QWidget(self)
        column = QVBoxLayout(self._beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.phone, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.caption)
        column.addStretch(1)
        return self._beside

    def _chapter_column(self) -> Card:
        column = Card(flush=True, parent=self)
        column.body.setContentsMargins(7, 11, 7, 11)
        column.body.setSpacing(8)
        column.add(self.chapters)
        self._saving = small(
            self.tr("Every step is saved by itself. Close the app, and it goes on from here."),
            wrap=True,
            parent=column,
        )
        self._saving.setContentsMargins(8, 0, 8, 0)
        self._rule = Divider(parent=column)
        column.add(self._rule)
        column.add(self._saving)
        column.add_stretch()
        return column

    def _view(self, step: str) -> StepView:
        """The view of a step's chapter, made and filled when first shown."""
        chapter = chapter_of(step)
        if chapter not in self._views:
            view = make_view(self.ctx, chapter, self.drafts, self)
            for each in opening.steps_of(chapter):
                view.open(each.name)
                view.fill(self.drafts.fields(each.name))
            # Connected after filling: loading must not save.
            view.edited.connect(self._edited)
            view.mirrored.connect(self._mirror)
            view.other_phone.connect(self._open_other)
            view.set_narrow(self._narrow)
            self._views[chapter] = view
            self.card.add_view(view)
        return self._views[chapter]

    # -- moving

    @property
    def step(self) -> str:
        """The name of the step that is open."""
        return self.drafts.place

    def view(self) -> StepView:
        """The view of the step that is open."""
        return self._view(self.step)

    def show_step(self, step: str) -> None:
        """Open a step without finishing another."""
        if step != self.step:
            self.drafts.go(step)
        self._open(step)

    def _open(self, step: str) -> None:
        view = self._view(step)
        view.open(step)
        view.refresh()
        self._close_other()
        # A field that goes out of sight would hand its focus to whatever comes next.
        if (focused := self.window().focusWidget()) and self.card.holds(focused):
            self.card.next.setFocus()
        headline = view.headline() or said(TITLES[step])
        self.card.show_view(view, crumb(self.step), headline, said(SENTENCES[step]))
        self._mirror()

    def go_on(self) -> None:
        """Finish the step and open the next; behind the last one is the traffic report."""
        after = opening.step_after(self.step)
        self._keep()
        if after is None:
            self.ctx.navigate("traffic")
            return
        self.drafts.go(after, done=self.step)
        if after == opening.STEP_NAMES[-1]:
            self.drafts.go(after, done=after)
            for view in self._views.values():
                view.forget()
        self._open(after)
        self.card.to_top()
        bring_in_sight(self._column)

    def go_back(self) -> None:
        """Open the step before; what was filled in stays."""
        before = opening.step_before(self.step)
        if before is not None:
            self._keep()
            self.show_step(before)

    def jump(self, target: str) -> None:
        """Open a step by its name, or a chapter where it was left."""
        self.once_answered(partial(self._jump, target))

    def _jump(self, target: str) -> None:
        self._keep()
        if target in opening.CHAPTERS:
            names = [each.name for each in opening.steps_of(target)]
            visited = [name for name in names if name in self.drafts.visited]
            open_ones = [name for name in visited if name not in self.drafts.done]
            target = (open_ones or visited[:1] or names)[0]
        if target in opening.STEP_NAMES:
            self.show_step(target)

    def _tapped(self) -> None:
        if not self.view().phone_tapped():
            self.go_on()

    # -- keeping

    def _edited(self) -> None:
        self._keep()
        self._mirror()

    def _keep(self) -> None:
        """What stands on the step goes to the book if it differs."""
        self.drafts.put(self.step, self.view().fields())

    def _noted(self, note: str) -> None:
        self.drafts.put_note(self.step, note)
        self.card.show_note(note)

    def _saved(self) -> None:
        at = clock_text(self.ctx.clock())
        self.card.show_saved(self.tr("Saved by itself {time}").format(time=at))

    def _unsaved(self) -> None:
        self.card.show_saved(self.tr("Not saved yet; the next change tries again"), "bad")

    # -- showing

    def _mirror(self) -> None:
        """Draw phone, chapters and footer from what stands now."""
        view = self.view()
        screen = screen_of(self.step, view.mirror())
        if screen.spot is None or screen.spot.look or not screen.spot.word:
            name = self.tr("The phone at this step: {screen}").format(screen=screen.title)
        else:
            name = self.tr("The phone at this step: tap 「{word}」").format(word=screen.spot.word)
        self.phone.set_screen(screen, name, meanings(), clock_text(self.ctx.clock()))
        self.caption.setText(self._caption(screen.spot is not None and screen.spot.bubble))
        words, quiet = view.next_words()
        first = opening.step_before(self.step) is None
        self.card.show_footer(words, quiet=quiet, first=first)
        self.card.show_note(self.drafts.note(self.step))
        self.chapters.show_chapters(chapters(self.drafts))

    def _caption(self, tap: bool) -> str:
        if tap:
            return self.tr("Tap the frame to go on; grey is not known")
        return self.tr("Grey is not known: see your phone")

    def _toggle_other(self) -> None:
        if self.card.panel_open():
            self._close_other()
        else:
            self._open_other()

    def _open_other(self) -> None:
        if self.panel is None:
            self.panel = OtherPhone(self.ctx, self)
            self.panel.noted.connect(self._noted)
            self.panel.closed.connect(self._close_other)
            self.card.set_panel(self.panel)
        self.panel.show_step(self.step, self.drafts.note(self.step))
        self.other.setChecked(True)
        self.card.open_panel()
        self.panel.field.setFocus()

    def _close_other(self) -> None:
        self.other.setChecked(False)
        self.card.close_panel()

    # -- the page's contract

    def question(self) -> Callable[[], Kept]:
        return self.drafts.question()

    def show_answer(self, answer: Kept) -> QWidget:
        """Something was written, perhaps elsewhere."""
        changed = self.drafts.take(answer)
        if not self._answered:
            self._open_first()
            return self.filled
        for step in changed:
            if chapter_of(step) in self._views:
                self._views[chapter_of(step)].fill(self.drafts.fields(step))
        for view in self._views.values():
            view.refresh()
        self._mirror()
        return self.filled

    def _open_first(self) -> None:
        """The step that was left, with what its chapters had in memory in another look."""
        for step in opening.STEP_NAMES:
            if memory := self._memory.pop(chapter_of(step), None):
                self._view(step).recall(memory)
        self._open(self.step)

    def state(self) -> dict[str, Any]:
        """The drafts go along: their last write may still be on its way."""
        if not self._answered:
            return self._restored
        self._keep()
        self.drafts.flush()
        memory = {name: view.memory() for name, view in self._views.items()}
        return {"drafts": self.drafts.snapshot(), "memory": memory}

    def restore(self, state: dict[str, Any]) -> None:
        self._restored = state
        if "drafts" in state:
            self.drafts.adopt(state["drafts"])
        self._memory = dict(state.get("memory", {}))
        if self._answered:
            for step in opening.STEP_NAMES:
                if chapter_of(step) in self._views:
                    self._views[chapter_of(step)].fill(self.drafts.fields(step))
            self._open_first()

    # -- room

    @property
    def _narrow(self) -> bool:
        return self.width() < WIDE

    def edges(self) -> QMargins:
        edges = super().edges()
        if self._narrow:
            edges.setBottom(8)
        return edges

    def _fit(self) -> None:
        """Place chapters, step and phone for the room there is."""
        narrow, theme = self._narrow, theme_of(self)
        stacked = self.width() < STACKED
        low = stacked or self.height() < theme.px(LOW)
        gap, edges = (8 if low else 16), self.edges()
        self._outer.setContentsMargins(edges)
        self._outer.setSpacing(gap)
        self.header.show_sentence(not low)
        room = self.height() - 16 - self.header.height() - gap - edges.bottom()
        caption = theme.line(SMALL) + 8
        self.phone.set_small(narrow or room < FULL.height() + caption)
        self.caption.setVisible(stacked or room >= self.phone.height() + caption)
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if stacked else ways.LeftToRight)
        self.card.set_whole(stacked)
        self._place(narrow)

    def _place(self, narrow: bool) -> None:
        ways = QBoxLayout.Direction
        self._left.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self._left.setSpacing(8 if narrow else 16)
        self.chapters.set_compact(narrow)
        self._column.setMinimumWidth(0 if narrow else CHAPTERS_WIDE)
        self._column.setMaximumWidth(16777215 if narrow else CHAPTERS_WIDE)
        self._rule.setVisible(not narrow)
        self._saving.setVisible(not narrow)
        self._column.body.setContentsMargins(*((15, 3, 15, 3) if narrow else (7, 11, 7, 11)))
        beside = self.phone.width() + (0 if narrow else 16)
        self._beside.setFixedWidth(beside)
        # The step does not grow beyond 768: what is left of a wide page stays empty at the right.
        margins = self._outer.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        widest = CHAPTERS_WIDE + 16 + STEP_WIDEST + 16 + beside
        self._row.setContentsMargins(0, 0, 0 if narrow else max(0, room - widest), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.states.currentWidget() is not self.filled:
            super().keyPressEvent(event)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = QApplication.focusWidget()
            if isinstance(focused, QPushButton) and self.isAncestorOf(focused):
                focused.click()
            else:
                self.go_on()
            return
        if event.matches(QKeySequence.StandardKey.Paste) and self.view().paste():
            return
        if event.key() == Qt.Key.Key_Escape and self.card.panel_open():
            self._close_other()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        for view in self._views.values():
            view.set_narrow(self._narrow)

    def hideEvent(self, event: QHideEvent) -> None:
        self.drafts.flush()
        super().hideEvent(event)
