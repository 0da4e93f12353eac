"""What is staged held against the book: SQL over the staged rows with the book attached as `book`.

`fields` are the target's columns that the source fills.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Final

from ksdesk.domain.lasting import whole
from ksdesk.storage.imports.sql import DAY, NEW, PART, REVISED, SAME, coarser, sound
from ksdesk.storage.targets import Target

_STAMP: Final = len("001735869600|h|")
"""The beginning of a row key of traffic: its time, and what it stands for."""


def prepare(db: sqlite3.Connection) -> None:
    """Give a connection the functions that `mark` calls."""
    db.create_function("whole", 2, whole, deterministic=True)
    db.create_function("whole_texts", 2, _whole_texts, deterministic=True)


def mark(db: sqlite3.Connection, target: Target, fields: Sequence[str]) -> int:
    """Tell the rows that the book has from the new ones; how many they are."""
    if not db.execute(f"SELECT * FROM book.{target.table} LIMIT 1").fetchone():
        return 0
    ordered = bool(target.lines) and target.lines[0] in fields
    if ordered:
        _find_again(db, target, fields)
    if target.parts:
        _find_named(db, target, fields)
    _keep_finer(db, target, fields)
    known = db.execute(
        f"UPDATE staged SET fate = CASE WHEN {_same(target, fields)} THEN {SAME} ELSE"
        f" {REVISED} END FROM book.{target.table} AS b WHERE b.key = staged.key"
    ).rowcount
    if ordered and target.whole in fields:
        _leave_wholes_out(db, target, fields)
    return known


def _leave_wholes_out(db: sqlite3.Connection, target: Target, fields: Sequence[str]) -> None:
    """What is paid for a whole order is none of several lines in the book, and no further one."""
    number, *others = target.lines
    bare = " AND ".join(f"nullif(s.{name}, '') IS NULL" for name in others if name in fields)
    line = " OR ".join(f"nullif(b.{name}, '') IS NOT NULL" for name in others)
    db.execute(
        f"INSERT INTO refused SELECT line, '', {number}, 'total_line', '' FROM staged AS s"
        f" WHERE {target.whole} IS NOT NULL AND {bare or 1} AND (SELECT count(*) FROM"
        f" book.{target.table} AS b WHERE b.{number} = s.{number} AND ({line})) > (fate <> {NEW})"
    )
    db.execute(f"UPDATE staged SET fate = {PART} WHERE line IN (SELECT line FROM refused)")


def _find_again(db: sqlite3.Connection, target: Target, fields: Sequence[str]) -> None:
    """Give the lines of an order the keys that the book has for them, where one of the two files
    has columns that the other lacks: what both tell is the same, and of no other line. The first of
    them takes the place of what the book has of the whole order."""
    number, *others = target.lines
    same = "".join(
        f" AND s.{name} / {DAY} = b.{name} / {DAY}"
        if name in target.moments
        else f" AND coalesce(nullif(s.{name}, '') = nullif(b.{name}, ''), 1)"
        for name in others
        if name in fields
    )
    book = f"book.{target.table}"
    db.execute("DROP TABLE IF EXISTS again")
    whole = " AND ".join(f"nullif(b.{name}, '') IS NULL" for name in others)
    db.execute(
        f"CREATE TABLE again AS SELECT s.line AS line, b.key AS key, {whole} AS whole"
        " FROM staged AS s"
        f" JOIN {book} AS b ON b.{number} = s.{number}{same}"
        f" WHERE NOT EXISTS (SELECT 1 FROM {book} AS k WHERE k.key = s.key)"
        " AND NOT EXISTS (SELECT 1 FROM staged AS k WHERE k.key = b.key)"
    )
    db.execute("DELETE FROM again WHERE whole AND line IN (SELECT line FROM again WHERE NOT whole)")
    db.execute(
        "UPDATE staged SET key = a.key FROM (SELECT min(line) AS line, key FROM again GROUP BY key"
        " HAVING count(*) = 1 OR max(whole)) AS a WHERE a.line = staged.line"
        " AND a.line IN (SELECT line FROM again GROUP BY line HAVING count(*) = 1)"
    )


def _find_named(db: sqlite3.Connection, target: Target, fields: Sequence[str]) -> None:
    """Give rows of one moment the keys that the book has for them, where one of the two files has
    the numbers of campaigns, groups, ads or lives and the other their names alone, or no account.
    A name that several accounts have does not tell whose it is."""
    of = {name: (f"s.{name}" if name in fields else "NULL", f"b.{name}") for name in target.columns}
    same = [f"{of['marks'][0]} IS +b.marks", f"coalesce({of['way'][0]} = b.way, 1)"]
    for code, name in target.parts:
        (mine, theirs), (called, known) = of[code], of[name]
        nothing = f"coalesce({mine}, {called}) IS NULL", f"coalesce({theirs}, {known}) IS NULL"
        left_open = f" {'OR' if code == 'account' else 'AND'} ".join(nothing)
        same.append(f"coalesce({mine} = {theirs}, {called} = {known}, {left_open})")
    told = (f"{mine} = {theirs}" for mine, theirs in (of[code] for code, _ in target.parts))
    names, book = [name for _, name in target.parts[:-1]], f"book.{target.table}"
    db.execute("DROP TABLE IF EXISTS again")
    db.execute(  # the plus signs leave it no index but that of the keys
        "CREATE TABLE again AS SELECT s.line AS line, b.key AS key,"
        f" CASE WHEN ({' OR '.join(told)} OR {of['account_name'][0]} = b.account_name) IS NOT 1"
        f" THEN coalesce({', '.join(f'b.{name}' for name in names)}) END AS name FROM staged AS s"
        f" CROSS JOIN {book} AS b ON b.key BETWEEN substr(s.key, 1, {_STAMP})"
        f" AND substr(s.key, 1, {_STAMP}) || char(1114111)"
        " AND +b.level = (SELECT value FROM fact WHERE key = 'level') AND +b.level > 0"
        f" AND {' AND '.join(same)}"
        f" WHERE NOT EXISTS (SELECT 1 FROM {book} AS k WHERE k.key = s.key)"
        " AND NOT EXISTS (SELECT 1 FROM staged AS k WHERE k.key = b.key)"
    )
    every = " UNION ALL ".join(
        f"SELECT coalesce({', '.join(of[name][side] for name in names)}) AS name,"
        f" {of['account'][side]} AS account, {of['account_name'][side]} AS account_name FROM {rows}"
        for side, rows in enumerate(("staged AS s", f"{book} AS b"))
    )
    db.execute(
        f"DELETE FROM again WHERE name IN (SELECT name FROM ({every}) GROUP BY name"
        " HAVING min(account) <> max(account) OR min(account_name) <> max(account_name))"
    )
    db.execute(
        "UPDATE staged SET key = a.key FROM (SELECT line, key FROM again GROUP BY key"
        " HAVING count(*) = 1) AS a WHERE a.line = staged.line"
        " AND a.line IN (SELECT line FROM again GROUP BY line HAVING count(*) = 1)"
    )


def _keep_finer(db: sqlite3.Connection, target: Target, fields: Iterable[str]) -> None:
    """Where a table that was saved again says the book's moment less exactly, the book's holds:
    without its seconds, without 下午, or the day alone. So it does for a text that was taken
    for a number or a day."""
    tests, made = {}, {}
    for name in fields:
        mine, theirs = f"staged.{name}", f"b.{name}"
        if name in target.moments:
            made[name], tests[name] = theirs, coarser(mine, theirs)
        elif name in (*target.texts, "marks"):
            texts = f"whole_texts({mine}, {sound(theirs)})"
            made[name] = texts if name == "marks" else f"whole({mine}, {theirs})"
            tests[name] = f"({mine} <> {theirs} AND {made[name]} <> {mine})"
    sets = ", ".join(
        f"{name} = CASE WHEN {test} THEN {made[name]} ELSE staged.{name} END"
        for name, test in tests.items()
    )
    db.execute(
        f"UPDATE staged SET {sets} FROM book.{target.table} AS b"
        f" WHERE b.key = staged.key AND ({' OR '.join(tests.values())})"
    )


def _same(target: Target, fields: Iterable[str]) -> str:
    """Whether the book's row stays as it is; what the source does not say changes nothing."""
    tests = []
    for name in fields:
        mine, theirs = f"staged.{name}", f"b.{name}"
        if name in target.objects:
            mine = f"json_patch({sound(theirs)}, staged.{name})"
        tests.append(f"(staged.{name} IS NULL OR {mine} IS {theirs})")
    return " AND ".join(tests) or "1"


def keep_revised(db: sqlite3.Connection, target: Target, fields: Iterable[str], most: int) -> None:
    """Old values of the first `most` revised rows, to be listed without the book."""
    old = ", ".join(f"b.{name} AS {name}" for name in fields)
    db.execute("DROP TABLE IF EXISTS old")
    db.execute(
        f"CREATE TABLE old AS SELECT s.line AS line, {old} FROM staged AS s"
        f" JOIN book.{target.table} AS b ON b.key = s.key"
        f" WHERE s.fate = {REVISED} ORDER BY s.line LIMIT {most}"
    )


def _whole_texts(texts: str, before: str) -> str:
    """What `whole` makes of each text in a JSON object."""
    held, told = json.loads(before), json.loads(texts)
    made = {name: whole(text, held.get(name, text)) for name, text in told.items()}
    return json.dumps(made, ensure_ascii=False, separators=(",", ":"))
