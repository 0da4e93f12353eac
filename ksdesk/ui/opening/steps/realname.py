"""上传身份证明: three photos, the ID number and the card's last day, checked and forgotten."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ksdesk.domain.opening.fields import reasons_of, verdict_field
from ksdesk.domain.opening.identity import NumberVerdict, check_id_number, check_validity, masked
from ksdesk.domain.opening.photos import SIDES
from ksdesk.domain.reasons import heaviest
from ksdesk.ui.opening import check_words as words
from ksdesk.ui.opening.screens import Mirrored
from ksdesk.ui.opening.steps.photos import Photos
from ksdesk.ui.opening.steps.view import StepView
from ksdesk.ui.opening.watermark import WatermarkSheet
from ksdesk.ui.parts.buttons import TextButton
from ksdesk.ui.parts.card import NoteBox
from ksdesk.ui.parts.check import Check
from ksdesk.ui.parts.date_field import DateField
from ksdesk.ui.parts.fields import LineField
from ksdesk.ui.shell.context import Context


class RealnameView(StepView):
    """The check before the phone's upload page. Photos and number live in memory only."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._kept: dict[str, dict[str, Any]] = {}  # verdicts on number and day, as they are saved
        self.photos = Photos(ctx, self)
        self.photos.changed.connect(self.edited)
        self.body.addWidget(self.photos)
        self.body.addLayout(self._fields())
        link = TextButton(self.tr("Save a copy with a watermark ›"), small=True, inline=True)
        link.clicked.connect(self._save_copies)
        self.copies = link
        self.body.addWidget(
            NoteBox(
                self.tr(
                    "Checked and forgotten: photos and number are not kept, only the verdicts"
                    " and the day."
                ),
                self.tr("All this is advice; the platform's own limits are not public."),
                icon="lock",
                tone="good",
                link=link,
                parent=self,
            )
        )
        self.body.addStretch(1)

    def _fields(self) -> QBoxLayout:
        self.number = LineField(
            self.tr("ID number"), masked=masked, tall=True, placeholder=self.tr("18 characters")
        )
        self.number.edited.connect(self._number_edited)
        self.number.finished.connect(self._judge_number)
        self.until = DateField(self.tr("Card valid until"), tall=True)
        self.until.edited.connect(self._until_edited)
        self.long_term = Check(self.tr("Long-term"))
        self.long_term.clicked.connect(self._until_edited)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(self.until)
        right.addWidget(self.long_term)
        right.addStretch(1)
        left = QVBoxLayout()
        left.addWidget(self.number)
        left.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(12)
        self._row.addLayout(left, 5)
        self._row.addLayout(right, 4)
        return self._row

    def _save_copies(self) -> None:
        photos = self.photos.readable()
        if not photos:
            self.ctx.notice(self.tr("Choose a photo first, then a copy can be saved"))
            return
        WatermarkSheet(self.ctx, photos, self).open()

    # -- number and day

    def _today(self) -> date:
        return self.ctx.clock().date()

    def _number_edited(self, text: str) -> None:
        if text.strip():
            verdict = check_id_number(text, self._today())
            self._kept["id_verdict"] = verdict_field(verdict, self._today())
            if verdict.codes == ("wrong_length",):
                self.number.clear_verdict()  # still typing; said when the field is left
            else:
                self._say(self.number, verdict)
        else:
            self._kept.pop("id_verdict", None)
            self.number.clear_verdict()
        self.edited.emit()

    def _judge_number(self) -> None:
        if self.number.text().strip():
            self._say(self.number, check_id_number(self.number.text(), self._today()))

    def _until_edited(self, *_args: object) -> None:
        self.until.set_read_only(self.long_term.isChecked())
        self._judge_until()
        self.edited.emit()

    def _judge_until(self) -> None:
        day, long_term = self.until.value(), self.long_term.isChecked()
        if not long_term and day is None:
            self._kept.pop("validity_verdict", None)
            self.until.clear_verdict()
            return
        verdict = check_validity(None if long_term else day, self._today())
        self._kept["validity_verdict"] = verdict_field(verdict, self._today())
        self._say(self.until, verdict)

    def _say(self, field: LineField, verdict: NumberVerdict) -> None:
        field.set_verdict(*words.number_line(verdict.reasons, verdict.level))

    # -- the step's contract

    def fill(self, fields: Mapping[str, Any]) -> None:
        names = ("id_verdict", "validity_verdict")
        self._kept = {name: fields[name] for name in names if fields.get(name)}
        self.photos.fill(fields)
        self.until.set_value(date.fromisoformat(u) if (u := fields.get("valid_until")) else None)
        self.long_term.setChecked(bool(fields.get("long_term")))
        self.until.set_read_only(self.long_term.isChecked())
        self._judge_until()
        self._show_number()

    def _show_number(self) -> None:
        """The verdict on a number that is gone, with the day it was checked."""
        kept = self._kept.get("id_verdict")
        if kept is None or self.number.text():
            return
        reasons = reasons_of(kept)
        kind, sentence = words.number_line(reasons, heaviest(reasons))
        text = self.tr("{verdict}. {checked}")
        checked = words.looked_at(kept.get("day"))
        self.number.set_verdict(kind, text.format(verdict=sentence, checked=checked))

    def fields(self) -> dict[str, Any]:
        until = self.until.value()
        return {
            **self.photos.kept,
            **self._kept,
            "valid_until": until.isoformat() if until else None,
            "long_term": self.long_term.isChecked(),
        }

    def mirror(self) -> Mirrored:
        said = {
            "good": self.tr("Can be uploaded"),
            "retake": self.tr("Replace it first"),
            "unusable": self.tr("Retake it first"),
            "": "",
        }
        states = [(side, self.photos.status(side)) for side in SIDES]
        return Mirrored(photos=tuple((side, state, said[state]) for side, state in states))

    def next_words(self) -> tuple[str, bool]:
        checks = [self._kept.get(name) for name in ("id_verdict", "validity_verdict")]
        if not self.photos.poor() and all(check and check["status"] == "ok" for check in checks):
            return self.tr("Next step"), False
        return self.tr("Go on for now"), False

    def phone_tapped(self) -> bool:
        """The framed slot on the phone asks for its photo."""
        poor = self.photos.poor()
        if poor:
            self.photos.choose(poor[0])
        return bool(poor)

    def paste(self) -> bool:
        return self.photos.paste()

    def set_narrow(self, narrow: bool) -> None:
        super().set_narrow(narrow)
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self.photos.set_narrow(narrow)

    def memory(self) -> dict[str, Any]:
        return {"photos": self.photos.memory(), "number": self.number.text()}

    def recall(self, memory: Mapping[str, Any]) -> None:
        self.photos.recall(memory.get("photos", {}))
        self.number.set_text(memory.get("number", ""))
        self._judge_number()

    def forget(self) -> None:
        self.photos.forget()
        self.number.set_text("")
        self._show_number()
