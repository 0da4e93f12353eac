"""How one cell of a table is drawn: text, pill, second line, check box, row fill and line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QTableView

from ksdesk.ui.parts.check import draw_check
from ksdesk.ui.parts.icons import draw_icon
from ksdesk.ui.parts.pill import draw_pill, pill_height, pill_width
from ksdesk.ui.parts.rows import Column, Row, RowsModel
from ksdesk.ui.parts.table.header import EDGE, TableHeader
from ksdesk.ui.shell.theme import BODY, SMALL, Theme, theme_of

HEAD = 32
"""Height of a heading above rows."""
_ICON = 16
_ICON_ROOM = 22
_TILE, _TILE_ROOM = 28, 36
_BAR, _SPAN = 8, 14
_METER, _METER_HIGH = 56, 4
_BOX, _BOX_STEP = 10, 13
_TICK_AT = 0.62
"""Where in the room of a bar its tick stands."""
_ALIGN = {
    "left": int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
    "right": int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
    "center": int(Qt.AlignmentFlag.AlignCenter),
}


@dataclass(frozen=True)
class Head:
    """A heading above rows: what is bold in it and its tone, and what follows small."""

    bold: str
    tone: str = "text"
    small: str = ""


def wanted_width(
    theme: Theme, column: Column, place: int, rows: Sequence[Row], bold: bool = False
) -> int:
    """Width in px that a column needs for its title and the widest of some rows; `bold`: one of
    them is, as a sum."""
    bold = bold or column.bold
    widest = theme.width(column.title, SMALL) + 14
    for row in rows:
        pill = column.pill(row) if column.pill is not None else None
        text = column.text_of(row, place)
        width = pill_width(theme, text) if pill else theme.width(text, BODY, bold)
        if column.icon is not None and column.icon(row) is not None:
            width += _ICON_ROOM
        if column.second is not None:
            width = max(width, theme.width(column.second(row), SMALL))
        if column.tile is not None:
            width += _TILE_ROOM
        if column.badge is not None and (badge := column.badge(row)) is not None:
            width += pill_width(theme, badge[1]) + 8
        widest = max(widest, width)
    # Advances are rounded: without one px more a figure could lose its end.
    return widest + 17


def tip_text(theme: Theme, column: Column, place: int, row: Row, room: int) -> str:
    """What a tooltip says of a cell: the column's own word for it, else all of its text where it
    is cut in `room` px."""
    own = column.tip(row) if column.tip is not None else ""
    if own or wanted_width(theme, column, place, [row]) - 16 <= room:
        return own
    second = column.second(row) if column.second is not None else ""
    return "\n".join(filter(None, (column.text_of(row, place), second)))


def paint_rows(
    painter: QPainter,
    area: QRect,
    view: QTableView,
    rows: RowsModel,
    header: TableHeader,
    hovered: int,
    heads: Mapping[int, Head],
) -> None:
    """Draw the rows that touch `area` of the view's viewport; `hovered` is under the mouse. `heads`
    stand above the rows at their places, which are so much higher.

    A whole screen at once: through a delegate each cell would ask Qt for all again.
    """
    theme, chosen = theme_of(view), view.selectionModel()
    first, last = view.rowAt(area.top()), view.rowAt(area.bottom())
    if first < 0:
        return
    last = last if last >= 0 else rows.rowCount() - 1
    places = [place for place in range(len(rows.columns)) if not view.isColumnHidden(place)]
    height, right = view.verticalHeader().defaultSectionSize(), header.length()
    left = -header.offset()
    rooms = {
        place: header.content(
            place, QRect(view.columnViewportPosition(place), 0, view.columnWidth(place), height - 1)
        )
        for place in places
    }
    line, fills = theme.color("grid"), (theme.color("accent_soft"), theme.color("sub"))
    for number in range(first, last + 1):
        row, top = rows.row(number), view.rowViewportPosition(number)
        if number in heads:
            band = QRect(left, top, right, view.rowHeight(number) - height)
            _paint_head(painter, theme, band, heads[number])
            top += band.height()
        checked = rows.checkable and rows.is_checked(number)
        whole = QRect(left, top, right, height)
        is_sum = rows.is_sum(row)
        if is_sum:
            painter.fillRect(whole, fills[1])
        if checked or chosen.isRowSelected(number):
            painter.fillRect(whole, fills[0])
        elif number == hovered:
            painter.fillRect(whole, fills[1])
        painter.fillRect(left, whole.bottom(), right, 1, line)
        if rows.checkable:
            box = QRectF(left + EDGE, whole.center().y() - 8, 16, 16)
            draw_check(painter, theme, box, 2 if checked else 0)
        for place, room in rooms.items() if row is not None else ():
            _paint_cell(
                painter, theme, room.translated(0, top), rows.columns[place], row, place, is_sum
            )


def _paint_head(painter: QPainter, theme: Theme, band: QRect, head: Head) -> None:
    painter.fillRect(band, theme.color("sub"))
    painter.fillRect(band.left(), band.bottom(), band.width(), 1, theme.color("grid"))
    room = band.adjusted(EDGE, 0, -EDGE, -1)
    for text, bold, tone in ((head.bold, True, head.tone), (head.small, False, "muted")):
        painter.setFont(theme.font(SMALL, bold))
        painter.setPen(theme.color(tone))
        painter.drawText(room, _ALIGN["left"], text)
        room.setLeft(room.left() + theme.width(text, SMALL, bold) + 6)


def _paint_cell(
    painter: QPainter,
    theme: Theme,
    room: QRect,
    column: Column,
    row: Row,
    place: int,
    is_sum: bool,
) -> None:
    pill = column.pill(row) if column.pill is not None else None
    if column.bar is not None:
        if (bar := column.bar(row)) is not None:
            _paint_bar(painter, theme, room, *bar)
    elif column.span is not None:
        if (span := column.span(row)) is not None:
            _paint_span(painter, theme, room, *span)
    elif column.boxes is not None:
        if (boxes := column.boxes(row)) is not None:
            _paint_boxes(painter, theme, room, *boxes)
    elif pill is not None:
        _paint_pill(painter, theme, room, *pill, column.align)
    else:
        _paint_text(painter, theme, room, column, row, place, column.bold or is_sum)


def _paint_bar(painter: QPainter, theme: Theme, room: QRect, reach: float, tone: str) -> None:
    """A bar up to the tick, or past it as far as there is room."""
    tick = room.left() + round(room.width() * _TICK_AT)
    width = min(room.width() * _TICK_AT * max(0.0, reach), room.width())
    middle = room.center().y()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(tone))
    painter.drawRoundedRect(QRectF(room.left(), middle - _BAR / 2, width, _BAR), 2, 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.fillRect(QRect(tick, middle - 10, 2, 20), theme.color("text"))


def _paint_span(
    painter: QPainter, theme: Theme, room: QRect, first: float, last: float, tone: str
) -> None:
    left, wide = room.left() + room.width() * first, room.width() * (last - first)
    box = QRectF(left, room.center().y() - _SPAN / 2, max(wide, 1.5), _SPAN)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(tone))
    round_by = min(2.0, box.width() / 2)
    painter.drawRoundedRect(box, round_by, round_by)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _paint_meter(painter: QPainter, theme: Theme, line: QRect, gone: float, tone: str) -> None:
    """At the right end of a line of text."""
    left, top = line.right() + 1 - _METER, line.center().y() - _METER_HIGH // 2
    painter.fillRect(left, top, _METER, _METER_HIGH, theme.color("grid"))
    wide = max(2, round(_METER * min(max(gone, 0.0), 1.0)))
    painter.fillRect(left, top, wide, _METER_HIGH, theme.color(tone))


def _paint_boxes(painter: QPainter, theme: Theme, room: QRect, filled: int, count: int) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    top = room.center().y() - _BOX / 2
    for place in range(count):
        box = QRectF(room.left() + place * _BOX_STEP + 0.5, top + 0.5, _BOX - 1, _BOX - 1)
        painter.setPen(theme.color("good" if place < filled else "control"))
        painter.setBrush(theme.color("good" if place < filled else "surface"))
        painter.drawRoundedRect(box, 2, 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _paint_pill(
    painter: QPainter, theme: Theme, room: QRect, kind: str, word: str, align: str
) -> None:
    width = min(pill_width(theme, word), room.width())
    height = min(pill_height(theme), room.height())
    box = QRectF(room.left(), room.center().y() - height // 2, width, height)
    if align == "right":
        box.moveRight(room.right() + 1)
    draw_pill(painter, box, theme, word, kind)


def _paint_text(
    painter: QPainter,
    theme: Theme,
    room: QRect,
    column: Column,
    row: Row,
    place: int,
    bold: bool,
) -> None:
    tone = column.tone_of(row)
    text = column.text_of(row, place)
    mark = column.icon(row) if column.icon is not None else None
    if mark is not None:
        _paint_mark(painter, theme, room, mark, column, theme.width(text, BODY, bold))
        if column.align == "left":
            room = room.adjusted(_ICON_ROOM, 0, 0, 0)
    if column.tile is not None:
        _paint_tile(painter, theme, room, column.tile(row))
        room = room.adjusted(_TILE_ROOM, 0, 0, 0)
    second = column.second(row) if column.second is not None else ""
    first = _paint_second(painter, theme, room, column, row, second, bold) if second else room
    if column.meter is not None and (meter := column.meter(row)) is not None:
        _paint_meter(painter, theme, first, *meter)
    font = theme.font(BODY, bold)
    if column.strike is not None and column.strike(row):
        font.setStrikeOut(True)
    painter.setFont(font)
    painter.setPen(theme.color(tone))
    badge = column.badge(row) if column.badge is not None else None
    if badge is not None:
        first = first.adjusted(0, 0, -pill_width(theme, badge[1]) - 8, 0)
    shown = theme.elided(text, first.width(), BODY, bold)
    painter.drawText(first, _ALIGN[column.align], shown)
    if badge is not None:
        rest = room.adjusted(theme.width(shown, BODY, bold) + 8, 0, 0, 0)
        _paint_pill(painter, theme, rest, *badge, "left")
    if column.beside is not None and (said := column.beside(row)):
        rest = room.adjusted(theme.width(text, BODY, bold) + 8, 1, 0, 0)
        if rest.width() > 16:
            painter.setFont(theme.font(SMALL))
            painter.setPen(theme.color("muted"))
            painter.drawText(rest, _ALIGN["left"], theme.elided(said, rest.width(), SMALL))


def _paint_second(
    painter: QPainter,
    theme: Theme,
    room: QRect,
    column: Column,
    row: Row,
    second: str,
    bold: bool,
) -> QRect:
    """Draw the second line; the room that is left for the first."""
    low, tall = theme.metrics(SMALL).height(), theme.metrics(BODY, bold).height()
    top = room.top() + (room.height() - low - tall) // 2
    below = QRect(room.left(), top + tall, room.width(), low)
    quiet = column.second_tone(row) if column.second_tone is not None else "muted"
    painter.setFont(theme.font(SMALL))
    painter.setPen(theme.color(quiet))
    painter.drawText(below, _ALIGN[column.align], theme.elided(second, room.width(), SMALL))
    return QRect(room.left(), top, room.width(), tall)


def _paint_tile(painter: QPainter, theme: Theme, room: QRect, what: str | QImage) -> None:
    box = QRectF(room.left() + 0.5, room.center().y() - _TILE / 2 + 0.5, _TILE - 1, _TILE - 1)
    painter.setBrush(theme.color("sub"))
    painter.setPen(theme.color("border"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.drawRoundedRect(box, 4, 4)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    if isinstance(what, QImage):
        size = what.size().scaled(_TILE - 2, _TILE - 2, Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(box.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, what)
        return
    painter.setFont(theme.font(SMALL))
    painter.setPen(theme.color("muted"))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), what)


def _paint_mark(
    painter: QPainter,
    theme: Theme,
    room: QRect,
    mark: tuple[str, str],
    column: Column,
    text_width: int,
) -> None:
    left = float(room.left())
    if column.align == "right":
        left = room.right() + 1 - text_width - _ICON_ROOM
    box = QRectF(left, room.center().y() - _ICON / 2, _ICON, _ICON)
    draw_icon(painter, box, mark[0], theme.color(mark[1]))


def paint_blocks(view: QTableView, rows: RowsModel, header: TableHeader) -> None:
    """Grey blocks where cells will be, while they are read."""
    theme = theme_of(view)
    painter = QPainter(view.viewport())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("grid"))
    height = view.verticalHeader().defaultSectionSize()
    for row in range(view.viewport().height() // height):
        for place in range(len(rows.columns)):
            cell = QRect(
                view.columnViewportPosition(place),
                row * height,
                view.columnWidth(place),
                height,
            )
            room = QRectF(header.content(place, cell))
            side = min(room.width(), 40 + (place * 37 + row * 23) % 60)
            left = room.left()
            if rows.columns[place].align == "right":
                left = room.right() - side
            painter.drawRoundedRect(QRectF(left, room.center().y() - 7, side, 14), 4, 4)
