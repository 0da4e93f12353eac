"""The tables as peewee sees them, by topic. Only this room uses them; nothing outside gets a row.

Days are ISO text, moments are ISO text to the second in Beijing time, money is integer fen.
"""

from __future__ import annotations

from ksdesk.storage.models import (
    aftersales,
    deposit,
    imports,
    month,
    opening,
    orders,
    products,
    promotion,
    records,
    reviews,
    shop,
    today,
    traffic,
)
from ksdesk.storage.models.base import Base

ALL: tuple[type[Base], ...] = (
    *shop.TABLES,
    *opening.TABLES,
    *deposit.TABLES,
    *products.TABLES,
    *traffic.TABLES,
    *promotion.TABLES,
    *aftersales.TABLES,
    *reviews.TABLES,
    *month.TABLES,
    *orders.TABLES,
    *today.TABLES,
    *imports.TABLES,
    *records.TABLES,
)
