"""The rule behind a figure: a small link, and the sheet with text, source, date and how sure."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ksdesk.domain.rulebook import Rule
from ksdesk.ui.parts import rule_words as words
from ksdesk.ui.parts.buttons import SecondButton, TextButton
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.labels import Divider, Label, body, heading, small
from ksdesk.ui.parts.pill import Pill
from ksdesk.ui.parts.texts import in_chinese
from ksdesk.ui.parts.tip import set_tip


class RuleFacts(QWidget):
    """All that is known of a rule: figure, days, source, how sure, and its other versions."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._inside: QWidget | None = None
        self.rule: Rule | None = None

    def show_rule(self, rule: Rule, versions: Sequence[Rule] = (), *, text: bool = True) -> None:
        """Show a rule; `versions` are all rows of its key, among them the rule itself.

        text: begin with the rule's sentence (a sheet has it as its own sentence).
        """
        self.clear()
        self.rule = rule
        self._inside = QWidget(self)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        if text:
            column.addWidget(heading(words.rule_text(rule), wrap=True, select=True))
        column.addLayout(self._grid(rule))
        others = [other for other in versions if other != rule]
        if others:
            column.addWidget(Divider())
            column.addLayout(self._versions([rule, *others], rule))
        self._column.addWidget(self._inside)

    def clear(self) -> None:
        """Show nothing."""
        self.rule = None
        if self._inside is not None:
            self._column.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
            self._inside = None

    def _grid(self, rule: Rule) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        pill = QHBoxLayout()
        pill.addWidget(_pill(rule))
        pill.addStretch(1)
        sure = QVBoxLayout()
        sure.setSpacing(4)
        sure.addLayout(pill)
        sure.addWidget(small(words.confidence_meaning(rule.confidence), wrap=True))
        rows: list[tuple[str, str | QVBoxLayout]] = [
            (self.tr("Figure"), words.value_text(rule)),
            (self.tr("In force"), words.since_text(rule)),
            (self.tr("Source"), words.source_text(rule)),
            (self.tr("How sure"), sure),
            (self.tr("Your note"), rule.note),
        ]
        for number, (caption, what) in enumerate(row for row in rows if row[1]):
            name = small(caption)
            name.setMinimumHeight(body().minimumHeight())
            grid.addWidget(name, number, 0, Qt.AlignmentFlag.AlignTop)
            if isinstance(what, str):
                grid.addWidget(body(what, wrap=True, select=True), number, 1)
            else:
                grid.addLayout(what, number, 1)
        return grid

    def _versions(self, rules: list[Rule], now: Rule) -> QVBoxLayout:
        """What the rule was before, and what it is when, oldest first."""
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(small(self.tr("Over time")))
        for rule in sorted(rules, key=lambda r: (r.own, str(r.valid_from or ""))):
            line = QHBoxLayout()
            line.setSpacing(8)
            line.addWidget(Label(words.since_text(rule), bold=rule is now, wrap=True), 1)
            if rule.own:
                line.addWidget(_pill(rule))
            line.addWidget(Label(words.value_text(rule), bold=rule is now))
            column.addLayout(line)
        return column


def _pill(rule: Rule) -> Pill:
    return Pill(words.confidence_word(rule.confidence), words.confidence_kind(rule.confidence))


class RuleSheet(SheetDialog):
    """Shows one rule. `book_asked(key)` where the seller wants to see it in the rule book.

    `versions` are all rows of the key.
    """

    book_asked = Signal(str)

    def __init__(
        self,
        rule: Rule,
        parent: QWidget | None = None,
        *,
        versions: Sequence[Rule] = (),
        with_book: bool = False,
    ) -> None:
        text = rule.text("zh" if in_chinese() else "en") or rule.key
        super().__init__("", text, name="rule", width=480, parent=parent)
        self.setWindowTitle(self.tr("Rule"))
        self.title_label.setText(self.tr("Rule"))
        self.sentence_label.set_tone("text")
        self.rule = rule
        self.facts = RuleFacts(self)
        self.facts.show_rule(rule, versions, text=False)
        self.add(self.facts)
        self.body.addStretch(1)
        self.close_button = SecondButton(self.tr("Close"), parent=self)
        self.close_button.clicked.connect(self.accept)
        self.book_button = SecondButton(self.tr("Open in the rule book ›"), parent=self)
        self.book_button.clicked.connect(self._ask_for_book)
        self.book_button.setVisible(with_book)
        self.set_buttons(None, self.close_button, self.book_button)

    @Slot()
    def _ask_for_book(self) -> None:
        self.accept()
        self.book_asked.emit(self.rule.key)


class RuleLink(TextButton):
    """A small link ending in › that opens the sheet of a rule, "规则 2020-11-19 起 ›"."""

    def __init__(self, rule: Rule, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", small=True, inline=True, parent=parent)
        self.sheet: RuleSheet | None = None
        self.set_rule(rule, text)
        self.clicked.connect(self.open_sheet)

    def set_rule(self, rule: Rule, text: str = "") -> None:
        """Another rule behind the link."""
        self.rule = rule
        self.set_text(text or self._usual_text())
        self.setAccessibleName(f"{self.text()} {words.rule_text(rule)}")
        set_tip(self, words.rule_text(rule))

    def _usual_text(self) -> str:
        if self.rule.own:
            return self.tr("Entered by you ›")
        if self.rule.valid_from is None:
            return self.tr("Rule ›")
        return self.tr("Rule since {day} ›").format(day=self.rule.valid_from.isoformat())

    @Slot()
    def open_sheet(self) -> None:
        """Show the rule."""
        if self.sheet is not None:
            self.sheet.deleteLater()
        self.sheet = RuleSheet(self.rule, parent=self.window())
        self.sheet.open()
