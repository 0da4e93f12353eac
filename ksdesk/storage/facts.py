"""Small facts about the book itself, by key."""

from __future__ import annotations

from ksdesk.storage.models import Fact


def get(key: str, default: str = "") -> str:
    """The stored value, or `default`; called inside a reading or writing block."""
    row = Fact.get_or_none(Fact.key == key)
    return default if row is None else row.value


def put(key: str, value: str) -> None:
    """Store a value; called inside a writing block."""
    Fact.insert(key=key, value=value).on_conflict(
        conflict_target=[Fact.key], update={Fact.value: value}
    ).execute()
