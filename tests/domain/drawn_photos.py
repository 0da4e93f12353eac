"""Photos drawn for tests: an invented card on a desk, in a hand, in good and bad light."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import Any

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

CARD = (856, 540)
Corner = tuple[float, float]


@lru_cache(maxsize=8)
def card(side: str = "front", seed: int = 1) -> Image.Image:
    """A card of 1.586 with words, a guilloche ground, a face or a seal; nothing is anybody's."""
    width, height = CARD
    across = np.linspace(0, 1, width)[None, :, None]
    ground = np.array([216, 228, 232.0]) * (1 - across) + np.array([232, 222, 214.0]) * across
    waves = 5 * np.sin(np.arange(width) / 6)[None, :] * np.sin(np.arange(height) / 5)[:, None]
    image = Image.fromarray(np.uint8(np.tile(ground, (height, 1, 1)) + waves[:, :, None]))
    pen, random = ImageDraw.Draw(image), np.random.default_rng(seed)
    font, small = ImageFont.load_default(34), ImageFont.load_default(26)
    ink = (35, 38, 44)
    if side == "front":
        pen.rectangle((580, 60, 810, 380), fill=(236, 238, 240))
        pen.ellipse((640, 110, 750, 250), fill=(206, 168, 144))
        pen.pieslice((600, 250, 790, 500), 180, 360, fill=(52, 54, 66))
        for row, top in enumerate(range(60, 400, 74)):
            word = "".join(chr(65 + at) for at in random.integers(0, 26, 12 + 3 * (row % 3)))
            pen.text((50, top), word, font=font, fill=ink)
        pen.text((50, 455), "0000 00 0000 TEST ONLY 00000", font=font, fill=ink)
    else:
        pen.ellipse((50, 50, 190, 190), fill=(170, 46, 40))
        pen.ellipse((80, 80, 160, 160), fill=(228, 190, 110))
        for row, top in enumerate((70, 150, 340, 420)):
            word = "".join(chr(65 + at) for at in random.integers(0, 26, 16))
            pen.text((240, top), word, font=font if row < 2 else small, fill=ink)
    return image


def _solve(corners: list[Corner], size: tuple[int, int]) -> list[float]:
    """The perspective that puts a card's corners onto ``corners``, as Pillow wants it."""
    width, height = size
    rows, right = [], []
    for (x, y), (u, v) in zip(
        corners, ((0, 0), (width, 0), (width, height), (0, height)), strict=True
    ):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        right += [u, v]
    return list(np.linalg.solve(np.array(rows, float), np.array(right, float)))


def _lay(photo: Image.Image, piece: Image.Image, corners: list[Corner]) -> None:
    """Lay ``piece`` into ``photo`` with its corners at ``corners`` (shares of the photo)."""
    spots = [(x * photo.width, y * photo.height) for x, y in corners]
    way = _solve(spots, piece.size)
    kind, fine = Image.Transform.PERSPECTIVE, Image.Resampling.BICUBIC
    laid = piece.transform(photo.size, kind, way, fine)
    mask = Image.new("L", piece.size, 255).transform(photo.size, kind, way, fine)
    photo.paste(laid, (0, 0), mask)


def _ground(size: tuple[int, int], colour: tuple[int, int, int], grain: float) -> Image.Image:
    """A desk or wall with grain and light that falls off to one side."""
    width, height = size
    random = np.random.default_rng(7)
    rough = random.normal(0, grain, (height // 4 + 1, width // 4 + 1))
    grains = np.repeat(np.repeat(rough, 4, 0), 4, 1)[:height, :width, None]
    light = (1.06 - 0.12 * np.linspace(0, 1, width))[None, :, None]
    return Image.fromarray(np.uint8(np.clip(np.array(colour) * light + grains, 0, 255)))


DESK_CORNERS: list[Corner] = [(0.17, 0.24), (0.83, 0.2), (0.86, 0.78), (0.15, 0.8)]


@lru_cache(maxsize=16)
def on_desk(
    side: str = "front",
    size: tuple[int, int] = (1200, 900),
    desk: tuple[int, int, int] = (134, 104, 78),
    seed: int = 1,
) -> Image.Image:
    """A card photographed on a desk, a little askew: an ordinary 4:3 phone photo."""
    photo = _ground(size, desk, 5)
    _lay(photo, card(side, seed), DESK_CORNERS)
    return photo


@lru_cache(maxsize=16)
def cropped(side: str = "front", width: int = 1200, aspect: float = 1.586) -> Image.Image:
    """The card alone, cut along its edges."""
    return card(side).resize((width, round(width / aspect)), Image.Resampling.BICUBIC)


@lru_cache(maxsize=16)
def held(
    wall: tuple[int, int, int] = (255, 255, 255),
    size: tuple[int, int] = (1200, 1600),
    share: float = 0.0,
) -> Image.Image:
    """Somebody before a wall with the card beside the chin; an arm shuts in a piece of wall.

    ``share`` of the card is lost in glare.
    """
    photo = _ground(size, wall, 1)
    pen, (width, height) = ImageDraw.Draw(photo), size

    def spot(*shares: float) -> list[float]:
        return [share * (width, height)[at % 2] for at, share in enumerate(shares)]

    pen.polygon(
        spot(0.1, 1, 0.16, 0.66, 0.38, 0.56, 0.62, 0.56, 0.84, 0.66, 0.9, 1), fill=(58, 74, 104)
    )
    for at in range(12):
        pen.line(spot(0.15 + at * 0.06, 0.68, 0.13 + at * 0.065, 1), fill=(46, 60, 90), width=4)
    pen.ellipse(spot(0.31, 0.16, 0.65, 0.56), fill=(212, 172, 146))
    pen.chord(spot(0.3, 0.12, 0.66, 0.5), 180, 360, fill=(36, 30, 28))
    for left in (0.38, 0.51):
        pen.ellipse(
            spot(left, 0.32, left + 0.07, 0.345), fill=(245, 245, 245), outline=(30, 30, 30)
        )
        pen.ellipse(spot(left + 0.022, 0.32, left + 0.046, 0.345), fill=(30, 24, 20))
        pen.line(spot(left - 0.01, 0.3, left + 0.08, 0.295), fill=(40, 32, 28), width=9)
    pen.line(spot(0.41, 0.47, 0.55, 0.47), fill=(150, 80, 76), width=8)
    pen.line(spot(0.9, 0.99, 0.96, 0.62, 0.78, 0.6), fill=(58, 74, 104), width=70)
    piece = with_glare(card("front"), share, (0.4, 0.5)) if share else card("front")
    _lay(photo, piece, [(0.52, 0.5), (0.9, 0.48), (0.91, 0.67), (0.53, 0.69)])
    return photo


SKIN = (214, 170, 146)


def in_hand(
    share: float = 0.0,
    ground: tuple[int, int, int] = (134, 104, 78),
    scale: float = 0.5,
    turn: float = 8.0,
    at: Corner = (0.5, 0.5),
    skin: tuple[int, int, int] = SKIN,
    size: tuple[int, int] = (1200, 900),
) -> Image.Image:
    """A card held up by a hand that comes in from below, a thumb and fingers over its edges.

    ``share`` of the card is lost in glare around ``at``; it is ``scale`` of the picture wide and
    turned by so many degrees, before a table with a dark thing on it.
    """
    photo = _ground(size, ground, 5)
    pen, (width, height) = ImageDraw.Draw(photo), size
    pen.ellipse((0.02 * width, 0.05 * height, 0.2 * width, 0.3 * height), fill=(60, 66, 84))
    pen.rectangle((0.86 * width, 0, width, 0.2 * height), fill=(96, 52, 48))
    wide, tall = scale * width, scale * width / 1.586
    cos, sin = np.cos(np.radians(turn)), np.sin(np.radians(turn))

    def spot(across: float, down: float) -> Corner:
        """A place on the card (shares of it) as a place in the picture, in px."""
        x, y = (across - 0.5) * wide, (down - 0.5) * tall
        return 0.5 * width + x * cos - y * sin, 0.45 * height + x * sin + y * cos

    palm = [spot(0.15, 0.7), spot(0.95, 0.7), (0.8 * width, height), (0.3 * width, height)]
    pen.polygon(palm, fill=skin)
    piece = with_glare(card("front"), share, at) if share else card("front")
    corners = [spot(0, 0), spot(1, 0), spot(1, 1), spot(0, 1)]
    _lay(photo, piece, [(x / width, y / height) for x, y in corners])
    thick = round(0.09 * wide)
    for start, end in (((0.35, 1.3), (0.4, 0.93)), ((1.1, 0.9), (0.97, 0.62))):
        pen.line((*spot(*start), *spot(*end)), fill=skin, width=thick)
        x, y = spot(*end)
        pen.ellipse((x - thick / 2, y - thick / 2, x + thick / 2, y + thick / 2), fill=skin)
    return photo


def blurred(photo: Image.Image, sigma: float) -> Image.Image:
    """Out of focus by ``sigma`` px."""
    return photo.filter(ImageFilter.GaussianBlur(sigma)) if sigma else photo


@lru_cache(maxsize=2)
def _noise(amount: float) -> Any:
    """A patch of noise, laid like tiles: drawing it anew for each photo takes too long."""
    return np.random.default_rng(5).normal(0, amount, (150, 150, 3)).astype(np.float32)


def noisy(photo: Image.Image, amount: float = 3) -> Image.Image:
    """With the noise of a small sensor."""
    pixels = np.asarray(photo, np.float32)
    down, across = (-(-side // 150) for side in pixels.shape[:2])
    noise = np.tile(_noise(amount), (down, across, 1))[: pixels.shape[0], : pixels.shape[1]]
    return Image.fromarray(np.uint8(np.clip(pixels + noise, 0, 255)))


def lit(photo: Image.Image, factor: float) -> Image.Image:
    """Brighter or darker."""
    return Image.fromarray(np.uint8(np.clip(np.asarray(photo, np.float32) * factor, 0, 255)))


def with_glare(
    photo: Image.Image, share: float, at: Corner = (0.62, 0.38), soft: float = 0.0
) -> Image.Image:
    """With a clipped ellipse of ``share`` of the picture around ``at``; ``soft`` edges in px."""
    width, height = photo.size
    down = (share * width * height / np.pi / 1.6) ** 0.5
    x, y = at[0] * width, at[1] * height
    mask = Image.new("L", photo.size, 0)
    ImageDraw.Draw(mask).ellipse((x - 1.6 * down, y - down, x + 1.6 * down, y + down), fill=255)
    if soft:
        mask = mask.filter(ImageFilter.GaussianBlur(soft)).point(
            [min(255, 2 * v) for v in range(256)]
        )
    whole = photo.copy()
    whole.paste((255, 255, 255), (0, 0), mask)
    return whole


def encoded(photo: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    """The photo as a file of ``kind``."""
    if kind == "JPEG":
        options.setdefault("quality", 88)
    target = io.BytesIO()
    photo.save(target, kind, **options)
    return target.getvalue()
