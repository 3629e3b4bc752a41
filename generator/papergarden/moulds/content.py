"""The body of a made page as HTML, without a Markdown parser.

Made pages are Markdown of the plainest kind: HTML elements that begin a line and end before a blank one, and
headings with ``#`` or ``##``. Python-Markdown copies the elements as they are and asks its table of contents
for the id of a heading, so nothing has to be parsed; what is not of this kind is left to Python-Markdown.
"""

import html
import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from string import ascii_lowercase, ascii_uppercase
from typing import NamedTuple

Convert = Callable[[str], str]
"""Markdown to HTML, as the site's own converter does it with the extensions in use."""

BLOCKS = (
    *("p", "div", "ul", "ol", "dl", "table", "nav", "details", "section", "form", "article", "aside"),
    *("figure", "header", "footer"),
)
"""Elements that Python-Markdown takes as blocks of HTML wherever they begin a line."""
LEVELS = (1, 2)
COMMENT = re.compile(r"<!--(?:[^-]|-(?!->))*-->")
AFTER = re.compile(r" *\n *\n| *\n?\Z")
"""What follows an element that stands alone: a blank line, or the end."""
BREAK = re.compile(r"\n(?:(#.*)(?:\n+(?!#))?|\n+(?=\n#)|\n\n+)")
"""A heading, or more than one blank line, which is as good as one; blank lines after a heading are none."""
SPACES = re.compile(r"(?<=\n) +\n")
BEGINNING = re.compile(r"<([a-z]+)(?=[\s>])")
HEADING = re.compile(r"(#{1,2}) +(.*[^\s#]) *(?:\n|\Z)")
TAG = re.compile(r"<!--.*?-->|<[^>]*>")
MARKS = {name: (f"</{name}>", len(name) + 3, f"<{name}") for name in BLOCKS}
"""How an element ends, in how many characters, and how another may begin in it."""
_NO_PART = bytes(code for code in range(128) if re.match(r"[^\w -]", chr(code)))
"""Characters that an id leaves out, of those that are left when it is ASCII."""
_SMALL = bytes.maketrans(ascii_uppercase.encode(), ascii_lowercase.encode())
COUNTED = re.compile(r"(.*)_(\d+)")
PROBES = (
    "A plain one",
    "2024",
    "Ünïcode – ﬁne, ½ &#58; &#60;b&#62; &#34;q&#34; &#39;s&#39; &#38;amp&#59; &#42;no&#95;t&#42; www&#46;x.y",
    'On <math display="inline"><mi>x</mi><mo>&lt;</mo></math> -- and ... (c) 1/2 H2O x^2',
    "日本語",
    "1. A list? - no; nor %this% (tm)",
)
"""Headings in which an extension could see something to change."""


class NotPlainError(Exception):
    """The body is not of the kind that can be copied."""


class Content(NamedTuple):
    """A body as HTML, and the id of its first heading that the table of contents lists ("" without one)."""

    html: str
    first: str = ""


class Converter:
    """Turns bodies into HTML as ``convert`` would; asks it once how headings look.

    ``faithful`` tells whether headings can be made without it. An extension that changes text (typographic
    quotes, abbreviations) would be missed, so it is asked for the awkward ones first. ``plain`` says that all
    bodies are known to be of the kind that can be copied, so that only headings are looked for in them.
    """

    def __init__(self, convert: Convert, listed: range, plain: bool = False) -> None:
        self.listed, self._cut = listed, _between_headings if plain else _checked
        self._frames = {level: _frame(convert, level) for level in LEVELS}
        self._known = lru_cache(maxsize=4096)(self._heading)
        self.faithful = all(self._frames.values()) and all(
            convert(f"{'#' * level} {text}") == self._heading(f"{'#' * level} {text}")[-1]
            for level in LEVELS
            for text in PROBES
        )

    def __call__(self, body: str) -> Content:
        """The HTML of a body; raises ``NotPlainError`` for one that only a Markdown parser understands."""
        if not self.faithful:
            raise NotPlainError
        made: list[str] = []
        ids: set[str] = set()
        first = ""
        for piece in self._cut(body):
            if piece[:1] == "#":
                level, text, name, heading = self._known(piece)
                if name in ids:
                    name = _unique(name, ids)
                    heading = self._in_frame(level, text, name)
                ids.add(name)
                if not first and level in self.listed:
                    first = name
                made.append(heading)
            else:
                made.append(piece)
        return Content("\n".join(made).strip(), first)

    def headings(self, body: str) -> str:
        """Nothing but the headings of a body; raises ``NotPlainError`` where it is not seen to be plain."""
        return "\n\n".join([piece for piece in _checked(body) if piece[0] == "#"])

    def _heading(self, line: str) -> tuple[int, str, str, str]:
        """The level and text of a heading, its id and HTML where no other heading has that id."""
        match = HEADING.fullmatch(line)
        if match is None:
            raise NotPlainError
        marks, text = match.groups()
        name = _unique(slugified(TAG.sub("", text) if "<" in text else text), set())
        return len(marks), text, name, self._in_frame(len(marks), text, name)

    def _in_frame(self, level: int, text: str, name: str) -> str:
        fill = {"id": name, "text": text}
        return "".join([fill.get(part, part) for part in self._frames[level]])


def _between_headings(body: str) -> list[str]:
    """Headings, and what stands between two of them."""
    return [piece or "" for piece in BREAK.split(f"\n{body}") if piece != ""]


def _checked(body: str) -> Iterator[str]:
    """Headings and elements, these with a blank line; raises ``NotPlainError`` for what is neither.

    Nearly always a block stands between two blank lines, where a look or two tell what it is.
    """
    body = SPACES.sub("\n", body)
    parts = [block for part in body.split("\n\n") if (block := part.strip("\n"))]
    blocks = parts if all(map(_is_block, parts)) else _taken_apart(body)
    return (block if block[0] == "#" else f"{block}\n" for block in blocks)


def _is_block(text: str) -> bool:
    """Whether a text without blank lines is one heading or one element."""
    begins = BEGINNING.match(text)
    if begins and (marks := MARKS.get(begins[1])):
        close, length, begin = marks
        ends_once = text.find(close) + length == len(text) and text.find(begin, 1) < 0
        return ends_once or _is_whole(text, begins[1])
    return bool((HEADING if text[0] == "#" else COMMENT).fullmatch(text))


def _is_whole(block: str, name: str) -> bool:
    """Whether the element that a block begins with ends with it, and not before."""
    begun = block.count(f"<{name} ") + block.count(f"<{name}>")
    return begun == block.count(f"</{name}>") and _end(block, 0) == len(block)


def _taken_apart(body: str) -> Iterator[str]:
    """The same where an element has blank lines in it."""
    at = 0
    while at < len(body):
        if body[at] == "\n":
            at += 1
        elif body[at] == "#":
            match = HEADING.match(body, at)
            if match is None:
                raise NotPlainError
            yield match[0].strip("\n")
            at = match.end()
        else:
            end = _end(body, at)
            if not AFTER.match(body, end):
                raise NotPlainError
            yield body[at:end]
            at = end


def _end(body: str, start: int) -> int:
    """Where the element or comment that begins here is closed."""
    if comment := COMMENT.match(body, start):
        return comment.end()
    match = BEGINNING.match(body, start)
    if match is None or match[1] not in MARKS or (start and body[start - 1] != "\n"):
        raise NotPlainError
    name, inside, end = match[1], match.end(), start
    opened = closed = 0
    while opened >= closed:
        end = body.find(f"</{name}>", inside)
        if end < 0:
            raise NotPlainError
        opened += body.count(f"<{name} ", inside, end) + body.count(f"<{name}>", inside, end)
        closed += 1
        inside = end + len(name) + 3
    return inside


def _frame(convert: Convert, level: int) -> tuple[str, ...]:
    """What is around the text and the id of a heading, which stand in it as ``text`` and ``id``."""
    text, name = "Pgheading of mould", "pgheading-of-mould"
    return tuple(
        "text" if part == text else "id" if part == name else part
        for part in re.split(f"({text}|{name})", convert(f"{'#' * level} {text}"))
    )


def slugified(text: str) -> str:
    """The id for a heading's text, as Python-Markdown's table of contents makes it."""
    text = " ".join((html.unescape(text) if "&" in text else text).split())
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
    name = text.encode("ascii", "ignore").translate(_SMALL, _NO_PART).strip().replace(b" ", b"-")
    while b"--" in name:
        name = name.replace(b"--", b"-")
    return name.decode()


def _unique(name: str, taken: set[str]) -> str:
    """The id, counted on where the page has it already or it is empty."""
    if name in taken or not name:
        match = COUNTED.fullmatch(name)
        base, count = (match[1], int(match[2])) if match else (name, 0)
        while (name := f"{base}_{count + 1}") in taken:
            count += 1
    taken.add(name)
    return name
