"""Inputs that are nearly right: seeds made anew, then spoilt byte by byte or word by word."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Sequence
from random import Random

import made_sheets

from ksdesk.importers.headers import headers_of
from ksdesk.importers.kinds import KINDS

WORDS = (
    *("", " ", "\u3000", "0", "-1", "1.5", "12,345.67", "１２．３", "¥8", "￥ 1,2", "3万"),
    *("2亿", "（5）", "(12.3)", "+3", "1e9", "-0", "NaN", "inf", "1" * 40, "9" * 400, "0x1F"),
    *("½", "٣", "--", "/", "#N/A", "2026-11-18", "2026/2/30", "20261118", "11月18日"),
    *("2026-11-18 25:61:00", "45000.5", "今天", "昨天 3点", "1970-01-01", "9999-12-31"),
    *("0000-00-00", "12:30", "3小时5分", "90秒", "12.5%", "％", "柿饼"),
    *("富平吊柿饼 礼盒 1kg", "第一", "最", "=1+1", "@x", "a\tb", 'a"b', "a\nb", "\r", "\x00"),
    *("\u202e", "👨‍👩‍👧", "\U0010ffff", "\ufeff", "\ufffd", "e\u0301", "ﷺ", "ı", "ß"),
    *("\u2028", "合计", "总计", "13812345678", "11010519491231002X", "91350100M000100Y43"),
    *("张三丰", "陕西省富平县城关镇", "https://item.taobao.com/item.htm?id=1&x=%F0%9F"),
    *("https://m.tb.cn/h.5?tk=a", "￥abcDEF123￥", "http://v.kuaishou.com/AbC"),
    *("https://taobao.com@evil.cn/", "javascript:alert(1)", "//", "%", "%zz", "SF1234567890"),
    *("待发货", "已发货", "支", "收", "{}", "[]", "null", "true", '{"a": [', "<b>"),
    *("</table>",),
)  # fmt: skip
BYTES = (
    b"\0",
    b"\xff",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\x1a",
    b"\r",
    b'"',
    b",",
    b"\xa3\xa4",
    b"PK\3\4",
)
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "big5", "cp1252")


def words(dice: Random, most: int = 8) -> str:
    """A text of odd words, digits and letters, now and then very long."""
    pieces = []
    for _ in range(dice.randrange(1, most)):
        kind = dice.randrange(10)
        if kind < 6:
            pieces.append(dice.choice(WORDS))
        elif kind < 8:
            pieces.append(
                str(dice.choice((1, 7, -1)) * dice.randrange(10 ** dice.randrange(1, 18)))
            )
        else:
            pieces.append("".join(chr(_point(dice)) for _ in range(dice.randrange(1, 6))))
    text = dice.choice(("", " ", ",", "\n", "，")).join(pieces)
    return text * dice.randrange(2, 400) if dice.random() < 0.01 else text


def _point(dice: Random) -> int:
    high = dice.choice((0x80, 0x100, 0x3000, 0xA000, 0xFFFF, 0x10FFFF))
    point = dice.randrange(high)
    return 0x4E00 if 0xD800 <= point < 0xE000 else point


def spoilt(dice: Random, data: bytes, others: Sequence[bytes] = ()) -> bytes:
    """Some bytes flipped, cut, doubled, or taken from another input."""
    made = bytearray(data)
    for _ in range(dice.choice((1, 1, 1, 2, 4, 16))):
        at = dice.randrange(len(made) + 1)
        end = min(len(made), at + dice.choice((1, 1, 2, 4, 16, 200, 4000)))
        match dice.randrange(8):
            case 0 if end > at:
                made[at] ^= 1 << dice.randrange(8)
            case 1 if end > at:
                made[at] = dice.choice((0, 1, 0x7F, 0x80, 0xFF))
            case 2:
                made[at:at] = dice.choice(BYTES)
            case 3:
                del made[at:end]
            case 4:
                made[at:at] = made[at:end] * dice.choice((1, 1, 3, 50))
            case 5 if end > at:
                made[at:end] = dice.randbytes(end - at)
            case 6 if others:
                other = dice.choice(others)
                start = dice.randrange(len(other) + 1)
                made[at:end] = other[start : start + end - at]
            case 7 if dice.random() < 0.3:
                del made[at:]
    return bytes(made)


def respelt(dice: Random, text: str) -> str:
    """A text with some of its characters or words changed."""
    for _ in range(dice.choice((1, 1, 2, 5))):
        at = dice.randrange(len(text) + 1)
        end = min(len(text), at + dice.choice((0, 1, 1, 3, 12)))
        put = dice.choice((dice.choice(WORDS), "", text[at:end] * 2, chr(_point(dice))))
        text = text[:at] + put + text[end:]
    return text


def cell(dice: Random, kind: str, example: str) -> str:
    """A cell of a column as its header wants it, mostly."""
    if dice.random() < 0.12:
        return words(dice, 3)
    match kind:
        case "money":
            return f"{dice.randrange(100_000) / 100:.2f}"
        case "count" | "seconds":
            return str(dice.randrange(5_000))
        case "number":
            return f"{dice.random() * 9:.3f}"
        case "moment":
            day = f"2026-{dice.randrange(1, 13):02d}-{dice.randrange(1, 29):02d}"
            return f"{day} {dice.randrange(24):02d}:00:00" if dice.random() < 0.7 else day
        case "id":
            return str(dice.randrange(10**12, 10**12 + 40))
    return example or dice.choice(("柿饼", "苹果", "支", "收入", "待发货", "完成", "直播推广", "a"))


def table(dice: Random) -> list[list[str]]:
    """A table as a platform exports it, of any kind, with odd columns and cells in it."""
    kind = dice.choice([kind.code for kind in KINDS if headers_of(kind.code)])
    known = list(headers_of(kind))
    dice.shuffle(known)
    known = known[: dice.randrange(1, len(known) + 1)] if dice.random() < 0.4 else known
    columns = [(h.title, h.kind, h.example) for h in known]
    for _ in range(dice.choice((0, 0, 1, 2))):
        columns.insert(dice.randrange(len(columns) + 1), (words(dice, 2), "text", ""))
    rows = [[title for title, _kind, _example in columns]]
    for _ in range(dice.choice((0, 1, 2, 5, 12, 40))):
        rows.append([cell(dice, kind, example) for _title, kind, example in columns])
    for _ in range(dice.choice((0, 0, 0, 1, 3))):
        row = rows[dice.randrange(len(rows))]
        dice.choice((row.clear, row.pop if row else row.clear, lambda row=row: row.append("x")))()
    for _ in range(dice.choice((0, 0, 0, 1, 2))):
        rows.insert(
            dice.randrange(len(rows) + 1), [words(dice, 3) for _ in range(dice.randrange(4))]
        )
    return rows


def as_text(dice: Random, rows: Sequence[Sequence[str]], delimiter: str = "") -> str:
    """Rows as CSV, with or without quotes where they would be needed."""
    delimiter = delimiter or dice.choice((",", ",", ",", "\t", ";", "|"))
    end = dice.choice(("\n", "\r\n", "\r"))

    def quoted(text: str) -> str:
        odd = any(mark in text for mark in (delimiter, '"', "\n", "\r"))
        return '"' + text.replace('"', '""') + '"' if odd and dice.random() < 0.9 else text

    return end.join(delimiter.join(map(quoted, row)) for row in rows) + end


def as_csv(dice: Random) -> bytes:
    """The bytes of a table in any encoding, packed now and then."""
    text = as_text(dice, table(dice))
    data = text.encode(dice.choice(ENCODINGS), "replace")
    if dice.random() < 0.5:
        data = spoilt(dice, data)
    match dice.randrange(12):
        case 0:
            return gzip.compress(data, 1)
        case 1:
            return packed(data)
        case 2:
            return spoilt(dice, packed(data))
    return data


def packed(data: bytes, name: str = "报表.csv") -> bytes:
    """One file in a zip."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(name, data)
    return out.getvalue()


def as_html(dice: Random) -> bytes:
    """What some platforms call xls: a web page with a table."""
    page = made_sheets.html(table(dice), words(dice, 2))
    if dice.random() < 0.5:
        page = respelt(dice, page)
    data = page.encode(dice.choice(("utf-8", "gb18030")), "replace")
    return spoilt(dice, data) if dice.random() < 0.4 else data


def as_workbook(dice: Random) -> bytes:
    """xlsx, ods or xls, spoilt outside or within."""
    rows = [[_plain(text) for text in row] for row in table(dice)]
    form = dice.randrange(3)
    if form == 2:
        data = made_sheets.xls(rows)
        return spoilt(dice, data) if dice.random() < 0.7 else data
    data = made_sheets.ods(rows) if form else made_sheets.xlsx(表=rows, x=rows[:2])
    match dice.randrange(3):
        case 0:
            return _spoilt_within(dice, data)
        case 1:
            return spoilt(dice, data)
    return data


def _plain(text: str) -> str | float:
    """No character that XML could not hold: the writer is not what is tried."""
    kept = "".join(c for c in text[:2000] if c >= " " and c not in "\ufffe\uffff")
    return float(kept) if kept.isascii() and kept.isdigit() and len(kept) < 16 else kept


def _spoilt_within(dice: Random, data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        chosen = dice.choice(source.namelist())
        for name in source.namelist():
            held = source.read(name)
            if name == chosen and dice.random() < 0.1:
                continue
            target.writestr(name, spoilt(dice, held) if name == chosen else held)
    return out.getvalue()
