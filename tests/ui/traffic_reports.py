"""Small reports of the kind that 磁力金牛 exports, made for tests."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

NAMES = {"101": "$100 起 ^_^ 🎁", "102": "柿饼 & 苹果｜晚场"}
HEADER = (
    "时间,广告计划ID,广告计划,总花费（元）,广告曝光数,直播观看数,粉丝关注数,"
    "直播间商品点击数,直接订单数"
)


def hourly(start: datetime, hours: int, *, twist: int = 0) -> list[str]:
    """Lines of an hourly report with its header, two campaigns; `twist` changes the figures."""
    lines = [HEADER]
    for number in range(hours):
        moment = start + timedelta(hours=number)
        for key, name in NAMES.items():
            figures = f"{10 + number % 7}.50,{200 + number},{20 + number % 24 + twist},3,4,1"
            lines.append(f'{moment:%Y-%m-%d %H:%M},{key},"{name}",{figures}')
    return lines


def written(path: Path, lines: list[str], encoding: str = "gb18030") -> Path:
    """The lines as a file, under the title lines that reports begin with."""
    path.write_text("\n".join(["投放数据报表", "账户：柿子沟果园", *lines]), encoding)
    return path
