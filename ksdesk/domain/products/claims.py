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
# Traditional characters and those that are written to get past a check.
_PLAIN: Final = str.maketrans(
    "國級頂極絕獨無軍敵馳標創個僅蕞朂冣壹網發", "国级顶极绝独无军敌驰标创个仅最最最一网发"
)
_GAP: Final = r"[\s.:·•*_-]{0,2}"
_SPELT: Final = {"最": "(?:最|(?<![a-z])zui(?![a-z]))", "一": r"(?:一|(?<!\d)1(?!\d))"}

# Said of the whole market, an order is a claim: 史上最早, 全国第一款.
_UNLIMITED: Final = "".join(
    f"(?<!{scope})"
    for scope in "史上 全国 全网 全球 世界 中国 国内 行业 业界 亚洲 同行 销量 天下 宇宙".split()
)
_HARMLESS: Final = (
    # Measures and sizes.
    r"最[大小高低长短重轻远宽厚深粗细薄窄](?:处|屏幕|可|能|支持|仅|耐|工作|使用){0,2}"
    r"(?:承|载|负|号|码|尺|温|速|功率|压|电|容|音量|转|风|输|扭|直径|厚|宽|高|长|身高|体重|距|量|"
    r"达|至|约|起|单位|值|限|行程|分辨|档|刻度|间|公|倍|缩|调|折|扩|伸|水|放|射|分度|重|装|持|\d)",
    # Time and logistics.
    r"最[快慢](?:可|要)?(?:当|次|今|明|隔|后|周|即|\d|[一二两三四五半]|小时|分钟|发|送|到|需)",
    # Advice.
    r"最好(?:是)?(?:冷|常温|避|当|在|趁|不|别|先|放|提前|用[温冷热清开软湿]|配|尽|搭|饭|空腹|早上|晚上|随|加[热水冰]|手洗|"
    r"干洗|热|隔|一次|按|每|存|密|咨|看说|看清|[一二两三四五半\d]|量|备)",
    r"最[新](?:日期|批次|生产|到货|一期|一批|鲜日期)",
    r"最佳(?:赏味|食用|饮用|使用|品尝|保存)",
    # The order of things.
    r"第[一1](?![0-9])(?:季|杯|课|层|步|天|次|人称|部|册|卷|集|章|节|回|期|弹|批|茬|口|件|代|"
    r"款|道|年|张|页|行|排|段|关|站|周|月|学期|盘|碗|勺|餐|顿|包|瓶|盒|箱|只|支|条|双|套|"
    r"台|本|堂|场|遍|眼|颗|片|块|印象|套|把|份|桶|阶段|单元|辑|版|个|百|千|十|时间)",
    # Names of things.
    r"万能(?:胶|充|插|遥控|表|转换|扳手|钥匙|夹)",
    r"百分百(?:纯?棉|羊毛|桑蚕丝|果汁)",
    r"(?:巴氏|高温|瞬时|紫外线?)杀菌",
    r"永久(?:牌|自行车|雕刻|地址)",
    r"唯一(?:码|编码|编号)",
    r"首个?(?:饰|乌|尔|页|次|付|单|重|件|周|月|席|领)",
)


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
                self._kinds[_core(word)] = kind
        fine = {_core(word) for word in rules.words("quality.claims.fine")} - {""}
        self._kinds = {
            word: kind for word, kind in self._kinds.items() if word and word not in fine
        }
        # The longest goes first, so that 最高级 is seen before 最.
        claims = sorted(self._kinds, key=len, reverse=True)
        harmless = sorted(map(_spelt, fine), key=len, reverse=True)
        self._pattern = (
            re.compile(
                f"(?P<fine>{_UNLIMITED}(?:{'|'.join((*harmless, *_HARMLESS))}))"
                f"|{'|'.join(map(_spelt, claims))}"
            )
            if claims
            else None
        )
        self.instead: Mapping[str, str] = {
            _core(word): better
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
        for match in self._pattern.finditer(_folded(text)):
            if not match["fine"]:
                kind = self._kinds[_core(match[0])]
                found.append(Claim(match.start(), match.end(), match[0], kind))
        return tuple(found)

    def better(self, text: str, claim: Claim) -> str:
        """What can be said instead, "" where nothing is known.

        A longer phrase that begins with the word (最 in 最甜) has its own advice.
        """
        rest = _core(text[claim.start :])
        for word in sorted(self.instead, key=len, reverse=True):
            if rest.startswith(word) and word.startswith(_core(claim.word)):
                return self.instead[word]
        return ""


def claims_in(text: str, words: ClaimWords, *, food: bool = True) -> tuple[Claim, ...]:
    """The claims of a text from left to right, none overlapping; healing ones only for food.

    Full-width letters and capitals count as plain ones. What the list of fine words covers
    (最后一批, 第一次) is no claim.
    """
    return tuple(claim for claim in words.search(text) if food or claim.kind != "medical")


def _folded(text: str) -> str:
    """Letters alike in width and case, each character in its place."""
    narrow = text.translate(_NARROW).translate(_PLAIN)
    if len(low := narrow.lower()) == len(narrow):
        return low
    return "".join(c if len(c.lower()) != 1 else c.lower() for c in narrow)


def _core(word: str) -> str:
    """A word without what is put between its letters to hide it: 第 1 is 第一, No.1 is no1."""
    bare = re.sub(r"[\s.:·•*_-]", "", _folded(word))
    return re.sub(r"第1(?!\d)", "第一", bare.replace("zui", "最"))


def _spelt(word: str) -> str:
    """A pattern for a core word with its disguises; no1 and top1 stand alone."""
    if word.isascii():
        return rf"(?<![a-z0-9]){_GAP.join(map(re.escape, word))}(?![a-z0-9])"
    return _GAP.join(_SPELT.get(char, re.escape(char)) for char in word)
