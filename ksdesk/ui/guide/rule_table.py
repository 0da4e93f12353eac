"""规则书: every rule in force on a day, with the one chosen beside the table."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ksdesk.domain.rulebook import Rule, RuleBook
from ksdesk.ui.guide.find import find_rules, needles
from ksdesk.ui.guide.words import OTHER, TOPICS, topic_of, topic_word
from ksdesk.ui.parts import rule_words as words
from ksdesk.ui.parts.beside import Beside
from ksdesk.ui.parts.buttons import SecondButton, TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.chips import ChipBar
from ksdesk.ui.parts.date_field import DateField
from ksdesk.ui.parts.labels import body, small
from ksdesk.ui.parts.rule_link import RuleFacts
from ksdesk.ui.parts.scroll import PageScroll
from ksdesk.ui.parts.table import Column, RowsModel, TableView
from ksdesk.ui.parts.texts import count_text, day_text
from ksdesk.ui.shell.theme import theme_of

NARROW = 960  # px of this tab at 100 % text size: below, the days are in the detail only
DETAIL, DETAIL_NARROW = 320, 272
STACKED, LOWEST = 640, (320, 240)  # px below which the rule stands under the table; their heights


class RuleTable(QWidget):
    """The rule book. `emptied` when the seller clears a search that found nothing, `own_asked`
    (key) for a figure of one's own.
    """

    emptied = Signal()
    own_asked = Signal(str)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.book: RuleBook | None = None
        self._words: list[str] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(self._make_filters())
        parts = self._make_table(), self._make_detail()
        self._both = Beside(*parts, (1, 0), STACKED, stacked=LOWEST)
        column.addWidget(self._both, 1)

    def _make_filters(self) -> QHBoxLayout:
        options = [("all", self.tr("All")), *((t, topic_word(t)) for t in TOPICS)]
        self.chips = ChipBar(
            [(value, word, 0) for value, word in options], "all", name=self.tr("Which rules")
        )
        self.chips.chosen.connect(self._show_rows)
        self.day = DateField("", placeholder=self.tr("today"))
        self.day.edit.setAccessibleName(self.tr("Rules in force on"))
        self.day.setFixedWidth(theme_of(self).px(144))
        self.day.edited.connect(self._on_day)
        self.day.set_value(self._today())
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.chips, 1)
        caption = body(self.tr("In force on"), tone="muted")
        caption.setFixedHeight(self.day.edit.sizeHint().height())
        for widget in (caption, self.day):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _make_table(self) -> QWidget:
        self.model = RowsModel(self._columns(), key=_key)
        self.table = TableView(self.model, name=self.tr("Rule book"), row_height=52)
        self.table.emptied_acted.connect(self.clear_filter)
        self.table.chosen.connect(self._on_chosen)
        self.count = small(elide=True)
        self.back = TextButton(self.tr("Back to today"), "undo", small=True)
        self.back.clicked.connect(self._back_to_today)
        self.card = Card(flush=True)
        self.card.add(self.table, 1)
        self.card.add_footer((self.count,), (self.back,))
        return self.card

    def _columns(self) -> list[Column]:
        return [
            Column(
                "text",
                self.tr("Rule"),
                words.rule_text,
                minimum=180,
                second=words.source_text,
                tip=words.rule_text,
            ),
            Column(
                "value",
                self.tr("Figure"),
                words.short_value_text,
                align="right",
                width=96,
                bold=True,
                sort=_figure,
                tip=words.value_text,
            ),
            Column("days", self.tr("In force"), _days, width=120, tone="muted"),
            Column(
                "sure",
                self.tr("How sure"),
                _confidence,
                words.confidence_word,
                width=120,
                pill=_pill,
            ),
        ]

    def _make_detail(self) -> QWidget:
        self.facts = RuleFacts()
        scroll = PageScroll()
        scroll.add(self.facts)
        scroll.body.addStretch(1)
        self.detail = Card()
        self.detail.add(scroll, 1)
        self.own_button = SecondButton(self.tr("My own figure…"), "edit")
        self.own_button.clicked.connect(self._ask_own)
        self.detail.add(self.own_button)
        return self.detail

    def show_book(self, book: RuleBook) -> None:
        """Take up the rule book."""
        self.book = book
        self._show_rows()

    def search(self, text: str) -> None:
        """Show only the rules with all the words."""
        self._words = needles(text)
        self._show_rows()

    def value_day(self) -> date:
        """The day looked at: the one typed, else today."""
        return self.day.value() or self._today()

    def found(self) -> int:
        """How many rules are shown."""
        return len(self.model.rows)

    def _show_rows(self, *_changed: object) -> None:
        if self.book is None:
            return
        day = self.value_day()
        order = (*TOPICS, "other")
        rules = sorted(self.book.on(day).values(), key=lambda r: order.index(topic_of(r.key)))
        self._offer_other(rules)
        hits = find_rules(rules, self._words) if self._words else tuple(rules)
        for each in self._topics():
            self.chips.set_count(each, sum(each in ("all", topic_of(r.key)) for r in hits))
        chosen = self.facts.rule.key if self.facts.rule else ""
        topic = self.chips.value()
        self.model.set_rows([r for r in hits if topic in ("all", topic_of(r.key))])
        counted = self.tr("{shown} of {total} in force on {day}").format(
            shown=count_text(len(self.model.rows)),
            total=count_text(len(rules)),
            day=day_text(day, year=True),
        )
        self.count.setText(counted)
        self.back.setVisible(day != self._today())
        if not self.table.select_key(chosen) and self.model.rows:
            self.table.select_key(self.model.rows[0].key)
        if not self.model.rows:
            self.facts.clear()
            self._tell_empty(len(hits))
        self.detail.setVisible(bool(self.model.rows))

    def _tell_empty(self, elsewhere: int) -> None:
        """Why no rule is shown; `elsewhere` match in other topics."""
        if elsewhere:
            text = self.tr("None in this topic; {n} in the others")
            text = text.format(n=count_text(elsewhere))
        else:
            text = self.tr("No rule has “{words}”").format(words=" ".join(self._words))
        self.table.set_empty(text, self.tr("Clear search and filter"))

    def _topics(self) -> tuple[str, ...]:
        return ("all", *TOPICS, *(("other",) if self._has_other else ()))

    _has_other = False

    def _offer_other(self, rules: list[Rule]) -> None:
        """A chip for the seller's own figures whose key no shipped file has (any more)."""
        if not self._has_other and any(topic_of(rule.key) == "other" for rule in rules):
            self._has_other = True
            self.chips.add("other", topic_word(OTHER), 0)

    @Slot(object)
    def _on_chosen(self, rule: Rule | None) -> None:
        if rule is not None and self.book is not None:
            self.facts.show_rule(rule, self.book.rows(rule.key))
            self.own_button.setVisible(rule.editable or rule.own)

    @Slot()
    def _ask_own(self) -> None:
        if self.facts.rule is not None:
            self.own_asked.emit(self.facts.rule.key)

    @Slot(object)
    def _on_day(self, day: date | None) -> None:
        if day is not None or not self.day.text().strip():
            self._show_rows()

    @Slot()
    def _back_to_today(self) -> None:
        self.day.set_value(self._today())
        self._show_rows()

    @Slot()
    def clear_filter(self) -> None:
        """Show all rules of the day again."""
        self._words = []
        self.chips.set_value("all")
        self._show_rows()
        self.emptied.emit()

    def choose(self, key: str) -> bool:
        """Show a rule; where none of its rows holds on the day, go to a day on which one does."""
        self.clear_filter()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.table.select_key(key):
            return True
        rows = self.book.rows(key) if self.book is not None else ()
        if not rows:
            return False
        self.day.set_value(rows[-1].valid_to or rows[-1].valid_from)
        self._show_rows()
        return self.table.select_key(key)

    def state(self) -> dict[str, Any]:
        """Day, topic and the chosen rule."""
        rule = self.facts.rule
        day = self.value_day()
        return {
            "day": None if day == self._today() else day,
            "topic": self.chips.value(),
            "rule": rule.key if rule else "",
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Take up what `state` gave."""
        self.day.set_value(state["day"] or self._today())
        if state["topic"] in self._topics():
            self.chips.set_value(state["topic"])
        self._show_rows()
        self.table.select_key(state["rule"])

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        px = theme_of(self).px
        narrow = event.size().width() < px(NARROW)
        self.table.set_hidden({"days"} if narrow else set())
        detail = min(px(DETAIL_NARROW), DETAIL) if narrow else px(DETAIL)
        self.detail.setMinimumWidth(detail)
        self.detail.setMaximumWidth(self.width() if self._both.stacked() else detail)
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """With all lines of the chips where the page scrolls: they ask for one."""
        hint = super().minimumSizeHint()
        if self._both.stacked():
            lines = self.chips.heightForWidth(self.chips.width())
            hint += QSize(0, lines - self.chips.minimumSizeHint().height())
        return hint


def _key(rule: Rule) -> str:
    return rule.key


def _confidence(rule: Rule) -> str:
    return rule.confidence


def _pill(rule: Rule) -> tuple[str, str]:
    return words.confidence_kind(rule.confidence), words.confidence_word(rule.confidence)


def _days(rule: Rule) -> str | None:
    return words.since_text(rule) if rule.valid_from or rule.valid_to else None


def _figure(rule: Rule) -> tuple[str, float, str]:
    """Figures of one unit beside each other, by size."""
    number = rule.value if isinstance(rule.value, int | float) else 0
    return rule.unit, number, words.value_text(rule)
