"""What the book says of itself, by key."""

from __future__ import annotations

from ksdesk.storage.models.shop import About


def get(key: str, default: str = "") -> str:
    """The stored value, or `default`; called inside a reading or writing block."""
    row = About.get_or_none(About.key == key)
    return default if row is None else row.value


def put(key: str, value: str) -> None:
    """Store a value; called inside a writing block."""
    About.insert(key=key, value=value).on_conflict(
        conflict_target=[About.key], update={About.value: value}
    ).execute()
