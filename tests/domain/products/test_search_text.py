"""What a product is found by: folded words, codes, and the title's pinyin in every way typed."""

from __future__ import annotations

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksdesk.domain.products import Product, Sku
from ksdesk.domain.products.list import Catalogue, Query, Texts, kind_of
from ksdesk.domain.products.search_text import SPLIT, found_by, query_words

APPLE = Product(
    title="洛川红富士 85mm 10斤",
    short_title="礼盒装",
    category="水果生鲜",
    selling_point="现摘现发",
    code="KS-0412",
    item_id="1000000000003",
    skus=(Sku(("大",), "KS-0412-大"),),
    note="等新箱子",
)


def listed(*products: Product) -> Catalogue:
    """A catalogue of the products, numbered by their places."""
    texts = [found_by(product).split(SPLIT) for product in products]
    whole = Texts([t[0] for t in texts], [t[1] for t in texts], array("l"), ())
    kinds = bytes([kind_of("draft", "", False)] * len(products))
    return Catalogue(array("q", range(len(products))), kinds, texts=whole)


def finds(text: str, *products: Product) -> list[int]:
    """The places of the products that a search finds."""
    return list(listed(*products).find(Query(query_words(text))).ids)


FOUND = """红富士|hfs|hongfushi|HongFuShi|ＨＦＳ|hongfs|hfush|hongf|红fs|hfs85|10斤|85mm|hfs 10斤
斤 hfs|hong fu shi|hong'fu'shi|ks-0412|KS-0412-大|0412|1000000000003|00003|水果|礼盒|现摘|等新"""


@pytest.mark.parametrize("text", FOUND.replace("\n", "|").split("|"))
def test_it_is_found(text):
    assert finds(text, APPLE) == [0]


@pytest.mark.parametrize("text", ["富红", "hsf", "hfs 斤10", "橙", "hongfz", "生鲜现摘", "xx"])
def test_it_is_not_found(text):
    assert finds(text, APPLE) == []


@pytest.mark.parametrize(
    ("title", "typed"),
    [
        ("重庆火锅底料", "cqhg chongqing zhongqing"),
        ("长白山人参", "cbsrs changbaishan renshen"),
        ("茄子干", "qzg qiezi"),
        ("削皮器", "xpq xiaopiqi"),
        ("绿色毛衣", "lsmy lvse"),
        ("女装长款", "nzck nvzhuang changkuan"),
        ("薄荷糖", "bht bohe"),
        ("核桃仁", "htr hetao"),
        ("西安肉夹馍", "xian xi'an"),
    ],
)
def test_characters_with_two_readings_are_found_by_the_likely_ones(title, typed):
    for text in typed.split():
        assert finds(text, Product(title=title)) == [0], text


GOODS = "红富士 5斤|红枣礼盒 5斤|长白山人参|西安肉夹馍|荷塘藕粉|雪梨|香梨 10斤|礼箱".split("|")


@given(
    st.lists(st.sampled_from("hongfs lixiang 红富士 5斤 hfs xiang hetang xl".split()), max_size=6)
)
def test_typed_letter_by_letter_it_finds_what_it_finds_at_once(searches):
    products = [Product(title=title) for title in GOODS * 2]
    kept = listed(*products)
    for search in searches:
        for end in range(1, len(search) + 1):
            found = kept.find(Query(query_words(search[:end]))).ids
            assert list(found) == finds(search[:end], *products)


def test_a_search_never_matches_across_two_fields():
    """selling point "…发" followed by the note "财…" is not 发财."""
    product = Product(title="橙", selling_point="现发", note="财源", code="AB", item_id="CD")
    assert finds("发财", product) == []
    assert finds("abcd", product) == []


def test_a_pasted_link_is_found_by_its_number_and_without_a_title_by_itself():
    link = "看看 https://item.jd.com/10000000000003.html?utm=1"
    assert finds("10000000000003", Product("link", "削皮器", link=link)) == [0]
    assert finds("item.jd.com", Product("link", link=link)) == [0]


def test_many_products_are_told_apart():
    goods = (APPLE, Product(title="黄富山石斛"), Product(title="HFS phone stand"))
    assert finds("hfs", *goods) == [0, 1, 2]
    assert finds("红富士", *goods) == [0]
    assert finds("hongfs", *goods) == [0]


def test_a_product_without_anything_is_marked_as_looked_at():
    assert found_by(Product())


@given(st.text(max_size=60))
def test_any_title_is_found_by_each_of_its_own_words(title):
    product = Product(title=title)
    text = found_by(product)
    assert text.count(SPLIT) == 1
    for word in query_words(title):
        if "'" not in title and "’" not in title:
            assert finds(word, product) == [0], word
