"""Files that any program reads: the whole book as CSV, and empty tables to fill in."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QMenu, QWidget

from ksdesk.actions import exports
from ksdesk.ui.exports.template import Templates
from ksdesk.ui.parts.buttons import SecondButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.flow import FlowLayout
from ksdesk.ui.parts.labels import body
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.saved import say_saved


class OpenFilesCard(Card):
    """Nobody is locked in: everything goes out as CSV with a readme, on one click."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.ctx = ctx
        self.templates = Templates(ctx, self)
        self.set_title(self.tr("Open files"))
        text = self.tr(
            "The whole book as CSV files with a readme that explains each column; Excel and any"
            " other program read them. Templates are empty tables with one example row."
        )
        self.add(body(text, wrap=True))
        self.book_button = SecondButton(self.tr("Save all as CSV"), "export")
        self.book_button.clicked.connect(self.save_book)
        self.template_button = SecondButton(
            self.tr("Import template"), "table", trailing="chevron_down"
        )
        self.template_button.clicked.connect(self.choose_template)
        ways = QWidget()
        flow = FlowLayout(ways, spacing=8)
        flow.addWidget(self.book_button)
        flow.addWidget(self.template_button)
        self.add(ways)

    @Slot()
    def save_book(self) -> None:
        """Ask where to, then write the zip."""
        self.ctx.jobs.run(self, self.ctx.reader.shop.name, done=self._ask_target)

    def _ask_target(self, shop: str) -> None:
        from ksdesk.exports.tables import file_stem

        name = file_stem(shop or self.tr("My shop"))
        title = self.tr("Save all as CSV")
        filters = self.tr("Zip files") + " (*.zip)"
        self.ctx.ask.save_file(
            self, title, f"{name}-{self.ctx.clock():%Y-%m-%d}.zip", filters, self._write_book
        )

    def _write_book(self, target: Path) -> None:
        if target.suffix.lower() != ".zip":
            target = target.with_name(f"{target.name}.zip")
        self.ctx.jobs.run(
            self,
            exports.whole_book,
            self.ctx.book,
            target,
            self.ctx.clock(),
            done=partial(self._written, target.parent),
            progress=self.tr("Saving all as CSV"),
        )

    @Slot()
    def choose_template(self) -> None:
        """Offer a template for each kind of import."""
        from ksdesk.ui.imports.kind_words import kind_name

        self.menu = QMenu(self)
        for kind in exports.template_kinds():
            action = self.menu.addAction(kind_name(kind))
            action.triggered.connect(partial(self.templates.save, kind))
        self.menu.popup(self.template_button.mapToGlobal(self.template_button.rect().bottomLeft()))

    def _written(self, folder: Path, _written: object) -> None:
        say_saved(self.ctx, self.tr("Saved"), folder)
