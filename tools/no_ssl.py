"""Put in by PyInstaller before the program: a name for what is left out, since nothing connects.

stdnum imports ssl for look-ups on the net that ksdesk never asks for.
"""

import sys
from types import ModuleType

sys.modules["ssl"] = ModuleType("ssl")
