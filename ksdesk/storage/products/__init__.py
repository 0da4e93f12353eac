"""Products, and the bin they wait in for 30 days."""

from ksdesk.storage.products.keeping import BIN_DAYS, ProductReader, ProductWriter, product_of

__all__ = ["BIN_DAYS", "ProductReader", "ProductWriter", "moment_of", "product_of", "quality_of"]
