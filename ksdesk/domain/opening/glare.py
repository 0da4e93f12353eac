"""Glare in a photo of a card: clipped spots told from white walls, desks and paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Grey = NDArray[np.float32]
    Mask = NDArray[np.bool_]

_GRID: Final = 4
_CLIPPED: Final = 250
_LEAST_SPOT: Final = 0.002
"""Share of the card (of the picture, where it is not told) below which a spot is a glint on an
edge or an eye."""
_WHITE_GROUND: Final = 0.1
_HARD_EDGE: Final = 60
_RECTANGLE: Final = 0.86
"""Share of its box that a spot fills: an ellipse fills 0.79, a sheet of paper all."""
_ALL_AROUND: Final = 0.5

_LEAST_CARD: Final = 0.04
_GROUND: Final = 0.03
"""Share of a side along which a picture shows what the card lies on."""
_UNLIKE: Final = 20
"""Levels of 255 by which a card differs from its ground at least."""
_CARD_ASPECTS: Final = (1.25, 2.0)
_CARD_FILLS: Final = 0.6

_PLACES: Final = (
    ("upper_left", "upper", "upper_right"),
    ("left", "centre", "right"),
    ("lower_left", "lower", "lower_right"),
)
PLACES: Final = tuple(place for row in _PLACES for place in row)
"""The ninths of a picture in which glare may lie."""


@dataclass(frozen=True)
class Card:
    """Where a card lies in a picture, in cells: how many it covers, and the upright box around."""

    cells: float
    rows: slice
    columns: slice


def find_card(pixels: Grey) -> Card | None:
    """The card in a picture (height × width × 3, 0–255) that shows its ground all around; None
    where nothing of a card's shape is told from the ground."""
    import numpy as np

    layers = np.stack([_coarse(pixels[:, :, layer]) for layer in range(3)], axis=2)
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
    things = [s for s in _spots(mask, _LEAST_CARD * mask.size) if _edge_share(s) < 0.05]
    if not things:
        return None
    thing = max(things, key=_area)
    long, short = _box(thing)
    fits = _CARD_ASPECTS[0] <= long / short <= _CARD_ASPECTS[1]
    if not fits or _area(thing) < _CARD_FILLS * long * short:
        return None
    rows, columns = np.nonzero(thing)
    return Card(
        long * short,
        slice(int(rows.min()), int(rows.max()) + 1),
        slice(int(columns.min()), int(columns.max()) + 1),
    )


def find_glare(
    darkest: Grey,
    grey: Grey,
    *,
    cropped: bool = False,
    held: bool = False,
    card: Card | None = None,
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
    clipped = _coarse(darkest) >= _CLIPPED
    light = _coarse(grey)
    cells = clipped.size if card is None else card.cells
    spots = _spots(clipped, _LEAST_SPOT * cells)
    along = 0.15 if cropped else 0.0
    ground = [spot for spot in spots if _edge_share(spot) > along]
    inner = [spot for spot in spots if _edge_share(spot) <= along]
    white = held and sum(float(spot.mean()) for spot in ground) >= _WHITE_GROUND
    if card is not None:
        inner = [s for s in inner if 2 * _area(s[card.rows, card.columns]) > _area(s)]
    found = [spot for spot in inner if not _is_white_thing(spot, light, white)]
    if not found:
        return 0.0, ""
    lost = 100 * sum(map(_area, found)) / cells
    return min(100.0, lost), _place(max(found, key=_area))


def _area(spot: Mask) -> int:
    return int(spot.sum())


def _coarse(pixels: Grey) -> Grey:
    """Averages over 4 × 4 px, so that noise and JPEG leave no holes in what is white."""
    import numpy as np

    step = min(_GRID, *pixels.shape)
    height, width = (side // step for side in pixels.shape)
    total = np.zeros((height, width), np.float32)
    # Sixteen sums of thinned pictures take a quarter of the time of one mean over two axes.
    for down in range(step):
        for across in range(step):
            total += pixels[down : height * step : step, across : width * step : step]
    mean: Grey = total / (step * step)
    return mean


def _spots(mask: Mask, least: float) -> list[Mask]:
    """The connected parts of ``mask`` with at least ``least`` cells, each as a mask of its own.

    Rows are cut into runs; a run belongs together with those it touches in the row above.
    """
    import numpy as np

    runs: list[tuple[int, int, int]] = []
    owner: list[int] = []

    def root(at: int) -> int:
        while owner[at] != at:
            owner[at] = owner[owner[at]]
            at = owner[at]
        return at

    above = 0  # the first run of the row above that may still touch
    for row, cells in enumerate(mask):
        first = len(runs)
        ends = np.flatnonzero(np.diff(cells.astype(np.int8), prepend=0, append=0)).tolist()
        for start, stop in zip(ends[::2], ends[1::2], strict=True):
            while above < first and runs[above][2] <= start:
                above += 1
            owner.append(len(runs))
            runs.append((row, start, stop))
            touching = above
            while touching < first and runs[touching][1] < stop:
                owner[root(touching)] = root(len(runs) - 1)
                touching += 1
        above = first
    sizes: dict[int, int] = {}
    for at, (_row, start, stop) in enumerate(runs):
        sizes[root(at)] = sizes.get(root(at), 0) + stop - start
    parts = {at: np.zeros(mask.shape, np.bool_) for at, size in sizes.items() if size >= least}
    for at, (row, start, stop) in enumerate(runs):
        if root(at) in parts:
            parts[root(at)][row, start:stop] = True
    return list(parts.values())


def _edge_share(spot: Mask) -> float:
    """The share of the picture's four edges that the spot covers."""
    edges = (spot[0], spot[-1], spot[:, 0], spot[:, -1])
    return sum(int(edge.sum()) for edge in edges) / sum(edge.size for edge in edges)


def _is_white_thing(spot: Mask, light: Grey, white_wall: bool) -> bool:
    """Whether the spot is paper, a sheet around the card, or a piece of the wall shut in."""
    inside = _shut_in(spot)
    if inside > _ALL_AROUND * _area(spot):
        return True
    if _edge_drop(spot, light) < _HARD_EDGE:
        return False
    # What is printed on white paper is shut in by it and counts as paper.
    long, short = _box(spot)
    return white_wall or (_area(spot) + inside) / (long * short) >= _RECTANGLE


def _shut_in(spot: Mask) -> int:
    """How many cells lie inside of the spot without belonging to it."""
    import numpy as np

    outside = _spots(~np.pad(spot, 1), 1)
    return sum(_area(part) for part in outside if not part[0, 0])


def _edge_drop(spot: Mask, light: Grey) -> float:
    """How much darker than white it is just outside of the spot: small where light fades out."""
    ring = _grown(spot, 3) & ~_grown(spot, 1)
    return 255 - float(light[ring].mean()) if ring.any() else 0.0


def _grown(spot: Mask, by: int) -> Mask:
    """The spot and the cells within ``by`` steps of it."""
    grown = spot.copy()
    for _ in range(by):
        wider = grown.copy()
        wider[1:] |= grown[:-1]
        wider[:-1] |= grown[1:]
        wider[:, 1:] |= grown[:, :-1]
        wider[:, :-1] |= grown[:, 1:]
        grown = wider
    return grown


def _box(spot: Mask) -> tuple[float, float]:
    """The longer and shorter side of the smallest box around the spot, turned as fits best."""
    import numpy as np

    rows, columns = np.nonzero(spot)
    boxes = []
    for turn in np.radians(np.arange(0, 90, 5)):
        along = columns * np.cos(turn) + rows * np.sin(turn)
        across = rows * np.cos(turn) - columns * np.sin(turn)
        boxes.append((float(np.ptp(along) + 1), float(np.ptp(across) + 1)))
    one, other = min(boxes, key=lambda sides: sides[0] * sides[1])
    return max(one, other), min(one, other)


def _place(spot: Mask) -> str:
    """The ninth of the picture in which the middle of the spot lies."""
    import numpy as np

    rows, columns = np.nonzero(spot)
    down = min(2, int(3 * rows.mean() / spot.shape[0]))
    across = min(2, int(3 * columns.mean() / spot.shape[1]))
    return _PLACES[down][across]
