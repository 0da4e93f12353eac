"""店铺: all own shops, the one that is open, and those in the bin."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ksdesk.actions import shops
from ksdesk.actions.shops import Removed, Shop
from ksdesk.paths import Paths
from ksdesk.ui.backups.shop_name import ask_new_shop, ask_other_name
from ksdesk.ui.parts.buttons import IconButton, SecondButton, TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.labels import Divider, Label, small
from ksdesk.ui.parts.pill import Pill
from ksdesk.ui.parts.texts import day_text
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.latest import Latest


class ShopsCard(Card):
    """A row a shop with what can be done to it."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Shops"))
        self.ctx = ctx
        self._latest = Latest(ctx, self)
        self.new_button = SecondButton(self.tr("New shop"), "plus")
        self.new_button.clicked.connect(self._new)
        self.add_action(self.new_button)
        self.rows: dict[str, QWidget] = {}
        self._holder = QVBoxLayout()
        self._holder.setSpacing(4)
        self.add_layout(self._holder)
        text = self.tr("Each shop has a book and backups of its own; nothing is shared.")
        self.add(small(text, wrap=True))

    def refresh(self) -> None:
        """Read the names again."""
        self._latest.ask(_read, self.ctx.paths, done=self._show)

    def _show(self, found: tuple[tuple[Shop, ...], tuple[Removed, ...]]) -> None:
        while item := self._holder.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.rows.clear()
        own, binned = found
        for shop in own:
            row = self._shop_row(shop)
            self.rows[shop.slug] = row
            self._holder.addWidget(row)
        for gone in binned:
            self._holder.addWidget(Divider())
            self._holder.addWidget(self._binned(gone))

    def _shop_row(self, shop: Shop) -> QWidget:
        name = shop.name or self.tr("My shop")
        row, line = _line(name)
        if self._is_open(shop):
            line.addWidget(Pill(self.tr("open"), "accent"))
            rename = TextButton(self.tr("Rename"), "edit", small=True)
            rename.clicked.connect(self._rename)
            line.addWidget(rename)
            return row
        if shop.trouble:
            line.addWidget(Pill(self.tr("cannot be read"), "bad"))
        else:
            opened = TextButton(self.tr("Open ›"), small=True)
            opened.clicked.connect(partial(self._open, shop.slug))
            line.addWidget(opened)
        bin_ = IconButton("trash", self.tr("Move {name} to the bin").format(name=name))
        bin_.clicked.connect(partial(self._ask_remove, shop))
        line.addWidget(bin_)
        return row

    def _binned(self, gone: Removed) -> QWidget:
        text = self.tr("{name}, in the bin since {day}")
        named = text.format(
            name=gone.name or self.tr("My shop"), day=day_text(gone.removed_at.date())
        )
        row, line = _line(named, "muted")
        back = TextButton(self.tr("Bring back"), "undo", small=True)
        back.clicked.connect(partial(self._take_back, gone))
        line.addWidget(back)
        return row

    def _is_open(self, shop: Shop) -> bool:
        return not self.ctx.sample and shop.slug == self.ctx.paths.shop

    @Slot()
    def _new(self) -> None:
        ask_new_shop(self.ctx, self.window())

    @Slot()
    def _rename(self) -> None:
        ask_other_name(self.ctx, self.window())

    def _open(self, slug: str, _checked: bool = False) -> None:
        self.ctx.open_shop(slug)

    def _ask_remove(self, shop: Shop, _checked: bool = False) -> None:
        self.ctx.ask.question(
            self,
            self.tr("Move {name} to the bin?").format(name=shop.name or self.tr("My shop")),
            self.tr("Its book and backups go to the bin as they are and can be brought back here."),
            self.tr("Move to the bin"),
            partial(self.remove, shop),
        )

    def remove(self, shop: Shop) -> None:
        """Move a closed shop to the bin."""
        self.ctx.jobs.run(
            self,
            shops.remove,
            self.ctx.paths,
            shop.slug,
            self.ctx.clock(),
            writes=True,
            done=self._changed,
        )

    def _take_back(self, gone: Removed, _checked: bool = False) -> None:
        self.ctx.jobs.run(
            self, shops.take_back, self.ctx.paths, gone, writes=True, done=self._changed
        )

    def _changed(self, _result: object) -> None:
        self.refresh()


def _read(paths: Paths) -> tuple[tuple[Shop, ...], tuple[Removed, ...]]:
    return shops.listed(paths), shops.removed(paths)


def _line(name: str, tone: str = "text") -> tuple[QWidget, QHBoxLayout]:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    line.addWidget(Label(name, tone=tone, elide=True), 1)
    return row, line
