"""An opening wizard over an empty book, shown at the size of the pictures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ksdesk.domain.opening import STEP_NAMES

SIZE = (1112, 800)


@pytest.fixture
def make_page(ctx, qtbot) -> Callable:
    """Makes the page over the book as it stands now."""
    from ksdesk.ui.opening.page import OpeningPage

    def make(size: tuple[int, int] = SIZE):
        page = OpeningPage(ctx)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        qtbot.waitExposed(page)
        return page

    return make


@pytest.fixture
def page(make_page):
    """The wizard at its first step."""
    return make_page()


@pytest.fixture
def at(page) -> Callable:
    """Opens a step and gives its view."""

    def go(step: str):
        assert step in STEP_NAMES
        page.jump(step)
        return page.view()

    return go


@pytest.fixture
def photo_file(tmp_path: Path) -> Callable:
    """Writes a drawn photo to a file."""
    from drawn_photos import encoded

    def write(image, name: str = "photo.jpg") -> Path:
        path = tmp_path / name
        path.write_bytes(encoded(image))
        return path

    return write
