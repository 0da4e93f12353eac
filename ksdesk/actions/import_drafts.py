"""Imports that were begun and not finished: they survive the app for thirty days.

Apart from `ksdesk.actions.imports`: the start looks for them and needs no readers of files.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection
from datetime import datetime, timedelta
from pathlib import Path

from ksdesk.domain.imports import DRAFT_DAYS, Draft, Preview
from ksdesk.paths import tidy_away
from ksdesk.storage.imports.staging import FORMAT, SUFFIX, Staging, readable
from ksdesk.storage.problem import BookProblem


def drafts(folder: Path) -> tuple[Draft, ...]:
    """The previews in the staging folder that were neither imported nor dropped, newest first."""
    found = [draft for path in folder.glob(f"*{SUFFIX}") if (draft := _draft(path)) is not None]
    return tuple(sorted(found, key=lambda draft: str(draft.made_at or ""), reverse=True))


def _draft(path: Path) -> Draft | None:
    """What a staging file is a draft of, None where it is finished, half made, damaged or of an
    older format."""
    try:
        with Staging(path) as staged:
            facts = staged.facts()
            if facts.get("format") != FORMAT or facts.get("state") == "committed":
                return None
            rows, _stamp = staged.counts().total, facts["stamp"]  # put last: it is whole
            made = facts["made_at"]
            name, _path, _part = json.loads(facts["source"])
            for told in ("columns", "needs", "parts"):
                json.loads(facts[told])
            moment = datetime.fromisoformat(made).replace(tzinfo=None) if made else None
            return Draft(path, str(name), facts["kind"], facts["title"], moment, rows)
    except (sqlite3.DatabaseError, BookProblem, KeyError, TypeError, ValueError):
        return None


def keep(preview: Preview, unticked: Collection[str], now: datetime) -> None:
    """Write into a draft which revised rows the seller left out.

    Raises `Unstaged`, `BookProblem`.
    """
    with readable(preview.staging), Staging(preview.staging) as staged:
        staged.check()
        text = json.dumps(sorted(unticked), ensure_ascii=False)
        staged.put_facts(unticked=text, made_at=now.isoformat())


def mark(path: Path, state: str) -> None:
    """Say of a staging file what became of it."""
    with Staging(path) as staged:
        staged.put_facts(state=state)


def discard(draft: Draft) -> None:
    """Drop a draft."""
    tidy_away(draft.path)


def sweep(folder: Path, now: datetime | None = None) -> None:
    """At start: remove staging files of finished and half-made imports, and drafts that are older
    than `DRAFT_DAYS` at `now`."""
    kept = {
        draft.path
        for draft in drafts(folder)
        if now is None or _age(draft, now) <= timedelta(DRAFT_DAYS)
    }
    for path in folder.glob(f"*{SUFFIX}*"):  # SQLite's own files beside one too
        name = path.name.partition(SUFFIX)[0] + SUFFIX
        if path.with_name(name) not in kept:
            tidy_away(path)


def _age(draft: Draft, now: datetime) -> timedelta:
    made = draft.made_at or datetime.fromtimestamp(draft.path.stat().st_mtime)  # noqa: DTZ006
    return now - made
