"""Categories of products: what to choose from, and what a change does to the deposit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ksdesk.actions import deposit
from ksdesk.actions.deposit import outlook as deposit_outlook
from ksdesk.domain.deposit.outlook import WhatIf
from ksdesk.domain.products import categories
from ksdesk.domain.products.categories import Category
from ksdesk.domain.rulebook import RuleBook
from ksdesk.storage import Reader


@dataclass(frozen=True)
class DepositEffect:
    """What opening a category would do to the line of an account.

    `told` is False where the book does not know enough to speak of that line at all; `balance`
    is what lies on the account today, in fen.
    """

    category: Category
    account: str
    answer: WhatIf
    balance: int
    told: bool

    @property
    def before(self) -> int:
        """The line as it is, in fen."""
        return self.answer.before.total_for(self.account)

    @property
    def after(self) -> int:
        """The line as it would be, in fen, as far as amounts are known."""
        return self.answer.after.total_for(self.account)

    @property
    def sure(self) -> bool:
        """Whether no unknown amount could raise the line further."""
        return self.answer.after.complete_for(self.account)


def suggestions(reader: Reader, rules: RuleBook, today: date) -> tuple[str, ...]:
    """Categories to choose from: those of the products, the most used first, then known ones."""
    used = [product.category for product in reader.products.all() if product.way == "own"]
    return categories.suggestions(used, rules.on(today))


def deposit_effect(
    reader: Reader, rules: RuleBook, text: str, way: str, amount: int | None, today: date
) -> DepositEffect | None:
    """What it does to the deposit if goods of a category are sold that is not open there yet.

    None where the category needs nothing more, as far as known, or is open. `amount` is what the
    phone shows for the category in fen, None where the seller has not looked.
    """
    facts = deposit.told(reader).facts
    found = categories.to_open(text, way, facts, today, rules.on(today))
    if found is None:
        return None
    account = "promotion" if way == "link" else "own"
    opened = {found.code: amount}
    if account == "promotion":
        answer = deposit_outlook.what_if(
            reader, rules, today, promotion=True, promotion_opened=opened
        )
    else:
        answer = deposit_outlook.what_if(reader, rules, today, opened=opened)
    balance = reader.deposit.balances(today).get(account, 0)
    told = facts.speaks_of(account, today)
    return DepositEffect(found, account, answer, balance, told)
