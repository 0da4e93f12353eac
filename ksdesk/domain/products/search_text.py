"""What a product is found by: its words folded, and its title in pinyin, one field a line."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from ksdesk.domain.products.values import Product

_HAN: Final = "㐀-䶿一-鿿"
_PIECES: Final = re.compile(f"[{_HAN}]|[a-z0-9]+")
_BORDER: Final = re.compile(f"(?<=[a-z])(?=[{_HAN}])|(?<=[{_HAN}])(?=[a-z])")
_LONG_NUMBER: Final = re.compile(r"\d{6,}")
_LETTERS: Final = re.compile(r"[a-z]{3,}")
_ASCII_RUNS: Final = re.compile("[\x00-\x1b!-\x7f]+")
SPLIT: Final = "\x1f"
_AROUND: Final = 3  # syllables kept on both sides of a second reading

# Characters of goods' names that are read in two ways, the likelier one first.
_TWO_READINGS: Final = {
    char: tuple(readings.split("/"))
    for char, readings in (
        pair.split(":")
        for pair in (
            "重:zhong/chong 长:chang/zhang 乐:le/yue 行:xing/hang 调:tiao/diao 藏:cang/zang "
            "弹:dan/tan 单:dan/shan 参:shen/can 盛:sheng/cheng 薄:bo/bao 削:xiao/xue 壳:ke/qiao "
            "咖:ka/ga 茄:qie/jia 蛤:ge/ha 粘:zhan/nian 扁:bian/pian 石:shi/dan 朝:chao/zhao "
            "传:chuan/zhuan 都:du/dou 还:hai/huan 角:jiao/jue 觉:jue/jiao 卡:ka/qia 露:lu/lou "
            "屏:ping/bing 色:se/shai 熟:shu/shou 柏:bai/bo 仔:zai/zi 核:he/hu 血:xue/xie "
            "车:che/ju 贾:jia/gu 厦:xia/sha 解:jie/xie 嚼:jiao/jue 剥:bo/bao 似:si/shi "
            "尿:niao/sui 曾:zeng/ceng 系:xi/ji 率:lv/shuai 模:mo/mu 提:ti/di 折:zhe/she "
            "拓:tuo/ta 便:bian/pian 万:wan/mo 抹:mo/ma 俞:yu/shu 翟:zhai/di 艾:ai/yi"
        ).split()
    )
}


def fold(text: str) -> str:
    """Text as it is compared: full width and case made one, white space single."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def query_words(text: str) -> tuple[str, ...]:
    """The words of a search; all of them must be found. 红fs is two: pinyin goes on after 红."""
    plain = fold(text).replace("'", "").replace("’", "")
    return tuple(word for part in plain.split() for word in _BORDER.split(part))


def found_by(product: Product) -> str:
    """All that a product is found by, folded, one field a line: what has Chinese in it, then
    after SPLIT what letters and digits find (codes, numbers, pinyin of the title). Never empty.

    Title, short title, category, selling point, codes, numbers of the platform and of the link,
    note. No word of a search holds a line's end, so none is found across two fields.
    """
    named = product.title or product.link.strip()[:80]
    fields = (
        named,
        product.short_title,
        product.category,
        product.selling_point,
        product.code,
        *(sku.code for sku in product.skus),
        product.item_id,
        product.same_as,
        *_LONG_NUMBER.findall(product.link),
        product.note,
    )
    folded = list(dict.fromkeys(filter(None, map(fold, fields))))
    plain = [text for text in folded if not text.isascii()]
    latin = [text for text in folded if text.isascii()]
    runs = [" ".join(_ASCII_RUNS.findall(text)) for text in plain]
    return SPLIT.join(
        ("\n".join(plain), "\n".join([*latin, *filter(None, runs), *pinyin_lines(named)]))
    )


def pinyin_lines(text: str) -> Iterator[str]:
    """红富士 5斤 as hongfushi5jin, hfs5j and " hong fu shi 5 jin"; nothing without Chinese.

    Where a character has a second likely reading, that one with its neighbours follows in the
    same three ways.
    """
    pieces = _PIECES.findall(fold(text))
    readings = [_readings(piece) for piece in pieces]
    if all(piece.isascii() for piece in pieces):
        return
    first = [options[0] for options in readings]
    yield from _spellings(pieces, first)
    for place, options in enumerate(readings):
        for other in options[1:]:
            start, end = max(0, place - _AROUND), place + _AROUND + 1
            spelt = [*first[start:place], other, *first[place + 1 : end]]
            yield from _spellings(pieces[start:end], spelt)


def _spellings(pieces: list[str], spelt: list[str]) -> Iterator[str]:
    yield "".join(spelt)
    yield "".join(
        sound if piece.isascii() else sound[:1] for piece, sound in zip(pieces, spelt, strict=True)
    )
    yield " " + " ".join(spelt)


@lru_cache(maxsize=10_000)
def _readings(piece: str) -> tuple[str, ...]:
    """How a character is read; digits and letters are read as they are."""
    if piece.isascii():
        return (piece,)
    if piece in _TWO_READINGS:
        return _TWO_READINGS[piece]
    # Its phrase table costs 40 MB and a quarter of a millisecond a title.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "1")
    from pypinyin import lazy_pinyin

    return tuple(sound if sound.isascii() else "" for sound in lazy_pinyin(piece))


def mixed_pattern(word: str) -> re.Pattern[str] | None:
    """What finds syllables half spelt (hongfs, hfush), None for a word that is no pinyin.

    Each letter goes on with its syllable or begins the next one of a " hong fu shi" line.
    """
    if not _LETTERS.fullmatch(word):
        return None
    return re.compile(" " + "(?:[a-z]* )?".join(word))
