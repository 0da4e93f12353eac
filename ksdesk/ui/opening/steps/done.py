"""完成: what was reached, what is still open, and where to go from here."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ksdesk.domain import opening
from ksdesk.ui.opening.drafts import Drafts
from ksdesk.ui.opening.steps.view import StepView
from ksdesk.ui.opening.words import CHAPTERS, said
from ksdesk.ui.parts.buttons import SecondButton, TextButton
from ksdesk.ui.parts.icons import Icon
from ksdesk.ui.parts.labels import Label, heading, small
from ksdesk.ui.parts.shop_type_words import type_name
from ksdesk.ui.parts.texts import money_text
from ksdesk.ui.shell.context import Context


class DoneView(StepView):
    """One line a chapter with its outcome, then the next things to do."""

    def __init__(self, ctx: Context, drafts: Drafts, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._drafts = drafts
        self._rows = QVBoxLayout()
        self._holder: QWidget | None = None
        self.body.addLayout(self._rows)
        self.body.addWidget(heading(self.tr("What comes next")))
        self.jumps: dict[str, SecondButton] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for number, (topic, icon, word, why) in enumerate(self._next()):
            button = SecondButton(word, icon)
            button.clicked.connect(partial(self._jump, topic))
            self.jumps[topic] = button
            grid.addWidget(button, number, 0)
            grid.addWidget(small(why, wrap=True), number, 1)
        row = len(self.jumps)
        self.naming = SecondButton(self.tr("Name your shop ›"), "edit")
        self.naming.clicked.connect(self._ask_name)
        self._named_for = small(
            self.tr("It stands in the window's title and on exports"), wrap=True
        )
        grid.addWidget(self.naming, row, 0)
        grid.addWidget(self._named_for, row, 1)
        self.body.addLayout(grid)
        self.body.addStretch(1)

    def _next(self) -> tuple[tuple[str, str, str, str], ...]:
        return (
            (
                "products",
                "products",
                self.tr("Prepare products ›"),
                self.tr("Your own goods, or links of other platforms"),
            ),
            (
                "deposit",
                "deposit",
                self.tr("Look at the deposit ›"),
                self.tr("Keep the balance above the line"),
            ),
            (
                "guide",
                "guide",
                self.tr("Read the handbook ›"),
                self.tr("Listing, promotion, shipping, after-sales"),
            ),
        )

    @Slot()
    def _ask_name(self) -> None:
        from ksdesk.ui.backups.shop_name import ask_other_name

        ask_other_name(self.ctx, self).accepted.connect(partial(self._offer_name, False))

    def _offer_name(self, offered: bool) -> None:
        """Whether the way to a name is there: a shop that has one changes it in its menu."""
        self.naming.setVisible(offered)
        self._named_for.setVisible(offered)

    def _jump(self, topic: str) -> None:
        self.ctx.navigate(topic)

    def open(self, step: str) -> None:
        super().open(step)
        self._show()

    def refresh(self) -> None:
        self._show()

    def _show(self) -> None:
        """The chapters with their outcome."""
        self._offer_name(not self.ctx.shop_name)
        if self._holder is not None:
            self._holder.hide()
            self._holder.deleteLater()
        self._holder = QWidget(self)
        rows = QVBoxLayout(self._holder)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12)
        for progress, kind, outcome in self._outcomes():
            rows.addLayout(self._row(progress, kind, outcome))
        self._rows.addWidget(self._holder)

    def _outcomes(self) -> list[tuple[opening.ChapterProgress, str, str]]:
        """Each chapter with the kind and the words of its outcome."""
        saved = {name: self._drafts.fields(name) for name in self._drafts.visited}
        found = opening.chapter_progress("done", self._drafts.done, saved)
        return [(each, *self._outcome(each)) for each in found if each.chapter != "done"]

    def headline(self) -> str:
        left = sum(
            progress.attention or 1  # as many as the rail says of the chapter
            for progress, kind, _outcome in self._outcomes()
            if kind != "good"
        )
        if left:
            return self.tr("At the end; still open: {n}").format(n=left)
        return self.tr("All done here; the phone has the rest")

    def _row(self, progress: opening.ChapterProgress, kind: str, outcome: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Icon(kind, kind, 20), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(said(CHAPTERS[progress.chapter])))
        words.addWidget(small(outcome, wrap=True))
        row.addLayout(words, 1)
        if kind != "good":
            link = TextButton(self.tr("Go there ›"), small=True, inline=True)
            link.setAccessibleName(f"{said(CHAPTERS[progress.chapter])} {link.text()}")
            link.clicked.connect(partial(self.ctx.navigate, "opening", progress.chapter))
            row.addWidget(link)
        return row

    def _outcome(self, progress: opening.ChapterProgress) -> tuple[str, str]:
        if progress.chapter == "type" and not progress.attention:
            return self._type_outcome()
        if progress.chapter == "deposit":
            return self._deposit_outcome()
        if progress.attention:
            text = self.tr("{n} fine, {m} to look at again")
            return "warn", text.format(n=progress.good, m=progress.attention)
        if progress.chapter == "realname" and not progress.good:
            return "warn", self.tr("No photo and no number was checked")
        if progress.state == "done":
            return "good", self.tr("Gone through to the end")
        text = self.tr("{n} of {all} steps gone through")
        return "warn", text.format(n=progress.finished, all=progress.steps)

    def _type_outcome(self) -> tuple[str, str]:
        fields = self._drafts.fields("type.choose")
        code = str(fields.get("shop_type") or "")
        if not code:
            return "warn", self.tr("Not chosen yet")
        return "good", type_name(code)

    def _deposit_outcome(self) -> tuple[str, str]:
        booked = self._drafts.booked
        if not booked:
            return "warn", self.tr("Not booked yet")
        text = self.tr("Booked: {amount}").format(amount=money_text(sum(booked.values())))
        return "good", text

    def next_words(self) -> tuple[str, bool]:
        return self.tr("Import a traffic report ›"), False
