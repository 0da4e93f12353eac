"""The version resource of the Windows program says the one version there is."""

from __future__ import annotations

import ast
import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

import ksdesk

TOOL = Path(__file__).resolve().parents[2] / "tools" / "version_resource.py"


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("version_resource", TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_it_is_an_expression_with_our_version(tool: ModuleType, tmp_path: Path) -> None:
    text = Path(tool.write(tmp_path / "build" / "version.txt")).read_text("utf-8")
    ast.parse(text, mode="eval")
    assert f"'{ksdesk.__version__}'" in text


@pytest.mark.parametrize(
    ("version", "numbers"),
    [("0.1.0", (0, 1, 0, 0)), ("1.12.3rc1", (1, 12, 3, 0)), ("2.0.0.post4", (2, 0, 0, 0))],
)
def test_four_numbers(tool: ModuleType, version: str, numbers: tuple[int, ...]) -> None:
    assert tool.numbers(version) == numbers


def test_no_numbers(tool: ModuleType) -> None:
    with pytest.raises(ValueError, match="does not begin"):
        tool.numbers("dev")
