"""How many share texts are read in a second, one by one as they are pasted and all at once."""

from __future__ import annotations

import time

import pytest

from ksdesk.domain.links.share_text import read_pasted

pytestmark = [pytest.mark.bench, pytest.mark.timeout(120)]

SHAPES = [
    "【淘宝】7天无理由 https://e.tb.cn/h.AAaaa{n}?tk=AAAbbbCCC12 CZ028 「「好店」阔腿裤 {n}」 "
    "点击链接直接打开 或者 淘宝搜索直接打开",
    "https://item.taobao.com/item.htm?spm=a2.1-2&scm=1007.15&id=7000000{n}&pvid=441b-8999-43ee",
    "【京东】https://3.cn/{n}-aA「手环 {n}」",
    "在京东发现了宝贝 https://item.m.jd.com/product/1000000{n}.html?utm_source=x 快来看看",
    "https://mobile.yangkeduo.com/goods.html?goods_id=3000000{n}&_x_org=2&refer_share_id=abc",
    "9.28 04/21 X@z.TL ban:/ 【抖音商城】https://v.douyin.com/A{n}/ 挂钩 免打孔 {n}\n"
    "长按复制此条消息，打开抖音搜索，查看商品详情！",
    "https://v.kuaishou.com/A{n} 松弛感 该作品在快手被播放过834.5万次，"
    "点击链接，打开【快手】直接观看！",
    "3 ￥A1b2C{n}￥ 打开淘宝",
    "https://evil-jd.com/1000000{n}.html",
]
TEXTS = [shape.format(n=10_000 + n) for n in range(1_000) for shape in SHAPES]


def test_two_thousand_share_texts_a_second(measured) -> None:
    def single() -> int:
        return sum(len(read_pasted(text).links) for text in TEXTS)

    def pasted() -> int:
        return len(read_pasted("\n\n".join(TEXTS)).links)

    for name, work in (("one by one", single), ("one paste", pasted)):
        start = time.perf_counter()
        assert work() == len(TEXTS) * 8 // 9
        speed = len(TEXTS) / (time.perf_counter() - start)
        measured(f"share texts read, {name}", speed, "a second", least=2_000)
