"""Write constraints.txt: every package in this environment by name and version, nothing else."""

from __future__ import annotations

from importlib.metadata import distributions
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "constraints.txt"
# Needed on Windows and macOS alone, so never in the environment that this was made in.
ELSEWHERE = {
    "colorama": "0.4.6",
    "macholib": "1.16.4",
    "pefile": "2024.8.26",
    "pywin32-ctypes": "0.2.3",
}
NOT_OURS = {"ksdesk", "pip"}


def main() -> None:
    pins = dict(ELSEWHERE)
    for dist in distributions():
        name = dist.metadata["Name"].lower().replace("_", "-")
        if name not in NOT_OURS:
            pins[name] = dist.version
    head = "# The complete set that was tested together. Renew: make constraints\n"
    body = "".join(f"{name}=={version}\n" for name, version in sorted(pins.items()))
    TARGET.write_text(head + body, encoding="utf-8")


if __name__ == "__main__":
    main()
