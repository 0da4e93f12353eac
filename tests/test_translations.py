"""Every text has its Chinese, every count its English singular, and nothing was left behind."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "resources" / "translations"
SOURCES = sorted((ROOT / "ksdesk").rglob("*.py"))
HOLES = re.compile(r"\{[a-z_]*\}|%L?n")
PLACES = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}
"""Where a call has its text."""
CJK = re.compile(r"[\u4e00-\u9fff]")


def messages(path: Path) -> dict[tuple[str, str], ET.Element]:
    found = {}
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            found[context.findtext("name"), message.findtext("source")] = message
    return found


def forms(message: ET.Element) -> list[str]:
    translation = message.find("translation")
    plural = [form.text or "" for form in translation.findall("numerusform")]
    return plural or [translation.text or ""]


@pytest.fixture(scope="module")
def collected(tmp_path_factory) -> dict[tuple[str, str], ET.Element]:
    """What the sources say today."""
    path = tmp_path_factory.mktemp("texts") / "now.ts"
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    if sys.platform == "win32" and not tool.with_suffix(".exe").is_file():
        pytest.skip("this Python's packages have no tools beside it")
    languages = ["-source-language", "en_US", "-target-language", "zh_CN"]
    command = [tool, *SOURCES, *languages, "-ts", path]
    subprocess.run([*map(str, command)], check=True, capture_output=True, cwd=ROOT)
    return messages(path)


def test_the_chinese_file_holds_just_the_texts_of_the_sources(collected):
    kept = messages(FOLDER / "ksdesk_zh_CN.ts")
    assert set(collected) - set(kept) == set(), "run make translations and translate these"
    assert set(kept) - set(collected) == set(), "run make translations: these are gone"


def test_every_text_has_its_chinese():
    for key, message in messages(FOLDER / "ksdesk_zh_CN.ts").items():
        assert message.find("translation").get("type") is None, key
        assert all(forms(message)), key


def test_chinese_keeps_the_holes_of_the_english():
    """Only `{meaning}` may be left out: it says in English what a Chinese word means."""
    for (context, source), message in messages(FOLDER / "ksdesk_zh_CN.ts").items():
        for form in forms(message):
            lost = set(HOLES.findall(source)) - set(HOLES.findall(form))
            assert lost <= {"{meaning}"}, (context, source)
            assert set(HOLES.findall(form)) <= set(HOLES.findall(source)), (context, source)


def test_every_count_has_its_english_singular(collected):
    counted = {key for key, message in collected.items() if message.get("numerus") == "yes"}
    kept = messages(FOLDER / "ksdesk_en_US.ts")
    assert set(kept) == counted
    for key, message in kept.items():
        assert len(forms(message)) == 2 and all(forms(message)), key


@cache
def calls() -> tuple[tuple[str, bool, str, list[ast.expr]], ...]:
    """What is called with texts: name, whether of something (`self.tr`), place, arguments. All
    that is read of the sources is this, once."""
    return tuple(
        (name, isinstance(call.func, ast.Attribute), f"{path.name}:{call.lineno}", call.args)
        for path in SOURCES
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call)
        and (name := getattr(call.func, "attr", getattr(call.func, "id", ""))) in PLACES
    )


def test_texts_are_written_so_that_the_collector_sees_them():
    """lupdate passes over f-strings and variables without a word."""
    for name, of_something, place, args in calls():
        if name == "tr" and of_something and args:
            assert isinstance(args[0], ast.Constant), place


def test_the_collector_misses_no_text(collected):
    """It drops a count that is looked up in place: `translate("Today", "%n", "", facts["n"])`."""
    known = {source for _context, source in collected}
    missed = [
        f"{place}: {text.value}"
        for name, _of_something, place, args in calls()
        if len(args) > PLACES[name]
        and isinstance(text := args[PLACES[name]], ast.Constant)
        and isinstance(text.value, str)
        and text.value not in known
    ]
    assert not missed


def test_no_chinese_stands_in_an_english_source_but_names_of_the_phone(collected):
    """English sources may name what the phone shows in Chinese, between 「」, and nothing else."""
    for context, source in collected:
        plain = re.sub(r"「[^」]*」|《[^》]*》|“[^”]*”|\([^)]*\)", "", source)
        assert not CJK.search(plain), (context, source)
