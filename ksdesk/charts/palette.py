"""The colour tokens of the two schemes: one place for screen, charts and exports.

`LIGHT` and `DARK` hold the same names; exports and print always use `LIGHT`.
`up` and `down` (the sign of a change) are not here: the seller may swap them, so the theme
answers for them.
"""

from __future__ import annotations

LIGHT: dict[str, str] = {
    "bg": "#F5F4F0",
    "nav": "#ECEAE4",
    "surface": "#FFFFFF",
    "sub": "#FAF9F6",
    "border": "#DEDAD2",
    "control": "#8B867B",
    "text": "#21242A",
    "muted": "#5C5F66",
    "accent": "#2F55A4",
    "accent_hover": "#274789",
    "on_accent": "#FFFFFF",
    "accent_text": "#2F55A4",
    "accent_soft": "#E8EDF8",
    "good": "#1B6A47",
    "good_soft": "#E2F1E8",
    "warn": "#854F00",
    "warn_soft": "#FCF0DA",
    "bad": "#AE2A20",
    "bad_soft": "#FBE7E4",
    "grid": "#ECE9E3",
    "axis": "#B9B4A9",
    "ghost": "#918C82",
    "shade": "#F9DFDB",
    "series_1": "#2F55A4",
    "series_2": "#B9540F",
    "series_3": "#1A7571",
    "series_4": "#86478A",
    "series_5": "#7A6200",
    "series_6": "#566575",
    "stripe": "#EFE6CF",
    "stripe_light": "#FBF5E4",
    "phone": "#2B2F36",
    "heat_low": "#F1EFEA",
    "heat_high": "#2F55A4",
}

DARK: dict[str, str] = {
    "bg": "#15171B",
    "nav": "#111316",
    "surface": "#1D2025",
    "sub": "#23272D",
    "border": "#353A42",
    "control": "#767C86",
    "text": "#E9E7E2",
    "muted": "#A5A8AE",
    "accent": "#3D68C4",
    "accent_hover": "#365DB5",
    "on_accent": "#FFFFFF",
    "accent_text": "#96B4F2",
    "accent_soft": "#263353",
    "good": "#72C89E",
    "good_soft": "#1D3329",
    "warn": "#E4B266",
    "warn_soft": "#382C17",
    "bad": "#F2938A",
    "bad_soft": "#40211E",
    "grid": "#2A2E35",
    "axis": "#4C525B",
    "ghost": "#7A7F88",
    "shade": "#4A2622",
    "series_1": "#8DAEF5",
    "series_2": "#EE9B5F",
    "series_3": "#5CC3BC",
    "series_4": "#CF97D3",
    "series_5": "#D3B64C",
    "series_6": "#A3B2C2",
    "stripe": "#3A3220",
    "stripe_light": "#2B2618",
    "phone": "#0B0C0E",
    "heat_low": "#262A30",
    "heat_high": "#8DAEF5",
}

SERIES = ("series_1", "series_2", "series_3", "series_4", "series_5", "series_6")
