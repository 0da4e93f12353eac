"""What is kept of a product: own goods, or another platform's link (其他平台商品)."""

from ksdesk.domain.products.values import (
    STATES,
    WAYS,
    Details,
    Picture,
    Product,
    Quality,
    Sku,
    combined,
    missing,
    summed,
    without_people,
)

__all__ = [
    "STATES",
    "WAYS",
    "Details",
    "Picture",
    "Product",
    "Quality",
    "Sku",
    "combined",
    "missing",
    "summed",
    "without_people",
]
