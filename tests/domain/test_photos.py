"""The advice on photos, on drawn ones: thresholds, hostile bytes, copies."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import numpy as np
import pytest
from drawn_photos import blurred, cropped, encoded, held, lit, noisy, on_desk, with_glare
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont

from ksdesk.domain import glare, photos, pictures
from ksdesk.domain.photos import PhotoVerdict, check_photo, same_picture, thumbnail, watermarked
from ksdesk.domain.pictures import PictureError, read_picture

HERE = Path(__file__).parent
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
    "a glint": (lambda: with_glare(DESK, 0.01), "front"),
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
    started = time.perf_counter()
    verdict = check_photo(data, "front")
    assert time.perf_counter() - started < 1
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


@pytest.mark.parametrize("soft", [0, 15])
@pytest.mark.parametrize("share", [0.03, 0.062, 0.12])
def test_glare_is_measured_and_placed(share: float, soft: float) -> None:
    verdict = judge(noisy(with_glare(on_desk(), share, soft=soft)))
    assert (verdict.status, verdict.codes[0]) == ("retake", "glare")
    assert verdict.glare == pytest.approx(100 * share, abs=0.7)
    assert fact(verdict, "glare", "percent") == verdict.glare
    assert fact(verdict, "glare", "advised") == 2


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


def test_a_moving_picture_behind_the_photo_is_left_alone() -> None:
    video = np.random.default_rng(1).integers(0, 256, 4_000_000, np.uint8).tobytes()
    verdict = check_photo(desk_file() + b"\0\0\0\x18ftypmp42" + b"\xff\xda" * 5000 + video, "front")
    assert verdict.status == "good"


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
    started = time.perf_counter()
    judge(Image.fromarray(specks))
    assert judge(Image.fromarray(np.uint8(checks)).convert("RGB")).glare == 0
    assert time.perf_counter() - started < 2


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


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "1", "CMYK", "I;16"])
def test_rare_kinds_of_pixels(mode: str) -> None:
    photo = SMALLER
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
        "import sys, ksdesk.domain.photos, ksdesk.domain.opening, ksdesk.domain.shop_types\n"
        "print(*({'numpy', 'PIL', 'pi_heif', 'stdnum', 'PySide6'} & set(sys.modules)))\n"
        "ksdesk.domain.photos.check_photo(open(sys.argv[1], 'rb').read(), 'front')\n"
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
    assert (verdict.width, verdict.height, verdict.status) == (900, 1200, "good")


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
    lean = desk_file()
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
    started = time.perf_counter()
    verdict = check_photo(data, "back")
    assert time.perf_counter() - started < 3
    assert verdict.status == "unusable"
    assert verdict.bytes == len(data)
    assert wanted in ("", *verdict.codes)
    with pytest.raises(PictureError):
        thumbnail(data, 100)


def test_too_many_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MOST_BYTES", 1000)
    assert check_photo(desk_file(), "front").codes == ("too_many_bytes",)


def test_memory_that_runs_out_is_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    def exhausted(image: Image.Image, long_side: int | None) -> Image.Image:
        raise MemoryError

    monkeypatch.setattr(pictures, "_shrunk", exhausted)
    assert check_photo(desk_file(), "front").codes == ("too_many_pixels",)


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


@settings(max_examples=80, deadline=None)
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
    with pytest.raises(PictureError):
        watermarked(b"", "x", FONT)
