"""What an address leads to on one of the platforms. Nothing is fetched: a short link names its
platform only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal
from urllib.parse import unquote

from ksdesk.domain.links.platforms import BY_CODE, PLATFORMS, Platform, shaped

PageKind = Literal["item", "shop", "video", "unknown"]

CLOSING: Final = ".,;:!?'\")]}>*~|#&"
"""Marks at the end of a link that belong to the sentence around it."""


_BY_DOMAIN: Final = {domain: each for each in PLATFORMS for domain in each.domains}
_BRANDS: Final = shaped(
    r"taobao|tmall|goofish|xianyu|yangkeduo|pinduoduo|1688|weidian|youshop10|youzan|suning|mogujie|"
    r"jinritemai|douyin|xiaohongshu|xhslink|vipshop|poizon|kuaishou|kwaixiaodian|jingdong|(?<![a-z0-9])(?:jd|tb)(?![a-z0-9])|(?:^|\.)3\.cn\."
)
_EVERYDAY: Final = ("vip.com", "dw4.co", "tb.cn", "jd.hk", "3.cn", "mi.com", "yhd.com")
"""Domains that the hosts of others contain by chance."""
_LIKE_LETTERS: Final = str.maketrans({"0": "o", "5": "s", "_": "-"})
_IDLE_FISH: Final = "/app/idlefish"

_KEPT: Final = frozenset(
    "shop_id shopid user_number_id mall_id userid user_id memberid sellerid "
    "alias kdt_id gid itemsid infoid ps secret modal_id sec_uid id".split()
)
"""What a page that is no item needs of its query (lower case); the rest is tracking."""
_OF_A_THING: Final = re.compile(
    r"(?:item|goods|good|product|prod|spu|sku|offer|note|ware|auction|commodity)_?(?:id|no|code|num)"
).fullmatch
"""Names that tell two things of one address apart, where the platform's own is missing."""


@dataclass(frozen=True, slots=True)
class LinkedPage:
    """A page of a platform, by its address alone."""

    platform: Platform
    item_id: str | None
    url: str
    kind: PageKind
    short: bool

    @property
    def same_as(self) -> str:
        """Equal for links to one thing, whatever their shape."""
        if self.item_id is None:
            return self.url.removeprefix("https://").rstrip("/")
        # Suning's phone pages pad the number with zeros.
        number = self.item_id.lstrip("0") if self.platform.code == "suning" else self.item_id
        return f"{self.platform.numbers or self.platform.code}:{number}"


def platform_of(host: str, path: str = "") -> Platform | None:
    """The platform whose domain ``host`` (lower case) equals or lies below; None if it is none."""
    if host == "market.m.taobao.com" and path.lower().startswith(_IDLE_FISH):
        return BY_CODE["xianyu"]
    while host:
        if host in _BY_DOMAIN:
            return _BY_DOMAIN[host]
        host = host.partition(".")[2]
    return None


def looks_alike(host: str) -> bool:
    """Whether a host that belongs to no platform wears the name of one."""
    return (
        not host.isascii()
        or any(label.startswith("xn--") for label in host.split("."))
        or any(domain in host for domain in _BY_DOMAIN if domain not in _EVERYDAY)
        or _BRANDS.search(host) is not None
        or _BRANDS.search(host.translate(_LIKE_LETTERS)) is not None
    )


def page_at(host: str, path: str, query: str) -> LinkedPage | None:
    """What the address leads to; None if the host (lower case) belongs to no platform."""
    platform = platform_of(host, path)
    if platform is None:
        return None
    parts = list(_parameters(query))
    item_id, shop = _item(platform, host + path, parts)
    if item_id is not None:
        clean = platform.clean.format(id=item_id, shop=shop, host=host)
        return LinkedPage(platform, item_id, clean, "item", False)
    address = f"{host}{path}?{query}" if query else host + path
    jump = platform.jump.fullmatch(address) is not None
    short = jump or platform.unsure or platform.short.fullmatch(address) is not None
    needed = ((n, v) for n, v in parts if v and (n.lower() in _KEPT or _OF_A_THING(n.lower())))
    kept = query if jump else "&".join(f"{n}={v}" for n, v in needed)
    url = (f"https://{host}{path}" + (f"?{kept}" if kept else "")).rstrip(CLOSING)
    return LinkedPage(platform, None, url, "unknown" if short else _kind(platform, address), short)


def _kind(platform: Platform, address: str) -> PageKind:
    if platform.video.fullmatch(address):
        return "video"
    return "shop" if platform.shop.fullmatch(address) else "unknown"


def _item(platform: Platform, address: str, parts: list[tuple[str, str]]) -> tuple[str | None, str]:
    """The item's id (None if the address names none) and, for Suning, ``shop/``."""
    if found := platform.in_path.fullmatch(address.rstrip("/")):
        return found["id"], found.groupdict("").get("shop", "")
    if platform.in_query.fullmatch(address.rstrip("/")):
        for wanted in platform.names:
            for name, value in parts:
                if name.lower() != wanted:
                    continue
                number = re.split("[&?;]", unquote(value))[0].strip("/ ")
                if platform.id_shape.fullmatch(number):
                    return number, ""
    return None, ""


def _parameters(query: str) -> Iterator[tuple[str, str]]:
    # A second "?" is a link glued together by hand.
    for part in re.split("[&?;]", query):
        name, _, value = part.partition("=")
        if name:
            yield name, value
