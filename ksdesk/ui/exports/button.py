"""The way from a table on the screen to a file: which rows, which kind of file, where to."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ksdesk.ui.parts.buttons import Button, SecondButton
from ksdesk.ui.parts.texts import count_text
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.saved import say_saved

if TYPE_CHECKING:
    from ksdesk.exports import Sheet, Written

MakeSheet = Callable[[bool], "Sheet"]
"""Makes the table: with True of the rows that are shown, with False of all. It is called on the
UI thread and gives rows that a worker may read."""

EXCEL, CSV = ".xlsx", ".csv"


class ExportMenu(QObject):
    """Offers the ways out of one table at a button of `owner`. `name` is what the file is called,
    after the name of the shop.

    `choice`: whether what is shown and everything are two things. The button asks nothing
    itself: connect its `clicked` to `open`. A sheet, which lies over the line that tells what was
    done, sets `said` to show the sentence itself.
    """

    def __init__(
        self,
        ctx: Context,
        owner: QWidget,
        name: str,
        make_sheet: MakeSheet,
        *,
        choice: bool = True,
    ) -> None:
        super().__init__(owner)
        self.ctx, self.owner, self.name = ctx, owner, name
        self._make_sheet, self._choice = make_sheet, choice
        self.said: Callable[[str], None] | None = None

    def menu(self) -> QMenu:
        """The entries: shown or all rows, to Excel or CSV."""
        menu = QMenu(self.owner)
        menu.aboutToHide.connect(menu.deleteLater)
        if not self._choice:
            self._add(menu, self.tr("To Excel"), False, EXCEL)
            self._add(menu, self.tr("To CSV"), False, CSV)
            return menu
        self._add(menu, self.tr("What is shown, to Excel"), True, EXCEL)
        self._add(menu, self.tr("What is shown, to CSV"), True, CSV)
        menu.addSeparator()
        self._add(menu, self.tr("Everything, to Excel"), False, EXCEL)
        self._add(menu, self.tr("Everything, to CSV"), False, CSV)
        return menu

    def _add(self, menu: QMenu, text: str, filtered: bool, suffix: str) -> None:
        action = QAction(text, menu)
        action.triggered.connect(partial(self.export, filtered, suffix))
        menu.addAction(action)

    @Slot()
    def open(self) -> None:
        """Show the entries below the button that was clicked."""
        button = self.sender()
        at = button if isinstance(button, Button) else self.owner
        self.menu().popup(at.mapToGlobal(QPoint(0, at.height() + 4)))

    def export(self, filtered: bool, suffix: str, _checked: bool = False) -> None:
        """Ask where to, then write the file while the app goes on."""
        from ksdesk.exports.tables import file_stem

        day = self.ctx.clock().date().isoformat()
        kinds = {
            EXCEL: self.tr("Excel workbook (*.xlsx)"),
            CSV: self.tr("CSV table (*.csv)"),
        }
        title = self.tr("Export {name}").format(name=self.name)
        done = partial(self._write, filtered, suffix)
        file = f"{file_stem(self.ctx.shop_name, self.name)} {day}{suffix}"
        self.ctx.ask.save_file(self.owner, title, file, kinds[suffix], done)

    def _write(self, filtered: bool, suffix: str, path: Path) -> None:
        from ksdesk.actions import exports

        if path.suffix.lower() != suffix:
            path = path.with_name(path.name + suffix)
        self.ctx.jobs.run(
            self.owner,
            exports.write,
            path,
            self._make_sheet(filtered),
            done=partial(self._say, path),
            progress=self.tr("Exporting {name}").format(name=self.name),
        )

    def _say(self, path: Path, written: Written) -> None:
        rows = self.tr("{n} rows exported").format(n=count_text(written.rows))
        if written.rows == 1:
            rows = self.tr("1 row exported")
        if written.cut:
            cut = self.tr(
                "%Ln texts were too long for Excel and are cut; CSV keeps them whole",
                "",
                written.cut,
            )
            rows = self.tr("{rows}. {cut}").format(rows=rows, cut=cut)
        if self.said is not None:
            self.said(rows)
            return
        say_saved(self.ctx, rows, path.parent)


class ExportButton(SecondButton):
    """导出: a second button with the menu of its table."""

    def __init__(
        self,
        ctx: Context,
        name: str,
        make_sheet: MakeSheet,
        *,
        choice: bool = True,
        height: int = 32,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "export", trailing="chevron_down", height=height, parent=parent)
        self.set_text(self.tr("Export"))
        self.ways = ExportMenu(ctx, self, name, make_sheet, choice=choice)
        self.clicked.connect(self.ways.open)
