"""What a page is tried on: its parts need an application before the first of them is made."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="session", autouse=True)
def application(qapp):
    """There is one, whichever test comes first."""
    return qapp
