"""What is told about a file on its way into the book. Codes only; the screen has the words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final, Literal

from ksdesk.domain.reasons import Reason

SHOWN_ROWS: Final = 1_000
"""How many rows a preview lists as they would be stored."""

SHOWN_CELLS: Final = 50_000
"""How many of their cells, in whole rows: of thousands of columns a few rows are enough."""

SHOWN_DOUBTS: Final = 10_000
"""How many refused and how many revised rows a preview lists; its counts stay exact beyond."""

SKIP: Final = "skip"
Nameless = Literal["", "ask", "rest", "total"]
"""Rows of a traffic report in which the campaign, group or ad is empty while others name theirs:
there are none; not said yet; what belongs to no other row; the sum of the others."""

PRIVATE: Final = "private"
"""Why a column is skipped whatever the seller says: a buyer's personal data is not kept."""

DRAFT_DAYS: Final = 30
"""How long an unfinished import is kept."""

REASONS: Final = frozenset(
    (
        *("bad_money", "bad_number", "bad_count", "bad_duration", "bad_day", "bad_hour", "span"),
        *("no_day", "too_many_cells", "too_few_cells", "too_long", "too_big", "bad_bytes"),
        *("total_line", "note_line"),
        *("no_number", "lost_digits", "no_result", "bad_direction", "no_amount"),
        # of products
        *("negative", "bad_state", "no_title", "ambiguous", "twice", "contradicts"),
        *("needs_options", "levels", "not_allowed"),
    )
)
"""Why a row is not taken."""

LEFT_OUT: Final = ("total_line", "note_line")
"""Why a line is none of the table's rows: 合计 would count everything twice."""

PROBLEMS: Final = frozenset(
    (
        *(
            "missing",
            "path_too_long",
            "empty",
            "no_rows",
            "workbook",
            "archive",
            "several_packed",
            "locked_archive",
            "foreign",
            "not_a_table",
            "nul_bytes",
            "encoding",
        ),
        *("line_too_long", "cell_too_long", "too_large", "unreadable", "folder"),
        *("password", "wrong_password", "too_many", "bomb", "damaged"),
    )
)
"""Why a whole source is not taken."""


@dataclass(frozen=True)
class Source:
    """A file, or text that was pasted; `name` is what the seller knows it by.

    `part`: which sheet or which of several tables (None: the one recognised best). `password`
    opens an encrypted workbook; it is kept in memory alone, as is the table `unpacked` from a
    file.
    """

    name: str
    path: Path | None = None
    text: str | None = None
    part: int | None = None
    password: str | None = field(default=None, repr=False)
    unpacked: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class SourceTable:
    """A sheet of a workbook, or one of several tables in a file. `kind` "": not recognised."""

    index: int
    name: str
    kind: str
    columns: int


@dataclass(frozen=True)
class ColumnGuess:
    """What becomes of a column.

    `role`: time, hour, identity:<code>, mark:<label> (the seller's own identifying text),
    note:<label> (a text that identifies nothing), measure:<code>, own:<label> (own figure; no
    label yet: the seller must name it) or skip. `unit` of an amount: yuan, li (厘), fen.
    `why`: alias, guess, remembered, named (by the seller), private. `samples` are its first
    cells. Outside of traffic, identity and measure are the texts and figures of
    `ksdesk.domain.records`.
    """

    index: int
    label: str
    role: str
    unit: str = ""
    why: str = "guess"
    samples: tuple[str, ...] = ()

    @property
    def what(self) -> str:
        """The role without its code: "measure" of "measure:spend"."""
        return self.role.partition(":")[0]

    @property
    def code(self) -> str:
        """The code or label in the role: "spend" of "measure:spend"."""
        return self.role.partition(":")[2]


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that is not taken: its line in the file, and the cell and code that say why.

    What is "not_allowed" has its `reasons`.
    """

    line: int
    column: str
    value: str
    reason: str
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Revised:
    """A row of the book for which the source has other figures: (field, old, new) each.

    `name` is what it is called where its key does not tell; `reasons` are said of it beside.
    `whole` are its numbers with the zeros in front that its key goes without.
    """

    key: str
    line: int
    changes: tuple[tuple[str, Any, Any], ...]
    name: str = ""
    reasons: tuple[Reason, ...] = ()
    whole: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Double:
    """A row that perhaps came in twice: its `key` and `time` (seconds), the two files, and what
    merging changes in it, each (field, old, new)."""

    id: int
    kind: str
    key: str
    time: int
    first: str
    again: str
    changes: tuple[tuple[str, Any, Any], ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """Rows by what becomes of them. `left_out` are the source's own total lines (合计)."""

    new: int = 0
    same: int = 0
    revised: int = 0
    refused: int = 0
    left_out: int = 0

    @property
    def total(self) -> int:
        """All rows below the header that are not blank."""
        return self.new + self.same + self.revised + self.refused + self.left_out


@dataclass(frozen=True)
class Preview:
    """What committing a source would do to the book, to the row.

    `header_line` counts from 1 (0: the source has none). `needs`: what the seller must say
    before it can be committed ("time", "name_value", "figures", "twice": two columns of one role,
    "missing:<code>": a field that its kind cannot do without, "names": what products are known
    by, "nameless": whether rows without a campaign are the rest or the total). `rows` are the first
    SHOWN_ROWS (fewer of very wide tables), each (line, "new"|"same"|"revised", one value for each
    of `fields`); "time" is in seconds of the Beijing wall clock, money in fen, rates as shares,
    "reasons" a tuple of `Reason`. Of products a row is what all lines of one product make of it.
    `refused` and `revised` list up to SHOWN_DOUBTS. `first`, `last`: span in seconds. `staging`
    holds all rows; `stamp` is the state of the book that was compared with. `parts` are the
    tables to choose from, `part` the one at hand; `title` names the seller's own table;
    `unticked` are keys of revised rows that were left out in a draft.
    """

    source: Source
    kind: str
    encoding: str
    delimiter: str
    header_line: int
    columns: tuple[ColumnGuess, ...]
    grain: str
    needs: tuple[str, ...]
    counts: Counts
    fields: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...] = field(repr=False)
    refused: tuple[Refused, ...] = field(repr=False)
    revised: tuple[Revised, ...] = field(repr=False)
    first: int | None
    last: int | None
    staging: Path
    stamp: str
    parts: tuple[SourceTable, ...] = ()
    part: int = 0
    title: str = ""
    unticked: frozenset[str] = frozenset()
    nameless: Nameless = ""


@dataclass(frozen=True)
class Draft:
    """An import that was begun and neither finished nor dropped."""

    path: Path
    name: str
    kind: str
    title: str
    made_at: datetime | None
    rows: int


@dataclass(frozen=True)
class Batch:
    """One import. `state`: running, done, undone, interrupted. The counts are of its rows."""

    id: int
    kind: str
    name: str
    started_at: datetime
    state: str
    new: int = 0
    revised: int = 0
    same: int = 0
    refused: int = 0
    columns: tuple[ColumnGuess, ...] = field(default=(), repr=False)


class ImportProblem(ValueError):
    """A source cannot be read at all. `code` is one of PROBLEMS, `facts` the figures to it."""

    def __init__(self, code: str, **facts: int | str) -> None:
        super().__init__(f"{code} {facts}" if facts else code)
        self.code = code
        self.facts: Mapping[str, int | str] = facts


class NotReady(ValueError):
    """A preview cannot be committed before the seller has said what it `needs`."""

    def __init__(self, needs: tuple[str, ...]) -> None:
        super().__init__(", ".join(needs))
        self.needs = needs


class Outdated(ValueError):
    """The book has changed since it was compared with the source: preview again."""


class Unstaged(ValueError):
    """What was read of a source is gone or damaged: read it once more. The book is as it was."""


class BuiltUpon(ValueError):
    """A batch cannot be undone before the later `batch` that revised its rows."""

    def __init__(self, batch: Batch) -> None:
        super().__init__(f"batch {batch.id} ({batch.name}) revised rows of it")
        self.batch = batch
