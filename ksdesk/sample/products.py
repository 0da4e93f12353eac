"""What the shop sells: own goods on sale, ready, half written and sold out; links from elsewhere.

The numbers in the links are made up and belong to no product.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Final

from ksdesk.actions import Book, products
from ksdesk.domain.products import Details, Picture, Product, Sku, summed
from ksdesk.paths import resources
from ksdesk.sample import stock

# Title, category, fen, pieces, selling point.
_LISTED: Final = (
    ("富平吊柿饼 礼盒 1kg", "果干蜜饯", 59_90, 412, "自然吊晒 45 天，流心"),
    ("洛川红富士 85mm 10斤", "水果生鲜", 69_00, 40, "现摘现发，坏果包赔"),
    ("秦岭土蜂蜜 500g 玻璃瓶", "蜂产品", 48_00, 126, "一年只取一次"),
    ("纸皮核桃 2kg 编织袋", "坚果炒货", 45_80, 88, "手捏就开"),
    ("米脂黄小米 5斤 真空装", "粮油杂粮", 32_90, 240, "当年新米，熬粥出油"),
    ("富平吊柿饼 家庭装 2kg", "果干蜜饯", 99_00, 163, "个大肉厚"),
    ("富平吊柿饼 尝鲜装 250g", "果干蜜饯", 19_90, 520, "先尝后买"),
    ("霜降柿饼 独立小包 500g", "果干蜜饯", 36_80, 301, "一个一包，办公室吃"),
    ("柿子干条 200g", "果干蜜饯", 16_80, 277, "什么都不加"),
    ("洛川红富士 80mm 5斤", "水果生鲜", 39_90, 118, "又脆又甜"),
    ("洛川红富士 礼盒 12枚", "水果生鲜", 88_00, 64, "单果网套，送人体面"),
    ("火晶柿子 软糯 3斤", "水果生鲜", 29_90, 72, "用吸管喝的柿子"),
    ("尖柿脆柿 5斤", "水果生鲜", 35_80, 95, "脱涩好了，到手就吃"),
    ("秦岭土蜂蜜 1kg 家庭装", "蜂产品", 86_00, 58, "波美度 41"),
    ("洋槐蜜 500g", "蜂产品", 39_00, 144, "清淡，冲水喝"),
    ("枣花蜜 500g", "蜂产品", 36_00, 131, "色深味浓"),
    ("蜂巢蜜 250g 盒装", "蜂产品", 52_00, 47, "整块封盖蜜"),
    ("纸皮核桃 5斤 尝鲜", "坚果炒货", 56_00, 76, "今年新果"),
    ("生核桃仁 500g", "坚果炒货", 34_80, 190, "手剥半仁"),
    ("椒盐核桃 400g", "坚果炒货", 24_90, 205, "小锅慢炒"),
    ("原味南瓜子 500g", "坚果炒货", 21_80, 168, "大颗饱满"),
    ("陕北大红枣 2斤", "果干蜜饯", 26_80, 233, "肉厚核小"),
    ("枣夹核桃 300g", "果干蜜饯", 29_80, 219, "不加一粒糖"),
    ("苹果脆片 100g", "果干蜜饯", 15_90, 340, "低温烘干"),
    ("山楂干 250g", "果干蜜饯", 13_90, 186, "泡水煮茶"),
    ("荞麦面粉 5斤 石磨", "粮油杂粮", 31_80, 112, "石磨慢磨"),
    ("杂粮组合 8 样 4斤", "粮油杂粮", 42_80, 97, "一周八样粥"),
    ("临潼石榴 6枚", "水果生鲜", 49_80, 53, "粒粒饱满"),
)
_READY: Final = (
    ("老家柿子醋 500ml", "调味品", 22_80, 150, "陶缸酿一年"),
    ("柿饼苹果双拼礼盒", "果干蜜饯", 79_80, 60, "过年走亲戚"),
    ("蜂蜜柿饼茶点礼盒", "果干蜜饯", 128_00, 40, "一半甜一半香"),
    ("花椒大料调味包 6 件", "调味品", 25_80, 80, "韩城花椒"),
)
_DRAFTS: Final = (
    ("柿叶茶 80g 罐装", "茶叶", 36_00, None, "", "还缺质检报告、卖点"),
    ("柿子酱 240g", "调味品", None, 45, "", "价格等包装到了再定"),
    (
        "全网第一甜 年货大礼盒（名字没定）",
        "",
        None,
        None,
        "过年走亲戚送这个就对了，里面什么都有",
        "",
    ),
    ("苹果醋饮 6 瓶", "调味品", 39_90, None, "", "库存没点"),
)
_GONE: Final = (
    ("柿饼散装 5斤 实惠装", "果干蜜饯", 79_00, 0, "自家吃划算", "缺货，库存 0，先下架"),
    ("土蜂蜜 百花蜜 2.5kg 桶装", "蜂产品", 198_00, 0, "老客户回购", "缺货，等明年春天"),
)
# Title, platform, fen, link, state, note.
_LINKS: Final = (
    (
        "手摇柿子削皮器",
        "淘宝 链接",
        19_90,
        "https://m.tb.cn/h.SAMPLE1 「手摇柿子削皮器 家用」",
        "draft",
        "短链接，要在手机上打开才知道商品号",
    ),
    (
        "防震水果泡沫网套",
        "拼多多 链接",
        12_60,
        "https://mobile.yangkeduo.com/goods.html?goods_id=600000000004",
        "listed",
        "",
    ),
    (
        "柿饼礼盒空盒 50 只装",
        "1688 链接",
        96_00,
        "https://detail.1688.com/offer/600000000002.html",
        "listed",
        "",
    ),
    (
        "食品级真空袋 20×30",
        "京东 链接",
        18_80,
        "https://item.jd.com/10000000000003.html",
        "listed",
        "",
    ),
)
# Of the goods on top: short title, crossed-out price, code, low below, levels, SKUs.
_WHOLE: Final = {
    "富平吊柿饼 礼盒 1kg": (
        "吊柿饼礼盒",
        139_00,
        "",
        60,
        ("口味", "装法"),
        (
            Sku(("原味", "单盒"), "SB-Y1", 59_90, 160),
            Sku(("原味", "两盒"), "SB-Y2", 112_00, 62),
            Sku(("流心", "单盒"), "SB-L1", 64_90, 128),
            Sku(("流心", "两盒"), "SB-L2", 122_00, 62),
        ),
    ),
    "富平吊柿饼 家庭装 2kg": (
        "吊柿饼家庭装",
        129_00,
        "",
        None,
        ("装箱",),
        (Sku(("普通箱",), "SB-2P", 99_00, 103), Sku(("礼品箱",), "SB-2L", 109_00, 60)),
    ),
    "洛川红富士 85mm 10斤": ("洛川红富士", 99_00, "HFS-85", None, (), ()),
    "秦岭土蜂蜜 500g 玻璃瓶": ("秦岭土蜂蜜", 58_00, "FM-500", 30, (), ()),
    "纸皮核桃 2kg 编织袋": ("纸皮核桃", 59_00, "HT-2000", 20, (), ()),
    "米脂黄小米 5斤 真空装": ("米脂黄小米", 39_90, "XM-5", 20, (), ()),
    "老家柿子醋 500ml": ("老家柿子醋", 29_80, "CU-500", 10, (), ()),
}
# Category: the files of its pictures, what is written below them.
_TOLD: Final = {
    "果干蜜饯": ("dried", "富平尖柿，手工削皮，自然吊晒，不加糖。"),
    "水果生鲜": ("fruit", "果园现摘，当天分拣，坏果拍照就赔。"),
    "蜂产品": ("honey", "秦岭蜂场自产，不兑糖浆，冬天结晶是正常的。"),
    "坚果炒货": ("nuts", "当年新货，挑过再炒，开袋尽快吃完。"),
    "粮油杂粮": ("grain", "自家地里的，石碾脱壳，真空装。"),
    "调味品": ("seasoning", "陶缸慢酿，存放避光。"),
    "茶叶": ("tea", "霜前采的嫩叶，铁罐装。"),
}
_SIDE, _HIGH = 640, 960  # px of the pictures in resources/sample
_BINNED: Final = (
    ("富平柿饼 旧包装 1kg", "果干蜜饯", 55_00, 0, "换新包装了"),
    ("红薯粉条 3斤", "粮油杂粮", 27_80, 12, "今年不做"),
)


def fill(book: Book, now: datetime) -> None:
    """Write all products, those that the list shows first last."""
    yesterday = datetime.combine(now.date() - timedelta(days=1), time(17, 40))
    for number, product in reversed(list(enumerate(_goods()))):
        days, later = divmod(number, 4)
        written = yesterday - timedelta(days=days, minutes=115 * later)
        checked = replace(product, quality=stock.quality(product, now.date()))
        products.save(book, checked, written)
    _fill_bin(book, now)


def _goods() -> Iterator[Product]:
    """In the order of the list: a bit of everything on top, then what sells all year."""
    listed = [stock.numbered(_own("listed", *row), n) for n, row in enumerate(_LISTED)]
    ready = [_own("ready", *row) for row in _READY]
    drafts = [_own("draft", *row) for row in _DRAFTS]
    gone = [stock.numbered(_own("off_shelf", *row), 90 + n) for n, row in enumerate(_GONE)]
    links = [
        Product("link", title, platform, fen, state=state, link=link, note=note)
        for title, platform, fen, link, state, note in _LINKS
    ]
    yield from listed[:5]
    yield from (gone[0], drafts[0], ready[0], links[0], links[1])
    yield from links[2:]
    yield from listed[5:]
    yield from ready[1:]
    yield from drafts[1:]
    yield gone[1]


def _own(
    state: str,
    title: str,
    category: str,
    fen: int | None,
    pieces: int | None,
    point: str,
    note: str = "",
) -> Product:
    product = Product("own", title, category, fen, pieces, point, state, note=note)
    if state != "draft":
        product = replace(product, details=_details(category))
    if title not in _WHOLE:
        return product
    short, struck, code, low, levels, skus = _WHOLE[title]
    return summed(
        replace(
            product,
            short_title=short,
            struck_price=struck,
            code=code,
            threshold=low,
            levels=levels,
            skus=skus,
        )
    )


def _details(category: str) -> Details:
    name, text = _TOLD[category]
    fresh = category == "水果生鲜"
    pictures = [_picture("main", name, _SIDE), _picture("detail", f"{name}-detail", _HIGH)]
    if name == "dried":
        pictures.append(_picture("white", "dried-white", _SIDE))
    return Details(
        tuple(pictures),
        text,
        return_rule="不支持7天无理由退货" if fresh else "支持7天无理由退货",
        promises=("坏了包退",) if fresh else ("破损包退",),
        shipping=86_400 if fresh else 172_800,
    )


def _picture(role: str, name: str, height: int) -> Picture:
    path = resources() / "sample" / f"{name}.png"
    return Picture(role, str(path), "png", path.stat().st_size, _SIDE, height)


def _fill_bin(book: Book, now: datetime) -> None:
    for place, row in enumerate(_BINNED):
        written = products.save(book, _own("off_shelf", *row), now - timedelta(days=40 + place))
        assert isinstance(written.ref, int)
        products.bin_(book, [written.ref], now - timedelta(days=3 + 8 * place))
