"""The menu under the shop's name, and the list of the steps that can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.undo import UndoHistory

SHOWN = 12  # steps in the list, each way


def shop_menu(
    ctx: Context,
    manage: Callable[[], None],
    fresh: Callable[[], None],
    together: Callable[[], object],
    parent: QWidget,
) -> QMenu:
    """All own shops and the sample, together where there are several; a new one; where they are
    looked after; undo and redo."""
    from ksdesk.actions import shops

    menu = _menu(parent)
    own = shops.listed(ctx.paths)
    for shop in own:
        name = shop.name or QCoreApplication.translate("Menus", "My shop")
        if shop.trouble:
            name = QCoreApplication.translate("Menus", "{name}, cannot be read").format(
                name=shop.name or shop.path.name
            )
        action = menu.addAction(_plain(name), partial(_open, ctx, shop.slug))
        action.setCheckable(True)
        action.setChecked(not ctx.sample and shop.slug == ctx.paths.shop)
    action = menu.addAction(
        QCoreApplication.translate("Menus", "Sample shop"), partial(_open_sample, ctx)
    )
    action.setCheckable(True)
    action.setChecked(ctx.sample)
    menu.addSeparator()
    if len(own) > 1:
        words = QCoreApplication.translate("Menus", "All shops together")
        menu.addAction(words, together)
    menu.addAction(QCoreApplication.translate("Menus", "New shop"), fresh)
    menu.addAction(QCoreApplication.translate("Menus", "Manage shops ›"), manage)
    menu.addSeparator()
    _one_step(menu, _undo_words(ctx.undo), ctx.undo.last is not None, ctx.undo.back, "Ctrl+Z")
    _one_step(menu, _redo_words(ctx.undo), ctx.undo.next is not None, ctx.undo.forth, "Ctrl+Y")
    return menu


def undo_menu(history: UndoHistory, parent: QWidget) -> QMenu:
    """The steps by name, the last one first; taking one takes back all after it too."""
    menu = _menu(parent)
    here = history.index
    for index in range(min(len(history), here + SHOWN) - 1, here - 1, -1):
        words = QCoreApplication.translate("Menus", "Redo: {what}").format(
            what=_step(history.text(index))
        )
        menu.addAction(_plain(words), partial(history.go_to, index + 1))
    if history.next is not None:
        menu.addSeparator()
    for index in range(here - 1, max(-1, here - 1 - SHOWN), -1):
        words = QCoreApplication.translate("Menus", "Undo: {what}").format(
            what=_step(history.text(index))
        )
        menu.addAction(_plain(words), partial(history.go_to, index))
    if not menu.actions():
        menu.addAction(QCoreApplication.translate("Menus", "Nothing to undo")).setEnabled(False)
    return menu


def show_under(menu: QMenu, widget: QWidget) -> None:
    """Open a menu at a widget, its first line chosen for the keyboard."""
    menu.popup(widget.mapToGlobal(QPoint(0, widget.height())))
    if menu.actions():
        menu.setActiveAction(menu.actions()[0])


def _undo_words(history: UndoHistory) -> str:
    if history.last is None:
        return QCoreApplication.translate("Menus", "Nothing to undo")
    return QCoreApplication.translate("Menus", "Undo: {what}").format(what=_step(history.last.text))


def _redo_words(history: UndoHistory) -> str:
    if history.next is None:
        return QCoreApplication.translate("Menus", "Nothing to redo")
    return QCoreApplication.translate("Menus", "Redo: {what}").format(what=_step(history.next.text))


def _one_step(menu: QMenu, words: str, can: bool, call: Callable[[], None], keys: str) -> None:
    action = menu.addAction(f"{_plain(words)}\t{keys}", call)
    action.setEnabled(can)


def _step(text: str) -> str:
    return text or QCoreApplication.translate("Menus", "the last step")


def _open(ctx: Context, slug: str) -> None:
    if ctx.sample or slug != ctx.paths.shop:
        ctx.open_shop(slug)


def _open_sample(ctx: Context) -> None:
    if not ctx.sample:
        ctx.switch_shop(True)


def _menu(parent: QWidget) -> QMenu:
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def _plain(text: str) -> str:
    """A name is no mnemonic."""
    return text.replace("&", "&&")
