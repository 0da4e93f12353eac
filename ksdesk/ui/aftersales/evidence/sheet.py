"""平台介入要的材料: what goes in, how it will look, and out as one PDF or a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ksdesk.actions.aftersales.looking import CaseStanding
from ksdesk.domain.aftersales.evidence import (
    KINDS,
    EvidencePart,
    SoldOrder,
    parts_of,
    summary_of,
    title_of,
)
from ksdesk.domain.pictures import PictureError
from ksdesk.exports.tables import file_stem
from ksdesk.ui.aftersales import words
from ksdesk.ui.aftersales.evidence import pages
from ksdesk.ui.aftersales.evidence.pages import Pack
from ksdesk.ui.aftersales.evidence.photos import BlackoutSheet, PhotoThumb
from ksdesk.ui.parts.buttons import MainButton, SecondButton, TextButton
from ksdesk.ui.parts.check import Check
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.drop import FileDrop
from ksdesk.ui.parts.flow import FlowLayout
from ksdesk.ui.parts.labels import Divider, small
from ksdesk.ui.parts.paper_preview import DOTS, PaperPreview
from ksdesk.ui.parts.photo_slot import photo_in
from ksdesk.ui.parts.pill import Pill
from ksdesk.ui.parts.scroll import PageScroll
from ksdesk.ui.parts.texts import NOTHING
from ksdesk.ui.parts.verdict import VerdictSentence
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.latest import Latest
from ksdesk.ui.shell.saved import show_folder

LEAST = 360  # px of what goes into it
MOST_PHOTOS = 12
PATTERNS = "*.jpg *.jpeg *.png *.webp *.bmp *.heic"
SUFFIXES = tuple(pattern.removeprefix("*") for pattern in PATTERNS.split())
WITH_PREVIEW = 760  # px of the sheet from which the pages stand beside


class EvidenceSheet(SheetDialog):
    """The pack of one case. Photos are in it as long as it is open, and nowhere else."""

    scrolls = True

    def __init__(self, ctx: Context, one: CaseStanding, order: SoldOrder, parent: QWidget) -> None:
        super().__init__(
            QCoreApplication.translate("EvidenceSheet", "What the platform needs to decide"),
            f"{words.title_of(one.case)} · {words.second_of(one.case)}",
            name="aftersales-evidence",
            width=980,
            parent=parent,
        )
        self.ctx, self.one = ctx, one
        self.every = parts_of(one.case, order, one.clock)
        self.photos: list[QImage] = []
        self.pages: Sequence[QImage] = ()
        self.blackout: BlackoutSheet | None = None
        self._pages, self._reading = Latest(ctx, self), Latest(ctx, self)
        self._add_clock()
        row = QHBoxLayout()
        row.setSpacing(16)
        self.area = PageScroll(self)
        self.area.body.setSpacing(8)
        self.area.body.setContentsMargins(4, 4, 8, 4)  # room for focus rings
        self.checks: dict[str, Check] = {}
        self.sentences: list[Check] = []
        for part in self.every:
            self._add_part(part)
        self._add_photos()
        self.area.body.addStretch(1)
        row.addWidget(self.area, 10)
        self.preview = PaperPreview(self.tr("How it will look"), self)
        row.addWidget(self.preview, 11)
        self.add_layout(row, 1)
        self._add_foot()
        said = self.tr("Photos for the pack")
        FileDrop(self, SUFFIXES, said=said).dropped.connect(self.add_files)
        self.grant(self.area, LEAST)
        self.resize(self.width(), max(560, min(760, parent.window().height() - 80)))
        self._draw()

    def _add_clock(self) -> None:
        self.clock = Pill("", parent=self)
        kind, left = words.pill_of(self.one, self.ctx.clock())
        self.clock.set(left, kind)
        top = QHBoxLayout()
        top.addWidget(self.clock)
        top.addStretch(1)
        self.add_layout(top)

    def _add_foot(self) -> None:
        self.foot = small("", parent=self)
        self.open_folder = TextButton(self.tr("Open its folder"), small=True, parent=self)
        self.open_folder.clicked.connect(self._open_folder)
        self.open_folder.hide()
        foot = QHBoxLayout()
        foot.addWidget(self.foot)
        foot.addWidget(self.open_folder)
        foot.addStretch(1)
        self.main = MainButton(self.tr("Save as one PDF"), "export", parent=self)
        self.main.clicked.connect(self.save_pdf)
        self.to_folder = SecondButton(self.tr("As a folder"), "folder", height=40, parent=self)
        self.to_folder.clicked.connect(self.save_folder)
        leave = SecondButton(self.tr("Close"), height=40, parent=self)
        leave.clicked.connect(self.reject)
        self.add_layout(foot)
        self.set_buttons(self.main, leave, self.to_folder)

    def _add_part(self, part: EvidencePart) -> None:
        check = Check(self._word(part.code), bool(part.rows), parent=self.area.inside)
        check.setEnabled(bool(part.rows))
        check.toggled.connect(self._draw)
        self.checks[part.code] = check
        self.area.add(check)
        if part.code == "said":
            self._add_sentences(part, check)
            return
        line = self.tr("nothing noted") if not part.rows else _short(part)
        second = small(line if part.rows else f"{NOTHING} {line}", parent=self.area.inside)
        second.setContentsMargins(24, 0, 0, 0)
        second.setWordWrap(True)
        self.area.add(second)
        self.area.add(Divider("grid", self.area.inside))

    def _add_sentences(self, part: EvidencePart, whole: Check) -> None:
        """What was said, each sentence with a tick of its own."""
        holder = QWidget(self.area.inside)
        column = QVBoxLayout(holder)
        column.setContentsMargins(24, 0, 0, 0)
        column.setSpacing(4)
        for who, told in part.rows:
            sentence = Check(f"{who} {told}", True, parent=holder)
            sentence.toggled.connect(self._draw)
            self.sentences.append(sentence)
            column.addWidget(sentence)
        whole.toggled.connect(holder.setEnabled)
        if not part.rows:
            nothing = self.tr("nothing noted")
            column.addWidget(small(f"{NOTHING} {nothing}", parent=holder))
        if not any(line[1] == "courier" for line in self.one.case.file.said):
            text = self.tr(
                "The courier's word is missing. Noted with the case, it helps to decide."
            )
            column.addWidget(small(text, tone="warn", wrap=True, parent=holder))
        self.area.add(holder)
        self.area.add(Divider("grid", self.area.inside))

    def _chosen(self) -> Iterator[EvidencePart]:
        """The parts that go out, of what was said the sentences that are ticked."""
        for part in self.every:
            rows = part.rows
            if part.code == "said":
                ticks = zip(rows, self.sentences, strict=True)
                rows = tuple(row for row, tick in ticks if tick.isChecked())
            if rows and self.checks[part.code].isChecked():
                yield replace(part, rows=rows)

    def _word(self, code: str) -> str:
        return {
            "order": self.tr("The order"),
            "checks": self.tr("Check before shipping"),
            "tracking": self.tr("The parcel"),
            "course": self.tr("Requests and deadlines"),
            "found": self.tr("What was found"),
            "said": self.tr("What was said"),
        }[code]

    def _add_photos(self) -> None:
        self.area.add(small(self.tr("Photos"), parent=self.area.inside))
        self.strip = QWidget(self.area.inside)
        self._flow = FlowLayout(self.strip)
        self.thumbs: list[PhotoThumb] = []
        self.add_button = SecondButton(self.tr("Add photos"), "plus", parent=self.strip)
        self.add_button.clicked.connect(self._choose)
        self._flow.addWidget(self.add_button)
        self.area.add(self.strip)
        self.refused = VerdictSentence(self.area.inside)
        self.area.add(self.refused)
        self.area.add(
            small(
                self.tr(
                    "No name, phone or address goes in. Black them out where a photo shows them:"
                    " click the photo. Photos are not kept here."
                ),
                wrap=True,
                parent=self.area.inside,
            )
        )

    # -- photos ------------------------------------------------------------------------------

    @Slot()
    def _choose(self) -> None:
        filters = f"{self.tr('Photos')} ({PATTERNS})"
        title = self.tr("Photos for the pack")
        self.ctx.ask.open_files(self, title, filters, self.add_files, pictures=True)

    def add_files(self, paths: Sequence[Path]) -> None:
        """Read photos and put them in."""
        self._reading.ask(partial(_photos, tuple(paths)), done=self._add_read)

    def _add_read(self, found: tuple[tuple[QImage, ...], tuple[str, ...]]) -> None:
        images, refused = found
        said = self.tr("Not a readable photo: {names}")
        names = self.tr(", ").join(refused)
        self.refused.set("bad" if refused else "", said.format(names=names) if refused else "")
        self.photos = [*self.photos, *images][:MOST_PHOTOS]
        self.show_photos()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            given = photo_in(QGuiApplication.clipboard().mimeData())
            if isinstance(given, Path):
                self.add_files([given])
            elif given is not None:
                self.photos.append(given)
                self.show_photos()
        else:
            super().keyPressEvent(event)

    def show_photos(self) -> None:
        """Show the photos that are in, here and on the pages."""
        for thumb in self.thumbs:
            self._flow.removeWidget(thumb)
            thumb.hide()
            thumb.deleteLater()
        self.thumbs = []
        for place, image in enumerate(self.photos):
            name = self.tr("Photo {n}").format(n=place + 1)
            thumb = PhotoThumb(image, name, self.strip)
            thumb.clicked.connect(partial(self.black_out, place))
            thumb.removed.connect(partial(self._remove, place))
            self._flow.addWidget(thumb)
            thumb.show()
            self.thumbs.append(thumb)
        self._draw()

    def black_out(self, place: int, *_clicked: object) -> None:
        """Show a photo large, to cover what shows a person."""
        self.blackout = BlackoutSheet(self.photos[place], self)
        self.blackout.ready.connect(partial(self._replace, place))
        self.blackout.removing.connect(partial(self._remove, place))
        self.blackout.finished.connect(self.blackout.deleteLater)
        self.blackout.open()

    def _replace(self, place: int, image: QImage) -> None:
        self.photos[place] = image
        self.show_photos()

    def _remove(self, place: int) -> None:
        del self.photos[place]
        self.show_photos()

    # -- the pack ----------------------------------------------------------------------------

    def pack(self) -> Pack:
        """What goes out now."""
        case = self.one.case
        money = f" {case.refund / 100:.2f} 元" if case.refund is not None else ""
        pieces = [self.ctx.shop_name, f"{KINDS[case.kind]}{money}", _made(self.ctx.clock())]
        line = " · ".join(filter(None, pieces))
        return Pack(
            title_of(case), line, summary_of(case), tuple(self._chosen()), tuple(self.photos)
        )

    @Slot()
    def _draw(self, _on: object = None) -> None:
        pack = self.pack()
        self.main.setEnabled(bool(pack.parts or pack.photos))
        self._pages.ask(partial(pages.seen, pack, DOTS), done=self._show_pages)

    def _show_pages(self, drawn: Sequence[QImage]) -> None:
        self.pages = drawn
        self.preview.show_pages(drawn)
        self.foot.setText(self.tr("Pages: {n}").format(n=len(drawn)))

    @Slot()
    def save_pdf(self) -> None:
        """Ask where to, then write."""
        pack = self.pack()
        write = partial(self._write, pages.write_pdf, pack)
        title = self.tr("Save as one PDF")
        self.ctx.ask.save_file(self, title, f"{file_stem(pack.title)}.pdf", "PDF (*.pdf)", write)

    @Slot()
    def save_folder(self) -> None:
        """Ask where to, then write."""
        write = partial(self._write, pages.write_folder, self.pack())
        self.ctx.ask.folder(self, self.tr("Where the folder goes"), write)

    def _write(self, how: Callable[[Pack, Path], Path], pack: Pack, path: Path) -> None:
        self.ctx.jobs.run(self, how, pack, path, done=self._written)

    def _written(self, path: Path) -> None:
        self.foot.setText(self.tr("Saved: {name}").format(name=path.name))
        self._folder = path if path.is_dir() else path.parent
        self.open_folder.show()

    @Slot()
    def _open_folder(self) -> None:
        show_folder(self._folder)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.preview.setVisible(self.width() >= WITH_PREVIEW)


def _photos(paths: Sequence[Path]) -> tuple[tuple[QImage, ...], tuple[str, ...]]:
    """The photos that can be read, and the names of the others."""
    images, refused = [], []
    for path in paths:
        try:
            images.append(pages.photo(path))
        except (PictureError, OSError):
            refused.append(path.name)
    return tuple(images), tuple(refused)


def _short(part: EvidencePart) -> str:
    return " · ".join(f"{left} {right}" for left, right in part.rows)


def _made(now: datetime) -> str:
    return f"{now:%Y年%m月%d日 %H:%M} 出"
