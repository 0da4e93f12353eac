"""What each field of the opening may keep, at its bounds."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksdesk.domain.opening import clean_fields
from ksdesk.domain.opening.fields import reasons_of
from ksdesk.domain.opening.switch import first_answer, turned, turns_of

MOST_FEN = 100_000_000_00


def kept(step: str, name: str, value: object) -> object:
    return clean_fields(step, {name: value}).get(name)


def quote(name: str, value: object) -> object:
    return kept("deposit.quote", name, value)


def check(**facts: object) -> dict[str, object] | None:
    value = {"status": "retake", "reasons": [], "day": None, **facts}
    return kept("realname.upload", "front_verdict", value)


@pytest.mark.parametrize(
    ("value", "fits"),
    [
        ({"珠宝": 0}, True),
        ({"珠宝": MOST_FEN}, True),
        ({"珠宝": MOST_FEN + 1}, False),
        ({"珠宝": -1}, False),
        ({"珠宝": 1.0}, False),
        ({"珠宝": True}, False),
        ({"x" * 40: 1}, True),
        ({"x" * 41: 1}, False),
        ({"": 1}, False),
        ({"12345": 1}, True),
        ({"a1b2c3d4e5f6": 1}, False),  # six digits could be a number in disguise
        ({5: 1}, False),
    ],
)
def test_amounts_by_category(value, fits):
    assert quote("asked", value) == (value if fits else {})


def test_lists_have_two_hundred_of_each_once_and_sets_are_sorted():
    names = [f"类{n // 26}{chr(97 + n % 26)}" for n in range(201)]
    assert quote("categories", names) == names[:200]
    assert len(quote("asked", dict.fromkeys(names, 1))) == 200
    assert quote("categories", ["b", "a", "b", "", 7]) == ["b", "a"]
    assert quote("categories", {"b", "a"}) == ["a", "b"] == quote("categories", frozenset("ba"))
    assert quote("categories", ("b",)) == ["b"]
    assert quote("categories", "ba") is None and quote("asked", ["a"]) is None
    assert kept("type.choose", "papers", ["business_licence", "diary", 1]) == ["business_licence"]


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("1,000.00", True), ("x" * 20, True), ("x" * 21, False), ("1" * 12, True),
        ("1" * 13, False), (5, False), ("", True),
    ],
)  # fmt: skip
def test_an_amount_as_typed_is_too_short_for_a_number(text, fits):
    assert quote("shown", text) == (text if fits else None)


@pytest.mark.parametrize(
    ("name", "step", "most"),
    [("note", "done", 2000), ("brand", "type.choose", 100), ("trademark", "type.choose", 100)],
)
def test_texts_are_cut(name, step, most):
    assert kept(step, name, "字" * (most + 1)) == "字" * most
    assert kept(step, name, b"x") is None


@pytest.mark.parametrize(
    ("name", "value", "fits"),
    [
        ("other_platform", True, True), ("other_platform", False, True),
        ("other_platform", 1, False), ("shown_on", "2026-2-01", False),
        ("shown_on", "2026-02-28", True), ("shown_on", "2026-02-28 ", False),
        ("turned", ["2026-03-01 on", "2026-03-02 off"], True),
    ],
)  # fmt: skip
def test_flags_days_and_turns_have_their_shapes(name, value, fits):
    assert quote(name, value) == (value if fits else None)


@pytest.mark.parametrize("turn", ["2026-03-01", "2026-03-01 up", "2026-02-30 on", "on", "", 5])
def test_what_is_no_turn_is_left_out(turn):
    assert quote("turned", [turn, "2026-03-01 on"]) == ["2026-03-01 on"]


@pytest.mark.parametrize(
    ("shop", "fits"),
    [("", True), ("personal", True), ("exclusive", True), ("x", False), (1, False)],
)
def test_a_choice_is_one_of_the_known(shop, fits):
    assert kept("type.choose", "shop_type", shop) == (shop if fits else None)


@pytest.mark.parametrize(
    ("figure", "stays"),
    [
        (300_000_000, 300_000_000), (300_000_001, None), (-300_000_000, -300_000_000),
        (-300_000_001, None), (1.239, 1.24), (0, 0), (float("nan"), None), (float("inf"), None),
        (True, None), ("7", None), (None, None),
    ],
)  # fmt: skip
def test_a_check_keeps_figures_of_a_pictures_size(figure, stays):
    assert check(width=figure).get("width") == stays
    (reason,) = reasons_of({"reasons": [{"code": "a", "level": "bad", "facts": {"n": figure}}]})
    assert dict(reason.facts) == ({} if stays is None else {"n": stays})


@pytest.mark.parametrize(
    ("row", "facts"),
    [
        ({"code": "glare", "level": "warn", "facts": {"place": "upper_right"}},
         {"place": "upper_right"}),
        ({"code": "glare", "level": "warn", "facts": {"place": "my kitchen"}}, {}),
        ({"code": "glare", "level": "warn", "facts": {"Place": 1}}, {}),
        ({"code": "glare", "level": "warn", "facts": {5: 1}}, {}),
        ({"code": "glare", "level": "warn", "facts": [1]}, {}),
        ({"code": "glare", "level": "warn"}, {}),
        ({"code": "a" * 40, "level": "hint", "facts": {"a" * 40: 1}}, {"a" * 40: 1}),
        ({"code": "a" * 41, "level": "hint"}, None),
        ({"code": "Glare", "level": "hint"}, None),
        ({"code": 7, "level": "hint"}, None),
        ({"code": "glare", "level": "loud"}, None),
        ("glare", None),
    ],
)  # fmt: skip
def test_a_reason_keeps_its_codes_and_figures(row, facts):
    found = reasons_of({"reasons": [row]})
    assert [dict(each.facts) for each in found] == ([] if facts is None else [facts])


def test_a_check_keeps_twenty_reasons_its_status_and_its_format():
    row = {"code": "glare", "level": "warn", "facts": {}}
    assert len(reasons_of({"reasons": [row] * 21})) == 20
    assert reasons_of({"reasons": "glare"}) == reasons_of({}) == ()
    for status in ("good", "retake", "unusable", "ok", "review", "bad"):
        assert check(status=status)["status"] == status
    assert check(status="fine") is None and check(reasons=None)["reasons"] == []
    assert [check(format=form).get("format") for form in ("", "HEIC", "EXE")] == ["", "HEIC", None]
    plain = kept("realname.upload", "validity_verdict", {"status": "ok", "width": 5, "format": ""})
    assert plain == {"status": "ok", "reasons": [], "day": None}
    assert kept("realname.upload", "id_verdict", {"status": "fine"}) is None


@pytest.mark.parametrize(
    ("code", "stays"),
    [
        ("9" * 18, True), ("9" * 19, False), ("9-1", "91"), ("9é", False), ("8", False),
        ("0", False), ("N1", True), (7, False),
    ],
)  # fmt: skip
def test_a_company_code_half_typed_is_kept_unless_it_could_be_an_id_number(code, stays):
    assert kept("type.choose", "uscc", code) == ((code if stays is True else stays) or None)


FIRST, NEXT, LAST = date(2026, 3, 1), date(2026, 3, 2), date(2026, 3, 9)


@pytest.mark.parametrize(
    ("fields", "answer"),
    [
        ({}, (False, None)),
        ({"other_platform": True}, (True, None)),
        ({"other_platform": False, "answered": "2026-03-01"}, (False, FIRST)),
        # turned on on the day of the answer, or without one: that was the first answer
        ({"turned": ["2026-03-01 on"], "answered": "2026-03-01"}, (True, FIRST)),
        ({"turned": ["2026-03-01 on"]}, (True, FIRST)),
        ({"turned": ["2026-03-02 on"], "answered": "2026-03-01"}, (False, FIRST)),
        ({"turned": ["2026-03-02 off"], "answered": "2026-03-01"}, (True, FIRST)),
        ({"turned": ["2026-03-01 off"]}, (True, None)),
    ],
)
def test_the_first_answer_is_what_stood_there_at_the_end_of_its_day(fields, answer):
    assert first_answer(fields) == answer


@pytest.mark.parametrize(
    ("fields", "on", "day", "turns"),
    [
        ({}, True, FIRST, []),  # the first answer is no turn
        ({"other_platform": True}, True, FIRST, []),
        ({"other_platform": True}, False, FIRST, ["2026-03-01 off"]),
        ({"other_platform": True, "turned": ["2026-03-01 on"]}, False, FIRST, []),
        ({"other_platform": True, "turned": ["2026-03-01 on"]}, False, NEXT,
         ["2026-03-01 on", "2026-03-02 off"]),
        ({"other_platform": False, "turned": ["2026-03-01 off"]}, True, FIRST,
         ["2026-03-01 off", "2026-03-01 on"]),
        ({"other_platform": True, "turned": ["2026-03-01 off", "2026-03-09 on"]}, False, NEXT,
         ["2026-03-01 off", "2026-03-02 off"]),
        ({"other_platform": True, "turned": ["2026-03-09 on"]}, True, NEXT, ["2026-03-09 on"]),
    ],
)  # fmt: skip
def test_a_turn_takes_the_place_of_what_was_said_of_later_days(fields, on, day, turns):
    assert turned(fields, on, day) == turns


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 5)), max_size=8))
def test_the_turns_stand_in_order_and_end_as_the_switch_stands(said):
    fields: dict[str, object] = {"other_platform": False}
    for on, after in said:
        day = date(2026, 3, 1 + after)
        fields |= {"turned": turned(fields, on, day), "other_platform": on}
        turns = turns_of(fields)
        assert [day for day, _ in turns] == sorted(day for day, _ in turns)
        assert quote("turned", fields["turned"]) == [*dict.fromkeys(fields["turned"])]
