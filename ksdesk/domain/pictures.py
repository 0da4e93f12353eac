"""Photos as bytes, read safely: JPEG, PNG, WebP, BMP and HEIC, upright and scaled.

Bytes come from a phone, a chat or a download, so all are treated as hostile: sizes are known
before anything is unpacked, and whatever a decoder throws becomes one ``PictureError``. Pillow
reads no EXIF here: the one figure that matters, the orientation, is read below.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ksdesk.domain.reasons import Fact

if TYPE_CHECKING:
    from PIL import Image

MOST_BYTES: Final = 200_000_000
MOST_PIXELS: Final = 250_000_000
"""A phone takes up to 200 megapixels; above this a file is built to fill the memory."""
_MOST_WHOLE_PIXELS: Final = 120_000_000
"""For what cannot be unpacked scaled: all but plain JPEG."""
_MOST_WEBP_PIXELS: Final = 40_000_000
"""Its decoder holds them three times over in four bytes each."""
_MOST_PARTS: Final = 50_000
_MOST_SCANNED: Final = 2_000_000_000
"""Pixels times scans: a progressive JPEG is gone through once a scan, usually ten times."""


class PictureError(ValueError):
    """Bytes that are not a readable picture.

    ``reason`` is one of ``empty``, ``too_many_bytes`` (fact ``bytes``), ``not_a_picture``,
    ``other_type`` (fact ``type``: GIF, TIFF, PDF, AVIF), ``broken``, ``too_many_pixels`` (facts
    ``width``, ``height`` where known) and ``heic_missing`` (this build cannot read HEIC).
    """

    def __init__(self, reason: str, **facts: Fact) -> None:
        super().__init__(reason)
        self.reason = reason
        self.facts = facts


@dataclass(frozen=True, slots=True)
class UprightPicture:
    """A picture standing upright: ``image`` is RGB, perhaps scaled; sizes are the file's own."""

    format: str
    width: int
    height: int
    image: Image.Image


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """A small upright copy: ``rgb`` is ``width * height * 3`` bytes, row by row from the top."""

    width: int
    height: int
    rgb: bytes


_STARTS: Final[tuple[tuple[bytes, str], ...]] = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"BM", "BMP"),
    (b"GIF8", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"%PDF", "PDF"),
)
_HEIC_BRANDS: Final = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")


def picture_format(data: bytes) -> str:
    """The type by the first bytes, never by the name: JPEG, PNG, WEBP, BMP, HEIC, another, ""."""
    for start, name in _STARTS:
        if data.startswith(start):
            return name
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP"
    if data[4:8] == b"ftyp":
        return "AVIF" if b"avif" in data[8:40] else "HEIC" if data[8:12] in _HEIC_BRANDS else ""
    return ""


def exif_orientation(exif: bytes) -> int:
    """The orientation (1–8) in an EXIF block; 1 where it says none or is broken."""
    tiff = exif[6:] if exif.startswith(b"Exif\0\0") else exif
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None or len(tiff) < 8:
        return 1
    (start,) = struct.unpack_from(order + "I", tiff, 4)
    if start + 2 > len(tiff):
        return 1
    (count,) = struct.unpack_from(order + "H", tiff, start)
    for at in range(start + 2, min(start + 2 + 12 * count, len(tiff) - 11), 12):
        tag, _kind, _count, value = struct.unpack_from(order + "HHIH", tiff, at)
        if tag == 0x0112:
            return int(value) if 1 <= value <= 8 else 1
    return 1


def _lean_jpeg(data: bytes) -> tuple[bytes, int, int]:
    """The JPEG without what is not picture, its orientation and the number of its scans.

    Left out: EXIF, previews, comments, and what phones hang behind the end (a moving picture).

    A decoder that never sees the metadata can neither trip over it nor spend minutes in it.
    """
    kept, at, orientation = [b"\xff\xd8"], 2, 1
    for _ in range(_MOST_PARTS):
        at = data.find(b"\xff", at)
        if at < 0 or at + 4 > len(data):
            break
        marker = data[at + 1]
        if marker == 0xDA:  # the scans follow
            end = data.find(b"\xff\xd9", at)
            scans = data[at:] if end < 0 else data[at : end + 2]
            return b"".join((*kept, scans)), orientation, scans.count(b"\xff\xda")
        if marker in (0x00, 0x01, 0xFF) or 0xD0 <= marker <= 0xD9:  # filling, no segment
            at += 1 if marker == 0xFF else 2
            continue
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if marker == 0xE1 and data[at + 4 : at + 10] == b"Exif\0\0":
            orientation = exif_orientation(data[at + 4 : end])
        # APP0 (JFIF) and APP14 (Adobe) say how the colours are stored.
        if not (0xE1 <= marker <= 0xEF or marker == 0xFE) or marker == 0xEE:
            kept.append(data[at:end])
        at = end
    raise PictureError("broken")


def _check_png(data: bytes) -> None:
    """Refuse a PNG of endless tiny chunks before a decoder walks through them."""
    at = 8
    for _ in range(_MOST_PARTS):
        if at + 8 > len(data):
            return
        at += 12 + int.from_bytes(data[at : at + 4], "big")
    raise PictureError("broken")


def webp_size(data: bytes) -> tuple[int, int]:
    """What the first bytes of a WebP say of its size: to open it would make room for that.

    Raises PictureError (broken).
    """
    body = data[20:30]
    match data[12:16]:
        case b"VP8X":
            return 1 + int.from_bytes(body[4:7], "little"), 1 + int.from_bytes(body[7:10], "little")
        case b"VP8L":
            bits = int.from_bytes(body[1:5], "little")
            return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
        case b"VP8 ":
            width, height = struct.unpack_from("<HH", body, 6)
            return width & 0x3FFF, height & 0x3FFF
    raise PictureError("broken")


def _check_pixels(width: int, height: int, most: int) -> None:
    if width < 1 or height < 1:
        raise PictureError("broken")
    if width * height > most:
        raise PictureError("too_many_pixels", width=width, height=height)


def _open_jpeg(data: bytes, long_side: int | None) -> tuple[Image.Image, int, tuple[int, int]]:
    from PIL.JpegImagePlugin import JpegImageFile

    lean, orientation, scans = _lean_jpeg(data)
    image = JpegImageFile(io.BytesIO(lean))
    size = width, height = image.size
    scalable = long_side is not None and not image.info.get("progressive")
    _check_pixels(width, height, MOST_PIXELS if scalable else _MOST_WHOLE_PIXELS)
    if width * height * scans > _MOST_SCANNED:
        raise PictureError("broken")
    if long_side is not None:
        # Half as large again as asked for: the last step down is then an even average.
        scale = min(1.0, 1.5 * long_side / max(size))
        image.draft("RGB", (max(1, int(width * scale)), max(1, int(height * scale))))
    return image, orientation, size


def _open_heic(data: bytes, long_side: int | None) -> tuple[Image.Image, int, tuple[int, int]]:
    try:
        import pi_heif
    except ImportError as missing:
        raise PictureError("heic_missing") from missing
    heif = pi_heif.open_heif(io.BytesIO(data), convert_hdr_to_8bit=True)
    width, height = heif.size
    _check_pixels(width, height, _MOST_WHOLE_PIXELS)
    # The decoder has already turned the picture; its EXIF orientation must not turn it again.
    return heif.to_pillow(), 1, (width, height)


def _open_png(data: bytes, long_side: int | None) -> tuple[Image.Image, int, tuple[int, int]]:
    from PIL.PngImagePlugin import PngImageFile

    _check_png(data)
    return _whole(PngImageFile(io.BytesIO(data)))


def _open_webp(data: bytes, long_side: int | None) -> tuple[Image.Image, int, tuple[int, int]]:
    from PIL.WebPImagePlugin import WebPImageFile

    _check_pixels(*webp_size(data), _MOST_WEBP_PIXELS)
    return _whole(WebPImageFile(io.BytesIO(data)))


def _open_bmp(data: bytes, long_side: int | None) -> tuple[Image.Image, int, tuple[int, int]]:
    from PIL.BmpImagePlugin import BmpImageFile

    return _whole(BmpImageFile(io.BytesIO(data)))


def _whole(image: Image.Image) -> tuple[Image.Image, int, tuple[int, int]]:
    """A picture that can only be unpacked whole: refused before that if it is too large."""
    _check_pixels(*image.size, _MOST_WHOLE_PIXELS)
    image.load()  # PNG may say its orientation behind the pixels
    exif = image.info.get("exif")
    return image, exif_orientation(exif) if isinstance(exif, bytes) else 1, image.size


_Opener = Callable[[bytes, int | None], "tuple[Image.Image, int, tuple[int, int]]"]
_OPENERS: Final[dict[str, _Opener]] = {
    "JPEG": _open_jpeg,
    "PNG": _open_png,
    "WEBP": _open_webp,
    "BMP": _open_bmp,
    "HEIC": _open_heic,
}

DECODER_TROUBLE: Final = (
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What decoders are seen to throw over broken bytes; Pillow itself raises SyntaxError."""


def read_picture(data: bytes, long_side: int | None = None) -> UprightPicture:
    """Read a picture upright, in RGB and at most ``long_side`` px long.

    Raises PictureError with the reason where the bytes are no picture that can be used.
    """
    name = picture_format(data)
    if not data.strip(b"\0"):
        raise PictureError("empty")
    if len(data) > MOST_BYTES:
        raise PictureError("too_many_bytes", bytes=len(data))
    opener = _OPENERS.get(name)
    if opener is None:
        raise PictureError("other_type", type=name) if name else PictureError("not_a_picture")
    from PIL.Image import DecompressionBombError, DecompressionBombWarning

    try:
        image, orientation, (width, height) = opener(data, long_side)
        upright = _upright(_rgb(_shrunk(image, long_side)), orientation)
    except PictureError:
        raise
    except (MemoryError, DecompressionBombError, DecompressionBombWarning) as trouble:
        raise PictureError("too_many_pixels") from trouble
    except DECODER_TROUBLE as trouble:
        raise PictureError("broken") from trouble
    if orientation >= 5:
        width, height = height, width
    return UprightPicture(name, width, height, upright)


def _shrunk(image: Image.Image, long_side: int | None) -> Image.Image:
    """At most ``long_side`` px long, each pixel the average of those it stands for."""
    from PIL import Image as pillow

    image.load()
    if image.mode not in ("L", "LA", "RGB", "RGBA", "I", "I;16"):
        image = image.convert("RGBA" if "transparency" in image.info else "RGB")
    if image.mode.startswith("I"):  # 16 bits of grey
        image = image.convert("I").point([at / 256 for at in range(65536)], "L")
    if long_side is None or max(image.size) <= long_side:
        return image
    width, height = image.size
    scale = long_side / max(image.size)
    size = max(1, round(width * scale)), max(1, round(height * scale))
    return image.resize(size, pillow.Resampling.BOX)


def _rgb(image: Image.Image) -> Image.Image:
    """In RGB; what is transparent lies on white paper."""
    from PIL import Image as pillow

    if image.mode in ("LA", "RGBA"):
        paper = pillow.new("RGBA", image.size, "white")
        image = pillow.alpha_composite(paper, image.convert("RGBA"))
    return image.convert("RGB")


def _upright(image: Image.Image, orientation: int) -> Image.Image:
    """Turned and mirrored as the EXIF orientation asks."""
    from PIL.Image import Transpose

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    return image.transpose(turns[orientation]) if orientation in turns else image


def thumbnail(data: bytes, long_side: int) -> Thumbnail:
    """A small upright copy for the screen, ``long_side`` px at most. Raises PictureError."""
    image = read_picture(data, long_side).image
    return Thumbnail(*image.size, image.tobytes())


_COPY_LONG_SIDE: Final = 3000


def watermarked(data: bytes, text: str, font_path: Path) -> bytes:
    """A JPEG copy with ``text`` across it again and again; for papers that leave the machine.

    Upright, at most 3000 px long, without EXIF (place and time of the photo stay behind).
    ``font_path`` is a font that has the characters of ``text``. Raises PictureError.
    """
    image = read_picture(data, _COPY_LONG_SIDE).image
    stamp = _stamp(text, font_path, max(image.size))
    step_x, step_y = int(stamp.width * 1.05), int(stamp.height * 0.8)
    for row, top in enumerate(range(-stamp.height, image.height, step_y)):
        for left in range(-stamp.width + (row % 2) * step_x // 2, image.width, step_x):
            image.paste(stamp, (left, top), stamp)
    copy = io.BytesIO()
    image.save(copy, "JPEG", quality=88)
    return copy.getvalue()


def _stamp(text: str, font_path: Path, long_side: int) -> Image.Image:
    """The text once, slanted and see-through; dark with a light edge, so it shows on anything."""
    from PIL import Image as pillow
    from PIL import ImageDraw, ImageFont

    font = ImageFont.truetype(str(font_path), max(12, long_side // 36))
    edge = max(1, round(font.size / 16))
    left, top, right, bottom = (int(each) for each in font.getbbox(text, stroke_width=edge))
    size = right - left + 2 * edge, bottom - top + 2 * edge
    stamp = pillow.new("RGBA", size, (255, 255, 255, 0))
    ImageDraw.Draw(stamp).text(
        (edge - left, edge - top),
        text,
        font=font,
        fill=(60, 60, 60, 150),
        stroke_width=edge,
        stroke_fill=(255, 255, 255, 110),
    )
    return stamp.rotate(24, pillow.Resampling.BICUBIC, expand=True)
