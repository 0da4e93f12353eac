"""A running sheet as one page of HTML, to be printed or kept as PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

_STYLE: Final = """
h1 { margin-bottom: 0; }
p { color: #5C5F66; margin-top: 4px; margin-bottom: 12px; }
th { font-weight: normal; color: #5C5F66; text-align: left; border-bottom: 1px solid #B9B4A9; }
td { border-bottom: 1px solid #ECE9E3; }
"""
_ALIGN: Final = ("right", "left", "right", "right", "right")
_WIDTH: Final = (6, 58, 12, 12, 12)
SIZES: Final = (14, 13, 12, 11, 10, 9, 8, 7)
"""Sizes of the text in points, the largest that fits one page first."""


@dataclass(frozen=True)
class RunningRow:
    """One product, all in words: title and second line, price, struck price and stock."""

    title: str
    second: str
    price: str
    struck: str
    stock: str


def running_page(
    title: str,
    sentence: str,
    heads: Sequence[str],
    rows: Sequence[RunningRow],
    foot: str,
    size: int = SIZES[0],
) -> str:
    """The page. `heads` are the words above number, product, price, struck price and stock."""
    head = "".join(
        f'<th align="{align}" width="{width}%">{escape(word)}</th>'
        for align, width, word in zip(_ALIGN, _WIDTH, heads, strict=True)
    )
    body = "".join(_row(number, row) for number, row in enumerate(rows, 1))
    return (
        f"<html><head><style>{_STYLE} body {{ font-size: {size}pt; }}</style></head>"
        f'<body><h1 style="font-size: {size + 8}pt">{escape(title)}</h1>'
        f"<p>{escape(sentence)}</p>"
        f'<table width="100%" cellspacing="0" cellpadding="5"><tr>{head}</tr>{body}</table>'
        f"<p>{escape(foot)}</p></body></html>"
    )


def _row(number: int, row: RunningRow) -> str:
    second = f'<br><font color="#5C5F66">{escape(row.second)}</font>' if row.second else ""
    struck = f"<s>{escape(row.struck)}</s>" if row.struck else ""
    cells = (
        str(number),
        f"<b>{escape(row.title)}</b>{second}",
        f"<b>{escape(row.price)}</b>",
        struck,
        escape(row.stock),
    )
    return (
        "<tr>"
        + "".join(
            f'<td align="{align}" valign="top">{cell}</td>'
            for align, cell in zip(_ALIGN, cells, strict=True)
        )
        + "</tr>"
    )
