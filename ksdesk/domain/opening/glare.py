"""Glare in a photo of a card: clipped spots told from white walls, desks and paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ksdesk.domain.opening.regions import (
    CLIPPED,
    area_of,
    box_of,
    coarse,
    edge_share,
    grown,
    shut_in,
    spots_of,
)

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from ksdesk.domain.opening.card import CardPlace

    Grey = NDArray[np.float32]
    Mask = NDArray[np.bool_]

_LEAST_SPOT: Final = 0.002
"""Share of the card (of the picture, where it is not told) below which a spot is a glint on an
edge or an eye."""
_WHITE_GROUND: Final = 0.1
_HARD_EDGE: Final = 60
_RECTANGLE: Final = 0.86
_SHEET: Final = 0.92
"""Share of its box that a spot fills: an ellipse fills 0.79, a small one more in cells as coarse as
these, a sheet of paper all. On a card that was found there are spots rather than sheets."""
_ALL_AROUND: Final = 0.5

_PLACES: Final = (
    ("upper_left", "upper", "upper_right"),
    ("left", "centre", "right"),
    ("lower_left", "lower", "lower_right"),
)
PLACES: Final = tuple(place for row in _PLACES for place in row)
"""The ninths of a picture in which glare may lie."""


def find_glare(
    darkest: Grey,
    grey: Grey,
    *,
    cropped: bool = False,
    held: bool = False,
    card: CardPlace | None = None,
) -> tuple[float, str]:
    """The percent of the card lost in glare, and the ninth of the picture where the largest spot
    lies. Without a card that could be told, the picture counts.

    ``darkest`` is the least of red, green and blue in each pixel (glare clips all three),
    ``grey`` the brightness, both 0–255 and about 1000 px long. White things clip as well; they
    are told from glare by reaching the picture's edge (on a card cropped to its edges: by running
    along it), by lying around something, or by hard edges that are straight; behind somebody who
    holds the card (``held``), hard edges before a white wall are wall as well. Glare that runs
    over into a white ground is not found. No spot: (0.0, "").
    """
    clipped = coarse(darkest) >= CLIPPED
    light = coarse(grey)
    cells = clipped.size if card is None else card.cells
    spots = spots_of(clipped, _LEAST_SPOT * cells)
    along = 0.15 if cropped else 0.0
    ground = [spot for spot in spots if edge_share(spot) > along]
    inner = [spot for spot in spots if edge_share(spot) <= along]
    white = held and sum(float(spot.mean()) for spot in ground) >= _WHITE_GROUND
    if card is not None:
        white = False
        inner = [s for s in inner if 2 * area_of(s[card.rows, card.columns]) > area_of(s)]
    square = _RECTANGLE if card is None else _SHEET
    found = [spot for spot in inner if not _is_white_thing(spot, light, white, square)]
    if not found:
        return 0.0, ""
    lost = 100 * sum(map(area_of, found)) / cells
    return min(100.0, lost), _place(max(found, key=area_of))


def _is_white_thing(spot: Mask, light: Grey, white_wall: bool, square: float) -> bool:
    """Whether the spot is paper, a sheet around the card, or a piece of the wall shut in."""
    inside = shut_in(spot)
    if inside > _ALL_AROUND * area_of(spot):
        return True
    if _edge_drop(spot, light) < _HARD_EDGE:
        return False
    # What is printed on white paper is shut in by it and counts as paper.
    long, short = box_of(spot)
    return white_wall or (area_of(spot) + inside) / (long * short) >= square


def _edge_drop(spot: Mask, light: Grey) -> float:
    """How much darker than white it is just outside of the spot: small where light fades out."""
    ring = grown(spot, 3) & ~grown(spot, 1)
    return 255 - float(light[ring].mean()) if ring.any() else 0.0


def _place(spot: Mask) -> str:
    """The ninth of the picture in which the middle of the spot lies."""
    import numpy as np

    rows, columns = np.nonzero(spot)
    down = min(2, int(3 * rows.mean() / spot.shape[0]))
    across = min(2, int(3 * columns.mean() / spot.shape[1]))
    return _PLACES[down][across]
