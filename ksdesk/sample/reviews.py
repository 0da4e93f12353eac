"""Lives of a good shop: last night's waits to be looked back at, the odd Sunday is one of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from ksdesk.actions import Book, reviews
from ksdesk.actions.notes import keep
from ksdesk.domain.products.notes import RunningSheet
from ksdesk.domain.reviews.broadcasts import LIVE, VIDEO, Broadcast, newest_first
from ksdesk.sample.traffic.hours import junk_day

_FIGURES: Final = (
    *("viewers", "peak", "stay", "new_fans", "lost_fans", "comments"),
    *("exposures", "stayed", "clicks", "orders", "paid_orders"),
    *("sales", "refunds", "spend"),
)
# Days ago, begin, minutes, then the figures above; sales, refunds and spend in fen.
_LIVES: Final = """
 1 19:30 155 3486 312 48  92 19  640 21400 1952  486  54  47 191240  5990 24000
 4 12:00  80 1210  96 33  31  6  180  8800  610  190  22  19  84620     0  6000
 6 19:30 150 3349 298 41 113 14  590 20900 1820  564  50  42 168890  8200 24000
 7 19:00 245 8120 905 46 268 31 1720 52300 4600 1430 148 131 532070 24630 52000
10 19:30 130 3102 274 39  98 15  512 19400 1690  520  41  35 137750  9510 21000
13 19:40 140 3270 281 43 106 17  540 20100 1780  551  46  39 153260  8840 22000
15 19:30 145 3188 266 42 101 12  533 19800 1720  530  44  38 149000  6900 22000
17 20:00 125 2960 251 40  95 16  498 18700 1600  498  40  34 131840 10270 20000
20 19:30 150 3340 290 44 110 15  560 20700 1830  566  49  41 160490  5990 23000
22 19:30 150 3295 277 42 104 13  545 20300 1790  549  47  40 156130  9160 23000
24 19:45 135 3080 262 41  99 18  507 19300 1660  511  42  36 140220  4800 21000
"""
_JUNK: Final = "19:30 170 6380 344 6 61 22 205 24900 980 19 3 3 120400 0 30000"
_LEARNT: Final = (
    ("柿饼切开那段留人最久", ("开播先切柿饼", "21:30 前留一轮福袋")),
    ("双十一人多，红富士断了两回货", ("红富士多备 20 箱", "备一个人专回评论", "礼盒提前挂")),
    ("土蜂蜜问的人多，讲得少", ("土蜂蜜放第三个讲",)),
)
_SHOWN: Final = 6


def fill(book: Book, now: datetime) -> None:
    """Write them, the oldest first, and the running order of the last one."""
    for place, one in reversed([*enumerate(newest_first(_lives(now.date())))]):
        written = reviews.note_down(book, one, now)
        if one.began_at.date() >= now.date() - timedelta(days=1) and one.kind == LIVE:
            continue
        at = min(now, one.began_at + timedelta(hours=13))
        learnt, words = _LEARNT[place % len(_LEARNT)]
        assert isinstance(written.ref, int)
        reviews.finish(book, written.ref, learnt, words, at)
        for done in range(len(words) - (place == 2)):
            reviews.tick(book, written.ref, done, True, min(now, at + timedelta(days=2)))
    goods = book.reader.products.all()
    shown = [product for product in goods if product.state == "listed"][:_SHOWN]
    cues = ("切开给看", "先尝再讲", "", "配礼盒", "", "")
    items = tuple((product.id, cue) for product, cue in zip(shown, cues, strict=False))
    day = now.date() - timedelta(days=1)
    keep(book, RunningSheet(f"{day:%m-%d} 晚场", day, items), now)


def _lives(today: date) -> Iterator[Broadcast]:
    """In no order."""
    rows = [line.split() for line in _LIVES.strip().splitlines()]
    junk = str((today - junk_day(today)).days)
    if junk not in [row[0] for row in rows]:
        rows.append([junk, *_JUNK.split()])
    for ago, begin, minutes, *figures in rows:
        day = today - timedelta(days=int(ago))
        told: dict[str, Any] = dict(zip(_FIGURES, map(int, figures), strict=True))
        began = datetime.combine(day, time.fromisoformat(begin))
        yield Broadcast(LIVE, began, seconds=60 * int(minutes), **told)
    yield Broadcast(
        VIDEO,
        datetime.combine(today - timedelta(days=2), time(18, 5)),
        name="柿饼怎么切",
        seconds=42,
        viewers=9_240,
        stay=17,
        new_fans=36,
        comments=88,
        clicks=205,
        paid_orders=11,
        sales=512_30,
    )
