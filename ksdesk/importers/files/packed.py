"""The one table in a zip or gz, unpacked in memory and no further than a table may be large."""

from __future__ import annotations

import gzip
import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import BinaryIO, Final

from ksdesk.domain.imports import ImportProblem
from ksdesk.domain.progress import Progress

MOST_ENTRIES: Final = 4_000
MOST_UNPACKED: Final = 256 << 20
_DIRECTORY: Final = 4 << 20  # bytes that so many entries take at most
_BOMB: Final = 100  # times its packed size: no table packs that well
_NAMES: Final = 5  # told of
_BLOCK: Final = 1 << 17
_TABLES: Final = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".ods")
_BESIDE: Final = ("readme", "read me", "说明", "須知", "须知")  # texts that come along with a table
_ENTRY, _EMPTY_ZIP, _GZ = b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b\x08"
_ENCRYPTED: Final = 0x1
_UTF8_NAME: Final = 0x800


def is_packed(start: bytes) -> bool:
    """Whether a file that begins like this may have a table packed in it."""
    return start.startswith((_ENTRY, _EMPTY_ZIP, _GZ))


def table_in(file: BinaryIO, progress: Progress) -> bytes | None:
    """The one table of a zip or gz; None for a zip that is a workbook or document itself.

    Raises `ImportProblem` where there is none or several, a password, or a bomb; `Cancelled`.
    """
    if file.read(len(_GZ)) == _GZ:
        file.seek(0)
        return _ungzipped(file, progress)
    try:
        entries = directory(file)
        if any(is_document(entry.filename) for entry in entries):
            return None
        return _unzipped(file, _table(entries), progress)
    except (zipfile.BadZipFile, zlib.error, struct.error, EOFError, UnicodeDecodeError) as error:
        raise ImportProblem("damaged", detail=str(error)[:200]) from error


def directory(file: BinaryIO) -> list[zipfile.ZipInfo]:
    """What is in a zip; raises `ImportProblem` for one whose mere list would fill the memory, and
    `zipfile.BadZipFile`."""
    if _directory_size(file) > _DIRECTORY:
        raise ImportProblem("bomb")
    try:
        with zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
    except NotImplementedError as error:  # of a version that no program writes yet
        raise zipfile.BadZipFile(str(error)) from error
    if len(entries) > MOST_ENTRIES or len({e.filename for e in entries}) != len(entries):
        raise ImportProblem("bomb")
    return entries


def unpacked(file: BinaryIO, entry: zipfile.ZipInfo, progress: Progress) -> Iterator[bytes]:
    """What an entry unpacks to, block by block, whatever the directory says of its size; raises
    `zipfile.BadZipFile`, `zlib.error`, `Cancelled`."""
    file.seek(entry.header_offset)
    header = file.read(30)
    if len(header) < 30 or header[:4] != _ENTRY:
        raise zipfile.BadZipFile("no entry where the directory says")
    name, extra = struct.unpack("<HH", header[26:30])
    file.seek(name + extra, io.SEEK_CUR)
    left = entry.compress_size
    unpack = zlib.decompressobj(-15) if entry.compress_type == zipfile.ZIP_DEFLATED else None
    if unpack is None and entry.compress_type != zipfile.ZIP_STORED:
        raise zipfile.BadZipFile("unknown compression")
    while left > 0 and (packed := file.read(min(_BLOCK, left))):
        progress.check()
        left -= len(packed)
        if unpack is None:
            yield packed
            continue
        while packed:
            yield unpack.decompress(packed, 4 * _BLOCK)
            packed = unpack.unconsumed_tail
    if unpack is not None:  # has read all of it, but may not have given out the end yet
        yield unpack.flush()


def _directory_size(file: BinaryIO) -> int:
    """What a zip's end says of its directory, which is read as a whole; 0 where there is no end."""
    size = file.seek(0, io.SEEK_END)
    file.seek(max(0, size - (1 << 16) - 100))
    end = file.read()
    file.seek(0)
    at, wide = end.rfind(_EMPTY_ZIP), end.rfind(b"PK\x06\x06")
    if at < 0 or len(end) < at + 16:
        return 0
    short = int(struct.unpack_from("<I", end, at + 12)[0])
    if short < 0xFFFFFFFF or wide < 0 or len(end) < wide + 48:
        return short
    return int(struct.unpack_from("<Q", end, wide + 40)[0])


def is_document(name: str) -> bool:
    """Whether a zip with such an entry is a workbook, or a text or slides of some program."""
    return name in ("content.xml", "[Content_Types].xml") or name.startswith(
        ("xl/", "word/", "ppt/", "Index/")
    )


def _name(entry: zipfile.ZipInfo) -> str:
    """Chinese programs write names in GBK or UTF-8 without saying which."""
    if entry.flag_bits & _UTF8_NAME:
        return entry.filename
    raw = entry.orig_filename.encode("cp437", "replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return entry.filename


def _table(entries: list[zipfile.ZipInfo]) -> zipfile.ZipInfo:
    """The one table; what systems add, folders, pictures and a text that explains are none."""
    tables: dict[str, zipfile.ZipInfo] = {}
    for entry in entries:
        path = PurePosixPath(_name(entry).replace("\\", "/"))
        hidden = "__MACOSX" in path.parts or path.name.startswith((".", "~$"))
        if not entry.is_dir() and not hidden and path.suffix.lower() in _TABLES:
            tables[str(path)] = entry
    if len(tables) > 1:
        tables = {name: e for name, e in tables.items() if not _explains(name)} or tables
    if not tables:
        raise ImportProblem("archive")
    if len(tables) > 1:
        names = "、".join([*tables][:_NAMES]) + "…" * (len(tables) > _NAMES)
        raise ImportProblem("several_packed", count=len(tables), names=names)
    (entry,) = tables.values()
    if entry.flag_bits & _ENCRYPTED:
        raise ImportProblem("locked_archive")
    return entry


def _explains(name: str) -> bool:
    path = PurePosixPath(name.lower())
    return path.suffix == ".txt" and any(word in path.stem for word in _BESIDE)


def _unzipped(file: BinaryIO, entry: zipfile.ZipInfo, progress: Progress) -> bytes:
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise ImportProblem("archive")
    _judge(entry.file_size, entry.compress_size)
    content = _joined(unpacked(file, entry, progress), entry.compress_size)
    if zlib.crc32(content) != entry.CRC:
        raise ImportProblem("damaged", detail="crc")
    return content


def _ungzipped(file: BinaryIO, progress: Progress) -> bytes:
    packed = file.seek(0, io.SEEK_END)
    file.seek(0)

    def blocks(unzip: gzip.GzipFile) -> Iterator[bytes]:
        for block in iter(partial(unzip.read, 4 * _BLOCK), b""):
            progress.check()
            yield block

    try:
        with gzip.GzipFile(fileobj=file) as unzip:
            content = _joined(blocks(unzip), packed)
    except (OSError, EOFError, zlib.error) as error:
        raise ImportProblem("damaged", detail=str(error)[:200]) from error
    if content[257:262] == b"ustar":  # a folder packed twice
        raise ImportProblem("archive")
    return content


def _joined(blocks: Iterator[bytes], packed: int) -> bytes:
    content = bytearray()
    for block in blocks:
        content += block
        _judge(len(content), packed)
    return bytes(content)


def _judge(size: int, packed: int) -> None:
    if size > MOST_UNPACKED:
        if size > _BOMB * packed:
            raise ImportProblem("bomb")
        raise ImportProblem("too_large", bytes=size, limit=MOST_UNPACKED)
