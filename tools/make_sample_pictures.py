"""Draw resources/sample/*.png, the pictures of the sample shop's goods (they are committed)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageDraw

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "sample"
SIDE, HIGH = 640, 960
Draw = ImageDraw.ImageDraw


def persimmons(draw: Draw) -> None:
    for x, y in ((170, 300), (330, 260), (250, 380)):
        draw.ellipse((x, y, x + 150, y + 110), fill="#C8642A")
        draw.ellipse((x + 18, y + 14, x + 132, y + 80), fill="#E0894F")
        draw.ellipse((x + 58, y + 34, x + 92, y + 56), fill="#8A5A2B")


def apples(draw: Draw) -> None:
    for x, y, ink in ((150, 270, "#B8322A"), (320, 250, "#C9433A"), (240, 340, "#A92B25")):
        draw.ellipse((x, y, x + 170, y + 165), fill=ink)
        draw.ellipse((x + 28, y + 28, x + 66, y + 62), fill="#E2867C")
        draw.line((x + 85, y + 12, x + 95, y - 24), fill="#6B4A2B", width=8)


def honey(draw: Draw) -> None:
    draw.rounded_rectangle((220, 220, 420, 490), 36, fill="#E3A62F")
    draw.rounded_rectangle((220, 300, 420, 420), 0, fill="#FBF3DE")
    draw.rounded_rectangle((235, 170, 405, 225), 12, fill="#6B4A2B")
    draw.ellipse((295, 335, 345, 385), fill="#E3A62F")


def nuts(draw: Draw) -> None:
    for x, y in ((160, 330), (290, 260), (390, 350), (250, 390)):
        draw.ellipse((x, y, x + 110, y + 120), fill="#9A6B3F")
        draw.line((x + 55, y + 8, x + 55, y + 112), fill="#74502F", width=6)
        draw.arc((x + 14, y + 20, x + 96, y + 104), 200, 340, fill="#74502F", width=5)


def grain(draw: Draw) -> None:
    draw.polygon([(200, 250), (440, 250), (480, 500), (160, 500)], fill="#D8C49A")
    draw.rectangle((190, 225, 450, 262), fill="#B89C68")
    for row in range(5):
        for place in range(7):
            x, y = 215 + place * 32 + row % 2 * 14, 320 + row * 32
            draw.ellipse((x, y, x + 16, y + 12), fill="#E9B93C")


def vinegar(draw: Draw) -> None:
    draw.rounded_rectangle((250, 260, 390, 510), 26, fill="#6E2F1F")
    draw.rectangle((292, 170, 348, 268), fill="#6E2F1F")
    draw.rectangle((286, 150, 354, 186), fill="#C8642A")
    draw.rectangle((250, 340, 390, 440), fill="#F3E3C3")


def tea(draw: Draw) -> None:
    draw.rounded_rectangle((220, 230, 420, 500), 22, fill="#3F6B4B")
    draw.rounded_rectangle((212, 195, 428, 245), 16, fill="#2F5139")
    draw.ellipse((280, 320, 360, 410), fill="#A9C79F")


GOODS: dict[str, tuple[str, Callable[[Draw], None]]] = {
    "dried": ("#F6EAD2", persimmons),
    "fruit": ("#E6EFE0", apples),
    "honey": ("#FAF0D4", honey),
    "nuts": ("#F0E6DA", nuts),
    "grain": ("#EFEBDD", grain),
    "seasoning": ("#F4E2D6", vinegar),
    "tea": ("#E4ECE4", tea),
}


def picture(ground: str, paint: Callable[[Draw], None], high: int = SIDE) -> Image.Image:
    """Goods on a ground; a long one has lines of text below, as detail pictures do."""
    whole = Image.new("RGB", (SIDE, high), ground)
    draw = ImageDraw.Draw(whole)
    paint(draw)
    for row in range((high - SIDE) // 40 - 1):
        top = SIDE + row * 40
        draw.rounded_rectangle((80, top, 560 - row % 3 * 90, top + 16), 8, fill="#B9B4A9")
    return whole.quantize(32)


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, (ground, draw) in GOODS.items():
        picture(ground, draw).save(FOLDER / f"{name}.png", optimize=True)
        picture(ground, draw, HIGH).save(FOLDER / f"{name}-detail.png", optimize=True)
    picture("#FFFFFF", persimmons).save(FOLDER / "dried-white.png", optimize=True)


if __name__ == "__main__":
    main()
