"""The pictures of one role in a line: dropped, pasted or chosen, put in order, looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ksdesk.domain.products import Picture
from ksdesk.domain.products.limits import Finding
from ksdesk.domain.rulebook import DayRules
from ksdesk.ui.parts.drop import FileDrop, files_in
from ksdesk.ui.parts.flow import FlowLayout
from ksdesk.ui.parts.labels import Label, small
from ksdesk.ui.parts.rule_link import RuleLink
from ksdesk.ui.parts.tip import set_tip
from ksdesk.ui.parts.verdict import VerdictSentence
from ksdesk.ui.products.limit_words import field_word, finding_text
from ksdesk.ui.products.pictures.files import Looked, look_at
from ksdesk.ui.products.thumb import AddTile, Thumb
from ksdesk.ui.shell.context import Context


class PictureStrip(QWidget):
    """`edited` for each change by hand. `most` 1 holds one picture: the next one takes its place.

    Only the places of files are kept. A picture that was copied as such, not as a file, is first
    saved where the seller says.
    """

    edited = Signal()

    def __init__(
        self,
        ctx: Context,
        role: str,
        pictures: Sequence[Picture],
        rules: DayRules,
        rule: str,
        most: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.ctx, self.role, self._rules, self._most = ctx, role, rules, most
        self.pictures: list[Picture] = []
        self.thumbs: list[Thumb] = []
        self._rule = rules.get(rule)
        self._build()
        for picture in pictures:
            self._append(picture)
        self._renumber()
        if pictures:
            paths = [picture.path for picture in pictures]
            ctx.jobs.run(self, look_at, paths, role, done=self._show_known)

    def _build(self) -> None:
        self.caption = small(field_word(self.role), parent=self)
        self.counter = small("", parent=self)
        self.link = RuleLink(self._rule or next(iter(self._rules.values())), parent=self)
        self.link.setVisible(self._rule is not None)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.caption)
        head.addWidget(self.counter)
        head.addWidget(self.link)
        head.addStretch(1)
        self.add_tile = AddTile(self.tr("Add"), self)
        self.add_tile.setAccessibleName(f"{self.add_tile.text()} {field_word(self.role)}")
        set_tip(self.add_tile, self.tr("Click to choose, or drop or paste pictures here"))
        self.add_tile.clicked.connect(self.choose)
        holder = QWidget(self)
        self._holder = holder
        self._flow = FlowLayout(holder, spacing=8)
        self._flow.addWidget(self.add_tile)
        self.verdict = VerdictSentence(self)
        self.notice = Label("", 12, tone="warn", wrap=True, parent=self)
        self.notice.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(holder)
        column.addWidget(self.verdict)
        column.addWidget(self.notice)
        column.addStretch(1)
        self.setFocusProxy(self.add_tile)
        drop = FileDrop(self)
        drop.dropped.connect(self.add_files)
        drop.hovering.connect(self._on_hovering)
        paste = QShortcut(QKeySequence.StandardKey.Paste, self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self.paste)

    def choose(self) -> None:
        """Let the seller choose files."""
        filters = self.tr("Pictures (*.png *.jpg *.jpeg *.webp *.bmp);;All files (*)")
        self.ctx.ask.open_files(self, field_word(self.role), filters, self.add_files, pictures=True)

    def paste(self) -> None:
        """Take files, or a picture, from the clipboard."""
        mime = QGuiApplication.clipboard().mimeData()
        if files := files_in(mime):
            self.add_files(files)
            return
        image = mime.imageData() if mime.hasImage() else None
        if isinstance(image, QImage) and not image.isNull():
            self.ctx.ask.save_file(
                self,
                self.tr("Where to keep the copied picture"),
                "picture.png",
                self.tr("PNG picture (*.png)"),
                partial(self._save_copied, image),
            )

    def _save_copied(self, image: QImage, path: Path) -> None:
        if QImageWriter(str(path), b"PNG").write(image):
            self.add_files((path,))
        else:
            self._say(self.tr("The picture could not be saved there. Choose another folder."))

    def add_files(self, paths: Sequence[Path]) -> None:
        """Look at files and add what are pictures; what are none is said."""
        self.ctx.jobs.run(self, look_at, [str(p) for p in paths], self.role, done=self._add)

    def _add(self, found: tuple[Looked, ...]) -> None:
        pictures = [looked for looked in found if looked.picture is not None]
        others = [looked for looked in found if looked.picture is None]
        self._say("")
        if others:
            names = self.tr(", ").join(Path(looked.path).name for looked in others)
            self._say(self.tr("Not a picture that can be read: {names}").format(names=names))
        if self._most == 1 and pictures:
            while self.thumbs:
                self._take(0)
            pictures = pictures[:1]
        for looked in pictures:
            assert looked.picture is not None
            self._append(looked.picture).show_image(looked.image, False)
        if pictures:
            self._changed()

    def _append(self, picture: Picture) -> Thumb:
        thumb = Thumb(picture.path, self._holder)
        thumb.removed.connect(self._on_removed)
        thumb.moved.connect(self._on_moved)
        thumb.carried.connect(self._on_carried)
        self.pictures.append(picture)
        self.thumbs.append(thumb)
        self._flow.removeWidget(self.add_tile)
        self._flow.addWidget(thumb)
        self._flow.addWidget(self.add_tile)
        thumb.show()
        return thumb

    def _show_known(self, found: tuple[Looked, ...]) -> None:
        """What the kept places hold today. A file that has changed counts as it is now."""
        changed = False
        for thumb, looked in zip(self.thumbs, found, strict=False):
            thumb.show_image(looked.image, looked.gone)
            place = self.thumbs.index(thumb)
            if looked.picture is not None and looked.picture != self.pictures[place]:
                self.pictures[place] = replace(looked.picture, role=self.role)
                changed = True
        if gone := sum(looked.gone for looked in found):
            text = self.tr("%n files are not where they were. Add them again.", "", gone)
            self._say(text)
        if changed:
            self.edited.emit()

    def _on_removed(self, thumb: Thumb) -> None:
        place = self.thumbs.index(thumb)
        self._take(place)
        after = self.thumbs[min(place, len(self.thumbs) - 1)] if self.thumbs else self.add_tile
        after.setFocus(Qt.FocusReason.TabFocusReason)
        self._changed()

    def _take(self, place: int) -> None:
        thumb = self.thumbs.pop(place)
        self.pictures.pop(place)
        self._flow.removeWidget(thumb)
        thumb.hide()
        thumb.deleteLater()

    def _on_moved(self, thumb: Thumb, step: int) -> None:
        self._move(thumb, self.thumbs.index(thumb) + step)

    def _on_carried(self, thumb: Thumb, place: QPoint) -> None:
        over = self._holder.childAt(place)
        while over is not None and over.parentWidget() is not self._holder:
            over = over.parentWidget()
        if isinstance(over, Thumb) and over is not thumb:
            self._move(thumb, self.thumbs.index(over))

    def _move(self, thumb: Thumb, to: int) -> None:
        place = self.thumbs.index(thumb)
        if not 0 <= to < len(self.thumbs) or to == place:
            return
        for held in (self.thumbs, self.pictures):
            held.insert(to, held.pop(place))  # type: ignore[arg-type]
        for widget in (*self.thumbs, self.add_tile):
            self._flow.removeWidget(widget)
        for widget in (*self.thumbs, self.add_tile):
            self._flow.addWidget(widget)
        self._changed()

    def _changed(self) -> None:
        self._renumber()
        self.updateGeometry()
        self.edited.emit()

    def _renumber(self) -> None:
        for number, thumb in enumerate(self.thumbs, 1):
            thumb.tell(number, "", "")
        self.counter.setText(f"{len(self.pictures)}/{self._most}")
        self.counter.setVisible(self._most > 1)
        self.add_tile.set_text(self.tr("Replace") if self._one() else self.tr("Add"))

    def _one(self) -> bool:
        return self._most == 1 and bool(self.pictures)

    def judge(self, findings: Sequence[Finding]) -> None:
        """Mark what the limits found, and say the first of it below."""
        mine = [finding for finding in findings if finding.field == self.role]
        by_place: dict[int, Finding] = {f.at: f for f in reversed(mine)}
        for place, thumb in enumerate(self.thumbs):
            found = by_place.get(place)
            words = finding_text(found, self._rules) if found else ""
            thumb.tell(place + 1, found.level if found else "", words)
        first = mine[0] if mine else None
        self.counter.set_tone("bad" if -1 in by_place else "muted")
        if first is None:
            self.verdict.set("", "")
            return
        said = finding_text(first, self._rules)
        if first.at >= 0 and self._most != 1:
            said = self.tr("Picture {n}: {reason}").format(n=first.at + 1, reason=said)
        self.verdict.set("bad" if first.level == "wrong" else "warn", said)
        self.link.set_rule(self._rules[first.key])

    def _say(self, words: str) -> None:
        self.notice.setText(words)
        self.notice.setVisible(bool(words))

    def _on_hovering(self, over: bool) -> None:
        self.add_tile.hovered = over
        self.add_tile.update()
