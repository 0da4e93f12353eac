"""Pasted links against the book: new, for the phone, known in another shape, refused; undo."""

from __future__ import annotations

from ksdesk.actions import products
from ksdesk.actions.products import links as product_links
from ksdesk.domain.products import Product
from ksdesk.domain.rulebook import RuleBook

ITEM = "【京东】https://item.jd.com/100012345678.html「柿饼礼盒」"
SAME = "https://item.m.jd.com/product/100012345678.html?cu=true&utm_source=x"
SHORT = "https://m.tb.cn/h.AbCd123?sm=fc07a3"
EVIL = "https://item.jd.com.example.net/100012345678.html"


def verdicts(book, text: str) -> list[str]:
    return [piece.verdict for piece in product_links.look_at(book.reader, text)]


def test_each_piece_is_judged(book):
    text = f"{ITEM}\n{SHORT}\n{EVIL}\nhttps://v.kuaishou.com/AbCdEf"
    assert sorted(verdicts(book, text)) == ["item", "phone", "refused", "video"]
    assert verdicts(book, "明天八点开播") == ["refused"]


def test_the_same_item_in_another_shape_is_known(book, now):
    product_links.add(book, product_links.look_at(book.reader, ITEM), now)
    (piece,) = product_links.look_at(book.reader, SAME)
    assert (piece.verdict, piece.addable) == ("known", False)
    assert piece.known is not None and piece.known.title == "柿饼礼盒"


def test_one_in_the_bin_can_be_added_again(book, now):
    added = product_links.add(book, product_links.look_at(book.reader, ITEM), now)
    products.bin_(book, list(added.ref), now)
    assert verdicts(book, SAME) == ["item"]


def test_adding_is_one_step_and_is_undone_as_one(book, now):
    found = product_links.look_at(book.reader, f"{ITEM}\n{SHORT}\n{EVIL}")
    changes = product_links.add(book, found, now)
    kept = {p.platform: p for p in book.reader.products.all()}
    assert len(changes.ref) == len(kept) == 2
    assert kept["jd"].item_id == "100012345678"
    assert (kept["jd"].link, kept["jd"].state) == (
        "https://item.jd.com/100012345678.html",
        "draft",
    )
    assert (kept["taobao"].item_id, kept["taobao"].way) == ("", "link")
    again = changes.undo(book)
    assert book.reader.products.all() == ()
    again.undo(book)
    assert len(book.reader.products.all()) == 2


def test_a_number_of_nineteen_digits_stays_whole(book, now):
    link = "https://haohuo.jinritemai.com/views/product/item2?id=3456789012345678901"
    product_links.add(book, product_links.look_at(book.reader, link), now)
    (kept,) = book.reader.products.all()
    assert kept == Product(
        way="link",
        platform="douyin",
        item_id="3456789012345678901",
        link=kept.link,
        same_as=kept.same_as,
        id=kept.id,
        changed_at=now,
    )


def test_the_promotion_deposit_is_told(book, now):
    account = product_links.promotion(book.reader, RuleBook.load(), now.date())
    assert (account.name, account.balance) == ("promotion", 0)


def test_a_link_of_a_platform_nobody_is_sure_of_is_kept(book, now):
    found = product_links.look_at(book.reader, "http://xhslink.com/a/AbCd 得物的不知道能不能挂")
    product_links.add(book, found, now)
    (kept,) = book.reader.products.all()
    assert (kept.platform, kept.way) == ("xiaohongshu", "link")
