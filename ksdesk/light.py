"""What the libraries would load or compile at each start though nobody uses it."""

from __future__ import annotations

import builtins
import linecache
import sys
from importlib.util import find_spec
from threading import RLock
from typing import Any

# PySide brings these as text and compiles them at each start, a tenth of it. They make what is said
# of a call with wrong arguments, `__doc__` and stubs for developers.
LATE = {
    f"shibokensupport/signature/{name}.py"
    for name in (
        *("errorhandler", "layout", "parser"),
        *("lib/tool", "lib/enum_sig", "lib/pyi_generator"),
    )
}
STAND_IN = """
def __getattr__(name):
    from ksdesk.light import whole
    return whole(globals(), name)
"""
_texts: dict[str, str | bytes] = {}
_one_at_a_time = RLock()


def travel_light() -> None:
    """Load Qt's core without what no start needs; to be called before anything else loads it."""
    if find_spec("_md5") is not None:  # Python's own hashes are there: OpenSSL would be 3 MB more
        sys.modules["_hashlib"] = None  # type: ignore[assignment]
    compiled = builtins.compile

    def compile_late(source: Any, filename: Any, *how: Any, **more: Any) -> Any:
        if filename in LATE:
            _texts[filename], source = source, STAND_IN
        return compiled(source, filename, *how, **more)

    builtins.compile = compile_late
    try:
        import PySide6.QtCore  # noqa: F401
    finally:
        builtins.compile = compiled
    # PySide looks for a wish for `__feature__` in the source of each imported module, and
    # `linecache` keeps what it read. None of ours has that wish.
    feature = sys.modules.get("shibokensupport.feature")
    if feature is not None:
        feature._mod_uses_pyside = lambda module: False  # type: ignore[attr-defined]
        linecache.clearcache()


def whole(module: dict[str, Any], name: str) -> Any:
    """A name of a module in LATE, which is compiled when it is first asked for one.

    Raises AttributeError where it has none of that name.
    """
    with _one_at_a_time:
        text = _texts.pop(module["__file__"], None)
        if text is not None:
            names = dict(module)
            exec(compile(text, module["__file__"], "exec"), names)
            module.update(names)  # at once: no other thread may see half of it
    if name not in module:
        raise AttributeError(f"{module['__name__']} has no {name}")
    return module[name]
