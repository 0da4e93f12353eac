"""The table: header, rows and cells, everything by keyboard."""

from ksdesk.ui.parts.rows import Column, RowsModel
from ksdesk.ui.parts.table.cells import Head
from ksdesk.ui.parts.table.view import TableView

__all__ = ["Column", "Head", "RowsModel", "TableView"]
