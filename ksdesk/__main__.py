"""`ksdesk` and `python -m ksdesk`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the app with the arguments of the process."""
    from ksdesk.app import main as run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
