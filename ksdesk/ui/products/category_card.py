"""What a category does to the deposit, said before the product is changed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ksdesk.actions.products import categories
from ksdesk.actions.products.categories import DepositEffect
from ksdesk.domain.products import Product
from ksdesk.ui.deposit.words import category_word
from ksdesk.ui.parts.account_words import account_word
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.labels import heading, small
from ksdesk.ui.parts.money_field import MoneyField
from ksdesk.ui.parts.rule_link import RuleLink
from ksdesk.ui.parts.segments import SegmentBar
from ksdesk.ui.parts.texts import money_text, signed_money_text
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.latest import Latest

PRODUCT, DEPOSIT = "product", "deposit"


class CategoryCard(Card):
    """Hidden until a category is asked about that the deposit has not open.

    `next_page()` is where the seller wants to go once the product is kept. `appeared` when it
    came up instead of what `settle` was to do.
    """

    appeared = Signal()

    def __init__(self, ctx: Context, product: Product, parent: QWidget | None = None) -> None:
        super().__init__(fill="sub", parent=parent)
        self.ctx, self._way, self._category = ctx, product.way, ""
        self._latest = Latest(ctx, self)
        self._go: Callable[[], None] | None = None
        self.head = heading("", wrap=True, parent=self)
        self.line = heading("", wrap=True, parent=self)
        self.outcome = small("", wrap=True, parent=self)
        self.reason = small("", wrap=True, parent=self)
        self.asks = MoneyField(self.tr("The phone asks for, for this category"))
        self.asks.edited.connect(self._work_out)
        self.then = SegmentBar(
            [
                (PRODUCT, self.tr("Change the product only")),
                (DEPOSIT, self.tr("Then open it under deposit ›")),
            ],
            PRODUCT,
            name=self.tr("What to do about the deposit"),
        )
        self.links = QHBoxLayout()
        self.links.setSpacing(16)
        rules = ctx.rules().on(ctx.clock().date())
        self.known = RuleLink(rules["deposit.special.extra"], parent=self)
        self.highest = RuleLink(
            rules["deposit.special.highest"], self.tr("Only the highest counts ›"), parent=self
        )
        self.links.addWidget(self.known)
        self.links.addWidget(self.highest)
        self.links.addStretch(1)
        for label in (self.head, self.line, self.outcome, self.reason):
            self.add(label)
        self.add_layout(self.links)
        self.body.addWidget(self.asks)
        self.asks.setMaximumWidth(320)
        self.body.addSpacing(4)
        self.body.addWidget(self.then, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def ask(self, category: str) -> None:
        """Ask about a category in the seller's words; "" asks about none."""
        if category == self._category:
            return
        self._category = category
        self.asks.set_value(None)
        self.then.set_value(PRODUCT)
        self._work_out()

    def settle(self, category: str, go: Callable[[], None]) -> None:
        """Do `go` once the seller has seen what the category does, or where it does nothing.

        What has not been seen yet is shown, and `go` is not done.
        """
        if category == self._category and not self._latest.waiting:
            go()
            return
        self._go = go
        self.ask(category)

    def next_page(self) -> str:
        """The topic to open after the product is kept, "" for none."""
        return DEPOSIT if not self.isHidden() and self.then.value() == DEPOSIT else ""

    def _work_out(self, _amount: object = None) -> None:
        work = partial(
            categories.deposit_effect,
            self.ctx.reader,
            self.ctx.rules(),
            self._category,
            self._way,
            self.asks.value(),
            self.ctx.clock().date(),
        )
        self._latest.ask(work, done=self._show)

    def _show(self, effect: DepositEffect | None) -> None:
        go, self._go = self._go, None
        self.setVisible(effect is not None)
        if effect is None:
            if go is not None:
                go()
            return
        if go is not None:
            self.appeared.emit()
        name = category_word(effect.category.code)
        text = self.tr("“{category}” is not open in the deposit yet")
        self.head.setText(text.format(category=name))
        self.line.setText(self._line_words(effect))
        self._show_outcome(effect)
        rule = effect.category.deposit
        assert rule is not None
        self.known.set_rule(rule)
        text = self.tr("The amount is not public. Look it up on the phone and type it in here.")
        self.reason.setText(text)
        self.reason.setVisible(self.asks.value() is None)

    def _line_words(self, effect: DepositEffect) -> str:
        account = account_word(effect.account)
        if not effect.told:
            return self.tr("{account}: what is required is not filled in yet").format(
                account=account
            )
        before, after = money_text(effect.before), money_text(effect.after)
        if effect.before != effect.after:
            text = self.tr("{account}: {before} → {after} ({change})")
            change = signed_money_text(effect.after - effect.before)
            return text.format(account=account, before=before, after=after, change=change)
        if effect.sure:
            return self.tr("{account}: {before}, as now").format(account=account, before=before)
        return self.tr("{account}: {before} → at least that, the rest is not known").format(
            account=account, before=before
        )

    def _show_outcome(self, effect: DepositEffect) -> None:
        short = effect.after - effect.balance
        self.outcome.setVisible(effect.told)
        balance = money_text(effect.balance)
        if short > 0:
            text = self.tr("The balance of {balance} would be {short} short; top up first.")
            self.outcome.set_tone("bad")
        elif effect.sure:
            text = self.tr("The balance of {balance} would be enough.")
            self.outcome.set_tone("good")
        else:
            text = self.tr("The balance of {balance} may not be enough.")
            self.outcome.set_tone("warn")
        self.outcome.setText(text.format(balance=balance, short=money_text(short)))
