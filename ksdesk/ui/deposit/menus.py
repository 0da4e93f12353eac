"""The two menus of the deposit page: what can be done with an account, which figures to change."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMenu, QWidget

from ksdesk.ui.deposit.desk import Desk
from ksdesk.ui.deposit.view import AccountView
from ksdesk.ui.guide.own_figure import OwnFigureSheet
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP

FACTS = {
    "shown": QT_TRANSLATE_NOOP("Deposit", "What the phone shows as due…"),
    "categories": QT_TRANSLATE_NOOP("Deposit", "Special categories…"),
    "adjustments": QT_TRANSLATE_NOOP("Deposit", "Adjustment for last month's sales…"),
    "sales": QT_TRANSLATE_NOOP("Deposit", "Sales by month…"),
    "tiers": QT_TRANSLATE_NOOP("Deposit", "Sales tiers…"),
}
FACTS_OF = {
    "own": ("shown", "categories", "adjustments", "sales", "tiers"),
    "promotion": ("shown", "categories", "sales"),
    "cross_border": ("shown",),
}
RULES = {"own": "deposit.base", "promotion": "deposit.promotion"}

translate = QCoreApplication.translate


def _menu(parent: QWidget) -> QMenu:
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def facts_menu(
    desk: Desk, view: AccountView, to_wizard: Callable[[], None], parent: QWidget
) -> QMenu:
    """The figures behind the line of the account, each with its sheet."""
    menu = _menu(parent)
    name = view.account.name
    for fact in FACTS_OF[name]:
        text = translate("Deposit", FACTS[fact])
        if fact == "categories" and name == "promotion":
            text = translate("Deposit", "Promotion categories…")
        menu.addAction(text, partial(_list_facts, desk, fact))
    if name in RULES:
        text = translate("Deposit", "The minimum in the rule book…")
        menu.addAction(text, partial(change_rule, desk, view, RULES[name], parent))
        menu.addSeparator()
        menu.addAction(translate("Deposit", "Answers of the shop wizard ›"), to_wizard)
    return menu


def more_menu(desk: Desk, view: AccountView, parent: QWidget) -> QMenu:
    """What else can be done with the account."""
    menu = _menu(parent)
    menu.addAction(translate("Deposit", "Record an entry…"), partial(_record, desk))
    frozen = translate("Deposit", "It is frozen…")
    if view.account.frozen:
        frozen = translate("Deposit", "It is no longer frozen…")
    menu.addAction(frozen, desk.freeze)
    menu.addAction(
        translate("Deposit", "Sub-shops and their receivables…"),
        partial(_list_facts, desk, "sub_shops"),
    )
    if view.account.name == "promotion":
        menu.addSeparator()
        menu.addAction(translate("Deposit", "Get the promotion deposit back…"), desk.refund)
        menu.addAction(translate("Deposit", "Take out the excess…"), desk.excess)
    return menu


def change_rule(
    desk: Desk, view: AccountView, key: str, parent: QWidget, *_checked: object
) -> None:
    """The sheet for the seller's own figure of a rule."""
    rules = view.rules.on(view.today)
    if key in rules:
        desk.open(OwnFigureSheet(desk.ctx, rules[key], rules.shipped(key), parent))


def _list_facts(desk: Desk, name: str, *_checked: object) -> None:
    desk.list_facts(name)


def _record(desk: Desk, *_checked: object) -> None:
    desk.record()
