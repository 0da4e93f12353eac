"""A product that is being written: kept beside the book, so that a crash loses none of it."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Final

from ksdesk.domain.products import Product, without_people
from ksdesk.paths import system_problems, tidy_away
from ksdesk.settings import write_atomically
from ksdesk.storage.products import product_of

FILE: Final = "product.json"


def keep(folder: Path, product: Product) -> None:
    """Write what is typed so far; `BookProblem` where it cannot be written."""
    with system_problems(folder):
        folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(asdict(without_people(product)), ensure_ascii=False, default=str)
    write_atomically(folder / FILE, text)


def kept(folder: Path, product: Product) -> Product | None:
    """What was typed last for this product and neither saved nor thrown away; None if nothing.

    What was typed for a product that has changed in the book since is not offered again, nor for
    another link than this one.
    """
    try:
        read = product_of(json.loads((folder / FILE).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None
    same = (read.id, read.way, read.changed_at) == (product.id, product.way, product.changed_at)
    return read if same and (product.id or read.link == product.link) else None


def forget(folder: Path) -> None:
    """It was saved or thrown away."""
    tidy_away(folder / FILE)
