"""The pages there are, in the order of the navigation; each is imported when first opened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec

from PySide6.QtWidgets import QWidget

from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP
from ksdesk.ui.shell.page import Page


@dataclass(frozen=True)
class PageSpec:
    """A page by topic: the word in the navigation (context "Nav"), its icon, where it lives."""

    topic: str
    word: str
    icon: str
    where: str
    foot: bool = False

    def load(self) -> type[Page]:
        """The page's class."""
        module, _, name = self.where.partition(":")
        return getattr(import_module(module), name)

    def rooms(self, page: Page) -> Iterator[tuple[str, QWidget | None]]:
        """Its sheets by name, opened one after another; none where its folder has no tour."""
        folder = self.where.rpartition(".")[0]
        if find_spec(f"{folder}.tour") is None:
            return iter(())
        return import_module(f"{folder}.tour").rooms(page)


PAGES = (
    PageSpec("today", QT_TRANSLATE_NOOP("Nav", "Today"), "today", "ksdesk.ui.today.page:TodayPage"),
    PageSpec(
        "opening",
        QT_TRANSLATE_NOOP("Nav", "Opening"),
        "opening",
        "ksdesk.ui.opening.page:OpeningPage",
    ),
    PageSpec(
        "deposit",
        QT_TRANSLATE_NOOP("Nav", "Deposit"),
        "deposit",
        "ksdesk.ui.deposit.page:DepositPage",
    ),
    PageSpec(
        "products",
        QT_TRANSLATE_NOOP("Nav", "Products"),
        "products",
        "ksdesk.ui.products.page:ProductsPage",
    ),
    PageSpec(
        "traffic",
        QT_TRANSLATE_NOOP("Nav", "Traffic"),
        "traffic",
        "ksdesk.ui.traffic.page:TrafficPage",
    ),
    PageSpec("guide", QT_TRANSLATE_NOOP("Nav", "Guide"), "guide", "ksdesk.ui.guide.page:GuidePage"),
    PageSpec(
        "settings",
        QT_TRANSLATE_NOOP("Nav", "Settings"),
        "settings",
        "ksdesk.ui.settings.page:SettingsPage",
        foot=True,
    ),
)
BY_TOPIC = {spec.topic: spec for spec in PAGES}
