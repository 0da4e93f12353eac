"""Where the card lies in a photo: on a table, or in a hand before whatever there is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ksdesk.domain.opening.regions import (
    area_of,
    box_of,
    coarse,
    edge_share,
    filled,
    grown,
    spots_of,
)

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Grey = NDArray[np.float32]
    Mask = NDArray[np.bool_]

_LEAST_CARD: Final = 0.04
_LEAST_HELD: Final = 0.025
"""Share of the picture that a card takes at least, on a table and held before somebody."""
_GROUND: Final = 0.03
"""Share of a side along which a picture shows what the card lies on."""
_UNLIKE: Final = 20
"""Levels of 255 by which a card differs from its ground at least."""
_CARD_ASPECTS: Final = (1.25, 2.0)
_CARD_FILLS: Final = 0.6
_PRINT_ASPECTS: Final = (1.25, 2.3)
_PRINT_FILLS: Final = (0.08, 0.7)
_PRINT_PIECE: Final = 0.9
_LEAST_PRINT: Final = 3
_PRINT_ALONG: Final = 0.89
_PRINT_DOWN: Final = 0.8
_CARD: Final = 1.586
"""Print is wide as a card is, fills some of the box around it, and is no single piece; so many
cells are a letter. Of the longer and the shorter side of a card it takes so much at most."""

_HUES: Final = 14
_SHADE: Final = 16
"""So many of the commonest colours are tried as the card's own, told apart by so many levels."""
_ALIKE: Final = (12, 18, 26)
"""Levels of 255 within which a card's ground is of one colour, in even and in uneven light."""
_HELD_ASPECTS: Final = (1.35, 1.85)
_HELD_FILLS: Final = 0.7
"""A face is rounder than a held card; of its box the card fills less than one on a table, since
fingers lie over its edges."""
_GAP: Final = 2
"""Cells of 8 px: words, a face and glare beside each other leave such strips of a card's ground."""
_PRINTED: Final = 0.06
"""Share of a card that is of other colours than its ground: words and a face, not a bare sheet."""


@dataclass(frozen=True)
class CardPlace:
    """Where a card lies in a picture, in cells: how many it covers, and the upright box around."""

    cells: float
    rows: slice
    columns: slice


def find_card(pixels: Grey, *, held: bool = False) -> CardPlace | None:
    """The card in a picture (height × width × 3, 0–255), None where nothing is told from what is
    around it: neither one thing on even ground, nor a printed one of a card's shape and colour.
    Behind somebody who holds the card (``held``) there is no even ground.
    """
    import numpy as np

    layers = np.stack([coarse(pixels[:, :, layer]) for layer in range(3)], axis=2)
    return (None if held else _lying(layers)) or _held(layers)


def _lying(layers: Grey) -> CardPlace | None:
    """The card that shows its ground all around."""
    import numpy as np

    height, width = layers.shape[:2]
    deep, wide = max(1, round(height * _GROUND)), max(1, round(width * _GROUND))
    top, bottom = (np.median(part, axis=(0, 1)) for part in (layers[:deep], layers[-deep:]))
    left, right = (np.median(part, axis=(0, 1)) for part in (layers[:, :wide], layers[:, -wide:]))
    down, along = np.linspace(0, 1, height)[:, None, None], np.linspace(0, 1, width)[None, :, None]
    # Light falls off to a side: the ground between is between that of the sides.
    ground = ((1 - down) * top + down * bottom + (1 - along) * left + along * right) / 2
    unlike = np.abs(layers - ground).max(axis=2)
    border = (unlike[:deep], unlike[-deep:], unlike[:, :wide], unlike[:, -wide:])
    rough = float(np.percentile(np.concatenate([part.ravel() for part in border]), 95))
    mask = unlike > max(_UNLIKE, 2 * rough)
    things = [s for s in spots_of(mask, _LEAST_CARD * mask.size) if edge_share(s) < 0.05]
    if things:
        thing = max(things, key=area_of)
        long, short = box_of(thing)
        fits = _CARD_ASPECTS[0] <= long / short <= _CARD_ASPECTS[1]
        if fits and area_of(thing) >= _CARD_FILLS * long * short:
            return _place_of(thing, long * short)
    return _printed_on((ground - layers).max(axis=2) > max(_UNLIKE, 2 * rough))


def _printed_on(dark: Mask) -> CardPlace | None:
    """The card that is as light as its ground (a white table), told by what is printed on it:
    all that is darker, unless there is more than a card."""
    import numpy as np

    pieces = [s for s in spots_of(dark, _LEAST_PRINT) if edge_share(s) == 0]
    if not pieces:
        return None
    print_ = np.any(pieces, axis=0)
    long, short = box_of(print_)
    fits = _PRINT_ASPECTS[0] <= long / short <= _PRINT_ASPECTS[1]
    filled_by = area_of(print_) / (long * short)
    largest = max(map(area_of, pieces)) / area_of(print_)
    if not fits or long * short < _LEAST_CARD * dark.size or largest > _PRINT_PIECE:
        return None
    if not _PRINT_FILLS[0] <= filled_by <= _PRINT_FILLS[1]:
        return None
    whole = max(long / _PRINT_ALONG, short / _PRINT_DOWN * _CARD)
    margin = round((1 - _PRINT_DOWN) * short / 2)
    return _place_of(grown(print_, margin), whole * whole / _CARD)


def _held(layers: Grey) -> CardPlace | None:
    """The largest thing of a card's shape whose ground is of one colour, with print on it.

    Fingers, a face or a table may be around it and over its edges.
    """
    import numpy as np

    small = np.stack([coarse(layers[:, :, layer], 2) for layer in range(3)], axis=2)
    best, cells = None, 0.0
    for hue in _hues(small):
        far = np.abs(small - hue).max(axis=2)
        for thing in (thing for alike in _ALIKE for thing in _printed(far <= alike)):
            long, short = box_of(thing)
            fits = _HELD_ASPECTS[0] <= long / short <= _HELD_ASPECTS[1]
            least = max(_HELD_FILLS * long * short, 0 if best is None else area_of(best))
            if fits and area_of(thing) > least:
                best, cells = thing, long * short
    if best is None:
        return None
    return _place_of(np.kron(best, np.ones((2, 2), np.bool_)), 4 * cells)


def _hues(layers: Grey) -> list[Grey]:
    """The commonest colours, each the mean of those that are nearly the same."""
    import numpy as np

    pixels = layers.reshape(-1, 3)
    kinds = (pixels // _SHADE).astype(np.int64) @ np.array((289, 17, 1))
    counts = np.bincount(kinds)
    common = [kind for kind in np.argsort(counts)[::-1][:_HUES] if counts[kind]]
    return [pixels[kinds == kind].mean(axis=0) for kind in common]


def _printed(mask: Mask) -> list[Mask]:
    """The parts of a mask with what they shut in, where that is as much as print takes."""
    # Words, a face and glare side by side cut the ground in pieces.
    whole = filled(grown(mask, _GAP))
    # A card and a hand of its colour hang together by little.
    core = ~grown(~whole, _GAP + 1)
    found = []
    for thing in spots_of(core, _LEAST_HELD * mask.size):
        if edge_share(thing) < 0.05:
            thing = grown(thing, 1) & whole
            if area_of(thing & ~mask) >= _PRINTED * area_of(thing):
                found.append(thing)
    return found


def _place_of(thing: Mask, cells: float) -> CardPlace:
    import numpy as np

    rows, columns = np.nonzero(thing)
    return CardPlace(
        cells,
        slice(int(rows.min()), int(rows.max()) + 1),
        slice(int(columns.min()), int(columns.max()) + 1),
    )
