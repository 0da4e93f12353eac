"""Words that a listing had better not use: absolute claims (绝对化用语), healing claims of food.

The words are rows of the rule book (quality.claims.*), which the seller may edit. Article 9 of the
Advertising Law names three of them; the wider list is common knowledge.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ksdesk.domain.rulebook import DayRules

KINDS: Final = ("law", "usual", "medical")
"""law: named by the law; usual: often taken for absolute; medical: healing, for food alone."""

_INSTEAD: Final = "→"
_NARROW: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
# Written so that a search for the word should miss it: like signs, traditional ones, pinyin.
_PLAIN: Final = str.maketrans(
    "蕞嘬笫壹①頂級國極獨無敵萬軍銷絕網價領導選馳標業傑",
    "最最第一1顶级国极独无敌万军销绝网价领导选驰标业杰",
)
_PINYIN: Final = {"zui": "最"}
_GAP: Final = frozenset("·•・*_~^|`")

_MEASURE: Final = "[大小高低长短宽窄厚薄粗细深浅重轻快慢远近多少强弱矮热冷亮硬软]"
_BOASTED: Final = (
    "价|折|优惠|力度|品|级|底|奢|性价|实惠|福利|诚意|人气|销|规模|知名|评价|荣誉|美誉|信誉|满意|好评|热度|欢迎|认可"
    "|水平|水准|标准|境界|技术|工艺|配置|端|效"
)
_DIMENSIONS: Final = (
    "度|量|率|位|径|距|离|温|速|数|值|码|号|角|压|载|重|限|尺寸|行程|包装|单位|规格|消费"
    "|[起承支可约能耐]"
)
_WHEN: Final = (
    "[当今明隔][天日]|次日|周[一二三四五六日]|发货|送达"
    "|[一二两三四五半几]个?(?:小时|天|日|分钟|周|秒)"
)
_ORDINARY_MOST: Final = re.compile(
    # 最大承重, 最远覆盖 120 平, 最快当天: a measure, a size, a time, not a boast
    rf"最{_MEASURE}(?!{_BOASTED})(?:[^\W的]{{0,4}}?(?:{_DIMENSIONS})|{_WHEN}|处|不[超过]|:"
    r"|[^\W的]{0,7}[0-9])"
    # 最好冷藏, 最好用温水: advice, but not 最好吃, 最好的, 最好养的
    r"|最好(?=\w)(?!\w?的|[版货品质材原产味口礼]|选择|成色|手感|效果|服务|技术"
    r"|[吃喝看玩卖评闻听骑写睡用穿](?![完掉前后时过点些饭药水冷温热清开干湿软专手别]))"
    # places, moments, what suits
    r"|最[外里内上下前左右末顶底边中](?=[层面侧部边端排格个那靠方处后间])"
    r"|最新(?:日期|批次|生产|到货|一批|一期|采|发货|出厂|现货|效期)|最适[合宜](?:的?温|在|生长|存放|保存)"
    r"|最[初终后近晚迟]"
)
_UNITS: Final = (
    "次步天时眼口批茬件代款道年张季杯课层周月日章节页集期部段格盒包瓶袋套条双片颗粒只头胎餐顿碗锅桶箱车站讲轮场回遍趟"
    "手岁版桌行列封届任环刀针缸春秋缕滴束支根棵株朵本篇句字笔单波份学声幕排首泡汤炉笼锤拍把台辆间栋扇块面枚串位座"
    "册榨弹顶幅具架匹艘宗桩剂帖贴股团堆捆卷沓摞叠阶楼号线堂幢阵潮勺壶坛瓮盆筐篮筒罐听匙席尾羽峰叶芽采刷涂抽拨响跳抹"
)
_ORDINARY_FIRST: Final = re.compile(
    rf"第[一1](?:[{_UNITS}]|人称|视角|印象|茶匙|反应|现场|个(?:月|星期|周|孩子|宝宝|疗程|小时|生日|冬|夏|春|秋))"
)
_ORDINARY: Final = (_ORDINARY_MOST, _ORDINARY_FIRST)
_BOASTS_BEFORE: Final = re.compile(
    r"(?:史上|历史上?|全网|全国|全球|全世界|世界|国内|国际|业内|业界|行业|同行|同类|全城|全省|全市|宇宙|亚洲|中国|天下"
    r"|网上|销量|人气|口碑|品质|质量|排名|排行|类目|好评|热度|实力|回购率?|甜度|性价比)$"
)
_NUMBERED: Final = {"no1": r"no[.:．·]?1(?![0-9])", "top1": r"top[.-]?1(?![0-9])"}


@dataclass(frozen=True, slots=True)
class Claim:
    """A word found at text[start:end], as the list has it, and its kind."""

    start: int
    end: int
    word: str
    kind: str


class ClaimWords:
    """The lists of one day, ready for searching."""

    def __init__(self, rules: DayRules) -> None:
        self._kinds: dict[str, str] = {}
        for kind in reversed(KINDS):
            for word in rules.words(f"quality.claims.{kind}"):
                self._kinds[_folded(word).replace(".", "")] = kind
        self._fine = {_folded(word) for word in rules.words("quality.claims.fine")} - {""}
        # The longest goes first, so that 第一次 is seen before 第一.
        every = sorted((self._kinds.keys() | self._fine) - {""}, key=len, reverse=True)
        forms = [
            _NUMBERED.get(word, re.escape(word).replace("第一", "第[一1](?![0-9])"))
            for word in every
        ]
        self._pattern = re.compile("|".join(forms)) if every else None
        self.instead: Mapping[str, str] = {
            _folded(word): better
            for word, arrow, better in (
                row.partition(_INSTEAD) for row in rules.words("quality.claims.instead")
            )
            if arrow
        }

    def search(self, text: str) -> tuple[Claim, ...]:
        """See `claims_in`."""
        if self._pattern is None:
            return ()
        found = []
        plain = _Plain(text)
        at = 0
        while match := self._pattern.search(plain.text, at):
            word, kind, at = self._judged(plain.text, match)
            if kind:
                found.append(Claim(*plain.span(match.start(), at), word, kind))
        return tuple(found)

    def _judged(self, text: str, match: re.Match[str]) -> tuple[str, str, int]:
        """The word as the list has it, its kind ("" where it is fine here) and its end.

        What tells an order, a measure or a piece of advice is fine, unless it is boasted of
        (史上最早); a word of the law is one wherever it stands.
        """
        word = match[0].replace("第1", "第一")
        word = re.sub(r"[.:．·-]", "", word) if word.startswith(("no", "top")) else word
        base = next((b for b in ("第一", "最") if word.startswith(b)), "")
        boast = bool(base) and _BOASTS_BEFORE.search(text, 0, match.start()) is not None
        if word in self._fine:
            return word, self._kinds.get(base, "") if boast else "", match.end()
        kind = self._kinds[word]
        if kind != "law" and not boast:
            for ordinary in _ORDINARY:
                if base and (fine := ordinary.match(text, match.start())):
                    return word, "", fine.end()
        return word, kind, match.end()

    def better(self, text: str, claim: Claim) -> str:
        """What can be said instead, "" where nothing is known.

        A longer phrase that begins with the word (最 in 最甜) has its own advice.
        """
        rest = _Plain(text[claim.start :]).text
        for word in sorted(self.instead, key=len, reverse=True):
            if rest.startswith(word) and word.startswith(claim.word):
                return self.instead[word]
        return ""


def claims_in(text: str, words: ClaimWords, *, food: bool = True) -> tuple[Claim, ...]:
    """The claims of a text from left to right, none overlapping; healing ones only for food.

    Full-width letters and capitals, blanks inside a word and look-alike signs (蕞, zui) count as
    plain ones. What the list of fine words covers (最后一批, 第一次) is no claim, nor what tells a
    measure, a time or advice (最大承重, 最快当天, 最好冷藏).
    """
    return tuple(claim for claim in words.search(text) if food or claim.kind != "medical")


def _folded(text: str) -> str:
    """Letters alike in width and case, each character in its place."""
    narrow = text.translate(_NARROW)
    if len(low := narrow.lower()) == len(narrow):
        return low
    return "".join(c if len(c.lower()) != 1 else c.lower() for c in narrow)


class _Plain:
    """A text as it is searched: folded, without gaps, disguised words plain; and the way back."""

    def __init__(self, text: str) -> None:
        folded = _folded(text).translate(_PLAIN)
        signs: list[str] = []
        self._spans: list[tuple[int, int]] = []
        at = 0
        while at < len(folded):
            end = at + 1
            sign = folded[at]
            after = folded[at + 3 : at + 4]
            if folded[at : at + 3] in _PINYIN and not (after.isascii() and after.isalpha()):
                sign, end = _PINYIN[folded[at : at + 3]], at + 3
            if not sign.isspace() and sign not in _GAP:
                signs.append(sign)
                self._spans.append((at, end))
            at = end
        self.text = "".join(signs)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a piece stands in the text as it was written."""
        return self._spans[start][0], self._spans[end - 1][1]
