"""The manual in docs/ is the handbook's own text, and all its pictures are there."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from ksdesk.actions.guide import pictures, sections

ROOT = Path(__file__).resolve().parent.parent
QUESTIONS = ("open", "deposit", "import", "traffic", "promotion", "ship", "aftersales", "review")


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    file = ROOT / "tools" / "make_manual.py"
    spec = importlib.util.spec_from_file_location("make_manual", file)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["make_manual"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("lang", "file"), [("zh", "manual.zh-CN.md"), ("en", "manual.md")])
def test_the_manual_is_what_the_handbook_says(tool, lang, file):
    assert (ROOT / "docs" / file).read_text("utf-8") == tool.manual(lang), "run make manual"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_each_of_ten_questions_is_answered_with_a_picture(tool, lang):
    answers = [section for section in sections(lang) if section.answers]
    assert [a.name for a in answers] == [f"how_{q}" for q in (*QUESTIONS, "month", "move")]
    named = [name for answer in answers for name in tool.picture_names(answer)]
    assert len(named) == len(answers)
    assert {file.stem for file in pictures(lang).glob("*.webp")} == set(named)
