"""What going back to a copy takes away and brings, before anything is done."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QWidget

from ksdesk.actions.backups.restoring import Difference, Seen
from ksdesk.ui.backups.words import topic_word
from ksdesk.ui.parts.buttons import MainButton
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.labels import body
from ksdesk.ui.parts.table import Column, RowsModel, TableView
from ksdesk.ui.parts.texts import count_text, moment_text, short_day_text, short_moment_text
from ksdesk.ui.shell.theme import theme_of


class RestoreSheet(SheetDialog):
    """One question: accepted means go back."""

    def __init__(
        self, row: Seen, found: tuple[Difference, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__("", " ", name="restore", width=840, parent=parent)
        when = moment_text(row.backup.made_at, year=True)
        heading = self.tr("Go back to {when}?").format(when=when)
        self.title_label.setText(heading)
        self.setWindowTitle(heading)
        self.set_sentence(self._sentence(found))
        self.model = RowsModel(self._columns())
        self.table = TableView(self.model, name=heading)
        self.model.set_rows([d for d in found if d.before or d.after])
        self.table.set_empty(self.tr("Both are empty"))
        self.table.fit_height()
        if not self.model.rows:
            self.table.setFixedHeight(theme_of(self).px(96))
        self.add(self.table)
        for text in (
            self.tr("First the book as it is now is backed up; going back to that undoes this."),
            self.tr("What you have not saved in a page is dropped."),
        ):
            self.add(body(text, tone="muted", wrap=True))
        self.go = MainButton(self.tr("Go back to this copy"), "restore")
        self.go.clicked.connect(self.accept)
        self.keep = self.leave_button()
        self.set_buttons(self.go, self.keep)
        self.keep.setFocus()

    def _sentence(self, found: tuple[Difference, ...]) -> str:
        lost, gained = sum(d.lost for d in found), sum(d.gained for d in found)
        changed = sum(d.changed for d in found)
        if not (lost or gained or changed):
            return self.tr("It holds the same as the book does now.")
        text = self.tr("{lost} rows would go, {gained} come back, {changed} be as they were.")
        return text.format(
            lost=count_text(lost), gained=count_text(gained), changed=count_text(changed)
        )

    def _columns(self) -> list[Column]:
        return [
            Column("topic", self.tr("What"), _topic, minimum=112),
            Column("lost", self.tr("Goes"), _lost, _count, "right", 72, tone=_lost_tone),
            Column("gained", self.tr("Comes"), _gained, _count, "right", 72),
            Column("changed", self.tr("Changes"), _changed, _count, "right", 72),
            Column("before", self.tr("Now"), _before, _count, "right", 72, tone="muted"),
            Column("after", self.tr("Then"), _after, _count, "right", 72),
            Column("newest_before", self.tr("Newest now"), _newest_before, width=116, tone="muted"),
            Column("newest_after", self.tr("Newest then"), _newest_after, width=116),
        ]


def _topic(row: Difference) -> str:
    return topic_word(row.topic)


def _lost(row: Difference) -> int:
    return row.lost


def _lost_tone(row: Difference) -> str:
    return "bad" if row.lost else "muted"


def _gained(row: Difference) -> int:
    return row.gained


def _changed(row: Difference) -> int:
    return row.changed


def _before(row: Difference) -> int:
    return row.before


def _after(row: Difference) -> int:
    return row.after


def _newest_before(row: Difference) -> str:
    return _when(row.topic, row.newest_before)


def _newest_after(row: Difference) -> str:
    return _when(row.topic, row.newest_after)


def _when(topic: str, moment: datetime | None) -> str:
    """A ledger line has a day, the others a moment."""
    return short_day_text(moment) if topic == "deposit" else short_moment_text(moment)


def _count(count: object) -> str:
    return count_text(count)  # type: ignore[arg-type]
