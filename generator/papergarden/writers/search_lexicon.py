"""Texts as numbers of the pieces that they are made of: each run of text is cut and stemmed once.

What all documents say has to be held until it is known which writings they use: four bytes a piece.
"""

from array import array
from collections.abc import Iterable
from itertools import accumulate, chain
from typing import NamedTuple

from papergarden.text.stemming import stem
from papergarden.text.tokens import HUMP, LONGEST_WORD, cut, pieces_of, runs
from papergarden.writers.search_documents import SearchDocument

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
FIELDS = ("title", "authors", "tags", "abstract")
"""Of a document, with words."""


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


NOTHING = Piece((), (), ())


class Chains:
    """For each of many things some numbers, one chain after the other."""

    def __init__(self) -> None:
        self.numbers, self.ends = array("I"), array("I")

    def append(self, numbers: Iterable[int]) -> None:
        """Add what the next thing has."""
        self.numbers.extend(numbers)
        self.ends.append(len(self.numbers))

    def add(self, number: int) -> None:
        """Add the one number that the next thing has."""
        self.numbers.append(number)
        self.ends.append(len(self.numbers))

    def __getitem__(self, thing: int) -> "array[int]":
        return self.numbers[self.ends[thing - 1] if thing else 0 : self.ends[thing]]


def chained(things: Iterable[Iterable[int]]) -> Chains:
    """The numbers of each thing."""
    chains, some = Chains(), list(map(tuple, things))
    chains.numbers.extend(chain.from_iterable(some))
    chains.ends.extend(accumulate(map(len, some)))
    return chains


class Terms(dict[str, int]):
    """Terms, numbered as they come, and by number."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def __missing__(self, term: str) -> int:
        number = self[term] = len(self.names)
        self.names.append(term)
        return number

    def of(self, phrase: Iterable[str]) -> Iterable[int]:
        """The numbers of some terms."""
        return map(self.__getitem__, phrase)


class Lexicon(dict[str, int]):
    """The number of the piece that a run of text is; 0 for one without words.

    Words that are the same but for case are one piece. Of pieces are known the ``forms``, joined by blanks,
    and in numbers of ``terms`` the ``stems``, ``parts`` and ``solid`` writings; few have parts ``joined``.
    """

    def __init__(self) -> None:
        super().__init__()
        self.terms = Terms()
        self.forms: list[str] = []
        self.stems, self.parts, self.solid = Chains(), Chains(), Chains()
        self.joined: dict[int, tuple[Writing, ...]] = {}
        self._number(NOTHING)

    def __missing__(self, run: str) -> int:
        lower, is_word = run.lower(), run.isalnum() and not HUMP.search(run)
        if is_word and lower != run:
            found = self[lower]
        elif is_word and run.isascii():  # as most are
            found = self._word(run)
        else:
            found = self._cut(run)
        self[run] = found
        return found

    def pieces(self, text: str) -> Iterable[int]:
        """The numbers of the pieces of a text."""
        return map(self.__getitem__, runs(text))

    def last(self, text: str, count: int) -> Phrase:
        """So many parts of words, those with which a text ends."""
        parts: Phrase = ()
        for run in reversed(runs(text)):
            if len(parts) >= count:
                break
            parts = tuple(map(self.terms.names.__getitem__, self.parts[self[run]])) + parts
        return parts[-count:]

    def _word(self, run: str) -> int:
        """The number of letters and digits in lower case, which are new."""
        form = run[:LONGEST_WORD]
        term = self.terms[stem(form)]
        self.stems.add(term)
        self.parts.add(term)
        self.solid.append(())
        self.forms.append(form)
        return len(self.forms) - 1

    def _cut(self, run: str) -> int:
        """The number of what is in a run; several pieces are one together."""
        texts = pieces_of(run)
        if len(texts) == 1 and texts[0] != run:
            return self[texts[0]]
        found = [piece(text) for text in texts]
        if len(found) > 1:
            found = [Piece(*(tuple(chain.from_iterable(some)) for some in zip(*found, strict=True)))]
        return self._number(found[0]) if found else 0

    def _number(self, found: Piece) -> int:
        """The number of a piece that is new."""
        number = len(self.forms)
        self.forms.append(" ".join(found.forms))
        self.stems.append(self.terms.of(found.stems))
        self.parts.append(self.terms.of(found.parts))
        self.solid.append(self.terms.of(found.solid))
        if found.joined:
            self.joined[number] = found.joined
        return number


class Texts:
    """What documents say in each of their fields, as numbers of pieces."""

    def __init__(self) -> None:
        self.fields = {name: Chains() for name in FIELDS}

    def __len__(self) -> int:
        return len(self.fields["title"].ends)

    def read(self, document: SearchDocument, lexicon: Lexicon) -> None:
        """Add what the next document says."""
        self.fields["title"].append(lexicon.pieces(document.title))
        self.fields["authors"].append(lexicon.pieces("\n".join(document.authors)))
        self.fields["tags"].append(lexicon.pieces("\n".join(document.tags)))
        self.fields["abstract"].append(lexicon.pieces(document.text))


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
