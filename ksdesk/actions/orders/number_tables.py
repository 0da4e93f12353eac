"""Tables of tracking numbers: of a print shop, a courier, or the platform."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ksdesk import importers
from ksdesk.domain.imports import ImportProblem, Source
from ksdesk.domain.orders.numbers import numbers_in
from ksdesk.domain.records import RECORDS
from ksdesk.importers.records.labels import role_of, roles


def tables_of_numbers(paths: Sequence[Path]) -> list[str]:
    """The rows of some tables as lines: order number, courier, tracking number, with tabs.

    Raises `ImportProblem` for a table that cannot be read or names no orders or no numbers.
    """
    lines: list[str] = []
    for path in paths:
        table = importers.open_table(Source(path.name, path))
        places = {role: place for place, role in _roles(table.header).items()}
        order, number = places.get("identity:order_no"), places.get("identity:tracking_no")
        if order is None or number is None:
            raise ImportProblem("no_header")
        courier = places.get("identity:courier")
        for row in table.rows:
            cells = [row[place] if place is not None and place < len(row) else "" for place in
                (order, courier, number)]  # fmt: skip
            cells[2] = " ".join(numbers_in(cells[2]))  # several parcels stay one cell
            if cells[0].strip() and cells[2]:
                lines.append("\t".join(cell.strip().strip("'") for cell in cells))
    return lines


def _roles(header: Sequence[str]) -> dict[int, str]:
    """The columns by the platform's words, or by ours: a list that was handed over in English."""
    ours = {field.en.casefold(): role_of(field) for field in RECORDS["orders"].fields}
    words = ((place, label.strip().casefold()) for place, label in enumerate(header))
    return {place: ours[word] for place, word in words if word in ours} | roles("orders", header)
