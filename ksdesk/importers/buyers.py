"""Which orders are one buyer's, told by a keyed hash of what identifies a buyer for certain: the
platform's number of the buyer, or else an unmasked telephone with a full address."""

from __future__ import annotations

import hmac
import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from ksdesk.domain.personal import is_address, is_buyers_address, is_buyers_number, is_buyers_phone
from ksdesk.importers.files.cut_rows import Rows
from ksdesk.importers.files.table import Table

_LENGTH: Final = 32  # hexadecimal digits that are kept of a hash
_mobile = re.compile(r"(?:(?:\+|00)?86)?(1[3-9]\d{9})").fullmatch
_number = re.compile(r"(?=.*\d)[\w\-+/=.]{4,}").fullmatch
_masked = re.compile(r"[*xX•●]{2,}|\*|某").search
_passed_on = re.compile(
    r"[\[【(<{]\s*\d{3,6}\s*[\]】)>}]"
).search  # the extension of a virtual number


class Buyers:
    """Tells the buyers of the rows of one source, under a secret `key`."""

    def __init__(self, header: Sequence[str], key: bytes) -> None:
        self._key = key
        self._numbers, self._phones, self._places = _columns(header)

    def keys(self, rows: Rows) -> list[str | None]:
        """For each row the hash of its buyer, None where nothing is certain."""
        return [self._hash(self._identity(row)) for row in rows]

    def _hash(self, identity: str) -> str | None:
        if not identity:
            return None
        return hmac.digest(self._key, identity.encode(), "sha256").hex()[:_LENGTH]

    def _identity(self, row: Sequence[str]) -> str:
        for cell in (_tidy(row[index]) for index in self._numbers):
            if _number(cell) and not _masked(cell):
                return f"number {cell}"
        found = (_mobile(re.sub(r"[\s-]", "", _tidy(row[index]))) for index in self._phones)
        phone = next(filter(None, found), None)
        place = _place([_tidy(row[index]) for index in self._places])
        return f"phone {phone[1]} {place}" if phone and place else ""


def tells_buyers(table: Table) -> bool:
    """Whether a source has a column with numbers of buyers, or telephones beside addresses."""
    numbers, phones, places = _columns(table.header)
    return bool(numbers or (phones and places))


def _columns(header: Sequence[str]) -> tuple[list[int], list[int], list[int]]:
    numbers = [n for n, label in enumerate(header) if is_buyers_number(label)]
    phones = [n for n, label in enumerate(header) if is_buyers_phone(label)]
    places = [n for n, label in enumerate(header) if is_buyers_address(label)]
    return numbers, phones, places


def _tidy(cell: str) -> str:
    text = unicodedata.normalize("NFKC", cell).strip().removeprefix("'").strip()
    text = text[2:-1] if text.startswith('="') and text.endswith('"') else text
    return text.removesuffix(".0").strip()


def _place(cells: Sequence[str]) -> str:
    """A full address from its parts, "" where some of it is hidden or it ends at the city."""
    longest = max(cells, key=len, default="")
    whole = "".join(cell for cell in cells if cell is longest or cell not in longest)
    if _masked(whole) or _passed_on(whole) or not is_address(whole):
        return ""
    return "".join(filter(str.isalnum, whole.lower()))
