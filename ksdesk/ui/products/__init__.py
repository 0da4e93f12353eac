"""The products page: own goods and other platforms' links."""

from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP
from ksdesk.ui.shell.page import PageSpec

PAGE = PageSpec(
    "products",
    QT_TRANSLATE_NOOP("Nav", "Products"),
    icon="products",
    where="ksdesk.ui.products.page:ProductsPage",
    names="商品 shangpin sp products goods",
    concerns=frozenset({"products", "deposit", "opening", "guide"}),
)
