"""Advice on the three photos of 上传身份证明: front (正面), back (背面) and holding (手持).

The platform's own limits are not public, so all figures here are advice. 不可用 (``unusable``)
is only said of what cannot be read or is under 600 px; the rest is 好 or 建议重拍.

Measured on drawn photos (tests/domain/drawn_photos.py; noise of 3, JPEG 88; blur σ in px of a
picture 1000 px long), sharpness: σ 0 gives 880–5600, σ 0.5 240–3400, σ 1 60–880, σ 1.5 27–185,
σ 2 16–67, σ 3 and more 9–26. So 100 parts what can be read from what cannot.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

from ksdesk.domain.opening.card import find_card
from ksdesk.domain.opening.glare import find_glare
from ksdesk.domain.pictures import PictureError, UprightPicture, read_picture
from ksdesk.domain.pictures import thumbnail as thumbnail
from ksdesk.domain.pictures import watermarked as watermarked
from ksdesk.domain.reasons import Reason, reason

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Grey = NDArray[np.float32]

Side = Literal["front", "back", "holding"]
SIDES: Final[tuple[Side, ...]] = ("front", "back", "holding")
PhotoStatus = Literal["good", "retake", "unusable"]

LEAST_SHORT_SIDE: Final = 600
ADVISED_BYTES: Final = 5_242_880
"""What is assumed without rules at hand: opening.photo.short_side and opening.photo.bytes."""
ADVISED_SHARPNESS: Final = 100
ADVISED_GLARE: Final = 2.0
"""Percent of the card; of the picture where the card is not told from it."""
ADVISED_BRIGHTNESS: Final = 40
"""Percent of white that the brightest twentieth of the picture reaches."""
CARD_ASPECT: Final = 1.586
"""Width by height of a card (ISO/IEC 7810 ID-1: 85.6 × 53.98 mm)."""
_ASPECT_TOLERANCE: Final = 0.12

_MEASURED_SIDE: Final = 1000
_TILES: Final = 10
_SAME_BITS: Final = 10

# 4:3, 3:2, 16:9, 1:1 and 5:4; full-screen photos of phones lie between 1.95 and 2.4.
_CAMERA_ASPECTS: Final = (4 / 3, 3 / 2, 16 / 9, 1.0, 5 / 4)


@dataclass(frozen=True, slots=True)
class PhotoVerdict:
    """What was found in one photo. Figures are 0 where the photo could not be read.

    ``width`` and ``height`` are those of the upright picture in px. ``sharpness`` is advised
    above 100, ``glare`` (percent of the card) below 2, ``brightness`` (percent) above 40.
    ``digest`` and ``likeness`` are for ``same_picture`` and stay in memory.
    """

    side: Side
    status: PhotoStatus
    reasons: tuple[Reason, ...]
    format: str = ""
    width: int = 0
    height: int = 0
    bytes: int = 0
    sharpness: float = 0.0
    glare: float = 0.0
    brightness: float = 0.0
    dark: bool = False
    cropped: bool = False
    digest: str = field(default="", repr=False)
    likeness: int = field(default=0, repr=False)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the reasons, worst first."""
        return tuple(each.code for each in self.reasons)


def check_photo(
    data: bytes, side: Side, least: int = LEAST_SHORT_SIDE, advised: int = ADVISED_BYTES
) -> PhotoVerdict:
    """Judge one photo by what can be known offline: `least` px of its short side, `advised` bytes.

    ``unusable`` with the reasons of PictureError or ``too_small`` (facts ``short_side``,
    ``least``). ``retake`` with ``blurred``, ``glare`` (``percent``, ``place``), ``dark`` and, on
    a cropped front or back, ``card_aspect``; each names its figure and ``advised``. Hints that
    leave the verdict: ``crop_to_edges`` (裁到边缘), ``large_file``, ``other_format``. A good photo
    says ``sharp`` and ``no_glare``. Never raises over the bytes.
    """
    try:
        picture = read_picture(data, _MEASURED_SIDE)
    except PictureError as trouble:
        found = Reason(trouble.reason, "bad", trouble.facts)
        digest = hashlib.sha256(data).hexdigest()
        return PhotoVerdict(side, "unusable", (found,), bytes=len(data), digest=digest)
    return _judged(data, side, picture, least, advised)


def _judged(
    data: bytes, side: Side, picture: UprightPicture, least: int, advised: int
) -> PhotoVerdict:
    import numpy as np

    pixels = np.asarray(picture.image, np.float32)
    red, green, blue = np.moveaxis(pixels, 2, 0)
    grey: Grey = 0.299 * red + 0.587 * green + 0.114 * blue
    darkest = np.minimum(np.minimum(red, green), blue)
    cropped = side != "holding" and _is_cropped(picture.width, picture.height)
    sharpness, brightness = _sharpness(grey), float(np.percentile(grey, 95)) / 2.55
    held = side == "holding"
    card = None if cropped else find_card(pixels, held=held)
    glare, place = find_glare(darkest, grey, cropped=cropped, held=held, card=card)
    reasons = (
        *_size_faults(picture, least),
        *_light_faults(sharpness, brightness, glare, place),
        *_aspect_faults(picture, side, cropped),
        *_hints(len(data), picture.format, advised),
    )
    bad = any(each.level == "bad" for each in reasons)
    warned = any(each.level == "warn" for each in reasons)
    return PhotoVerdict(
        side=side,
        status="unusable" if bad else "retake" if warned else "good",
        reasons=tuple(reasons),
        format=picture.format,
        width=picture.width,
        height=picture.height,
        bytes=len(data),
        sharpness=round(sharpness, 1),
        glare=round(glare, 1),
        brightness=round(brightness, 1),
        dark=brightness < ADVISED_BRIGHTNESS,
        cropped=cropped,
        digest=hashlib.sha256(data).hexdigest(),
        likeness=_likeness(grey),
    )


def _size_faults(picture: UprightPicture, least: int) -> list[Reason]:
    short = min(picture.width, picture.height)
    return [] if short >= least else [reason("too_small", short_side=short, least=least)]


def _light_faults(sharpness: float, brightness: float, glare: float, place: str) -> list[Reason]:
    """Blur, glare and darkness as reasons, or the good words of a clear picture."""
    found = []
    lost = min(1.0, brightness / ADVISED_BRIGHTNESS)
    # Edges in the dark are weaker by as much as the light is: said as dark, not as blurred too.
    if sharpness < ADVISED_SHARPNESS * lost * lost:
        figures = {"sharpness": round(sharpness), "advised": ADVISED_SHARPNESS}
        found.append(Reason("blurred", "warn", figures))
    if glare >= ADVISED_GLARE:
        percent = round(glare, 1)
        found.append(reason("glare", "warn", percent=percent, place=place, advised=ADVISED_GLARE))
    if brightness < ADVISED_BRIGHTNESS:
        percent = round(brightness)
        found.append(reason("dark", "warn", percent=percent, advised=ADVISED_BRIGHTNESS))
    if found:
        return found
    return [reason("sharp", "good", sharpness=round(sharpness)), reason("no_glare", "good")]


def _aspect_faults(picture: UprightPicture, side: Side, cropped: bool) -> list[Reason]:
    """A card's aspect where the picture is cropped; the advice to crop where it is not."""
    if side == "holding":
        return []
    if not cropped:
        return [reason("crop_to_edges", "hint")]
    aspect = _aspect(picture.width, picture.height)
    if abs(aspect / CARD_ASPECT - 1) <= _ASPECT_TOLERANCE:
        return []
    return [reason("card_aspect", "warn", aspect=round(aspect, 2), advised=CARD_ASPECT)]


def _hints(size: int, name: str, advised: int) -> list[Reason]:
    found = []
    if size > advised:
        found.append(reason("large_file", "hint", bytes=size, advised=advised))
    if name not in ("JPEG", "PNG"):
        found.append(reason("other_format", "hint", type=name))
    return found


def _aspect(width: int, height: int) -> float:
    return max(width, height) / min(width, height)


def _is_cropped(width: int, height: int) -> bool:
    """Whether somebody cut the picture: no camera takes this aspect."""
    aspect = _aspect(width, height)
    camera = any(abs(aspect / each - 1) < 0.008 for each in _CAMERA_ASPECTS)
    return not camera and not 1.95 <= aspect <= 2.4


def _sharpness(grey: Grey) -> float:
    """The variance of the Laplacian in the clearer tiles (90th percentile of 10 × 7 or so).

    Tiles, because a sharp card on a bare desk or before a white wall is mostly bare; the 90th
    percentile, because one sharp edge, as of a printed date, does not make a photo sharp.
    """
    import numpy as np

    if min(grey.shape) < 3:
        return 0.0
    middle = grey[1:-1, 1:-1]
    bent = 4 * middle - grey[:-2, 1:-1] - grey[2:, 1:-1] - grey[1:-1, :-2] - grey[1:-1, 2:]
    height, width = bent.shape
    tile = max(1, min(max(height, width) // _TILES, height, width))
    tiles = [
        float(bent[top : top + tile, left : left + tile].var())
        for top in range(0, height - tile + 1, tile)
        for left in range(0, width - tile + 1, tile)
    ]
    return float(np.percentile(tiles, 90))


def _likeness(grey: Grey) -> int:
    """A fingerprint of 143 bits that survives another size, type or quality.

    The lowest frequencies of a 32 × 32 copy (cosine transform), each above or below the median.
    """
    import numpy as np
    from PIL import Image

    small = np.asarray(Image.fromarray(grey).resize((32, 32), Image.Resampling.BOX), np.float64)
    steps = np.arange(32)
    waves = np.cos(np.pi / 32 * np.outer(np.arange(12), steps + 0.5))
    low = (waves @ small @ waves.T).ravel()[1:]
    bits = low > np.median(low)
    return int("".join("1" if bit else "0" for bit in bits), 2)


def same_picture(a: PhotoVerdict, b: PhotoVerdict) -> bool:
    """Whether both are the same picture, also after a chat or an app saved it anew.

    Two takes of the same thing are not the same picture; unreadable files are it byte for byte.
    """
    if a.digest and a.digest == b.digest:
        return True
    if not (a.width and b.width):
        return False
    if abs(a.width * b.height / (a.height * b.width) - 1) > 0.02:
        return False
    return (a.likeness ^ b.likeness).bit_count() <= _SAME_BITS
