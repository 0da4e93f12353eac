"""Write what a package is made of, as CycloneDX 1.6, beside it: `make package` runs it.

    tools/make_sbom.py dist/ksdesk dist/ksdesk.cdx.json [3.13.2]

The third word is the version of the Python in it, where that is not the one that runs this.
Each component has its version, licence and package address. One commit makes the same bytes.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

import collect_licences
from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

LICENCES = LicenseFactory()
NOT_FROM_THE_INDEX = {"ksdesk", "Python", "Noto Sans SC"}
BOOTLOADER = "PyInstaller bootloader"


def of_the_table(python: str) -> Iterator[Component]:
    """What `resources/licences.json` names: ksdesk first, then what it needs at run time."""
    for row in collect_licences.table():
        name, version = row["name"], row["version"]
        if name == "Python":
            version = python
        index = PackageURL("pypi", None, "pyinstaller" if name == BOOTLOADER else name, version)
        yield Component(
            name=name,
            version=version,
            type=ComponentType.APPLICATION if name == "ksdesk" else ComponentType.LIBRARY,
            licenses=[LICENCES.make_from_string(row["licence"])],
            purl=None if name in NOT_FROM_THE_INDEX else index,
            bom_ref=f"{name}@{version}",
        )


def of_the_system(package: Path) -> Iterator[Component]:
    """The Debian packages whose libraries lie in a Linux folder, by the licence texts in it."""
    for text in sorted((package / "licences" / "system libraries").glob("*.txt")):
        asked = ["dpkg-query", "-W", "-f", "${Version}", text.stem]
        version = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
        address = PackageURL("deb", "debian", text.stem, version)
        read = collect_licences.OF_THE_SYSTEM.get(text.stem)
        yield Component(
            name=text.stem,
            version=version,
            licenses=[LICENCES.make_from_string(read)] if read else [],
            purl=address,
            bom_ref=f"{text.stem}@{version}",
        )


def main() -> None:
    package, target = Path(sys.argv[1]), Path(sys.argv[2])
    python = sys.argv[3] if len(sys.argv) > 3 else platform.python_version()
    ours, *parts = of_the_table(python)
    bill = Bom(
        components=[*parts, *of_the_system(package)],
        serial_number=uuid5(NAMESPACE_URL, f"ksdesk@{ours.version}/{package.name}"),
    )
    bill.metadata.component = ours
    made = int(os.environ.get("SOURCE_DATE_EPOCH", "0"))
    bill.metadata.timestamp = datetime.fromtimestamp(made, UTC)
    bill.register_dependency(ours, bill.components)
    JsonV1Dot6(bill).output_to_file(str(target), allow_overwrite=True, indent=1)
    print(f"{target}: {len(bill.components)} components")


if __name__ == "__main__":
    main()
