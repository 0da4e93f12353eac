"""关于: what this is, what it promises, and under which licences its parts ship."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ksdesk import __version__
from ksdesk.ui.parts.buttons import SecondButton, TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.fields import PlainEdit
from ksdesk.ui.parts.flow import FlowLayout
from ksdesk.ui.parts.icons import Icon
from ksdesk.ui.parts.labels import body, small, title
from ksdesk.ui.parts.scroll import PageScroll
from ksdesk.ui.parts.table import Column, RowsModel, TableView
from ksdesk.ui.settings.details import Shipped, licence_texts, shipped, text_for, versions

SIDE_BY_SIDE = 900
WIDEST = 1280


class AboutTab(PageScroll):
    """The app at the left, what ships with it at the right (below where it is narrow)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet: LicenceSheet | None = None
        whole = QWidget()
        whole.setMaximumWidth(WIDEST)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, whole)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        left = QVBoxLayout()
        left.addWidget(self._make_app())
        left.addStretch(1)
        self._row.addLayout(left, 2)
        self._row.addWidget(self._make_licences(), 3)
        self.add(whole)
        self.body.addStretch(1)

    def _make_app(self) -> Card:
        card = Card(padding=24)
        card.add(title("ksdesk"))
        version = self.tr("Version {version}").format(version=__version__)
        card.add(small(version))
        card.add(
            body(
                self.tr(
                    "A desk for people who sell by livestream on Kuaishou: opening the shop, the"
                    " deposit, products, and what paid traffic really brought."
                ),
                wrap=True,
            )
        )
        promises = (
            ("lock", self.tr("Opens no network connection, ever. What you enter stays here.")),
            ("disk", self.tr("One book in one folder of yours. No account, no tracking.")),
            (
                "info",
                self.tr(
                    "Independent of Kuaishou, not made or endorsed by it. What your phone and the"
                    " platform say counts before anything said here."
                ),
            ),
        )
        for icon, text in promises:
            card.add_layout(_promise(icon, text))
        card.add_rule()
        card.add(small(versions(), wrap=True, select=True))
        return card

    def _make_licences(self) -> Card:
        parts = shipped()
        card = Card(self.tr("What ships with it"), flush=True)
        self.model = RowsModel(self._columns(), key=_name)
        self.model.set_rows(parts)
        self.table = TableView(self.model, name=self.tr("Licences"), row_height=32)
        self.table.set_empty(self.tr("The list of licences is not in this copy."))
        self.table.opened.connect(self.open_licence)
        self.table.fit_height()
        if not parts:
            self.table.setFixedHeight(120)
        card.add(self.table)
        texts = QWidget()
        flow = FlowLayout(texts, spacing=8)
        self.text_buttons: dict[str, TextButton] = {}
        for name, path in licence_texts().items():
            button = TextButton(self.tr("{name}, full text ›").format(name=name), small=True)
            button.setProperty("path", str(path))
            button.clicked.connect(self._open_text)
            flow.addWidget(button)
            self.text_buttons[name] = button
        fonts = self.tr("Font: Noto Sans SC, SIL Open Font License 1.1, cut to the needed signs.")
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(small(fonts, wrap=True))
        qt = self.tr("Qt is used under the LGPL 3; its libraries are files that can be replaced.")
        column.addWidget(small(qt, wrap=True))
        column.addWidget(texts)
        row = card.add_footer((foot,))
        row.setStretch(0, 1)
        return card

    def _columns(self) -> list[Column]:
        return [
            Column("name", self.tr("Name"), _name, width=168),
            Column("version", self.tr("Version"), lambda row: row.version, width=80, tone="muted"),
            Column("licence", self.tr("Licence"), _licence, tip=_licence),
        ]

    @Slot(object)
    def open_licence(self, row: Shipped) -> None:
        """Show the full text of a row's licence where it ships."""
        path = text_for(row.licence)
        if path is not None:
            self._show(path)

    @Slot()
    def _open_text(self) -> None:
        self._show(Path(self.sender().property("path")))

    def _show(self, path: Path) -> None:
        if self.sheet is not None:
            self.sheet.deleteLater()
        self.sheet = LicenceSheet(path, self.window())
        self.sheet.open()

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= SIDE_BY_SIDE
        self._row.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )


class LicenceSheet(SheetDialog):
    """The full text of a licence."""

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(path.stem, name="licence", width=720, parent=parent)
        self.text = PlainEdit(self)
        self.text.setReadOnly(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setPlainText(path.read_text(encoding="utf-8"))
        self.grant(self.text, 360)
        self.text.setAccessibleName(path.stem)
        self.add(self.text, 1)
        close = SecondButton(self.tr("Close"), parent=self)
        close.clicked.connect(self.accept)
        self.set_buttons(None, close)


def _promise(icon: str, text: str) -> QBoxLayout:
    row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
    row.setSpacing(12)
    row.addWidget(Icon(icon, "muted", 20), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(body(text, wrap=True), 1)
    return row


def _name(row: Shipped) -> str:
    return row.name


def _licence(row: Shipped) -> str:
    return row.licence
