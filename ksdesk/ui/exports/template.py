"""Empty tables to fill in and import, for whoever offers them."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ksdesk.actions import exports
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.saved import say_saved


class Templates(QObject):
    """Writes templates on behalf of `owner`."""

    def __init__(self, ctx: Context, owner: QWidget) -> None:
        super().__init__(owner)
        self.ctx, self.owner = ctx, owner

    def save(self, kind: str, _checked: bool = False) -> None:
        """Ask where to, then write the template of a kind of import."""
        from ksdesk.ui.imports.kind_words import kind_name

        name = self.tr("Template {kind}").format(kind=kind_name(kind))
        self.ctx.ask.save_file(
            self.owner,
            self.tr("Import template"),
            f"{name}.xlsx",
            self.tr("Excel workbooks") + " (*.xlsx);;CSV (*.csv)",
            partial(self._write, kind),
        )

    def _write(self, kind: str, target: Path) -> None:
        known = target.suffix.lower() in (".xlsx", ".csv")
        path = target if known else target.with_name(f"{target.name}.xlsx")
        self.ctx.jobs.run(
            self, exports.template, path, kind, done=partial(self._written, path.parent)
        )

    def _written(self, folder: Path, _written: object) -> None:
        say_saved(self.ctx, self.tr("Saved"), folder)
