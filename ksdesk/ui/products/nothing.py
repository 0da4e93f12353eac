"""Why the list of products is empty, and the way to where they are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from ksdesk.ui.parts.texts import count_text


class Why(NamedTuple):
    """A sentence, the words of its button, and where that leads: a chip, or "" for everything."""

    words: str
    action: str
    chip: str


def why_empty(chip: str, chip_name: str, looked_for: str, counts: Mapping[str, int]) -> Why:
    """What is said where no product is shown.

    `looked_for` are the words and the category as they were put in, "" for none; `counts` is what
    each chip has of that.
    """
    translate = QCoreApplication.translate
    if chip not in ("all", "bin") and counts["all"]:
        text = translate("Products", "None under “{chip}”; {n} under “All”")
        words = text.format(chip=chip_name, n=count_text(counts["all"]))
        return Why(words, translate("Products", "Show all"), "all")
    if chip != "bin" and counts["bin"]:
        text = translate("Products", "Only in the bin: {n}")
        words = text.format(n=count_text(counts["bin"]))
        return Why(words, translate("Products", "Open the bin"), "bin")
    if chip == "bin" and (counts["all"] or not looked_for):
        text = translate("Products", "Nothing in the bin; {n} outside of it")
        words = text.format(n=count_text(counts["all"]))
        return Why(words, translate("Products", "Show all"), "all")
    text = translate("Products", "No product has “{words}”")
    words = text.format(words=looked_for)
    return Why(words, translate("Products", "Clear search and filter"), "")
