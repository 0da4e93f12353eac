"""The words of the deposit page for the codes of the rooms below."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ksdesk.actions.deposit import Account
from ksdesk.domain.deposit import SPECIAL_CATEGORIES, LinePart
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.ui.parts.texts import in_chinese
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP, Words

word = Words("Deposit")

STATES = {
    "closed": ("neutral", QT_TRANSLATE_NOOP("Deposit", "not opened")),
    "refunded": ("neutral", QT_TRANSLATE_NOOP("Deposit", "paid back")),
    "released": ("neutral", QT_TRANSLATE_NOOP("Deposit", "nothing required")),
    "unknown": ("neutral", QT_TRANSLATE_NOOP("Deposit", "line not filled in")),
    "short": ("bad", QT_TRANSLATE_NOOP("Deposit", "below line")),
    "maybe": ("warn", QT_TRANSLATE_NOOP("Deposit", "perhaps not enough")),
    "exact": ("good", QT_TRANSLATE_NOOP("Deposit", "just enough")),
    "enough": ("good", QT_TRANSLATE_NOOP("Deposit", "enough")),
}
NOTHING_DUE = frozenset(("refunded", "released"))
"""States in which promotion is closed: there is no line to fill in."""
KINDS = {
    "paid_in": QT_TRANSLATE_NOOP("Deposit", "Top-up"),
    "special_top_up": QT_TRANSLATE_NOOP("Deposit", "Special top-up"),
    "transfer_in": QT_TRANSLATE_NOOP("Deposit", "From sub-shop"),
    "adjustment": QT_TRANSLATE_NOOP("Deposit", "Adjusted"),
    "deduction": QT_TRANSLATE_NOOP("Deposit", "Deducted"),
    "returned": QT_TRANSLATE_NOOP("Deposit", "Given back"),
    "fee": QT_TRANSLATE_NOOP("Deposit", "Fee"),
    "refund_applied": QT_TRANSLATE_NOOP("Deposit", "Refund asked"),
    "refund_deducted": QT_TRANSLATE_NOOP("Deposit", "Kept at refund"),
    "refund_paid": QT_TRANSLATE_NOOP("Deposit", "Refunded"),
    "withdrawal": QT_TRANSLATE_NOOP("Deposit", "Withdrawn"),
    "correction": QT_TRANSLATE_NOOP("Deposit", "Matched to phone"),
    "reversal": QT_TRANSLATE_NOOP("Deposit", "Correction"),
}
MEASURES = {
    "cart_closed": QT_TRANSLATE_NOOP("Deposit", "Cart closed"),
    "listing_closed": QT_TRANSLATE_NOOP("Deposit", "Listing closed"),
    "selling_closed": QT_TRANSLATE_NOOP("Deposit", "Selling closed"),
    "withdrawal_limited": QT_TRANSLATE_NOOP("Deposit", "Withdrawal limited"),
    "functions_limited": QT_TRANSLATE_NOOP("Deposit", "Other functions limited"),
    "sub_shop_transfer": QT_TRANSLATE_NOOP("Deposit", "Taken from sub-shops"),
}
PARTS = {
    "base": QT_TRANSLATE_NOOP("Deposit", "Base minimum"),
    "special": QT_TRANSLATE_NOOP("Deposit", "Special category"),
    "adjustment": QT_TRANSLATE_NOOP("Deposit", "Last month's sales"),
    "promotion": QT_TRANSLATE_NOOP("Deposit", "Promotion deposit"),
}
CATEGORIES = {
    "jewellery": "Jewellery and jade",
    "alcohol": "Alcohol",
    "second_hand": "Second hand",
    "fresh": "Fresh produce",
    "beauty": "Beauty",
    "food": "Food",
    "health_food": "Health food",
    "electronics": "Electronics",
    "antiques": "Antiques",
    "virtual": "Virtual goods",
}
BAD_KINDS = frozenset(("deduction", "fee", "refund_deducted"))
FIRST_PAYMENT = QT_TRANSLATE_NOOP("Deposit", "First payment")


def state_of(account: Account) -> tuple[str, str]:
    """Kind and word of an account's state."""
    kind, text = STATES[account.state]
    return kind, word(text)


def kind_word(entry: NewEntry) -> str:
    """What a ledger line is called; an unknown kind by its code."""
    if entry.kind == "paid_in" and entry.origin == "opening":
        return word(FIRST_PAYMENT)
    return kind_name(entry.kind)


def kind_name(kind: str) -> str:
    """What a kind of ledger line is called; an unknown one by its code."""
    return word(KINDS[kind]) if kind in KINDS else kind


def category_word(code: str) -> str:
    """A special category as the platform names it; the seller's own words stay as they are."""
    return SPECIAL_CATEGORIES.get(code, code) if in_chinese() else CATEGORIES.get(code, code)


def part_word(part: LinePart) -> str:
    """What a reason of the line is called, a special category by its name."""
    name = word(PARTS[part.code])
    if not part.note:
        return name
    text = QCoreApplication.translate("Deposit", "{part}: {category}")
    return text.format(part=name, category=category_word(part.note))
