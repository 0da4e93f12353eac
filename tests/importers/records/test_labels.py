"""What a header says of the exports of orders and money."""

from __future__ import annotations

import pytest

from ksdesk.domain.records import RECORDS
from ksdesk.importers.names import plain
from ksdesk.importers.records import labels

KINDS = [kind for kind, record in RECORDS.items() if not record.is_own]


@pytest.mark.parametrize("kind", KINDS)
def test_each_title_of_a_field_is_known_as_it(kind):
    record = RECORDS[kind]
    for field in record.fields:
        role = labels.role_of(field)
        assert role == f"{'identity' if field.kind == 'text' else 'measure'}:{field.code}"
        for title in field.titles:
            if plain(title) not in labels.passed(kind):
                assert role in {
                    r for r, ranked in labels.ranks(kind).items() if plain(title) in ranked
                }
    for title in record.times.split():
        assert labels.roles(kind, [title]) == {0: "time"}


@pytest.mark.parametrize("kind", KINDS)
def test_of_several_words_for_one_thing_the_better_one_decides(kind):
    """Wherever it stands; the first title is the best."""
    for role, ranked in labels.ranks(kind).items():
        assert [*ranked.values()] == sorted(ranked.values())
        words = [word for word in ranked if word not in labels.passed(kind)]
        alone = [w for w in words if labels.roles(kind, [w]) == {0: role}]
        for header in (alone, alone[::-1]):
            found = [header[n] for n, each in labels.roles(kind, header).items() if each == role]
            assert found == alone[:1]


def test_a_column_passed_over_is_none_of_a_kind():
    for kind in KINDS:
        for word in labels.passed(kind):
            assert labels.roles(kind, [word]) == {0: "skip"}
            assert labels.weight(kind, word) > 0


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_word_weighs(kind):
    signs = {plain(word) for word in RECORDS[kind].signs.split()}
    for word in signs:
        assert labels.weight(kind, word) == labels.SIGN_WEIGHT
    for ranked in labels.ranks(kind).values():
        for word in ranked:
            assert labels.weight(kind, word) == (labels.SIGN_WEIGHT if word in signs else 1)
            assert labels.known(word)
    assert labels.weight(kind, "神秘") == 0
    assert not labels.known("神秘")


@pytest.mark.parametrize(
    ("kind", "header", "fits"),
    [
        ("orders", "订单号 订单创建时间", True),
        ("orders", "订单号 实付款", False),
        ("orders", "订单创建时间 实付款", False),
        ("movements", "入账时间 账务方向 发生额", True),
        ("movements", "入账时间 收入 支出", True),
        ("movements", "收入 支出 备注", False),
        ("movements", "收入 支出 余额", True),
        ("movements", "收入 入账时间", False),
        ("funds", "日期 备注", False),
        ("funds", "充值花费 激励花费", True),
    ],
)
def test_what_fits_a_kind_wherever_it_turns_up(kind, header, fits):
    assert labels.fits(kind, header.split()) == fits


@pytest.mark.parametrize(
    ("header", "both"),
    [
        ("收入 支出", True),
        ("收入金额（元） 支出金额（元）", True),
        ("Credit Debit", True),
        ("收入", False),
        ("支出", False),
        ("金额", False),
        ("", False),
    ],
)
def test_what_came_in_and_what_went_out(header, both):
    assert labels.has_in_and_out(header.split()) == both
    out = [n for n, label in enumerate(header.split()) if "支出" in label or label == "Debit"]
    assert labels.outgo(header.split()) == (out[0] if out else None)
