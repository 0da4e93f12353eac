"""The one stylesheet: what Qt's own widgets need to look like ours.

Our own parts paint themselves, so this stays short; every rule costs time when a page is
built. `min-height` in Qt excludes padding and border.
"""

from __future__ import annotations

from collections.abc import Mapping

from ksdesk.paths import resources

_SHEET = """
QToolTip {{
    background: {surface}; color: {text}; border: 1px solid {control}; padding: 4px 8px;
}}
QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox {{
    background: {surface}; color: {text}; border: 1px solid {control}; border-radius: 6px;
    padding: 0 8px; selection-background-color: {accent}; selection-color: {on_accent};
    placeholder-text-color: {muted};
}}
QLineEdit, QAbstractSpinBox {{ min-height: {inner}px; max-height: {inner}px; }}
QPlainTextEdit, QTextEdit {{ padding: 4px 4px; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus {{
    border-color: {accent_text};
}}
QLineEdit[verdict="bad"], QPlainTextEdit[verdict="bad"] {{ border-color: {bad}; }}
QLineEdit[tall="true"] {{ min-height: {inner_tall}px; max-height: {inner_tall}px; }}
QLineEdit:read-only, QLineEdit:disabled, QPlainTextEdit:disabled, QAbstractSpinBox:disabled {{
    background: {sub}; color: {muted}; border-color: {border};
}}
QPlainTextEdit[plain="true"], QTextEdit[plain="true"], QTextBrowser {{
    background: transparent; border: none; padding: 0;
}}
QCheckBox, QRadioButton {{ spacing: 8px; min-height: {line}px; }}
QCheckBox::indicator {{
    width: 14px; height: 14px; border: 1px solid {control}; border-radius: 3px;
    background: {surface};
}}
QCheckBox::indicator:checked {{
    background: {accent}; border-color: {accent}; image: url("{icons}/tick_white.svg");
}}
QMenu {{
    background: {surface}; color: {text}; border: 1px solid {border}; padding: 4px;
}}
QMenu::item {{ padding: 5px 24px 5px 12px; border-radius: 4px; min-height: {line}px; }}
QMenu::item:selected {{ background: {accent_soft}; color: {text}; }}
QMenu::item:disabled {{ color: {muted}; }}
QMenu::separator {{ height: 1px; background: {border}; margin: 4px 8px; }}
QListView, QTreeView {{
    background: {surface}; color: {text}; border: none; outline: none;
}}
QListView[floating="true"] {{ border: 1px solid {control}; padding: 4px; }}
QListView::item, QTreeView::item {{ padding: 4px 8px; min-height: {line}px; }}
QListView::item:hover, QTreeView::item:hover {{ background: {sub}; }}
QListView::item:selected, QTreeView::item:selected {{
    background: {accent_soft}; color: {text};
}}
QComboBox QAbstractItemView {{
    background: {surface}; color: {text}; border: 1px solid {control}; padding: 4px;
    selection-background-color: {accent_soft}; selection-color: {text}; outline: none;
}}
QScrollArea, QAbstractScrollArea#plain {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {axis}; border-radius: 3px; }}
QScrollBar::handle:vertical {{ min-height: 32px; margin: 2px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; margin: 2px; }}
QScrollBar::handle:hover {{ background: {control}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QProgressBar {{
    background: {grid}; border: none; border-radius: 3px; max-height: 6px; min-height: 6px;
}}
QProgressBar::chunk {{ background: {accent}; border-radius: 3px; }}
QSplitter::handle {{ background: transparent; }}
QCalendarWidget QToolButton {{
    color: {text}; background: transparent; border: none; border-radius: 4px; padding: 4px 8px;
}}
QCalendarWidget QToolButton:hover {{ background: {sub}; }}
QCalendarWidget QToolButton::menu-indicator {{ image: none; }}
QCalendarWidget #qt_calendar_navigationbar {{ background: {surface}; }}
QCalendarWidget QAbstractItemView {{
    background: {surface}; color: {text}; outline: none;
    selection-background-color: {accent}; selection-color: {on_accent};
}}
"""


def sheet(palette: Mapping[str, str], field: int, tall: int, line: int) -> str:
    """The stylesheet in the colours of a palette; heights in px of a field, a tall one, a line."""
    return _SHEET.format(
        **palette,
        inner=field - 2,
        inner_tall=tall - 2,
        line=line,
        icons=(resources() / "icons").as_posix(),
    )
