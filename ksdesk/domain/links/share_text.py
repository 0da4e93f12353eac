"""Reads what a seller has in the clipboard: share texts, links, 口令, a column out of Excel.

Nothing is fetched. A short link says only which platform it is from, a 口令 only which app opens
it; both are kept and marked. Links are rebuilt from host and id, so no tracking survives.
"""

from __future__ import annotations

import re
import string
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Final, NamedTuple
from urllib.parse import unquote

from ksdesk.domain.links import words
from ksdesk.domain.links.hosts import CLOSING, LinkedPage, PageKind, looks_alike, page_at
from ksdesk.domain.links.platforms import BY_CODE

LONGEST_TEXT: Final = 1_000_000
"""Characters read at once; a million hold some ten thousand share texts."""

LONGEST_LINK: Final = 4_000
"""Real links with all their tracking stay below 2,000 characters."""

LONGEST_PART: Final = 200
"""Characters kept of what was refused."""

_SAID: Final = {
    "empty": "There is nothing to read",
    "too_long": "This is too long to be read",
    "plain_words": "There is no link and no 口令 in this text",
    "look_alike_host": "This address imitates a shopping platform but belongs to someone else",
    "user_info": "A link with a name or password before @ hides where it leads",
    "scheme": "Only http and https links are taken",
    "not_a_shop_host": "This address belongs to no platform that goods can be taken from",
    "bad_host": "This address is misspelt",
    "code_without_app": "The text does not say which app this 口令 is for",
}


class ShareTextError(ValueError):
    """A text, or one piece of it, that is not taken.

    ``code`` is one of ``empty``, ``too_long``, ``plain_words``, ``look_alike_host``,
    ``user_info``, ``scheme`` (javascript:, data:, file:, an app's own), ``not_a_shop_host``,
    ``bad_host`` and ``code_without_app``; ``part`` is the piece that gave offence.
    """

    def __init__(self, code: str, part: str = "") -> None:
        shown = " ".join(part[:LONGEST_PART].split())
        shown = shown if len(shown) <= 60 else shown[:59] + "…"
        super().__init__(f"{_SAID[code]}: {shown}" if shown else _SAID[code])
        self.code = code
        self.part = part[:LONGEST_PART]


@dataclass(frozen=True, slots=True)
class ShareLink:
    """One link of another platform.

    ``platform``: one of `platforms.BY_CODE` (taobao, jd, pdd, 1688 …). ``item_id`` is text (up to
    19 digits, or letters), None where only the phone can tell. ``url`` is the link without
    tracking, empty for a 口令 or a mini program alone. ``short``: has to be opened on the phone.
    ``same_as`` is equal for all shapes of one link; Taobao and Tmall share their numbers.
    """

    platform: str
    item_id: str | None
    url: str
    title: str
    kind: PageKind
    short: bool
    code: str
    same_as: str

    @property
    def unsure(self) -> bool:
        """Whether no source says if goods of its platform may be taken."""
        return BY_CODE[self.platform].unsure


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was read: the links in their order without repetitions, and each piece refused."""

    links: tuple[ShareLink, ...]
    refused: tuple[ShareTextError, ...]


def read_share_text(text: str) -> list[ShareLink]:
    """The links in a text, in their order, each once; ShareTextError if there is none."""
    pasted = read_pasted(text)
    if not pasted.links:
        raise pasted.refused[0]
    return list(pasted.links)


def read_pasted(text: str) -> Pasted:
    """The links in a text and what was refused. Never raises; one of the two is never empty."""
    if len(text) > LONGEST_TEXT:
        return Pasted((), (ShareTextError("too_long", text[:60]),))
    links: dict[str, ShareLink] = {}
    refused: dict[tuple[str, str], ShareTextError] = {}
    tidy = _tidy(text)
    for fragment in _fragments(tidy) if "\n" in tidy else (tidy,) if tidy.strip() else ():
        for read in _read(fragment):
            if isinstance(read, ShareTextError):
                refused.setdefault((read.code, read.part), read)
            else:
                links[read.same_as] = _merged(links.get(read.same_as), read)
    if not links and not refused:
        return Pasted((), (ShareTextError("empty"),))
    return Pasted(tuple(links.values()), tuple(refused.values()))


def _merged(first: ShareLink | None, again: ShareLink) -> ShareLink:
    if first is None:
        return again
    return replace(first, title=first.title or again.title, code=first.code or again.code)


# ---- the text as typed

# Letters and what only links have. The marks of a sentence stay wide: they end a link.
_WIDE: Final = {
    ord(sign) + 0xFEE0: sign for sign in string.ascii_letters + string.digits + "./_-%#@"
}
_UNSEEN: Final = dict.fromkeys(
    [0xAD, 0x61C, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A)]
)
_TIDIED: Final = str.maketrans(
    {**_UNSEEN, **_WIDE, "\r": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n", "\0": " "}
)
_WIDE_COLON: Final = re.compile("：(?=//)")
_WIDE_QUERY: Final = re.compile(
    r"(?<=[\w/.])？(?=[A-Za-z_]+[=＝])|(?<=[A-Za-z])＝(?=\w)|＆(?=[A-Za-z_]+=)"
)
_NARROW: Final = {"？": "?", "＝": "=", "＆": "&"}
_ENTITY: Final = re.compile(r"&((?:amp;)+|#38;|#x26;|quot;|lt;|gt;|nbsp;)", re.IGNORECASE)
_ENTITIES: Final = {"quot;": '"', "lt;": "<", "gt;": ">", "nbsp;": " "}
_CELL: Final = re.compile(r'(?:(?<=\t)|^)"((?:[^"]|"")*)"(?=[\t\n]|\Z)', re.MULTILINE)
_ESCAPED: Final = re.compile(r"(?<![^\s\"'：:（(「【])https?%3A%2F%2F[!-~]{1,4000}", re.IGNORECASE)


def _tidy(text: str) -> str:
    """The text with narrow letters, without unseen characters and with Excel's quotes undone."""
    text = text.replace("\r\n", "\n").translate(_TIDIED)
    text = _WIDE_COLON.sub(":", text)
    if "＝" in text or "？" in text or "＆" in text:
        # Twice: the first round makes the "=" that the others look for.
        for _ in range(2):
            text = _WIDE_QUERY.sub(lambda found: _NARROW[found[0]], text)
    if "&" in text:
        text = _ENTITY.sub(lambda found: _ENTITIES.get(found[1].lower(), "&"), text)
    if '"' in text:
        text = _CELL.sub(_cell, text)
    return _ESCAPED.sub(_unescaped, text) if "%" in text else text


def _cell(found: re.Match[str]) -> str:
    """A quoted cell: its line breaks do not part it."""
    return found[1].replace('""', '"').replace("\n", "\v")


def _unescaped(found: re.Match[str]) -> str:
    return unquote(found[0])


# ---- fragments: a line, or a share text that runs over several


def _fragments(text: str) -> Iterator[str]:
    """The text in pieces that stand for themselves.

    A line with a link or 口令 begins a piece. A line of words belongs to the share text that it
    touches: its title or tail below, else its title above.
    """
    lines: list[str] = []
    anchored = False
    for line in text.split("\n"):
        has_anchor = _anchored(line)
        if lines and not _continues(lines, anchored, line, has_anchor):
            yield "\n".join(lines)
            lines, anchored = [], False
        if line.strip():
            lines.append(line)
            anchored = anchored or has_anchor
    if lines:
        yield "\n".join(lines)


def _continues(lines: list[str], anchored: bool, line: str, has_anchor: bool) -> bool:
    if not line.strip():
        return False
    shares = words.SHARED.search(lines[-1]) is not None
    if has_anchor:
        return shares and not anchored
    if anchored and "「" in line and any("「" in each for each in lines):
        return False
    if words.SHARED.search(line):
        return True
    # A title may stand below its link, but not below a share text that has said all.
    return anchored and shares and lines[-1].rstrip()[-1].isascii()


def _anchored(line: str) -> bool:
    return _START.search(line) is not None or words.CODE.search(line) is not None


# ---- links in a fragment

_LABELS: Final = r"(?:[A-Za-z0-9_-]{1,63}\.){1,10}[A-Za-z]{2,18}"
_SHOP_HOST: Final = (
    r"(?:[A-Za-z0-9-]{1,63}\.){1,4}(?:tmall|taobao|1688|weidian|youzan)\.com(?![A-Za-z0-9.@_-])"
)
_START: Final = re.compile(
    # With a scheme, however it is glued to what stands before it.
    r"(?P<scheme>(?<![A-Za-z0-9+.-])[A-Za-z][A-Za-z0-9+.-]{1,19}|https?)://+"
    r"|(?P<script>(?<![A-Za-z0-9])(?:(?:javascript|vbscript)(?=:[!-~])"
    r"|file(?=:/)|blob(?=:http)|data(?=:(?:[a-z]+/|[,;])))):"
    rf"|(?<![:/\w.])//(?={_LABELS})"
    # Without one: a host with a path, maybe after user:password@; a shop's host may stand alone.
    r"|(?P<bare>)(?<![A-Za-z0-9@._/-])(?=(?:[A-Za-z0-9._~%+-]{1,40}(?::[^\s@/]{0,40})?@)?"
    rf"{_LABELS}\.?(?::[0-9]{{1,5}})?[/?]|{_SHOP_HOST})",
    re.IGNORECASE,
)
_ASCII: Final = r"[!#-;=?-\[\]_a-~]"
_RUN: Final = re.compile(
    # The host takes letters of any alphabet, to see the false ones; the rest ends with ASCII,
    # but for a word in Chinese between "=" and the next "&name=".
    rf"[\w.:@%~!$&*+=,;\[\]-]{{0,{LONGEST_LINK}}}"
    rf"(?:[/?#]{_ASCII}{{0,{LONGEST_LINK}}}"
    rf"(?:[^\x00-\x7f\s]{{1,60}}(?=&[A-Za-z_]+=){_ASCII}{{1,{LONGEST_LINK}}}){{0,9}})?"
)
_NEXT: Final = re.compile(
    r"(?<![=/:?&#@%])https?://|[,;|](?=(?://)?(?:[A-Za-z0-9-]+\.)+(?:com|cn|hk)[/?])", re.IGNORECASE
)
_PATH: Final = re.compile("[/?#]")
_WORD: Final = re.compile(r"\S*")
_GLUED: Final = re.compile(r"([a-z0-9.-]*[a-z])[\u3400-\u9fff]+").fullmatch
"""``item.jd.com看看``: words in Chinese right behind a host, unless more of a host follows."""
_HOST: Final = re.compile(r"(?=.{1,253}\Z)(?:[\w-]{1,63}\.)*[\w-]{1,63}").fullmatch


class _Found(NamedTuple):
    """A link or 口令 between two places of a fragment, or why a link is refused."""

    start: int
    end: int
    what: LinkedPage | words.Code | ShareTextError


def _read(fragment: str) -> Iterator[ShareLink | ShareTextError]:
    """The links and refusals of one fragment; plain words are refused as a whole."""
    found = list(_found(fragment))
    pages = [each for each in found if isinstance(each.what, LinkedPage)]
    # Beside a link the 口令 is the same thing said once more.
    good = pages or _codes_beside(fragment, found)
    named = "" if pages else words.app_named(fragment) or ""
    for each, before, after in _around(fragment, good):
        if isinstance(each.what, LinkedPage):
            yield _link(each.what, before, after)
        elif isinstance(each.what, words.Code):
            app = each.what.app or words.app_named(before + after) or named
            yield _code_alone(each.what, app, before, after)
    yield from (each.what for each in found if isinstance(each.what, ShareTextError))
    if not found and not good:
        yield ShareTextError("plain_words", fragment.strip())


def _codes_beside(fragment: str, found: list[_Found]) -> list[_Found]:
    """The 口令 that stand outside of all links."""
    codes = words.codes_in(fragment)
    if any(code.weak for code in codes) and not _can_be_code(fragment):
        codes = [code for code in codes if not code.weak]
    starts = [each.start for each in found]
    beside = []
    for code in codes:
        nearest = bisect_right(starts, code.start) - 1
        if nearest < 0 or found[nearest].end <= code.start:
            beside.append(_Found(code.start, code.end, code))
    return beside


def _can_be_code(fragment: str) -> bool:
    """Whether the words make a 口令 of what a brand in brackets could be as well."""
    asked = re.search("口令|复制|打开", fragment)
    return asked is not None and words.app_named(fragment) is not None


def _around(fragment: str, good: list[_Found]) -> Iterator[tuple[_Found, str, str]]:
    """Each find with the words before and after it that are its own."""
    before = fragment[: good[0].start] if good else ""
    for each, following in zip_longest(good, good[1:]):
        between = fragment[each.end : following.start if following else None]
        after, next_before = _parted(between) if following else (between, "")
        yield each, before, after
        before = next_before


def _parted(between: str) -> tuple[str, str]:
    """The words between two links: the tail of the first, the head of the second."""
    cut = max(between.rfind("\n"), between.rfind("\v"))
    tag = between.rfind("【")
    if cut < 0 and tag >= 0 and "」" not in between[tag:]:
        cut = tag
    return (between[:cut], between[cut:]) if cut >= 0 else (between, "")


_TAIL_TITLES: Final = ("taobao", "tmall", "xianyu", "jd", "douyin", "kuaishou")


def _link(page: LinkedPage, before: str, after: str) -> ShareLink:
    platform, kind = page.platform.code, page.kind
    title = words.title_in(before, after, tail=page.short and platform in _TAIL_TITLES)
    if page.short:
        platform = _family(before, after) if platform == "taobao" else platform
        kind = words.kind_told(platform, title, before + after)
    code = words.code_beside(after) or words.code_beside(before)
    return ShareLink(platform, page.item_id, page.url, title, kind, page.short, code, page.same_as)


def _family(before: str, after: str) -> str:
    """Whose m.tb.cn link it is: Taobao's unless the text says Tmall or Xianyu."""
    tagged = words.tagged_app(before)
    if tagged in ("tmall", "xianyu"):
        return tagged
    return "xianyu" if re.search("我在闲鱼|闲鱼号|打开闲鱼", after) else "taobao"


def _code_alone(code: words.Code, app: str, before: str, after: str) -> ShareLink | ShareTextError:
    """A 口令 without a link: the app is what the text says, for the fence proves nothing."""
    if not app:
        return ShareTextError("code_without_app", code.text)
    title = words.title_in(before, after, tail=False) or code.page
    kind = words.kind_told(app, title, before + after)
    return ShareLink(app, None, "", title, kind, True, code.text, f"{app}:{code.text}")


def _found(fragment: str) -> Iterator[_Found]:
    at = 0
    while start := _START.search(fragment, at):
        run = _run(fragment, start)
        at = max(start.end() + len(run), start.start() + 1)
        scheme = start["scheme"] or start["script"] or ""
        if not run:
            continue
        part = fragment[start.start() : start.end()] + run
        page = _page(scheme.lower(), run, part, bare=start["bare"] is not None)
        if fragment[at : at + 1] == "\\" and not _PATH.search(run):
            page = ShareTextError("bad_host", part)
        elif len(run) >= LONGEST_LINK and (rest := _WORD.match(fragment, at)):
            at = rest.end()
        if page is not None:
            yield _Found(start.start(), at, page)


def _run(fragment: str, start: re.Match[str]) -> str:
    """The link after its start: up to what cannot belong to it, without closing marks."""
    if start["script"]:
        return re.split("[\n\v]", fragment[start.end() :], maxsplit=1)[0].rstrip()
    found = _RUN.match(fragment, start.end())
    run_text = found[0] if found else ""
    if following := _NEXT.search(run_text, 1):
        run_text = run_text[: following.start()]
    return run_text.rstrip(CLOSING)


def _page(scheme: str, run: str, part: str, *, bare: bool) -> LinkedPage | ShareTextError | None:
    """The page a link leads to or why it is refused; None for a bare word that is no link."""
    if scheme and not scheme.endswith(("http", "https")):
        return ShareTextError("scheme", part)
    if len(run) >= LONGEST_LINK:
        return ShareTextError("too_long", part[:60])
    where = _PATH.search(run)
    authority, rest = (run[: where.start()], run[where.start() :]) if where else (run, "")
    if "@" in authority:
        return ShareTextError("user_info", part)
    host, colon, port = authority.lower().partition(":")
    host = host.removesuffix(".")
    if not rest and (glued := _GLUED(host)):
        host = glued[1]
    if not _HOST(host) or (colon and not port.isdecimal()):
        return ShareTextError("look_alike_host" if "%" in host else "bad_host", part)
    address, _, _ = rest.partition("#")
    path, _, query = address.partition("?")
    page = page_at(host, (re.sub("/+", "/", path) if "//" in path else path) or "/", query)
    if bare and not rest and (page is None or page.kind != "shop"):
        return None
    if not host.isascii() or "xn--" in host:
        return ShareTextError("look_alike_host", part)
    if page is None:
        return ShareTextError("look_alike_host" if looks_alike(host) else "not_a_shop_host", part)
    return page
