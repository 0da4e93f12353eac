"""Goods of other platforms, as a link or a share text names them."""
