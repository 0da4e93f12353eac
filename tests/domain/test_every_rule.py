"""Every rule is reckoned with somewhere, or is there to be read and cannot be edited."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import ksdesk
from ksdesk.domain.rulebook import RuleBook

SOURCE = "\n".join(path.read_text("utf-8") for path in Path(ksdesk.__file__).parent.rglob("*.py"))
NAMED = frozenset(re.findall(r'"([a-z_]+(?:\.[a-z0-9_]+)+)"', SOURCE))
SHAPED = tuple(
    re.compile("[a-z0-9_.]+".join(map(re.escape, re.split(r"\{[^}]*\}", shape))))
    for shape in frozenset(re.findall(r'f"([a-z_]+\.[a-z_.]*\{[^"]*)"', SOURCE))
)
"""Keys put together from a name, such as f"quality.stock.{name}"."""
BY_GROUP = re.compile(r"categories\.[a-z_]+\.(?:words|unless|papers|optional_papers|review)")

BOOK = RuleBook.load()
RULES = {rule.key: rule for rule in BOOK.rows()}


def is_read(key: str) -> bool:
    """Whether the source names a key, whole or as a shape."""
    shaped = any(shape.fullmatch(key) for shape in (*SHAPED, BY_GROUP))
    return key in NAMED or shaped


@pytest.mark.parametrize("key", sorted(RULES))
def test_what_may_be_edited_is_read_and_what_is_only_told_is_not(key: str) -> None:
    """Photo sizes were constants beside rules that the seller could edit without any effect."""
    rule = RULES[key]
    if rule.editable:
        assert is_read(key), "editing it would change nothing: told = true"
    if rule.told:
        assert not is_read(key), "it is reckoned with, so it can be edited"


def test_the_sizes_of_photos_are_those_of_the_rules() -> None:
    assert is_read("opening.photo.bytes") and is_read("opening.photo.short_side")
