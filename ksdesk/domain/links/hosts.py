"""Where the platforms keep their goods: hosts, paths and the place of the item's id.

A table of what public code and real links show. Nothing is fetched: a short link names its
platform only. Each pattern is matched against the whole address, ``host/path``, and ``short``,
``shop`` and ``video`` against ``host/path?query``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal
from urllib.parse import unquote

Kind = Literal["item", "shop", "video", "unknown"]

CLOSING: Final = ".,;:!?'\")]}>*~|#&"
"""Marks at the end of a link that belong to the sentence around it."""


def _page(shape: str) -> re.Pattern[str]:
    return re.compile(shape, re.IGNORECASE | re.ASCII)


_NONE: Final = _page(r"(?!)")
_NUMBER: Final = _page(r"[0-9]{1,19}")
_ALIAS: Final = _page(r"[0-9a-z]{3,32}")


@dataclass(frozen=True, slots=True)
class Platform:
    """One platform: its domains (with all below them) and its kinds of page.

    ``in_path`` finds the id (group ``id``) in the address itself, ``in_query`` the pages that keep
    it in one of the query's ``names`` (lower case, best first). ``clean`` is the link without
    tracking. ``numbers`` names the platform whose ids these are: one number is one item on Taobao
    and Tmall. ``jump`` pages need their whole query to lead anywhere. ``unsure``: no source says
    whether its goods may be taken; every page of it is kept.
    """

    code: str
    domains: tuple[str, ...]
    clean: str
    in_path: re.Pattern[str] = _NONE
    in_query: re.Pattern[str] = _NONE
    names: tuple[str, ...] = ("id",)
    id_shape: re.Pattern[str] = _NUMBER
    short: re.Pattern[str] = _NONE
    jump: re.Pattern[str] = _NONE
    shop: re.Pattern[str] = _NONE
    video: re.Pattern[str] = _NONE
    numbers: str = ""
    unsure: bool = False


_SERVICES: Final = (
    r"(?!(?:www|m|s|i|item|detail|list|login|cart|buy|buyertrade|ai|uland|world|pages|market|ju|"
    r"search|trade|work|member|news|help|chaoshi|3c|food|click|go|air|page|sale|show|img)\.)"
)
"""Sub-domains that are the platform's own; any other is a shop's."""

PLATFORMS: Final = (
    Platform(
        "taobao",
        ("taobao.com", "tb.cn"),
        "https://item.taobao.com/item.htm?id={id}",
        in_path=_page(r"(?:a\.m\.taobao\.com/i|world\.taobao\.com/item/)(?P<id>\d{1,19})\.html?"),
        in_query=_page(
            r"(?:[a-z0-9-]+\.)*taobao\.com/(?:[\w./-]*/)?(?:item|item_o|detail|home|edetail)(?:\.html?)?"
        ),
        names=("id", "itemid", "item_id"),
        short=_page(r"(?:[a-z]+\.)?tb\.cn/[\w.=-]+/?(?:\?.*)?|s\.click\.taobao\.com/\w+/?"),
        jump=_page(r"(?:s\.click|uland)\.taobao\.com/[\w/.]*\?.*"),
        shop=_page(
            r"(?:shop\.m|store|favorite\.shop)\.taobao\.com/.*|world\.taobao\.com/dianpu/.*|"
            rf"{_SERVICES}[a-z0-9-]+(?:\.m|\.world)?\.taobao\.com(?:/(?:shop|category|search|index)?.*)?"
        ),
        numbers="taobao",
    ),
    Platform(
        "tmall",
        ("tmall.com", "tmall.hk"),
        "https://detail.tmall.com/item.htm?id={id}",
        in_path=_page(r"(?:a\.m\.tmall\.com/i|world\.tmall\.com/item/)(?P<id>\d{1,19})\.html?"),
        in_query=_page(
            r"(?:[a-z0-9-]+\.)*tmall\.(?:com|hk)/(?:[\w./-]*/)?(?:item|item_o|detail|home)(?:\.html?)?"
        ),
        names=("id", "itemid", "item_id"),
        shop=_page(rf"{_SERVICES}[a-z0-9-]+(?:\.m|\.world)?\.tmall\.(?:com|hk)(?:/.*|\?.*)?"),
        numbers="taobao",
    ),
    Platform(
        "xianyu",
        ("goofish.com", "2.taobao.com"),
        "https://www.goofish.com/item?id={id}",
        in_path=_page(r"(?:[a-z0-9-]+\.)*goofish\.com/item/(?P<id>\d{1,19})"),
        in_query=_page(
            r"(?:[a-z0-9-]+\.)*(?:goofish|2\.taobao)\.com/(?:[\w/-]*/)?item(?:-detail|\.html?)?|"
            r"market\.m\.taobao\.com/app/idlefish[\w./-]*"
        ),
        names=("id", "itemid", "item_id"),
        shop=_page(r"(?:[a-z0-9-]+\.)*goofish\.com/personal.*"),
    ),
    Platform(
        "jd",
        ("jd.com", "jd.hk", "3.cn"),
        "https://item.jd.com/{id}.html",
        in_path=_page(
            r"(?:item|item\.m|in\.m|m|www|re|npcitem|mitem|e)\.jd\.(?:com|hk)/"
            r"(?:product/|cps/item/)?(?P<id>\d{6,14})\.html?"
        ),
        in_query=_page(
            r"(?:wq|wqs|wqitem|item\.m|kpl\.m|m)\.jd\.com/"
            r"(?:m?item/m?view|pingou/item\.s?html|ware/view\.action|product)\d?"
        ),
        names=("sku", "wareid"),
        id_shape=_page(r"[0-9]{6,14}"),
        short=_page(r"3\.cn/(?:s/)?[\w=-]+/?(?:\?.*)?|u\.jd\.com/[\w=-]+/?(?:\?.*)?"),
        jump=_page(r"(?:union-click|u)\.jd\.com/\w*/?\?.*"),
        shop=_page(r"(?:mall|shop|shop\.m|mshop\.m?)\.jd\.(?:com|hk)/.*"),
        video=_page(r"(?:lives|live|zhibo|h5\.m)\.jd\.com/(?:.*live.*|#/.*|\d+.*)"),
    ),
    Platform(
        "pdd",
        ("yangkeduo.com", "pinduoduo.com"),
        "https://mobile.yangkeduo.com/goods.html?goods_id={id}",
        in_query=_page(
            r"(?:[a-z0-9-]+\.)*(?:yangkeduo|pinduoduo)\.com/"
            r"(?:[\w-]*/)?(?:goods\d?|goods[_-]detail|duo_coupon_landing)(?:\.html)?"
        ),
        names=("goods_id", "goodsid"),
        short=_page(
            r"(?:[a-z0-9-]+\.)*(?:yangkeduo|pinduoduo)\.com/goods\d?\.html\?(?:.*&)?ps=\w+.*|"
            r"(?:p|file-link)\.pinduoduo\.com/[\w=-]+/?(?:\?.*)?"
        ),
        jump=_page(r"[a-z.]+\.(?:yangkeduo|pinduoduo)\.com/app\.html\?.*"),
        shop=_page(r"(?:[a-z0-9-]+\.)*(?:yangkeduo|pinduoduo)\.com/mall\w*\.html.*"),
    ),
    Platform(
        "1688",
        ("1688.com",),
        "https://detail.1688.com/offer/{id}.html",
        in_path=_page(r"(?:detail|m|detail\.m|www)\.1688\.com/offer/(?P<id>\d{1,19})\.html"),
        in_query=_page(
            r"(?:(?:detail|m|detail\.m|www)\.)?1688\.com/"
            r"(?:page/index|offer|product|offer/detail|offer_detail)(?:\.html?)?"
        ),
        names=("offerid", "offer_id", "id"),
        short=_page(r"qr\.1688\.com/(?:s|share)/[\w=-]+/?(?:\?.*)?"),
        jump=_page(r"qr\.1688\.com/share(?:\.html)?\?.*"),
        shop=_page(
            r"winport\.m\.1688\.com/.*|m\.1688\.com/winport/.*|(?!qr\.)(?!dj\.)"
            rf"{_SERVICES}[a-z0-9-]+\.1688\.com(?:/(?:page/.*|index.*|shop.*)?)?(?:\?.*)?"
        ),
    ),
    Platform(
        "weidian",
        ("weidian.com", "youshop10.com", "koudai.com"),
        "https://weidian.com/item.html?itemID={id}",
        in_path=_page(r"(?:www\.)?weidian\.com/i/(?P<id>\d{1,19})"),
        in_query=_page(
            r"(?:[a-z0-9-]+\.)*(?:weidian|youshop10|koudai)\.com/(?:[\w-]+/)?item\w*(?:\.html?)?"
        ),
        names=("itemid", "item_id"),
        short=_page(r"k\.(?:youshop10|weidian)\.com/(?!item\.)[\w=-]+/?(?:\?.*)?"),
        shop=_page(
            r"shop\d+\.v\.weidian\.com(?!/item\.).*|(?:www\.|h5\.)?weidian\.com/s/.*|"
            r"(?:[a-z0-9-]+\.)*weidian\.com/?\?(?:.*&)?userid=.*"
        ),
    ),
    Platform(
        "youzan",
        ("youzan.com", "koudaitong.com"),
        "https://{host}/v2/goods/{id}",
        in_path=_page(
            r"(?:[a-z0-9-]+\.)+(?:youzan|koudaitong)\.com/(?:v2/goods|wscgoods/detail)/(?P<id>[0-9a-z]{3,32})"
        ),
        in_query=_page(
            r"(?:[a-z0-9-]+\.)+(?:youzan|koudaitong)\.com/(?:v2/showcase/goods|v2/goods|wscgoods/detail|show/goods)"
        ),
        names=("alias",),
        id_shape=_ALIAS,
        short=_page(r"(?:j|s)\.youzan\.com/[\w=-]+/?(?:\?.*)?"),
        shop=_page(
            r"(?:[a-z0-9-]+\.)+(?:youzan|koudaitong)\.com/(?:v2/(?:showcase/)?(?:homepage|home|feature)|wscshop).*|"
            r"shop\d+(?:\.m)?\.youzan\.com/?"
        ),
    ),
    Platform(
        "suning",
        ("suning.com", "suning.cn"),
        "https://product.suning.com/{shop}{id}.html",
        in_path=_page(
            r"(?:product|m)\.suning\.com/(?:product/)?(?P<shop>\d{4,12}/)?(?P<id>\d{1,19})\.html?"
        ),
        short=_page(r"t\.suning\.cn/[\w=-]+/?(?:\?.*)?"),
        shop=_page(r"(?:shop|shop\.m)\.suning\.com/.*|m\.suning\.com/shop/.*"),
    ),
    Platform(
        "mogujie",
        ("mogujie.com", "mogu.com"),
        "https://shop.mogujie.com/detail/{id}",
        in_path=_page(
            r"(?:[a-z0-9-]+\.)+(?:mogujie|mogu)\.com/(?:[\w-]+/)?(?:rush)?detail/(?P<id>[0-9a-z]{3,32})"
        ),
        in_query=_page(
            r"(?:[a-z0-9-]+\.)+(?:mogujie|mogu)\.com/(?:[\w-]*/)?(?:rush)?detail[\w-]*(?:/index\.html)?"
        ),
        names=("itemid", "iid"),
        id_shape=_ALIAS,
        shop=_page(r"shop\.(?:mogujie|mogu)\.com/(?:\w+/?)?(?:\?.*)?"),
    ),
    Platform(
        "douyin",
        ("jinritemai.com", "douyin.com", "iesdouyin.com", "haohuo.snssdk.com"),
        "https://haohuo.jinritemai.com/views/product/item2?id={id}",
        in_query=_page(
            r"(?:[a-z0-9-]+\.)+(?:jinritemai|snssdk)\.com/(?:views/product/(?:item\d?|detail)|"
            r"ecommerce/trade/detail(?:/index\.html)?)"
        ),
        names=("id", "product_id"),
        short=_page(r"v\.(?:ies)?douyin\.com/[\w=-]+/?(?:\?.*)?"),
        shop=_page(
            r"[a-z0-9-]+\.jinritemai\.com/(?:views|ecommerce)/shop.*|"
            r"www\.(?:ies)?douyin\.com/(?:share/)?user/.*"
        ),
        video=_page(
            r"(?:www|m)\.(?:ies)?douyin\.com/(?:share/)?(?:video|note|slides)/.*|live\.douyin\.com/.+|"
            r"www\.douyin\.com/\w*\?(?:.*&)?modal_id=.*"
        ),
    ),
    Platform(
        "kuaishou",
        ("kwaixiaodian.com", "kuaishou.com", "kuaishouapp.com", "gifshow.com", "chenzhongtech.com"),
        "https://app.kwaixiaodian.com/merchant/shop/detail?id={id}",
        in_query=_page(
            r"(?:[a-z0-9-]+\.)*kwaixiaodian\.com/(?:merchant/shop/detail|"
            r"(?:page|web)/kwaishop-(?:buyer-)?goods-detail[\w-]*)"
        ),
        names=("id", "itemid"),
        short=_page(
            r"v\.kuaishou(?:app)?\.com/(?:s/)?[\w=-]+/?(?:\?.*)?|"
            r"(?:www|m)\.(?:kuaishou|gifshow)\.com/(?:f|s)/[\w=-]+/?(?:\?.*)?"
        ),
        shop=_page(
            r"(?:[a-z0-9-]+\.)*kwaixiaodian\.com/(?:merchant/shop(?!/detail)|[\w/-]*store).*|"
            r"(?:www|live|m|c)\.kuaishou\.com/(?:profile|u|fw/user)/[\w-]+/?(?:\?.*)?"
        ),
        video=_page(
            r"(?:[a-z0-9-]+\.)*kuaishou\.com/(?:short-video|fw/(?:photo|long-video|live)|photo|video|"
            r"u/[\w-]+/).*|(?:[a-z0-9-]+\.)*(?:chenzhongtech|gifshow)\.com/fw/.*"
        ),
    ),
    Platform(
        "dewu",
        ("dewu.com", "poizon.com", "dw4.co"),
        "https://m.dewu.com/router/product/ProductDetail?spuId={id}",
        in_query=_page(r"(?:[a-z0-9-]+\.)*(?:dewu|poizon)\.com/(?:[\w.-]+/)*product\w*(?:\.html)?"),
        names=("spuid", "productid"),
        short=_page(r"dw4\.co/.*"),
        unsure=True,
    ),
    Platform(
        "vip",
        ("vip.com", "vipshop.com"),
        "https://detail.vip.com/detail-{shop}{id}.html",
        in_path=_page(
            r"(?:[a-z0-9-]+\.)*vip(?:shop)?\.com/(?:product|detail)-(?P<shop>\d{1,19}-)(?P<id>\d{1,19})\.html?"
        ),
        short=_page(r"t\.vip\.com/[\w=-]+/?(?:\?.*)?"),
        unsure=True,
    ),
    Platform(
        "xiaohongshu",
        ("xiaohongshu.com", "xhslink.com"),
        "https://www.xiaohongshu.com/goods-detail/{id}",
        in_path=_page(
            r"(?:[a-z0-9-]+\.)*xiaohongshu\.com/(?:[\w-]+/)?(?:goods(?:-detail)?|item)/(?P<id>[0-9a-f]{24})"
        ),
        short=_page(r"xhslink\.com/.*"),
        unsure=True,
    ),
    Platform(
        "weixin",
        ("store.weixin.qq.com", "shop.weixin.qq.com", "channels.weixin.qq.com"),
        "https://store.weixin.qq.com/shop/product?productId={id}",
        in_query=_page(
            r"(?:store|shop|channels)\.weixin\.qq\.com/[\w/.-]*(?:product|goods)[\w/.-]*"
        ),
        names=("productid", "product_id"),
        unsure=True,
    ),
    Platform(
        "kaola",
        ("kaola.com", "kaola.com.hk"),
        "https://goods.kaola.com/product/{id}.html",
        in_path=_page(
            r"(?:[a-z0-9-]+\.)*kaola\.com(?:\.hk)?/(?:[\w-]+/)?product/(?P<id>\d{1,19})(?:\.html?)?"
        ),
        unsure=True,
    ),
)

BY_CODE: Final = {platform.code: platform for platform in PLATFORMS}
_BY_DOMAIN: Final = {domain: each for each in PLATFORMS for domain in each.domains}
_BRANDS: Final = _page(
    r"taobao|tmall|goofish|xianyu|yangkeduo|pinduoduo|1688|weidian|youshop10|youzan|suning|mogujie|"
    r"jinritemai|douyin|xiaohongshu|xhslink|vipshop|poizon|kuaishou|kwaixiaodian|jingdong|(?<![a-z0-9])(?:jd|tb)(?![a-z0-9])|(?:^|\.)3\.cn\."
)
_EVERYDAY: Final = ("vip.com", "dw4.co", "tb.cn", "jd.hk", "3.cn")
"""Domains that the hosts of others contain by chance."""
_LIKE_LETTERS: Final = str.maketrans({"0": "o", "5": "s", "_": "-"})
_IDLE_FISH: Final = "/app/idlefish"

_KEPT: Final = frozenset(
    "shop_id shopid user_number_id mall_id userid user_id memberid sellerid "
    "alias kdt_id ps secret modal_id sec_uid id".split()
)
"""What a page that is no item needs of its query (lower case); the rest is tracking."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a platform, by its address alone."""

    platform: Platform
    item_id: str | None
    url: str
    kind: Kind
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


def page_at(host: str, path: str, query: str) -> Page | None:
    """What the address leads to; None if the host (lower case) belongs to no platform."""
    platform = platform_of(host, path)
    if platform is None:
        return None
    parts = list(_parameters(query))
    item_id, shop = _item(platform, host + path, parts)
    if item_id is not None:
        clean = platform.clean.format(id=item_id, shop=shop, host=host)
        return Page(platform, item_id, clean, "item", False)
    address = f"{host}{path}?{query}" if query else host + path
    jump = platform.jump.fullmatch(address) is not None
    short = jump or platform.unsure or platform.short.fullmatch(address) is not None
    kept = query if jump else "&".join(f"{n}={v}" for n, v in parts if n.lower() in _KEPT and v)
    url = (f"https://{host}{path}" + (f"?{kept}" if kept else "")).rstrip(CLOSING)
    return Page(platform, None, url, "unknown" if short else _kind(platform, address), short)


def _kind(platform: Platform, address: str) -> Kind:
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
