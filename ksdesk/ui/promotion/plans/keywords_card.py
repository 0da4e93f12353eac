"""关键词: each held word by word against the product; locked while the hot search runs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from ksdesk.domain.products import Product
from ksdesk.domain.promotion.keywords import KeywordFit
from ksdesk.domain.promotion.plans import PLANNED, unlocked
from ksdesk.ui.parts.buttons import SecondButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.labels import body, small
from ksdesk.ui.parts.rows import Column, RowsModel
from ksdesk.ui.parts.table import TableView
from ksdesk.ui.parts.texts import NOTHING
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP
from ksdesk.ui.promotion.plans.view import OnePlan
from ksdesk.ui.promotion.words import joined, said

KINDS = {
    "fits": ("good", QT_TRANSLATE_NOOP("Plans", "Fits")),
    "partly": ("warn", QT_TRANSLATE_NOOP("Plans", "Partly")),
    "not": ("bad", QT_TRANSLATE_NOOP("Plans", "Does not")),
}
NARROW = 620  # px below which the explanation leaves


class KeywordsCard(Card):
    """`wanted` when keywords are to be changed: a click on one, or the button."""

    wanted = Signal()

    def __init__(self, view: OnePlan, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Keywords against the product, word by word"), flush=True, parent=parent
        )
        plan = view.standing.plan
        self._locked = plan.locked
        bad = sum(1 for fit in view.fits if fit.kind != "fits")
        count = self.tr("{n} fit").format(n=len(view.fits) - bad)
        if bad:
            count = joined([count, self.tr("{n} do not").format(n=bad)])
        assert self.title_label is not None
        self.set_title(self.title_label.text(), count if view.fits else "")
        if plan.state == PLANNED:
            self.edit = SecondButton(self.tr("Topic and keywords"), "edit", parent=self)
            self.edit.clicked.connect(self.wanted)
            self.add_action(self.edit)
        self._texts(view.products)
        self.model = RowsModel(self._columns(), key=lambda fit: fit.keyword, parent=self)
        self.model.set_rows(view.fits)
        self.table = TableView(self.model, name=self.tr("Keywords"), parent=self)
        self.table.set_empty(self.tr("No keywords yet"))
        self.table.clicked.connect(self._clicked)
        self.table.opened.connect(self._clicked)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.fit_height()
        self.add(self.table)
        changed = unlocked(view.standing.changes, plan)
        if changed:
            text = self.tr(
                "Unlocked %n times while it ran; the book says each time costs weight",
                "",
                len(changed),
            )
            told = small(text, tone="warn", wrap=True)
            self.add_footer((told,)).setStretch(0, 100)

    def _texts(self, products: tuple[Product, ...]) -> None:
        """The texts that the keywords are held against."""
        holder = Card(parent=self)
        holder.set_edge("surface")
        for product in products[:3]:
            texts = (
                (self.tr("Title"), product.title),
                (self.tr("Category"), product.category),
                (self.tr("Selling points"), product.selling_point),
            )
            pieces = [f"{name} {text}" for name, text in texts if text]
            holder.add(small("   ".join(pieces), wrap=True))
        if not products:
            holder.add(
                body(
                    self.tr("Name the product in the plan, then its words can be compared."),
                    wrap=True,
                )
            )
        self.add(holder)

    def _columns(self) -> list[Column]:
        return [
            Column(
                "keyword",
                self.tr("Keyword"),
                lambda fit: fit.keyword,
                bold=True,
                minimum=96,
                icon=lambda _fit: ("lock", "muted") if self._locked else None,
            ),
            Column("title", self.tr("In the title"), lambda fit: _pieces(fit.title), width=96),
            Column(
                "category", self.tr("In the category"), lambda fit: _pieces(fit.category), width=72
            ),
            Column(
                "points",
                self.tr("In the selling points"),
                lambda fit: _pieces(fit.points),
                width=104,
            ),
            Column("kind", self.tr("Fits?"), lambda fit: fit.kind, pill=_pill, width=64),
            Column("why", self.tr("Why"), self._why, tone="muted", minimum=96),
        ]

    def _why(self, fit: KeywordFit) -> str:
        if fit.kind == "fits":
            return self.tr("nothing is missing")
        left = joined(f"「{piece}」" for piece in fit.left)
        return self.tr("missing: {words}").format(words=left)

    def set_narrow(self, narrow: bool) -> None:
        """The explanation gives way."""
        self.table.set_hidden({"why"} if narrow else set())

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self.set_narrow(self.width() < NARROW)

    @Slot()
    def _clicked(self, *_where: object) -> None:
        self.wanted.emit()


def _pieces(pieces: tuple[str, ...]) -> str:
    return "、".join(pieces) or NOTHING


def _pill(fit: KeywordFit) -> tuple[str, str]:
    kind, word = KINDS[fit.kind]
    return kind, said(word)
