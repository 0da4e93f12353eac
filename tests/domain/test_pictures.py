"""Pictures from bytes: kinds, turns, hostile files, copies."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import time
import zlib
from pathlib import Path

import numpy as np
import pytest
from drawn_photos import encoded, noisy, on_desk
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from ksdesk.domain import pictures
from ksdesk.domain.opening.photos import check_photo, thumbnail, watermarked
from ksdesk.domain.pictures import PictureError, read_picture

HERE = Path(__file__).parent
DESK = noisy(on_desk(size=(800, 600)))
DESK_FILE = encoded(DESK)


def test_a_moving_picture_behind_the_photo_is_left_alone() -> None:
    video = np.random.default_rng(1).integers(0, 256, 4_000_000, np.uint8).tobytes()
    verdict = check_photo(DESK_FILE + b"\0\0\0\x18ftypmp42" + b"\xff\xda" * 5000 + video, "front")
    assert verdict.status == "good"


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "1", "CMYK", "I;16"])
def test_rare_kinds_of_pixels(mode: str) -> None:
    photo = DESK
    if mode == "I;16":
        grey = np.asarray(photo.convert("L"), np.uint16) * 256
        data = encoded(Image.fromarray(grey), "PNG")
    else:
        data = encoded(photo.convert(mode), "JPEG" if mode == "CMYK" else "PNG")
    verdict = check_photo(data, "front")
    assert verdict.status == "good"
    assert 70 < verdict.brightness <= 100


def test_what_is_transparent_lies_on_white() -> None:
    clear = Image.new("RGBA", (900, 700), (0, 0, 0, 0))
    assert thumbnail(encoded(clear, "PNG"), 2).rgb == b"\xff" * 12
    mapped = Image.new("P", (900, 700), 0)
    assert thumbnail(encoded(mapped, "PNG", transparency=0), 2).rgb == b"\xff" * 12


def test_heic_from_a_phone() -> None:
    verdict = check_photo((HERE / "card_on_desk.heic").read_bytes(), "front")
    assert (verdict.status, verdict.format) == ("good", "HEIC")
    assert (verdict.width, verdict.height) == (1000, 750)
    assert "other_format" in verdict.codes


def test_without_the_heic_reader_the_reason_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pi_heif", None)
    verdict = check_photo((HERE / "card_on_desk.heic").read_bytes(), "front")
    assert (verdict.status, verdict.codes) == ("unusable", ("heic_missing",))


def test_heavy_libraries_wait_until_needed() -> None:
    code = (
        "import sys, ksdesk.domain.opening.photos, ksdesk.domain.opening.shop_types\n"
        "print(*({'numpy', 'PIL', 'pi_heif', 'stdnum', 'PySide6'} & set(sys.modules)))\n"
        "ksdesk.domain.opening.photos.check_photo(open(sys.argv[1], 'rb').read(), 'front')\n"
        "print('pi_heif' in sys.modules)"
    )
    picture = HERE / "none.jpg"
    run = subprocess.run(
        [
            sys.executable,
            "-c",
            code.replace("open(sys.argv[1], 'rb').read()", repr(b"\xff\xd8\xff")),
            str(picture),
        ],
        capture_output=True,
        text=True,
        check=True,
        cwd=HERE.parents[1],
    )
    assert run.stdout.split("\n") == ["", "False", ""]


def exif(orientation: int) -> bytes:
    block = Image.Exif()
    block[0x0112] = orientation
    return block.tobytes()


ALL_TURNS = range(1, 9)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", ALL_TURNS)
def test_exif_orientation_is_honoured(kind: str, orientation: int) -> None:
    photo = Image.new("RGB", (120, 80), "white")
    photo.paste("black", (0, 0, 60, 40))  # the upper left quarter
    data = encoded(photo, kind, exif=exif(orientation))
    from PIL import ImageOps

    wanted = ImageOps.exif_transpose(Image.open(io.BytesIO(data)))
    seen = read_picture(data)
    assert (seen.width, seen.height) == wanted.size == seen.image.size
    apart = np.abs(np.asarray(seen.image, int) - np.asarray(wanted.convert("RGB"), int))
    assert apart.mean() < 2


def test_a_photo_taken_upright_has_upright_sizes() -> None:
    verdict = check_photo(encoded(DESK, exif=exif(6)), "front")
    assert (verdict.width, verdict.height, verdict.status) == (600, 800, "good")


@pytest.mark.parametrize(
    "block",
    [
        b"",
        b"Exif\0\0",
        b"II*\0\xff\xff\xff\xff",
        b"MM\0*\0\0\0\x08\0",
        b"MM\0*\0\0\0\x08\xff\xff" + b"\0" * 30,
        b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x09\0\0",
        b"XX*\0\0\0\0\x08",
    ],
)
def test_broken_exif_means_upright(block: bytes) -> None:
    assert pictures.exif_orientation(block) == 1
    lean = DESK_FILE
    segment = b"\xff\xe1" + struct.pack(">H", len(block) + 8) + b"Exif\0\0" + block
    assert check_photo(lean[:2] + segment + lean[2:], "front").status == "good"


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(width: int, height: int, *more: bytes) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(more)


def jpeg_sized(width: int, height: int, progressive: bool = False) -> bytes:
    """A small JPEG whose header claims another size."""
    data = bytearray(encoded(Image.new("RGB", (64, 64)), progressive=progressive))
    at = data.index(b"\xff\xc2" if progressive else b"\xff\xc0")
    data[at + 5 : at + 9] = struct.pack(">HH", height, width)
    return bytes(data)


def many_scans() -> bytes:
    """A progressive JPEG of 100 megapixels by its header, with its first scan 100 times."""
    data = jpeg_sized(10_000, 10_000, True)
    first = data.index(b"\xff\xda")
    second = data.index(b"\xff\xda", first + 2)
    return data[:first] + data[first:second] * 100 + data[second:]


BOMB_TEXT = chunk(b"zTXt", b"k\0\0" + zlib.compress(b"\0" * 20_000_000))
HOSTILE = {
    "nothing": (b"", "empty"),
    "NUL": (b"\0" * 5000, "empty"),
    "text": (b"not a picture at all", "not_a_picture"),
    "gif": (b"GIF89a" + b"\0" * 40, "other_type"),
    "pdf": (b"%PDF-1.7 " + b"x" * 40, "other_type"),
    "tiff": (b"II*\0" + b"x" * 40, "other_type"),
    "avif": (b"\0\0\0\x1cftypavif\0\0\0\0avifmif1", "other_type"),
    "mp4": (b"\0\0\0\x1cftypisom\0\0\0\0isommp42", "not_a_picture"),
    "jpeg head": (b"\xff\xd8\xff\xe0", "broken"),
    "jpeg half": (encoded(DESK)[:20_000], "broken"),
    "jpeg fillers": (b"\xff\xd8" + b"\xff" * 200_000, "broken"),
    "jpeg junk": (b"\xff\xd8\xff\xe0\0\x04ab" + b"\0" * 3_000_000, "broken"),
    "jpeg segments": (b"\xff\xd8" + b"\xff\xfe\0\x02" * 80_000, "broken"),
    "jpeg of too many scans": (
        many_scans(),
        "broken",
    ),
    "jpeg bomb": (jpeg_sized(60_000, 60_000), "too_many_pixels"),
    "jpeg progressive bomb": (jpeg_sized(16_000, 12_000, True), "too_many_pixels"),
    "jpeg of no size": (jpeg_sized(0, 0), "broken"),
    "png head": (b"\x89PNG\r\n\x1a\n", "broken"),
    "png half": (encoded(DESK, "PNG")[:50_000], "broken"),
    "png bomb": (png(50_000, 50_000, chunk(b"IDAT", b"")), "too_many_pixels"),
    "png text bomb": (png(900, 700, BOMB_TEXT, chunk(b"IDAT", b"")), "broken"),
    "png chunks": (png(900, 700) + chunk(b"teXt", b"") * 60_000, "broken"),
    "webp half": (encoded(DESK, "WEBP")[:9000], "broken"),
    "webp bomb": (
        b"RIFF\x1e\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0" + b"\xff\x3f\0" * 2 + b"\0" * 12,
        "",
    ),
    "bmp head": (b"BM" + b"\x01" * 60, "broken"),
    "bmp bomb": (
        b"BM"
        + struct.pack(
            "<IHHIIiiHHIIIIII", 54, 0, 0, 54, 40, 60_000, 60_000, 1, 24, 0, 0, 0, 0, 0, 0
        ),
        "too_many_pixels",
    ),
    "heic head": (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "broken"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_bytes_give_a_reason_in_no_time(name: str) -> None:
    data, wanted = HOSTILE[name]
    started = time.process_time()
    verdict = check_photo(data, "back")
    assert time.process_time() - started < 3
    assert verdict.status == "unusable"
    assert verdict.bytes == len(data)
    assert wanted in ("", *verdict.codes)
    with pytest.raises(PictureError):
        thumbnail(data, 100)


def test_too_many_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MOST_BYTES", 1000)
    assert check_photo(DESK_FILE, "front").codes == ("too_many_bytes",)


def test_memory_that_runs_out_is_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    def exhausted(image: Image.Image, long_side: int | None) -> Image.Image:
        raise MemoryError

    monkeypatch.setattr(pictures, "_shrunk", exhausted)
    assert check_photo(DESK_FILE, "front").codes == ("too_many_pixels",)


def test_photos_of_200_megapixels_are_read_scaled() -> None:
    """Only the header is of that size here: the decoder fills up what is missing in grey."""
    verdict = check_photo(jpeg_sized(16_320, 12_240), "front")
    assert (verdict.width, verdict.height) == (16_320, 12_240)
    assert verdict.codes[0] == "blurred"


SMALL = {
    kind: encoded(DESK.resize((160, 120)), kind, **({"exif": exif(6)} if kind != "BMP" else {}))
    for kind in ("JPEG", "PNG", "WEBP", "BMP")
}
SMALL["HEIC"] = (HERE / "card_on_desk.heic").read_bytes()


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(sorted(SMALL)),
    st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=6)), max_size=6),
    st.floats(0, 1),
)
def test_damaged_files_never_crash(
    kind: str, damage: list[tuple[float, bytes]], end: float
) -> None:
    data = bytearray(SMALL[kind])
    for where, junk in damage:
        at = int(where**3 * (len(data) - 1))  # headers are hit more often
        data[at : at + len(junk)] = junk
    whole = bytes(data[: max(1, int(len(data) * min(1, end * 2)))])
    assert check_photo(whole, "front").status in ("good", "retake", "unusable")


def test_thumbnail_is_upright_rgb() -> None:
    small = thumbnail(encoded(DESK, exif=exif(6)), 200)
    assert (small.width, small.height) == (150, 200)
    assert len(small.rgb) == 150 * 200 * 3
    tiny = thumbnail(encoded(Image.new("RGB", (30, 20), "red")), 200)
    assert (tiny.width, tiny.height) == (30, 20)


FONT = HERE.parents[1] / "resources" / "fonts" / "NotoSansSC-Regular.otf"


def test_watermark_goes_over_the_whole_copy_and_leaves_the_place_behind() -> None:
    assert FONT.is_file()
    block = Image.Exif()
    block[0x0112] = 6
    block[0x010F] = "SECRET PHONE"
    plain = Image.new("RGB", (1600, 1200), (128, 128, 128))
    data = encoded(plain, exif=block.tobytes())
    assert b"SECRET PHONE" in data
    copy = watermarked(data, "仅用于快手小店实名认证 2026-11-23", FONT)
    assert b"SECRET" not in copy
    assert b"Exif" not in copy
    marked = Image.open(io.BytesIO(copy))
    assert (marked.format, marked.size) == ("JPEG", (1200, 1600))
    light = np.asarray(marked.convert("L"), int)
    for down in range(4):
        for across in range(3):
            block_of = light[down * 400 : down * 400 + 400, across * 400 : across * 400 + 400]
            assert block_of.min() < 105
            assert block_of.max() > 150
    # The words lie on the card and hide nothing between them.
    assert (abs(light - 128) < 8).mean() > 0.7
    with pytest.raises(PictureError):
        watermarked(b"", "x", FONT)


def _animated() -> bytes:
    file = io.BytesIO()
    first, *rest = (Image.new("RGB", (64, 64), colour) for colour in ("red", "blue", "green"))
    first.save(file, "WEBP", save_all=True, append_images=rest)
    return file.getvalue()


def _put(data: bytes, at: int, what: bytes) -> bytes:
    return data[:at] + what + data[at + len(what) :]


def _canvas(width: int, height: int) -> bytes:
    sizes = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return _put(_animated(), 24, sizes)


def _heic(width: int, height: int) -> bytes:
    data, at = (HERE / "card_on_desk.heic").read_bytes(), 0
    while (at := data.find(b"ispe", at) + 4) > 3:
        data = _put(data, at + 4, struct.pack(">II", width, height))
    return data


_LOSSY, _LOSSLESS = encoded(DESK, "WEBP"), encoded(DESK, "WEBP", lossless=True)
HUGE: dict[str, bytes] = {
    "webp animated 10000×11000": _canvas(10_000, 11_000),
    "webp animated 65000×65000": _canvas(65_000, 65_000),
    "webp canvas as large as can be said": _canvas(1 << 24, 1 << 24),
    "webp lossy": _put(_LOSSY, 26, struct.pack("<HH", 16_383, 16_383)),
    "webp lossless": _put(_LOSSLESS, 21, struct.pack("<I", 0x0FFFFFFF)),
    "heic 60000×60000": _heic(60_000, 60_000),
    "heic as large as can be said": _heic(0xFFFFFFFF, 0xFFFFFFFF),
    "heic 11000×10000": _heic(11_000, 10_000),
}
_MEASURE = """
import resource, sys
from pathlib import Path
from ksdesk.domain.pictures import PictureError, read_picture
from ksdesk.importers.products.pictures import read_picture as product_picture
for file in map(Path, sys.argv[2:]):
    try:
        read_picture(Path(sys.argv[1]).read_bytes(), 400)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        read_picture(file.read_bytes(), 400)
    except PictureError as refused:
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        print(refused.reason, (after - before) // 1024)
    try:
        product_picture(file, "main")
    except PictureError:
        pass
print("all", (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no measure of memory there")
def test_huge_headers_of_webp_and_heic_take_no_memory(tmp_path: Path) -> None:
    """An animated WebP of a few hundred bytes took 1.7 GB; its decoder makes room at once."""
    files = []
    for number, data in enumerate(HUGE.values()):
        files.append(tmp_path / f"{number}.bin")
        files[-1].write_bytes(data)
    small = HERE / "card_on_desk.heic"
    run = subprocess.run(
        [sys.executable, "-c", _MEASURE, small, *files], capture_output=True, text=True, check=True
    )
    told = [line.split() for line in run.stdout.splitlines()]
    assert len(told) == len(HUGE) + 1, run.stdout
    assert {reason for reason, _ in told[:-1]} == {"too_many_pixels", "broken"}
    assert max(int(megabytes) for _, megabytes in told) < 100


@pytest.mark.parametrize(
    "data", [_LOSSY, _LOSSLESS, _animated()], ids=["lossy", "lossless", "animated"]
)
def test_a_webp_of_each_kind_is_measured_by_its_first_bytes(data: bytes) -> None:
    read = pictures.read_picture(data, 50)
    assert (read.width, read.height) == pictures.webp_size(data)


@pytest.mark.parametrize(
    ("start", "name"),
    [
        (b"\xff\xd8\xff\xe0", "JPEG"), (b"\xff\xd8", ""), (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\x89PNG\r\n", ""), (b"BM", "BMP"), (b"GIF87a", "GIF"), (b"II*\0", "TIFF"),
        (b"MM\0*", "TIFF"), (b"%PDF-1", "PDF"), (b"RIFF\0\0\0\0WEBPVP8 ", "WEBP"),
        (b"RIFF\0\0\0\0WAVE", ""), (b"RIFX\0\0\0\0WEBP", ""),
        *((b"\0\0\0\x18ftyp" + brand, "HEIC") for brand in pictures._HEIC_BRANDS),
        (b"\0\0\0\x18ftypisom", ""), (b"\0\0\0\x18ftypavif", "AVIF"),
        (b"\0\0\0\x28ftypmif1" + b"\0" * 24 + b"avif", "AVIF"),
        (b"\0\0\0\x28ftypmif1" + b"\0" * 25 + b"avif", "HEIC"), (b"", ""),
    ],
)  # fmt: skip
def test_a_picture_is_known_by_its_first_bytes(start: bytes, name: str) -> None:
    assert pictures.picture_format(start) == name


def exif_block(
    order: str, value: int, tag: int = 0x0112, before: int = 0, count: int = -1
) -> bytes:
    """An EXIF block with so many other entries before one."""
    head = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(order + "I", 10) + b"\0\0"
    other = struct.pack(order + "HHIHH", 0x0100, 3, 1, 5, 0)
    entry = struct.pack(order + "HHIHH", tag, 3, 1, value, 0)
    told = before + 1 if count < 0 else count
    return head + struct.pack(order + "H", told) + other * before + entry


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("head", [b"", b"Exif\0\0"])
@pytest.mark.parametrize("before", [0, 3])
def test_the_orientation_stands_in_an_exif_block(order: str, head: bytes, before: int) -> None:
    for value in range(11):
        wanted = value if 1 <= value <= 8 else 1
        assert pictures.exif_orientation(head + exif_block(order, value, before=before)) == wanted
    assert pictures.exif_orientation(head + exif_block(order, 6, tag=0x0113)) == 1
    assert pictures.exif_orientation(head + exif_block(order, 6, before=before, count=before)) == 1
    assert pictures.exif_orientation(head + exif_block(order, 6, before=before)[:-3]) == 1


@pytest.mark.parametrize(
    ("body", "size"),
    [
        (b"VP8X" + bytes(4) + bytes(4) + b"\x0f\x27\0" + b"\x57\x02\0", (10_000, 600)),
        (b"VP8X" + bytes(4) + bytes(4) + b"\xff\xff\xff" + bytes(3), (1 << 24, 1)),
        (b"VP8L" + bytes(4) + b"\x2f" + struct.pack("<I", 99 | 49 << 14) + bytes(5), (100, 50)),
        (b"VP8L" + bytes(4) + b"\x2f" + struct.pack("<I", 0xFFFFFFFF) + bytes(5), (16_384,) * 2),
        (b"VP8 " + bytes(4) + bytes(6) + struct.pack("<HH", 300, 200), (300, 200)),
        (b"VP8 " + bytes(4) + bytes(6) + struct.pack("<HH", 0xC12C, 0x40C8), (300, 200)),
    ],
)  # fmt: skip
def test_what_a_webp_says_of_its_size(body: bytes, size: tuple[int, int]) -> None:
    assert pictures.webp_size(b"RIFF\0\0\0\0WEBP" + body) == size


@pytest.mark.parametrize(
    ("width", "height", "reason"),
    [(10, 10, ""), (10, 11, "too_many_pixels"), (0, 5, "broken"), (5, 0, "broken"), (1, 1, "")],
)
def test_a_picture_has_some_pixels_and_not_too_many(width: int, height: int, reason: str) -> None:
    if not reason:
        assert pictures._check_pixels(width, height, 100) is None
        return
    with pytest.raises(PictureError) as refused:
        pictures._check_pixels(width, height, 100)
    assert refused.value.reason == reason
    if reason == "too_many_pixels":
        assert refused.value.facts == {"width": width, "height": height}


@pytest.mark.parametrize(
    ("size", "long_side", "shrunk"),
    [
        ((400, 300), None, (400, 300)), ((400, 300), 400, (400, 300)),
        ((400, 300), 399, (399, 299)),
        ((300, 400), 100, (75, 100)), ((900, 2), 90, (90, 1)), ((2, 900), 9, (1, 9)),
    ],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "BMP"])
def test_a_picture_is_shrunk_to_its_long_side(size, long_side, shrunk, kind: str) -> None:
    read = read_picture(encoded(Image.new("RGB", size, "red"), kind), long_side)
    assert (read.width, read.height) == size and read.image.size == shrunk
    assert read.format == kind and read.image.mode == "RGB"


def test_each_pixel_of_a_smaller_copy_is_the_mean_of_those_it_stands_for() -> None:
    cells = np.kron(np.array([[0, 200], [100, 60]], np.uint8), np.ones((10, 10), np.uint8))
    read = read_picture(encoded(Image.fromarray(cells), "PNG"), 2)
    assert np.asarray(read.image)[:, :, 0].tolist() == [[0, 200], [100, 60]]
    deep = Image.fromarray(np.full((4, 4), 0x8040, np.uint16))
    assert np.asarray(read_picture(encoded(deep, "PNG")).image).max() == 0x80


def test_what_a_phone_hangs_on_a_photo_is_left_out_and_its_colours_are_kept() -> None:
    plain = encoded(Image.new("RGB", (40, 30), "red"))
    noise = b"".join(
        b"\xff" + bytes([marker]) + struct.pack(">H", 6) + b"junk" for marker in (0xE1, 0xED, 0xFE)
    )
    adobe = b"\xff\xee" + struct.pack(">H", 14) + b"Adobe" + bytes(7)
    lean, orientation, scans = pictures._lean_jpeg(plain[:2] + noise + adobe + plain[2:] + b"video")
    assert b"junk" not in lean and adobe in lean and b"JFIF" in lean
    assert (orientation, scans) == (1, 1) and lean.endswith(b"\xff\xd9")
