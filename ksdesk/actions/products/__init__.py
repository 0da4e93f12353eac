"""Keeping products: save, move to the bin, bring back."""

from ksdesk.actions.products.keeping import (
    bin_,
    make_findable,
    read_picture,
    remove,
    restore,
    save,
    sweep,
)

__all__ = ["bin_", "make_findable", "read_picture", "remove", "restore", "save", "sweep"]
