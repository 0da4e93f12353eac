"""Words for links of other platforms and for why a text is none."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ksdesk.domain.links.share_text import ShareTextError
from ksdesk.domain.products import Product
from ksdesk.ui.parts.texts import elide
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP

LONGEST = 40  # characters of what stands for a title
PLATFORMS = {
    "taobao": QT_TRANSLATE_NOOP("Platforms", "Taobao"),
    "tmall": QT_TRANSLATE_NOOP("Platforms", "Tmall"),
    "xianyu": QT_TRANSLATE_NOOP("Platforms", "Xianyu"),
    "jd": QT_TRANSLATE_NOOP("Platforms", "JD"),
    "pdd": QT_TRANSLATE_NOOP("Platforms", "Pinduoduo"),
    "1688": "1688",
    "weidian": QT_TRANSLATE_NOOP("Platforms", "Weidian"),
    "youzan": QT_TRANSLATE_NOOP("Platforms", "Youzan"),
    "suning": QT_TRANSLATE_NOOP("Platforms", "Suning"),
    "mogujie": QT_TRANSLATE_NOOP("Platforms", "Mogujie"),
    "douyin": QT_TRANSLATE_NOOP("Platforms", "Douyin"),
    "kuaishou": QT_TRANSLATE_NOOP("Platforms", "Kuaishou"),
    "dewu": QT_TRANSLATE_NOOP("Platforms", "Dewu"),
    "vip": QT_TRANSLATE_NOOP("Platforms", "Vipshop"),
    "xiaohongshu": QT_TRANSLATE_NOOP("Platforms", "Xiaohongshu"),
    "weixin": QT_TRANSLATE_NOOP("Platforms", "WeChat shop"),
    "kaola": QT_TRANSLATE_NOOP("Platforms", "Kaola"),
    "dangdang": QT_TRANSLATE_NOOP("Platforms", "Dangdang"),
    "youpin": QT_TRANSLATE_NOOP("Platforms", "Xiaomi Youpin"),
    "yanxuan": QT_TRANSLATE_NOOP("Platforms", "NetEase Yanxuan"),
    "amazon": QT_TRANSLATE_NOOP("Platforms", "Amazon"),
    "gome": QT_TRANSLATE_NOOP("Platforms", "Gome"),
    "yhd": QT_TRANSLATE_NOOP("Platforms", "Yhd"),
    "huawei": QT_TRANSLATE_NOOP("Platforms", "Huawei Vmall"),
    "xiaomi": QT_TRANSLATE_NOOP("Platforms", "Xiaomi shop"),
    "bilibili": QT_TRANSLATE_NOOP("Platforms", "Bilibili"),
    "zhuanzhuan": QT_TRANSLATE_NOOP("Platforms", "Zhuanzhuan"),
    "kongfz": QT_TRANSLATE_NOOP("Platforms", "Kongfz"),
    "meituan": QT_TRANSLATE_NOOP("Platforms", "Meituan"),
    "hema": QT_TRANSLATE_NOOP("Platforms", "Freshippo"),
    "samsclub": QT_TRANSLATE_NOOP("Platforms", "Sam's Club"),
    "dmall": QT_TRANSLATE_NOOP("Platforms", "Dmall"),
    "yunji": QT_TRANSLATE_NOOP("Platforms", "Yunji"),
    "beidian": QT_TRANSLATE_NOOP("Platforms", "Beidian"),
    "jumei": QT_TRANSLATE_NOOP("Platforms", "Jumei"),
    "secoo": QT_TRANSLATE_NOOP("Platforms", "Secoo"),
    "weimob": QT_TRANSLATE_NOOP("Platforms", "Weimob"),
    "miniprogram": QT_TRANSLATE_NOOP("Platforms", "WeChat mini program"),
}
VERDICTS = {
    "item": ("good", QT_TRANSLATE_NOOP("Links", "Can be added")),
    "phone": ("warn", QT_TRANSLATE_NOOP("Links", "Open on phone")),
    "known": ("neutral", QT_TRANSLATE_NOOP("Links", "Already here")),
    "shop": ("neutral", QT_TRANSLATE_NOOP("Links", "A shop")),
    "video": ("neutral", QT_TRANSLATE_NOOP("Links", "A video")),
    "page": ("neutral", QT_TRANSLATE_NOOP("Links", "No item")),
    "refused": ("bad", QT_TRANSLATE_NOOP("Links", "Not taken")),
}
REFUSED = {
    "empty": QT_TRANSLATE_NOOP("Links", "There was nothing in it"),
    "too_long": QT_TRANSLATE_NOOP("Links", "Too long to be read; paste a part of it"),
    "plain_words": QT_TRANSLATE_NOOP("Links", "There is no link and no share code in it"),
    "look_alike_host": QT_TRANSLATE_NOOP(
        "Links", "The address imitates a platform; it was not taken"
    ),
    "user_info": QT_TRANSLATE_NOOP("Links", "A name stands before @: the link hides where it goes"),
    "scheme": QT_TRANSLATE_NOOP("Links", "Only web links are taken, this is none"),
    "not_a_shop_host": QT_TRANSLATE_NOOP(
        "Links", "The address is of no platform that goods can come from"
    ),
    "bad_host": QT_TRANSLATE_NOOP("Links", "The address is misspelt; copy it again on the phone"),
    "code_without_app": QT_TRANSLATE_NOOP(
        "Links", "It does not say which app the code is for; copy the whole text"
    ),
}


def platform_word(platform: str) -> str:
    """The name of a platform, "" for none."""
    return QCoreApplication.translate("Platforms", PLATFORMS.get(platform, platform))


def named(product: Product) -> str:
    """The title of a product; a link without one is named by its platform and its number there,
    or by its address."""
    if product.title:
        return product.title
    what = product.item_id or product.link.strip().removeprefix("https://")
    return elide(" · ".join(filter(None, (platform_word(product.platform), what))), LONGEST)


def verdict_word(verdict: str) -> str:
    """What was made of a pasted piece, in two or three words."""
    return QCoreApplication.translate("Links", VERDICTS[verdict][1])


def refusal_words(error: ShareTextError) -> str:
    """Why a piece was not taken."""
    return QCoreApplication.translate("Links", REFUSED[error.code])
