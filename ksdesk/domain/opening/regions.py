"""Parts of a picture as masks over its cells: what belongs together, how large, of what shape."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Grey = NDArray[np.float32]
    Mask = NDArray[np.bool_]

_GRID: Final = 4
CLIPPED: Final = 250
"""The least level of 255 at which all light is lost, after averaging."""


def area_of(spot: Mask) -> int:
    """Of how many px or cells a spot consists."""
    return int(spot.sum())


def coarse(pixels: Grey, width: int = _GRID) -> Grey:
    """Averages over so many px both ways: noise and JPEG leave no holes in what is white."""
    import numpy as np

    step = min(width, *pixels.shape)
    high, wide = (side // step for side in pixels.shape)
    total = np.zeros((high, wide), np.float32)
    # Sixteen sums of thinned pictures take a quarter of the time of one mean over two axes.
    for down in range(step):
        for across in range(step):
            total += pixels[down : high * step : step, across : wide * step : step]
    mean: Grey = total / (step * step)
    return mean


def spots_of(mask: Mask, least: float) -> list[Mask]:
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


def edge_share(spot: Mask) -> float:
    """The share of the picture's four edges that the spot covers."""
    edges = (spot[0], spot[-1], spot[:, 0], spot[:, -1])
    return sum(int(edge.sum()) for edge in edges) / sum(edge.size for edge in edges)


def shut_in(spot: Mask) -> int:
    """How many cells lie inside of the spot without belonging to it."""
    import numpy as np

    outside = spots_of(~np.pad(spot, 1), 1)
    return sum(area_of(part) for part in outside if not part[0, 0])


def filled(mask: Mask) -> Mask:
    """The mask with all that it shuts in."""
    import numpy as np

    outside = ~np.pad(mask, 1)
    around = 2 * sum(outside.shape) - 4
    (sea,) = (part for part in spots_of(outside, around) if part[0, 0])
    whole: Mask = ~sea[1:-1, 1:-1]
    return whole


def grown(spot: Mask, by: int) -> Mask:
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


def box_of(spot: Mask) -> tuple[float, float]:
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
