"""Which encoding a file is in, by its marks, by what fits it, and by how everyday it reads."""

from __future__ import annotations

import pytest

from ksdesk.domain.imports import ImportProblem, Source
from ksdesk.domain.progress import Cancelled, Progress
from ksdesk.importers.files import encoding
from ksdesk.importers.files.encoding import Encoding, detect, plausibility

LINE = "日期,花费,备注\n2026-04-15,12.30,直播间的老铁都说好吃\n"


@pytest.fixture
def told(tmp_path):
    def tell(content):
        path = tmp_path / "report.csv"
        path.write_bytes(content)
        return detect(Source("x", path))

    return tell


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-32", "utf-32"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("gb2312", "gb18030"),
        ("gbk", "gb18030"),
        ("ascii", "utf-8"),
    ],
)
def test_each_encoding(told, written, found):
    text = "date,cost\n2026-04-15,3\n" if written == "ascii" else LINE
    assert told(text.encode(written)) == Encoding(found)


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
def test_wide_text_with_its_mark_in_both_orders(told, mark):
    order = "utf-16-le" if mark[0] == 0xFF else "utf-16-be"
    assert told(mark + LINE.encode(order)) == Encoding("utf-16")
    odd = told(mark + (LINE * 9).encode(order) + b"\n")  # half a character at its end
    assert odd == Encoding("utf-16", damaged=True)


@pytest.mark.parametrize(
    ("name", "everyday", "rare"),
    [
        ("gb18030", "啊座、！【】１Ａ柿饼直播", "亍龥丂"),
        ("big5", "一籲，。！１柿餅直播", "乂龘"),
        ("utf-8", "啊座一籲柿餅", "亍龥"),
    ],
)
def test_everyday_characters_are_those_of_the_first_level(name, everyday, rare):
    assert plausibility(everyday.encode(name), name) == 1
    for sign in rare:
        assert plausibility(sign.encode(name), name) == 0, sign
    assert plausibility((everyday[0] + rare[0]).encode(name) + b" plain ascii 123", name) == 0.5


def test_what_does_not_fit_speaks_against_a_reading():
    assert plausibility(b"\xff", "utf-8") == -4
    assert plausibility("柿饼".encode() + b"\xff", "utf-8") == pytest.approx(-2 / 3)
    assert plausibility(b"plain \x7f", "utf-8") == 0


@pytest.mark.parametrize(("broken", "taken"), [(2, True), (3, False)])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_two_in_a_hundred_characters_may_be_broken(told, broken, taken, mark):
    text = "柿饼真好吃" * 20
    content = mark + text[broken:].encode() + b"\xff" * broken
    if taken:
        assert told(content) == Encoding("utf-8-sig" if mark else "utf-8", damaged=True)
    else:
        with pytest.raises(ImportProblem, match="encoding"):
            told(content)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a1,\t\r\n" * 9 + "~ 柿饼", True),
        ("柿饼" * 9 + "\u1234", True),
        ("柿饼" + "\u1234" * 8, False),
    ],
)
def test_wide_text_without_its_mark_reads_like_everyday_text(text, found):
    sample = ("\x00" + text).encode("utf-16-le")[2:] + "ab".encode("utf-16-le")
    assert encoding._wide_without_mark(sample) == ("utf-16-le" if found else "")
    assert encoding._wide_without_mark(sample + b"x") == ("utf-16-le" if found else "")
    assert encoding._wide_without_mark(b"plain") == ""


@pytest.mark.parametrize("block", [1, 3, 1000])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_nul_names_its_line_whatever_the_blocks(told, monkeypatch, block, mark):
    monkeypatch.setattr(encoding, "BLOCK", block)
    for line in (1, 2, 7):
        with pytest.raises(ImportProblem, match="nul_bytes") as caught:
            told(mark + b"a,b\n" * (line - 1) + b"1,\0\n2\n\0\n")
        assert caught.value.facts == {"line": line}


@pytest.mark.parametrize("data", [b"\0", b"\0\0", b"\0\0\0"])
def test_a_file_of_nothing_but_nul_is_told(told, data):
    with pytest.raises(ImportProblem, match="nul_bytes") as caught:
        told(data)
    assert caught.value.facts == {"line": 1}


def test_a_whole_file_is_looked_at_block_by_block(told, monkeypatch):
    monkeypatch.setattr(encoding, "BLOCK", 5)
    assert told(LINE.encode()) == Encoding("utf-8")
    assert told(LINE.encode("gbk")) == Encoding("gb18030")
    assert told((LINE * 9).encode()[:-4] + b"\xe5\x90") == Encoding("utf-8", damaged=True)


def test_the_first_part_alone_does_not_tell(told):
    """Long reports are plain for their first hundred thousand lines."""
    plain = b"2026-04-15,12.30\n" * 9_000
    assert len(plain) > 1 << 17
    assert told(plain + LINE.encode()) == Encoding("utf-8")


def test_looking_can_be_cancelled(tmp_path):
    class Unwanted(Progress):
        def wanted(self):
            return False

    path = tmp_path / "report.csv"
    path.write_bytes(LINE.encode())
    with pytest.raises(Cancelled):
        detect(Source("x", path), Unwanted())
