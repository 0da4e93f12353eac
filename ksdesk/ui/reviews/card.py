"""One live or video: what it brought, what stood out, what to do next time."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ksdesk.actions.reviews.looking import Review, SeenBroadcast
from ksdesk.domain.reviews.broadcasts import Broadcast
from ksdesk.ui.parts.buttons import IconButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.fields import TextField
from ksdesk.ui.parts.labels import Divider, small
from ksdesk.ui.parts.labels import title as title_label
from ksdesk.ui.reviews import words
from ksdesk.ui.reviews.checklist.ticks import AfterList
from ksdesk.ui.reviews.compare_part import ComparePart
from ksdesk.ui.reviews.desk import Unwritten
from ksdesk.ui.reviews.funnel_part import FunnelPart
from ksdesk.ui.reviews.next_part import NextPart
from ksdesk.ui.reviews.remarks_part import RemarksPart, SoldPart

TWO_COLUMNS = 640  # px of the card from which its parts stand beside each other


class ReviewCard(Card):
    """`planned` and `learnt` when what was typed is to be kept; `ticked(place, done)`;
    `asked(what)` for: edit, drop."""

    planned = Signal()
    learnt = Signal()
    ticked = Signal(int, bool)
    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=24, parent=parent)
        self.seen: SeenBroadcast | None = None
        self._unwritten = Unwritten()
        self._narrow = False
        self.add_layout(self._head())
        self.add(Divider("border", self))
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(24)
        self.left, self.right = QVBoxLayout(), QVBoxLayout()
        for column, stretch in ((self.left, 5), (self.right, 4)):
            column.setSpacing(16)
            self._columns.addLayout(column, stretch)
        self.compare = ComparePart(self)
        self.remarks = RemarksPart(self)
        self.funnel = FunnelPart(self)
        self.sold = SoldPart(self)
        self.note = TextField(
            self.tr("What you saw yourself"),
            placeholder=self.tr("Who asked what, where they left, what sold by itself"),
            rows=2,
            parent=self,
        )
        self.note.keep_people_out()
        self.note.finished.connect(self._learn)
        for part in (self.compare, self.remarks, self.note):
            self.left.addWidget(part)
        self.left.addStretch(1)
        self.next = NextPart(self)
        self.next.edited.connect(self._plan)
        self.next.ticked.connect(self.ticked)
        for widget in (self.funnel, self.next, self.sold):
            self.right.addWidget(widget)
        self.right.addStretch(1)
        self.add_layout(self._columns, 1)
        self.add(Divider("border", self))
        self.after = AfterList(self)
        self.add(self.after)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        column = QVBoxLayout()
        column.setSpacing(0)
        self.title = title_label(elide=True, parent=self)
        self.line = small("", elide=True, parent=self)
        column.addWidget(self.title)
        column.addWidget(self.line)
        row.addLayout(column, 1)
        self.more = IconButton("more", self.tr("More"), parent=self)
        self.more.clicked.connect(self._open_menu)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignVCenter)
        figure = QVBoxLayout()
        figure.setSpacing(0)
        self.caption = small("", parent=self)
        self.net = title_label(parent=self)
        for label in (self.caption, self.net):
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
            figure.addWidget(label)
        row.addLayout(figure)
        return row

    def show_review(self, review: Review, unwritten: Unwritten) -> None:
        """Show it, with what was typed and could not be written; what is being typed for the same
        one stays.
        """
        one = review.seen.told
        again = self.one is not None and self.one.began_at == one.began_at
        self.seen, self._unwritten = review.seen, unwritten
        self.title.setText(words.title_text(one))
        self.line.setText(words.head_line(review))
        caption, figure = words.net_of(review)
        self.caption.setText(caption)
        self.net.setText(figure)
        self.compare.show_review(review)
        self.remarks.show_remarks(review.remarks)
        self.funnel.show_review(review)
        self.sold.show_review(review)
        self.after.show_asked(review.asked)
        self.after.setVisible(bool(review.asked))
        if not (again and self.note.edit.hasFocus()):
            self.note.set_text(one.note if unwritten.note is None else unwritten.note)
        self.next.show_todo(one, unwritten.todo, again=again)

    @property
    def one(self) -> Broadcast | None:
        """What is shown, as it was noted."""
        return self.seen.told if self.seen is not None else None

    @Slot()
    def _learn(self) -> None:
        if self.one is None:
            return
        if self._unwritten.note is not None or self.note.text().strip() != self.one.note:
            self.learnt.emit()

    @Slot()
    def _plan(self) -> None:
        told = tuple(word for word, _done in self.one.todo) if self.one is not None else ()
        words = tuple(filter(None, self.next.words()))
        if self._unwritten.todo is not None or words != told:
            self.planned.emit()

    def menu(self) -> QMenu:
        """What else can be done with it."""
        menu = QMenu(self)
        menu.addAction(self.tr("Its figures…"), partial(self.asked.emit, "edit"))
        if self.one is not None and self.one.id > 0:
            menu.addAction(self.tr("Move to bin"), partial(self.asked.emit, "drop"))
        return menu

    def _open_menu(self) -> None:
        self.menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def set_narrow(self, narrow: bool) -> None:
        """On a narrow page its parts stand below each other, however wide it is itself."""
        self._narrow = narrow
        self._turn()

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        beside = self.width() >= TWO_COLUMNS and not self._narrow
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(across if beside else down)
