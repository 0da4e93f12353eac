"""The orders page: what is to be shipped first, and every order of the imported files."""

from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP
from ksdesk.ui.shell.page import PageSpec

PAGE = PageSpec(
    "orders",
    QT_TRANSLATE_NOOP("Nav", "Orders"),
    icon="orders",
    where="ksdesk.ui.orders.page:OrdersPage",
    names="订单 发货 dingdan dd fahuo fh orders shipping",
    concerns=frozenset({"orders", "products", "aftersales", "guide"}),
)
