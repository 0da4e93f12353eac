"""Words as patterns of LIKE, whose escape is a backslash."""

from __future__ import annotations


def within(word: str) -> str:
    """The pattern of a text that holds the word."""
    for sign in "\\%_":
        word = word.replace(sign, f"\\{sign}")
    return f"%{word}%"
