"""The manual in docs/ is the handbook's own text, and all its pictures are there."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest

from ksdesk.actions.guide import pictures, sections
from ksdesk.ui.shell.pages import PAGES

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


# What stands in quotation marks and is no name of a control: words of the phone, of laws, of talk.
NO_CONTROLS = {
    *("需要通过实名认证", "上个自然月", "可能", "小时", "小店", "下载", "重拍"),
    *("Last calendar month", "national level", "highest level", "best"),
}


def _texts() -> tuple[set[str], set[str]]:
    """What screens say: the English texts and the Chinese ones, as a button shows them."""
    english, chinese = set(), set()
    for message in ElementTree.parse(ROOT / "resources/translations/ksdesk_zh_CN.ts").iter(
        "message"
    ):
        english.add((message.findtext("source") or "").rstrip("…› "))
        chinese.add((message.findtext("translation") or "").rstrip("…› "))
    return english, chinese


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_the_handbook_tells_to_press_is_called_so_on_the_screen(lang):
    """「和手机对一下」, 「举证材料」, "New entry" and "Set aside" were nowhere to be seen."""
    marks = "[「“]([^」”…]+)[」”]" if lang == "zh" else '[“"]([^”"…]+)[”"]'
    texts = _texts()[lang == "zh"]
    named = {
        name for one in sections(lang) for name in re.findall(marks, one.body_markdown)
    } - NO_CONTROLS
    assert len(named) > 15
    assert not named - texts


def test_pages_are_named_as_the_strip_at_the_left_names_them():
    """The page of months was called Month, that of reviews Review, that of promotion Promote."""
    text = "".join(one.body_markdown for one in sections("en"))
    names = {key: word for word, key in re.findall(r"\[([A-Z][\w-]*)\]\(page:(\w+)\)", text)}
    said = {page.topic: page.word for page in PAGES.values()}
    assert names == {key: said[key] for key in names} and len(names) >= 9
    unlinked = set(re.findall(r"\b(?:page|[Uu]nder) ([A-Z][\w-]*)", text))
    tabs = {"Profit"}
    assert unlinked <= tabs | {*said.values(), *(one.title for one in sections("en"))} and unlinked


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not here")
def test_make_lists_each_target_that_the_readmes_name():
    """Those with a dash were missing: package-linux, package-windows, test-windows."""
    listed = set(subprocess.check_output(["make", "-s", "help"], cwd=ROOT, text=True).split())
    for readme in ("README.md", "README.zh-CN.md"):
        text = (ROOT / readme).read_text("utf-8")
        named = set(re.findall(r"make ([a-z][a-z-]+)", text)) - {"it"}
        named |= set(re.findall(r"`([a-z]+-(?:linux|windows))`", text))
        assert len(named) > 4 and not named - listed
