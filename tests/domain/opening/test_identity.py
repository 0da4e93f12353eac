"""ID numbers and company codes: made up, never anybody's."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import numdb
from stdnum.cn import ric, uscc

from ksdesk.domain.opening import identity
from ksdesk.domain.opening.identity import check_id_number, check_uscc, check_validity, masked
from ksdesk.domain.reasons import heaviest, reason

TODAY = date(2026, 11, 23)
# 610528 and a sequence of 000, which is given to nobody.
REGION, UNKNOWN = "610528", "119999"


def number(region: str = REGION, born: date | str = date(1990, 1, 1), sequence: int = 0) -> str:
    day = born if isinstance(born, str) else born.strftime("%Y%m%d")
    open_end = f"{region}{day}{sequence:03d}"
    return open_end + ric.calc_check_digit(open_end + "0")


GOOD = number()
numbers = st.builds(
    number,
    st.sampled_from([REGION, "110101", "440305", "510104"]),
    st.dates(date(1930, 1, 1), date(2010, 11, 22)),
    st.integers(0, 999),
)


@given(numbers)
def test_a_well_formed_number_is_ok_and_leaves_no_trace(text: str) -> None:
    verdict = check_id_number(text, TODAY)
    assert verdict.status == "ok"
    assert verdict.codes == ("check_digit_ok", "old_enough")
    assert verdict.level == "good"


@given(
    st.one_of(
        numbers, st.text("0123456789Xx -", max_size=24), numbers.map(lambda text: text[:-1] + "0")
    )
)
def test_no_piece_of_the_number_is_in_the_verdict(text: str) -> None:
    shown = repr(check_id_number(text, TODAY))
    assert not any(text[at : at + 4] in shown for at in range(len(text) - 3))


@given(numbers, st.integers(0, 17), st.sampled_from("0123456789X"))
def test_any_single_change_is_caught(text: str, at: int, sign: str) -> None:
    changed = text[:at] + sign + text[at + 1 :]
    if changed != text:
        assert check_id_number(changed, TODAY).status == "bad"


@given(numbers, st.integers(0, 16))
def test_any_swap_of_neighbours_is_caught(text: str, at: int) -> None:
    swapped = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    if swapped != text:
        assert check_id_number(swapped, TODAY).status == "bad"


FULL = str.maketrans("0123456789Xx", "０１２３４５６７８９Ｘｘ")


@given(
    numbers,
    st.lists(
        st.tuples(
            st.integers(0, 20), st.sampled_from(" \t\n\u3000\u00a0\u2009\u200b\u200e\ufeff-－–—")
        ),
        max_size=8,
    ),
    st.booleans(),
)
def test_spaces_hyphens_and_full_width_are_forgiven(text, marks, full) -> None:  # type: ignore[no-untyped-def]
    typed = text.lower()
    for at, mark in marks:
        typed = typed[:at] + mark + typed[at:]
    typed = typed.translate(FULL) if full else typed
    assert check_id_number(typed, TODAY) == check_id_number(text, TODAY)


@given(st.text(max_size=40))
def test_no_text_is_too_strange(text: str) -> None:
    assert check_id_number(text, TODAY).status in ("ok", "review", "bad")
    assert check_uscc(text).status in ("ok", "bad")
    assert len(identity.without_id_numbers(text)) == len(text)
    masked(text)


@pytest.mark.parametrize(
    ("text", "code", "facts"),
    [
        ("", "empty", {}),
        (" 　-\u200b", "empty", {}),
        (GOOD[:-1], "wrong_length", {"length": 17, "expected": 18}),
        (GOOD + "1", "wrong_length", {"length": 19, "expected": 18}),
        ("6105", "wrong_length", {"length": 4, "expected": 18}),
        ("6I" + GOOD[2:], "wrong_character", {"position": 2}),
        (GOOD[:5] + "X" + GOOD[6:], "wrong_character", {"position": 6}),
        (GOOD[:-1] + "O", "wrong_character", {"position": 18}),
        (GOOD[:3] + "٣" + GOOD[4:], "wrong_character", {"position": 4}),
        (GOOD[:3] + "③" + GOOD[4:], "wrong_character", {"position": 4}),
        ("6105 28-19a0" + GOOD[11:], "wrong_character", {"position": 9}),
        ("身份证号" + GOOD, "wrong_character", {"position": 1}),
    ],
)
def test_what_is_no_number_is_told_where(text: str, code: str, facts: dict[str, int]) -> None:
    (found,) = check_id_number(text, TODAY).reasons
    assert (found.code, found.level, dict(found.facts)) == (code, "bad", facts)


@pytest.mark.parametrize(
    ("born", "code"),
    [
        ("19900230", "birthday_impossible"),
        ("19901301", "birthday_impossible"),
        ("19900100", "birthday_impossible"),
        ("00000101", "birthday_impossible"),
        ("19010229", "birthday_impossible"),
        ("20261124", "birthday_in_future"),
        ("20990101", "birthday_in_future"),
        ("19000101", "birthday_too_long_ago"),
        ("20101124", "too_young"),
        ("20261123", "too_young"),
    ],
)
def test_birthdays_that_cannot_be(born: str, code: str) -> None:
    verdict = check_id_number(number(born=born), TODAY)
    assert verdict.status == "bad"
    assert verdict.codes == ("check_digit_ok", code)


def test_sixteen_counts_from_the_birthday() -> None:
    assert check_id_number(number(born=date(2010, 11, 23)), TODAY).status == "ok"
    leap = number(born=date(2008, 2, 29))
    assert check_id_number(leap, date(2024, 2, 28)).codes[-1] == "too_young"
    assert check_id_number(leap, date(2024, 2, 29)).status == "ok"
    young = number(born=date(2012, 2, 29))
    assert check_id_number(young, date(2028, 2, 28)).status == "bad"


def test_check_digit_and_birthday_are_both_named() -> None:
    text = number(born="19900230")
    wrong = text[:-1] + ("0" if text[-1] != "0" else "1")
    assert check_id_number(wrong, TODAY).codes == ("check_digit", "birthday_impossible")


def test_an_x_at_the_end() -> None:
    text = next(each for each in (number(sequence=at) for at in range(50)) if each[-1] == "X")
    for last in ("X", "x", "Ｘ", "ｘ"):
        assert check_id_number(text[:-1] + last, TODAY).status == "ok"


@pytest.mark.parametrize("region", ["810000", "820000", "830000"])
def test_residence_permits_go_to_a_human(region: str) -> None:
    verdict = check_id_number(number(region), TODAY)
    assert (verdict.status, verdict.codes[-1]) == ("review", "residence_permit")
    mistyped = number(region)[:-1] + "~"
    assert check_id_number(mistyped, TODAY).status == "bad"
    assert check_id_number(number(region, "20250101"), TODAY).status == "bad"


def test_foreign_residents_go_to_a_human() -> None:
    verdict = check_id_number(number("931840"), TODAY)
    assert (verdict.status, verdict.codes[-1]) == ("review", "foreign_resident")


def test_old_numbers_go_to_a_human() -> None:
    assert check_id_number(REGION + "900101" + "000", TODAY).codes == ("old_number",)
    doubtful = check_id_number(" 610528 909999 000", TODAY)
    assert doubtful.status == "review"
    assert doubtful.codes == ("old_number", "birthday_doubtful")
    assert check_id_number(REGION + "90010100X", TODAY).status == "bad"


@pytest.mark.parametrize("region", [UNKNOWN, "000000", "999999", "990000"])
def test_an_unknown_region_is_a_warning(region: str) -> None:
    verdict = check_id_number(number(region), TODAY)
    assert verdict.status == "ok"
    assert verdict.level == "warn"
    assert verdict.codes == ("check_digit_ok", "old_enough", "unknown_region")


def test_a_region_newer_than_its_owner_is_known() -> None:
    """610528 is in the table from 1994 on; who was born before moved into it or got it late."""
    (_, county) = numdb.get("cn/loc").info(REGION)
    assert county[1]["county"].startswith("[1994-]")
    assert check_id_number(number(born=date(1950, 5, 1)), TODAY).level == "good"


def test_masked_shows_region_and_end() -> None:
    assert masked("６１０５２８ 19900101 003x") == "610528 ******** **3X"
    assert masked("6105") == "****"


@pytest.mark.parametrize(
    ("days", "status", "level", "code"),
    [
        (-1, "bad", "bad", "expired"),
        (0, "ok", "warn", "ends_soon"),
        (73, "ok", "warn", "ends_soon"),
        (90, "ok", "warn", "ends_soon"),
        (91, "ok", "good", "valid"),
        (7300, "ok", "good", "valid"),
        (9000, "ok", "warn", "very_late"),
    ],
)
def test_validity(days: int, status: str, level: str, code: str) -> None:
    verdict = check_validity(TODAY + timedelta(days), TODAY)
    assert (verdict.status, verdict.level, verdict.codes) == (status, level, (code,))
    if code in ("ends_soon", "valid"):
        assert verdict.reasons[0]["days"] == days
    if code == "expired":
        assert verdict.reasons[0]["days"] == 1
    if code == "very_late":
        assert verdict.reasons[0]["years"] == 20


def test_long_term_cards_have_no_end() -> None:
    assert check_validity(None, TODAY).codes == ("long_term",)


CODE_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def company_code(start: str = "91", region: str = "610528", body: str = "MA0000000") -> str:
    return start + region + body + uscc.calc_check_digit(start + region + body)


company_codes = st.builds(
    company_code,
    st.sampled_from(["91", "92", "93", "N1", "Y1"]),
    st.sampled_from(["610528", "110000"]),
    st.text(CODE_LETTERS, min_size=9, max_size=9),
)


@given(company_codes, st.integers(0, 17), st.sampled_from(CODE_LETTERS))
def test_a_changed_company_code_is_caught(text: str, at: int, sign: str) -> None:
    assert check_uscc(text).codes == ("code_ok",)
    changed = text[:at] + sign + text[at + 1 :]
    if changed != text:
        assert check_uscc(changed).status == "bad"


def test_company_codes_are_forgiven_and_name_their_kind() -> None:
    text = company_code()
    full = text.lower().translate(
        str.maketrans({sign: chr(ord(sign) + 0xFEE0) for sign in text.lower()})
    )
    for typed in (text, text.lower(), f" {text[:8]}-{text[8:]}\u3000", full):
        assert check_uscc(typed).reasons == (reason("code_ok", "good", kind="company"),)
        assert identity.compact_uscc(typed) == text
    kinds = [check_uscc(company_code(start)).reasons[0]["kind"] for start in ("92", "93", "N1")]
    assert kinds == ["sole_trader", "cooperative", "other"]
    other = check_uscc(text, "sole_trader")
    assert (other.status, other.level, other.codes) == ("ok", "warn", ("code_ok", "other_kind"))
    assert check_uscc(text, "company").level == "good"


@pytest.mark.parametrize(
    ("text", "code", "facts"),
    [
        ("", "empty", {}),
        (company_code()[:-1], "wrong_length", {"length": 17, "expected": 18}),
        ("91610528MAO000000A", "wrong_character", {"position": 11}),
        ("9161O5", "wrong_character", {"position": 5}),
        ("91A10528MA0000000A", "wrong_character", {"position": 3}),
        ("名称", "wrong_character", {"position": 1}),
    ],
)
def test_company_code_faults(text: str, code: str, facts: dict[str, int]) -> None:
    (found,) = check_uscc(text).reasons
    assert (found.code, dict(found.facts)) == (code, facts)
    text = company_code()
    wrong = text[:-1] + ("1" if text[-1] != "1" else "2")
    assert check_uscc(wrong).codes == ("check_digit",)


@given(
    numbers,
    st.sampled_from(["", " ", "-", "  ", ".", "\u200b", "　"]),
    st.booleans(),
    st.text("我的号码，。abc\n", max_size=9),
)
def test_notes_lose_id_numbers(text: str, gap: str, full: bool, around: str) -> None:
    typed = gap.join((text[:6], text[6:10], text[10:14], text[14:]))
    typed = typed.translate(FULL) if full else typed
    cleaned = identity.without_id_numbers(around + typed + around)
    assert cleaned == around + "•" * len(typed) + around


@pytest.mark.parametrize(
    "text",
    [
        "客服 13800138000，9:00-18:00",
        "2026-11-18 10:20 – 2026-11-19 09:00",
        "2021/04/02 03:36 的教程，位置变了",
        "要缴 1,000.00 元，版本 12.3.40.1234",
        "",
    ],
)
def test_notes_keep_the_rest(text: str) -> None:
    assert identity.without_id_numbers(text) == text


def test_heaviest_of_nothing_is_good() -> None:
    assert heaviest(()) == "good"


@pytest.mark.parametrize(
    ("days", "code"),
    [(90, "ends_soon"), (91, "valid"), (7_320, "valid"), (7_321, "very_late")],
)
def test_a_cards_end_is_told_within_ninety_days_and_beyond_twenty_years(days, code):
    assert check_validity(TODAY + timedelta(days), TODAY).codes == (code,)
    if code == "ends_soon":
        assert check_validity(TODAY + timedelta(days), TODAY).reasons[0]["within"] == 90


@pytest.mark.parametrize(
    ("born", "code"),
    [
        (date(2010, 11, 23), "old_enough"),
        (date(2010, 11, 24), "too_young"),
        (date(1905, 11, 24), "old_enough"),
        (date(1905, 11, 23), "birthday_too_long_ago"),
        (TODAY, "too_young"),
        (TODAY + timedelta(1), "birthday_in_future"),
    ],
)
def test_ages_at_their_bounds(born, code):
    found = {each.code: each for each in check_id_number(number(born=born), TODAY).reasons}
    assert [*found] == ["check_digit_ok", code]
    facts = {
        "old_enough": {"least": 16}, "too_young": {"least": 16},
        "birthday_too_long_ago": {"first": 7, "last": 14, "most": 120},
        "birthday_in_future": {"first": 7, "last": 14},
    }  # fmt: skip
    assert dict(found[code].facts) == facts[code]


def test_places_in_a_number_are_told():
    def facts(text: str, code: str) -> dict[str, object]:
        reasons = check_id_number(text, TODAY).reasons
        return next(dict(each.facts) for each in reasons if each.code == code)

    assert facts(number(UNKNOWN), "unknown_region") == {"first": 1, "last": 6}
    assert facts(number(born="19900230"), "birthday_impossible") == {"first": 7, "last": 14}
    assert facts("610528909999000", "birthday_doubtful") == {"first": 7, "last": 12}
    assert facts("610528900101000", "old_number") == {"length": 15}


@pytest.mark.parametrize(
    ("province", "foreign"),
    [
        *((code, True) for code in (11, 15, 21, 23, 31, 37, 41, 46, 50, 54, 61, 65)),
        *((code, False) for code in (10, 16, 20, 24, 30, 38, 40, 47, 55, 60, 66)),
    ],
)
def test_a_foreign_residents_card_names_a_province(province, foreign):
    codes = check_id_number(number(f"9{province}840"), TODAY).codes
    assert ("foreign_resident" in codes) == foreign


@pytest.mark.parametrize(("length", "dots"), [(11, 0), (12, 12), (14, 14), (15, 15), (18, 18)])
def test_from_twelve_digits_on_a_run_may_be_an_id_number(length, dots):
    assert identity.without_id_numbers("1" * length).count("•") == dots
    parted = "-".join("1" * length)
    assert ("•" in identity.without_id_numbers(parted)) == (length >= 15)


@pytest.mark.parametrize("text", ["1" * 11 + "X", "123456 1990 01 01", "1---2" * 12])
def test_shorter_runs_and_wider_gaps_stay(text):
    assert identity.without_id_numbers(text) == text


def test_only_the_first_two_hundred_signs_are_looked_at():
    assert check_id_number(" " * 182 + GOOD, TODAY).status == "ok"
    assert check_id_number(" " * 183 + GOOD, TODAY).codes == ("wrong_length",)
    assert masked(" " * 182 + GOOD)[:6] == REGION


def test_every_full_width_sign_is_its_plain_one():
    full = "".join(chr(0xFEE0 + ord(sign)) for sign in "0123456789ABCXYZabcxyz")
    assert identity.compact_uscc(full) == "0123456789ABCXYZABCXYZ"
