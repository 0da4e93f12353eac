"""Which day is over in the imported orders: a part of a day is never held against a whole one."""

from __future__ import annotations

from datetime import date, datetime, timedelta


def last_whole_day(newest: datetime | None, read_at: datetime | None, today: date) -> date | None:
    """The last day before today that all orders are known of; None where no order is.

    `newest` is when the newest order was placed, `read_at` when orders were imported last. Of the
    newest order's own day all are known once they were read after it. Days after it without any
    order are not taken for days without sales: the file may end there.

    >>> last_whole_day(datetime(2026, 11, 17, 9), datetime(2026, 11, 17, 9, 5), date(2026, 11, 18))
    datetime.date(2026, 11, 16)
    """
    if newest is None:
        return None
    day = newest.date()
    if day >= today:
        return today - timedelta(days=1)
    read_after = read_at is not None and read_at.date() > day
    return day if read_after else day - timedelta(days=1)
