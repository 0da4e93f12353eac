"""What the seller sees: the shell, the parts, one folder a page."""

import builtins

import PySide6.QtCore  # noqa: F401 - installs what is taken back below

# PySide reads the source of whatever is imported after it, to see whether the module may say
# `from __feature__ import snake_case`. Nothing here does, and it costs a tenth of the start and
# six megabytes: the interpreter's own import comes back.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
