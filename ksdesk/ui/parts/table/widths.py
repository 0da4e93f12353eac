"""How wide each column of a table is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from PySide6.QtWidgets import QTableView

from ksdesk.ui.parts.rows import Column, RowsModel
from ksdesk.ui.parts.table.cells import wanted_width
from ksdesk.ui.parts.table.header import CHECK_ROOM, EDGE
from ksdesk.ui.shell.theme import SMALL, Theme, theme_of

SAMPLE = 30
"""Rows by which the need of a column is judged."""


class ColumnWidths:
    """Keeps the columns of a view as wide as they need, as its room changes and rows do. Holds no
    view: one that nobody wants any more goes at once, on its own thread.

    `own`: px of each column that was dragged to another width, by its name.
    """

    def __init__(self, rows: RowsModel) -> None:
        self._rows = rows
        self.own: dict[str, int] = {}
        self._needs: dict[int, int] | None = None
        self._sharing = False

    def dragged(self, place: int, width: int) -> None:
        """Note that a column has another width, unless it was given here."""
        if not self._sharing and width:
            self.own[self._rows.columns[place].name] = width

    def forget(self) -> None:
        """Measure the cells anew next time: others may be longer."""
        self._needs = None

    def renew(self, view: QTableView) -> None:
        """Share the room among the columns by what stands in them now."""
        self.forget()
        self.share(view)

    def share(self, view: QTableView) -> None:
        """Share the room among the columns that are shown."""
        theme, room = theme_of(view), view.viewport().width()
        if self._needs is None:
            every = range(len(self._rows.columns))
            shown = [place for place in every if not view.isColumnHidden(place)]
            self._needs = needed(theme, self._rows, shown)
        self._sharing = True
        for place, width in shared(theme, self._rows, self._needs, self.own, room):
            view.setColumnWidth(place, width)
        self._sharing = False

    def hide(self, view: QTableView, names: Collection[str]) -> None:
        """Hide exactly the columns of these names."""
        self._sharing = True
        for place, column in enumerate(self._rows.columns):
            view.setColumnHidden(place, column.name in names)
        self._sharing = False
        self.renew(view)

    def give_way(self, view: QTableView, leaving: Sequence[str]) -> None:
        """Hide columns of these names, from the front, until the others fit."""
        for count in range(len(leaving) + 1):
            self.hide(view, leaving[:count])
            if view.horizontalHeader().length() <= view.viewport().width():
                return


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
