"""The promotion page over a real book."""

from __future__ import annotations

import pytest


@pytest.fixture
def open_page(ctx, qtbot):
    """Make and show the page at a size, with the plans in sight."""
    from ksdesk.ui.promotion.page import PromotionPage

    def make(width: int = 1112, height: int = 800) -> PromotionPage:
        page = PromotionPage(ctx)
        qtbot.addWidget(page)
        page.resize(width, height)
        page.show()
        page.jump("plans")
        return page

    return make
