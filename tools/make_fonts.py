"""Cut the two bundled fonts out of Debian's fonts-noto-cjk (SIL Open Font License 1.1).

    apt-get install fonts-noto-cjk && .venv/bin/python tools/make_fonts.py

The result is committed, so this runs only when the set of characters changes. The fonts keep every
character of GBK (all 20 902 basic Chinese characters, so that any name typed by a seller renders),
Latin, punctuation, arrows and the signs the interface draws. They carry the family name
"Noto Sans SC", which no Debian package uses, so that a font of the system never mixes with them.
The glyphs that the interface uses most stand first: a file that is mapped is read in pieces of 64
KB, and a page's words then touch a few of them instead of one for nearly each character.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

from fontTools import subset
from fontTools.ttLib import TTCollection, TTFont
from fontTools.ttLib.reorderGlyphs import reorderGlyphs

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "resources" / "fonts"
WORDS = ROOT / "resources" / "translations" / "ksdesk_zh_CN.ts"
SOURCE = Path("/usr/share/fonts/opentype/noto")
COPYRIGHT = Path("/usr/share/doc/fonts-noto-cjk/copyright")
FAMILY = "Noto Sans SC"
WEIGHTS = {"Regular": 400, "Bold": 700}

# Blocks kept whole, as far as the font has them.
BLOCKS = [
    (0x0020, 0x024F),  # Latin
    (0x02B0, 0x02FF),
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x045F),  # Cyrillic
    (0x2000, 0x206F),  # punctuation
    (0x2070, 0x209F),  # super- and subscripts
    (0x20A0, 0x20CF),  # currency
    (0x2100, 0x218F),  # letterlike, fractions, Roman numerals
    (0x2190, 0x22FF),  # arrows, mathematics
    (0x2300, 0x23FF),
    (0x2460, 0x24FF),  # circled numbers
    (0x2500, 0x27BF),  # boxes, shapes, signs
    (0x2900, 0x297F),
    (0x3000, 0x303F),  # Chinese punctuation
    (0x3040, 0x30FF),  # kana: brands
    (0x3220, 0x33FF),
    (0x4E00, 0x9FFF),  # Chinese characters
    (0xFE10, 0xFE6F),
    (0xFF00, 0xFFEF),  # full width forms
]
MUST = "喆堃珺钰▲▼●○✓⚠→←↑↓·…–—−¥￥「」『』【】“”‘’›‹×≥≤≠½°‰"


def characters() -> set[int]:
    """Code points to keep."""
    found = {point for first, last in BLOCKS for point in range(first, last + 1)}
    for first in range(0x81, 0xFF):
        for second in range(0x40, 0xFF):
            text = bytes((first, second)).decode("gbk", errors="ignore")
            found.update(map(ord, text))
    return {point for point in found if unicodedata.category(chr(point)) not in ("Cc", "Cs", "Co")}


def rename(font: TTFont, style: str) -> None:
    """Give the subset its own names, in the name table and in CFF."""
    names = font["name"]
    postscript = f"{FAMILY.replace(' ', '')}-{style}"
    version = names.getDebugName(5)
    kept = {number: names.getDebugName(number) for number in (0, 7, 8, 9, 11, 13, 14)}
    names.names = []
    texts = kept | {
        1: FAMILY,
        2: style,
        3: f"ksdesk;{postscript}",
        4: f"{FAMILY} {style}" if style != "Regular" else FAMILY,
        5: version,
        6: postscript,
    }
    for number, text in texts.items():
        if text:
            names.setName(text, number, 3, 1, 0x409)
    top = font["CFF "].cff.topDictIndex[0]
    font["CFF "].cff.fontNames = [postscript]
    top.FamilyName, top.FullName, top.Weight = FAMILY, texts[4], style
    os2 = font["OS/2"]
    os2.usWeightClass = WEIGHTS[style]
    bold = style == "Bold"
    os2.fsSelection = (os2.fsSelection & ~0x61) | (0x20 if bold else 0x40)
    font["head"].macStyle = 1 if bold else 0


def put_first(font: TTFont) -> None:
    """Order the glyphs by how often the interface's words have them, the others as they were."""
    used: Counter[str] = Counter()
    for words in ElementTree.parse(WORDS).iter("translation"):
        used.update("".join(words.itertext()))
    cmap, before = font.getBestCmap(), font.getGlyphOrder()
    often = [cmap[ord(char)] for char, _ in used.most_common() if ord(char) in cmap]
    latin = [cmap[point] for point in range(0x20, 0x7F)]
    order = list(dict.fromkeys([before[0], *latin, *often, *before]))  # .notdef stays the first
    place = {name: number for number, name in enumerate(before)}
    font.ensureDecompiled()
    top = font["CFF "].cff.topDictIndex[0]
    outlines = top.CharStrings.charStringsIndex
    moved = [outlines[place[name]] for name in order]
    dicts = [top.FDSelect[place[name]] for name in order]
    reorderGlyphs(font, order)  # all tables but these
    outlines.items, top.FDSelect.gidArray = moved, dicts
    top.CharStrings.charStrings = {name: number for number, name in enumerate(order)}


def cut(style: str) -> Path:
    """Write one weight and return where it is."""
    collection = TTCollection(SOURCE / f"NotoSansCJK-{style}.ttc", lazy=True)
    font = next(
        f for f in collection.fonts if f["name"].getDebugName(1).startswith("Noto Sans CJK SC")
    )
    options = subset.Options()
    options.layout_features = ["kern", "tnum", "ccmp", "mark"]
    options.hinting = False
    options.desubroutinize = False
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.glyph_names = False
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE", "DSIG"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=characters())
    cutter.subset(font)
    rename(font, style)
    put_first(font)
    target = TARGET / f"NotoSansSC-{style}.otf"
    font.save(target)
    return target


def check(path: Path) -> None:
    """Refuse a font that lacks a sign of ours or whose digits differ in width."""
    font = TTFont(path)
    cmap = font.getBestCmap()
    missing = [sign for sign in MUST if ord(sign) not in cmap]
    widths = {font["hmtx"][cmap[ord(digit)]][0] for digit in "0123456789"}
    if missing or len(widths) != 1:
        raise SystemExit(f"{path.name}: missing {missing}, digit widths {widths}")
    print(f"{path.name}: {len(cmap)} characters, {path.stat().st_size / 1e6:.1f} MB")


def write_licence(font: TTFont) -> None:
    """Put the licence beside the fonts: the notice of the font, the text as Debian ships it."""
    shipped = COPYRIGHT.read_text("utf-8")
    text = shipped[shipped.index(" SIL OPEN FONT LICENSE Version 1.1") :].split("\nLicense: ")[0]
    lines = [line.removeprefix(" ") for line in text.splitlines()]
    body = "\n".join("" if line == "." else line for line in lines).strip()
    notice = (
        f"{font['name'].getDebugName(0)}\n\n"
        "Noto Sans SC Regular and Bold in this folder are subsets of Noto Sans CJK SC,\n"
        "made by tools/make_fonts.py. This Font Software is licensed under the SIL Open\n"
        "Font License, Version 1.1, copied below.\n\n"
    )
    (TARGET / "OFL.txt").write_text(notice + body + "\n", encoding="utf-8")


def main() -> None:
    TARGET.mkdir(parents=True, exist_ok=True)
    for style in WEIGHTS:
        check(cut(style))
    write_licence(TTFont(TARGET / "NotoSansSC-Regular.otf"))


if __name__ == "__main__":
    main()
