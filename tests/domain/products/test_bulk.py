"""What a bulk change does to each product, to the fen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksdesk.domain.products import Details, Product, Sku
from ksdesk.domain.products.bulk import (
    BulkChange,
    ChangeError,
    Edit,
    Limits,
    judge,
    parse_price_change,
    parse_stock_change,
    plan,
)
from ksdesk.domain.rulebook import RuleBook

LIMITS = Limits(1, 9_999_999, 9_999_999, 10)
PERSIMMON = Product(title="柿饼", price=5990, stock=412, state="listed", id=1)
SIZED = Product(
    title="红富士",
    price=4990,
    stock=30,
    state="ready",
    levels=("规格",),
    skus=(Sku(("5斤",), "A", 4990, 10), Sku(("10斤",), "B", 6900, 20)),
    id=2,
)


def one(product: Product, **change: object) -> Edit:
    return plan([product], BulkChange(**change), LIMITS)[0]


def priced(product: Product, text: str) -> Edit:
    return one(product, price=parse_price_change(text))


def stocked(product: Product, text: str) -> Edit:
    return one(product, stock=parse_stock_change(text))


def codes(edit: Edit) -> list[str]:
    return [reason.code for reason in edit.reasons]


SAID = {
    4792: "八折 打八折 打个八折 全场八折 现价8折 八折优惠 80折 降两成 减20% 降价百分之二十 20%off",
    5092: "八五折 8.5折 八点五折 打85折",
    2995: "半价 对折 打对折 五折 减半 降一半 便宜一半 half-price",
    4990: "减10元 减十元 降价10元 立减10 直降10块 便宜十块钱 每件优惠10 下调10元 -十元 减¥10",
    4940: "减10.5元 减十块五 降了10.50 -10.5元",
    6290: "涨5% 涨价5％ 上调百分之五 加5个点 提价5%",
    6490: "涨5元 加价五块 提高5块钱 多5元 +五元",
    12000: "改成120 =一百二十元 定价一百二 统一120元 涨到120 调到一百二十",
    10500: "卖一百零五 一口价105",
    5980: "减1毛 降一角 减10分",
    11980: "翻倍 涨一倍",
    4790: "八折抹成.9 打八折抹到.9 8折.9 -20%.9",
}


@pytest.mark.parametrize(
    ("text", "price"), [(text, fen) for fen, said in SAID.items() for text in said.split()]
)
def test_a_price_changes_as_it_is_said(text: str, price: int) -> None:
    after = priced(PERSIMMON, text.replace("-price", " price")).after
    assert after.price == price


@pytest.mark.parametrize(
    "text",
    "减三五元 十五折 半折 -5折 原价八折 打八 打折 涨价 减10元起 八折再减10 打骨折 抹零 减百十元"
    " 减5~6元 减 九十百元 翻两倍 减5，6元".split(),
)
def test_what_could_be_meant_in_two_ways_is_refused(text: str) -> None:
    with pytest.raises(ChangeError) as caught:
        parse_price_change(text)
    assert caught.value.reason in ("not_a_number", "no_sign")


@pytest.mark.parametrize(
    "text", "第二件半价 第2件5折 满100减20 满减 3件8折 买一送一 秒杀8折".split()
)
def test_a_promotion_is_no_price_of_one_piece(text: str) -> None:
    with pytest.raises(ChangeError) as caught:
        parse_price_change(text)
    assert caught.value.reason == "promotion"


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("-5%", 5691),  # 56.905
        ("−5％", 5691),
        ("+5%", 6290),  # 62.895
        ("×0.9", 5391),
        ("x 0.9", 5391),
        ("9折", 5391),
        ("\u202d9折\u202c", 5391),
        ("打95折", 5691),
        ("10折", 5990),
        ("打10.0折", 5990),
        ("9.5折", 5691),
        ("=49.9", 4990),
        ("＝49.9", 4990),
        ("=1.2万", 1_200_000),
        ("+3", 6290),
        ("-2", 5790),
        ("-0.5", 5940),
        ("-5% .9", 5690),
        ("-5% 抹成 .99", 5599),
        ("+5%→.9", 6290),
        ("抹成 .5", 5950),
        (".9", 5990),
    ],
)
def test_what_a_seller_types(text, price):
    assert priced(PERSIMMON, text).after.price == price


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("  ", "empty"),
        ("59.9", "no_sign"),
        ("abc", "not_a_number"),
        ("=", "not_a_number"),
        ("=-3", "not_a_number"),
        ("+-3", "not_a_number"),
        ("5%", "not_a_number"),
        ("=1.2.3", "not_a_number"),
        ("=99999999999999999", "too_big"),
        ("-" * 200, "not_a_number"),
    ],
)
def test_what_is_no_price_change(text, reason):
    with pytest.raises(ChangeError) as error:
        parse_price_change(text)
    assert error.value.reason == reason


@pytest.mark.parametrize("text", ["12", "+1.5", "-5%", "", "=x"])
def test_what_is_no_stock_change(text):
    with pytest.raises(ChangeError):
        parse_stock_change(text)


@given(st.integers(1, 9_999_999), st.integers(-9900, 90000))
def test_a_percentage_is_rounded_half_up_to_the_fen(fen, hundredths):
    """The same as decimal arithmetic, whatever the price and the percentage."""
    text = f"{hundredths / 100:+.2f}%"
    factor = 1 + Decimal(hundredths) / 10000
    expected = int((fen * factor).quantize(Decimal(1), ROUND_HALF_UP))
    assert parse_price_change(text).of(fen) == expected


@given(st.integers(100, 9_999_999), st.integers(0, 99))
def test_an_ending_never_raises_a_price_and_takes_less_than_a_yuan(fen, ending):
    ended = parse_price_change(f"抹成 .{ending:02d}").of(fen)
    assert ended % 100 == ending
    assert 0 <= fen - ended < 100


@given(st.integers(1, 9_999_999), st.integers(1, 100_000))
def test_a_step_there_and_back_is_nothing(fen, step):
    up = parse_price_change(f"+{step / 100:.2f}").of(fen)
    assert parse_price_change(f"-{step / 100:.2f}").of(up) == fen


def test_no_price_falls_below_a_fen_or_over_the_limit():
    cheap = replace(PERSIMMON, price=1, state="draft")
    assert codes(priced(cheap, "-60%")) == ["price_low"]
    assert "price_low" in codes(priced(PERSIMMON, "-100"))
    edit = priced(PERSIMMON, "×10000")
    assert (edit.verdict, codes(edit), edit.after) == (
        "refused",
        ["price_high"],
        replace(PERSIMMON, price=59_900_000),
    )


def test_a_price_that_is_not_known_can_be_set_but_not_changed():
    unknown = replace(PERSIMMON, price=None, state="draft")
    assert codes(priced(unknown, "-5%")) == ["no_price"]
    assert priced(unknown, "=5").after.price == 500


def test_a_struck_price_that_no_longer_is_above_warns():
    struck = replace(PERSIMMON, struck_price=6000)
    edit = priced(struck, "+1")
    assert (edit.verdict, codes(edit)) == ("changed", ["struck_low"])
    assert codes(priced(struck, "-5%")) == []
    assert codes(priced(struck, "=5")) == ["halved", "struck_high"]


def test_each_option_has_its_own_price():
    edit = priced(SIZED, "-10%")
    assert [sku.price for sku in edit.after.skus] == [4491, 6210]
    assert (edit.after.price, edit.after.stock) == (4491, 30)
    assert codes(edit) == ["each_option"]


def test_stock_is_set_or_moved_for_each_option():
    assert stocked(PERSIMMON, "=100").after.stock == 100
    assert stocked(PERSIMMON, "-5").after.stock == 407
    assert stocked(SIZED, "=100").after.stock == 200
    assert [sku.stock for sku in stocked(SIZED, "+5").after.skus] == [15, 25]
    assert codes(stocked(PERSIMMON, "-500")) == ["stock_low"]
    assert codes(stocked(PERSIMMON, "=10000000")) == ["stock_high"]
    assert codes(stocked(replace(PERSIMMON, stock=None), "+1")) == ["no_stock"]
    link = Product(way="link", title="盒", link="https://item.jd.com/1.html", price=100)
    assert codes(stocked(link, "=3")) == ["link_stock"]


def test_the_bounds_of_prices_and_stock_are_within_them():
    assert codes(priced(PERSIMMON, "=99999.99")) == []
    assert codes(priced(PERSIMMON, "=100000")) == ["price_high"]
    assert codes(priced(replace(PERSIMMON, price=2), "=0.01")) == []
    assert codes(stocked(PERSIMMON, "=0")) == []
    assert codes(stocked(PERSIMMON, "-412")) == []
    assert codes(stocked(PERSIMMON, "-413")) == ["stock_low"]
    assert codes(stocked(PERSIMMON, "=9999999")) == []
    assert codes(stocked(replace(PERSIMMON, stock=9_999_998), "+2")) == ["stock_high"]


def test_half_a_price_is_not_more_than_half_off():
    assert codes(priced(PERSIMMON, "=29.95")) == []
    assert codes(priced(PERSIMMON, "=29.94")) == ["halved"]


def test_a_struck_price_is_above_the_price_and_at_most_so_many_times_it():
    def struck(price: int) -> list[str]:
        after = replace(PERSIMMON, struck_price=price)
        return codes(judge(PERSIMMON, after, LIMITS))

    assert struck(5990) == ["struck_low"]
    assert struck(5991) == struck(59900) == []
    assert struck(59901) == ["struck_high"]


def test_a_bound_that_was_passed_before_does_not_stop_another_option():
    below = replace(SIZED, skus=(Sku(("5斤",), "A", 4990, -3), Sku(("10斤",), "B", 6900, 20)))
    after = replace(below, skus=(below.skus[0], replace(below.skus[1], stock=30)))
    assert codes(judge(below, after, LIMITS)) == []
    lower = replace(below, skus=(replace(below.skus[0], stock=-4), below.skus[1]))
    assert codes(judge(below, lower, LIMITS)) == ["stock_low"]


def test_what_is_missing_stops_a_state():
    draft = Product(title="茶", price=3600, state="draft")
    edit = one(draft, state="listed")
    assert (edit.verdict, edit.reasons[0]["gaps"]) == ("refused", "stock")
    assert one(replace(draft, stock=0), state="listed").after.state == "listed"
    assert one(draft, state="off_shelf").verdict == "changed"


def test_what_was_missing_before_does_not_stop_another_change():
    listed = Product(title="茶", price=3600, stock=None, state="listed")
    assert priced(listed, "-5%").verdict == "changed"
    assert judge(listed, replace(listed, title=""), LIMITS).verdict == "refused"


def test_category_threshold_and_shipping():
    edit = one(PERSIMMON, category="果干", threshold=20, shipping=86_400)
    after = edit.after
    assert (after.category, after.threshold, after.details.shipping) == ("果干", 20, 86_400)
    waiting = replace(PERSIMMON, details=Details(shipping=7, presale=True))
    assert codes(one(waiting, shipping=86_400)) == ["presale"]


def test_nothing_new_is_unchanged():
    assert priced(PERSIMMON, "=59.9").verdict == "unchanged"
    assert not BulkChange()
    assert BulkChange(threshold=0)


def test_the_limits_are_those_of_the_rule_book():
    assert Limits.of(RuleBook.load().on(date(2026, 11, 18))) == LIMITS


def test_an_option_that_is_halved_is_told_though_another_one_is_the_cheapest():
    before = replace(
        SIZED, skus=(replace(SIZED.skus[0], price=9990), replace(SIZED.skus[1], price=2000))
    )
    after = replace(before, skus=(replace(before.skus[0], price=4000), before.skus[1]))
    (told,) = [each for each in judge(before, after, LIMITS).reasons if each.code == "halved"]
    assert (told["old"], told["new"]) == (9990, 4000)
