"""Hourly reports with an evening of junk in them, made for tests."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from pathlib import Path

HEADER = (
    "时间,广告计划ID,广告计划,总花费(元),直播观看数,直播平均观看时长(秒),"
    "涨粉数,商品点击数,直接订单数"
)
NAME = "代理甲 $100"
NOW = datetime(2026, 11, 18, 10, 20)
JUNK = datetime(2026, 11, 15, 20)


def hours(days: int, *, junk: bool = True, factor: float = 1.0) -> list[str]:
    """Lines of the last so many days up to NOW; with `junk` the evening of 15 November is bought.

    `factor` makes the later of two exports differ.
    """
    chance = random.Random(7)
    first = (NOW - timedelta(days=days)).replace(hour=0, minute=0)
    lines = [HEADER]
    moment = first
    while moment < NOW.replace(minute=0):
        evening = 19 <= moment.hour < 24
        views = round((240 if evening else 40) * chance.uniform(0.85, 1.15))
        stay, spend = 40, 10 if evening else 0
        fans, clicks, orders = (round(views * rate) for rate in (0.04, 0.08, 0.008))
        if junk and JUNK <= moment < JUNK + timedelta(hours=4):
            views, stay, clicks, orders = round(views * 6 * factor), 6, 3, 0
        row = (spend, views, stay, fans, clicks, orders)
        lines.append(f"{moment:%Y-%m-%d %H:%M},900,{NAME},{','.join(map(str, row))}")
        moment += timedelta(hours=1)
    return lines


def written(path: Path, lines: list[str]) -> Path:
    """The lines as a file."""
    path.write_text("\n".join(lines), "utf-8")
    return path
