"""Which columns of a table hold buyers' personal data: passed over, whatever a mapping says."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from ksdesk.domain.personal import BLOT, blotted, is_name, is_personal, personal_columns
from ksdesk.domain.progress import QUIET, Progress
from ksdesk.importers.names import is_id
from ksdesk.importers.products import labels as product_labels
from ksdesk.importers.records import labels as record_labels
from ksdesk.importers.traffic import labels

_judged: dict[object, frozenset[int]] = {}
"""The answer for the last table: a preview asks several times about one."""


def private_columns(
    header: Sequence[str], sample: Sequence[Sequence[str]], progress: Progress = QUIET
) -> frozenset[int]:
    """The numbers of such columns. What reports call a number, a title or an amount is one even
    where its cells look like telephones. Raises `Cancelled`."""
    table = tuple(header), tuple(map(tuple, sample))
    found = _judged.get(table)
    if found is None:
        told = frozenset(n for n, label in enumerate(header) if BLOT in label)  # a row taken for it
        known = []
        for label in header:
            progress.check()
            known.append(_is_known(label))
        found = told | personal_columns(header, sample, known, progress)
        _judged.clear()
        _judged[table] = found
    return found


def label_kept(label: str) -> str:
    """The label of a buyers' column; in a table without a header it is a buyer's name itself."""
    return BLOT if is_name(label) and not is_personal(label) else label


def name_kept(
    name: str,
    header: Sequence[str],
    sample: Sequence[Sequence[str]],
    progress: Progress = QUIET,
) -> str:
    """A name or path of a file without the buyers that it is called after. Raises `Cancelled`."""
    private = private_columns(header, sample, progress)
    return blotted(without(name, (row[n] for row in sample for n in private if n < len(row))))


def people(private: Collection[int], sample: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """Those of the private columns in which names of people stand."""
    return tuple(
        n
        for n in sorted(private)
        if any(n < len(row) and is_name(row[n].strip()) for row in sample)
    )


def without(text: str, cells: Iterable[str]) -> str:
    """A text without what stands in other cells."""
    found = {tidy for cell in cells if len(tidy := cell.strip()) > 1 and tidy in text}
    for cell in sorted(found, key=len, reverse=True):
        text = text.replace(cell, BLOT)
    return text


def _is_known(label: str) -> bool:
    return (
        is_id(label)
        or labels.known(label)
        or product_labels.is_number(label)
        or record_labels.known(label)
    )
