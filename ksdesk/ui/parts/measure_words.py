"""Names and figures of the measures of traffic, wherever they are shown."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ksdesk.domain.traffic import OWN, measure
from ksdesk.ui.parts.texts import (
    NOTHING,
    count_text,
    number_text,
    percent_text,
    yuan_text,
)
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP, Words

_said = Words("Traffic")

NAMES = {
    "spend": QT_TRANSLATE_NOOP("Measures", "Spend"),
    "gmv": QT_TRANSLATE_NOOP("Measures", "Sales"),
    "gmv_day": QT_TRANSLATE_NOOP("Measures", "Sales, same day"),
    "gmv_1d": QT_TRANSLATE_NOOP("Measures", "Sales, next day"),
    "gmv_3d": QT_TRANSLATE_NOOP("Measures", "Sales in 3 days"),
    "gmv_7d": QT_TRANSLATE_NOOP("Measures", "Sales in 7 days"),
    "gmv_15d": QT_TRANSLATE_NOOP("Measures", "Sales in 15 days"),
    "gmv_30d": QT_TRANSLATE_NOOP("Measures", "Sales in 30 days"),
    "impressions": QT_TRANSLATE_NOOP("Measures", "Impressions"),
    "cover_shows": QT_TRANSLATE_NOOP("Measures", "Cover shows"),
    "cover_clicks": QT_TRANSLATE_NOOP("Measures", "Cover clicks"),
    "material_shows": QT_TRANSLATE_NOOP("Measures", "Video shows"),
    "material_clicks": QT_TRANSLATE_NOOP("Measures", "Video clicks"),
    "clicks": QT_TRANSLATE_NOOP("Measures", "Clicks"),
    "actions": QT_TRANSLATE_NOOP("Measures", "Actions"),
    "plays": QT_TRANSLATE_NOOP("Measures", "Plays"),
    "plays_3s": QT_TRANSLATE_NOOP("Measures", "Plays over 3 s"),
    "plays_5s": QT_TRANSLATE_NOOP("Measures", "Plays over 5 s"),
    "plays_end": QT_TRANSLATE_NOOP("Measures", "Played to the end"),
    "effective_plays": QT_TRANSLATE_NOOP("Measures", "Valid plays"),
    "views": QT_TRANSLATE_NOOP("Measures", "Views"),
    "entries": QT_TRANSLATE_NOOP("Measures", "Live room entries"),
    "stay_seconds": QT_TRANSLATE_NOOP("Measures", "Time watched"),
    "peak_viewers": QT_TRANSLATE_NOOP("Measures", "Most viewers at once"),
    "likes": QT_TRANSLATE_NOOP("Measures", "Likes"),
    "comments": QT_TRANSLATE_NOOP("Measures", "Comments"),
    "shares": QT_TRANSLATE_NOOP("Measures", "Shares"),
    "gifts": QT_TRANSLATE_NOOP("Measures", "Gifts"),
    "new_fans": QT_TRANSLATE_NOOP("Measures", "New fans"),
    "unfollows": QT_TRANSLATE_NOOP("Measures", "Fans lost"),
    "product_clicks": QT_TRANSLATE_NOOP("Measures", "Product clicks"),
    "product_visits": QT_TRANSLATE_NOOP("Measures", "Product visits"),
    "orders": QT_TRANSLATE_NOOP("Measures", "Orders"),
    "orders_day": QT_TRANSLATE_NOOP("Measures", "Orders, same day"),
    "conversions": QT_TRANSLATE_NOOP("Measures", "Conversions"),
    "refunds": QT_TRANSLATE_NOOP("Measures", "Refunds"),
    "reports": QT_TRANSLATE_NOOP("Measures", "Reports"),
    "blocks": QT_TRANSLATE_NOOP("Measures", "Blocks"),
    "dislikes": QT_TRANSLATE_NOOP("Measures", "Show me less"),
    "live_likes": QT_TRANSLATE_NOOP("Measures", "Likes in the live"),
    "live_comments": QT_TRANSLATE_NOOP("Measures", "Comments in the live"),
    "live_shares": QT_TRANSLATE_NOOP("Measures", "Shares of the live"),
    "roi": QT_TRANSLATE_NOOP("Measures", "ROI"),
    "roi_day": QT_TRANSLATE_NOOP("Measures", "ROI, same day"),
    "cpm": QT_TRANSLATE_NOOP("Measures", "Cost per 1,000 shows"),
    "ctr": QT_TRANSLATE_NOOP("Measures", "Click rate"),
    "cover_ctr": QT_TRANSLATE_NOOP("Measures", "Cover click rate"),
    "cpc": QT_TRANSLATE_NOOP("Measures", "Cost per click"),
    "view_cost": QT_TRANSLATE_NOOP("Measures", "Cost per view"),
    "fan_cost": QT_TRANSLATE_NOOP("Measures", "Cost per fan"),
    "fan_rate": QT_TRANSLATE_NOOP("Measures", "Fan rate"),
    "product_click_rate": QT_TRANSLATE_NOOP("Measures", "Product click rate"),
    "order_rate": QT_TRANSLATE_NOOP("Measures", "Order rate"),
    "order_cost": QT_TRANSLATE_NOOP("Measures", "Cost per order"),
    "order_value": QT_TRANSLATE_NOOP("Measures", "Average order"),
    "conversion_cost": QT_TRANSLATE_NOOP("Measures", "Cost per conversion"),
}

USEFUL = (
    *("views", "spend", "product_clicks", "new_fans", "orders", "gmv", "roi", "entries"),
    *("stay_seconds", "impressions", "clicks", "fan_cost", "fan_rate", "product_click_rate"),
    *("view_cost", "order_cost", "order_rate", "cpc", "ctr", "cpm", "plays", "likes"),
)
"""What is offered first, in this order; all others follow in the order of the book."""


def measure_name(code: str) -> str:
    """The name of a measure; a figure of the seller's own under the name it was given."""
    if code.startswith(OWN):
        return code.removeprefix(OWN)
    return QCoreApplication.translate("Measures", NAMES[code])


def figure_text(code: str, value: float | None) -> str:
    """A figure as the seller reads it; money and prices are in fen."""
    if value is None:
        return NOTHING
    kind = measure(code).kind
    if kind in ("money", "price"):
        return yuan_text(round(value))
    if kind == "rate":
        return percent_text(value)
    if kind == "seconds":
        return _said(QT_TRANSLATE_NOOP("Traffic", "{n} s")).format(n=plain_number(value))
    return number_text(value) if kind == "ratio" else plain_number(value)


def plain_number(value: float) -> str:
    """As many digits as count: 2,162 · 41.2 · 0.0820."""
    if value == round(value) or abs(value) >= 1000:
        return count_text(value)
    size = abs(value)
    return number_text(value, 1 if size >= 10 else 2 if size >= 1 else 4)
