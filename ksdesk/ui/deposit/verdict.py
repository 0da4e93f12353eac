"""The card that answers the page's question: enough or not, and by how much."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ksdesk.actions.deposit import Account
from ksdesk.ui.deposit.outlook_words import ahead_words, due_words, happened_words
from ksdesk.ui.deposit.view import AccountView
from ksdesk.ui.deposit.words import NOTHING_DUE, state_of
from ksdesk.ui.parts.buttons import IconButton, TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.gauge import Gauge
from ksdesk.ui.parts.icons import Icon
from ksdesk.ui.parts.labels import body, small, title
from ksdesk.ui.parts.pill import Pill
from ksdesk.ui.parts.rule_words import unsure_words
from ksdesk.ui.parts.texts import day_text, in_chinese, money_text, yuan_text


class VerdictCard(Card):
    """Title, state, one sentence, the gauge, and what is coming.

    `asked` when the line is to be filled in, `due_asked` the day by which, `refund_asked` and
    `excess_asked` for the ways back, `more_asked` for the menu.
    """

    asked = Signal()
    due_asked = Signal()
    refund_asked = Signal()
    excess_asked = Signal()
    more_asked = Signal()

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
        self.more = IconButton("more", self.tr("More about this account"), parent=self)
        self.more.clicked.connect(self.more_asked)
        row.addWidget(self.more)
        self.add_layout(row)
        self.sentence = body("", wrap=True, parent=self)
        self.add(self.sentence)
        self.coming = QWidget(self)
        line = QHBoxLayout(self.coming)
        line.setContentsMargins(0, 2, 0, 0)
        line.setSpacing(6)
        line.addWidget(Icon("clock", "warn", 16, self.coming), 0, Qt.AlignmentFlag.AlignTop)
        self.coming_words = small("", wrap=True, tone="warn", parent=self.coming)
        line.addWidget(self.coming_words, 100)
        line.addStretch(1)
        self.add(self.coming)
        self.add_layout(self._links())
        self.body.addSpacing(6)
        self.gauge = Gauge(self)
        self.add(self.gauge)

    def _links(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        self.link = TextButton(self.tr("Fill in the line ›"), inline=True, parent=self)
        self.link.clicked.connect(self.asked)
        self.due_link = TextButton(self.tr("Enter the day by which ›"), inline=True, parent=self)
        self.due_link.clicked.connect(self.due_asked)
        self.refund_link = TextButton(self.tr("Get it back ›"), inline=True, parent=self)
        self.refund_link.clicked.connect(self.refund_asked)
        self.excess_link = TextButton(self.tr("Take out the excess ›"), inline=True, parent=self)
        self.excess_link.clicked.connect(self.excess_asked)
        for link in (self.link, self.due_link, self.refund_link, self.excess_link):
            row.addWidget(link)
        row.addStretch(1)
        return row

    def show_view(self, view: AccountView) -> None:
        """Say how the account stands."""
        account = view.account
        heading, sentence = self._words(account)
        pieces = self._short_words(view) if account.state == "short" else [sentence]
        kind, state = state_of(account)
        if account.frozen:
            pieces.append(self.tr("It is frozen: the money is there but cannot be moved."))
            kind, state = "bad", self.tr("frozen")
        elif account.state == "short":
            state = self.tr("Below the line")
        pieces += self._refund_words(view)
        said = ("" if in_chinese() else " ").join(filter(None, pieces))
        self.title_line.setText(heading)
        self.pill.set(state, kind)
        self.sentence.setText(said)
        fillable = account.name != "cross_border"
        self.link.setVisible(account.state in ("unknown", "maybe", "closed") and fillable)
        self.due_link.setVisible(account.state == "short" and view.due is None)
        promotion = account.name == "promotion" and account.opened
        self.refund_link.setVisible(promotion)
        now = account.standing
        self.excess_link.setVisible(promotion and bool(now and now.surplus))
        self.more.setVisible(account.opened)
        coming = [ahead_words(one, view.today) for one in view.ahead[:2]]
        self.coming_words.setText("\n".join(coming))
        self.coming.setVisible(bool(coming))
        self.gauge.set(account.balance, account.line, frozen=account.frozen)
        self.gauge.setVisible(account.opened and account.state not in NOTHING_DUE)
        self.setAccessibleName(f"{heading} {said}")

    def _short_words(self, view: AccountView) -> list[str]:
        """By when, what is closed already, and where the day is from."""
        happened = happened_words(view.measures)
        if view.due is not None and view.due.due is not None:
            first, source = due_words(view.due.due, view.due.day, view.today)
            return [first, happened, source]
        _heading, sentence = self._words(view.account)
        return [self._numbers(view.account), happened] if happened else [sentence]

    def _refund_words(self, view: AccountView) -> list[str]:
        case = view.case
        if view.account.name != "promotion" or case is None or case.applied_on is None:
            return []
        if case.state == "paid" or view.refund_by is None:
            return []
        text = self.tr("The refund was applied for on {day}; it is said to be there by {last}.")
        said = text.format(day=day_text(case.applied_on), last=day_text(view.refund_by))
        return [said, *filter(None, [unsure_words(view.unsure_year)])]

    def _numbers(self, account: Account) -> str:
        return self.tr("Balance {balance}, required {line}.").format(
            balance=money_text(account.balance), line=money_text(account.line)
        )

    def _words(self, account: Account) -> tuple[str, str]:
        """The one sentence in big, and what is to be known with it."""
        now = account.standing
        balance = yuan_text(account.balance)
        if account.state == "closed":
            return self._closed(account.name)
        if account.state == "refunded":
            return self.tr("Paid back"), self.tr(
                "Promotion is closed and its deposit has come back. Opened again, it has to be"
                " paid anew."
            )
        if account.state == "released":
            return self.tr("Balance {amount}").format(amount=balance), self.tr(
                "Promotion is closed, so nothing has to stay here."
            )
        if now is None:
            return self.tr("Balance {amount}").format(amount=balance), self._unknown(account.name)
        numbers = self._numbers(account)
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
            "The shop wizard works out how much has to be paid in."
        )

    def _unknown(self, name: str) -> str:
        if name == "cross_border":
            return self.tr("The line of this account is not public; what the phone shows counts.")
        return self.tr(
            "The required line is not filled in yet. The phone's deposit page says how much is due."
        )
