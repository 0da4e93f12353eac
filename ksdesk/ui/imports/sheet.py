"""The preview of an import: what each column became, what will be stored, what will not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from ksdesk.actions.promotion.cost_sheet import tells_costs
from ksdesk.domain.imports import LEFT_OUT, ColumnGuess, Preview
from ksdesk.domain.traffic import from_seconds
from ksdesk.ui.exports.button import ExportButton
from ksdesk.ui.imports.columns import ColumnsPane
from ksdesk.ui.imports.halved import ask_halved, is_halved
from ksdesk.ui.imports.kind_bar import KindBar
from ksdesk.ui.imports.reading import Reading, can_be_read_again, once_more
from ksdesk.ui.imports.tables import refused_table, revised_table, stored_table
from ksdesk.ui.imports.words import (
    facts_line,
    need_words,
    refused_sentence,
    refused_words,
    source_name,
)
from ksdesk.ui.parts.buttons import MainButton, SecondButton, TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.chips import ChipBar
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.labels import small
from ksdesk.ui.parts.table import RowsModel, TableView
from ksdesk.ui.parts.texts import count_text, day_text, in_chinese
from ksdesk.ui.parts.tip import set_tip
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.jobs import Job
from ksdesk.ui.shell.progress import ProgressStrip

if TYPE_CHECKING:
    from ksdesk.exports import Sheet

TABS = ("columns", "new", "same", "revised", "refused")
WIDTH, HEIGHT = 920, 264


class ImportSheet(SheetDialog):
    """Shows a preview. `wanted(Reading)`: read once more like that; `accepted` to import;
    `rejected` to set it aside; `dropped` to forget it; `costs_wanted` to fill in costs with it.

    `skipped()` are the keys of revised rows that were unticked.
    """

    keeps = True
    wanted = Signal(object)
    dropped = Signal()
    costs_wanted = Signal()

    def __init__(self, ctx: Context, preview: Preview, parent: QWidget) -> None:
        super().__init__(source_name(preview.source), name="import", width=WIDTH, parent=parent)
        self.ctx = ctx
        self.tabs = ChipBar(
            [
                ("columns", self.tr("Columns"), 0),
                ("new", self.tr("New"), 0),
                ("same", self.tr("Imported already"), 0),
                ("revised", self.tr("Will be updated"), 0),
                ("refused", self.tr("Not usable"), 0),
            ],
            "columns",
            name=self.tr("What to look at"),
        )
        self.tabs.chosen.connect(self.open_tab)
        self.bar = KindBar(self)
        self.bar.wanted.connect(self._read_again)
        self.add(self.bar)
        self._add_costs()
        self.add(self.tabs)
        self.pane = ColumnsPane(self)
        self.pane.remapped.connect(self._remap)
        self.stack = QStackedWidget()
        self.grant(self.stack, HEIGHT)
        self.stack.addWidget(self.pane)
        self.add(self.stack, 1)
        self._add_foot()
        self._pages: dict[str, QWidget] = {}
        self.preview = preview
        self.revised: RowsModel | None = None
        self.show_preview(preview)
        self.tabs.set_value(self._first_tab())
        self.open_tab()

    def _add_costs(self) -> None:
        """Where what goods cost is filled in: an import does not take it."""
        self.costs = QWidget(self)
        row = QHBoxLayout(self.costs)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        said = self.tr(
            "It tells what goods cost. The profit takes that from Promotion › Fill in costs alone,"
            " not from this import."
        )
        row.addWidget(small(said, wrap=True, tone="warn"), 1)
        self.to_costs = TextButton(self.tr("Fill in costs with it ›"), small=True, inline=True)
        self.to_costs.clicked.connect(self.costs_wanted)
        row.addWidget(self.to_costs)
        self.add(self.costs)

    def _add_foot(self) -> None:
        self.note = small(wrap=True)
        self.mend = ExportButton(self.ctx, self.tr("Rows to mend"), self._to_mend, choice=False)
        self.mend.set_text(self.tr("Save these rows to mend them"))
        self.mend.ways.said = self.note.setText
        foot = QHBoxLayout()
        foot.addWidget(self.note, 1)
        foot.addWidget(self.mend)
        self.add_layout(foot)
        self.strip = ProgressStrip(self)
        self.strip.hide()
        self.add(self.strip)
        self.go = MainButton("", height=32)
        self.go.clicked.connect(self._go)
        self.leave = SecondButton(self.tr("Don't import"))
        self.leave.clicked.connect(self.dropped)
        self.later = SecondButton(self.tr("Set it aside"))
        set_tip(self.later, self.tr("It is kept as it is, and this page offers it again."))
        self.later.clicked.connect(self.reject)
        self.set_buttons(self.go, self.leave, self.later)

    def _first_tab(self) -> str:
        preview = self.preview
        guessed = any(c.why == "guess" and c.role != "skip" for c in preview.columns)
        if preview.needs or (guessed and not preview.counts.same + preview.counts.revised):
            return "columns"
        if preview.counts.new:
            return "new"
        if preview.counts.revised:
            return "revised"
        return "refused" if preview.counts.refused else "same"

    def show_preview(self, preview: Preview) -> None:
        """Show another preview of the same source."""
        self.preview = preview
        self.set_busy(False)
        self._drop_pages()
        counts = preview.counts
        numbers = {
            "columns": len(preview.columns),
            "new": counts.new,
            "same": counts.same,
            "revised": counts.revised,
            "refused": counts.refused,
        }
        for tab, number in numbers.items():
            self.tabs.set_count(tab, number)
        self.set_sentence(self._facts())
        self.pane.show_preview(preview)
        self.bar.show_preview(preview)
        self.bar.setEnabled(can_be_read_again(preview.source))
        self.costs.setVisible(tells_costs(preview))
        self.open_tab()
        self._judge()

    def _facts(self) -> str:
        preview = self.preview
        pieces = facts_line(
            preview.kind,
            preview.encoding,
            preview.delimiter,
            preview.header_line,
            preview.grain,
        )
        if preview.first is None or preview.last is None:
            return pieces
        first, last = from_seconds(preview.first).date(), from_seconds(preview.last).date()
        if first == last:
            return f"{pieces} · {day_text(first, year=True)}"
        days = self.tr("{first} to {last}")
        text = days.format(first=day_text(first, year=True), last=day_text(last, year=True))
        return f"{pieces} · {text}"

    def _drop_pages(self) -> None:
        for page in self._pages.values():
            self.stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        self.revised = None

    @Slot()
    def open_tab(self, _tab: object = None) -> None:
        """Show what the chosen chip counts."""
        tab = str(self.tabs.value())
        if tab == "columns":
            self.stack.setCurrentWidget(self.pane)
        else:
            if tab not in self._pages:
                self._pages[tab] = self._build(tab)
                self.stack.addWidget(self._pages[tab])
            self.stack.setCurrentWidget(self._pages[tab])
        self.note.setText(self._note(tab))
        self.note.setVisible(bool(self.note.text()))
        self.mend.setVisible(tab == "refused" and bool(self.preview.counts.refused))

    def _to_mend(self, _filtered: bool) -> Sheet:
        from ksdesk.actions.exports import refused_sheet

        language = "zh" if in_chinese() else "en"
        return refused_sheet(self.preview, refused_words, language)

    def _build(self, tab: str) -> QWidget:
        if tab == "refused":
            return _framed(refused_table(self.preview))
        if tab == "revised":
            table = revised_table(self.preview)
            self.revised = table.rows
            self.revised.checked_changed.connect(self._judge)
            return _framed(table)
        return _framed(stored_table(self.preview, tab))

    def _note(self, tab: str) -> str:
        preview = self.preview
        if tab == "refused":
            return self._refused_note()
        if tab == "revised" and preview.counts.revised:
            return self.tr("Ticked rows take the new figures; the others stay as they are.")
        shown = len([row for row in preview.rows if row[1] == tab])
        counted = {"new": preview.counts.new, "same": preview.counts.same}.get(tab, 0)
        if counted > shown:
            text = self.tr("The first {n} are shown.")
            return text.format(n=count_text(shown))
        return ""

    def _refused_note(self) -> str:
        """The first row that cannot be used, and how many total lines were left out."""
        bad = next((r for r in self.preview.refused if r.reason not in LEFT_OUT), None)
        pieces = [refused_sentence(bad)] if bad is not None else []
        totals = self.preview.counts.left_out
        if totals:
            pieces.append(self.tr("total lines of the report left out: %n", "", totals))
        return " · ".join(pieces)

    def skipped(self) -> frozenset[str]:
        """The keys of revised rows that were unticked."""
        if self.revised is None:
            return self.preview.unticked & {one.key for one in self.preview.revised}
        every = {one.key for one in self.preview.revised}
        return frozenset(every - {str(key) for key in self.revised.checked()})

    def taken(self) -> int:
        """How many rows an import now would store or change."""
        counts = self.preview.counts
        return counts.new + counts.revised - len(self.skipped())

    @Slot()
    def _judge(self) -> None:
        preview, taken = self.preview, self.taken()
        products = preview.kind == "products"
        self.go.set_text(
            self.tr("Import %n products", "", taken)
            if products
            else self.tr("Import %n rows", "", taken)
        )
        if preview.needs:
            self.go.disable(need_words(preview.needs, preview.columns))
            self.go.set_text(need_words(preview.needs, preview.columns))
        elif not taken:
            words = self.tr("Nothing new in it")
            self.go.disable(words)
            self.go.set_text(words)
        else:
            self.go.enable()

    @Slot()
    def _go(self) -> None:
        """Prices that fall by more than half are asked about once."""
        skipped = self.skipped()
        revised = (one for one in self.preview.revised if one.key not in skipped)
        halved = sum(is_halved(one.reasons) for one in revised)
        if halved:
            ask_halved(self.ctx, self, halved, self.accept)
        else:
            self.accept()

    @Slot(object)
    def _remap(self, columns: tuple[ColumnGuess, ...]) -> None:
        self._read_again(once_more(self.preview, columns=columns))

    @Slot(object)
    def _read_again(self, reading: Reading) -> None:
        self.set_busy(True)
        self.wanted.emit(reading)

    def worth_keeping(self) -> bool:
        """Whether there is anything in it to come back to."""
        return bool(self.preview.needs) or self.taken() > 0

    def set_busy(self, busy: bool) -> None:
        """While the source is read once more, nothing can be changed."""
        self.stack.setEnabled(not busy)
        self.bar.setEnabled(not busy)
        if busy:
            self.go.disable(self.tr("Still reading"))

    def restore_columns(self, why: str = "") -> None:
        """It was not read again: show what was before, and say why if it was not stopped."""
        self.show_preview(self.preview)
        if why:
            self.note.setText(why)
            self.note.setVisible(True)

    def show_job(self, job: Job) -> None:
        """Show how far the reading is, with its cancel."""
        self.strip.show_job(job)

    def finish_job(self, job: Job) -> None:
        """The reading has ended."""
        self.strip.finish(job)


def _framed(table: TableView) -> Card:
    card = Card(flush=True)
    card.add(table, 1)
    return card
