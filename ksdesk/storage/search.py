"""What Ctrl+K finds in a book: every query ends after so many rows, looked at or found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.search import SHORTEST_NUMBER, FoundName, FoundOrder, amount_of
from ksdesk.domain.traffic import from_seconds
from ksdesk.storage.damage import day as _day
from ksdesk.storage.damage import moment, readable
from ksdesk.storage.like import within
from ksdesk.storage.session import Session

RECENT: Final = 5_000
"""Newest order rows and ledger lines that are searched for words and the end of a number. The
beginning of an order's number and a line's amount are found among all, by their indexes."""

_ORDER: Final = "order_no, product_name, time, paid, status, tracking_no"
_LINE: Final = "id, account, day, kind, amount, note, origin, order_number"


class SearchReader:
    """Searches; `words` are those of `ksdesk.domain.search.words_of`, and all must be found."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def orders(self, words: Sequence[str], limit: int) -> tuple[FoundOrder, ...]:
        """Orders that begin with a number, then recent ones by product, end of number, parcel."""
        found = self._by_number(words[0], limit) if len(words) == 1 else []
        if len({row[0] for row in found}) < limit:
            found += self._recent(words, limit)
        first = {row[0]: row for row in reversed(found)}
        return tuple(_order(*first[number]) for number in dict.fromkeys(r[0] for r in found))[
            :limit
        ]

    def _by_number(self, word: str, limit: int) -> list[Any]:
        if not _is_number(word):
            return []
        number = word.upper()
        sql = f"""SELECT {_ORDER} FROM order_row WHERE order_no >= ? AND order_no < ?
            ORDER BY order_no DESC LIMIT ?"""
        return self._rows(sql, number, number[:-1] + chr(ord(number[-1]) + 1), limit)

    def _recent(self, words: Sequence[str], limit: int) -> list[Any]:
        where, values = [], []
        for word in words:
            ways, bound = _ways_of_order(word)
            where.append(f"({' OR '.join(ways)})")
            values += bound
        sql = f"""SELECT {_ORDER} FROM (SELECT {_ORDER} FROM order_row ORDER BY time DESC LIMIT ?)
            AS recent WHERE {" AND ".join(where)} LIMIT ?"""
        return self._rows(sql, RECENT, *values, limit)

    def entries(
        self, words: Sequence[str], kinds: Mapping[str, Sequence[str]], limit: int
    ) -> tuple[tuple[int, NewEntry], ...]:
        """Lines of the deposit ledger with their numbers, the newest first.

        A word is an amount, part of the note, the beginning of an order number, a serial number,
        or one of *kinds*: the codes that it may mean as the word for a kind of line.
        """
        fen = amount_of(words[0]) if len(words) == 1 else None
        found = []
        if fen is not None:
            sql = f"""SELECT {_LINE} FROM deposit_entry WHERE id IN (SELECT id FROM deposit_entry
                WHERE amount IN (?, ?) ORDER BY day DESC, id DESC LIMIT ?)"""
            found = self._rows(sql, fen, -fen, limit)
        where, values = [], []
        for word in words:
            ways, bound = _ways_of_line(word, kinds.get(word, ()))
            where.append(f"({' OR '.join(ways)})")
            values += bound
        sql = f"""SELECT {_LINE} FROM (SELECT {_LINE}, serial FROM deposit_entry
            ORDER BY id DESC LIMIT ?) AS recent WHERE {" AND ".join(where)} LIMIT ?"""
        found += self._rows(sql, RECENT, *values, limit)
        lines = {row[0]: row for row in found}.values()
        newest = sorted(lines, key=lambda row: (row[2], row[0]), reverse=True)
        return tuple(readable(self.session, "deposit_entry", newest[:limit], _entry))

    def running_sheets(self, words: Sequence[str], limit: int) -> tuple[FoundName, ...]:
        """Running sheets (讲解顺序) outside of the bin by their names, the newest first."""
        where = " AND ".join(["binned_at IS NULL", *_in_name(words)])
        sql = f"SELECT id, name, day, '' FROM running_sheet WHERE {where} ORDER BY id DESC LIMIT ?"
        return self._names(self._rows(sql, *map(within, words), limit))

    def plans(self, words: Sequence[str], limit: int) -> tuple[FoundName, ...]:
        """Plans of promotion outside of the bin by name, label, topic and keywords, the newest
        first."""
        text = "name || ' ' || label || ' ' || topic || ' ' || keywords"
        ways = [f"({text}) LIKE ? ESCAPE '\\'" for _word in words]
        where = " AND ".join(["binned_at IS NULL", *ways])
        sql = f"""SELECT id, name, begins, '' FROM promotion_plan WHERE {where}
            ORDER BY id DESC LIMIT ?"""
        return self._names(self._rows(sql, *map(within, words), limit))

    def imports(self, words: Sequence[str], limit: int) -> tuple[FoundName, ...]:
        """Imports by the names of their files, the newest first."""
        where = " AND ".join(_in_name(words))
        sql = f"SELECT id, name, started_at, kind FROM batch WHERE {where} ORDER BY id DESC LIMIT ?"
        return self._names(self._rows(sql, *map(within, words), limit))

    def _names(self, rows: list[Any]) -> tuple[FoundName, ...]:
        return tuple(readable(self.session, "search", rows, _name))

    def _rows(self, sql: str, *values: Any) -> list[Any]:
        with self.session.reading():
            return list(self.session.db.execute_sql(sql, values).fetchall())


def _is_number(word: str) -> bool:
    return len(word) >= SHORTEST_NUMBER and word.isascii() and word.isalnum()


def _ways_of_order(word: str) -> tuple[list[str], list[str]]:
    """Conditions of which one must hold for an order to have the word, and their values."""
    ways, values = ["product_name LIKE ? ESCAPE '\\'"], [within(word)]
    if _is_number(word):
        ways += ["order_no LIKE ?", "tracking_no LIKE ?"]
        values += [f"%{word}", word]
    return ways, values


def _ways_of_line(word: str, kinds: Sequence[str]) -> tuple[list[str], list[Any]]:
    """The same for a line of the ledger."""
    ways: list[str] = ["note LIKE ? ESCAPE '\\'"]
    values: list[Any] = [within(word)]
    if (fen := amount_of(word)) is not None:
        ways.append("amount IN (?, ?)")
        values += [fen, -fen]
    if _is_number(word):
        ways += ["order_number LIKE ?", "serial LIKE ?"]
        values += [f"{word}%", word]
    if kinds:
        ways.append(f"kind IN ({', '.join('?' for _ in kinds)})")
        values += kinds
    return ways, values


def _in_name(words: Sequence[str]) -> list[str]:
    return ["name LIKE ? ESCAPE '\\'" for _ in words]


def _order(
    number: str, product: str | None, time: int, paid: int | None, *texts: str | None
) -> FoundOrder:
    status, tracking = (text or "" for text in texts)
    return FoundOrder(number, product or "", from_seconds(time), paid, status, tracking)


def _entry(row: tuple[Any, ...]) -> tuple[int, NewEntry]:
    number, account, day, *rest = row
    kind, amount, note, origin, order = rest
    return number, NewEntry(account, _day(day), kind, amount, note, origin, order=order)


def _name(row: tuple[int, str, str | None, str]) -> FoundName:
    number, name, day, kind = row
    return FoundName(number, name, moment(day).date() if day else None, kind)
