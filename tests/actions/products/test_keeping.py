"""What a seller does with products: keep, undo, read pictures, see what a category does."""

from __future__ import annotations

import struct
import zlib
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from ksdesk.actions import deposit, notes, opening, products
from ksdesk.actions.products import categories
from ksdesk.actions.products import drafts as product_drafts
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.deposit.notes import LineCategory
from ksdesk.domain.pictures import PictureError
from ksdesk.domain.products import Details, Picture, Product, Sku
from ksdesk.domain.rulebook import RuleBook

TODAY = date(2026, 11, 18)
RULES = RuleBook.load()


def png(path: Path, width: int, height: int) -> Path:
    """A PNG whose header alone is right: no more of it is read."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + head
    data = struct.pack(">I", len(head)) + chunk + struct.pack(">I", zlib.crc32(chunk))
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + data + struct.pack(">I", 9) + b"IDAT" + b"x" * 9)
    return path


def test_undo_brings_skus_and_details_back(book, now):
    first = Product(
        title="柿饼",
        levels=("口味",),
        skus=(Sku(("原味",), "A1", 100, 1), Sku(("流心",), "A2", 200, 2)),
        details=Details(
            (Picture("main", "a.png", "png", 1, 2, 3),), "好吃", promises=("坏了包退",)
        ),
    )
    number = products.save(book, first, now).ref
    kept = book.reader.products.one(number)
    changes = products.save(book, replace(kept, skus=kept.skus[:1], details=Details()), now)
    assert len(book.reader.products.one(number).skus) == 1
    changes.undo(book)
    back = book.reader.products.one(number)
    assert (back.skus, back.details) == (first.skus, first.details)


def test_a_picture_is_read_from_its_header(tmp_path):
    path = png(tmp_path / "主图.png", 480, 640)
    found = products.read_picture(path, "white")
    assert found == Picture("white", str(path), "png", path.stat().st_size, 480, 640)


@pytest.mark.parametrize("form", ["JPEG", "WEBP", "BMP", "GIF"])
def test_forms_are_told_by_their_bytes(tmp_path, form):
    from PIL import Image

    path = tmp_path / "picture.png"
    Image.new("RGB", (30, 20)).save(path, form)
    found = products.read_picture(path, "main")
    assert (found.form, found.width, found.height) == (form.lower(), 30, 20)


def test_what_is_no_picture_is_said(tmp_path):
    path = tmp_path / "a.png"
    path.write_bytes(b"plain words")
    with pytest.raises(PictureError, match="not_a_picture"):
        products.read_picture(path, "main")
    path.write_bytes(b"\x89PNG\r\n\x1a\n")
    with pytest.raises(PictureError, match="broken"):
        products.read_picture(path, "main")
    with pytest.raises(FileNotFoundError):
        products.read_picture(tmp_path / "gone.png", "main")


def test_what_is_being_written_survives(book, now, tmp_path):
    folder = tmp_path / "staging"
    details = Details((Picture("main", "a.png", "png", 1, 2, 3),), "好吃", promises=("坏了包退",))
    product = Product(
        title="柿饼", levels=("口味",), skus=(Sku(("原味",), "A", 1, 2),), details=details
    )
    number = products.save(book, product, now).ref
    kept = book.reader.products.one(number)
    product_drafts.keep(folder, replace(kept, title="柿饼 2kg"))
    assert product_drafts.kept(folder, kept) == replace(kept, title="柿饼 2kg")
    assert product_drafts.kept(folder, Product()) is None
    later = replace(kept, changed_at=now + timedelta(hours=1))
    assert product_drafts.kept(folder, later) is None
    product_drafts.forget(folder)
    product_drafts.forget(folder)
    assert product_drafts.kept(folder, kept) is None


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"skus": 1}', "null", '{"id": 0, "skus": [{}]}'])
def test_a_damaged_draft_is_none(tmp_path, text):
    (tmp_path / product_drafts.FILE).write_text(text)
    assert product_drafts.kept(tmp_path, Product()) is None


def test_only_the_same_link_is_taken_up_again(tmp_path):
    link = Product("link", link="https://a")
    product_drafts.keep(tmp_path, replace(link, title="typed"))
    assert product_drafts.kept(tmp_path, link).title == "typed"
    assert product_drafts.kept(tmp_path, replace(link, link="https://b")) is None


@pytest.fixture
def told(book, now):
    """A personal shop with 500.00 paid in, a line of 500.00 and food opened at 1,000.00 more."""
    opening.save_fields(book, "type.choose", {"shop_type": "personal"}, now)
    deposit.add(book, [NewEntry("own", date(2026, 3, 6), "paid_in", 50_000)], now)
    notes.keep(book, LineCategory("food", 100_000, date(2026, 1, 1)), now)
    return book


def effect(book, text, amount=None, way="own"):
    return categories.deposit_effect(book.reader, RULES, text, way, amount, TODAY)


def test_an_open_or_plain_category_has_no_effect(told):
    assert effect(told, "果干蜜饯") is None
    assert effect(told, "家居日用") is None


def test_an_unknown_amount_stays_unknown(told):
    found = effect(told, "白酒")
    assert (found.before, found.after, found.sure, found.told) == (150_000, 150_000, False, True)
    assert found.balance == 50_000


def test_only_the_highest_counts(told):
    assert effect(told, "白酒", 80_000).after == 150_000
    higher = effect(told, "白酒", 300_000)
    assert (higher.after, higher.sure) == (350_000, True)


def test_links_stand_on_the_promotion_account(told):
    found = effect(told, "白酒", 200_000, "link")
    assert (found.account, found.before, found.after) == ("promotion", 0, 200_000)


def test_without_a_line_the_book_cannot_tell(book):
    assert not effect(book, "白酒").told


def test_categories_to_choose_from(told, now):
    for title in "ab":
        products.save(told, Product(title=title, category="果干蜜饯"), now)
    products.save(told, Product("link", "c", "淘宝 链接", link="x"), now)
    found = categories.suggestions(told.reader, RULES, TODAY)
    assert found[0] == "果干蜜饯" and "酒类" in found and "淘宝 链接" not in found
