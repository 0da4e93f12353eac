"""ksdesk: the desk of a small livestream shop, offline."""

__version__ = "1.0.0"
