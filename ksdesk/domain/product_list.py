"""The list of products as it is searched and filtered: compact columns, one entry a product."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import compress, repeat
from operator import contains, eq
from typing import Any, Final

from ksdesk.domain.products import STATES
from ksdesk.domain.search_text import mixed_pattern

SHOWN: Final = ("all", *STATES, "low", "out", "bin")
"""What the list can be narrowed to: a state, low or sold out stock, the bin."""

LEVELS: Final = ("", "low", "out")
_LEVEL, _BIN = 4, 16  # a kind is the state's place, the level's place x 4, and 16 in the bin
_NO_KIND = 128  # a bit that no kind has


def kind_of(state: str, level: str, binned: bool) -> int:
    """State, level and bin in one number below 32."""
    return STATES.index(state) + LEVELS.index(level) * _LEVEL + binned * _BIN


def shows(show: str, kind: int) -> bool:
    """Whether what the list is narrowed to (one of SHOWN) holds products of this kind."""
    if kind & _BIN or show == "bin":
        return bool(kind & _BIN) and show == "bin"
    level = LEVELS[kind // _LEVEL]
    state = STATES[kind % _LEVEL]
    return show in ("all", state, level or "all")


_KINDS: Final = {kind_of(s, level, b) for s in STATES for level in LEVELS for b in (False, True)}
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
        return array("q", map(self.ids.__getitem__, self.order or range(len(self))))

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
        if not word.isascii():
            return bytes(map(contains, self.texts.plain, repeat(word)))
        flags = bytes(map(contains, self.texts.latin, repeat(word)))
        pattern = None if any(flags) else mixed_pattern(word)
        if pattern is None:
            return flags
        # Syllables half spelt: two letters follow each other in a syllable or as initials.
        near = bytearray(map(contains, self.texts.latin, repeat(word[:2])))
        for place in compress(range(len(near)), bytes(near)):
            near[place] = pattern.search(self.texts.latin[place]) is not None
        return bytes(near)

    def _in_category(self, category: str) -> bytes:
        assert self.texts is not None
        place = self.texts.names.index(category) if category in self.texts.names else -1
        return bytes(map(eq, self.texts.categories, repeat(place)))

    def _shown(self, show: str) -> bytes:
        return self.kinds.translate(_SHOWN[show])

    def _in_order(self, wanted: bytes) -> array[int]:
        ids, flags = self.ids, wanted
        if self.order is not None:
            ids, flags = self.ordered, bytes(map(wanted.__getitem__, self.order))
        return array("q", compress(ids, flags)) if flags.count(0) else ids


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
    counted = {kind: kinds.count(kind) for kind in _KINDS}
    return {
        show: sum(count for kind, count in counted.items() if _SHOWN[show][kind]) for show in SHOWN
    }
