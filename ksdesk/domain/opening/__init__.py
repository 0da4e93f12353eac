"""The way to one's own 快手小店 as the phone shows it: chapters, steps and what each step keeps."""

from ksdesk.domain.opening.progress import (
    CHAPTERS,
    PATH_DATE,
    STEP_NAMES,
    STEPS,
    ChapterProgress,
    chapter_progress,
    clean_fields,
    step,
    step_after,
    step_before,
    steps_of,
    with_defaults,
)

__all__ = [
    "CHAPTERS",
    "PATH_DATE",
    "STEPS",
    "STEP_NAMES",
    "ChapterProgress",
    "chapter_progress",
    "clean_fields",
    "step",
    "step_after",
    "step_before",
    "steps_of",
    "with_defaults",
]
