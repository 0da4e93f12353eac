"""Every figure that the platform could change, as dated rows with their source.

The shipped rows are TOML files in resources/rules; the seller's own figures are laid over them and
both stay visible.  Unknown figures have no row: nothing here is invented.
"""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from ksdesk.paths import resources

Value = int | float | str | tuple[str, ...]

CONFIDENCE: Final = ("confirmed", "weak", "book", "general", "yours")
"""How sure a row is: confirmed (已核实: two sources or official text), weak (待核实: one weak
source), book (书上说的: only the handbook's book of 2021), general (常识: general knowledge, no
source), yours (你填的)."""

UNITS: Final[Mapping[str, type]] = {
    "fen": int,
    "seconds": int,
    "days": int,
    "working_days": int,
    "count": int,
    "characters": int,
    "bytes": int,
    "pixels": int,
    "code": int,
    "percent": float,
    "number": float,
    "text": str,
    "fact": str,
    "list": tuple,
}
"""Unit of a row and the type of its value.  Money is fen, percent 3.5 means 3.5 %, code is a number
of the platform's interface, and the value of a fact is a word for code only: show its text."""

_NEEDED: Final = frozenset(("key", "value", "unit", "source", "confidence", "text"))
_FIELDS: Final = _NEEDED | {"valid_from", "valid_to", "told"}
_ALWAYS: Final = date.min
_FOR_EVER: Final = date.max


class RuleError(ValueError):
    """A rule file that cannot be used: which ``file``, which ``key`` (may be "") and ``detail``."""

    def __init__(self, file: str, key: str, detail: str) -> None:
        super().__init__(f"{file}: {key + ': ' if key else ''}{detail}")
        self.file = file
        self.key = key
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Rule:
    """One figure and the days it holds (both included; None is open).

    ``source`` and ``text_zh`` are Chinese, ``source_en`` and ``text_en`` the same in English.
    ``own`` is true for the seller's figure, with the seller's ``note``. ``told``: it is there to
    be read, nothing reckons with it.
    """

    key: str
    value: Value
    unit: str
    valid_from: date | None
    valid_to: date | None
    source: str
    confidence: str
    text_zh: str
    text_en: str
    own: bool = False
    note: str = ""
    source_en: str = ""
    told: bool = False

    @property
    def editable(self) -> bool:
        """Whether a figure of the seller's own would change anything."""
        return self.unit != "fact" and not self.told

    def holds_on(self, day: date) -> bool:
        """Whether the row is in force on *day*."""
        return (self.valid_from or _ALWAYS) <= day <= (self.valid_to or _FOR_EVER)

    def text(self, language: str) -> str:
        """The rule as a sentence, Chinese unless *language* begins with "en"."""
        return self.text_en if language.startswith("en") else self.text_zh

    def source_name(self, language: str) -> str:
        """Where it was read, Chinese unless *language* begins with "en"."""
        return self.source_en if language.startswith("en") else self.source


@dataclass(frozen=True, slots=True)
class Override:
    """The seller's own figure for a rule, from a day on; ``unit`` only for a key not shipped."""

    key: str
    value: Value
    valid_from: date | None = None
    valid_to: date | None = None
    note: str = ""
    unit: str = ""


class DayRules(Mapping[str, Rule]):
    """The rules in force on one day, the seller's own figures first."""

    def __init__(self, shipped: Mapping[str, Rule], own: Mapping[str, Rule]) -> None:
        self._shipped = shipped
        self._rules = {**shipped, **own}

    def __getitem__(self, key: str) -> Rule:
        return self._rules[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rules)

    def __len__(self) -> int:
        return len(self._rules)

    def value(self, key: str) -> Value:
        """The value of the rule; KeyError where none is in force."""
        return self._rules[key].value

    def number(self, key: str) -> float:
        """The value of a rule that is a number (an int stays one); TypeError for a text."""
        value = self._rules[key].value
        if isinstance(value, str | tuple):
            raise TypeError(f"rule {key} is not a number")
        return value

    def whole(self, key: str) -> int:
        """The value of a rule counted in whole units (fen, seconds, days, pieces); TypeError for
        another."""
        value = self._rules[key].value
        if not isinstance(value, int):
            raise TypeError(f"rule {key} is not a whole number")
        return value

    def words(self, key: str) -> tuple[str, ...]:
        """The value of a rule that is a list of words; TypeError for another."""
        value = self._rules[key].value
        if not isinstance(value, tuple):
            raise TypeError(f"rule {key} is not a list")
        return value

    def match(self, prefix: str) -> tuple[Rule, ...]:
        """The rules whose key begins with *prefix*, in the order of the files."""
        return tuple(rule for key, rule in self._rules.items() if key.startswith(prefix))

    def shipped(self, key: str) -> Rule | None:
        """The shipped rule, also where the seller's own figure lies over it."""
        return self._shipped.get(key)


class RuleBook:
    """All rows of all days."""

    def __init__(self, rules: Iterable[Rule], own: Iterable[Rule] = ()) -> None:
        self._shipped = tuple(rules)
        self._own = tuple(own)
        both = self._shipped + self._own
        turns = {rule.valid_from for rule in both if rule.valid_from}
        turns |= {
            rule.valid_to + timedelta(1)
            for rule in both
            if rule.valid_to and rule.valid_to < _FOR_EVER
        }
        self._turns = sorted(turns)
        self._spans: dict[int, DayRules] = {}

    @classmethod
    def load(cls, folder: Path | None = None) -> RuleBook:
        """The shipped rules, or those of *folder*; `RuleError` where a file cannot be used."""
        folder = resources() / "rules" if folder is None else folder
        files = sorted(folder.glob("*.toml"))
        if not files:
            raise RuleError(folder.name, "", "no rule files")
        sources: dict[str, tuple[str, str]] = {}
        rows: list[tuple[str, dict[str, Any]]] = []
        for file in files:
            content = _read(file)
            sources |= _sources_of(file.name, content)
            rows += ((file.name, row) for row in content.get("rule", ()))
        rules = [(file, _rule_of(file, row, sources)) for file, row in rows]
        _refuse_overlaps(rules)
        return cls(rule for _, rule in rules)

    def on(self, day: date) -> DayRules:
        """The rules in force on *day*."""
        span = bisect_right(self._turns, day)
        found = self._spans.get(span)
        if found is None:
            shipped = {rule.key: rule for rule in self._shipped if rule.holds_on(day)}
            # Sorted by first day, so that of two own figures in force the later one counts.
            own = {rule.key: rule for rule in self._own if rule.holds_on(day)}
            found = self._spans[span] = DayRules(shipped, own)
        return found

    def with_overrides(self, rows: Iterable[Override]) -> RuleBook:
        """This book with the seller's own figures over it; later starts win over earlier ones.

        `RuleError` where a value is not of the rule's kind.  A key that is not shipped (any more)
        is kept: the seller's figures survive upgrades.
        """
        kinds = {rule.key: rule for rule in self._shipped}
        own = [_own_rule(row, kinds.get(row.key)) for row in rows]
        own.sort(key=lambda rule: rule.valid_from or _ALWAYS)
        return RuleBook(self._shipped, own)

    def rows(self, key: str = "") -> tuple[Rule, ...]:
        """Every row of every time, shipped first, or those of one *key*."""
        return tuple(rule for rule in self._shipped + self._own if not key or rule.key == key)


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RuleError(file.name, "", str(error)) from error


def _sources_of(file: str, content: dict[str, Any]) -> dict[str, tuple[str, str]]:
    if odd := content.keys() - {"rule", "source"}:
        raise RuleError(file, "", f"unknown table {min(odd)}")
    found = {}
    for code, names in content.get("source", {}).items():
        if set(names) != {"zh", "en"}:
            raise RuleError(file, code, "a source needs zh and en")
        found[code] = (names["zh"], names["en"])
    return found


def _rule_of(file: str, row: dict[str, Any], sources: Mapping[str, tuple[str, str]]) -> Rule:
    key = row.get("key")
    if not isinstance(key, str) or not key:
        raise RuleError(file, "", "a rule without key")
    if odd := row.keys() - _FIELDS:
        raise RuleError(file, key, f"unknown field {min(odd)}")
    if lost := _NEEDED - row.keys():
        raise RuleError(file, key, f"no {min(lost)}")
    if row["source"] not in sources:
        raise RuleError(file, key, f"unknown source {row['source']}")
    if row["confidence"] not in CONFIDENCE:
        raise RuleError(file, key, f"unknown confidence {row['confidence']}")
    first, last = (_day(file, key, row.get(end)) for end in ("valid_from", "valid_to"))
    _refuse_backwards(file, key, first, last)
    text = row["text"]
    if not isinstance(text, dict) or not text.get("zh") or not text.get("en"):
        raise RuleError(file, key, "a rule needs text.zh and text.en")
    source, source_en = sources[row["source"]]
    return Rule(
        key=key,
        value=_value(file, key, row["unit"], row["value"]),
        unit=row["unit"],
        valid_from=first,
        valid_to=last,
        source=source,
        confidence=row["confidence"],
        text_zh=text["zh"],
        text_en=text["en"],
        source_en=source_en,
        told=row.get("told", False) is True,
    )


def _refuse_backwards(file: str, key: str, first: date | None, last: date | None) -> None:
    if first and last and first > last:
        raise RuleError(file, key, "ends before it begins")


def _day(file: str, key: str, day: object) -> date | None:
    if day is None or type(day) is date:
        return day
    raise RuleError(file, key, "a day is written 2020-11-19")


def _value(file: str, key: str, unit: str, value: Any) -> Value:
    if unit not in UNITS:
        raise RuleError(file, key, f"unknown unit {unit}")
    if isinstance(value, list):
        value = tuple(value)
    if UNITS[unit] is float and type(value) is int:
        value = float(value)
    good = type(value) is UNITS[unit] and (
        not isinstance(value, tuple) or all(isinstance(word, str) for word in value)
    )
    good = good and not (isinstance(value, int | float) and value < 0)
    if not good:
        raise RuleError(file, key, f"{value!r} is not a value in {unit}")
    return value  # type: ignore[no-any-return]


def _refuse_overlaps(rules: list[tuple[str, Rule]]) -> None:
    by_key: dict[str, list[tuple[str, Rule]]] = {}
    for file, rule in rules:
        by_key.setdefault(rule.key, []).append((file, rule))
    for key, rows in by_key.items():
        rows.sort(key=lambda row: row[1].valid_from or _ALWAYS)
        for (_, earlier), (file, later) in pairwise(rows):
            if (later.valid_from or _ALWAYS) <= (earlier.valid_to or _FOR_EVER):
                raise RuleError(file, key, "two rows hold on the same day")


def _own_rule(row: Override, shipped: Rule | None) -> Rule:
    where = "overrides"
    _refuse_backwards(where, row.key, row.valid_from, row.valid_to)
    if shipped is None:
        value = _value(where, row.key, row.unit or "text", row.value)
        shipped = Rule(row.key, value, row.unit or "text", None, None, "", "yours", "", "")
    return replace(
        shipped,
        value=_value(where, row.key, shipped.unit, row.value),
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        confidence="yours",
        own=True,
        note=row.note,
    )
