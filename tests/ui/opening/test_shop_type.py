"""店铺类型: types, papers, company code, brand, rule centre."""

from __future__ import annotations

import pytest

from ksdesk.domain.opening.shop_types import SHOP_TYPES

COMPANY = "91350100M000100Y43"


def kept(ctx, step: str) -> dict:
    return dict(ctx.reader.opening.step(step).fields)


@pytest.mark.parametrize("kind", SHOP_TYPES, ids=lambda kind: kind.code)
def test_each_type_shows_what_it_needs(at, kind, page):
    view = at("type.choose")
    view.rows[kind.code].click()
    assert set(view.papers.checks) == set(kind.papers)
    assert view.uscc.isVisibleTo(view) is kind.needs_uscc
    assert view.brand.isVisibleTo(view) is kind.needs_brand
    assert view.brand.warning.isVisibleTo(view) is kind.brand_limited
    assert page.phone.shown().spot.word in page.phone.words()


def test_papers_are_ticked_and_kept_over_a_change_of_type(at, ctx, qtbot):
    view = at("type.choose")
    view.rows["sole_trader"].click()
    view.papers.checks["business_licence"].click()
    view.rows["company"].click()
    assert view.papers.checks["business_licence"].isChecked()
    view.papers.checks["corporate_account"].click()
    view.papers.checks["business_licence"].click()
    assert kept(ctx, "type.choose")["papers"] == ["corporate_account"]


def test_papers_whose_photos_were_checked_are_ticked(at, page):
    """They had to be ticked once more, right after the photos were found good."""
    good = {"status": "good", "reasons": [], "width": 2000, "height": 1300, "on": "2026-11-18"}
    bad = good | {"status": "retake", "reasons": [["dark", 0]]}
    at("type.choose").rows["personal"].click()
    fields = {"front_verdict": good, "back_verdict": good, "holding_verdict": bad}
    page.drafts.put("realname.upload", page.drafts.fields("realname.upload") | fields)
    view = at("type.choose")
    assert {code for code, check in view.papers.checks.items() if check.isChecked()} == {
        *("id_front", "id_back"),
    }
    assert "2" in view.papers._title.text() and not view.papers.checks["id_front"].isEnabled()
    view.rows["sole_trader"].click()
    assert view.papers.checks["operator_id"].isChecked()
    assert not view.papers.checks["business_licence"].isChecked()
    assert view.fields()["papers"] == [], "what was seen is no tick of the seller's"


def test_the_company_code(at, ctx, qtbot):
    view = at("type.choose")
    view.rows["company"].click()
    qtbot.keyClicks(view.uscc.edit, COMPANY)
    assert view.uscc.verdict()[0] == "good"
    assert kept(ctx, "type.choose")["uscc"] == COMPANY
    view.rows["sole_trader"].click()
    assert view.uscc.verdict() == ("warn", "号码对得上，这是别类单位的代码，请核对")
    view.uscc.edit.setText("")
    qtbot.keyClicks(view.uscc.edit, "9135")
    view.uscc.edit.editingFinished.emit()
    assert view.uscc.verdict()[0] == "bad"


@pytest.mark.parametrize(
    ("day", "kind", "word"),
    [
        ("2027-01-01", "warn", "44 天"),
        ("2026-11-01", "bad", "17 天"),
        ("2028-01-01", "good", "409"),
    ],
)
def test_the_authorisation_has_a_last_day(at, ctx, qtbot, day, kind, word):
    view = at("type.choose")
    view.rows["exclusive"].click()
    qtbot.keyClicks(view.brand.until.edit, day)
    assert view.brand.until.verdict()[0] == kind and word in view.brand.until.verdict()[1]
    assert kept(ctx, "type.choose")["authorisation_until"] == day
    view.brand.until.edit.clear()
    view.brand.until.edit.textEdited.emit("")
    assert view.brand.until.verdict()[1] == ""


def test_the_rule_centre_is_text_and_code(at, ctx, qtbot):
    view = at("type.choose")
    assert view.centre.address.text() == "www.kwaixiaodian.com/rules"
    rows = view.centre.code.rows()
    assert len(rows) == len(rows[0]) and len(rows) >= 21
    finder = [1, 1, 1, 1, 1, 1, 1]
    assert list(rows[0][:7]) == finder and list(rows[0][-7:]) == finder
    view.centre.code.grab()
    view.centre.seen.click()
    assert kept(ctx, "type.choose")["rule_centre_seen"] is True
