"""Headers of tables that are made to be imported: each is known as what it says."""

from __future__ import annotations

import pytest

from ksdesk.domain.records import RECORDS
from ksdesk.domain.traffic import IDENTITIES, MEASURES, STORED_CODES
from ksdesk.importers.headers import header_of, headers_of
from ksdesk.importers.kinds import BY_CODE, Weighing
from ksdesk.importers.names import unit_of

OWN = [kind for kind in BY_CODE if not headers_of(kind)]
MADE = [kind for kind in BY_CODE if headers_of(kind)]


@pytest.mark.parametrize("kind", MADE)
def test_what_is_filled_in_is_read_as_it_says(kind):
    headers = headers_of(kind)
    titles = tuple(header.title for header in headers)
    columns = BY_CODE[kind].columns(titles, [])
    assert [c.role for c in columns] == [header.role for header in headers]
    assert BY_CODE[kind].needs(columns) == ()
    assert Weighing().kind(titles) == kind
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("kind", MADE)
def test_amounts_and_only_amounts_are_marked(kind):
    for header in headers_of(kind):
        assert (header.kind == "money") == (unit_of(header.title) == "yuan"), header


@pytest.mark.parametrize("kind", MADE)
def test_what_no_row_can_do_without(kind):
    required = {header.role for header in headers_of(kind) if header.required}
    if kind == "traffic":
        assert required == {"time"}
    elif kind == "products":
        assert required == {"identity:title"}
    else:
        fields = {field.code for field in RECORDS[kind].fields if field.required}
        assert {role.partition(":")[2] for role in required} == {*fields, ""}
        assert headers_of(kind)[0].role == "time"


@pytest.mark.parametrize("kind", [kind for kind in MADE if kind in RECORDS])
def test_each_field_of_a_record_has_its_column(kind):
    fields = RECORDS[kind].fields
    assert headers_of(kind)[1:] == tuple(header_of(kind, field.code) for field in fields)
    for field, header in zip(fields, headers_of(kind)[1:], strict=True):
        names = field.code.endswith(("_no", "_id", "_code"))
        assert header.kind == ("id" if names and field.kind == "text" else field.kind)


def test_the_columns_of_traffic():
    for code in IDENTITIES:
        header = header_of("traffic", code)
        assert header.role == f"identity:{code}"
        assert header.kind == ("id" if header.title.endswith("id") else "text")
    assert {header_of("traffic", code).kind for code in IDENTITIES} == {"id", "text"}
    for code in STORED_CODES:
        header = header_of("traffic", code)
        assert (header.role, header.kind) == (f"measure:{code}", MEASURES[code].kind)
    time = headers_of("traffic")[0]
    assert (time.title, time.role, time.kind) == ("时间", "time", "moment")


def test_what_has_no_columns_of_its_own():
    assert OWN == ["any"]
    for kind, code in (("traffic", "nothing"), ("orders", "nothing"), ("any", "x"), ("no", "x")):
        assert header_of(kind, code) is None
