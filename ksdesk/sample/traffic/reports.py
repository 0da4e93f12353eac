"""The figures as the reports that a seller exports, imported month by month."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Final

from ksdesk.actions import Book, imports, traffic
from ksdesk.domain.imports import Source
from ksdesk.domain.traffic import TypedRow
from ksdesk.sample.days import LINE_SHOWN, opened_on
from ksdesk.sample.traffic.campaigns import CampaignDay, deliver
from ksdesk.sample.traffic.figures import Figures, total
from ksdesk.sample.traffic.hours import Hours, shop_days

HOURLY: Final = 70
"""Days with reports by the hour; days before them have daily ones alone."""

_SEED: Final = 20210402
_TYPED: Final = 6
_NO_SECRET: Final = b"buyers who are made up"
"""The same in each sample: there is nobody to hide."""

_SHOP_HEAD: Final = (
    "花费(元)", "曝光量", "点击数", "观看人数", "人均停留时长(秒)", "新增粉丝数", "取关数",
    "商品点击数", "支付订单数", "成交金额(元)",
)  # fmt: skip
_PAID_HEAD: Final = (
    "总花费(元)", "广告曝光数", "点击数", "直播观看数", "直播平均观看时长(秒)", "涨粉数",
    "商品点击数", "直接订单数", "直接GMV(元)",
)  # fmt: skip
_PLAN_HEAD: Final = ("广告计划ID", "广告计划", "营销目标", "关键词")

Row = tuple[object, ...]


@dataclass(frozen=True)
class Export:
    """One exported file: its name, its text, when it was imported."""

    name: str
    text: str
    at: datetime


def fill(book: Book, now: datetime, more: Iterable[Export] = ()) -> None:
    """Import all reports and *more* in order of time, and type in what no report has."""
    today = now.date()
    first = opened_on(now) + timedelta(days=1)
    raised_on = today - timedelta(days=LINE_SHOWN)
    sales_month = (raised_on.replace(day=1) - timedelta(days=1)).replace(day=1)
    rng = Random(_SEED)
    days = shop_days(first, today, sales_month, rng)
    deliveries = deliver(days, today, rng)
    exports = [*more, *_exports(days, deliveries, now)]
    _import(book, sorted(exports, key=lambda export: export.at))
    traffic.record(book, _typed(now, rng), now)


def _import(book: Book, exports: Iterable[Export]) -> None:
    with TemporaryDirectory(dir=book.path.parent) as folder:
        for export in exports:
            source = Source(export.name, text=export.text)
            found = imports.preview(book, source, staging=Path(folder), buyers_key=_NO_SECRET)
            imports.commit(book, found, now=export.at)
            imports.drop(found)


def _exports(
    days: Mapping[date, Hours], deliveries: Iterable[CampaignDay], now: datetime
) -> Iterator[Export]:
    """Every month has four: the shop's and the campaigns', by day and, lately, by hour."""
    today, until = now.date(), _last_full_hour(now)
    hourly_from = today - timedelta(days=HOURLY)
    paid: dict[date, list[CampaignDay]] = {}
    for delivery in deliveries:
        paid.setdefault(delivery.day, []).append(delivery)
    for month, chosen in _months(days):
        past = [day for day in chosen if day < today]
        hourly = [day for day in chosen if day >= hourly_from]
        stamp, at = f"{month:%Y-%m}", _exported(month, now)
        shop_day = _shop_rows(days, past)
        paid_day = _paid_rows(paid, past)
        yield from _file(f"小店大盘_日_{stamp}.csv", ("日期", *_SHOP_HEAD), shop_day, at)
        yield from _unfinished(stamp, paid, past, now)
        yield from _paid_file(f"磁力金牛_日报表_{stamp}.csv", ("日期",), paid_day, at)
        shop_hour = _shop_hours(days, hourly, until)
        paid_hour = _paid_hours(paid, hourly, until)
        head = ("日期", "小时")
        yield from _file(f"小店大盘_小时_{stamp}.csv", (*head, *_SHOP_HEAD), shop_hour, at)
        yield from _paid_file(f"磁力金牛_小时报表_{stamp}.csv", head, paid_hour, at)


def _months(days: Iterable[date]) -> list[tuple[date, list[date]]]:
    found: dict[date, list[date]] = {}
    for day in days:
        found.setdefault(day.replace(day=1), []).append(day)
    return list(found.items())


def _last_full_hour(now: datetime) -> datetime:
    return now.replace(minute=0, second=0, microsecond=0)


def _exported(month: date, now: datetime) -> datetime:
    """On the morning after the month, the present one a moment ago."""
    after = datetime.combine((month + timedelta(days=32)).replace(day=1), time(9, 10))
    return min(after, max(_last_full_hour(now), now - timedelta(minutes=8)))


def _file(name: str, head: Row, rows: list[Row], at: datetime, foot: Row = ()) -> Iterator[Export]:
    if rows:
        text = io.StringIO()
        writer = csv.writer(text)
        writer.writerow(head)
        writer.writerows(rows)
        if foot:
            writer.writerow(foot)
        yield Export(name, text.getvalue(), at)


def _paid_file(name: str, head: Row, rows: list[Row], at: datetime) -> Iterator[Export]:
    """As 磁力金牛 writes it: with a line of totals, which the import leaves out."""
    whole = (*head, *_PLAN_HEAD, *_PAID_HEAD)
    foot = ("合计", *[""] * (len(whole) - 1))
    return _file(name, whole, rows, at, foot)


def _unfinished(
    stamp: str, paid: Mapping[date, list[CampaignDay]], past: list[date], now: datetime
) -> Iterator[Export]:
    """The campaigns' days as they were exported yesterday: sales still came in for the last two.

    The same file of today brings the final figures, so that its import has revised rows.
    """
    at = now - timedelta(days=1, minutes=35)
    known = [day for day in past if day < at.date()]
    if known and now.date().replace(day=1) == past[0].replace(day=1):
        rows = _paid_rows(paid, known, late=known[-2:])
        yield from _paid_file(f"磁力金牛_日报表_{stamp}.csv", ("日期",), rows, at)


def _shop_rows(days: Mapping[date, Hours], chosen: Iterable[date]) -> list[Row]:
    return [(day, *_shop(total(days[day]))) for day in chosen]


def _shop_hours(days: Mapping[date, Hours], chosen: Iterable[date], until: datetime) -> list[Row]:
    return [
        (day, clock, *_shop(hour))
        for day in chosen
        for clock, hour in enumerate(days[day])
        if _is_over(day, clock, until)
    ]


def _paid_rows(
    paid: Mapping[date, list[CampaignDay]], chosen: Iterable[date], late: Iterable[date] = ()
) -> list[Row]:
    return [
        (day, *_plan(delivery), *_paid(_before(whole) if day in late else whole))
        for day in chosen
        for delivery in paid.get(day, ())
        for whole in [total(delivery.hours.values())]
    ]


def _before(whole: Figures) -> Figures:
    """A day's figures before its last order came in."""
    if not whole.orders:
        return whole
    return replace(whole, orders=whole.orders - 1, gmv=whole.gmv - whole.gmv // whole.orders)


def _paid_hours(
    paid: Mapping[date, list[CampaignDay]], chosen: Iterable[date], until: datetime
) -> list[Row]:
    return [
        (day, clock, *_plan(delivery, clock), *_paid(hour))
        for day in chosen
        for delivery in paid.get(day, ())
        for clock, hour in delivery.hours.items()
        if _is_over(day, clock, until)
    ]


def _is_over(day: date, clock: int, until: datetime) -> bool:
    return datetime.combine(day, time(clock)) + timedelta(hours=1) <= until


def _shop(f: Figures) -> Row:
    return (
        *(_yuan(f.spend), f.impressions, f.ad_clicks, f.views, f"{f.stay:.1f}"),
        *(f.new_fans, f.unfollows, f.clicks, f.orders, _yuan(f.gmv)),
    )


def _paid(f: Figures) -> Row:
    return (
        *(_yuan(f.spend), f.impressions, f.ad_clicks, f.views, f"{f.stay:.1f}"),
        *(f.new_fans, f.clicks, f.orders, _yuan(f.gmv)),
    )


def _plan(delivery: CampaignDay, clock: int | None = None) -> Row:
    """The identifying cells; a day's report names the keyword that the day ended with."""
    campaign, words = delivery.campaign, delivery.keywords
    keyword = words[max(words) if clock is None else clock]
    return campaign.code, campaign.name, campaign.way, keyword


def _yuan(fen: int) -> str:
    return f"{fen // 100}.{fen % 100:02}"


def _typed(now: datetime, rng: Random) -> Iterator[TypedRow]:
    """粉条 for a second account's lives at Saturday noon: read off the phone, in no report."""
    today = now.date()
    saturday = today - timedelta(days=(today.weekday() - 5) % 7 or 7)
    for week in range(_TYPED):
        day = saturday - timedelta(weeks=week)
        if (today - day).days in (1, 8):
            continue
        views = rng.randint(150, 210)
        figures = {
            "spend": 20_00,
            "views": views,
            "new_fans": views // 28,
            "product_clicks": views // 16,
        }
        yield TypedRow(datetime.combine(day, time(12, 5)), "小号试播", figures)
