"""What went wrong, in the seller's words, with the way out."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ksdesk.domain.deposit.refund import StepError
from ksdesk.domain.imports import BuiltUpon
from ksdesk.exports.files import ExportProblem
from ksdesk.paths import BOOK_FILE
from ksdesk.storage import BookProblem
from ksdesk.ui.parts.texts import day_text, yuan_text
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP

SENTENCES = {
    "newer": QT_TRANSLATE_NOOP(
        "Trouble",
        "The book {name} was written by a newer ksdesk. Install the newest ksdesk and open it"
        " again; the file was not touched.",
    ),
    "needs": QT_TRANSLATE_NOOP(
        "Trouble",
        "The book {name} was written by ksdesk {version}. Install ksdesk {version} or a newer one"
        " and open it again; the file was not touched.",
    ),
    "locked": QT_TRANSLATE_NOOP(
        "Trouble",
        "{thing} is in use by another program. Close that program (or the backup or sync"
        " tool) and try again; the file was not touched.",
    ),
    "read_only": QT_TRANSLATE_NOOP(
        "Trouble",
        "{thing} is write-protected. Allow writing in the file and in {folder}, or start with"
        " another folder; the file was not touched.",
    ),
    "corrupt": QT_TRANSLATE_NOOP(
        "Trouble",
        "The book {name} is damaged; its file was left as it is. Settings, Data and backups has"
        " the backups of this shop.",
    ),
    "spoilt": QT_TRANSLATE_NOOP(
        "Trouble",
        "{name} is damaged, and nothing of it was taken in. Copy it from the other computer once"
        " more, or take another backup; this computer's shops were not touched.",
    ),
    "gone": QT_TRANSLATE_NOOP(
        "Trouble",
        "The book {name} is not in {folder} any more, or it is empty. Put it back, or close ksdesk"
        " and open it again: its newest backup is then offered.",
    ),
    "not_a_book": QT_TRANSLATE_NOOP(
        "Trouble",
        "{name} is not a ksdesk book. Choose another file; this one was not touched.",
    ),
    "replaced": QT_TRANSLATE_NOOP(
        "Trouble",
        "Another file was put in the place of the open book {name}. Close ksdesk and open it again"
        " to use that one; backups of the book that was open are under Settings, Data and backups.",
    ),
    "disk_full": QT_TRANSLATE_NOOP(
        "Trouble",
        "The disk with {folder} is full. Free some space and try again; what was saved before is"
        " all there.",
    ),
    "missing": QT_TRANSLATE_NOOP(
        "Trouble",
        "The folder {folder} cannot be opened. Plug the disk in, or choose another folder.",
    ),
    "not_empty": QT_TRANSLATE_NOOP(
        "Trouble",
        "{folder} has a folder {name} already, with other files in it. Choose another folder;"
        " nothing in it was touched.",
    ),
    "inside": QT_TRANSLATE_NOOP(
        "Trouble",
        "{folder} lies in the data folder itself. Choose a folder outside of it.",
    ),
    "too_long": QT_TRANSLATE_NOOP(
        "Trouble",
        "The path to {name} is too long for this computer: {folder}. Move the folder to a place"
        " with a shorter path, or choose another one.",
    ),
    "io": QT_TRANSLATE_NOOP(
        "Trouble",
        "The disk with {folder} does not answer properly. Check the disk and its cable, then try"
        " again; what was saved before is all there.",
    ),
    "built_upon": QT_TRANSLATE_NOOP(
        "Trouble",
        "This import cannot be undone alone: {name} came in later and revised its rows. Undo that"
        " one first (Traffic, imports).",
    ),
    "too_much": QT_TRANSLATE_NOOP(
        "Trouble",
        "The account holds only {amount}, so no more can have gone. Look at the amount on the"
        " phone once more; nothing was written.",
    ),
    "too_early": QT_TRANSLATE_NOOP(
        "Trouble",
        "That cannot have been before {day}, when the step before it was. Correct the day; nothing"
        " was written.",
    ),
    "too_late": QT_TRANSLATE_NOOP(
        "Trouble",
        "That cannot have been after {day}, when the refund was asked for. Correct the day; nothing"
        " was written.",
    ),
    "frozen": QT_TRANSLATE_NOOP(
        "Trouble",
        "The account is frozen, so nothing can be taken out. If the phone shows it free again, note"
        " that first (Deposit, More).",
    ),
    "bug": QT_TRANSLATE_NOOP(
        "Trouble",
        "That did not work, and the mistake is ours. Nothing half done was kept; the details are"
        " in the log (Settings).",
    ),
}

EXPORTS = {
    "in_use": QT_TRANSLATE_NOOP(
        "Trouble",
        "{name} is open in another program, Excel most likely. Close it there and export again,"
        " or choose another name; the file was not touched.",
    ),
    "protected": QT_TRANSLATE_NOOP(
        "Trouble",
        "{name} is there and write-protected. Choose another name and export again; the file was"
        " not touched.",
    ),
    "read_only": QT_TRANSLATE_NOOP(
        "Trouble",
        "Nothing can be written in {folder}. Choose another folder, the desktop for instance, and"
        " export again.",
    ),
    "disk_full": QT_TRANSLATE_NOOP(
        "Trouble",
        "The disk with {folder} is full, so {name} was not written. Free some space or choose"
        " another disk, then export again.",
    ),
    "missing": QT_TRANSLATE_NOOP(
        "Trouble",
        "{name} was not written: the folder {folder} is not there any more. Choose another one and"
        " export again.",
    ),
    "too_long": QT_TRANSLATE_NOOP(
        "Trouble",
        "The path to {name} is too long for this computer. Choose a shorter name or another"
        " folder, the desktop for instance, and export again.",
    ),
    "bad_name": QT_TRANSLATE_NOOP(
        "Trouble", "A file cannot be called {name} there. Choose another name and export again."
    ),
    "not_empty": QT_TRANSLATE_NOOP(
        "Trouble",
        "The folder {name} holds other files. Choose an empty or a new one and export again;"
        " nothing in it was touched.",
    ),
    "io": QT_TRANSLATE_NOOP(
        "Trouble",
        "{name} could not be written, the disk with {folder} does not answer properly. Choose"
        " another disk and export again.",
    ),
}


def headline(error: BaseException) -> str:
    """One sentence that names the thing and the way out."""
    if isinstance(error, BuiltUpon):
        sentence = QCoreApplication.translate("Trouble", SENTENCES["built_upon"])
        return sentence.format(name=error.batch.name)
    if isinstance(error, StepError):
        sentence = QCoreApplication.translate("Trouble", SENTENCES[error.reason])
        day = day_text(error.day, year=True) if error.day else ""
        return sentence.format(amount=yuan_text(error.most), day=day)
    if isinstance(error, ExportProblem):
        sentence = QCoreApplication.translate("Trouble", EXPORTS[error.code])
        return sentence.format(name=error.path.name, folder=str(error.path.parent))
    if not isinstance(error, BookProblem):
        return QCoreApplication.translate("Trouble", SENTENCES["bug"])
    code = "needs" if error.needs else error.code
    sentence = QCoreApplication.translate("Trouble", SENTENCES[code])
    name, folder = error.path.name, str(error.path.parent)
    return sentence.format(name=name, thing=_thing(name), folder=folder, version=error.needs)


def _thing(name: str) -> str:
    """What a seller calls a file: the book, or the other file by its name."""
    if not name.endswith(BOOK_FILE):
        return name
    return QCoreApplication.translate("Trouble", "The book {name}").format(name=name)
