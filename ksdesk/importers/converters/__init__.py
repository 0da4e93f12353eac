"""Cells of one column to values, a chunk at a time.

Most columns of most reports are plain figures. One regular expression over the joined cells proves
that a chunk is, and then the cells are turned by C code alone; only a chunk with anything else in
it goes cell by cell through the domain's parsers, which know all shapes and name what is wrong.
"""

from ksdesk.importers.converters.column import LONGEST_TEXT, Cells, Convert, Faults, kept
from ksdesk.importers.converters.figures import counts, durations, is_length, money, numbers
from ksdesk.importers.converters.times import clocks, hours, moments
from ksdesk.importers.converters.words import ids, texts

__all__ = [
    "LONGEST_TEXT",
    "Cells",
    "Convert",
    "Faults",
    "clocks",
    "counts",
    "durations",
    "hours",
    "ids",
    "is_length",
    "kept",
    "moments",
    "money",
    "numbers",
    "texts",
]
