"""月报: a month as a page to look at, to print and to keep."""

from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP
from ksdesk.ui.shell.page import PageSpec

PAGE = PageSpec(
    "month",
    QT_TRANSLATE_NOOP("Nav", "Monthly"),
    icon="rule",
    where="ksdesk.ui.month.page:MonthPage",
    names="月报 yuebao yb month report 报表 baobiao 月度 对账 报税 baoshui tax",
    concerns=frozenset(
        {"month", "promotion", "traffic", "products", "deposit", "aftersales", "imports"}
    ),
)
