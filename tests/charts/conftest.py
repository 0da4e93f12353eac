"""matplotlib's font list goes to a folder of this run."""

from __future__ import annotations

import os
import tempfile

os.environ.setdefault("MPLCONFIGDIR", tempfile.mkdtemp(prefix="ksdesk-mpl-"))
