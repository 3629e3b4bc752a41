"""Card pictures, which networks show where somebody shares a link: PNG, because none of them shows SVG.

A card takes milliseconds and kilobytes, a page of a paper far less, so only the newest papers have their own
(``cards`` in the settings says how many); a link to any other shows the card of the whole collection.
"""

import unicodedata
from collections.abc import Iterator, Sequence, Set
from functools import partial
from hashlib import blake2b
from io import BytesIO

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
MUTED = 9
AUTHORS = 3
MOST_LOST = 0.25
"""The part of a title that the font may lack before it is no title any more."""


def write(catalog: Catalog, settings: Settings, font: bytes) -> Iterator[LateFile]:
    """The card of the collection and of its newest papers; none without an address to show them from."""
    if not (settings.site_url and settings.cards):
        return
    painter = _Painter(font, settings.site_name)
    known = f"{len(catalog.newest):,} papers"
    title = settings.site_description or settings.site_name
    yield painter.card(CARD_FILE, title, known, settings.site_name)
    chosen = with_own_card(catalog.newest, settings)
    for paper in catalog.newest:
        if paper.key in chosen:
            yield painter.paper(paper)


def with_own_card(newest: Sequence[Paper], settings: Settings) -> Set[str]:
    """The keys of the papers that have a card of their own, of all papers in their order, newest first."""
    return {paper.key for paper in newest[: settings.cards]} if settings.site_url else set()


class _Painter:
    """Sets words in one font; each word of each size is measured once."""

    def __init__(self, font: bytes, site_name: str) -> None:
        self._data = font
        self._font_key = blake2b(font, digest_size=8).hexdigest()
        self._site_name = site_name
        self._fonts: dict[int, ImageFont.FreeTypeFont] = {}
        self._widths: dict[tuple[int, str], float] = {}
        self._drawable: dict[str, str] = {}

    def card(self, path: str, *words: str) -> LateFile:
        """A card to be; it is made from its words and the font."""
        return LateFile(path, partial(self.paint, *words), "\0".join((self._font_key, *words)))

    def paper(self, paper: Paper) -> LateFile:
        """The card of a paper: its title, its first authors, its date."""
        names = [self._known(author.name) for author in paper.authors[:AUTHORS]]
        more = len(paper.authors) > AUTHORS or not paper.authors_complete
        people = ", ".join(filter(None, names)) + (" and others" if more and any(names) else "")
        number = f"arXiv:{paper.arxiv_id}" if paper.arxiv_id else self._site_name
        title = self._known(rich.plain(paper.title)) or number
        foot = " · ".join(filter(None, (day(paper.date), self._site_name)))
        return self.card(paper.url + CARD_FILE, title, people, foot)

    def paint(self, title: str, below: str, foot: str) -> bytes:
        """A picture of a title, a line below it and one at the foot, as PNG."""
        canvas = Image.new("L", (WIDTH, HEIGHT))
        draw = ImageDraw.Draw(canvas)
        size, lines = self._fitted(self._known(title))
        for number, line in enumerate(lines):
            place = (MARGIN, MARGIN - 6 + number * size * 1.25)
            draw.text(place, line, font=self._font(size), fill=255)
        for text, y in ((below, HEIGHT - 88), (foot, HEIGHT - 56)):
            line = self._one_line(self._known(text))
            draw.text((MARGIN, y), line, font=self._font(SMALL), fill=255 * MUTED // SHADES)
        return _png(canvas)

    def _known(self, text: str) -> str:
        """What the font can show of a text, without accents where it must be; "" if too much is lost."""
        folded = unicodedata.normalize("NFC", escape.fold(text))
        shown = "".join(map(self._glyph, folded))
        letters = sum(not char.isspace() for char in folded)
        kept = sum(not char.isspace() for char in shown)
        return " ".join(shown.split()) if kept >= letters * (1 - MOST_LOST) else ""

    def _glyph(self, char: str) -> str:
        if char not in self._drawable:
            bare = unicodedata.normalize("NFKD", char)[0]
            self._drawable[char] = char if self._has(char) else bare if self._has(bare) else ""
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
        room = 0.0
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

    def _width(self, text: str, size: int) -> float:
        if (size, text) not in self._widths:
            self._widths[size, text] = self._font(size).getlength(text)
        return self._widths[size, text]


def _png(canvas: Image.Image) -> bytes:
    """A drawing in shades as a picture of sixteen colours, with the leaf's at its foot."""
    shades = canvas.point([value * (SHADES - 1) // 255 for value in range(256)])
    picture = Image.frombytes("P", shades.size, shades.tobytes())
    ImageDraw.Draw(picture).rectangle((0, HEIGHT - 12, WIDTH, HEIGHT), fill=SHADES)
    picture.putpalette([part for shade in range(SHADES) for part in _between(shade)] + list(LEAF))
    saved = BytesIO()
    picture.save(saved, "PNG", bits=4)
    return saved.getvalue()


def _between(shade: int) -> list[int]:
    """A colour on the way from paper (0) to ink."""
    return [start + (end - start) * shade // (SHADES - 1) for start, end in zip(PAPER, INK, strict=True)]
