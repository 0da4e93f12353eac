"""Where the card lies in a photo: its box in cells of 4 px, or nowhere."""

from __future__ import annotations

import numpy as np
import pytest

from ksdesk.domain.opening.card import CardPlace, find_card

HIGH, WIDE = 480, 640


def desk(left: float = 90, right: float = 90, top: float = 0, bottom: float = 0) -> np.ndarray:
    """A table; light falls off from one side to the other."""
    along = np.linspace(left, right, WIDE)[None, :, None]
    down = np.linspace(top, bottom, HIGH)[:, None, None]
    grain = np.random.default_rng(5).normal(0, 2, (HIGH, WIDE, 3))
    return (along + down + grain).astype(np.float32)


def lay(
    pixels: np.ndarray, rows: tuple[int, int], columns: tuple[int, int], colour=(190, 210, 230)
):
    pixels[slice(*rows), slice(*columns)] = colour
    return pixels


def held_to(found: CardPlace | None, rows: tuple[int, int], columns: tuple[int, int]) -> None:
    assert found is not None
    sides = (found.rows.start, found.rows.stop, found.columns.start, found.columns.stop)
    assert sides == pytest.approx([px / 4 for px in (*rows, *columns)], abs=1)
    area = (rows[1] - rows[0]) * (columns[1] - columns[0]) / 16
    assert found.cells == pytest.approx(area, rel=0.05)


CARD = (120, 320), (160, 480)


@pytest.mark.parametrize(
    "ground",
    [desk(), desk(60, 150), desk(150, 60), desk(60, 60, 0, 80), desk(60, 60, 80, 0)],
    ids=["even", "light right", "light left", "light below", "light above"],
)
def test_a_card_is_found_on_a_table_in_even_and_uneven_light(ground):
    held_to(find_card(lay(ground, *CARD)), *CARD)


def test_an_upright_card_and_a_dark_one_are_found():
    upright = (80, 400), (220, 420)
    held_to(find_card(lay(desk(), *upright)), *upright)
    held_to(find_card(lay(desk(160, 160), *CARD, (60, 40, 30))), *CARD)


def test_the_larger_of_two_things_is_the_card():
    ground = lay(desk(), (350, 450), (20, 180), (20, 20, 20))
    held_to(find_card(lay(ground, (40, 300), (180, 600))), (40, 300), (180, 600))


@pytest.mark.parametrize(
    ("rows", "columns"),
    [
        ((120, 320), (160, 370)),
        ((200, 260), (60, 580)),
        ((200, 270), (260, 370)),
        ((0, 200), (0, 320)),
    ],
    ids=["square", "ruler", "small", "cut by the edge"],
)
def test_what_is_not_of_a_cards_shape_is_none(rows, columns):
    assert find_card(lay(desk(), rows, columns)) is None


def test_a_sheet_of_nearly_the_tables_colour_is_none():
    assert find_card(lay(desk(), *CARD, (100, 100, 100))) is None
    held_to(find_card(lay(desk(), *CARD, (120, 120, 120))), *CARD)


def test_a_triangle_fills_too_little_of_its_box():
    ground = desk()
    for row in range(200):
        ground[120 + row, 160 : 160 + row * 32 // 20] = (190, 210, 230)
    assert find_card(ground) is None


def printed(rows: tuple[int, int], columns: tuple[int, int]) -> np.ndarray:
    """A card with words before stripes of all colours."""
    stripes = np.random.default_rng(7).integers(0, 150, (HIGH // 8, WIDE // 8, 3))
    pixels = np.kron(stripes, np.ones((8, 8, 1))).astype(np.float32)
    lay(pixels, rows, columns)
    words = slice(columns[0] + 40, columns[1] - 40)
    for row in range(rows[0] + 40, rows[1] - 40, 32):
        pixels[row : row + 16, words] = 40
    return pixels


@pytest.mark.slow
def test_a_printed_card_is_found_before_whatever_there_is():
    held_to(find_card(printed(*CARD), held=True), *CARD)
    bare = lay(printed(*CARD), *CARD)
    assert find_card(bare, held=True) is None
    square = (120, 360), (160, 400)
    assert find_card(printed(*square), held=True) is None
