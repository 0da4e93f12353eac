"""手册: the sections at the left, the chosen one to read at the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, QTimer, QUrl, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ksdesk.actions.guide import HandbookSection, pictures
from ksdesk.domain.rulebook import Rule
from ksdesk.ui.guide.contents import Contents, ContentsEntry
from ksdesk.ui.guide.find import find_rules, find_sections, needles
from ksdesk.ui.guide.text import SectionText
from ksdesk.ui.guide.words import topic_of, topic_word
from ksdesk.ui.parts import rule_words
from ksdesk.ui.parts.beside import Beside
from ksdesk.ui.parts.buttons import TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.labels import body, small, title
from ksdesk.ui.parts.rule_link import RuleFacts
from ksdesk.ui.parts.scroll import PageScroll
from ksdesk.ui.parts.texts import day_text
from ksdesk.ui.parts.tip import set_tip

MOST_RULES = 8  # rules shown below the sections of a search; the rule book shows all
LIST_WIDTH = 256
NARROW = 640  # px at 100 % text size: below, the sections stand above the text
LOWEST = (160, 320)  # px of the two, there


class Handbook(QWidget):
    """Reads the handbook. Links tell `rule_asked(key)` and `page_asked(topic, target)`;
    `book_asked(key)` leads to a rule in the rule book, `more_asked` to all that a search found.
    """

    rule_asked = Signal(str)
    page_asked = Signal(str, str)
    book_asked = Signal(str)
    more_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sections: tuple[HandbookSection, ...] = ()
        self.rules: tuple[Rule, ...] = ()
        self.found = (0, 0)
        self._words: list[str] = []
        self._name = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._both = Beside(self._make_list(), self._make_reading(), (0, 1), NARROW, stacked=LOWEST)
        column.addWidget(self._both)

    def _make_list(self) -> QWidget:
        self.contents = Contents(self.tr("Sections"))
        self.contents.chosen.connect(self._on_chosen)
        self.nothing = body(self.tr("Nothing matches"), tone="muted", wrap=True)
        self.nothing.setContentsMargins(16, 12, 16, 12)
        self.nothing.hide()
        card = Card(flush=True)
        self.contents.setMinimumWidth(LIST_WIDTH - 2)
        card.add(self.nothing)
        card.add(self.contents, 1)
        return card

    def _make_reading(self) -> QWidget:
        self.heading = title(elide=True)
        self.origin = small(elide=True)
        self.text = SectionText(self.tr("Section"))
        self.text.anchorClicked.connect(self._follow)
        self.text.highlighted.connect(self._point_at)
        self.facts = RuleFacts()
        facts = PageScroll()
        facts.add(self.facts)
        facts.body.addStretch(1)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.text)
        self.stack.addWidget(facts)
        self.back = TextButton("", small=True)
        self.back.clicked.connect(self._go_back)
        self.forth = TextButton("", small=True)
        self.forth.clicked.connect(self._go_forth)
        card = Card(padding=24)
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.heading)
        head.addWidget(self.origin)
        card.add_layout(head)
        card.body.addSpacing(8)
        card.add(self.stack, 1)
        self.to_book = TextButton(self.tr("Open in the rule book ›"), small=True)
        self.to_book.clicked.connect(self._ask_for_book)
        self.to_book.hide()
        card.add_footer((self.back,), (self.forth, self.to_book))
        return card

    def show_book(self, sections: Sequence[HandbookSection], rules: Sequence[Rule]) -> None:
        """Take up the sections and the rules in force."""
        self.sections, self.rules = tuple(sections), tuple(rules)
        self.text.pictures = pictures(rule_words.language())
        self._list()
        if not self._name and self.sections:
            self._name = self.sections[0].name
        self.read(self._name)

    def search(self, text: str) -> None:
        """Show what has all the words, and the first of it; an empty text shows all sections."""
        self._words = needles(text)
        self._list()
        if self._words:
            self.contents.choose_first()
        else:
            self.read(self._name)

    def _list(self) -> None:
        entries = self._found() if self._words else self._all()
        self.contents.set_entries(entries)
        self.nothing.setVisible(not entries)
        self.contents.setVisible(bool(entries))

    def _all(self) -> list[ContentsEntry]:
        asked = [s for s in self.sections if s.answers]
        groups = (
            (self.tr("Ten questions"), asked),
            (self.tr("Along the book's chapter"), [s for s in self.sections if s.seed]),
            (self.tr("Practical"), [s for s in self.sections if not s.seed and s not in asked]),
        )
        entries = []
        for name, sections in groups:
            entries.append(ContentsEntry("head", "", name))
            entries += [ContentsEntry("section", s.name, s.title) for s in sections]
        return entries

    def _found(self) -> list[ContentsEntry]:
        hits = find_sections(self.sections, self._words)
        rules = find_rules(self.rules, self._words)
        self.found = (len(hits), len(rules))
        entries = []
        if hits:
            entries.append(ContentsEntry("head", "", self.tr("Sections")))
            entries += [
                ContentsEntry("section", h.section.name, h.section.title, h.excerpt) for h in hits
            ]
        if rules:
            entries.append(ContentsEntry("head", "", self.tr("Rules")))
        for rule in rules[:MOST_RULES]:
            second = rule_words.value_text(rule) or topic_word(topic_of(rule.key))
            entries.append(ContentsEntry("rule", rule.key, rule_words.rule_text(rule), second))
        if len(rules) > MOST_RULES:
            more = self.tr("All %n rules ›", "", len(rules))
            entries.append(ContentsEntry("more", "", more))
        return entries

    def read(self, name: str) -> bool:
        """Show a section by name; False if there is none."""
        section = next((s for s in self.sections if s.name == name), None)
        if section is None:
            return False
        self._name = name
        self.contents.choose("section", name)
        self.heading.setText(section.title)
        self.origin.setText(self._origin(section))
        self.text.show_markdown(section.body_markdown, self._words)
        self.stack.setCurrentIndex(0)
        self._name_neighbours()
        return True

    def name(self) -> str:
        """The section that is read."""
        return self._name

    def _origin(self, section: HandbookSection) -> str:
        if section.seed is None:
            return self.tr("Advice of this app. Blue words show the rule they stand on.")
        day = day_text(section.seed, year=True)
        text = self.tr("After the book of {day}, in our words. Blue words show their rule.")
        return text.format(day=day)

    def _neighbour(self, step: int) -> HandbookSection | None:
        names = [s.name for s in self.sections]
        place = (names.index(self._name) if self._name in names else -1) + step
        return self.sections[place] if 0 <= place < len(names) else None

    def _name_neighbours(self) -> None:
        before, after = self._neighbour(-1), self._neighbour(1)
        self.to_book.hide()
        self.back.setVisible(before is not None)
        self.forth.setVisible(after is not None)
        if before is not None:
            self.back.set_text(self.tr("‹ {title}").format(title=before.title))
        if after is not None:
            self.forth.set_text(self.tr("{title} ›").format(title=after.title))

    @Slot()
    def _go_back(self) -> None:
        if section := self._neighbour(-1):
            self.read(section.name)

    @Slot()
    def _go_forth(self) -> None:
        if section := self._neighbour(1):
            self.read(section.name)

    @Slot(object)
    def _on_chosen(self, entry: ContentsEntry) -> None:
        if entry.kind == "section":
            self.read(entry.key)
        elif entry.kind == "rule":
            self._show_rule(entry.key)
        elif entry.kind == "more":
            self.more_asked.emit()

    def _show_rule(self, key: str) -> None:
        rule = next(rule for rule in self.rules if rule.key == key)
        self.heading.setText(topic_word(topic_of(key)))
        self.origin.setText(self.tr("From the rule book"))
        self.facts.show_rule(rule)
        self.stack.setCurrentIndex(1)
        self.back.hide()
        self.forth.hide()
        self.to_book.show()

    @Slot()
    def _ask_for_book(self) -> None:
        if self.facts.rule is not None:
            self.book_asked.emit(self.facts.rule.key)

    @Slot(QUrl)
    def _follow(self, url: QUrl) -> None:
        """A link of the text: a rule, another section, or a page of the app."""
        kind, target = url.scheme(), url.path()
        if kind == "rule":
            self.rule_asked.emit(target)
        elif kind == "section":
            self.read(target)
        elif kind == "page":
            topic, _, row = target.partition("/")
            self.page_asked.emit(topic, row)

    @Slot(QUrl)
    def _point_at(self, url: QUrl) -> None:
        rule = next((r for r in self.rules if r.key == url.path()), None)
        set_tip(self.text, rule_words.rule_text(rule) if rule is not None else "")

    def state(self) -> dict[str, Any]:
        """What is read, and how far."""
        return {"section": self._name, "scroll": self.text.verticalScrollBar().value()}

    def restore(self, state: dict[str, Any]) -> None:
        """Take up what `state` gave; the place once the text has its height."""
        self.read(state["section"])
        self._scroll = state["scroll"]
        QTimer.singleShot(0, self, self._scroll_back)

    def _scroll_back(self) -> None:
        self.text.verticalScrollBar().setValue(self._scroll)

    def minimumSizeHint(self) -> QSize:
        """Of what is asked for here only the heights count: what is too wide gives way."""
        return QSize(LIST_WIDTH, self._both.minimumSizeHint().height())
