from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path

import pytest

from ksdesk.actions.guide import GuideError, sections
from ksdesk.domain.rulebook import RuleBook
from ksdesk.paths import resources

SEED_DAY = date(2021, 4, 2)

# What the book tells, by section: words that must be there in Chinese and in English.
TOPICS = {
    "opening": (
        "快手粉条 小店推广 推广小店作品 去开通小店 去认证 上传身份证明",
        "快手粉条 去开通小店 去认证",
    ),
    "shop_type": ("正面 背面 手持 专卖店 规则中心", "Front back holding 专卖店"),
    "deposit": ("500 1,000 特殊类目 上个自然月 推广保证金", "500 1,000 categories month Promotion"),
    "deposit_measures": (
        "小黄车 上架 销售 提现 功能 子店铺",
        "cart listing selling withdrawals sub-shops",
    ),
    "deposit_refund": ("退店规则 头像 申请关闭 上个自然月 类目", "exit 申请关闭 month category"),
    "listing": ("其他平台商品 链接", "其他平台商品 link"),
    "buying": ("节奏 垃圾量 曲线 限流 新品 投放公司", "Rhythm junk curve limited agency"),
    "hot_search": ("话题 时间 关键词 权重", "Topic Time Keywords weight"),
    "gifts": ("排名 热度 小号 禁止 从不代刷", "rank heat forbidden never"),
    "fans": ("复盘 评论 曝光", "Review comments exposure"),
    "quality": ("假货 封店", "Fakes close"),
    "shipping": ("瑕疵 少件 发错 包 缺货 调货 换货", "flaw missing packed stock exchange"),
    "aftersales": ("安抚 核实 反馈 满意", "Calm Check Report Satisfied"),
    "history": ("有赞 2018 400–500 250 1,500 接近一千亿", "Youzan 2018 40–50 25 150 100"),
}
PRACTICAL = {"reports", "importing", "your_data", "keys", "phone_differs", "since"}


PLACES = (
    "today opening deposit traffic promotion orders aftersales reviews month settings settings/data"
)
PAGES = {("page", place) for place in PLACES.split()}


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_every_topic_of_the_book_is_there(lang: str) -> None:
    found = {section.name: section for section in sections(lang) if not section.answers}
    assert found.keys() == TOPICS.keys() | PRACTICAL
    for name, words in TOPICS.items():
        assert found[name].seed == SEED_DAY
        text = found[name].title + found[name].body_markdown
        for word in words[lang == "en"].split():
            assert word in text, f"{name}: {word}"
    assert all(found[name].seed is None for name in PRACTICAL)


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_what_changed_since_the_book_is_dated_and_has_a_source(lang: str) -> None:
    (since,) = (section for section in sections(lang) if section.name == "since")
    book = RuleBook.load().on(date(2026, 11, 1))
    laws = [book[key] for key in since.rules if key != "deposit.base"]
    assert {rule.valid_from for rule in laws} == {
        date(2025, 10, 1),
        date(2026, 2, 1),
        date(2026, 4, 13),
    }
    assert all(rule.source and rule.source != "book_2021" for rule in laws)
    for word in ("810", "116"):
        assert any(word in rule.text_zh for rule in laws)


def test_both_languages_say_the_same() -> None:
    chinese, english = sections("zh_CN"), sections("en_GB")
    for here, there in zip(chinese, english, strict=True):
        assert (here.name, here.order, here.seed) == (there.name, there.order, there.seed)
        assert here.rules == there.rules, here.name
        for sign in ("\n## ", "\n- ", "\n1. ", "\n| "):
            assert here.body_markdown.count(sign) == there.body_markdown.count(sign), here.name
    assert len({section.order for section in chinese}) == len(chinese)


def test_every_rule_named_exists_today_and_every_link_is_one() -> None:
    rules = RuleBook.load().on(date(2026, 11, 18))
    for lang in ("zh", "en"):
        for section in sections(lang):
            assert set(section.rules) <= rules.keys(), section.name
            links = re.findall(r"\]\((\w+):([a-z0-9_./-]+)\)", section.body_markdown)
            assert section.body_markdown.count("](") == len(links), section.name
            others = {link for link in links if link[0] not in {"rule", "picture"}}
            assert others <= {("section", each.name) for each in sections(lang)} | PAGES


def test_tone() -> None:
    for section in sections("zh"):
        for word in ("！", "!", "请您", "温馨提示", "作弊", "您"):
            assert word not in section.body_markdown.replace("![", "["), section.name
        assert not section.body_markdown.startswith("#")
    for section in sections("en"):
        assert "!" not in section.body_markdown.replace("![", "[")


def test_the_words_are_our_own() -> None:
    shared = Path(os.environ.get("KSDESK_SHARED", "../shared"))
    books = sorted((shared / "seed").glob("*.txt")) if shared.is_dir() else []
    if not books:
        pytest.skip("the book this handbook follows is not here")
    told = "".join(re.findall(r"\w", books[0].read_text(encoding="utf-8")))
    runs = {told[n : n + 14] for n in range(len(told) - 13)}
    own = "".join(section.body_markdown for section in sections("zh"))
    own += "".join(rule.text_zh for rule in RuleBook.load().rows())
    flat = "".join(re.findall(r"\w", own))
    assert not [flat[n : n + 14] for n in range(len(flat) - 13) if flat[n : n + 14] in runs]


def test_files_have_nothing_else_in_them() -> None:
    guide = resources() / "guide"
    assert {file.suffix for file in guide.rglob("*") if file.is_file()} == {".md", ".webp"}


@pytest.mark.parametrize(
    "text",
    [
        "no front matter\n",
        "---\ntitle: x\norder: 1\n",
        "---\ntitle: x\n---\nbody\n",
        "---\ntitle: x\norder: one\n---\nbody\n",
        "---\ntitle: x\norder: 1\nseed: soon\n---\nbody\n",
        "---\ntitle: x\norder: 1\ncolour: red\n---\nbody\n",
    ],
)
def test_a_bad_section_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "zh").mkdir()
    (tmp_path / "zh" / "shop.md").write_text(text, encoding="utf-8")
    with pytest.raises(GuideError) as caught:
        sections("zh", tmp_path)
    assert caught.value.file == "shop.md"
    assert caught.value.detail in str(caught.value)


def test_sections_come_in_order(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    for name, order in (("b", 2), ("a", 10), ("c", 1)):
        head = f"---\ntitle: T: {name}\norder: {order}\n---\n"
        text = head + "\nSee [this](rule:x.y) and [that](rule:x.y).\n"
        (tmp_path / "en" / f"{name}.md").write_text(text, encoding="utf-8")
    found = sections("en", tmp_path)
    assert [section.title for section in found] == ["T: c", "T: b", "T: a"]
    assert found[0].rules == ("x.y",)
