"""The sheet in which one product is written."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ksdesk.actions.products import drafts as product_drafts
from ksdesk.domain.products import Product
from ksdesk.domain.products.limits import Finding, findings
from ksdesk.domain.products.states import COMPLETE, Obstacle, blocked, choices
from ksdesk.ui.parts.buttons import MainButton, SecondButton
from ksdesk.ui.parts.choice import ChoiceField
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.labels import Divider, small
from ksdesk.ui.parts.scroll import PageScroll
from ksdesk.ui.parts.segments import SegmentBar
from ksdesk.ui.products.basics_section import BasicsSection
from ksdesk.ui.products.blocked_line import BlockedLine
from ksdesk.ui.products.costs.section import CostsSection
from ksdesk.ui.products.deposit_banner import DepositBanner
from ksdesk.ui.products.options_section import OptionsSection
from ksdesk.ui.products.pictures.section import PicturesSection
from ksdesk.ui.products.promises_section import PromisesSection
from ksdesk.ui.products.quality.section import QualitySection
from ksdesk.ui.products.section import ProductSection
from ksdesk.ui.products.words import state_word
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.theme import theme_of

log = logging.getLogger(__name__)

KEEP_AFTER = 800  # milliseconds without a key before what is typed is kept
WIDTH, HEIGHT = 784, 880
LEAST_HEIGHT = 480
UNSIZED = 10  # px of a sheet that was not open before
RING = 4
AROUND = 24  # px of the window that stay visible above and below


class ProductSheet(SheetDialog):
    """Edits a product. `saved(product)` when it is to be kept; leaving asks where text is new.

    A draft may be anything that has a title or a link; what is to be ready or listed has to be
    whole, and checked.
    """

    saved = Signal(object)
    scrolls = True
    keeps = True

    def __init__(self, ctx: Context, product: Product, parent: QWidget) -> None:
        super().__init__(self._heading(product), name="product", width=WIDTH, parent=parent)
        self.ctx, self.product = ctx, product
        self.title_label.setVisible(not self.low)  # the window's own title says the same
        unsaved = product_drafts.kept(ctx.paths.staging, product)
        self.rules = ctx.rules().on(ctx.clock().date())
        self._found_before = findings(product, self.rules)
        self._make_sections(unsaved or product)
        self.basics.product = product
        self._make_head(product)
        self._take_up(unsaved)
        self._make_scroll()
        self._make_buttons()
        self._start = self._first() if unsaved is None else None
        self._later = QTimer(self, singleShot=True, interval=KEEP_AFTER)
        self._later.timeout.connect(self._keep_typed)
        self._judge()
        self._grow(parent)
        self.finished.connect(self.deleteLater)
        if not product.id:
            self.title_field.setFocus()

    def _heading(self, product: Product) -> str:
        if product.id:
            return self.tr("Edit product")
        if product.way == "link":
            return self.tr("Link from another platform")
        return self.tr("New product")

    def _make_sections(self, product: Product) -> None:
        """The parts, without a parent until the scroll area takes them: Tab comes to them last."""
        self.basics = BasicsSection(self.ctx, product)
        self.options = OptionsSection(self.ctx, product)
        self.sections: list[ProductSection] = [self.basics, self.options]
        self.costs: CostsSection | None = None
        if product.way == "own":
            self.pictures = PicturesSection(self.ctx, product)
            self.promises = PromisesSection(self.ctx, product)
            self.costs = CostsSection(self.ctx, product)
            self.sections += [self.costs, self.pictures, self.promises]
        self.quality = QualitySection(self.ctx, product)
        self.sections.append(self.quality)
        for section in self.sections:
            section.edited.connect(self._on_edited)
        self.basics.effect.appeared.connect(self._show_effect)
        basics, options = self.basics, self.options
        self.link, self.title_field, self.note = basics.link, basics.title_field, basics.note
        self.category, self.selling_point = basics.category, basics.selling_point
        self.price, self.stock = options.price, options.stock

    def _make_head(self, product: Product) -> None:
        """The parts to go to, the state, and what stands in the way of it."""
        names = [(n, section.heading()) for n, section in enumerate(self.sections)]
        self.parts = SegmentBar(names, 0, name=self.tr("Parts of the sheet"))
        self.parts.chosen.connect(self._go_to_part)
        options = [(state, state_word(state)) for state in choices(product)]
        self.state = ChoiceField("", options, product.state)
        self.state.choice.setAccessibleName(self.tr("State"))
        self.state.setFixedWidth(theme_of(self).px(128))
        self.state.edited.connect(self._on_edited)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.parts)
        row.addStretch(1)
        caption = small(self.tr("State"), parent=self)
        caption.setFixedHeight(self.state.choice.sizeHint().height())
        for widget in (caption, self.state):  # beside the first line of the parts
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        self.blocked = BlockedLine(self.rules, self)
        self.blocked.wanted.connect(self.show_field)
        self.banner_box = QWidget(self)
        box = QVBoxLayout(self.banner_box)
        box.setContentsMargins(0, 0, 0, 0)
        self.banner = DepositBanner(self.ctx, self.banner_box, leads=False)
        self.banner.failed.connect(self.ctx.jobs.failed)
        box.addWidget(self.banner)
        self.banner_box.hide()
        self.add_layout(row)
        self.add(self.banner_box)
        self.add(self.blocked)

    def _make_scroll(self) -> None:
        self.area = PageScroll(self)
        for part in (self.area, self.area.viewport(), self.area.inside):
            part.setPalette(self.palette())
        self.area.body.setSpacing(16)
        self.area.body.setContentsMargins(RING, RING, 16, 8)
        for place, section in enumerate(self.sections):
            if place:
                self.area.add(Divider("grid", self))
            self.area.add(section)
        self.area.body.addStretch(1)
        self.area.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        around = QVBoxLayout()  # rings around what has the focus reach beyond the fields
        around.setContentsMargins(-RING, 0, -16, 0)
        around.addWidget(self.area)
        self.add_layout(around, 1)

    def _make_buttons(self) -> None:
        self.keep = MainButton(self.tr("Save product"), height=32)
        self.keep.clicked.connect(self._save)
        self.keep_draft = SecondButton(self.tr("Save as a draft"))
        self.keep_draft.clicked.connect(self._save_draft)
        self.set_buttons(self.keep, self.leave_button(), self.keep_draft)

    def _grow(self, parent: QWidget) -> None:
        """As high as the window around it lets it be, or as it was left."""
        room = parent.window().height() - 2 * AROUND
        left = self.height() if self.height() > UNSIZED else HEIGHT
        self.setMinimumHeight(min(LEAST_HEIGHT, max(320, room)))
        self.resize(self.width(), max(self.minimumHeight(), min(left, room)))

    def _first(self) -> Product:
        """What nothing typed is; a pasted link that is not in the book yet is something."""
        blank = replace(self._written(), link="", title="")
        return self._written() if self.product.id or self.product.way == "own" else blank

    def _written(self) -> Product:
        product = replace(self.product, state=str(self.state.value()))
        for section in self.sections:
            product = section.written(product)
        return product

    def is_changed(self) -> bool:
        """Whether something here is not in the book."""
        typed = self.typed_costs() or any(s.unreadable() for s in self.sections)
        return self._written() != self._start or bool(typed)

    def typed_costs(self) -> list[tuple[str, int, date]]:
        """What was typed that it costs: the option ("" for all), fen, from which day."""
        typed = () if self.costs is None else self.costs.typed()
        return [(one.line.sku_key, one.cost, one.since) for one in typed]

    def _take_up(self, unsaved: Product | None) -> None:
        """Say that what is shown was typed before and is not saved."""
        self.taken_up = small(
            self.tr("Taken up where you left off; none of this is saved yet."),
            tone="warn",
            parent=self,
        )
        self.taken_up.setVisible(unsaved is not None)
        self.add(self.taken_up)
        if unsaved is not None and unsaved.state in choices(self.product):
            self.state.set_value(unsaved.state)

    def _on_edited(self, *_edited: object) -> None:
        self._judge()
        self._later.start()

    def _keep_typed(self) -> None:
        """Keep what is typed beside the book, in case the app or the machine stops."""
        keep = product_drafts.keep
        written = (self.ctx.paths.staging, self._written())
        self.ctx.jobs.run(self.ctx.hub, keep, *written, writes=True, failed=_not_kept)

    def _forget_typed(self) -> None:
        self._later.stop()
        forget = product_drafts.forget
        folder = self.ctx.paths.staging
        self.ctx.jobs.run(self.ctx.hub, forget, folder, writes=True, failed=_not_kept)

    def _judge(self) -> None:
        written = self._written()
        found = findings(written, self.rules)
        whole = written.state in COMPLETE
        for section in self.sections:
            section.judge(found if whole else [f for f in found if not _empty(f)])
        reasons = self._reasons(written, found)
        self._show_reasons(written, reasons)
        self._show_deposit(written)
        named = bool(written.title or written.link.strip())
        if any(section.unreadable() for section in self.sections):
            self.keep.disable(self.tr("One of the figures cannot be read"))
        elif not named:
            self.keep.disable(self.tr("Give it a title first"))
        elif reasons:
            self.keep.disable(self.blocked.head.text())
        else:
            self.keep.enable()
        self.keep_draft.setVisible(bool(reasons) and "draft" in choices(self.product) and named)

    def _reasons(self, written: Product, found: Sequence[Finding]) -> tuple[Obstacle, ...]:
        checks = [c for section in self.sections for c in section.open_checks(written)]
        return blocked(written, found, checks, self.product, self._found_before)

    def _show_reasons(self, written: Product, reasons: Sequence[Obstacle]) -> None:
        text = self.tr("“{state}” has to wait for these:")
        words = self.quality.check_word
        self.blocked.show_reasons(text.format(state=state_word(written.state)), reasons, words)

    def _show_deposit(self, written: Product) -> None:
        """What the platform would say to listing it now; noting it here is never refused."""
        listing = written.state == "listed" and self._start_state() != "listed"
        if listing and self.banner_box.isHidden():
            self.banner.refresh()
        self.banner_box.setVisible(listing)

    def _start_state(self) -> str:
        return self.product.state if self.product.id else ""

    def show_field(self, field: str) -> None:
        """Go to where a field is written."""
        for section in self.sections:
            place = section.place_of(field)
            if place is not None:
                self.area.show_widget(place)
                place.setFocus(Qt.FocusReason.TabFocusReason)
                return
        self._go_to_part(len(self.sections) - 1)

    def _go_to_part(self, number: object) -> None:
        assert isinstance(number, int)
        self.area.verticalScrollBar().setValue(self.sections[number].y() - 8)
        self.parts.set_value(number)

    def _on_scrolled(self, top: int) -> None:
        bar = self.area.verticalScrollBar()
        passed = [n for n, section in enumerate(self.sections) if section.y() <= top + 48]
        last = top >= bar.maximum() and bar.maximum() > 0
        self.parts.set_value(len(self.sections) - 1 if last else max(passed, default=0))

    def _save(self) -> None:
        self._hand_over(self._written())

    def _save_draft(self) -> None:
        self._hand_over(replace(self._written(), state="draft"))

    def _hand_over(self, product: Product) -> None:
        """Keep it, unless its category does something to the deposit that was not shown yet."""
        self.basics.settle(partial(self._keep, product))

    def _show_effect(self) -> None:
        self.area.show_widget(self.basics.effect)
        self.basics.effect.asks.setFocus(Qt.FocusReason.TabFocusReason)

    def _keep(self, product: Product) -> None:
        page = self.basics.effect.next_page()
        self._forget_typed()
        self.saved.emit(product)
        self.accept()
        if page:
            self.ctx.navigate(page)

    def _throw_away(self) -> None:
        self._forget_typed()
        super().reject()

    def reject(self) -> None:
        """Leave; what is typed and not kept is asked about."""
        if not self.is_changed():
            self._throw_away()
            return
        title = self.tr("This is not saved yet")
        if self.keep.isEnabled():
            keep, verb = self._save, self.tr("Save product")
        elif self.keep_draft.isVisibleTo(self):
            keep, verb = self._save_draft, self.tr("Save as a draft")
        else:
            reason = self.keep.toolTip()
            self.ctx.ask.question(
                self,
                title,
                reason,
                self.tr("Throw it away"),
                self._throw_away,
                keep=self.tr("Go on writing"),
            )
            return
        self.ctx.ask.question(
            self,
            title,
            self.tr("What you typed would be lost."),
            verb,
            keep,
            keep=self.tr("Go on writing"),
            other=(self.tr("Throw it away"), self._throw_away),
        )


def _not_kept(error: BaseException) -> None:
    """The book is what counts; where it cannot be written either, saving will say so."""
    log.warning("what is typed could not be kept beside the book: %s", error)


def _empty(finding: Finding) -> bool:
    """Whether it only says that nothing is there yet, which a draft need not hear."""
    return finding.code == "missing" or (finding.code in ("short", "few") and not finding.seen)
