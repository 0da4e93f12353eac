"""What is said of a photo from its figures, at their bounds."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from ksdesk.domain.opening.photos import (
    PhotoVerdict,
    _aspect_faults,
    _hints,
    _is_cropped,
    _light_faults,
    _likeness,
    _sharpness,
    _size_faults,
    same_picture,
)
from ksdesk.domain.pictures import UprightPicture


def sized(width: int, height: int) -> UprightPicture:
    return UprightPicture("JPEG", width, height, Image.new("RGB", (4, 3)))


@pytest.mark.parametrize(
    ("sharpness", "brightness", "glare", "codes"),
    [
        (100, 40, 1.9, ["sharp", "no_glare"]),
        (99.9, 40, 0, ["blurred"]),
        (100, 40, 2.0, ["glare"]),
        (100, 39.9, 0, ["dark"]),
        (25, 20, 0, ["dark"]),  # edges in the dark are weaker by as much as the light is
        (24, 20, 0, ["blurred", "dark"]),
        (99, 90, 2.5, ["blurred", "glare"]),
    ],
)
def test_blur_glare_and_dark_from_their_bounds_on(sharpness, brightness, glare, codes):
    found = _light_faults(sharpness, brightness, glare, "centre")
    assert [each.code for each in found] == codes
    facts = {each.code: dict(each.facts) for each in found}
    assert facts.get("dark", {"advised": 40})["advised"] == 40
    assert facts.get("blurred", {"advised": 100})["advised"] == 100
    if "glare" in facts:
        assert facts["glare"] == {"percent": glare, "place": "centre", "advised": 2.0}


@pytest.mark.parametrize(("size", "short"), [((800, 600), None), ((599, 800), 599)])
def test_the_short_side_is_long_enough(size, short):
    found = _size_faults(sized(*size), 600)
    assert [dict(each.facts) for each in found] == (
        [] if short is None else [{"short_side": short, "least": 600}]
    )


@pytest.mark.parametrize(
    ("size", "side", "cropped", "codes"),
    [
        ((1586, 1000), "front", True, []),
        ((1000, 1586), "back", True, []),
        ((1776, 1000), "front", True, []),
        ((1777, 1000), "front", True, ["card_aspect"]),
        ((1396, 1000), "back", True, []),
        ((1395, 1000), "back", True, ["card_aspect"]),
        ((4000, 3000), "front", False, ["crop_to_edges"]),
        ((1000, 1000), "holding", False, []),
    ],
)
def test_a_cropped_card_has_the_shape_of_one(size, side, cropped, codes):
    found = _aspect_faults(sized(*size), side, cropped)
    assert [each.code for each in found] == codes
    if codes == ["card_aspect"]:
        assert found[0]["aspect"] == round(max(size) / min(size), 2)
        assert (found[0].level, found[0]["advised"]) == ("warn", 1.586)


@pytest.mark.parametrize(
    ("width", "height", "cropped"),
    [
        (4000, 3000, False), (3000, 4000, False), (3000, 2000, False), (1920, 1080, False),
        (1000, 1000, False), (1250, 1000, False), (1007, 1000, False), (1009, 1000, True),
        (1586, 1000, True), (1949, 1000, True), (1950, 1000, False), (2400, 1000, False),
        (2401, 1000, True),
    ],
)  # fmt: skip
def test_no_camera_takes_the_shape_of_a_card(width, height, cropped):
    assert _is_cropped(width, height) == cropped


@pytest.mark.parametrize(
    ("size", "form", "codes"),
    [
        (1_000, "JPEG", []), (1_001, "JPEG", ["large_file"]), (1_000, "PNG", []),
        (1_000, "HEIC", ["other_format"]), (1_001, "WEBP", ["large_file", "other_format"]),
    ],
)  # fmt: skip
def test_hints_on_the_file(size, form, codes):
    found = _hints(size, form, 1_000)
    assert [each.code for each in found] == codes and {each.level for each in found} <= {"hint"}


def test_sharpness_is_that_of_the_clearer_tiles():
    lines = np.zeros((200, 300), np.float32)
    assert _sharpness(lines) == 0 and _sharpness(lines[:2]) == 0
    lines[:, ::2] = 10.0
    # of stripes 10 apart the Laplacian is +20 and -20
    assert _sharpness(lines) == pytest.approx(400, rel=0.01)
    lines[:, 60:] = 5.0
    assert _sharpness(lines) == pytest.approx(400, rel=0.05)
    lines[:, 20:] = 5.0  # too few of the tiles
    assert _sharpness(lines) < 100


def verdict(**facts: object) -> PhotoVerdict:
    whole = {"width": 800, "height": 600, "digest": "a", "likeness": 0, **facts}
    return PhotoVerdict("front", "good", (), **whole)


@pytest.mark.parametrize(
    ("facts", "same"),
    [
        ({"digest": "a", "width": 1, "likeness": 2**143 - 1}, True),
        ({"digest": "b"}, True),
        ({"digest": "b", "likeness": 2**10 - 1}, True),
        ({"digest": "b", "likeness": 2**11 - 1}, False),
        ({"digest": "b", "width": 815}, True),
        ({"digest": "b", "width": 817}, False),
        ({"digest": "b", "width": 0}, False),
    ],
)
def test_a_picture_is_the_same_by_its_bytes_or_by_shape_and_likeness(facts, same):
    assert same_picture(verdict(), verdict(**facts)) == same
    assert same_picture(verdict(**facts), verdict()) == same
    assert not same_picture(verdict(digest="", width=0), verdict(digest="", width=0))


def test_the_likeness_survives_another_size_and_tells_other_pictures():
    rows, columns = np.mgrid[:300, :400].astype(np.float32)
    one = 120 + 60 * np.sin(rows / 40) + 40 * np.cos(columns / 70 + rows / 90)
    small = np.asarray(Image.fromarray(one).resize((200, 150), Image.Resampling.BOX))
    assert (_likeness(one) ^ _likeness(small)).bit_count() <= 10
    assert (_likeness(one) ^ _likeness(one * 0.7 + 20)).bit_count() <= 10
    assert (_likeness(one) ^ _likeness(one[::-1])).bit_count() > 20
    assert 0 < _likeness(one) < 2**143
    assert _likeness(one).bit_count() == 71
