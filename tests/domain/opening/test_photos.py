"""The advice on photos, on drawn ones: thresholds and likeness."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import lru_cache

import numpy as np
import pytest
from drawn_photos import blurred, cropped, encoded, held, in_hand, lit, noisy, on_desk, with_glare
from PIL import Image, ImageDraw, ImageFont

from ksdesk.domain.opening import glare, photos
from ksdesk.domain.opening.photos import PhotoVerdict, check_photo, same_picture

pytestmark = pytest.mark.slow

DESK = noisy(on_desk())
CROPPED = cropped()
SMALLER = DESK.resize((800, 600))
WHITE = (255, 255, 255)


@lru_cache
def desk_file() -> bytes:
    return encoded(DESK)


def judge(photo: Image.Image, side: photos.Side = "front") -> PhotoVerdict:
    return check_photo(encoded(photo), side)


def fact(verdict: PhotoVerdict, code: str, name: str) -> object:
    return next(each for each in verdict.reasons if each.code == code)[name]


ORDINARY: dict[str, tuple[Callable[[], Image.Image], photos.Side]] = {
    "front": (lambda: DESK, "front"),
    "back": (lambda: noisy(on_desk("back")), "back"),
    "white desk": (lambda: noisy(on_desk(desk=WHITE)), "front"),
    "black desk": (lambda: noisy(on_desk(desk=(20, 20, 20))), "back"),
    "cropped front": (lambda: noisy(cropped()), "front"),
    "cropped back": (lambda: noisy(cropped("back")), "back"),
    "held before a white wall": (lambda: noisy(held()), "holding"),
    "held before a shining wall": (lambda: noisy(held((290, 290, 290))), "holding"),
    "held before a grey wall": (lambda: noisy(held((190, 186, 180))), "holding"),
    "held at night": (lambda: noisy(held((30, 30, 30))), "holding"),
    "on end": (lambda: DESK.rotate(90, expand=True), "front"),
    "dim": (lambda: noisy(lit(on_desk(), 0.6)), "front"),
    "a little soft": (lambda: blurred(DESK, 0.5), "front"),
    "a glint": (lambda: with_glare(DESK, 0.005), "front"),
}


@pytest.mark.parametrize("name", ORDINARY)
def test_ordinary_photos_are_good(name: str) -> None:
    draw, side = ORDINARY[name]
    verdict = judge(draw(), side)
    assert verdict.status == "good", verdict
    assert verdict.codes[:2] == ("sharp", "no_glare")
    assert verdict.sharpness > 200


def test_a_phone_photo_of_12_megapixels_is_good_within_a_second() -> None:
    data = encoded(DESK.resize((4000, 3000)))
    started = time.process_time()
    verdict = check_photo(data, "front")
    assert time.process_time() - started < 1
    assert (verdict.status, verdict.width, verdict.height) == ("good", 4000, 3000)
    assert verdict.bytes == len(data)


@pytest.mark.parametrize("size", [(800, 600), (1200, 900)])
def test_blur_is_measured_alike_in_all_sizes(size: tuple[int, int]) -> None:
    """σ is given in px of a picture 1000 px long; 1.5 and less is doubtful, 2 is not readable."""
    photo = on_desk(size=size)
    for sigma in (2, 4, 6):
        verdict = judge(blurred(photo, sigma * size[0] / 1000))
        assert verdict.status == "retake"
        assert verdict.codes[0] == "blurred"
        assert fact(verdict, "blurred", "sharpness") < 100  # type: ignore[operator]
    assert judge(blurred(photo, 0.5 * size[0] / 1000)).sharpness > 200


def test_blur_never_makes_a_photo_unusable() -> None:
    blank = judge(Image.new("RGB", (1000, 750), (128, 128, 128)))
    assert (blank.status, blank.sharpness) == ("retake", 0)
    assert judge(blurred(noisy(held()), 4), "holding").status == "retake"


DESK_CARD = 0.385
"""The share of the picture that the card on the desk takes."""


@pytest.mark.parametrize("soft", [0, 15])
@pytest.mark.parametrize("share", [0.03, 0.062, 0.12])
def test_glare_is_measured_and_placed(share: float, soft: float) -> None:
    verdict = judge(noisy(with_glare(on_desk(), share, soft=soft)))
    assert (verdict.status, verdict.codes[0]) == ("retake", "glare")
    assert verdict.glare == pytest.approx(100 * share / DESK_CARD, rel=0.16)
    assert fact(verdict, "glare", "percent") == verdict.glare
    assert fact(verdict, "glare", "advised") == 2


def far_away(share: float, desk: tuple[int, int, int] = (134, 104, 78)) -> Image.Image:
    """A card that takes an eighth of the picture, with so much of it lost in glare."""
    near = with_glare(on_desk(desk=desk), share * DESK_CARD, at=(0.5, 0.5))
    photo = Image.new("RGB", (2000, 1500), near.getpixel((3, 3)))
    photo.paste(near, (400, 300))
    return noisy(photo)


@pytest.mark.parametrize("desk", [(134, 104, 78), (40, 44, 52)])
def test_glare_counts_against_the_card_however_small_it_is(desk) -> None:
    """A spot over a tenth of a card far away was 1.4 % of the picture, and passed."""
    assert "glare" in judge(far_away(0.1, desk)).codes
    assert "no_glare" in judge(far_away(0.0, desk)).codes
    assert "no_glare" in judge(far_away(0.008, desk)).codes


HANDS = [
    ((134, 104, 78), 0.35, 8),
    ((255, 255, 255), 0.5, -20),
    ((40, 44, 52), 0.7, 0),
    ((205, 205, 200), 0.45, 35),
]


@pytest.mark.parametrize(("ground", "scale", "turn"), HANDS)
def test_glare_counts_against_the_card_where_a_hand_lies_over_its_edges(ground, scale, turn):
    for share in (0.05, 0.2):
        verdict = judge(noisy(in_hand(share, ground, scale, turn)))
        assert verdict.codes[0] == "glare"
        assert verdict.glare == pytest.approx(100 * share, rel=0.3)
    assert "no_glare" in judge(noisy(in_hand(0, ground, scale, turn))).codes


@pytest.mark.parametrize("wall", [(255, 255, 255), (150, 150, 150), (40, 44, 52)])
def test_glare_counts_against_the_card_beside_a_face(wall):
    """A twentieth of a card that takes a twelfth of the picture was no glare."""
    verdict = judge(noisy(held(wall, share=0.05)), "holding")
    assert verdict.codes[0] == "glare"
    assert verdict.glare == pytest.approx(5, rel=0.3)
    assert "no_glare" in judge(noisy(held(wall)), "holding").codes


@pytest.mark.parametrize(
    ("at", "place"),
    [
        ((0.75, 0.28), "upper_right"),
        ((0.3, 0.72), "lower_left"),
        ((0.5, 0.5), "centre"),
        ((0.5, 0.75), "lower"),
    ],
)
def test_where_the_glare_is(at: tuple[float, float], place: str) -> None:
    verdict = judge(with_glare(cropped(), 0.03, at=at))
    assert fact(verdict, "glare", "place") == place
    assert place in glare.PLACES


def test_glare_on_a_card_on_a_white_desk() -> None:
    assert (
        "glare"
        in judge(with_glare(lit(on_desk(desk=(340, 340, 340)), 0.8), 0.04, at=(0.5, 0.5))).codes
    )


@pytest.mark.parametrize("side", ["front", "back"])
@pytest.mark.parametrize("white", [(236, 234, 230), (226, 228, 228)])
def test_glare_counts_against_a_card_as_light_as_its_table(white, side) -> None:
    """It was measured against the picture, and that of the table beside the card counted."""
    table = on_desk(side, desk=white)
    lost = judge(with_glare(table, 0.04 * DESK_CARD, at=(0.4, 0.42)), side)
    assert lost.codes[0] == "glare"
    assert lost.glare == pytest.approx(4, rel=0.4)
    lamp = with_glare(with_glare(table, 0.02, at=(0.14, 0.08)), 0.02, at=(0.88, 0.92))
    assert "no_glare" in judge(lamp, side).codes


def test_glare_over_the_edge_of_a_cropped_card() -> None:
    assert "glare" in judge(with_glare(cropped(), 0.08, at=(0.95, 0.5))).codes


def test_glare_in_a_dark_surrounding_and_in_the_hand() -> None:
    assert "glare" in judge(with_glare(on_desk(desk=(20, 20, 20)), 0.04)).codes
    assert "glare" in judge(with_glare(held((150, 150, 150)), 0.03, at=(0.7, 0.6)), "holding").codes


def white_things(kind: str) -> Image.Image:
    photo = on_desk().copy()
    pen = ImageDraw.Draw(photo)
    if kind == "sheet beside":
        pen.rectangle((20, 20, 500, 140), fill="white")
    elif kind == "sheet askew":
        pen.polygon((600, 10, 1050, 85, 1038, 165, 588, 90), fill="white")
    elif kind == "sheet under":
        piece = photo.crop((195, 195, 1005, 705))
        pen.rectangle((75, 75, 1125, 825), fill="white")
        photo.paste(piece, (195, 195))
    else:  # a card printed on pure white
        pen.rectangle((150, 150, 1050, 750), fill="white")
        for top in range(200, 700, 50):
            pen.text(
                (200, top), "TEST ONLY 0000 TEST", font=ImageFont.load_default(40), fill="black"
            )
    return noisy(photo)


@pytest.mark.parametrize("kind", ["sheet beside", "sheet askew", "sheet under", "white card"])
def test_paper_is_no_glare(kind: str) -> None:
    verdict = judge(white_things(kind))
    assert (verdict.status, verdict.glare) == ("good", 0), verdict


def test_many_white_specks_are_no_glare_and_cost_no_time() -> None:
    specks = np.zeros((900, 1200, 3), np.uint8)
    specks[::16, ::16] = 255
    checks = np.kron(np.indices((57, 75)).sum(0) % 2, np.ones((16, 16)))[:900, :1200] * 255
    started = time.process_time()
    judge(Image.fromarray(specks))
    assert judge(Image.fromarray(np.uint8(checks)).convert("RGB")).glare == 0
    assert time.process_time() - started < 2


@pytest.mark.parametrize("factor", [0.35, 0.2, 0.1])
def test_dark_photos(factor: float) -> None:
    verdict = judge(noisy(lit(on_desk(), factor), 1))
    assert (verdict.status, verdict.dark) == ("retake", True)
    assert "dark" in verdict.codes
    assert "blurred" not in verdict.codes
    assert fact(verdict, "dark", "percent") < 40  # type: ignore[operator]


def test_the_aspect_is_judged_on_cropped_cards_only() -> None:
    assert judge(cropped(aspect=1.45)).status == "good"
    assert judge(cropped(aspect=1.7)).cropped
    square = judge(cropped(aspect=1.15))
    assert (square.status, square.codes[-1]) == ("retake", "card_aspect")
    assert fact(square, "card_aspect", "aspect") == 1.15
    for size in ((800, 600), (1120, 630), (900, 600), (700, 700), (1300, 600), (800, 640)):
        verdict = judge(CROPPED.resize(size))
        assert not verdict.cropped
        assert (verdict.status, verdict.codes[-1]) == ("good", "crop_to_edges")
    holding = judge(held().resize((900, 1035)), "holding")
    assert (holding.status, holding.cropped) == ("good", False)
    assert "crop_to_edges" not in holding.codes


def test_small_pictures_cannot_be_used() -> None:
    small = judge(DESK.resize((798, 599)))
    assert (small.status, small.codes[0]) == ("unusable", "too_small")
    assert dict(small.reasons[0].facts) == {"short_side": 599, "least": 600}
    assert judge(DESK.resize((800, 600))).status == "good"
    assert judge(Image.new("RGB", (1, 1))).status == "unusable"
    assert judge(Image.new("RGB", (3000, 2))).status == "unusable"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "BMP"])
@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_formats(kind: str, mode: str) -> None:
    verdict = check_photo(encoded(SMALLER.convert(mode), kind), "front")
    assert (verdict.status, verdict.format) == ("good", kind)
    assert ("other_format" in verdict.codes) == (kind in ("WEBP", "BMP"))


def test_a_large_file_is_a_hint() -> None:
    verdict = check_photo(encoded(SMALLER, "BMP") + b"\0" * 4_000_000, "front")
    assert (verdict.status, verdict.codes[-2:]) == ("good", ("large_file", "other_format"))


def test_the_same_picture_is_noticed() -> None:
    first = check_photo(desk_file(), "front")
    assert same_picture(first, check_photo(desk_file(), "back"))
    anew = check_photo(encoded(DESK.resize((1080, 810)), "WEBP", quality=55), "back")
    assert anew.digest != first.digest
    assert same_picture(first, anew)
    brighter = judge(lit(DESK, 1.08))
    assert same_picture(first, brighter)


def test_other_pictures_are_not_the_same() -> None:
    shots = [
        judge(photo)
        for photo in (
            DESK,
            noisy(on_desk("back")),
            noisy(held((190, 186, 180))).crop((0, 0, 900, 675)),
            cropped(),
            cropped("back"),
            DESK.crop((48, 36, 1200, 900)),
        )
    ]
    for at, shot in enumerate(shots):
        assert not any(same_picture(shot, other) for other in shots[at + 1 :])
    broken = check_photo(b"\xff\xd8\xff\xe0", "front")
    assert not same_picture(broken, shots[0])
    assert same_picture(broken, check_photo(b"\xff\xd8\xff\xe0", "back"))
    assert not same_picture(broken, check_photo(b"\xff\xd8\xff\xe1", "back"))


def test_digests_are_not_shown() -> None:
    verdict = check_photo(desk_file(), "front")
    assert verdict.digest not in repr(verdict)
    assert str(verdict.likeness) not in repr(verdict)
