"""What a product's picture file is, from its first bytes: nothing of it is unpacked or kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from ksdesk.domain.pictures import DECODER_TROUBLE, PictureError, picture_format, webp_size
from ksdesk.domain.products import Picture

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

_HEAD = 64


def read_picture(path: Path, role: str) -> Picture:
    """The picture in a file, for a role; OSError or `PictureError` where there is none.

    A form that the platform does not take is read like any other: the limits speak of it.
    """
    with path.open("rb") as file:
        form = picture_format(file.read(_HEAD))
        if not form:
            raise PictureError("not_a_picture")
        file.seek(0)
        width, height = _measured(file, form)
    return Picture(role, str(path), form.lower(), path.stat().st_size, width, height)


def _measured(file: BinaryIO, form: str) -> tuple[int, int]:
    """Width and height; the plain reader of a form looks at its header only."""
    from PIL import BmpImagePlugin, GifImagePlugin, JpegImagePlugin, PngImagePlugin
    from PIL.Image import DecompressionBombError, DecompressionBombWarning

    readers: dict[str, Callable[[BinaryIO], ImageFile]] = {
        "JPEG": JpegImagePlugin.JpegImageFile,
        "PNG": PngImagePlugin.PngImageFile,
        "BMP": BmpImagePlugin.BmpImageFile,
        "GIF": GifImagePlugin.GifImageFile,
    }
    if form not in readers and form != "WEBP":
        return 0, 0
    try:
        if form == "WEBP":
            return webp_size(file.read(_HEAD))
        size: tuple[int, int] = readers[form](file).size
    except (MemoryError, DecompressionBombError, DecompressionBombWarning) as error:
        raise PictureError("too_many_pixels") from error
    except DECODER_TROUBLE as error:
        raise PictureError("broken") from error
    return size
