"""The seed of odd inputs: always the same for a build, so that a commit passes or it does not."""

from __future__ import annotations

import os
import time

SEED = os.environ.get("SEED") or ("15" if os.environ.get("CI") else f"{time.time():.0f}")
