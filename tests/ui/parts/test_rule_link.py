"""A rule in words, its link and its sheet."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from ksdesk.domain.rulebook import Rule, RuleBook
from ksdesk.ui.parts import rule_words
from ksdesk.ui.parts.rule_link import RuleLink, RuleSheet


def rule(value, unit, key="x.y", **more) -> Rule:
    given = {"valid_from": None, "valid_to": None, "source": "来源", "confidence": "weak"}
    return Rule(key, value, unit, text_zh="说明", text_en="text", **(given | more))


@pytest.mark.parametrize(
    ("value", "unit", "zh", "en"),
    [
        (50_000, "fen", "¥500", "¥500"),
        (1, "fen", "¥0.01", "¥0.01"),
        (172_800, "seconds", "48 小时", "48 hours"),
        (864_000, "seconds", "10 天", "10 days"),
        (45, "seconds", "45 秒", "45 seconds"),
        (600, "seconds", "10 分钟", "10 minutes"),
        (30, "days", "30 天", "30 days"),
        (3, "working_days", "3 个工作日", "3 working days"),
        (1, "characters", "1 个字符", "1 character"),
        (1000, "characters", "1,000 个字符", "1,000 characters"),
        (480, "pixels", "480 像素", "480 pixels"),
        (2_097_152, "bytes", "2 MB", "2 MB"),
        (0.6, "percent", "0.6%", "0.6%"),
        (120.0, "percent", "120%", "120%"),
        (1.586, "number", "1.586", "1.586"),
        (9_999_999, "count", "9,999,999", "9,999,999"),
        ("none", "fact", "", ""),
        (("微信", "支付宝"), "list", "微信、支付宝", "微信, 支付宝"),
    ],
)
def test_a_figure_with_its_unit(spoken, value, unit, zh, en):
    spoken("zh")
    assert rule_words.value_text(rule(value, unit)) == zh
    spoken("en")
    assert rule_words.value_text(rule(value, unit)) == en


def test_a_path_has_arrows_and_a_long_list_its_count(spoken):
    spoken("zh")
    words = ("设置", "快手粉条", "小店推广")
    assert (
        rule_words.value_text(rule(words, "list", "opening.path.x")) == "设置 → 快手粉条 → 小店推广"
    )
    assert rule_words.short_value_text(rule(words, "list")) == "3 项"
    assert rule_words.short_value_text(rule("www.kwaixiaodian.com", "text")).endswith("…")


def test_days(spoken):
    spoken("zh")
    a, b = date(2020, 11, 18), date(2020, 11, 19)
    assert rule_words.since_text(rule(1, "fen", valid_from=b)) == "2020-11-19 起"
    assert rule_words.since_text(rule(1, "fen", valid_to=a)) == "到 2020-11-18"
    both = rule(1, "fen", valid_from=a, valid_to=b)
    assert rule_words.since_text(both) == "2020-11-18 到 2020-11-19"
    assert rule_words.since_text(rule(1, "fen")) == "没写日期"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_shipped_rule_has_words(spoken, lang):
    spoken(lang)
    for row in RuleBook.load().rows():
        assert rule_words.rule_text(row) and rule_words.source_text(row)
        assert rule_words.confidence_word(row.confidence)
        assert rule_words.confidence_meaning(row.confidence)
        assert rule_words.value_text(row) or row.unit == "fact"


def test_the_link_opens_the_sheet(qtbot, spoken):
    spoken("zh")
    base = RuleBook.load().on(date(2026, 11, 18))["deposit.base"]
    link = RuleLink(base)
    qtbot.addWidget(link)
    assert link.text() == "规则 2020-11-19 起 ›"
    link.show()
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert link.sheet.sentence_label.text() == base.text_zh
    assert not link.sheet.book_button.isVisible()
    qtbot.mouseClick(link.sheet.close_button, Qt.MouseButton.LeftButton)
    assert not link.sheet.isVisible()


def test_an_own_figure_says_so(qtbot, spoken):
    spoken("zh")
    own = rule(100, "fen", own=True, confidence="yours", note="手机上", source="")
    link = RuleLink(own)
    qtbot.addWidget(link)
    assert link.text() == "你填的 ›"
    assert rule_words.source_text(own) == "你填的"
    sheet = RuleSheet(own)
    qtbot.addWidget(sheet)
    sheet.open()
    sheet.reject()
