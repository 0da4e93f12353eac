"""The list shows a product's first picture, read for the rows that are looked at."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from ksdesk.actions import products
from ksdesk.domain.products import Product
from ksdesk.domain.products.values import Details
from ksdesk.ui.products import list_pictures
from ksdesk.ui.products.page import ProductsPage


@pytest.fixture
def page(ctx, qtbot):
    made = ProductsPage(ctx)
    qtbot.addWidget(made)
    made.resize(1112, 700)
    made.show()
    return made


def pictured(path: Path, color: str, title: str = "柿饼") -> Product:
    image = QImage(800, 600, QImage.Format.Format_RGB32)
    image.fill(QColor(color))
    assert image.save(str(path))
    picture = products.read_picture(path, "main")
    return Product(title=title, details=Details((picture,)))


def colours(page) -> set[str]:
    """What the boxes in front of the rows are filled with."""
    shot = page.list.table.viewport().grab().toImage()
    return {shot.pixelColor(72, y).name() for y in range(2, shot.height(), 11)}


def test_a_row_shows_its_picture_and_a_letter_without_one(page, ctx, qtbot, tmp_path):
    red = products.save(ctx.book, pictured(tmp_path / "a.png", "#d01010"), ctx.clock())
    products.save(ctx.book, Product(title="茶"), ctx.clock())
    page.refresh()
    qtbot.waitUntil(lambda: "#d01010" in colours(page))
    (whole,) = ctx.reader.products.some([red.ref])
    blue = replace(pictured(tmp_path / "b.png", "#1010d0"), id=whole.id)
    products.save(ctx.book, blue, ctx.clock().replace(hour=12))
    page.refresh()
    qtbot.waitUntil(lambda: "#1010d0" in colours(page))
    assert "#d01010" not in colours(page)


@pytest.mark.slow
def test_only_rows_in_sight_are_read(page, ctx, qtbot, tmp_path, monkeypatch):
    one = pictured(tmp_path / "a.png", "#d01010")
    for number in range(120):
        products.save(ctx.book, replace(one, title=f"柿饼 {number}"), ctx.clock())
    read: list[int] = []
    plain = list_pictures._read
    monkeypatch.setattr(
        list_pictures, "_read", lambda reader, some: read.extend(some) or plain(reader, some)
    )
    page.refresh()
    qtbot.waitUntil(lambda: "#d01010" in colours(page))
    assert 0 < len(read) < 40 and len(set(read)) == len(read)


def test_a_file_that_is_gone_or_no_picture_leaves_the_letter(page, ctx, qtbot, tmp_path):
    gone = pictured(tmp_path / "a.png", "#d01010")
    (tmp_path / "a.png").write_text("no picture")
    products.save(ctx.book, gone, ctx.clock())
    page.refresh()
    page.list.table.viewport().grab()
    qtbot.waitUntil(lambda: not page.list.pictures._soon.isActive())
    assert page.list._tile(page.list.model.row(0)) == "柿"
