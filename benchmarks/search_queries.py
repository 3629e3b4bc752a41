"""Known-item queries made from papers: what somebody would type who has one certain paper in mind.

The rank at which that paper comes is a judgement that needs no judge. ``tune`` and ``report`` are drawn from
different papers: what is tuned on one is told of the other.
"""

import random
import string
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from papergarden.text.stemming import stem
from papergarden.text.tokens import words
from papergarden.writers.search_documents import SearchDocument
from papergarden.writers.search_lexicon import STOP_WORDS

RARE = range(2, 11)
MID = (0.001, 0.01)
"""Rare words are in so many documents, mid-frequency words in such shares of them."""
SHORTEST_TYPO = 5


@dataclass(frozen=True, slots=True)
class Query:
    """A text to type, the kind of query it is, and the address of the one document it is meant to find."""

    kind: str
    text: str
    url: str


class Words:
    """The words of the documents, and in how many of them each is."""

    def __init__(self, documents: Sequence[SearchDocument]) -> None:
        self.count = len(documents)
        self.titles = [_plain(document.title) for document in documents]
        self.texts = [_plain(f"{document.title} {document.abstract}") for document in documents]
        self.named = Counter(map(tuple, self.titles))
        self.df = Counter(term for text in self.texts for term in {stem(word) for word in text})

    def unique(self, place: int) -> bool:
        """Whether no other document has the title."""
        return self.named[tuple(self.titles[place])] == 1


def known_items(documents: Sequence[SearchDocument], split: str, each: int) -> Iterator[Query]:
    """``each`` queries of every kind; ``split`` is ``tune`` or ``report``."""
    known = Words(documents)
    for kind, make in KINDS.items():
        dice = random.Random(f"{split} {kind}")
        # Of papers listed twice nobody can say which one was meant.
        places = [i for i in range(split == "report", len(documents), 2) if known.unique(i)]
        dice.shuffle(places)
        made = 0
        for place in places:
            text = make(documents[place], known, place, dice)
            if text:
                yield Query(kind, text, documents[place].url)
                made += 1
            if made == each:
                break


def _plain(text: str) -> list[str]:
    return [part for word in words(text) for part in word.parts]


def _telling(found: Sequence[str]) -> list[str]:
    """The words that say something, of each stem one."""
    return list({stem(word): word for word in found if word not in STOP_WORDS and len(word) > 2}.values())


def _title_words(_: SearchDocument, known: Words, place: int, dice: random.Random) -> str:
    found = _telling(known.titles[place])
    return " ".join(dice.sample(found, 5)) if len(found) >= 5 else ""


def _authors_and_word(document: SearchDocument, known: Words, place: int, dice: random.Random) -> str:
    found = _telling(known.titles[place])
    if len(document.authors) < 2 or not found:
        return ""
    return " ".join([*dice.sample(document.authors, 2), dice.choice(found)])


def _rare_words(_: SearchDocument, known: Words, place: int, dice: random.Random) -> str:
    found = [word for word in _telling(known.texts[place]) if known.df[stem(word)] in RARE]
    return " ".join(dice.sample(found, 3)) if len(found) >= 3 else ""


def _mid_words(_: SearchDocument, known: Words, place: int, dice: random.Random) -> str:
    low, high = (share * known.count for share in MID)
    found = [word for word in _telling(known.texts[place]) if low <= known.df[stem(word)] <= high]
    return " ".join(dice.sample(found, 3)) if len(found) >= 3 else ""


def _title_with_typo(document: SearchDocument, known: Words, place: int, dice: random.Random) -> str:
    return _slip_in(known.titles[place], known, dice) if document.title.isascii() else ""


def _two_words_with_typo(_: SearchDocument, known: Words, place: int, dice: random.Random) -> str:
    low, high = (share * known.count for share in MID)
    found = [w for w in _telling(known.titles[place]) if low / 4 <= known.df[stem(w)] <= high]
    return _slip_in(dice.sample(found, 2), known, dice) if len(found) >= 2 else ""


def _slip_in(found: Sequence[str], known: Words, dice: random.Random) -> str:
    """The words, one of the longer ones misspelled into something that nobody wrote."""
    places = [i for i, word in enumerate(found) if len(word) >= SHORTEST_TYPO and word.isalpha()]
    if not places:
        return ""
    place = dice.choice(places)
    wrong = slip(found[place], dice)
    return " ".join([*found[:place], wrong, *found[place + 1 :]]) if stem(wrong) not in known.df else ""


def slip(word: str, dice: random.Random) -> str:
    """One slip of the fingers: a letter left out, doubled by another, replaced, or two exchanged."""
    at = dice.randrange(len(word) - 1)
    letter = dice.choice(string.ascii_lowercase)
    return dice.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        ]
    )


KINDS: dict[str, Callable[[SearchDocument, Words, int, random.Random], str]] = {
    "five title words": _title_words,
    "two authors' names and a title word": _authors_and_word,
    "three rare words": _rare_words,
    "three mid-frequency words": _mid_words,
    "title with a typo": _title_with_typo,
    "two words, one with a typo": _two_words_with_typo,
}
