"""The pages there are. Each is described in its folder's `__init__`, as `PAGE`."""

from __future__ import annotations

from importlib import import_module

from ksdesk.ui.shell.page import PageSpec

IN_ORDER = (
    *("today", "opening", "deposit", "products", "traffic", "promotion", "orders", "aftersales"),
    *("reviews", "month", "guide", "settings"),
)
"""A new page is one more name here, where it stands in the navigation."""

PAGES: dict[str, PageSpec] = {topic: import_module(f"ksdesk.ui.{topic}").PAGE for topic in IN_ORDER}
