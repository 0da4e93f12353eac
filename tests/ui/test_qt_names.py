"""No class of ours gives a name of Qt another meaning: whoever calls `screen()` gets Qt's."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

import ksdesk.ui

# What Qt calls by itself, so that a class is meant to answer in its place; `…Event` besides.
VIRTUAL = frozenset(
    """
    addItem closeEditor columnCount count createEditor currentChanged data done event eventFilter
    expandingDirections flags focusNextPrevChild hasHeightForWidth headerData heightForWidth
    hitButton initStyleOption itemAt loadResource minimumSize minimumSizeHint nextCheckState paint
    paintSection reject rowCount setData setGeometry sizeHint sort takeAt
    """.split()
)


def classes() -> set[type]:
    """Every kind of QObject that ui defines."""
    for module in pkgutil.walk_packages(ksdesk.ui.__path__, "ksdesk.ui."):
        importlib.import_module(module.name)
    found, waiting = set(), [QObject]
    while waiting:
        new = set(waiting.pop().__subclasses__()) - found
        found |= new
        waiting += new
    return {one for one in found if one.__module__.startswith("ksdesk.ui")}


@cache
def written(file: str) -> dict[str, ast.ClassDef]:
    """The classes of a file by name, as they are written."""
    tree = ast.parse(Path(file).read_text(encoding="utf-8"))
    return {node.name: node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}


def own_names(one: type) -> set[str]:
    """What a class defines, and what its methods put on `self`."""
    put = {
        node.attr
        for node in ast.walk(written(inspect.getfile(one))[one.__name__])
        if isinstance(node, ast.Attribute)
        and isinstance(node.ctx, ast.Store)
        and isinstance(node.value, ast.Name)
        and node.value.id == "self"
    }
    return (put | set(vars(one))) - {"staticMetaObject"}


def shadowed(one: type) -> set[str]:
    qt = next(base for base in one.__mro__ if base.__module__.startswith("PySide6"))
    taken = {name for name in own_names(one) if not name.startswith("_") and hasattr(qt, name)}
    return {name for name in taken - VIRTUAL if not name.endswith("Event")}


@pytest.mark.slow
def test_no_class_of_ours_hides_what_qt_means_by_a_name():
    found = {f"{one.__module__}.{one.__name__}": shadowed(one) for one in classes()}
    assert len(found) > 200
    assert {name: hidden for name, hidden in found.items() if hidden} == {}


def test_a_hidden_name_is_seen_whether_it_is_a_method_or_put_on_self():
    class Hiding(QObject):
        def __init__(self) -> None:
            super().__init__()
            self.parent = None

        def children(self) -> int:
            return 0

    assert shadowed(Hiding) == {"parent", "children"}
