"""How wide each column of a table is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ksdesk.ui.parts.rows import Column, RowsModel
from ksdesk.ui.parts.table.cells import wanted_width
from ksdesk.ui.parts.table.header import CHECK_ROOM, EDGE
from ksdesk.ui.shell.theme import SMALL, Theme

SAMPLE = 30
"""Rows by which the need of a column is judged."""


def shared(
    theme: Theme,
    rows: RowsModel,
    needs: Mapping[int, int],
    own: Mapping[str, int],
    room: int,
) -> Iterable[tuple[int, int]]:
    """The columns that are shown (by place) with their widths in px: fixed columns have theirs, the
    others what is left of `room`; figures never give way. `needs` is what `needed` gave, `own` are
    those that were dragged, by name.

    Where all are fixed, what is left goes to all alike: no figure stands far from its kin. A text
    that would be cut gets what other columns do not need.
    """
    if not needs:
        return ()
    shown = list(needs)
    widths = _fixed(theme, rows, shown, own, needs)
    whole = room
    loose = [p for p in shown if p not in widths]
    room -= sum(widths.values())
    if loose:
        share = room // len(loose)
        for place in loose:
            column = rows.columns[place]
            widths[place] = max(share, theme.px(column.minimum) + 16, _head(theme, column))
        widths[loose[0]] += max(0, room - share * len(loose))
    elif room > 0:
        for place in shown:
            widths[place] += room // len(shown)
        widths[shown[-1]] += room % len(shown)
    free = {p: need for p, need in needs.items() if rows.columns[p].name not in own}
    _lend(rows, widths, free, max(0, sum(widths.values()) - whole))
    return widths.items()


def needed(theme: Theme, rows: RowsModel, shown: Sequence[int]) -> dict[int, int]:
    """Px that the `shown` columns (by place) need for their titles and the first rows, with the
    room at the edges of the table."""
    if not shown:
        return {}
    sample = [row for row in rows.rows[:SAMPLE] if row is not None]
    sums = any(rows.is_sum(row) for row in sample)
    needs = {p: wanted_width(theme, rows.columns[p], p, sample, sums) for p in shown}
    for place in {shown[0], shown[-1]}:
        needs[place] += EDGE - 8
    if rows.checkable:
        needs[shown[0]] += CHECK_ROOM - 8
    return needs


def _head(theme: Theme, column: Column) -> int:
    """Px without which a title is cut; what stands below it may be longer."""
    return theme.width(column.title, SMALL) + 17


def _fixed(
    theme: Theme,
    rows: RowsModel,
    shown: Sequence[int],
    own: Mapping[str, int],
    needs: Mapping[int, int],
) -> dict[int, int]:
    widths: dict[int, int] = {}
    for place in shown:
        column = rows.columns[place]
        if column.name in own:
            widths[place] = own[column.name]
        elif column.width or column.align == "right":
            extra = (EDGE - 8) if place in (shown[0], shown[-1]) else 0
            if place == shown[0] and rows.checkable:
                extra += CHECK_ROOM - 8
            least = max(theme.px(column.width), theme.px(column.minimum), _head(theme, column))
            widths[place] = least + extra
            if column.align == "right" or column.pill is not None:
                widths[place] = max(widths[place], needs[place])
    return widths


def _lend(rows: RowsModel, widths: dict[int, int], needs: Mapping[int, int], over: int) -> None:
    """What columns have to spare goes first to what they are `over` the room, then to those that
    are too narrow, the least cut one first. Figures lend only where all rows are known: none
    further down may be cut."""
    every = len(rows.rows) <= SAMPLE
    short = {p: need - widths[p] for p, need in needs.items() if need > widths[p]}
    spare = {
        p: widths[p] - need
        for p, need in needs.items()
        if need < widths[p]
        and rows.columns[p].bar is None
        and (every or rows.columns[p].align != "right")
    }
    lent = min(over + sum(short.values()), sum(spare.values()))
    left = max(0, lent - over)
    for number, place in enumerate(sorted(short, key=lambda p: short[p])):
        given = min(short[place], left // (len(short) - number))
        widths[place] += given
        left -= given
    taken, whole = lent, sum(spare.values())
    for place, room in spare.items():
        part = room * taken // whole
        widths[place] -= part
        taken, whole = taken - part, whole - room
