from __future__ import annotations

from datetime import date
from itertools import accumulate
from pathlib import Path

import pytest

import ksdesk
from ksdesk.domain.opening.shop_types import SHOP_TYPES
from ksdesk.domain.rulebook import CONFIDENCE, UNITS, DayRules, Override, RuleBook, RuleError
from ksdesk.paths import resources

TODAY = date(2026, 11, 18)

SOURCES = '[source.phone]\nzh = "手机"\nen = "Phone"\n'
ROW = """
[[rule]]
key = "{key}"
value = {value}
unit = "{unit}"
{days}
source = "phone"
confidence = "weak"
text.zh = "一句话"
text.en = "One sentence"
"""


def row(key: str = "a.b", value: str = "5", unit: str = "fen", days: str = "") -> str:
    return ROW.format(key=key, value=value, unit=unit, days=days)


@pytest.fixture
def shipped() -> RuleBook:
    return RuleBook.load()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sources.toml").write_text(SOURCES, encoding="utf-8")
    return tmp_path


def load(folder: Path, text: str) -> RuleBook:
    (folder / "shop.toml").write_text(text, encoding="utf-8")
    return RuleBook.load(folder)


def test_minimum_changes_on_its_day(shipped: RuleBook) -> None:
    before, after = shipped.on(date(2020, 11, 18)), shipped.on(date(2020, 11, 19))
    assert (before.whole("deposit.base"), after.whole("deposit.base")) == (100_000, 50_000)
    assert after["deposit.base"].confidence == "confirmed"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("deposit.promotion", 50_000),
        ("deposit.example.sales", 5_500_000),
        ("deposit.example.top_up", 200_000),
        ("deposit.fee", 1.0),
        ("opening.shops_per_id", 3),
        ("products.images.most", 9),
        ("products.sku.most", 600),
        ("shipping.late.most", 3_000),
        ("shipping.fraud.percent", 30.0),
        ("aftersales.answer", 48 * 3600),
        ("aftersales.buyer_returns", 864_000),
        ("aftersales.confirm_return", 604_800),
        ("traffic.coins_per_yuan", 10.0),
        ("promotion.campaign_budget.least", 50_000),
        ("promotion.gift.share", 50.0),
    ],
)
def test_figures_that_later_work_stands_on(shipped: RuleBook, key: str, value: float) -> None:
    assert shipped.on(TODAY).number(key) == value


def test_every_shipped_row_can_be_shown(shipped: RuleBook) -> None:
    for rule in shipped.rows():
        assert rule.unit in UNITS
        assert rule.confidence in CONFIDENCE[:4]
        for language in ("zh_CN", "en"):
            assert rule.text(language)
            assert rule.source_name(language)
            assert "!" not in rule.text(language) and "！" not in rule.text(language)
        assert rule.text("en").isascii() or rule.text("en") != rule.text("zh")
        assert not rule.own


def test_files_are_by_topic(shipped: RuleBook) -> None:
    names = {file.stem for file in (resources() / "rules").glob("*.toml")} - {"sources"}
    assert {rule.key.partition(".")[0] for rule in shipped.rows()} == names


def test_shop_types_are_those_of_the_app(shipped: RuleBook) -> None:
    rules = shipped.on(TODAY)
    codes = {kind.code: kind.platform_code for kind in SHOP_TYPES}
    assert {code: rules.value(f"shop_types.{code}.code") for code in codes} == codes


def test_what_this_app_advises_is_what_it_goes_by(shipped: RuleBook) -> None:
    """A figure of ours that nothing reads could be changed under 手册 and would change nothing."""
    read = [*Path(ksdesk.__file__).parent.rglob("*.py"), *(resources() / "guide").rglob("*.md")]
    text = "\n".join(path.read_text("utf-8") for path in read)
    advice = shipped.rows("quality.stock.cover")[0].source
    ours = [rule.key for rule in shipped.rows() if rule.source == advice]

    def is_read(key: str) -> bool:
        """By its whole name, or with others by what their names begin with."""
        heads = accumulate(key.split("."), "{}.{}".format)
        return key in text or any(f'"{head}.{end}' in text for head in heads for end in '{"')

    assert len(ours) > 10 and all(map(is_read, ours))


def test_no_source_is_left_over(shipped: RuleBook) -> None:
    text = (resources() / "rules" / "sources.toml").read_text(encoding="utf-8")
    assert text.count("[source.") == len({rule.source for rule in shipped.rows()})


def test_no_tiers_and_no_category_amounts_are_invented(shipped: RuleBook) -> None:
    assert not [rule for rule in shipped.rows() if "tier" in rule.key]
    assert {rule.unit for rule in shipped.on(TODAY).match("deposit.special.")} == {"fact"}


def test_rules_of_a_day_are_a_mapping(shipped: RuleBook) -> None:
    rules = shipped.on(TODAY)
    assert isinstance(rules, DayRules)
    assert rules is shipped.on(date(2026, 11, 19))
    assert len(rules) == len(list(rules))
    assert rules.get("nothing") is None
    assert rules.value("shipping.late.percent") == 10.0
    assert rules.words("opening.photos") == ("正面", "背面", "手持")
    assert [rule.key for rule in rules.match("shipping.late.")] == [
        "shipping.late.percent",
        "shipping.late.least",
        "shipping.late.most",
    ]
    with pytest.raises(KeyError):
        rules.value("nothing")
    with pytest.raises(TypeError):
        rules.number("opening.photos")
    with pytest.raises(TypeError):
        rules.whole("deposit.fee")
    with pytest.raises(TypeError):
        rules.words("deposit.fee")


def test_rules_begin_and_end(folder: Path) -> None:
    book = load(folder, row(days="valid_from = 2022-10-20\nvalid_to = 2022-10-22"))
    held = [day for day in range(18, 25) if "a.b" in book.on(date(2022, 10, day))]
    assert held == [20, 21, 22]
    assert len(book.rows("a.b")) == len(book.rows()) == 1


def test_a_rule_may_hold_for_one_day(folder: Path) -> None:
    book = load(folder, row(days="valid_from = 2022-10-20\nvalid_to = 2022-10-20"))
    assert ["a.b" in book.on(date(2022, 10, day)) for day in (19, 20, 21)] == [False, True, False]
    own = book.with_overrides([Override("a.b", 9, date(2022, 10, 21), date(2022, 10, 21))])
    assert [own.on(date(2022, 10, day)).get("a.b") is not None for day in (20, 21, 22)] == [
        True, True, False,
    ]  # fmt: skip


def test_open_ends_of_the_calendar(folder: Path) -> None:
    book = load(folder, row(days="valid_to = 9999-12-31"))
    assert "a.b" in book.on(date.max) and "a.b" in book.on(date.min)


def test_own_figure_lies_over_the_shipped_one(shipped: RuleBook) -> None:
    own = shipped.with_overrides(
        [
            Override("deposit.base", 300_000, date(2026, 9, 1), note="手机通知"),
            Override("deposit.base", 150_000, date(2026, 6, 1)),
        ]
    )
    assert own.on(date(2026, 5, 31)).whole("deposit.base") == 50_000
    assert own.on(date(2026, 8, 31)).whole("deposit.base") == 150_000
    now = own.on(TODAY)
    rule, below = now["deposit.base"], now.shipped("deposit.base")
    assert (rule.value, rule.own, rule.note, rule.confidence) == (
        300_000,
        True,
        "手机通知",
        "yours",
    )
    assert below is not None and (below.value, below.own) == (50_000, False)
    assert shipped.on(TODAY).whole("deposit.base") == 50_000
    assert len(own.rows("deposit.base")) == 4


def test_own_figures_may_end_and_be_lists(shipped: RuleBook) -> None:
    own = shipped.with_overrides(
        [Override("opening.photos", ["正面", "背面"], None, date(2026, 1, 1))]  # type: ignore[arg-type]
    )
    assert own.on(date(2026, 1, 1)).words("opening.photos") == ("正面", "背面")
    assert len(own.on(date(2026, 1, 2)).words("opening.photos")) == 3


def test_own_figure_for_a_key_that_is_not_shipped_survives(shipped: RuleBook) -> None:
    own = shipped.with_overrides([Override("deposit.base.company", 100_000, unit="fen")])
    assert own.on(TODAY).whole("deposit.base.company") == 100_000
    assert own.on(TODAY).shipped("deposit.base.company") is None


@pytest.mark.parametrize(
    "override",
    [
        Override("deposit.base", "a lot"),
        Override("deposit.base", 500.5),
        Override("deposit.base", True),
        Override("new.key", 5, unit="stone"),
        Override("deposit.base", 5, date(2026, 2, 1), date(2026, 1, 1)),
    ],
)
def test_own_figure_of_the_wrong_kind_is_refused(shipped: RuleBook, override: Override) -> None:
    with pytest.raises(RuleError) as caught:
        shipped.with_overrides([override])
    assert caught.value.key == override.key


@pytest.mark.parametrize(
    ("text", "key", "detail"),
    [
        ("key = [", "", ""),
        ("[other]\n", "", "unknown table"),
        ('[source.x]\nzh = "x"\n', "x", "zh and en"),
        ("[[rule]]\nvalue = 1\n", "", "without key"),
        (row() + "extra = 1\n", "a.b", "unknown field extra"),
        (row().replace("value = 5\n", ""), "a.b", "no value"),
        (row().replace('"phone"', '"nobody"'), "a.b", "unknown source"),
        (row().replace('"weak"', '"sure"'), "a.b", "unknown confidence"),
        (row().replace('text.en = "One sentence"\n', ""), "a.b", "text.en"),
        (row(unit="stone"), "a.b", "unknown unit"),
        (row(value="5.5"), "a.b", "not a value in fen"),
        (row(value="true"), "a.b", "not a value in fen"),
        (row(value='"5"'), "a.b", "not a value in fen"),
        (row(value="[1, 2]", unit="list"), "a.b", "not a value in list"),
        (row(days='valid_from = "2020-11-19"'), "a.b", "a day is written"),
        (row(days="valid_from = 2020-11-19T00:00:00"), "a.b", "a day is written"),
        (row(days="valid_from = 2021-01-02\nvalid_to = 2021-01-01"), "a.b", "before it begins"),
        (row() + row(), "a.b", "same day"),
        (
            row(days="valid_to = 2020-11-19") + row(days="valid_from = 2020-11-19"),
            "a.b",
            "same day",
        ),
    ],
)
def test_a_bad_file_is_named(folder: Path, text: str, key: str, detail: str) -> None:
    with pytest.raises(RuleError) as caught:
        load(folder, text)
    assert (caught.value.file, caught.value.key) == ("shop.toml", key)
    assert detail in caught.value.detail
    assert "shop.toml" in str(caught.value)


def test_neighbouring_days_do_not_overlap(folder: Path) -> None:
    book = load(
        folder,
        row(value="2", days="valid_from = 2020-11-19")
        + row(value="1", days="valid_to = 2020-11-18"),
    )
    assert book.on(date(2020, 11, 18)).whole("a.b") == 1
    assert book.on(date(2020, 11, 19)).whole("a.b") == 2


def test_a_file_that_is_not_utf8_is_named(folder: Path) -> None:
    (folder / "shop.toml").write_bytes("# 保证金".encode("gbk"))
    with pytest.raises(RuleError, match=r"shop\.toml"):
        RuleBook.load(folder)


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="no rule files"):
        RuleBook.load(tmp_path)


@pytest.mark.parametrize(
    ("key", "value"),
    [("deposit.base", -1), ("quality.stock.window", -7), ("quality.price.far_below", -0.5)],
)
def test_no_figure_is_below_nothing(key, value) -> None:
    with pytest.raises(RuleError, match="is not a value"):
        RuleBook.load().with_overrides([Override(key, value)])
