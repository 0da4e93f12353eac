"""What the words around a shared link say: its title, its 口令, the app it is meant for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from ksdesk.domain.links.hosts import PageKind

LONGEST_TITLE: Final = 200
"""Characters kept of a title; real ones stay below 120."""

_NAMES: Final = {
    "taobao": ("淘宝", "手淘", "taobao"),
    "tmall": ("天猫", "喵口令"),
    "xianyu": ("闲鱼", "咸鱼"),
    "jd": ("京东", "京口令"),
    "pdd": ("拼多多", "多多口令"),
    "1688": ("1688", "阿里巴巴", "手机阿里"),
    "weidian": ("微店",),
    "youzan": ("有赞",),
    "suning": ("苏宁",),
    "mogujie": ("蘑菇街",),
    "douyin": ("抖音",),
    "kuaishou": ("快手",),
    "dewu": ("得物",),
    "vip": ("唯品会",),
    "xiaohongshu": ("小红书",),
    "weixin": ("微信小店",),
    "kaola": ("考拉海购",),
    "dangdang": ("当当",),
    "youpin": ("小米有品",),
    "yanxuan": ("网易严选",),
    "amazon": ("亚马逊",),
    "gome": ("国美",),
    "yhd": ("1号店",),
    "huawei": ("华为商城",),
    "xiaomi": ("小米商城",),
    "bilibili": ("哔哩哔哩",),
    "zhuanzhuan": ("转转",),
    "kongfz": ("孔夫子旧书网",),
    "meituan": ("美团",),
    "hema": ("盒马",),
    "samsclub": ("山姆会员商店",),
    "dmall": ("多点",),
    "yunji": ("云集",),
    "beidian": ("贝店",),
    "jumei": ("聚美优品",),
    "secoo": ("寺库",),
    "weimob": ("微盟",),
}
_APPS: Final = {name: platform for platform, names in _NAMES.items() for name in names}
_app = "|".join(_APPS)
_OPENED: Final = re.compile(
    rf"(?:打开|到|去|进入|前往)[^\w\n]{{0,6}}(?:手机)?({_app})", re.IGNORECASE
)
_NAMED: Final = re.compile(rf"(?<![0-9A-Za-z])({_app})(?![0-9A-Za-z])", re.IGNORECASE)
_TAG: Final = re.compile(rf"(?:来自)?(?:手机)?(?:{_app})(?:商城|短视频|极速版|APP)?", re.IGNORECASE)

# Share texts write 咑閞👉淘♂寳♀👈 so that other apps do not see a rival's name.
_PLAIN: Final = str.maketrans("掏绹綯匋寳寶堡咑閞開亰貓復", "淘淘淘淘宝宝宝打开开京猫复", "♂♀👉👈·")

_MONEY: Final = "¥￥$€₤₳¢₴฿£₵₮₱₦₲₡₢₣₧₯₰"
_LETTER: Final = r"(?=[0-9]*[A-Za-z])"
_BESIDE: Final = (
    # ￥DuG1bLdlVPN￥: a currency sign on both sides, never a price (one letter at least).
    rf"[{_MONEY}] ?{_LETTER}(?P<money>[A-Za-z0-9]{{8,14}}) ?[{_MONEY}]"
    # 2.0啊CrATXeu9PaK，: Taobao's shape without fences, before its link.
    r"|(?<![0-9.])[0-9]\.[0-9][\u4e00-\u9fff](?P<bare>[A-Za-z0-9]{11})(?=[，,])"
)
CODE: Final = re.compile(
    _BESIDE
    # 《A1b2C3d4E5》, #A1b2C3d4E5#: so a brand may stand too; digits and both cases are asked for.
    + r"|[《【(（#@!！%](?=[a-z0-9]*[A-Z])(?=[A-Z0-9]*[a-z])(?=[A-Za-z]*[0-9])"
    r"(?P<weak>[A-Za-z0-9]{8,14})[》】)）#@!！%]"
    # 【京东】DemoXz2VnQmKc 复制打开京东
    rf"|【(?:{_app})】 ?{_LETTER}(?P<tagged>[A-Za-z0-9]{{10,14}})(?= ?(?:复制|打开))"
    # #小程序://京东购物/AbCdEfGhIjK: a mini program of WeChat; its page's title may stand between
    r"|(?P<mini>#?小程序://[^/\s]{1,30}/"
    r"(?:[^/\s]{1,60}(?: [^/\s]{1,30}){0,8}/)?[A-Za-z0-9_-]{4,40})"
)
_beside: Final = re.compile(_BESIDE)
SHARED: Final = re.compile(rf"[「」【】]|复制|打开|点[击開开]|口令|长按|复·制|復|{_app}")
"""A line that has one of these belongs to a share text rather than standing for itself."""

_NOISE: Final = re.compile(
    rf"点[击开此]链接|长按|复制(?:此|这|本|该|打开|后|整|链)|復|打开[【「]?(?:{_app})|"
    r"打开[，,]|该作品在快手|#?小程序://|:\d+[ap]m\b"
)
_APP_AROUND: Final = re.compile(
    rf"\s*[-|｜]\s*(?:{_app})(?:\s*[-|｜].*)?$|^【(?:{_app})】\s*(?=\S)", re.IGNORECASE
)
_AFTER_APP: Final = re.compile(rf"【(?:{_app})】([^【】\n\v]+?)[\s:：]*$", re.IGNORECASE)
# CZ356 of Taobao; 6.97, 07/23, y@T.LJ and fOk:/ of Douyin, in any order.
_TOKEN: Final = re.compile(
    r"(?:(?<=\s)|^)(?:[A-Z]{2} ?[0-9]{3,4}|[0-9]\.[0-9]{2}|[0-9]{2}/[0-9]{2}|"
    r"[A-Za-z]@[A-Za-z]\.[A-Za-z]{2}|[A-Za-z]{3}:/)(?=[\s「]|$)"
)
_IDLE_HEAD: Final = re.compile(r"(?:我在闲鱼发布了|快来捡漏)(?:【(.*)】)?.*", re.DOTALL)
_LEAD: Final = re.compile(r"【([^【】\n\v]{4,120})】")
# Short: titles of goods end with 旗舰店 too, but only after the goods.
_SHOP: Final = re.compile(r".{0,16}(?:店|店铺|专柜|闲鱼号|主页)(?:，.*)?", re.DOTALL)
_GOODS: Final = re.compile(
    r"抖音商城|查看商品|商品详情|此商品|宝贝|已售|好物推荐|券后|到手价|购买|我在闲鱼发布了|快来捡漏"
)
_NAME: Final = re.compile(
    r"(?!看|这|那|和|还|谢|多少|怎么|可以|麻烦|帮|有没有)(?=.*[^\W\d_]{2})[^。！？!?；;]{3,120}"
)
_WATCHED: Final = re.compile(r"的作品|观看|视频")


@dataclass(frozen=True, slots=True)
class Code:
    """A 口令 and where it stands."""

    text: str
    start: int
    end: int
    weak: bool

    @property
    def app(self) -> str:
        """The platform that a mini program's name begins with, else `miniprogram`; "" for a 口令,
        which names none."""
        _, mini, name = self.text.partition("小程序://")
        named = (_APPS[app] for app in _APPS if name.lower().startswith(app))
        return next(named, "miniprogram") if mini else ""

    @property
    def page(self) -> str:
        """The title of a mini program's page, "" where none stands in it."""
        parts = self.text.partition("小程序://")[2].split("/")
        return parts[1] if len(parts) > 2 else ""


def codes_in(text: str) -> list[Code]:
    """The 口令 of a text, without their fences."""
    return [
        Code(found[found.lastgroup or 0], *found.span(), found.lastgroup == "weak")
        for found in CODE.finditer(text)
    ]


def code_beside(text: str) -> str:
    """The first 口令 that no brand could be; empty if there is none."""
    found = _beside.search(text)
    return found[found.lastgroup or 0] if found else ""


def app_named(text: str) -> str | None:
    """The platform whose app the text says to open, else the first it names; None without one."""
    plain = text.translate(_PLAIN)
    found = _OPENED.search(plain) or _NAMED.search(plain)
    return _APPS[found[1].lower()] if found else None


def tagged_app(before: str) -> str | None:
    """The platform in the last 【…】 before a link; None if there is none."""
    tag = before[before.rfind("【") + 1 :].partition("】")[0] if "【" in before else ""
    return _APPS.get(tag.strip().removesuffix("商城"))


def title_in(before: str, after: str, *, tail: bool) -> str:
    """The title beside a link: 「…」 after it, else the words after it (where the platform writes
    it there: ``tail``), else 「…」 or a leading 【…】 before it, else what was written behind it
    by hand, or between an app's name and it: words that make no sentence; else empty."""
    words_after = _cleaned(_tail(after))
    return (
        _quoted(after)
        or (words_after if tail else "")
        or _quoted(before)
        or _leading(before)
        or (_leading(after) if not tail else "")
        or (words_after if _NAME.fullmatch(words_after) else "")
        or _behind_app(before)
    )


def kind_told(platform: str, title: str, around: str) -> PageKind:
    """What a link that only the phone can open leads to, as far as the text says so.

    A short link of Kuaishou is mostly a video; one of a shopping app never is.
    """
    if _SHOP.fullmatch(title):
        return "shop"
    if _GOODS.search(around) and "播放过" not in around:
        return "item"
    video = platform == "kuaishou" or (platform == "douyin" and _WATCHED.search(around))
    return "video" if video else "unknown"


def _quoted(text: str) -> str:
    """The first outermost 「…」 that is no app's name; one left open ends with its line."""
    if "「" not in text:
        return ""
    start = depth = 0
    for mark in re.finditer("[「」\n\v]", text):
        sign = mark[0]
        if sign == "「":
            start, depth = (start if depth else mark.end()), depth + 1
        elif depth and (sign != "」" or depth == 1):
            if title := _cleaned(text[start : mark.start()]):
                return title
            depth = 0
        elif depth:
            depth -= 1
    return _cleaned(text[start:]) if depth else ""


def _cleaned(title: str) -> str:
    """One line without the app's own phrases; empty for an app's name or a phrase alone."""
    if found := _IDLE_HEAD.fullmatch(title):
        title = found[1] or ""
    title = " ".join(title.replace("「", " ").replace("」", " ").split())[:LONGEST_TITLE]
    title = _APP_AROUND.sub("", title)
    return "" if _TAG.fullmatch(title) or title == "领取优惠券" else title


def _tail(after: str) -> str:
    line = after.lstrip().partition("\n")[0].partition("\v")[0]
    return _TOKEN.sub(" ", _NOISE.split(line, maxsplit=1)[0]).strip(' ，,。.:：!！"')


def _leading(before: str) -> str:
    if "【" not in before:
        return ""
    for found in reversed(_LEAD.findall(before)):
        if title := _cleaned(found):
            return title
    return ""


def _behind_app(before: str) -> str:
    """【得物】秋冬卫衣 https://…: what stands between an app's name and the link."""
    found = _AFTER_APP.search(before)
    said = _TOKEN.sub(" ", found[1]).strip() if found else ""
    return _cleaned(said) if _NAME.fullmatch(said) and not CODE.search(said) else ""
