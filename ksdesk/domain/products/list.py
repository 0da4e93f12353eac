"""The list of products as it is searched and filtered: compact columns, one entry a product."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import compress, repeat
from operator import contains, eq
from typing import Any, Final

from ksdesk.domain.products.search_text import mixed_pattern
from ksdesk.domain.products.values import STATES

SHOWN: Final = ("all", *STATES, "low", "out", "bin")
"""What the list can be narrowed to: a state, low or sold out stock, the bin."""

LEVELS: Final = ("", "low", "out")
_LEVEL, _BIN = 4, 16  # a kind is the state's place, the level's place x 4, and 16 in the bin
_NO_KIND = 128  # a bit that no kind has
_FEW = 4  # a word that a quarter holds is worth remembering where
_KEPT = 12  # words remembered


def kind_of(state: str, level: str, binned: bool) -> int:
    """State, level and bin in one number below 32."""
    return STATES.index(state) + LEVELS.index(level) * _LEVEL + binned * _BIN


def lowered(kind: int) -> int:
    """The kind of a product of which something is low; what is sold out stays so."""
    return kind if kind // _LEVEL % 4 else kind + _LEVEL


def unlowered(kind: int) -> int:
    """The kind of a product whose stock nobody watches; what is sold out stays so."""
    return kind - _LEVEL if kind // _LEVEL % 4 == LEVELS.index("low") else kind


def shows(show: str, kind: int) -> bool:
    """Whether what the list is narrowed to (one of SHOWN) holds products of this kind."""
    if kind & _BIN or show == "bin":
        return bool(kind & _BIN) and show == "bin"
    level = LEVELS[kind // _LEVEL]
    state = STATES[kind % _LEVEL]
    return show in ("all", state, level or "all")


_LOW: Final = bytes(bool(kind // _LEVEL % 4) for kind in range(256))
_KINDS: Final = {kind_of(s, level, b) for s in STATES for level in LEVELS for b in (False, True)}
_NO_KINDS: Final = bytes(range(_NO_KIND, 256))
_SHOWN: Final = {
    show: bytes(kind in _KINDS and shows(show, kind) for kind in range(256)) for show in SHOWN
}


@dataclass(frozen=True)
class Query:
    """What is looked for: words (`search_text.query_words`), one of SHOWN, one category or any."""

    words: tuple[str, ...] = ()
    show: str = "all"
    category: str | None = None


@dataclass(frozen=True)
class Found:
    """Numbers of the products that match, in order, and how many of the words' each SHOWN has.

    `total` is how many there are without words (of the bin, while it is looked at).
    """

    ids: array[int]
    counts: Mapping[str, int]
    total: int


@dataclass(frozen=True)
class Texts:
    """What each product is found by, in the list's order: `plain` fields, and in `latin` all
    that letters and digits find (codes, pinyin). `categories` are places in `names`; `bare` are
    without pinyin as yet.
    """

    plain: Sequence[str]
    latin: Sequence[str]
    categories: array[int]
    names: Sequence[str]
    bare: int = 0
    _places: dict[str, array[int]] = field(default_factory=dict, init=False, compare=False)

    def category_ranks(self) -> list[int | None]:
        """Where each product's category stands among all of them sorted, None without one."""
        ranks = {name: rank for rank, name in enumerate(sorted(filter(None, self.names)))}
        return [*map([*map(ranks.get, self.names)].__getitem__, self.categories)]

    def holding(self, word: str) -> bytes:
        """A 1 for each product that a word, written out, stands in."""
        texts = self.latin if word.isascii() else self.plain
        near = self._near(word)
        if near is not None:
            return _flags(len(texts), self._keep(word, [p for p in near if word in texts[p]]))
        flags = bytes(map(contains, texts, repeat(word)))
        if flags.count(1) * _FEW <= len(flags):
            self._keep(word, compress(range(len(flags)), flags))
        return flags

    def matching(self, word: str, pattern: re.Pattern[str]) -> bytes:
        """A 1 for each product that a word's `mixed_pattern` finds: its first two letters follow
        each other in a syllable or as initials.
        """
        near = self._near(pattern.pattern)
        if near is None:
            near = compress(range(len(self.latin)), self.holding(word[:2]))
        found = [place for place in near if pattern.search(self.latin[place])]
        return _flags(len(self.latin), self._keep(pattern.pattern, found))

    def _near(self, asked: str) -> Iterable[int] | None:
        """Where something was found that this goes on from: it can be nowhere else."""
        begun = (asked[:end] for end in range(len(asked), 0, -1))
        return next((self._places[known] for known in begun if known in self._places), None)

    def _keep(self, asked: str, found: Iterable[int]) -> array[int]:
        while len(self._places) >= _KEPT:
            del self._places[next(iter(self._places))]
        return self._places.setdefault(asked, array("l", found))


@dataclass(frozen=True)
class Catalogue:
    """Every product, bin included, the one changed last first: its number and its kind.

    `left` is for how many days the stock lasts, by number, where anything was sold of late.
    `order` are the places in another order. `texts` may come later than the rest.
    """

    ids: array[int]
    kinds: bytes
    left: Mapping[int, int] = field(default_factory=dict)
    order: array[int] | None = None
    texts: Texts | None = None

    @cached_property
    def ordered(self) -> array[int]:
        """The numbers in the present order."""
        if self.order is None:
            return self.ids
        return array("q", map(self.ids.__getitem__, self.order))

    @cached_property
    def low(self) -> frozenset[int]:
        """The numbers of those that run low or are sold out."""
        return frozenset(compress(self.ids, self.kinds.translate(_LOW)))

    @cached_property
    def _totals(self) -> dict[str, int]:
        return _counts(self.kinds)

    def __len__(self) -> int:
        return len(self.ids)

    def ready_for(self, query: Query) -> bool:
        """Whether all is here that the question needs."""
        return self.texts is not None or not (query.words or query.category is not None)

    def find(self, query: Query) -> Found:
        """What matches; AttributeError before it is `ready_for` the question."""
        told = self._told(query.words)
        here = told if query.category is None else _both(told, self._in_category(query.category))
        kinds = self.kinds if here is None else _kept(self.kinds, here)
        wanted = _both(here, self._shown(query.show))
        whole = "bin" if query.show == "bin" else "all"
        counts = self._totals if here is None else _counts(kinds)
        return Found(self._in_order(wanted), counts, self._totals[whole])

    def categories(self, query: Query) -> dict[str, int]:
        """How many matches each category has, whatever category is asked for, most first."""
        assert self.texts is not None
        wanted = _both(self._told(query.words), self._shown(query.show))
        found = Counter(compress(self.texts.categories, wanted))
        return {self.texts.names[place]: count for place, count in found.most_common()}

    def states(self) -> bytes:
        """The place of each product's state in STATES."""
        return self.kinds.translate(bytes(kind % _LEVEL for kind in range(256)))

    def sorted_by(self, keys: Sequence[Any], downwards: bool) -> array[int]:
        """The places in the order of a key of each product; None comes last both ways."""
        known = [place for place, key in enumerate(keys) if key is not None]
        known.sort(key=keys.__getitem__, reverse=downwards)
        unknown = (place for place, key in enumerate(keys) if key is None)
        return array("l", [*known, *unknown])

    def _told(self, words: Iterable[str]) -> bytes | None:
        """A 1 for each product that all words are found in, None where nothing is asked."""
        flags: bytes | None = None
        for word in words:
            flags = _both(flags, self._found(word))
        return flags

    def _found(self, word: str) -> bytes:
        assert self.texts is not None
        flags = self.texts.holding(word)
        pattern = None if 1 in flags else mixed_pattern(word)
        return flags if pattern is None else self.texts.matching(word, pattern)

    def _in_category(self, category: str) -> bytes:
        assert self.texts is not None
        place = self.texts.names.index(category) if category in self.texts.names else -1
        return bytes(map(eq, self.texts.categories, repeat(place)))

    def _shown(self, show: str) -> bytes:
        return self.kinds.translate(_SHOWN[show])

    def _in_order(self, wanted: bytes) -> array[int]:
        if 0 not in wanted:
            return self.ordered
        flags = wanted
        if self.order is not None:
            flags = bytes(map(wanted.__getitem__, self.order))
        return array("q", compress(self.ordered, flags))


def _flags(length: int, places: Iterable[int]) -> bytes:
    """A 1 at each of some places."""
    flags = bytearray(length)
    for place in places:
        flags[place] = 1
    return bytes(flags)


def _both(one: bytes | None, other: bytes) -> bytes:
    """A 1 where both have one."""
    if one is None:
        return other
    both = int.from_bytes(one, "little") & int.from_bytes(other, "little")
    return both.to_bytes(len(other), "little")


def _kept(kinds: bytes, flags: bytes) -> bytes:
    """The kinds where there is a 1, and no kind elsewhere."""
    nothing = flags.translate(bytes((_NO_KIND, *bytes(255))))
    return _either(kinds, nothing)


def _either(one: bytes, other: bytes) -> bytes:
    either = int.from_bytes(one, "little") | int.from_bytes(other, "little")
    return either.to_bytes(len(one), "little")


def _counts(kinds: bytes) -> dict[str, int]:
    """How many there are of each of SHOWN."""
    present = kinds.translate(None, _NO_KINDS)
    counted = {kind: present.count(kind) for kind in _KINDS}
    return {
        show: sum(count for kind, count in counted.items() if _SHOWN[show][kind]) for show in SHOWN
    }
