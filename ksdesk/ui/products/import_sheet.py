"""The preview of a table of products: what is new, what changes, what cannot be used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from ksdesk.actions.products.imports import ProductPreview, cells_of
from ksdesk.domain.imports import LEFT_OUT, Refused
from ksdesk.domain.products.imports import Arrival
from ksdesk.ui.exports.button import ExportButton
from ksdesk.ui.imports.words import ENCODINGS, source_name
from ksdesk.ui.parts.buttons import MainButton, SecondButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.chips import ChipBar
from ksdesk.ui.parts.dialog import Sheet
from ksdesk.ui.parts.labels import small
from ksdesk.ui.parts.table import Column, RowsModel, TableView
from ksdesk.ui.parts.texts import NOTHING, count_text, in_chinese
from ksdesk.ui.products.bulk.words import (
    FIELDS,
    differing,
    field_word,
    reasons_words,
    value_text,
    values_words,
)
from ksdesk.ui.products.cell_words import fault_words
from ksdesk.ui.products.import_columns import ProductColumns
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.jobs import Job
from ksdesk.ui.shell.progress import ProgressStrip

if TYPE_CHECKING:
    from ksdesk.exports import Sheet as ExportSheet

TABS = ("columns", "new", "revised", "same", "refused")


@dataclass(frozen=True)
class _Doubt:
    """A line that cannot be used, in words."""

    line: int
    column: str
    value: str
    words: str
    harmless: bool


class ProductImportSheet(Sheet):
    """Shows a preview; `wanted` when its products are to be imported, `remapped(columns)` when
    its columns are to be read as other ones."""

    wanted = Signal()
    remapped = Signal(object)
    scrolls = True

    def __init__(self, ctx: Context, shown: ProductPreview, parent: QWidget) -> None:
        super().__init__(source_name(shown.source), name="product import", width=920, parent=parent)
        self.tabs = ChipBar(
            [
                ("columns", self.tr("Columns"), 0),
                ("new", self.tr("New"), 0),
                ("revised", self.tr("Will be updated"), 0),
                ("same", self.tr("As in the book"), 0),
                ("refused", self.tr("Not usable"), 0),
            ],
            name=self.tr("What to look at"),
        )
        self.tabs.chosen.connect(self.open_tab)
        self.stack = QStackedWidget()
        self.stack.setMinimumHeight(264)
        self.note = small(wrap=True)
        self.mend = ExportButton(ctx, self.tr("Rows to mend"), self._to_mend, choice=False)
        self.mend.set_text(self.tr("Save these rows to mend them"))
        self.mend.ways.said = self.note.setText
        foot = QHBoxLayout()
        foot.addWidget(self.note, 1)
        foot.addWidget(self.mend)
        self.strip = ProgressStrip(self)
        self.strip.hide()
        self.add(self.tabs)
        self.add(self.stack, 1)
        self.add_layout(foot)
        self.add(self.strip)
        self.go = MainButton("", height=32)
        self.go.clicked.connect(self.wanted)
        self.leave = SecondButton(self.tr("Don't import"))
        self.leave.clicked.connect(self.reject)
        self.set_buttons(self.go, self.leave)
        self._pages: dict[str, QWidget] = {}
        self._doubts: list[_Doubt] = []
        self.revised: RowsModel | None = None
        self.show_preview(shown)
        full = [tab for tab in ("new", "revised", "refused", "same") if self._count(tab)]
        self.tabs.set_value(full[0] if full else "columns")
        self.open_tab()

    def show_preview(self, shown: ProductPreview) -> None:
        """Show another state of the same table."""
        self.preview = shown
        self._doubts = _doubts(shown)
        for page in self._pages.values():
            self.stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        self.revised = None
        for tab in TABS:
            self.tabs.set_count(tab, self._count(tab))
        self.set_sentence(self._facts())
        self.open_tab()
        self._judge()

    def _count(self, tab: str) -> int:
        if tab == "columns":
            return len(self.preview.columns)
        return len(self._doubts) if tab == "refused" else len(self.preview.of(tab))

    def _facts(self) -> str:
        shown = self.preview
        pieces = [self.tr("%n products", "", shown.total)]
        pieces.append(ENCODINGS.get(shown.encoding, ""))
        if shown.header_line > 1:
            text = self.tr("header in line {n}")
            pieces.append(text.format(n=count_text(shown.header_line)))
        return " · ".join(filter(None, pieces))

    @Slot()
    def open_tab(self, _tab: object = None) -> None:
        """Show what the chosen chip counts."""
        tab = str(self.tabs.value() or "columns")
        if tab not in self._pages:
            self._pages[tab] = self._build(tab)
            self.stack.addWidget(self._pages[tab])
        self.stack.setCurrentWidget(self._pages[tab])
        self.note.setText(self._notes().get(tab, ""))
        self.note.setVisible(bool(self.note.text()))
        self.mend.setVisible(tab == "refused" and any(not d.harmless for d in self._doubts))

    def _notes(self) -> dict[str, str]:
        names = self.tr("Columns are known by their names; what is wrong can be set at the right.")
        ticked = self.tr("Ticked products take the new values; a blank cell changes nothing.")
        return {"columns": names, "revised": ticked}

    def _build(self, tab: str) -> QWidget:
        if tab == "columns":
            columns = ProductColumns(self.preview.columns)
            columns.remapped.connect(self.remapped)
            return columns
        card = Card(flush=True)
        if tab == "revised":
            card.add(self._revised_table(), 1)
        else:
            refused = tab == "refused"
            card.add(self._refused_table() if refused else self._products_table(tab), 1)
        return card

    def _products_table(self, fate: str) -> TableView:
        model = RowsModel(
            [
                _line_column(self.tr("Line")),
                Column("title", self.tr("Product"), _title, minimum=160, tip=_title),
                Column("values", self.tr("Values"), _values, minimum=240, tip=_values),
                Column("note", self.tr("Note"), _note, minimum=120, tone="warn", tip=_note),
            ]
        )
        rows = self.preview.of(fate)
        model.set_rows(rows)
        empty = {
            "new": self.tr("No new products in it."),
            "same": self.tr("No product is in the book as it stands here."),
        }
        name = self.tr("Products as they will be")
        table = TableView(model, name=name, row_height=32, empty=empty[fate])
        if not any(one.edit.reasons for one in rows):
            table.set_hidden({"note"})
        return table

    def _revised_table(self) -> TableView:
        self.revised = RowsModel(
            [
                _line_column(self.tr("Line")),
                Column("title", self.tr("Product"), _old_title, minimum=160, tip=_old_title),
                Column("change", self.tr("Old → new"), _changes, minimum=220, tip=_changes),
                Column("note", self.tr("Note"), _note, minimum=120, tone="warn", tip=_note),
            ],
            key=_key,
            checkable=True,
        )
        rows = self.preview.of("revised")
        self.revised.set_rows(rows)
        self.revised.set_checked(map(_key, rows))
        self.revised.checked_changed.connect(self._judge)
        table = TableView(
            self.revised,
            name=self.tr("Products that change"),
            row_height=32,
            many=True,
            empty=self.tr("No product has other values than the book."),
        )
        if not any(one.edit.reasons for one in rows):
            table.set_hidden({"note"})
        return table

    def _refused_table(self) -> TableView:
        model = RowsModel(
            [
                Column("line", self.tr("Line"), lambda d: d.line, count_text, "right", 64),
                Column("column", self.tr("Column"), lambda d: d.column, width=120),
                Column("value", self.tr("Stands there"), lambda d: d.value, width=160),
                Column("why", self.tr("Why"), _why, minimum=240, tone=_why_tone, tip=_why),
            ]
        )
        model.set_rows(self._doubts)
        return TableView(
            model,
            name=self.tr("Rows that cannot be used"),
            row_height=32,
            many=True,
            empty=self.tr("Every row can be used."),
        )

    def _to_mend(self, _filtered: bool) -> ExportSheet:
        from ksdesk.domain.imports.mending import ADDED
        from ksdesk.exports import ExportColumn
        from ksdesk.exports import Sheet as ExportSheet

        added = ADDED["zh" if in_chinese() else "en"]
        columns = (
            *(ExportColumn(f"{n}", label) for n, label in enumerate(self.preview.header)),
            ExportColumn("line", added.line, "count"),
            ExportColumn("reason", added.reason, width=48),
        )
        rows = [
            (*cells_of(self.preview, doubt.line), doubt.line, doubt.words)
            for doubt in self._doubts
            if not doubt.harmless
        ]
        return ExportSheet(self.preview.source.name, columns, rows)

    def skipped(self) -> frozenset[int]:
        """The numbers of changed products that were unticked."""
        if self.revised is None:
            return frozenset()
        checked = set(self.revised.checked())
        return frozenset({_key(one) for one in self.preview.of("revised")} - checked)

    @Slot()
    def _judge(self) -> None:
        taken = self._count("new") + self._count("revised") - len(self.skipped())
        if taken:
            self.go.set_text(self.tr("Import %n products", "", taken))
            self.go.enable()
        else:
            words = self.tr("Nothing new in it")
            self.go.set_text(words)
            self.go.disable(words)

    def set_busy(self, words: str) -> None:
        """While it is written nothing can be changed; "" ends that."""
        self.stack.setEnabled(not words)
        if words:
            self.go.disable(words)
        else:
            self._judge()

    def say(self, words: str) -> None:
        """Something that happened meanwhile."""
        self.note.setText(words)
        self.note.show()

    def show_job(self, job: Job) -> None:
        """Show how far the writing is, with its cancel."""
        self.strip.show_job(job)

    def finish_job(self, job: Job) -> None:
        """The writing has ended."""
        self.strip.finish(job)


def _doubts(shown: ProductPreview) -> list[_Doubt]:
    found = [_doubt(one) for one in shown.refused]
    for one in shown.of("refused"):
        words = reasons_words(reason for reason in one.edit.reasons if reason.level == "bad")
        title = one.edit.before.title or one.edit.after.title
        found += [_Doubt(line, "", title, words, False) for line in one.lines]
    return sorted(found, key=lambda doubt: doubt.line)


def _doubt(one: Refused) -> _Doubt:
    words = fault_words(one.reason, one.value)
    return _Doubt(one.line, one.column, one.value, words, one.reason in LEFT_OUT)


def _line_column(title: str) -> Column:
    return Column("line", title, _line, count_text, "right", 64, tone="muted")


def _line(one: Arrival) -> int:
    return one.lines[0]


def _key(one: Arrival) -> int:
    return one.edit.before.id


def _title(one: Arrival) -> str:
    return one.edit.after.title or one.edit.after.link[:40] or NOTHING


def _old_title(one: Arrival) -> str:
    return one.edit.before.title or _title(one)


def _values(one: Arrival) -> str:
    """What stands in the lines, without the title and what is the same for most."""
    names = [n for n in FIELDS if n not in ("title", "way") and not _is_empty(one, n)]
    return values_words(one.edit.after, names)


def _is_empty(one: Arrival, name: str) -> bool:
    return value_text(one.edit.after, name) == NOTHING


def _changes(one: Arrival) -> str:
    """价格 59.90 → 49.90   库存 3 → 5."""
    before, after = one.edit.before, one.edit.after
    return "   ".join(
        f"{field_word(name)} {value_text(before, name)} → {value_text(after, name)}"
        for name in differing(before, after)
    )


def _note(one: Arrival) -> str:
    return reasons_words(one.edit.reasons)


def _why(doubt: _Doubt) -> str:
    return doubt.words


def _why_tone(doubt: _Doubt) -> str:
    return "muted" if doubt.harmless else "text"
