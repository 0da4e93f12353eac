"""What a category asks for, and where it stands in the deposit."""

from __future__ import annotations

from datetime import date

import pytest

from ksdesk.domain.deposit import SPECIAL_CATEGORIES
from ksdesk.domain.deposit.line import LineFacts
from ksdesk.domain.deposit.notes import LineCategory
from ksdesk.domain.products.categories import category, category_of, suggestions, to_open
from ksdesk.domain.products.claims import ClaimWords
from ksdesk.domain.products.quality import all_checks, kinds_of_paper
from ksdesk.domain.products.values import Product
from ksdesk.domain.rulebook import RuleBook

TODAY = date(2026, 11, 18)
RULES = RuleBook.load().on(TODAY)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("果干蜜饯", "food"),
        ("水果生鲜", "fresh"),
        ("保健食品", "health_food"),
        ("白酒", "alcohol"),
        ("面膜", "beauty"),
        ("手机配件", "electronics"),
        ("农副产品", "farm"),
        ("猪肉脯", "food"),
        ("水果罐头", "food"),
        ("护肤面膜", "beauty"),
        ("蜂蜜面膜", "beauty"),
        ("农产食品", "food"),
        ("数码配件", "electronics"),
        ("坚果礼盒", "food"),
        ("零食大礼包", "food"),
        ("蜂蜜 瓶装", "food"),
        ("香肠", "food"),
        ("面包糕点", "food"),
        ("咖啡", "food"),
        ("珍珠奶茶", "food"),
        ("琥珀核桃仁", "food"),
        ("大闸蟹", "fresh"),
        ("水果礼盒", "fresh"),
        ("有机蔬菜", "fresh"),
        ("牛肉干", "food"),
        ("洗面奶", "beauty"),
        ("面膜礼盒", "beauty"),
        ("冰箱", "electronics"),
        ("咖啡机", "electronics"),
        ("面包机", "electronics"),
        ("二手手机", "second_hand"),
        ("珍珠项链", "jewellery"),
        ("游戏点卡", "virtual"),
        ("辣椒酱", "food"),
        ("牛轧糖", "food"),
        ("龙须面", "food"),
        ("牛奶布丁", "food"),
        ("夹心饼干 巧克力夹心", "food"),
        ("三文鱼", "fresh"),
        ("蔬菜 有机", "fresh"),
        ("牛肉 原切", "fresh"),
        ("红酒", "alcohol"),
        ("酱香酒", "alcohol"),
        ("精华液", "beauty"),
        ("鱼油", "health_food"),
        ("维生素片", "health_food"),
        ("古董", "antiques"),
        ("电磁炉", "electronics"),
        ("啤酒 6罐", "alcohol"),
        ("茶叶两罐", "food"),
        ("白酒 500ml*6瓶", "alcohol"),
        ("蜂蜜瓶装", "food"),
        ("护肤套盒", "beauty"),
        ("零食盲盒", "food"),
        ("水果拼盘", "fresh"),
        ("鸡肉火锅", "fresh"),
        ("手机礼盒", "electronics"),
        ("手机充电器", "electronics"),
        ("眼影盘", "beauty"),
        ("二手游戏机", "second_hand"),
        ("翡翠杯", "jewellery"),
        ("古董花瓶", "antiques"),
    ],
)
def test_a_category_in_the_sellers_words(text: str, code: str) -> None:
    assert category_of(text, RULES).code == code


THINGS = [
    "手机壳",
    "面膜碗",
    "水果公仔",
    "蜂蜜皂",
    "剥虾器",
    "荔枝树苗",
    "手机防摔壳",
    "手机钢化膜",
    "电脑包",
    "电脑桌",
    "耳机套",
    "水果刀",
    "红酒杯",
    "白酒杯",
    "蔬菜种子",
    "冰箱贴",
    "空调被",
    "洗衣机罩",
    "洗衣液",
    "牛奶绒被套",
    "蛋糕裙",
    "巧克力色大衣",
    "咖啡壶",
    "电视柜",
    "香水瓶",
    "洗发水分装瓶",
    "口红收纳架",
    "眼影盒",
    "化妆棉",
    "啤酒桶",
    "葡萄酒柜",
    "红酒盒",
    "茶叶罐",
    "蛋糕叉",
    "调味盒",
    "大米桶",
    "奶粉勺",
    "冰淇淋机",
    "水果盘",
    "鲜花花瓶",
    "大蒜压",
    "维生素药盒",
    "硬盘盒",
    "珠宝盒",
    "文玩刷",
    "会员卡套",
]


@pytest.mark.parametrize("text", ["", "柿饼", "家居日用", "陶器", *THINGS])
def test_words_that_nobody_knows(text: str) -> None:
    assert category_of(text, RULES) is None


def test_papers_are_hints_of_one_source() -> None:
    food, farm = category("food", RULES), category("farm", RULES)
    assert food.papers.value == ("食品经营许可证", "质检报告")
    assert (farm.papers, farm.optional_papers.value) == (None, ("地理标志",))
    for code in ("food", "beauty", "electronics", "farm"):
        found = category(code, RULES)
        known = (found.papers, RULES.get(f"categories.{code}.review"))
        assert {rule.confidence for rule in known if rule} == {"weak"}


def test_no_amount_of_a_category_is_invented() -> None:
    assert sorted(RULES.words("categories.special")) == sorted(SPECIAL_CATEGORIES.values())
    assert not [r for r in RULES.match("categories.") if r.unit in ("fen", "percent", "number")]
    assert category("farm", RULES).deposit is None
    for code in SPECIAL_CATEGORIES:
        assert category(code, RULES).deposit.confidence == "general"  # no source names them


def test_suggestions_begin_with_what_is_used_most() -> None:
    found = suggestions(["茶叶", "果干蜜饯", "", "果干蜜饯", "生鲜"], RULES)
    assert found[0] == "果干蜜饯" and set(found[1:3]) == {"生鲜", "茶叶"}
    assert len(found) == len(set(found))
    assert "酒类" in found


def test_a_special_category_has_to_be_opened_once() -> None:
    assert to_open("白酒", "own", LineFacts(), TODAY, RULES).code == "alcohol"
    for name in ("alcohol", "酒类", "白酒"):
        opened = LineFacts(dated=(LineCategory(name, None, date(2026, 1, 1)),))
        assert to_open("白酒", "own", opened, TODAY, RULES) is None
        assert to_open("白酒", "link", opened, TODAY, RULES) is not None
    assert to_open("白酒", "own", LineFacts(categories=("alcohol",)), TODAY, RULES) is None


def test_a_category_to_come_is_not_open_yet() -> None:
    planned = LineFacts(dated=(LineCategory("alcohol", 1, date(2027, 1, 1)),))
    assert to_open("白酒", "own", planned, TODAY, RULES) is not None


def test_plain_goods_ask_for_nothing() -> None:
    assert to_open("农副产品", "own", LineFacts(), TODAY, RULES) is None
    assert to_open("家居日用", "own", LineFacts(), TODAY, RULES) is None


@pytest.mark.parametrize(
    "text", ["猪肉脯", "水果罐头", "手机壳", "数码", "米酒", "面膜", "鲜果", "滋补保健品"]
)
def test_papers_of_a_category_are_the_same_wherever_they_are_asked_for(text: str) -> None:
    """The category's card and the check before listing had words and papers of their own."""
    found = category_of(text, RULES)
    checks = all_checks(Product(category=text), (), RULES, TODAY, ClaimWords(RULES))
    asked = {c.evidence["kind"] for c in checks if c.code == "paper_missing"}
    rules = [found.papers, found.optional_papers] if found else []
    assert asked == {kind for rule in rules if rule for kind in rule.value}


def test_a_paper_has_one_name() -> None:
    kinds = kinds_of_paper(RULES)
    assert "3C认证" in kinds
    assert len({kind.replace(" ", "") for kind in kinds}) == len(kinds)
