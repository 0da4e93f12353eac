"""复盘: what a live or a short video brought, and what to do next time."""

from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP
from ksdesk.ui.shell.page import PageSpec

PAGE = PageSpec(
    "reviews",
    QT_TRANSLATE_NOOP("Nav", "Reviews"),
    icon="reviews",
    where="ksdesk.ui.reviews.page:ReviewsPage",
    names="复盘 fupan fp 直播 zhibo 短视频 duanshipin 粉丝 fensi reviews lives videos fans",
    concerns=frozenset(
        {"reviews", "products", "promotion", "traffic", "imports", "orders", "today"}
    ),
)
