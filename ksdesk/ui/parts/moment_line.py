"""A field for a day and a time."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from ksdesk.domain.calendar import DayError, parse_moment
from ksdesk.ui.parts.fields import LineField


class MomentLine(LineField):
    """A day and a time, typed as on the phone; `value` is None where nothing or nothing readable
    stands."""

    def value(self) -> datetime | None:
        try:
            return parse_moment(self.text())
        except DayError:
            return None

    def is_right(self) -> bool:
        """Whether it is empty or a moment; says so below."""
        good = not self.text().strip() or self.value() is not None
        said = QCoreApplication.translate("MomentLine", "Write it as 2026-11-18 16:00")
        self.set_verdict("" if good else "bad", "" if good else said)
        return good
