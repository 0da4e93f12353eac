"""推广: what the paid ways are bought for, and what they bring."""

from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP
from ksdesk.ui.shell.page import PageSpec

PAGE = PageSpec(
    "promotion",
    QT_TRANSLATE_NOOP("Nav", "Promotion"),
    icon="promotion",
    where="ksdesk.ui.promotion.page:PromotionPage",
    names="推广 tuiguang tg promotion 计划 jihua 买量 热搜 礼物 代理",
    concerns=frozenset({"promotion", "traffic", "products", "imports", "guide"}),
)
