"""What was made of pasted links, one by one, before any becomes a product."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ksdesk.actions.deposit import Account
from ksdesk.actions.products.links import PastedPiece
from ksdesk.domain.links.share_text import ShareLink
from ksdesk.ui.parts.buttons import MainButton, SecondButton, TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.labels import Divider, Label, body, small
from ksdesk.ui.parts.pill import Pill
from ksdesk.ui.parts.scroll import PageScroll
from ksdesk.ui.parts.texts import NOTHING, count_text, day_text, elide, money_text
from ksdesk.ui.products.links.words import VERDICTS, platform_word, refusal_words, verdict_word

MOST_SHOWN = 100
WIDTH = 320


class LinksCard(Card):
    """`added(found)` takes those that can be added, `closed` none of them.

    `code_asked(link)` wants a link as a QR code, `by_hand(text)` a refused text in the editor,
    `deposit_asked` the page of the deposit.
    """

    added = Signal(object)
    closed = Signal()
    code_asked = Signal(object)
    by_hand = Signal(object)
    deposit_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Pasted links"), " ", flush=True, parent=parent)
        self.found: tuple[PastedPiece, ...] = ()
        self.area = PageScroll(self)
        self.area.body.setSpacing(0)
        self.add(self.area, 1)
        self.none_button = SecondButton(self.tr("None of them"))
        self.none_button.clicked.connect(self.closed)
        self.add_button = MainButton("", height=32)
        self.add_button.clicked.connect(self._add)
        self.add_footer((self.none_button,), (self.add_button,))
        self.setAccessibleName(self.tr("Pasted links"))

    def show_found(self, found: Sequence[PastedPiece], promotion: Account) -> None:
        """Show other pieces, and what the promotion deposit means for them."""
        self.found = tuple(found)
        addable = sum(piece.addable for piece in found)
        links = sum(piece.link is not None for piece in found)
        hint = self.tr("{links} recognised, {addable} to add")
        self.set_title(
            self.tr("Pasted links"),
            hint.format(links=count_text(links), addable=count_text(addable)),
        )
        self.add_button.set_text(self.tr("Add these %n", "", addable))
        self.add_button.setVisible(bool(addable))
        none = self.tr("None of them") if addable else self.tr("Close")
        self.none_button.set_text(none)
        self._clear()
        for piece in found[:MOST_SHOWN]:
            self.area.add(self._made(piece))
            self.area.add(Divider("grid"))
        if len(found) > MOST_SHOWN:
            more = self.tr("and {count} more").format(count=count_text(len(found) - MOST_SHOWN))
            self.area.add(_padded(small(more)))
        if links:
            self.area.add(self._deposit(promotion))
        self.area.body.addStretch(1)

    def _clear(self) -> None:
        layout = self.area.body
        while layout.count():
            item = layout.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _made(self, piece: PastedPiece) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(_title(piece), 1, Qt.AlignmentFlag.AlignTop)
        kind, _ = VERDICTS[piece.verdict]
        pill = Pill(verdict_word(piece.verdict), kind)
        head.addWidget(pill, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        second = small(self._second(piece), wrap=True)
        column.addWidget(second)
        if piece.addable and piece.link is not None and piece.link.unsure:
            column.addWidget(
                small(self.tr("Whether its goods may be taken is not known; ask first"), wrap=True)
            )
        way = self._way(piece)
        if way is not None:
            column.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)
        return row

    def _second(self, piece: PastedPiece) -> str:
        if piece.error is not None:
            return refusal_words(piece.error)
        assert piece.link is not None
        platform = platform_word(piece.link.platform)
        if piece.known is not None:
            since = piece.known.changed_at
            same = self.tr("{platform} · the same item as on {day}")
            day = day_text(None if since is None else since.date())
            return same.format(platform=platform, day=day)
        if piece.verdict == "phone":
            if piece.link.url:
                text = self.tr("{platform} short link · item number not known yet")
            else:
                text = self.tr("{platform} share code · item number not known yet")
            return text.format(platform=platform)
        if piece.verdict == "item":
            text = self.tr("{platform} · item {number}")
            return text.format(platform=platform, number=piece.link.item_id)
        text = self.tr("{platform} · copy the share text of a single item instead")
        return text.format(platform=platform)

    def _way(self, piece: PastedPiece) -> QWidget | None:
        if piece.error is not None:
            if piece.error.code != "plain_words":
                return None
            return _Way(self.tr("Write it down by hand ›"), self.by_hand, piece.error.part)
        if piece.link is not None and piece.link.url and piece.verdict == "phone":
            return _Way(self.tr("QR code for the phone ›"), self.code_asked, piece.link)
        return None

    def _deposit(self, promotion: Account) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(2)
        text = self.tr("Goods of other platforms need the promotion deposit.")
        column.addWidget(small(text, wrap=True))
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(small(self.tr("Now {amount}: ").format(amount=money_text(promotion.balance))))
        word, tone = self._standing(promotion)
        row.addWidget(small(word, tone=tone))
        row.addStretch(1)
        column.addLayout(row)
        way = TextButton(self.tr("To the deposit ›"), small=True, inline=True)
        way.clicked.connect(self.deposit_asked)
        column.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)
        return whole

    def _standing(self, promotion: Account) -> tuple[str, str]:
        if promotion.line is None:
            return self.tr("the line is not known yet"), "warn"
        if promotion.enough:
            return self.tr("enough"), "good"
        short = self.tr("{amount} short")
        return short.format(amount=money_text(promotion.line - promotion.balance)), "bad"

    @Slot()
    def _add(self) -> None:
        self.added.emit(tuple(piece for piece in self.found if piece.addable))


class _Way(TextButton):
    """A link below a piece that hands on what it stands for."""

    chosen = Signal(object)

    def __init__(self, text: str, to: object, what: ShareLink | str) -> None:
        super().__init__(text, small=True, inline=True)
        self._what = what
        self.chosen.connect(to)
        self.clicked.connect(self._choose)

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self._what)


def _title(piece: PastedPiece) -> Label:
    if piece.error is not None:
        part = " ".join(piece.error.part.split()).removeprefix("https://")
        return body(elide(part, 40) or NOTHING, wrap=True)
    assert piece.link is not None
    shown = piece.link.title or piece.link.url.removeprefix("https://") or piece.link.code
    label = body(shown, wrap=bool(piece.link.title), elide=not piece.link.title)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, label.sizePolicy().verticalPolicy())
    return label


def _padded(label: Label) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(16, 12, 16, 12)
    column.addWidget(label)
    return whole
