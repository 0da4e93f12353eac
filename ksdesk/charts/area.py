"""A rectangle of a figure with scales of its own: all of matplotlib's Axes that a chart here needs.

Axes bring axis artists, spines and titles that nothing shows; making them took a good part of the
first drawing.
"""

from __future__ import annotations

from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.transforms import Affine2D, Bbox, TransformedBbox


class Area:
    """Artists in times and values, cut off at the area's edges unless they say otherwise."""

    def __init__(self, figure: Figure) -> None:
        self._figure = figure
        self._data = Affine2D()
        self._place = Bbox.unit()
        self._edges = TransformedBbox(self._place, figure.transSubfigure)

    def add(self, artist: Artist, *, clip: bool = True) -> None:
        """Put an artist in."""
        artist.set_transform(self._data + self._figure.transSubfigure)
        self._figure.add_artist(artist)
        artist.set_clip_path(None)
        artist.set_clip_box(self._edges if clip else None)

    def show(
        self,
        place: tuple[float, float, float, float],
        times: tuple[float, float],
        values: tuple[float, float],
    ) -> None:
        """Show these spans in `place`: left, bottom, width and height as shares of the figure."""
        left, bottom, wide, high = place
        self._place.set_points(Bbox.from_bounds(left, bottom, wide, high).get_points())
        (start, end), (low, top) = times, values
        self._data.clear().translate(-start, -low)
        self._data.scale(wide / (end - start), high / (top - low)).translate(left, bottom)
