"""The text to the buyer says what is known and marks what is not."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from ksdesk.domain.products.notes import StockCase
from ksdesk.domain.products.stock.case import PATH
from ksdesk.domain.products.stock.draft import GAPS, Facts, asked_for, draft

CASE = StockCase(1, "柿饼散装 {5斤}", "2632", 1, datetime(2026, 11, 18, 9, 46))


@pytest.mark.parametrize("place", PATH)
def test_every_place_has_a_text_without_loose_ends(place: str) -> None:
    bare = draft(CASE, place, Facts())
    assert bare.missing == asked_for(place)
    assert all(GAPS[code] in bare.text for code in bare.missing)
    whole = draft(CASE, place, Facts("邻村", date(2026, 11, 20), "苹果 10 斤", "SF100"))
    assert whole.missing == ()
    assert "〔" not in whole.text and "柿饼散装 {5斤}" in whole.text


def test_the_facts_stand_in_the_text() -> None:
    text = draft(CASE, "tell", Facts("邻村", date(2026, 11, 20))).text
    assert "从邻村调" in text and "11月20日能发出" in text and "愿意等吗" in text
    assert draft(CASE, "tell", Facts("邻村")).missing == ("day",)
