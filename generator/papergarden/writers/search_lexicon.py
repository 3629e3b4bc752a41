"""Texts as numbers of the pieces that they are made of: each run of text is cut and stemmed once.

Numbers are packed, four bytes each: what all documents say has to be held until it is known which writings
they use.
"""

from array import array
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from papergarden.text.stemming import stem
from papergarden.text.tokens import HUMP, LONGEST_WORD, cut, pieces_of, runs
from papergarden.writers.search_documents import SearchDocument
from papergarden.writers.search_lists import packed, unpacked

STOP_WORDS = frozenset(
    """
    a about also an and are as at be been both by can do each for from had has have how however in
    into is it its may more most no not of on or other our show such than that the their them then
    there these they this those through to under use was we were when where which while who with would
    """.split()  # noqa: SIM905
)
"""Words that nobody searches for; they are found in titles and names only."""
STOP_STEMS = frozenset(map(stem, STOP_WORDS))

Phrase = tuple[str, ...]
Writing = tuple[Phrase, str]
"""Words and what else is written for them: a long form and its acronym, two parts and the solid word."""


class Piece(NamedTuple):
    """All that is ever asked of a run of text, worked out once.

    ``forms`` are its words, not stemmed; ``stems`` are the terms under which it is found; ``parts`` are the
    stems one after the other, without solid writings, for phrases; ``solid`` are the terms of solid writings
    that are no stop words, ``joined`` the two parts of a word like ``self-supervised`` and the solid one.
    """

    forms: Phrase
    stems: Phrase
    parts: Phrase
    solid: Phrase = ()
    joined: tuple[Writing, ...] = ()


class Text(NamedTuple):
    """A document's fields as the packed numbers of their pieces: what all further work is done on.

    ``compounds`` are those pieces of the abstract that have solid writings.
    """

    title: bytes
    authors: bytes
    tags: bytes
    abstract: bytes
    compounds: bytes


class Lexicon(dict[str, bytes]):
    """The packed number of the piece that a run of text is; nothing for one without words.

    Words that are the same but for case are one piece. ``known`` are all pieces by their numbers, ``stems``
    and ``parts`` what is asked of many of them; ``compounds`` are the numbers of those with a solid writing.
    """

    def __init__(self) -> None:
        super().__init__()
        self.known: list[Piece] = []
        self.stems: list[Phrase] = []
        self.parts: list[Phrase] = []
        self.compounds: set[bytes] = set()

    def __missing__(self, run: str) -> bytes:
        lower, is_word = run.lower(), run.isalnum() and not HUMP.search(run)
        if is_word and lower != run:
            found = self[lower]
        elif is_word and run.isascii():  # as most are
            found = self._number(word(run))
        else:
            found = self._cut(run)
        self[run] = found
        return found

    def read(self, document: SearchDocument, used: Counter[bytes] | None = None) -> Text:
        """Cut the texts of a document into pieces, and count in ``used`` how often each is used.

        In a title or name it counts twice.
        """
        title, authors = self.pieces(document.title), self.pieces("\n".join(document.authors))
        tags, abstract = self.pieces("\n".join(document.tags)), self.pieces(document.abstract)
        if used is not None:
            used.update(abstract + 2 * (title + authors))
        compounds = filter(self.compounds.__contains__, abstract)
        return Text(*map(b"".join, (title, authors, tags, abstract, compounds)))

    def pieces(self, text: str) -> list[bytes]:
        """The numbers of the pieces of a text, each on its own."""
        return list(map(self.__getitem__, runs(text)))

    def numbers(self, text: str) -> bytes:
        """The numbers of the pieces of a text."""
        return b"".join(map(self.__getitem__, runs(text)))

    def stems_of(self, numbers: bytes) -> Phrase:
        """The terms under which some pieces are found."""
        return tuple(chain.from_iterable(map(self.stems.__getitem__, unpacked(numbers))))

    def parts_of(self, numbers: bytes) -> Phrase:
        """The parts of some pieces, one after the other."""
        return tuple(chain.from_iterable(map(self.parts.__getitem__, unpacked(numbers))))

    def known_of(self, numbers: bytes) -> Iterator[Piece]:
        """Some pieces, with all that is known of them."""
        return map(self.known.__getitem__, unpacked(numbers))

    def joined(self, text: Text) -> Iterator[Writing]:
        """The solid words in title and abstract that have two parts, once for each way they are printed."""
        for one in {*unpacked(text.title), *unpacked(text.compounds)}:
            yield from self.known[one].joined

    def telling(self, numbers: bytes) -> list[Phrase]:
        """The terms of each of some pieces that say more than stop words."""
        return [self.stems[one] for one in unpacked(numbers) if not STOP_STEMS.issuperset(self.parts[one])]

    def last(self, text: str, count: int) -> Phrase:
        """So many parts of words, those with which a text ends."""
        parts: Phrase = ()
        for run in reversed(runs(text)):
            if len(parts) >= count:
                break
            parts = self.parts_of(self[run]) + parts
        return parts[-count:]

    def _cut(self, run: str) -> bytes:
        """The number of what is in a run; several pieces are one together."""
        texts = pieces_of(run)
        if len(texts) == 1 and texts[0] != run:
            return self[texts[0]]
        found = [piece(text) for text in texts]
        if len(found) > 1:
            found = [Piece(*(tuple(chain.from_iterable(some)) for some in zip(*found, strict=True)))]
        return self._number(found[0]) if found else b""

    def _number(self, found: Piece) -> bytes:
        """The number of a piece that is new."""
        number = packed(array("I", (len(self.known),)))
        self.known.append(found)
        self.stems.append(found.stems)
        self.parts.append(found.parts)
        if found.solid:
            self.compounds.add(number)
        return number


def word(text: str) -> Piece:
    """What is to be known of letters and digits in lower case."""
    form = text[:LONGEST_WORD]
    term = stem(form)
    alone = (term,)
    return Piece(alone if term == form else (form,), alone, alone)


def piece(text: str) -> Piece:
    """What is to be known of any folded piece of text."""
    found = cut(text)
    forms = tuple(chain.from_iterable(word.forms for word in found))
    stems = tuple(map(stem, forms))
    if not (found and found[0].solid):
        return Piece(forms, stems, stems)
    parts = stems[:-1]
    joined = ((parts, stems[-1]),) if len(parts) == 2 else ()
    solid = () if stems[-1] in STOP_STEMS else stems[-1:]
    return Piece(forms, stems, parts, solid, joined)
