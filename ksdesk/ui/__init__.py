"""What the seller sees: the shell, the parts, one folder a page."""

import sys

if sys.version_info < (3, 12):
    # PySide6 6.12's wheels take for granted that None and the booleans cannot die, which holds
    # since Python 3.12 only: every call that returns nothing (each setPen of a painter) takes a
    # reference from None, every emit one from True. Python 3.11 then stops after some minutes
    # with "none_dealloc: deallocating None". 6.11.3 counts rightly.
    import ctypes

    for _kept in (None, True, False, NotImplemented, Ellipsis):
        ctypes.c_ssize_t.from_address(id(_kept)).value += 1 << 40
