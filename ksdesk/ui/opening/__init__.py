"""The opening wizard: every step of opening a shop beside a drawn phone."""

from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP
from ksdesk.ui.shell.page import PageSpec, Place

PAGE = PageSpec(
    "opening",
    QT_TRANSLATE_NOOP("Nav", "Opening"),
    icon="opening",
    where="ksdesk.ui.opening.page:OpeningPage",
    names="开店 kaidian kd opening wizard 向导",
    concerns=frozenset({"opening", "deposit", "guide"}),
    places=(
        Place(
            "entry",
            "Opening",
            QT_TRANSLATE_NOOP("Opening", "Find the way in"),
            "找入口 zhaorukou zrk",
        ),
        Place(
            "realname",
            "Opening",
            QT_TRANSLATE_NOOP("Opening", "Real name"),
            "实名 shiming sm 身份证 id",
        ),
        Place(
            "type",
            "Opening",
            QT_TRANSLATE_NOOP("Opening", "Kind of shop"),
            "店铺类型 dianpuleixing dplx",
        ),
    ),
)
