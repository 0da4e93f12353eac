"""Where the signs of a claim belong to other words, there is none."""

from __future__ import annotations

import pytest

from ksdesk.domain.products.ordinary import is_torn


@pytest.mark.parametrize(
    ("text", "claim", "torn"),
    [
        ("新款北极品牌", "极品", True),
        ("北极品牌", "极品", True),
        ("极品柿饼", "极品", False),
        ("柿饼极品", "极品", False),
        ("买5万能胶", "万能", True),
        ("五金万能胶", "万能", False),
        ("门店白领先生", "领先", True),
        ("行业领先", "领先", False),
    ],
)
def test_a_claim_that_ends_one_word_and_begins_another_is_none(text, claim, torn):
    start = text.index(claim)
    assert is_torn(text, start, start + len(claim), apart=False) is torn
