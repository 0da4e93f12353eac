"""The platforms whose goods can be taken: hosts, paths and the place of the item's id.

A table of what public code and real links show. Each pattern is matched against the whole address,
``host/path``, and ``short``, ``shop`` and ``video`` against ``host/path?query``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final


def shaped(shape: str) -> re.Pattern[str]:
    """A pattern for addresses, in whatever case they are written."""
    return re.compile(shape, re.IGNORECASE | re.ASCII)


_NONE: Final = shaped(r"(?!)")
_NUMBER: Final = shaped(r"[0-9]{1,19}")
_ALIAS: Final = shaped(r"[0-9a-z]{3,32}")


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

_FURTHER: Final = {
    "gome": "gome.com.cn",
    "yhd": "yhd.com",
    "huawei": "vmall.com",
    "xiaomi": "mi.com",
    "bilibili": "bilibili.com b23.tv",
    "zhuanzhuan": "zhuanzhuan.com",
    "kongfz": "kongfz.com",
    "meituan": "meituan.com",
    "hema": "freshippo.com hemaos.com",
    "samsclub": "samsclub.cn",
    "dmall": "dmall.com",
    "yunji": "yunjiglobal.com",
    "beidian": "beidian.com",
    "jumei": "jumei.com",
    "secoo": "secoo.com",
    "weimob": "weimob.com",
    "miniprogram": "wxaurl.cn",
}
"""Shops whose pages are kept as they are, and the mini programs of WeChat."""

PLATFORMS: Final = (
    Platform(
        "taobao",
        ("taobao.com", "tb.cn"),
        "https://item.taobao.com/item.htm?id={id}",
        in_path=shaped(r"(?:a\.m\.taobao\.com/i|world\.taobao\.com/item/)(?P<id>\d{1,19})\.html?"),
        in_query=shaped(
            r"(?:[a-z0-9-]+\.)*taobao\.com/(?:[\w./-]*/)?(?:item|item_o|detail|home|edetail)(?:\.html?)?"
        ),
        names=("id", "itemid", "item_id"),
        short=shaped(r"(?:[a-z]+\.)?tb\.cn/[\w.=-]+/?(?:\?.*)?|s\.click\.taobao\.com/\w+/?"),
        jump=shaped(r"(?:s\.click|uland)\.taobao\.com/[\w/.]*\?.*"),
        shop=shaped(
            r"(?:shop\.m|store|favorite\.shop)\.taobao\.com/.*|world\.taobao\.com/dianpu/.*|"
            rf"{_SERVICES}[a-z0-9-]+(?:\.m|\.world)?\.taobao\.com(?:/(?:shop|category|search|index)?.*)?"
        ),
        numbers="taobao",
    ),
    Platform(
        "tmall",
        ("tmall.com", "tmall.hk"),
        "https://detail.tmall.com/item.htm?id={id}",
        in_path=shaped(r"(?:a\.m\.tmall\.com/i|world\.tmall\.com/item/)(?P<id>\d{1,19})\.html?"),
        in_query=shaped(
            r"(?:[a-z0-9-]+\.)*tmall\.(?:com|hk)/(?:[\w./-]*/)?(?:item|item_o|detail|home)(?:\.html?)?"
        ),
        names=("id", "itemid", "item_id"),
        shop=shaped(rf"{_SERVICES}[a-z0-9-]+(?:\.m|\.world)?\.tmall\.(?:com|hk)(?:/.*|\?.*)?"),
        numbers="taobao",
    ),
    Platform(
        "xianyu",
        ("goofish.com", "2.taobao.com"),
        "https://www.goofish.com/item?id={id}",
        in_path=shaped(r"(?:[a-z0-9-]+\.)*goofish\.com/item/(?P<id>\d{1,19})"),
        in_query=shaped(
            r"(?:[a-z0-9-]+\.)*(?:goofish|2\.taobao)\.com/(?:[\w/-]*/)?item(?:-detail|\.html?)?|"
            r"market\.m\.taobao\.com/app/idlefish[\w./-]*"
        ),
        names=("id", "itemid", "item_id"),
        shop=shaped(r"(?:[a-z0-9-]+\.)*goofish\.com/personal.*"),
    ),
    Platform(
        "jd",
        ("jd.com", "jd.hk", "3.cn"),
        "https://item.jd.com/{id}.html",
        in_path=shaped(
            r"(?:item|item\.m|in\.m|m|www|re|npcitem|mitem|e)\.jd\.(?:com|hk)/"
            r"(?:product/|cps/item/)?(?P<id>\d{6,14})\.html?"
        ),
        in_query=shaped(
            r"(?:wq|wqs|wqitem|item\.m|kpl\.m|m)\.jd\.com/"
            r"(?:m?item/m?view|pingou/item\.s?html|ware/view\.action|product)\d?"
        ),
        names=("sku", "wareid"),
        id_shape=shaped(r"[0-9]{6,14}"),
        short=shaped(r"3\.cn/(?:s/)?[\w=-]+/?(?:\?.*)?|u\.jd\.com/[\w=-]+/?(?:\?.*)?"),
        jump=shaped(r"(?:union-click|u)\.jd\.com/\w*/?\?.*"),
        shop=shaped(r"(?:mall|shop|shop\.m|mshop\.m?)\.jd\.(?:com|hk)/.*"),
        video=shaped(r"(?:lives|live|zhibo|h5\.m)\.jd\.com/(?:.*live.*|#/.*|\d+.*)"),
    ),
    Platform(
        "pdd",
        ("yangkeduo.com", "pinduoduo.com"),
        "https://mobile.yangkeduo.com/goods.html?goods_id={id}",
        in_query=shaped(
            r"(?:[a-z0-9-]+\.)*(?:yangkeduo|pinduoduo)\.com/"
            r"(?:[\w-]*/)?(?:goods\d?|goods[_-]detail|duo_coupon_landing)(?:\.html)?"
        ),
        names=("goods_id", "goodsid"),
        short=shaped(
            r"(?:[a-z0-9-]+\.)*(?:yangkeduo|pinduoduo)\.com/goods\d?\.html\?(?:.*&)?ps=\w+.*|"
            r"(?:p|file-link)\.pinduoduo\.com/[\w=-]+/?(?:\?.*)?"
        ),
        jump=shaped(r"[a-z.]+\.(?:yangkeduo|pinduoduo)\.com/app\.html\?.*"),
        shop=shaped(r"(?:[a-z0-9-]+\.)*(?:yangkeduo|pinduoduo)\.com/mall\w*\.html.*"),
    ),
    Platform(
        "1688",
        ("1688.com",),
        "https://detail.1688.com/offer/{id}.html",
        in_path=shaped(r"(?:detail|m|detail\.m|www)\.1688\.com/offer/(?P<id>\d{1,19})\.html"),
        in_query=shaped(
            r"(?:(?:detail|m|detail\.m|www)\.)?1688\.com/"
            r"(?:page/index|offer|product|offer/detail|offer_detail)(?:\.html?)?"
        ),
        names=("offerid", "offer_id", "id"),
        short=shaped(r"qr\.1688\.com/(?:s|share)/[\w=-]+/?(?:\?.*)?"),
        jump=shaped(r"qr\.1688\.com/share(?:\.html)?\?.*"),
        shop=shaped(
            r"winport\.m\.1688\.com/.*|m\.1688\.com/winport/.*|(?!qr\.)(?!dj\.)"
            rf"{_SERVICES}[a-z0-9-]+\.1688\.com(?:/(?:page/.*|index.*|shop.*)?)?(?:\?.*)?"
        ),
    ),
    Platform(
        "weidian",
        ("weidian.com", "youshop10.com", "koudai.com"),
        "https://weidian.com/item.html?itemID={id}",
        in_path=shaped(r"(?:www\.)?weidian\.com/i/(?P<id>\d{1,19})"),
        in_query=shaped(
            r"(?:[a-z0-9-]+\.)*(?:weidian|youshop10|koudai)\.com/(?:[\w-]+/)?item\w*(?:\.html?)?"
        ),
        names=("itemid", "item_id"),
        short=shaped(r"k\.(?:youshop10|weidian)\.com/(?!item\.)[\w=-]+/?(?:\?.*)?"),
        shop=shaped(
            r"shop\d+\.v\.weidian\.com(?!/item\.).*|(?:www\.|h5\.)?weidian\.com/s/.*|"
            r"(?:[a-z0-9-]+\.)*weidian\.com/?\?(?:.*&)?userid=.*"
        ),
    ),
    Platform(
        "youzan",
        ("youzan.com", "koudaitong.com"),
        "https://{host}/v2/goods/{id}",
        in_path=shaped(
            r"(?:[a-z0-9-]+\.)+(?:youzan|koudaitong)\.com/(?:v2/goods|wscgoods/detail)/(?P<id>[0-9a-z]{3,32})"
        ),
        in_query=shaped(
            r"(?:[a-z0-9-]+\.)+(?:youzan|koudaitong)\.com/(?:v2/showcase/goods|v2/goods|wscgoods/detail|show/goods)"
        ),
        names=("alias",),
        id_shape=_ALIAS,
        short=shaped(r"(?:j|s)\.youzan\.com/[\w=-]+/?(?:\?.*)?"),
        shop=shaped(
            r"(?:[a-z0-9-]+\.)+(?:youzan|koudaitong)\.com/(?:v2/(?:showcase/)?(?:homepage|home|feature)|wscshop).*|"
            r"shop\d+(?:\.m)?\.youzan\.com/?"
        ),
    ),
    Platform(
        "suning",
        ("suning.com", "suning.cn"),
        "https://product.suning.com/{shop}{id}.html",
        in_path=shaped(
            r"(?:product|m)\.suning\.com/(?:product/)?(?P<shop>\d{4,12}/)?(?P<id>\d{1,19})\.html?"
        ),
        short=shaped(r"t\.suning\.cn/[\w=-]+/?(?:\?.*)?"),
        shop=shaped(r"(?:shop|shop\.m)\.suning\.com/.*|m\.suning\.com/shop/.*"),
    ),
    Platform(
        "mogujie",
        ("mogujie.com", "mogu.com"),
        "https://shop.mogujie.com/detail/{id}",
        in_path=shaped(
            r"(?:[a-z0-9-]+\.)+(?:mogujie|mogu)\.com/(?:[\w-]+/)?(?:rush)?detail/(?P<id>[0-9a-z]{3,32})"
        ),
        in_query=shaped(
            r"(?:[a-z0-9-]+\.)+(?:mogujie|mogu)\.com/(?:[\w-]*/)?(?:rush)?detail[\w-]*(?:/index\.html)?"
        ),
        names=("itemid", "iid"),
        id_shape=_ALIAS,
        shop=shaped(r"shop\.(?:mogujie|mogu)\.com/(?:\w+/?)?(?:\?.*)?"),
    ),
    Platform(
        "douyin",
        ("jinritemai.com", "douyin.com", "iesdouyin.com", "haohuo.snssdk.com"),
        "https://haohuo.jinritemai.com/views/product/item2?id={id}",
        in_query=shaped(
            r"(?:[a-z0-9-]+\.)+(?:jinritemai|snssdk)\.com/(?:views/product/(?:item\d?|detail)|"
            r"ecommerce/trade/detail(?:/index\.html)?)"
        ),
        names=("id", "product_id"),
        short=shaped(r"v\.(?:ies)?douyin\.com/[\w=-]+/?(?:\?.*)?"),
        shop=shaped(
            r"[a-z0-9-]+\.jinritemai\.com/(?:views|ecommerce)/shop.*|"
            r"www\.(?:ies)?douyin\.com/(?:share/)?user/.*"
        ),
        video=shaped(
            r"(?:www|m)\.(?:ies)?douyin\.com/(?:share/)?(?:video|note|slides)/.*|live\.douyin\.com/.+|"
            r"www\.douyin\.com/\w*\?(?:.*&)?modal_id=.*"
        ),
    ),
    Platform(
        "kuaishou",
        ("kwaixiaodian.com", "kuaishou.com", "kuaishouapp.com", "gifshow.com", "chenzhongtech.com"),
        "https://app.kwaixiaodian.com/merchant/shop/detail?id={id}",
        in_query=shaped(
            r"(?:[a-z0-9-]+\.)*kwaixiaodian\.com/(?:merchant/shop/detail|"
            r"(?:page|web)/kwaishop-(?:buyer-)?goods-detail[\w-]*)"
        ),
        names=("id", "itemid"),
        short=shaped(
            r"v\.kuaishou(?:app)?\.com/(?:s/)?[\w=-]+/?(?:\?.*)?|"
            r"(?:www|m)\.(?:kuaishou|gifshow)\.com/(?:f|s)/[\w=-]+/?(?:\?.*)?"
        ),
        shop=shaped(
            r"(?:[a-z0-9-]+\.)*kwaixiaodian\.com/(?:merchant/shop(?!/detail)|[\w/-]*store).*|"
            r"(?:www|live|m|c)\.kuaishou\.com/(?:profile|u|fw/user)/[\w-]+/?(?:\?.*)?"
        ),
        video=shaped(
            r"(?:[a-z0-9-]+\.)*kuaishou\.com/(?:short-video|fw/(?:photo|long-video|live)|photo|video|"
            r"u/[\w-]+/).*|(?:[a-z0-9-]+\.)*(?:chenzhongtech|gifshow)\.com/fw/.*"
        ),
    ),
    Platform(
        "dewu",
        ("dewu.com", "poizon.com", "dw4.co"),
        "https://m.dewu.com/router/product/ProductDetail?spuId={id}",
        in_query=shaped(
            r"(?:[a-z0-9-]+\.)*(?:dewu|poizon)\.com/(?:[\w.-]+/)*product[\w-]*(?:\.html)?"
        ),
        names=("spuid", "productid"),
        short=shaped(r"dw4\.co/.*"),
        unsure=True,
    ),
    Platform(
        "vip",
        ("vip.com", "vipshop.com"),
        "https://detail.vip.com/detail-{shop}{id}.html",
        in_path=shaped(
            r"(?:[a-z0-9-]+\.)*vip(?:shop)?\.com/(?:product|detail)-(?P<shop>\d{1,19}-)(?P<id>\d{1,19})\.html?"
        ),
        short=shaped(r"t\.vip\.com/[\w=-]+/?(?:\?.*)?"),
        unsure=True,
    ),
    Platform(
        "xiaohongshu",
        ("xiaohongshu.com", "xhslink.com"),
        "https://www.xiaohongshu.com/goods-detail/{id}",
        in_path=shaped(
            r"(?:[a-z0-9-]+\.)*xiaohongshu\.com/(?:[\w-]+/)?(?:goods(?:-detail)?|item)/(?P<id>[0-9a-f]{24})"
        ),
        short=shaped(r"xhslink\.com/.*"),
        unsure=True,
    ),
    Platform(
        "weixin",
        ("store.weixin.qq.com", "shop.weixin.qq.com", "channels.weixin.qq.com"),
        "https://store.weixin.qq.com/shop/product?productId={id}",
        in_path=shaped(
            r"(?:store|shop|channels)\.weixin\.qq\.com/(?:[\w-]+/)*(?:product|goods)/(?P<id>\d{5,19})/?"
        ),
        in_query=shaped(
            r"(?:store|shop|channels)\.weixin\.qq\.com/[\w/.-]*(?:product|goods)[\w/.-]*"
        ),
        names=("productid", "product_id"),
        unsure=True,
    ),
    Platform(
        "kaola",
        ("kaola.com", "kaola.com.hk"),
        "https://goods.kaola.com/product/{id}.html",
        in_path=shaped(
            r"(?:[a-z0-9-]+\.)*kaola\.com(?:\.hk)?/(?:[\w-]+/)?product/(?P<id>\d{1,19})(?:\.html?)?"
        ),
        unsure=True,
    ),
    Platform(
        "dangdang",
        ("dangdang.com",),
        "https://product.dangdang.com/{id}.html",
        in_path=shaped(r"product(?:\.m)?\.dangdang\.com/(?P<id>\d{1,19})\.html?"),
        in_query=shaped(r"product(?:\.m)?\.dangdang\.com/product\.(?:aspx|php)"),
        names=("product_id", "pid"),
        unsure=True,
    ),
    Platform(
        "youpin",
        ("xiaomiyoupin.com", "youpin.mi.com"),
        "https://www.xiaomiyoupin.com/detail?gid={id}",
        in_query=shaped(
            r"(?:[a-z0-9-]+\.)*(?:xiaomiyoupin|youpin\.mi)\.com/(?:[\w-]+/)?(?:new)?detail"
        ),
        names=("gid",),
        unsure=True,
    ),
    Platform(
        "yanxuan",
        ("you.163.com",),
        "https://you.163.com/item/detail?id={id}",
        in_query=shaped(r"(?:m\.)?you\.163\.com/item/detail(?:\.html)?"),
        unsure=True,
    ),
    Platform(
        "amazon",
        ("amazon.cn", "amazon.com"),
        "https://{host}/dp/{id}",
        in_path=shaped(
            r"www\.amazon\.(?:cn|com)/(?:[^/]+/)?(?:dp|gp/(?:aw/d|product))/(?P<id>[0-9a-z]{10})(?:/.*)?"
        ),
        unsure=True,
    ),
    *(
        Platform(code, tuple(domains.split()), "", unsure=True)
        for code, domains in _FURTHER.items()
    ),
)

BY_CODE: Final = {platform.code: platform for platform in PLATFORMS}
