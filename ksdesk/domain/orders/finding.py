"""Every order as compact columns: narrowed, counted and searched without the book."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ksdesk.domain.orders.list import KINDS, SHORT, SHOWN, FoundOrders, OrderQuery, shows
from ksdesk.domain.products.list import Texts
from ksdesk.domain.products.search_text import mixed_pattern

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]
Letters = NDArray[np.uint8]

END: Final = "\0"  # closes the text of a row; no word of a search holds it
_SHOWN: Final = {show: np.array([shows(show, kind) for kind in range(KINDS)]) for show in SHOWN}


@dataclass(frozen=True)
class OrderTexts:
    """What the rows of orders are found by: `numbers` are the rows', `batches` the imports that
    wrote them last. `text` holds what is a row's own (numbers, option, notes), folded, in UTF-8,
    each closed by END; `bought` is the place in `goods` of what it sold.
    """

    numbers: Ints
    batches: Ints
    text: Letters
    bought: Ints
    goods: Texts

    @cached_property
    def _ends(self) -> Ints:
        return np.flatnonzero(self.text == ord(END))

    def holding(self, word: str) -> Flags:
        """Whether each row has a word."""
        flags = self.goods.holding(word)
        pattern = None if 1 in flags else mixed_pattern(word)
        if pattern is not None:
            flags = self.goods.matching(word, pattern)
        bought = np.frombuffer(flags, np.bool_)
        own = self._holding(word.encode())
        return bought[self.bought] | own if len(bought) else own

    def _holding(self, word: bytes) -> Flags:
        """Whether the text of each row has these letters: the first two everywhere, the others
        only where those stand.
        """
        last = max(0, len(self.text) - len(word) + 1)  # a word may be longer than all there is
        here = self.text[:last] == word[0]
        if len(word) > 1:
            here &= self.text[1 : last + 1] == word[1]
        places = np.flatnonzero(here)
        for place, letter in enumerate(word[2:], 2):
            places = places[self.text[places + place] == letter]
        if len(word) < 3 and len(places) > len(self.numbers):  # rather than look each up
            starts = np.concatenate(([0], self._ends[:-1] + 1))
            return np.logical_or.reduceat(np.pad(here, (0, len(word) - 1)), starts)
        flags = np.zeros(len(self.numbers), np.bool_)
        flags[np.searchsorted(self._ends, places)] = True
        return flags

    def without(self, gone: Flags) -> OrderTexts:
        """The same without some rows."""
        stays = ~gone
        lengths = np.diff(self._ends, prepend=-1)
        text = self.text[np.repeat(stays, lengths)]
        return OrderTexts(
            self.numbers[stays], self.batches[stays], text, self.bought[stays], self.goods
        )

    def followed_by(self, more: OrderTexts) -> OrderTexts:
        """These rows and more; `more` has the goods of these, and perhaps others after them."""
        return OrderTexts(
            np.concatenate((self.numbers, more.numbers)),
            np.concatenate((self.batches, more.batches)),
            np.concatenate((self.text, more.text)),
            np.concatenate((self.bought, more.bought)),
            more.goods,
        )


@dataclass(frozen=True)
class OrderList:
    """Every order, the newest first: the number of its leading row, its kind and what was paid for
    it, in fen, 0 where no file says.

    `rows` are the numbers of all rows, sorted, and `places` where the order of each stands in
    `ids`. `texts` come later than the rest.
    """

    ids: Ints
    kinds: Letters
    paid: Ints
    rows: Ints
    places: Ints
    texts: OrderTexts | None = None

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def _counts(self) -> Mapping[str, int]:
        return _counted(self.kinds)

    @cached_property
    def _orders(self) -> Ints:
        """Where the order of each text stands."""
        assert self.texts is not None
        return self.place_of(self.texts.numbers)

    def place_of(self, rows: Ints | Sequence[int]) -> Ints:
        """Where the orders of some rows stand."""
        return self.places[np.searchsorted(self.rows, rows)]

    def ready_for(self, query: OrderQuery) -> bool:
        """Whether all is here that the question needs."""
        return self.texts is not None or not query.words

    def find(self, query: OrderQuery, first: Sequence[int] = ()) -> FoundOrders:
        """What matches; `first` are those to be shipped as they fall due. AssertionError before
        it is `ready_for` the question.
        """
        told = self._told(query.words)
        wanted, counts = _SHOWN[query.show][self.kinds], self._counts
        if told is not None:
            counts = _counted(self.kinds[told])
            wanted &= told
        ids, paid = self.ids[wanted], int(self.paid[wanted].sum())
        if query.show == "to_ship" and len(first):
            due = np.fromiter(first, np.int64, len(first))
            ids = due[np.isin(due, ids)]
        return FoundOrders(array("q", ids.tobytes()), counts, paid)

    def _told(self, words: Iterable[str]) -> Flags | None:
        """Whether each order has all words, None where nothing is asked."""
        found: Flags | None = None
        for word in words:
            assert self.texts is not None
            flags = np.zeros(len(self.ids), np.bool_)
            flags[self._orders[self.texts.holding(word)]] = True
            found = flags if found is None else found & flags
        return found

    def with_short(self, leads: Iterable[int]) -> OrderList:
        """The same where the goods of some orders, by their leading rows, are missing."""
        places = self.place_of([*leads])
        kinds = self.kinds.copy()
        kinds[places] |= SHORT
        return replace(self, kinds=kinds)


def _counted(kinds: Letters) -> dict[str, int]:
    found = np.bincount(kinds, minlength=KINDS)
    return {show: int(found[_SHOWN[show]].sum()) for show in SHOWN}
