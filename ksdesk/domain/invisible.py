"""Signs that nobody sees: direction marks, joiners and soft hyphens.

They come along when a number is copied from a chat or a web page.
"""

from __future__ import annotations

from typing import Final

INVISIBLE: Final = (
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u061c\u180e"
    "\u202a\u202b\u202c\u202d\u202e\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069"
    "\u206a\u206b\u206c\u206d\u206e\u206f"
)
WITHOUT: Final = str.maketrans(dict.fromkeys(INVISIBLE))
"""For `str.translate`."""
