"""The pack as pages and files; photos are drawn anew, so that nothing hidden comes along."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from PySide6.QtGui import QImage

from ksdesk.domain.aftersales.evidence import EvidencePart
from ksdesk.domain.pictures import read_picture
from ksdesk.exports.files import replacing, replacing_folder
from ksdesk.exports.tables import file_stem
from ksdesk.paths import is_within_reach
from ksdesk.ui.parts.paper import Paper

LONG_SIDE = 1200  # dots of a photo: enough to see a bruise, small enough to send
_WIDE = 320  # px of a photo on paper; two stand side by side
_NUMBERS = "一二三四五六七八九"
_STYLE = """
p.head { font-size: 11pt; font-weight: bold; margin: 14px 0 4px 0; }
td.photo { border-bottom: 0; padding: 4px; }
"""


@dataclass(frozen=True)
class Pack:
    """What goes out: its title, the line below, what happened, its parts and photos."""

    title: str
    line: str
    summary: str
    parts: tuple[EvidencePart, ...]
    photos: tuple[QImage, ...] = ()


def photo(path: Path) -> QImage:
    """A photo upright and scaled, without what its file says of place and owner.

    `PictureError` where it is none, OSError where it cannot be read.
    """
    image = read_picture(path.read_bytes(), LONG_SIDE).image
    data = image.tobytes()
    wide, high = image.size
    return QImage(data, wide, high, wide * 3, QImage.Format.Format_RGB888).copy()


def paper(pack: Pack) -> Paper:
    """The pages."""
    # Copies: the paper fits its pictures to the page.
    pictures = {f"photo-{place}": image.copy() for place, image in enumerate(pack.photos)}
    return Paper(pack.title, "".join(_html(pack)), pictures, style=_STYLE, foot=pack.title)


def _html(pack: Pack) -> Iterator[str]:
    yield f"<h1>{escape(pack.title)}</h1>"
    yield f'<p class="quiet">{escape(pack.line)}</p><p>{escape(pack.summary)}</p>'
    number = 0
    for number, part in enumerate(pack.parts, 1):
        yield f'<p class="head">{_NUMBERS[number - 1]}、{escape(part.heading)}</p>'
        rows = "".join(
            f'<tr><td class="quiet" width="26%">{escape(left)}</td><td>{escape(right)}</td></tr>'
            for left, right in part.rows
        )
        yield f'<table width="100%" cellspacing="0">{rows}</table>'
    if pack.photos:
        yield f'<p class="head">{_NUMBERS[number]}、照片</p><table width="100%">'
        for place in range(0, len(pack.photos), 2):
            cells = "".join(
                f'<td class="photo"><img src="photo-{n}" width="{_WIDE}"/></td>'
                for n in range(place, min(place + 2, len(pack.photos)))
            )
            yield f"<tr>{cells}</tr>"
        yield "</table>"


def seen(pack: Pack, dots: int) -> list[QImage]:
    """The pages as pictures so many dots wide."""
    return paper(pack).seen(dots)


def write_pdf(pack: Pack, path: Path) -> Path:
    """One PDF. `ExportProblem` where it cannot be written."""
    with replacing(path) as fresh:
        paper(pack).write_pdf(fresh)
    return path


def write_folder(pack: Pack, parent: Path) -> Path:
    """A folder of its own with the PDF and each photo. `ExportProblem` where it cannot be."""
    name = file_stem(pack.title)
    folder, number = parent / name, 1
    while is_within_reach(folder):
        number += 1
        folder = parent / f"{name} {number}"
    with replacing_folder(folder) as fresh:
        paper(pack).write_pdf(fresh / f"{name}.pdf")
        for place, image in enumerate(pack.photos, 1):
            file = fresh / f"照片 {place}.jpg"
            if not image.save(str(file), quality=88):
                raise OSError(28, "nothing was written", str(file))
    return folder
