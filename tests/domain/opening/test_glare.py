"""Spots of glare in small pictures of plain grey: where they lie, and what is white of itself."""

from __future__ import annotations

import numpy as np
import pytest

from ksdesk.domain.opening.card import CardPlace
from ksdesk.domain.opening.glare import PLACES, _edge_drop, _place, find_glare

HIGH, WIDE = 240, 360


def picture(ground: float = 100) -> np.ndarray:
    return np.full((HIGH, WIDE), ground, np.float32)


def spot(pixels: np.ndarray, row: float, column: float, radius: float, soft: float = 0) -> None:
    """A round spot; the light of a soft one fades out over so many px."""
    rows, columns = np.mgrid[:HIGH, :WIDE]
    far = np.hypot(rows - row, columns - column) - radius
    ground = pixels[-1, -1]
    light = 255 - (255 - ground) * np.clip(far / soft if soft else far > 0, 0, 1)
    np.maximum(pixels, light.astype(np.float32), out=pixels)


def clipped(pixels: np.ndarray) -> int:
    """Cells of 4 px in which all light is lost."""
    cells = pixels.reshape(HIGH // 4, 4, WIDE // 4, 4).mean((1, 3))
    return int((cells >= 250).sum())


def found(pixels: np.ndarray, **facts: object) -> tuple[float, str]:
    return find_glare(pixels, pixels, **facts)


@pytest.mark.parametrize("place", PLACES)
def test_a_spot_lies_in_its_ninth_of_the_picture(place: str):
    at = PLACES.index(place)
    pixels = picture()
    spot(pixels, HIGH * (at // 3 * 2 + 1) / 6, WIDE * (at % 3 * 2 + 1) / 6, 20)
    lost, where = found(pixels)
    assert where == place
    assert lost == pytest.approx(100 * clipped(pixels) / (60 * 90))


@pytest.mark.parametrize(
    ("middle", "place"),
    [((0, 0), "upper_left"), ((29, 29), "upper_left"), ((31, 0), "left"), ((59, 59), "centre"),
     ((61, 89), "lower_right"), ((89, 31), "lower")],
)  # fmt: skip
def test_ninths_end_at_the_thirds(middle, place):
    mask = np.zeros((90, 90), bool)
    mask[middle] = True
    assert _place(mask) == place


def test_the_largest_spot_is_placed_and_all_of_them_are_lost():
    pixels = picture()
    spot(pixels, 40, 60, 14)
    spot(pixels, 200, 300, 28)
    lost, where = found(pixels)
    assert where == "lower_right"
    assert lost == pytest.approx(100 * clipped(pixels) / (60 * 90))


@pytest.mark.parametrize(("radius", "told"), [(5, False), (10, True)])
def test_a_glint_is_no_glare(radius, told):
    pixels = picture()
    spot(pixels, 120, 180, radius)
    assert (found(pixels)[0] > 0) == told


@pytest.mark.parametrize(
    ("rows", "columns", "told"),
    [
        (slice(60, 160), slice(100, 260), False),  # a sheet of paper: straight and hard
        (slice(0, 60), slice(100, 260), False),  # it reaches the edge
    ],
)
def test_what_is_white_of_itself_is_no_glare(rows, columns, told):
    pixels = picture()
    pixels[rows, columns] = 255
    assert (found(pixels)[0] > 0) == told


def test_a_sheet_whose_edges_fade_is_glare():
    pixels = picture(220)
    pixels[60:160, 100:260] = 255
    assert found(pixels)[0] > 0


def test_what_lies_around_something_is_paper_under_it():
    pixels = picture()
    spot(pixels, 120, 180, 60)
    rows, columns = np.mgrid[:HIGH, :WIDE]
    pixels[np.hypot(rows - 120, columns - 180) < 45] = 100
    assert found(pixels) == (0.0, "")


def test_on_a_cropped_card_glare_may_run_over_the_edge():
    pixels = picture()
    spot(pixels, 120, 355, 40)
    assert found(pixels) == (0.0, "")
    lost, where = found(pixels, cropped=True)
    assert (lost > 2, where) == (True, "right")
    pixels[:24] = 255  # a white edge along the whole side
    assert found(pixels, cropped=True)[1] == "right"


def test_glare_counts_against_the_card_and_on_it_alone():
    pixels = picture()
    spot(pixels, 120, 180, 20)
    spot(pixels, 30, 30, 20)
    card = CardPlace(600.0, slice(15, 45), slice(30, 60))
    lost, where = found(pixels, card=card)
    assert where == "centre"
    assert lost == pytest.approx(100 * clipped(pixels) / 2 / 600, rel=0.02)
    small = CardPlace(10.0, slice(15, 45), slice(30, 60))
    assert found(pixels, card=small)[0] == 100


def test_before_a_white_wall_hard_edges_are_wall():
    pixels = picture()
    pixels[:, :60] = 255
    spot(pixels, 120, 260, 34)
    assert found(pixels)[1] == "right"
    assert found(pixels, held=True) == (0.0, "")
    soft = picture()
    soft[:, :60] = 255
    spot(soft, 120, 260, 34, soft=40)
    assert found(soft, held=True)[0] > 0
    pixels[:, 30:60] = 100  # too little white around for a wall
    assert found(pixels, held=True)[0] > 0


def test_how_hard_an_edge_is():
    mask = np.zeros((20, 20), bool)
    mask[8:12, 8:12] = True
    light = np.full((20, 20), 55, np.float32)
    light[mask] = 255
    light[7:13, 8:12] = light[8:12, 7:13] = 255  # what is next to it is still as light
    assert _edge_drop(mask, light) == 200
    assert _edge_drop(np.ones((4, 4), bool), light[:4, :4]) == 0
