"""Every published limit of a listing, one step within it and one beyond."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksdesk.domain.products import Details, Picture, Product, Sku
from ksdesk.domain.products.limits import TEXTS, all_options, findings, wide_length
from ksdesk.domain.rulebook import Override, RuleBook

BOOK = RuleBook.load()
RULES = BOOK.on(date(2026, 11, 18))
MB = 1024 * 1024


def picture(role: str = "main", form: str = "jpeg", size: int = MB, side: int = 800) -> Picture:
    return Picture(role, f"{role}.{form}", form, size, side, side)


DETAIL = picture("detail")
GOOD = Product(
    title="富平吊柿饼 礼盒 1kg",
    price=59_90,
    stock=12,
    details=Details(pictures=(picture(), DETAIL), text="自然吊晒"),
)


def told(product: Product) -> set[tuple[str, str]]:
    return {(f.field, f.code) for f in findings(product, RULES)}


def detailed(**values: object) -> Product:
    return replace(GOOD, details=replace(GOOD.details, **values))


def with_pictures(*pictures: Picture) -> Product:
    return detailed(pictures=(*pictures, DETAIL))


def with_skus(*skus: Sku, levels: tuple[str, ...] = ("口味",)) -> Product:
    return replace(GOOD, levels=levels, skus=skus)


def sku(*options: str, price: int | None = 100, stock: int | None = 1, code: str = "") -> Sku:
    return Sku(options, code, price, stock)


def test_a_whole_product_has_nothing_against_it() -> None:
    assert findings(GOOD, RULES) == ()


@pytest.mark.parametrize(
    ("text", "length"), [("", 0), ("abc 1", 5), ("柿饼", 4), ("柿饼 1kg", 8), ("，", 2), ("🎁", 2)]
)
def test_a_chinese_sign_counts_twice(text: str, length: int) -> None:
    assert wide_length(text) == length


@given(st.text(), st.text())
def test_lengths_add_up(one: str, other: str) -> None:
    assert wide_length(one + other) == wide_length(one) + wide_length(other)


@pytest.mark.parametrize(
    ("field", "good", "bad", "code"),
    [
        ("title", "柿" * 30, "柿" * 30 + "a", "long"),
        ("short_title", "柿饼", "柿a", "short"),
        ("short_title", "柿" * 10, "柿" * 10 + "a", "long"),
        ("selling_point", "流心柿饼", "流心柿a", "short"),
        ("selling_point", "柿" * 12, "柿" * 12 + "a", "long"),
        ("note", "柿" * 200, "柿" * 201, "long"),
        ("code", "A" * 30, "A" * 31, "long"),
    ],
)
def test_texts_by_the_platforms_count(field: str, good: str, bad: str, code: str) -> None:
    assert told(replace(GOOD, **{field: good})) == set()
    assert told(replace(GOOD, **{field: bad})) == {(field, code)}


@pytest.mark.parametrize(
    ("field", "good", "bad", "code"),
    [
        ("text", "字", "", "short"),
        ("text", "字" * 1000, "字" * 1001, "long"),
        ("manual", "字" * 400, "字" * 401, "long"),
        ("manual", "a\n" + "\n" * 10 + "b", "a\n" + "\n" * 11 + "b", "many"),
    ],
)
def test_texts_by_their_signs(field: str, good: str, bad: str, code: str) -> None:
    assert told(detailed(**{field: good})) == set()
    assert told(detailed(**{field: bad})) == {(field, code)}


def test_the_titles_length_is_advice_for_nobody_published_it() -> None:
    (finding,) = findings(replace(GOOD, title="柿" * 31), RULES)
    assert (finding.level, finding.seen, finding.allowed) == ("advice", 62, 60)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"price": 1}, set()),
        ({"price": 9_999_999}, set()),
        ({"price": 10_000_000}, {("price", "high")}),
        ({"price": 0}, {("price", "missing"), ("price", "low")}),
        ({"stock": 9_999_999}, set()),
        ({"stock": 10_000_000}, {("stock", "high")}),
        ({"stock": -1}, {("stock", "low")}),
        ({"struck_price": 59_91}, set()),
        ({"struck_price": 59_90}, {("struck_price", "low")}),
        ({"struck_price": 599_00}, set()),
        ({"struck_price": 599_01}, {("struck_price", "high")}),
    ],
)
def test_figures(values: dict[str, int], expected: set[tuple[str, str]]) -> None:
    assert told(replace(GOOD, **values)) == expected


def test_the_struck_price_is_above_the_dearest_sku() -> None:
    goods = with_skus(sku("原味", price=10_00), sku("流心", price=30_00))
    assert told(replace(goods, struck_price=30_00)) == {("struck_price", "low")}
    assert told(replace(goods, struck_price=31_00)) == set()
    assert told(replace(goods, struck_price=100_01)) == {("struck_price", "high")}


def test_levels_are_three_at_most() -> None:
    names = ("口味", "重量", "包装", "产地")
    options = ("原味", "1kg", "盒", "富平")
    assert told(with_skus(sku(*options[:3]), levels=names[:3])) == set()
    assert told(with_skus(sku(*options), levels=names)) == {("levels", "many")}


def test_one_to_six_hundred_skus() -> None:
    many = [sku(f"{n} 号") for n in range(601)]
    assert told(with_skus(*many[:600])) == set()
    assert told(with_skus(*many)) == {("skus", "many")}
    assert told(with_skus()) == {("skus", "few")}


def test_every_combination_is_there_once() -> None:
    whole = [sku(taste, weight) for taste in ("原味", "流心") for weight in ("1kg", "2kg")]
    levels = ("口味", "重量")
    assert told(with_skus(*whole, levels=levels)) == set()
    (gap,) = findings(with_skus(*whole[:3], levels=levels), RULES)
    assert (gap.code, gap.seen, gap.allowed) == ("gaps", 3, 4)
    twice = findings(with_skus(*whole, whole[0], levels=levels), RULES)
    assert [(f.code, f.at) for f in twice] == [("twice", 0), ("twice", 4)]
    assert ("skus", "gaps") in told(with_skus(sku("原味", ""), levels=levels))
    assert ("skus", "gaps") in told(with_skus(sku("原味"), levels=levels))


def test_each_sku_has_its_price_stock_and_code() -> None:
    goods = with_skus(sku("a", price=None), sku("b", stock=None), sku("c", code="x" * 31))
    found = [(f.field, f.code, f.at) for f in findings(goods, RULES)]
    assert found == [("price", "missing", 0), ("stock", "missing", 1), ("code", "long", 2)]


def test_all_options_in_the_order_they_were_written() -> None:
    goods = with_skus(sku("b", "1"), sku("a", "2"), levels=("x", "y"))
    assert all_options(goods) == (("b", "1"), ("b", "2"), ("a", "1"), ("a", "2"))


@pytest.mark.parametrize(
    ("pictures", "expected"),
    [
        ([picture()] * 9, set()),
        ([picture()] * 10, {("main", "many")}),
        ([picture("detail")] * 49, set()),
        ([picture("detail")] * 50, {("detail", "many")}),
        ([picture(size=2 * MB)], set()),
        ([picture(size=2 * MB + 1)], {("main", "bytes")}),
        ([picture(form=form) for form in ("png", "jpeg", "webp", "bmp")], set()),
        ([picture(form="gif")], {("main", "form")}),
        ([picture("white", "png", side=480)], set()),
        ([picture("white", "webp")], {("white", "form")}),
        ([picture("white", side=479)], {("white", "small")}),
        ([picture("white", size=2 * MB)], {("white", "bytes")}),
        ([replace(picture("white"), height=900)], {("white", "oblong")}),
        ([picture("clear", "png")], set()),
        ([picture("clear", "jpeg")], {("clear", "form")}),
    ],
)
def test_pictures(pictures: list[Picture], expected: set[tuple[str, str]]) -> None:
    assert told(with_pictures(*pictures)) == expected


def test_a_listing_needs_a_detail_picture() -> None:
    assert told(detailed(pictures=())) == {("detail", "few")}


def test_a_finding_names_its_picture() -> None:
    (finding,) = findings(with_pictures(picture(), picture(form="gif")), RULES)
    assert (finding.at, finding.seen) == (1, "gif")


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"return_rule": "支持7天无理由退货"}, set()),
        ({"return_rule": "随便退"}, {("return_rule", "odd")}),
        ({"promises": ("坏了包退", "过敏包退")}, set()),
        ({"promises": ("假一赔万",)}, {("promises", "odd")}),
        ({"shipping": 86_400}, set()),
        ({"shipping": 172_800}, set()),
        ({"shipping": 259_200}, {("shipping", "odd")}),
        ({"shipping": 3, "presale": True}, set()),
        ({"shipping": 15, "presale": True}, set()),
        ({"shipping": 2, "presale": True}, {("shipping", "low")}),
        ({"shipping": 16, "presale": True}, {("shipping", "high")}),
    ],
)
def test_promises(values: dict[str, object], expected: set[tuple[str, str]]) -> None:
    assert told(detailed(**values)) == expected


def test_a_link_needs_no_more_than_itself() -> None:
    link = Product("link", "x" * 61, link="https://a", selling_point="a")
    assert told(link) == {("title", "long")}
    assert told(Product("link")) == {("title", "missing"), ("link", "missing")}


def test_each_finding_stands_on_a_rule_and_the_sellers_own_figure_counts() -> None:
    broken = replace(
        with_pictures(picture(form="gif")), selling_point="a", struck_price=1, stock=-1
    )
    assert all(f.key in RULES for f in findings(broken, RULES))
    own = BOOK.with_overrides([Override("products.selling_point.most", 6)]).on(date(2026, 11, 18))
    (finding,) = findings(replace(GOOD, selling_point="流心柿饼"), own)
    assert (finding.code, finding.level, finding.allowed) == ("long", "wrong", 6)


def test_every_text_has_its_rule() -> None:
    assert all(key in RULES for _, least, most, _ in TEXTS for key in (least, most) if key)


OPTIONS = st.lists(st.sampled_from("abc"), max_size=3).map(tuple)


@given(st.lists(OPTIONS, max_size=6), st.lists(st.sampled_from("xyzw"), max_size=4).map(tuple))
def test_no_mess_of_skus_breaks_the_check(rows: list[tuple[str, ...]], levels) -> None:
    goods = with_skus(*(sku(*options) for options in rows), levels=levels)
    found = findings(goods, RULES)
    whole = rows and sorted(rows) == sorted(all_options(goods)) and len(levels) <= 3
    assert whole or found or not (rows or levels)
