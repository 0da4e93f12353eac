"""Keeping products: save, move to the bin, bring back."""

from ksdesk.actions.products.keeping import (
    bin_,
    keep_quality,
    make_findable,
    read_picture,
    remove,
    restore,
    save,
    sweep,
)

__all__ = [
    "bin_",
    "keep_quality",
    "make_findable",
    "read_picture",
    "remove",
    "restore",
    "save",
    "sweep",
]
