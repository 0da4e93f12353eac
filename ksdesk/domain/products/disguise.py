"""A text as claim words are looked for in it: what was written so that a search should miss a word
is plain, and the way back to the text as it stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from ksdesk.domain.invisible import WITHOUT

_PLAIN: Final = str.maketrans(
    "蕞㝡嘬朂冣樶笫苐㐧壹弌頂嵿項級國囯囻傢髙緻極獨無敵萬軍銷絕絶網價領導選馳標業傑",
    "最最最最最最第第第一一顶顶项级国国国家高致极独无敌万军销绝绝网价领导选驰标业杰",
)
_KEPT: Final = frozenset("，。、；：！？,;:!?《》%№")
"""Signs that end a word or belong to one; all others may stand inside it (第.一, 顶·级, 最🔥低)."""

_SYLLABLES: Final = {"zui": "最", "di": "低", "gao": "高", "hao": "好", "jia": "佳", "ji": "级"}
_MORE: Final = "da|xin|qiang|youhui|pianyi|mei|tian"
_DASHED: Final = re.compile("(?<=第)[—–―─ー-](?=[品名好大])")
_DIGITS: Final = re.compile("[.~/-]?[0-9]")
_PINYIN: Final = re.compile(
    rf"(?<![a-z])(?:(?P<most>zui(?:{'|'.join(_SYLLABLES)}|{_MORE})*)"
    r"|(?P<word>z\W{1,2}u\W{1,2}i|di\W{0,2}yi|dingji|jipin|guo\W{0,2}jia(?:\W{0,2}ji|(?=\W{0,2}级))|weiyi|duyiwuer|shijieji|dujia)"
    r"|(?P<order>di)(?=[^\w，。]*[一1]))(?![a-z])"
)
_WORDS: Final = {
    "zui": "最",
    "diyi": "第一",
    "dingji": "顶级",
    "jipin": "极品",
    "guojiaji": "国家级",
    "guojia": "国家",
    "weiyi": "唯一",
    "duyiwuer": "独一无二",
    "shijieji": "世界级",
    "dujia": "独家",
}
_CHEAP: Final = "低[价至到了]?|便宜|优惠|划算|实惠|省钱"
_BETTER: Final = (
    f"{_CHEAP}|新款|高级|先进|佳(?![肴人酿])|受欢迎|正宗|热[卖销]|畅销|好[吃用看喝穿卖的]"
)
_ALIKE: Final = (
    # said alike; only where a claim begins and goes on, so that 醉蟹, 奶嘴, 兄弟一起 are themselves
    (re.compile(f"罪(?=好)|[罪醉](?={_BETTER})|嘴(?={_CHEAP}|好[吃喝用看])"), "最"),
    (re.compile(r"弟(?=一(?:$|\W|品|名|大|好|香|辣|甜|鲜|家|款|的))"), "第"),
)
_BOASTING: Final = frozenset("业网国球界场城省市史上格史质量行的是店")
_SIGN: Final = "[，。、；：！？,;:!?]"
_ODD: Final = (
    (re.compile(f"(?<=第){_SIGN}(?=一)|(?<=顶){_SIGN}(?=级(?!别))|(?<=极){_SIGN}(?=品)"), ""),
    (re.compile(f"(?<=国){_SIGN}(?=家{_SIGN}?级(?!别))"), ""),
    (re.compile(f"(?<=国家){_SIGN}(?=级(?!别))"), ""),
    (re.compile("(?:鼎|(?<![款事])项)(?=级(?!别))"), "顶"),
    (re.compile("(?:惟|(?<![一二两三四多思纤恭国])维)(?=一(?![体路工码达科公通期]))"), "唯"),
    (re.compile("(?<=独)1(?=无)|(?<=唯)1(?![0-9.])"), "一"),
    (re.compile("(?<=独一无)2"), "二"),
    (re.compile("№(?=[1一])|n0(?=[1一])|number(?=1|one)"), "no"),
    (re.compile("(?:(?<=no)|(?<=top))[。:](?=[1一])"), ""),
    (re.compile("(?<=no)(?:one(?![a-z])|一)|(?<=top)一"), "1"),
)
_LATIN: Final = re.compile("[il](?![a-z])|[a-z]{2}|%").search
_ODD_LATIN: Final = (
    # one syllable of a word in pinyin
    (re.compile("(?<=[第唯])yi(?![a-z])"), "一"),
    (re.compile("(?<=第)one(?![a-z])"), "一"),
    (re.compile("(?<=[第唯])[il](?![a-z0-9])"), "1"),  # Ⅰ is folded to i
    (re.compile("(?<=[顶家界球宙高])ji(?![a-z])"), "级"),
    (re.compile("(?<![a-z])ji(?=[品致佳])"), "极"),
    (re.compile("(?<![a-z])ding(?=[级尖])"), "顶"),
    (re.compile("(?<![a-z])guo(?=家级)"), "国"),
    (re.compile("(?<=国)jia(?=级)"), "家"),
    (re.compile("(?<![a-z])wei(?=一(?!体))"), "唯"),
    (re.compile("(?<![a-z])jue(?=[佳版])"), "绝"),
    (re.compile("(?<=最)jia(?![a-z])"), "佳"),
    (re.compile("(?<=最)gao(?=级)"), "高"),
    (
        re.compile("(?<![0-9.])100%(?=有效|见效|好评|正[品宗]|满意|安全|去[渍污]|祛|根?治)"),
        "百分百",
    ),
)
"""Looked for only where such letters are, as in few titles."""


@lru_cache(maxsize=10_000)
def _sign(sign: str) -> str:
    """A sign alike in width, case and accent, as one sign."""
    if (digit := unicodedata.digit(sign, None)) is not None:
        return str(digit)
    plain = unicodedata.normalize("NFKD", sign).lower()
    plain = plain[0] if len(plain) > 1 and unicodedata.combining(plain[1]) else plain
    return plain if len(plain) == 1 else sign.lower()[:1]


def folded(text: str) -> str:
    """Signs alike in width, case and accent, each in its place."""
    return "".join(map(_sign, text))


class PlainText:
    """A text as it is searched: folded, without gaps, disguised words plain; and the way back."""

    def __init__(self, text: str) -> None:
        self.text = ""
        seen = [at for at, sign in enumerate(text) if ord(sign) not in WITHOUT]
        whole = folded("".join(map(text.__getitem__, seen))).translate(_PLAIN)
        self._whole = _DASHED.sub("一", whole)
        self._seen = seen
        self._spans: list[tuple[int, int]] = []
        at = 0
        for found in _PINYIN.finditer(self._whole):
            self._take(at, found.start())
            at = found.end()
            self._put(_said(found), found.start(), at)
        self._take(at, len(self._whole))
        for pattern, plain in _ALIKE:
            self._replace(
                (m for m in pattern.finditer(self.text) if self._begins(m.start())), plain
            )
        odd = (*_ODD_LATIN, *_ODD) if _LATIN(self.text) else _ODD
        for pattern, plain in odd:
            self._replace(pattern.finditer(self.text), plain)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a piece stands in the text as it was written."""
        first, last = self._place(start, end)
        return self._seen[first], self._seen[last - 1] + 1

    def gap(self, at: int) -> str:
        """The blanks and signs left out before a sign."""
        before = self._spans[at - 1][1] if at else 0
        return self._whole[before : self._spans[at][0]] if at < len(self._spans) else ""

    def pieces(self, at: int) -> list[str]:
        """The text from a sign on, cut at its gaps; empty where the sign stands within a piece."""
        if at and not self.gap(at):
            return []
        ends = [i for i in range(at + 1, len(self.text)) if self.gap(i)] + [len(self.text)]
        return [self.text[a:b] for a, b in zip([at, *ends], ends, strict=False)]

    def goes_on(self, start: int, end: int) -> bool:
        """Whether a piece is part of a longer number or English word: No.12, 第1-3, laptop 1."""
        first, last = self._place(start, end)
        return bool(
            (self.text[end - 1] == "1" and _DIGITS.match(self._whole, last))
            or (_is_letter(self.text[start]) and _is_letter(self._whole[first - 1 : first]))
        )

    def _place(self, start: int, end: int) -> tuple[int, int]:
        return self._spans[start][0], self._spans[end - 1][1]

    def _take(self, start: int, end: int) -> None:
        for at in range(start, end):
            if self._whole[at] in _KEPT or self._whole[at].isalnum():
                self._put(self._whole[at], at, at + 1)

    def _put(self, signs: str, start: int, end: int) -> None:
        self.text += signs
        self._spans += [(start, end)] * len(signs)

    def _begins(self, at: int) -> bool:
        """Whether no word can stand before that the sign belongs to."""
        before = self._whole[: self._spans[at][0]][-1:]
        return not before.isalpha() or before in _BOASTING

    def _replace(self, places: Iterable[re.Match[str]], plain: str) -> None:
        for found in reversed([*places]):
            start, end = found.span()
            there = self._place(start, end)
            self.text = self.text[:start] + plain + self.text[end:]
            self._spans[start:end] = [there] * len(plain)


def _said(found: re.Match[str]) -> str:
    """The signs of a word in pinyin; of zui and what goes on, those that are known."""
    if found["order"]:
        return "第"
    if found["word"]:
        return _WORDS[re.sub(r"\W", "", found["word"])]
    sounds = re.findall("|".join(_SYLLABLES), found["most"])
    return "".join(map(_SYLLABLES.__getitem__, sounds))


def _is_letter(sign: str) -> bool:
    return sign.isascii() and sign.isalpha()
