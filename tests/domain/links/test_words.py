"""What the words around a link say, each by itself."""

from __future__ import annotations

import pytest

from ksdesk.domain.links import words


@pytest.mark.parametrize(
    ("before", "platform"),
    [
        ("【京东】https", "jd"), ("看【京东】 好", "jd"), ("【淘宝】x【天猫】y", "tmall"),
        ("【 京东商城 】", "jd"), ("【红富士】", None), ("京东", None), ("", None),
        ("】京东", None), ("【淘宝", "taobao"),
    ],
)  # fmt: skip
def test_the_app_in_the_last_brackets(before, platform):
    assert words.tagged_app(before) == platform


@pytest.mark.parametrize(
    ("text", "platform"),
    [
        ("打开京东看淘宝", "jd"), ("淘宝的，打开 手机京东", "jd"), ("淘宝还是京东", "taobao"),
        ("咑閞👉淘♂寳♀👈", "taobao"), ("TAOBAO", "taobao"), ("xtaobaox", None), ("a1688b", None),
        ("进入「拼多多」", "pdd"), ("你好", None), ("", None),
    ],
)  # fmt: skip
def test_the_app_that_a_text_names(text, platform):
    assert words.app_named(text) == platform


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("￥DuG1bLdlVPN￥", "DuG1bLdlVPN"), ("¥ abcdefgh $", "abcdefgh"), ("￥1234567￥", ""),
        ("￥12345678￥", ""), ("￥abcdefg￥", ""), ("￥abcdefghijklmno￥", ""),
        ("2.0啊CrATXeu9PaK，", "CrATXeu9PaK"), ("12.0啊CrATXeu9PaK，", ""),
        ("《A1b2C3d4E5》", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_code_that_no_brand_could_be(text, code):
    assert words.code_beside(text) == code


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("《A1b2C3d4E5》", [("A1b2C3d4E5", True)]),
        ("#A1b2C3d4# ￥DuG1bLdlVPN￥", [("A1b2C3d4", True), ("DuG1bLdlVPN", False)]),
        ("《a1b2c3d4e5》", []),
        ("《ABCDEFGH》", []),
        ("【京东】DemoXz2VnQmKc 复制打开京东", [("DemoXz2VnQmKc", False)]),
        ("【京东】DemoXz2VnQmKc 好", []),
    ],
)
def test_codes_with_their_fences(text, found):
    assert [(code.text, code.weak) for code in words.codes_in(text)] == found
    for code in words.codes_in(text):
        assert code.text in text[code.start : code.end] and (code.app, code.page) == ("", "")


@pytest.mark.parametrize(
    ("text", "app", "page"),
    [
        ("#小程序://京东购物/AbCdEfGhIjK", "jd", ""),
        ("小程序://某某小店/红富士 礼盒/AbCdEfGhIjK", "miniprogram", "红富士 礼盒"),
    ],
)
def test_a_mini_program_names_its_app_and_page(text, app, page):
    (code,) = words.codes_in(text)
    assert (code.app, code.page, code.weak) == (app, page, False)


@pytest.mark.parametrize(
    ("before", "after", "tail", "title"),
    [
        ("", "「红富士 十斤」", False, "红富士 十斤"),
        ("「前」", "「后」", False, "后"),
        ("「前」", "", False, "前"),
        ("「前」", "红富士十斤装", True, "红富士十斤装"),
        ("「前」", "红富士十斤装", False, "前"),
        ("【红富士十斤】", "", False, "红富士十斤"),
        ("【淘宝】【红富士十斤】", "", False, "红富士十斤"),
        ("【红富】", "", False, ""),  # too short for a title
        ("", "【红富士十斤】", False, "红富士十斤"),
        ("", "红富士十斤装", False, "红富士十斤装"),
        ("", "看看这个？", False, ""),
        ("", "红富士十斤 复制打开京东", True, "红富士十斤"),
        ("【得物】秋冬卫衣", "", False, "秋冬卫衣"),
        ("「淘宝」「茶」", "", False, "茶"),
        ("「外「内」外」", "", False, "外 内 外"),
        ("「开着\n", "", False, "开着"),
        ("「开着", "", False, "开着"),
        ("」茶「", "", False, ""),
        ("「我在闲鱼发布了【旧书】快来", "", False, "旧书"),
        ("「领取优惠券」", "", False, ""),
        ("「红富士 - 京东」", "", False, "红富士"),
        ("", "", True, ""),
    ],
)
def test_the_title_beside_a_link(before, after, tail, title):
    assert words.title_in(before, after, tail=tail) == title


def test_a_title_is_cut_where_it_is_too_long():
    assert words.title_in("", f"「{'茶' * 201}」", tail=False) == "茶" * words.LONGEST_TITLE


@pytest.mark.parametrize(
    ("platform", "title", "around", "kind"),
    [
        ("taobao", "柿子沟旗舰店", "", "shop"), ("taobao", "茶" * 16 + "店", "", "shop"),
        ("taobao", "茶" * 17 + "店", "", "unknown"),
        ("kuaishou", "", "", "video"), ("kuaishou", "", "宝贝", "item"),
        ("kuaishou", "", "购买 播放过", "video"), ("douyin", "", "的作品", "video"),
        ("douyin", "", "", "unknown"), ("taobao", "", "观看", "unknown"),
        ("taobao", "", "券后 9 元", "item"),
    ],
)  # fmt: skip
def test_what_a_short_link_leads_to(platform, title, around, kind):
    assert words.kind_told(platform, title, around) == kind
