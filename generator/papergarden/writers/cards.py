"""Card pictures, which networks show where somebody shares a link: PNG, because none of them shows SVG.

A card takes milliseconds and kilobytes, a page of a paper far less, so only the newest papers have their own
(``cards`` in the settings says how many); a link to any other shows the card of the whole collection.
"""

import unicodedata
import zlib
from collections.abc import Callable, Container, Iterator, Sequence, Set
from functools import partial
from hashlib import blake2b
from io import BytesIO
from struct import pack
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

from papergarden.model import LateFile, Paper, Settings
from papergarden.text import escape
from papergarden.text.dates import day
from papergarden.writers import rich
from papergarden.writers.catalog import Catalog

CARD_FILE = "card.png"
WIDTH, HEIGHT = 600, 315
"""Pixels; the smallest that networks show in full width."""
MARGIN = 36
SHADES = 15
"""From paper to ink; the sixteenth colour is the leaf's. Sixteen fit into four bits a pixel."""
PAPER, INK, LEAF = (251, 249, 243), (29, 38, 32), (31, 104, 71)
SIZES = (34, 28, 23, 19)
"""Pixels of a title's letters: the largest that lets it fit is taken."""
TITLE_HEIGHT = 178
SMALL = 17
MUTED = 8
AUTHORS = 3
MOST_LOST = 0.25
"""The part of a title that the font may lack before it is no title any more."""
WORDS_KEPT = 1 << 14
"""Of how many words of a size the width is remembered."""
LEVEL = 3
"""Of compression; the next one takes twice as long for a twentieth less."""


def write(catalog: Catalog, settings: Settings, font: bytes) -> Iterator[LateFile]:
    """The card of the collection; none without an address to show it from."""
    if settings.site_url and settings.cards:
        words = (
            settings.site_description or settings.site_name,
            f"{len(catalog.newest):,} papers",
            settings.site_name,
        )
        yield _Painter(font, settings.site_name).card(CARD_FILE, lambda: words)


def of_papers(keys: Container[str], catalog: Catalog, settings: Settings, font: bytes) -> Iterator[LateFile]:
    """The cards of some papers, as far as these are among the newest."""
    painter = _Painter(font, settings.site_name)
    for paper in _chosen(catalog.newest, settings):
        if paper.key in keys:
            yield painter.card(paper.url + CARD_FILE, partial(painter.words, paper))


def with_own_card(newest: Sequence[Paper], settings: Settings) -> Set[str]:
    """The keys of the papers that have a card of their own, of all papers in their order, newest first."""
    return {paper.key for paper in _chosen(newest, settings)}


def _chosen(newest: Sequence[Paper], settings: Settings) -> Sequence[Paper]:
    return newest[: settings.cards] if settings.site_url else ()


_Words = tuple[str, str, str]
"""A title, a line below it and one at the foot."""


class _Letter(NamedTuple):
    """A letter in a size: its picture if any can be seen, where that is, and how far it is to the next."""

    mask: Image.Image | None
    left: int
    top: int
    width: int


class _Painter:
    """Sets words in one font; each letter of each size is drawn once, and all cards on one canvas."""

    def __init__(self, font: bytes, site_name: str) -> None:
        self._data = font
        self._font_key = blake2b(font, digest_size=8).hexdigest()
        self._site_name = site_name
        self._fonts: dict[int, ImageFont.FreeTypeFont] = {}
        self._widths: dict[int, dict[str, int]] = {size: {} for size in (*SIZES, SMALL)}
        self._drawable: dict[str, str] = {}
        self._sure: set[str] = set()
        self._letters: dict[int, dict[str, _Letter]] = {size: {} for size in (*SIZES, SMALL)}
        self._canvas = Image.new("P", (FILTER + WIDTH, HEIGHT))
        self._pen = ImageDraw.Draw(self._canvas)

    def card(self, path: str, words: Callable[[], _Words]) -> LateFile:
        """A card to be; it is made from its words and the font."""
        return LateFile(path, lambda: self.paint(*words()), lambda: "\0".join((self._font_key, *words())))

    def words(self, paper: Paper) -> _Words:
        """What is on the card of a paper: its title, its first authors, its date."""
        names = [self._known(author.name) for author in paper.authors[:AUTHORS]]
        more = len(paper.authors) > AUTHORS or not paper.authors_complete
        people = ", ".join(filter(None, names)) + (" and others" if more and any(names) else "")
        number = f"arXiv:{paper.arxiv_id}" if paper.arxiv_id else self._site_name
        title = self._known(rich.plain(paper.title)) or number
        return title, people, " · ".join(filter(None, (day(paper.date), self._site_name)))

    def paint(self, title: str, below: str, foot: str) -> bytes:
        """A picture of a title, a line below it and one at the foot, as PNG."""
        self._canvas.paste(0, (0, 0, FILTER + WIDTH, HEIGHT))
        self._canvas.paste(SHADES, (FILTER, HEIGHT - STEM, FILTER + WIDTH, HEIGHT))
        size, lines = self._fitted(self._known(title))
        for number, line in enumerate(lines):
            self._write(line, size, round(MARGIN - 6 + number * size * 1.25), SHADES - 1)
        for text, y in ((below, HEIGHT - 88), (foot, HEIGHT - 56)):
            self._write(self._one_line(self._known(text)), SMALL, y, MUTED)
        return _png(self._canvas)

    def _write(self, line: str, size: int, y: int, shade: int) -> None:
        """Put a line on the canvas: each letter of it as it was drawn when it was first asked for."""
        letters, x = self._letters[size], FILTER + MARGIN
        for char in line:
            letter = letters.get(char) or self._letter(char, size)
            if letter.mask:
                self._pen.bitmap((x + letter.left, y + letter.top), letter.mask, shade)
            x += letter.width

    def _letter(self, char: str, size: int) -> _Letter:
        """A letter as the font draws it, which moves no two letters together by even a tenth of a pixel."""
        font = self._font(size)
        left, top, right, bottom = map(int, font.getbbox(char))
        mask = None
        if right > left and bottom > top:
            mask = Image.new("L", (right - left, bottom - top))
            ImageDraw.Draw(mask).text((-left, -top), char, font=font, fill=255)
        made = self._letters[size][char] = _Letter(mask, left, top, round(font.getlength(char)))
        return made

    def _known(self, text: str) -> str:
        """What the font can show of a text, without accents where it must be; "" if too much is lost."""
        folded = unicodedata.normalize("NFC", escape.fold(text))
        if self._sure.issuperset(folded):
            return folded
        shown = "".join(map(self._glyph, folded))
        letters = sum(not char.isspace() for char in folded)
        kept = sum(not char.isspace() for char in shown)
        return " ".join(shown.split()) if kept >= letters * (1 - MOST_LOST) else ""

    def _glyph(self, char: str) -> str:
        if char not in self._drawable:
            bare = unicodedata.normalize("NFKD", char)[0]
            self._drawable[char] = char if self._has(char) else bare if self._has(bare) else ""
            if self._drawable[char] == char:
                self._sure.add(char)
        return self._drawable[char]

    def _has(self, char: str) -> bool:
        """A font draws one and the same sign for everything that it lacks."""
        if char.isspace():
            return True
        if unicodedata.category(char)[0] in "MC":
            return False  # marks without their letter, and what cannot be seen
        font = self._font(SMALL)
        return bytes(font.getmask(char)) != bytes(font.getmask("\U0010fffd"))

    def _font(self, size: int) -> ImageFont.FreeTypeFont:
        if size not in self._fonts:
            basic = ImageFont.Layout.BASIC  # the same on every machine, whatever libraries it has
            self._fonts[size] = ImageFont.truetype(BytesIO(self._data), size, layout_engine=basic)
        return self._fonts[size]

    def _fitted(self, text: str) -> tuple[int, list[str]]:
        """The size and the lines of a title; one that fits in no size ends with an ellipsis."""
        for size in SIZES:
            lines = self._lines(text, size)
            most = int(TITLE_HEIGHT / (size * 1.25))
            if len(lines) <= most:
                return size, lines
        return size, [*lines[: most - 1], lines[most - 1].rstrip(" ,;:.") + " …"]

    def _lines(self, text: str, size: int) -> list[str]:
        lines: list[str] = []
        room = 0
        space = self._width(" ", size)
        for word in text.split():
            for part in self._parts(word, size):
                width = self._width(part, size)
                if lines and width + space <= room:
                    lines[-1] += f" {part}"
                    room -= width + space
                else:
                    lines.append(part)
                    room = WIDTH - 2 * MARGIN - width
        return lines

    def _parts(self, word: str, size: int) -> list[str]:
        """The word, or pieces of one that is wider than the card."""
        if self._width(word, size) <= WIDTH - 2 * MARGIN:
            return [word]
        piece = max(1, int(len(word) * (WIDTH - 2 * MARGIN) / self._width(word, size)) - 2)
        return [word[at : at + piece] for at in range(0, len(word), piece)]

    def _one_line(self, text: str) -> str:
        lines = self._lines(text, SMALL) or [""]
        return lines[0] if len(lines) == 1 else lines[0].rstrip(" ,;:.") + " …"

    def _width(self, text: str, size: int) -> int:
        known = self._widths[size]
        if text not in known:
            letters = self._letters[size]
            if len(known) >= WORDS_KEPT:
                known.clear()
            known[text] = sum((letters.get(char) or self._letter(char, size)).width for char in text)
        return known[text]


def _between(shade: int) -> list[int]:
    """A colour on the way from paper (0) to ink."""
    return [start + (end - start) * shade // (SHADES - 1) for start, end in zip(PAPER, INK, strict=True)]


PALETTE = bytes([part for shade in range(SHADES) for part in _between(shade)]) + bytes(LEAF)
FILTER = 2
"""Pixels to the left of the picture that stay empty: the byte that a PNG has before each row (no filter)."""
STEM = 12
"""Rows of the leaf's colour at the foot."""


def _png(canvas: Image.Image) -> bytes:
    """A drawing in shades as a picture of sixteen colours (PNG, W3C 2003).

    Pillow, which tries each row in several ways, takes three times as long for as many bytes.
    """
    data = zlib.compress(canvas.tobytes("raw", "P;4"), LEVEL)
    head = pack(">IIBBBBB", WIDTH, HEIGHT, 4, 3, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"PLTE", PALETTE), (b"IDAT", data), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join([_chunk(kind, content) for kind, content in chunks])


def _chunk(kind: bytes, content: bytes) -> bytes:
    return pack(">I", len(content)) + kind + content + pack(">I", zlib.crc32(kind + content))
