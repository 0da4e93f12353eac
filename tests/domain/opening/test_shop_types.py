"""Shop types and the papers that each is opened with."""

from __future__ import annotations

import pytest

from ksdesk.domain.opening.papers import PAPER_CODES
from ksdesk.domain.opening.shop_types import RULE_CENTRE, SHOP_TYPES, shop_type


def test_seven_types_with_the_official_codes() -> None:
    assert {each.code: each.platform_code for each in SHOP_TYPES} == {
        "personal": 6,
        "sole_trader": 7,
        "company": 5,
        "specialty": 3,
        "exclusive": 2,
        "flagship": 1,
        "mall_flagship": 4,
    }


def test_checklists() -> None:
    papers = {each.code: each.papers for each in SHOP_TYPES}
    company = ("business_licence", "legal_person_id", "corporate_account")
    photos = ("id_front", "id_back", "id_holding")
    assert papers["personal"] == photos
    assert papers["sole_trader"] == (*photos, "business_licence", "operator_id")
    assert papers["company"] == (*company, "supply_chain_proof")
    assert papers["exclusive"] == (*company, "trademark_certificate", "authorisation_chain")
    assert papers["flagship"] == (*company, "trademark_certificate", "exclusive_authorisation")
    assert papers["mall_flagship"] == (*company, "service_trademark_35", "authorisation_chain")
    assert {code for codes in papers.values() for code in codes} == PAPER_CODES


def test_only_brand_shops_ask_for_brands_and_warn() -> None:
    brands = {each.code: each.min_brands for each in SHOP_TYPES if each.needs_brand}
    assert brands == {"specialty": 2, "exclusive": 1, "flagship": 1, "mall_flagship": 2}
    limits = {each.code: each.brand_limit_source for each in SHOP_TYPES if each.brand_limited}
    assert limits == {"exclusive": "SEED", "flagship": "PG-type"}


def test_whoever_has_a_licence_needs_its_code() -> None:
    subjects = {each.code: each.subject for each in SHOP_TYPES}
    assert subjects.pop("personal") is None
    assert subjects.pop("sole_trader") == "sole_trader"
    assert set(subjects.values()) == {"company"}
    for each in SHOP_TYPES:
        assert each.needs_uscc == ("business_licence" in each.papers) == (each.code != "personal")


def test_every_row_says_where_it_is_from() -> None:
    for each in SHOP_TYPES:
        assert each.source
        for paper in each.checklist:
            assert paper.source or paper.confidence == "general"


def test_by_code() -> None:
    assert shop_type("exclusive").who == "one_brand_or_owner"
    with pytest.raises(KeyError):
        shop_type("crossborder")
    assert RULE_CENTRE == "https://www.kwaixiaodian.com/rules"
