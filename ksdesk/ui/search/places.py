"""The pages and their parts as a search finds them: both languages, pinyin, initials."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from ksdesk.domain.search import NOT, Hit, fit
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP
from ksdesk.ui.shell.pages import PAGES


@dataclass(frozen=True)
class Place:
    """A part of a page: where `navigate` finds it, its word in a context, its other names."""

    topic: str
    target: str
    context: str
    word: str
    names: str


# A table, not pypinyin: the names are few, and no search should wait for a dictionary.
NAMES = {
    "today": "今日 jinri jr today tasks 任务",
    "opening": "开店 kaidian kd opening wizard 向导",
    "deposit": "保证金 baozhengjin bzj deposit",
    "products": "商品 shangpin sp products goods",
    "traffic": "流量 liuliang ll traffic 曲线 导入",
    "guide": "手册 shouce sc guide handbook 规则",
    "settings": "设置 shezhi sz settings",
}
PARTS = (
    Place(
        "deposit",
        "own",
        "Deposit",
        QT_TRANSLATE_NOOP("Deposit", "Own goods"),
        "自建保证金 zijian zjbzj own",
    ),
    Place(
        "deposit",
        "promotion",
        "Deposit",
        QT_TRANSLATE_NOOP("Deposit", "Promotion"),
        "推广保证金 tuiguang tgbzj promotion",
    ),
    Place(
        "deposit",
        "cross_border",
        "Deposit",
        QT_TRANSLATE_NOOP("Deposit", "Cross-border"),
        "跨境保证金 kuajing kjbzj cross-border",
    ),
    Place(
        "opening",
        "entry",
        "Opening",
        QT_TRANSLATE_NOOP("Opening", "Find the way in"),
        "找入口 zhaorukou zrk",
    ),
    Place(
        "opening",
        "realname",
        "Opening",
        QT_TRANSLATE_NOOP("Opening", "Real name"),
        "实名 shiming sm 身份证 id",
    ),
    Place(
        "opening",
        "type",
        "Opening",
        QT_TRANSLATE_NOOP("Opening", "Kind of shop"),
        "店铺类型 dianpuleixing dplx",
    ),
    Place(
        "settings",
        "look",
        "SettingsPage",
        QT_TRANSLATE_NOOP("SettingsPage", "Language and look"),
        "语言 外观 深色 字号 yuyan waiguan dark theme language",
    ),
    Place(
        "settings",
        "data",
        "SettingsPage",
        QT_TRANSLATE_NOOP("SettingsPage", "Data and backups"),
        "数据 备份 店铺 shuju beifen bf sj backup restore shops",
    ),
    Place(
        "settings",
        "about",
        "SettingsPage",
        QT_TRANSLATE_NOOP("SettingsPage", "About"),
        "关于 版本 许可 guanyu gy about version licence",
    ),
)


def pages() -> tuple[Hit, ...]:
    """Every page, in the order of the navigation."""
    return tuple(
        Hit("page", QCoreApplication.translate("Nav", spec.word), "", spec.topic, "", 0)
        for spec in PAGES
    )


def find_places(words: Sequence[str]) -> Iterator[Hit]:
    """The pages and parts that fit, the whole pages first."""
    titles = {page.topic: page.title for page in pages()}
    for topic, title in titles.items():
        score = fit(words, title, NAMES[topic].split())
        if score != NOT:
            yield Hit("page", title, "", topic, "", score)
    for place in PARTS:
        title = QCoreApplication.translate(place.context, place.word)
        score = fit(words, title, place.names.split(), titles[place.topic])
        if score != NOT:
            yield Hit("page", title, titles[place.topic], place.topic, place.target, score)
