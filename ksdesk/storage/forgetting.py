"""What earlier versions kept of buyers leaves the book: of imports with step 12, of what the seller
wrote with step 21, of both once more with step 36.

Columns that hold buyers' data go out of rows, of what imports revised and of the row keys; notes
are blotted; imports and remembered mappings keep no cell. Unlike other steps these judge by the
newest rules: what is found personal today must not stay because it was not known yesterday.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from ksdesk.domain.personal import blotted, is_note, is_personal, personal_columns
from ksdesk.storage import sqlite_only
from ksdesk.storage.lasting_keys import TABLES, rename_keys

if TYPE_CHECKING:
    import peewee

_SAMPLE: Final = 500  # rows of an import that its columns are judged by
_numbers = re.compile(r"_(?:no|id|code)$|^(?:key|grain|account|campaign|unit|ad|live|flag)$").search
_number_labels = re.compile(
    r"(?:_id|[a-z]Id|ID|\bid|编号|编码|条码|货号|单号|流水号?|凭证号)$"
).search
_KEPT_IN_KEYS: Final = frozenset("a c u i l g h d w m".split())  # numbers of accounts and the like

Labels = frozenset[str]


def forget_buyers(db: peewee.Database) -> int:
    """Clean every table that an import fills; in how many places."""
    db.execute_sql("PRAGMA secure_delete = ON")
    db.connection().create_function("blotted", 2, _blotted, deterministic=True)
    changed = _imports(db)
    for name in _tables(db):
        personal = _personal_labels(db, f"{name}_row")
        for table in (f"{name}_row", f"{name}_before"):
            changed += _texts(db, table) + _objects(db, table, personal)
        _keys(db, name, personal)
    changed += _ledger(db)
    return changed


def _tables(db: peewee.Database) -> list[str]:
    """The tables that imports fill; the book of an earlier step has fewer of them."""
    there = {name for (name,) in db.execute_sql("SELECT name FROM sqlite_master").fetchall()}
    names = (*TABLES.values(), "aftersales", "video")
    return [name for name in names if f"{name}_row" in there]


def forget_in_notes(db: peewee.Database) -> int:
    """Clean what the seller wrote, and what imports changed of products; in how many places."""
    db.execute_sql("PRAGMA secure_delete = ON")
    db.connection().create_function("blotted", 2, _blotted, deterministic=True)
    changed = 0
    tables = db.execute_sql("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    with _open_ledger(db):
        for (table,) in tables:
            names = [row[1] for row in db.execute_sql(f"PRAGMA table_info({table})").fetchall()]
            if "note" in names:
                more = ", found_by = ''" if "found_by" in names else ""
                changed += _blot(db, table, "note", more=more)
    for table in ("own_row", "own_before"):
        changed += _blot(db, table, "sheet", note=0)
    _keys(db, "own", frozenset())
    changed += _written(db, "product", "quality")
    changed += _written(db, "product_change", "was") + _written(db, "product_change", "became")
    return changed


def _blot(db: peewee.Database, table: str, name: str, *, note: int = 1, more: str = "") -> int:
    new = f"blotted({name}, {note})"
    done: int = db.execute_sql(
        f"UPDATE {table} SET {name} = {new}{more} WHERE {name} IS NOT NULL AND {new} <> {name}"
    ).rowcount
    return done


def _written(db: peewee.Database, table: str, name: str) -> int:
    """Blot the notes in a column of JSON."""
    rows = db.execute_sql(
        f"SELECT id, {name} FROM {table} WHERE {name} LIKE '%note%' OR {name} LIKE '%reason%'"
    ).fetchall()
    changed = []
    for number, text in rows:
        held = _read(text, None)
        if isinstance(held, dict):
            made = {k: _blotted(v, 1) if _is_written(k, v) else v for k, v in held.items()}
            if made != held:
                changed.append((json.dumps(made, ensure_ascii=False), number))
    db.connection().executemany(f"UPDATE {table} SET {name} = ? WHERE id = ?", changed)
    return len(changed)


def _is_written(key: str, value: object) -> bool:
    return key in ("note", "sample_note", "reason") and isinstance(value, str)


@lru_cache(20_000)
def _blotted(text: str, note: int) -> str:
    """`note`: 0 for none, 1 for the seller's own, 2 for one that an import brought."""
    return blotted(text, note=bool(note), names=note > 1)


def _imports(db: peewee.Database) -> int:
    """Batches and mappings without cells, and without what buyers' columns became."""
    changed = 0
    for table, key in (("batch", "id"), ("header_mapping", "header")):
        for number, text in db.execute_sql(f"SELECT {key}, columns FROM {table}").fetchall():
            columns = _read(text, [])
            made = json.dumps([_column(one) for one in columns], ensure_ascii=False)
            if made != text:
                db.execute_sql(f"UPDATE {table} SET columns = ? WHERE {key} = ?", (made, number))
                changed += any(c.get("samples") or _column(c) != c for c in columns)
    db.execute_sql("UPDATE batch SET name = blotted(name, 0)")
    return changed


def _column(column: dict[str, Any]) -> dict[str, Any]:
    column = {**column, "samples": []}
    if column.get("role") != "skip" and is_personal(str(column.get("label", ""))):
        column |= {"role": "skip", "unit": "", "why": "private"}
    return column


def _personal_labels(db: peewee.Database, table: str) -> Labels:
    """The own columns of a kind that hold buyers' data: judged import by import, for names are
    told by the telephones that stood beside them."""
    batches = db.execute_sql(f"SELECT DISTINCT batch FROM {table}").fetchall()
    found: set[str] = set()
    for (batch,) in batches:
        rows = db.execute_sql(
            f"SELECT extra, marks FROM {table} WHERE batch IS ? AND"
            " (extra IS NOT NULL OR marks IS NOT NULL) LIMIT ?",
            (batch, _SAMPLE),
        ).fetchall()
        cells = [{**_read(extra, {}), **_read(marks, {})} for extra, marks in rows]
        stored = db.execute_sql("SELECT columns FROM batch WHERE id = ?", (batch,)).fetchone()
        said = [str(c.get("label", "")) for c in _read(stored[0], [])] if stored else []
        header = list(dict.fromkeys([*(label for row in cells for label in row), *said]))
        sample = [[str(row.get(label, "")) for label in header] for row in cells]
        known = [_number_labels(label) is not None for label in header]
        found |= {header[index] for index in personal_columns(header, sample, known)}
    return frozenset(found)


def _texts(db: peewee.Database, table: str) -> int:
    """Blot the columns of texts that name no number."""
    changed = 0
    for _place, name, shape, *_more in db.execute_sql(f"PRAGMA table_info({table})").fetchall():
        if shape == "TEXT" and not _numbers(name) and name not in ("extra", "marks"):
            new = f"blotted({name}, {2 * is_note(name)})"
            sql = f"UPDATE {table} SET {name} = {new} WHERE {name} IS NOT NULL AND {new} <> {name}"
            changed += db.execute_sql(sql).rowcount
    return changed


def _objects(db: peewee.Database, table: str, personal: Labels) -> int:
    """Take buyers' columns out of the own figures and texts."""
    sql = f"SELECT id, extra, marks FROM {table} WHERE extra IS NOT NULL OR marks IS NOT NULL"
    changed = []
    for number, *texts in db.execute_sql(sql).fetchall():
        made = [None if text is None else _object(text, personal) for text in texts]
        if made != texts:
            changed.append((*made, number))
    db.connection().executemany(f"UPDATE {table} SET extra = ?, marks = ? WHERE id = ?", changed)
    return len(changed)


def _object(text: str, personal: Labels) -> str | None:
    held = _read(text, {})
    kept = {
        label: _blotted(value, 2 * is_note(label)) if _is_free(label, value) else value
        for label, value in held.items()
        if label not in personal
    }
    if kept == held:
        return text
    if not kept:
        return None
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def _is_free(label: str, value: object) -> bool:
    return isinstance(value, str) and not _number_labels(label)


def _keys(db: peewee.Database, name: str, personal: Labels) -> None:
    """Take the same out of the row keys; what then has one key is numbered."""
    hidden = {label.replace("|", "¦") for label in personal}
    keys = [key for (key,) in db.execute_sql(f"SELECT key FROM {name}_row ORDER BY id").fetchall()]
    renamed: dict[str, str] = {}
    taken: dict[str, int] = defaultdict(int)
    used = {key for key in keys if _key(key, hidden) == key}
    for key in keys:
        made = _key(key, hidden)
        if made == key:
            continue
        base, _, _place = made.rpartition("|")
        while made in used:
            taken[base] += 1
            made = f"{base}|{taken[base]}"
        used.add(made)
        renamed[key] = made
    rename_keys(db, f"{name}_row", f"{name}_before", renamed)
    for old, new in renamed.items():
        db.execute_sql("UPDATE doubled SET key = ? WHERE key = ?", (new, old))
        db.execute_sql("UPDATE doubled SET twin = ? WHERE twin = ?", (new, old))


def _key(key: str, hidden: Iterable[str]) -> str:
    start, *parts, last = key.split("|")
    return "|".join([start, *(_part(p) for p in parts if p.partition("=")[0] not in hidden), last])


def _part(part: str) -> str:
    label, is_, value = part.partition("=")
    if not is_:
        return _blotted(part, 0) if len(part) > 1 else part
    if _numbers(label) or _number_labels(label) or label in _KEPT_IN_KEYS:
        return part
    return f"{label}={_blotted(value, 2 * is_note(label))}"


def _ledger(db: peewee.Database) -> int:
    """Notes of ledger lines came with imported movements; the lines themselves never change."""
    with _open_ledger(db):
        changed: int = db.execute_sql(
            "UPDATE deposit_entry SET note = blotted(note, 2)"
            " WHERE batch IS NOT NULL AND blotted(note, 2) <> note"
        ).rowcount
    return changed


@contextmanager
def _open_ledger(db: peewee.Database) -> Iterator[None]:
    """A block in which lines of the ledger can be changed."""
    for name in ("deposit_entry_keeps", "deposit_entry_stays"):
        db.execute_sql(f"DROP TRIGGER {name}")
    yield
    sqlite_only.make_append_only(db)


def _read(text: str, otherwise: Any) -> Any:
    """JSON of the book; what is damaged holds nothing that could be cleaned."""
    try:
        return json.loads(text) if text else otherwise
    except ValueError:
        return otherwise
