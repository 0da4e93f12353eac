"""设置: language and look, where the data is, and what this program is."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QScrollBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ksdesk.paths import BookProblem
from ksdesk.ui.parts.banner import Banner
from ksdesk.ui.parts.page_header import PageHeader
from ksdesk.ui.parts.segments import SegmentBar
from ksdesk.ui.settings import PAGE
from ksdesk.ui.settings.about import AboutTab
from ksdesk.ui.settings.data import DataTab
from ksdesk.ui.settings.look import LookTab
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.page import Page
from ksdesk.ui.shell.trouble import headline

TABS = ("look", "data", "about")


class SettingsPage(Page):
    """Three tabs; `jump("look")`, `jump("data")`, `jump("about")`."""

    spec = PAGE

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self.look = LookTab(ctx.settings.values)
        self.look.changed.connect(self._change)
        self.data = DataTab(ctx)
        self.about = AboutTab()
        self.stack = QStackedWidget()
        for tab in (self.look, self.data, self.about):
            self.stack.addWidget(tab)
        names = {
            "look": self.tr("Language and look"),
            "data": self.tr("Data and backups"),
            "about": self.tr("About"),
        }
        self.tabs = SegmentBar([(t, names[t]) for t in TABS], "look", name=self.tr("Part"))
        self.tabs.chosen.connect(self._open_tab)
        self.column = QVBoxLayout(self)
        self.column.setSpacing(16)
        self.column.addWidget(
            PageHeader(self.tr("Settings"), self.tr("How ksdesk looks, and where your data is"))
        )
        self.column.addWidget(self.tabs)
        self.column.addWidget(self.stack, 1)
        self.banner: Banner | None = None
        self._wanted: QWidget | None = None

    def refresh(self) -> None:
        self.data.refresh()

    @Slot(object)
    def _open_tab(self, tab: object) -> None:
        self.tabs.set_value(tab)
        self.stack.setCurrentIndex(TABS.index(str(tab)))

    @Slot(str, object)
    def _change(self, name: str, value: object) -> None:
        """Keep a setting and take it up; where it cannot be written, say so and go back."""
        try:
            self.ctx.settings.set(**{name: value})
        except BookProblem as problem:
            self.look.bars[name].set_value(getattr(self.ctx.settings.values, name))
            self._say_unwritten(problem)
            return
        self.ctx.restyle()

    def _say_unwritten(self, problem: BookProblem) -> None:
        text = self.tr("The setting is as it was. {why}").format(why=headline(problem))
        if self.banner is None:
            self.banner = Banner(text, "bad")
            self.column.insertWidget(1, self.banner)
            self.banner.show()
        else:
            self.banner.set(text, "bad")

    def jump(self, target: str) -> None:
        if target in TABS:
            self._open_tab(target)

    def state(self) -> dict[str, Any]:
        focused = [name for name, bar in self.look.bars.items() if _holds_focus(bar)]
        return {
            "tab": self.tabs.value(),
            "scroll": self._bar().value(),
            "focus": focused[0] if focused else "",
        }

    def restore(self, state: dict[str, Any]) -> None:
        self._open_tab(state["tab"])
        self._scroll = state["scroll"]
        if state["focus"]:
            bar = self.look.bars[state["focus"]]
            self._wanted = bar.button(bar.value())
        QTimer.singleShot(0, self, self._go_back)

    def _bar(self) -> QScrollBar:
        shown = self.stack.currentWidget()
        assert isinstance(shown, QAbstractScrollArea)
        return shown.verticalScrollBar()

    def _go_back(self) -> None:
        """Where the seller was before the page was built anew, once it has its height."""
        self._bar().setValue(self._scroll)
        if self._wanted is not None:
            self._wanted.setFocus(Qt.FocusReason.OtherFocusReason)


def _holds_focus(bar: SegmentBar) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and bar.isAncestorOf(focused)
