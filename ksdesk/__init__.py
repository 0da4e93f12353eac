"""ksdesk: the desk of a small livestream shop, offline."""

__version__ = "0.1.0"
