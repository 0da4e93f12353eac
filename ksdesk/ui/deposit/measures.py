"""The platform's six measures: what is possible below the line, and what really happened."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ksdesk.domain.deposit import MEASURES
from ksdesk.domain.deposit.measures import MeasureState
from ksdesk.domain.deposit.notes import SubShop
from ksdesk.ui.deposit.outlook_words import MEANS, lift_words, measure_word
from ksdesk.ui.deposit.view import AccountView
from ksdesk.ui.deposit.why import FoldCard
from ksdesk.ui.deposit.words import NOTHING_DUE, word
from ksdesk.ui.parts.buttons import Button, TextButton
from ksdesk.ui.parts.labels import body, small
from ksdesk.ui.parts.pill import draw_pill, kind_icon, pill_height, pill_width
from ksdesk.ui.parts.texts import short_day_text, yuan_text
from ksdesk.ui.parts.tip import set_tip
from ksdesk.ui.shell.theme import theme_of


class PillButton(Button):
    """A pill that opens something."""

    padding = 0

    def __init__(self, text: str, kind: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent=parent)
        self.kind = kind
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("ring_radius", 4)

    def look(self) -> tuple[str, str, str]:
        return "", "", "text"

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        return QSize(pill_width(theme, self.text(), kind_icon(self.kind)), pill_height(theme))

    def paintEvent(self, event) -> None:
        painter = QPainter(self)
        kind = "accent" if self.hot() and self.kind == "neutral" else self.kind
        icon = kind_icon(self.kind)
        draw_pill(painter, QRectF(self.rect()), theme_of(self), self.text(), kind, icon)


class MeasuresCard(FoldCard):
    """One row a measure. `marking(code)` to write down what happened or was lifted;
    `sub_shops` to see what the platform may take from.
    """

    marking = Signal(str)
    sub_shops = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._happened = 0
        self.rows.setSpacing(4)
        self.pills: dict[str, PillButton] = {}
        self.add_action(self.fold_button)
        self._apply()

    def _apply(self) -> None:
        super()._apply()
        count = str(len(MEASURES)) if self._folding else ""
        if self._folding and self._happened:
            count = self.tr("{n} happened").format(n=self._happened)
        self.set_title(self.tr("Below the line may mean"), count)

    def show_view(self, view: AccountView) -> None:
        """Say what is possible for an account, and what happened to the shop."""
        self.clear()
        self.pills = {}
        self._happened = sum(m.state == "happened" for m in view.measures)
        for measure in view.measures:
            self._add_measure(measure, view.today)
            if measure.stops == "transfer":
                self._add_sub_shops(view.noted(SubShop))
        self.note = small(self._note(view), wrap=True)
        self.rows.addWidget(self.note)
        mark = TextButton(self.tr("It happened: write it down ›"), small=True, inline=True)
        mark.clicked.connect(partial(self._mark, view.measures[0].code))
        self.rows.addWidget(mark, 0, Qt.AlignmentFlag.AlignLeft)
        self._apply()

    def _add_measure(self, measure: MeasureState, today: date) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        name = measure_word(measure.code)
        tone = "muted" if measure.state == "none" else "text"
        label = body(name, wrap=True, tone=tone)
        set_tip(label, word(MEANS[measure.stops]))
        label.setMinimumHeight(pill_height(theme_of(self)))
        row.addWidget(label, 1)
        if measure.state != "none":
            row.addWidget(self._pill(measure, name, today))
        self.rows.addLayout(row)

    def _pill(self, measure: MeasureState, name: str, today: date) -> PillButton:
        text, kind = self.tr("possible"), "neutral"
        tip = self.tr("Has it happened? Write it down with its day.")
        if measure.state == "happened" and measure.since is not None:
            day = short_day_text(measure.since, year=measure.since.year != today.year)
            text, kind = self.tr("happened {day}").format(day=day), "bad"
            tip = lift_words(measure)
        pill = PillButton(text, kind, f"{name} {text}", self.content)
        set_tip(pill, tip)
        pill.clicked.connect(partial(self._mark, measure.code))
        self.pills[measure.code] = pill
        return pill

    def _add_sub_shops(self, shops: tuple[SubShop, ...]) -> None:
        text = self.tr("Sub-shops: none noted ›")
        if shops:
            total = sum(shop.receivables for shop in shops)
            text = self.tr("%n sub-shops, receivables {amount} ›", "", len(shops))
            text = text.format(amount=yuan_text(total))
        link = TextButton(text, small=True, inline=True, parent=self.content)
        link.clicked.connect(self.sub_shops)
        self.rows.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def _mark(self, code: str, *_checked: object) -> None:
        self.marking.emit(code)

    def _note(self, view: AccountView) -> str:
        happened = next((m for m in view.measures if m.state == "happened"), None)
        if happened is not None:
            return lift_words(happened)
        if view.account.state in NOTHING_DUE:
            return self.tr("Not below the line now.")
        if view.account.line is None:
            return self.tr("The line is not filled in, so nobody can say.")
        if view.account.state == "short":
            return self.tr("Topping up lifts them.")
        return self.tr("Not below the line now.")
