"""The whole book as open files, and templates, from the settings."""

from __future__ import annotations

import zipfile

import pytest
from PySide6.QtCore import Qt

from ksdesk.actions import exports, products
from ksdesk.domain.products import Product
from ksdesk.exports.tables import file_stem
from ksdesk.ui.settings.open_files_card import OpenFilesCard


@pytest.fixture
def card(ctx, qtbot):
    made = OpenFilesCard(ctx)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_whole_book_goes_into_one_zip(card, ctx, qtbot, tmp_path):
    products.save(ctx.book, Product(title="富平吊柿饼"), ctx.clock())
    target = tmp_path / "全部.zip"
    ctx.ask.answers = [target]
    qtbot.mouseClick(card.book_button, Qt.MouseButton.LeftButton)
    with zipfile.ZipFile(target) as packed:
        texts = {name: packed.read(name).decode("utf-8-sig") for name in packed.namelist()}
    assert any("富平吊柿饼" in text for text in texts.values())
    assert any("readme" in name.lower() for name in texts)


@pytest.mark.parametrize("shop", ["柿子/果园", "nul", "长" * 200, "..", "a:b|c"])
def test_the_name_that_is_proposed_is_one_for_a_file(card, ctx, qtbot, shop):
    """A shop with a stroke in its name was taken for a folder."""
    ctx.book.shop.rename(shop)
    qtbot.mouseClick(card.book_button, Qt.MouseButton.LeftButton)
    assert ctx.ask.names == [f"{file_stem(shop)}-2026-11-18.zip"]


@pytest.mark.parametrize("typed", ["店铺3.5", "店铺", "店铺.ZIP"])
def test_no_other_file_is_written_than_the_one_that_was_chosen(card, ctx, qtbot, tmp_path, typed):
    """店铺3.5 was cut to 店铺3.zip, and what bore that name was gone without a question."""
    (tmp_path / "店铺3.zip").write_bytes(b"another")
    ctx.ask.answers = [tmp_path / typed]
    qtbot.mouseClick(card.book_button, Qt.MouseButton.LeftButton)
    assert (tmp_path / "店铺3.zip").read_bytes() == b"another"
    written = typed if typed.endswith("ZIP") else f"{typed}.zip"
    assert zipfile.is_zipfile(tmp_path / written)


@pytest.mark.parametrize("kind", exports.template_kinds())
def test_each_kind_of_import_has_a_template(card, ctx, kind, tmp_path):
    ctx.ask.answers = [tmp_path / "模板"]
    card.templates.save(kind)
    assert (tmp_path / "模板.xlsx").stat().st_size > 0
