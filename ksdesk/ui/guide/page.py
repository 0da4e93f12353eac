"""手册: the offline handbook and the rule book behind every figure."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ksdesk.actions import guide
from ksdesk.actions.guide import HandbookSection
from ksdesk.domain.rulebook import RuleBook
from ksdesk.ui.guide import PAGE
from ksdesk.ui.guide.handbook import Handbook
from ksdesk.ui.guide.own_figure import OwnFigureSheet
from ksdesk.ui.guide.rule_table import RuleTable
from ksdesk.ui.parts import rule_words
from ksdesk.ui.parts.fields import LineField
from ksdesk.ui.parts.labels import Label
from ksdesk.ui.parts.page_header import PageHeader
from ksdesk.ui.parts.rule_link import RuleSheet
from ksdesk.ui.parts.segments import SegmentBar
from ksdesk.ui.shell.book_page import BookPage
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.kept_list import KeptList

TABS = ("handbook", "rules")
SEARCH = 144, 256  # px that it is wide at least, and at most at 100 % text size


class GuidePage(BookPage):
    """Two tabs under one search. `jump("section:deposit")`, `jump("rule:deposit.base")`."""

    spec = PAGE

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self.sheet: RuleSheet | None = None
        self.figure: OwnFigureSheet | None = None
        self.handbook = Handbook()
        self.handbook.rule_asked.connect(self.show_rule)
        self.handbook.page_asked.connect(self._go)
        self.handbook.book_asked.connect(self._show_in_book)
        self.handbook.more_asked.connect(self._open_rules)
        self.rules = RuleTable(lambda: ctx.clock().date())
        KeptList(ctx, self.rules.table, "rules")
        self.rules.emptied.connect(self._emptied)
        self.rules.own_asked.connect(self.change_figure)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.handbook)
        self.stack.addWidget(self.rules)
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.addWidget(
            PageHeader(
                self.tr("Handbook"),
                self.tr("How selling on Kuaishou works, and the rule behind every figure"),
            )
        )
        self.filled = QWidget()
        inside = QVBoxLayout(self.filled)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(16)
        inside.addLayout(self._make_top())
        inside.addWidget(self.stack, 1)
        self.states.addWidget(self.filled)
        column.addWidget(self.states, 1)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._focus_search)

    def _make_top(self) -> QHBoxLayout:
        names = {"handbook": self.tr("Handbook"), "rules": self.tr("Rule book")}
        self.tabs = SegmentBar([(t, names[t]) for t in TABS], "handbook", name=self.tr("Part"))
        self.tabs.chosen.connect(self._open_tab)
        self.search = LineField("", icon="search", placeholder=self.tr("Search sections and rules"))
        self.search.edit.setAccessibleName(self.tr("Search the handbook"))
        self.search.setMinimumWidth(SEARCH[0])
        self.search.setMaximumWidth(self.ctx.theme.px(SEARCH[1]))
        self.search.edited.connect(self._on_search)
        self.count = Label(tone="muted", elide=True)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.tabs)
        row.addWidget(self.search, 2)
        row.addWidget(self.count, 1)
        return row

    def question(self) -> Callable[[], tuple[RuleBook, tuple[HandbookSection, ...]]]:
        return partial(_read, self.ctx, rule_words.language())

    def show_answer(self, answer: tuple[RuleBook, tuple[HandbookSection, ...]]) -> QWidget:
        book, sections = answer
        today = tuple(book.on(self.ctx.clock().date()).values())
        self.handbook.show_book(sections, today)
        self.rules.show_book(book)
        self._count()
        return self.filled

    @Slot(object)
    def _on_search(self, text: str) -> None:
        self.handbook.search(text)
        self.rules.search(text)
        self._count()

    def _count(self) -> None:
        if not self.search.text().strip():
            self.count.setText("")
            return
        if self.tabs.value() == "rules":
            self.count.setText(self.tr("Rules: {rules}").format(rules=self.rules.found()))
            return
        sections, rules = self.handbook.found
        text = self.tr("Sections: {sections} · rules: {rules}")
        self.count.setText(text.format(sections=sections, rules=rules))

    @Slot(object)
    def _open_tab(self, tab: object) -> None:
        self.tabs.set_value(tab)
        if (self.handbook, self.rules)[self.stack.currentIndex()].isAncestorOf(
            QApplication.focusWidget() or self
        ):
            self.tabs.button(tab).setFocus(Qt.FocusReason.OtherFocusReason)
        self.stack.setCurrentIndex(TABS.index(str(tab)))
        self._count()

    @Slot()
    def _open_rules(self) -> None:
        self._open_tab("rules")

    @Slot()
    def _emptied(self) -> None:
        if self.search.text():
            self.search.set_text("")
            self.handbook.search("")
        self._count()

    @Slot()
    def _focus_search(self) -> None:
        self.search.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.edit.selectAll()

    @Slot(str)
    def show_rule(self, key: str) -> None:
        """Open the sheet of a rule; the one in force today, else its latest."""
        book = self.ctx.rules()
        versions = book.rows(key)
        rule = book.on(self.ctx.clock().date()).get(key) or (versions[-1] if versions else None)
        if rule is None:
            return
        if self.sheet is not None:
            self.sheet.deleteLater()
        self.sheet = RuleSheet(rule, parent=self, versions=versions, with_book=True)
        self.sheet.book_asked.connect(self._show_in_book)
        self.sheet.open()

    @Slot(str)
    def change_figure(self, key: str) -> None:
        """Open the sheet for the seller's own figure of a rule."""
        day = self.rules.value_day()
        rules = self.ctx.rules().on(day)
        rule = rules.get(key) or self.rules.facts.rule
        if rule is None:
            return
        if self.figure is not None:
            self.figure.deleteLater()
        self.figure = OwnFigureSheet(self.ctx, rule, rules.shipped(key), parent=self)
        self.figure.open()

    @Slot(str)
    def _show_in_book(self, key: str) -> None:
        self._open_tab("rules")
        self.rules.choose(key)

    @Slot(str, str)
    def _go(self, topic: str, target: str) -> None:
        self.ctx.navigate(topic, target or None)

    def jump(self, target: str) -> None:
        self.once_answered(partial(self._jump, target))

    def _jump(self, target: str) -> None:
        kind, _, name = target.partition(":")
        if kind == "rule":
            self._show_in_book(name)
        elif kind == "section":
            self.search.set_text("")
            self._on_search("")
            self._open_tab("handbook")
            self.handbook.read(name)

    def state(self) -> dict[str, Any]:
        return {
            "tab": self.tabs.value(),
            "search": self.search.text(),
            "handbook": self.handbook.state(),
            "rules": self.rules.state(),
        }

    def restore(self, state: dict[str, Any]) -> None:
        self.freshen()
        self.once_answered(partial(self._restore, state))

    def _restore(self, state: dict[str, Any]) -> None:
        self.search.set_text(state["search"])
        self._on_search(state["search"])
        self.handbook.restore(state["handbook"])
        self.rules.restore(state["rules"])
        self._open_tab(state["tab"])

    def keyPressEvent(self, event) -> None:
        """Down from the search goes into what was found."""
        if event.key() == Qt.Key.Key_Down and self.search.edit.hasFocus():
            found = self.rules.table if self.tabs.value() == "rules" else self.handbook.contents
            found.setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)


def _read(ctx: Context, lang: str) -> tuple[RuleBook, tuple[HandbookSection, ...]]:
    return ctx.rules(), guide.sections(lang)
