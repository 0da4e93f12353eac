"""The card that answers the page's question: enough or not, and by how much."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ksdesk.actions.deposit import Account
from ksdesk.ui.deposit.words import state_of
from ksdesk.ui.parts.buttons import TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.gauge import Gauge
from ksdesk.ui.parts.labels import body, title
from ksdesk.ui.parts.pill import Pill
from ksdesk.ui.parts.texts import in_chinese, money_text, yuan_text


class VerdictCard(Card):
    """Title, state, one sentence and the gauge. `asked` when the line is to be filled in."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(12)
        self.title_line = title("", elide=True, parent=self)
        self.pill = Pill("", parent=self)
        row.addWidget(self.title_line)
        row.addWidget(self.pill)
        row.addStretch(1)
        self.add_layout(row)
        self.sentence = body("", wrap=True, parent=self)
        self.add(self.sentence)
        self.link = TextButton(self.tr("Fill in the line ›"), inline=True, parent=self)
        self.link.clicked.connect(self.asked)
        self.body.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addSpacing(6)
        self.gauge = Gauge(self)
        self.add(self.gauge)

    def show_account(self, account: Account) -> None:
        """Say how an account stands."""
        heading, sentence = self._words(account)
        self.title_line.setText(heading)
        kind, state = state_of(account)
        self.pill.set(self.tr("Below the line") if account.state == "short" else state, kind)
        self.sentence.setText(sentence)
        fillable = account.name != "cross_border"
        self.link.setVisible(account.state in ("unknown", "maybe", "closed") and fillable)
        self.gauge.set(account.balance, account.line)
        self.gauge.setVisible(account.opened)
        self.setAccessibleName(f"{heading} {sentence}")

    def _words(self, account: Account) -> tuple[str, str]:
        """The one sentence in big, and what is to be known with it."""
        now = account.standing
        balance = yuan_text(account.balance)
        if account.state == "closed":
            return self._closed(account.name)
        if now is None:
            return self.tr("Balance {amount}").format(amount=balance), self._unknown(account.name)
        numbers = self.tr("Balance {balance}, required {line}.").format(
            balance=money_text(now.balance), line=money_text(now.line)
        )
        gap = "" if in_chinese() else " "
        if account.state == "short":
            more = self.tr("Until it is topped up, the cart and listing may be closed.")
            heading = self.tr("{amount} short").format(amount=yuan_text(now.shortfall))
            return heading, f"{numbers}{gap}{more}"
        if account.state == "maybe":
            more = self.tr("An amount that may raise the line is not filled in yet.")
            return self.tr("Enough as far as known"), f"{numbers}{gap}{more}"
        if account.state == "exact":
            more = self.tr("Any deduction will put it below the line.")
            return self.tr("Just enough"), f"{numbers}{gap}{more}"
        over = self.tr("Enough, {amount} over").format(amount=yuan_text(now.surplus))
        return over, numbers

    def _closed(self, name: str) -> tuple[str, str]:
        if name == "promotion":
            return self.tr("Not opened"), self.tr(
                "Needed only for goods of other platforms. Say so in the shop wizard if you sell"
                " them."
            )
        if name == "cross_border":
            return self.tr("Not opened"), self.tr(
                "Needed only by cross-border shops. What you record here is kept apart."
            )
        return self.tr("Nothing paid in yet"), self.tr(
            "The shop wizard works out what has to lie here."
        )

    def _unknown(self, name: str) -> str:
        if name == "cross_border":
            return self.tr("The line of this account is not public; what the phone shows counts.")
        return self.tr(
            "The required line is not filled in yet. The phone's deposit page says how much is due."
        )
