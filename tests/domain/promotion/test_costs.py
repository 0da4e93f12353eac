"""The cost of the day counts, of several exceptions the dearest, and nothing is free by default."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksdesk.domain.promotion.costs import (
    Costs,
    CostShare,
    MonthlyCost,
    ParcelCost,
    UnitCost,
    provinces_of,
)

SEPTEMBER, OCTOBER, NOVEMBER = date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 1)
DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))


def test_the_cost_of_the_day_counts_never_todays():
    costs = Costs([UnitCost(1, "", 22_00, OCTOBER), UnitCost(1, "", 20_50, SEPTEMBER)])
    assert costs.unit(1, "", date(2026, 8, 31)) is None
    assert costs.unit(1, "", date(2026, 9, 30)) == 20_50
    assert costs.unit(1, "", OCTOBER) == costs.unit(1, "", date(2027, 1, 1)) == 22_00
    assert costs.unit(2, "", NOVEMBER) is None


def test_an_option_has_the_cost_of_the_product_until_it_has_its_own():
    costs = Costs([UnitCost(1, "", 37_00, SEPTEMBER), UnitCost(1, "80mm", 19_50, OCTOBER)])
    assert costs.unit(1, "80mm", SEPTEMBER) == 37_00
    assert costs.unit(1, "80mm", OCTOBER) == 19_50
    assert costs.unit(1, "85mm", OCTOBER) == 37_00


@given(st.lists(st.tuples(DAYS, st.integers(0, 10**6)), unique_by=lambda row: row[0]), DAYS)
def test_the_newest_cost_that_is_not_later_than_the_day_counts(rows, day):
    costs = Costs(UnitCost(1, "", cost, since) for since, cost in rows)
    before = [row for row in rows if row[0] <= day]
    assert costs.unit(1, "", day) == (max(before)[1] if before else None)


PARCELS = (
    ParcelCost("packaging", 1_20, SEPTEMBER),
    ParcelCost("shipping", 5_60, SEPTEMBER),
    ParcelCost("shipping", 9_00, SEPTEMBER, product=1),
    ParcelCost("shipping", 15_00, OCTOBER, provinces=("新疆", "西藏")),
)


@pytest.mark.parametrize(
    ("product", "province", "day", "cost"),
    [
        (2, "浙江省", OCTOBER, 6_80),
        (1, "浙江省", OCTOBER, 10_20),
        (2, "新疆维吾尔自治区", OCTOBER, 16_20),
        (2, "新疆维吾尔自治区", SEPTEMBER, 6_80),
        (1, "西藏自治区", OCTOBER, 16_20),
        (2, "", OCTOBER, 6_80),
        (2, "浙江省", date(2026, 8, 31), None),
    ],
)
def test_a_parcel_costs_packaging_and_the_dearest_shipping_that_holds(product, province, day, cost):
    assert Costs(parcels=PARCELS).parcel(day, product, province) == cost


def test_a_parcel_without_a_noted_part_is_not_free():
    assert Costs(parcels=PARCELS[1:]).parcel(OCTOBER, 2, "浙江省") is None


def test_the_way_back_costs_what_the_way_there_does_until_it_is_noted():
    assert Costs(parcels=PARCELS).part("return", OCTOBER, 1, "浙江省") == 9_00
    noted = (*PARCELS, ParcelCost("return", 0, OCTOBER))
    assert Costs(parcels=noted).part("return", OCTOBER, 1, "浙江省") == 0


def test_fresh_fruit_that_comes_back_is_worth_nothing_and_the_rest_four_fifths():
    shares = (CostShare("returned", 0.8, OCTOBER), CostShare("returned", 0, OCTOBER, "水果生鲜"))
    costs = Costs(shares=shares, categories={1: "水果生鲜", 2: "蜂产品"})
    assert (costs.share("returned", OCTOBER, 1), costs.share("returned", OCTOBER, 2)) == (0, 0.8)
    assert costs.share("returned", SEPTEMBER, 1) is None
    assert costs.share("platform_fee", OCTOBER) is None


def test_a_monthly_cost_holds_for_whole_months():
    rent = MonthlyCost("冷库租金", 1_200_00, date(2026, 9, 20), date(2026, 11, 2))
    months = [date(2026, month, 15) for month in range(8, 13)]
    assert [rent.in_month(month) for month in months] == [0, 1_200_00, 1_200_00, 1_200_00, 0]


@pytest.mark.parametrize(
    ("cost", "since", "months"),
    [
        (3_500, date(2026, 11, 18), [3_000, 3_000, 3_500, 3_500]),  # dearer from this month on
        (0, date(2026, 11, 18), [3_000, 3_000, 0, 0]),  # given up
        (3_500, date(2026, 9, 1), [3_500] * 4),  # it was noted wrongly
        (3_500, date(2026, 8, 1), [3_500] * 4),
        (3_000, date(2026, 10, 1), [0, 3_000, 3_000, 3_000]),  # it began later
    ],
)
def test_months_before_another_amount_keep_the_old_one(cost, since, months):
    """The new rent was that of all months, or the months before it had none."""
    rent = MonthlyCost("房租", 3_000, date(2026, 9, 20), id=7)
    kept = rent.changed(MonthlyCost("房租", cost, since))
    assert kept[0].id == 7 and all(note.id == 0 for note in kept[1:])
    asked = [date(2026, month, 15) for month in (9, 10, 11, 12)]
    assert [sum(note.in_month(day) for note in kept) for day in asked] == months


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: UnitCost(1, "", -1, OCTOBER),
        lambda: ParcelCost("tape", 1, OCTOBER),
        lambda: CostShare("platform_fee", 5, OCTOBER),
        lambda: CostShare("rent", 0.5, OCTOBER),
        lambda: MonthlyCost(" ", 1, OCTOBER),
        lambda: MonthlyCost("房租", 1, OCTOBER, SEPTEMBER),
    ],
)
def test_what_cannot_be_is_refused(wrong):
    with pytest.raises(ValueError):
        wrong()


@pytest.mark.parametrize(
    "fine",
    [
        lambda: UnitCost(1, "", 0, OCTOBER),
        lambda: ParcelCost("return", 0, OCTOBER),
        lambda: CostShare("commission", 0, OCTOBER),
        lambda: CostShare("commission", 1, OCTOBER),
        lambda: MonthlyCost("房租", 0, OCTOBER, OCTOBER),
    ],
)
def test_what_may_be_nothing_or_all(fine):
    assert fine().topics == ("promotion", "today")


def test_of_two_costs_since_a_day_the_later_noted_counts():
    costs = Costs([UnitCost(1, "", 9, OCTOBER), UnitCost(1, "", 3, OCTOBER)])
    assert costs.unit(1, "", OCTOBER) == 3
    assert Costs([UnitCost(1, "a", 0, OCTOBER), UnitCost(1, "", 3, OCTOBER)]).unit(
        1, "a", OCTOBER
    ) == 0  # fmt: skip


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        (date(2025, 12, 31), date(2026, 1, 1), (0, 1, 1, 0)),
        (date(2025, 12, 1), None, (0, 1, 1, 1)),
        (date(2026, 2, 28), date(2026, 2, 28), (0, 0, 0, 1)),
        (date(2024, 6, 1), date(2025, 11, 30), (1, 0, 0, 0)),
    ],
)
def test_a_monthly_cost_holds_over_the_year(first, last, months):
    rent = MonthlyCost("房租", 1, first, last)
    asked = [date(2025, 11, 30), date(2025, 12, 1), date(2026, 1, 31), date(2026, 2, 1)]
    assert tuple(rent.in_month(day) for day in asked) == months


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("新疆、西藏", ("新疆", "西藏")),
        ("新疆维吾尔自治区，内蒙古 和 海南省", ("新疆维吾尔自治区", "内蒙古", "海南省")),
        ("新疆,新疆;西藏", ("新疆", "西藏")),
        ("", ()),
        ("、 ", ()),
    ],
)
def test_provinces_are_told_as_typed(text, names):
    assert provinces_of(text) == names


@pytest.mark.parametrize("wrong", ["火星", "新", "新疆、杭州", "新西"])
def test_what_is_no_province_is_named(wrong):
    with pytest.raises(ValueError, match=wrong[-2:]):
        provinces_of(wrong)


def test_an_exception_holds_for_its_part_from_its_day_on():
    rows = (
        ParcelCost("packaging", 1_00, SEPTEMBER),
        ParcelCost("shipping", 5_00, SEPTEMBER),
        ParcelCost("shipping", 2_00, OCTOBER, product=1),
        ParcelCost("shipping", 3_00, OCTOBER, product=1, provinces=("新疆",)),
    )
    costs = Costs(parcels=rows)
    asked = [(1, "浙江"), (1, "新疆"), (2, "新疆"), (1, "")]
    assert [costs.part("shipping", OCTOBER, *one) for one in asked] == [2_00, 3_00, 5_00, 2_00]
    assert [costs.part("shipping", SEPTEMBER, *one) for one in asked] == [5_00] * 4
    assert [costs.part("packaging", OCTOBER, *one) for one in asked] == [1_00] * 4
    assert costs.part("return", OCTOBER, 1, "新疆") == 3_00
    assert Costs(parcels=rows[:1]).parcel(OCTOBER, 1, "") is None
    assert Costs(parcels=rows[:1]).part("return", OCTOBER, 1, "") is None


def test_a_share_is_of_the_category_from_its_day_on_and_else_for_all():
    rows = (CostShare("commission", 0.2, SEPTEMBER), CostShare("commission", 0, OCTOBER, "茶"))
    costs = Costs(shares=rows, categories={1: "茶"})
    assert [costs.share("commission", day, 1) for day in (SEPTEMBER, OCTOBER)] == [0.2, 0]
    assert costs.share("commission", OCTOBER) == costs.share("commission", OCTOBER, 2) == 0.2
    assert Costs(shares=rows).share("commission", OCTOBER, 1) == 0.2
