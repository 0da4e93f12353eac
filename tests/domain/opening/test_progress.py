"""The steps of the opening, and the seam that lets no picture and no ID number through."""

from __future__ import annotations

import json
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import ric

from ksdesk.domain import opening
from ksdesk.domain.opening import CHAPTERS, STEP_NAMES, STEPS, chapter_progress, clean_fields
from ksdesk.domain.opening.fields import FIELDS, photo_field, reasons_of, verdict_field
from ksdesk.domain.opening.identity import check_id_number, check_uscc, check_validity
from ksdesk.domain.opening.photos import PhotoVerdict, check_photo
from ksdesk.domain.reasons import reason

TODAY = date(2026, 11, 23)
_open_end = "61052819900101000"
NUMBER = _open_end + ric.calc_check_digit(_open_end + "0")
PICTURE = b"\xff\xd8\xff\xe0 the bytes of a face " + NUMBER.encode()


def test_the_way_of_the_chapter_in_order() -> None:
    assert STEP_NAMES == (
        "entry.settings",
        "entry.fentiao",
        "entry.promo",
        "entry.works",
        "entry.go_open",
        "open.start",
        "open.verify",
        "realname.upload",
        "type.choose",
        "deposit.quote",
        "done",
    )
    assert CHAPTERS == ("entry", "open", "realname", "type", "deposit", "done")
    assert [each.chapter for each in STEPS] == sorted(
        (each.chapter for each in STEPS), key=CHAPTERS.index
    )
    for chapter in CHAPTERS:
        steps = opening.steps_of(chapter)
        assert [each.tap for each in steps] == list(range(1, len(steps) + 1))
    assert len(opening.steps_of("entry")) == 5
    said = "".join(each.screen + each.control for each in STEPS)
    for words in (
        "设置",
        "快手粉条",
        "小店推广",
        "推广小店作品",
        "去开通小店",
        "开店",
        "去认证",
        "上传身份证明",
    ):
        assert words in said


def test_neighbours() -> None:
    assert opening.step_after("entry.go_open") == "open.start"
    assert opening.step_after("done") is None
    assert opening.step_before("entry.settings") is None
    assert opening.step_before("done") == "deposit.quote"
    with pytest.raises(KeyError):
        opening.step("nowhere")


def test_every_step_keeps_a_note_and_has_defaults() -> None:
    assert set(FIELDS) == set(STEP_NAMES)
    for name in STEP_NAMES:
        empty = opening.with_defaults(name, {})
        assert empty["note"] == ""
        assert clean_fields(name, empty) == {
            key: value for key, value in empty.items() if value is not None
        }
        json.dumps(empty)


FULL: dict[str, dict[str, object]] = {
    "realname.upload": {
        "valid_until": "2027-02-04",
        "long_term": False,
        "note": "手机上没有这一步",
        "front_verdict": {
            "status": "retake",
            "reasons": [
                {
                    "code": "glare",
                    "level": "warn",
                    "facts": {"percent": 6.2, "place": "upper_right", "advised": 2.0},
                }
            ],
            "day": "2026-11-23",
            "width": 4000,
            "height": 3000,
            "bytes": 3_456_789,
            "sharpness": 212.4,
            "glare": 6.2,
            "brightness": 88.0,
            "format": "JPEG",
        },
    },
    "type.choose": {
        "shop_type": "exclusive",
        "papers": ["business_licence", "authorisation_chain"],
        "uscc": "91110000600037341L",
        "brand": "柿子沟",
        "trademark": "第 12345678 号",
        "authorisation": "licensed",
        "authorisation_until": "2028-01-31",
        "rule_centre_seen": True,
        "note": "",
    },
    "deposit.quote": {
        "categories": ["food", "珠宝玉石"],
        "other_platform": True,
        "asked": {"珠宝玉石": 1_000_000, "food": 0},
        "shown": "1,500.00",
        "shown_on": "2026-11-23",
        "note": "多了一页",
    },
}


@pytest.mark.parametrize("name", FULL)
def test_whatever_is_declared_comes_back_whole(name: str) -> None:
    kept = clean_fields(name, FULL[name])
    assert kept == FULL[name]
    again = json.loads(json.dumps(kept))
    assert clean_fields(name, again) == FULL[name]


def test_verdicts_come_back_as_they_were() -> None:
    photo = PhotoVerdict(
        "back",
        "retake",
        (reason("blurred", "warn", sharpness=38, advised=100), reason("crop_to_edges", "hint")),
        "PNG", 900, 700, 1234, 38.2, 0.0, 80.1, digest="secret", likeness=99,
    )  # fmt: skip
    fields = {
        "back_verdict": photo_field(photo, TODAY),
        "holding_verdict": photo_field(check_photo(b"", "holding"), TODAY),
        "validity_verdict": verdict_field(check_validity(date(2027, 2, 4), TODAY), TODAY),
        "id_verdict": verdict_field(check_id_number(NUMBER, TODAY), TODAY),
    }
    kept = clean_fields("realname.upload", fields)
    assert kept["back_verdict"] == fields["back_verdict"]
    assert "secret" not in json.dumps(kept)
    assert reasons_of(kept["back_verdict"]) == photo.reasons  # type: ignore[arg-type]
    assert kept["holding_verdict"]["reasons"][0]["code"] == "empty"  # type: ignore[index]
    assert reasons_of(kept["validity_verdict"])[0]["days"] == 73  # type: ignore[arg-type]
    rows = kept["id_verdict"]["reasons"]  # type: ignore[index]
    assert [each["code"] for each in rows] == ["check_digit_ok", "old_enough"]
    assert all(each["facts"] == {} for each in rows)
    assert opening.with_defaults("realname.upload", kept)["front_verdict"] is None


def test_dates_may_come_as_dates() -> None:
    fields = {"valid_until": date(2027, 1, 30), "front": PICTURE}
    assert clean_fields("realname.upload", fields) == {"valid_until": "2027-01-30"}
    moment = {"shown_on": datetime(2026, 11, 23, 10, 20)}
    assert clean_fields("deposit.quote", moment) == {"shown_on": "2026-11-23"}
    for wrong in ("2027-02-30", NUMBER, 20270130, "30.1.2027", None):
        assert clean_fields("realname.upload", {"valid_until": wrong}) == {}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        ("9111", "9111"),
        ("９１11 0000-600037341l", "91110000600037341L"),
        ("N1110000", "N1110000"),
        (NUMBER, None),
        (NUMBER[:9], None),
        ("5", None),
        ("5110", None),
        (" 6105 28", None),
        ("名称", None),
        ("9" * 19, None),
        (42, None),
    ],
)
def test_a_half_typed_company_code_comes_back(typed: object, kept: str | None) -> None:
    assert clean_fields("type.choose", {"uscc": typed}).get("uscc") == kept


def test_a_whole_code_of_an_association_comes_back() -> None:
    from stdnum.cn import uscc

    start = "52110000MJ000000A"
    code = start + uscc.calc_check_digit(start)
    assert check_uscc(code).status == "ok"
    assert clean_fields("type.choose", {"uscc": code}) == {"uscc": code}


@pytest.mark.parametrize(
    ("name", "field", "value"),
    [
        ("type.choose", "shop_type", "cross_border"),
        ("type.choose", "papers", "business_licence"),
        ("type.choose", "rule_centre_seen", 1),
        ("type.choose", "brand", b"x"),
        ("type.choose", "uscc_verdict", {"status": "fine"}),
        ("type.choose", "uscc_verdict", "ok"),
        ("deposit.quote", "asked", [1]),
        ("deposit.quote", "shown", "1" * 13),
        ("deposit.quote", "categories", "food"),
        ("realname.upload", "id_verdict", None),
        ("realname.upload", "id_number", NUMBER),
        ("done", "front", PICTURE),
    ],
)
def test_other_shapes_are_dropped(name: str, field: str, value: object) -> None:
    assert clean_fields(name, {field: value}) == {}


def test_odd_pieces_inside_are_dropped() -> None:
    fields = {"asked": {"food": 5, NUMBER: 1, "x": True, "y": -1, "z": 10**15, 3: 4, "w": 1.5}}
    assert clean_fields("deposit.quote", fields) == {"asked": {"food": 5}}
    fields = {"categories": ["food", "food", NUMBER, 7, "", "x" * 41, "茶", "x" * 40]}
    assert clean_fields("deposit.quote", fields) == {"categories": ["food", "茶", "x" * 40]}
    papers = {"papers": {"id_front", "business_licence", NUMBER}}
    assert clean_fields("type.choose", papers) == {"papers": ["business_licence", "id_front"]}
    odd = {
        "status": "good",
        "picture": PICTURE,
        "sharpness": float("nan"),
        "width": True,
        "height": int(NUMBER[:17]),
        "format": NUMBER,
        "day": NUMBER,
        "reasons": [
            PICTURE,
            {"code": NUMBER, "level": "good"},
            {"code": "sharp", "level": NUMBER},
            {
                "code": "sharp",
                "level": "good",
                "facts": {NUMBER: 1, "place": NUMBER, "a": [NUMBER]},
            },
            {"code": "glare", "level": "warn", "facts": NUMBER},
        ],
    }
    assert clean_fields("realname.upload", {"front_verdict": odd}) == {
        "front_verdict": {
            "status": "good",
            "reasons": [
                {"code": "sharp", "level": "good", "facts": {}},
                {"code": "glare", "level": "warn", "facts": {}},
            ],
            "day": None,
        }
    }


SECRETS = st.sampled_from(
    [
        NUMBER,
        f"{NUMBER[:6]} {NUMBER[6:14]} {NUMBER[14:]}",
        NUMBER.encode(),
        PICTURE,
        int(NUMBER[:17]),
    ]
) | st.binary(min_size=40, max_size=60)
NESTED = st.recursive(
    SECRETS | st.sampled_from(["good", "ok", "sharp", 3, True, None, "2026-11-23"]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.tuples(inner, inner),
        st.dictionaries(
            st.sampled_from(
                ["status", "reasons", "code", "level", "facts", "day", "place", NUMBER]
            ),
            inner,
            max_size=5,
        ),
    ),
    max_leaves=12,
)
ANY_FIELD = sorted(
    {each.name for fields in FIELDS.values() for each in fields} | {"id_number", "front"}
)


@given(st.sampled_from(STEP_NAMES), st.dictionaries(st.sampled_from(ANY_FIELD), NESTED, max_size=6))
def test_no_number_and_no_picture_comes_through(name: str, fields: dict[str, object]) -> None:
    written = json.dumps(clean_fields(name, fields), ensure_ascii=False)  # fails over any bytes
    assert not any(NUMBER[at : at + 6] in written for at in range(13))


def progress(current: str, finished: tuple[str, ...] = (), **saved: dict[str, object]):  # type: ignore[no-untyped-def]
    named = {key.replace("__", "."): value for key, value in saved.items()}
    return {each.chapter: each for each in chapter_progress(current, finished, named)}


def test_progress_at_the_start_and_on_the_way() -> None:
    start = progress("entry.settings")
    assert [each.state for each in start.values()] == ["current", *["ahead"] * 5]
    assert (start["entry"].tap, start["entry"].steps, start["open"].tap) == (1, 5, 0)
    there = progress("entry.promo", STEP_NAMES[:2])
    assert (there["entry"].tap, there["entry"].finished) == (3, 2)


def test_progress_counts_what_needs_a_look() -> None:
    photo = {"status": "good", "reasons": [], "day": "2026-11-23"}
    soon = {"code": "ends_soon", "level": "warn", "facts": {"days": 73}}
    fields: dict[str, object] = {
        "front_verdict": photo,
        "back_verdict": {**photo, "status": "retake"},
        "holding_verdict": {**photo, "status": "unusable"},
        "id_verdict": {**photo, "status": "ok"},
        "validity_verdict": {**photo, "status": "ok", "reasons": [soon]},
    }
    here = progress("realname.upload", STEP_NAMES[:7], realname__upload=fields)
    assert [each.state for each in here.values()] == ["done", "done", "current", *["ahead"] * 3]
    assert (here["realname"].good, here["realname"].attention) == (2, 3)
    back = progress(
        "entry.promo", STEP_NAMES[:8], realname__upload=fields, type__choose={"note": ""}
    )
    states = [each.state for each in back.values()]
    assert states == ["current", "done", "done", "visited", "ahead", "ahead"]
    assert back["realname"].attention == 3
