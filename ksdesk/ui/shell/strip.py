"""The navigation strip of the open shop: its name, its menus, the step that can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.nav import Nav
from ksdesk.ui.shell.way_back import WayBack

if TYPE_CHECKING:
    from ksdesk.domain.changes import Changes


class Strip(Nav):
    """What the strip tells of the book is read in a worker, and again when it changes.

    `named` once the name of the shop is known.
    """

    named = Signal()

    def __init__(self, ctx: Context, way_back: WayBack, parent: QWidget | None = None) -> None:
        super().__init__("", ctx.sample, parent)
        self.ctx, self._way_back = ctx, way_back
        self.shops.connect(self._open_shops)
        self.backup.clicked.connect(self.open_backups)
        self.undo.clicked.connect(self.open_steps)
        ctx.hub.changed.connect(self._changed)
        ctx.undo.moved.connect(self._tell_step)
        self._named("")
        self._tell_name()
        self._tell_step()

    @Slot(object)
    def _changed(self, changes: Changes) -> None:
        if "settings" in changes.topics:
            self._tell_name()

    def _tell_name(self) -> None:
        if not self.ctx.sample:
            self.ctx.jobs.run(self, _own_name, self.ctx, done=self._named)

    def _named(self, name: str) -> None:
        self.ctx.shop_name = self.tr("Sample") if self.ctx.sample else name
        self.switch.rename(self.ctx.shop_name or self.tr("My shop"))
        self.named.emit()

    @Slot()
    def _tell_step(self) -> None:
        self.set_undo(self._way_back.back_words)

    @Slot()
    def _open_shops(self) -> None:
        from ksdesk.ui.shell import menus

        menu = menus.shop_menu(
            self.ctx, self.open_backups, self._new_shop, self.open_together, self.window()
        )
        menus.show_under(menu, self.switch)

    @Slot()
    def open_together(self) -> QWidget:
        """What all shops of this computer say of today, in one table."""
        from ksdesk.ui.today.shops_sheet import ShopsSheet

        self.together = ShopsSheet(self.ctx, self.window())
        self.together.finished.connect(self.together.deleteLater)
        self.together.open()
        return self.together

    @Slot()
    def open_steps(self) -> None:
        """The list of the steps that can be taken back, each by its name."""
        from ksdesk.ui.shell import menus

        menu = menus.undo_menu(self.ctx.undo, self.window())
        menus.show_under(menu, self.undo if self.undo.isVisible() else self.switch)

    @Slot()
    def _new_shop(self) -> None:
        from ksdesk.ui.backups.shop_name import ask_new_shop

        ask_new_shop(self.ctx, self.window())

    @Slot()
    def open_backups(self) -> None:
        """Where backups are looked after."""
        self.ctx.navigate("settings", "data")


def _own_name(ctx: Context) -> str:
    return ctx.reader.shop.name()
