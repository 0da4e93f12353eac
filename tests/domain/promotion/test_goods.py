"""Which product the rows of orders mean, and what movements of money are for."""

from __future__ import annotations

import pytest

from ksdesk.domain.products import Product, Sku
from ksdesk.domain.promotion.goods import Goods, charge


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("退运费 订单2431", "sent_back"),
        ("冻结退运费", ""),
        ("解冻", ""),
        ("退款快手电商订单编号2431", ""),
        ("违规扣款", "penalty"),
        ("", ""),
    ],
)
def test_what_a_movement_is_for(said, what):
    assert charge(said) == what


def sized(number: int, item: str = "", code: str = "", **facts: object) -> Product:
    skus = (Sku(("大",), code="B"), Sku(("大", "礼盒"), code="BL"), Sku((), code="S"))
    return Product(id=number, title="柿饼", item_id=item, code=code, skus=skus, **facts)


def test_goods_are_found_by_their_number_else_by_their_code():
    goods = Goods([sized(1, "77", "C1"), Product(id=2, title="苹果", item_id="78", code="C2")])
    assert goods.find("78", "", "") == (2, "")
    assert goods.find("", "C2", "")[0] == goods.find("99", "C2", "")[0] == 2
    assert goods.find("78", "C1", "")[0] == 2
    assert goods.find("", "BL", "")[0] == 1
    assert goods.find("", "", "") == goods.find("99", "X", "大") == (0, "")


def test_an_option_is_told_by_its_code_else_by_the_most_of_its_words():
    goods = Goods([sized(1, "77")])
    keys = {said: goods.find("77", *said)[1] for said in (("B", ""), ("BL", ""), ("S", ""))}
    assert len({*keys.values()}) == 3
    assert goods.find("77", "", "规格:大") == (1, keys["B", ""])
    assert goods.find("77", "", "大 礼盒装") == (1, keys["BL", ""])
    assert goods.find("77", "B", "大 礼盒装") == (1, keys["B", ""])
    assert goods.find("77", "", "小") == (1, "")


def test_of_several_products_with_one_number_the_first_that_is_no_draft_counts():
    first, draft = sized(1, "77", state="draft"), sized(2, "77", state="listed")
    assert Goods([first, draft, sized(3, "77", state="listed")]).find("77", "", "")[0] == 2
    assert Goods([sized(4, "77", state="draft"), first]).find("77", "", "")[0] == 1
