"""Step 10: rows are known by what identifies them, and no longer by the second they happened.

A table that a workbook program saved once more lost its seconds, and each of its rows came in a
second time. Such doubles keep a key of their own and are listed in `doubled`, to be merged or
kept by the seller. Frozen like every step: nothing here follows the importers.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import peewee

LASTING_KEYS: Final = """
CREATE TABLE doubled (id INTEGER NOT NULL PRIMARY KEY, kind TEXT NOT NULL, key TEXT NOT NULL,
    twin TEXT NOT NULL);
CREATE UNIQUE INDEX doubled_kind_key ON doubled (kind, key);
CREATE INDEX settlement_row_time ON settlement_row (time);
CREATE INDEX movement_row_time ON movement_row (time);
CREATE INDEX insurance_row_time ON insurance_row (time);
CREATE INDEX fund_row_time ON fund_row (time);
CREATE INDEX own_row_time ON own_row (time)
"""
TABLES: Final = {
    "traffic": "traffic",
    "orders": "order",
    "settlements": "settlement",
    "movements": "movement",
    "insurance": "insurance",
    "funds": "fund",
    "any": "own",
}
_OWN_NUMBER: Final = {"orders": "order_no", "movements": "flow_no", "insurance": "fee_no"}

_decimal = re.compile(r"([^=]*=\d+)\.0+").fullmatch
_numbers_rows = re.compile(
    r"(单号|流水号|流水|凭证号|order ?(no|number|id)|serial ?(no|number))=", re.IGNORECASE
).search


def rename(db: peewee.Database) -> None:
    """Give all rows their new keys and list the doubles."""
    for kind, name in TABLES.items():
        _rename(db, kind, f"{name}_row", f"{name}_before")


def _rename(db: peewee.Database, kind: str, table: str, before: str) -> None:
    more = ", direction, amount" if kind == "movements" else ", NULL, NULL"
    first = f"SELECT key, batch FROM {before} ORDER BY by_batch DESC"
    first_batch = dict(db.execute_sql(first).fetchall())
    groups: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    rows = db.execute_sql(f"SELECT key, batch{more} FROM {table}").fetchall()
    for key, batch, direction, amount in sorted(rows, key=_by_time):
        whose = first_batch.get(key, batch)
        groups[_base(kind, key, direction, amount)][-1 if whose is None else whose].append(key)
    renamed: dict[str, str] = {}
    for base, batches in groups.items():
        taken: dict[int, str] = {}
        for _batch, keys in sorted(batches.items()):
            for place, old in enumerate(keys, 1):
                key = f"{base}|{place}"
                if twin := taken.get(place):
                    key = f"{base}|{len(renamed)}+{place}"
                    db.execute_sql(
                        "INSERT INTO doubled (kind, key, twin) VALUES (?, ?, ?)",
                        (kind, key, twin),
                    )
                taken.setdefault(place, key)
                renamed[old] = key
    rename_keys(db, table, before, {old: new for old, new in renamed.items() if old != new})


def rename_keys(db: peewee.Database, table: str, before: str, renamed: dict[str, str]) -> None:
    """Give rows, and what they were before later imports, other keys."""
    db.execute_sql("CREATE TEMP TABLE renamed (old TEXT PRIMARY KEY, new TEXT NOT NULL)")
    db.connection().executemany("INSERT INTO temp.renamed VALUES (?, ?)", renamed.items())
    # One row's new key may be another's old one: a sign that no key has parts the two.
    for name in (table, before):
        db.execute_sql(
            f"UPDATE {name} SET key = '~' || n.new FROM temp.renamed AS n WHERE n.old = {name}.key"
        )
        db.execute_sql(f"UPDATE {name} SET key = substr(key, 2) WHERE substr(key, 1, 1) = '~'")
    db.execute_sql("DROP TABLE temp.renamed")


def _by_time(row: tuple[str, ...]) -> tuple[str, int]:
    """In order of time, then as they stood in their file."""
    start, _, rest = row[0].partition("|")
    return start, int(rest.rpartition("|")[2])


def _base(kind: str, key: str, direction: object, amount: object) -> str:
    """A new key without its last part, out of an old one."""
    start, *parts = key.split("|")[:-1]
    seconds = int(start)
    parts = [found[1] if (found := _decimal(part)) else part for part in parts]
    named = {name for name, is_, value in (part.partition("=") for part in parts) if is_ and value}
    if kind == "traffic":
        seconds -= seconds % 60
    elif kind == "any":
        numbered = any(_numbers_rows(part.replace("_", " ")) for part in parts[1:])
        seconds -= seconds % (86_400 if numbered else 60)
    elif _OWN_NUMBER.get(kind) in named:
        return "|".join(["", *parts])
    else:
        seconds -= seconds % 86_400
    if kind == "movements" and not any(part.startswith("flow_no=") for part in parts):
        parts = [part for part in parts if part]
        place = int(parts[:1] != [] and parts[0].startswith("related_no="))
        moved = "" if amount is None else amount
        parts[place:place] = [f"direction={direction or ''}", f"amount={moved}"]
    return "|".join([f"{seconds:012d}", *parts])
