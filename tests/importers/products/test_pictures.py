"""What a picture's first bytes say of it."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from ksdesk.domain.pictures import PictureError
from ksdesk.importers.products.pictures import read_picture


def picture(form, size=(30, 20)):
    out = io.BytesIO()
    Image.new("RGB", size, "red").save(out, form)
    return out.getvalue()


@pytest.mark.parametrize("form", ["JPEG", "PNG", "BMP", "GIF", "WEBP"])
def test_form_size_and_bytes(tmp_path, form):
    """Whatever the file is called."""
    path = tmp_path / "x.jpg"
    path.write_bytes(picture(form))
    found = read_picture(path, "main")
    assert (found.role, found.path, found.form) == ("main", str(path), form.lower())
    assert (found.width, found.height, found.size) == (30, 20, path.stat().st_size)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "not_a_picture"),
        (b"a,b\n1,2\n", "not_a_picture"),
        (picture("PNG")[:20], "broken"),
        (picture("JPEG")[:20], "broken"),
    ],
)
def test_what_is_none(tmp_path, content, code):
    path = tmp_path / "x.jpg"
    path.write_bytes(content)
    with pytest.raises(PictureError, match=code):
        read_picture(path, "main")
    with pytest.raises(FileNotFoundError):
        read_picture(tmp_path / "none.jpg", "main")
