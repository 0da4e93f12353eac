"""What a seller does, as small functions over the rooms below. No Qt.

A verb takes the book first and `now` (Beijing time) where it needs the moment, writes in one
transaction and returns `Changes`. The screen passes the book along without looking into it.
"""

from ksdesk.storage import Store as Book

__all__ = ["Book"]
