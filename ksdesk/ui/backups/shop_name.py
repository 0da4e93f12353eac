"""What a shop is called: asked for a new one, and when it is renamed."""

from __future__ import annotations

from collections.abc import Set
from functools import partial

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QWidget

from ksdesk.actions import shops
from ksdesk.ui.parts.buttons import MainButton
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.fields import LineField
from ksdesk.ui.shell.context import Context

MOST = 40  # characters of a name


class NameSheet(SheetDialog):
    """One field; accepted only with a name that no other shop has, once `take_names` has told them.

    own: whether it begins with the name of the open shop.
    """

    def __init__(
        self, heading: str, verb: str, *, own: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(heading, name="shop-name", width=440, parent=parent)
        self._own = own
        self._taken: Set[str] | None = None
        self.field = LineField(self.tr("What the shop is called"), limit=MOST)
        self.field.edited.connect(self._judge)
        self.add(self.field)
        self.go = MainButton(verb, height=32)
        self.go.clicked.connect(self.accept)
        self.keep = self.leave_button()
        self.set_buttons(self.go, self.keep)
        self.finished.connect(self.deleteLater)
        self._judge()
        self.field.edit.setFocus()

    def take_names(self, names: tuple[str, Set[str]]) -> None:
        """The name of the open shop, and those of all."""
        now, taken = names
        self._taken = taken - {now} if self._own else taken
        if self._own and not self.name():
            self.field.set_text(now)
        self._judge()

    def name(self) -> str:
        """What was typed, without the blanks around it."""
        return self.field.text().strip()

    @Slot(object)
    def _judge(self, _text: object = None) -> None:
        free = self._taken is not None and self.name() not in self._taken
        if self._taken is not None and not free:
            self.field.set_verdict("bad", self.tr("Another shop is called that."))
        else:
            self.field.clear_verdict()
        if self.name() and free:
            self.go.enable()
        else:
            self.go.disable(self.tr("A shop needs a name of its own."))


def ask_new_shop(ctx: Context, parent: QWidget) -> NameSheet:
    """Ask for the name of a new shop; it is then made and opened."""
    heading = QCoreApplication.translate("NameSheet", "A new shop")
    verb = QCoreApplication.translate("NameSheet", "Make and open it")
    sheet = NameSheet(heading, verb, own=False, parent=parent)
    sheet.set_sentence(
        QCoreApplication.translate(
            "NameSheet", "It gets a book of its own; nothing is shared with the others."
        )
    )
    sheet.accepted.connect(partial(_make, ctx, sheet))
    sheet.open()
    ctx.jobs.run(sheet, _names, ctx, done=sheet.take_names)
    return sheet


def ask_other_name(ctx: Context, parent: QWidget) -> NameSheet:
    """Ask for another name of the open shop."""
    heading = QCoreApplication.translate("NameSheet", "Rename the shop")
    verb = QCoreApplication.translate("NameSheet", "Rename")
    sheet = NameSheet(heading, verb, own=True, parent=parent)
    sheet.accepted.connect(partial(_rename, ctx, sheet))
    sheet.open()
    ctx.jobs.run(sheet, _names, ctx, done=sheet.take_names)
    return sheet


def _names(ctx: Context) -> tuple[str, Set[str]]:
    return ctx.reader.shop.name(), {shop.name for shop in shops.listed(ctx.paths)} - {""}


def _make(ctx: Context, sheet: NameSheet) -> None:
    ctx.keep_settings(welcomed=True)
    ctx.open_shop(shops.free_slug(ctx.paths), sheet.name())


def _rename(ctx: Context, sheet: NameSheet) -> None:
    text = QCoreApplication.translate("NameSheet", "rename the shop")
    ctx.write(ctx.hub, text, shops.rename, sheet.name())
