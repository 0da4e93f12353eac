"""Read but not yet stored rows: a small SQLite file of their own, compared with the book by SQL.

SQLite-only, like `sqlite_only`: the file is attached to the book, so that no row passes through
Python on its way in, however many there are.
"""

from __future__ import annotations

import json
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, NamedTuple

from ksdesk.domain.imports import (
    LEFT_OUT,
    SHOWN_CELLS,
    SHOWN_DOUBTS,
    SHOWN_ROWS,
    Counts,
    Nameless,
    Refused,
    Revised,
    Unstaged,
)
from ksdesk.domain.progress import QUIET, Cancelled, Progress
from ksdesk.domain.reasons import Reason
from ksdesk.storage import sqlite_only
from ksdesk.storage.damage import spread
from ksdesk.storage.imports import comparing, row_keys
from ksdesk.storage.imports.sql import NEW, PART, REVISED, SAME, stamp_of
from ksdesk.storage.problem import BookProblem, database_errors, problems, system_problems
from ksdesk.storage.targets import Target

SUFFIX: Final = ".staging"
FORMAT: Final = "6"  # an older one has other row keys, and may hold buyers' data
STATUSES: Final = ("new", "same", "revised")
MAPPED: Final = 32 << 20  # bytes read without a call each: a shuffled file is read criss-cross
_PAGE: Final = 16_384  # bytes of a new file that are written and read together: a hundred rows
_TICK: Final = 50_000  # steps of SQLite's machine between two such looks, about 2 ms


class ComparedRows(NamedTuple):
    """What a source is to the book, as a preview shows it. `stamp`: which state of the book."""

    stamp: str
    fields: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    revised: tuple[Revised, ...]


def free_path(folder: Path) -> Path:
    """A new file of ours in a folder, which is made if need be. Raises `BookProblem`."""
    with system_problems(folder):
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, suffix=SUFFIX, delete=False) as file:
            return Path(file.name)


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """Raise `Unstaged` where the staging file is at fault for what fails, and not the book."""
    try:
        yield
    except Exception as error:
        if not isinstance(error, (BookProblem, *database_errors())) or _is_whole(path):
            raise
        raise Unstaged(str(path)) from error


def _is_whole(path: Path) -> bool:
    try:
        with Staging(path) as staged:
            staged.check()
    except (BookProblem, sqlite3.DatabaseError):
        return False
    return True


class Staging:
    """The staging file of one source, open on one thread. Use as a context manager."""

    def __init__(self, path: Path, progress: Progress = QUIET) -> None:
        self.path = path
        self._progress = progress
        # An address, for only such a connection takes the book's own to attach it.
        address = sqlite_only.uri(path.absolute(), "rw")
        with problems(path):
            self._db = sqlite3.connect(address, isolation_level=None, uri=True)
        try:
            self._db.execute(f"PRAGMA page_size = {_PAGE}")
            self._db.execute("PRAGMA journal_mode = off")  # what is half made is thrown away
            self._db.execute("PRAGMA synchronous = off")
            self._db.execute(f"PRAGMA mmap_size = {MAPPED}")
            self._db.execute("PRAGMA temp_store = file")  # sorting a million keys needs no memory
        except BaseException:  # a damaged file: who holds it open can not delete it
            self._db.close()
            raise
        comparing.prepare(self._db)
        self._db.set_progress_handler(self._unwanted, _TICK)

    def _unwanted(self) -> bool:
        return not self._progress.wanted()

    def __enter__(self) -> Staging:
        return self

    def __exit__(self, *_error: object) -> None:
        self._db.close()

    @contextmanager
    def _work(self) -> Iterator[None]:
        """Raise `Cancelled` for what is no longer wanted, `BookProblem` for the disk."""
        self._progress.check()
        try:
            with problems(self.path):
                yield
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname != "SQLITE_INTERRUPT":
                raise
            raise Cancelled from error

    def fill(
        self, fields: Sequence[str], chunks: Iterable[tuple[Iterable[Sequence[Any]], list[Refused]]]
    ) -> None:
        """Write rows (line, key, one value a field) and refused rows, as they come."""
        names = ", ".join(fields)
        marks = ", ".join("?" * (len(fields) + 2))
        insert = f"INSERT INTO staged (line, key, {names}) VALUES ({marks})"
        with self._work():
            self._db.execute(
                f"CREATE TABLE staged (line INTEGER PRIMARY KEY, fate INTEGER NOT NULL DEFAULT 0,"
                f" key TEXT NOT NULL, {names})"
            )
            self._db.execute("CREATE TABLE refused (line, name, value, reason, reasons)")
            self._db.execute("CREATE TABLE fact (key TEXT PRIMARY KEY, value TEXT)")
            self._db.execute("BEGIN")
            for rows, refused in chunks:
                self._db.executemany(insert, rows)
                self._refuse(refused)
            self._db.execute("COMMIT")

    def _refuse(self, refused: Iterable[Refused]) -> None:
        rows = ((r.line, r.column, r.value, r.reason, _packed(r.reasons)) for r in refused)
        self._db.executemany("INSERT INTO refused VALUES (?, ?, ?, ?, ?)", rows)

    def part_nameless(self, names: Mapping[str, Sequence[str]], said: Nameless) -> Nameless:
        """What is said of rows that leave open which campaign, group or ad they are of, while
        others do not; "" where there are none. As a total they are left out.

        `names`: the fields that name one, under the label in the source. Goes before `settle`.
        """
        found: Nameless = ""
        with self._work():
            gaps = {
                label: " AND ".join(f"{field} IS NULL" for field in fields)
                for label, fields in names.items()
            }
            any_gap = " OR ".join(f"({empty})" for empty in gaps.values()) or "0"
            if not self._db.execute(f"SELECT 1 FROM staged WHERE {any_gap} LIMIT 1").fetchone():
                gaps.clear()  # as a rule, found out in one pass
            for label, empty in gaps.items():
                without, count = self._db.execute(
                    f"SELECT count(*), (SELECT count(*) FROM staged) FROM staged WHERE {empty}"
                ).fetchone()
                if not 0 < without < count:
                    continue
                found = said or "ask"
                if said == "total":
                    self._db.execute(
                        "INSERT INTO refused SELECT line, ?, '', 'total_line', '' FROM staged"
                        f" WHERE {empty}",
                        (label,),
                    )
                    self._db.execute(f"DELETE FROM staged WHERE {empty}")
            self._put("nameless", found)
        return found

    def settle(self, grain: str, level: int, *, fixed: bool) -> str:
        """Make the row keys final; returns the grain, which the spacing of the rows tells.

        `grain` is what the keys were made with; `fixed` says that the header left no doubt.
        """
        with self._work():
            true = grain if fixed else row_keys.grain_by_spacing(self._db, grain)
            if true != grain:  # only traffic leaves it to the spacing
                row_keys.set_grain(self._db, true)
            row_keys.tell_apart(self._db)
            self._put("grain", true)
            self._put("level", str(level))
        return true

    def compare(self, book: Path, target: Target, kind: str) -> ComparedRows:
        """Mark what the book has already and what it has otherwise."""
        with self._work():
            self._db.execute("ATTACH ? AS book", (sqlite_only.uri(book.absolute(), "ro"),))
            try:
                self._db.execute("BEGIN")
                if self._db.execute("SELECT 1 FROM fact WHERE key = 'stamp'").fetchone():
                    parts = f"SELECT line FROM staged WHERE fate = {PART}"
                    self._db.execute(f"DELETE FROM refused WHERE line IN ({parts})")
                    self._db.execute(f"UPDATE staged SET fate = {NEW} WHERE fate <> {NEW}")
                known = comparing.mark(self._db, target, self.fields(target))
                stamp = stamp_of(self._db.execute, "book", kind)
                self._put("stamp", stamp)
                self._db.execute("COMMIT")
                most = min(known, SHOWN_DOUBTS)
                comparing.keep_revised(self._db, target, self.fields(target), most)
            finally:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                self._db.execute("DETACH book")
        return ComparedRows(stamp, *self.rows(target), self.revised(target))

    def judge(self, fates: Mapping[int, int], refused: Iterable[Refused]) -> None:
        """Mark rows that were compared elsewhere, by their lines; the others are a PART."""
        with self._work():
            self._db.execute("BEGIN")
            self._db.execute("DELETE FROM refused WHERE line IN (SELECT line FROM staged)")
            self._db.execute(f"UPDATE staged SET fate = {PART}")
            found = ((fate, line) for line, fate in fates.items())
            self._db.executemany("UPDATE staged SET fate = ? WHERE line = ?", found)
            self._refuse(refused)
            self._db.execute("COMMIT")

    def fields(self, target: Target) -> tuple[str, ...]:
        """The target's columns that the source fills."""
        have = {row[1] for row in self._db.execute("PRAGMA table_info(staged)")}
        return tuple(name for name in target.columns if name in have)

    def counts(self) -> Counts:
        """Exact counts of all rows."""
        with self._work():
            every, new = self._db.execute(
                f"SELECT (SELECT count(*) FROM staged), count(*) FROM staged WHERE fate = {NEW}"
            ).fetchone()
            by = {}
            if new < every:
                by = dict(self._db.execute("SELECT fate, count(*) FROM staged GROUP BY fate"))
            bad = dict(
                self._db.execute(f"SELECT reason IN {LEFT_OUT}, count(*) FROM refused GROUP BY 1")
            )
        return Counts(
            new,
            by.get(SAME, 0),
            by.get(REVISED, 0),
            bad.get(0, 0),
            bad.get(1, 0),
        )

    def span(self) -> tuple[int | None, int | None]:
        """First and last second."""
        with self._work():
            first, last = self._db.execute("SELECT min(time), max(time) FROM staged").fetchone()
        return (first, last) if last else (None, None)  # no rows, or rows without a time

    def rows(self, target: Target) -> tuple[tuple[str, ...], tuple[tuple[Any, ...], ...]]:
        """Names of the fields, and the first rows: line, status, value a field.

        Own figures and texts stand in fields of their own: own:<label>, mark:<label>.
        """
        names = self.fields(target)
        chosen = ", ".join(names)
        shown: list[tuple[int, str, dict[str, Any]]] = []
        cells = 0
        with self._work():
            found = self._db.execute(
                f"SELECT line, fate, {chosen} FROM staged WHERE fate <> {PART}"
                f" ORDER BY line LIMIT {SHOWN_ROWS}"
            )
            for line, status, *row in found:
                values = dict(spread(names, row, target.objects))
                shown.append((line, STATUSES[status], values))
                cells += len(values)
                if cells >= SHOWN_CELLS:
                    break
        plain = [name for name in names if name not in target.objects]
        fields = tuple(dict.fromkeys([*plain, *(name for *_, row in shown for name in row)]))
        return fields, tuple(
            (line, status, *map(values.get, fields)) for line, status, values in shown
        )

    def refused(self, limit: int = SHOWN_DOUBTS) -> tuple[Refused, ...]:
        """Rows that are not taken, in order of lines."""
        with self._work():
            found = self._db.execute("SELECT * FROM refused ORDER BY line LIMIT ?", (limit,))
            return tuple(
                Refused(line, name, value, reason, _reasons(reasons))
                for line, name, value, reason, reasons in found
            )

    def revised(self, target: Target) -> tuple[Revised, ...]:
        """Rows that the book has with other figures, and which figures change."""
        names = self.fields(target)
        old = ", ".join(f"o.{name}" for name in names)
        new = ", ".join(f"s.{name}" for name in names)
        with self._work():
            found = self._db.execute(
                f"SELECT s.key, s.line, {old}, {new} FROM old AS o JOIN staged AS s USING (line)"
                " ORDER BY s.line"
            ).fetchall()
        changes = []
        for key, line, *values in found:
            was = dict(spread(names, values[: len(names)], target.objects))
            becomes = dict(spread(names, values[len(names) :], target.objects))
            differing = tuple(
                (name, was.get(name), value)
                for name, value in becomes.items()
                if value is not None and was.get(name) != value
            )
            named = (str(becomes.get(name) or was.get(name) or "") for name in target.names)
            whole = tuple(text for text in named if text[:1] == "0")
            changes.append(Revised(key, line, differing, whole=whole))
        return tuple(changes)

    def all_rows(self, names: Sequence[str]) -> Iterator[tuple[Any, ...]]:
        """Every row's values of these fields, in the order of the source."""
        have = {row[1] for row in self._db.execute("PRAGMA table_info(staged)")}
        chosen = ", ".join(name if name in have else "NULL" for name in names)
        with self._work():
            yield from self._db.execute(f"SELECT {chosen} FROM staged ORDER BY line")

    def check(self) -> None:
        """Raise sqlite3.DatabaseError where it is damaged or holds no rows."""
        sqlite_only.check(self._db)
        self._db.execute("SELECT count(*) FROM staged, fact")

    def put_facts(self, **facts: str) -> None:
        """Keep what a preview needs to be shown again after the app was closed."""
        with self._work():
            for key, value in facts.items():
                self._put(key, value)

    def facts(self) -> dict[str, str]:
        """What was kept with `put_facts` and by the steps above."""
        with self._work():
            return dict(self._db.execute("SELECT key, value FROM fact"))

    def _put(self, key: str, value: str) -> None:
        self._db.execute(
            "INSERT INTO fact VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (key, value),
        )


def _packed(reasons: Sequence[Reason]) -> str:
    return json.dumps([[r.code, r.level, r.facts] for r in reasons]) if reasons else ""


def _reasons(packed: str) -> tuple[Reason, ...]:
    return tuple(Reason(*each) for each in json.loads(packed)) if packed else ()
