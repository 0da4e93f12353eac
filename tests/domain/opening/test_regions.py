"""Parts of a picture as masks: what touches is one, what is shut in, grown and boxed."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksdesk.domain.opening.regions import (
    area_of,
    box_of,
    coarse,
    edge_share,
    filled,
    grown,
    shut_in,
    spots_of,
)

Cells = set[tuple[int, int]]


def drawn(*rows: str) -> np.ndarray:
    return np.array([[sign == "#" for sign in row] for row in rows])


def cells_of(mask: np.ndarray) -> Cells:
    return {(int(row), int(column)) for row, column in np.argwhere(mask)}


def touching(cells: Cells) -> list[Cells]:
    """What hangs together over the sides of its cells, one step after the other."""
    left, found = set(cells), []
    while left:
        part, new = set(), {left.pop()}
        while new:
            part |= new
            beside = {(r + a, c + b) for r, c in new for a, b in ((0, 1), (1, 0), (0, -1), (-1, 0))}
            new = beside & left
            left -= new
        found.append(part)
    return found


masks = st.tuples(st.integers(1, 9), st.integers(1, 9), st.integers(0, 2**32)).map(
    lambda made: np.random.default_rng(made[2]).random(made[:2]) < 0.55
)


@given(mask=masks, least=st.integers(1, 4))
def test_cells_that_touch_are_one_spot_and_small_ones_are_left(mask: np.ndarray, least: int):
    found = [cells_of(spot) for spot in spots_of(mask, least)]
    wanted = [part for part in touching(cells_of(mask)) if len(part) >= least]
    assert sorted(map(sorted, found)) == sorted(map(sorted, wanted))


def test_a_comb_and_a_spiral_are_one_spot_each():
    comb = drawn("#.#.#.#", "#.#.#.#", "#######")
    spiral = drawn("#######", "......#", "#####.#", "#...#.#", "#.###.#", "#.....#", "#######")
    assert [area_of(spot) for spot in spots_of(comb, 1)] == [15]
    assert [area_of(spot) for spot in spots_of(spiral, 1)] == [area_of(spiral)]
    assert len(spots_of(drawn("#.", ".#"), 1)) == 2  # a corner is no touch


def test_what_a_ring_shuts_in_is_filled_and_counted_and_a_bay_is_not():
    ring = drawn("......", ".####.", ".#..#.", ".####.", "......")
    bay = drawn("......", ".####.", ".#..#.", ".#..#.", "......")
    assert (shut_in(ring), shut_in(bay)) == (2, 0)
    assert cells_of(filled(ring)) == {(row, column) for row in (1, 2, 3) for column in range(1, 5)}
    assert np.array_equal(filled(bay), bay)
    at_the_edge = drawn("####", "#..#", "#..#", "####")
    assert filled(at_the_edge).all() and shut_in(at_the_edge) == 4
    assert not filled(drawn("...", "...")).any()


def test_a_spot_grows_to_its_four_sides():
    dot = drawn(".....", ".....", "..#..", ".....", ".....")
    assert cells_of(grown(dot, 1)) == {(2, 2), (1, 2), (3, 2), (2, 1), (2, 3)}
    assert area_of(grown(dot, 2)) == 13
    assert np.array_equal(grown(dot, 0), dot)
    assert cells_of(grown(drawn("#..", "..."), 1)) == {(0, 0), (0, 1), (1, 0)}


def test_the_share_of_the_edges():
    assert edge_share(np.ones((5, 5), np.bool_)) == 1
    assert edge_share(drawn("....", ".##.", ".##.", "....")) == 0
    assert edge_share(drawn("####", "....", "....", "....")) == pytest.approx(6 / 16)


@pytest.mark.parametrize("turn", [0, 15, 40, 65, 90])
def test_the_box_around_a_turned_spot_is_turned_as_it_is(turn: int):
    down, along = np.mgrid[-60:61, -60:61]
    angle = np.radians(turn)
    one = along * np.cos(angle) + down * np.sin(angle)
    other = down * np.cos(angle) - along * np.sin(angle)
    long, short = box_of((abs(one) <= 40) & (abs(other) <= 15))
    assert long == pytest.approx(81, abs=2) and short == pytest.approx(31, abs=2)


def test_averages_over_squares_and_over_what_is_smaller_than_one():
    pixels = np.arange(64, dtype=np.float32).reshape(8, 8)
    assert coarse(pixels).tolist() == [[13.5, 17.5], [45.5, 49.5]]
    assert coarse(pixels, 8).tolist() == [[31.5]]
    assert coarse(pixels[:, :7]).shape == (2, 1)  # what makes no whole square is left
    assert coarse(pixels[:2, :6], 4).tolist() == [[4.5, 6.5, 8.5]]
