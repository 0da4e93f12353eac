"""All that the screen may ask of a book, by topic."""

from __future__ import annotations

from ksdesk.storage.batches import BatchReader
from ksdesk.storage.deposit import DepositReader
from ksdesk.storage.opening import OpeningReader
from ksdesk.storage.products import ProductReader
from ksdesk.storage.session import Session
from ksdesk.storage.traffic import TrafficReader


class Reader:
    """Named queries that return tuples and frozen values, never model instances."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.opening = OpeningReader(session)
        self.deposit = DepositReader(session)
        self.products = ProductReader(session)
        self.traffic = TrafficReader(session)
        self.batches = BatchReader(session)
