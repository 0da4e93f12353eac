"""What a product is found by: its words folded, and its title in pinyin, one field a line."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final

from ksdesk.domain.invisible import WITHOUT
from ksdesk.domain.products.readings import READINGS, TABLE
from ksdesk.domain.products.values import Product

_HAN: Final = "㐀-䶿一-鿿"
_PIECES: Final = re.compile(f"[{_HAN}]|[a-z0-9]+")
_BORDER: Final = re.compile(f"(?<=[a-z])(?=[{_HAN}])|(?<=[{_HAN}])(?=[a-z])")
_LONG_NUMBER: Final = re.compile(r"\d{6,}")
_LETTERS: Final = re.compile(r"[a-z]{3,}")
_ASCII_RUNS: Final = re.compile("[\x00-\x1b!-\x7f]+")
_U_UMLAUT: Final = re.compile("(?<![bcdfhjkmpqstvwxz])([ln])[üǖǘǚǜ]")  # lü, not blüten
SPLIT: Final = "\x1f"
_AROUND: Final = 3  # syllables kept on both sides of a second reading
LONGEST_QUERY: Final = 1_000  # characters
MOST_WORDS: Final = 30
WRITTEN_AS: Final = f"3 {TABLE}"
"""Names the way in which `found_by` writes; what a book keeps of another way is written anew. The
table of readings is in it by itself, the number goes up when `found_by` writes otherwise."""


def fold(text: str) -> str:
    """Text as it is compared: full width and case made one, white space single, nothing unseen."""
    return " ".join(unicodedata.normalize("NFKC", text.translate(WITHOUT)).casefold().split())


def query_words(text: str) -> tuple[str, ...]:
    """The words of a search; all of them must be found. 红fs is two: pinyin goes on after 红.

    Of a text that was pasted by mistake the first MOST_WORDS count.
    """
    plain = _with_v(fold(text[:LONGEST_QUERY]).replace("'", "").replace("’", ""))
    words = (word for part in plain.split() for word in _BORDER.split(part))
    return tuple(dict.fromkeys(words))[:MOST_WORDS]


def _with_v(text: str) -> str:
    """lü and nü written as pinyin is kept, lv and nv."""
    return _U_UMLAUT.sub(r"\1v", text)


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
    folded = list(dict.fromkeys(_with_v(text) for field in fields if (text := fold(field))))
    plain = [text for text in folded if not text.isascii()]
    latin = [text for text in folded if text.isascii()]
    runs = [" ".join(_ASCII_RUNS.findall(text)) for text in plain]
    return SPLIT.join(
        ("\n".join(plain), "\n".join([*latin, *filter(None, runs), *pinyin_lines(named)]))
    )


def pinyin_lines(text: str) -> Iterator[str]:
    """红富士 5斤 as hongfushi5jin, hfs5j and " hong fu shi 5 jin"; nothing without Chinese.

    Every reading stands in the last one, 重庆 as " zhong/chong qing", for `mixed_pattern`. Where a
    character has another likely reading, that one with its neighbours follows in the first two
    ways, so that most of what is typed is found without a pattern.
    """
    pieces = _PIECES.findall(_with_v(fold(text)))
    readings = [_readings(piece) for piece in pieces]
    if all(piece.isascii() for piece in pieces):
        return
    first = [options[0] for options in readings]
    yield "".join(first)
    yield _initials(pieces, first)
    yield " " + " ".join(map("/".join, readings))
    for place, options in enumerate(readings):
        start, end = max(0, place - _AROUND), place + _AROUND + 1
        for other in options[1:]:
            spelt = [*first[start:place], other, *first[place + 1 : end]]
            yield "".join(spelt)
            if other[:1] != options[0][:1]:
                yield _initials(pieces[start:end], spelt)
    for one, two in pairwise(readings):  # 东阿阿胶 as eejiao: the first letters are looked for
        # a rare character has no reading, and no first letter
        here, next_one = ({sound[:1] for sound in way} - {way[0][:1]} for way in (one, two))
        yield from sorted(a + b for a in here for b in next_one)


def _initials(pieces: list[str], spelt: list[str]) -> str:
    return "".join(
        sound if piece.isascii() else sound[:1] for piece, sound in zip(pieces, spelt, strict=True)
    )


@lru_cache(maxsize=10_000)
def _readings(piece: str) -> tuple[str, ...]:
    """How a character is read; digits and letters are read as they are."""
    if piece.isascii():
        return (piece,)
    if piece in READINGS:
        return _with_u(READINGS[piece])
    # Its phrase table costs 40 MB and a quarter of a millisecond a title.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "1")
    from pypinyin import lazy_pinyin

    return _with_u(tuple(sound if sound.isascii() else "" for sound in lazy_pinyin(piece)))


def _with_u(sounds: tuple[str, ...]) -> tuple[str, ...]:
    """Readings with ü, which is v, as they are typed with u too: lv, lu."""
    return tuple(dict.fromkeys(s for sound in sounds for s in (sound, sound.replace("v", "u"))))


def mixed_pattern(word: str) -> re.Pattern[str] | None:
    """What finds syllables half spelt (hongfs, hfush), None for a word that is no pinyin.

    Each letter goes on with its syllable or begins the next one of a " hong fu shi" line, in any
    of its readings.
    """
    if not _LETTERS.fullmatch(word):
        return None
    return re.compile(" (?:[a-z]+/)*" + "(?:[a-z/]* (?:[a-z]+/)*)?".join(word))
