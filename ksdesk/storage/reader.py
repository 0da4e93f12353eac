"""All that the screen may ask of a book, by topic."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ksdesk.storage.session import Session

if TYPE_CHECKING:
    from ksdesk.storage.aftersales import AftersalesReader
    from ksdesk.storage.deposit import DepositReader
    from ksdesk.storage.imports.batches import BatchReader
    from ksdesk.storage.imports.doubles import DoubleReader
    from ksdesk.storage.month import MonthReader
    from ksdesk.storage.notes import NoteReader
    from ksdesk.storage.opening import OpeningReader
    from ksdesk.storage.orders.index import OrderIndexReader
    from ksdesk.storage.orders.list import OrderListReader
    from ksdesk.storage.orders.work import OrderWorkReader
    from ksdesk.storage.products import ProductReader
    from ksdesk.storage.products.list import ProductListReader
    from ksdesk.storage.promotion.profit import ProfitReader
    from ksdesk.storage.records import RecordReader
    from ksdesk.storage.reviews import ReviewReader
    from ksdesk.storage.search import SearchReader
    from ksdesk.storage.shop import ShopReader
    from ksdesk.storage.traffic import TrafficReader
    from ksdesk.storage.traffic.alarms import AlarmReader


class Reader:
    """Named queries that return tuples and frozen values, never model instances.

    A topic is imported when it is first asked for: a start needs none of them.
    """

    def __init__(self, session: Session) -> None:
        self.session = session

    @property
    def damaged(self) -> int:
        """How many rows could not be read so far; they are left out."""
        return len(self.session.damaged)

    @cached_property
    def opening(self) -> OpeningReader:
        from ksdesk.storage.opening import OpeningReader

        return OpeningReader(self.session)

    @cached_property
    def deposit(self) -> DepositReader:
        from ksdesk.storage.deposit import DepositReader

        return DepositReader(self.session)

    @cached_property
    def notes(self) -> NoteReader:
        from ksdesk.storage.notes import NoteReader

        return NoteReader(self.session)

    @cached_property
    def order_list(self) -> OrderListReader:
        from ksdesk.storage.orders.list import OrderListReader

        return OrderListReader(self.session)

    @cached_property
    def order_index(self) -> OrderIndexReader:
        from ksdesk.storage.orders.index import OrderIndexReader

        return OrderIndexReader(self.session)

    @cached_property
    def order_work(self) -> OrderWorkReader:
        from ksdesk.storage.orders.work import OrderWorkReader

        return OrderWorkReader(self.session)

    @cached_property
    def products(self) -> ProductReader:
        from ksdesk.storage.products import ProductReader

        return ProductReader(self.session)

    @cached_property
    def product_list(self) -> ProductListReader:
        from ksdesk.storage.products.list import ProductListReader

        return ProductListReader(self.session)

    @cached_property
    def profit(self) -> ProfitReader:
        from ksdesk.storage.promotion.profit import ProfitReader

        return ProfitReader(self.session)

    @cached_property
    def month(self) -> MonthReader:
        from ksdesk.storage.month import MonthReader

        return MonthReader(self.session)

    @cached_property
    def aftersales(self) -> AftersalesReader:
        from ksdesk.storage.aftersales import AftersalesReader

        return AftersalesReader(self.session)

    @cached_property
    def reviews(self) -> ReviewReader:
        from ksdesk.storage.reviews import ReviewReader

        return ReviewReader(self.session)

    @cached_property
    def traffic(self) -> TrafficReader:
        from ksdesk.storage.traffic import TrafficReader

        return TrafficReader(self.session)

    @cached_property
    def batches(self) -> BatchReader:
        from ksdesk.storage.imports.batches import BatchReader

        return BatchReader(self.session)

    @cached_property
    def doubles(self) -> DoubleReader:
        from ksdesk.storage.imports.doubles import DoubleReader

        return DoubleReader(self.session)

    @cached_property
    def shop(self) -> ShopReader:
        from ksdesk.storage.shop import ShopReader

        return ShopReader(self.session)

    @cached_property
    def records(self) -> RecordReader:
        from ksdesk.storage.records import RecordReader

        return RecordReader(self.session)

    @cached_property
    def alarms(self) -> AlarmReader:
        from ksdesk.storage.traffic.alarms import AlarmReader

        return AlarmReader(self.session)

    @cached_property
    def search(self) -> SearchReader:
        from ksdesk.storage.search import SearchReader

        return SearchReader(self.session)
