"""The conditions of getting a deposit back, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ksdesk.domain.deposit.notes import RefundCase
from ksdesk.domain.deposit.refund import Condition
from ksdesk.ui.parts.texts import day_text
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP

CONDITIONS = {
    "function_closed": QT_TRANSLATE_NOOP(
        "Refund", "You applied to close third-party promotion 「关闭三方平台推广功能」"
    ),
    "exit_rule": QT_TRANSLATE_NOOP(
        "Refund", "The shop-exit rule 《快手平台小店商家退店规则》 is met"
    ),
    "category_closed": QT_TRANSLATE_NOOP("Refund", "The category with the high deposit is closed"),
    "no_sales": QT_TRANSLATE_NOOP(
        "Refund", "Last calendar month nothing was sold in the category with the highest deposit"
    ),
}
STATES = {
    "met": ("good", QT_TRANSLATE_NOOP("Refund", "met")),
    "not_met": ("neutral", QT_TRANSLATE_NOOP("Refund", "not yet")),
    "later": ("warn", QT_TRANSLATE_NOOP("Refund", "later")),
    "asked": ("neutral", QT_TRANSLATE_NOOP("Refund", "please say")),
}
STEPS = (
    ("preparing", QT_TRANSLATE_NOOP("Refund", "Conditions")),
    ("applied", QT_TRANSLATE_NOOP("Refund", "Applied")),
    ("deducted", QT_TRANSLATE_NOOP("Refund", "Deductions")),
    ("paid", QT_TRANSLATE_NOOP("Refund", "Paid back")),
)

translate = QCoreApplication.translate


def condition_word(condition: Condition) -> str:
    """The condition as a sentence."""
    return translate("Refund", CONDITIONS[condition.code])


def condition_state(condition: Condition) -> tuple[str, str]:
    """Kind and word of how it stands, with the day where there is one."""
    kind, text = STATES[condition.state]
    if condition.on is not None:
        day = day_text(condition.on, year=True)
        if condition.state == "later":
            return kind, translate("Refund", "from {day}").format(day=day)
        if condition.state == "met":
            return kind, translate("Refund", "since {day}").format(day=day)
    return kind, translate("Refund", text)


def step_number(case: RefundCase | None) -> int:
    """How many of `STEPS` lie behind."""
    state = case.state if case is not None else "preparing"
    return [code for code, _word in STEPS].index(state)


def step_word(number: int) -> str:
    """ "已申请"."""
    return translate("Refund", STEPS[number][1])
