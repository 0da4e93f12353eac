"""Absolute and healing claims are found where they stand, and what only looks like one is not."""

from __future__ import annotations

from datetime import date

import pytest
from claim_titles import BOASTS, DISGUISED, FINE, INNOCENT, titles
from hypothesis import given
from hypothesis import strategies as st

from ksdesk.domain.products.claims import ClaimWords, claims_in
from ksdesk.domain.rulebook import Override, RuleBook

BOOK = RuleBook.load()
TODAY = date(2026, 11, 18)
RULES = BOOK.on(TODAY)
WORDS = ClaimWords(RULES)


def found(text: str, *, food: bool = True) -> list[str]:
    return [text[c.start : c.end] for c in claims_in(text, WORDS, food=food)]


def test_the_three_words_of_the_law_are_its_own_kind() -> None:
    (best, level, highest) = claims_in("最佳柿饼，国家级品质，最高级礼盒", WORDS)
    assert [c.word for c in (best, level, highest)] == ["最佳", "国家级", "最高级"]
    assert {c.kind for c in (best, level, highest)} == {"law"}
    assert RULES["quality.claims.law"].confidence == "confirmed"
    assert RULES["quality.claims.usual"].confidence == "general"


@pytest.mark.parametrize(
    "text",
    ["最后一批柿饼", "第一次尝也喜欢", "最近到货，最多买 3 件", "今年第一茬，最晚周三发", "柿饼"],
)
def test_order_time_and_number_are_no_claims(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("最后一批，全国第一甜", ["第一"]),
        ("ＮＯ．１ 柿饼 No.1", ["ＮＯ．１", "No.1"]),
        ("全网底价 顶级柿饼", ["全网底价", "顶级"]),
        ("最甜的柿饼", ["最"]),
    ],
)
def test_claims_are_found_in_any_width_and_case(text: str, hits: list[str]) -> None:
    assert found(text) == hits


@pytest.mark.parametrize(
    "text",
    """阳台晾衣架 最大承重30斤|童鞋最小号 22码|烤箱最高温度230度|鲜花最快当天发货|开封后最好冷藏
    英语绘本第一季|秋天第一杯奶茶|儿童编程第一课|收纳架第一层加高|银首饰盒|何首乌洗发水|万能遥控器
    行李箱最大容量40L|最好手洗的羊毛衫|百分百棉T恤|巴氏杀菌鲜奶|小说第一部 精装|最短间距5厘米
    电钻最高转速1500|最佳赏味期7天|最快2小时送达|TOP10 书单|No.12 色号口红|首次拆封|首页推荐
    最低水位线鱼缸|第1册 数学|辅食第一阶段米粉|最长可伸3米
    最小分度值0.1克|最轻仅重180克|最薄处2毫米|最慢周五到|最远射程8米|最好三天内吃完""".replace(
        "\n", "|"
    ).split("|"),
)
def test_surroundings_make_a_word_harmless(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        *(
            (text, text)
            for text in "No1 NO.1 ＴＯＰ１ 首个 全网首发 驰名商标 国家级 世界级".split()
        ),
        *(
            (text, text)
            for text in ("TOP 1", "第 一", "第1", "國家級", "頂級", "zui", "最 佳", "蕞")
        ),
        ("全国第1 柿饼", "第1"),
        ("蕞好吃的面", "蕞"),
        ("zui好的锅", "zui"),
        ("史上最早的春茶", "最"),
        ("最快当天发货 史上最早", "最"),
        ("第一次上新，全网第一款", "第一"),
        ("最大承重 顶级晾衣架", "顶级"),
        ("最好用的拖把", "最"),
        ("最好看的裙子", "最"),
    ],
)
def test_claims_are_found_in_disguise(text: str, hit: str) -> None:
    assert hit in "".join(found(text))


def test_healing_claims_are_asked_of_food_alone() -> None:
    assert found("降血糖的柿饼") == ["降血糖"]
    assert found("包治百病的醋") == ["包治", "百病"]
    assert found("降血糖仪", food=False) == []


def test_what_to_say_instead() -> None:
    sweetest, top = claims_in("最甜 顶级", WORDS)
    assert WORDS.better("最甜 顶级", sweetest) == "糖度写出来"
    assert WORDS.better("最甜 顶级", top) == "精选"
    (odd,) = claims_in("宇宙级", WORDS)
    assert WORDS.better("宇宙级", odd) == ""


def test_the_sellers_own_lists_count() -> None:
    own = BOOK.with_overrides(
        [
            Override("quality.claims.usual", ("霸气",)),
            Override("quality.claims.fine", ("最佳拍档", "国家级")),
        ]
    )
    words = ClaimWords(own.on(TODAY))
    hits = [c.word for c in claims_in("霸气 第一 最佳拍档 国家级 最佳", words)]
    assert hits == ["霸气", "最佳"]


def test_empty_lists_find_nothing() -> None:
    keys = ("law", "usual", "medical", "fine", "instead")
    own = BOOK.with_overrides([Override(f"quality.claims.{key}", ()) for key in keys])
    assert claims_in("最佳", ClaimWords(own.on(TODAY))) == ()


PIECES = st.sampled_from(
    [
        *RULES.words("quality.claims.law"),
        *RULES.words("quality.claims.usual"),
        *RULES.words("quality.claims.fine"),
        "柿饼",
        "ＴＯＰ１",
        "İ",
        "ß",
        " ",
        "最",
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=12).map("".join)))
def test_spans_lie_in_the_text_in_order_and_apart(text: str) -> None:
    spans = claims_in(text, WORDS)
    ends = 0
    for claim in spans:
        assert ends <= claim.start < claim.end <= len(text)
        written = "".join(text[claim.start : claim.end].split())
        assert len(written) >= len(claim.word)
        ends = claim.end
    assert claims_in(text, WORDS, food=False) == tuple(c for c in spans if c.kind != "medical")


@pytest.mark.parametrize("text", ["最jia", "最gao级", "guojia级", "guo jia 级"])
def test_a_word_of_the_law_half_in_pinyin_is_of_the_law(text: str) -> None:
    assert [claim.kind for claim in claims_in(text, WORDS)] == ["law"]


@given(st.sampled_from(RULES.words("quality.claims.law")), st.text("柿饼甜红 ", max_size=8))
def test_a_word_of_the_law_is_never_missed(word: str, around: str) -> None:
    assert word in found(around + word + around)


@given(st.sampled_from(RULES.words("quality.claims.fine")), st.text("柿饼甜红 ", max_size=8))
def test_a_fine_word_is_never_a_hit(word: str, around: str) -> None:
    assert found(around + word + around) == []


@pytest.mark.slow
@pytest.mark.parametrize("title", titles(FINE) + titles(INNOCENT))
def test_a_measure_a_time_or_advice_is_no_claim(title: str) -> None:
    assert found(title) == []


@pytest.mark.slow
@pytest.mark.parametrize("title", titles(BOASTS) + titles(DISGUISED))
def test_a_boast_is_found_however_it_is_written(title: str) -> None:
    assert found(title)


def test_only_what_the_law_names_is_of_the_law() -> None:
    kinds = {claim.kind for title in titles(BOASTS) for claim in claims_in(title, WORDS)}
    named = {c.word for t in titles(BOASTS) for c in claims_in(t, WORDS) if c.kind == "law"}
    assert kinds == {"law", "usual"}
    assert named == {"国家级", "最高级", "最佳"}


def test_a_blank_or_a_look_alike_inside_a_word_is_shown_where_it_stands() -> None:
    assert found("柿饼 全 国 第 一 甜") == ["第 一"]
    assert found("zui好用的刀") == ["zui"]
    (claim,) = claims_in("蕞甜的瓜", WORDS)
    assert (claim.word, WORDS.better("蕞甜的瓜", claim)) == ("最", "糖度写出来")


def test_a_sellers_own_word_with_a_letter_or_a_digit_is_searched_as_it_is() -> None:
    own = BOOK.with_overrides([Override("quality.claims.usual", ("5A级", "一哥", "3倍"))])
    words = ClaimWords(own.on(TODAY))
    hits = [c.word for c in claims_in("5A级景区 5级风 一x哥 买3倍送 3个倍", words)]
    assert hits == ["5a级", "一哥", "3倍"]
