"""Correcting what a column becomes: roles stay unique, nothing is lost."""

from __future__ import annotations

import pytest

from ksdesk.domain.imports import PROBLEMS, REASONS, ColumnGuess, ImportProblem, Refused, Source
from ksdesk.domain.traffic import IDENTITIES, MEASURES, STORED_CODES
from ksdesk.ui.imports.roles import assign, choice_of, starting_role, with_unit
from ksdesk.ui.imports.words import (
    problem_words,
    refused_sentence,
    role_options,
    role_word,
)
from ksdesk.ui.parts.measure_words import NAMES

COLUMNS = (
    ColumnGuess(0, "日期", "time", why="alias"),
    ColumnGuess(1, "花费", "measure:spend", "yuan", "alias"),
    ColumnGuess(2, "消耗", "own:消耗"),
    ColumnGuess(3, "value", "own:"),
    ColumnGuess(4, "计划", "identity:campaign_name", why="alias"),
)


def roles(columns) -> list[str]:
    return [column.role for column in columns]


def test_a_role_taken_from_another_column_leaves_it_a_figure_of_its_own():
    changed = assign(COLUMNS, 2, "measure:spend")
    assert roles(changed)[1:3] == ["own:花费", "measure:spend"]
    assert {changed[1].why, changed[2].why} == {"named"}


def test_a_text_or_date_that_is_taken_stays_as_a_remark():
    assert roles(assign(COLUMNS, 3, "identity:campaign_name"))[4] == "note:计划"
    assert roles(assign(COLUMNS, 3, "time"))[0] == "note:日期"


def test_two_figures_never_have_one_name():
    assert assign(COLUMNS, 3, "own:消耗")[3].role == "own:消耗 (2)"
    assert roles(assign(COLUMNS, 2, "skip"))[2] == "skip"


@pytest.mark.parametrize(
    ("choice", "index", "role"),
    [
        ("measure:views", 2, "measure:views"),
        ("own", 1, "own:花费"),
        ("own", 3, "own:"),
        ("mark", 4, "mark:计划"),
        ("note", 3, "note:value"),
    ],
)
def test_a_choice_starts_with_the_columns_own_label(choice, index, role):
    assert starting_role(choice, COLUMNS[index]) == role


def test_every_role_has_its_choice_and_its_word(spoken):
    spoken()
    options = dict(role_options())
    for column in COLUMNS:
        assert choice_of(column) in options
        assert role_word(column.role)
    every = {f"measure:{code}" for code in STORED_CODES}
    every |= {f"identity:{code}" for code in IDENTITIES}
    assert every <= set(options)
    assert set(NAMES) == set(MEASURES)


def test_the_unit_of_an_amount():
    assert with_unit(COLUMNS, 1, "li")[1].unit == "li"


def test_a_bad_row_is_named_with_line_column_and_value(spoken):
    spoken()
    bad = Refused(17, "金额", "12.3.4", "bad_money")
    assert refused_sentence(bad) == "第 17 行：金额“12.3.4”不是数字，此行未导入"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_reason_and_problem_has_words(spoken, lang):
    spoken(lang)
    for reason in REASONS:
        assert "{" not in refused_sentence(Refused(3, "列", "x", reason))
    facts = {
        "line": 3,
        "limit": 10**9,
        "detail": "?",
        "path": "p",
        "bytes": 1,
        "count": 2,
        "names": "b",
    }
    for code in PROBLEMS:
        words = problem_words(ImportProblem(code, **facts), Source("a.csv"))
        assert all(words) and not any("{" in text for text in words)
