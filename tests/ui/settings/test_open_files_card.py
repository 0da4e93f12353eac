"""The whole book as open files, and templates, from the settings."""

from __future__ import annotations

import zipfile

import pytest
from PySide6.QtCore import Qt

from ksdesk.actions import exports, products
from ksdesk.domain.products import Product
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


@pytest.mark.parametrize("kind", exports.template_kinds())
def test_each_kind_of_import_has_a_template(card, ctx, kind, tmp_path):
    ctx.ask.answers = [tmp_path / "模板"]
    card.templates.save(kind)
    assert (tmp_path / "模板.xlsx").stat().st_size > 0
