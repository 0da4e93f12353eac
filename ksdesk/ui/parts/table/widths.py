"""How wide each column of a table is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ksdesk.ui.parts.rows import RowsModel
from ksdesk.ui.parts.table.cells import wanted_width
from ksdesk.ui.parts.table.header import CHECK_ROOM, EDGE
from ksdesk.ui.shell.theme import Theme


def shared(
    theme: Theme, rows: RowsModel, shown: Sequence[int], own: Mapping[str, int], room: int
) -> Iterable[tuple[int, int]]:
    """The `shown` columns (by place) with their widths in px: fixed columns have theirs, the others
    what is left of `room`; figures never give way. `own` are those that were dragged, by name.

    Where all are fixed, what is left goes to all alike: no figure stands far from its kin.
    """
    if not shown:
        return ()
    widths = _fixed(theme, rows, shown, own)
    loose = [p for p in shown if p not in widths]
    room -= sum(widths.values())
    if loose:
        share = room // len(loose)
        for place in loose:
            widths[place] = max(share, theme.px(rows.columns[place].minimum) + 16)
        widths[loose[0]] += max(0, room - share * len(loose))
    elif room > 0:
        for place in shown:
            widths[place] += room // len(shown)
        widths[shown[-1]] += room % len(shown)
    return widths.items()


def _fixed(
    theme: Theme, rows: RowsModel, shown: Sequence[int], own: Mapping[str, int]
) -> dict[int, int]:
    widths: dict[int, int] = {}
    sample = [row for row in rows.rows[:30] if row is not None]
    sums = any(rows.is_sum(row) for row in sample)
    for place in shown:
        column = rows.columns[place]
        if column.name in own:
            widths[place] = own[column.name]
        elif column.width or column.align == "right":
            wanted = max(theme.px(column.width), theme.px(column.minimum))
            if column.align == "right" or column.pill is not None:
                wanted = max(wanted, wanted_width(theme, column, place, sample, sums))
            extra = (EDGE - 8) if place in (shown[0], shown[-1]) else 0
            if place == shown[0] and rows.checkable:
                extra += CHECK_ROOM - 8
            widths[place] = wanted + extra
    return widths
