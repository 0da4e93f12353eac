"""Links and 口令 out of what a seller has in the clipboard. All ids and codes here are made up."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksdesk.domain.links.share_text import (
    LONGEST_PART,
    LONGEST_TEXT,
    ShareLink,
    ShareTextError,
    read_pasted,
    read_share_text,
)

SHARED = Path(os.environ.get("KSDESK_SHARED", Path(__file__).parents[4] / "shared")) / "data"

# link → platform, id
ITEMS = {
    "https://item.taobao.com/item.htm?spm=a1.2-3&id=700000000001&pvid=9d": (
        "taobao",
        "700000000001",
    ),
    "https://item.taobao.com/item.htm?ft=t&ID=700000000001#detail": ("taobao", "700000000001"),
    "https://main.m.taobao.com/security-h5-detail/home.html?x=1&id=700000000001": (
        "taobao",
        "700000000001",
    ),
    "https://h5.m.taobao.com/awp/core/detail.htm?id=700000000001": ("taobao", "700000000001"),
    "https://a.m.taobao.com/i700000000001.htm?sm=1": ("taobao", "700000000001"),
    "https://world.taobao.com/item/700000000001.htm": ("taobao", "700000000001"),
    "https://uland.taobao.com/coupon/edetail?e=Ab%2BC&itemId=700000000001": (
        "taobao",
        "700000000001",
    ),
    "https://detail.tmall.com/item.htm?skuId=500000000009&id=700000000002": (
        "tmall",
        "700000000002",
    ),
    "https://detail.tmall.com/item_o.htm?id=700000000002": ("tmall", "700000000002"),
    "https://detail.m.tmall.com/item.htm?id=700000000002": ("tmall", "700000000002"),
    "https://chaoshi.detail.tmall.com/item.htm?ali=a3:H:x/w==:4&id=700000000002": (
        "tmall",
        "700000000002",
    ),
    "https://detail.tmall.hk/hk/item.htm?id=700000000002": ("tmall", "700000000002"),
    "https://www.goofish.com/item?id=700000000003&categoryId=1": ("xianyu", "700000000003"),
    "https://2.taobao.com/item-detail?itemId=700000000003": ("xianyu", "700000000003"),
    "https://market.m.taobao.com/app/idleFish-F2e/x/page-detail?wh=true&id=700000000003": (
        "xianyu",
        "700000000003",
    ),
    "https://item.jd.com/100000000004.html?cu=true": ("jd", "100000000004"),
    "https://item.m.jd.com/product/100000000004.html": ("jd", "100000000004"),
    "https://item.m.jd.com/100000000004.html": ("jd", "100000000004"),
    "https://wq.jd.com/item/view?sku=100000000004&price=1": ("jd", "100000000004"),
    "https://item.jd.com/123456.html": ("jd", "123456"),
    "https://item.jd.com/10000000000004.html": ("jd", "10000000000004"),
    "https://mobile.yangkeduo.com/goods.html?goods_sign=c9_x&goods_id=300000000005": (
        "pdd",
        "300000000005",
    ),
    "https://www.mobile.yangkeduo.com/goods2.html?goods_id=300000000005": ("pdd", "300000000005"),
    "https://p.pinduoduo.com/goods2.html?goods_id=300000000005": ("pdd", "300000000005"),
    "https://yangkeduo.com/duo_coupon_landing.html?goodsId=000005&pid=2_1": ("pdd", "000005"),
    "https://detail.1688.com/offer/600000000006.html?offerId=1&id=2": ("1688", "600000000006"),
    "https://m.1688.com/offer/600000000006.html": ("1688", "600000000006"),
    "http://detail.m.1688.com/page/index.htm?offerId=600000000006": ("1688", "600000000006"),
    "https://detail.1688.com/product?id=9&offer_id=600000000006": ("1688", "600000000006"),
    "https://weidian.com/item.html?itemID=7000000007&wfr=wx": ("weidian", "7000000007"),
    "https://weidian.com/item.html?itemId=7000000007": ("weidian", "7000000007"),
    "https://shop1234567.v.weidian.com/item.html?itemID=7000000007": ("weidian", "7000000007"),
    "https://weidian.com/item_pintuan.html?itemID=7000000007": ("weidian", "7000000007"),
    "https://h5.youzan.com/v2/goods/3aaaa0bbbb8cc?dc_ps=1": ("youzan", "3aaaa0bbbb8cc"),
    "https://shop1234.m.youzan.com/v2/goods/3aaaa0bbbb8cc": ("youzan", "3aaaa0bbbb8cc"),
    "https://h5.youzan.com/v2/showcase/goods?alias=3aaaa0bbbb8cc&amp;source=y": (
        "youzan",
        "3aaaa0bbbb8cc",
    ),
    "https://product.suning.com/0070000001/600000008.html?safp=d4.1": ("suning", "600000008"),
    "https://m.suning.com/product/0070000001/600000008.html": ("suning", "600000008"),
    "https://product.suning.com/600000008.html": ("suning", "600000008"),
    "http://shop.mogujie.com/detail/18aaa1b?acm=3.ms": ("mogujie", "18aaa1b"),
    "https://shop.mogujie.com/rushdetail/18aaa1b": ("mogujie", "18aaa1b"),
    "https://h5.mogu.com/detail-normal/index.html?itemId=18aaa1b&acm=3": ("mogujie", "18aaa1b"),
    "https://haohuo.jinritemai.com/views/product/item2?origin=604&id=3400000000000000009": (
        "douyin",
        "3400000000000000009",
    ),
    "https://haohuo.jinritemai.com/ecommerce/trade/detail/index.html?id=3400000000000000009": (
        "douyin",
        "3400000000000000009",
    ),
    "https://app.kwaixiaodian.com/merchant/shop/detail?id=20000000000010&hyId=kwaishop": (
        "kuaishou",
        "20000000000010",
    ),
    "https://app.kwaixiaodian.com/web/kwaishop-goods-detail-page-app?id=20000000000010": (
        "kuaishou",
        "20000000000010",
    ),
}

CLEAN = {
    "taobao": ["https://item.taobao.com/item.htm?id={}"],
    "tmall": ["https://detail.tmall.com/item.htm?id={}"],
    "xianyu": ["https://www.goofish.com/item?id={}"],
    "jd": ["https://item.jd.com/{}.html"],
    "pdd": ["https://mobile.yangkeduo.com/goods.html?goods_id={}"],
    "1688": ["https://detail.1688.com/offer/{}.html"],
    "weidian": ["https://weidian.com/item.html?itemID={}"],
    "youzan": ["https://h5.youzan.com/v2/goods/{}", "https://shop1234.m.youzan.com/v2/goods/{}"],
    # The code of Suning's shop stays where it is known.
    "suning": [
        "https://product.suning.com/0070000001/{}.html",
        "https://product.suning.com/{}.html",
    ],
    "mogujie": ["https://shop.mogujie.com/detail/{}"],
    "douyin": ["https://haohuo.jinritemai.com/views/product/item2?id={}"],
    "kuaishou": ["https://app.kwaixiaodian.com/merchant/shop/detail?id={}"],
}

# Of the platform but not readable as an item: link → platform, kind, to be opened on the phone.
OTHERS = {
    "https://m.tb.cn/h.AAaaa1b?sm=ff00ff": ("taobao", "unknown", True),
    "https://e.tb.cn/h.AAaaa1bBBbbb2c?tk=AAAbbbCCC12": ("taobao", "unknown", True),
    "https://s.click.taobao.com/t?e=m%3D2%26s%3Dabc": ("taobao", "unknown", True),
    "https://item.taobao.com/item.htm?skuId=5": ("taobao", "unknown", False),
    "https://item.taobao.com/item.htm?id=12345678901234567890": ("taobao", "unknown", False),
    "https://shop123456.taobao.com/": ("taobao", "shop", False),
    "https://shop.m.taobao.com/shop/shop_index.htm?shop_id=1": ("taobao", "shop", False),
    "https://aaadianpu.tmall.com/": ("tmall", "shop", False),
    "aaadianpu.tmall.com": ("tmall", "shop", False),
    "https://www.goofish.com/personal?userId=1": ("xianyu", "shop", False),
    "https://3.cn/-1aaA2bb": ("jd", "unknown", True),
    "https://3.cn/2A-aBbb": ("jd", "unknown", True),
    "https://u.jd.com/AaaBbb1": ("jd", "unknown", True),
    "https://u.jd.com?to=https%3A%2F%2Fitem.jd.com%2F100000000004.html": ("jd", "unknown", True),
    "https://item.jd.com/channel/123456.html": ("jd", "unknown", False),
    "https://item.jd.com/12345.html": ("jd", "unknown", False),
    "https://item.jd.com/123456789012345.html": ("jd", "unknown", False),
    "https://item.jd.com看看": ("jd", "unknown", False),
    "https://mall.jd.com/index-1000000001.html": ("jd", "shop", False),
    "https://mobile.yangkeduo.com/goods.html?ps=AaaBbb1234": ("pdd", "unknown", True),
    "https://p.pinduoduo.com/AaaBbb12": ("pdd", "unknown", True),
    "https://mobile.yangkeduo.com/goods.html?goods_id=12x": ("pdd", "unknown", False),
    "https://mobile.yangkeduo.com/goods.html#goods_id=123456": ("pdd", "unknown", False),
    "https://mobile.yangkeduo.com/mall_page.html?mall_id=1": ("pdd", "shop", False),
    "https://qr.1688.com/s/AaaBbb12": ("1688", "unknown", True),
    "https://qr.1688.com/share.html?secret=AaaBbb12": ("1688", "unknown", True),
    "https://detail.1688.com/catalog/offer/12345.html": ("1688", "unknown", False),
    "https://shop1a2b3c.1688.com/": ("1688", "shop", False),
    "https://k.weidian.com/AaaBbb-1": ("weidian", "unknown", True),
    "https://k.youshop10.com/=AaBbb1-?p=iphone": ("weidian", "unknown", True),
    "https://weidian.com/item.html": ("weidian", "unknown", False),
    "https://shop123.v.weidian.com/?userid=123": ("weidian", "shop", False),
    "https://h5.youzan.com/v2/showcase/homepage?alias=aaBBcc": ("youzan", "shop", False),
    "https://t.suning.cn/AaaBb1": ("suning", "unknown", True),
    "https://shop.suning.com/30000001/index.html": ("suning", "shop", False),
    "https://v.douyin.com/AaaBbb1C/": ("douyin", "unknown", True),
    "https://www.douyin.com/video/7000000000000000001": ("douyin", "video", False),
    "https://www.douyin.com/user/MS4wAAAA": ("douyin", "shop", False),
    "https://haohuo.jinritemai.com/views/shop/index?id=1": ("douyin", "shop", False),
    "https://v.kuaishou.com/AaaBbb1C": ("kuaishou", "video", True),
    "https://www.kuaishou.com/short-video/3xaaabbb": ("kuaishou", "video", False),
    "https://www.kuaishou.com/profile/3xaaabbb": ("kuaishou", "shop", False),
}

REFUSED = {
    "": "empty",
    " \n\t\u3000": "empty",
    "红富士 苹果 5 斤": "plain_words",
    "满199减50 ￥19.9 ￥123456789￥": "plain_words",
    "someone@jd.com": "plain_words",
    "我在 jd.com 买的": "plain_words",
    "打开 www.taobao.com": "plain_words",
    "iPhone15Pro（A17ProMax8）": "plain_words",
    "https://": "plain_words",
    "https://www.example.com/item?id=700000000001": "not_a_shop_host",
    "https://127.0.0.1/?next=item.jd.com": "not_a_shop_host",
    "https://evil.example/?url=https%3A%2F%2Fitem.jd.com%2F100000000004.html": "not_a_shop_host",
    "https://evil.example/?url=https://item.jd.com/100000000004.html": "not_a_shop_host",
    "https://evil.example/https://item.jd.com/100000000004.html": "not_a_shop_host",
    "https://evil-jd.com/100000000004.html": "look_alike_host",
    "https://notjd.com/100000000004.html": "look_alike_host",
    "jd-item.com/100000000004.html": "look_alike_host",
    "https://notyangkeduo.com/goods.html?goods_id=1": "look_alike_host",
    "https://yangkeduo.com.evil.example/goods.html?goods_id=1": "look_alike_host",
    "https://e.tb.cn.evil.example/h.AAaaa1b": "look_alike_host",
    "https://3.cn.evil.example/1aaA2bb": "look_alike_host",
    "https://v.douyin.com.cn/AaaBbb1C/": "look_alike_host",
    "https://www.taoba0.com/item.htm?id=1": "look_alike_host",
    "https://item.j\u0501.com/100000000004.html": "look_alike_host",  # a Cyrillic d
    "https://xn--jd-abc.com/100000000004.html": "look_alike_host",
    "https://item.jd.com京.evil.example/100000000004.html": "look_alike_host",
    "https://item.jd.com%00.evil.example/1": "look_alike_host",
    "https://user:pass@item.jd.com/100000000004.html": "user_info",
    "https://item.jd.com@evil.example/100000000004.html": "user_info",
    "https://item.jd.com＠evil.example/100000000004.html": "user_info",
    "user:pass@item.jd.com/100000000004.html": "user_info",
    "javascript:location='https://item.jd.com/100000000004.html'": "scheme",
    "javascript://item.jd.com/100000000004.html": "scheme",
    "data:text/html,<a href=https://item.jd.com/100000000004.html>": "scheme",
    "file:///C:/item.jd.com/100000000004.html": "scheme",
    "ftp://item.jd.com/100000000004.html": "scheme",
    "pinduoduo://com.xunmeng.pinduoduo/goods.html?goods_id=1": "scheme",
    "https://item.jd.com:80x/100000000004.html": "bad_host",
    "https://item..jd.com/100000000004.html": "bad_host",
    "https://item.jd.com\\@evil.example/1.html": "bad_host",
    "￥AAaaa1bBBbb￥": "code_without_app",
    "【￥AAaaa1bBBbb￥】快来看": "code_without_app",
    "x" * (LONGEST_TEXT + 1): "too_long",
    "https://item.jd.com/" + "a" * 5000: "too_long",
}


def one(text: str) -> ShareLink:
    (link,) = read_share_text(text)
    return link


@pytest.mark.parametrize("link", ITEMS)
def test_an_item_is_read_out_of_any_of_its_links(link: str) -> None:
    read = one(link)
    assert (read.platform, read.item_id) == ITEMS[link]
    assert (read.kind, read.short) == ("item", False)


@pytest.mark.parametrize("link", ITEMS)
def test_nothing_but_host_and_id_survives(link: str) -> None:
    platform, item_id = ITEMS[link]
    assert one(link).url in {shape.format(item_id) for shape in CLEAN[platform]}


@pytest.mark.parametrize("link", OTHERS)
def test_what_is_no_item_is_told_apart(link: str) -> None:
    read = one(link)
    assert (read.platform, read.kind, read.short) == OTHERS[link]
    assert read.item_id is None


@pytest.mark.parametrize("text", REFUSED, ids=range(len(REFUSED)))
def test_what_is_refused_says_why(text: str) -> None:
    with pytest.raises(ShareTextError) as caught:
        read_share_text(text)
    assert caught.value.code == REFUSED[text]
    assert caught.value.part in text.replace("＠", "@")
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize(
    "text",
    [
        "HTTPS://ITEM.JD.COM/100000000004.HTML",
        "//item.jd.com/100000000004.html",
        "item.jd.com/100000000004.html",
        "https://item.jd.com:443/100000000004.html",
        "https://item.jd.com./100000000004.html",
        "https://item.jd.com//100000000004.html/",
        "https%3A%2F%2Fitem.jd.com%2F100000000004.html",
        "ｈｔｔｐｓ：／／ｉｔｅｍ．ｊｄ．ｃｏｍ／１００００００００００４．ｈｔｍｌ",
        "https://it\u200bem.jd.com/100\ufeff000000004.html",
        "\u202ehttps://item.jd.com/100000000004.html",
        "看看这个 https://item.jd.com/100000000004.html。",
        "链接：https://item.jd.com/100000000004.html，快来",
        "【https://item.jd.com/100000000004.html】",
        "（https://item.jd.com/100000000004.html）",
        "[京东](https://item.jd.com/100000000004.html).",
        "<a href='https://item.jd.com/100000000004.html'>",
        "“https://item.jd.com/100000000004.html”",
        "🎁https://item.jd.com/100000000004.html🎁",
        "👍item.jd.com/100000000004.html👍",
        "CZ356https://item.jd.com/100000000004.html",
        "**https://item.jd.com/100000000004.html**",
        "https://item.jd.com/100000000004.html?from=苹果&x=1#crumb",
    ],
)
def test_what_stands_around_a_link_does_not_hide_it(text: str) -> None:
    read = one(text)
    assert (read.item_id, read.url) == ("100000000004", "https://item.jd.com/100000000004.html")


@pytest.mark.parametrize(
    "query",
    [
        "id=700000000001",
        "skuId=5&id=700000000001&sku_id=6",
        "title=【苹果】&id=700000000001",
        "a=1&amp;amp;id=700000000001",
        "a={x}|[y]&id=700000000001&b=(z)",
        "id=700000000001?skuId=5",
        "id=%37%30%30000000001",
        "id=&id=700000000001",
        "id=700000000001，这个好",
    ],
)
def test_the_id_is_found_at_any_place_of_the_query(query: str) -> None:
    assert one(f"https://item.taobao.com/item.htm?{query}").item_id == "700000000001"


def test_share_texts_of_each_app() -> None:
    taobao = one(
        "【淘宝】7天无理由 https://e.tb.cn/h.AAaaa1bBBbbb2c?tk=AAAbbbCCC12 CZ028 "
        "「「好店」阔腿裤 高腰」 点击链接直接打开 或者 淘宝搜索直接打开"
    )
    assert (taobao.platform, taobao.title) == ("taobao", "好店 阔腿裤 高腰")
    assert taobao.url == "https://e.tb.cn/h.AAaaa1bBBbbb2c"
    bare = one("2.0啊AAaaaBb9BbC， https://m.tb.cn/h.AAaaa1b?sm=71 卡通手机壳 红色")
    assert (bare.title, bare.code) == ("卡通手机壳 红色", "AAaaaBb9BbC")
    old = one(
        "【堆堆领打底衫，显气质】，https://m.tb.cn/h.AAaaa1b 点击链接，再选择浏览器咑閞；"
        "或復·制这段描述￥AAaaa1bBBbb￥后咑閞👉淘♂寳♀👈"
    )
    assert (old.title, old.code, old.short) == ("堆堆领打底衫，显气质", "AAaaa1bBBbb", True)
    idle = one("【闲鱼】https://m.tb.cn/h.AAaaa1b?tk=x CZ356 「我在闲鱼发布了【【包邮】旧相机】」")
    assert (idle.platform, idle.title, idle.kind) == ("xianyu", "【包邮】旧相机", "item")
    jd = one("【京东】https://3.cn/26aAa-AB「手环9 星空黑 」\n点击链接直接打开")
    assert (jd.platform, jd.title) == ("jd", "手环9 星空黑")
    douyin = one(
        "9.28 04/21 X@z.TL ban:/ 【抖音商城】https://v.douyin.com/AaaBbb1C/ 【店名】挂钩 免打孔"
        "长按复制此条消息，打开抖音搜索，查看商品详情！:6pm"
    )
    assert (douyin.title, douyin.kind, douyin.short) == ("【店名】挂钩 免打孔", "item", True)
    watched = one(
        "7.99 复制打开抖音，看看【小店的作品】开箱 https://v.douyin.com/AaaBbb1C/ abc:/ 05/12"
    )
    assert (watched.kind, watched.title) == ("video", "小店的作品")
    video = one(
        'https://v.kuaishou.com/AaaBbb1C 松弛感？"威图 该作品在快手被播放过834.5万次，'
        "点击链接，打开【快手】直接观看！"
    )
    assert (video.kind, video.title) == ("video", '松弛感？"威图')
    goods = one(
        "https://v.kuaishou.com/AaaBbb1C 长按复制此条消息，打开【快手】直接观看！"
        "【优选】推荐：黄豆酱。已售152.2万"
    )
    assert goods.kind == "item"
    factory = one(
        "【收纳箱，椅背挂袋】复制￥AAaaa1bBBbbb￥,打开【手机阿里】查看："
        "https://qr.1688.com/s/AaaBbb12 CZ3504"
    )
    assert (factory.platform, factory.title, factory.code) == (
        "1688",
        "收纳箱，椅背挂袋",
        "AAaaa1bBBbbb",
    )
    shop = one("【淘宝】https://m.tb.cn/h.AAaaa1b 「好物旗舰店」 点击链接直接打开")
    assert shop.kind == "shop"
    shoe = one("【淘宝】https://m.tb.cn/h.AAaaa1b 「夏季新款透气网面运动鞋男士跑步鞋官方旗舰店」")
    assert shoe.kind == "unknown"


@pytest.mark.parametrize(
    ("text", "platform"),
    [
        ("3 ￥A1b2C3d4E5￥ 打开淘宝", "taobao"),
        ("8👈复置内容€A1b2C3d4E5€打👉绹寳👈", "taobao"),
        ("复制框内整段文字，打开「手淘」即可「领取优惠券」￥A1b2C3d4E5￥", "taobao"),
        ("【￥A1b2C3d4E5￥】复制打开京东", "jd"),
        ("（A1b2C3d4E5）复制打开京东", "jd"),
        ("【京东】A1b2C3d4E5 复制打开京东", "jd"),
        ("#A1b2C3d4E5# 打开拼多多", "pdd"),
        ("《A1b2C3d4E5》打开天猫", "tmall"),
        ("打开闲鱼\n$A1b2C3d4E5$", "xianyu"),
    ],
)
def test_the_words_say_which_app_a_code_is_for(text: str, platform: str) -> None:
    read = one(text)
    assert (read.platform, read.code, read.url, read.item_id) == (platform, "A1b2C3d4E5", "", None)
    assert read.short
    assert read.same_as == f"{platform}:A1b2C3d4E5"


def test_one_thing_is_listed_once_whatever_its_link() -> None:
    links = read_share_text(
        "https://item.jd.com/100000000004.html\n"
        "https://detail.tmall.com/item.htm?id=700000000001\n"
        "「苹果」https://item.m.jd.com/product/100000000004.html?cu=true\n"
        "https://item.taobao.com/item.htm?id=700000000001\n"
        "https://m.tb.cn/h.AAaaa1b?sm=1\nhttp://m.tb.cn/h.AAaaa1b\n"
        "https://m.suning.com/product/0000000000/000000000600000008.html\n"
        "https://product.suning.com/0000000000/600000008.html"
    )
    assert [(link.platform, link.title) for link in links] == [
        ("jd", "苹果"),
        ("tmall", ""),
        ("taobao", ""),
        ("suning", ""),
    ]


def test_several_in_one_line() -> None:
    links = read_share_text(
        "【淘宝】https://e.tb.cn/h.A1 CZ356 「甲」 点击链接直接打开 "
        "【京东】https://3.cn/2-b 「乙」 【闲鱼】https://m.tb.cn/h.Z3 「我在闲鱼发布了【丙】」"
    )
    assert [(link.platform, link.title) for link in links] == [
        ("taobao", "甲"),
        ("jd", "乙"),
        ("xianyu", "丙"),
    ]
    glued = "https://item.jd.com/100000001.html,https://item.jd.com/100000002.html;"
    glued += "item.jd.com/100000003.htmlhttps://item.jd.com/100000004.html"
    assert [link.item_id for link in read_share_text(glued)] == [
        f"10000000{n}" for n in (1, 2, 3, 4)
    ]
    codes = read_share_text("￥A1b2C3d4E5￥打开淘宝 ￥B1b2C3d4E5￥打开京东")
    assert [link.platform for link in codes] == ["taobao", "jd"]


def test_a_column_out_of_excel() -> None:
    pasted = read_pasted(
        "商品\t链接\r\n"
        "苹果\thttps://item.jd.com/100000000004.html\t￥12.50\r\n"
        '"【淘宝】 https://e.tb.cn/h.A1 CZ028 「阔腿裤 ""高腰""」\n点击链接直接打开"\r\n'
        '"【京东】https://3.cn/1A2b3C 「T恤\n女」\n点击链接直接打开"\r\n'
        "梨\t没有链接\r\n"
        "x\thttps://evil-jd.com/100000000004.html\r\n"
    )
    assert [(link.platform, link.title) for link in pasted.links] == [
        ("jd", ""),
        ("taobao", '阔腿裤 "高腰"'),
        ("jd", "T恤"),
    ]
    assert [(each.code, each.part) for each in pasted.refused] == [
        ("plain_words", "商品\t链接"),
        ("plain_words", "梨\t没有链接"),
        ("look_alike_host", "https://evil-jd.com/100000000004.html"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "【淘宝】https://e.tb.cn/h.A1 CZ356\n「书桌」\n点击链接直接打开",
        "「书桌」\nhttps://e.tb.cn/h.A1",
        "【抖音商城】https://v.douyin.com/A1/\n书桌\n长按复制此条消息，打开抖音搜索，查看商品详情！",
        "3 ￥A1b2C3d4E5￥\n打开淘宝 「书桌」",
    ],
)
def test_a_share_text_over_several_lines_stays_together(text: str) -> None:
    pasted = read_pasted(f"{text}\n{text.replace('A1', 'B2').replace('书桌', '椅子')}")
    assert [link.title for link in pasted.links] == ["书桌", "椅子"]
    assert not pasted.refused


def test_a_blank_line_parts() -> None:
    pasted = read_pasted("￥A1b2C3d4E5￥\n\n打开淘宝")
    assert [each.code for each in pasted.refused] == ["code_without_app", "plain_words"]


def test_the_good_ones_are_returned_beside_the_refused() -> None:
    text = "javascript:void(0)\nhttps://item.jd.com/100000000004.html"
    assert one(text).item_id == "100000000004"
    assert [each.code for each in read_pasted(text).refused] == ["scheme"]


HOSTILE = ["「", "【", "https://", "https:// ", "a.", "a", "a@", "a:", '"', '""x\n', "￥aaaaaaaaa"]
HOSTILE += [
    "&amp;",
    "https%3A%2F%2F",
    "「https://3.cn/a",
    "￥aaaaaaaaa￥ 打开淘宝\n",
    "「\n",
    "复制\n",
]
HOSTILE += [
    "https://item.jd.com/100000000004.html,",
    "https://a.b/?x=果&x=",
    "javascript:",
    "/",
    "-",
]


@pytest.mark.slow
@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_texts_take_time_in_proportion(piece: str) -> None:
    """200 kB in under five seconds, on a busy machine too; a square of it would take minutes."""
    start = time.process_time()
    read_pasted(piece * (200_000 // len(piece)))
    assert time.process_time() - start < 5


PIECES = st.one_of(
    st.sampled_from([*ITEMS, *OTHERS, *list(REFUSED)[2:-2]]),
    st.sampled_from(
        ["https://", "//", "「", "」", "【", "】", "￥", "\n", '"', "@", "?", "&id=", "\\"]
    ),
    st.text(max_size=8),
)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_any_text_is_read_or_refused(text: str) -> None:
    pasted = read_pasted(text)
    assert pasted.links or pasted.refused
    assert len({link.same_as for link in pasted.links}) == len(pasted.links)
    try:
        assert read_share_text(text) == list(pasted.links)
    except ShareTextError as error:
        assert not pasted.links
        assert str(error) == str(pasted.refused[0])


@given(st.lists(PIECES, max_size=6).map("".join))
def test_a_clean_link_is_read_as_itself(text: str) -> None:
    for link in read_pasted(text).links:
        if link.url:
            again = one(link.url)
            assert (again.url, again.item_id, again.same_as) == (
                link.url,
                link.item_id,
                link.same_as,
            )


AROUND = st.text(alphabet="看这个好物，。！：；（）【】《》“”、\u3000 \n🎁👍", max_size=12)


@given(AROUND, st.sampled_from([*ITEMS, *OTHERS]), AROUND)
def test_chinese_words_and_marks_around_change_nothing(before: str, link: str, after: str) -> None:
    alone, (read,) = one(link), read_share_text(before + link + after)
    assert (read.platform, read.item_id, read.url) == (alone.platform, alone.item_id, alone.url)
    assert read.same_as == alone.same_as


def labelled() -> list[tuple[str, str, str]]:
    path = SHARED / "share-links.tsv"
    if not path.exists():
        pytest.skip(f"no labelled share texts at {path}")
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()[1:]]
    return [(row[0].replace("\\n", "\n"), row[1], row[2]) for row in rows]


def test_the_labelled_texts() -> None:
    wrong = []
    for text, platform, item_id in labelled():
        links = read_pasted(text).links
        found = [(link.platform, link.item_id or "") for link in links]
        if found != ([] if platform == "none" else [(platform, item_id)]):
            wrong.append((text, found))
    assert not wrong


UNSURE = [
    ("https://m.dewu.com/router/product/ProductDetail?spuId=1234567&utm=a", "dewu", "1234567"),
    ("https://dw4.co/t/A/1abcDEF", "dewu", None),
    ("https://detail.vip.com/detail-1710613281-6918324165453150280.html?f=1", "vip",
     "6918324165453150280"),
    ("https://m.vip.com/product-1710613281-6918324165.html", "vip", "6918324165"),
    ("https://t.vip.com/Ab3dE", "vip", None),
    ("https://www.xiaohongshu.com/goods-detail/64f1a2b3c4d5e6f7a8b9c0d1?x=1", "xiaohongshu",
     "64f1a2b3c4d5e6f7a8b9c0d1"),
    ("http://xhslink.com/a/AbCdEf", "xiaohongshu", None),
    ("https://store.weixin.qq.com/shop/a/PVa1b2c3", "weixin", None),
    ("https://goods.kaola.com/product/5324651.html?ri=1", "kaola", "5324651"),
    ("https://www.kaola.com/activity/1", "kaola", None),
    ("http://product.dangdang.com/29123456.html?utm_source=1", "dangdang", "29123456"),
    ("https://product.m.dangdang.com/product.php?pid=29123456&host=x", "dangdang", "29123456"),
    ("https://www.xiaomiyoupin.com/detail?gid=123456&utm_x=1", "youpin", "123456"),
    ("https://m.xiaomiyoupin.com/w/newdetail?gid=1234", "youpin", "1234"),
    ("https://m.you.163.com/item/detail?id=3987654&_stat_area=mod", "yanxuan", "3987654"),
    ("https://www.amazon.cn/%E4%B9%A6/dp/B07ABCDEFG/ref=sr_1_1?utm=1", "amazon", "B07ABCDEFG"),
    ("https://item.gome.com.cn/A0006543210-pop8012345678.html", "gome", None),
    ("https://b23.tv/AbCd12", "bilibili", None),
    ("https://mall.bilibili.com/detail.html?itemsId=10001&utm=1", "bilibili", None),
    ("https://www.vmall.com/product/10086123456.html", "huawei", None),
    ("https://www.mi.com/shop/buy/detail?product_id=19000", "xiaomi", None),
    ("https://wxaurl.cn/AbCdE12", "miniprogram", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "platform", "item_id"), UNSURE)
def test_links_of_which_no_source_says_no_are_kept_and_called_unsure(
    text: str, platform: str, item_id: str | None
) -> None:
    (link,) = read_share_text(f"【好物】{text} 看看")
    assert (link.platform, link.item_id, link.unsure) == (platform, item_id, True)
    assert link.short is (item_id is None) and "utm" not in link.url
    (again,) = read_share_text(link.url)
    assert (again.item_id, again.same_as) == (link.item_id, link.same_as)


@pytest.mark.parametrize(
    "host",
    ["www.kugouvip.com", "mp.weixin.qq.com", "kaolafm.com", "mydewu.net", "xiaomi.com", "163.com"],
)
def test_hosts_that_share_letters_with_them_are_no_imitations(host: str) -> None:
    (refused,) = read_pasted(f"https://{host}/a/1").refused
    assert refused.code == "not_a_shop_host"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("https://item.taobao.com/item.htm?id=700000000001 洛川苹果 5 斤装", "洛川苹果 5 斤装"),
        ("https://mobile.yangkeduo.com/goods.html?goods_id=7001 柿饼", ""),
        ("https://mobile.yangkeduo.com/goods.html?goods_id=7001 富平柿饼", "富平柿饼"),
        ("https://weidian.com/item.html?itemID=7002\t手工皂", "手工皂"),
        ("【实木旧书桌】https://item.jd.com/100000000004.html 蓝牙耳机 白色", "实木旧书桌"),
        ("https://item.jd.com/100000000004.html 看看这个怎么样", ""),
        ("https://item.jd.com/100000000004.html 这个多少钱？", ""),
        ("https://item.jd.com/100000000004.html 12345", ""),
    ],
)
def test_a_title_behind_a_full_link(text, title):
    (link,) = read_share_text(text)
    assert link.title == title


def test_two_links_of_one_address_with_other_numbers_stay_two():
    """Where the platform's own number is missing, another one tells them apart."""
    text = "https://item.taobao.com/item.htm?skuId=1&spm=a https://item.taobao.com/item.htm?skuId=2"
    links = read_share_text(text)
    assert [link.url for link in links] == [
        "https://item.taobao.com/item.htm?skuId=1",
        "https://item.taobao.com/item.htm?skuId=2",
    ]


@pytest.mark.parametrize(
    ("text", "platform", "unsure"),
    [
        ("#小程序://京东购物/AbCdEfGhIjK", "jd", False),
        ("#小程序://得物App/aBc_1-23", "dewu", True),
        ("看看 ＃小程序：//老王果园/x1Y2z3 谢谢", "miniprogram", True),
        ("小程序://当当/Aa11bb", "dangdang", True),
        ("#小程序://小米有品丨好物/Bb22cc", "youpin", True),
    ],
)
def test_a_mini_program_is_kept_as_a_link_to_open_on_the_phone(
    text: str, platform: str, unsure: bool
) -> None:
    (link,) = read_share_text(text)
    assert (link.platform, link.unsure, link.short, link.url) == (platform, unsure, True, "")
    assert "小程序://" in link.code and " " not in link.code
    assert link.title == ""


@pytest.mark.parametrize(
    ("text", "platform", "title"),
    [
        ("#小程序://唯品会特卖/商品详情/abcDEF123", "vip", "商品详情"),
        ("看 #小程序://得物/Nike Dunk 白/aBc_1-23 不错", "dewu", "Nike Dunk 白"),
        (
            "#小程序://老王果园/柿饼礼盒/x1Y2z3 #小程序://老王果园/雪梨/x1Y2z4",
            "miniprogram",
            "柿饼礼盒",
        ),
    ],
)
def test_the_title_of_a_mini_programs_page_is_the_links(text, platform, title) -> None:
    link, *_ = read_share_text(text)
    assert (link.platform, link.title, link.unsure) == (platform, title, True)


def test_youpin_below_mi_is_youpin() -> None:
    (link,) = read_share_text("https://youpin.mi.com/detail?gid=123456&x=1")
    assert (link.platform, link.same_as, link.unsure) == ("youpin", "youpin:123456", True)


def test_mini_programs_of_one_name_are_told_apart_by_their_codes() -> None:
    text = "#小程序://老王果园/x1Y2z3\n#小程序://老王果园/x1Y2z4\n#小程序://老王果园/x1Y2z3"
    assert len(read_share_text(text)) == 2


def test_a_mini_program_behind_a_link_is_no_title_of_it() -> None:
    text = "https://item.taobao.com/item.htm?id=70000 #小程序://京东购物/AbCdEfGhIjK"
    (link,) = read_share_text(text)
    assert (link.platform, link.item_id, link.title) == ("taobao", "70000", "")


@pytest.mark.parametrize(
    "host", ["amazon.com.evil.cn", "dangdang.com.evil.cn", "m-dangdang.com", "mydmall.com"]
)
def test_hosts_that_wear_the_name_of_another_shop_are_refused(host: str) -> None:
    (refused,) = read_pasted(f"https://{host}/dp/1").refused
    assert refused.code == "look_alike_host"


@pytest.mark.parametrize(
    ("text", "platform", "number", "title"),
    [
        ("https://www.dewu.com/product-detail.html?spuId=1234567", "dewu", "1234567", ""),
        ("https://shop.weixin.qq.com/goods/12345 蓝莓干", "weixin", "12345", "蓝莓干"),
        ("【微信小店】蓝莓干 https://store.weixin.qq.com/a/x", "weixin", None, "蓝莓干"),
        ("https://detail.vip.com/detail-1-200.html 【唯品会】羊毛衫", "vip", "200", "羊毛衫"),
        ("【考拉海购】奶粉3段 https://goods.kaola.com/product/56.html", "kaola", "56", "奶粉3段"),
        ("【得物】这个真不错哦！ https://dw4.co/t/A/1 点开链接打开【得物】购买", "dewu", None, ""),
        (
            "【围巾 - 小美 | 小红书 - 生活】 http://xhslink.com/a/A",
            "xiaohongshu",
            None,
            "围巾 - 小美",
        ),
        ("http://xhslink.com/m/8 羊毛围巾 复制后打开【小红书】", "xiaohongshu", None, "羊毛围巾"),
    ],
)
def test_a_title_stands_without_the_apps_name_and_its_phrases(
    text: str, platform: str, number: str | None, title: str
) -> None:
    (link,) = read_share_text(text)
    assert (link.platform, link.item_id, link.title) == (platform, number, title)
    assert link.unsure


def test_a_wide_and_alone_parts_a_query_too() -> None:
    (link,) = read_share_text("https://item.taobao.com/item.htm?spm=a1.2-3＆id=700000000001")
    assert (link.platform, link.item_id) == ("taobao", "700000000001")
    assert link.url == "https://item.taobao.com/item.htm?id=700000000001"


def test_what_looks_like_a_code_within_a_refused_address_is_none() -> None:
    pasted = read_pasted("打开淘宝 https://example.com/x?tk=$AbCdEfGhIj1$")
    assert pasted.links == () and len(pasted.refused) == 1


@pytest.mark.parametrize(
    ("part", "shown"),
    [
        ("", ""), ("a  b", ": a b"), ("x" * 60, f": {'x' * 60}"), ("x" * 61, f": {'x' * 59}…"),
    ],
)  # fmt: skip
def test_what_is_refused_is_told_with_a_short_piece_of_it(part: str, shown: str) -> None:
    assert str(ShareTextError("plain_words", part)) == (
        f"There is no link and no 口令 in this text{shown}"
    )
    assert ShareTextError("plain_words", "y" * (LONGEST_PART + 1)).part == "y" * LONGEST_PART


@pytest.mark.parametrize(("more", "code"), [(0, "plain_words"), (1, "too_long")])
def test_a_text_may_be_so_long(more: int, code: str) -> None:
    (refused,) = read_pasted("字" * (LONGEST_TEXT + more)).refused
    assert refused.code == code


def test_of_one_link_twice_the_title_and_the_code_that_are_known_stay() -> None:
    link = "https://item.jd.com/700000000001.html"
    for text in (f"{link} 红富士苹果十斤装\n{link}", f"{link}\n{link} 红富士苹果十斤装"):
        (one,) = read_pasted(text).links
        assert one.title == "红富士苹果十斤装"
