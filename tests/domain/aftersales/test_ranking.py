"""Why goods come back, counted."""

from __future__ import annotations

from ksdesk.domain.aftersales.ranking import Ranking, ranking


def test_reasons_and_products_by_how_many_cases_have_them():
    found = ranking(
        [("破损", "柿饼", 2), ("破损", "核桃", 1), ("不喜欢", "核桃", 4), (" 破损 ", "柿饼 ", 1)]
    )
    assert found == Ranking(
        (("不喜欢", 4), ("破损", 4)), (("核桃", 5), ("柿饼", 3)), 0, ("不喜欢", "核桃", 4)
    )


def test_cases_without_a_reason_or_a_product_are_in_no_list():
    found = ranking([("", "柿饼", 3), ("破损", "", 2), ("", "", 1)])
    assert found == Ranking((("破损", 2),), (("柿饼", 3),), 4, None)


def test_two_cases_of_one_reason_and_product_are_told_one_alone_is_not():
    assert ranking([("破损", "柿饼", 2), ("错发", "茶", 1)]).worst == ("破损", "柿饼", 2)
    assert ranking([("破损", "柿饼", 1)]).worst is None
    assert ranking([]) == Ranking((), (), 0, None)
