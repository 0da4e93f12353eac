"""`ksdesk` and `python -m ksdesk`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the app with the arguments of the process, or read a workbook for it."""
    if sys.argv[1:] == ["--read-workbook"]:
        from ksdesk.importers.files.apart import serve

        return serve()
    from ksdesk.app import main as run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
